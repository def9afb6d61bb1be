"""manage.py importeer_postcodes: van postcode en huisnummer naar buurt (M1)."""

from argparse import ArgumentParser
from typing import Any

from wijken.importeren.commando import Importcommando
from wijken.importeren.postcodes import importeer_postcodes
from wijken.importeren.verslag import Verslag


class Command(Importcommando):
    help = (
        "Leest het CBS-bestand 'buurt, wijk en gemeente voor postcode-huisnummer' (csv of zip): "
        "kolommen PC6, Huisnummer, Buurt, Wijk, Gemeente. Bewaart alleen met --opslaan."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--zonder-onbekende-buurten",
            action="store_true",
            help="laat adressen weg in buurten die niet in het portaal staan",
        )
        parser.add_argument(
            "--accepteer-verlies",
            action="store_true",
            help="bewaar ook als meer dan een kwart van de postcodes verdwijnt",
        )

    def importeer(self, **opties: Any) -> Verslag:
        return importeer_postcodes(
            opties["bestand"],
            zonder_onbekende_buurten=opties["zonder_onbekende_buurten"],
            accepteer_verlies=opties["accepteer_verlies"],
        )
