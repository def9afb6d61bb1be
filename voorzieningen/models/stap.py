"""Steps between layers and provisions: asking support, taking over, going back (H3, M5, M10)."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from sociale_basis.kern.models import (
    Archiveerbaar,
    ArchiveerbaarQuerySet,
    MetSlug,
    Tijdstempels,
    archief_heeft_reden,
)

from ..boom.graaf import OMHOOG, TERUG, Fout, Knoop, Pijl
from .boomlaag import Boomlaag
from .voorziening import Voorziening

ENDEN = ("van_laag", "van_voorziening", "naar_laag", "naar_voorziening")
WOORDEN = {
    Fout.ZELFDE: _("Een stap gaat ergens anders heen. Kies een ander doel."),
    Fout.ZONDER_LAAG: _("Een van beide heeft nog geen laag in de boom. Kies die eerst."),
    Fout.GEEN_ANDERE_LAAG: _("Een stap van een hele laag gaat naar een andere laag."),
    Fout.OMLAAG: _("Een stap omhoog kan niet naar een lagere laag. Bedoelt u afschalen?"),
    Fout.OMHOOG: _("Afschalen gaat nooit omhoog. Kies een lagere laag."),
    Fout.KRING: _("Zo komt iemand weer terug waar hij begon. Kies een ander doel."),
}


def nummer_van(ding: Any) -> int:
    """Its primary key; what is not saved yet has a number of its own below zero."""
    return ding.pk or -id(ding)


class StapQuerySet(ArchiveerbaarQuerySet["Stap"]):
    def in_gebruik(self) -> Self:
        """Not archived, and neither is what it goes from or to: a step to nowhere is none."""
        enden = {f"{einde}__gearchiveerd_op__isnull": True for einde in ENDEN}
        return self.niet_gearchiveerd().filter(**enden)

    def zichtbaar(self) -> Self:
        """In use, and from and to what the public may see."""
        openbaar = Voorziening.objects.zichtbaar().order_by()
        return self.in_gebruik().filter(
            *(
                Q(**{f"{einde}__isnull": True}) | Exists(openbaar.filter(pk=OuterRef(einde)))
                for einde in ENDEN[1::2]
            )
        )

    def omhoog(self) -> Self:
        return self.filter(soort__in=OMHOOG)

    def terug(self) -> Self:
        return self.filter(soort__in=TERUG)

    def van_lagen(self) -> Self:
        return self.filter(van_laag__isnull=False)

    def met_enden(self) -> Self:
        """With the names of what it goes from and to, in the same query."""
        lagen = [
            f"{e}__{veld}" for e in ENDEN[::2] for veld in ("naam", "slug", "volgorde", "opvang")
        ]
        hulp = [f"{e}__{veld}" for e in ENDEN[1::2] for veld in ("titel", "slug", "telefoon")]
        eigen = [veld.attname for veld in Stap._meta.concrete_fields]
        return self.select_related(*ENDEN).only(*eigen, *lagen, *hulp)

    def rond(self, voorziening: Voorziening) -> Self:
        """From or to a provision, or between the layer it belongs to and other layers."""
        zelf = Q(van_voorziening=voorziening) | Q(naar_voorziening=voorziening)
        lagen = Boomlaag.objects.order_by().values("pk")
        gekozen = voorziening.laag_id
        eigen = lagen.filter(Q(pk=gekozen) if gekozen else Q(opvang=voorziening.opvang))
        tussen_lagen = Q(naar_laag__in=eigen, van_laag__isnull=False)
        return self.filter(zelf | Q(van_laag__in=eigen) | tussen_lagen)


class Stap(MetSlug, Archiveerbaar, Tijdstempels):
    """One step with its hand-over: when, who takes it, how long, and where it ends."""

    class Soort(models.TextChoices):
        ONDERSTEUNING = "ondersteuning", _("ondersteuning vragen")
        OVERNEMEN = "overnemen", _("overnemen")
        AFSCHALEN = "afschalen", _("afschalen")

    naam = models.CharField(
        _("naam"),
        max_length=150,
        blank=True,
        help_text=_("Leeg laten mag: dan wordt het “Van … naar …”."),
    )
    soort = models.CharField(_("soort stap"), max_length=14, choices=Soort)
    van_laag = models.ForeignKey(
        Boomlaag,
        verbose_name=_("van deze laag"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="stappen",
        help_text=_("Kies een laag of een voorziening. Een laag geldt voor alles wat erbij hoort."),
    )
    van_voorziening = models.ForeignKey(
        Voorziening,
        verbose_name=_("of van deze voorziening"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="stappen",
        help_text=_("Een eigen stap gaat voor die van de laag, als de soort dezelfde is."),
    )
    naar_laag = models.ForeignKey(
        Boomlaag,
        verbose_name=_("naar deze laag"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="stappen_hierheen",
    )
    naar_voorziening = models.ForeignKey(
        Voorziening,
        verbose_name=_("of naar deze voorziening"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="stappen_hierheen",
    )
    wanneer = models.TextField(
        _("wanneer"), help_text=_("Waaraan merkt iemand dat deze stap nodig is? Gewone woorden.")
    )
    wie = models.CharField(
        _("wie zet de stap"), max_length=150, help_text=_("Een functie: “de preventiewerker”.")
    )
    wie_belt = models.CharField(
        _("wie belt wie"), max_length=200, help_text=_("Zo begint de warme overdracht.")
    )
    bewoner_erbij = models.BooleanField(_("de bewoner is erbij"), default=True)
    wat_verteld = models.CharField(
        _("wat wordt verteld"),
        max_length=250,
        blank=True,
        help_text=_("Alleen met toestemming van de bewoner."),
    )
    duur = models.CharField(
        _("hoe lang duurt het meestal"), max_length=120, blank=True, help_text=_("“Een week.”")
    )
    grens = models.CharField(
        _("grens"), max_length=200, blank=True, help_text=_("“Ten hoogste 5 gesprekken.”")
    )

    objects = StapQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("stap")
        verbose_name_plural = _("stappen")
        ordering = ["van_laag__volgorde", "soort", "sorteernaam", "pk"]
        constraints = [
            archief_heeft_reden("stap_archief_heeft_reden"),
            *(
                models.CheckConstraint(
                    name=f"stap_{kant}_een",
                    condition=Q(
                        **{f"{kant}_laag__isnull": leeg, f"{kant}_voorziening__isnull": vol}
                    )
                    | Q(**{f"{kant}_laag__isnull": vol, f"{kant}_voorziening__isnull": leeg}),
                    violation_error_message=_("Kies een laag of een voorziening, niet allebei."),
                )
                for kant, leeg, vol in (("van", True, False), ("naar", True, False))
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.naam:
            self.naam = self._gewone_naam()
        super().save(*args, **kwargs)

    def vul_naamvelden(self) -> None:
        self.naam = self.naam or self._gewone_naam()
        super().vul_naamvelden()

    def _gewone_naam(self) -> str:
        namen = {"van": self.van, "naar": self.naar, "soort": self.get_soort_display()}
        return (tekst("Van %(van)s naar %(naar)s: %(soort)s") % namen)[:150]

    @property
    def van(self) -> Boomlaag | Voorziening | None:
        return self.van_laag or self.van_voorziening

    @property
    def naar(self) -> Boomlaag | Voorziening | None:
        return self.naar_laag or self.naar_voorziening

    @property
    def is_terug(self) -> bool:
        return self.soort in TERUG

    @property
    def pijl(self) -> Pijl | None:
        """This step in the graph; None while an end is missing."""
        van, naar = (Knoop.van_rij(*self._nummers(kant)) for kant in ("van", "naar"))
        return Pijl(van, naar, self.soort, nummer_van(self)) if van and naar else None

    def _nummers(self, kant: str) -> tuple[int | None, int | None]:
        """Layer and provision at one side, also one that is not saved yet."""
        laag, hulp = (self._nummer(f"{kant}_{soort}") for soort in ("laag", "voorziening"))
        return laag, hulp

    def _nummer(self, veld: str) -> int | None:
        nieuw = self._state.fields_cache.get(veld)
        return getattr(self, f"{veld}_id") or (nummer_van(nieuw) if nieuw else None)

    def clean(self) -> None:
        super().clean()
        fouten = {f"{kant}_laag": self._fout_in_einde(kant) for kant in ("van", "naar")}
        gevonden = {veld: fout for veld, fout in fouten.items() if fout}
        if gevonden:
            raise ValidationError(gevonden)

    def validate_constraints(self, exclude: Any = None) -> None:
        """Also beside the other steps; an import looks at its outcome as a whole instead."""
        super().validate_constraints(exclude)
        if not (self.archiefreden or set(exclude or ()) & {"soort", *ENDEN}):
            self._controleer_plek()

    def _fout_in_einde(self, kant: str) -> str:
        laag, hulp = self._nummers(kant)
        if laag and hulp:
            return tekst("Kies een laag of een voorziening, niet allebei.")
        return "" if laag or hulp else tekst("Kies een laag of een voorziening.")

    def _controleer_plek(self) -> None:
        """Raises ValidationError at the field, in words, where the graph does not allow it."""
        from ..boom.lezen import lees_graaf

        Boomlaag.objects.vergrendel()
        fout = lees_graaf(self).fout(self.pijl) if self.pijl else None
        if fout:
            raise ValidationError({self.veld_naar: WOORDEN[fout]})

    @property
    def veld_naar(self) -> str:
        """The field with the end that was chosen: what is wrong is said there."""
        return "naar_laag" if self._nummer("naar_laag") else "naar_voorziening"
