"""Where somebody who is logged in works: it follows from their place in a team alone (M3, V7)."""

from typing import Any

from django.contrib.auth import get_user_model

from .gebied import Gebied
from .team import Inzet, Teamlid


def werkgebieden(gebruiker: Any) -> frozenset[int]:
    """Keys of the areas where somebody works in /werk/: the own ones with all below."""
    return _bereik(gebruiker)[0]


def verbindt(gebruiker: Any) -> frozenset[int]:
    """Keys of the areas of which somebody is verbinder, with all below."""
    return _bereik(gebruiker)[1]


def _bereik(gebruiker: Any) -> tuple[frozenset[int], frozenset[int]]:
    """Of both; read once for each user object, so once per request, in two queries."""
    if not hasattr(gebruiker, "_werkbereik"):
        inzetten = Inzet.objects.filter(teamlid__in=Teamlid.objects.van(gebruiker)).order_by()
        rijen = list(inzetten.values_list("gebied", "is_verbinder"))
        ouders = _ouders() if rijen else []
        gebruiker._werkbereik = (
            _met_onder({gebied for gebied, _verbinder in rijen}, ouders),
            _met_onder({gebied for gebied, is_verbinder in rijen if is_verbinder}, ouders),
        )
    return gebruiker._werkbereik


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


def _met_onder(
    binnen: set[int], ouders: list[tuple[int, int | None, int | None]]
) -> frozenset[int]:
    for _ronde in Gebied.Soort.values:  # at most as deep as there are levels
        binnen |= {pk for pk, *boven in ouders if binnen.intersection(boven)}
    return frozenset(binnen)


def _met_boven(binnen: set[int], ouders: Ouders) -> frozenset[int]:
    boven = {pk: {ouder for ouder in rest if ouder} for pk, *rest in ouders}
    gevonden = set(binnen)
    for _ronde in Gebied.Soort.values:
        gevonden |= {ouder for pk in gevonden for ouder in boven.get(pk, ())}
    return frozenset(gevonden)
