"""Load the demo: `manage.py demo`, quick and harmless a second time."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from sociale_basis.demo.bron import Demofout
from sociale_basis.demo.gebruikers import LOGINS
from sociale_basis.demo.laden import SETS, controleer, is_geladen, laad
from sociale_basis.demo.vragen import demo_code
from wijken.models import Hulpvraag


class Command(BaseCommand):
    help = "Laadt de demo in een lege database en toont de inlognamen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--set", choices=sorted(SETS), default="maashorst", dest="naam")
        parser.add_argument(
            "--opnieuw", action="store_true", help="wis eerst alle gebieden en het hele aanbod"
        )

    def handle(self, *_args: Any, naam: str, opnieuw: bool, **_opties: Any) -> None:
        try:
            controleer(SETS[naam])
            if opnieuw or not is_geladen():
                laad(SETS[naam], self._meld, opnieuw=opnieuw)
            else:
                self._meld("Er staan al gegevens in. De demo opnieuw laden kan met --opnieuw.")
        except Demofout as fout:
            raise CommandError(str(fout)) from fout
        if self._stappen_tonen:
            self._toon_logins()
            self._toon_vraagcode()

    def execute(self, *args: Any, **options: Any) -> str | None:
        self._stappen_tonen = options["verbosity"] > 0
        return super().execute(*args, **options)

    def _meld(self, tekst: str) -> None:
        if self._stappen_tonen:
            self.stdout.write(f"  {tekst}")

    def _toon_logins(self) -> None:
        gemaakt = set(get_user_model().objects.values_list("username", flat=True))
        logins = [login for login in LOGINS if login.naam in gemaakt]
        for plek in ("/beheer/", "/werk/"):
            hier = [login for login in logins if login.plek == plek]
            if hier:
                self.stdout.write(f"  Inloggen op {plek} (alleen in deze demo):")
            for login in hier:
                self.stdout.write(f"    {login.naam:<16} {login.wachtwoord}")

    def _toon_vraagcode(self) -> None:
        code = demo_code()
        if Hulpvraag.objects.met_code(code).exists():
            self.stdout.write(f"  Een vraag van een bewoner, met antwoord: /vraag/{code}/")
