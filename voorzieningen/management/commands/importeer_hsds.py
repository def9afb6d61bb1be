"""manage.py importeer_hsds: een sociale kaart van een ander, in HSDS 3 of in de vorm van Ohana."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError

from voorzieningen.hsds.importeren import importeer_hsds
from wijken.importeren.commando import Importcommando
from wijken.importeren.verslag import Verslag


class Command(Importcommando):
    help = (
        "Leest organisaties, plekken en voorzieningen uit een map met CSV-bestanden van HSDS. "
        "Alles komt binnen als concept. Laat zien wat er verandert; bewaart alleen met --opslaan."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("map", type=Path, help="de map met CSV-bestanden")
        parser.add_argument(
            "--redacteur", required=True, help="inlognaam van wie de gegevens gaat nakijken"
        )
        parser.add_argument(
            "--themas", type=Path, help="CSV met twee kolommen: term in de bron, thema hier"
        )
        parser.add_argument(
            "--bron", default="", help="naam van de bron, anders de naam van de map"
        )
        self.voeg_opslaan_toe(parser)

    def importeer(self, **opties: Any) -> Verslag:
        return importeer_hsds(
            opties["map"],
            redacteur=_redacteur(opties["redacteur"]),
            bron=opties["bron"],
            themas=opties["themas"],
            opslaan=opties["opslaan"],
            meld=self._meld,
        )

    def _meld(self, regel: str) -> None:
        self.stdout.write(regel)
        self.stdout.flush()


def _redacteur(naam: str) -> Any:
    """Staff that can log in: somebody has to look at what comes in."""
    gebruikers = get_user_model()._default_manager.filter(is_active=True, is_staff=True)
    gevonden = gebruikers.filter(**{get_user_model().USERNAME_FIELD: naam}).first()
    if gevonden is None:
        raise CommandError(f"Er is geen medewerker met de inlognaam “{naam}”.")
    return gevonden
