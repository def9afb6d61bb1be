"""Activities and consultation hours: what there is to do, when and where (M11, L11, L14, V14)."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from sociale_basis.kern.models import (
    Archiveerbaar,
    Controleerbaar,
    MetSlug,
    Tijdstempels,
    archief_heeft_reden,
)
from sociale_basis.kern.paden import pagina_pad
from sociale_basis.kern.velden import TelefoonField, WebadresField
from wijken.models import Gebied

from ..agenda import momenten
from ..agenda.herhaling import Herhaling, Ritme
from ..agenda.keren import Rooster
from ..agenda.weekdagen import WeekdagenField
from ..agenda.woorden import moment, tijden, zin
from ..regels import fout_in_bereik
from .bevoegd import Bevoegd, BevoegdQuerySet
from .doelgroep import Doelgroep
from .keuzes import Publicatie, woord
from .locatie import Locatie
from .organisatie import Organisatie
from .thema import Thema
from .voorziening import Voorziening

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from .activiteitdag import ActiviteitDag
    from .moment import Moment

NIEUW_WEKEN = 4
VROEGSTE, LAATSTE_JAREN = date(2000, 1, 1), 5


class ActiviteitQuerySet(BevoegdQuerySet["Activiteit"]):
    def zichtbaar(self) -> Self:
        """Published, not archived, at a place and of a provision that are public, and still
        held by somebody. What is already over stays: its page says so."""
        plek = Q(locatie__isnull=True) | Q(locatie__in=_nummers(Locatie))
        deel = Q(voorziening__isnull=True) | Q(voorziening__in=_nummers(Voorziening))
        door = Q(verantwoordelijke__isnull=True) | Q(verantwoordelijke__gearchiveerd_op=None)
        return (
            self.niet_gearchiveerd()
            .filter(plek, deel, door, publicatie=Publicatie.GEPUBLICEERD)
            .niet_verborgen_om_leeftijd()
        )

    def verdwenen(self) -> Self:
        """Never what was at a confidential address: its title could name the place."""
        openbaar = Q(locatie__isnull=True) | Q(locatie__vertrouwelijk=False)
        return self.gearchiveerd().filter(openbaar, publicatie=Publicatie.GEPUBLICEERD)

    def die_nog_komen(self, op: date | None = None) -> Self:
        """With a day to come that was not called off (default from today)."""
        return self.filter(Exists(_momenten().gaat_door().vanaf(op).filter(_van_deze())))

    def in_zicht(self) -> Self:
        """With any day to come, called off or not: calendar programs must hear of that too."""
        return self.filter(Exists(_momenten().vanaf().filter(_van_deze())))

    def met_volgende(self) -> Self:
        """Annotate ``volgende``: when it begins next, None if it does not."""
        komend = _momenten().komend().gaat_door().filter(_van_deze()).order_by("begin")
        return self.annotate(volgende=models.Subquery(komend.values("begin")[:1]))

    def eerstvolgende_eerst(self) -> Self:
        """Only what is still to come, the soonest first, each with ``volgende``."""
        komend: Any = self.met_volgende()
        return komend.filter(volgende__isnull=False).order_by("volgende", "pk")

    def voor_gebied(self, gebied: Gebied) -> Self:
        """What somebody in an area may come to: also what serves the whole municipality."""
        return self.filter(Q(hele_gemeente=True) | self._hoort_bij(gebied))

    def eigen_in_gebied(self, gebied: Gebied) -> Self:
        """What is for an area, for one around it or inside it, or has its place there (V14)."""
        return self.filter(self._hoort_bij(gebied))

    def met_thema(self, thema: Thema) -> Self:
        """With a theme; a main theme covers its subthemes."""
        keuze = Q(thema=thema) | Q(thema__ouder=thema)
        gevonden = Activiteit.themas.through.objects.filter(keuze)
        return self.filter(pk__in=gevonden.values("activiteit_id"))

    def _hoort_bij(self, gebied: Gebied) -> Q:
        """Named for it; where no area was named, the place decides."""
        boven = [boven.pk for boven in gebied.keten()]
        onder = Gebied.objects.binnen(gebied).order_by().values("pk")
        genoemd = Exists(_gebieden().filter(Q(gebied__in=boven) | Q(gebied__in=onder)))
        ter_plekke = Q(locatie__in=Locatie.objects.in_gebied(gebied).order_by().values("pk"))
        return Q(genoemd) | ~Q(Exists(_gebieden())) & ter_plekke

    def alleen_in(self, gebieden: frozenset[int]) -> Q:
        binnen = Exists(_gebieden().filter(gebied__in=gebieden))
        buiten = Exists(_gebieden().exclude(gebied__in=gebieden))
        ter_plekke = ~Q(Exists(_gebieden())) & Q(locatie__gebied__in=gebieden)
        return Q(hele_gemeente=False) & (Q(binnen) & ~Q(buiten) | ter_plekke)

    def ook_in(self, rond: frozenset[int]) -> Q:
        genoemd = Exists(_gebieden().filter(gebied__in=rond))
        ter_plekke = ~Q(Exists(_gebieden())) & Q(locatie__gebied__in=rond)
        return Q(hele_gemeente=True) | Q(genoemd) | ter_plekke

    def van_eigenaar(self, organisatie: int) -> Q:
        return Q(verantwoordelijke=organisatie)


def _nummers(model: Any) -> models.QuerySet:
    return model.objects.zichtbaar().order_by().values("pk")


def _gebieden() -> models.QuerySet:
    return Activiteit.gebieden.through.objects.filter(activiteit=OuterRef("pk"))


def _momenten() -> Any:
    return apps.get_model("voorzieningen", "Moment")._default_manager.all()


def _laatste_begin() -> date:
    return timezone.localdate() + timedelta(days=365 * LAATSTE_JAREN)


def _van_deze() -> Q:
    return Q(activiteit=OuterRef("pk"))


class Activiteit(MetSlug, Bevoegd, Archiveerbaar, Controleerbaar, Tijdstempels):
    """Something that people can come to, once or again and again.

    ``verantwoordelijke`` is called as it is on a provision: roles, proposals and merging of
    organisations go by that name. Without areas it is for the wijk of its place.
    """

    slug_bron = "titel"

    class Soort(models.TextChoices):
        ACTIVITEIT = "activiteit", _("activiteit")
        SPREEKUUR = "spreekuur", _("spreekuur")

    class Toegang(models.TextChoices):
        INLOOP = Voorziening.Toegang.INLOOP.value, Voorziening.Toegang.INLOOP.label
        AANMELDEN = Voorziening.Toegang.AANMELDEN.value, Voorziening.Toegang.AANMELDEN.label

    Kosten = Voorziening.Kosten
    # What else a card needs of a row that was read with few columns.
    KAARTJE = ("titel", "slug", "kort", "soort", "toegang", "kosten", "ruimte", "hele_gemeente")

    titel = models.CharField(_("titel"), max_length=120)
    soort = models.CharField(_("soort"), max_length=12, choices=Soort, default=Soort.ACTIVITEIT)
    kort = models.CharField(
        _("in één zin"),
        max_length=220,
        help_text=_("Wat gaat u er doen? Schrijf zoals u het aan de balie zegt."),
    )
    beschrijving = models.TextField(_("beschrijving"), blank=True)

    begin_dag = models.DateField(_("eerste dag"), default=timezone.localdate)
    van = models.TimeField(_("van"))
    tot = models.TimeField(
        _("tot"),
        null=True,
        blank=True,
        help_text=_("Leeg laten mag. Vroeger dan “van”? Dan is het na middernacht."),
    )
    herhaling = models.CharField(
        _("hoe vaak"), max_length=12, choices=Ritme, default=Ritme.EEN_KEER
    )
    weekdagen = WeekdagenField(
        _("op deze dagen"),
        blank=True,
        help_text=_("Alleen bij elke week of om de week. Leeg: de weekdag van de eerste dag."),
    )
    laatste_dag = models.DateField(_("tot en met"), null=True, blank=True)
    ook_op_feestdagen = models.BooleanField(
        _("gaat ook door op feestdagen"),
        default=False,
        help_text=_("Nieuwjaar, Pasen, Koningsdag, Hemelvaart, Pinksteren en Kerst."),
    )

    locatie = models.ForeignKey(
        Locatie,
        verbose_name=_("plek"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activiteiten",
    )
    ruimte = models.CharField(
        _("ruimte"), max_length=80, blank=True, help_text=_("Zoals: de grote zaal.")
    )
    hele_gemeente = models.BooleanField(_("voor de hele gemeente"), default=False)
    gebieden = models.ManyToManyField(
        Gebied,
        verbose_name=_("voor deze wijken"),
        blank=True,
        related_name="activiteiten",
        help_text=_("Leeg laten mag: dan is het voor de wijk waar de plek ligt."),
    )

    themas = models.ManyToManyField(
        Thema, verbose_name=_("thema’s"), blank=True, related_name="activiteiten"
    )
    doelgroepen = models.ManyToManyField(
        Doelgroep, verbose_name=_("voor wie"), blank=True, related_name="activiteiten"
    )
    kosten = models.CharField(_("kosten"), max_length=10, choices=Kosten, default=Kosten.ONBEKEND)
    kosten_toelichting = models.CharField(_("meer over kosten"), max_length=200, blank=True)
    toegang = models.CharField(
        _("aanmelden"), max_length=12, choices=Toegang, default=Toegang.INLOOP
    )
    zo_meldt_u_aan = models.CharField(
        _("zo meldt u zich aan"),
        max_length=220,
        blank=True,
        help_text=_("Zoals: bel vóór woensdag, dan zetten wij een stoel voor u klaar."),
    )

    verantwoordelijke = models.ForeignKey(
        Organisatie,
        verbose_name=_("organisatie"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activiteiten",
        help_text=_("Wie organiseert dit? Bij een spreekuur: wie houdt het?"),
    )
    voorziening = models.ForeignKey(
        Voorziening,
        verbose_name=_("hoort bij voorziening"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="activiteiten",
        help_text=_("Dan staan de data ook op de pagina van die voorziening."),
    )
    contact_functie = models.CharField(
        _("contact"), max_length=120, blank=True, help_text=_("Een functie, geen persoon.")
    )
    telefoon = TelefoonField(_("telefoon"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = WebadresField(_("website"), blank=True)

    publicatie = models.CharField(
        _("op de website"), max_length=12, choices=Publicatie, default=Publicatie.CONCEPT
    )

    objects = ActiviteitQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[doelgroepen, themas, gebieden])

    if TYPE_CHECKING:
        dagen: RelatedManager[ActiviteitDag]
        momenten: RelatedManager[Moment]

    class Meta:
        verbose_name = _("activiteit")
        verbose_name_plural = _("activiteiten")
        ordering = ["sorteernaam", "pk"]
        constraints = [
            archief_heeft_reden("activiteit_archief_heeft_reden"),
            models.CheckConstraint(
                name="activiteit_heeft_eigenaar",
                condition=~Q(publicatie="gepubliceerd")
                | Q(verantwoordelijke__isnull=False)
                | Q(redacteur__isnull=False),
                violation_error_message=_(
                    "Wat op de website staat, heeft een eigenaar: een organisatie of een redacteur."
                ),
            ),
            models.CheckConstraint(
                name="activiteit_van_is_niet_tot",
                condition=Q(tot__isnull=True) | ~Q(van=models.F("tot")),
                violation_error_message=_("“Van” en “tot” zijn gelijk."),
            ),
            models.CheckConstraint(
                name="activiteit_dagen_op_volgorde",
                condition=Q(laatste_dag__isnull=True) | Q(laatste_dag__gte=models.F("begin_dag")),
                violation_error_message=_("De laatste dag ligt voor de eerste dag."),
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            momenten.ververs(self)

    def get_absolute_url(self) -> str:
        return pagina_pad("voorzieningen:activiteit", self.slug)

    def clean(self) -> None:
        super().clean()
        if self.begin_dag and not VROEGSTE <= self.begin_dag <= _laatste_begin():
            raise ValidationError({"begin_dag": _("Klopt het jaar?")})
        if fout := self._fout_in_ritme():
            raise ValidationError({"herhaling": fout})
        if self.begin_dag and self.laatste_dag and self.laatste_dag < self.begin_dag:
            raise ValidationError({"laatste_dag": _("Deze dag ligt voor de eerste dag.")})
        if self.van is not None and self.van == self.tot:
            raise ValidationError({"tot": _("“Van” en “tot” zijn gelijk.")})

    def _fout_in_ritme(self) -> Any:
        """A month without a fifth Tuesday or a 31st would be skipped, and nobody would know why."""
        if not self.begin_dag or self.begin_dag.day <= 28:
            return ""
        if self.herhaling == Ritme.MAAND:
            return _("Niet elke maand heeft die dag vijf keer. Kies “de laatste keer”.")
        schrikkeldag = (self.begin_dag.month, self.begin_dag.day) == (2, 29)
        if self.herhaling == Ritme.JAAR and schrikkeldag:
            return _("Niet elk jaar heeft een 29 februari. Kies een andere dag.")
        if self.herhaling == Ritme.MAAND_DATUM:
            return _("Niet elke maand heeft deze datum. Kies een datum tot en met de 28e.")
        return ""

    def controleer_verbanden(self) -> None:
        """What is published says for whom it is; the wijk of its place is an answer too."""
        fout = fout_in_bereik(
            self.publicatie,
            hele_gemeente=self.hele_gemeente,
            heeft_gebieden=bool(self.locatie_id) or self.gebieden.exists(),
        )
        if fout:
            raise ValidationError({"hele_gemeente": fout})

    @property
    def rooster(self) -> Rooster:
        """Its days and times with what differs from them; one query unless ``dagen`` is read."""
        anders = tuple(dag.als_anders() for dag in self.dagen.all()) if self.pk else ()
        return Rooster.met(self.als_herhaling(), self.van, self.tot, anders)

    def als_herhaling(self) -> Herhaling:
        """Its days as a rule, without what ``dagen`` says."""
        wekelijks = Ritme(self.herhaling).is_wekelijks
        return Herhaling(
            self.herhaling,
            self.begin_dag,
            tuple(int(dag) for dag in self.weekdagen) if wekelijks else (),
            None if self.herhaling == Ritme.EEN_KEER else self.laatste_dag,
            self.ook_op_feestdagen,
        )

    def wanneer(self, op: date | None = None) -> str:
        """One sentence: "Elke week op dinsdag van 10.00 tot 12.00 uur, niet op feestdagen."."""
        return zin(self.als_herhaling(), self.van, self.tot, op)

    @property
    def tijden_tekst(self) -> str:
        return tijden(self.van, self.tot)

    @property
    def toegang_tekst(self) -> str:
        return woord(Voorziening.Toegang, self.toegang)

    @property
    def kosten_tekst(self) -> str:
        return woord(Voorziening.Kosten, self.kosten)

    @property
    def is_spreekuur(self) -> bool:
        return self.soort == self.Soort.SPREEKUUR

    def is_nieuw(self, op: date | None = None) -> bool:
        """Began in the last weeks, or will: worth a first look in a list."""
        vandaag = op or timezone.localdate()
        is_reeks = self.herhaling != Ritme.EEN_KEER
        return is_reeks and self.begin_dag > vandaag - timedelta(weeks=NIEUW_WEKEN)

    @property
    def volgende_tekst(self) -> str:
        """When it is next, of a row that ``met_volgende()`` gave; '' if it is not."""
        volgende = getattr(self, "volgende", None)
        return moment(volgende) if volgende else ""

    @property
    def eigenaar(self) -> str:
        """Who keeps this entry true; a published one always has an owner (L1)."""
        if self.verantwoordelijke:
            return self.verantwoordelijke.naam
        return self.redacteur.get_full_name() if self.redacteur else ""
