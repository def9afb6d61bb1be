"""manage.py importeer: de sociale kaart met de boom uit een bestand."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from voorzieningen.uitwisseling.fout import Importfout
from voorzieningen.uitwisseling.importeren import bekijk, importeer
from voorzieningen.uitwisseling.ruw import MEESTE_BYTES
from voorzieningen.uitwisseling.verschil import Wens
from wijken.importeren.commando import Importcommando
from wijken.importeren.verslag import Verslag


class Command(Importcommando):
    help = (
        "Leest organisaties, plekken, voorzieningen en de boom uit een Excel-bestand, een CSV of "
        "een zip met CSV-bestanden. Laat zien wat er verandert; bewaart alleen met --opslaan."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--volledig",
            action="store_true",
            help="archiveer wat niet in het bestand staat; geef ook --reden",
        )
        parser.add_argument("--reden", default="", help="waarom dat weg kan; bezoekers zien dit")
        parser.add_argument(
            "--toch", action="store_true", help="ook als meer dan een tiende naar het archief gaat"
        )

    def importeer(self, **opties: Any) -> Verslag:
        pad: Path = opties["bestand"]
        wens = Wens(opties["volledig"], opties["reden"], opties["toch"])
        inhoud = _lees(pad)
        if opties["opslaan"]:
            plan = importeer(inhoud, pad.name, wens, meld=self._meld)
        else:
            plan = bekijk(inhoud, pad.name, wens)
        return plan.verslag(toch=wens.toch)

    def _meld(self, regel: str) -> None:
        self.stdout.write(regel)
        self.stdout.flush()


def _lees(pad: Path) -> bytes:
    if not pad.is_file():
        raise CommandError(f"Er is geen bestand {pad}.")
    if pad.stat().st_size > MEESTE_BYTES:
        raise Importfout(f"Het bestand is te groot: meer dan {MEESTE_BYTES // 1_000_000} MB.")
    return pad.read_bytes()
