"""How far two words are apart, against a slow and simple reckoning."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_basis.kern.zoeken.afstand import afstand, gelijkenis, trigrammen

woorden = st.text("abcde", max_size=8)


def naslag(a: str, b: str) -> int:
    """By the definition: the cheapest way to make the ends of both words equal."""

    @cache
    def tot(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        mogelijk = [
            tot(i - 1, j) + 1,
            tot(i, j - 1) + 1,
            tot(i - 1, j - 1) + (a[i - 1] != b[j - 1]),
        ]
        if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
            mogelijk.append(tot(i - 2, j - 2) + 1)
        return min(mogelijk)

    return tot(len(a), len(b))


@given(woorden, woorden, st.integers(0, 5))
def test_it_is_the_least_number_of_changes_up_to_the_highest(a: str, b: str, hoogste: int) -> None:
    assert afstand(a, b, hoogste) == min(naslag(a, b), hoogste + 1)


@given(woorden, woorden)
def test_there_and_back_is_as_far(a: str, b: str) -> None:
    assert afstand(a, b, 9) == afstand(b, a, 9)
    assert (afstand(a, b, 9) == 0) == (a == b)


@pytest.mark.parametrize(
    ("fout", "goed"),
    [
        ("fomulier", "formulier"),
        ("formullier", "formulier"),
        ("formuller", "formulier"),
        ("fromulier", "formulier"),
    ],
)
def test_a_letter_missing_too_many_wrong_or_swapped_is_one_step(fout: str, goed: str) -> None:
    assert afstand(fout, goed, 3) == 1


def test_trigrams_know_where_a_word_begins_and_ends() -> None:
    assert trigrammen("taal") == {"  t", " ta", "taa", "aal", "al "}
    assert trigrammen("a") == {"  a", " a "}


@given(woorden, woorden)
def test_likeness_lies_between_nothing_and_all(a: str, b: str) -> None:
    assert 0 <= gelijkenis(a, b) == gelijkenis(b, a) <= 1
    assert gelijkenis(a, a) == 1
