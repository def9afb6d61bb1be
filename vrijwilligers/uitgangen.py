"""Where aanspreekpersonen show up outside their own page: each exit asks ``zichtbaar()``."""

from typing import Any

from django.utils.translation import gettext as _

from sociale_basis.kern.foto import fotoplek
from voorzieningen.boom.wortels import Wortel, Wortelgroep, wortels
from voorzieningen.models import Thema
from wijken.blokken import registreer
from wijken.geadresseerden import Geadresseerde, geadresseerd_als, geadresseerden
from wijken.gezichten import Gezicht, gezichten
from wijken.models import Gebied
from wijken.team import eerste_contact, team_van

from .kring import bij_naam, dichtstbij, kring_van
from .models import Aanspreekpersoon, profiel_van

HOOGSTENS = 12


@registreer(volgorde=5, template="vrijwilligers/_wijk_aanspreekpersonen.html")
def op_de_wijkpagina(gebied: Gebied) -> dict[str, Any]:
    """The first thing on the page of an area; without one: who is nearest, and how to become it."""
    kring = kring_van(gebied)
    contact = None if kring.hier else eerste_contact(gebied, team_van(gebied))
    return {"kring": kring, "contact": contact}


@gezichten
def op_een_dood_spoor(gebied: Gebied) -> Gezicht | None:
    persoon = dichtstbij(gebied)
    return Gezicht(persoon, persoon.gebied_naam) if persoon else None


@wortels(volgorde=10)
def bij_de_wortels(gebied: Gebied, thema: Thema | None) -> Wortelgroep | None:
    """Who is there for this area by name; with a theme, who knows of it first."""
    if gebied.soort == Gebied.Soort.GEMEENTE:
        return None
    personen = bij_naam(gebied, thema)
    namen = tuple(Wortel(rij.naam, rij.get_absolute_url()) for rij in personen[:HOOGSTENS])
    return Wortelgroep(_("Aanspreekpersonen"), namen, len(personen), gebied.get_absolute_url())


@geadresseerden
def aan_wie_u_iets_vraagt(slug: str) -> Geadresseerde | None:
    """Until they stop; who is full or on a pause takes no new question."""
    rijen = Aanspreekpersoon.objects.met_toestemming().select_related("gebruiker")
    persoon = rijen.filter(slug=slug).first()
    gebied = persoon.gebieden.zichtbaar().first() if persoon else None
    if persoon is None or gebied is None:
        return None
    wie = persoon.gebruiker if persoon.gebruiker and persoon.gebruiker.is_active else None
    return Geadresseerde(persoon.naam, gebied, wie, persoon.is_bereikbaar)


@geadresseerd_als
def hoe_u_gevraagd_wordt(gebruiker: Any) -> list[str]:
    """Full or on a pause: until they stop."""
    persoon = profiel_van(gebruiker)
    return [persoon.slug] if persoon and persoon.heeft_toestemming else []


@fotoplek
def wiens_foto(sleutel: str, gebruiker: Any) -> bool:
    """Of who is visible; somebody who paused still sees their own."""
    alle = Aanspreekpersoon.objects
    return (alle.zichtbaar() | alle.van(gebruiker)).filter(foto=sleutel).exists()
