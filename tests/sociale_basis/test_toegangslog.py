"""A code opens a question without a password: no log keeps one (V7)."""

import logging
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, get_resolver

from sociale_basis.kern.logregels import ZonderCodes, zonder_code
from sociale_basis.toegangslog import Log

pytestmark = pytest.mark.eis("V7")
CODE = "K7RM-4HXC-92PD-W3F8"


@pytest.mark.parametrize(
    ("adres", "regel"),
    [
        (f"/vraag/{CODE}/", "/vraag/…/"),
        (f"/vraag/{CODE}/reactie/", "/vraag/…/reactie/"),
        ("/nakijken/eyJh.1abc.sig/", "/nakijken/…/"),
        ("/nakijken/wijzigen/eyJh.1abc.sig/", "/nakijken/wijzigen/…/"),
        ("/aanspreekprofiel/eyJh.1abc.sig/", "/aanspreekprofiel/…/"),
        (f"GET /vraag/{CODE} HTTP/1.1", "GET /vraag/… HTTP/1.1"),
    ],
)
def test_an_address_is_written_down_without_its_code(adres: str, regel: str) -> None:
    assert zonder_code(adres) == regel


@pytest.mark.parametrize("adres", ["/vraag/", "/vraag/mijn/", "/werk/vraag/7/", "/wijk/uden/"])
def test_an_address_that_opens_nothing_is_written_down_as_it_is(adres: str) -> None:
    assert zonder_code(adres).replace("…", "7") == adres


def test_no_address_with_a_code_is_forgotten() -> None:
    """Every address that ends in a code of a visitor is one that the log knows."""
    paden = [str(deel.pattern) for deel in _alle(get_resolver())]
    codes = [pad for pad in paden if "<str:code>" in pad]
    assert codes
    for pad in codes:
        assert "…" in zonder_code("/" + pad.replace("<str:code>", CODE)), pad


def _alle(resolver):
    for deel in resolver.url_patterns:
        yield from [deel] if isinstance(deel, URLPattern) else _alle(deel)


def test_the_access_log_of_the_image_leaves_codes_out() -> None:
    assert "--logger-class sociale_basis.toegangslog.Log" in Path("Dockerfile").read_text()
    pad = f"/vraag/{CODE}/"
    omgeving = {"REQUEST_METHOD": "GET", "PATH_INFO": pad, "RAW_URI": pad}
    omgeving["SERVER_PROTOCOL"] = "HTTP/1.1"
    antwoord = SimpleNamespace(status="200 OK", sent=1, headers=[])
    verzoek = SimpleNamespace(headers=[("REFERER", f"http://portaal/vraag/{CODE}/")])
    delen = Log.atoms(_een_log(), antwoord, verzoek, omgeving, timedelta(seconds=1))
    assert delen["U"] == "/vraag/…/"
    assert CODE not in str(delen)


def _een_log() -> Log:
    log = Log.__new__(Log)
    log.access_log = log.error_log = logging.getLogger("proef")
    return log


@pytest.mark.django_db
def test_what_goes_wrong_is_told_without_the_code(caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.addFilter(ZonderCodes())
    streng = Client(enforce_csrf_checks=True)
    assert streng.post(f"/vraag/{CODE}/reactie/", {"tekst": "x"}).status_code == 403
    assert "/vraag/…/reactie/" in caplog.text
    assert CODE not in caplog.text


def test_every_line_of_the_portal_goes_past_that_filter() -> None:
    for afvoer in settings.LOGGING["handlers"].values():
        assert afvoer["filters"] == ["zonder_codes"]
