"""Taking long words apart with the parts that staff list, and with the dictionary."""

import pytest

from sociale_basis.kern.zoeken import woordenboek
from sociale_basis.kern.zoeken.samenstellingen import Splitser
from sociale_basis.kern.zoeken.tekst import woorden

DELEN = frozenset(woorden("jeugd hulp dag opvang zorg verlener groep kind water schade"))


@pytest.fixture
def zonder_woordenboek(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(woordenboek, "kent", lambda woord: False)
    monkeypatch.setattr(woordenboek, "delen", lambda woord: ())


@pytest.fixture
def woordenboek_met(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Words that the dictionary knows; it joins none."""
    bekend: set[str] = set()
    monkeypatch.setattr(woordenboek, "kent", bekend.__contains__)
    monkeypatch.setattr(woordenboek, "delen", lambda woord: ())
    return bekend


@pytest.mark.usefixtures("zonder_woordenboek")
class TestEigenDelen:
    @pytest.mark.parametrize(
        ("woord", "delen"),
        [
            ("jeugdhulp", ("jeugd", "hulp")),
            ("jeugdhulpverlener", ("jeugd", "hulp", "verlener")),
            ("dagopvanggroep", ("dag", "opvang", "groep")),
            ("kinderopvang", ("kind", "opvang")),
            ("hulpszorg", ("hulps", "zorg")),
            ("waterschade", ("water", "schade")),
            ("hulpgroepen", ("hulp", "groepen")),
        ],
    )
    def test_a_word_of_listed_parts(self, woord: str, delen: tuple[str, ...]) -> None:
        assert Splitser(DELEN).splits(woord) == delen

    @pytest.mark.parametrize("woord", ["", "zorg", "jeugd", "jeugdige", "hulpxyz", "xyzhulp"])
    def test_a_word_with_a_rest_that_nobody_knows_stays_whole(self, woord: str) -> None:
        assert Splitser(DELEN).splits(woord) == ()

    @pytest.mark.parametrize("woord", ["jeugd hulp", "jeugd-hulp", "jeugdhulp18", "jeugdhulp!"])
    def test_only_letters_are_split(self, woord: str) -> None:
        assert Splitser(DELEN).splits(woord) == ()

    @pytest.mark.parametrize("woord", ["jeugdzorg", "jeugdzorgs", "jeugdzorgen"])
    def test_a_word_that_stays_whole_does_so_in_every_form(self, woord: str) -> None:
        assert Splitser(DELEN, frozenset({"jeugdzorg"})).splits(woord) == ()

    def test_a_word_that_stays_whole_is_a_part_of_longer_ones(self) -> None:
        splitser = Splitser(DELEN, frozenset({"jeugdzorg"}))
        assert splitser.splits("jeugdzorghulp") == ("jeugdzorg", "hulp")

    def test_a_listed_part_is_not_taken_apart_again(self) -> None:
        assert Splitser(DELEN | {"jeugdhulp"}).splits("jeugdhulpgroep") == ("jeugdhulp", "groep")


class TestMetWoordenboek:
    def test_the_rest_may_be_a_dutch_word(self, woordenboek_met: set[str]) -> None:
        woordenboek_met.add("tuin")
        assert Splitser(DELEN).splits("tuinhulp") == ("tuin", "hulp")
        assert Splitser(DELEN).splits("hulptuin") == ("hulp", "tuin")

    def test_but_no_very_short_one(self, woordenboek_met: set[str]) -> None:
        woordenboek_met.add("het")
        assert Splitser(DELEN).splits("hethulp") == ()

    def test_two_listed_parts_go_before_one(self, woordenboek_met: set[str]) -> None:
        woordenboek_met.update({"dago", "pvang", "opvangs"})
        assert Splitser(DELEN).splits("dagopvang") == ("dag", "opvang")

    def test_without_listed_parts_the_dictionary_decides(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(woordenboek, "delen", lambda woord: ("bloem", "bollen"))
        assert Splitser(frozenset()).splits("bloembollen") == ("bloem", "bollen")

    def test_what_was_found_is_remembered(self, monkeypatch: pytest.MonkeyPatch) -> None:
        gevraagd: list[str] = []
        monkeypatch.setattr(woordenboek, "delen", lambda woord: gevraagd.append(woord) or ())
        splitser = Splitser(frozenset())
        assert splitser.splits("bloembollen") == splitser.splits("bloembollen")
        assert gevraagd == ["bloembollen"]
