"""The sheet 'Uitleg': every column explained in the file itself, with examples and choices."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.text import capfirst

from voorzieningen.models import Boomlaag, Doelgroep, Taal, Thema, Voorwaarde
from wijken.models import Gebied

from .bladen import BLADEN
from .kolommen import Blad, Deelblad, Kolom, veld_van
from .verwijzingen import Naslag
from .waarden import SCHEIDING, Keuze, Verwijzing

KOP = ("Blad", "Kolom", "Verplicht", "Wat vult u in", "Toegestane waarden", "Voorbeeld")
# Whose keys are few enough to list.
GENOEMD = {Boomlaag, Voorwaarde, Thema, Doelgroep, Taal, Gebied}
LANGSTE_CEL = 32_000
BEGIN = (
    "Zo werkt dit bestand",
    "Elk blad heeft één soort gegevens. Elke rij is één ding: één organisatie, één plek, één stap.",
    "De sleutel zegt om welke het gaat. Verander een sleutel niet. De naam mag u wel veranderen.",
    "Een rij die u weglaat, blijft in het portaal zoals hij is. Een kolom die u weglaat ook.",
    "Een lege cel maakt het veld leeg, behalve waar dat niet kan.",
    "Alle rijen van één plek of voorziening op het blad Openingstijden zijn samen de nieuwe "
    "openingstijden. Zo ook bij Afwijkende dagen en Ruimtes.",
    "Lagen, Stappen, Voorwaarden en Regieafspraken zijn samen de boom. Een stap gaat van een laag "
    "of een voorziening naar een laag of een voorziening: vul van elk paar kolommen er één in.",
    "Bij het importeren ziet u eerst wat er verandert. Pas daarna bewaart u het.",
)


def uitlegrijen() -> Iterator[list[str]]:
    """The sheet, row by row."""
    for regel in BEGIN:
        yield [regel]
    yield []
    yield list(KOP)
    naslag = Naslag()
    for blad in BLADEN:
        for kolom in blad.kolommen:
            yield _rij(blad, kolom, naslag)


def _rij(blad: Blad, kolom: Kolom, naslag: Naslag) -> list[str]:
    return [
        blad.naam,
        kolom.kop,
        "ja" if is_verplicht(blad, kolom) else "nee",
        " ".join(filter(None, _zinnen(blad, kolom))),
        _toegestaan(blad, kolom, naslag),
        kolom.voorbeeld,
    ]


def _zinnen(blad: Blad, kolom: Kolom) -> Iterator[str]:
    veld = veld_van(blad.model, kolom.veld)
    if kolom.uitleg:
        yield kolom.uitleg
    else:
        yield str(getattr(veld, "help_text", "") or "") or blad.waarden[kolom.veld].uitleg
        if isinstance(blad.waarden[kolom.veld], Verwijzing):
            yield blad.waarden[kolom.veld].uitleg
    grens = getattr(veld, "max_length", None)
    if grens and not blad.waarden[kolom.veld].keuzes:
        yield f"Hoogstens {grens} tekens."


def _toegestaan(blad: Blad, kolom: Kolom, naslag: Naslag) -> str:
    waarde = blad.waarden[kolom.veld]
    if isinstance(waarde, Keuze):
        paren = zip(waarde.keuzes, waarde.opties, strict=True)
        return SCHEIDING.join(
            keuze if keuze == str(label) else f"{keuze} ({label})"
            for keuze, (_code, label) in paren
        )
    if isinstance(waarde, Verwijzing):
        return _sleutels(waarde.naar, naslag)
    return SCHEIDING.join(waarde.keuzes)


def _sleutels(model: Any, naslag: Naslag) -> str:
    if model not in GENOEMD:
        return capfirst(str(model._meta.verbose_name_plural))
    return SCHEIDING.join(sorted(naslag.lijst(model).sleutels.values()))[:LANGSTE_CEL]


def is_verplicht(blad: Blad, kolom: Kolom) -> bool:
    """Whether a new row cannot do without it."""
    veld = veld_van(blad.model, kolom.veld)
    if kolom.veld in ("bij", "slug"):
        return isinstance(blad, Deelblad)
    if veld is None or kolom.alleen_lezen or isinstance(veld, models.BooleanField):
        return False
    return not veld.blank and not veld.has_default()
