"""The team of a wijk at its layer of the boom: the trunk has names (H5, M3)."""

from wijken.models import Gebied
from wijken.models.gebied import Contactpunt
from wijken.team import Team, teams_boven

from ..models import Boomlaag
from ..models.boomlaag import Opvang

# On which areas' teams a layer draws: that of a buurt may be shared by a whole wijk.
NIVEAUS = {
    Boomlaag.Niveau.BUURT: (Gebied.Soort.BUURT, Gebied.Soort.WIJK),
    Boomlaag.Niveau.WIJK: (Gebied.Soort.WIJK,),
    Boomlaag.Niveau.STADSDEEL: (Gebied.Soort.STADSDEEL,),
    Boomlaag.Niveau.GEMEENTE: (Gebied.Soort.GEMEENTE,),
}


def team_bij(laag: Boomlaag, gebied: Gebied) -> Team | None:
    """The team that works in this layer here; None where neighbours or an organisation do.

    A team that still has to begin does not count. One query for all layers of an area.
    """
    if laag.telefoon or laag.verantwoordelijke_id or laag.opvang == Opvang.BUURT:
        return None
    teams, soorten = teams_boven(gebied), NIVEAUS[Boomlaag.Niveau(laag.niveau)]
    passend = (g for g in gebied.keten() if g.soort in soorten and not g.is_gepland)
    return next((teams[g.pk] for g in passend if g.pk in teams), None)


def contact_bij(laag: Boomlaag, gebied: Gebied) -> Contactpunt | None:
    """Whom to call at this layer: the number of the team, or who of it is there today."""
    team = team_bij(laag, gebied)
    if team and not team.gebied.contact_telefoon:
        return team.contact() or laag.contact(gebied)
    return laag.contact(gebied)
