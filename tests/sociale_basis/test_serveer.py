"""``manage.py serveer``: the portal and its work process start together and stop together."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from sociale_basis import gezondheidscheck

MANAGE = [sys.executable, str(settings.BASE_DIR / "manage.py")]


@pytest.fixture
def bezet() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.socket() as ander:
        ander.bind(("127.0.0.1", 0))
        ander.listen()
        yield ander.getsockname()[1]


def _vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return proef.getsockname()[1]


@pytest.fixture
def portaal(tmp_path: Path) -> Iterator[tuple[subprocess.Popen, int]]:
    """The portal with an empty database, once it answers."""
    omgeving = {**os.environ, "DATA_DIR": str(tmp_path), "DATABASE_URL": ""}
    subprocess.run([*MANAGE, "migrate", "--verbosity", "0"], env=omgeving, check=True)
    poort = _vrije_poort()
    proces = subprocess.Popen([*MANAGE, "serveer", "--port", str(poort)], env=omgeving)
    eind = time.monotonic() + 20
    while gezondheidscheck.vraag(str(poort), "localhost") == 0 and time.monotonic() < eind:
        time.sleep(0.1)
    yield proces, poort
    if proces.poll() is None:
        proces.kill()


def _verdwenen(processen: list[psutil.Process]) -> bool:
    _, over = psutil.wait_procs(processen, timeout=10)
    return not over


def test_it_serves_works_and_stops_as_a_whole(portaal: tuple[subprocess.Popen, int]) -> None:
    proces, poort = portaal
    assert gezondheidscheck.vraag(str(poort), "localhost") == 200
    kinderen = psutil.Process(proces.pid).children(recursive=True)
    assert any("werk" in kind.cmdline() for kind in kinderen)
    proces.send_signal(signal.SIGTERM)
    assert proces.wait(timeout=15) == 0
    assert _verdwenen(kinderen)


def test_nothing_is_left_when_it_is_killed(portaal: tuple[subprocess.Popen, int]) -> None:
    proces, _ = portaal
    kinderen = psutil.Process(proces.pid).children(recursive=True)
    proces.kill()
    proces.wait(timeout=5)
    assert _verdwenen(kinderen)


def test_a_port_in_use_is_said_in_plain_words(bezet: int) -> None:
    with pytest.raises(CommandError, match=f"Port {bezet} is in use"):
        call_command("serveer", "--port", str(bezet))


def test_the_health_check_tells_that_nothing_answers() -> None:
    assert gezondheidscheck.vraag(str(_vrije_poort()), "localhost") == 0


@pytest.mark.parametrize(
    ("hosts", "naam"),
    [
        ("portaal.voorbeeld.nl,www.voorbeeld.nl", "portaal.voorbeeld.nl"),
        (".voorbeeld.nl", "voorbeeld.nl"),
        ("*", "localhost"),
        ("", "localhost"),
    ],
)
def test_the_health_check_asks_under_a_name_that_is_allowed(monkeypatch, hosts, naam) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", hosts)
    assert gezondheidscheck.hostnaam() == naam


@pytest.mark.parametrize("poort", [0, -1, 99_999])
def test_a_port_that_does_not_exist_is_told(poort: int) -> None:
    with pytest.raises(CommandError, match="does not exist"):
        call_command("serveer", port=poort)
