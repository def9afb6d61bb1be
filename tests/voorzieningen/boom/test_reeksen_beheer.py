"""No sequence of edits in the forms of /beheer/ itself leads to a circle, a wrong way or an orphan.

The same as ``test_reeksen``, but through the pages: with what a form leaves out, the history that
brings an old version back, and the list action that archives.
"""

import os
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests.fabriek import een_laag, een_stap, een_thema, een_voorziening
from tests.voorzieningen.beheer import velden, wijzig
from voorzieningen.models import Boomlaag, Stap, Voorziening

from .test_reeksen import boom_is_heel

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H3")]

ADRES = "/beheer/voorzieningen"
MODELLEN = (Boomlaag, Stap, Voorziening)
een_van = st.integers(0, 30)
model = st.sampled_from(MODELLEN)
soort = st.sampled_from(Stap.Soort.values)
handelingen = st.one_of(
    st.tuples(st.just("stap"), st.booleans(), een_van, st.booleans(), een_van, soort),
    st.tuples(st.just("soort"), een_van, soort),
    st.tuples(st.just("doel"), een_van, een_van),
    st.tuples(st.just("verplaats"), een_van, een_van),
    st.tuples(st.just("toegang"), een_van, st.sampled_from(["inloop", "indicatie"])),
    st.tuples(st.just("volgorde"), een_van, st.integers(1, 9)),
    st.tuples(st.just("opvang"), een_van, st.sampled_from(["", "buurt", "vrij", "drempel"])),
    st.tuples(st.just("archief"), model, een_van, st.sampled_from(["", "Weg."])),
    st.tuples(st.just("terugzetten"), model, een_van, een_van),
    st.tuples(st.just("actie"), een_van),
)


@settings(
    max_examples=int(os.environ.get("REEKSEN", "20")) // 4, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(reeks=st.lists(handelingen, min_size=6, max_size=12))
def test_no_sequence_of_pages_leads_to_a_circle_or_an_orphan(db, reeks) -> None:
    with transaction.atomic():
        beheer = maak_boom()
        for wat, *rest in reeks:
            gelukt = DOE[wat](beheer, *rest)
            event(f"{wat}: {'kept' if gelukt else 'refused'}")
            boom_is_heel()
        transaction.set_rollback(True)


def maak_boom() -> Client:
    """Three layers, and in each lower one two provisions; a step up and one back."""
    chef, beheer = User.objects.create_superuser("chef"), Client()
    thema, lagen = een_thema(), [een_laag(f"Laag {n}") for n in range(3)]
    hulp = [
        een_voorziening(f"Hulp {n}", laag=lagen[n // 2], themas=[thema], redacteur=chef)
        for n in range(4)
    ]
    een_stap(hulp[0], hulp[1])
    een_stap(lagen[2], lagen[0], "afschalen")
    beheer.force_login(chef)
    return beheer


def _van(model: Any, nummer: int) -> Any:
    rijen = list(model.objects.order_by("pk"))
    return rijen[nummer % len(rijen)]


def _bewaar(beheer: Client, ding: Any, **anders: Any) -> bool:
    """Open the form as it is, change a few fields, and save."""
    post = velden(beheer.get(wijzig(ding)).content.decode())
    post |= {naam: [waarde] for naam, waarde in anders.items()}
    return beheer.post(wijzig(ding), post).status_code == 302


def _einde(is_laag: bool, nummer: int) -> tuple[str, int]:
    return ("laag", _van(Boomlaag, nummer).pk) if is_laag else (
        "voorziening", _van(Voorziening, nummer).pk)  # fmt: skip


def nieuwe_stap(beheer, van_laag, van, naar_laag, naar, soort) -> bool:
    post = dict.fromkeys(("wanneer", "wie", "wie_belt"), "x") | {"soort": soort}
    for kant, einde in (("van", _einde(van_laag, van)), ("naar", _einde(naar_laag, naar))):
        post[f"{kant}_{einde[0]}"] = einde[1]
    return beheer.post(f"{ADRES}/stap/add/", post).status_code == 302


def ander_doel(beheer, nummer, naar) -> bool:
    doel = {"naar_laag": "", "naar_voorziening": _van(Voorziening, naar).pk}
    return _bewaar(beheer, _van(Stap, nummer), **doel)


def zet_terug(beheer, model, nummer, versie) -> bool:
    ding = _van(model, nummer)
    versies = list(ding.history.order_by("history_id"))
    oud = versies[versie % len(versies)]
    adres = f"{ADRES}/{model._meta.model_name}/{ding.pk}/history/{oud.pk}/"
    antwoord = beheer.post(adres)
    assert antwoord.status_code == 302
    return antwoord.url != adres


def archiveer_uit_lijst(beheer, nummer) -> bool:
    ding = _van(Voorziening, nummer)
    post = {"action": "archiveer", "_selected_action": [ding.pk], "antwoord": "1", "reden": "Weg."}
    beheer.post(f"{ADRES}/voorziening/", post)
    return Voorziening.objects.get(pk=ding.pk).is_gearchiveerd


DOE = {
    "stap": nieuwe_stap,
    "soort": lambda b, n, soort: _bewaar(b, _van(Stap, n), soort=soort),
    "doel": ander_doel,
    "verplaats": lambda b, n, laag: _bewaar(b, _van(Voorziening, n), laag=_van(Boomlaag, laag).pk),
    "toegang": lambda b, n, toegang: _bewaar(b, _van(Voorziening, n), toegang=toegang, laag=""),
    "volgorde": lambda b, n, plaats: _bewaar(b, _van(Boomlaag, n), volgorde=plaats),
    "opvang": lambda b, n, opvang: _bewaar(b, _van(Boomlaag, n), opvang=opvang),
    "archief": lambda b, model, n, reden: _bewaar(b, _van(model, n), archiefreden=reden),
    "terugzetten": zet_terug,
    "actie": archiveer_uit_lijst,
}
