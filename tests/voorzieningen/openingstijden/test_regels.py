"""Opening times as lines of text: what was not touched stays, what people type is understood."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorzieningen.openingstijden import Slot
from voorzieningen.openingstijden.regels import als_regels, uit_regels

MAANDAG = Slot(0, time(9), time(12))


@pytest.mark.parametrize(
    ("regel", "rijen"),
    [
        ("maandag 9:00-12:00", [MAANDAG]),
        ("Maandag 09.00 - 12.00 uur", [MAANDAG]),
        ("ma 9-12", [MAANDAG]),
        ("ma.: van 9 tot 12 uur", [MAANDAG]),
        ("maandag: 9 uur tot 12 uur", [MAANDAG]),
        ("ma t/m di 9:00–12:00", [MAANDAG, Slot(1, time(9), time(12))]),
        ("maandag tot en met dinsdag 9.00-12.00", [MAANDAG, Slot(1, time(9), time(12))]),
        ("zondag 20:00-1:00", [Slot(6, time(20), time(1))]),
        ("wo 10-11, op afspraak, bel eerst", [
            Slot(2, time(10), time(11), op_afspraak=True, opmerking="bel eerst")
        ]),
        ("do 10-11 (oneven weken)", [Slot(3, time(10), time(11), opmerking="(oneven weken)")]),
        ("vr 10-11 (vanaf 1-9-2026)", [Slot(4, time(10), time(11), geldig_van=date(2026, 9, 1))]),
        ("vr 10-11 (vanaf 01-09-2026 t/m 31-12-2026)", [
            Slot(4, time(10), time(11), date(2026, 9, 1), date(2026, 12, 31))
        ]),
        ("", []),
        ("\n  \n", []),
    ],
)  # fmt: skip
def test_what_people_type_is_understood(regel, rijen):
    assert uit_regels(regel) == rijen


@pytest.mark.parametrize(
    "regel",
    [
        "op maandagochtend", "maandag", "9:00-12:00", "xx 9-12", "maandag 25:00-26:00",
        "maandag 9:00-9:00", "ma 9:61-12", "m 9-12", "ma 9-12 (vanaf morgen)",
        "ma 9-12 (vanaf 2-1-2026 t/m 1-1-2026)", "ma 9-12 (t/m 31-2-2026)", "١ 9-12",
        "maandag 9:00-12:00 en 13:00-17:00", "ma 9-12, 13-17", "ma 9.00-12.00 13.00-15.00",
        "ma ٩-12", "ma-xx 9-12", "ma 9", "<script>alert(1)</script>",
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named(regel):
    with pytest.raises(ValueError, match="Deze regel begrijpen we niet") as fout:
        uit_regels(f"maandag 9:00-12:00\n{regel}")
    assert regel in str(fout.value)


def test_too_many_lines_are_refused():
    with pytest.raises(ValueError, match="te veel regels"):
        uit_regels("ma 9-12\n" * 61)


def test_a_line_that_was_not_touched_is_the_row_that_it_was():
    """Also where its remark would be read otherwise, and where two lines are alike."""
    bekend = [
        Slot(0, time(9), time(12), opmerking="niet op afspraak"),
        Slot(0, time(9), time(12), opmerking="niet op afspraak"),
        Slot(1, time(9), time(9, 30), opmerking="ma 9-12"),
    ]
    tekst = als_regels(bekend)
    assert uit_regels(tekst, bekend) == bekend
    assert uit_regels(f"{tekst}\nwo 9-12", bekend) == [*bekend, Slot(2, time(9), time(12))]


tijden = st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None, fold=0))
dagen = st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31))
slots = st.builds(
    Slot, st.integers(0, 6), tijden, tijden, dagen, dagen, st.booleans(), st.text(max_size=40)
)


@given(st.lists(slots, max_size=8))
def test_any_rows_come_back_from_their_lines(rijen):
    bruikbaar = [rij for rij in rijen if "\x85" not in rij.opmerking]
    tekst = als_regels(bruikbaar)
    assert uit_regels(tekst, bruikbaar) == bruikbaar


@given(slots.filter(lambda rij: rij.van != rij.tot))
def test_a_row_without_a_remark_is_read_as_it_is_written(rij):
    van, tot = sorted([rij.geldig_van or date.min, rij.geldig_tot or date.max])
    kaal = Slot(
        rij.weekdag, rij.van, rij.tot,
        van if van != date.min else None, tot if tot != date.max else None, rij.op_afspraak,
    )  # fmt: skip
    assert uit_regels(als_regels([kaal])) == [kaal]


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(tekst):
    with suppress(ValueError):
        assert all(isinstance(rij, Slot) for rij in uit_regels(tekst))


def test_who_has_many_rows_may_keep_them_all():
    rijen = [Slot(dag % 7, time(9), time(12), opmerking=f"week {dag}") for dag in range(75)]
    assert uit_regels(als_regels(rijen), rijen) == rijen
    with pytest.raises(ValueError, match="hooguit 75"):
        uit_regels(f"{als_regels(rijen)}\nma 9-10", rijen)
