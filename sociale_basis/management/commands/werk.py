"""``manage.py werk``: the second process, beside the web server, that runs the timed jobs."""

import logging
import os
import signal
import threading
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import Error, close_old_connections

from sociale_basis.kern import taken

RUST = 5  # seconds between two rounds
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Run the timed jobs (clean-up, checkpoint, backup) until stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--eenmaal", action="store_true", help="run every job once and stop")
        parser.add_argument(
            "--ouder", type=int, metavar="PID", help="stop when this parent process is gone"
        )

    def handle(self, *, eenmaal: bool, ouder: int | None, **options: Any) -> None:
        if eenmaal:
            self._meld(taken.voer_uit(eenmaal=True))
        else:
            self._blijf_werken(ouder)

    def _meld(self, uitkomst: dict[str, str]) -> None:
        for naam, fout in uitkomst.items():
            self.stdout.write(f"{naam}: {fout or 'gelukt'}")

    def _blijf_werken(self, ouder: int | None) -> None:
        stop = threading.Event()
        for sein in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sein, lambda *_: stop.set())
        while not stop.is_set() and ouder in (None, os.getppid()):
            ronde(stop.is_set)
            stop.wait(RUST)


def ronde(gestopt: Callable[[], bool] = lambda: False) -> None:
    """One round; a database that is away for a moment does not end the process."""
    close_old_connections()
    try:
        taken.voer_uit(gestopt=gestopt)
    except Error:
        logger.exception("The work process cannot reach the database; it tries again.")
