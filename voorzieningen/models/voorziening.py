"""Provisions: everything that helps, formal and informal (H1, V3, M2, M17)."""

from collections.abc import Iterable
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from sociale_basis.kern.models import (
    Archiveerbaar,
    Controleerbaar,
    MetSlug,
    Tijdstempels,
    archief_heeft_reden,
)
from sociale_basis.kern.namenlijst import Namenlijst, namen
from sociale_basis.kern.paden import pagina_pad
from sociale_basis.kern.velden import TelefoonField, WebadresField
from wijken.models import Gebied

from ..regels import fout_in_bereik
from .bevoegd import Bevoegd, BevoegdQuerySet
from .boomlaag import VRIJ_TOEGANKELIJK, Boomlaag, Opvang
from .doelgroep import Doelgroep
from .keuzes import Publicatie, ja_nee_veld, woord
from .locatie import Locatie
from .met_openingstijden import MetOpeningstijden
from .organisatie import Organisatie
from .thema import Thema

HOOGSTE_LEEFTIJD = 120


class Taal(models.Model):
    """A language in which people are helped."""

    code = models.CharField(_("taalcode"), max_length=8, unique=True)
    naam = models.CharField(_("naam"), max_length=40)

    class Meta:
        verbose_name = _("taal")
        verbose_name_plural = _("talen")
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class VoorzieningQuerySet(BevoegdQuerySet["Voorziening"]):
    KAARTJE = ("titel", "slug", "kort", "toegang", "soort", "kosten", "hele_gemeente")

    def zichtbaar(self) -> Self:
        """Published, from its first day on until its last, not archived."""
        vandaag = timezone.localdate()
        return (
            self.niet_gearchiveerd()
            .filter(
                Q(zichtbaar_vanaf__isnull=True) | Q(zichtbaar_vanaf__lte=vandaag),
                Q(zichtbaar_tot__isnull=True) | Q(zichtbaar_tot__gte=vandaag),
                publicatie=Publicatie.GEPUBLICEERD,
            )
            .niet_verborgen_om_leeftijd()
        )

    def verdwenen(self) -> Self:
        return self.gearchiveerd().filter(publicatie=Publicatie.GEPUBLICEERD)

    def voor_kaartjes(self) -> Self:
        """With what a card in a list shows, in one query for any number of rows."""
        wijken = Gebied.objects.zichtbaar().filter(voorzieningen=models.OuterRef("pk")).order_by()
        namenlijst = models.Subquery(wijken.values(lijst=Namenlijst("naam")))
        return self.only(*self.KAARTJE).annotate(wijklijst=namenlijst)

    def in_laag(self, laag: Boomlaag) -> Self:
        """What belongs to a layer of the boom: chosen, or by what it is (H5)."""
        return self.filter(self._hoort_bij(laag))

    def zonder_laag(self) -> Self:
        """What has no place in the boom yet."""
        return self.buiten_lagen(Boomlaag.objects.zichtbaar())

    def buiten_lagen(self, lagen: Iterable[Boomlaag]) -> Self:
        return self.exclude(self._hoort_bij(*lagen))

    @staticmethod
    def _hoort_bij(*lagen: Boomlaag) -> Q:
        keuze = Q(pk__in=[])
        for laag in lagen:
            vanzelf = Opvang(laag.opvang).regel if laag.opvang else Q(pk__in=[])
            keuze |= Q(laag=laag) | Q(laag__isnull=True) & vanzelf
        return keuze

    def van_organisatie(self, organisatie: Organisatie) -> Self:
        """What an organisation is responsible for or carries out, each once."""
        return self.filter(self.van_eigenaar(organisatie.pk))

    def alleen_in(self, gebieden: frozenset[int]) -> Q:
        bediend = Voorziening.gebieden.through.objects.filter(voorziening=OuterRef("pk"))
        binnen = bediend.filter(gebied__in=gebieden)
        buiten = bediend.exclude(gebied__in=gebieden)
        return Q(hele_gemeente=False) & Q(Exists(binnen)) & ~Q(Exists(buiten))

    def ook_in(self, rond: frozenset[int]) -> Q:
        bediend = Voorziening.gebieden.through.objects.filter(voorziening=OuterRef("pk"))
        return Q(hele_gemeente=True) | Q(Exists(bediend.filter(gebied__in=rond)))

    def van_eigenaar(self, organisatie: int) -> Q:
        """Two lists joined, each from its own index: an OR reads the whole table on PostgreSQL."""
        eigen = Voorziening.objects.filter(verantwoordelijke=organisatie)
        uitgevoerd = Voorziening.uitvoerders.through.objects.filter(organisatie=organisatie)
        nummers = eigen.order_by().values("pk").union(uitgevoerd.values("voorziening_id"))
        return Q(pk__in=nummers)

    def algemeen_eerst(self) -> Self:
        """Collective and freely accessible offer first, then by title (M17)."""
        return self.order_by("rang", "sorteernaam", "pk")

    def voor_gebied(self, gebied: Gebied) -> Self:
        """What serves an area: named for it, for a larger area around it, or for everybody."""
        return self.filter(Q(hele_gemeente=True) | self._bediend_door(gebied.keten()))

    def eigen_in_gebied(self, gebied: Gebied) -> Self:
        """What is there for this area in particular, not for the whole municipality."""
        return self.filter(self._bediend_door(gebied.keten()), hele_gemeente=False)

    @staticmethod
    def _bediend_door(gebieden: list[Gebied]) -> Q:
        """Serves one of these areas; asked per row, so that a sorted list can stop early."""
        tussentabel = Voorziening.gebieden.through.objects
        nummers = [gebied.pk for gebied in gebieden]
        return Q(Exists(tussentabel.filter(voorziening=OuterRef("pk"), gebied__in=nummers)))

    def met_thema(self, thema: Thema) -> Self:
        """With a theme; a main theme covers its subthemes."""
        return self.filter(
            pk__in=Voorziening.themas.through.objects.filter(
                Q(thema=thema) | Q(thema__ouder=thema)
            ).values("voorziening_id")
        )


