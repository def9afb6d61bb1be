"""The pages of export and import as a redacteur meets them: any screen, any colours, no script."""

import pytest
from playwright.sync_api import Page, expect

from tests.hulp.browser import Opener
from tests.hulp.inloggen import aan
from tests.hulp.toegankelijk import axe, zijwaarts
from tests.hulp.verslag import niets_in
from tests.voorzieningen.uitwisseling.hulp import tabel

pytestmark = pytest.mark.schrijft_in_demo

LIJST = "/beheer/voorzieningen/importbestand/"
KOP = ["Sleutel", "Naam", "In één zin", "Telefoon", "Kleur"]
BESTANDEN = {
    "goed": tabel(KOP, ["nieuwe-club", "Nieuwe club", "Samen doen.", "112", "rood"]),
    "fout": tabel(KOP, ["nieuwe-club", "", "Samen doen.", "bel mij", "rood"]),
}


def upload(pagina: Page, inhoud: bytes) -> Page:
    bestand = {"name": "organisaties.csv", "mimeType": "text/csv", "buffer": inhoud}
    pagina.set_input_files("#id_bestand", bestand)
    with pagina.expect_navigation():
        pagina.click("text=Laat zien wat er verandert")
    return pagina


@pytest.mark.parametrize("uiterlijk", [{}, {"donker": True, "breedte": 360}], ids=str)
def test_axe_finds_nothing_and_nothing_sticks_out(
    venster: Opener, demosite: str, uiterlijk
) -> None:
    pagina = aan(venster(**uiterlijk), demosite, adres=LIJST)
    niets_in(axe(pagina))
    niets_in(zijwaarts(pagina))
    for inhoud in BESTANDEN.values():
        niets_in(axe(upload(pagina, inhoud)))
        niets_in(zijwaarts(pagina))
        with pagina.expect_navigation():
            pagina.click("text=Stop en gooi het bestand weg")


def test_a_file_is_uploaded_seen_and_stopped_without_javascript(
    venster: Opener, demosite: str
) -> None:
    pagina = aan(venster(javascript=False, breedte=360), demosite, adres=LIJST)
    upload(pagina, BESTANDEN["goed"])
    expect(pagina.locator("h1")).to_have_text("Wat verandert er?")
    expect(pagina.locator("text=Nieuwe club (nieuwe-club)")).to_be_visible()
    expect(pagina.locator("text=onbekende kolommen zijn overgeslagen: Kleur")).to_be_visible()
    pagina.click("text=Stop en gooi het bestand weg")
    expect(pagina.locator("text=Er is niets veranderd")).to_be_visible()
