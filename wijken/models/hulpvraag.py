"""Questions of residents, with all that was said and done about each (L5, L6, V5).

A question belongs to the team of an area, and to one colleague once somebody took it. Everything
about a person in it goes after its term; what stays is a line of figures (``vraagcijfer``).
Changes go through ``wijken.vragen.handelingen``.
"""

from datetime import date, datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.ondertekend import LinkFout, lees, onderteken
from sociale_basis.kern.velden import TelefoonField
from sociale_basis.kern.werkdagen import werkdag_na

from ..vragen import code
from .gebied import Gebied
from .vraagcijfer import Vraagcijfer

LANGSTE = 2000  # characters of a question or an answer
LINK = "hulpvraag"  # what a signed link is for
LINK_DAGEN = 30


class HulpvraagQuerySet(models.QuerySet["Hulpvraag"]):
    def open(self) -> Self:
        """The team has something to do."""
        return self.filter(stand__in=Hulpvraag.OPEN)

    def gesloten(self) -> Self:
        return self.filter(stand=Hulpvraag.Stand.GESLOTEN)

    def wacht_op_vrager(self) -> Self:
        return self.filter(stand=Hulpvraag.Stand.BEANTWOORD)

    def te_laat(self, op: date | None = None) -> Self:
        """Open, and the day that was promised is over."""
        return self.open().filter(uiterlijk__lt=op or timezone.localdate())

    def met_code(self, getypt: str) -> Self:
        return self.filter(code_hash__in=code.hashes(getypt))

    def met_link(self, getypt: str) -> "Hulpvraag | None":
        """The one that a link from a mail opens; a link to a corrected address opens nothing."""
        try:
            nummer, kenmerk = lees(LINK, getypt, dagen=LINK_DAGEN)
            vraag = self.filter(pk=nummer).first()
        except (LinkFout, TypeError, ValueError):
            return None
        return vraag if vraag and vraag.kenmerk == kenmerk else None

    def delete(self) -> tuple[int, dict[str, int]]:
        """What goes is counted first, however it goes."""
        Vraagcijfer.objects.tel(self)
        return super().delete()


