"""What all import commands share: a file, a dry run unless --opslaan, a report, all or nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from .fout import Importfout
from .verslag import Verslag


class Importcommando(BaseCommand):
    """Subclasses say how to import; this class shows the result and saves it or not.

    Exit code 1 and nothing saved on a bad file, a bad row or a loss (CommandError).
    """

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, help="het bestand")
        self.voeg_opslaan_toe(parser)

    def voeg_opslaan_toe(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--opslaan", action="store_true", help="bewaar het; anders alleen laten zien"
        )

    def importeer(self, **opties: Any) -> Verslag:
        """Do it, inside a transaction; raises Importfout for a file that cannot be used."""
        raise NotImplementedError

    def handle(self, *args: Any, **opties: Any) -> None:
        with transaction.atomic():
            try:
                verslag = self.importeer(**opties)
            except Importfout as fout:
                raise CommandError(str(fout)) from fout
            bewaard = opties["opslaan"] and not verslag.stopt
            if not bewaard:
                transaction.set_rollback(True)
        self._toon(verslag, bewaard=bewaard, alles=opties["verbosity"] > 1)

    def _toon(self, verslag: Verslag, *, bewaard: bool, alles: bool) -> None:
        for regel in verslag.regels(alles=alles):
            self.stdout.write(regel)
        if verslag.stopt:
            raise CommandError("Er is niets bewaard. Los eerst op wat hierboven staat.")
        if bewaard:
            self.stdout.write(self.style.SUCCESS("Bewaard."))
        else:
            self.stdout.write("Dit was een proef: er is niets bewaard. Bewaren: --opslaan.")
