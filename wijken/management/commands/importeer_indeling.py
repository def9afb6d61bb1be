"""manage.py importeer_indeling: de eigen wijken van de gemeente, gemaakt van CBS-buurten (M1)."""

from argparse import ArgumentParser
from typing import Any

from wijken.importeren.commando import Importcommando
from wijken.importeren.indeling import importeer_indeling
from wijken.importeren.verslag import Verslag


class Command(Importcommando):
    help = (
        "Leest de eigen wijken uit een csv met kolommen gebied;buurtcode (en als u wilt "
        "buurtnaam, stadsdeel, volgorde, gebiedcode). Bewaart alleen met --opslaan."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--neem-suggestie-over",
            action="store_true",
            help="gebruik bij een verkeerde buurtcode de code die waarschijnlijk bedoeld is",
        )

    def importeer(self, **opties: Any) -> Verslag:
        return importeer_indeling(
            opties["bestand"], neem_suggestie_over=opties["neem_suggestie_over"]
        )