class Hulpvraag(models.Model):
    """One question of one person, who has a code to follow it."""

    class Stand(models.TextChoices):
        ONTVANGEN = "ontvangen", _("ontvangen")
        IN_BEHANDELING = "in_behandeling", _("in behandeling")
        BEANTWOORD = "beantwoord", _("beantwoord")
        GESLOTEN = "gesloten", _("afgerond")

    class Voor(models.TextChoices):
        MIJZELF = "mijzelf", _("Voor mijzelf")
        ANDER = "ander", _("Voor iemand anders")

    class Weg(models.TextChoices):
        SITE = "site", _("Ik kijk zelf op deze website, met een code")
        MAIL = "mail", _("Stuur mij een mail als er antwoord is")
        TELEFOON = "telefoon", _("Bel mij")
        LANGS = "langs", _("Ik kom langs")

    OPEN = (Stand.ONTVANGEN, Stand.IN_BEHANDELING)

    gebied = models.ForeignKey(
        Gebied, verbose_name=_("waar"), on_delete=models.PROTECT, related_name="hulpvragen"
    )
    team = models.ForeignKey(
        Gebied,
        verbose_name=_("team van"),
        on_delete=models.PROTECT,
        related_name="te_beantwoorden",
    )
    voor = models.CharField(_("voor wie"), max_length=8, choices=Voor, default=Voor.MIJZELF)
    tekst = models.TextField(_("vraag"), max_length=LANGSTE)
    naam = models.CharField(_("naam"), max_length=80, blank=True)
    weg = models.CharField(_("antwoord"), max_length=8, choices=Weg, default=Weg.SITE)
    telefoon = TelefoonField(_("telefoon"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    crisis = models.CharField(_("soort gevaar"), max_length=60, blank=True)
    code_hash = models.CharField(max_length=64, unique=True, editable=False)

    aan_naam = models.CharField(_("gevraagd aan"), max_length=80, blank=True)
    aan_slug = models.CharField(max_length=100, blank=True, editable=False)
    gericht_aan = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    behandelaar = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("behandelaar"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="hulpvragen",
    )
    thema = models.ForeignKey(
        "voorzieningen.Thema",
        verbose_name=_("onderwerp"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="hulpvragen",
    )

    stand = models.CharField(_("stand"), max_length=14, choices=Stand, default=Stand.ONTVANGEN)
    ontvangen_op = models.DateTimeField(_("ontvangen op"), default=timezone.now)
    uiterlijk = models.DateField(_("antwoord uiterlijk"))
    beantwoord_op = models.DateTimeField(_("eerste antwoord op"), null=True, blank=True)
    op_tijd = models.BooleanField(_("op tijd"), null=True, blank=True)
    werkdagen = models.PositiveSmallIntegerField(_("werkdagen tot antwoord"), null=True, blank=True)
    laatst_op = models.DateTimeField(_("laatst gewijzigd"), default=timezone.now)
    gesloten_op = models.DateTimeField(_("afgerond op"), null=True, blank=True)
    # How often the clock called: see wijken.vragen.bewaken.
    signaal = models.PositiveSmallIntegerField(default=0, editable=False)
    versie = models.PositiveIntegerField(default=1, editable=False)

    objects = HulpvraagQuerySet.as_manager()

    class Meta:
        verbose_name = _("vraag van een bewoner")
        verbose_name_plural = _("vragen van bewoners")
        ordering = ["uiterlijk", "pk"]
        base_manager_name = "objects"  # so that the clean-up counts what it deletes
        indexes = [
            models.Index(fields=["team", "stand"], name="hulpvraag_team_stand"),
            models.Index(fields=["stand", "uiterlijk"], name="hulpvraag_stand_uiterlijk"),
        ]
        constraints = [
            models.CheckConstraint(
                name="hulpvraag_gesloten_met_dag",
                condition=Q(stand="gesloten", gesloten_op__isnull=False)
                | (~Q(stand="gesloten") & Q(gesloten_op__isnull=True)),
            )
        ]

    def __str__(self) -> str:
        """Without a word of what was asked, or by whom."""
        dag = date_format(timezone.localtime(self.ontvangen_op), "j F")
        return tekst("Vraag uit %(waar)s van %(dag)s") % {"waar": self.gebied, "dag": dag}

    @property
    def is_open(self) -> bool:
        return self.stand in self.OPEN

    @property
    def is_gesloten(self) -> bool:
        return self.stand == self.Stand.GESLOTEN

    @property
    def is_spoed(self) -> bool:
        return bool(self.crisis)

    @property
    def gevaren(self) -> list[str]:
        """The kinds of danger that its words speak of."""
        return self.crisis.split(",") if self.crisis else []

    def is_te_laat(self, op: date | None = None) -> bool:
        return self.is_open and self.uiterlijk < (op or timezone.localdate())

    def is_bijna_te_laat(self, op: date | None = None) -> bool:
        """The promised day is today or the next working day."""
        op = op or timezone.localdate()
        return self.is_open and op <= self.uiterlijk <= werkdag_na(op, 1)

    @property
    def wordt_gewist_op(self) -> date | None:
        """When a closed question is thrown away."""
        if self.gesloten_op is None:
            return None
        dagen = timedelta(days=settings.VRAAG_BEWAAR_DAGEN)
        return timezone.localdate(self.gesloten_op + dagen)

    def termijn(self, vanaf: datetime | None = None) -> date:
        """The day on which an answer is due for what is asked at a moment."""
        dag = timezone.localdate(vanaf or timezone.now())
        return werkdag_na(dag, settings.VRAAG_WERKDAGEN)

    @property
    def werkpad(self) -> str:
        return reverse("wijken:werkvraag", args=[self.pk])

    def pad(self) -> str:
        """The address of the asker's page for a mail, without the code: works for a month."""
        return reverse("wijken:vraag_stand", args=[onderteken(LINK, [self.pk, self.kenmerk])])

    @property
    def kenmerk(self) -> str:
        """Belongs to one mail address: who mistyped it takes the link back by correcting it."""
        return salted_hmac(LINK, self.email).hexdigest()[:12]


class Bericht(models.Model):
    """Something the team or the asker wrote after the question itself."""

    hulpvraag = models.ForeignKey(Hulpvraag, on_delete=models.CASCADE, related_name="berichten")
    tekst = models.TextField(_("tekst"), max_length=LANGSTE)
    naam = models.CharField(_("wie"), max_length=80, blank=True)
    van_team = models.BooleanField(default=False)
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("bericht bij een vraag")
        verbose_name_plural = _("berichten bij vragen")
        ordering = ["op", "pk"]

    def __str__(self) -> str:
        return str(self.hulpvraag)


class GebeurtenisQuerySet(models.QuerySet["Gebeurtenis"]):
    def voor_vrager(self) -> Self:
        return self.filter(soort__in=Gebeurtenis.VOOR_VRAGER)

    def sinds(self, versie: int) -> Self:
        """What changed after somebody saw a version."""
        return self.filter(versie__gt=versie).exclude(soort=Gebeurtenis.Soort.GELEZEN)


class Gebeurtenis(models.Model):
    """One line of the log of a question: who read or changed what, and when."""

    class Soort(models.TextChoices):
        ONTVANGEN = "ontvangen", _("gevraagd")
        GELEZEN = "gelezen", _("gelezen")
        OPGEPAKT = "opgepakt", _("opgepakt")
        BEANTWOORD = "beantwoord", _("beantwoord")
        DOORGEGEVEN = "doorgegeven", _("doorgegeven")
        REACTIE = "reactie", _("reactie van de vrager")
        GEHOLPEN = "geholpen", _("vrager is geholpen")
        NOG_NIET = "nog_niet", _("vrager is nog niet geholpen")
        GESLOTEN = "gesloten", _("afgerond")
        HERINNERD = "herinnerd", _("herinnering gestuurd")
        OPGESCHAALD = "opgeschaald", _("hulp erbij gehaald")

    VOOR_VRAGER = tuple(set(Soort) - {Soort.GELEZEN, Soort.HERINNERD})

    hulpvraag = models.ForeignKey(
        Hulpvraag, on_delete=models.CASCADE, related_name="gebeurtenissen"
    )
    soort = models.CharField(max_length=12, choices=Soort)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    naam = models.CharField(max_length=80, blank=True)
    wat = models.CharField(max_length=500, blank=True)
    versie = models.PositiveIntegerField()
    op = models.DateTimeField(default=timezone.now)

    objects = GebeurtenisQuerySet.as_manager()

    class Meta:
        verbose_name = _("gebeurtenis bij een vraag")
        verbose_name_plural = _("gebeurtenissen bij vragen")
        ordering = ["op", "pk"]

    def __str__(self) -> str:
        return f"{self.hulpvraag}: {self.get_soort_display()}"

    @property
    def zin(self) -> Any:
        """What happened, in words for the asker."""
        zin = ZINNEN.get(self.soort)
        return zin % {"wie": self.naam or tekst("Het team")} if zin else ""


_Soort = Gebeurtenis.Soort
ZINNEN: dict[str, Any] = {
    _Soort.ONTVANGEN: _("We kregen uw vraag."),
    _Soort.OPGEPAKT: _("%(wie)s zoekt het voor u uit."),
    _Soort.BEANTWOORD: _("%(wie)s gaf u antwoord."),
    _Soort.DOORGEGEVEN: _("%(wie)s gaf uw vraag door."),
    _Soort.REACTIE: _("U schreef erbij."),
    _Soort.GEHOLPEN: _("U liet weten dat u geholpen bent."),
    _Soort.NOG_NIET: _("U liet weten dat u nog niet geholpen bent."),
    _Soort.GESLOTEN: _("De vraag is afgerond."),
    _Soort.OPGESCHAALD: _("Het duurt langer dan beloofd. We haalden hulp erbij."),
}
