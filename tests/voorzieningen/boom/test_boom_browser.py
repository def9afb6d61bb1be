"""The drawing as people see it: three widths, on paper, in the dark, with the keyboard (H5)."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.hulp.browser import Opener
from tests.hulp.inloggen import aan
from tests.hulp.toegankelijk import axe, zijwaarts
from tests.hulp.verslag import niets_in

pytestmark = pytest.mark.schrijft_in_demo  # somebody logs in

BOOM = "/wijk/volkel/boom/?thema=geld-en-formulieren"
# Texts that stick out of their own sign or leaf, or out of the drawing.
UITSTEKEND = """() => [...document.querySelectorAll('.boomtekening')].filter(
  svg => svg.checkVisibility()).flatMap(svg => {
    const kader = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('a')].flatMap(a => {
      const vorm = a.querySelector('rect, path:not([class])');
      const ruim = vorm ? vorm.getBoundingClientRect() : kader;
      return [...a.querySelectorAll('text:not(.boom-bes)')].filter(t => {
        const vak = t.getBoundingClientRect();
        return vak.left < ruim.left - 1 || vak.right > ruim.right + 1
          || vak.left < kader.left - 1 || vak.right > kader.right + 1;
      }).map(t => t.textContent);
    });
  })"""
TE_KLEIN = """() => [...document.querySelectorAll('.boomtekening text')].filter(
  t => t.checkVisibility()).map(t => {
    const schaal = t.ownerSVGElement.getScreenCTM().a;
    return [parseFloat(getComputedStyle(t).fontSize) * schaal, t.textContent];
  }).filter(([maat]) => maat < 10).map(String)"""


@pytest.mark.parametrize("breedte", [320, 360, 768, 1280])
def test_words_stay_inside_and_are_large_enough(
    venster: Opener, demosite: str, breedte: int
) -> None:
    pagina = venster(breedte=breedte)
    for adres in ("/boom/", BOOM, "/wijk/zeeland/boom/"):
        pagina.goto(demosite + adres)
        assert pagina.locator(".boomtekening:visible").count() == 1
        niets_in(pagina.evaluate(UITSTEKEND))
        niets_in(pagina.evaluate(TE_KLEIN))
        niets_in(zijwaarts(pagina))


@pytest.mark.parametrize("donker", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_the_boom(venster: Opener, demosite: str, donker: bool) -> None:
    pagina = venster(donker=donker)
    for adres in (BOOM, "/boom/route/?thema=wonen&wijk=volkel", "/regie/?thema=wonen"):
        pagina.goto(demosite + adres)
        niets_in(axe(pagina))


def test_a_part_of_the_drawing_leads_to_its_words(nieuwe_pagina: Opener, demosite: str) -> None:
    pagina = nieuwe_pagina()
    pagina.goto(f"{demosite}/wijk/volkel/boom/")
    pagina.locator(".boomtekening--breed .boom-plaat").first.click()
    expect(pagina).to_have_url(re.compile("#laag-eigen-kring-en-buurt$"))
    pagina.locator(".boomtekening--breed .boom-blad", has_text="Wonen").click()
    pagina.wait_for_url("**/?thema=wonen#boom")
    expect(pagina.locator(".boomtekening--breed .boom-blad--licht")).to_have_count(1)


def test_the_keyboard_meets_every_link_once(nieuwe_pagina: Opener, demosite: str) -> None:
    pagina = nieuwe_pagina()
    pagina.goto(demosite + BOOM)
    stoppen = pagina.evaluate(
        "[...document.querySelectorAll('.boomtekening a')].filter(a => a.tabIndex >= 0).length"
    )
    assert stoppen == 0


def test_the_whole_drawing_fits_on_one_sheet(nieuwe_pagina: Opener, demosite: str) -> None:
    pagina = nieuwe_pagina(breedte=680)  # A4 without margins at 96 dots per inch
    pagina.emulate_media(media="print")
    pagina.goto(demosite + BOOM)
    figuur = pagina.locator("figure.boom").bounding_box()
    assert figuur["y"] + figuur["height"] < 1016
    assert pagina.locator(".boomtekening--breed").is_visible()
    assert pagina.locator(".boomtekening--smal").is_hidden()


def test_the_way_fits_on_one_sheet_for_every_theme(nieuwe_pagina: Opener, demosite: str) -> None:
    pagina = nieuwe_pagina(breedte=680)
    pagina.emulate_media(media="print")
    for thema in ("geld-en-formulieren", "hoe-ik-me-voel", "kinderen-en-opvoeden", "wonen"):
        pagina.goto(f"{demosite}/boom/route/?thema={thema}&wijk=volkel")
        assert _hoogte(pagina) < 1016, thema


STAPPEN = """() => [...document.querySelectorAll('.boomlijst .stapvouw dd')].map(
  dd => dd.checkVisibility({contentVisibilityAuto: true}))"""


def test_steps_in_words_are_folded_on_a_screen_and_open_on_paper(
    nieuwe_pagina: Opener, demosite: str
) -> None:
    pagina = nieuwe_pagina(breedte=360)
    pagina.goto(f"{demosite}/wijk/volkel/boom/")
    assert set(pagina.evaluate(STAPPEN)) == {False}
    assert _hoogte(pagina) < 9000
    pagina.emulate_media(media="print")
    pagina.wait_for_function(f"({STAPPEN})().every(Boolean)")


def test_an_arrow_opens_the_step_that_it_stands_for(nieuwe_pagina: Opener, demosite: str) -> None:
    pagina = nieuwe_pagina()
    pagina.goto(f"{demosite}/wijk/volkel/boom/")
    pagina.locator(".boomtekening--breed .boom-pijl").first.click()
    expect(pagina).to_have_url(re.compile("#"))
    doel = pagina.locator(f"[id='{pagina.url.split('#')[1]}']")
    expect(doel).to_be_visible()
    expect(pagina.locator(".stapvouw[open]")).to_have_count(1)


def test_a_step_opens_with_the_keyboard(nieuwe_pagina: Opener, demosite: str) -> None:
    pagina = nieuwe_pagina()
    pagina.goto(f"{demosite}/wijk/volkel/boom/")
    pagina.locator(".stapvouw summary").first.focus()
    pagina.keyboard.press("Enter")
    expect(pagina.locator(".stapvouw[open]")).to_have_count(1)


def test_up_and_back_differ_without_colour(nieuwe_pagina: Opener, demosite: str) -> None:
    """On a black and white print the way back is dotted and stands at the other side."""
    pagina = nieuwe_pagina(breedte=680)
    pagina.emulate_media(media="print")
    pagina.goto(demosite + BOOM)
    streep = "a => getComputedStyle(a.querySelector('.boom-pijl__lijn')).strokeDasharray"
    heen = pagina.locator(".boomtekening--breed .boom-pijl:not(.boom-pijl--terug)").first
    terug = pagina.locator(".boomtekening--breed .boom-pijl--terug").first
    assert heen.evaluate(streep) == "none"
    assert terug.evaluate(streep) != "none"
    kleur = "a => getComputedStyle(a.querySelector('.boom-pijl__lijn')).stroke"
    assert heen.evaluate(kleur) == terug.evaluate(kleur) == "rgb(0, 0, 0)"


@pytest.mark.parametrize("donker", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("breedte", [320, 360, 1280])
def test_staff_see_what_is_missing_on_any_screen(
    venster: Opener, demosite: str, breedte: int, donker: bool
) -> None:
    pagina = aan(venster(breedte=breedte, donker=donker), demosite)
    pagina.goto(f"{demosite}/beheer/voorzieningen/boomlaag/gaten/")
    assert pagina.locator(".tabelvak tbody tr").count() == 4
    niets_in(zijwaarts(pagina))
    niets_in(axe(pagina))


def _hoogte(pagina: Page) -> int:
    return pagina.evaluate("document.documentElement.scrollHeight")
