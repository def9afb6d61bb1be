"""The texts that a new portal begins with."""

import pytest

from sociale_basis.kern.models import Tekst
from sociale_basis.standaardteksten import MAP, na_migratie, standaardteksten

pytestmark = pytest.mark.django_db
SLEUTELS = ["over", "privacy", "toegankelijkheid"]


@pytest.fixture
def zonder_teksten():
    Tekst.objects.all().delete()


def test_an_empty_portal_gets_three_drafts(zonder_teksten):
    assert standaardteksten() == SLEUTELS
    assert sorted(Tekst.objects.values_list("sleutel", flat=True)) == SLEUTELS


def test_what_staff_wrote_stays(zonder_teksten):
    Tekst.objects.create(sleutel="privacy", titel="Onze privacy", inhoud="Van ons.")
    assert standaardteksten() == ["over", "toegankelijkheid"]
    assert standaardteksten() == []
    assert Tekst.objects.get(sleutel="privacy").inhoud == "Van ons."


def test_migrating_makes_them_too(zonder_teksten):
    na_migratie()
    assert Tekst.objects.count() == 3


def test_the_names_of_this_portal_are_filled_in(zonder_teksten, settings):
    settings.PORTAAL_NAAM = "Samen Heerlen"
    settings.DEFAULT_FROM_EMAIL = "hulp@voorbeeld.nl"
    standaardteksten()
    verklaring = Tekst.objects.get(sleutel="toegankelijkheid")
    assert "Samen Heerlen" in verklaring.inhoud
    assert "hulp@voorbeeld.nl" in verklaring.inhoud
    assert not [tekst for tekst in Tekst.objects.all() if "{" in tekst.inhoud]


@pytest.mark.eis("H11")
def test_about_says_that_the_network_shows_the_way_and_gives_no_care(zonder_teksten):
    standaardteksten()
    over = Tekst.objects.get(sleutel="over").inhoud
    assert "wij geven geen zorg" in over
    for nummer in ("112", "0800-0113", "0800-2000"):
        assert nummer in over


@pytest.mark.parametrize(
    ("sleutel", "woord"),
    [
        ("toegankelijkheid", "EN 301 549"),
        ("toegankelijkheid", "Nationale ombudsman"),
        ("toegankelijkheid", "Status"),
        ("privacy", "Autoriteit Persoonsgegevens"),
        ("privacy", "functionaris gegevensbescherming"),
        ("privacy", "cookie"),
    ],
)
def test_the_obligations_of_a_municipality_are_in(sleutel, woord):
    assert woord in (MAP / f"{sleutel}.md").read_text()
