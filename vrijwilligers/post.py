"""Mail of the portal to an aanspreekpersoon, with the link to their own profile."""

from typing import Any

from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from sociale_basis.kern.ondertekend import Ongeldig, lees, onderteken
from sociale_basis.kern.post import stuur, volledig

from .models import Aanspreekpersoon

DOEL, LINK_DAGEN = "aanspreekpersoon.profiel", 60


def profielpad(persoon: Aanspreekpersoon) -> str:
    """The link, without the host; another mail address ends every link there was."""
    code = onderteken(DOEL, [persoon.pk, _kenmerk(persoon)])
    return reverse("vrijwilligers:profiel_met_link", args=[code])


def persoon_van(code: str) -> Aanspreekpersoon | None:
    """Whose profile a link opens; None after they stopped. ``LinkFout`` for a link of no use."""
    inhoud: Any = lees(DOEL, code, dagen=LINK_DAGEN)
    nummer, kenmerk = inhoud
    persoon = Aanspreekpersoon.objects.niet_gearchiveerd().filter(pk=nummer).first()
    if persoon and kenmerk != _kenmerk(persoon):
        raise Ongeldig
    return persoon


def stuur_profiellink(persoon: Aanspreekpersoon) -> bool:
    """Queue the mail; False for who stopped or has no address."""
    return _stuur(persoon, _("Uw pagina als aanspreekpersoon"), "profiel.txt")


def vraag_of_het_weer_gaat(persoon: Aanspreekpersoon) -> bool:
    """On the day that somebody on a pause thought to be back; the same link."""
    return _stuur(persoon, _("Gaat het weer?"), "terug.txt")


def _stuur(persoon: Aanspreekpersoon, onderwerp: str, sjabloon: str) -> bool:
    if persoon.is_gearchiveerd or not persoon.email:
        return False
    gegevens = {
        "aan": persoon.naam,
        "link": volledig(profielpad(persoon)),
        "dagen": LINK_DAGEN,
        "toestemming": persoon.heeft_toestemming,
    }
    stuur(persoon.email, onderwerp, f"vrijwilligers/mail/{sjabloon}", gegevens)
    return True


def _kenmerk(persoon: Aanspreekpersoon) -> str:
    return salted_hmac(DOEL, persoon.email).hexdigest()[:12]
