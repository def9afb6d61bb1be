"""The backup of SQLite: whole, checked, for its owner alone, and not endlessly many."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sociale_basis.kern.reservekopie import maak


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database in WAL mode with one row that was not checkpointed yet."""
    bestand = tmp_path / "portaal met spatie.sqlite3"
    verbinding = sqlite3.connect(bestand)
    verbinding.execute("PRAGMA journal_mode=WAL")
    verbinding.execute("CREATE TABLE plek (naam TEXT)")
    verbinding.execute("INSERT INTO plek VALUES ('Buurthuis De Linde')")
    verbinding.commit()
    yield bestand
    verbinding.close()


def test_the_copy_holds_what_the_database_holds(database: Path, tmp_path: Path) -> None:
    kopie = maak(database, tmp_path / "kopie", bewaar=14)
    with closing(sqlite3.connect(kopie)) as verbinding:
        assert verbinding.execute("SELECT naam FROM plek").fetchall() == [("Buurthuis De Linde",)]


def test_the_copy_is_one_file_that_only_its_owner_reads(database: Path, tmp_path: Path) -> None:
    kopie = maak(database, tmp_path / "kopie", bewaar=14)
    assert list((tmp_path / "kopie").iterdir()) == [kopie]
    assert kopie.stat().st_mode & 0o077 == 0


def test_what_is_being_written_meanwhile_is_not_in_it(database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as schrijver:
        schrijver.execute("BEGIN IMMEDIATE")
        schrijver.execute("INSERT INTO plek VALUES ('half')")
        kopie = maak(database, tmp_path / "kopie", bewaar=14)
        schrijver.execute("ROLLBACK")
    with closing(sqlite3.connect(kopie)) as verbinding:
        assert verbinding.execute("SELECT count(*) FROM plek").fetchone() == (1,)


def test_only_the_newest_copies_are_kept(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kopie"
    folder.mkdir()
    for dag in range(1, 10):
        (folder / f"portaal-2020010{dag}-0300.sqlite3").touch()
    (folder / "aantekening.txt").touch()
    kopie = maak(database, folder, bewaar=3)
    over = sorted(bestand.name for bestand in folder.iterdir())
    assert over == [
        "aantekening.txt",
        "portaal-20200108-0300.sqlite3",
        "portaal-20200109-0300.sqlite3",
        kopie.name,
    ]


def test_a_database_that_is_damaged_leaves_no_copy_behind(tmp_path: Path) -> None:
    kapot = tmp_path / "kapot.sqlite3"
    kapot.write_bytes(b"geen database" * 1000)
    with pytest.raises(sqlite3.DatabaseError):
        maak(kapot, tmp_path / "kopie", bewaar=14)
    assert list((tmp_path / "kopie").iterdir()) == []


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        maak(tmp_path / "weg.sqlite3", tmp_path / "kopie", bewaar=14)
    assert not (tmp_path / "weg.sqlite3").exists()
