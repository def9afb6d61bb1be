"""What this app itself shows on the page of an area: its team (M3, M4)."""

from typing import Any

from .blokken import registreer
from .models import Gebied
from .team import eerste_contact, team_van, wijkgezichten
from .uitrol import fase_van, uitrol

MET_WIJKEN = (Gebied.Soort.GEMEENTE, Gebied.Soort.STADSDEEL)


@registreer(volgorde=6, template="wijken/_eerste_contact.html")
def contact(gebied: Gebied) -> dict[str, Any]:
    """Whom to call first, and how far the network of this area is (H6, M20)."""
    return {"contact": eerste_contact(gebied, team_van(gebied)), "fase": fase_van(gebied)}


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
