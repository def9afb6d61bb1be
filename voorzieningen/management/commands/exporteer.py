"""manage.py exporteer: de sociale kaart met de boom naar een bestand."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sociale_basis.kern.models import Logregel
from voorzieningen.uitwisseling.fout import Importfout
from voorzieningen.uitwisseling.inhoud import Keuze
from voorzieningen.uitwisseling.logboek import leg_uitwisseling_vast
from voorzieningen.uitwisseling.schrijven import Vorm, schrijf

VORMEN = {".xlsx": Vorm.XLSX, ".zip": Vorm.CSV}


class Command(BaseCommand):
    help = (
        "Schrijft organisaties, plekken en voorzieningen met alles wat erbij hoort, en de lagen, "
        "stappen en regieafspraken van de boom, naar een Excel-bestand (.xlsx) of een zip met "
        "CSV-bestanden (.zip)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, help="kaart.xlsx of kaart.zip")
        parser.add_argument("--leeg", action="store_true", help="een leeg bestand om in te vullen")
        parser.add_argument(
            "--met-geheime-adressen",
            action="store_true",
            help="ook plekken met een geheim adres; bewaar het bestand dan veilig",
        )

    def handle(self, *args: Any, **opties: Any) -> None:
        pad: Path = opties["bestand"]
        if pad.suffix.lower() not in VORMEN:
            raise CommandError("Kies een naam die eindigt op .xlsx of .zip.")
        keuze = Keuze(met_geheim=opties["met_geheime_adressen"], leeg=opties["leeg"])
        try:
            uitvoer = schrijf(VORMEN[pad.suffix.lower()], keuze)
            pad.write_bytes(uitvoer.inhoud)
        except (Importfout, OSError) as fout:
            raise CommandError(str(fout)) from fout
        gegevens = uitvoer.aantallen | {"geheim": keuze.met_geheim}
        leg_uitwisseling_vast(Logregel.Soort.EXPORT, door=None, bestand=pad.name, gegevens=gegevens)
        for naam, aantal in uitvoer.aantallen.items():
            self.stdout.write(f"{naam}: {aantal}")
        self.stdout.write(self.style.SUCCESS(f"Geschreven: {pad}"))
