"""Words that staff teach the search engine; a change works at once."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

NIETS_MEER = "."  # at the end of a line of danger: nothing else is said


def _letters(tekst: str) -> bool:
    return any(teken.isalnum() for teken in tekst)


def _is_klein(woord: str) -> bool:
    """Said in any question: no word to know danger by."""
    from ..zoeken.stopwoorden import is_stopwoord

    return len(woord) < 3 or is_stopwoord(woord)


class WoordregelQuerySet(models.QuerySet):
    def actief(self) -> "WoordregelQuerySet":
        return self.filter(actief=True)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Own rows go; rows that came with the portal are switched off, or they would return."""
        for rij in self.actief().exclude(standaard=None):
            rij.delete()
        return super(WoordregelQuerySet, self.filter(standaard=None)).delete()


class Woordregel(models.Model):
    """A row of a word list.

    ``standaard`` is its name in the lists that come with the portal, None for a row of staff.
    ``afdruk`` is the content as it was delivered: while a row still equals it, a new release of
    the portal may improve the row; once staff changed it, it is theirs.
    """

    INHOUD: tuple[str, ...] = ()

    actief = models.BooleanField(_("in gebruik"), default=True)
    standaard = models.CharField(max_length=120, unique=True, null=True, editable=False)  # noqa: DJ001
    afdruk = models.TextField(editable=False, blank=True)

    class Meta:
        abstract = True

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if self.standaard is None:
            return super().delete(*args, **kwargs)
        self.actief = False
        self.save()
        return 0, {}

    def inhoud(self) -> str:
        """What a release may replace, as one text to compare."""
        return "\n".join(str(getattr(self, veld)) for veld in self.INHOUD)

    @property
    def is_aangepast(self) -> bool:
        """Staff changed a row that came with the portal."""
        return self.standaard is not None and self.afdruk != self.inhoud()


class Synoniem(Woordregel):
    """Everyday words and what they stand for: 'blut, platzak' → 'geld, rondkomen'.

    A word may be several words ('rood staan'): it is found when they stand near each other,
    in any order.
    """

    INHOUD = ("woorden", "betekenis", "sterkte")

    class Sterkte(models.IntegerChoices):
        GELIJK = 90, _("betekent hetzelfde")
        STERK = 75, _("hoort er sterk bij")
        GEWOON = 55, _("hoort erbij")
        ZWAK = 35, _("hoort er een beetje bij")

    woorden = models.TextField(
        _("wat mensen zeggen"),
        help_text=_("Met komma’s ertussen. Ook meer woorden samen: rood staan, geen cent."),
    )
    betekenis = models.TextField(
        _("zoek dan ook naar"),
        blank=True,
        help_text=_("Met komma’s ertussen. Leeg: de woorden hierboven zijn elkaars gelijke."),
    )
    sterkte = models.PositiveSmallIntegerField(
        _("hoe sterk"), choices=Sterkte, default=Sterkte.GEWOON
    )

    objects = WoordregelQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("alledaags woord")
        verbose_name_plural = _("alledaagse woorden")
        ordering = ["woorden", "pk"]

    def __str__(self) -> str:
        pijl = f" → {self.betekenis}" if self.betekenis else ""
        return f"{self.woorden}{pijl}"

    def clean(self) -> None:
        """A row that says nothing would lie in the list as if it worked."""
        gezegd = [woord for woord in self.woorden.split(",") if _letters(woord)]
        if not gezegd:
            raise ValidationError({"woorden": _("Hier staat geen woord. Typ er minstens één.")})
        if not _letters(self.betekenis) and len(gezegd) < 2:
            raise ValidationError(
                {"betekenis": _("Waar moet dit woord naar zoeken? Of typ hierboven twee woorden.")}
            )


