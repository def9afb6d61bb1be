"""Searching in a real browser: live where there is JavaScript, whole where there is none."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

NieuwePagina = Callable[..., Page]

pytestmark = pytest.mark.eis("H10")


def test_results_follow_what_is_typed_and_are_announced(
    nieuwe_pagina: NieuwePagina, demosite: str
) -> None:
    pagina = nieuwe_pagina(breedte=1280)
    pagina.goto(f"{demosite}/zoeken/")
    pagina.locator("#q").press_sequentially("schulden")
    expect(pagina.locator("#resultaten .kaartje").first).to_be_visible()
    expect(pagina).to_have_url(re.compile("q=schulden"))
    expect(pagina.locator("[data-aantal]")).to_contain_text("gevonden")
    expect(pagina.locator("#q")).to_be_focused()


def test_a_choice_narrows_the_results_at_once(nieuwe_pagina: NieuwePagina, demosite: str) -> None:
    pagina = nieuwe_pagina(breedte=1280)
    pagina.goto(f"{demosite}/zoeken/?q=koffie")
    voor = pagina.locator("#resultaten h2").first.inner_text()
    pagina.locator("summary", has_text="Wat zoekt u?").click()
    pagina.get_by_label(re.compile("^Hulp of activiteit")).check()
    expect(pagina).to_have_url(re.compile("soort=voorziening"))
    expect(pagina.locator("#resultaten h2").first).not_to_have_text(voor)


def test_it_works_whole_without_javascript(nieuwe_pagina: NieuwePagina, demosite: str) -> None:
    pagina = nieuwe_pagina(javascript=False, breedte=360)
    pagina.goto(demosite)
    pagina.locator("#q").fill("ik kan mijn rekeningen niet betalen")
    pagina.locator("#q").press("Enter")
    expect(pagina.locator(".kaartje").first).to_be_visible()
    expect(pagina.locator("#q")).to_have_value("ik kan mijn rekeningen niet betalen")


def test_where_there_is_danger_there_is_a_quick_way_out(
    nieuwe_pagina: NieuwePagina, demosite: str
) -> None:
    pagina = nieuwe_pagina(breedte=360)
    pagina.goto(f"{demosite}/zoeken/?q=hij+slaat+mij")
    weg = pagina.locator("[data-snel-weg]")
    expect(weg).to_be_visible()
    assert weg.get_attribute("href").startswith("https://")
