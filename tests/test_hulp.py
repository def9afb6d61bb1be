"""The guards themselves: each one finds the fault that it is there for."""

import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page

from tests.hulp.html import MAP, Lezer, html_fouten
from tests.hulp.toegankelijk import axe, toetsenbord, zijwaarts

GOED = """<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Goed</title>
<meta name="viewport" content="width=device-width"></head>
<body><main><h1>Goed</h1>{}</main></body></html>
"""
TWEE_LINKS = '<p><a href="/a/">Eerste</a> en <a href="/b/">tweede</a></p>'


def _toon(pagina: Page, inhoud: str) -> Page:
    pagina.set_content(GOED.format(inhoud))
    return pagina


# --- in the browser ------------------------------------------------------------------------


def test_a_good_page_passes_every_guard(pagina: Page) -> None:
    _toon(pagina, TWEE_LINKS)
    assert axe(pagina) == []
    assert zijwaarts(pagina) == []
    assert toetsenbord(pagina) == []


def test_axe_finds_a_picture_without_words_and_faint_text(pagina: Page) -> None:
    fouten = axe(_toon(pagina, '<img src="data:,"><p style="color:#ccc">Flets</p>'))
    assert [fout.split(" ")[0] for fout in fouten] == ["color-contrast", "image-alt"]


def test_axe_keeps_to_the_rules_that_are_asked_for(pagina: Page) -> None:
    assert axe(_toon(pagina, '<img src="data:,">'), ["color-contrast"]) == []


def test_axe_works_under_a_strict_policy(pagina: Page) -> None:
    streng = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
    pagina.set_content(GOED.format("").replace("</head>", f"{streng}</head>"))
    assert axe(pagina) == []


def test_what_sticks_out_is_named(pagina: Page) -> None:
    pagina.set_viewport_size({"width": 320, "height": 600})
    fouten = zijwaarts(_toon(pagina, '<p id="breed" style="width:400px">Te breed</p>'))
    assert fouten[0].startswith("page: 4")
    assert any('id="breed"' in fout for fout in fouten)


def test_focus_that_cannot_be_seen_is_found(pagina: Page) -> None:
    fouten = toetsenbord(_toon(pagina, TWEE_LINKS + "<style>a:focus{outline:0}</style>"))
    assert len(fouten) == 2
    assert fouten[0].startswith('focus cannot be seen: <a href="/a/">')


def test_a_control_that_tab_does_not_reach_is_found(pagina: Page) -> None:
    sla_over = '<a href="/c/" onfocus="this.previousElementSibling.focus()">Derde</a>'
    fouten = toetsenbord(_toon(pagina, f"<button>Terug</button>{sla_over}"))
    assert any("not reached" in fout and "Derde" in fout for fout in fouten)


def test_a_keyboard_trap_is_found(pagina: Page) -> None:
    val = "<button onkeydown='event.preventDefault()'>Val</button>"
    fouten = toetsenbord(_toon(pagina, f"{TWEE_LINKS}{val}<a href='/c/'>Na de val</a>"))
    assert any("never leaves" in fout for fout in fouten)
    assert any("not reached" in fout and "Na de val" in fout for fout in fouten)


def test_one_radio_button_of_a_group_is_enough(pagina: Page) -> None:
    keuze = "".join(
        f'<label><input type="radio" name="k" value="{nummer}"> {nummer}</label>'
        for nummer in range(3)
    )
    assert toetsenbord(_toon(pagina, f"<form>{keuze}<button>Kies</button></form>")) == []


def test_what_is_hidden_need_not_be_reached(pagina: Page) -> None:
    dicht = "<details><summary>Meer</summary><a href='/c/'>Binnen</a></details>"
    assert toetsenbord(_toon(pagina, f"{dicht}<p hidden><a href='/d/'>Weg</a></p>")) == []


def test_requests_to_elsewhere_are_cut_off(pagina: Page) -> None:
    _toon(pagina, '<img alt="kaart" src="https://tegels.voorbeeld.nl/1.png">')
    pagina.wait_for_function("document.images[0].complete")
    assert pagina.evaluate("document.images[0].naturalWidth") == 0


# --- without a browser ---------------------------------------------------------------------


def test_invalid_html_is_named_by_its_page() -> None:
    fouten = html_fouten({"/goed/": GOED, "/fout/": GOED.format("<p>a<div>b</div></p>")})
    assert fouten
    assert all(fout.startswith("/fout/ line") for fout in fouten)


def test_the_reader_sees_what_the_guards_ask() -> None:
    lezer = Lezer(GOED.format('<p id="a" style="x" onclick="y"></p><i id="a"></i><h1>Nog een</h1>'))
    assert (lezer.h1, lezer.titel, lezer.taal) == (2, "Goed", "nl")
    assert lezer.dubbele_ids() == {"a"}
    assert len(lezer.inline) == 1


def test_the_postgresql_server_of_the_tests_is_gone_afterwards() -> None:
    vraag = [sys.executable, "-c", "import os; print(os.environ['DATABASE_URL'])"]
    opdracht = [sys.executable, "-m", "tests.hulp.postgres", "--", *vraag]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, cwd=MAP, check=True)
    url = urlsplit(klaar.stdout.strip())
    sockets = Path(unquote(url.netloc.split("@")[1]))
    assert url.scheme == "postgresql"
    assert sockets.name == "data"
    assert not sockets.parent.exists()


def test_data_for_scripts_is_not_inline_code() -> None:
    script = '<script type="application/ld+json">{}</script>'
    assert Lezer(GOED.format(script)).inline == []
    assert len(Lezer(GOED.format("<script>x()</script><style>p{}</style>")).inline) == 2
