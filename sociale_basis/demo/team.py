"""The local teams of the demo: members, their hours, who is away, and who may log in (M3, M4)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User

from voorzieningen.models import Locatie, Organisatie
from wijken.models import Afwezigheid, Inzet, Teamlid

from .bron import Bron, Register, Rij
from .kader import Kader

BESTAND = "team.toml"


@dataclass(frozen=True)
class Teamlader:
    """Makes the members once areas, organisations and places are there."""

    kader: Kader
    organisaties: Register[Organisatie]
    plekken: Register[Locatie]

    def laad(self, bron: Bron) -> str:
        """Returns what was made, in words."""
        leden: Register[Teamlid] = Register()
        weg: list[tuple[Rij, dict[str, Any]]] = []
        for rij in bron.rijen(BESTAND, "teamlid"):
            if afwezig := rij.neem("afwezig"):
                weg.append((rij, afwezig))
            leden[rij.titel] = self._lid(rij)
        for rij, afwezig in weg:
            self._afwezigheid(rij, leden, **afwezig)
        verbinders = Inzet.objects.verbinders().count()
        return f"{len(leden)} teamleden, {verbinders} keer verbinder."

    def _lid(self, rij: Rij) -> Teamlid:
        inzetten = [rij.deel(velden) for velden in rij.neem("inzet")]
        lid = rij.maak(
            Teamlid,
            gebruiker=User.objects.filter(username=rij.neem("login")).first(),
            moederorganisatie=self.organisaties.neem(rij, "moederorganisatie"),
            loop_binnen_bij=self.plekken.neem(rij, "loop_binnen_bij"),
        )
        lid.save()
        for deel in inzetten:
            self._inzet(deel, lid)
        return lid

    def _inzet(self, deel: Rij, lid: Teamlid) -> None:
        uren = deel.neem("verbinder")
        deel.maak(
            Inzet,
            teamlid=lid,
            gebied=self.kader.wijken.neem(deel, "gebied"),
            is_verbinder=uren is not None,
            uren_verbinder=uren,
        ).save()

    def _afwezigheid(
        self, rij: Rij, leden: Register[Teamlid], van_dagen: int, tot_dagen: int, vervanger: str
    ) -> None:
        Afwezigheid.objects.create(
            teamlid=leden[rij.titel],
            van=self.kader.vandaag + timedelta(van_dagen),
            tot=self.kader.vandaag + timedelta(tot_dagen),
            vervanger=leden.vind(rij, vervanger),
        )
