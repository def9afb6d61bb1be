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


def test_typing_leaves_one_step_in_the_history_and_back_leads_out(
    nieuwe_pagina: NieuwePagina, demosite: str
) -> None:
    pagina = nieuwe_pagina(breedte=360)
    pagina.goto(demosite)
    pagina.goto(f"{demosite}/zoeken/")
    for woord in ("schulden", " in", " volkel"):
        pagina.locator("#q").press_sequentially(woord)
        pagina.wait_for_timeout(700)
    expect(pagina).to_have_url(f"{demosite}/zoeken/?q=schulden%20in%20volkel")
    pagina.go_back()
    expect(pagina).to_have_url(f"{demosite}/")


def test_the_keyboard_stays_on_what_was_chosen_and_groups_stay_open(
    nieuwe_pagina: NieuwePagina, demosite: str
) -> None:
    pagina = nieuwe_pagina(breedte=1280)
    pagina.goto(f"{demosite}/zoeken/?q=koffie")
    pagina.locator("summary", has_text="Wat mag het kosten?").click()
    keus = pagina.locator("#kosten-gratis")
    for zet in (True, False):
        keus.focus()
        pagina.keyboard.press("Space")
        expect(pagina).to_have_url(re.compile("kosten=gratis" if zet else r"q=koffie(?!.*kosten)"))
        expect(keus).to_be_focused()
        expect(keus).to_be_visible()


@pytest.mark.parametrize("vraag", ["schulden in volkel", "koffie 5401", "ik voel me alleen"])
def test_the_first_result_stands_on_the_first_screen_of_a_phone(
    nieuwe_pagina: NieuwePagina, demosite: str, vraag: str
) -> None:
    pagina = nieuwe_pagina(breedte=360)
    pagina.goto(f"{demosite}/zoeken/?q={vraag}")
    titel = pagina.locator(".kaartje__titel").first.bounding_box()
    assert titel
    assert titel["y"] + titel["height"] < 700


def test_in_danger_the_number_and_the_way_out_are_in_sight_and_are_said(
    nieuwe_pagina: NieuwePagina, demosite: str
) -> None:
    pagina = nieuwe_pagina(breedte=360)
    pagina.goto(f"{demosite}/zoeken/")
    pagina.locator("#q").press_sequentially("hij slaat mij")
    expect(pagina.locator("[data-aantal]")).to_contain_text("Bel 0800-2000")
    pagina.wait_for_timeout(200)
    for zichtbaar in ("[data-snel-weg]", 'a[href="tel:08002000"]'):
        vak = pagina.locator(zichtbaar).bounding_box()
        assert vak
        assert vak["y"] + vak["height"] < 740
    bel, weg = (pagina.locator(s).bounding_box() for s in ('a[href="tel:112"]', "[data-snel-weg]"))
    assert bel["y"] > weg["y"] + weg["height"]


def test_on_paper_the_results_and_the_numbers_are_there(
    nieuwe_pagina: NieuwePagina, demosite: str
) -> None:
    pagina = nieuwe_pagina(breedte=1280)
    pagina.goto(f"{demosite}/zoeken/?q=hij+slaat+mij")
    pagina.emulate_media(media="print")
    expect(pagina.locator(".kaartje").first).to_be_visible()
    expect(pagina.locator('a[href="tel:08002000"]').first).to_be_visible()
    for weg in ("#q", ".filters", "[data-snel-weg]"):
        expect(pagina.locator(weg)).to_be_hidden()


def test_who_keeps_the_place_secret_is_told_what_to_do(
    nieuwe_pagina: NieuwePagina, demosite: str
) -> None:
    pagina = nieuwe_pagina(breedte=1280)
    pagina.goto(f"{demosite}/zoeken/?q=koffie")
    pagina.locator("[data-hier]").click()
    expect(pagina.locator("[data-hier-mislukt]")).to_contain_text("Vul uw postcode in")


def test_button_and_fields_of_the_map_stand_on_one_line(
    nieuwe_pagina: NieuwePagina, demosite: str
) -> None:
    pagina = nieuwe_pagina(breedte=1280)
    pagina.goto(f"{demosite}/kaart/")
    onder = [
        vak["y"] + vak["height"]
        for vak in (pagina.locator(s).bounding_box() for s in ("#postcode", "form .nl-button"))
    ]
    assert abs(onder[0] - onder[1]) < 3
