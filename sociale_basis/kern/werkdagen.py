"""Counting in working days: Monday to Friday, no public holidays."""

from datetime import date, timedelta

from .feestdagen import feestdag

DAG = timedelta(days=1)


def is_werkdag(dag: date) -> bool:
    return dag.weekday() < 5 and not feestdag(dag)


def werkdag_na(dag: date, aantal: int) -> date:
    """The so-manieth working day after a day; with 0 the day itself, whatever it is.

    A negative number counts back: the last working day before it is -1.
    """
    stap = DAG if aantal > 0 else -DAG
    nog = abs(aantal)
    while nog:
        dag += stap
        nog -= is_werkdag(dag)
    return dag


def werkdagen_tussen(van: date, tot: date) -> int:
    """How many working days come after ``van``, up to and including ``tot``; never below 0."""
    return sum(is_werkdag(van + DAG * n) for n in range(1, (tot - van).days + 1))
