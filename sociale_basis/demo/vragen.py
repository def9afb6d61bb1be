"""Questions of the demo: some open, most answered, and figures of a year (L5).

They are written as they would stand in the database after months, without sending any mail.
"""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX as ONBRUIKBAAR
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.text import slugify

from sociale_basis.kern.werkdagen import werkdagen_tussen
from voorzieningen.models import Organisatie, Thema
from wijken.models import (
    Bericht,
    Gebeurtenis,
    Gebied,
    Hulpvraag,
    Inzet,
    Teamlid,
    Vraagcijfer,
)
from wijken.models.vraagcijfer import maand_van
from wijken.vragen.code import code_voor, hashes
from wijken.vragen.gevaar import gevaren_in
from wijken.vragen.team import leden, team_voor

from .bron import Bron, Rij

BESTAND = "vragen.toml"
VOORBEELD = "Waar lever ik kleding in die nog goed is?"  # the one whose code the demo tells
CIJFERS = (34, 27, 21, 16, 13, 11, 8, 6, 4, 3, 2)  # earlier questions per wijk, in a year
Soort, Stand = Gebeurtenis.Soort, Hulpvraag.Stand


def demo_code() -> str:
    """The code of one answered question; the same as long as the key of the portal is."""
    return code_voor("demo", VOORBEELD)


def _geef_logins() -> None:
    """Every member can log in, as in a real team; these without a password, so nobody does."""
    for lid in Teamlid.objects.zichtbaar().filter(gebruiker=None):
        gebruiker, _nieuw = User.objects.get_or_create(
            username=f"teamlid-{slugify(lid.naam)}",
            defaults={"email": lid.email, "password": make_password(None)},
        )
        Teamlid.objects.filter(pk=lid.pk).update(gebruiker=gebruiker)


def _bemens_gemeente() -> None:
    """One colleague for the whole municipality, with the login ``gemeenteteam``."""
    gemeente = Gebied.objects.gemeente()
    gebruiker = User.objects.get(username="gemeenteteam")
    if gemeente is None or Teamlid.objects.filter(gebruiker=gebruiker).exists():
        return
    lid = Teamlid.objects.create(
        gebruiker=gebruiker,
        naam="Loes van den Elzen",
        functie="medewerker van de gemeente",
        expertise=Teamlid.Expertise.ANDERS,
        over="Weet u niet bij wie u moet zijn? Ik zoek het met u uit.",
        telefoon=gemeente.contact_telefoon or "085-0002040",
        email=gemeente.contact_email or "team@gemeente.voorbeeld.nl",
        moederorganisatie=Organisatie.objects.filter(naam__startswith="Gemeente").first(),
    )
    Inzet.objects.create(teamlid=lid, gebied=gemeente, uren=24)


