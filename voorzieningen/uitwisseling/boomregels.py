"""The rules of the boom over the outcome of an import as a whole (H3).

No order of rows leads to a circle or an orphan: only when all rows are there, the graph is made
and compared with the one of today. What was wrong already is no matter of the file.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from voorzieningen.models import Stap, Voorziening
from voorzieningen.models.stap import WOORDEN, nummer_van

from ..boom.graaf import Fout, Pijl
from ..boom.lezen import lees_graaf
from .bladen import LAGEN, STAPPEN, VOORZIENINGEN
from .fout import Rijfout
from .plan import Plan, Rijplan

BLADEN = (LAGEN, VOORZIENINGEN, STAPPEN)
SOORT = {"laag": LAGEN.naam, "voorziening": VOORZIENINGEN.naam}
HOOGSTENS = 3  # provisions named in one message


def fouten_in_boom(plan: Plan) -> list[Rijfout]:
    """Every rule that the outcome would break and that holds now, at the row that breaks it."""
    rijen = [rij for rij in (*plan.gewijzigd, *plan.weg) if rij.blad in BLADEN]
    return [*_Uitkomst(plan, rijen).fouten()] if rijen else []


class _Uitkomst:
    """The boom as it will be. Rows that cannot be read count as if they were not in the file."""

    def __init__(self, plan: Plan, rijen: list[Rijplan]) -> None:
        fout = {(f.blad, f.rij) for f in plan.fouten}
        self.plan = plan
        self.goed = [rij for rij in rijen if (rij.blad.naam, rij.rij) not in fout]
        self.stuk = {_sleutel(rij) for rij in plan.rijen if (rij.blad.naam, rij.rij) in fout}
        self.anders = {_sleutel(rij): rij for rij in self.goed}
        self.nu = lees_graaf()
        self.straks = lees_graaf(*(rij.ding for rij in self.goed))

    def fouten(self) -> Iterator[Rijfout]:
        yield from self._lagen_met_hulp()
        yield from self._hulp_in_oude_lagen()
        if any(blad == LAGEN.naam for blad, _nummer in self.stuk):
            return
        straks = self.straks.fouten()
        al_fout = self.nu.fouten() if straks else {}
        for pijl, fout in straks.items():
            if pijl in al_fout or self._raakt_stuk(pijl):
                continue
            if rijfout := self._bij_stap(pijl, fout) or self._bij_oorzaak(pijl, fout):
                yield rijfout

    def _raakt_stuk(self, pijl: Pijl) -> bool:
        enden = {(SOORT[einde.soort], einde.nummer) for einde in (pijl.van, pijl.naar)}
        return bool(enden & self.stuk)

    # --- steps -------------------------------------------------------------------------------

    def _bij_stap(self, pijl: Pijl, fout: Fout) -> Rijfout | None:
        """At the row of the step itself, where the file changes it."""
        rij = self.anders.get((STAPPEN.naam, pijl.nummer))
        if rij is None:
            return None
        kop = STAPPEN.kolom(rij.ding.veld_naar).kop
        return Rijfout(STAPPEN.naam, rij.rij, kop, self._reden(pijl, fout))

    def _reden(self, pijl: Pijl, fout: Fout) -> str:
        if fout is not Fout.KRING:
            return str(WOORDEN[fout])
        stappen = ", ".join(self._in_woorden(stap) for stap in self.straks.kring(pijl))
        return f"{WOORDEN[fout]} Deze stappen vormen samen een kring: {stappen}."

    def _bij_oorzaak(self, pijl: Pijl, fout: Fout) -> Rijfout | None:
        """At the row that moves what a step, left as it was, goes from or to; None where a step
        in the same circle tells it."""
        if fout is Fout.KRING and any(
            (STAPPEN.naam, stap.nummer) in self.anders for stap in self.straks.kring(pijl)
        ):
            return None
        reden = f"Dan klopt deze stap niet meer: {self._in_woorden(pijl)}. {WOORDEN[fout]}"
        rij = self._oorzaak(pijl)
        if rij is None:
            return Rijfout(STAPPEN.naam, self._rijnummers.get(pijl.nummer, 0), "", reden)
        if not rij.rij:
            reden = f"“{rij.ding}” gaat naar het archief. {reden}"
        veld = "archiefreden" if rij.ding.archiefreden else _PLAATS[rij.blad.naam]
        return Rijfout(rij.blad.naam, rij.rij, rij.blad.kolom(veld).kop, reden)

    def _oorzaak(self, pijl: Pijl) -> Rijplan | None:
        enden = [(SOORT[einde.soort], einde.nummer) for einde in (pijl.van, pijl.naar)]
        lagen = [
            (LAGEN.naam, graaf.laag(einde))
            for graaf in (self.straks, self.nu)
            for einde in (pijl.van, pijl.naar)
        ]
        eigen = [sleutel for sleutel in (*enden, *lagen) if sleutel in self.anders]
        andere = (rij for rij in self.goed if rij.blad is LAGEN)
        return self.anders[eigen[0]] if eigen else next(andere, None)

    def _in_woorden(self, pijl: Pijl) -> str:
        """'“Van de buurt naar het team” (rij 4)'."""
        rij = self._rijnummers.get(pijl.nummer)
        waar = f"rij {rij}" if rij else "staat al in het portaal"
        return f"“{self._namen.get(pijl.nummer, '')}” ({waar})"

    @cached_property
    def _rijnummers(self) -> dict[int | None, int]:
        return {nummer_van(rij.ding): rij.rij for rij in self.plan.rijen if rij.blad is STAPPEN}

    @cached_property
    def _namen(self) -> dict[int | None, str]:
        stappen = [rij.ding for rij in self.plan.rijen if rij.blad is STAPPEN]
        namen: dict[int | None, str] = dict(Stap.objects.values_list("pk", "naam"))
        return namen | {nummer_van(stap): stap.naam or stap.slug for stap in stappen}

    # --- layers ------------------------------------------------------------------------------

    def _lagen_met_hulp(self) -> Iterator[Rijfout]:
        """Layers on their way to the archive to which provisions still belong."""
        weg = {rij.ding.pk: rij for rij in self.goed if rij.blad is LAGEN and _gaat_weg(rij)}
        if not weg:
            return
        for nummer, titels in self._hulp_in(weg).items():
            rij, namen = weg[nummer], ", ".join(f"“{titel}”" for titel in titels[:HOOGSTENS])
            meer = " en meer" if len(titels) > HOOGSTENS else ""
            reden = (
                f"Bij “{rij.ding}” horen nog voorzieningen: {namen}{meer}. Geef die eerst een "
                "andere laag."
            )
            yield Rijfout(LAGEN.naam, rij.rij, LAGEN.kolom("archiefreden").kop, reden)

    def _hulp_in_oude_lagen(self) -> Iterator[Rijfout]:
        """Provisions that come to a layer in the archive, or out of the archive back to one."""
        elders = {nummer for blad, nummer in self.stuk if blad == LAGEN.naam}
        elders |= {nummer_van(r.ding) for r in self.goed if r.blad is LAGEN and _gaat_weg(r)}
        for rij in self.goed:
            if rij.blad is not VOORZIENINGEN or not _krijgt_laag(rij):
                continue
            laag = self.straks.laag_van[nummer_van(rij.ding)]
            if laag is not None and laag not in {*self.straks.rang, *elders}:
                reden = f"“{rij.ding.laag}” is gearchiveerd. Kies een andere laag."
                yield Rijfout(rij.blad.naam, rij.rij, rij.blad.kolom("laag").kop, reden)

    def _hulp_in(self, lagen: Any) -> dict[int, list[str]]:
        """Provisions in use after the import, by the layer that was chosen for them."""
        anders = {rij.ding.pk: rij.ding for rij in self.goed if rij.blad is VOORZIENINGEN}
        rijen = Voorziening.objects.niet_gearchiveerd().filter(laag__in=lagen).order_by("pk")
        blijft = [v for v in rijen.only("titel", "laag") if v.pk not in anders]
        straks = [v for v in anders.values() if v.laag_id in lagen and not v.archiefreden]
        per_laag: dict[int, list[str]] = {}
        for voorziening in (*blijft, *straks):
            per_laag.setdefault(voorziening.laag_id or 0, []).append(voorziening.titel)
        return per_laag


_PLAATS = {LAGEN.naam: "volgorde", VOORZIENINGEN.naam: "laag"}


def _sleutel(rij: Rijplan) -> tuple[str, int | None]:
    return rij.blad.naam, nummer_van(rij.ding)


def _krijgt_laag(rij: Rijplan) -> bool:
    """Whether a provision comes to a layer by this change: chosen now, or back in use."""
    anders = {"laag", "archiefreden"} & {*rij.velden, *rij.verwijzingen}
    return not rij.ding.archiefreden and (rij.is_nieuw or bool(anders))


def _gaat_weg(rij: Rijplan) -> bool:
    return not rij.is_nieuw and bool(rij.ding.archiefreden)
