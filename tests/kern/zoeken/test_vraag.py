"""A question as concepts: what is asked, what counts, what belongs together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_basis.kern.zoeken.stammen import stam
from sociale_basis.kern.zoeken.synoniemen import Regel
from sociale_basis.kern.zoeken.vraag import MEESTE_WOORDEN, Begrip, Vraag, lees

from .proef import weet

KENNIS = weet(
    Regel("rood staan", "schulden", 75),
    Regel("kan niet meer", "stress", 75),
    Regel("blut", "geld", 75),
    Regel("schuldhulp", "schulden", 90),
    Regel("voedselbank, voedselpakket", "", 90),
    delen="koffie tuin fiets les",
)


def begrippen(tekst: str) -> dict[str, Begrip]:
    return {begrip.tekst: begrip for begrip in lees(tekst, KENNIS).begrippen}


def gevraagd(tekst: str) -> list[str]:
    """What must be answered, in order."""
    return [b.tekst for b in lees(tekst, KENNIS).begrippen if b.telt and not b.vaag]


class TestWoorden:
    def test_stop_words_are_not_asked_for(self) -> None:
        assert gevraagd("waar is de rollator van het tuintje") == ["rollator", "tuintje"]

    def test_the_question_stays_as_it_was_typed(self) -> None:
        vraag = lees("Één ROLLATOR, graag!", KENNIS)
        assert vraag.tekst == "Één ROLLATOR, graag!"
        assert [woord.vorm for woord in vraag.woorden] == ["een", "rollator", "graag"]

    def test_a_word_that_is_said_twice_is_asked_once(self) -> None:
        assert gevraagd("rollator rollators Rollator") == ["rollator"]

    def test_a_word_asks_for_itself_most(self) -> None:
        begrip = begrippen("blut")["blut"]
        assert begrip.stammen[stam("blut")] > begrip.stammen["geld"] > 0

    def test_a_compound_asks_for_its_parts_too_and_for_the_last_one_least(self) -> None:
        begrip = begrippen("koffietuin")["koffietuin"]
        zwaarte = [begrip.stammen[stam(w)] for w in ("koffietuin", "koffie", "tuin")]
        assert zwaarte == sorted(zwaarte, reverse=True)
        assert len(set(zwaarte)) == 3

    def test_a_word_that_no_list_knows_is_strange(self) -> None:
        assert begrippen("rollator")["rollator"].vreemd
        assert not begrippen("blut")["blut"].vreemd

    def test_what_other_counters_are_for_stands_for_nothing_else(self) -> None:
        begrip = begrippen("paspoort")["paspoort"]
        assert begrip.elders
        assert set(begrip.stammen) == {stam("paspoort")}


class TestUitdrukkingen:
    def test_an_expression_is_one_thing_and_its_words_only_help(self) -> None:
        gelezen = begrippen("ik sta rood")
        assert gevraagd("ik sta rood") == ["sta rood"]
        assert gelezen["sta rood"].stammen == {stam("schulden"): 75}
        assert not gelezen["rood"].telt

    def test_its_telling_words_are_kept_for_want_of_better(self) -> None:
        kennis = weet(Regel("zoon is homo", "regenboog", 75), Regel("homo", "lhbti", 75))
        (gezegd,) = [b for b in lees("mijn zoon is homo", kennis).begrippen if not b.stam]
        assert set(gezegd.stammen) == {stam("regenboog")}
        assert set(gezegd.eigen) == {"homo", stam("lhbti")}

    def test_an_expression_does_not_run_on(self) -> None:
        assert "kan niet meer" in gevraagd("ik kan niet meer")
        assert "kan niet meer" not in gevraagd("ik kan niet meer koken")

    def test_two_words_that_belong_together_are_read_as_one(self) -> None:
        assert gevraagd("schuld hulp")[0] == "schuldhulp"
        assert begrippen("schuld hulp")["schuldhulp"].stammen[stam("schulden")] == 90

    def test_two_words_that_nobody_joins_stay_two(self) -> None:
        assert gevraagd("fiets rollator") == ["fiets", "rollator"]

    def test_what_is_left_of_a_sentence_counts(self) -> None:
        assert gevraagd("ik sta rood en zoek een rollator") == ["sta rood", "rollator"]


class TestVaag:
    @pytest.mark.parametrize("tekst", ["hulp", "waar kan ik hulp krijgen", "ik heb een vraag", ""])
    def test_general_words_alone_are_a_vague_question(self, tekst: str) -> None:
        assert lees(tekst, KENNIS).is_vaag

    def test_with_something_to_go_on_it_is_not_vague(self) -> None:
        vraag = lees("hulp met een rollator", KENNIS)
        assert not vraag.is_vaag
        assert {b.tekst: b.vaag for b in vraag.begrippen} == {"hulp": True, "rollator": False}

    def test_a_general_word_that_everyday_words_know_is_asked_for_when_it_stands_alone(
        self,
    ) -> None:
        kennis = weet(Regel("hulp", "ondersteuning", 75))
        assert not lees("hulp", kennis).is_vaag
        assert lees("hulp bij rollator", kennis).begrippen[0].vaag


class TestMeer:
    @pytest.mark.parametrize(
        ("tekst", "meer"),
        [
            ("blut en schuldhulp", True),
            ("blut maar ook voedselbank", True),
            ("blut schuldhulp", False),
            ("en blut", False),
            ("blut en rollator", False),
            ("blut en hulp", False),
            ("blut omdat ik schuldhulp krijg", True),
            ("schuldhulp want blut", True),
        ],
    )
    def test_a_question_about_several_things(self, tekst: str, meer: bool) -> None:
        """Only words that the lists know: 'en' joins any two others just as well."""
        assert lees(tekst, KENNIS).vraagt_meer == meer


class TestVanAlles:
    @given(st.text(max_size=600))
    def test_any_text_can_be_read(self, tekst: str) -> None:
        vraag = lees(tekst, KENNIS)
        assert isinstance(vraag, Vraag)
        assert len(vraag.woorden) <= MEESTE_WOORDEN
        for begrip in vraag.begrippen:
            assert begrip.stammen
            assert all(0 < gewicht <= 100 for gewicht in begrip.stammen.values())
            assert all(0 <= plek < len(vraag.woorden) for plek in begrip.plekken)
        assert vraag.stammen() == {s for b in vraag.begrippen for s in b.losse()}

    def test_a_very_long_question_is_read_up_to_a_point(self) -> None:
        assert len(lees("woord " * 5_000, KENNIS).woorden) <= MEESTE_WOORDEN
        assert gevraagd("x" * 5_000) == ["x" * 48]

    def test_stems_that_must_stand_together_are_single_stems_to_look_up(self) -> None:
        begrip = Begrip("praten", "", {"luister oor": 75, "geld": 60})
        assert begrip.losse() == {"luister", "oor", "geld"}
