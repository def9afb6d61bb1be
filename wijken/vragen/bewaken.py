"""What the clock does with questions: remind, get help, close after silence (L5).

The day before an answer is due the team is reminded. The day after, the verbinder is asked to
help, and two working days later the team of the municipality takes it over. The asker reads
about both. A question whose team can no longer log in moves up at once.
"""

from collections.abc import Callable
from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from sociale_basis.kern.taken import taak
from sociale_basis.kern.werkdagen import is_werkdag, werkdag_na

from ..models import Gebeurtenis, Hulpvraag
from . import mails
from .handelingen import Ingehaald, seint, sluit
from .team import team_boven, team_voor, verbinders
from .toegang import Toegang

Soort = Gebeurtenis.Soort
NIETS, HERINNERD, TE_LAAT, NAAR_BOVEN = range(4)
GEDULD = 2  # working days between too late and the team above


@taak("vragen bewaken", elke=timedelta(hours=1))
def bewaak(op: date | None = None) -> int:
    """Look after every open question; on working days only. Returns how many got a signal."""
    op = op or timezone.localdate()
    if not is_werkdag(op):
        return 0
    vragen = Hulpvraag.objects.open().select_related("team", "gebied", "behandelaar")
    return sum(_bekijk(vraag, op) for vraag in vragen)


def _bekijk(vraag: Hulpvraag, op: date) -> bool:
    handeling = _verweesd(vraag) or _klok(vraag, op)
    if handeling is None:
        return False
    try:
        handeling(vraag)
    except Ingehaald:  # somebody is busy with it: see again in an hour
        return False
    return True


def _klok(vraag: Hulpvraag, op: date) -> Callable[[Hulpvraag], None] | None:
    """The furthest thing that is due and was not done yet."""
    stappen = (
        (NAAR_BOVEN, werkdag_na(vraag.uiterlijk, GEDULD + 1), _haal_team_boven),
        (TE_LAAT, werkdag_na(vraag.uiterlijk, 1), _vraag_verbinder),
        (HERINNERD, werkdag_na(vraag.uiterlijk, -1), _herinner),
    )
    for signaal, vanaf, handeling in stappen:
        if op >= vanaf:
            return handeling if vraag.signaal < signaal else None
    return None


def _herinner(vraag: Hulpvraag) -> None:
    seint(vraag, HERINNERD, Soort.HERINNERD)
    zin = _("Een vraag wacht nog op antwoord.")
    mails.naar_wie_het_heeft(vraag, _("Een vraag wacht op antwoord"), zin)


def _vraag_verbinder(vraag: Hulpvraag) -> None:
    wie = list(verbinders(vraag.team))
    wat = _("%s, de verbinder, kijkt nu ook mee.") % wie[0].naam if wie else ""
    seint(vraag, TE_LAAT, Soort.OPGESCHAALD if wie else Soort.HERINNERD, wat)
    onderwerp, zin = _("Een vraag is te laat"), _("Deze vraag had antwoord moeten krijgen.")
    mails.naar_wie_het_heeft(vraag, onderwerp, zin)
    mails.naar_leden(vraag, wie, onderwerp, zin)


def _haal_team_boven(vraag: Hulpvraag) -> None:
    boven = team_boven(vraag.team)
    if boven.pk == vraag.team_id:  # the highest: who has it keeps it
        seint(vraag, NAAR_BOVEN, Soort.HERINNERD)
    else:
        wat = _("Het team van %s neemt het over.") % boven
        seint(vraag, NAAR_BOVEN, Soort.OPGESCHAALD, wat, team=boven, behandelaar=None)
    zin = _("Deze vraag is al dagen te laat. Wilt u vandaag antwoorden?")
    mails.naar_team(vraag, _("Een vraag is veel te laat"), zin)


def _verweesd(vraag: Hulpvraag) -> Callable[[Hulpvraag], None] | None:
    """Who has it, or its whole team, can no longer log in here."""
    if team_voor(vraag.team).pk != vraag.team_id:
        return _verhuis
    wie = vraag.behandelaar
    weg = wie and not (wie.is_active and Toegang(wie).mag_zien(vraag))
    return _geef_terug if weg else None


def _verhuis(vraag: Hulpvraag) -> None:
    nieuw = team_voor(vraag.team)
    wat = _("Het team van %s neemt het over.") % nieuw
    seint(vraag, vraag.signaal, Soort.DOORGEGEVEN, wat, team=nieuw, behandelaar=None)
    mails.doorgegeven(vraag)


def _geef_terug(vraag: Hulpvraag) -> None:
    wat = _("Het team van %s neemt het over.") % vraag.team
    seint(vraag, vraag.signaal, Soort.DOORGEGEVEN, wat, behandelaar=None)
    mails.doorgegeven(vraag)


@taak("vragen afronden", elke=timedelta(days=1))
def rond_af() -> int:
    """Close what was answered and then heard no more of; returns how many."""
    grens = timezone.now() - timedelta(days=settings.VRAAG_STILTE_DAGEN)
    stil = Hulpvraag.objects.wacht_op_vrager().filter(laatst_op__lt=grens)
    return sum(_sluit(vraag) for vraag in stil)


def _sluit(vraag: Hulpvraag) -> bool:
    try:
        sluit(vraag, None, _("We hoorden niets meer van u. Daarom rondden we de vraag af."))
    except Ingehaald:  # heard from after all, in this very second
        return False
    return True
