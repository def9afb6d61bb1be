"""The story of L5 and L6 on a phone, from the question of a neighbour to the answer she reads.

And the pages of /werk/, which the guards over the site do not visit: they are behind a login.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from sociale_basis.toegang import apparaten
from tests.hulp.browser import Opener
from tests.hulp.toegankelijk import axe, toetsenbord, zijwaarts
from tests.hulp.verslag import niets_in
from tests.sociale_basis.toegang.mensen import nu_op
from wijken.models import Hulpvraag
from wijken.vragen import handelingen

from .mensen import Mensen, een_beantwoorde_vraag, een_vraag

pytestmark = pytest.mark.django_db(transaction=True)
WACHTWOORD = "lange-zin-met-koffie"


def geef_wachtwoord(gebruiker: Any) -> None:
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()


def log_in(pagina: Page, site: str, naam: str) -> None:
    pagina.goto(f"{site}/werk/")
    pagina.locator("#id_username").fill(naam)
    pagina.locator("#id_password").fill(WACHTWOORD)
    with pagina.expect_navigation():
        pagina.locator("input[type=submit]").click()


@pytest.mark.eis("L5")
@pytest.mark.eis("L6")
@pytest.mark.eis("V5")
@pytest.mark.parametrize("javascript", [True, False])
def test_a_neighbour_asks_for_someone_else_and_reads_the_answer_with_her_code(
    live_server, nieuwe_pagina: Opener, mensen: Mensen, javascript: bool
) -> None:
    # The neighbour, on the page of her wijk.
    buurvrouw = nieuwe_pagina(breedte=360, javascript=javascript)
    buurvrouw.goto(f"{live_server.url}/wijk/volkel/")
    buurvrouw.locator("main").get_by_role("link", name="Stel een vraag").click()
    buurvrouw.get_by_label("Voor iemand anders").check()
    buurvrouw.get_by_label("Wat wilt u vragen?").fill("Mijn buurman van 84 eet alleen maar soep.")
    niets_in(zijwaarts(buurvrouw))
    buurvrouw.wait_for_timeout(3100)
    buurvrouw.get_by_role("button", name="Verstuur mijn vraag").click()
    buurvrouw.get_by_role("heading", name="Wij hebben uw vraag").wait_for()
    code = buurvrouw.locator(".vraagcode").inner_text()
    assert re.fullmatch(r"(\w{4}-){3}\w{4}", code)
    buurvrouw.context.clear_cookies()

    # The preventiewerker, who is no staff, on her own phone and with a second factor.
    fenna = mensen.fenna.gebruiker
    geef_wachtwoord(fenna)
    apparaat = apparaten.TOTPDevice.objects.create(user=fenna, name="telefoon")
    apparaten.neem_in_gebruik(apparaat)
    telefoon = nieuwe_pagina(breedte=360, javascript=javascript)
    log_in(telefoon, live_server.url, "fenna")
    telefoon.get_by_label("Code uit uw app").fill(nu_op(apparaat))
    telefoon.get_by_role("button", name="Inloggen").click()
    telefoon.get_by_text("U bent ingelogd als").wait_for()
    telefoon.get_by_role("link", name="Vragen").first.click()
    telefoon.get_by_role("heading", name="Vragen van bewoners").wait_for()
    assert "soep" not in telefoon.locator("main").inner_text()
    telefoon.get_by_role("link", name="Vraag uit Volkel").click()
    telefoon.get_by_text("Mijn buurman van 84").wait_for()
    telefoon.get_by_role("button", name="Ik pak deze vraag op").click()
    telefoon.get_by_text("U heeft de vraag opgepakt.").wait_for()
    telefoon.get_by_label("Uw antwoord").fill("Donderdag is er een open tafel. Ik haal hem op.")
    telefoon.get_by_role("button", name="Verstuur het antwoord").click()
    telefoon.get_by_text("Uw antwoord staat klaar").wait_for()

    # The neighbour again, with nothing but her code.
    buurvrouw.goto(f"{live_server.url}/vraag/")
    buurvrouw.get_by_role("link", name="Kijk of er antwoord is").click()
    buurvrouw.get_by_label("Uw code").fill(code.lower().replace("-", " "))
    buurvrouw.get_by_role("button", name="Laat mijn vraag zien").click()
    buurvrouw.get_by_text("Donderdag is er een open tafel.").wait_for()
    assert "Antwoord van Fenna" in buurvrouw.locator("main").inner_text()
    buurvrouw.get_by_role("button", name="Ja, ik ben geholpen").click()
    buurvrouw.get_by_text("Deze vraag is afgerond.").wait_for()
    assert Hulpvraag.objects.get().is_gesloten


@pytest.mark.eis("L5")
@pytest.mark.parametrize("opties", [{"breedte": 1280}, {"breedte": 320, "donker": True}], ids=str)
def test_the_pages_of_werk_are_for_everybody(
    live_server, nieuwe_pagina: Opener, mensen: Mensen, opties: dict[str, Any]
) -> None:
    """Eyes, keyboard, small screens: as every public page."""
    geefkans = een_vraag(mensen.volkel, weg="telefoon", telefoon="+31612345678")
    Hulpvraag.objects.update(crisis="geweld")
    handelingen.pak_op(geefkans, mensen.fenna.gebruiker)
    klaar = een_beantwoorde_vraag(mensen.volkel, mensen.fenna, tekst="Al beantwoord?")
    een_vraag(mensen.volkel, "Te laat?", dagen_geleden=20)
    geef_wachtwoord(mensen.bas.gebruiker)
    pagina = nieuwe_pagina(**opties)
    log_in(pagina, live_server.url, "bas")
    adressen = ("/werk/vragen/", "/werk/vragen/op-tijd/", geefkans.werkpad, klaar.werkpad)
    for adres in adressen:
        pagina.goto(live_server.url + adres)
        niets_in(axe(pagina))
        niets_in(zijwaarts(pagina))
        niets_in(toetsenbord(pagina))


@pytest.mark.eis("L5")
def test_a_second_colleague_finds_what_was_typed_on_the_same_page(
    live_server, nieuwe_pagina: Opener, mensen: Mensen
) -> None:
    vraag = een_vraag(mensen.volkel)
    geef_wachtwoord(mensen.bas.gebruiker)
    pagina = nieuwe_pagina(breedte=360)
    log_in(pagina, live_server.url, "bas")
    pagina.goto(live_server.url + vraag.werkpad)
    pagina.get_by_label("Uw antwoord").fill("Mijn lange antwoord.")
    handelingen.antwoord(vraag, mensen.fenna.gebruiker, "Fenna was sneller.")
    pagina.get_by_role("button", name="Verstuur het antwoord").click()
    pagina.get_by_text("Iemand was u net voor").wait_for()
    niets_in(axe(pagina))
    assert pagina.get_by_label("Uw antwoord").input_value() == "Mijn lange antwoord."
    pagina.get_by_role("button", name="Verstuur het antwoord").click()
    pagina.get_by_text("Uw antwoord staat klaar").wait_for()
    assert vraag.berichten.count() == 2


@pytest.mark.eis("L6")
def test_the_confirmation_prints_with_the_code_big(
    live_server, nieuwe_pagina: Opener, mensen: Mensen
) -> None:
    vraag = een_vraag(mensen.volkel)
    pagina = nieuwe_pagina()
    pagina.goto(f"{live_server.url}/vraag/{vraag.code}/bedankt/")
    pagina.emulate_media(media="print")
    code = pagina.locator(".vraagcode")
    assert code.is_visible()
    assert code.evaluate("el => parseFloat(getComputedStyle(el).fontSize)") > 28
    assert pagina.get_by_text("/vraag/mijn/").first.is_visible()
