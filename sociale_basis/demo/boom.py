"""The boom of the demo: layers, steps, conditions and agreements about regie (H3, H4, V1)."""

from dataclasses import dataclass
from typing import Any

from voorzieningen.models import Boomlaag, Organisatie, Regieafspraak, Stap, Voorwaarde, Voorziening
from voorzieningen.models.stap import ENDEN

from .bron import Bron, Register, Rij
from .kader import Kader, bewaar_voorlopig, leg_vast

BESTAND = "boom.toml"


def laad_lagen(bron: Bron, organisaties: Register[Organisatie]) -> Register[Boomlaag]:
    """The layers by name; provisions may name one."""
    lagen: Register[Boomlaag] = Register()
    for rij in bron.rijen(BESTAND, "laag"):
        wie = organisaties.neem(rij, "verantwoordelijke")
        lagen[rij.titel] = rij.maak(Boomlaag, verantwoordelijke=wie)
        lagen[rij.titel].save()
    return lagen


@dataclass(frozen=True)
class Boomlader:
    """Makes what hangs between layers and provisions once both are there."""

    kader: Kader
    organisaties: Register[Organisatie]
    lagen: Register[Boomlaag]
    voorzieningen: Register[Voorziening]

    def laad(self, bron: Bron) -> str:
        """Returns what was made, in words."""
        stappen = [self._stap(rij) for rij in bron.rijen(BESTAND, "stap")]
        voorwaarden = self._voorwaarden(bron)
        afspraken = [self._afspraak(rij, voorwaarden) for rij in bron.rijen(BESTAND, "regie")]
        return (
            f"{len(self.lagen)} lagen en {len(stappen)} stappen in de boom, "
            f"{len(afspraken)} afspraken over regie."
        )

    def _stap(self, rij: Rij) -> Stap:
        registers: dict[str, Register[Any]] = {
            "laag": self.lagen,
            "voorziening": self.voorzieningen,
        }
        enden = {einde: registers[einde.split("_")[1]].neem(rij, einde) for einde in ENDEN}
        stap = rij.maak(Stap, **enden)
        stap.save()
        return stap

    def _voorwaarden(self, bron: Bron) -> Register[Voorwaarde]:
        gemaakt: Register[Voorwaarde] = Register()
        for volgorde, rij in enumerate(bron.rijen(BESTAND, "voorwaarde"), start=1):
            gemaakt[rij.titel] = rij.maak(Voorwaarde, volgorde=volgorde)
            gemaakt[rij.titel].save()
        return gemaakt

    def _afspraak(self, rij: Rij, voorwaarden: Register[Voorwaarde]) -> Regieafspraak:
        relaties: dict[str, list[Any]] = {
            "themas": self.kader.themas.neem_alle(rij, "themas"),
            "voorwaarden": voorwaarden.neem_alle(rij, "voorwaarden"),
        }
        afspraak = rij.maak(Regieafspraak, organisatie=self.organisaties.neem(rij, "organisatie"))
        bewaar_voorlopig(afspraak)
        leg_vast(afspraak, relaties)
        return afspraak
