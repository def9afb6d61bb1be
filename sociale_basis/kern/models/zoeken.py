"""The search index: ordinary tables, the same on SQLite and PostgreSQL (DESIGN "Search").

``sociale_basis.kern.zoeken.index`` is the only writer. Every write holds the row lock of
``Zoekstand``, so that writers queue up, versions are in order, and no two of them make the
same term at once.
"""

from secrets import randbits

from django.db import models
from django.utils.translation import gettext_lazy as _

WOORDLENGTE = 48  # of what is longer only the beginning counts


def nieuw_stempel() -> int:
    """A number that never comes back: says "this very state", also after a rollback."""
    return randbits(62)


class Zoekstand(models.Model):
    """One row: which state the index and the word lists are in."""

    kenmerk = models.BigIntegerField(_("index"), default=nieuw_stempel)
    versie = models.BigIntegerField(_("versie"), default=0)
    stempel = models.BigIntegerField(_("stand van de index"), default=nieuw_stempel)
    woorden = models.BigIntegerField(_("stand van de woordenlijsten"), default=nieuw_stempel)

    class Meta:
        verbose_name = _("stand van de zoekindex")
        verbose_name_plural = _("stand van de zoekindex")

    def __str__(self) -> str:
        return f"versie {self.versie}"


class Document(models.Model):
    """What is searched: one object of a registered kind.

    ``facetten`` holds the numbers of its ``Facet`` rows between commas. ``versie`` is the index
    version of the last save of its object, ``vingerafdruk`` tells whether its words changed.
    """

    soort = models.CharField(_("soort"), max_length=40)
    object_id = models.PositiveBigIntegerField(_("nummer van het object"))
    titel = models.CharField(_("titel"), max_length=200)
    zoektitel = models.CharField(_("titel zonder accenten"), max_length=220)
    naam = models.CharField(_("naam om op te sorteren"), max_length=160, db_index=True)
    bonus = models.BooleanField(_("krijgt een bonus"), default=False)
    facetten = models.TextField(_("facetten"), blank=True)
    versie = models.BigIntegerField(_("versie"), db_index=True)
    vingerafdruk = models.CharField(_("vingerafdruk"), max_length=40)

    class Meta:
        verbose_name = _("document in de zoekindex")
        verbose_name_plural = _("documenten in de zoekindex")
        constraints = [
            models.UniqueConstraint(fields=["soort", "object_id"], name="document_eenmaal")
        ]

    def __str__(self) -> str:
        return self.titel


class Facet(models.Model):
    """One value that can be filtered on, such as thema=geld."""

    naam = models.CharField(_("naam"), max_length=40)
    waarde = models.CharField(_("waarde"), max_length=120)

    class Meta:
        verbose_name = _("facet")
        verbose_name_plural = _("facetten")
        constraints = [models.UniqueConstraint(fields=["naam", "waarde"], name="facet_eenmaal")]

    def __str__(self) -> str:
        return f"{self.naam}={self.waarde}"


class Documentpunt(models.Model):
    """Where a document can be found, in hundred-thousandths of a degree (about a metre)."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="punten")
    lat = models.IntegerField(_("breedtegraad"))
    lon = models.IntegerField(_("lengtegraad"))

    class Meta:
        verbose_name = _("punt van een document")
        verbose_name_plural = _("punten van documenten")
        indexes = [models.Index(fields=["lat", "lon"], name="documentpunt_plek")]

    def __str__(self) -> str:
        return f"{self.lat / 1e5}, {self.lon / 1e5}"


class Term(models.Model):
    """The stem of a word and in how many documents it stands."""

    woord = models.CharField(_("stam"), max_length=WOORDLENGTE, unique=True)
    df = models.IntegerField(_("aantal documenten"), default=0)

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("termen")

    def __str__(self) -> str:
        return self.woord


class Vorm(models.Model):
    """A word as it is written in the texts: what typing errors are corrected to."""

    vorm = models.CharField(_("woord"), max_length=WOORDLENGTE, unique=True)
    klank = models.CharField(_("klank"), max_length=WOORDLENGTE, db_index=True)
    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="vormen")

    class Meta:
        verbose_name = _("woordvorm")
        verbose_name_plural = _("woordvormen")

    def __str__(self) -> str:
        return self.vorm


class Posting(models.Model):
    """That a term stands in a document, and how much it weighs there (1 to 255)."""

    pk = models.CompositePrimaryKey("term_id", "document_id")
    term = models.ForeignKey(Term, on_delete=models.CASCADE, db_index=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE)
    gewicht = models.SmallIntegerField(_("gewicht"))

    class Meta:
        verbose_name = _("woord in een document")
        verbose_name_plural = _("woorden in documenten")

    def __str__(self) -> str:
        return f"{self.term_id} in {self.document_id}: {self.gewicht}"
