"""The boom of an area as one object: the drawing and the list are both made from it (H5).

Eleven queries for a wijk, for any number of provisions and steps.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from urllib.parse import urlencode

from django.db.models import Count
from django.db.models.functions import Coalesce
from django.urls import reverse

from sociale_basis.kern.paden import pagina_pad
from wijken.models import Gebied
from wijken.models.gebied import Contactpunt
from wijken.team import Team

from ..models import Boomlaag, Stap, Thema, Voorziening
from ..models.boomlaag import Opvang
from ..models.voorziening import VoorzieningQuerySet
from .route import daal, klim
from .team import contact_bij, team_bij
from .wortels import Wortelgroep, wortelgroepen


@dataclass(frozen=True)
class Deel:
    """One layer in this area: whom to call, how much help there is, the steps up and back."""

    laag: Boomlaag
    nummer: int
    aantal: int
    url: str
    contact: Contactpunt | None
    team: Team | None
    omhoog: tuple[Stap, ...]
    terug: tuple[Stap, ...]

    @property
    def anker(self) -> str:
        return f"laag-{self.laag.slug}"


@dataclass(frozen=True)
class Blad:
    """A theme: how much help there is for it here, and the address that lights it up."""

    naam: str
    slug: str
    url: str
    aantal: int
    gekozen: bool


@dataclass(frozen=True)
class Pad:
    """A way between two layers by their place in ``Boom.delen``; more than one step may take it."""

    van: int
    naar: int
    url: str
    is_licht: bool = False  # on the way of the chosen theme

    @property
    def is_terug(self) -> bool:
        return self.naar < self.van

    @property
    def laagste(self) -> int:
        return min(self.van, self.naar)

    @property
    def hoogste(self) -> int:
        return max(self.van, self.naar)

    @property
    def is_ver(self) -> bool:
        """Past at least one layer."""
        return self.hoogste - self.laagste > 1

    def gaat_langs(self, ander: "Pad") -> bool:
        """Whether this is a longer way at the same side that passes the other one."""
        binnen = self.laagste <= ander.laagste and ander.hoogste <= self.hoogste
        return self.is_ver and self.is_terug == ander.is_terug and binnen


@dataclass(frozen=True)
class Boom:
    """Layers from the roots up, themes as leaves, and who and what stands at the roots."""

    gebied: Gebied
    delen: tuple[Deel, ...]
    bladeren: tuple[Blad, ...]
    wortels: tuple[Wortelgroep, ...]
    thema: Thema | None = None

    @property
    def paden(self) -> tuple[Pad, ...]:
        """The arrows of the drawing, each way once."""
        plaats = {deel.laag.pk: i for i, deel in enumerate(self.delen)}
        gevonden: dict[tuple[int, int], Pad] = {}
        for stap in self._stappen:
            van, naar = plaats[stap.van_laag_id or 0], plaats.get(stap.naar_laag_id or 0)
            if naar is not None:
                pad = Pad(van, naar, f"#{stap.slug}", (van, naar) in self.weg)
                gevonden.setdefault((van, naar), pad)
        return tuple(gevonden.values())

    @cached_property
    def weg(self) -> frozenset[tuple[int, int]]:
        """The ways (from, to) from neighbour to specialist and back; none without a theme."""
        if self.thema is None:
            return frozenset()
        plaats = {deel.laag.pk: i for i, deel in enumerate(self.delen)}
        omhoog = klim([deel.laag for deel in self.delen], self._stappen)
        terug = ((stap.van_laag_id, stap.naar_laag_id) for stap in daal(omhoog, self._stappen))
        paren = [*((een.pk, ander.pk) for een, ander in pairwise(omhoog)), *terug]
        return frozenset((plaats[van or 0], plaats[naar or 0]) for van, naar in paren)

    @property
    def _stappen(self) -> list[Stap]:
        return [stap for deel in self.delen for stap in (*deel.omhoog, *deel.terug)]


def boom_van(gebied: Gebied, thema: Thema | None = None) -> Boom:
    """The whole boom; with a theme only the help for that theme counts."""
    hulp = Voorziening.objects.zichtbaar()
    if gebied.soort != Gebied.Soort.GEMEENTE:
        hulp = hulp.voor_gebied(gebied)
    lagen = list(Boomlaag.objects.zichtbaar().met_contact())
    return Boom(
        gebied,
        _delen(lagen, hulp.met_thema(thema) if thema else hulp, gebied, thema),
        _bladeren(hulp, gebied, thema) if lagen else (),
        wortelgroepen(gebied, thema),
        thema,
    )


def boom_url(gebied: Gebied) -> str:
    """Where the boom of an area stands."""
    if gebied.soort == Gebied.Soort.GEMEENTE:
        return reverse("voorzieningen:boom")
    return pagina_pad("voorzieningen:wijkboom", gebied.slug)


def _delen(
    lagen: list[Boomlaag], hulp: VoorzieningQuerySet, gebied: Gebied, thema: Thema | None
) -> tuple[Deel, ...]:
    aantallen = _per_laag(lagen, hulp)
    stappen = list(Stap.objects.zichtbaar().van_lagen().met_enden())
    return tuple(
        Deel(
            laag,
            nummer,
            aantallen[laag.pk],
            _url(laag, gebied, thema),
            contact_bij(laag, gebied),
            team_bij(laag, gebied),
            tuple(s for s in stappen if s.van_laag_id == laag.pk and not s.is_terug),
            tuple(s for s in stappen if s.van_laag_id == laag.pk and s.is_terug),
        )
        for nummer, laag in enumerate(lagen, start=1)
    )


def _per_laag(lagen: list[Boomlaag], hulp: VoorzieningQuerySet) -> Mapping[int, int]:
    """How many provisions each layer holds, by primary key; one query."""
    per_opvang = {laag.opvang: laag.pk for laag in lagen}
    kenmerken = ("laag_id", "soort", "vorm", "toegang")
    aantallen: Counter[int] = Counter()
    rijen = hulp.order_by().values_list(*kenmerken).annotate(aantal=Count("pk"))
    for laag, soort, vorm, toegang, aantal in rijen:
        aantallen[laag or per_opvang.get(Opvang.van(soort, vorm, toegang), 0)] += aantal
    return aantallen


def _url(laag: Boomlaag, gebied: Gebied, thema: Thema | None) -> str:
    keuze = {"wijk": "" if gebied.soort == Gebied.Soort.GEMEENTE else gebied.slug}
    if thema:
        keuze["thema"] = thema.slug
    zoek = urlencode({naam: waarde for naam, waarde in keuze.items() if waarde})
    return f"{laag.get_absolute_url()}?{zoek}" if zoek else laag.get_absolute_url()


def _bladeren(hulp: VoorzieningQuerySet, gebied: Gebied, thema: Thema | None) -> tuple[Blad, ...]:
    """The main themes; a chosen subtheme lights up the theme above it."""
    aantallen = _per_thema(hulp)
    gekozen = (thema.ouder_id or thema.pk) if thema else None
    basis = boom_url(gebied)
    return tuple(
        Blad(
            rij.naam,
            rij.slug,
            f"{basis}?thema={rij.slug}#boom",
            aantallen.get(rij.pk, 0),
            rij.pk == gekozen,
        )
        for rij in Thema.objects.zichtbaar().hoofdthemas().only("naam", "slug")
    )


def _per_thema(hulp: VoorzieningQuerySet) -> dict[int, int]:
    """How many provisions each main theme has, its subthemes included; one query."""
    tussen = Voorziening.themas.through.objects.filter(voorziening__in=hulp.order_by().values("pk"))
    rijen = tussen.values_list(Coalesce("thema__ouder", "thema"))
    return dict(rijen.annotate(aantal=Count("voorziening", distinct=True)))
