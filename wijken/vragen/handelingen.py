"""All that changes a question: each writes its line in the log and sends its mail (L5, V5).

Two colleagues may look at one question. What a colleague does holds only if nobody changed the
question since they saw it (``versie``); else it raises ``Ingehaald`` and nothing happened. What
the asker does always holds.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from sociale_basis.kern.werkdagen import werkdagen_tussen

from ..geadresseerden import Geadresseerde
from ..models import Bericht, Gebeurtenis, Gebied, Hulpvraag
from . import mails
from .code import hashes
from .gevaar import gevaren_in
from .team import naam_van, team_voor

Soort, Stand = Gebeurtenis.Soort, Hulpvraag.Stand
VERBETERBAAR = {"voor", "weg", "naam", "telefoon", "email"}  # what an asker may send again


class Ingehaald(Exception):
    """Somebody changed this question in between."""


@dataclass(frozen=True)
class Bestemming:
    """Where a question goes: a team, and the colleague there who takes it over, if named."""

    team: Gebied
    gebruiker: Any = None

    @property
    def naam(self) -> str:
        return naam_van(self.gebruiker) if self.gebruiker else _("het team van %s") % self.team


# --- the asker -----------------------------------------------------------------------------


@transaction.atomic
def stel(
    code: str, gebied: Gebied, *, aan: Geadresseerde | None = None, slug: str = "", **velden: Any
) -> Hulpvraag:
    """Keep a question and tell the team; the same code again is the same question, mended."""
    al = Hulpvraag.objects.met_code(code).first()
    if al is not None:
        _verbeter(al, gebied, velden)
        return al
    vraag = Hulpvraag(gebied=gebied, team=team_voor(gebied), code_hash=hashes(code)[0], **velden)
    if aan is not None:
        vraag.aan_naam, vraag.aan_slug, vraag.gericht_aan = aan.naam, slug, aan.gebruiker
    vraag.crisis = ",".join(gevaren_in(vraag.tekst))
    vraag.uiterlijk = vraag.termijn(vraag.ontvangen_op)
    vraag.save()
    _noteer(vraag, Soort.ONTVANGEN)
    mails.nieuwe_vraag(vraag)
    mails.ontvangen(vraag)
    return vraag


def _verbeter(vraag: Hulpvraag, gebied: Gebied, velden: dict[str, Any]) -> None:
    """Who went back in the browser and sent it again corrected a number, a name or the wijk.

    It moves to the team of another wijk only while nobody is busy with it.
    """
    nieuw = {
        naam: velden[naam]
        for naam in VERBETERBAAR & velden.keys()
        if velden[naam] != getattr(vraag, naam)
    }
    is_nieuw = vraag.stand == Stand.ONTVANGEN and not vraag.behandelaar_id
    verhuist = is_nieuw and gebied.pk != vraag.gebied_id and not vraag.aan_slug
    if verhuist:
        nieuw |= {"gebied": gebied, "team": team_voor(gebied)}
    if not nieuw or vraag.is_gesloten:
        return
    _wijzig(vraag, altijd=True, **nieuw)
    _noteer(vraag, Soort.REACTIE, wat=_("Uw gegevens of wijk zijn aangepast."))
    if verhuist:
        mails.nieuwe_vraag(vraag)
    if "email" in nieuw:
        mails.ontvangen(vraag)


@transaction.atomic
def reageer(vraag: Hulpvraag, tekst: str) -> None:
    """The asker writes back: the team has something to do again, within a new term."""
    _van_vrager(vraag, Soort.REACTIE, tekst)


@transaction.atomic
def nog_niet(vraag: Hulpvraag, tekst: str = "") -> None:
    """The answer did not help; a closed question opens again."""
    _van_vrager(vraag, Soort.NOG_NIET, tekst)


def _van_vrager(vraag: Hulpvraag, soort: str, tekst: str) -> None:
    stand = Stand.IN_BEHANDELING if vraag.behandelaar_id else Stand.ONTVANGEN
    velden: dict[str, Any] = {"stand": stand, "gesloten_op": None}
    if not vraag.is_open:
        velden |= {"uiterlijk": vraag.termijn(), "signaal": 0}
    gevaren = sorted({*vraag.gevaren, *gevaren_in(tekst)})
    _wijzig(vraag, altijd=True, crisis=",".join(gevaren), **velden)
    if tekst:
        Bericht.objects.create(hulpvraag=vraag, tekst=tekst)
    _noteer(vraag, soort)
    mails.reactie(vraag)


@transaction.atomic
def geholpen(vraag: Hulpvraag) -> None:
    if not vraag.is_gesloten:
        _wijzig(vraag, altijd=True, stand=Stand.GESLOTEN, gesloten_op=timezone.now())
        _noteer(vraag, Soort.GEHOLPEN)


# --- the team ------------------------------------------------------------------------------


def gelezen(vraag: Hulpvraag, wie: Any) -> list[Gebeurtenis]:
    """Note that somebody read it, once in an hour; returns the whole log, this line included."""
    net = timezone.now() - timedelta(hours=1)
    log = list(vraag.gebeurtenissen.all())
    eigen = (rij for rij in log if rij.soort == Soort.GELEZEN and rij.door_id == wie.pk)
    if not any(rij.op > net for rij in eigen):
        log.append(_noteer(vraag, Soort.GELEZEN, wie))
    return log


@transaction.atomic
def pak_op(vraag: Hulpvraag, wie: Any) -> None:
    stand = vraag.stand if vraag.stand == Stand.BEANTWOORD else Stand.IN_BEHANDELING
    _wijzig(vraag, behandelaar=wie, stand=stand)
    _noteer(vraag, Soort.OPGEPAKT, wie)


@transaction.atomic
def antwoord(vraag: Hulpvraag, wie: Any, tekst: str, thema: Any = None) -> None:
    """Answer; the first answer decides whether it was in time."""
    velden: dict[str, Any] = {"stand": Stand.BEANTWOORD, "behandelaar": vraag.behandelaar or wie}
    if thema is not None:
        velden["thema"] = thema
    _wijzig(vraag, **velden, **_eerste_antwoord(vraag, timezone.now()))
    Bericht.objects.create(hulpvraag=vraag, tekst=tekst, naam=_naam(vraag, wie), van_team=True)
    _noteer(vraag, Soort.BEANTWOORD, wie)
    mails.antwoord(vraag)


def _eerste_antwoord(vraag: Hulpvraag, nu: datetime) -> dict[str, Any]:
    if vraag.beantwoord_op:
        return {}
    vandaag = timezone.localdate(nu)
    begin = timezone.localdate(vraag.ontvangen_op)
    return {
        "beantwoord_op": nu,
        "op_tijd": vandaag <= vraag.uiterlijk,
        "werkdagen": werkdagen_tussen(begin, vandaag),
    }


@transaction.atomic
def geef_door(vraag: Hulpvraag, wie: Any, naar: Bestemming, reden: str) -> None:
    """Hand over with a reason; who was asked by name lets go of it by doing so.

    Who gets it has something to do, also when there was an answer before: it is open again.
    """
    stand = Stand.IN_BEHANDELING if naar.gebruiker else Stand.ONTVANGEN
    velden: dict[str, Any] = {"team": naar.team, "behandelaar": naar.gebruiker, "stand": stand}
    if vraag.stand == Stand.BEANTWOORD:
        velden |= {"uiterlijk": vraag.termijn(), "signaal": 0}
    if vraag.gericht_aan_id == wie.pk:
        velden["gericht_aan"] = None
    naam = _naam(vraag, wie)
    _wijzig(vraag, **velden)
    _noteer(vraag, Soort.DOORGEGEVEN, wie, _("Naar %s.") % naar.naam + f" {reden}", naam)
    mails.doorgegeven(vraag)


@transaction.atomic
def sluit(vraag: Hulpvraag, wie: Any, reden: str, thema: Any = None) -> None:
    """Close with a reason that the asker reads; ``wie`` None is the clock."""
    velden: dict[str, Any] = {"stand": Stand.GESLOTEN, "gesloten_op": timezone.now()}
    if thema is not None:
        velden["thema"] = thema
    _wijzig(vraag, **velden)
    _noteer(vraag, Soort.GESLOTEN, wie, reden)


# --- the clock -----------------------------------------------------------------------------


@transaction.atomic
def seint(vraag: Hulpvraag, signaal: int, soort: str, wat: str = "", **velden: Any) -> None:
    """Note that the clock called for help; another process may have been first."""
    _wijzig(vraag, signaal=signaal, **velden)
    _noteer(vraag, soort, wat=wat)


def _wijzig(vraag: Hulpvraag, *, altijd: bool = False, **velden: Any) -> None:
    """A closed question that gets another state is open again, with a new term."""
    if vraag.is_gesloten and velden.get("stand", Stand.GESLOTEN) != Stand.GESLOTEN:
        velden = {"gesloten_op": None, "uiterlijk": vraag.termijn(), "signaal": 0} | velden
    rij = Hulpvraag.objects.filter(pk=vraag.pk)
    if not altijd:
        rij = rij.filter(versie=vraag.versie)
    if not rij.update(versie=F("versie") + 1, laatst_op=timezone.now(), **velden):
        raise Ingehaald
    vraag.refresh_from_db()


def _noteer(
    vraag: Hulpvraag, soort: str, wie: Any = None, wat: str = "", naam: str = ""
) -> Gebeurtenis:
    return Gebeurtenis.objects.create(
        hulpvraag=vraag,
        soort=soort,
        door=wie,
        naam=naam or (_naam(vraag, wie) if wie else ""),
        wat=wat[:500],
        versie=vraag.versie,
    )


def _naam(vraag: Hulpvraag, wie: Any) -> str:
    """Who is asked by name goes by that name, a colleague of the team by their own."""
    return vraag.aan_naam if wie.pk == vraag.gericht_aan_id else naam_van(wie)
