"""Abstract models that every kept thing shares: times, archive, freshness.

A concrete QuerySet combines the QuerySets here and adds its own ``zichtbaar()``, which is the
only definition of what the public may see (DESIGN "Rules that hold everywhere").
"""

from datetime import date, timedelta
from typing import Any, Self, TypeVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

M = TypeVar("M", bound=models.Model)
EERSTE_DAG = date(2000, 1, 1)
LANGSTE_TERMIJN = 3660  # days


class Tijdstempels(models.Model):
    """When a row was made and last saved; neither says that a person checked it."""

    aangemaakt_op = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    gewijzigd_op = models.DateTimeField(_("gewijzigd op"), auto_now=True)

    class Meta:
        abstract = True


class ArchiveerbaarQuerySet(models.QuerySet[M]):
    """Rows that can be taken out of use without being lost (V12)."""

    def niet_gearchiveerd(self) -> Self:
        return self.filter(gearchiveerd_op__isnull=True)

    def gearchiveerd(self) -> Self:
        return self.filter(gearchiveerd_op__isnull=False)

    def verdwenen(self) -> Self:
        """What the public once saw and may read about at its old address (410)."""
        return self.gearchiveerd()


class Archiveerbaar(models.Model):
    """Deleting means archiving with a reason; the old address answers 410 (V12)."""

    gearchiveerd_op = models.DateTimeField(
        _("gearchiveerd op"), null=True, blank=True, editable=False
    )
    archiefreden = models.CharField(
        _("reden van archiveren"),
        max_length=250,
        blank=True,
        help_text=_("Bezoekers zien deze reden op het oude adres van de pagina."),
    )
    vervangen_door = models.ForeignKey(
        "self",
        verbose_name=_("vervangen door"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Wat kwam ervoor in de plaats? Bezoekers van het oude adres zien het."),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.vervangen_door_id and self.vervangen_door_id == self.pk:  # type: ignore[attr-defined]
            raise ValidationError({"vervangen_door": _("Iets kan zichzelf niet vervangen.")})

    @property
    def is_gearchiveerd(self) -> bool:
        return self.gearchiveerd_op is not None

    def volg_archiefreden(self) -> None:
        """A reason that was filled in archives; taking the reason away brings it back."""
        if self.archiefreden and not self.is_gearchiveerd:
            self.gearchiveerd_op = timezone.now()
        elif self.is_gearchiveerd and not self.archiefreden:
            self.gearchiveerd_op = None

    def archiveer(self, reden: str, vervangen_door: Self | None = None) -> None:
        """Take this out of use; ``reden`` is shown to visitors and may not be empty."""
        if not reden.strip():
            raise ValidationError({"archiefreden": _("Schrijf op waarom dit weg moet.")})
        self.gearchiveerd_op = timezone.now()
        self.archiefreden = reden.strip()
        self.vervangen_door = vervangen_door
        self.save()

    def herstel(self) -> None:
        """Bring this back into use."""
        self.gearchiveerd_op = None
        self.archiefreden = ""
        self.vervangen_door = None
        self.save()


class ControleerbaarQuerySet(ArchiveerbaarQuerySet[M]):
    """Rows that a person must confirm now and then (L1). Days are parameters for tests."""

    def te_controleren(self, op: date | None = None) -> Self:
        """Past the review term: shown with a remark, and queued for staff."""
        return self.filter(controleren_voor__lt=op or timezone.localdate())

    def lang_niet_gecontroleerd(self, op: date | None = None) -> Self:
        """Past a second review term as well: said more strongly."""
        return self.filter(verouderd_vanaf__lt=op or timezone.localdate())

    def niet_verborgen_om_leeftijd(self, op: date | None = None) -> Self:
        """Everything, unless the setting hides what nobody confirmed for two terms."""
        if not settings.VERBERG_LANG_NIET_GECONTROLEERD:
            return self
        return self.exclude(verouderd_vanaf__lt=op or timezone.localdate())


class Controleerbaar(models.Model):
    """Somebody owns this and confirms at set times that it is still right (L1).

    ``laatst_gecontroleerd`` is the day on which a person confirmed it, not the day it was saved.
    The two due days follow from it on every save, so that SQL can compare them.
    """

    redacteur = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("redacteur"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Wie bij de gemeente zorgt dat dit klopt?"),
    )
    laatst_gecontroleerd = models.DateField(
        _("laatst gecontroleerd"),
        default=timezone.localdate,
        help_text=_("De dag waarop een mens heeft nagekeken of alles klopt."),
    )
    controletermijn = models.PositiveSmallIntegerField(
        _("controleren na (dagen)"),
        default=183,
        help_text=_("Na zoveel dagen vraagt het portaal om een nieuwe controle."),
    )
    controleren_voor = models.DateField(editable=False, db_index=True)
    verouderd_vanaf = models.DateField(editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.bereken_termijnen()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        fouten = {
            "laatst_gecontroleerd": self._fout_in_dag(),
            "controletermijn": self._fout_in_termijn(),
        }
        gevonden = {veld: fout for veld, fout in fouten.items() if fout}
        if gevonden:
            raise ValidationError(gevonden)

    def _fout_in_dag(self) -> str:
        dag = self.laatst_gecontroleerd
        if dag and not EERSTE_DAG <= dag <= timezone.localdate():
            return tekst("Kies vandaag of een dag die voorbij is.")
        return ""

    def _fout_in_termijn(self) -> str:
        termijn = self.controletermijn
        if termijn is not None and not 1 <= termijn <= LANGSTE_TERMIJN:
            return tekst("Kies een getal van 1 tot en met %d dagen.") % LANGSTE_TERMIJN
        return ""

    def controleer_verbanden(self) -> None:
        """Raise ValidationError for what only shows once the relations are saved."""

    def bereken_termijnen(self) -> None:
        """Set the day it becomes due and the day it becomes due for the second time."""
        termijn = timedelta(days=self.controletermijn)
        self.controleren_voor = self.laatst_gecontroleerd + termijn
        self.verouderd_vanaf = self.controleren_voor + termijn

    def is_te_controleren(self, op: date | None = None) -> bool:
        return self.controleren_voor < (op or timezone.localdate())

    def is_lang_niet_gecontroleerd(self, op: date | None = None) -> bool:
        return self.verouderd_vanaf < (op or timezone.localdate())

    def bevestig(self, op: date | None = None) -> None:
        """A person says: all of this is still right."""
        self.laatst_gecontroleerd = op or timezone.localdate()
        self.save(update_fields=["laatst_gecontroleerd", "controleren_voor", "verouderd_vanaf"])


def archief_heeft_reden(naam: str) -> models.CheckConstraint:
    """The database's own version of: no archiving without a reason."""
    return models.CheckConstraint(
        name=naam,
        condition=Q(gearchiveerd_op__isnull=True) | ~Q(archiefreden=""),
        violation_error_message=_("Schrijf op waarom dit weg moet."),
    )
