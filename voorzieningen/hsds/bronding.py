"""One organisation, place or provision as the source tells it, in the fields of the portal."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from voorzieningen.models import Locatie, Organisatie, Voorziening

from .bestanden import Rij

MODELLEN: dict[str, Any] = {
    "organization": Organisatie,
    "location": Locatie,
    "service": Voorziening,
}
Sleutel = tuple[str, str]  # table and id at the source


@dataclass
class Bronding:
    """Values per field; references as keys of the source, lists as those or as objects."""

    sleutel: Sleutel
    rij: Rij
    velden: dict[str, Any] = field(default_factory=dict)
    verwijzingen: dict[str, Sleutel | None] = field(default_factory=dict)
    lijsten: dict[str, list[Any]] = field(default_factory=dict)
    tijden: list[Any] = field(default_factory=list)  # Openingstijd, not saved
    alineas: list[str] = field(default_factory=list)

    @property
    def model(self) -> Any:
        return MODELLEN[self.sleutel[0]]

    def zet(self, veld: str, tekst: str, kop: str = "") -> None:
        """Fill a field; what does not fit or is not valid there becomes a line of the text."""
        if not tekst:
            return
        if self.velden.get(veld) or not past(self.model, veld, tekst):
            self.vertel(kop or str(self.model._meta.get_field(veld).verbose_name), tekst)
        else:
            self.velden[veld] = self.model._meta.get_field(veld).to_python(tekst)

    def vertel(self, kop: str, tekst: str) -> None:
        """A line 'Kop: tekst' under the description, each once."""
        alinea = f"{kop[:1].upper()}{kop[1:]}: {tekst}"
        if tekst and alinea not in self.alineas:
            self.alineas.append(alinea)

    def voeg_toe(self, lijst: str, ding: Any) -> None:
        inhoud = self.lijsten.setdefault(lijst, [])
        if ding not in inhoud:
            inhoud.append(ding)

    def rond_af(self) -> None:
        """The description with all that found no field of its own."""
        delen = [self.velden.get("beschrijving", ""), "\n".join(self.alineas)]
        self.velden["beschrijving"] = "\n\n".join(deel for deel in delen if deel)


def past(model: Any, veld: str, tekst: str) -> bool:
    """Whether the field takes this text as it is."""
    try:
        model._meta.get_field(veld).clean(tekst, None)
    except ValidationError:
        return False
    return True


def eerste_zin(tekst: str, lengte: int) -> str:
    """The begin of a text that fits: whole sentences, or else whole words and '…'."""
    plat = " ".join(tekst.split())
    if len(plat) <= lengte:
        return plat
    einde = plat.rfind(". ", 0, lengte)
    if einde > 0:
        return plat[: einde + 1]
    return f"{plat[: lengte - 2].rsplit(' ', 1)[0]} …"
