"""Chromium for tests: the fixtures ``pagina`` and ``nieuwe_pagina``.

Every test that asks for one of them gets the marker ``browser``. Without Chromium such tests
are skipped with a loud count, except where CI is set: there they fail.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

NAMEN = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing leaves this machine: map tiles and the like are not found.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
GEEN_CHROMIUM = "no Chromium: install it, or set CHROMIUM to its path"
WACHT = 10_000  # milliseconds before a page or an element counts as lost
Opener = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


pytest_collection_modifyitems = pytest.hookimpl(tryfirst=True)(pytest_collection_modifyitems)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    overgeslagen = [
        rapport
        for rapport in terminalreporter.stats.get("skipped", [])
        if GEEN_CHROMIUM in str(rapport.longrepr)
    ]
    if overgeslagen:
        terminalreporter.section("BROWSER TESTS SKIPPED", sep="!", red=True, bold=True)
        terminalreporter.line(f"{len(overgeslagen)} browser tests SKIPPED: {GEEN_CHROMIUM}")


def chromium(playwright: Playwright) -> str | None:
    """Path of the browser: CHROMIUM, the system's, or Playwright's own download."""
    eigen = playwright.chromium.executable_path
    mogelijk = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMEN), eigen]
    return next((pad for pad in mogelijk if pad and Path(pad).exists()), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run of a test process."""
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=WACHT)
    with sync_playwright() as playwright:
        pad = chromium(playwright)
        if pad is None:
            (pytest.fail if os.environ.get("CI") else pytest.skip)(GEEN_CHROMIUM)
        yield playwright.chromium.launch(executable_path=pad, args=VLAGGEN)


@pytest.fixture
def nieuwe_pagina(browser: Browser) -> Iterator[Opener]:
    """Open pages with options: ``nieuwe_pagina(breedte=320, javascript=False, donker=True)``.

    Each call has its own cookies. The test fails at its end when a page logged an error, such
    as a breach of the CSP.
    """
    meldingen: list[str] = []
    paginas: list[Page] = []

    def open_pagina(**opties: Any) -> Page:
        paginas.append(_open(browser, meldingen, **opties))
        return paginas[-1]

    yield open_pagina
    for pagina in paginas:
        pagina.context.close()
    assert not meldingen, f"the browser logged errors: {meldingen}"


@pytest.fixture(scope="module")
def _vensters(browser: Browser) -> Iterator[tuple[dict[str, Page], list[str]]]:
    vensters: dict[str, Page] = {}
    yield vensters, []
    for pagina in vensters.values():
        pagina.context.close()


@pytest.fixture
def venster(browser: Browser, _vensters: tuple[dict[str, Page], list[str]]) -> Iterator[Opener]:
    """As ``nieuwe_pagina``, but with the same options it is the same page for a whole module.

    Quick, since styles and scripts stay in its cache; for tests that only look.
    """
    vensters, meldingen = _vensters
    meldingen.clear()

    def open_venster(**opties: Any) -> Page:
        naam = repr(sorted(opties.items()))
        if naam not in vensters:
            vensters[naam] = _open(browser, meldingen, **opties)
        return vensters[naam]

    yield open_venster
    assert not meldingen, f"the browser logged errors: {meldingen}"


def _open(
    browser: Browser,
    meldingen: list[str],
    *,
    breedte: int = 1280,
    hoogte: int = 900,
    javascript: bool = True,
    donker: bool = False,
) -> Page:
    context = browser.new_context(
        viewport={"width": breedte, "height": hoogte},
        java_script_enabled=javascript,
        color_scheme="dark" if donker else "light",
        locale="nl-NL",
        reduced_motion="reduce",
    )
    context.set_default_timeout(WACHT)
    pagina = context.new_page()
    pagina.on("console", lambda bericht: _onthoud(bericht, meldingen))
    pagina.on("pageerror", lambda fout: meldingen.append(str(fout)))
    return pagina


@pytest.fixture
def pagina(nieuwe_pagina: Opener) -> Page:
    """A page of 1280 pixels wide, light, with JavaScript."""
    return nieuwe_pagina()


def _onthoud(bericht: ConsoleMessage, meldingen: list[str]) -> None:
    # A 404 that a test visits, and a tile that was cut off, are logged too; so are the inline
    # styles that axe tries out, from a script without an address.
    van_pagina = bericht.location.get("url") and "Failed to load resource" not in bericht.text
    if bericht.type == "error" and van_pagina:
        meldingen.append(f"{bericht.location.get('url')}: {bericht.text}")
