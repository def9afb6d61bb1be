"""Measure the portal at 5,000 and 100,000 provisions, each in a database of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from sociale_basis.bench.meten import meet
from sociale_basis.bench.vullen import vul
from sociale_basis.kern.models import Document


class Command(BaseCommand):
    help = "Meet snelheid, vragen aan de database, grootte en geheugen (DESIGN: Budgets)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--aantal", type=int, nargs="+", default=[5_000, 100_000])
        parser.add_argument(
            "--zoeken-tot", type=int, default=10_000,
            help="indexeer tot dit aantal: 100.000 duurt een kwartier",
        )  # fmt: skip
        parser.add_argument("--in-deze-database", action="store_true", help="voor intern gebruik")

    def handle(self, *args: Any, **options: Any) -> None:
        for aantal in options["aantal"]:
            if options["in_deze_database"]:
                self._meet_hier(aantal, aantal <= options["zoeken_tot"])
            else:
                self._toon(aantal, self._meet_apart(aantal, options["zoeken_tot"]))

    def _meet_hier(self, aantal: int, met_zoeken: bool) -> None:
        call_command("migrate", verbosity=0)
        vul(aantal)
        if met_zoeken:
            call_command("indexeer", verbosity=0)
        else:
            Document.objects.all().delete()
        self.stdout.write(json.dumps(meet()))

    def _meet_apart(self, aantal: int, zoeken_tot: int) -> dict[str, Any]:
        """In a process of its own: a fresh SQLite file, or an empty DATABASE_URL_BENCH."""
        with TemporaryDirectory() as map_:
            omgeving = os.environ | {
                "DATABASE_URL": os.environ.get("DATABASE_URL_BENCH")
                or f"sqlite:///{Path(map_) / 'bench.sqlite3'}",
                "GEMEENTE_CODE": "GM1991",
            }
            opdracht = [sys.argv[0], "bench", "--aantal", str(aantal), "--in-deze-database"]
            opdracht += ["--zoeken-tot", str(zoeken_tot)]
            uitvoer = subprocess.run(
                [sys.executable, *opdracht], env=omgeving, check=True, stdout=subprocess.PIPE
            ).stdout
        return json.loads(uitvoer.splitlines()[-1])

    def _toon(self, aantal: int, uitslag: dict[str, Any]) -> None:
        self.stdout.write(f"\n{aantal:,} voorzieningen".replace(",", "."))
        kop = f"{'pagina':30}{'ms':>8}{'× leeg':>8}{'budget':>8}{'vragen':>8}{'kB':>8}{'gzip':>8}"
        self.stdout.write(kop)
        for m in uitslag["paginas"]:
            binnen = m["keer_leeg"] <= (m["budget"] or 1e9) and m["vragen"] <= 12 and m["kb"] < 60
            regel = (
                f"{m['pagina']:30}{m['ms']:8.1f}{m['keer_leeg']:8.1f}{m['budget'] or '–':>8}"
                f"{m['vragen']:8d}{m['kb']:8.1f}{m['kb_gzip']:8.1f}"
            )
            self.stdout.write(regel if binnen else self.style.ERROR(f"{regel}  te veel"))
        punten = uitslag["punten"]
        self.stdout.write(
            f"punten op de kaart: {punten['ms']} ms, {punten['kb_gzip']} kB gzip; "
            f"dichtstbijzijnde 20 plekken: {punten['nabij_ms']} ms"
        )
        self.stdout.write(f"geheugen na 1.000 verzoeken: {uitslag['mb']:.0f} MB (budget 250)")
