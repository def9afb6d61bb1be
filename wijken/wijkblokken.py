"""What this app itself shows on the page of an area: its team (M3, M4)."""

from typing import Any

from .blokken import registreer
from .models import Gebied
from .team import eerste_contact, team_van, wijkgezichten
from .uitrol import uitrol

MET_WIJKEN = (Gebied.Soort.GEMEENTE, Gebied.Soort.STADSDEEL)


@registreer(volgorde=10, template="wijken/_team.html")
def team(gebied: Gebied) -> dict[str, Any]:
    """The faces of the team; of a stadsdeel and the municipality those of its wijken too."""
    wie = team_van(gebied)
    gezichten = wijkgezichten(gebied) if gebied.soort in MET_WIJKEN else []
    return {
        "team": wie,
        "contact": eerste_contact(gebied, wie),
        "gezichten": gezichten,
        "uitrol": uitrol(gezicht.wijk for gezicht in gezichten),
    }
