"""``manage.py ruim_op``: empty personal data whose term is over (V7)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from sociale_basis.kern import bewaren


class Command(BaseCommand):
    help = "Show which personal data is past its term; --opslaan removes it for good."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--opslaan", action="store_true", help="really remove it")

    def handle(self, *, opslaan: bool, **options: Any) -> None:
        for termijn, aantal in bewaren.ruim_op(opslaan=opslaan).items():
            self.stdout.write(f"{termijn.model}.{termijn.veld}: {_wat(termijn, aantal)}")
        if not opslaan:
            self.stdout.write("Nothing was removed: this was a dry run. Add --opslaan to do it.")


def _wat(termijn: bewaren.Bewaartermijn, aantal: int) -> str:
    if termijn.dagen is None:
        return f"stays ({termijn.waarom})"
    return f"{aantal} past {termijn.dagen} days after {termijn.sinds} ({termijn.waarom})"
