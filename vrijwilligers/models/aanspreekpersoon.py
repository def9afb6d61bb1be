"""The familiar face of a wijk: a volunteer with a public profile by consent (H6, V9).

The address of the page says nothing about the person: it is drawn by lot, never made from a
name. So nothing in it has to be forgotten when somebody stops, in our tables or in anybody
else's, and no page needs a list of old addresses.
"""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from sociale_basis.kern.models import (
    Archiveerbaar,
    MetFoto,
    Tijdstempels,
    archief_heeft_reden,
)
from sociale_basis.kern.namenlijst import namen
from sociale_basis.kern.paden import pagina_pad
from sociale_basis.kern.velden import TelefoonField
from voorzieningen.models import Locatie, Taal, Thema
from wijken.models import Gebied
from wijken.vragen.loslaten import laat_los

from .aanspreekpersoon_query import AanspreekpersoonQuerySet, Stand

LETTERS = "bcdfghjkmnpqrstvwxz23456789"  # no vowels: no words; none that look alike
GESTOPT = _("Gestopt als aanspreekpersoon.")


def nieuwe_slug() -> str:
    """'k7m2p4': 387 million of them, so that none comes back or can be guessed."""
    return get_random_string(6, LETTERS)


class Aanspreekpersoon(MetFoto, Archiveerbaar, Tijdstempels):
    """A neighbour who helps others to find the way; asked through the portal, by name."""

    Stand = Stand

    # What per_gebied() and kent() add to a row.
    gebied_nummer: int
    gebied_naam: str
    kent_thema: bool

    # Never made from a name, never changed: see above.
    slug = models.SlugField(
        _("adres van de pagina"), max_length=12, unique=True, default=nieuwe_slug, editable=False
    )
    naam = models.CharField(
        _("naam"),
        max_length=60,
        help_text=_("Zoals deze persoon op de website wil heten. Alleen een voornaam mag."),
    )
    gebieden = models.ManyToManyField(
        Gebied,
        verbose_name=_("er voor"),
        related_name="aanspreekpersonen",
        help_text=_("De wijk of het stadsdeel. Meer dan één mag."),
    )
    waarvoor = models.CharField(
        _("waarvoor kunnen mensen komen?"),
        max_length=250,
        help_text=_("Een of twee zinnen in gewone woorden. Zoals: brieven lezen, de weg vinden."),
    )
    over = models.TextField(
        _("even voorstellen"),
        max_length=600,
        blank=True,
        help_text=_("Een paar korte zinnen in de ik-vorm."),
    )
    themas = models.ManyToManyField(
        Thema,
        verbose_name=_("onderwerpen"),
        blank=True,
        related_name="aanspreekpersonen",
        help_text=_("Weet deze persoon van een onderwerp veel? Leeg laten mag."),
    )
    talen = models.ManyToManyField(
        Taal,
        verbose_name=_("talen"),
        blank=True,
        related_name="aanspreekpersonen",
        help_text=_("Naast Nederlands."),
    )
    loop_binnen_bij = models.ForeignKey(
        Locatie,
        verbose_name=_("loop binnen bij"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="aanspreekpersonen",
        help_text=_("Een openbare plek, nooit een huisadres."),
    )
    loop_binnen_wanneer = models.CharField(
        _("wanneer daar"),
        max_length=120,
        blank=True,
        help_text=_("Zoals: dinsdag van 10 tot 12 uur."),
    )

    stand = models.CharField(
        _("hoe staat het ervoor?"), max_length=6, choices=Stand, default=Stand.ACTIEF
    )
    stand_sinds = models.DateField(_("sinds"), default=timezone.localdate, editable=False)
    terug_op = models.DateField(
        _("denkt terug te zijn op"),
        null=True,
        blank=True,
        help_text=_(
            "Alleen bij een pauze. Op die dag vraagt het portaal of het weer gaat. Niemand komt "
            "vanzelf terug op de website."
        ),
    )

    toestemming_op = models.DateField(
        _("toestemming gegeven op"),
        null=True,
        blank=True,
        help_text=_(
            "De dag waarop deze persoon zei: mijn naam en deze teksten mogen op de website. "
            "Zonder deze dag staat er niets op de website."
        ),
    )
    toestemming_foto = models.BooleanField(
        _("ook een foto mag op de website"),
        default=False,
        help_text=_("Haalt u dit vinkje weg? Dan is de foto meteen weg, ook uit de database."),
    )
    toestemming_nummer = models.BooleanField(
        _("ook het eigen nummer mag op de website"),
        default=False,
        help_text=_("Alleen als deze persoon dat zelf wil. Anders gaat alles via het portaal."),
    )
    ingetrokken_op = models.DateField(
        _("toestemming ingetrokken op"),
        null=True,
        blank=True,
        help_text=_("Vul de dag in en bewaar. De pagina verdwijnt meteen."),
    )

    email = models.EmailField(
        _("eigen e-mailadres"),
        blank=True,
        help_text=_("Voor berichten van het portaal. Komt nooit op de website."),
    )
    telefoon = TelefoonField(
        _("eigen telefoonnummer"),
        blank=True,
        help_text=_("Voor het team. Komt alleen op de website met toestemming."),
    )
    gebruiker = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("inlognaam"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="aanspreekpersoon",
        help_text=_("Niet nodig. Met een inlognaam werkt iemand in /werk/."),
    )

    objects = AanspreekpersoonQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("aanspreekpersoon")
        verbose_name_plural = _("aanspreekpersonen")
        ordering = ["naam", "pk"]
        constraints = [
            archief_heeft_reden("aanspreekpersoon_archief_heeft_reden"),
            models.CheckConstraint(
                name="aanspreekpersoon_terug_na_pauze",
                condition=Q(terug_op__isnull=True) | Q(stand="pauze"),
                violation_error_message=_("Een dag van terugkomst hoort bij een pauze."),
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        persoon = super().from_db(*args, **kwargs)
        persoon._stand_was = persoon.__dict__.get("stand")
        return persoon

    _stand_was: str | None = None

    def save(self, *args: Any, **kwargs: Any) -> None:
        """No photo is kept without consent, "since" follows the state, and who is gone lets go."""
        if self.foto_id and not self.toestemming_foto:
            self.zet_foto(None)
        if self._stand_was not in (None, self.stand):
            self.stand_sinds = timezone.localdate()
        if self.stand != self.Stand.PAUZE:
            self.terug_op = None
        self._stand_was = self.stand
        super().save(*args, **kwargs)
        if self.is_gearchiveerd or self.ingetrokken_op:
            laat_los(self.slug)

    def get_absolute_url(self) -> str:
        return pagina_pad("vrijwilligers:aanspreekpersoon", self.slug)

    def clean(self) -> None:
        super().clean()
        fouten = {
            "email": self._fout_in_bereik(),
            "toestemming_op": self._fout_in_toestemming(),
            "ingetrokken_op": self._fout_in_intrekken(),
            "toestemming_nummer": self._fout_in_nummer(),
        }
        gevonden = {veld: fout for veld, fout in fouten.items() if fout}
        if gevonden:
            raise ValidationError(gevonden)

    @property
    def vraag_url(self) -> str:
        """Where to ask this person something, through the portal."""
        return f"{reverse('wijken:vraag')}?aan={self.slug}"

    @property
    def is_vol(self) -> bool:
        return self.stand == self.Stand.VOL

    @property
    def is_op_pauze(self) -> bool:
        return self.stand == self.Stand.PAUZE

    @property
    def is_bereikbaar(self) -> bool:
        """Takes a question now; the page must be visible too."""
        return self.stand == self.Stand.ACTIEF

    @property
    def heeft_toestemming(self) -> bool:
        return self.toestemming_op is not None and self.ingetrokken_op is None

    @property
    def taalnamen(self) -> list[str]:
        """The languages by name; needs ``voor_kaartjes()``."""
        return namen(getattr(self, "talenlijst", ""))

    @property
    def openbaar_nummer(self) -> str:
        """The own number, only with consent for exactly that."""
        return self.telefoon if self.toestemming_nummer else ""

    def zet_stand(self, stand: str, terug_op: date | None = None) -> None:
        """Here, full or paused; nothing else changes."""
        self.stand = stand
        self.terug_op = terug_op if stand == self.Stand.PAUZE else None
        self.save()

    def geef_toestemming(self) -> None:
        """Says yes today: for the first time, again, or after all."""
        self.toestemming_op = timezone.localdate()
        self.ingetrokken_op = None
        self.save()

    def stop(self) -> None:
        """Ended, by the person or by staff: gone from every page at once."""
        self.archiveer(str(GESTOPT))

    def _fout_in_bereik(self) -> Any:
        if self.email or self.telefoon or self.is_gearchiveerd:
            return ""
        return _("Vul een e-mailadres of een telefoonnummer in. Het komt niet op de website.")

    def _fout_in_toestemming(self) -> Any:
        later = self.toestemming_op and self.toestemming_op > timezone.localdate()
        return _("Kies vandaag of een dag die voorbij is.") if later else ""

    def _fout_in_intrekken(self) -> Any:
        gegeven, terug = self.toestemming_op, self.ingetrokken_op
        if gegeven and terug and terug < gegeven:
            return _("Deze dag ligt voor de toestemming. Is die opnieuw gegeven? Maak dit leeg.")
        return ""

    def _fout_in_nummer(self) -> Any:
        leeg = self.toestemming_nummer and not self.telefoon
        return _("Vul dan ook het telefoonnummer in.") if leeg else ""


def profiel_van(gebruiker: Any) -> Aanspreekpersoon | None:
    """The profile of who is logged in, until they stop; read once for each user object."""
    if not hasattr(gebruiker, "_aanspreekprofiel"):
        gebruiker._aanspreekprofiel = Aanspreekpersoon.objects.van(gebruiker).first()
    persoon: Aanspreekpersoon | None = gebruiker._aanspreekprofiel
    return persoon
