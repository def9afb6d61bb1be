"""Carrying out a plan, inside a transaction: all of it or nothing.

Rows are written in bulk, so no ``save()`` runs: what the models fill in on saving is filled in by
``_vul_aan``, history is written once per entry, and the search index once at the end.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.db.models import Q
from simple_history.utils import bulk_create_with_history

from sociale_basis.kern.models import Controleerbaar
from sociale_basis.kern.zoeken.bijhouden import gewijzigd, uitgesteld
from voorzieningen.models import Boomlaag, Locatie, Organisatie, Stap, Voorziening
from voorzieningen.models.stap import ENDEN
from wijken.models import Gebied
from wijken.opzoeken import zoek_buurten

from .bladen import HOOFDBLADEN
from .geschiedenis import leg_vast
from .kolommen import Blad, veld_van
from .koppelingen import stukken
from .plan import Deelplan, Plan, Rijplan
from .uniek import maak_plaats
from .verwijzingen import Doel

BATCH = 500
ZOEKSOORT = {
    Organisatie: "organisatie",
    Locatie: "plek",
    Voorziening: "voorziening",
    Boomlaag: "boomlaag",
}
TERMIJNEN = ("controleren_voor", "verouderd_vanaf")
AFGELEID = {Locatie: ("gebied",), Voorziening: ("rang",)}  # beside what all entries share


class Toepasser:
    """Writes one plan. ``door`` and ``reden`` stand in the history of every entry."""

    def __init__(
        self,
        plan: Plan,
        *,
        door: AbstractBaseUser | None = None,
        reden: str = "",
        meld: Callable[[str], object] = lambda _regel: None,
    ) -> None:
        self.plan, self.door, self.reden, self.meld = plan, door, reden, meld

    def voer_uit(self) -> None:
        with uitgesteld():
            rijen = [*self.plan.gewijzigd, *self.plan.weg]
            per_blad = {blad: [r for r in rijen if r.blad is blad] for blad in HOOFDBLADEN}
            for blad, deel in per_blad.items():
                self._bewaar(blad, deel)
            for blad, deel in per_blad.items():
                self._koppel(blad, deel)
            self._bewaar_delen()
            for blad, deel in per_blad.items():
                self._schrijf_geschiedenis(blad, deel)
                self._werk_index_bij(blad, deel)
            self.meld("De zoekindex wordt bijgewerkt …")

    # --- entries -----------------------------------------------------------------------------

    def _bewaar(self, blad: Blad, rijen: list[Rijplan]) -> None:
        """New entries in bulk; of the others only the fields that changed."""
        for rij in rijen:
            _zet_nummers(rij)
        _vul_aan(blad, rijen)
        maak_plaats(blad, rijen, self.plan.nu)
        nieuw = [rij for rij in rijen if rij.is_nieuw]
        for klaar, stuk in enumerate(stukken(nieuw, BATCH)):
            blad.model._base_manager.bulk_create([_zonder_opvolger(rij.ding) for rij in stuk])
            self.meld(f"{blad.naam}: {klaar * BATCH + len(stuk)} van {len(nieuw)} toegevoegd …")
        self._wijzig(blad, rijen)

    def _wijzig(self, blad: Blad, rijen: list[Rijplan]) -> None:
        """Also a successor that was not there before."""
        te_wijzigen = [rij for rij in rijen if not rij.is_nieuw or _opvolger(rij)]
        for klaar, rij in enumerate(te_wijzigen, start=1):
            blad.model._base_manager.filter(pk=rij.ding.pk).update(**self._velden(rij))
            if klaar % BATCH == 0 or klaar == len(te_wijzigen):
                self.meld(f"{blad.naam}: {klaar} van {len(te_wijzigen)} gewijzigd …")

    def _velden(self, rij: Rijplan) -> dict[str, Any]:
        _zet_nummers(rij)
        if rij.is_nieuw:
            return {"vervangen_door_id": rij.ding.vervangen_door_id}
        namen = ["sorteernaam", *TERMIJNEN] if _heeft_termijn(rij.ding) else ["sorteernaam"]
        namen += [*rij.velden, *rij.verwijzingen, *AFGELEID.get(rij.blad.model, ())]
        rij.ding.gewijzigd_op = self.plan.nu
        velden = (rij.ding._meta.get_field(naam) for naam in [*namen, "gewijzigd_op"])
        return {veld.attname: getattr(rij.ding, veld.attname) for veld in velden}

    # --- lists -------------------------------------------------------------------------------

    def _koppel(self, blad: Blad, rijen: list[Rijplan]) -> None:
        for kolom, veld in blad.velden(models.ManyToManyField):
            anders = [rij for rij in rijen if kolom.veld in rij.lijsten]
            tussen, van, naar = _tussentabel(veld)
            for stuk in stukken([rij.ding.pk for rij in anders if not rij.is_nieuw]):
                tussen.objects.filter(**{f"{van}__in": stuk}).delete()
            tussen.objects.bulk_create(
                (
                    tussen(**{van: rij.ding.pk, naar: _nummer(doel)})
                    for rij in anders
                    for doel in rij.lijsten[kolom.veld]
                ),
                batch_size=BATCH,
            )

    # --- times and rooms ---------------------------------------------------------------------

    def _bewaar_delen(self) -> None:
        per_model: dict[Any, list[Deelplan]] = defaultdict(list)
        for deel in self.plan.gewijzigde_delen:
            per_model[deel.blad.model].append(deel)
        for model, delen in per_model.items():
            self._verwijder(model, [ding.pk for deel in delen for ding in deel.weg])
            nieuw = [_met_ouder(ding, deel) for deel in delen for ding in deel.nieuw]
            bulk_create_with_history(
                nieuw,
                model,
                batch_size=BATCH,
                default_user=self.door,
                default_change_reason=self.reden[:100],
            )

    @staticmethod
    def _verwijder(model: Any, nummers: Iterable[int]) -> None:
        """With a line of history each (simple_history hears it)."""
        for stuk in stukken(nummers):
            model.objects.filter(pk__in=stuk).delete()

    # --- what follows ------------------------------------------------------------------------

    def _schrijf_geschiedenis(self, blad: Blad, rijen: list[Rijplan]) -> None:
        for nieuw in (True, False):
            dingen = [rij.ding for rij in rijen if rij.is_nieuw == nieuw]
            leg_vast(blad.model, dingen, nieuw=nieuw, door=self.door, reden=self.reden)

    def _werk_index_bij(self, blad: Blad, rijen: list[Rijplan]) -> None:
        """The entries, and the provisions whose documents hold words of them."""
        nummers = [rij.ding.pk for rij in rijen]
        if blad.model in ZOEKSOORT:
            gewijzigd(ZOEKSOORT[blad.model], nummers)
        for stuk in stukken(nummers):
            gewijzigd("voorziening", _voorzieningen_bij(blad.model, stuk))


def _voorzieningen_bij(model: Any, nummers: list[int]) -> Iterable[int]:
    keuze = {
        Organisatie: Q(verantwoordelijke__in=nummers) | Q(uitvoerders__in=nummers),
        Locatie: Q(locaties__in=nummers),
    }.get(model)
    if keuze is None:
        return []
    return Voorziening.objects.filter(keuze).values_list("pk", flat=True).distinct()


def _zet_nummers(rij: Rijplan) -> None:
    """References to what was new a moment ago, as numbers."""
    for naam, doel in rij.verwijzingen.items():
        veld = veld_van(rij.blad.model, naam)
        nummer = doel.pk if isinstance(doel, models.Model) else doel
        if getattr(rij.ding, veld.attname) != nummer:
            setattr(rij.ding, veld.attname, nummer)


def _opvolger(rij: Rijplan) -> bool:
    return rij.verwijzingen.get("vervangen_door") is not None


def _zonder_opvolger(ding: Any) -> Any:
    """Its successor may be a later row: that is filled in when all are there."""
    ding.vervangen_door = None
    return ding


def _vul_aan(blad: Blad, rijen: list[Rijplan]) -> None:
    """What save() of the models fills in."""
    if blad.model is Stap:
        models.prefetch_related_objects([rij.ding for rij in rijen if not rij.ding.naam], *ENDEN)
    for rij in rijen:
        rij.ding.vul_naamvelden()
        if _heeft_termijn(rij.ding):
            rij.ding.bereken_termijnen()
    if blad.model is Voorziening:
        for rij in rijen:
            rij.ding.rang = rij.ding.bereken_rang()
    if blad.model is Locatie:
        _zoek_buurten([rij.ding for rij in rijen])


def _heeft_termijn(ding: Any) -> bool:
    return isinstance(ding, Controleerbaar)


def _zoek_buurten(plekken: list[Locatie]) -> None:
    """As ``Locatie.save()`` does, for all places in a few queries."""
    zoekend = [plek for plek in plekken if plek.gebied_id is None or plek._is_verhuisd()]
    met_punt = [plek for plek in zoekend if plek.heeft_punt]
    anders = [plek for plek in zoekend if not plek.heeft_punt and plek.postcode]
    punten = [(plek.lat or 0.0, plek.lon or 0.0) for plek in met_punt]
    for plek, nummer in zip(met_punt, Gebied.objects.op_punten(punten), strict=True):
        plek.gebied_id = nummer
    buurten = zoek_buurten((plek.postcode, plek.huisnummer) for plek in anders)
    for plek, nummer in zip(anders, buurten, strict=True):
        plek.gebied_id = nummer or plek.gebied_id


def _tussentabel(veld: Any) -> tuple[Any, str, str]:
    return veld.remote_field.through, veld.m2m_column_name(), veld.m2m_reverse_name()


def _nummer(doel: Doel) -> int:
    return doel if isinstance(doel, int) else doel.pk


def _met_ouder(ding: Any, deel: Deelplan) -> Any:
    setattr(ding, f"{deel.ouderveld}_id", _nummer(deel.ouder))
    return ding
