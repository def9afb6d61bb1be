"""``manage.py reservekopie``: a checked copy of the database while the portal runs."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from sociale_basis.kern.reservekopie import KopieOnbruikbaar, maak


class Command(BaseCommand):
    help = "Make a checked copy of the SQLite database in DATA_DIR/reservekopie."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--bewaar", type=int, default=14, help="how many copies to keep (14)")

    def handle(self, *, bewaar: int, verbosity: int, **options: Any) -> None:
        if bewaar < 1:
            raise CommandError("Keep at least one copy: --bewaar 1 or more.")
        if connection.vendor == "sqlite":
            melding = f"Copy made and checked: {self._maak(bewaar)}"
        else:
            melding = "PostgreSQL: the municipality backs it up with pg_dump or PITR (see README)."
        if verbosity:
            self.stdout.write(melding)

    def _maak(self, bewaar: int) -> Path:
        database = Path(connection.settings_dict["NAME"])
        try:
            return maak(database, settings.DATA_DIR / "reservekopie", bewaar=bewaar)
        except KopieOnbruikbaar as fout:
            raise CommandError(f"The copy is not usable and was thrown away: {fout}") from fout
