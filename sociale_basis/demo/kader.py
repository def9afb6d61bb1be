"""What every entry of the demo may refer to, and how entries with relations are saved."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import models

from voorzieningen.models import Doelgroep, Taal, Thema
from voorzieningen.models.keuzes import Publicatie
from wijken.models import Gebied

from .bron import Register, Rij


@dataclass(frozen=True)
class Kader:
    """The day of loading, who edits, and all that exists before the first organisation."""

    vandaag: date
    redacteur: User
    wijken: Register[Gebied]
    themas: Register[Thema]
    doelgroepen: Register[Doelgroep]
    talen: Register[Taal]

    def beheer(self, rij: Rij, nummer: int) -> dict[str, Any]:
        """Who keeps an entry true, when it was checked, and whether it is published.

        Without a number of days in the row they are spread over five months, always the same.
        """
        dagen = rij.neem("gecontroleerd_dagen_geleden", (nummer * 37) % 150 + 3)
        return {
            "redacteur": self.redacteur if rij.neem("redacteur") else None,
            "laatst_gecontroleerd": self.vandaag - timedelta(dagen),
            "publicatie": rij.neem("publicatie", Publicatie.GEPUBLICEERD),
        }


def bewaar_voorlopig(ding: models.Model) -> None:
    """Save without a line of history: its relations follow."""
    ding.skip_history_when_saving = True  # type: ignore[attr-defined]
    ding.save()


def leg_vast(ding: models.Model, relaties: dict[str, list[Any]]) -> None:
    """Set the relations and write one line of history that holds them too."""
    for veld, waarden in relaties.items():
        getattr(ding, veld).set(waarden)
    del ding.skip_history_when_saving  # type: ignore[attr-defined]
    ding.save()
    type(ding).history.filter(id=ding.pk).update(history_type="+")  # type: ignore[attr-defined]
