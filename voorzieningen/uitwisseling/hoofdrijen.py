"""Rows of organisations, places and provisions: which entry they are, and what they change."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from django.utils.text import slugify

from sociale_basis.kern.models.oude_slug import SLUG_LENGTE

from .cellen import Cellezer
from .controle import fouten_in, fouten_in_lijsten
from .kolommen import Kolom, veld_van
from .koppelingen import koppelingen
from .lezen import Rij, Tabel
from .plan import Plan, Rijplan, Wijziging
from .ruw import Kapot
from .verwijzingen import Doel, Naslag
from .waarden import Waarde, Waardefout

Koppelingen = dict[str, dict[int, list[int]]]  # list field → entry → what it holds


class Hoofdrijen:
    """One main sheet. ``herken`` all sheets first, then ``vergelijk``: rows name each other."""

    def __init__(self, tabel: Tabel, naslag: Naslag, plan: Plan, *, vergrendel: bool) -> None:
        self.blad, self.tabel, self.naslag, self.plan = tabel.blad, tabel, naslag, plan
        self.lijst = naslag.lijst(self.blad.model)
        self.lezer = Cellezer(naslag, plan.fouten)
        self.vergrendel = vergrendel
        self.paren: list[tuple[Rij, Rijplan]] = []
        self.nummers: set[int] = set()

    # --- which entry a row is ----------------------------------------------------------------

    def herken(self) -> None:
        """Find or make the entry of each row; new ones can be referred to from then on."""
        herkend = [(rij, *self._sleutel(rij)) for rij in self.tabel.rijen]
        gevonden = {rij.nummer: self.lijst.met_sleutel(slug) for rij, slug, _g in herkend if slug}
        self.nummers = {pk for pk in gevonden.values() if pk}
        bestaand = self._laad(self.nummers)
        gezien: dict[Any, int] = {}
        for rij, slug, geraden in herkend:
            if slug and self._is_eerste(rij, gevonden[rij.nummer] or slug, gezien):
                plan = self._rijplan(rij, slug, bestaand.get(gevonden[rij.nummer] or 0))
                plan.is_geraden = geraden
                self.paren.append((rij, plan))

    def _laad(self, nummers: set[int]) -> dict[int, Any]:
        rijen = self.blad.model._base_manager.order_by("pk")
        return (rijen.select_for_update() if self.vergrendel else rijen).in_bulk(nummers)

    def _sleutel(self, rij: Rij) -> tuple[str, bool]:
        """(key, whether it was made from the name); no key after an error."""
        kop = self.blad.kolom("slug").kop
        try:
            sleutel = self._tekst(rij, "slug")
            if sleutel:
                return self._geldig(sleutel), False
            gemaakt = slugify(self._tekst(rij, self.blad.titelveld))[: SLUG_LENGTE - 5]
        except Waardefout as fout:
            self.lezer.meld(self.blad, rij.nummer, kop, str(fout))
            return "", False
        if not gemaakt:
            self.lezer.meld(self.blad, rij.nummer, kop, "Vul een sleutel of een naam in.")
        return gemaakt, True

    def _tekst(self, rij: Rij, veld: str) -> str:
        cel = rij.cellen.get(veld)
        if isinstance(cel, Kapot):
            raise Waardefout(cel.reden)
        return Waarde().lees(cel)

    def _geldig(self, sleutel: str) -> str:
        """A key that is there, or one that may become an address."""
        if self.lijst.met_sleutel(sleutel) is not None:
            return sleutel
        try:
            validate_slug(sleutel)
        except ValidationError as fout:
            voorbeeld = slugify(sleutel) or "koffieochtend-uden"
            raise Waardefout(
                f"“{sleutel}” kan geen sleutel zijn: gebruik kleine letters, cijfers en "
                f"streepjes. Voorbeeld: {voorbeeld}."
            ) from fout
        if len(sleutel) > SLUG_LENGTE:
            raise Waardefout(f"De sleutel is langer dan {SLUG_LENGTE} tekens.")
        return sleutel

    def _is_eerste(self, rij: Rij, wie: int | str, gezien: dict[Any, int]) -> bool:
        eerder = gezien.setdefault(wie, rij.nummer)
        if eerder == rij.nummer:
            return True
        reden = f"Dit staat ook al in rij {eerder}. Geef elke rij een eigen sleutel."
        self.lezer.meld(self.blad, rij.nummer, self.blad.kolom("slug").kop, reden)
        return False

    def _rijplan(self, rij: Rij, slug: str, ding: Any) -> Rijplan:
        if ding is None:
            ding = self.blad.model(slug=slug)
            self.lijst.nieuw[slug] = ding
            return Rijplan(self.blad, rij.nummer, ding, is_nieuw=True)
        in_gebruik = not ding.is_gearchiveerd
        return Rijplan(self.blad, rij.nummer, ding, is_nieuw=False, was_in_gebruik=in_gebruik)

    # --- what it changes ---------------------------------------------------------------------

    def vergelijk(self) -> None:
        """Read every row, put the new values in its entry and check those that change."""
        lijstvelden = [kolom.veld for kolom, _veld in self.blad.velden(models.ManyToManyField)]
        nu = {v: koppelingen(self.blad.model, v, self.nummers) for v in lijstvelden}
        for rij, plan in self.paren:
            waarden, ongelezen = self.lezer.lees(self.blad, rij)
            oud = not plan.is_nieuw and self._is_ouder_dan_portaal(plan, waarden)
            self._neem_over(plan, waarden, nu)
            self._controleer(plan, ongelezen, nu)
            self._waarschuw(plan, oud=oud)
            self.plan.rijen.append(plan)

    def _is_ouder_dan_portaal(self, plan: Rijplan, waarden: dict[str, Any]) -> bool:
        """Whether somebody saved the entry after this file was exported."""
        soort = self.blad.waarden["gewijzigd_op"]
        van = waarden.get("gewijzigd_op")
        return bool(van) and soort.zuiver(van) < soort.zuiver(plan.ding.gewijzigd_op)

    def _neem_over(self, plan: Rijplan, waarden: dict[str, Any], nu: Koppelingen) -> None:
        for kolom, veld in self.blad.velden():
            if kolom.veld in waarden:
                self._neem_veld_over(plan, kolom, veld, waarden[kolom.veld])
        for kolom, _veld in self.blad.velden(models.ManyToManyField):
            if kolom.veld in waarden:
                huidig = nu[kolom.veld].get(plan.ding.pk, [])
                self._neem_lijst_over(plan, kolom, huidig, waarden[kolom.veld])
        if "archiefreden" in waarden:
            self._archiveer(plan)

    def _neem_veld_over(self, plan: Rijplan, kolom: Kolom, veld: Any, nieuw: Any) -> None:
        soort = self.blad.waarden[kolom.veld]
        oud = getattr(plan.ding, veld.attname)
        if veld.is_relation:
            if oud != nieuw or plan.is_nieuw:
                plan.verwijzingen[veld.name] = nieuw
                self._zet_verwijzing(plan.ding, veld, nieuw)
                self._noteer(
                    plan, kolom, self._sleutels(veld, [oud]), self._sleutels(veld, [nieuw])
                )
        elif soort.zuiver(oud) != soort.zuiver(nieuw) or plan.is_nieuw:
            plan.velden[veld.name] = nieuw
            setattr(plan.ding, veld.name, nieuw)
            self._noteer(
                plan, kolom, "" if plan.is_nieuw else _tekst(soort, oud), _tekst(soort, nieuw)
            )

    @staticmethod
    def _zet_verwijzing(ding: Any, veld: Any, doel: Doel | None) -> None:
        if isinstance(doel, models.Model):
            setattr(ding, veld.name, doel)
        else:
            setattr(ding, veld.attname, doel)

    def _neem_lijst_over(
        self, plan: Rijplan, kolom: Kolom, huidig: list[int], nieuw: list[Doel]
    ) -> None:
        veld = veld_van(self.blad.model, kolom.veld)
        oud, wordt = self._sleutels(veld, list(huidig)), self._sleutels(veld, nieuw)
        if oud != wordt or plan.is_nieuw:
            plan.lijsten[kolom.veld] = nieuw
            self._noteer(plan, kolom, oud, wordt)

    def _sleutels(self, veld: Any, doelen: list[Any]) -> str:
        lijst = self.naslag.lijst(veld.related_model)
        return "; ".join(sorted(lijst.sleutel(doel) for doel in doelen if doel is not None))

    @staticmethod
    def _noteer(plan: Rijplan, kolom: Kolom, oud: str, nieuw: str) -> None:
        if oud != nieuw:
            plan.wijzigingen.append(Wijziging(kolom.kop, oud, nieuw))

    def _archiveer(self, plan: Rijplan) -> None:
        """A new reason archives; taking the reason away brings back, as in the admin."""
        ding = plan.ding
        if ding.archiefreden and not ding.gearchiveerd_op and "archiefreden" in plan.velden:
            ding.gearchiveerd_op = plan.velden["gearchiveerd_op"] = self.plan.nu
        elif ding.gearchiveerd_op and not (ding.archiefreden or "gearchiveerd_op" in plan.velden):
            ding.gearchiveerd_op = plan.velden["gearchiveerd_op"] = None

    # --- whether it may ----------------------------------------------------------------------

    def _controleer(self, plan: Rijplan, ongelezen: set[str], nu: Koppelingen) -> None:
        if plan.groep == "gelijk":
            return
        self.plan.fouten += fouten_in(self.blad, plan.rij, plan.ding, ongelezen)
        lijsten = {
            veld: plan.lijsten.get(veld, per_ding.get(plan.ding.pk, []))
            for veld, per_ding in nu.items()
            if veld not in ongelezen
        }
        self.plan.fouten += fouten_in_lijsten(plan, lijsten)

    def _waarschuw(self, plan: Rijplan, *, oud: bool) -> None:
        plek = f"{self.blad.naam}, rij {plan.rij}"
        if plan.is_geraden and plan.groep == "gewijzigd":
            reden = (
                f"Er is al een {self.blad.enkel} met deze naam. Zet “{plan.ding.slug}” in de kolom "
                "Sleutel om die te wijzigen, of bedenk een andere sleutel."
            )
            self.lezer.meld(self.blad, plan.rij, self.blad.kolom("slug").kop, reden)
        if plan.is_nieuw and (anderen := self._met_dezelfde_naam(plan)):
            self.plan.meldingen.append(f"{plek} is nieuw, maar heet net zo als {anderen}.")
        if oud and plan.groep == "gewijzigd":
            self.plan.meldingen.append(
                f"{plek}: {plan.titel} is na deze export nog in het portaal veranderd. Kijk goed "
                "wat u overschrijft."
            )

    def _met_dezelfde_naam(self, plan: Rijplan) -> str:
        zelfde = self.lijst.met_naam(str(getattr(plan.ding, self.blad.titelveld) or ""))
        return ", ".join(sorted(self.lijst.sleutel(nummer) for nummer in zelfde))


def _tekst(soort: Waarde, waarde: Any) -> str:
    geschreven = soort.schrijf(waarde)
    return "" if geschreven is None else str(geschreven)


def ongenoemd(rijen: Hoofdrijen) -> Iterator[Any]:
    """Entries in use that the sheet does not name."""
    for ding in rijen.blad.model.objects.niet_gearchiveerd().order_by("sorteernaam", "pk"):
        if ding.pk not in rijen.nummers:
            yield ding


def is_geheim(ding: Any) -> bool:
    return bool(getattr(ding, "vertrouwelijk", False))
