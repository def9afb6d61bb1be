"""Everyday words, expressions, and how far what they stand for reaches."""

import pytest

from sociale_basis.kern.zoeken.stammen import stam
from sociale_basis.kern.zoeken.synoniemen import Regel, Synoniemen
from sociale_basis.kern.zoeken.zinsvormen import sleutels


def doelen(regels: list[Regel], woord: str) -> dict[str, int]:
    return dict(Synoniemen(regels).van(stam(woord)))


def zinnen(regels: list[Regel], vraag: str) -> list[set[str]]:
    gevonden = Synoniemen(regels).uitdrukkingen(sleutels(vraag.split()))
    return [set(doelen) for _, doelen in gevonden]


def test_a_relation_goes_one_way() -> None:
    regels = [Regel("rollator", "hulpmiddel", 75)]
    assert doelen(regels, "rollators") == {stam("hulpmiddel"): 75}
    assert doelen(regels, "hulpmiddel") == {}


def test_equals_go_both_ways() -> None:
    regels = [Regel("dokter, huisarts", "", 90)]
    assert doelen(regels, "dokter") == {stam("huisarts"): 90}
    assert doelen(regels, "huisarts") == {stam("dokter"): 90}


def test_a_relation_reaches_the_equals_of_what_it_leads_to() -> None:
    regels = [Regel("poen", "geld", 55), Regel("geld, centen", "", 90)]
    assert doelen(regels, "poen") == {"geld": 55, stam("centen"): 49}


def test_the_strongest_relation_counts() -> None:
    regels = [Regel("blut", "geld", 35), Regel("blut", "geld", 75)]
    assert doelen(regels, "blut") == {"geld": 75}


def test_general_words_of_a_meaning_are_left_out_unless_there_is_nothing_else() -> None:
    assert doelen([Regel("poetsen", "huishoudelijke hulp", 75)], "poetsen") == {"huishoud": 75}
    assert doelen([Regel("help", "hulp", 35)], "assist") == {}


def test_a_meaning_of_several_words_must_be_there_together() -> None:
    assert doelen([Regel("praten", "luisterend oor", 75)], "praten") == {
        " ".join(sorted((stam("luisterend"), stam("oor")))): 75
    }


@pytest.mark.parametrize(
    "vraag",
    [
        "ik sta rood",
        "rood staan",
        "ik sta al maanden heel erg rood",
        "mijn rekening staat rood",
    ],
)
def test_an_expression_is_found_in_any_order_and_form(vraag: str) -> None:
    assert zinnen([Regel("rood staan", "schulden", 75)], vraag) == [{"schuld"}]


@pytest.mark.parametrize(
    "vraag",
    ["rood", "staan", "de auto is rood en hij blijft daar nu al een hele tijd gewoon staan"],
)
def test_its_words_must_all_be_there_and_near_each_other(vraag: str) -> None:
    assert zinnen([Regel("rood staan", "schulden", 75)], vraag) == []


def test_little_words_only_count_close_together() -> None:
    regels = [Regel("kan niet meer", "stress", 75)]
    assert zinnen(regels, "ik kan niet meer") == [{stam("stress")}]
    assert zinnen(regels, "ik kan de rekening niet op tijd meer betalen") == []


def test_the_longest_expression_comes_first() -> None:
    regels = [Regel("niet betalen", "schulden", 75), Regel("huur niet betalen", "woning", 75)]
    assert zinnen(regels, "ik kan de huur niet betalen")[0] == {stam("woning")}


def test_the_same_expression_on_two_lines_has_both_meanings() -> None:
    regels = [Regel("geen geld", "schulden", 75), Regel("geen geld", "voedselbank", 55)]
    assert zinnen(regels, "geen geld") == [{"schuld", "voedselbank"}]


@pytest.mark.eis("H10")
@pytest.mark.parametrize(
    ("gezegd", "vraag"),
    [
        ("zorg voor mijn man", "zij zorgt voor mn vrouw"),
        ("weet niet waar ze woont", "opa weet nie waar hij woont"),
        ("herkent mij niet", "ze herkent ons niet meer"),
        ("teveel drinken", "mijn zus drinkt te veel"),
        ("kom te kort", "wij komen elke maand tekort"),
        ("zoon spijbelt", "onze dochter spijbelt al weken"),
    ],
)
def test_of_whom_something_is_said_hardly_matters(gezegd: str, vraag: str) -> None:
    assert zinnen([Regel(gezegd, "schulden", 75)], vraag) == [{"schuld"}]


def test_one_word_alone_keeps_its_own_meaning() -> None:
    regels = [Regel("zoon", "jongens", 75), Regel("dochter", "meisjes", 75)]
    assert doelen(regels, "dochter") == {"meisje": 75}


def test_two_of_a_kind_are_no_expression() -> None:
    """'Opa en oma' would be said by each mother with an 'en' behind it."""
    assert zinnen([Regel("opa en oma", "schulden", 75)], "mijn moeder en ik") == []


def test_what_is_written_as_two_words_is_one_key() -> None:
    assert sleutels(["te", "veel"]) == ["", stam("teveel")]
    assert sleutels(["te", "koop"]) == ["te", stam("koop")]


@pytest.mark.parametrize("stuk", ["...", "👍", "€"])
def test_a_piece_without_letters_says_nothing_and_breaks_nothing(stuk: str) -> None:
    regels = [Regel(f"blut, {stuk}, geen cent", "", 90), Regel("sip", f"{stuk}, verdriet", 90)]
    assert stam("blut") in Synoniemen(regels).enkel
    assert zinnen(regels, "ik heb geen cent") == [{stam("blut")}]


def test_two_of_a_kind_are_an_expression_only_with_enough_besides() -> None:
    regels = [Regel("opa en oma", "familie", 90), Regel("ik denk dat hij drinkt", "drank", 90)]
    assert zinnen(regels, "mijn opa en een fiets") == []
    assert zinnen(regels, "ik denk dat ze drinkt") == [{stam("drank")}]
