"""Reading a short line such as "ma-vr 9:00-17:00 inloop"."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorzieningen.openingstijden import Slot, lees_tijden
from voorzieningen.openingstijden.lezen import AFKORTINGEN

from .rooster import KWARTIEREN, zonder_haast


def test_a_line_gives_a_day_and_its_times() -> None:
    assert lees_tijden("ma 09:00-12:00") == [Slot(0, time(9), time(12))]


def test_what_follows_the_times_is_a_remark_as_it_was_typed() -> None:
    (slot,) = lees_tijden("di 13:30-17:00 Inloop met koffie")
    assert slot.opmerking == "Inloop met koffie"
    assert not slot.op_afspraak


@pytest.mark.parametrize(
    ("regel", "opmerking"),
    [
        ("wo 10:00-12:00 op afspraak", ""),
        ("wo 10:00-12:00 Op afspraak", ""),
        ("wo 10:00-12:00 spreekuur, op afspraak", "spreekuur"),
        ("wo 10:00-12:00 op afspraak, bij de balie", "bij de balie"),
    ],
)
def test_by_appointment_is_recognised_and_is_no_remark(regel: str, opmerking: str) -> None:
    (slot,) = lees_tijden(regel)
    assert slot.op_afspraak
    assert slot.opmerking == opmerking


def test_a_range_of_days_gives_a_row_for_each() -> None:
    assert [slot.weekdag for slot in lees_tijden("ma-vr 9:00-17:00")] == [0, 1, 2, 3, 4]


def test_a_range_of_days_may_run_past_sunday() -> None:
    assert [slot.weekdag for slot in lees_tijden("za-ma 9:00-17:00")] == [5, 6, 0]


def test_a_line_may_run_past_midnight_or_end_at_24_hours() -> None:
    (nacht,) = lees_tijden("za 21:00-01:00")
    (dag,) = lees_tijden("za 0:00-24:00")
    assert (nacht.van, nacht.tot) == (time(21), time(1))
    assert (dag.van, dag.tot) == (time(0), time(0))


@pytest.mark.parametrize("regel", ["Ma 9.00 - 12.00", " ma  9:00–12:00 ", "MA 09:00-12:00"])
def test_points_spaces_dashes_and_capitals_do_not_matter(regel: str) -> None:
    assert lees_tijden(regel) == [Slot(0, time(9), time(12))]


@pytest.mark.parametrize(
    "regel",
    ["", "maandag 9:00-12:00", "ma", "ma 9-12", "xx 9:00-12:00", "ma-xx 9:00-12:00",
     "ma 25:00-26:00", "ma 9:60-10:00", "ma 9:00", "9:00-12:00"],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named_in_the_error(regel: str) -> None:
    with pytest.raises(ValueError, match="“") as fout:
        lees_tijden(regel)
    assert regel in str(fout.value)


@zonder_haast
@given(
    st.sampled_from(range(7)),
    st.sampled_from(KWARTIEREN),
    st.sampled_from(KWARTIEREN),
    st.booleans(),
)
def test_what_is_written_out_is_read_back(
    weekdag: int, van: time, tot: time, op_afspraak: bool
) -> None:
    regel = f"{AFKORTINGEN[weekdag]} {van:%H:%M}-{tot:%H:%M}{' op afspraak' * op_afspraak}"
    assert lees_tijden(regel) == [Slot(weekdag, van, tot, op_afspraak=op_afspraak)]
