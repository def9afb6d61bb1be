"""Working days: no weekends, no public holidays (L5)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_basis.kern.feestdagen import feestdag
from sociale_basis.kern.werkdagen import is_werkdag, werkdag_na, werkdagen_tussen

pytestmark = pytest.mark.eis("L5")
dagen = st.dates(date(2000, 1, 1), date(2090, 12, 31))
aantallen = st.integers(0, 30)


@pytest.mark.parametrize(
    ("begin", "aantal", "dan"),
    [
        (date(2026, 11, 16), 3, date(2026, 11, 19)),  # Monday → Thursday
        (date(2026, 11, 19), 3, date(2026, 11, 24)),  # over a weekend
        (date(2026, 11, 21), 3, date(2026, 11, 25)),  # asked on a Saturday
        (date(2026, 11, 22), 3, date(2026, 11, 25)),  # and on a Sunday: the same
        (date(2026, 4, 2), 3, date(2026, 4, 8)),  # over Easter; Good Friday counts
        (date(2026, 4, 24), 3, date(2026, 4, 30)),  # over Koningsdag
        (date(2025, 4, 24), 3, date(2025, 4, 29)),  # Koningsdag on Saturday 26 April
        (date(2026, 5, 4), 1, date(2026, 5, 5)),  # Liberation day is a working day
        (date(2026, 12, 23), 3, date(2026, 12, 29)),  # over Christmas and a weekend
        (date(2026, 12, 31), 1, date(2027, 1, 4)),  # over New Year and a weekend
        (date(2026, 11, 23), -1, date(2026, 11, 20)),  # back over a weekend
        (date(2026, 11, 22), 0, date(2026, 11, 22)),
    ],
)
def test_a_term_skips_weekends_and_holidays(begin: date, aantal: int, dan: date) -> None:
    assert werkdag_na(begin, aantal) == dan


@given(dagen, aantallen.filter(bool))
def test_a_term_ends_on_a_working_day(begin: date, aantal: int) -> None:
    einde = werkdag_na(begin, aantal)
    assert is_werkdag(einde)
    assert einde.weekday() < 5
    assert not feestdag(einde)


@given(dagen, aantallen)
def test_a_term_holds_as_many_working_days_as_were_asked(begin: date, aantal: int) -> None:
    assert werkdagen_tussen(begin, werkdag_na(begin, aantal)) == aantal


@given(dagen, aantallen, aantallen)
def test_two_terms_after_each_other_are_one_long_one(begin: date, een: int, twee: int) -> None:
    assert werkdag_na(werkdag_na(begin, een), twee) == werkdag_na(begin, een + twee)


@given(dagen, aantallen)
def test_who_asks_later_never_has_an_earlier_term(begin: date, aantal: int) -> None:
    assert werkdag_na(begin, aantal) <= werkdag_na(begin + timedelta(days=1), aantal)


@given(dagen, aantallen.filter(bool))
def test_counting_back_finds_a_working_day_before(begin: date, aantal: int) -> None:
    eerder = werkdag_na(begin, -aantal)
    assert is_werkdag(eerder)
    assert eerder < begin
    assert werkdagen_tussen(eerder, begin - timedelta(days=1)) == aantal - 1


def test_a_day_that_lies_before_is_no_days_away() -> None:
    assert werkdagen_tussen(date(2026, 11, 20), date(2026, 11, 16)) == 0
