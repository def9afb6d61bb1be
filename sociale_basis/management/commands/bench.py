"""Measure the portal at 5,000 and 100,000 provisions, each in a database of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from sociale_basis.bench.meten import meet
from sociale_basis.bench.vullen import vul


class Command(BaseCommand):
    help = "Meet snelheid, vragen aan de database, grootte en geheugen (DESIGN: Budgets)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--aantal", type=int, nargs="+", default=[5_000, 100_000])
        parser.add_argument("--in-deze-database", action="store_true", help="voor intern gebruik")

    def handle(self, *args: Any, **options: Any) -> None:
        for aantal in options["aantal"]:
            if options["in_deze_database"]:
                self._meet_hier(aantal)
            else:
                self._toon(aantal, self._meet_apart(aantal))

    def _meet_hier(self, aantal: int) -> None:
        call_command("migrate", verbosity=0)
        vul(aantal)
        begin = perf_counter()
        call_command("indexeer", verbosity=0)
        duur = perf_counter() - begin
        self.stdout.write(json.dumps({"indexeren": round(duur), **meet()}))

    def _meet_apart(self, aantal: int) -> dict[str, Any]:
        """In a process of its own: a fresh SQLite file, or an empty DATABASE_URL_BENCH."""
        with TemporaryDirectory() as map_:
            omgeving = os.environ | {
                "DATABASE_URL": os.environ.get("DATABASE_URL_BENCH")
                or f"sqlite:///{Path(map_) / 'bench.sqlite3'}",
                "GEMEENTE_CODE": "GM1991",
            }
            opdracht = [sys.argv[0], "bench", "--aantal", str(aantal), "--in-deze-database"]
            uitvoer = subprocess.run(
                [sys.executable, *opdracht], env=omgeving, check=True, stdout=subprocess.PIPE
            ).stdout
        return json.loads(uitvoer.splitlines()[-1])

    def _toon(self, aantal: int, uitslag: dict[str, Any]) -> None:
        self.stdout.write(f"\n{aantal:,} voorzieningen".replace(",", "."))
        kop = f"{'pagina':36}{'ms':>8}{'× leeg':>8}{'budget':>8}{'vragen':>8}{'kB':>8}{'gzip':>8}"
        self.stdout.write(kop)
        for m in uitslag["paginas"]:
            binnen = m["keer_leeg"] <= (m["budget"] or 1e9) and m["vragen"] <= 12 and m["kb"] < 60
            regel = (
                f"{m['pagina']:36}{m['ms']:8.1f}{m['keer_leeg']:8.1f}{m['budget'] or '–':>8}"
                f"{m['vragen']:8d}{m['kb']:8.1f}{m['kb_gzip']:8.1f}"
            )
            self.stdout.write(regel if binnen else self.style.ERROR(f"{regel}  te veel"))
        self._toon_delen(uitslag["delen"])
        punten = uitslag["punten"]
        self.stdout.write(
            f"punten op de kaart: {punten['ms']} ms, {punten['kb_gzip']} kB gzip; "
            f"dichtstbijzijnde 20 plekken: {punten['nabij_ms']} ms"
        )
        self.stdout.write(
            f"geheugen na 1.000 verzoeken: {uitslag['mb']:.0f} MB (budget 250); "
            f"de zoekindex maken: {uitslag['indexeren']} s"
        )

    def _toon_delen(self, delen: dict[str, dict[str, float]]) -> None:
        """What a search costs, split, in milliseconds."""
        namen = list(next(iter(delen.values())))
        self.stdout.write(f"\n{'zoeken, ms per deel':36}" + "".join(f"{n:>10}" for n in namen))
        for vraag, ms in delen.items():
            self.stdout.write(f"{vraag:36}" + "".join(f"{ms[n]:10.2f}" for n in namen))
