"""Rows that belong to a place or a provision: opening times, other days, rooms.

They have no key of their own. All rows of one place or provision in the sheet together are what
it has from then on; one that the sheet does not name keeps what it has.
"""

from collections import Counter, defaultdict
from typing import Any

from .bladen import HOOFDBLADEN
from .cellen import Cellezer
from .controle import fouten_in
from .kolommen import Blad, Deelblad
from .koppelingen import stukken
from .lezen import Rij, Tabel
from .plan import Deelplan, Plan, titel
from .ruw import Kapot, is_leeg
from .verwijzingen import Doel, Naslag
from .waarden import Waarde, Waardefout

OUDERBLAD = {blad.enkel: blad for blad in HOOFDBLADEN}
NIET_VAN_ZICHZELF = {"bij", "slug", "geen"}
Ouder = tuple[str, str]  # foreign key and key


class Deelrijen:
    """One sheet of parts, after the main sheets were recognised."""

    def __init__(self, tabel: Tabel, naslag: Naslag, plan: Plan) -> None:
        self.blad: Deelblad = tabel.blad  # type: ignore[assignment]
        self.tabel, self.naslag, self.plan = tabel, naslag, plan
        self.lezer = Cellezer(naslag, plan.fouten)
        self.velden = [k.veld for k in tabel.kolommen if k.veld not in NIET_VAN_ZICHZELF]
        self.gewenst: dict[Ouder, list[Any]] = defaultdict(list)
        self.zonder: dict[Ouder, int] = {}
        self.doelen: dict[Ouder, Doel] = {}

    def vergelijk(self) -> None:
        """Add a Deelplan for every place or provision that the sheet names."""
        for rij in self.tabel.rijen:
            self._lees(rij)
        nu = self._bestaand()
        for ouder, gewenst in self.gewenst.items():
            self._controleer_geen(ouder, gewenst)
            self.plan.delen.append(self._deelplan(ouder, gewenst, nu.get(ouder, [])))

    def _lees(self, rij: Rij) -> None:
        try:
            ouder = self._ouder(rij)
        except Waardefout as fout:
            self.lezer.meld(self.blad, rij.nummer, self.blad.kolom("slug").kop, str(fout))
            return
        waarden, ongelezen = self.lezer.lees(self.blad, rij)
        if waarden.pop("geen", False):
            self._noteer_geen(rij, ouder)
            return
        waarden.pop("bij", None)
        ding = self.blad.model(**waarden)
        self.plan.fouten += fouten_in(self.blad, rij.nummer, ding, ongelezen)
        self.gewenst[ouder].append(ding)

    def _noteer_geen(self, rij: Rij, ouder: Ouder) -> None:
        if not is_leeg(cel for veld, cel in rij.cellen.items() if veld in self.velden):
            reden = "Met ja hier blijft de rest van de rij leeg."
            self.lezer.meld(self.blad, rij.nummer, self.blad.kolom("geen").kop, reden)
        self.zonder[ouder] = rij.nummer
        self.gewenst.setdefault(ouder, [])

    def _controleer_geen(self, ouder: Ouder, gewenst: list[Any]) -> None:
        if gewenst and ouder in self.zonder:
            reden = "Er staan ook rijen met inhoud bij deze sleutel."
            self.lezer.meld(self.blad, self.zonder[ouder], self.blad.kolom("geen").kop, reden)

    def _ouder(self, rij: Rij) -> Ouder:
        blad = self._ouderblad(rij)
        sleutel = rij.cellen.get("slug")
        if isinstance(sleutel, Kapot):
            raise Waardefout(sleutel.reden)
        tekst = Waarde().lees(sleutel)
        if not tekst:
            raise Waardefout("Vul de sleutel in.")
        doel = self.naslag.zoek(blad.model, [tekst])[0]
        ouder = blad.model._meta.model_name, self.naslag.lijst(blad.model).sleutel(doel)
        self.doelen[ouder] = doel
        return ouder

    def _ouderblad(self, rij: Rij) -> Blad:
        if len(self.blad.ouders) == 1:
            return OUDERBLAD["plek"]
        cel = rij.cellen.get("bij")
        if is_leeg([cel]) or isinstance(cel, Kapot):
            raise Waardefout("Vul bij Hoort bij in: plek of voorziening.")
        return OUDERBLAD[self.blad.waarden["bij"].lees(cel)]

    def _bestaand(self) -> dict[Ouder, list[Any]]:
        """What the named places and provisions have now."""
        nu: dict[Ouder, list[Any]] = defaultdict(list)
        for veld in self.blad.ouders:
            wie = {d: o for o, d in self.doelen.items() if o[0] == veld and isinstance(d, int)}
            for stuk in stukken(wie):
                for ding in self.blad.model.objects.filter(**{f"{veld}__in": stuk}).order_by("pk"):
                    nu[wie[getattr(ding, f"{veld}_id")]].append(ding)
        return nu

    def _deelplan(self, ouder: Ouder, gewenst: list[Any], nu: list[Any]) -> Deelplan:
        veld, sleutel = ouder
        doel = self.doelen[ouder]
        over = Counter(map(self._inhoud, nu))
        gezocht = Counter(map(self._inhoud, gewenst))
        return Deelplan(
            self.blad,
            veld,
            doel,
            sleutel if isinstance(doel, int) else titel(doel),
            nieuw=_zonder(gewenst, over, self._inhoud),
            weg=_zonder(nu, gezocht, self._inhoud),
        )

    def _inhoud(self, ding: Any) -> tuple[Any, ...]:
        """What the columns in the file say of it; two that are equal here are the same."""
        return tuple(self.blad.waarden[veld].zuiver(getattr(ding, veld)) for veld in self.velden)


def _zonder(dingen: list[Any], voorraad: Counter[Any], inhoud: Any) -> list[Any]:
    """The things that are not in stock, each one in stock counted once."""
    rest, over = voorraad.copy(), []
    for ding in dingen:
        sleutel = inhoud(ding)
        if rest[sleutel]:
            rest[sleutel] -= 1
        else:
            over.append(ding)
    return over
