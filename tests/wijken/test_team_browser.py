"""The people of a wijk in Chromium: on paper, on a phone, and a member at work (M3, H6)."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.hulp.browser import Opener
from tests.hulp.fotos import een_foto
from tests.hulp.inloggen import aan
from tests.hulp.toegankelijk import axe, toetsenbord, zijwaarts
from tests.hulp.verslag import niets_in
from wijken.models import Teamlid

pytestmark = [pytest.mark.schrijft_in_demo, pytest.mark.eis("M3")]
TELEFOON = {"breedte": 360, "hoogte": 740}


def test_a_wijk_fits_on_one_sheet_to_hang_in_a_community_centre(
    pagina: Page, demosite: str
) -> None:
    for wijk in ("volkel", "uden-centrum", "odiliapeel", "schaijk"):
        pagina.goto(f"{demosite}/wijk/{wijk}/")
        pdf = pagina.pdf(format="A4", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == 1, wijk


def test_on_paper_the_people_and_their_numbers_stay(pagina: Page, demosite: str) -> None:
    pagina.goto(f"{demosite}/wijk/volkel/")
    pagina.emulate_media(media="print")
    assert pagina.get_by_role("heading", name="Joost de Wit").is_visible()
    assert pagina.get_by_text("085 019 9314").is_visible()
    assert not pagina.get_by_text("Print deze pagina").is_visible()


def test_a_thumb_hits_what_it_aims_at(nieuwe_pagina: Opener, demosite: str) -> None:
    pagina = nieuwe_pagina(**TELEFOON)
    pagina.goto(f"{demosite}/wijk/volkel/")
    for link in pagina.locator('.persoon a[href^="tel:"]').all():
        vak: Any = link.bounding_box()
        assert vak["height"] >= 44
        assert vak["x"] + vak["width"] <= 360


def test_a_link_to_a_person_shows_which_one(pagina: Page, demosite: str) -> None:
    lid = Teamlid.objects.get(naam="Anouk Verbruggen")
    pagina.goto(f"{demosite}/wijk/volkel/#team-{lid.pk}")
    kaart = pagina.locator(f"#team-{lid.pk} .persoon")
    ander = pagina.locator(".doelwit:not(:target) .persoon").first
    kleur = "el => getComputedStyle(el).backgroundColor"
    assert kaart.evaluate(kleur) != ander.evaluate(kleur)
    assert kaart.is_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_member_keeps_the_own_card_true_on_a_phone(
    nieuwe_pagina: Opener, demosite: str, tmp_path: Path, javascript: bool
) -> None:
    foto = tmp_path / "ik.jpg"
    foto.write_bytes(een_foto())
    opener = nieuwe_pagina(**TELEFOON, javascript=javascript)
    pagina = aan(opener, demosite, "preventiewerker")
    pagina.goto(f"{demosite}/werk/")
    pagina.get_by_role("link", name="Uw kaart").first.click()
    pagina.locator("#id_nieuwe_foto").set_input_files(foto)
    pagina.get_by_label("Waarvoor kunt u bij mij terecht?").fill("Ik heb een nieuwe zin.")
    pagina.get_by_role("button", name="Sla op").click()
    expect(pagina.get_by_text("Opgeslagen.")).to_be_visible()
    pagina.goto(f"{demosite}/wijk/volkel/")
    assert pagina.get_by_text("Ik heb een nieuwe zin.").is_visible()
    beeld = pagina.get_by_role("img", name="Foto van Anouk Verbruggen")
    beeld.scroll_into_view_if_needed()
    assert beeld.is_visible()


def test_the_own_card_is_for_everybody(venster: Opener, demosite: str) -> None:
    for breedte in (1280, 320):
        pagina = aan(venster(breedte=breedte), demosite, "verbinder")
        pagina.goto(f"{demosite}/werk/profiel/")
        niets_in(axe(pagina))
        niets_in(zijwaarts(pagina))
        niets_in(toetsenbord(pagina))


def test_what_each_team_lacks_is_readable_on_a_phone(venster: Opener, demosite: str) -> None:
    pagina = aan(venster(**TELEFOON), demosite, "redacteur")
    pagina.goto(f"{demosite}/beheer/wijken/teamlid/norm/")
    assert pagina.get_by_text("Niemand voor jeugd en gezin.").is_visible()
    assert axe(pagina, ["color-contrast", "list", "heading-order", "link-name"]) == []
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 360
