"""The map as a person meets it: mouse, keyboard, finger, no network, no script, dark, paper."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.hulp.browser import Opener
from tests.hulp.html import Lezer, html_fouten
from tests.hulp.toegankelijk import axe, toetsenbord, zijwaarts

pytestmark = [
    pytest.mark.urls("tests.kern.kaartproef"),
    pytest.mark.django_db(transaction=True),
    pytest.mark.eis("M2"),
]
PUNTEN, GRENZEN, BEIDE = (
    "?punten_url=/p.json",
    "?grenzen_url=/g.json",
    "?punten_url=/p.json&grenzen_url=/g.json",
)
Proef = Callable[..., Page]


def punt(naam: str = "De Eik", lat: float = 51.66, lon: float = 5.62, **velden: Any) -> dict:
    standaard = {
        "naam": naam,
        "soort": "buurthuis",
        "adres": "Eikstraat 1, Volkel",
        "url": "/wijken/?plek",
        "ontmoeten": False,
    }
    geometrie = {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "geometry": geometrie, "properties": standaard | velden}


def grens(naam: str, west: float, **velden: Any) -> dict:
    """A square of 0.1 degree whose left side lies at ``west``."""
    hoeken = [[west, 51.6], [west + 0.1, 51.6], [west + 0.1, 51.7], [west, 51.7], [west, 51.6]]
    standaard = {"naam": naam, "url": f"/wijken/?{naam.lower()}", "indicatief": False}
    geometrie = {"type": "Polygon", "coordinates": [hoeken]}
    return {"type": "Feature", "geometry": geometrie, "properties": standaard | velden}


def veel_punten(aantal: int) -> list[dict]:
    dobbel = random.Random(1)
    return [
        punt(
            f"Plek {n}",
            dobbel.uniform(51.6, 51.75),
            dobbel.uniform(5.5, 5.75),
            ontmoeten=n % 3 == 0,
        )
        for n in range(aantal)
    ]


@pytest.fixture
def proef(live_server: Any) -> Proef:
    """Open the page with a map: ``proef(pagina, BEIDE, punten=[…], grenzen=[…])``.

    ``None`` instead of a list: the server fails on it.
    """

    def open_proef(
        pagina: Page, vraag: str, *, punten: list | None = (), grenzen: list | None = ()
    ) -> Page:
        pagina.route(f"{live_server.url}/p.json", lambda route: _antwoord(route, punten))
        pagina.route(f"{live_server.url}/g.json", lambda route: _antwoord(route, grenzen))
        pagina.goto(f"{live_server.url}/proef/{vraag}")
        return pagina

    return open_proef


def _antwoord(route: Route, features: list | None) -> None:
    if features is None:
        route.fulfill(status=500, body="kapot")
    else:
        route.fulfill(json={"type": "FeatureCollection", "features": list(features)})


def kaart(pagina: Page, toestand: str = "klaar") -> Locator:
    pagina.wait_for_selector(f"[data-toestand={toestand}]")
    return pagina.locator("[data-kaart]")


def speld(pagina: Page, naam: str = "De Eik") -> Locator:
    return pagina.locator(f".kaartspeld[title^='{naam}']")


# --- places ---------------------------------------------------------------------------------


def test_a_click_on_a_marker_tells_what_is_there(pagina: Page, proef: Proef) -> None:
    proef(pagina, PUNTEN, punten=[punt()])
    speld(pagina).click()
    popup = kaart(pagina).locator(".leaflet-popup-content")
    assert popup.inner_text().split("\n") == ["De Eik", "buurthuis", "Eikstraat 1, Volkel"]
    assert popup.get_by_role("link", name="De Eik").get_attribute("href") == "/wijken/?plek"


def test_a_meeting_place_has_another_shape_and_says_so(pagina: Page, proef: Proef) -> None:
    proef(pagina, PUNTEN, punten=[punt("Eik", ontmoeten=True), punt("Es", lat=51.7)])
    eik, es = speld(pagina, "Eik"), speld(pagina, "Es")
    hoeken = "el => getComputedStyle(el, '::before').borderRadius"
    assert eik.evaluate(hoeken) != es.evaluate(hoeken)
    assert eik.get_attribute("title") == "Eik, ontmoetingsplek"
    assert es.get_attribute("title") == "Es, buurthuis"
    expect(pagina.locator("[data-kaart-soorten]")).to_be_visible()


def test_the_legend_stays_away_when_all_places_are_of_one_kind(pagina: Page, proef: Proef) -> None:
    kaart(proef(pagina, PUNTEN, punten=[punt()]))
    expect(pagina.locator("[data-kaart-soorten]")).to_be_hidden()


def test_places_near_each_other_share_one_marker(pagina: Page, proef: Proef) -> None:
    proef(pagina, PUNTEN, punten=[punt("Eik"), punt("Es", lat=51.6601), punt("Els", lat=51.75)])
    groep = kaart(pagina).get_by_role("button", name="2 plekken dicht bij elkaar")
    groep.click()
    expect(speld(pagina, "Eik")).to_be_visible()
    expect(speld(pagina, "Es")).to_be_visible()


def test_names_are_text_and_never_code(pagina: Page, proef: Proef) -> None:
    naam = "<img src=x onerror=alert(1)>"
    proef(pagina, BEIDE, punten=[punt(naam)], grenzen=[grens(naam, 5.6)])
    kaart(pagina).locator(".kaartspeld").click()
    expect(pagina.locator(".leaflet-popup-content a")).to_have_text(naam)
    pagina.locator(".kaartgrens").hover(position={"x": 5, "y": 5})
    expect(pagina.locator(".kaartnaam")).to_have_text(naam)
    assert pagina.locator("[data-kaart] img[src=x]").count() == 0


def test_one_place_is_marked_and_named_without_a_request(pagina: Page, proef: Proef) -> None:
    proef(pagina, "?punt=1")
    assert kaart(pagina).locator(".kaartspeld").count() == 1
    expect(pagina.locator(".kaartnaam")).to_have_text("De Eik")
    assert kaart(pagina).get_attribute("data-lat") == "51.66"


# --- areas ----------------------------------------------------------------------------------


@pytest.mark.eis("M1")
def test_a_click_on_an_area_opens_its_page(pagina: Page, proef: Proef) -> None:
    proef(pagina, GRENZEN, grenzen=[grens("Volkel", 5.6), grens("Uden", 5.7)])
    kaart(pagina).get_by_role("link", name="Uden").click()
    pagina.wait_for_url("**/wijken/?uden")


@pytest.mark.eis("M1")
def test_a_map_of_areas_shows_their_names(pagina: Page, proef: Proef) -> None:
    proef(pagina, GRENZEN, grenzen=[grens("Volkel", 5.6), grens("Uden", 5.7)])
    expect(kaart(pagina).locator(".kaartnaam")).to_have_text(["Volkel", "Uden"])


def test_a_name_that_does_not_fit_shows_when_its_area_is_pointed_at(
    pagina: Page, proef: Proef
) -> None:
    lang = "Buitengebied " * 9
    proef(pagina, GRENZEN, grenzen=[grens(lang, 5.6), grens("Ver", 9.0)])
    naam = kaart(pagina).locator(".kaartnaam").first
    expect(naam).to_be_hidden()
    pagina.locator(".kaartgrens").first.hover()
    expect(naam).to_be_visible()
    pagina.mouse.move(0, 0)
    expect(naam).to_be_hidden()
    pagina.locator(".kaartgrens").first.focus()
    expect(naam).to_be_visible()


def test_on_a_map_with_places_names_of_areas_come_when_pointed_at(
    pagina: Page, proef: Proef
) -> None:
    proef(pagina, BEIDE, punten=[punt()], grenzen=[grens("Volkel", 5.6)])
    assert kaart(pagina).locator(".kaartnaam").count() == 0
    pagina.locator(".kaartgrens").hover(position={"x": 20, "y": 20})
    expect(pagina.locator(".kaartnaam")).to_have_text("Volkel")


def test_the_area_of_this_page_is_no_link(pagina: Page, proef: Proef) -> None:
    proef(pagina, GRENZEN, grenzen=[grens("Hier", 5.6, url="/proef/"), grens("Uden", 5.7)])
    assert kaart(pagina).get_by_role("link", name="Uden").count() == 1
    assert kaart(pagina).get_by_role("link", name="Hier").count() == 0


@pytest.mark.parametrize("indicatief", [True, False])
def test_a_sketched_border_is_called_a_sketch(pagina: Page, proef: Proef, indicatief: bool) -> None:
    proef(pagina, GRENZEN, grenzen=[grens("Volkel", 5.6, indicatief=indicatief)])
    bron = kaart(pagina).locator(".leaflet-control-attribution").inner_text()
    assert pagina.get_by_text("De grenzen zijn een schets.").is_visible() == indicatief
    assert ("CBS, Kadaster" in bron) == (not indicatief)
    assert "Kaartgegevens © Kadaster" in bron
    assert "Leaflet" not in bron


# --- keyboard, wheel, fingers ---------------------------------------------------------------


def test_the_keyboard_reaches_and_opens_everything(pagina: Page, proef: Proef) -> None:
    proef(pagina, BEIDE, punten=[punt()], grenzen=[grens("Volkel", 5.6)])
    kaart(pagina)
    assert toetsenbord(pagina) == []
    speld(pagina).focus()
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Shift+Tab")
    pagina.keyboard.press("Enter")
    expect(pagina.locator(".leaflet-popup-content a")).to_be_focused()
    pagina.keyboard.press("Escape")
    expect(pagina.locator(".leaflet-popup")).to_have_count(0)
    expect(speld(pagina)).to_be_focused()


def test_enter_on_an_area_opens_its_page(pagina: Page, proef: Proef) -> None:
    proef(pagina, GRENZEN, grenzen=[grens("Uden", 5.7)])
    kaart(pagina).get_by_role("link", name="Uden").focus()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/wijken/?uden")


def test_enter_on_a_group_keeps_the_focus_in_the_map(pagina: Page, proef: Proef) -> None:
    proef(pagina, PUNTEN, punten=[punt("Eik"), punt("Es", lat=51.6601), punt("Els", lat=51.75)])
    kaart(pagina).get_by_role("button", name="2 plekken").focus()
    pagina.keyboard.press("Enter")
    expect(speld(pagina, "Es")).to_be_visible()
    expect(kaart(pagina)).to_be_focused()


def test_the_wheel_scrolls_the_page_until_the_map_is_clicked(pagina: Page, proef: Proef) -> None:
    proef(pagina, GRENZEN, grenzen=[grens("Uden", 5.7)])
    vorm, vak = pagina.locator(".kaartgrens"), kaart(pagina).bounding_box()
    breedte = vorm.bounding_box()["width"]
    pagina.mouse.move(vak["x"] + 20, vak["y"] + vak["height"] - 20)
    pagina.mouse.wheel(0, -300)
    pagina.wait_for_timeout(300)
    assert vorm.bounding_box()["width"] == breedte
    pagina.mouse.down()
    pagina.mouse.up()
    pagina.mouse.wheel(0, 300)
    pagina.wait_for_function(
        "was => document.querySelector('.kaartgrens').getBoundingClientRect().width < was",
        arg=breedte,
    )


def test_one_finger_scrolls_the_page_and_the_map_says_to_use_two(
    browser: Any, live_server: Any
) -> None:
    context = browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": 360, "height": 700}
    )
    pagina = context.new_page()
    pagina.route("https://**", lambda route: route.abort())
    pagina.goto(f"{live_server.url}/proef/?punt=1")
    gebaar = kaart(pagina).evaluate("el => getComputedStyle(el).touchAction")
    zin = pagina.get_by_text("Verschuif de kaart met twee vingers.").is_visible()
    context.close()
    assert (gebaar, zin) == ("pan-x pan-y", True)


# --- when something is missing --------------------------------------------------------------


def test_without_javascript_a_sentence_takes_the_place_of_the_map(
    nieuwe_pagina: Opener, proef: Proef
) -> None:
    pagina = proef(nieuwe_pagina(javascript=False, breedte=360), PUNTEN)
    zin = pagina.get_by_text(
        "Uw browser laat de kaart niet zien. De lijst op deze pagina zegt hetzelfde."
    )
    expect(zin).to_be_visible()
    assert pagina.locator("[data-kaart]").bounding_box()["height"] < 160


def test_without_the_tile_server_borders_and_markers_stay(pagina: Page, proef: Proef) -> None:
    afgebroken = []
    pagina.on("requestfailed", lambda verzoek: afgebroken.append(verzoek.url))
    proef(pagina, BEIDE, punten=[punt()], grenzen=[grens("Volkel", 5.6)])
    expect(speld(pagina)).to_be_visible()
    expect(kaart(pagina).locator(".kaartgrens")).to_be_visible()
    expect(pagina.locator("[data-kaart-deels]")).to_be_hidden()
    assert any("service.pdok.nl" in url for url in afgebroken)


def test_when_the_data_fails_a_sentence_says_where_it_stands_too(
    pagina: Page, proef: Proef
) -> None:
    proef(pagina, BEIDE, punten=None, grenzen=None)
    assert "U leest hetzelfde op deze pagina" in kaart(pagina, "mislukt").inner_text()
    assert pagina.locator(".leaflet-container").count() == 0


def test_when_half_the_data_fails_the_other_half_is_drawn(pagina: Page, proef: Proef) -> None:
    proef(pagina, BEIDE, punten=None, grenzen=[grens("Volkel", 5.6)])
    expect(kaart(pagina).locator(".kaartgrens")).to_be_visible()
    expect(pagina.get_by_text("Een deel van de kaart laadt niet.")).to_be_visible()


def test_a_map_without_anything_says_so(pagina: Page, proef: Proef) -> None:
    proef(pagina, BEIDE, grenzen=[grens("Volkel", 5.6) | {"geometry": None}])
    assert kaart(pagina, "leeg").inner_text() == "Hier staat nog niets op de kaart."


# --- quality --------------------------------------------------------------------------------


@pytest.mark.parametrize("donker", [False, True])
def test_axe_finds_nothing_on_a_full_map_with_an_open_popup(
    nieuwe_pagina: Opener, proef: Proef, donker: bool
) -> None:
    punten = [*veel_punten(300), punt("Los", lat=51.9)]
    pagina = nieuwe_pagina(donker=donker)
    proef(pagina, BEIDE, punten=punten, grenzen=[grens("Volkel", 5.6), grens("Uden", 5.7)])
    kaart(pagina)
    assert axe(pagina) == []
    speld(pagina, "Los").click()
    assert axe(pagina) == []


KLEINSTE_AFSTAND = """() => {
  const vakken = [...document.querySelectorAll('[data-kaart] :is(.kaartgroep, .kaartspeld)')]
    .map(speld => speld.getBoundingClientRect());
  const afstand = (a, b) => Math.hypot(
    a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
  return Math.min(...vakken.flatMap((a, i) => vakken.slice(i + 1).map(b => afstand(a, b))));
}"""


@pytest.mark.parametrize("breedte", [320, 700, 1000])
def test_markers_never_lie_on_top_of_each_other(
    nieuwe_pagina: Opener, proef: Proef, breedte: int
) -> None:
    pagina = nieuwe_pagina(breedte=breedte)
    proef(pagina, PUNTEN, punten=veel_punten(400))
    kaart(pagina)
    assert axe(pagina, ["target-size"]) == []
    for _ in range(3):
        assert pagina.evaluate(KLEINSTE_AFSTAND) > 40
        pagina.get_by_role("button", name="Dichterbij").click()
        pagina.wait_for_timeout(200)


def test_a_narrow_screen_needs_no_sideways_scrolling(nieuwe_pagina: Opener, proef: Proef) -> None:
    pagina = proef(nieuwe_pagina(breedte=320), PUNTEN, punten=veel_punten(30))
    kaart(pagina)
    assert zijwaarts(pagina) == []


def test_paper_has_no_map(pagina: Page, proef: Proef) -> None:
    proef(pagina, GRENZEN, grenzen=[grens("Volkel", 5.6, indicatief=True)])
    kaart(pagina)
    pagina.emulate_media(media="print")
    expect(pagina.locator(".kaartblok")).to_be_hidden()


@pytest.mark.parametrize("vraag", [BEIDE, "?punt=1"])
def test_the_html_is_valid_and_has_nothing_inline(client: Any, vraag: str) -> None:
    html = client.get(f"/proef/{vraag}").content.decode()
    assert html_fouten({"proef": html}) == []
    assert Lezer(html).inline == []


STOPWATCH = """new MutationObserver((_, kijker) => {
  if (!document.querySelector('[data-toestand=klaar]')) return;
  kijker.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.__klaar = performance.now(); }));
}).observe(document, {attributes: true, childList: true, subtree: true});"""


def test_two_thousand_markers_are_drawn_within_three_seconds(pagina: Page, proef: Proef) -> None:
    pagina.add_init_script(STOPWATCH)
    proef(pagina, PUNTEN, punten=veel_punten(2000))
    pagina.wait_for_function("() => window.__klaar")
    duur = pagina.evaluate(
        "window.__klaar - performance.getEntriesByName(location.origin + '/p.json')[0].responseEnd"
    )
    print(f"2,000 markers: {duur:.0f} ms from answer to picture")  # noqa: T201
    assert kaart(pagina).locator(".kaartgroep, .kaartspeld").count() < 300
    assert duur < 3000  # about 0.25 s on a quiet machine
