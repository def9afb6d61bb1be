"""Zo kan het gaan, and the four questions on the page of a provision (H2, H3, H4, M5)."""

import pytest
from django.test import Client

from tests.fabriek import (
    een_afspraak,
    een_boom,
    een_buurt,
    een_plek,
    een_stap,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import Boomlaag

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H3")]


@pytest.fixture
def volkel():
    wijk = een_wijk("Volkel", contact_naam="Team Volkel", contact_telefoon="085 000 7777")
    een_plek("Dorpshuis De Zwaan", gebied=een_buurt("Kom Volkel", ouder=wijk))
    een_boom()
    return wijk


def lees(client: Client, adres: str) -> str:
    return client.get(adres).content.decode()


def test_the_way_begins_at_the_roots_and_ends_back_there(volkel, client) -> None:
    geld = een_thema("Geld")
    een_voorziening("Geldmaatje", themas=[geld], soort="informeel", telefoon="085 000 5555")
    een_voorziening("Schuldhulp", themas=[geld], toegang="indicatie")
    html = lees(client, "/boom/route/?thema=geld&wijk=volkel")
    volgorde = ["Geldmaatje", "Dorpshuis De Zwaan", "Team", "Schuldhulp", "En weer terug"]
    plekken = [html.index(f">{naam}<") for naam in volgorde]
    assert plekken == sorted(plekken)
    assert "Van Specialist naar Team." in html
    assert "Van Team naar Buurt." in html
    assert 'href="tel:+31850005555"' in html
    assert html.count('href="tel:+31850007777"') >= 3


def test_no_more_than_three_of_a_layer_are_named_those_of_the_wijk_first(volkel, client) -> None:
    geld = een_thema("Geld")
    for n in range(5):
        een_voorziening(f"Overal {n}", themas=[geld], soort="informeel")
    eigen = {"hele_gemeente": False, "gebieden": [volkel]}
    een_voorziening("Zwanengeld", themas=[geld], soort="informeel", **eigen)
    html = lees(client, "/boom/route/?thema=geld&wijk=volkel")
    assert "Zwanengeld" in html
    assert html.count("/voorziening/overal-") == 2


@pytest.mark.eis("M5")
def test_a_provisions_own_step_with_its_limit_stands_on_the_way(volkel, client) -> None:
    geld = een_thema("Geld")
    maatje = een_voorziening("Geldmaatje", themas=[geld], soort="informeel")
    hulp = een_voorziening("Schuldhulp", themas=[geld], toegang="indicatie")
    een_stap(maatje, hulp, grens="Ten hoogste 5 gesprekken.")
    html = lees(client, "/boom/route/?thema=geld&wijk=volkel")
    assert "Niet genoeg bij Geldmaatje?" in html
    assert "Ten hoogste 5 gesprekken." in html


def test_without_a_choice_the_page_asks_and_gives_a_number(volkel, client) -> None:
    html = lees(client, "/boom/route/")
    assert "Kies eerst waar het over gaat" in html
    assert 'href="tel:+31850001234"' in html


def test_theme_wijk_and_search_lead_to_the_way(volkel, client) -> None:
    geld = een_thema("Geld", vraag="Ik kom niet rond met mijn geld")
    een_voorziening("Geldmaatje", themas=[geld])
    assert "/boom/route/?thema=geld&amp;wijk=volkel" in lees(client, "/thema/geld/?wijk=volkel")
    assert "/boom/route/?wijk=volkel" in lees(client, "/wijk/volkel/")
    assert "/wijk/volkel/boom/" in lees(client, "/wijk/volkel/")
    assert "/boom/route/?thema=geld" in lees(client, "/zoeken/?q=ik+kom+niet+rond+met+mijn+geld")


@pytest.mark.eis("H2")
def test_a_provision_answers_the_four_questions(volkel, client) -> None:
    geld = een_thema("Geld")
    een_afspraak("Geld en meer", [geld, een_thema("Gezin")])
    een_voorziening("Maatje", themas=[geld], soort="informeel", beschrijving="Een vast gezicht.")
    html = lees(client, "/voorziening/maatje/")
    for kop in (
        "Wat is het?",
        "Wie is verantwoordelijk?",
        "Wat als dit niet genoeg is?",
        "Wie heeft de regie als er meer speelt?",
    ):
        assert kop in html
    assert "Helpt mee: Team" in html
    assert "/boom/laag/buurt/" in html
    assert "Organisatie Geld en meer" in html
    assert "/regie/?thema=geld" in html


@pytest.mark.eis("M10")
def test_a_provision_tells_what_comes_before_and_the_way_back(volkel, client) -> None:
    een_voorziening("Spreekuur", toegang="aanmelden", vorm="individueel", soort="formeel")
    html = lees(client, "/voorziening/spreekuur/")
    assert "Wat komt hiervoor?" in html
    assert "Terug naar Buurt" in html.replace("\n", " ")


def test_what_others_do_on_their_own_is_not_told_at_every_provision(volkel, client) -> None:
    team = Boomlaag.objects.get(naam="Team")
    een_stap(een_voorziening("Bezoekmaatje", soort="informeel"), team)
    een_voorziening("Spreekuur", toegang="aanmelden", vorm="individueel")
    html = lees(client, "/voorziening/spreekuur/")
    assert "Wat komt hiervoor?" in html
    assert "Bezoekmaatje" not in html


def test_own_steps_replace_those_of_the_layer_of_the_same_kind(volkel, client) -> None:
    maatje = een_voorziening("Maatje", soort="informeel")
    een_stap(maatje, een_voorziening("Eigen vervolg", toegang="indicatie"))
    html = lees(client, "/voorziening/maatje/")
    assert "Helpt mee: Eigen vervolg" in html
    assert "Helpt mee: Team" not in html


@pytest.mark.parametrize(("erbij", "zin"), [(True, "U bent erbij."), (False, "niet bij.")])
def test_a_step_tells_whether_the_resident_is_there(volkel, client, erbij, zin) -> None:
    maatje = een_voorziening("Maatje", soort="informeel")
    een_stap(maatje, een_voorziening("Hulp", toegang="indicatie"), bewoner_erbij=erbij)
    een_stap(*Boomlaag.objects.all()[::2], "overnemen", bewoner_erbij=erbij)
    assert zin in lees(client, "/voorziening/maatje/")
    assert zin in lees(client, "/boom/laag/buurt/")


def test_without_a_boom_the_page_of_a_provision_still_gives_a_number(client) -> None:
    een_wijk("Volkel")
    een_voorziening("Maatje")
    html = lees(client, "/voorziening/maatje/")
    assert "Zeg het tegen wie u nu helpt" in html
    assert 'href="tel:+31850001234"' in html
