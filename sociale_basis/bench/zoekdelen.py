"""What a search costs, split into analysis, matching, counts, fetching and template."""

import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from time import perf_counter
from typing import Any
from unittest.mock import patch

from django.test import Client

ZOEK = "sociale_basis.kern.zoeken.zoek"
VONDST = "sociale_basis.kern.zoeken.vondst"
VIEW = "sociale_basis.views.zoeken"
REST = "rest"
DELEN = {
    "analyse": [(VONDST, naam) for naam in ("kennis", "herken", "lees", "corrigeer")],
    "vinden": [(VONDST, n) for n in ("stand", "bekende_termen", "ontleed", "weeg", "bits")],
    "facetten": [(VONDST, "ruimte"), (ZOEK, "tel_facetten"), (VIEW, "groepen")],
    "ophalen": [(ZOEK, "_bladzijde"), (ZOEK, "_hits"), (VIEW, "kaartjes")],
    "sjabloon": [(VIEW, "render")],
}


def meet_delen(client: Client, adres: str, rondes: int) -> dict[str, float]:
    """{part: median milliseconds}; what is inside none of the parts is called "rest"."""
    metingen: dict[str, list[float]] = defaultdict(list)
    for _ronde in range(rondes):
        for deel, ms in _meet_eenmaal(client, adres).items():
            metingen[deel].append(ms)
    return {deel: round(statistics.median(lijst), 2) for deel, lijst in metingen.items()}


def _meet_eenmaal(client: Client, adres: str) -> dict[str, float]:
    klok = Klok()
    with klok.op(DELEN), klok.loopt(REST):
        client.get(adres)
    return klok.ms


class Klok:
    """Time per part; while a part runs inside another, only the inner one is timed."""

    def __init__(self) -> None:
        self.ms: dict[str, float] = dict.fromkeys([*DELEN, REST], 0.0)
        self._stapel: list[str] = []
        self._sinds = 0.0

    @contextmanager
    def loopt(self, deel: str) -> Iterator[None]:
        self._schrijf_bij()
        self._stapel.append(deel)
        try:
            yield
        finally:
            self._schrijf_bij()
            self._stapel.pop()

    @contextmanager
    def op(self, delen: dict[str, list[tuple[str, str]]]) -> Iterator[None]:
        """Time these functions of these modules as long as the context lasts."""
        with ExitStack() as stapel:
            for deel, functies in delen.items():
                for module, naam in functies:
                    echt = getattr(import_module(module), naam)
                    stapel.enter_context(patch(f"{module}.{naam}", self._getimed(deel, echt)))
            yield

    def _getimed(self, deel: str, functie: Callable[..., Any]) -> Callable[..., Any]:
        def met_klok(*args: Any, **kwargs: Any) -> Any:
            with self.loopt(deel):
                return functie(*args, **kwargs)

        return met_klok

    def _schrijf_bij(self) -> None:
        nu = perf_counter()
        if self._stapel:
            self.ms[self._stapel[-1]] += (nu - self._sinds) * 1000
        self._sinds = nu
