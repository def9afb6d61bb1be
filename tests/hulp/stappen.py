"""Everything there is to check, one step after the other: ``make test``.

Stops at the first step that fails; prints the time of each step that ran. The exit code is
that of the failed step. Tests keep their databases and files in ``.data/test``.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

MAP = Path(__file__).resolve().parents[2]
TEST_DATA = MAP / ".data" / "test"
PRODUCTIE = {
    "OMGEVING": "productie",
    "SECRET_KEY": "kort-levende-sleutel-voor-de-controle-van-de-instellingen-0123456789",
    "ALLOWED_HOSTS": "sociale-basis.voorbeeld.nl",
    "GEMEENTE_CODE": "GM1991",
    "BEVEILIGING_EMAIL": "cert@voorbeeld.nl",
    "EMAIL_HOST": "mail.voorbeeld.nl",
    "DEFAULT_FROM_EMAIL": "sociale-basis@voorbeeld.nl",
    "DATABASE_URL": f"sqlite:///{TEST_DATA / 'productie.sqlite3'}",
}
PY = [sys.executable, "-m"]
MANAGE = [sys.executable, "manage.py"]
PYTEST = [*PY, "pytest", "-q", "-n", os.environ.get("TEST_PROCESSEN", "2")]
STAPPEN: list[tuple[str, list[str], dict[str, str]]] = [
    ("ruff: lint", [*PY, "ruff", "check", "--quiet", "."], {}),
    ("ruff: format", [*PY, "ruff", "format", "--quiet", "--check", "."], {}),
    ("mypy: types", [*PY, "mypy", "--no-error-summary", "."], {}),
    (
        "import-linter: one direction",
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        {},
    ),
    ("no missing migration", [*MANAGE, "makemigrations", "--check", "--dry-run"], {}),
    ("production settings", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], PRODUCTIE),
    ("pytest on SQLite, with the browser", PYTEST, {}),
    (
        "pytest on PostgreSQL",
        [*PY, "tests.hulp.postgres", "--", *PYTEST, "-m", "not browser"],
        {},
    ),
]


def draai(opdracht: list[str], extra: dict[str, str]) -> int:
    """Run one command with the test folder and extra variables; returns its exit code."""
    omgeving = {**os.environ, "DATA_DIR": str(TEST_DATA), **extra}
    return subprocess.run(opdracht, cwd=MAP, env=omgeving, check=False).returncode


def main() -> int:
    TEST_DATA.mkdir(parents=True, exist_ok=True)
    verslag = []
    code = 0
    for naam, opdracht, extra in STAPPEN:
        print(f"\n== {naam}", flush=True)
        begin = time.monotonic()
        code = draai(opdracht, extra)
        uitslag = "ok" if code == 0 else f"FAILED ({code})"
        verslag.append(f"{time.monotonic() - begin:7.1f} s  {uitslag:<12} {naam}")
        if code:
            break
    print("\n== Summary", *verslag, sep="\n", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
