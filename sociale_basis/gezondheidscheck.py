"""The container's health check: ``python -m sociale_basis.gezondheidscheck``.

Asks the web process beside it, under a host name that the portal answers to. Exit code 0
when the database answers; a late job is for the monitor, not a reason to restart the web.
"""

import os
import sys
import urllib.error
import urllib.request

PAD = "/gezond/?deel=web"


def vraag(port: str, host: str) -> int:
    """The status code, or 0 when nothing answers."""
    verzoek = urllib.request.Request(f"http://127.0.0.1:{port}{PAD}", headers={"Host": host})
    try:
        with urllib.request.urlopen(verzoek, timeout=5) as antwoord:  # noqa: S310
            return antwoord.status
    except urllib.error.HTTPError as fout:
        return fout.code
    except OSError:
        return 0


def hostnaam() -> str:
    """The first of ALLOWED_HOSTS that is a name by itself."""
    eerste = os.environ.get("ALLOWED_HOSTS", "").split(",")[0].strip()
    return eerste.lstrip(".*") or "localhost"


if __name__ == "__main__":
    sys.exit(vraag(os.environ.get("PORT", "8000"), hostnaam()) != 200)