class Voorziening(MetSlug, Bevoegd, MetOpeningstijden, Archiveerbaar, Controleerbaar, Tijdstempels):
    """One provision: what it is, for whom, how to get in, what it costs, who is responsible."""

    slug_bron = "titel"

    class Soort(models.TextChoices):
        FORMEEL = "formeel", _("van een organisatie")
        INFORMEEL = "informeel", _("van vrijwilligers")
        BEWONERSINITIATIEF = "bewonersinitiatief", _("van buurtbewoners")

    class Vorm(models.TextChoices):
        COLLECTIEF = "collectief", _("samen met anderen")
        INDIVIDUEEL = "individueel", _("voor u alleen of uw gezin")

    class Toegang(models.TextChoices):
        INLOOP = "inloop", _("u kunt zo binnenlopen")
        AANMELDEN = "aanmelden", _("u meldt zich eerst aan")
        VERWIJZING = "verwijzing", _("u heeft een verwijzing nodig")
        INDICATIE = "indicatie", _("u heeft een besluit van de gemeente nodig")

    class Kosten(models.TextChoices):
        GRATIS = "gratis", _("gratis")
        BIJDRAGE = "bijdrage", _("kleine bijdrage")
        BETAALD = "betaald", _("u betaalt hiervoor")
        ONBEKEND = "onbekend", _("vraag naar de kosten")

    VRIJ_TOEGANKELIJK = VRIJ_TOEGANKELIJK

    titel = models.CharField(_("titel"), max_length=120)
    kort = models.CharField(
        _("in één zin"),
        max_length=220,
        help_text=_("Wat heeft een bewoner hieraan? Schrijf zoals u het aan de balie zegt."),
    )
    beschrijving = models.TextField(_("beschrijving"), blank=True)
    woorden = models.TextField(
        _("alledaagse woorden"),
        blank=True,
        help_text=_("Woorden waarmee bewoners dit zoeken, met komma’s ertussen."),
    )

    soort = models.CharField(_("soort"), max_length=20, choices=Soort, default=Soort.FORMEEL)
    vorm = models.CharField(_("vorm"), max_length=12, choices=Vorm, default=Vorm.INDIVIDUEEL)
    toegang = models.CharField(
        _("toegang"), max_length=12, choices=Toegang, default=Toegang.AANMELDEN
    )
    rang = models.PositiveSmallIntegerField(editable=False, default=0, db_index=True)
    zo_begint_u = models.TextField(
        _("zo begint u"), blank=True, help_text=_("De eerste stap: bellen, binnenlopen, mailen?")
    )
    door_vrijwilligers = models.BooleanField(_("vrijwilligers voeren het uit"), default=False)
    kosten = models.CharField(_("kosten"), max_length=10, choices=Kosten, default=Kosten.ONBEKEND)
    kosten_toelichting = models.CharField(_("meer over kosten"), max_length=200, blank=True)
    leeftijd_van = models.PositiveSmallIntegerField(_("vanaf leeftijd"), null=True, blank=True)
    leeftijd_tot = models.PositiveSmallIntegerField(_("tot en met leeftijd"), null=True, blank=True)
    talen = models.ManyToManyField(
        Taal, verbose_name=_("talen"), blank=True, help_text=_("Behalve Nederlands.")
    )
    tolk = ja_nee_veld(_("tolk mogelijk"))

    doelgroepen = models.ManyToManyField(
        Doelgroep, verbose_name=_("voor wie"), blank=True, related_name="voorzieningen"
    )
    themas = models.ManyToManyField(Thema, verbose_name=_("thema’s"), related_name="voorzieningen")
    hele_gemeente = models.BooleanField(_("voor de hele gemeente"), default=False)
    gebieden = models.ManyToManyField(
        Gebied,
        verbose_name=_("voor deze wijken"),
        blank=True,
        related_name="voorzieningen",
        help_text=_("Laat leeg als iedereen in de gemeente mag komen."),
    )

    verantwoordelijke = models.ForeignKey(
        Organisatie,
        verbose_name=_("verantwoordelijke organisatie"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="voorzieningen",
    )
    uitvoerders = models.ManyToManyField(
        Organisatie,
        verbose_name=_("uitgevoerd door"),
        blank=True,
        related_name="uitgevoerde_voorzieningen",
    )
    locaties = models.ManyToManyField(
        Locatie, verbose_name=_("plekken"), blank=True, related_name="voorzieningen"
    )

    laag = models.ForeignKey(
        Boomlaag,
        verbose_name=_("laag in de boom"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="voorzieningen",
        help_text=_("Leeg laten mag: dan kiest het portaal de laag die past bij de soort hulp."),
    )

    contact_functie = models.CharField(
        _("contact"),
        max_length=120,
        blank=True,
        help_text=_("Een functie, geen persoon: “medewerker van de Formulierenbrigade”."),
    )
    telefoon = TelefoonField(_("telefoon"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = WebadresField(_("website"), blank=True)
    bereikbaar = models.CharField(_("bereikbaar"), max_length=200, blank=True)

    publicatie = models.CharField(
        _("op de website"), max_length=12, choices=Publicatie, default=Publicatie.CONCEPT
    )
    zichtbaar_vanaf = models.DateField(_("zichtbaar vanaf"), null=True, blank=True)
    zichtbaar_tot = models.DateField(_("zichtbaar tot en met"), null=True, blank=True)

    objects = VoorzieningQuerySet.as_manager()
    history = HistoricalRecords(
        m2m_fields=[talen, doelgroepen, themas, gebieden, uitvoerders, locaties]
    )

    class Meta:
        verbose_name = _("voorziening")
        verbose_name_plural = _("voorzieningen")
        ordering = ["sorteernaam", "pk"]
        indexes = [models.Index(fields=["rang", "sorteernaam"], name="voorziening_rang_naam")]
        constraints = [
            archief_heeft_reden("voorziening_archief_heeft_reden"),
            models.CheckConstraint(
                name="voorziening_heeft_eigenaar",
                condition=~Q(publicatie="gepubliceerd")
                | Q(verantwoordelijke__isnull=False)
                | Q(redacteur__isnull=False),
                violation_error_message=_(
                    "Wat op de website staat, heeft een eigenaar: een organisatie of een redacteur."
                ),
            ),
            models.CheckConstraint(
                name="voorziening_leeftijd_op_volgorde",
                condition=Q(leeftijd_van__isnull=True)
                | Q(leeftijd_tot__isnull=True)
                | Q(leeftijd_tot__gte=models.F("leeftijd_van")),
                violation_error_message=_("De hoogste leeftijd ligt onder de laagste."),
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.rang = self.bereken_rang()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return pagina_pad("voorzieningen:voorziening", self.slug)

    def clean(self) -> None:
        super().clean()
        van, tot = self.zichtbaar_vanaf, self.zichtbaar_tot
        if van and tot and tot < van:
            raise ValidationError({"zichtbaar_tot": _("Deze dag ligt voor “zichtbaar vanaf”.")})
        for veld in ("leeftijd_van", "leeftijd_tot"):
            if (getattr(self, veld) or 0) > HOOGSTE_LEEFTIJD:
                raise ValidationError({veld: _("Zo oud wordt niemand.")})

    def validate_constraints(self, exclude: Any = None) -> None:
        """Also beside its steps; an import looks at its outcome as a whole instead."""
        super().validate_constraints(exclude)
        if fout := "" if self.archiefreden else self._fout_in_boom():
            raise ValidationError(fout if "laag" in (exclude or ()) else {"laag": fout})

    def _fout_in_boom(self) -> str:
        """Whether its layer is in use, and its steps still go the right way from there."""
        from ..boom.lezen import heeft_stappen, nieuwe_fout

        Boomlaag.objects.vergrendel()
        if self.laag_id and Boomlaag.objects.gearchiveerd().filter(pk=self.laag_id).exists():
            return tekst("Deze laag is gearchiveerd. Kies een andere.")
        return nieuwe_fout(self) if self.pk and heeft_stappen(self) else ""

    def controleer_verbanden(self) -> None:
        """What is published is about something and for somebody (M17)."""
        if self.publicatie != Publicatie.GEPUBLICEERD:
            return
        if not self.themas.exists():
            raise ValidationError({"themas": _("Kies een of meer thema’s.")})
        fout = fout_in_bereik(
            self.publicatie,
            hele_gemeente=self.hele_gemeente,
            heeft_gebieden=self.hele_gemeente or self.gebieden.exists(),
        )
        if fout:
            raise ValidationError({"hele_gemeente": fout})

    @property
    def toegang_tekst(self) -> str:
        return woord(self.Toegang, self.toegang)

    @property
    def vorm_tekst(self) -> str:
        return woord(self.Vorm, self.vorm)

    @property
    def kosten_tekst(self) -> str:
        return woord(self.Kosten, self.kosten)

    @property
    def soort_tekst(self) -> str:
        return woord(self.Soort, self.soort)

    @property
    def wijknamen(self) -> str:
        """'Reek, Volkel'; needs ``voor_kaartjes()``."""
        return ", ".join(namen(getattr(self, "wijklijst", "")))

    @property
    def opvang(self) -> Opvang:
        """The kind of layer that this belongs to by itself."""
        return Opvang.van(self.soort, self.vorm, self.toegang)

    @property
    def is_algemeen(self) -> bool:
        """A general provision: open to everybody, no referral or indication (M17)."""
        return self.toegang in self.VRIJ_TOEGANKELIJK

    def bereken_rang(self) -> int:
        """0 = general and collective, 1 = general and individual, 2 = needs more first (M17)."""
        if not self.is_algemeen:
            return 2
        return 0 if self.vorm == self.Vorm.COLLECTIEF else 1

    @property
    def leeftijd(self) -> str:
        """'12 tot en met 18 jaar', 'vanaf 55 jaar', 'tot en met 18 jaar' or ''."""
        van, tot = self.leeftijd_van, self.leeftijd_tot
        if van is not None and tot is not None:
            return _("%(van)s tot en met %(tot)s jaar") % {"van": van, "tot": tot}
        if van is not None:
            return _("vanaf %(van)s jaar") % {"van": van}
        return _("tot en met %(tot)s jaar") % {"tot": tot} if tot is not None else ""

    @property
    def eigenaar(self) -> str:
        """Who keeps this entry true; a published one always has an owner (L1)."""
        if self.verantwoordelijke:
            return self.verantwoordelijke.naam
        return self.redacteur.get_full_name() if self.redacteur else ""
