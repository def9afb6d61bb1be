"""The graph as it stands in the database, or as it would be after a change (H3)."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from ..models import Boomlaag, Stap, Voorziening
from ..models.boomlaag import Opvang
from .graaf import Graaf, Knoop, Pijl

_ENDEN = ("van_laag_id", "van_voorziening_id", "naar_laag_id", "naar_voorziening_id")
_KENMERKEN = ("laag_id", "soort", "vorm", "toegang")

Lagen = dict[int, tuple[int, str]]  # primary key → rank and what belongs there by itself


def lees_graaf(
    *,
    zonder: int | None = None,
    ook: Iterable[int | None] = (),
    laag: Boomlaag | None = None,
    voorziening: Voorziening | None = None,
) -> Graaf:
    """Three small queries. ``zonder``: leave out this step; ``ook``: provisions that no step names
    yet; ``laag`` and ``voorziening``: as they would be after saving."""
    lagen = _lagen(laag)
    pijlen = _pijlen(zonder)
    rang = {pk: volgorde for pk, (volgorde, _opvang) in lagen.items()}
    return Graaf(
        pijlen, rang, _laag_van({*_voorzieningen(pijlen), *filter(None, ook)}, lagen, voorziening)
    )


def nieuwe_fout(*, laag: Boomlaag | None = None, voorziening: Voorziening | None = None) -> str:
    """What a change would break that is right now, in words; '' when nothing."""
    straks = lees_graaf(laag=laag, voorziening=voorziening).fouten()
    stuk = straks.keys() - (lees_graaf().fouten().keys() if straks else set())
    if not stuk:
        return ""
    stap = Stap.objects.get(pk=min(pijl.nummer or 0 for pijl in stuk))
    return _("Dan klopt deze stap niet meer: “%s”. Verander die eerst.") % stap


def heeft_stappen(voorziening: Voorziening) -> bool:
    """Whether steps go from or to a provision itself; no query after ``onthoud_stappen``."""
    if not hasattr(voorziening, "_heeft_stappen"):
        zelf = Q(van_voorziening=voorziening) | Q(naar_voorziening=voorziening)
        return Stap.objects.filter(zelf).exists()
    return bool(voorziening._heeft_stappen)


def onthoud_stappen(voorzieningen: Mapping[int, Any]) -> None:
    """Note of each provision whether it has steps, in one query: an import checks thousands."""
    enden = Stap.objects.values_list("van_voorziening", "naar_voorziening")
    met = {nummer for paar in enden for nummer in paar}
    for nummer, voorziening in voorzieningen.items():
        voorziening._heeft_stappen = nummer in met


def _lagen(anders: Boomlaag | None) -> Lagen:
    rijen = Boomlaag.objects.zichtbaar().values_list("pk", "volgorde", "opvang")
    lagen = {pk: (volgorde, opvang) for pk, volgorde, opvang in rijen}
    if anders is not None and anders.pk:
        lagen.pop(anders.pk, None)
        if not anders.archiefreden:
            lagen[anders.pk] = (anders.volgorde, anders.opvang)
    return lagen


def _pijlen(zonder: int | None) -> tuple[Pijl, ...]:
    rijen = Stap.objects.in_gebruik().exclude(pk=zonder or 0).order_by("pk")
    pijlen = []
    for pk, soort, van_laag, van_hulp, naar_laag, naar_hulp in rijen.values_list(
        "pk", "soort", *_ENDEN
    ):
        van, naar = Knoop.van_rij(van_laag, van_hulp), Knoop.van_rij(naar_laag, naar_hulp)
        if van and naar:
            pijlen.append(Pijl(van, naar, soort, pk))
    return tuple(pijlen)


def _voorzieningen(pijlen: tuple[Pijl, ...]) -> set[int]:
    enden = (einde for pijl in pijlen for einde in (pijl.van, pijl.naar))
    return {einde.nummer for einde in enden if einde.soort == "voorziening"}


def _laag_van(nummers: set[int], lagen: Lagen, anders: Voorziening | None) -> dict[int, int | None]:
    """The layer of each of these provisions: the one chosen, or else the one by kind."""
    per_opvang = {opvang: pk for pk, (_rang, opvang) in lagen.items() if opvang}
    rijen = Voorziening.objects.order_by().filter(pk__in=nummers)
    laag_van = {
        pk: laag or per_opvang.get(Opvang.van(soort, vorm, toegang))
        for pk, laag, soort, vorm, toegang in rijen.values_list("pk", *_KENMERKEN)
    }
    if anders is not None and anders.pk:
        laag_van[anders.pk] = anders.laag_id or per_opvang.get(anders.opvang)
    return laag_van
