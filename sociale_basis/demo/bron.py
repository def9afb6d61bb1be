"""Reading the rows of a demo set, and making models of them that keep every rule."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

M = TypeVar("M", bound=models.Model)


class Demofout(Exception):
    """A row of the demo that cannot be right: the file, the row and what is wrong."""


@dataclass(frozen=True)
class Rij:
    """One table of a file; ``neem`` takes out what is no plain field of the model."""

    bestand: str
    velden: dict[str, Any]
    deel_van: str = ""

    @property
    def titel(self) -> str:
        namen = (self.velden.get(sleutel) for sleutel in ("titel", "naam", "term", "code"))
        return self.deel_van or next(filter(None, namen), "?")

    def deel(self, velden: dict[str, Any]) -> "Rij":
        """A row inside this one: a room, an opening time."""
        return Rij(self.bestand, velden, self.titel)

    def neem(self, sleutel: str, anders: Any = None) -> Any:
        return self.velden.pop(sleutel, anders)

    def fout(self, melding: object) -> Demofout:
        return Demofout(f"{self.bestand}, “{self.titel}”: {melding}")

    def maak(self, model: type[M], **erbij: Any) -> M:
        """A checked instance, not saved yet; raises Demofout with the row's name.

        Lists become text with commas. What ``save()`` derives is derived before the check.
        """
        velden = {sleutel: _als_tekst(waarde) for sleutel, waarde in self.velden.items()}
        try:
            ding = model(**velden, **erbij)
            self._leid_af(ding)
            ding.full_clean()
        except (TypeError, ValidationError) as fout:
            raise self.fout(fout) from fout
        return ding

    @staticmethod
    def _leid_af(ding: models.Model) -> None:
        for methode in ("vul_naamvelden", "bereken_termijnen"):
            getattr(ding, methode, bool)()


def _als_tekst(waarde: Any) -> Any:
    return ", ".join(waarde) if isinstance(waarde, list) else waarde


class Register(dict[str, M]):
    """What was made so far, by name."""

    def vind(self, rij: Rij, naam: str) -> M:
        """Raises Demofout if a row names what does not exist."""
        if naam not in self:
            raise rij.fout(f"{naam!r} bestaat niet.")
        return self[naam]

    def neem(self, rij: Rij, sleutel: str) -> M | None:
        """The one that the row names under a key, None if it names none."""
        naam = rij.neem(sleutel)
        return self.vind(rij, naam) if naam else None

    def neem_alle(self, rij: Rij, sleutel: str) -> list[M]:
        return [self.vind(rij, naam) for naam in rij.neem(sleutel, [])]


@dataclass(frozen=True)
class Bron:
    """The folder of one demo set; ``ernaast``: of the set that it shares other files with."""

    map: Path
    ernaast: Path | None = None

    def lees(self, bestand: str) -> dict[str, Any]:
        pad = self.map / bestand
        if self.ernaast and not pad.exists():
            pad = self.ernaast / bestand
        with pad.open("rb") as invoer:
            return tomllib.load(invoer)

    def rijen(self, bestand: str, sleutel: str) -> Iterator[Rij]:
        yield from (Rij(bestand, dict(velden)) for velden in self.lees(bestand)[sleutel])

    def alle_rijen(self, patroon: str, sleutel: str) -> Iterable[Rij]:
        """Of every file that fits the pattern, in the order of their names."""
        for pad in sorted(self.map.glob(patroon)):
            yield from self.rijen(pad.name, sleutel)
