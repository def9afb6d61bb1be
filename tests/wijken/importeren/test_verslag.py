"""The report of an import, as the person at the keyboard reads it."""

import pytest

from wijken.importeren.verslag import Verslag, opsomming, telwoord

pytestmark = pytest.mark.eis("M1")


def test_the_table_counts_every_group_of_every_kind() -> None:
    verslag = Verslag()
    verslag.noteer("wijken", "toegevoegd", "Uden", "Volkel")
    verslag.noteer("buurten", "gelijk", "Centrum")

    kop, wijken, buurten, *namen = verslag.regels()

    assert kop.split() == ["toegevoegd", "gewijzigd", "gelijk", "vervallen"]
    assert wijken.split() == ["wijken", "2", "0", "0", "0"]
    assert buurten.split() == ["buurten", "0", "0", "1", "0"]
    assert namen == ["toegevoegd, wijken: Uden; Volkel"]


def test_what_stayed_the_same_is_named_on_request() -> None:
    verslag = Verslag()
    verslag.noteer("buurten", "gelijk", "Centrum")
    assert "gelijk, buurten: Centrum" in list(verslag.regels(alles=True))


def test_a_long_list_says_how_many_more_there_are() -> None:
    namen = [str(nummer) for nummer in range(20)]
    assert opsomming(namen).startswith("0; 1; 2; 3; 4; 5; 6; 7 … en nog 12")
    assert opsomming(namen, None).endswith("18; 19")
    assert opsomming(namen[:9]).endswith("7; 8")


def test_a_fault_or_a_reason_stops() -> None:
    assert not Verslag(meldingen=["let op"]).stopt
    assert Verslag(fouten=["rij 1: x"]).stopt
    assert Verslag(redenen_om_te_stoppen=["in gebruik"]).stopt
    assert list(Verslag(fouten=["rij 1: x"]).regels()) == ["Fout in 1 rij:", "  rij 1: x"]


def test_numbers_are_written_the_dutch_way() -> None:
    assert telwoord(1, "rij", "rijen") == "1 rij"
    assert telwoord(9_000_000, "rij", "rijen") == "9.000.000 rijen"
