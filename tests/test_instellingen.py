"""Settings: read from the environment, loud about mistakes, complete in production."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from sociale_basis import omgeving
from sociale_basis.kern.checks import (
    controleer_gemeente,
    controleer_productie,
    weiger_halve_configuratie,
)

GOED = {
    "OMGEVING": "productie",
    "SECRET_KEY": "x" * 50,
    "ALLOWED_HOSTS": "portaal.voorbeeld.nl",
    "GEMEENTE_CODE": "GM1991",
    "BEVEILIGING_EMAIL": "cert@voorbeeld.nl",
    "DATABASE_URL": "sqlite:////tmp/nooit.sqlite3",
    "EMAIL_HOST": "mail.voorbeeld.nl",
    "DEFAULT_FROM_EMAIL": "portaal@voorbeeld.nl",
    "PORTAAL_ADRES": "https://portaal.voorbeeld.nl",
}


# --- readers -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("waarde", "verwacht"), [("ja", True), ("TRUE", True), ("1", True), ("nee", False), ("", False)]
)
def test_yes_and_no_are_read_in_dutch_and_english(monkeypatch, waarde, verwacht) -> None:
    monkeypatch.setenv("PROEF", waarde)
    assert omgeving.ja_nee("PROEF", not verwacht) is verwacht


def test_what_is_not_set_gets_the_default(monkeypatch) -> None:
    monkeypatch.delenv("PROEF", raising=False)
    assert omgeving.ja_nee("PROEF", True) is True
    assert omgeving.getal("PROEF", 7) == 7
    assert omgeving.tekst("PROEF", "zo") == "zo"
    assert omgeving.lijst("PROEF") == []


def test_a_list_has_commas_and_no_empty_names(monkeypatch) -> None:
    monkeypatch.setenv("PROEF", "een, twee,,")
    assert omgeving.lijst("PROEF") == ["een", "twee"]


def test_a_secret_may_come_from_a_file(monkeypatch, tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text("uit een bestand\n")
    monkeypatch.setenv("PROEF_FILE", str(tmp_path / "geheim"))
    assert omgeving.tekst("PROEF") == "uit een bestand"


@pytest.mark.parametrize(
    ("lees", "waarde"),
    [
        (lambda: omgeving.ja_nee("PROEF", True), "misschien"),
        (lambda: omgeving.getal("PROEF", 1), "veel"),
        (lambda: omgeving.keuze("PROEF", ("a", "b"), "a"), "c"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_name(monkeypatch, lees, waarde) -> None:
    monkeypatch.setenv("PROEF", waarde)
    with pytest.raises(ImproperlyConfigured, match=f"PROEF='{waarde}'"):
        lees()


# --- production ----------------------------------------------------------------------------


def _productie(settings, **anders: object) -> None:
    settings.PRODUCTIE = True
    settings.DEBUG = False
    for naam, waarde in {**GOED, **anders}.items():
        if naam != "OMGEVING":
            setattr(settings, naam, waarde)


@pytest.mark.parametrize(
    ("naam", "waarde", "nummer"),
    [
        ("SECRET_KEY", "", "kern.E001"),
        ("SECRET_KEY", "te-kort", "kern.E001"),
        ("ALLOWED_HOSTS", [], "kern.E002"),
        ("GEMEENTE_CODE", "", "kern.E003"),
        ("BEVEILIGING_EMAIL", "", "kern.E004"),
        ("DEBUG", True, "kern.E005"),
        ("DATABASE_URL", "", "kern.E006"),
        ("EMAIL_HOST", "", "kern.E011"),
        ("DEFAULT_FROM_EMAIL", "", "kern.E012"),
        ("PORTAAL_ADRES", "http://127.0.0.1:8000", "kern.E013"),
        ("PORTAAL_ADRES", "https://*", "kern.E013"),
    ],
)
def test_production_misses_nothing_that_it_needs(settings, naam, waarde, nummer) -> None:
    _productie(settings, **{naam: waarde})
    fouten = controleer_productie()
    assert [fout.id for fout in fouten] == [nummer]
    assert fouten[0].hint
    with pytest.raises(ImproperlyConfigured, match=nummer):
        weiger_halve_configuratie()


def test_complete_production_and_any_demo_pass(settings) -> None:
    assert controleer_productie() == []
    _productie(settings)
    assert controleer_productie() == []
    weiger_halve_configuratie()


def _python(code: str, **variabelen: str) -> subprocess.CompletedProcess:
    schoon = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "sociale_basis.settings"}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env={**schoon, **variabelen},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_web_server_refuses_a_half_configured_production() -> None:
    klaar = _python("import sociale_basis.wsgi", OMGEVING="productie", SECRET_KEY="x" * 50)
    assert klaar.returncode != 0
    for nummer in ("kern.E002", "kern.E003", "kern.E004", "kern.E006"):
        assert nummer in klaar.stderr
    assert "kern.E001" not in klaar.stderr


def test_the_web_server_starts_a_complete_production() -> None:
    klaar = _python("import sociale_basis.wsgi", **GOED)
    assert klaar.returncode == 0, klaar.stderr


def test_production_is_strict_and_a_demo_answers_on_this_computer_alone(tmp_path: Path) -> None:
    code = (
        "from sociale_basis import settings as s; print(s.SECURE_SSL_REDIRECT, "
        "s.SESSION_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 0, s.DEBUG, s.ALLOWED_HOSTS)"
    )
    assert _python(code, **GOED).stdout == "True True True False ['portaal.voorbeeld.nl']\n"
    demo = _python(code, DATA_DIR=str(tmp_path), ALLOWED_HOSTS="ergens.voorbeeld.nl")
    assert demo.stdout == "False False False False ['127.0.0.1', 'localhost', '[::1]']\n"


def test_the_check_before_going_live_finds_nothing() -> None:
    klaar = _python(
        "from django.core.management import execute_from_command_line as voer_uit; "
        "voer_uit(['manage.py', 'check', '--deploy', '--fail-level', 'INFO'])",
        **GOED | {"SECRET_KEY": "Zo lang en zo gemengd 0123456789 dat niemand het raadt!"},
        VERTROUWDE_PROXIES="10.0.0.0/8,192.0.2.7",
    )
    assert klaar.returncode == 0, klaar.stderr
    assert "no issues" in klaar.stdout


def test_production_asks_a_code_and_binds_its_cookies_to_the_host(tmp_path: Path) -> None:
    code = (
        "from sociale_basis import settings as s; print(s.TWEEDE_FACTOR_VERPLICHT, "
        "getattr(s, 'SESSION_COOKIE_NAME', ''), getattr(s, 'CSRF_COOKIE_NAME', ''))"
    )
    assert _python(code, **GOED).stdout == "True __Host-sessie __Host-csrf\n"
    assert _python(code, DATA_DIR=str(tmp_path)).stdout == "False  \n"
    assert _python(code, **GOED, TWEEDE_FACTOR_VERPLICHT="nee").stdout.startswith("False")


@pytest.mark.parametrize("proxy", ["proxy.voorbeeld.nl", "10.0.0.0/64", "10.0.0"])
def test_a_proxy_that_is_no_network_stops_the_web_server(settings, proxy) -> None:
    settings.VERTROUWDE_PROXIES = ["10.0.0.0/8", proxy]
    with pytest.raises(ImproperlyConfigured, match=r"kern\.E008"):
        weiger_halve_configuratie()


def test_production_collects_its_static_files(tmp_path: Path) -> None:
    klaar = _python(
        "from django.core.management import execute_from_command_line as voer_uit; "
        "voer_uit(['manage.py', 'collectstatic', '--no-input', '--verbosity', '0'])",
        **GOED,
        STATIC_ROOT=str(tmp_path),
    )
    assert klaar.returncode == 0, klaar.stderr
    assert list(tmp_path.glob("gebouwd/stijl.*.css.gz"))
    assert list(tmp_path.glob("leaflet/leaflet.*.js.gz"))
    assert not (tmp_path / "css").exists()


# --- documents -----------------------------------------------------------------------------

LEZERS = {"tekst", "ja_nee", "getal", "lijst", "keuze"}


def _gelezen_variabelen() -> set[str]:
    boom = ast.parse((settings.BASE_DIR / "sociale_basis/settings.py").read_text())
    return {
        knoop.args[0].value
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Call)
        and isinstance(knoop.func, ast.Attribute)
        and knoop.func.attr in LEZERS
    }


def test_the_example_names_every_variable_that_is_read_and_no_other() -> None:
    voorbeeld = (settings.BASE_DIR / ".env.example").read_text()
    assert set(re.findall(r"^([A-Z_]+)=", voorbeeld, re.MULTILINE)) == _gelezen_variabelen()


@pytest.mark.parametrize("code", ["Maashorst", "GM19", "gm1991", "1991", "GM19911"])
def test_a_code_that_is_none_is_told_before_every_area_is_refused(settings, code):
    settings.GEMEENTE_CODE = code
    assert [fout.id for fout in controleer_gemeente()] == ["kern.E007"]


def test_the_code_of_a_municipality_is_accepted(settings):
    settings.GEMEENTE_CODE = "GM0546"
    assert controleer_gemeente() == []
