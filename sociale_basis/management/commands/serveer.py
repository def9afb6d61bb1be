"""``manage.py serveer``: the portal on this computer, with its work process beside it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

ADRES = "127.0.0.1"


class Command(BaseCommand):
    help = "Serve the portal on this computer, and run its timed jobs."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="port (8000)")

    def handle(self, *, port: int, **options: Any) -> None:
        _weiger_bezette_poort(port)
        Server(port, self._meld).run()

    def _meld(self, tekst: str) -> None:
        self.stdout.write(tekst)
        self.stdout.flush()


def _weiger_bezette_poort(port: int) -> None:
    if not 0 < port < 65_536:
        raise CommandError(f"Port {port} does not exist: choose one from 1024 to 65535.")
    with socket.socket() as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((ADRES, port))
        except OSError as fout:
            raise CommandError(
                f"Port {port} is in use by another program. Stop that one, or choose another "
                f"port: make start PORT={port + 1}"
            ) from fout


class Server(BaseApplication):
    """Gunicorn in this process: one worker with eight threads, and `werk` as a child.

    Children notice when this process dies, however it dies, so none is left behind.
    """

    def __init__(self, port: int, meld: Callable[[str], None]) -> None:
        self.port = port
        self.meld = meld
        self.werk: subprocess.Popen[bytes] | None = None
        super().__init__()

    def load_config(self) -> None:
        for naam, waarde in {
            "bind": f"{ADRES}:{self.port}",
            "workers": 1,
            "threads": 8,
            "worker_class": "gthread",
            "loglevel": "warning",
            "graceful_timeout": 5,
            "control_socket_disable": True,
            "when_ready": self._begin,
            "on_exit": self._stop,
        }.items():
            self.cfg.set(naam, waarde)

    def load(self) -> Any:
        from sociale_basis.wsgi import application

        return application

    def _begin(self, arbiter: Arbiter) -> None:
        # Closing the terminal stops the portal; gunicorn would only reload itself.
        signal.signal(signal.SIGHUP, lambda *_: arbiter.signal(signal.SIGTERM, None))
        manage, ik = str(settings.BASE_DIR / "manage.py"), str(os.getpid())
        self.werk = subprocess.Popen([sys.executable, manage, "werk", "--ouder", ik])
        self.meld(f"\nThe portal runs at http://{ADRES}:{self.port}/\nStop it with Ctrl-C.\n")

    def _stop(self, _arbiter: Arbiter) -> None:
        if self.werk is None:
            return
        self.werk.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.werk.wait(timeout=10)
        self.meld("The portal has stopped.")
