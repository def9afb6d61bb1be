"""manage.py importeer_gebieden: gemeente, wijken en buurten van het CBS (M1)."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from wijken.importeren.commando import Importcommando
from wijken.importeren.gebieden import importeer_gebieden
from wijken.importeren.verslag import Verslag


class Command(Importcommando):
    help = (
        "Leest gemeente, wijken en buurten van het CBS uit GeoJSON, GeoPackage of Shapefile. "
        "Laat zien wat er verandert; bewaart alleen met --opslaan."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, nargs="+", help="een of meer bestanden")
        parser.add_argument("--laag", help="alleen deze laag van het bestand")
        parser.add_argument(
            "--alle-paginas",
            action="store_true",
            help="dit zijn alle pagina's van een webdienst",
        )
        parser.add_argument(
            "--behoud-vervallen",
            action="store_true",
            help="laat gebieden staan die niet in het bestand zitten",
        )
        self.voeg_opslaan_toe(parser)

    def importeer(self, **opties: Any) -> Verslag:
        return importeer_gebieden(
            opties["bestand"],
            opties["laag"],
            alle_paginas=opties["alle_paginas"],
            behoud_vervallen=opties["behoud_vervallen"],
        )
