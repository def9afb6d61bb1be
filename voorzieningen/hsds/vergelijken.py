"""What an import of a source would change: three values per field decide.

``bekend``: what was imported last time. ``nu``: what the portal has. ``nieuw``: what the source
says today. Only where the portal still has what was imported, the source may change it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone

from voorzieningen.models import Herkomst, Openingstijd
from voorzieningen.models.herkomst import VELD
from voorzieningen.uitwisseling.bladen import HOOFDBLADEN, OPENINGSTIJDEN
from voorzieningen.uitwisseling.koppelingen import koppelingen, stukken
from voorzieningen.uitwisseling.plan import Deelplan, Plan, Rijplan, Wijziging, kort, titel
from voorzieningen.uitwisseling.verwijzingen import Doel
from voorzieningen.voorstellen import als_json, label, toon, velden

from .bronding import MODELLEN, Bronding, Sleutel
from .slugs import Slugs

BLADEN = {blad.model: blad for blad in HOOFDBLADEN}
NOOIT_GECONTROLEERD = date(2000, 1, 1)  # the earliest day that the portal takes
TIJDEN = "openingstijden"


@dataclass(frozen=True)
class Botsing:
    """Staff and source both changed a field since the last import; it stays as staff made it."""

    titel: str
    kop: str
    nu: str
    bron: str

    def __str__(self) -> str:
        return (
            f"{self.titel}, {self.kop}: hier “{kort(self.nu)}”, in de bron “{kort(self.bron)}”. "
            "Het blijft zoals het hier is."
        )


@dataclass
class Vergelijking:
    """The plan for the Toepasser, and what goes with it per record of the source."""

    plan: Plan
    herkomsten: dict[Sleutel, Herkomst] = field(default_factory=dict)
    rijen: dict[Sleutel, Rijplan] = field(default_factory=dict)
    overgenomen: dict[Sleutel, dict[str, Any]] = field(default_factory=dict)
    botsingen: list[Botsing] = field(default_factory=list)
    eigen: int = 0  # fields that staff changed and the source did not
    overgeslagen: list[tuple[Bronding, str]] = field(default_factory=list)
    verdwenen: list[Any] = field(default_factory=list)


class Vergelijker:
    """Queries depend on the number of rows only in portions of 500."""

    def __init__(self, bron: str, dingen: dict[Sleutel, Bronding], redacteur: Any) -> None:
        self.bron, self.dingen, self.redacteur = bron, dingen, redacteur
        self.uit = Vergelijking(Plan(nu=timezone.now()))
        self._slugs = Slugs()
        self._per_ding: dict[tuple[Any, int], Rijplan] = {}
        self._lijsten: dict[Any, dict[str, dict[int, list[int]]]] = {}
        self._tijden: dict[tuple[str, int], list[Openingstijd]] = defaultdict(list)

    def vergelijk(self, *, vergrendel: bool = False) -> Vergelijking:
        rijen = Herkomst.objects.filter(bron=self.bron)
        bekend = {(rij.soort, rij.sleutel): rij for rij in rijen}
        self._laad(bekend, vergrendel=vergrendel)
        for sleutel, ding in self.dingen.items():
            self._herken(ding, bekend.get(sleutel))
        for sleutel in self.uit.rijen:
            self._vergelijk(self.dingen[sleutel])
        self.uit.plan.rijen = list({id(rij): rij for rij in self.uit.rijen.values()}.values())
        self._noteer_verdwenen(bekend)
        return self.uit

    # --- which entry -------------------------------------------------------------------------

    def _laad(self, bekend: dict[Sleutel, Herkomst], *, vergrendel: bool) -> None:
        for soort, model in MODELLEN.items():
            veld = f"{VELD[model]}_id"
            nummers = {getattr(rij, veld) for rij in bekend.values() if rij.soort == soort}
            rijen = model._base_manager.all()
            if vergrendel:
                rijen = rijen.select_for_update()
            gevonden: dict[int, Any] = {}
            for stuk in stukken(sorted(nummers - {None})):
                gevonden |= rijen.in_bulk(stuk)
            for pk, ding in gevonden.items():
                self._per_ding[model, pk] = Rijplan(BLADEN[model], 0, ding, is_nieuw=False)
            lijsten = (v.name for v in model._meta.many_to_many)
            self._lijsten[model] = {naam: koppelingen(model, naam, gevonden) for naam in lijsten}
            if hasattr(model, TIJDEN):
                self._laad_tijden(VELD[model], gevonden)

    def _laad_tijden(self, veld: str, nummers: Iterable[int]) -> None:
        for stuk in stukken(nummers):
            for rij in Openingstijd.objects.filter(**{f"{veld}__in": stuk}).order_by("pk"):
                self._tijden[veld, getattr(rij, f"{veld}_id")].append(rij)

    def _herken(self, ding: Bronding, herkomst: Herkomst | None) -> None:
        if herkomst is None:
            self._maak(ding)
            return
        self.uit.herkomsten[ding.sleutel] = herkomst
        nummer = getattr(herkomst, f"{VELD[ding.model]}_id")
        rij = self._per_ding.get((ding.model, nummer))
        if rij is None:
            self.uit.overgeslagen.append((ding, "hier voorgoed verwijderd"))
        elif rij.ding.is_gearchiveerd:
            self.uit.overgeslagen.append((ding, "hier gearchiveerd"))
        else:
            self.uit.rijen[ding.sleutel] = rij

    def _maak(self, ding: Bronding) -> None:
        nieuw = ding.model(
            slug=self._slugs.vrij(ding.model, ding.velden[ding.model.slug_bron]),
            redacteur=self.redacteur,
            publicatie="concept",
            laatst_gecontroleerd=NOOIT_GECONTROLEERD,
        )
        self.uit.rijen[ding.sleutel] = Rijplan(BLADEN[ding.model], ding.rij.nummer, nieuw, True)

    def _noteer_verdwenen(self, bekend: dict[Sleutel, Herkomst]) -> None:
        """What the source no longer has: staff decide what becomes of it here."""
        for sleutel, herkomst in bekend.items():
            model = MODELLEN.get(sleutel[0])
            if model is None or sleutel in self.dingen:
                continue
            rij = self._per_ding.get((model, getattr(herkomst, f"{VELD[model]}_id")))
            if rij and not rij.ding.is_gearchiveerd:
                self.uit.verdwenen.append(rij.titel)

    # --- what changes ------------------------------------------------------------------------

    def _vergelijk(self, ding: Bronding) -> None:
        rij = self.uit.rijen[ding.sleutel]
        herkomst = self.uit.herkomsten.get(ding.sleutel)
        taken = self.uit.overgenomen[ding.sleutel] = dict(herkomst.waarden) if herkomst else {}
        for naam, waarde in ding.velden.items():
            self._veld(rij, naam, waarde, taken)
        for naam, sleutel in ding.verwijzingen.items():
            self._verwijzing(rij, naam, sleutel and self._doel(sleutel), taken)
        for naam, leden in ding.lijsten.items():
            doelen = [self._doel(lid) for lid in leden]
            self._lijst(rij, naam, [doel for doel in doelen if doel is not None], taken)
        if hasattr(ding.model, TIJDEN):
            self._rooster(rij, ding, taken)

    def _doel(self, lid: Any) -> Doel | None:
        """A number, something new, or what a key of the source stands for here."""
        if not isinstance(lid, tuple):
            return lid
        rij = self.uit.rijen.get(lid)
        if rij is None:
            return None  # archived or deleted here
        return rij.ding if rij.is_nieuw else rij.ding.pk

    def _veld(self, rij: Rijplan, naam: str, waarde: Any, taken: dict[str, Any]) -> None:
        veld = velden(rij.blad.model)[naam]
        nu = als_json(veld, getattr(rij.ding, veld.attname))
        if self._mag(rij, veld, nu, als_json(veld, waarde), taken):
            rij.velden[naam] = waarde
            setattr(rij.ding, naam, waarde)

    def _verwijzing(
        self, rij: Rijplan, naam: str, doel: Doel | None, taken: dict[str, Any]
    ) -> None:
        veld = velden(rij.blad.model)[naam]
        if self._mag(rij, veld, getattr(rij.ding, veld.attname), doel, taken):
            rij.verwijzingen[naam] = doel
            setattr(rij.ding, veld.attname if isinstance(doel, int) else naam, doel)

    def _lijst(self, rij: Rijplan, naam: str, nieuw: list[Doel], taken: dict[str, Any]) -> None:
        """What came at the source comes, what went there goes; what staff added stays."""
        bekend = taken.get(naam, [])
        taken[naam] = nieuw
        nu = rij.lijsten.get(naam) or list(self._lijsten[rij.blad.model][naam].get(rij.ding.pk, []))
        weg = [doel for doel in bekend if doel not in nieuw]
        erbij = [doel for doel in nieuw if doel not in bekend and doel not in nu]
        blijft = [doel for doel in nu if doel not in weg]
        if erbij or len(blijft) < len(nu):
            rij.lijsten[naam] = [*blijft, *erbij]
            self._noteer(rij, velden(rij.blad.model)[naam], nu, [*blijft, *erbij])

    def _rooster(self, rij: Rijplan, ding: Bronding, taken: dict[str, Any]) -> None:
        relatie = velden(ding.model)[TIJDEN]
        bestaand = self._tijden[VELD[ding.model], rij.ding.pk] if rij.ding.pk else []
        nu, nieuw = (_als_rijen(relatie, tijden) for tijden in (bestaand, ding.tijden))
        if not self._mag(rij, relatie, nu, nieuw, taken) or nu == nieuw:
            return
        doel = rij.ding if rij.is_nieuw else rij.ding.pk
        deel = Deelplan(OPENINGSTIJDEN, VELD[ding.model], doel, titel(rij.ding))
        deel.nieuw, deel.weg = ding.tijden, bestaand
        self.uit.plan.delen.append(deel)

    def _mag(self, rij: Rijplan, veld: Any, nu: Any, nieuw: Any, taken: dict[str, Any]) -> bool:
        """Whether the source may change a field; writes down what becomes of it."""
        naam = veld.get_accessor_name() if veld.one_to_many else veld.name
        bekend = taken.get(naam, nu if nu in ("", None, []) else object())
        if rij.is_nieuw or nu in (nieuw, bekend):
            taken[naam] = nieuw
            if nu != nieuw:
                self._noteer(rij, veld, nu, nieuw)
            return rij.is_nieuw or nu != nieuw
        if bekend == nieuw:
            self.uit.eigen += 1
        else:
            teksten = (_in_woorden(veld, waarde) for waarde in (nu, nieuw))
            self.uit.botsingen.append(Botsing(rij.titel, label(veld), *teksten))
        return False

    def _noteer(self, rij: Rijplan, veld: Any, nu: Any, nieuw: Any) -> None:
        if not rij.is_nieuw and not veld.one_to_many:
            teksten = (_in_woorden(veld, waarde) for waarde in (nu, nieuw))
            rij.wijzigingen.append(Wijziging(label(veld), *teksten))


def _als_rijen(relatie: Any, tijden: list[Openingstijd]) -> Any:
    return als_json(relatie, [tijd.__dict__ for tijd in tijden])


def _in_woorden(veld: Any, waarde: Any) -> str:
    """Also of what is new in this import and has no number yet."""
    doelen = waarde if isinstance(waarde, list) else [waarde]
    nieuw = [str(doel) for doel in doelen if hasattr(doel, "_meta")]
    if not nieuw:
        return toon(veld, waarde)
    rest = toon(veld, [doel for doel in doelen if isinstance(doel, int)])
    return ", ".join(filter(None, [rest, *nieuw]))
