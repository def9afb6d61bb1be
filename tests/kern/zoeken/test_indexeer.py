"""``manage.py indexeer``: it says how far it is, repairs, and the site stays up meanwhile."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from sociale_basis.kern.models import Document, Posting, Term, Vorm
from sociale_basis.kern.zoeken import herbouwen
from sociale_basis.kern.zoeken.herbouwen import herbouw
from sociale_basis.kern.zoeken.kennis import huidige_stand
from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import een_voorziening
from voorzieningen.models import Voorziening

from .proef import assert_als_herbouwd, foto

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorzieningen")]


@pytest.fixture
def breiclubs(voorzieningen: None, monkeypatch: pytest.MonkeyPatch) -> list[Voorziening]:
    """Seven of them, compared two at a time."""
    monkeypatch.setattr(herbouwen, "PORTIE", 2)
    return [een_voorziening(f"Breiclub {nummer}") for nummer in range(7)]


def indexeer() -> str:
    uit = StringIO()
    call_command("indexeer", stdout=uit)
    return uit.getvalue()


def voortgang() -> list[tuple[str, int, int]]:
    stappen: list[tuple[str, int, int]] = []
    herbouw(lambda *stap: stappen.append(stap))
    return stappen


@pytest.mark.usefixtures("breiclubs")
class TestVoortgang:
    def test_after_each_portion(self) -> None:
        assert voortgang() == [("proefvoorziening", gedaan, 7) for gedaan in (2, 4, 6, 7)]

    def test_the_command_shows_the_end_of_each_kind_and_what_was_wrong(self) -> None:
        Voorziening.objects.filter(titel="Breiclub 3").update(titel="Schaakavond")
        assert indexeer().splitlines() == [
            "proefvoorziening: 7 of 7",
            "The index is right; 1 documents changed.",
        ]

    def test_an_index_that_is_right_is_left_as_it_is(self) -> None:
        voor = foto()
        assert "0 documents changed" in indexeer()
        assert foto() == voor


def test_without_anything_to_search_it_says_so_too() -> None:
    assert indexeer() == "The index is right; 0 documents changed.\n"


@pytest.mark.parametrize("verkeerd", [["--onzin"], ["voorziening"]])
def test_wrong_arguments_are_refused(verkeerd: list[str]) -> None:
    with pytest.raises(CommandError, match="unrecognized arguments"):
        call_command("indexeer", *verkeerd)


def _gooi_weg() -> None:
    Document.objects.all().delete()
    Term.objects.all().delete()


def _verander_stil() -> None:
    Voorziening.objects.filter(titel="Breiclub 1").update(titel="Stil veranderd")


def _maak_kapot() -> None:
    Term.objects.update(df=77)
    Document.objects.update(titel="kapot", facetten="", bonus=True)
    Posting.objects.update(gewicht=3)
    Vorm.objects.all().delete()


def _laat_wees_achter() -> None:
    Voorziening.objects.filter(titel="Breiclub 2").update(titel="Weg")
    Document.objects.create(soort="proefvoorziening", object_id=999_999, versie=1)
    Document.objects.create(soort="onbekend", object_id=1, versie=1)


@pytest.mark.parametrize("schade", [_gooi_weg, _verander_stil, _maak_kapot, _laat_wees_achter])
def test_any_damage_is_repaired(breiclubs: list[Voorziening], schade: Any) -> None:
    schade()
    herbouw()
    assert_als_herbouwd()


@pytest.mark.usefixtures("breiclubs")
class TestSiteBlijftWerken:
    """Between two portions anybody may search and save."""

    def test_everything_is_found_all_the_while(self) -> None:
        gevonden: list[int] = []
        herbouw(lambda *stap: gevonden.append(zoek("breiclub").totaal))
        assert gevonden == [7, 7, 7, 7]

    def test_from_nothing_it_fills_up_and_never_shows_what_is_wrong(self) -> None:
        _gooi_weg()
        gevonden: list[int] = []
        herbouw(lambda *stap: gevonden.append(zoek("breiclub").totaal))
        assert gevonden == [2, 4, 6, 7]

    def test_what_is_saved_or_deleted_meanwhile_is_right_afterwards(self) -> None:
        def bemoeial(soort: str, gedaan: int, totaal: int) -> None:
            if gedaan == 2:
                een_voorziening("Schaakavond")
                Voorziening.objects.get(titel="Breiclub 0").delete()
                Voorziening.objects.get(titel="Breiclub 5").delete()
                Voorziening.objects.get(titel="Breiclub 6").archiveer("gestopt")

        herbouw(bemoeial)
        assert (zoek("breiclub").totaal, zoek("schaakavond").totaal) == (4, 1)
        assert_als_herbouwd()

    def test_a_rebuild_that_is_broken_off_does_no_harm(self) -> None:
        def stop(*stap: Any) -> None:
            raise KeyboardInterrupt

        voor = foto()
        with pytest.raises(KeyboardInterrupt):
            herbouw(stop)
        assert foto() == voor
        assert zoek("breiclub").totaal == 7

    def test_every_process_reads_afresh_at_the_end(self) -> None:
        voor = huidige_stand().kenmerk
        herbouw()
        assert huidige_stand().kenmerk != voor
