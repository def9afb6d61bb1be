"""The team of an area as pages show it: faces, who is away, and whom to call instead (M3, M4).

An area without a team of its own shows that of the nearest area above it, and says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from .models import Afwezigheid, Gebied, Inzet, Teamlid
from .models.gebied import Contactpunt


@dataclass(frozen=True)
class Weg:
    """Somebody is away: the last day of it, and a colleague who is here today, if there is one."""

    tot: date
    vervanger: Teamlid | None


@dataclass(frozen=True)
class Collega:
    """A member as residents see them today."""

    lid: Teamlid
    is_verbinder: bool
    weg: Weg | None = None


@dataclass(frozen=True)
class Team:
    """Who works for one area, the verbinder first."""

    gebied: Gebied
    collegas: tuple[Collega, ...]

    @cached_property
    def verbinder(self) -> Collega | None:
        return next((collega for collega in self.collegas if collega.is_verbinder), None)

    def contact(self) -> Contactpunt | None:
        """The first member who is there today and has a number; the verbinder before others."""
        for collega in self.collegas:
            lid = collega.lid
            if lid.telefoon and not collega.weg:
                naam = f"{lid.naam}, {lid.functie}"
                return Contactpunt(naam, lid.telefoon, lid.email, lid.bereikbaar, self.gebied)
        return None


@dataclass(frozen=True)
class Wijkgezicht:
    """A wijk in the list of a larger area: its verbinder, or else the first of its team."""

    wijk: Gebied
    lid: Teamlid | None


def team_van(gebied: Gebied) -> Team | None:
    """The team of this area or of the nearest one above it that has one.

    One query, asked once for each area object (and those for the areas above, if not yet read).
    """
    if "_team" not in gebied.__dict__:
        gebied.__dict__["_team"] = _zoek_team(gebied)
    return gebied.__dict__["_team"]


def eerste_contact(gebied: Gebied, team: Team | None) -> Contactpunt | None:
    """Whom to call first here: the area's own number, else somebody of its own team.

    ``Gebied.contactpunt()`` never names a person: it stands on many pages, in mails and on paper,
    and a person has a day off. Here the team of the day is known, so who answers is there today.
    """
    is_van_hier = team is not None and team.gebied == gebied and not gebied.is_gepland
    if gebied.contact_telefoon or not (team and is_van_hier):
        return gebied.contactpunt()
    return team.contact() or gebied.contactpunt()


def wijkgezichten(gebied: Gebied) -> list[Wijkgezicht]:
    """The wijken of a stadsdeel or of the municipality, each with a face; one query."""
    wijken = Gebied.objects.zichtbaar().wijken()
    if gebied.soort == Gebied.Soort.STADSDEEL:
        wijken = wijken.onder(gebied)
    eerste = Inzet.objects.zichtbaar().filter(gebied=OuterRef("pk"))
    rijen = (
        wijken.met_keten()
        .annotate(
            lid_naam=Subquery(eerste.values("teamlid__naam")[:1]),
            lid_foto=Subquery(eerste.values("teamlid__foto")[:1]),
        )
        .order_by("ouder__volgorde", "ouder__naam", "volgorde", "naam")
    )
    return [Wijkgezicht(wijk, _gezicht(wijk)) for wijk in rijen]


def _gezicht(wijk: Any) -> Teamlid | None:
    return Teamlid(naam=wijk.lid_naam, foto_id=wijk.lid_foto) if wijk.lid_naam else None


def _zoek_team(gebied: Gebied) -> Team | None:
    keten = gebied.keten()
    per_gebied: dict[int, dict[int, Collega]] = {}
    for inzet in _inzetten(keten):
        per_gebied.setdefault(inzet.gebied_id, {})[inzet.pk] = _collega(inzet)
    van = next((boven for boven in keten if boven.pk in per_gebied), None)
    return Team(van, tuple(per_gebied[van.pk].values())) if van else None


def _inzetten(gebieden: Iterable[Gebied]) -> QuerySet[Inzet]:
    """With the member, what of them may be shown, and who replaces them today."""
    vandaag = timezone.localdate()
    rijen = Inzet.objects.zichtbaar().filter(gebied__in=gebieden)
    met_alles = rijen.select_related(
        "teamlid__loop_binnen_bij", "teamlid__moederorganisatie"
    ).annotate(
        toont_plek=_is_zichtbaar("loop_binnen_bij"),
        toont_organisatie=_is_zichtbaar("moederorganisatie"),
        weg=FilteredRelation(
            "teamlid__afwezigheden",
            condition=Q(
                teamlid__afwezigheden__van__lte=vandaag, teamlid__afwezigheden__tot__gte=vandaag
            ),
        ),
    )
    return met_alles.annotate(
        weg_tot=F("weg__tot"),
        vervanger_naam=F("weg__vervanger__naam"),
        vervanger_telefoon=F("weg__vervanger__telefoon"),
        vervanger_email=F("weg__vervanger__email"),
        vervanger_is_er=Exists(_aanwezig().filter(pk=OuterRef("weg__vervanger"))),
    )


def _is_zichtbaar(veld: str) -> Exists:
    model: Any = Teamlid._meta.get_field(veld).related_model
    return Exists(model.objects.zichtbaar().order_by().filter(pk=OuterRef(f"teamlid__{veld}")))


def _aanwezig() -> QuerySet[Teamlid]:
    weg = Afwezigheid.objects.op().order_by().filter(teamlid=OuterRef("pk"))
    return Teamlid.objects.zichtbaar().order_by().filter(~Exists(weg))


def _collega(inzet: Any) -> Collega:
    """What the public may not see of a place or an organisation is taken off here."""
    lid: Teamlid = inzet.teamlid
    if not inzet.toont_plek:
        lid.loop_binnen_bij = None
    if not inzet.toont_organisatie:
        lid.moederorganisatie = None
    return Collega(lid, inzet.is_verbinder, _weg(inzet) if inzet.weg_tot else None)


def _weg(inzet: Any) -> Weg:
    if not inzet.vervanger_is_er:
        return Weg(inzet.weg_tot, None)
    vervanger = Teamlid(
        naam=inzet.vervanger_naam,
        telefoon=inzet.vervanger_telefoon,
        email=inzet.vervanger_email,
    )
    return Weg(inzet.weg_tot, vervanger)
