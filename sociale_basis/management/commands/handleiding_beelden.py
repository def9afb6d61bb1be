"""``manage.py handleiding_beelden``: the screenshots of the handbook, from the demo as it is now.

Needs Playwright and Chromium (the extra ``test``). Changes nothing in the database but a session.
"""

import os
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management.base import BaseCommand, CommandError
from django.test.testcases import LiveServerThread
from django.urls import reverse

from sociale_basis.handleiding.lezen import BEELDEN
from voorzieningen.models import Locatie, Voorziening

BREEDTE, HOOGTE = 1100, 750
CHROMIUM = ("chromium", "chromium-browser", "chromium-headless-shell", "google-chrome")
VLAGGEN = ["--no-sandbox", "--disable-gpu"]


class Command(BaseCommand):
    help = "Makes the screenshots of the handbook (needs Chromium and the extra test)."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--gebruiker", default="redacteur", help="whose screen is shown")

    def handle(self, *args: Any, **options: Any) -> None:
        wie = get_user_model().objects.filter(username=options["gebruiker"]).first()
        if wie is None:
            raise CommandError(f"There is no user {options['gebruiker']}. Run `manage.py demo`.")
        doel = Path(settings.BASE_DIR) / "static" / BEELDEN
        doel.mkdir(parents=True, exist_ok=True)
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop here
        sessie, beelden = _sessie(wie), _beelden()
        server = LiveServerThread("localhost", StaticFilesHandler)
        server.daemon = True
        server.start()
        server.is_ready.wait()
        try:
            for bestand in _fotografeer(f"http://localhost:{server.port}", sessie, beelden, doel):
                self.stdout.write(str(bestand.relative_to(settings.BASE_DIR)))
        finally:
            server.terminate()
            SessionStore(sessie).delete()


def _sessie(wie: Any) -> str:
    """Key of a session in which this user is logged in."""
    sessie = SessionStore()
    sessie[SESSION_KEY] = str(wie.pk)
    sessie[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    sessie[HASH_SESSION_KEY] = wie.get_session_auth_hash()
    sessie.save()
    return str(sessie.session_key)


def _beelden() -> dict[str, tuple[str, str]]:
    """{name: (address, what to bring into view)} with examples from the database."""
    voorziening = Voorziening.objects.filter(openingstijden__isnull=False).first()
    plek = Locatie.objects.met_punt().first()
    if voorziening is None or plek is None:
        raise CommandError("The kaart is empty. Run `manage.py demo`.")
    hulp = reverse("admin:voorzieningen_voorziening_change", args=[voorziening.pk])
    return {
        "start": (reverse("admin:index"), ".aandacht"),
        "voorziening": (hulp, "h1"),
        "plek": (reverse("admin:voorzieningen_locatie_change", args=[plek.pk]), ".kaartveld"),
        "lijst": (f"{reverse('admin:voorzieningen_voorziening_changelist')}?let_op=verlopen", "h1"),
        "leestips": (hulp, ".leesvak"),
        "tijden": (hulp, ".tijdenzin"),
    }


def _fotografeer(
    adres: str, sessie: str, beelden: dict[str, tuple[str, str]], doel: Path
) -> list[Path]:
    """Visit each address and keep what is on the screen; returns the files."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as fout:
        raise CommandError("Playwright is missing: pip install '.[test]'.") from fout
    with sync_playwright() as playwright:
        mogelijk = [os.environ.get("CHROMIUM"), *map(shutil.which, CHROMIUM)]
        pad = next(filter(None, mogelijk), None)  # else the one that Playwright downloaded
        browser = playwright.chromium.launch(executable_path=pad, args=VLAGGEN)
        context = browser.new_context(viewport={"width": BREEDTE, "height": HOOGTE}, locale="nl-NL")
        koek = {"name": settings.SESSION_COOKIE_NAME, "value": sessie, "url": adres}
        context.add_cookies([koek])  # type: ignore[list-item]
        pagina = context.new_page()
        bestanden = []
        for naam, (route, plek) in beelden.items():
            pagina.goto(adres + route)
            pagina.locator(plek).first.scroll_into_view_if_needed()
            bestanden.append(doel / f"{naam}.png")
            pagina.screenshot(path=bestanden[-1])
        browser.close()
    return bestanden