class Vraaglader:
    """Spreads the questions over wijken and days, the same each time."""

    def __init__(self) -> None:
        self.nu = timezone.now()
        _geef_logins()
        _bemens_gemeente()
        self.wijken = list(Gebied.objects.zichtbaar().wijken())
        self.themas = list(Thema.objects.filter(ouder=None).order_by("pk"))
        kan_inloggen = Teamlid.objects.exclude(gebruiker__password__startswith=ONBRUIKBAAR)
        bemand = Inzet.objects.filter(teamlid__in=kan_inloggen).values("gebied")
        self.bemand = [wijk for wijk in self.wijken if bemand.filter(gebied=wijk).exists()]

    def laad(self, bron: Bron) -> str:
        """Returns a line of progress."""
        rijen = list(bron.rijen(BESTAND, "vraag"))
        for nummer, rij in enumerate(rijen):
            self._vraag(rij, nummer)
        self._cijfers()
        open_ = Hulpvraag.objects.open().count()
        return f"{len(rijen)} vragen van bewoners, waarvan {open_} nog open."

    def _vraag(self, rij: Rij, nummer: int) -> None:
        antwoord, tekst = rij.neem("antwoord", ""), rij.neem("tekst")
        gebied = self._gebied(nummer, is_open=not antwoord)
        dagen = (nummer * 7) % 80 + 4 if antwoord else nummer % 5
        vraag = Hulpvraag(
            tekst=tekst,
            gebied=gebied,
            team=team_voor(gebied),
            voor=rij.neem("voor", Hulpvraag.Voor.MIJZELF),
            code_hash=hashes(code_voor("demo", tekst))[0],
            ontvangen_op=self._moment(dagen, nummer),
            crisis=",".join(gevaren_in(tekst)),
        )
        vraag.uiterlijk = vraag.termijn(vraag.ontvangen_op)
        vraag.behandelaar = self._behandelaar(vraag, nummer, bool(antwoord))
        if antwoord:
            self._beantwoord(vraag, nummer)
        elif vraag.behandelaar:
            vraag.stand = Stand.IN_BEHANDELING
        vraag.save()
        self._log(vraag, antwoord)

    def _moment(self, dagen: int, nummer: int) -> datetime:
        """Somewhere in the day, but not in the future."""
        dag = timezone.localtime(self.nu - timedelta(days=dagen))
        return min(dag.replace(hour=9 + nummer % 11, minute=(nummer * 13) % 60), self.nu)

    def _gebied(self, nummer: int, *, is_open: bool) -> Gebied:
        """Open ones mostly where somebody of the demo can log in; more in the larger wijken."""
        if is_open and self.bemand and nummer != 4:
            return self.bemand[nummer % len(self.bemand)]
        keuze = (nummer * nummer) % (2 * len(self.wijken)) // 2
        return self.wijken[min(keuze, nummer % len(self.wijken))]

    def _behandelaar(self, vraag: Hulpvraag, nummer: int, beantwoord: bool) -> Any:
        team = list(leden(vraag.team))
        if not team or (not beantwoord and nummer % 3 == 0):
            return None
        return team[nummer % len(team)].gebruiker

    def _beantwoord(self, vraag: Hulpvraag, nummer: int) -> None:
        """Nearly always in time; the older half is closed."""
        duur = timedelta(days=9 if nummer % 9 == 0 else nummer % 3, hours=1)
        vraag.beantwoord_op = vraag.laatst_op = min(vraag.ontvangen_op + duur, self.nu)
        dag = timezone.localdate(vraag.beantwoord_op)
        vraag.op_tijd = dag <= vraag.uiterlijk
        vraag.werkdagen = werkdagen_tussen(timezone.localdate(vraag.ontvangen_op), dag)
        vraag.stand, vraag.thema = Stand.BEANTWOORD, self._thema(nummer)
        if nummer % 2:
            vraag.stand, vraag.gesloten_op = Stand.GESLOTEN, vraag.beantwoord_op

    def _thema(self, nummer: int) -> Thema | None:
        return self.themas[nummer % len(self.themas)] if self.themas else None

    def _log(self, vraag: Hulpvraag, antwoord: str) -> None:
        lid = getattr(vraag.behandelaar, "teamlid", None)
        naam = lid.naam if lid else ""
        regels = [(Soort.ONTVANGEN, vraag.ontvangen_op, "")]
        if vraag.stand == Stand.IN_BEHANDELING:
            regels.append((Soort.OPGEPAKT, self.nu, naam))
        if vraag.beantwoord_op:
            Bericht.objects.create(
                hulpvraag=vraag, tekst=antwoord, naam=naam, van_team=True, op=vraag.beantwoord_op
            )
            regels.append((Soort.BEANTWOORD, vraag.beantwoord_op, naam))
        if vraag.gesloten_op:
            regels.append((Soort.GEHOLPEN, vraag.gesloten_op, ""))
        Gebeurtenis.objects.bulk_create(
            Gebeurtenis(hulpvraag=vraag, soort=soort, op=op, naam=wie, versie=vraag.versie)
            for soort, op, wie in regels
        )

    def _cijfers(self) -> None:
        """Questions that were thrown away after their term: eight months of them."""
        Vraagcijfer.objects.bulk_create(
            Vraagcijfer(
                gebied=wijk,
                maand=maand_van(timezone.localdate(self.nu - timedelta(days=120 + 30 * (n % 8)))),
                werkdagen=8 if n % 9 == 4 else n % 4,
                op_tijd=n % 9 != 4,
                thema=self._thema(n),
            )
            for wijk, aantal in zip(self.wijken, CIJFERS, strict=False)
            for n in range(aantal)
        )
