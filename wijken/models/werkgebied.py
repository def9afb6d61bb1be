"""Where somebody who is logged in works: it follows from their place in a team alone (M3, V7)."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q

from .afwezigheid import Afwezigheid
from .gebied import Gebied
from .team import Teamlid


@dataclass(frozen=True)
class Werkbereik:
    """Keys of areas: the own ones with all below, those of which somebody is verbinder with all
    below, and those of a colleague whom they replace today. ``gemeente`` comes along for free."""

    is_lid: bool = False
    gebieden: frozenset[int] = frozenset()
    verbindt: frozenset[int] = frozenset()
    vervangt: frozenset[int] = frozenset()
    gemeente: Gebied | None = None


def werkbereik(gebruiker: Any) -> Werkbereik:
    """Read once for each user object, so once per request, in at most two queries."""
    if not hasattr(gebruiker, "_werkbereik"):
        gebruiker._werkbereik = _lees_bereik(gebruiker)
    bereik: Werkbereik = gebruiker._werkbereik
    return bereik


def werkgebieden(gebruiker: Any) -> frozenset[int]:
    """Keys of the areas where somebody works in /werk/: the own ones with all below."""
    return werkbereik(gebruiker).gebieden


def verbindt(gebruiker: Any) -> frozenset[int]:
    """Keys of the areas of which somebody is verbinder, with all below."""
    return werkbereik(gebruiker).verbindt


def _lees_bereik(gebruiker: Any) -> Werkbereik:
    rijen = _inzetten(gebruiker)
    eigen = [rij for rij in rijen if rij[0] == gebruiker.pk]
    if not eigen:  # who replaces somebody is a member too
        return Werkbereik()
    gebieden = list(Gebied.objects.voor_contact().order_by())
    ouders = [(gebied.pk, gebied.ouder_id, gebied.cbs_ouder_id) for gebied in gebieden]
    soort = Gebied.Soort.GEMEENTE
    return Werkbereik(
        True,
        _met_onder({gebied for _wie, gebied, _verbinder in eigen if gebied}, ouders),
        _met_onder({gebied for _wie, gebied, verbinder in eigen if gebied and verbinder}, ouders),
        frozenset(gebied for wie, gebied, _ in rijen if gebied and wie != gebruiker.pk),
        next((g for g in gebieden if g.soort == soort and not g.is_gearchiveerd), None),
    )


def _inzetten(gebruiker: Any) -> list[tuple[int | None, int | None, bool | None]]:
    """(login, area, is verbinder) of somebody's own row and of whom they replace today; a
    member who works nowhere yet has None for an area."""
    zelf = Teamlid.objects.van(gebruiker)
    weg = Afwezigheid.objects.op().filter(teamlid=OuterRef("pk"), vervanger__in=zelf.values("pk"))
    rijen = Teamlid.objects.filter(Q(pk__in=zelf.values("pk")) | Exists(weg.order_by()))
    return list(
        rijen.order_by().values_list("gebruiker", "inzetten__gebied", "inzetten__is_verbinder")
    )


def redactiegebieden(gebruiker: Any) -> frozenset[int]:
    """Keys of the areas that a wijkredacteur keeps, with all below; none for anybody else.

    Read once for each user object, so once per request.
    """
    return redactiebereik(gebruiker)[0]


def redactiebereik(gebruiker: Any) -> tuple[frozenset[int], frozenset[int], int | None]:
    """Of a colleague: the own areas with all below, these with all above, the organisation.

    Read once for each user object, so once per request, in two queries.
    """
    if not hasattr(gebruiker, "_redactiebereik"):
        zelf = get_user_model()._default_manager.filter(pk=gebruiker.pk).order_by()
        rijen = list(zelf.values_list("medewerker__organisatie", "medewerker__gebieden"))
        eigen = {gebied for _organisatie, gebied in rijen if gebied}
        ouders = _ouders() if eigen else []
        onder = _met_onder(set(eigen), ouders)
        organisatie = rijen[0][0] if rijen else None
        gebruiker._redactiebereik = (onder, onder | _met_boven(eigen, ouders), organisatie)
    return gebruiker._redactiebereik


def met_onderliggende(nummers: Any) -> frozenset[int]:
    """These areas and all below them in either layout; one query more, none for none."""
    binnen = set(nummers)
    return _met_onder(binnen, _ouders()) if binnen else frozenset()


Ouders = list[tuple[int, int | None, int | None]]  # an area and the two above it


def _ouders() -> Ouders:
    return list(Gebied.objects.order_by().values_list("pk", "ouder_id", "cbs_ouder_id"))


def _met_onder(binnen: set[int], ouders: Ouders) -> frozenset[int]:
    for _ronde in Gebied.Soort.values:  # at most as deep as there are levels
        binnen |= {pk for pk, *boven in ouders if binnen.intersection(boven)}
    return frozenset(binnen)


def _met_boven(binnen: set[int], ouders: Ouders) -> frozenset[int]:
    boven = {pk: {ouder for ouder in rest if ouder} for pk, *rest in ouders}
    gevonden = set(binnen)
    for _ronde in Gebied.Soort.values:
        gevonden |= {ouder for pk in gevonden for ouder in boven.get(pk, ())}
    return frozenset(gevonden)
