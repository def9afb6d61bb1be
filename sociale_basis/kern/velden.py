"""Keys, Dutch phone numbers and postcodes: read what people type, store one form, show it well."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

POSTCODE6 = re.compile(r"([1-9]\d{3})\s*([A-Z]{2})", re.ASCII)
POSTCODE4 = re.compile(r"[1-9]\d{3}", re.ASCII)
NOOIT_UITGEGEVEN = {"SA", "SD", "SS"}
# Numbers too short or too special for the telephone library, valid as they are.
KORTE_NUMMERS = re.compile(r"1[124]\d{1,4}|116\d{3}|14\d{3,4}|0[89]00\d{4,7}", re.ASCII)


def lees_nummer(tekst: object) -> int | None:
    """'12' → 12, as a key in an address or a form; None for anything else, other digits such as
    '٣' included, and for what is too big for the database."""
    nummer = str(tekst or "")
    return int(nummer) if nummer.isascii() and nummer.isdigit() and len(nummer) < 12 else None


def lees_postcode(tekst: str) -> str | None:
    """'5401 ab' → '5401AB'; None if it is no full Dutch postcode."""
    gevonden = POSTCODE6.fullmatch(tekst.strip().upper())
    if not gevonden or gevonden[2] in NOOIT_UITGEGEVEN:
        return None
    return gevonden[1] + gevonden[2]


def lees_pc4(tekst: str) -> str | None:
    """'5401' → '5401'; None if it is not just the four digits."""
    return tekst.strip() if POSTCODE4.fullmatch(tekst.strip()) else None


def toon_postcode(postcode: str) -> str:
    """'5401AB' → '5401 AB'; anything else as it is."""
    return f"{postcode[:4]} {postcode[4:]}" if lees_postcode(postcode) else postcode


def lees_telefoon(tekst: str) -> str | None:
    """'06 12 34 56 78' → '+31612345678'; special numbers keep their digits; None if invalid."""
    cijfers = re.sub(r"[\s().-]", "", tekst)
    if KORTE_NUMMERS.fullmatch(cijfers):
        return cijfers
    try:
        nummer = phonenumbers.parse(tekst, "NL")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(nummer):
        return None
    return phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(maxsize=2048)
def toon_telefoon(nummer: str) -> str:
    """'+31413281911' → '0413 281911'; special numbers in readable groups."""
    if nummer.startswith("14") and len(nummer) in (5, 6):
        return f"14 {nummer[2:]}"
    if re.fullmatch(r"0[89]00\d{4}", nummer):
        return f"{nummer[:4]}-{nummer[4:]}"
    try:
        gelezen = phonenumbers.parse(nummer, "NL")
    except phonenumbers.NumberParseException:
        return nummer
    if not phonenumbers.is_valid_number(gelezen):
        return nummer
    formaat = phonenumbers.PhoneNumberFormat
    nederlands = gelezen.country_code == 31
    return phonenumbers.format_number(
        gelezen, formaat.NATIONAL if nederlands else formaat.INTERNATIONAL
    )


class _LeesField(models.CharField):
    """A CharField that stores one form of what people type in many."""

    lees: Callable[[str], str | None]
    melding: Any
    lengte: int

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", self.lengte)
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Any:
        waarde = super().to_python(value)
        if not waarde:
            return waarde
        gelezen = type(self).lees(waarde)
        if gelezen is None:
            raise ValidationError(self.melding, code="ongeldig")
        return gelezen

    def get_prep_value(self, value: Any) -> Any:
        """The one form where it can be read; parts of it (a lookup) as they are."""
        if not isinstance(value, str):
            return value
        return type(self).lees(value) or value

    def formfield(self, **kwargs: Any) -> Any:
        """Leave room for spaces and brackets that are taken out later."""
        veld: Any = super().formfield(**kwargs)
        if hasattr(veld, "max_length"):
            veld.max_length = 40
            veld.validators = [v for v in veld.validators if not isinstance(v, MaxLengthValidator)]
            veld.widget.attrs["maxlength"] = "40"
        return veld


class TelefoonField(_LeesField):
    """A phone number, stored as '+31…' or as the digits of a special number."""

    lees = staticmethod(lees_telefoon)
    lengte = 20
    melding = _("Dit is geen geldig telefoonnummer. Voorbeeld: 0413 28 19 11.")


class PostcodeField(_LeesField):
    """A full Dutch postcode, stored as '5401AB'."""

    lees = staticmethod(lees_postcode)
    lengte = 6
    melding = _("Dit is geen postcode. Een postcode is 4 cijfers en 2 letters: 5401 AB.")


class WebadresField(models.URLField):
    """A web address; 'www.voorbeeld.nl' is read as https."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"assume_scheme": "https"} | kwargs)
