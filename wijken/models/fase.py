"""How far the network of an area is: planned, just begun, or running (M20)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _


class MetFase(models.Model):
    """An area with a ``naam`` that says honestly whether its team is there yet."""

    class Fase(models.TextChoices):
        GEPLAND = "gepland", _("gepland")
        BEGONNEN = "begonnen", _("net begonnen")
        LOOPT = "loopt", _("loopt")

    fase = models.CharField(
        _("hoe ver is het hier?"),
        max_length=8,
        choices=Fase,
        default=Fase.LOOPT,
        help_text=_("Hoe ver het lokale team in dit gebied is. Alle pagina’s zeggen het zo."),
    )
    fase_vanaf = models.DateField(
        _("begint op"), null=True, blank=True, help_text=_("Alleen als de dag vaststaat.")
    )
    fase_zin = models.CharField(
        _("in uw eigen woorden"),
        max_length=200,
        blank=True,
        help_text=_("Zoals: In Reek begint het team in het voorjaar. Leeg: een vaste zin."),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.fase_vanaf and self.fase != self.Fase.GEPLAND:
            melding = tekst("Een begindag is er alleen voor wat nog gepland is. Maak hem leeg.")
            raise ValidationError({"fase_vanaf": melding})

    @property
    def is_gepland(self) -> bool:
        return self.fase == self.Fase.GEPLAND

    @property
    def fase_is_te_laat(self) -> bool:
        """Still planned after the day on which it would begin."""
        return bool(self.fase_vanaf and self.fase_vanaf < timezone.localdate())

    @property
    def fase_tekst(self) -> str:
        """What a page says about it; nothing where the team simply runs."""
        if self.fase == self.Fase.LOOPT:
            return ""
        return self.fase_zin or self._vaste_zin()

    @property
    def fase_kort(self) -> str:
        """In two or three words, beside a name in a list."""
        if self.is_gepland:
            return tekst("team komt nog")
        return tekst("team net begonnen") if self.fase == self.Fase.BEGONNEN else ""

    def _vaste_zin(self) -> str:
        woorden = {"naam": self.naam}  # type: ignore[attr-defined]
        if not self.is_gepland:
            return tekst("In %(naam)s is het team net begonnen.") % woorden
        if self.fase_vanaf is None or self.fase_is_te_laat:
            return tekst("In %(naam)s is nog geen team. Dat komt later.") % woorden
        woorden["dag"] = date_format(self.fase_vanaf, "j F Y")
        return tekst("In %(naam)s begint het team op %(dag)s.") % woorden
