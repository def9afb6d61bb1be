"""Everything there is to check, one step after the other: ``make test``.

Stops before the tests when a quick step failed; runs the tests on both databases, whatever the
first says; prints the time of each step. The exit code is that of the first step that failed.
Tests keep their databases and files in ``.data/test``.
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
        fout = draai(opdracht, extra)
        uitslag = f"FAILED ({fout})" if fout else "ok"
        verslag.append(f"{time.monotonic() - begin:7.1f} s  {uitslag:<12} {naam}")
        code = code or fout
        if fout and "pytest" not in opdracht:
            break
    print("\n== Summary", *verslag, sep="\n", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
