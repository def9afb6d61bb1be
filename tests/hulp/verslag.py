"""Assertions that say all that is wrong, one line each."""

from collections.abc import Iterable


def niets_in(fouten: Iterable[str]) -> None:
    """Fail with every line when there are any; pytest alone would show the first."""
    regels = list(fouten)
    assert not regels, "\n" + "\n".join(regels)
