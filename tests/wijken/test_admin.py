"""Areas and postcodes in the admin: they open, search and explain themselves."""

import pytest
from django.test import Client

from tests.fabriek import een_buurt, een_wijk
from wijken.models import Gebied, Postcodegebied, Postcodeplaats

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M1")]


@pytest.fixture
def beheer(admin_client: Client) -> Client:
    buurt = een_buurt("Kom Volkel", ouder=een_wijk("Volkel"))
    Postcodegebied.objects.create(postcode="5408AA", buurt=buurt)
    Postcodeplaats.objects.create(pc4="5408", plaats="Volkel")
    return admin_client


@pytest.mark.parametrize("model", ["gebied", "postcodegebied", "postcodeplaats"])
def test_every_list_opens_searches_and_stays_cheap(
    beheer: Client, django_assert_max_num_queries, model: str
) -> None:
    with django_assert_max_num_queries(12):
        antwoord = beheer.get(f"/beheer/wijken/{model}/?q=5408")
    assert antwoord.status_code == 200


def test_the_list_does_not_cost_more_with_more_areas(
    beheer: Client, django_assert_max_num_queries
) -> None:
    for nummer in range(30):
        een_buurt(f"Buurt {nummer}", ouder=Gebied.objects.get(naam="Volkel"))
    with django_assert_max_num_queries(12):
        antwoord = beheer.get("/beheer/wijken/gebied/")
    assert "Buurt 29" in antwoord.content.decode()


@pytest.mark.parametrize("model", ["gebied", "postcodegebied", "postcodeplaats"])
def test_every_form_opens(beheer: Client, django_assert_max_num_queries, model: str) -> None:
    with django_assert_max_num_queries(40):
        assert beheer.get(f"/beheer/wijken/{model}/add/").status_code == 200
    ding = {"gebied": Gebied, "postcodegebied": Postcodegebied, "postcodeplaats": Postcodeplaats}
    pk = ding[model].objects.first().pk
    with django_assert_max_num_queries(40):
        assert beheer.get(f"/beheer/wijken/{model}/{pk}/change/").status_code == 200


def test_the_form_explains_whose_contact_counts(beheer: Client) -> None:
    html = beheer.get("/beheer/wijken/gebied/add/").content.decode()
    assert "het contact van het gebied erboven" in html


def test_an_area_is_found_by_name_and_by_code_for_other_forms(beheer: Client) -> None:
    antwoord = beheer.get(
        "/beheer/autocomplete/?term=volkel&app_label=wijken&model_name=gebied&field_name=ouder"
    )
    assert {rij["text"] for rij in antwoord.json()["results"]} == {"Kom Volkel", "Volkel"}


def test_changes_are_kept_in_the_history_without_the_border(beheer: Client) -> None:
    wijk = Gebied.objects.get(naam="Volkel")
    wijk.inleiding = "Een dorp met een vliegbasis."
    wijk.save()

    assert [rij.inleiding for rij in wijk.history.all()] == ["Een dorp met een vliegbasis.", ""]
    assert beheer.get(f"/beheer/wijken/gebied/{wijk.pk}/history/").status_code == 200
    assert "grens" not in [veld.name for veld in wijk.history.model._meta.fields]


def test_an_empty_code_is_no_code_so_that_two_own_areas_can_be_without() -> None:
    een_wijk("Volkel", code=None)
    een_wijk("Reek", code=None)
    assert Gebied.objects.filter(code__isnull=True).count() == 2
