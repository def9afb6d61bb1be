"""Organisations: who is responsible and who carries it out (H2)."""

from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
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

from .bevoegd import Bevoegd, BevoegdQuerySet
from .keuzes import Publicatie


class OrganisatieQuerySet(BevoegdQuerySet["Organisatie"]):
    def zichtbaar(self) -> Self:
        return (
            self.niet_gearchiveerd()
            .filter(publicatie=Publicatie.GEPUBLICEERD)
            .niet_verborgen_om_leeftijd()
        )

    def voor_links(self) -> Self:
        """With only what another page shows of an organisation."""
        return self.only("naam", "sorteernaam", "slug", "telefoon", "email", "bereikbaar")

    def verdwenen(self) -> Self:
        return self.gearchiveerd().filter(publicatie=Publicatie.GEPUBLICEERD)

    def alleen_in(self, gebieden: frozenset[int]) -> Q:
        """All that it offers serves only these areas, and it offers something."""
        voorzieningen = apps.get_model("voorzieningen", "Voorziening")._default_manager
        binnen = voorzieningen.all().alleen_in(gebieden)
        van_deze = Q(verantwoordelijke=OuterRef("pk")) | Q(uitvoerders=OuterRef("pk"))
        aanbod = voorzieningen.niet_gearchiveerd().filter(van_deze)
        return Q(Exists(aanbod)) & ~Q(Exists(aanbod.exclude(binnen)))

    def ook_in(self, rond: frozenset[int]) -> Q:
        """Any: an organisation is of the whole municipality."""
        return Q(pk__isnull=False)

    def van_eigenaar(self, organisatie: int) -> Q:
        return Q(pk=organisatie)


class Organisatie(MetSlug, Bevoegd, Archiveerbaar, Controleerbaar, Tijdstempels):
    """A municipality, foundation, association, company or group of residents."""

    class Soort(models.TextChoices):
        GEMEENTE = "gemeente", _("gemeente")
        WELZIJN = "welzijn", _("welzijnsorganisatie")
        ZORG = "zorg", _("zorgorganisatie")
        ONDERWIJS = "onderwijs", _("school of bibliotheek")
        WONEN = "wonen", _("woningcorporatie")
        VRIJWILLIGERS = "vrijwilligers", _("vrijwilligersorganisatie")
        BEWONERS = "bewoners", _("bewonersinitiatief")
        SPORT_CULTUUR = "sport_cultuur", _("sport of cultuur")
        OVERHEID = "overheid", _("andere overheid")
        OVERIG = "overig", _("anders")

    naam = models.CharField(_("naam"), max_length=150)
    soort = models.CharField(_("soort"), max_length=15, choices=Soort, default=Soort.OVERIG)
    kort = models.CharField(
        _("in één zin"),
        max_length=220,
        help_text=_("Wat doet deze organisatie, in gewone woorden?"),
    )
    beschrijving = models.TextField(_("beschrijving"), blank=True)
    telefoon = TelefoonField(_("telefoon"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = WebadresField(_("website"), blank=True)
    bereikbaar = models.CharField(
        _("bereikbaar"),
        max_length=200,
        blank=True,
        help_text=_("Bijvoorbeeld: ma t/m vr, 9–12 uur."),
    )
    locaties = models.ManyToManyField(
        "voorzieningen.Locatie", verbose_name=_("plekken"), blank=True, related_name="organisaties"
    )
    publicatie = models.CharField(
        _("op de website"), max_length=12, choices=Publicatie, default=Publicatie.CONCEPT
    )

    objects = OrganisatieQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[locaties])

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ["sorteernaam", "pk"]
        constraints = [archief_heeft_reden("organisatie_archief_heeft_reden")]

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return pagina_pad("voorzieningen:organisatie", self.slug)

    @property
    def eigenaar(self) -> str:
        """Who keeps this entry true: the organisation itself unless a redacteur does."""
        return self.redacteur.get_full_name() if self.redacteur else self.naam
