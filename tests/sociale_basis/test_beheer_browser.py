"""A week of a redacteur in a real browser: ten minutes a day, by mouse, keyboard and phone."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import shapely
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.hulp.browser import Opener
from tests.hulp.inloggen import aan
from tests.hulp.toegankelijk import axe, toetsenbord, zijwaarts
from tests.hulp.verslag import niets_in
from tests.voorzieningen.pdok import NepPdok, pdok
from voorzieningen.models import Locatie, Organisatie, Voorziening
from wijken.grenzen import schrijf
from wijken.models import Gebied

pytestmark = pytest.mark.schrijft_in_demo

KAART = "/beheer/voorzieningen"


@pytest.fixture
def redacteur(nieuwe_pagina: Opener, demosite: str) -> Page:
    return aan(nieuwe_pagina(), demosite)


@pytest.fixture
def locatieserver(settings) -> Iterator[NepPdok]:
    cache.clear()
    with pdok() as nep:
        settings.PDOK_LOCATIESERVER = nep.adres
        yield nep


# --- the week ------------------------------------------------------------------------------


def test_monday_the_start_page_leads_to_what_is_overdue_and_counts_down(redacteur, demosite):
    te_laat = date.today() - timedelta(days=200)
    for ding in Voorziening.objects.zichtbaar()[:2]:
        ding.laatst_gecontroleerd, ding.controletermijn = te_laat, 183
        ding.save()
    redacteur.goto(f"{demosite}/beheer/")
    regel = redacteur.locator('a[href$="voorziening/?let_op=verlopen"]')
    aantal = int(regel.locator("strong").inner_text())
    regel.click()
    expect(redacteur.locator("#result_list tbody tr")).to_have_count(aantal)
    redacteur.locator("#result_list tbody input[type=checkbox]").first.check()
    redacteur.locator("select[name=action]").select_option("bevestig")
    redacteur.get_by_role("button", name="Uitvoeren").click()
    expect(redacteur.locator(".messagelist")).to_contain_text("1 keer bevestigd.")
    redacteur.goto(f"{demosite}/beheer/")
    over = redacteur.locator('a[href$="voorziening/?let_op=verlopen"] strong')
    assert int(over.inner_text()) == aantal - 1


def test_tuesday_a_new_provision_with_hints_times_and_a_preview_goes_online(redacteur, demosite):
    redacteur.goto(f"{demosite}{KAART}/voorziening/add/")
    redacteur.get_by_label("Titel").fill("Breien in de bieb")
    redacteur.locator("#id_kort").press_sequentially("Wij faciliteren samen breien.")
    tips = redacteur.locator('[data-levend-bij="kort"]')
    expect(tips).to_contain_text("“faciliteren”: schrijf liever “mogelijk maken”.")
    redacteur.locator("#id_kort").fill("Brei samen met anderen.")
    expect(tips).not_to_contain_text("faciliteren")

    themas = redacteur.get_by_role("group", name="Thema’s")
    themas.get_by_label("Zoek in deze lijst").fill("taal")
    themas.locator("li:visible input").first.check()
    expect(themas.locator("[data-gekozen]")).not_to_have_text("niets gekozen")
    redacteur.get_by_label("Voor de hele gemeente").check()
    wie = redacteur.get_by_role("group", name="Verantwoordelijke organisatie")
    wie.get_by_label("Zoek in deze lijst").fill("bibliotheek")
    wie.locator("li:visible input").last.check()

    redacteur.locator("#id_openingstijden-0-weekdag").select_option(label="woensdag")
    redacteur.locator("#id_openingstijden-0-van").fill("10:00")
    redacteur.locator("#id_openingstijden-0-tot").fill("12:00")
    expect(redacteur.locator(".tijdenzin")).to_contain_text("Woensdag van 10.00 tot 12.00 uur.")

    redacteur.get_by_role("button", name="Opslaan en voorbeeld bekijken").first.click()
    expect(redacteur.locator("main")).to_contain_text("Voorbeeld, alleen voor u")
    expect(redacteur.locator("main")).to_contain_text("Woensdag")
    nieuw = Voorziening.objects.get(titel="Breien in de bieb")
    assert nieuw not in Voorziening.objects.zichtbaar()

    redacteur.get_by_role("link", name="Terug naar bewerken").click()
    redacteur.locator("#id_publicatie").select_option("gepubliceerd")
    redacteur.get_by_role("button", name="Opslaan", exact=True).first.click()
    expect(redacteur.locator(".messagelist .success")).to_be_visible()
    redacteur.goto(demosite + nieuw.get_absolute_url())
    expect(redacteur.locator("h1")).to_have_text("Breien in de bieb")


def test_wednesday_a_place_finds_its_address_and_its_point(redacteur, demosite, locatieserver):
    redacteur.goto(f"{demosite}{KAART}/locatie/add/")
    redacteur.get_by_label("Naam", exact=False).first.fill("Huis aan de Markt")
    redacteur.get_by_label("Straat").fill("Markt")
    redacteur.get_by_label("Huisnummer").fill("1")
    redacteur.get_by_role("button", name="Zoek dit adres op").click()
    redacteur.get_by_role("button", name="Neem over").press("Enter")
    expect(redacteur.get_by_label("Postcode")).to_have_value("5401 GN")
    expect(redacteur.get_by_label("Breedtegraad")).to_have_value("51.660877")
    expect(redacteur.locator(".beheerpunt")).to_be_visible()
    redacteur.locator(".beheerkaart").click(position={"x": 100, "y": 100})
    expect(redacteur.get_by_label("Breedtegraad")).not_to_have_value("51.660877")
    redacteur.get_by_role("button", name="Opslaan", exact=True).first.click()
    expect(redacteur.locator(".messagelist .success")).to_be_visible()
    plek = Locatie.objects.get(naam="Huis aan de Markt")
    assert (plek.postcode, plek.plaats, plek.heeft_punt) == ("5401GN", "Uden", True)


def test_thursday_without_network_the_form_says_so_and_still_works(redacteur, demosite, settings):
    settings.PDOK_LOCATIESERVER = ""
    cache.clear()
    redacteur.goto(f"{demosite}{KAART}/locatie/add/")
    redacteur.get_by_label("Straat").fill("Markt")
    redacteur.get_by_role("button", name="Zoek dit adres op").click()
    expect(redacteur.locator("[data-adressen]")).to_contain_text("nu niet te bereiken")


def test_friday_two_colleagues_write_in_one_entry_and_both_keep_their_work(nieuwe_pagina, demosite):
    hulp = Organisatie.objects.zichtbaar().last()
    adres = f"{demosite}{KAART}/organisatie/{hulp.pk}/change/"
    anna, bram = aan(nieuwe_pagina(), demosite), aan(nieuwe_pagina(), demosite, "beheerder")
    for collega in (anna, bram):
        collega.goto(adres)
    bram.locator("#id_kort").fill("Bram schreef dit.")
    bram.get_by_role("button", name="Opslaan", exact=True).first.click()
    expect(bram.locator(".messagelist .success")).to_be_visible()
    anna.locator("#id_beschrijving").fill("Anna schreef dit.")
    anna.get_by_role("button", name="Opslaan", exact=True).first.click()
    expect(anna.locator("h1")).to_have_text("Iemand anders heeft dit net ook gewijzigd")
    niets_in([*axe(anna), *zijwaarts(anna), *toetsenbord(anna)])
    anna.get_by_role("button", name="Opslaan wat ik koos").click()
    expect(anna.locator(".messagelist .success")).to_be_visible()
    hulp.refresh_from_db()
    assert (hulp.kort, hulp.beschrijving) == ("Bram schreef dit.", "Anna schreef dit.")


def test_friday_afternoon_three_entries_go_to_the_archive_with_one_reason(redacteur, demosite):
    redacteur.goto(f"{demosite}{KAART}/voorziening/")
    for vak in redacteur.locator("#result_list tbody input[type=checkbox]").all()[:3]:
        vak.check()
    redacteur.locator("select[name=action]").select_option("archiveer")
    with redacteur.expect_navigation():
        redacteur.get_by_role("button", name="Uitvoeren").click()
    niets_in([*axe(redacteur), *toetsenbord(redacteur)])
    redacteur.get_by_label("Waarom gaan deze weg?").fill("Gestopt na de zomer.")
    redacteur.get_by_role("button", name="Doorgaan").click()
    expect(redacteur.locator(".messagelist")).to_contain_text("3 gewijzigd.")


def test_a_border_is_drawn_on_the_map_and_lands_in_the_field(redacteur, demosite):
    redacteur.goto(f"{demosite}/beheer/wijken/gebied/add/")
    redacteur.locator("summary", has_text="Grens").click()
    kaart = redacteur.locator(".beheerkaart")
    kaart.scroll_into_view_if_needed()
    redacteur.get_by_title("Teken een vlak").click()
    for x, y in ((400, 150), (550, 150), (550, 250)):
        kaart.click(position={"x": x, "y": y})
        redacteur.wait_for_timeout(100)  # Leaflet.draw takes a quicker click for a double one
    redacteur.get_by_title("Maak het vlak af").click()
    expect(redacteur.locator("#id_grens")).to_have_value(re.compile('"type":"Polygon"'))


def test_a_border_with_a_hole_survives_being_edited(redacteur, demosite):
    gat = shapely.box(5.6, 51.6, 5.7, 51.7) - shapely.box(5.64, 51.64, 5.66, 51.66)
    eiland = shapely.box(5.75, 51.6, 5.8, 51.65)
    wijk = Gebied.objects.wijken().first()
    wijk.grens = schrijf(shapely.MultiPolygon([gat, eiland]))
    wijk.save()
    redacteur.goto(f"{demosite}/beheer/wijken/gebied/{wijk.pk}/change/")
    redacteur.locator("summary", has_text="Grens").click()
    redacteur.get_by_title("Verander de grens").click()
    redacteur.get_by_title("Bewaar in het formulier").click()
    grens = redacteur.evaluate("JSON.parse(document.getElementById('id_grens').value)")
    assert shapely.geometry.shape(grens).equals(shapely.MultiPolygon([gat, eiland]))


# --- every page that a redacteur meets -------------------------------------------------------


def _adressen() -> dict[str, Any]:
    def eerste(rijen: Any) -> int:
        return rijen.order_by("pk").first().pk

    tijden = Voorziening.objects.filter(openingstijden__isnull=False)
    return {
        "start": lambda: "/beheer/",
        "provisions": lambda: f"{KAART}/voorziening/",
        "nothing found": lambda: f"{KAART}/voorziening/?q=bestaatniet",
        "organisations": lambda: f"{KAART}/organisatie/",
        "places": lambda: f"{KAART}/locatie/",
        "areas": lambda: "/beheer/wijken/gebied/",
        "a provision": lambda: f"{KAART}/voorziening/{eerste(tijden)}/change/",
        "a new provision": lambda: f"{KAART}/voorziening/add/",
        "a place": lambda: f"{KAART}/locatie/{eerste(Locatie.objects.met_punt())}/change/",
        "an organisation": lambda: f"{KAART}/organisatie/{eerste(Organisatie.objects)}/change/",
        "an area": lambda: f"/beheer/wijken/gebied/{eerste(Gebied.objects.wijken())}/change/",
        "a preview": lambda: f"{KAART}/voorziening/{eerste(tijden)}/voorbeeld/",
        "the handbook": lambda: "/beheer/handleiding/",
        "a chapter": lambda: "/beheer/handleiding/gewone-woorden/",
    }


elke_pagina = pytest.mark.parametrize("naam", _adressen())


def _open(pagina: Page, site: str, naam: str) -> Page:
    antwoord = aan(pagina, site).goto(site + _adressen()[naam]())
    assert antwoord.status == 200
    return pagina


@elke_pagina
def test_the_policy_is_kept(venster: Opener, demosite: str, naam: str) -> None:
    pagina = _open(venster(), demosite, naam)
    pagina.wait_for_load_state("networkidle")
    assert pagina.locator("h1").count() == 1


@elke_pagina
def test_it_fits_on_a_phone_and_works_without_javascript(
    venster: Opener, demosite: str, naam: str
) -> None:
    pagina = _open(venster(javascript=False, breedte=360), demosite, naam)
    niets_in(zijwaarts(pagina))
    assert pagina.locator("main").inner_text().strip()


@pytest.mark.parametrize(("breedte", "rijen"), [(360, 1), (767, 1), (1280, 2)])
def test_on_a_phone_the_buttons_wait_below_the_form(
    venster: Opener, demosite: str, breedte: int, rijen: int
) -> None:
    pagina = _open(venster(breedte=breedte), demosite, "a provision")
    knoppen = pagina.locator(".submit-row:visible")
    assert knoppen.count() == rijen
    onderaan = knoppen.last.bounding_box()
    titel = pagina.locator("#id_titel").bounding_box()
    assert titel
    assert onderaan
    assert titel["y"] < onderaan["y"]


@elke_pagina
def test_axe_finds_nothing(venster: Opener, demosite: str, naam: str) -> None:
    niets_in(axe(_open(venster(), demosite, naam)))


@elke_pagina
def test_axe_finds_nothing_in_the_dark_on_a_phone(
    venster: Opener, demosite: str, naam: str
) -> None:
    niets_in(axe(_open(venster(donker=True, breedte=360), demosite, naam)))
