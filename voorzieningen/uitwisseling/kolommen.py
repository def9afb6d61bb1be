"""What a sheet and a column are; the kind of value follows from the field of the model."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.db import models
from django.utils.text import slugify

from sociale_basis.kern.velden import PostcodeField, TelefoonField

from . import waarden
from .waarden import Waarde

NAAR_SOORT: tuple[tuple[type[models.Field], type[Waarde]], ...] = (
    (TelefoonField, waarden.Telefoon),
    (PostcodeField, waarden.Postcode),
    (models.ManyToManyField, waarden.Verwijzingen),
    (models.ForeignKey, waarden.Verwijzing),
    (models.BooleanField, waarden.JaNee),
    (models.DateTimeField, waarden.Tijdstip),
    (models.DateField, waarden.Datum),
    (models.TimeField, waarden.Tijd),
    (models.FloatField, waarden.Kommagetal),
    (models.IntegerField, waarden.Getal),
)


@dataclass(frozen=True)
class Kolom:
    """One column: its head, the field that it fills, and what people are told about it."""

    kop: str
    veld: str
    voorbeeld: str = ""
    uitleg: str = ""
    alleen_lezen: bool = False
    leeg_blijft: bool = False  # empty keeps what is there: saving would fill it in again

    @property
    def naam(self) -> str:
        return kaal(self.kop)


@dataclass(frozen=True)
class Blad:
    """A sheet with one thing a row; ``sleutel`` is the address of its page (slug)."""

    naam: str
    enkel: str
    model: Any
    kolommen: tuple[Kolom, ...]
    titelveld: str = "naam"
    orden: tuple[str, ...] = ("sorteernaam", "pk")  # of the rows in an export
    samen: tuple[str, ...] = ()  # fields that say nothing as long as one of them cannot be read

    @property
    def meervoud(self) -> str:
        return self.naam.lower()

    @cached_property
    def waarden(self) -> dict[str, Waarde]:
        """The kind of value per field."""
        return {kolom.veld: waarde_van(self.model, kolom.veld) for kolom in self.kolommen}

    @cached_property
    def op_naam(self) -> dict[str, Kolom]:
        """Columns by plain head, and by the name of the field."""
        return {kaal(kolom.veld): kolom for kolom in self.kolommen} | {
            kolom.naam: kolom for kolom in self.kolommen
        }

    def velden(self, soort: type[models.Field] | None = None) -> Iterator[tuple[Kolom, Any]]:
        """The columns that fill a field of the model, without key and what is only shown."""
        for kolom in self.kolommen:
            veld = veld_van(self.model, kolom.veld)
            is_lijst = isinstance(veld, models.ManyToManyField)
            if veld is None or kolom.alleen_lezen or kolom.veld == "slug":
                continue
            if is_lijst == (soort is models.ManyToManyField):
                yield kolom, veld

    def kolom(self, veld: str) -> Kolom:
        return next(kolom for kolom in self.kolommen if kolom.veld == veld)


@dataclass(frozen=True)
class Deelblad(Blad):
    """A sheet with rows that belong to a place or a provision, all of one together."""

    ouders: tuple[str, ...] = ()  # the foreign keys: 'locatie', 'voorziening'


def kaal(tekst: str) -> str:
    """'Adres van  de pagina' and 'adres_van_de_pagina' are one column."""
    return slugify(tekst.replace("_", " ")).replace("-", "")


@cache
def veld_van(model: Any, naam: str) -> Any:
    """The field of the model; None for a column that is none."""
    return next((veld for veld in model._meta.get_fields() if veld.name == naam), None)


def waarde_van(model: Any, naam: str) -> Waarde:
    """How the cells of a field are read and written."""
    veld = veld_van(model, naam)
    if veld is None:
        return waarden.JaNee() if naam == "geen" else _hoort_bij() if naam == "bij" else Waarde()
    if getattr(veld, "choices", None):
        opties = tuple((code, str(label)) for code, label in veld.choices)
        return waarden.Keuze(opties=opties, keuzes=_woorden(opties))
    for soort, waarde in NAAR_SOORT:
        if isinstance(veld, soort):
            verwijst = issubclass(waarde, waarden.Verwijzing)
            return waarde(naar=veld.related_model) if verwijst else waarde()  # type: ignore[call-arg]
    return Waarde()


def _woorden(opties: tuple[tuple[Any, str], ...]) -> tuple[str, ...]:
    """What is written: the code, or the label where the code is a number."""
    return tuple(label if isinstance(code, int) else code for code, label in opties)


def _hoort_bij() -> Waarde:
    opties = (("plek", "plek"), ("voorziening", "voorziening"))
    return waarden.Keuze(opties=opties, keuzes=("plek", "voorziening"))
