"""Where an entry came from, and what was imported last (issue 4, HSDS)."""

from typing import Any

from django.db import models
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.verwijderen import voorgoed_verwijderd

from .locatie import Locatie
from .organisatie import Organisatie
from .voorziening import Voorziening

VELD = {Organisatie: "organisatie", Locatie: "locatie", Voorziening: "voorziening"}


class HerkomstQuerySet(models.QuerySet["Herkomst"]):
    def van(self, ding: Any) -> "HerkomstQuerySet":
        return self.filter(**{VELD[type(ding)]: ding.pk})


class Herkomst(models.Model):
    """One record of a source: its key there, the entry here, and the values last taken over.

    ``waarden`` is JSON in the form of ``voorstellen.als_json``. Without an entry: somebody deleted
    it for good, and an import does not bring it back.
    """

    bron = models.CharField(_("bron"), max_length=80)
    soort = models.CharField(_("tabel"), max_length=20)
    sleutel = models.CharField(_("sleutel"), max_length=100)
    organisatie = models.ForeignKey(
        Organisatie, on_delete=models.SET_NULL, null=True, related_name="herkomsten"
    )
    locatie = models.ForeignKey(
        Locatie, on_delete=models.SET_NULL, null=True, related_name="herkomsten"
    )
    voorziening = models.ForeignKey(
        Voorziening, on_delete=models.SET_NULL, null=True, related_name="herkomsten"
    )
    waarden = models.JSONField(_("laatst overgenomen"), default=dict)
    geimporteerd_op = models.DateTimeField(_("geïmporteerd op"), auto_now=True)

    objects = HerkomstQuerySet.as_manager()

    class Meta:
        verbose_name = _("herkomst")
        verbose_name_plural = _("herkomst")
        constraints = [
            models.UniqueConstraint(
                fields=["bron", "soort", "sleutel"], name="herkomst_sleutel_uniek"
            )
        ]

    def __str__(self) -> str:
        return f"{self.bron}: {self.sleutel}"


@receiver(voorgoed_verwijderd, dispatch_uid="herkomst_vergeet")
def vergeet(sender: Any, ding: Any, **_opties: Any) -> None:
    """What is deleted for good is not kept here either; only its key, so that it stays away."""
    if type(ding) in VELD:
        Herkomst.objects.van(ding).update(waarden={})
