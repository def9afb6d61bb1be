"""Reading the cells of one row; what cannot be read becomes a Rijfout."""

from typing import Any

from .fout import Rijfout
from .kolommen import Blad, Kolom, veld_van
from .lezen import Rij
from .ruw import Kapot, is_leeg
from .verwijzingen import Doel, Naslag
from .waarden import JaNee, Verwijzing, Verwijzingen, Waardefout


class Cellezer:
    """Reads values and references, and collects everything that is wrong."""

    def __init__(self, naslag: Naslag, fouten: list[Rijfout]) -> None:
        self.naslag, self.fouten = naslag, fouten

    def lees(self, blad: Blad, rij: Rij) -> tuple[dict[str, Any], set[str]]:
        """(values by field, fields that could not be read); what stays as it is, is in neither."""
        waarden: dict[str, Any] = {}
        ongelezen: set[str] = set()
        for kolom in blad.kolommen:
            if kolom.veld not in rij.cellen or kolom.veld == "slug":
                continue
            try:
                if not self._blijft(blad, kolom, rij.cellen[kolom.veld]):
                    waarden[kolom.veld] = self._waarde(blad, kolom, rij.cellen[kolom.veld])
            except Waardefout as fout:
                ongelezen.add(kolom.veld)
                self.meld(blad, rij.nummer, kolom.kop, str(fout))
        return waarden, ongelezen

    def meld(self, blad: Blad, rij: int, kop: str, reden: str) -> None:
        self.fouten.append(Rijfout(blad.naam, rij, kop, reden))

    @staticmethod
    def _blijft(blad: Blad, kolom: Kolom, cel: Any) -> bool:
        """Empty where a field always has a value: it keeps it, or gets the default."""
        veld = veld_van(blad.model, kolom.veld)
        soort = blad.waarden[kolom.veld]
        if veld is None or not is_leeg([cel]) or isinstance(soort, JaNee):
            return False
        return kolom.leeg_blijft or (not veld.null and soort.leeg is None and veld.has_default())

    def _waarde(self, blad: Blad, kolom: Kolom, cel: Any) -> Any:
        soort = blad.waarden[kolom.veld]
        if isinstance(cel, Kapot):
            raise Waardefout(cel.reden)
        if is_leeg([cel]):
            return list(soort.leeg) if isinstance(soort, Verwijzingen) else soort.leeg
        gelezen = soort.lees(cel)
        if not isinstance(soort, Verwijzing):
            return gelezen
        doelen = self.naslag.zoek(soort.naar, gelezen)
        return doelen if isinstance(soort, Verwijzingen) else _een(doelen)


def _een(doelen: list[Doel]) -> Doel:
    if len(doelen) > 1:
        raise Waardefout("Hier kan er maar één staan.")
    return doelen[0]
