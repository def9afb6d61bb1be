"""Activities in the search: found while they are to come, gone when they are not public."""

from datetime import date

import pytest
from django.test import Client

from sociale_basis.kern.zoeken.facetten import Filters
from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import (
    een_activiteit,
    een_buurt,
    een_organisatie,
    een_plek,
    een_thema,
    een_voorziening,
    een_wijk,
)

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H10")]


def soorten(vraag: str, **facetten: set[str]) -> list[str]:
    return [hit.soort for hit in zoek(vraag, Filters(facetten)).hits]


@pytest.fixture
def dans():
    """Dancing on a chair in Volkel, at De Linde, about moving."""
    volkel = een_wijk("Volkel")
    plek = een_plek(gebied=een_buurt("Kom Volkel", ouder=volkel))
    return een_activiteit(
        "Zitdansen", kort="Op muziek van vroeger.", themas=[een_thema("Samen bewegen")],
        locatie=plek, gebieden=[volkel], kosten="gratis",
        verantwoordelijke=een_organisatie("Maashorst Beweegt"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "vraag", ["zitdansen", "dansen", "muziek vroeger", "bewegen", "Maashorst Beweegt", "zitdanssen"]
)
def test_found_by_title_theme_sentence_and_who_does_it(dans, vraag):
    assert "activiteit" in soorten(vraag)


def test_found_with_the_filters_of_the_search(dans):
    alleen = {"soort": {"activiteit"}}
    assert soorten("", **alleen) == ["activiteit"]
    assert soorten("", **alleen, wijk={"volkel|Volkel"}) == ["activiteit"]
    assert soorten("", **alleen, thema={"samen-bewegen|Samen bewegen"}) == ["activiteit"]
    assert soorten("", **alleen, kosten={"gratis|gratis"}) == ["activiteit"]
    assert soorten("", **alleen, toegang={"aanmelden|u meldt zich eerst aan"}) == []


def test_the_card_says_when_it_is_next_and_where(dans, client: Client):
    html = client.get("/zoeken/?q=zitdansen").content.decode()
    assert "In de agenda" in html
    assert "Morgen om 12.00 uur" in html
    assert "Dorpshuis De Linde" in html


@pytest.mark.parametrize("vraag", ["zitdansen", "bewegen"])
def test_help_of_the_same_name_stands_above_it(dans, vraag):
    een_voorziening("Zitdansen", themas=[een_thema("Samen bewegen")])
    gevonden = [soort for soort in soorten(vraag) if soort in ("voorziening", "activiteit")]
    assert gevonden == ["voorziening", "activiteit"]


def test_what_is_over_is_not_found():
    een_activiteit("Zitdansen", begin_dag=date(2020, 1, 7), herhaling="een_keer")
    assert soorten("zitdansen") == []


@pytest.mark.parametrize("wat", ["activiteit", "plek", "organisatie", "geheim"])
def test_what_is_no_longer_public_is_gone_at_once(dans, wat):
    assert "activiteit" in soorten("zitdansen")
    if wat == "geheim":
        dans.locatie.vertrouwelijk, dans.locatie.is_ontmoetingsplek = True, False
        dans.locatie.save()
    else:
        ding = {
            "activiteit": dans, "plek": dans.locatie, "organisatie": dans.verantwoordelijke
        }[wat]  # fmt: skip
        ding.archiveer("Gestopt.")
    assert "activiteit" not in soorten("zitdansen")


def test_another_name_of_its_place_is_found(dans):
    dans.locatie.naam = "Trefpunt Zonneschijn"
    dans.locatie.save()
    assert "activiteit" in soorten("zonneschijn")


def test_the_places_of_found_activities_are_on_the_map(dans, client: Client):
    html = client.get("/zoeken/punten.json?q=zitdansen").content.decode()
    assert "Dorpshuis De Linde" in html
