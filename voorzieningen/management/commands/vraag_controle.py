"""``manage.py vraag_controle``: ask owners whether their entries are still right (L1)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from voorzieningen import controle
from voorzieningen.controle.eigenaar import naam_van


class Command(BaseCommand):
    help = "Show which owners have something to check; --opslaan mails them (werk does so daily)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--opslaan", action="store_true", help="really put the mails in line")

    def handle(self, *, opslaan: bool, **options: Any) -> None:
        for eigenaar, dingen in controle.te_vragen(timezone.localdate()).items():
            self.stdout.write(f"{naam_van(eigenaar)}: {len(dingen)}")
        for redacteur, dingen in controle.te_escaleren().items():
            self.stdout.write(f"{naam_van(redacteur)}: {len(dingen)} without reaction")
        if opslaan:
            gevraagd, gemeld = controle.vraag(), controle.escaleer()
            self.stdout.write(f"Mails in line: {len(gevraagd)} to owners, {len(gemeld)} to staff.")
        else:
            self.stdout.write("Nothing was sent: this was a dry run. Add --opslaan to do it.")
