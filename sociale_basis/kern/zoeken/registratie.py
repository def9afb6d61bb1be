"""Which kinds of things are searched. An app above registers its own in ``AppConfig.ready``;
this package knows none of them.

    registreer("voorziening", Voorziening, tekst=…, facetten=…, zichtbaar=…, bonus=…)
    registreer_afhankelijk(Organisatie, "voorziening", lambda o: o.voorzieningen.values_list("pk"))
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models


@dataclass(frozen=True)
class Teksten:
    """The words of one object, by how much they weigh: titel 8, alledaags and organisatie 4,
    kort 2, body and extra 1. ``zwaarte`` makes all of it count for less: the dates of something
    stand below the thing itself."""

    titel: str
    alledaags: str = ""
    organisatie: str = ""
    kort: str = ""
    body: str = ""
    extra: str = ""
    zwaarte: float = 1.0


@dataclass(frozen=True)
class Soort:
    """One registered kind."""

    naam: str
    model: type[models.Model]
    tekst: Callable[[Any], Teksten]
    facetten: Callable[[Any], Mapping[str, Iterable[str]]]
    zichtbaar: Callable[[], models.QuerySet]
    bonus: Callable[[Any], bool]
    bron: Callable[[], models.QuerySet]
    punten: Callable[[Any], Iterable[tuple[float, float]]]


@dataclass(frozen=True)
class Herkend:
    """What recognisers understood of a question: the rest of it, and what to filter on.

    ``facetten`` narrows the search unless nothing is left then; ``punt`` is (lat, lon);
    ``gegevens`` is for the page, such as the area that was recognised. ``voorkeur``: facet values
    that go first among what fits equally, such as what is there only for that area.
    """

    vraag: str
    facetten: Mapping[str, frozenset[str]] = field(default_factory=dict)
    punt: tuple[float, float] | None = None
    gegevens: Mapping[str, Any] = field(default_factory=dict)
    voorkeur: Mapping[str, frozenset[str]] = field(default_factory=dict)


Herkenner = Callable[[str], Herkend | None]

SOORTEN: dict[str, Soort] = {}
HERKENNERS: list[Herkenner] = []


def registreer(
    soort: str,
    model: type[models.Model],
    tekst: Callable[[Any], Teksten],
    facetten: Callable[[Any], Mapping[str, Iterable[str]]],
    zichtbaar: Callable[[], models.QuerySet],
    bonus: Callable[[Any], bool] = lambda ding: False,  # noqa: ARG005
    *,
    bron: Callable[[], models.QuerySet] | None = None,
    punten: Callable[[Any], Iterable[tuple[float, float]]] = lambda ding: (),  # noqa: ARG005
) -> None:
    """Make a kind searchable and keep its index right; ``ValueError`` if the name is taken.

    ``zichtbaar()`` decides at every search what the public may see, by the day. ``bron()`` is
    what is indexed, with the joins that ``tekst`` needs; default every object, visible or not
    (what becomes visible on a later day must be there then). ``punten`` gives (lat, lon) of
    where it is; a confidential address is the app's to leave out.
    """
    if soort in SOORTEN:
        raise ValueError(f"The search engine already has a kind {soort!r}.")
    from . import seinen

    alles = bron or model._default_manager.all
    SOORTEN[soort] = Soort(soort, model, tekst, facetten, zichtbaar, bonus, alles, punten)
    seinen.volg(SOORTEN[soort])


def registreer_afhankelijk(
    model: type[models.Model], soort: str, nummers: Callable[[Any], Iterable[int]]
) -> None:
    """When an object of ``model`` is saved or deleted, the documents ``nummers(object)`` of
    ``soort`` change: the name of an organisation, the words of a theme."""
    from . import seinen

    seinen.volg_afhankelijk(model, soort, nummers)


def registreer_herkenner(herkenner: Herkenner) -> None:
    """Let an app understand part of a question, such as a postcode or the name of a wijk.

    The recogniser gets the question and gives what it understood and the rest, or None.
    """
    HERKENNERS.append(herkenner)


def herken(vraag: str) -> Herkend:
    """Every recogniser in turn, each on what the one before left over."""
    geheel = Herkend(vraag)
    for herkenner in HERKENNERS:
        deel = herkenner(geheel.vraag)
        if deel is not None:
            geheel = Herkend(
                deel.vraag,
                {**geheel.facetten, **deel.facetten},
                deel.punt or geheel.punt,
                {**geheel.gegevens, **deel.gegevens},
                {**geheel.voorkeur, **deel.voorkeur},
            )
    return geheel
