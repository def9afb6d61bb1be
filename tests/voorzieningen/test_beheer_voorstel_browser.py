"""An organisation and a redacteur in the browser: from a form to the website, and back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.hulp.browser import Opener
from tests.hulp.inloggen import aan
from tests.hulp.toegankelijk import axe, zijwaarts
from tests.hulp.verslag import niets_in

pytestmark = pytest.mark.schrijft_in_demo

LIJST = "/beheer/voorzieningen/voorstel/"
Aanmelder = Callable[..., Page]


@pytest.fixture
def als(nieuwe_pagina: Opener, demosite: str) -> Aanmelder:
    """A browser in which somebody of the demo is logged in, at an address of the admin."""

    def open_als(naam: str, adres: str, **opties: object) -> Page:
        return aan(nieuwe_pagina(**opties), demosite, naam, adres)

    return open_als


def _eerste_voorstel(pagina: Page, naam: str) -> None:
    pagina.locator("#result_list tbody th a", has_text=naam).first.click()
    expect(pagina.locator("[value=overnemen]")).to_be_visible()


@pytest.mark.eis("V5")
@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_from_the_form_of_an_organisation_to_the_website(
    als: Aanmelder, demosite: str, javascript: bool
) -> None:
    zin = f"Wij helpen u op weg, {'met' if javascript else 'zonder'} script."
    linde = als("organisatie", "/beheer/voorzieningen/organisatie/", javascript=False)
    linde.click("#result_list tbody th a")
    linde.fill("#id_kort", zin)
    linde.click("[name=_save] >> nth=0")
    expect(linde.locator(".messagelist")).to_contain_text("wacht op goedkeuring")
    redacteur = als("redacteur", LIJST, javascript=javascript)
    _eerste_voorstel(redacteur, "Welzijn De Linde")
    assert zin not in linde.request.get(f"{demosite}/organisatie/welzijn-de-linde/").text()
    redacteur.click("[value=overnemen]")
    expect(redacteur.locator(".messagelist")).to_contain_text("Overgenomen.")
    assert zin in linde.request.get(f"{demosite}/organisatie/welzijn-de-linde/").text()
    linde.reload()
    expect(linde.locator(".voorstel-feiten")).to_contain_text("overgenomen")


@pytest.mark.parametrize("breedte", [360, 1280])
@pytest.mark.parametrize("donker", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_the_pages_of_proposals(
    als: Aanmelder, breedte: int, donker: bool
) -> None:
    pagina = als("redacteur", LIJST, breedte=breedte, donker=donker)
    niets_in(axe(pagina))
    _eerste_voorstel(pagina, "Bakkie in De Zwaan")
    niets_in(axe(pagina) + zijwaarts(pagina))
    pagina.click("[value=afwijzen]")
    expect(pagina.locator("[role=alert]")).to_be_visible()
    niets_in(axe(pagina) + zijwaarts(pagina))


def test_axe_finds_nothing_where_the_beheerder_gives_out_wijken(als: Aanmelder) -> None:
    pagina = als("beheerder", "/beheer/voorzieningen/medewerker/")
    niets_in(axe(pagina) + zijwaarts(pagina))
