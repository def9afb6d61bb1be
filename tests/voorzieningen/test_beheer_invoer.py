"""What a redacteur may get wrong: it is told beside the field, and nothing odd is saved."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory

from sociale_basis.kern.models import Tekst
from tests.fabriek import (
    een_buurt,
    een_organisatie,
    een_plek,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.admin.voorziening import VoorzieningForm
from voorzieningen.models import Afwijking, Thema, Voorziening

pytestmark = pytest.mark.django_db


def fouten(ding) -> dict[str, list[str]]:
    """The messages by field when somebody saves this in a form."""
    try:
        ding.full_clean()
    except ValidationError as fout:
        return fout.message_dict
    return {}


@pytest.mark.eis("L1")
@pytest.mark.parametrize("dag", [date(9999, 12, 31), date(1, 1, 1), date(2999, 1, 1)])
def test_a_day_of_checking_is_today_or_past(dag):
    samen = een_organisatie()
    samen.laatst_gecontroleerd = dag
    assert "voorbij" in fouten(samen)["laatst_gecontroleerd"][0]


@pytest.mark.eis("L1")
@pytest.mark.parametrize("termijn", [0, 3661, 40_000])
def test_a_review_term_is_between_a_day_and_ten_years(termijn):
    samen = een_organisatie()
    samen.controletermijn = termijn
    assert fouten(samen)["controletermijn"]


@pytest.mark.eis("V12")
def test_nothing_replaces_itself():
    samen = een_organisatie()
    samen.vervangen_door = samen
    assert fouten(samen)["vervangen_door"] == ["Iets kan zichzelf niet vervangen."]


@pytest.mark.parametrize(("lat", "lon"), [(5.62, 51.66), (0.0, 0.0), (48.85, 2.35)])
def test_a_point_that_was_turned_around_is_told(lat, lon):
    assert "niet in Nederland" in fouten(een_plek(lat=lat, lon=lon))["lat"][0]


@pytest.mark.eis("M17")
@pytest.mark.parametrize(
    ("publicatie", "hele_gemeente", "mag"),
    [("gepubliceerd", "", False), ("gepubliceerd", "on", True), ("concept", "", True)],
)
def test_what_is_published_is_for_somebody(publicatie, hele_gemeente, mag):
    velden = ["publicatie", "hele_gemeente", "gebieden"]
    formulier = modelform_factory(Voorziening, form=VoorzieningForm, fields=velden)
    form = formulier(
        {"publicatie": publicatie, "hele_gemeente": hele_gemeente}, instance=een_voorziening()
    )
    assert ("hele_gemeente" not in form.errors) == mag


def test_nobody_is_nine_hundred_years_old():
    assert fouten(een_voorziening(leeftijd_van=900))["leeftijd_van"] == ["Zo oud wordt niemand."]


def test_a_deviation_lasts_longer_than_nothing():
    morgen = date.today() + timedelta(days=1)
    leeg = Afwijking(
        locatie=een_plek(), van_dag=morgen, tot_dag=morgen, gesloten=False,
        van=time(9), tot=time(9),
    )  # fmt: skip
    assert fouten(leeg)["tot"]


@pytest.mark.eis("V12")
def test_a_theme_with_themes_under_it_is_not_archived_unseen():
    geld = een_thema("Geld")
    schulden = een_thema("Schulden", ouder=geld)
    geld.archiefreden = "Anders ingedeeld."
    assert "vallen nog thema’s onder" in fouten(geld)["archiefreden"][0]
    schulden.archiveer("Anders ingedeeld.")
    assert fouten(Thema.objects.get(pk=geld.pk)) == {}
    assert fouten(geld) == {}


@pytest.mark.eis("M1")
class TestMovingAPlace:
    @pytest.fixture
    def oost(self):
        vierkant = [[5.7, 51.6], [5.8, 51.6], [5.8, 51.7], [5.7, 51.7], [5.7, 51.6]]
        return een_buurt("Oost", grens={"type": "Polygon", "coordinates": [vierkant]})

    def test_its_buurt_follows_its_point(self, oost):
        west = een_buurt("West")
        plek = een_plek()
        assert plek.gebied == west
        plek.lon = 5.75
        plek.save()
        assert plek.gebied == oost

    def test_the_choice_of_a_redacteur_in_the_same_form_holds(self, oost):
        een_buurt("West")
        eigen = een_wijk("Eigen keuze")
        plek = een_plek()
        plek.lon, plek.gebied = 5.75, eigen
        plek.save()
        assert plek.gebied == eigen

    def test_saving_without_moving_leaves_the_choice_alone(self, oost):
        plek = een_plek(gebied=oost)
        plek.refresh_from_db()
        plek.kort = "Andere zin"
        plek.save()
        assert plek.gebied == oost

    def test_an_unknown_postcode_does_not_take_the_buurt_away(self, oost):
        plek = een_plek(lat=None, lon=None, gebied=oost)
        plek.postcode = "5402XX"
        plek.save()
        assert plek.gebied == oost


def test_the_key_of_a_text_cannot_be_changed_so_its_page_stays(admin_client):
    over = Tekst.objects.get(sleutel="over")
    admin_client.post(
        f"/beheer/kern/tekst/{over.pk}/change/",
        {"sleutel": "weg", "titel": "Over ons", "inhoud": "Tekst."},
    )
    over.refresh_from_db()
    assert (over.sleutel, over.titel) == ("over", "Over ons")
