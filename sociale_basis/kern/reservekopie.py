"""A copy of the SQLite database that is whole while the portal keeps running."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.utils import timezone


class KopieOnbruikbaar(Exception):
    """The copy did not pass SQLite's own integrity check, and was thrown away."""


def maak(database: Path, folder: Path, *, bewaar: int) -> Path:
    """Copy the database into the folder as ``portaal-YYYYMMDD-HHMM.sqlite3``; keep the newest.

    Goes through SQLite's backup interface: one consistent moment, and visitors can go on
    reading and writing. The copy is checked before it takes its name, and readable by its
    owner alone, for it holds personal data. Raises ``KopieOnbruikbaar``.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    kopie = folder / f"portaal-{timezone.localtime():%Y%m%d-%H%M}.sqlite3"
    deel = kopie.with_suffix(".deel")
    try:
        _kopieer(database, deel)
        deel.replace(kopie)
    finally:
        deel.unlink(missing_ok=True)
    _ruim_op(folder, bewaar)
    return kopie


def _kopieer(database: Path, deel: Path) -> None:
    deel.unlink(missing_ok=True)
    deel.touch(mode=0o600)
    with (
        closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as bron,
        closing(sqlite3.connect(deel)) as doel,
    ):
        bron.backup(doel)
        doel.execute("PRAGMA journal_mode=DELETE")
        (uitslag,) = doel.execute("PRAGMA integrity_check").fetchone()
    if uitslag != "ok":
        raise KopieOnbruikbaar(uitslag)


def _ruim_op(folder: Path, bewaar: int) -> None:
    for oud in sorted(folder.glob("portaal-*.sqlite3"))[:-bewaar]:
        oud.unlink()
