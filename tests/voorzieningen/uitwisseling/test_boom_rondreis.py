"""Any valid boom survives the journey to a file and back, on both databases."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fabriek import een_organisatie, een_thema, een_voorziening
from tests.voorzieningen.uitwisseling.hulp import bladen, exporteer, plan_van, voer_in
from tests.voorzieningen.uitwisseling.test_rondreis import tekst, telefoons
from voorzieningen.boom.lezen import lees_graaf
from voorzieningen.models import Boomlaag, Regieafspraak, Stap, Voorwaarde, Voorziening
from voorzieningen.uitwisseling.schrijven import Vorm

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H3")]

BOOMBLADEN = ("Lagen", "Stappen", "Voorwaarden", "Regieafspraken")
HULP = 4
nummers = st.integers(0, 5)
archief = st.sampled_from(["", "", "Weg =1"])

lagen = st.fixed_dictionaries({
    "naam": tekst(60, 1), "wat": tekst(300, 1), "wie": tekst(250, 1), "grens": tekst(250),
    "woorden": tekst(300), "niveau": st.sampled_from(Boomlaag.Niveau.values),
    "telefoon": telefoons, "bereikbaar": tekst(200), "contact_functie": tekst(120),
})  # fmt: skip
stappen = st.fixed_dictionaries({
    "van": st.tuples(st.booleans(), nummers), "naar": st.tuples(st.booleans(), nummers),
    "soort": st.sampled_from(Stap.Soort.values), "naam": tekst(150), "wanneer": tekst(500, 1),
    "wie": tekst(150, 1), "wie_belt": tekst(200, 1), "wat_verteld": tekst(250),
    "duur": tekst(120), "grens": tekst(200), "bewoner_erbij": st.booleans(), "reden": archief,
})  # fmt: skip
voorwaarden = st.fixed_dictionaries({
    "naam": tekst(80, 1), "uitleg": tekst(200), "volgorde": st.integers(0, 900),
    "gevaar": st.sampled_from(Voorwaarde.Gevaar.values), "reden": archief,
})  # fmt: skip
afspraken = st.fixed_dictionaries({
    "naam": tekst(120, 1), "functie": tekst(120, 1), "waarom": tekst(500, 1),
    "anderen": tekst(500, 1), "telefoon": telefoons, "bereikbaar": tekst(200),
    "themas": st.sets(nummers, max_size=3), "voorwaarden": st.sets(nummers, max_size=2),
    "reden": archief,
})  # fmt: skip
bomen = st.fixed_dictionaries({
    "lagen": st.lists(lagen, min_size=1, max_size=4, unique_by=lambda laag: laag["naam"].strip()),
    "stappen": st.lists(stappen, max_size=6),
    "voorwaarden": st.lists(voorwaarden, max_size=3, unique_by=lambda v: v["naam"].strip()),
    "afspraken": st.lists(afspraken, max_size=3, unique_by=lambda a: a["naam"].strip()),
})  # fmt: skip


@pytest.mark.parametrize("vorm", Vorm)
@settings(
    max_examples=15, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow,
                           HealthCheck.filter_too_much, HealthCheck.data_too_large],
)  # fmt: skip
@given(delen=bomen)
def test_any_valid_boom_survives_the_journey(vorm, delen) -> None:
    with transaction.atomic():
        een_willekeurige_boom(delen)
        bestand, was = exporteer(vorm), boom_in_cellen()
        plan = plan_van(bestand, volledig=True, reden="x")
        assert (plan.is_leeg, plan.fouten) == (True, [])
        for model in (Stap, Voorziening, Regieafspraak, Voorwaarde, Boomlaag):
            model.objects.all().delete()
        assert voer_in(bestand).fouten == []
        assert boom_in_cellen() == was
        assert voer_in(bestand).is_leeg
        assert lees_graaf().fouten() == {}
        transaction.set_rollback(True)


def boom_in_cellen() -> dict[str, list[list[Any]]]:
    alles = bladen(exporteer())
    for naam in BOOMBLADEN:
        kop = alles[naam][0]
        alles[naam] = [
            [cel for plek, cel in enumerate(rij) if kop[plek] not in ("Gewijzigd op",)]
            for rij in alles[naam]
        ]
    return {naam: alles[naam] for naam in BOOMBLADEN}


def een_willekeurige_boom(delen: dict[str, Any]) -> None:
    """What is no good is left out, as a form would do."""
    for plek, velden in enumerate(delen["lagen"]):
        bewaar(Boomlaag(volgorde=plek + 1, **velden))
    gemaakt = list(Boomlaag.objects.all())
    hulp = [
        een_voorziening(f"Hulp {n}", laag=gemaakt[n % len(gemaakt)] if gemaakt else None)
        for n in range(HULP)
    ]
    for velden in delen["stappen"]:
        een_willekeurige_stap(velden, gemaakt, hulp)
    kansen = [bewaar(Voorwaarde(**zonder(velden, "reden"))) for velden in delen["voorwaarden"]]
    for velden in delen["afspraken"]:
        een_willekeurige_afspraak(velden, [kans for kans in kansen if kans])
    for ding, velden in zip(kansen, delen["voorwaarden"], strict=True):
        archiveer(ding, velden["reden"])


def een_willekeurige_stap(velden: dict[str, Any], gemaakt: list, hulp: list) -> None:
    enden = {}
    for kant in ("van", "naar"):
        is_laag, nummer = velden[kant]
        rijen, soort = (gemaakt, "laag") if is_laag and gemaakt else (hulp, "voorziening")
        enden[f"{kant}_{soort}"] = rijen[nummer % len(rijen)]
    archiveer(bewaar(Stap(**enden, **zonder(velden, "van", "naar", "reden"))), velden["reden"])


def een_willekeurige_afspraak(velden: dict[str, Any], kansen: list[Voorwaarde]) -> None:
    eigen = zonder(velden, "themas", "voorwaarden", "reden")
    afspraak = bewaar(Regieafspraak(organisatie=een_organisatie("Regie"), **eigen))
    if afspraak:
        afspraak.themas.set(een_thema(f"Thema {n}") for n in velden["themas"])
        afspraak.voorwaarden.set(kansen[n % len(kansen)] for n in velden["voorwaarden"] if kansen)
        archiveer(afspraak, velden["reden"])


def zonder(velden: dict[str, Any], *namen: str) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in velden.items() if naam not in namen}


def bewaar(ding: Any) -> Any:
    try:
        ding.full_clean()
    except ValidationError:
        return None
    ding.save()
    return ding


def archiveer(ding: Any, reden: str) -> None:
    if ding and reden:
        ding.archiveer(reden)
