"""Two entries that may be one, and what somebody decided about them."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.velden import lees_nummer
from sociale_basis.kern.verwijderen import voorgoed_verwijderd

from .locatie import Locatie
from .organisatie import Organisatie
from .voorziening import Voorziening


class DubbelQuerySet(models.QuerySet["Dubbel"]):
    def open(self) -> Self:
        return self.filter(stand=Dubbel.Stand.OPEN)

    def van(self, model: Any, nummer: int | str) -> Self:
        """The pairs of one entry; none for what is no kind of pair, or no number."""
        nummer = lees_nummer(nummer) or 0
        return self.filter(Q(eerste=nummer) | Q(tweede=nummer), soort=model._meta.model_name)

    def terug_te_draaien_door(self, gebruiker: Any) -> Self:
        """Merged pairs of which this person may change both at once."""
        keuze = Q(pk__in=[])
        for soort, model in Dubbel.MODELLEN.items():
            nummers = model.objects.direct_bewerkbaar_door(gebruiker).order_by().values("pk")
            keuze |= Q(soort=soort, eerste__in=nummers, tweede__in=nummers)
        return self.filter(keuze, stand=Dubbel.Stand.SAMEN)

    def samen_te_voegen_door(self, gebruiker: Any) -> Self:
        """Pairs of entries in use that this person may both change at once; three subqueries."""
        keuze = Q(pk__in=[])
        for soort, model in Dubbel.MODELLEN.items():
            eigen = model.objects.direct_bewerkbaar_door(gebruiker).niet_gearchiveerd()
            nummers = eigen.order_by().values("pk")
            keuze |= Q(soort=soort, eerste__in=nummers, tweede__in=nummers)
        return self.filter(keuze)


class Dubbel(models.Model):
    """A pair with the lower number first; a decision stays when the pair is looked for again.

    Numbers and no foreign keys: one table for three kinds, and a number is never given out again.
    ``terugweg`` of a merged pair holds what it takes to undo that (``voorzieningen.dubbelen``).
    """

    class Stand(models.TextChoices):
        OPEN = "open", _("nog te bekijken")
        TWEE = "twee", _("dit zijn er twee")
        SAMEN = "samen", _("samengevoegd")

    class Soort(models.TextChoices):
        ORGANISATIE = "organisatie", _("organisatie")
        LOCATIE = "locatie", _("plek")
        VOORZIENING = "voorziening", _("voorziening")

    MODELLEN: dict[str, Any] = {
        "organisatie": Organisatie,
        "locatie": Locatie,
        "voorziening": Voorziening,
    }

    soort = models.CharField(_("soort"), max_length=12, choices=Soort)
    eerste = models.PositiveBigIntegerField()
    tweede = models.PositiveBigIntegerField()
    score = models.PositiveSmallIntegerField(_("hoe zeker"))
    redenen = models.JSONField(default=list)
    stand = models.CharField(_("stand"), max_length=6, choices=Stand, default=Stand.OPEN)
    terugweg = models.JSONField(default=dict, editable=False)
    gevonden_op = models.DateTimeField(_("gevonden op"), default=timezone.now)
    besloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("besloten door"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    besloten_op = models.DateTimeField(_("besloten op"), null=True)

    objects = DubbelQuerySet.as_manager()

    class Meta:
        verbose_name = _("mogelijk dubbel")
        verbose_name_plural = _("mogelijk dubbel")
        ordering = ["-score", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["soort", "eerste", "tweede"], name="dubbel_uniek"),
            models.CheckConstraint(
                name="dubbel_op_volgorde", condition=Q(eerste__lt=models.F("tweede"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.eerste} – {self.tweede}"

    def dingen(self) -> list[Any]:
        """Both entries, the one in use first; one query."""
        gevonden = self.model._base_manager.in_bulk([self.eerste, self.tweede]).values()
        return sorted(gevonden, key=lambda ding: (ding.is_gearchiveerd, ding.pk))

    @property
    def model(self) -> Any:
        return self.MODELLEN[self.soort]

    def besluit(self, stand: str, door: Any) -> None:
        self.stand, self.besloten_door, self.besloten_op = stand, door, timezone.now()
        self.save(update_fields=["stand", "besloten_door", "besloten_op", "terugweg"])


@receiver(voorgoed_verwijderd, dispatch_uid="dubbel_vergeet")
def vergeet(sender: Any, ding: Any, **kwargs: Any) -> None:
    """What is deleted for good leaves no values behind in the way back of a merge."""
    Dubbel.objects.van(sender, ding.pk).delete()
