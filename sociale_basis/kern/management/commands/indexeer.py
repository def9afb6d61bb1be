"""``manage.py indexeer``: compare the search index with everything there is, and repair it."""

from typing import Any

from django.core.management.base import BaseCommand

from sociale_basis.kern.zoeken.herbouwen import herbouw

ELKE = 2_500  # documents between two lines of progress


class Command(BaseCommand):
    help = "Rebuild the search index; the site stays up meanwhile."

    def handle(self, **options: Any) -> None:
        anders = herbouw(self._toon)
        self.stdout.write(self.style.SUCCESS(f"The index is right; {anders} documents changed."))

    def _toon(self, soort: str, gedaan: int, totaal: int) -> None:
        if gedaan % ELKE == 0 or gedaan == totaal:
            self.stdout.write(f"{soort}: {gedaan} of {totaal}")
