"""A wijk or a municipality where little is arranged yet: no dead end, but a number (H5, H10)."""

import re

import pytest
from django.test import Client

from tests.fabriek import (
    een_afspraak,
    een_boom,
    een_laag,
    een_organisatie,
    een_stap,
    een_thema,
    een_voorwaarde,
    een_voorziening,
    een_wijk,
)
from tests.wijken.mensen import een_teamlid
from voorzieningen.models import Boomlaag
from wijken.models import Gebied

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H5"), pytest.mark.eis("H10")]
GEMEENTE = 'href="tel:+31850001234"'
BLADEN = (
    "/boom/",
    "/boom/?thema=geld",
    "/boom/route/",
    "/boom/route/?thema=geld",
    "/boom/route/?thema=geld&wijk=volkel",
    "/wijk/volkel/boom/",
    "/wijk/volkel/boom/?thema=geld",
    "/regie/",
    "/regie/?thema=geld",
    "/regie/?thema=geld&als=er-zijn-kinderen",
    "/voorziening/maatje/",
)


@pytest.fixture
def volkel() -> Gebied:
    """A wijk without a team, a number, a place or anybody by name."""
    wijk = een_wijk("Volkel")
    een_voorziening("Maatje", themas=[een_thema("Geld")])
    een_voorwaarde()
    return wijk


def inhoud(client: Client, adres: str) -> str:
    """What stands between the heading and the foot of the page."""
    antwoord = client.get(adres)
    assert antwoord.status_code == 200, adres
    return antwoord.content.decode().split("<main")[1].split("</main>")[0]


def zonder_nummer(client: Client) -> list[str]:
    return [adres for adres in BLADEN if 'href="tel:' not in inhoud(client, adres)]


def test_a_municipality_without_layers_or_agreements_gives_its_number_everywhere(
    volkel, client
) -> None:
    assert zonder_nummer(client) == []
    assert all(GEMEENTE in inhoud(client, adres) for adres in BLADEN)


def test_a_municipality_whose_only_layer_is_new_gives_its_number_everywhere(volkel, client) -> None:
    een_laag("Buurt", opvang="buurt")
    assert zonder_nummer(client) == []


def test_a_wijk_without_a_team_has_its_boom_with_the_number_of_the_municipality(
    volkel, client
) -> None:
    een_boom()
    assert zonder_nummer(client) == []
    html = inhoud(client, "/wijk/volkel/boom/")
    assert html.count(GEMEENTE) == 3


@pytest.mark.eis("M20")
def test_where_the_work_is_only_planned_nobody_is_promised_yet(volkel, client) -> None:
    Gebied.objects.filter(pk=volkel.pk).update(fase="gepland", fase_vanaf="2099-01-01")
    een_boom()
    een_teamlid("Joost", volkel)
    for adres in ("/wijk/volkel/boom/", "/boom/route/?thema=geld&wijk=volkel"):
        html = inhoud(client, adres)
        assert "Joost" not in html
        assert GEMEENTE in html
    assert zonder_nummer(client) == []


def test_a_town_without_a_municipality_in_it_fails_nowhere(client) -> None:
    for adres in ("/boom/", "/boom/route/", "/regie/", "/boom/route/?thema=geld&wijk=volkel"):
        assert client.get(adres).status_code == 200


def test_a_layer_of_a_hidden_organisation_gives_another_number(volkel, client) -> None:
    wie = een_organisatie("Verborgen", telefoon="085 000 6666", publicatie="concept")
    een_laag("Buurt", opvang="buurt", verantwoordelijke=wie)
    for adres in ("/wijk/volkel/boom/", "/boom/laag/buurt/", "/boom/route/?thema=geld&wijk=volkel"):
        html = inhoud(client, adres)
        assert "Verborgen" not in html
        assert "6666" not in html
        assert 'href="tel:' in html


def test_an_archived_layer_leaves_no_dead_link_behind(volkel, client) -> None:
    """Also where a provision still names it, from before that was refused."""
    buurt, _team, _top = een_boom()
    oud = een_laag("Oude laag")
    een_voorziening("Rest", laag=oud, themas=[een_thema("Geld")])
    Boomlaag.objects.get(pk=oud.pk).archiveer("Niet meer.")
    for adres in ("/voorziening/rest/", "/wijk/volkel/boom/", "/boom/route/?thema=geld"):
        html = inhoud(client, adres)
        assert "/boom/laag/oude-laag/" not in html
        assert 'href="tel:' in html
    assert client.get("/boom/laag/oude-laag/").status_code == 410
    assert client.get(buurt.get_absolute_url()).status_code == 200


def test_a_step_to_a_hidden_provision_is_not_shown(volkel, client) -> None:
    buurt, *_hoger = een_boom()
    een_stap(buurt, een_voorziening("Geheim", publicatie="concept", toegang="indicatie"))
    for adres in ("/wijk/volkel/boom/", "/boom/laag/buurt/", "/boom/route/?thema=geld&wijk=volkel"):
        assert "Geheim" not in inhoud(client, adres)


@pytest.mark.eis("H4")
def test_an_agreement_without_any_number_falls_back_to_the_municipality(volkel, client) -> None:
    zonder = een_organisatie("Stil")
    een_afspraak("Geld", [een_thema("Geld")], organisatie=zonder)
    een_afspraak("Geld en kind", [een_thema("Geld")], [een_voorwaarde("Kind")], organisatie=zonder)
    for adres in ("/regie/?thema=geld", "/regie/?thema=geld&als=kind"):
        antwoord = inhoud(client, adres).split('id="antwoord"')[1].split("</section>")[0]
        assert "Stil" in antwoord
        assert GEMEENTE in antwoord


ONZIN = ("thema=%00", "thema=" + "x" * 3000, "wijk=%27%3B--", "thema[]=a", "thema=geld&thema=wonen",
         "wijk=volkel&wijk=reek", "als=%F0%9F%92%A9", "thema=%FF%FE")  # fmt: skip


@pytest.mark.parametrize("vraag", ONZIN)
def test_odd_questions_get_a_page_and_nothing_of_them_comes_back_raw(volkel, client, vraag) -> None:
    een_boom()
    for adres in ("/boom/", "/boom/route/", "/regie/", "/wijk/volkel/boom/", "/boom/laag/buurt/"):
        antwoord = client.get(f"{adres}?{vraag}")
        assert antwoord.status_code in (200, 400), adres


def test_names_that_staff_typed_are_never_markup(volkel, client) -> None:
    kwaad = '<b onclick="x">"&'
    lagen = een_boom()
    Boomlaag.objects.filter(pk=lagen[0].pk).update(naam=kwaad, wat=kwaad, wie=kwaad, grens=kwaad)
    een_afspraak(kwaad, [een_thema("Geld")], waarom=kwaad, anderen=kwaad, functie=kwaad)
    een_stap(lagen[0], lagen[2], wanneer=kwaad, wie=kwaad, wie_belt=kwaad, naam=kwaad, slug="k")
    for adres in (*BLADEN, "/boom/laag/buurt/"):
        html = inhoud(client, adres)
        assert "<b onclick" not in html
        assert not re.search(r'="[^"<>]*<b', html)
