"""What an export holds: per sheet its rows, as the cells that ``lezen`` reads back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import F

from voorzieningen.models import Locatie

from .bladen import BLADEN, HOOFDBLADEN
from .fout import Importfout
from .kolommen import Blad, Deelblad, Kolom, veld_van
from .koppelingen import koppelingen, stukken
from .verwijzingen import Lijst, Naslag
from .waarden import SCHEIDING, Cel

Rij = list[Cel]
ENKEL = {blad.model._meta.model_name: blad.enkel for blad in HOOFDBLADEN}


@dataclass(frozen=True)
class Keuze:
    """What to export. ``met_geheim``: confidential places too, with their address.

    ``noemt_geheim``: their keys where others refer to them, so that an import keeps these. ``leeg``
    gives the sheets without rows: a template to fill in.
    """

    met_geheim: bool = False
    noemt_geheim: bool = True
    leeg: bool = False


class Inhoud:
    """Gives the rows of each sheet, in an order that is the same every time."""

    def __init__(self, keuze: Keuze) -> None:
        self.keuze = keuze
        self.naslag = Naslag()
        self.geheim = set(Locatie.objects.filter(vertrouwelijk=True).values_list("pk", flat=True))
        self.aantallen: dict[str, int] = {}

    def bladen(self) -> Iterator[tuple[Blad, Iterator[Rij]]]:
        for blad in BLADEN:
            yield blad, self._geteld(blad)

    def _geteld(self, blad: Blad) -> Iterator[Rij]:
        self.aantallen[blad.naam] = 0
        if self.keuze.leeg:
            return
        rijen = self._delen(blad) if isinstance(blad, Deelblad) else self._hoofdrijen(blad)
        for rij in rijen:
            self.aantallen[blad.naam] += 1
            yield rij

    def _hoofdrijen(self, blad: Blad) -> Iterator[Rij]:
        """Everything, archived or not; confidential places only if asked for."""
        dingen = blad.model._base_manager.order_by(*blad.orden)
        if blad.model is Locatie and not self.keuze.met_geheim:
            dingen = dingen.filter(vertrouwelijk=False)
        lijstvelden = [kolom.veld for kolom, _veld in blad.velden(models.ManyToManyField)]
        for stuk in stukken(dingen.iterator(chunk_size=500)):
            nummers = [ding.pk for ding in stuk]
            lijsten = {veld: koppelingen(blad.model, veld, nummers) for veld in lijstvelden}
            for ding in stuk:
                mijn = {veld: per_ding.get(ding.pk, []) for veld, per_ding in lijsten.items()}
                yield [self._cel(blad, kolom, ding, mijn) for kolom in blad.kolommen]

    def _delen(self, blad: Deelblad) -> Iterator[Rij]:
        dingen = blad.model.objects.order_by(
            *(F(veld).asc(nulls_last=True) for veld in blad.ouders), "pk"
        )
        for ding in dingen.iterator(chunk_size=2000):
            ouder = next(veld for veld in blad.ouders if getattr(ding, f"{veld}_id"))
            nummer = getattr(ding, f"{ouder}_id")
            if ouder == "locatie" and nummer in self.geheim and not self.keuze.met_geheim:
                continue
            mijn = {"bij": ENKEL[ouder], "slug": self._sleutel_van(blad, ouder, nummer)}
            yield [self._cel(blad, kolom, ding, mijn) for kolom in blad.kolommen]

    def _noem(self, veld: Any, mijn: dict[str, Any]) -> list[int]:
        """The numbers on a list, without those of which not even the key may go out."""
        nummers: list[int] = mijn[veld.name]
        if veld.related_model is not Locatie or self.keuze.noemt_geheim:
            return nummers
        return [nummer for nummer in nummers if nummer not in self.geheim]

    def _sleutel_van(self, blad: Deelblad, ouder: str, nummer: int) -> str:
        model = blad.model._meta.get_field(ouder).related_model
        return _bekend(self.naslag.lijst(model), nummer)

    def _cel(self, blad: Blad, kolom: Kolom, ding: Any, mijn: dict[str, Any]) -> Cel:
        """``mijn`` holds what is not in a column of the table itself."""
        veld = veld_van(blad.model, kolom.veld)
        if veld is None:
            return mijn.get(kolom.veld, "")
        if isinstance(veld, models.ManyToManyField):
            lijst = self.naslag.lijst(veld.related_model)
            return SCHEIDING.join(sorted(_bekend(lijst, pk) for pk in self._noem(veld, mijn)))
        waarde = getattr(ding, veld.attname)
        if veld.is_relation:
            lijst = self.naslag.lijst(veld.related_model)
            return "" if waarde is None else _bekend(lijst, waarde)
        return blad.waarden[kolom.veld].schrijf(waarde)


def _bekend(lijst: Lijst, nummer: int) -> str:
    """The key; what was made after the list was read may not be left out in silence."""
    if nummer not in lijst.sleutels:
        raise Importfout("Er veranderde iets tijdens het exporteren. Probeer het nog een keer.")
    return lijst.sleutels[nummer]
