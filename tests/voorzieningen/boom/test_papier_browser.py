"""On paper and in danger: one sheet, emergency numbers first, arrows that stand out (H3-H5)."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.hulp.browser import Opener
from tests.hulp.verslag import niets_in

BOOM = "/wijk/volkel/boom/?thema=geld-en-formulieren"
GEVAAR = {
    "er-is-nu-gevaar": "tel:112",
    "iemand-wordt-thuis-geslagen-of-bedreigd": "tel:08002000",
    "iemand-wil-niet-meer-leven": "tel:113",
}
OPTIES = "lijst => lijst.map(o => o.value).filter(Boolean)"
# The contrast of every visible arrow with the edge around it.
CONTRAST = """() => {
  const licht = kleur => {
    const [r, g, b] = kleur.match(/[\\d.]+/g).map(Number).map(
      n => (n /= 255) <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return [...document.querySelectorAll('.boomtekening')].filter(svg => svg.checkVisibility())
    .flatMap(svg => [...svg.querySelectorAll('.boom-pijl')]).map(pijl => {
      const [lijn, rand] = ['lijn', 'rand'].map(
        deel => licht(getComputedStyle(pijl.querySelector(`.boom-pijl__${deel}`)).stroke));
      return (Math.max(lijn, rand) + 0.05) / (Math.min(lijn, rand) + 0.05);
    });
}"""


def vellen(pagina: Page) -> int:
    """How many sheets of A4 the page takes on paper."""
    pdf = pagina.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.eis("H3")
def test_the_way_takes_one_sheet_for_every_theme_and_in_every_wijk(
    nieuwe_pagina: Opener, demosite: str
) -> None:
    """Every theme for the whole municipality, and every wijk with one of the themes in turn."""
    pagina = nieuwe_pagina()
    pagina.goto(f"{demosite}/boom/route/")
    themas = pagina.eval_on_selector_all("#thema option", OPTIES)
    wijken = pagina.eval_on_selector_all("#wijk option", OPTIES)
    paren = [(thema, "") for thema in themas]
    paren += [(themas[i % len(themas)], wijk) for i, wijk in enumerate(wijken)]
    assert len(paren) == 26
    te_lang = []
    for thema, wijk in paren:
        pagina.goto(f"{demosite}/boom/route/?thema={thema}&wijk={wijk}")
        if vellen(pagina) != 1:
            te_lang.append((thema, wijk))
    niets_in(te_lang)


@pytest.mark.eis("H4")
@pytest.mark.parametrize(("als", "nummer"), GEVAAR.items(), ids=GEVAAR)
def test_danger_stands_on_the_first_screen_before_any_answer(
    nieuwe_pagina: Opener, demosite: str, als: str, nummer: str
) -> None:
    for javascript in (True, False):
        pagina = nieuwe_pagina(breedte=360, javascript=javascript)
        pagina.goto(f"{demosite}/regie/?thema=geld-en-formulieren&als={als}")
        bel = pagina.locator(f'main [href="{nummer}"]').first
        expect(bel).to_be_in_viewport()
        vak, antwoord = bel.bounding_box(), pagina.locator("#antwoord").bounding_box()
        assert vak["y"] + vak["height"] < antwoord["y"]
        assert pagina.locator("main h1 + .crisis").count() == 1


@pytest.mark.eis("H4")
def test_danger_comes_first_on_paper_too(nieuwe_pagina: Opener, demosite: str) -> None:
    pagina = nieuwe_pagina(breedte=680)
    pagina.emulate_media(media="print")
    for als, nummer in GEVAAR.items():
        pagina.goto(f"{demosite}/regie/?als={als}")
        eerste = pagina.locator('main [href^="tel:"]').first
        expect(eerste).to_be_visible()
        assert eerste.get_attribute("href") == nummer
        assert vellen(pagina) == 1


@pytest.mark.eis("H5")
@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("donker", [False, True], ids=["light", "dark"])
def test_every_arrow_stands_out_from_what_it_crosses(
    nieuwe_pagina: Opener, demosite: str, media: str, donker: bool
) -> None:
    """Up and back alike, lit and not: at least 3 : 1 with the edge around it."""
    pagina = nieuwe_pagina(donker=donker)
    pagina.emulate_media(media=media)
    for adres in ("/boom/", BOOM):
        pagina.goto(demosite + adres)
        contrast = pagina.evaluate(CONTRAST)
        assert len(contrast) >= 6
        assert min(contrast) >= 3
