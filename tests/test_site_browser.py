"""Guards over the whole site as a person meets it: eyes, keyboard, phone, paper, no script."""

import pytest
from playwright.sync_api import Page

from tests.hulp.adressen import Geval, paginas
from tests.hulp.browser import Opener
from tests.hulp.toegankelijk import axe, toetsenbord, zijwaarts
from tests.hulp.verslag import niets_in

elke_pagina = pytest.mark.parametrize("geval", paginas(), ids=str)
TELEFOON, SMAL = 360, 320
# What another width or other colours can break; the rest is the same page.
UITERLIJK = [
    "aria-hidden-focus",
    "color-contrast",
    "link-in-text-block",
    "scrollable-region-focusable",
    "target-size",
]


def _open(pagina: Page, demosite: str, geval: Geval) -> Page:
    antwoord = pagina.goto(demosite + geval.adres())
    assert antwoord.status == geval.status
    return pagina


def _met_kaart(pagina: Page, demosite: str, geval: Geval) -> Page:
    """Once the markers stand on the map, if the page has one: they are controls too."""
    _open(pagina, demosite, geval)
    for kaart in pagina.locator("[data-kaart]").all():
        kaart.scroll_into_view_if_needed()
        pagina.wait_for_selector("[data-kaart][data-toestand]")
    pagina.evaluate("scrollTo(0, 0)")
    return pagina


@elke_pagina
def test_axe_finds_nothing(venster: Opener, demosite: str, geval: Geval) -> None:
    niets_in(axe(_met_kaart(venster(), demosite, geval)))


@elke_pagina
def test_axe_finds_nothing_in_the_dark_on_a_phone(
    venster: Opener, demosite: str, geval: Geval
) -> None:
    pagina = _met_kaart(venster(donker=True, breedte=TELEFOON), demosite, geval)
    niets_in(axe(pagina, UITERLIJK))


@elke_pagina
def test_nothing_sticks_out_at_320_pixels(venster: Opener, demosite: str, geval: Geval) -> None:
    niets_in(zijwaarts(_met_kaart(venster(breedte=SMAL), demosite, geval)))


@elke_pagina
def test_every_control_is_reached_by_keyboard_with_visible_focus(
    venster: Opener, demosite: str, geval: Geval
) -> None:
    niets_in(toetsenbord(_met_kaart(venster(), demosite, geval)))


@elke_pagina
def test_every_page_opens_without_javascript(venster: Opener, demosite: str, geval: Geval) -> None:
    pagina = _open(venster(javascript=False, breedte=TELEFOON), demosite, geval)
    assert pagina.locator("h1").is_visible()
    assert pagina.locator("main").inner_text().strip()
    niets_in(zijwaarts(pagina))


@elke_pagina
def test_every_page_prints_as_something_to_hand_over(
    venster: Opener, demosite: str, geval: Geval
) -> None:
    pagina = venster()
    pagina.emulate_media(media="print")
    try:
        _open(pagina, demosite, geval)
        assert pagina.locator("h1").is_visible()
        assert not pagina.locator("nav:visible").count()
        assert pagina.locator("main").inner_text().strip()
    finally:
        pagina.emulate_media(media="screen")
