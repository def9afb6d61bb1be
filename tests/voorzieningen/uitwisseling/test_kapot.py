"""A damaged file is refused with a reason and changes nothing; a killed import leaves no trace."""

import os
import subprocess
import sys
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fabriek import een_organisatie
from tests.voorzieningen.uitwisseling.hulp import een_stad, exporteer, plan_van, tabel
from voorzieningen.models import Organisatie
from voorzieningen.uitwisseling.fout import Importfout
from voorzieningen.uitwisseling.schrijven import Vorm

schade = st.lists(st.tuples(st.floats(0, 1), st.integers(1, 255)), min_size=1, max_size=5)


@pytest.fixture(params=Vorm)
def bestand(request, db) -> bytes:
    een_stad()
    return exporteer(request.param)


def beschadig(inhoud: bytes, plekken: list[tuple[float, int]]) -> bytes:
    """Some bytes turned into others."""
    kapot = bytearray(inhoud)
    for waar, anders in plekken:
        kapot[int(waar * (len(kapot) - 1))] ^= anders
    return bytes(kapot)


def reden_van(inhoud: bytes, naam: str = "kaart.xlsx") -> str:
    """Why a file is refused; '' where it is read, and then it changes nothing or names rows."""
    try:
        plan = plan_van(inhoud, naam, volledig=True, reden="x")
    except Importfout as fout:
        return str(fout)
    assert plan.is_leeg or plan.fouten
    return ""


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(plekken=schade)
def test_a_file_with_other_bytes_is_refused_or_says_the_same(bestand, plekken):
    reden = reden_van(beschadig(bestand, plekken))
    assert not reden or reden.endswith(".")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(waar=st.floats(0, 0.999))
def test_a_file_that_is_cut_off_is_refused(bestand, waar):
    with pytest.raises(Importfout):
        plan_van(bestand[: int(waar * len(bestand))])


@settings(max_examples=60, deadline=None)
@given(
    inhoud=st.binary(max_size=2000), begin=st.sampled_from([b"", b"PK\x03\x04", b"Sleutel;Naam\n"])
)
@pytest.mark.django_db
def test_a_file_of_anything_is_never_more_than_refused(begin, inhoud):
    assert reden_van(begin + inhoud, "organisaties.csv") is not None


BIJNA_KLAAR = """
import sys, time
import django
django.setup()
from django.core.management import call_command
from voorzieningen.uitwisseling import toepassen

def wacht(*args, **kwargs):
    print("bijna klaar", flush=True)
    time.sleep(120)

toepassen.leg_vast = wacht
call_command("importeer", sys.argv[1], "--opslaan")
"""


def adres_van_testdatabase() -> str:
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    gast = database["HOST"].replace("/", "%2F")
    return f"postgresql://{database['USER']}@{gast}/{database['NAME']}"


def omgeving() -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "sociale_basis.settings",
        "DATABASE_URL": adres_van_testdatabase(),
    }


@pytest.mark.django_db(transaction=True)
def test_an_import_that_is_killed_leaves_no_trace(tmp_path):
    een_organisatie("Er was eens")
    pad = tmp_path / "organisaties.csv"
    rijen = ([f"club-{n}", f"Club {n}", "Zin."] for n in range(30))
    pad.write_bytes(tabel(["Sleutel", "Naam", "In één zin"], *rijen))
    opdracht = [sys.executable, "-c", BIJNA_KLAAR, str(pad)]
    proces: Any = subprocess.Popen(opdracht, env=omgeving(), stdout=subprocess.PIPE, text=True)
    try:
        assert any("bijna klaar" in regel for regel in proces.stdout)
    finally:
        proces.kill()
        proces.wait()
    assert list(Organisatie.objects.values_list("slug", flat=True)) == ["er-was-eens"]
    assert Organisatie.history.count() == 1
    assert (
        plan_van(pad.read_bytes(), "organisaties.csv")
        .verslag()
        .aantal("organisaties", "toegevoegd")
    )
