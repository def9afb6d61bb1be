"""What apps above this one have to do when borders change: they register it here.

That keeps imports one way: the import of areas knows followers, not places or provisions.
"""

from collections.abc import Callable

Daarna = Callable[[], str]  # called after the change; returns a line for the report, or ""

_volgers: list[Callable[[], Daarna]] = []


def volgt_grenzen(functie: Callable[[], Daarna]) -> Callable[[], Daarna]:
    """Register a function that is called before the change and returns what to do after it."""
    _volgers.append(functie)
    return functie


def voor_de_wijziging() -> list[Daarna]:
    """Call every follower; call the results once the borders have changed."""
    return [volger() for volger in _volgers]
