"""Notions of the file of signs, and how their points add up."""

from sociale_basis.kern.zoeken.signalen import ALLES, BESTAND, Signaal, lees, opgeteld
from sociale_basis.kern.zoeken.stammen import stam

SOORTEN = {ALLES, "zelfdoding", "geweld", "nood"}


def signaal(soort: str, punten: int, *woorden: str) -> Signaal:
    return Signaal(soort, punten, lambda woord: woord in woorden)


def test_a_notion_counts_once_however_often_it_is_said() -> None:
    assert opgeteld([signaal("geweld", 2, "slaat", "schopt")], ["slaat", "schopt"]) == {"geweld": 2}


def test_what_makes_harmless_counts_for_each_kind() -> None:
    signalen = [signaal("nood", 2, "brand"), signaal(ALLES, -4, "cursus")]
    assert opgeteld(signalen, ["cursus", "brand"]) == {"nood": -2}


def test_nothing_heard_is_no_points() -> None:
    assert opgeteld([signaal("nood", 2, "brand")], ["koffie"]) == {}


def test_two_words_must_stand_right_after_each_other() -> None:
    paar = Signaal("geweld", 2, lambda woord: False, frozenset({(stam("niet"), stam("meer"))}))
    assert paar.staat_in(["niet", "meer"])
    assert not paar.staat_in(["meer", "niet"])


def test_the_delivered_notions_can_be_read() -> None:
    signalen = lees(lambda keuzes: set(keuzes.split("|")).__contains__)
    assert BESTAND.is_file()
    assert {een.soort for een in signalen} == SOORTEN
    assert all(0 < abs(een.punten) <= 4 for een in signalen)