class Samenstellingsdeel(Woordregel):
    """A part of long words ('jeugd' of 'jeugdhulp'), or a word that is never taken apart."""

    INHOUD = ("woord", "heel_laten")

    woord = models.CharField(_("woord"), max_length=40, unique=True)
    heel_laten = models.BooleanField(
        _("niet splitsen"),
        default=False,
        help_text=_("Aan: dit woord blijft heel. Uit: lange woorden worden hier gesplitst."),
    )

    objects = WoordregelQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("deel van lange woorden")
        verbose_name_plural = _("delen van lange woorden")
        ordering = ["woord"]

    def __str__(self) -> str:
        return self.woord

    def clean(self) -> None:
        self.woord = self.woord.strip().lower()
        if not self.woord.isalpha() or len(self.woord) < 3:
            raise ValidationError({"woord": _("Eén woord van minstens drie letters.")})


class Crisiswoord(Woordregel):
    """How people say that they are in danger.

    The words must stand near each other, in any order; a ``|`` separates choices for one word.
    When a word of ``behalve`` is there too, it is no crisis; ``a_b`` means that the words stand
    right after each other.
    """

    INHOUD = ("zin", "behalve", "soort")

    class Soort(models.TextChoices):
        ZELFDODING = "zelfdoding", _("gedachten aan zelfdoding: 113")
        GEWELD = "geweld", _("geweld of misbruik: Veilig Thuis")
        NOOD = "nood", _("acuut gevaar: 112")

    zin = models.CharField(
        _("woorden"),
        max_length=400,
        help_text=_("Bijvoorbeeld: slaat|slaan|sloeg mij|me. Het streepje betekent: of."),
    )
    behalve = models.CharField(
        _("behalve met"), max_length=400, blank=True, help_text=_("Bijvoorbeeld: film, boek.")
    )
    soort = models.CharField(_("soort"), max_length=12, choices=Soort)

    objects = WoordregelQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("crisiswoord")
        verbose_name_plural = _("crisiswoorden")
        ordering = ["soort", "zin", "pk"]

    def __str__(self) -> str:
        return self.zin

    def clean(self) -> None:
        """Little words alone would call every question a danger."""
        keuzes = [deel.split("|") for deel in self.zin.split() if deel != NIETS_MEER]
        if any(not all(_letters(keuze) for keuze in deel) for deel in keuzes):
            raise ValidationError(
                {"zin": _("Rond elk streepje hoort een woord, zonder spatie: slaat|slaan.")}
            )
        alle_of_een = all if len(keuzes) > 1 else any
        if len(keuzes) < 3 and all(alle_of_een(map(_is_klein, deel)) for deel in keuzes):
            raise ValidationError(
                {
                    "zin": _(
                        "Dit zijn kleine woorden die in veel vragen staan. Voeg een woord toe "
                        "dat over het gevaar gaat."
                    )
                }
            )


class ZoektermQuerySet(models.QuerySet):
    MINSTENS = 3

    def voor_beheer(self) -> models.QuerySet:
        """What staff may see: {soort, woord, keren}, asked at least three times (privacy)."""
        return (
            self.values("soort", "woord")
            .annotate(keren=models.Sum("aantal"))
            .filter(keren__gte=self.MINSTENS)
            .order_by("-keren", "woord", "soort")
        )


class Zoekterm(models.Model):
    """How often a word found nothing, or was misspelled, on one day; nobody's sentence."""

    class Soort(models.TextChoices):
        NIETS = "niets", _("niets gevonden")
        BEDOELDE = "bedoelde", _("bedoelde u")

    dag = models.DateField(_("dag"))
    soort = models.CharField(_("soort"), max_length=10, choices=Soort)
    woord = models.CharField(_("woord"), max_length=48)
    aantal = models.PositiveIntegerField(_("aantal"), default=0)

    objects = ZoektermQuerySet.as_manager()

    class Meta:
        verbose_name = _("gezocht woord")
        verbose_name_plural = _("gezochte woorden")
        constraints = [
            models.UniqueConstraint(fields=["dag", "soort", "woord"], name="zoekterm_per_dag")
        ]

    def __str__(self) -> str:
        return f"{self.woord} ({self.aantal})"
