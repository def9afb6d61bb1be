"""Areas: gemeente, stadsdeel, wijk or kern, buurt (M1, V2).

A municipality lives with two layouts at once. The CBS has wijken and buurten with codes; the
municipality has its own stadsdelen and wijken, made of whole CBS buurten. Both are kept: a
buurt has a parent in each. Residents see the own layout; where there is none (yet), the CBS one.

Borders are heavy (a national file holds up to 200 kB for one municipality), so the default
manager leaves them out until they are asked for: ``met_grens()``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Max, Q
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
from sociale_basis.kern.paden import pagina_pad
from sociale_basis.kern.velden import TelefoonField
from sociale_basis.kern.zoeken.bijhouden import gewijzigd

from .. import codes, grenzen
from ..gebruik import gebruik
from ..puntzoeker import Puntzoeker
from .fase import MetFase


@dataclass(frozen=True)
class Contactpunt:
    """Whom to call first, and for which area that was filled in."""

    naam: str
    telefoon: str
    email: str
    uren: str
    gebied: "Gebied | None" = None


class GebiedQuerySet(ArchiveerbaarQuerySet["Gebied"]):
    def zichtbaar(self) -> Self:
        """The areas residents know: the own layout, or the CBS one while there is no other."""
        return self.niet_gearchiveerd().filter(voor_bewoners=True)

    def kies_indeling(self) -> None:
        """Keep ``voor_bewoners``: wijken of the CBS count while there are no own ones."""
        eigen = self.niet_gearchiveerd().eigen().wijken().exists()
        anders = self.wijken().cbs().exclude(voor_bewoners=not eigen)
        nummers = list(anders.values_list("pk", flat=True))
        if nummers:
            self.filter(pk__in=nummers).update(voor_bewoners=not eigen)
            gewijzigd("wijk", nummers)

    def gemeente(self) -> "Gebied | None":
        """The municipality itself, None before it was imported."""
        return self.niet_gearchiveerd().filter(soort=Gebied.Soort.GEMEENTE).first()

    def voor_contact(self) -> Self:
        """With only the name and the first contact."""
        return self.only(*Gebied.IN_KETEN)

    def stadsdelen(self) -> Self:
        return self.filter(soort=Gebied.Soort.STADSDEEL)

    def wijken(self) -> Self:
        return self.filter(soort=Gebied.Soort.WIJK)

    def buurten(self) -> Self:
        return self.filter(soort=Gebied.Soort.BUURT)

    def cbs(self) -> Self:
        return self.filter(indeling=Gebied.Indeling.CBS)

    def eigen(self) -> Self:
        return self.filter(indeling=Gebied.Indeling.EIGEN)

    def onder(self, gebied: "Gebied") -> Self:
        """The areas directly below one, in either layout; narrow it with zichtbaar()."""
        return self.filter(Q(ouder=gebied) | Q(cbs_ouder=gebied))

    def binnen(self, gebied: "Gebied") -> Self:
        """An area and all below it."""
        return self.filter(
            Q(pk=gebied.pk)
            | Q(ouder=gebied)
            | Q(ouder__ouder=gebied)
            | Q(ouder__ouder__ouder=gebied)
            | Q(cbs_ouder=gebied)
        )

    def met_grens(self) -> Self:
        """With the border read in the same query; only maps and imports need it."""
        return self.defer(None)

    def met_keten(self) -> Self:
        """With the areas above read in the same query, for contactpunt() in a list."""
        eigen = ("ouder", "ouder__ouder", "ouder__ouder__ouder")
        cbs = ("cbs_ouder", "cbs_ouder__ouder", "cbs_ouder__cbs_ouder")
        zelf = (veld.name for veld in Gebied._meta.concrete_fields if veld.name != "grens")
        boven = (f"{pad}__{veld}" for pad in (*eigen, *cbs) for veld in Gebied.IN_KETEN)
        return self.select_related(*eigen, *cbs).only(*zelf, *boven)

    def op_punt(self, lat: float, lon: float) -> "Gebied | None":
        """The smallest area around a point in degrees WGS84, None outside all borders (M1).

        That is the buurt; where only the borders of wijken or of the gemeente are known, those.
        Two small queries; the borders stay in memory until one of them changes.
        """
        gevonden = _puntzoeker().gebieden_op(lat, lon)
        bekend = self.in_bulk(gevonden)
        return next((bekend[pk] for pk in gevonden if pk in bekend), None)

    def op_punten(self, punten: Iterable[tuple[float, float]]) -> list[int | None]:
        """For many points (lat, lon) at once: the primary key of the smallest area; one query."""
        zoeker = _puntzoeker()
        return [next(iter(zoeker.gebieden_op(lat, lon)), None) for lat, lon in punten]


class GebiedManager(models.Manager.from_queryset(GebiedQuerySet)):  # type: ignore[misc]
    def get_queryset(self) -> GebiedQuerySet:
        return super().get_queryset().defer("grens")


class Gebied(MetSlug, MetFase, Archiveerbaar, Tijdstempels):
    """One area of the municipality, with its border and its first contact."""

    class Soort(models.TextChoices):
        GEMEENTE = "gemeente", _("gemeente")
        STADSDEEL = "stadsdeel", _("stadsdeel")
        WIJK = "wijk", _("wijk of kern")
        BUURT = "buurt", _("buurt")

    class Indeling(models.TextChoices):
        CBS = "cbs", _("van het CBS")
        EIGEN = "eigen", _("van de gemeente zelf")

    # What other pages show of an area above.
    IN_KETEN = (
        *("naam", "slug", "soort", "ouder", "cbs_ouder", "gearchiveerd_op"),
        *("fase", "fase_vanaf", "fase_zin"),
        *("contact_naam", "contact_telefoon", "contact_email", "contact_uren"),
    )

    naam = models.CharField(_("naam"), max_length=120)
    soort = models.CharField(_("soort"), max_length=10, choices=Soort)
    indeling = models.CharField(_("indeling"), max_length=5, choices=Indeling, default=Indeling.CBS)
    code = models.CharField(
        _("code"),
        max_length=20,
        null=True,
        blank=True,
        unique=True,
        help_text=_(
            "De code van het CBS: GM1991, WK199101 of BU19910101. "
            "Een eigen gebied heeft een eigen code of geen."
        ),
    )
    ouder = models.ForeignKey(
        "self",
        verbose_name=_("hoort bij"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kinderen",
        help_text=_("Buurt → eigen wijk → stadsdeel → gemeente."),
    )
    cbs_ouder = models.ForeignKey(
        "self",
        verbose_name=_("hoort bij het CBS bij"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="cbs_kinderen",
        help_text=_("Buurt → wijk van het CBS → gemeente. Het importeren vult dit in."),
    )
    volgorde = models.PositiveSmallIntegerField(
        _("volgorde"), default=0, help_text=_("Lijsten staan eerst op dit getal, dan op naam.")
    )
    inleiding = models.TextField(
        _("inleiding"), blank=True, help_text=_("Twee of drie zinnen over dit gebied.")
    )

    # Stored, because a subquery in zichtbaar() would cost every page a millisecond.
    voor_bewoners = models.BooleanField(default=True, editable=False)

    grens = models.JSONField(
        _("grens"), null=True, blank=True, help_text=_("GeoJSON, in graden (WGS84).")
    )
    grens_bron = models.CharField(_("bron van de grens"), max_length=200, blank=True)
    grens_indicatief = models.BooleanField(
        _("de grens is een schets"),
        default=False,
        help_text=_("Staat dit aan? Dan zegt de kaart dat de grens niet precies is."),
    )
    midden_lat = models.FloatField(_("midden, breedtegraad"), null=True, blank=True)
    midden_lon = models.FloatField(_("midden, lengtegraad"), null=True, blank=True)

    contact_naam = models.CharField(
        _("eerste contact"),
        max_length=120,
        blank=True,
        help_text=_("Een team of een functie. Leeg: het contact van het gebied erboven."),
    )
    contact_telefoon = TelefoonField(_("telefoon"), blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_uren = models.CharField(
        _("bereikbaar"), max_length=200, blank=True, help_text=_("Zoals: werkdagen 9 tot 17 uur.")
    )

    objects = GebiedManager()
    history = HistoricalRecords(excluded_fields=["grens", "voor_bewoners"])

    class Meta:
        verbose_name = _("gebied")
        verbose_name_plural = _("gebieden")
        ordering = ["volgorde", "naam"]
        indexes = [models.Index(fields=["soort", "indeling"], name="gebied_soort_indeling")]
        constraints = [
            archief_heeft_reden("gebied_archief_heeft_reden"),
            models.CheckConstraint(
                name="gebied_contact_met_nummer",
                condition=~Q(contact_telefoon="")
                | Q(contact_naam="", contact_email="", contact_uren=""),
                violation_error_message=_(
                    "Een contact heeft altijd een telefoonnummer: bezoekers moeten kunnen bellen."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return pagina_pad("wijken:wijk", self.slug)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if "grens" in self.__dict__:  # otherwise it was not read, and did not change
            self.grens = self.grens or None
            self._zet_midden()
        super().save(*args, **kwargs)
        if self.soort == self.Soort.WIJK:
            Gebied.objects.kies_indeling()

    def clean(self) -> None:
        super().clean()
        fouten = {
            "contact_naam": self._fout_in_contact(),
            "code": self._fout_in_code(),
            "ouder": self._fout_in_ouder(self.ouder),
            "cbs_ouder": self._fout_in_ouder(self.cbs_ouder),
            "grens": grenzen.fout_in_grens(self.grens) if self.grens else "",
            "archiefreden": self._fout_in_archiveren(),
        }
        gevonden = {veld: fout for veld, fout in fouten.items() if fout}
        if gevonden:
            raise ValidationError(gevonden)

    @property
    def boven(self) -> "Gebied | None":
        """The area above: in the own layout, else at the CBS; read once, with few columns."""
        veld = "ouder" if self.ouder_id else "cbs_ouder"
        nummer = getattr(self, f"{veld}_id")
        if nummer and not getattr(Gebied, veld).is_cached(self):
            setattr(self, veld, Gebied.objects.voor_contact().get(pk=nummer))
        return getattr(self, veld) if nummer else None

    def keten(self) -> list["Gebied"]:
        """This area and those above it, up to the gemeente; a query per level not yet loaded."""
        keten, gebied = [self], self.boven
        while gebied is not None and gebied not in keten:
            keten.append(gebied)
            gebied = gebied.boven
        return keten

    def contactpunt(self) -> Contactpunt | None:
        """The first contact of the nearest area in the chain that has one.

        Taken over whole: hours of one team beside the number of another would mislead.
        """
        for gebied in self.keten():
            if gebied.contact_telefoon:
                return Contactpunt(
                    gebied.contact_naam,
                    gebied.contact_telefoon,
                    gebied.contact_email,
                    gebied.contact_uren,
                    gebied,
                )
        return None

    def wijk(self) -> "Gebied | None":
        """The wijk as residents know it: of a buurt its own wijk or else that of the CBS.

        None for a stadsdeel, a gemeente, and a buurt outside all wijken. One query.
        """
        mogelijk: list[int | None] = []
        if self.soort == self.Soort.WIJK:
            mogelijk = [self.pk]
        elif self.soort == self.Soort.BUURT:
            mogelijk = [self.ouder_id, self.cbs_ouder_id]
        return Gebied.objects.zichtbaar().wijken().filter(pk__in=filter(None, mogelijk)).first()

    def midden(self) -> tuple[float, float] | None:
        """(lat, lon) of a point inside, as near the centre as may be; None without a border."""
        if self.midden_lat is None or self.midden_lon is None:
            return None
        return self.midden_lat, self.midden_lon

    def als_feature(self, grens: dict[str, Any] | None = None) -> dict[str, Any]:
        """A GeoJSON feature for the map; ``grens`` replaces the full border by a lighter one."""
        return {
            "type": "Feature",
            "geometry": grens or self.grens,
            "properties": {
                "naam": self.naam,
                "slug": self.slug,
                "soort": self.soort,
                "url": self.get_absolute_url(),
                "indicatief": self.grens_indicatief,
            },
        }

    def _zet_midden(self) -> None:
        midden = grenzen.midden(grenzen.lees(self.grens)) if self.grens else None
        self.midden_lat, self.midden_lon = midden or (None, None)

    def _fout_in_contact(self) -> str:
        zonder_naam = self.contact_telefoon and not self.contact_naam
        return tekst("Van wie is dit telefoonnummer?") if zonder_naam else ""

    def _fout_in_code(self) -> str:
        code = codes.lees_code(self.code)
        if self.soort == self.Soort.GEMEENTE and self.indeling == self.Indeling.EIGEN:
            return tekst("Er is één gemeente, en die heeft de code van het CBS.")
        if self.indeling == self.Indeling.EIGEN:
            return tekst("Dit is een code van het CBS. Kies een andere, of geen.") if code else ""
        if code is None or code.soort != self.soort:
            return tekst("Dit is geen code van het CBS voor deze soort gebied.")
        if code.gemeente != settings.GEMEENTE_CODE:
            return tekst("Deze code hoort bij een andere gemeente.")
        return ""

    def _fout_in_archiveren(self) -> str:
        """What is in use stays: staff first move what hangs on it."""
        if not self.pk or not self.archiefreden or self.is_gearchiveerd:
            return ""
        waarvoor = gebruik([self]).get(self, [])
        return tekst("Dit gebied is in gebruik: %s.") % ", ".join(waarvoor) if waarvoor else ""

    def _fout_in_ouder(self, ouder: "Gebied | None") -> str:
        """A parent is of a higher level, so that a chain always ends."""
        volgorde = self.Soort.values
        if ouder and volgorde.index(ouder.soort) >= volgorde.index(self.soort):
            return tekst("Kies een gebied van een hoger niveau.")
        return ""


def _puntzoeker() -> Puntzoeker:
    """The borders of all areas in use, read again only after a change."""
    rijen = Gebied.objects.niet_gearchiveerd().filter(grens__isnull=False)
    stand = rijen.aggregate(aantal=Count("pk"), laatst=Max("gewijzigd_op"), hoogste=Max("pk"))
    return Puntzoeker.voor_versie(
        tuple(stand.values()),
        lambda: rijen.values_list("pk", "soort", "indeling", "grens"),
    )
