"""No sequence of edits, in forms or by files, leads to a circle, a wrong way or an orphan."""

import os
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests.fabriek import een_laag, een_nieuwe_stap, een_thema, een_voorziening
from tests.rollen import een_medewerker
from tests.voorzieningen.uitwisseling.hulp import tabel, voer_in, zip_van
from voorzieningen.boom.lezen import lees_graaf
from voorzieningen.dubbelen import KanNietSamen, voeg_samen
from voorzieningen.models import Boomlaag, Stap, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H3")]

AANTAL = 4
een_van = st.integers(0, AANTAL - 1)
einde = st.tuples(st.sampled_from(["laag", "hulp", "hulp"]), een_van)
soort = st.sampled_from(Stap.Soort.values)
plaats = st.integers(1, 9)
reden = st.sampled_from(["", "Weg."])

formulieren = st.one_of(
    st.tuples(st.just("stap"), einde, einde, soort),
    st.tuples(st.just("verplaats"), een_van, een_van),
    st.tuples(st.just("toegang"), een_van, st.sampled_from(["inloop", "indicatie"])),
    st.tuples(st.just("volgorde"), een_van, plaats),
    st.tuples(st.just("wissel"), st.integers(0, 40), soort),
    st.tuples(st.just("archief"), st.sampled_from([Boomlaag, Voorziening, Stap]),
              st.integers(0, 40), reden),
    st.tuples(st.just("samen"), een_van, een_van),
)  # fmt: skip
rijen = st.one_of(
    st.tuples(st.just("stappen"), einde, einde, soort),
    st.tuples(st.just("lagen"), een_van, plaats, reden),
    st.tuples(st.just("voorzieningen"), een_van, een_van, reden),
)
bestanden = st.tuples(st.just("bestand"), st.lists(rijen, min_size=1, max_size=5))

KOPPEN = {
    "stappen": ["Sleutel", "Soort stap", "Van laag", "Van voorziening", "Naar laag",
                "Naar voorziening", "Wanneer", "Wie zet de stap", "Wie belt wie"],
    "lagen": ["Sleutel", "Plaats in de boom", "Reden van archiveren"],
    "voorzieningen": ["Sleutel", "Laag van de boom", "Reden van archiveren"],
}  # fmt: skip


@settings(
    max_examples=int(os.environ.get("REEKSEN", "20")), deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(reeks=st.lists(formulieren | bestanden, min_size=8, max_size=20))
def test_no_sequence_of_edits_and_files_leads_to_a_circle_or_an_orphan(db, reeks) -> None:
    with transaction.atomic():
        maak_boom()
        for nummer, (wat, *rest) in enumerate(reeks):
            gelukt = invoer(nummer, *rest) if wat == "bestand" else formulier(wat, *rest)
            event(f"{wat}: {'kept' if gelukt else 'refused'}")
            boom_is_heel()
        transaction.set_rollback(True)


def maak_boom() -> None:
    """Four layers, and in each a provision; steps between the first two, so that much is near."""
    thema, door = een_thema(), een_medewerker("redacteur")
    lagen = [een_laag(f"Laag {n}") for n in range(AANTAL)]
    for n in range(AANTAL):
        een_voorziening(f"Hulp {n}", laag=lagen[n // 2], themas=[thema], redacteur=door)


def boom_is_heel() -> None:
    graaf = lees_graaf()
    wees = Voorziening.objects.niet_gearchiveerd().filter(laag__gearchiveerd_op__isnull=False)
    assert not wees.exists()
    assert graaf.fouten() == {}
    for pijl in graaf.pijlen:
        assert not graaf.komt_bij(pijl.naar, pijl.van, pijl.richting)
        assert graaf.kring(pijl) == ()
    enden = {einde for pijl in graaf.pijlen for einde in (pijl.van, pijl.naar)}
    assert all(graaf.hoogte(einde) is not None for einde in enden)
    assert {pijl.nummer for pijl in graaf.pijlen} == set(
        Stap.objects.in_gebruik().values_list("pk", flat=True)
    )


# --- forms -------------------------------------------------------------------------------------


def formulier(wat: str, *rest: Any) -> bool:
    """What the admin does: change a fresh object, check it, keep it only when it is right."""
    if wat == "samen":
        return voeg_hulp_samen(*rest)
    ding = DOE[wat](*rest)
    if ding is None:
        return False
    ding.volg_archiefreden()
    try:
        ding.full_clean()
    except ValidationError:
        return False
    ding.save()
    return True


def _vers(model: Any, nummer: int, **velden: Any) -> Any:
    rijen = list(model.objects.order_by("pk"))
    if not rijen:
        return None
    ding = rijen[nummer % len(rijen)]
    for veld, waarde in velden.items():
        setattr(ding, veld, waarde)
    return ding


def _einde(waar: tuple[str, int]) -> Any:
    soort_, nummer = waar
    return _vers({"laag": Boomlaag, "hulp": Voorziening}[soort_], nummer)


DOE = {
    "stap": lambda van, naar, soort: een_nieuwe_stap(_einde(van), _einde(naar), soort),
    "verplaats": lambda n, laag: _vers(Voorziening, n, laag=_vers(Boomlaag, laag)),
    "toegang": lambda n, toegang: _vers(Voorziening, n, toegang=toegang, laag=None),
    "volgorde": lambda n, plaats: _vers(Boomlaag, n, volgorde=plaats),
    "wissel": lambda n, soort: _vers(Stap, n, soort=soort),
    "archief": lambda model, n, reden: _vers(model, n, archiefreden=reden),
}


def voeg_hulp_samen(een: int, ander: int) -> bool:
    try:
        with transaction.atomic():
            door = User.objects.get(username="redacteur")
            voeg_samen(_vers(Voorziening, een), _vers(Voorziening, ander), set(), door=door)
    except (KanNietSamen, ValidationError):
        return False
    return True


# --- files -------------------------------------------------------------------------------------


def invoer(nummer: int, inhoud: list[tuple]) -> bool:
    """One file with all these rows, in this order."""
    per_blad: dict[str, list] = {}
    for plek, (blad, *rest) in enumerate(inhoud):
        per_blad.setdefault(blad, []).append(RIJ[blad](f"s{nummer}-{plek}", *rest))
    delen = {blad: tabel(KOPPEN[blad], *gevuld) for blad, gevuld in per_blad.items()}
    return not voer_in(zip_van(**delen), "boom.zip", toch=True).fouten


def _staprij(sleutel: str, van: tuple[str, int], naar: tuple[str, int], soort: str) -> list[str]:
    enden = [cel for waar in (van, naar) for cel in _cellen(waar)]
    return [sleutel, soort, *enden, "Als het moet.", "de helper", "De helper belt."]


def _cellen(waar: tuple[str, int]) -> tuple[str, str]:
    slug = _einde(waar).slug
    return (slug, "") if waar[0] == "laag" else ("", slug)


RIJ = {
    "stappen": _staprij,
    "lagen": lambda _s, n, plaats, reden: [_vers(Boomlaag, n).slug, plaats, reden],
    "voorzieningen": lambda _s, n, laag, reden: [
        _vers(Voorziening, n).slug, _vers(Boomlaag, laag).slug, reden
    ],
}  # fmt: skip
