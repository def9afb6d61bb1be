"""The graph as it stands in the database, or as it would be after a change (H3)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from ..models import Boomlaag, Stap, Voorziening
from ..models.boomlaag import Opvang
from ..models.stap import nummer_van
from .graaf import Graaf, Knoop, Pijl

_ENDEN = ("van_laag_id", "van_voorziening_id", "naar_laag_id", "naar_voorziening_id")
_ARCHIEF = "gearchiveerd_op"
_KENMERKEN = ("laag_id", "soort", "vorm", "toegang")

Stapplek = tuple[Pijl | None, bool]  # where it leads, whether it is archived


@dataclass
class Stand:
    """Layers, provisions and steps by number; archived ones are in ``weg``, as nodes."""

    lagen: dict[int, tuple[int, str]] = field(default_factory=dict)  # rank, what belongs there
    hulp: dict[int, tuple[int | None, str]] = field(default_factory=dict)  # layer, its kind
    stappen: dict[int, Stapplek] = field(default_factory=dict)
    weg: set[Knoop] = field(default_factory=set)

    def graaf(self) -> Graaf:
        """Steps in use. One from or to an archived provision is none; one from or to an archived
        layer is an orphan, and wrong."""
        rang = {n: rij[0] for n, rij in self.lagen.items() if Knoop("laag", n) not in self.weg}
        per_opvang = {self.lagen[n][1]: n for n in rang if self.lagen[n][1]}
        laag_van = {n: laag or per_opvang.get(soort) for n, (laag, soort) in self.hulp.items()}
        pijlen = (pijl for pijl, weg in self.stappen.values() if pijl and not weg)
        return Graaf(tuple(pijl for pijl in pijlen if not self._is_weg(pijl)), rang, laag_van)

    def _is_weg(self, pijl: Pijl) -> bool:
        return any(k.soort == "voorziening" and k in self.weg for k in (pijl.van, pijl.naar))

    def zet_laag(self, laag: Boomlaag) -> None:
        self.lagen[nummer_van(laag)] = (laag.volgorde, laag.opvang)
        self.zet_weg(Knoop("laag", nummer_van(laag)), weg=bool(laag.archiefreden))

    def zet_hulp(self, hulp: Voorziening) -> None:
        gekozen = hulp.laag_id or _nieuw_nummer(hulp, "laag")
        self.hulp[nummer_van(hulp)] = (gekozen, hulp.opvang)
        self.zet_weg(Knoop("voorziening", nummer_van(hulp)), weg=bool(hulp.archiefreden))

    def zet_stap(self, stap: Stap) -> None:
        self.stappen[nummer_van(stap)] = (stap.pijl, bool(stap.archiefreden))

    def zet_weg(self, knoop: Knoop, *, weg: bool) -> None:
        (self.weg.add if weg else self.weg.discard)(knoop)

    def genoemd(self) -> set[int]:
        """The provisions that steps go from or to."""
        pijlen = (pijl for pijl, _weg in self.stappen.values() if pijl)
        enden = (einde for pijl in pijlen for einde in (pijl.van, pijl.naar))
        return {einde.nummer for einde in enden if einde.soort == "voorziening"}


def lees_graaf(*straks: Any) -> Graaf:
    """Three small queries. ``straks``: layers, provisions and steps as they would be after
    saving; what is new in one and the same change may name each other."""
    stand = Stand()
    _lees_lagen(stand)
    _lees_stappen(stand)
    for ding in straks:
        if isinstance(ding, Boomlaag):
            stand.zet_laag(ding)
        elif isinstance(ding, Stap):
            stand.zet_stap(ding)
    _lees_hulp(stand)
    for ding in straks:
        if isinstance(ding, Voorziening):
            stand.zet_hulp(ding)
    return stand.graaf()


def nieuwe_fout(*straks: Any) -> str:
    """What a change would break that is right now, in words; '' when nothing."""
    fouten = lees_graaf(*straks).fouten()
    stuk = fouten.keys() - (lees_graaf().fouten().keys() if fouten else set())
    return woorden_bij(stuk) if stuk else ""


def woorden_bij(stuk: Iterable[Pijl]) -> str:
    """Names the first of the steps that would be wrong."""
    stap = Stap.objects.get(pk=min(pijl.nummer or 0 for pijl in stuk))
    return _("Dan klopt deze stap niet meer: “%s”. Verander die eerst.") % stap


def heeft_stappen(voorziening: Voorziening) -> bool:
    """Whether steps go from or to a provision itself."""
    zelf = Q(van_voorziening=voorziening) | Q(naar_voorziening=voorziening)
    return Stap.objects.filter(zelf).exists()


def _lees_lagen(stand: Stand) -> None:
    rijen = Boomlaag.objects.order_by().values_list("pk", "volgorde", "opvang", _ARCHIEF)
    for pk, volgorde, opvang, sinds in rijen:
        stand.lagen[pk] = (volgorde, opvang)
        stand.zet_weg(Knoop("laag", pk), weg=bool(sinds))


def _lees_stappen(stand: Stand) -> None:
    rijen = Stap.objects.order_by("pk").values_list("pk", "soort", _ARCHIEF, *_ENDEN)
    for pk, soort, sinds, van_laag, van_hulp, naar_laag, naar_hulp in rijen:
        van, naar = Knoop.van_rij(van_laag, van_hulp), Knoop.van_rij(naar_laag, naar_hulp)
        pijl = Pijl(van, naar, soort, pk) if van and naar else None
        stand.stappen[pk] = (pijl, bool(sinds))


def _lees_hulp(stand: Stand) -> None:
    """The layer of each provision that a step names: the one chosen, or else the one by kind."""
    rijen = Voorziening.objects.order_by().filter(pk__in=_oud(stand.genoemd()))
    for pk, sinds, laag, *kenmerken in rijen.values_list("pk", _ARCHIEF, *_KENMERKEN):
        stand.hulp[pk] = (laag, Opvang.van(*kenmerken))
        stand.zet_weg(Knoop("voorziening", pk), weg=bool(sinds))


def _oud(nummers: Iterable[int]) -> list[int]:
    return [nummer for nummer in nummers if nummer > 0]


def _nieuw_nummer(ding: Any, veld: str) -> int | None:
    nieuw = ding._state.fields_cache.get(veld)
    return nummer_van(nieuw) if nieuw else None
