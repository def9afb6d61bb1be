"""What stays of a question: figures without anything about anybody (L5, V7)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .gebied import Gebied

if TYPE_CHECKING:
    from .hulpvraag import HulpvraagQuerySet


class VraagcijferQuerySet(models.QuerySet["Vraagcijfer"]):
    def tel(self, vragen: "HulpvraagQuerySet") -> None:
        """Add a line for each question that is about to go."""
        rijen: Any = (Vraagcijfer.van(vraag) for vraag in vragen.order_by("?"))
        self.bulk_create(rijen)


class Vraagcijfer(models.Model):
    """One question that is thrown away; it cannot be traced back to that question.

    ``op_tijd`` None: it went without an answer before the answer was due.
    """

    telt = False  # keeps no area in use: see wijken.gebruik

    gebied = models.ForeignKey(
        Gebied, verbose_name=_("waar"), on_delete=models.PROTECT, related_name="vraagcijfers"
    )
    maand = models.DateField(_("maand"))
    werkdagen = models.PositiveSmallIntegerField(_("werkdagen tot antwoord"), null=True)
    op_tijd = models.BooleanField(_("op tijd"), null=True)
    thema = models.ForeignKey(
        "voorzieningen.Thema",
        verbose_name=_("onderwerp"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="vraagcijfers",
    )

    objects = VraagcijferQuerySet.as_manager()

    class Meta:
        verbose_name = _("cijfer over een vraag")
        verbose_name_plural = _("cijfers over vragen")
        ordering = ["-maand", "gebied"]

    def __str__(self) -> str:
        return f"{self.gebied} {self.maand:%m-%Y}"

    @classmethod
    def van(cls, vraag: Any) -> "Vraagcijfer":
        return cls(
            gebied_id=vraag.gebied_id,
            maand=maand_van(timezone.localdate(vraag.ontvangen_op)),
            werkdagen=vraag.werkdagen,
            op_tijd=_op_tijd(vraag),
            thema_id=vraag.thema_id,
        )


def maand_van(dag: date) -> date:
    return dag.replace(day=1)


def _op_tijd(vraag: Any) -> bool | None:
    """Who closed a question without an answer after its day was late all the same."""
    if vraag.op_tijd is not None or vraag.beantwoord_op:
        return bool(vraag.op_tijd)
    tot = timezone.localdate(vraag.gesloten_op) if vraag.gesloten_op else timezone.localdate()
    return False if tot > vraag.uiterlijk else None
