"""Mail about questions: that there is something to read, never what. It goes by the queue."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from sociale_basis.kern.models import Mail
from sociale_basis.kern.post import stuur, volledig

from ..models import Gebied, Hulpvraag, Teamlid
from .team import aanwezigen, leden

BEVESTIGINGEN = 3  # a day to one address


def nieuwe_vraag(vraag: Hulpvraag) -> None:
    """The team, and who is asked by name."""
    onderwerp = _("Er is een vraag met spoed") if vraag.is_spoed else _("Er is een vraag")
    naar_team(vraag, onderwerp, _("Iemand stelde een vraag aan uw team."))


def reactie(vraag: Hulpvraag) -> None:
    """Who has it, or else the team."""
    naar_wie_het_heeft(vraag, _("Er is een reactie"), _("Iemand reageerde op uw antwoord."))


def doorgegeven(vraag: Hulpvraag) -> None:
    naar_wie_het_heeft(
        vraag, _("U kreeg een vraag van een collega"), _("Een collega gaf u een vraag door.")
    )


def ontvangen(vraag: Hulpvraag) -> None:
    """To an address that anybody can fill in: a few a day, so that it is no way to pester one."""
    onderwerp = _("Wij hebben uw vraag")
    gisteren = timezone.now() - timedelta(days=1)
    al = Mail.objects.filter(aan__iexact=vraag.email, wacht_sinds__gt=gisteren)
    if not vraag.email or al.filter(onderwerp=onderwerp).count() < BEVESTIGINGEN:
        _naar_vrager(vraag, onderwerp, "vraag/mail/ontvangen.txt")


def antwoord(vraag: Hulpvraag) -> None:
    _naar_vrager(vraag, _("Er staat een antwoord voor u klaar"), "vraag/mail/antwoord.txt")


def naar_team(vraag: Hulpvraag, onderwerp: str, zin: str, gebied: Gebied | None = None) -> None:
    """Everybody of the team who is at work; without any, the mailbox of the area."""
    adressen = _adressen(aanwezigen(leden(gebied or vraag.team)))
    if vraag.gericht_aan and vraag.gericht_aan.email:
        adressen.append(vraag.gericht_aan.email)
    _naar_collegas(vraag, adressen or _noodadres(vraag), onderwerp, zin)


def naar_wie_het_heeft(vraag: Hulpvraag, onderwerp: str, zin: str) -> None:
    """The colleague who took it, or their replacement; the team while nobody did."""
    wie = vraag.behandelaar
    eigen = Teamlid.objects.van(wie).select_related("gebruiker") if wie else ()
    adressen = _adressen(aanwezigen(eigen))
    if adressen:
        _naar_collegas(vraag, adressen, onderwerp, zin)
    else:
        naar_team(vraag, onderwerp, zin)


def naar_leden(vraag: Hulpvraag, wie: Iterable[Teamlid], onderwerp: str, zin: str) -> None:
    _naar_collegas(vraag, _adressen(aanwezigen(wie)), onderwerp, zin)


def _adressen(wie: Iterable[Teamlid]) -> list[str]:
    """The address of the login, which is their own; else the one on the page of the wijk."""
    adressen = [(lid.gebruiker.email if lid.gebruiker else "") or lid.email for lid in wie]
    return list(dict.fromkeys(filter(None, adressen)))


def _noodadres(vraag: Hulpvraag) -> list[str]:
    punt = vraag.team.contactpunt()
    return [punt.email] if punt and punt.email else []


def _naar_collegas(vraag: Hulpvraag, adressen: Iterable[str], onderwerp: str, zin: str) -> None:
    gegevens = {"zin": zin, "vraag": vraag, "link": volledig(vraag.werkpad)}
    for adres in dict.fromkeys(adressen):
        stuur(adres, onderwerp, "vraag/mail/team.txt", gegevens)


def _naar_vrager(vraag: Hulpvraag, onderwerp: str, sjabloon: str) -> None:
    if vraag.weg == Hulpvraag.Weg.MAIL and vraag.email:
        gegevens: dict[str, Any] = {"vraag": vraag, "link": volledig(vraag.pad())}
        stuur(vraag.email, onderwerp, sjabloon, gegevens)
