"""Layers of the boom: from one's own circle up to specialised help, as data (H5, V1, V2)."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
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
from wijken.models import Gebied
from wijken.models.gebied import Contactpunt

from .organisatie import Organisatie

VRIJ_TOEGANKELIJK = ("inloop", "aanmelden")


class Opvang(models.TextChoices):
    """Which provisions belong to a layer by what they are, without anybody choosing it."""

    BUURT = "buurt", _("wat bewoners en vrijwilligers doen, en wat u samen met anderen doet")
    VRIJ = "vrij", _("hulp van een organisatie waar u zo terechtkunt")
    DREMPEL = "drempel", _("hulp met een verwijzing of een besluit van de gemeente")

    @property
    def regel(self) -> Q:
        """The same rule as ``van()``, for the database."""
        vrij = Q(toegang__in=VRIJ_TOEGANKELIJK)
        buurt = ~Q(soort="formeel") | Q(vorm="collectief")
        regels = {self.DREMPEL: ~vrij, self.BUURT: vrij & buurt, self.VRIJ: vrij & ~buurt}
        return regels[self]

    @classmethod
    def van(cls, soort: str, vorm: str, toegang: str) -> "Opvang":
        if toegang not in VRIJ_TOEGANKELIJK:
            return cls.DREMPEL
        return cls.BUURT if soort != "formeel" or vorm == "collectief" else cls.VRIJ


class BoomlaagQuerySet(ArchiveerbaarQuerySet["Boomlaag"]):
    def zichtbaar(self) -> Self:
        return self.niet_gearchiveerd()

    def vergrendel(self) -> None:
        """One change of the boom at a time: wait for who is at it, then hold the layers until
        this transaction ends. Take it before any other lock, so that no two wait for each other.

        Outside a transaction nothing is held; SQLite has one writer at a time by itself.
        """
        if transaction.get_connection(self.db).in_atomic_block:
            list(self.order_by("pk").select_for_update(no_key=True).values_list("pk"))

    def met_contact(self) -> Self:
        """With the organisation that answers the phone, where it is visible."""
        return self.prefetch_related(
            models.Prefetch("verantwoordelijke", Organisatie.objects.zichtbaar().voor_links())
        )


class Boomlaag(MetSlug, Archiveerbaar, Tijdstempels):
    """One layer: what it is, who works there, on what level of area, and where it ends."""

    class Niveau(models.TextChoices):
        BUURT = "buurt", _("buurt")
        WIJK = "wijk", _("wijk of kern")
        STADSDEEL = "stadsdeel", _("stadsdeel")
        GEMEENTE = "gemeente", _("hele gemeente")

    naam = models.CharField(
        _("naam"), max_length=60, unique=True, help_text=_("Zoals bewoners het noemen.")
    )
    volgorde = models.PositiveSmallIntegerField(
        _("plaats in de boom"), help_text=_("1 is de wortel. Hoe hoger het getal, hoe hoger.")
    )
    niveau = models.CharField(
        _("werkt voor"),
        max_length=10,
        choices=Niveau,
        help_text=_("Voor welk gebied werkt deze laag?"),
    )
    wat = models.TextField(_("wat is het"), help_text=_("Twee of drie korte zinnen."))
    wie = models.CharField(
        _("wie werkt hier"),
        max_length=250,
        help_text=_("Functies, geen personen: “wijkverpleegkundige, maatschappelijk werker”."),
    )
    grens = models.CharField(
        _("wat doen zij niet"),
        max_length=250,
        blank=True,
        help_text=_("Tot hoever gaat deze laag? “Buren lossen het niet voor u op.”"),
    )
    opvang = models.CharField(
        _("hier hoort vanzelf bij"),
        max_length=8,
        choices=Opvang,
        blank=True,
        help_text=_("Geldt voor een voorziening waarvoor niemand zelf een laag koos."),
    )
    woorden = models.TextField(
        _("alledaagse woorden"),
        blank=True,
        help_text=_("Hoe zeggen bewoners het? “wijkteam, sociaal team”. Met komma’s ertussen."),
    )
    verantwoordelijke = models.ForeignKey(
        Organisatie,
        verbose_name=_("verantwoordelijke organisatie"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="boomlagen",
    )
    contact_functie = models.CharField(_("wie neemt op"), max_length=120, blank=True)
    telefoon = TelefoonField(
        _("telefoon"),
        blank=True,
        help_text=_("Leeg: het nummer van de wijk, of anders van de gemeente."),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    bereikbaar = models.CharField(_("bereikbaar"), max_length=200, blank=True)

    objects = BoomlaagQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("laag van de boom")
        verbose_name_plural = _("lagen van de boom")
        ordering = ["volgorde", "pk"]
        constraints = [
            archief_heeft_reden("boomlaag_archief_heeft_reden"),
            models.UniqueConstraint(
                fields=["volgorde"],
                condition=Q(gearchiveerd_op__isnull=True),
                name="boomlaag_eigen_plaats",
            ),
            models.UniqueConstraint(
                fields=["opvang"],
                condition=Q(gearchiveerd_op__isnull=True) & ~Q(opvang=""),
                name="boomlaag_eigen_opvang",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return pagina_pad("voorzieningen:boomlaag", self.slug)

    def validate_constraints(self, exclude: Any = None) -> None:
        """Also beside other layers and steps; an import looks at its outcome as a whole instead."""
        if not set(exclude or ()) & {"volgorde", "opvang"}:
            Boomlaag.objects.vergrendel()
            self._controleer_naast_andere()
        super().validate_constraints(exclude)

    def _controleer_naast_andere(self) -> None:
        fouten = {
            "volgorde": self._fout_in_plaats("volgorde"),
            "opvang": self._fout_in_plaats("opvang") if self.opvang else "",
            "archiefreden": self._fout_in_archiveren(),
        }
        gevonden = {veld: fout for veld, fout in fouten.items() if fout}
        if not gevonden and (fout := self._fout_in_stappen()):
            gevonden = {"archiefreden" if self._gaat_weg else "volgorde": fout}
        if gevonden:
            raise ValidationError(gevonden)

    @property
    def _gaat_weg(self) -> bool:
        return bool(self.archiefreden)

    def _fout_in_plaats(self, veld: str) -> str:
        zelfde = {veld: getattr(self, veld)}
        andere = Boomlaag.objects.zichtbaar().filter(**zelfde).exclude(pk=self.pk).first()
        if andere and not self._gaat_weg:
            return tekst("“%s” heeft deze al. Kies een andere.") % andere
        return ""

    def _fout_in_archiveren(self) -> str:
        if self.pk and self._gaat_weg and self.voorzieningen.niet_gearchiveerd().exists():
            return tekst("Er horen nog voorzieningen bij deze laag. Geef die eerst een andere.")
        return ""

    def _fout_in_stappen(self) -> str:
        """What steps would break when this layer moves or goes."""
        from ..boom.lezen import nieuwe_fout

        return nieuwe_fout(self) if self.pk else ""

    def contact(self, gebied: Gebied | None = None) -> Contactpunt | None:
        """Whom to call here: its own number, its organisation's, else that of the area.

        Needs ``met_contact()``: without it an organisation counts as not public.
        """
        wie = self._state.fields_cache.get("verantwoordelijke")
        if self.telefoon:
            naam = self.contact_functie or (wie.naam if wie else self.naam)
            return Contactpunt(naam, self.telefoon, self.email, self.bereikbaar)
        if wie and wie.telefoon:
            naam = self.contact_functie or wie.naam
            return Contactpunt(naam, wie.telefoon, wie.email, wie.bereikbaar)
        return self._contact_van_gebied(gebied) if gebied else None

    def _contact_van_gebied(self, gebied: Gebied) -> Contactpunt | None:
        """Of the area on this layer's own level, or the first above it that has a number."""
        niveaus = self.Niveau.values
        eigen = niveaus.index(self.niveau)
        passend = (g for g in gebied.keten() if niveaus.index(g.soort) >= eigen)
        return next(passend, gebied).contactpunt()
