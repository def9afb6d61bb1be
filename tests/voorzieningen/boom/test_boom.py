"""The boom of a wijk: one object, drawn and in words, with links and counts (H5)."""

import re

import pytest
from django.test import Client

from sociale_basis.kern.tekenen import breek_af
from sociale_basis.kern.velden import lees_telefoon
from tests.fabriek import (
    de_gemeente,
    een_boom,
    een_buurt,
    een_laag,
    een_organisatie,
    een_plek,
    een_stap,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.boom import wortels as register
from voorzieningen.boom.opbouw import boom_van
from voorzieningen.boom.tekening import tekeningen
from voorzieningen.boom.wortels import Wortel, Wortelgroep, wortels

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H5")]


@pytest.fixture
def volkel():
    """A wijk with a boom, a meeting place, two initiatives and a specialist."""
    wijk = een_wijk("Volkel", contact_naam="Team Volkel", contact_telefoon="085 000 7777")
    buurt = een_buurt("Kom Volkel", ouder=wijk)
    geld, ouder = een_thema("Schulden", ouder=een_thema("Geld")), een_thema("Ouder worden")
    een_boom()
    een_plek("Dorpshuis De Zwaan", gebied=buurt)
    eigen = {"soort": "bewonersinitiatief", "hele_gemeente": False, "gebieden": [wijk]}
    een_voorziening("Koffieochtend", themas=[ouder], **eigen)
    een_voorziening("Geldmaatje", themas=[geld], **eigen)
    een_voorziening("Schuldhulp", themas=[geld], toegang="indicatie", telefoon="085 000 8888")
    return wijk


def pagina(client: Client, adres: str) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_the_roots_are_the_places_and_initiatives_of_this_very_wijk(volkel, client) -> None:
    een_plek("Buurthuis Elders", gebied=een_buurt("Ver weg", ouder=een_wijk("Reek")))
    html = pagina(client, "/wijk/volkel/boom/")
    for naam in ("Dorpshuis De Zwaan", "Koffieochtend", "Geldmaatje"):
        assert naam in html
    assert "Buurthuis Elders" not in html


def test_each_layer_has_a_count_a_number_and_a_way_up_and_back(volkel) -> None:
    onder, midden, boven = boom_van(volkel).delen
    assert [deel.aantal for deel in (onder, midden, boven)] == [2, 0, 1]
    assert {deel.contact.naam for deel in (onder, midden, boven)} == {"Team Volkel"}
    assert not onder.terug
    assert not boven.omhoog
    assert all((onder.omhoog, midden.omhoog, midden.terug, boven.terug))


def test_drawing_and_list_are_made_from_one_object_and_say_the_same(volkel, client) -> None:
    html = pagina(client, "/wijk/volkel/boom/")
    tekening, lijst = html.split("<figcaption", 1)
    breed = tekening.split("boomtekening--breed")[1].split("</svg>")[0]
    links = set(re.findall(r'href="([^"]+)"', breed))
    ankers = {link for link in links if link.startswith("#")}
    assert len(ankers) == 3 + 4
    assert {f'id="{anker[1:]}"' in lijst for anker in ankers} == {True}
    assert {f'href="{link}"' in lijst for link in links - ankers} == {True}


def test_the_arrow_back_is_there_for_every_arrow_up(volkel) -> None:
    paden = boom_van(volkel).paden
    assert sorted((p.van, p.naar) for p in paden if p.is_terug) == [(1, 0), (2, 1)]
    assert sorted((p.van, p.naar) for p in paden if not p.is_terug) == [(0, 1), (1, 2)]


def test_choosing_a_theme_lights_up_its_leaf_and_the_way(volkel, client) -> None:
    zonder = pagina(client, "/wijk/volkel/boom/")
    met = pagina(client, "/wijk/volkel/boom/?thema=schulden")
    assert "boom-spoor" not in zonder
    assert met.count("boom-blad--licht") == 2  # broad and slim
    assert met.count('class="boom-spoor"') == 2
    assert "Geldmaatje" in met
    assert "Koffieochtend" not in met
    assert [deel.aantal for deel in boom_van(volkel, een_thema("Geld")).delen] == [1, 0, 1]


def test_the_boom_of_the_municipality_stands_on_its_wijken(volkel, client) -> None:
    html = pagina(client, "/boom/")
    assert 'href="/wijk/volkel/boom/"' in html
    assert "De boom van Maashorst" in html


def test_without_layers_the_page_still_gives_a_number(client) -> None:
    de_gemeente()
    html = pagina(client, "/boom/")
    assert "Deze boom groeit nog" in html
    assert 'href="tel:+31850001234"' in html


def test_an_unknown_theme_or_wijk_counts_as_none(volkel, client) -> None:
    assert "boom-spoor" not in pagina(client, "/boom/?thema=onzin")
    assert "Kies eerst" in pagina(client, "/boom/route/?thema=onzin&wijk=onzin")


def test_an_app_above_can_add_a_group_to_the_roots(volkel, monkeypatch) -> None:
    monkeypatch.setattr(register, "_aanbieders", list(register._aanbieders))

    @wortels(volgorde=1)
    def aanspreekpersonen(gebied, thema):
        return Wortelgroep("Aanspreekpersonen", (Wortel("Annie", "/annie/"),), 1)

    boom = boom_van(volkel)
    assert boom.wortels[0].titel == "Aanspreekpersonen"
    assert tekeningen(boom)[0].wortels[0].url == "/annie/"


@pytest.mark.parametrize("lagen", range(1, 7))
@pytest.mark.parametrize("themas", [0, 1, 7, 16])
def test_any_number_of_layers_and_themes_can_be_drawn(lagen: int, themas: int) -> None:
    wijk = een_wijk("Volkel")
    alle = [een_laag(f"Laag {n}") for n in range(lagen)]
    for hoog in alle[2:]:
        een_stap(hoog, alle[0], "afschalen")
    for n in range(themas):
        een_thema(f"Thema {n}")
    for tekening in tekeningen(boom_van(wijk)):
        hoogtes = [plaat.vak.y for plaat in tekening.platen]
        assert hoogtes == sorted(hoogtes, reverse=True)
        assert len(set(hoogtes)) == lagen
        assert tekening.hoogte > max(hoogtes)
        assert len(tekening.bladeren) == themas


def test_long_words_stay_within_their_leaf() -> None:
    assert breek_af("Brieven en formulieren", 14) == ["Brieven en", "formulieren"]
    assert breek_af("Een heel lange naam van een initiatief", 12) == ["Een heel", "lange naam va…"]
    assert breek_af("Heerlerheide-Passart", 17) == ["Heerlerheide-", "Passart"]
    assert breek_af("Noord-Zuid", 17) == ["Noord-Zuid"]
    assert breek_af("Sint-Antonius-Abt-en-Sint-Jozef", 14) == ["Sint-Antonius-", "Abt-en-Sint-Joz…"]


def test_a_long_name_of_a_layer_takes_two_lines_on_its_sign() -> None:
    wijk = een_wijk("Volkel")
    een_laag("Buurtsteun")
    een_laag("Gespecialiseerde ondersteuning")
    for tekening in tekeningen(boom_van(wijk)):
        kort, lang = tekening.platen
        assert [regel.tekst for regel in kort.naam] == ["Buurtsteun"]
        assert [regel.tekst for regel in lang.naam] == ["Gespecialiseerde", "ondersteuning"]
        assert lang.naam[-1].y < lang.aantal.y < lang.vak.onder


@pytest.mark.eis("V2")
def test_a_layer_shows_what_belongs_to_it_in_this_wijk(volkel, client) -> None:
    html = pagina(client, "/boom/laag/buurt/?wijk=volkel&thema=geld")
    assert "Geldmaatje" in html
    assert "Koffieochtend" not in html
    assert "1 gevonden" in html


@pytest.mark.parametrize("laagnummer", ["telefoon van de laag", "organisatie", "wijk"])
def test_who_answers_the_phone_of_a_layer(laagnummer: str) -> None:
    wijk = een_wijk("Volkel", contact_naam="Team Volkel", contact_telefoon="085 000 7777")
    velden = {
        "telefoon van de laag": {"telefoon": "085 000 1111"},
        "organisatie": {"verantwoordelijke": een_organisatie(telefoon="085 000 1111")},
        "wijk": {},
    }[laagnummer]
    een_laag("Team", **velden)
    nummer = lees_telefoon(boom_van(wijk).delen[0].contact.telefoon)
    assert nummer == ("+31850007777" if laagnummer == "wijk" else "+31850001111")


def test_a_layer_of_the_whole_municipality_is_not_called_at_the_wijk() -> None:
    wijk = een_wijk("Volkel", contact_naam="Team Volkel", contact_telefoon="085 000 7777")
    een_laag("Toegang", niveau="gemeente")
    assert boom_van(wijk).delen[0].contact.naam == "Gemeente Maashorst"


@pytest.mark.parametrize(
    "adres",
    [
        "/boom/?thema=geld",
        "/wijk/volkel/boom/?thema=geld",
        "/boom/laag/buurt/?wijk=volkel&thema=geld",
        "/boom/route/?wijk=volkel&thema=geld",
        "/voorziening/koffieochtend/",
        "/wijk/volkel/",
        "/thema/geld/?wijk=volkel",
    ],
)
def test_the_number_of_queries_stays_the_same_with_many_rows(
    volkel, client, adres, django_assert_max_num_queries
) -> None:
    geld, lagen = een_thema("Geld"), [boom.laag for boom in boom_van(volkel).delen]
    eerder = None
    for n in range(40):
        hulp = een_voorziening(f"Hulp {n}", themas=[geld], gebieden=[volkel], laag=lagen[0])
        een_stap(hulp, eerder or lagen[1])
        eerder = hulp
        een_plek(f"Plek {n}", gebied=volkel)
    client.get(adres)
    with django_assert_max_num_queries(12):
        assert client.get(adres).status_code == 200
