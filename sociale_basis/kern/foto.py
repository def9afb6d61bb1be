"""Photos of people: made small and harmless, and shown only as long as somebody shows them (H6).

An app says who shows a photo::

    @fotoplek
    def team(sleutel, gebruiker) -> bool:
        return Teamlid.objects.zichtbaar().filter(foto=sleutel).exists()
"""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as tekst
from PIL import Image, ImageOps

from .models import Foto
from .taken import taak

ZIJDE = 400  # pixels
KLEINSTE = 100
GROOTSTE = 50_000_000  # pixels of a JPEG: more than a phone takes; it is decoded small
GROOTSTE_HEEL = 16_000_000  # of what is decoded whole: 200 MB of memory while it lasts
MEGABYTES = 15
SOORTEN = ("JPEG", "PNG", "WEBP")
GEZICHT = (0.5, 0.4)  # a face is above the middle

Fotoplek = Callable[[str, Any], bool]
_plekken: list[Fotoplek] = []


def fotoplek(functie: Fotoplek) -> Fotoplek:
    """Decorate a function (key, user) → whether somebody this user may see shows the photo."""
    _plekken.append(functie)
    return functie


def wordt_getoond(sleutel: str, gebruiker: Any) -> bool:
    return any(plek(sleutel, gebruiker) for plek in _plekken)


def verklein(bestand: IO[bytes]) -> bytes:
    """A square WebP of at most 400 pixels, upright, with nothing in it but the picture.

    ``ValidationError`` with a Dutch message for what is no photo, too big or too small.
    """
    beeld = _open(bestand)
    grootste = GROOTSTE if beeld.format == "JPEG" else GROOTSTE_HEEL
    if beeld.width * beeld.height > grootste:
        raise _te_groot()
    if min(beeld.size) < KLEINSTE:
        raise ValidationError(
            tekst("Deze foto is te klein. Hij moet minstens %d beeldpunten breed en hoog zijn.")
            % KLEINSTE
        )
    try:
        return _bewaar(_vierkant(beeld))
    except Exception as fout:
        raise _onleesbaar() from fout


def _open(bestand: IO[bytes]) -> Image.Image:
    """Only the head is read; what Pillow raises at bad files is not written down anywhere."""
    try:
        return Image.open(bestand, formats=SOORTEN)
    except Image.DecompressionBombError as fout:
        raise _te_groot() from fout
    except Exception as fout:
        raise _onleesbaar() from fout


def _te_groot() -> ValidationError:
    return ValidationError(tekst("Deze foto is te groot. Neem een nieuwe, kleinere foto."))


def _onleesbaar() -> ValidationError:
    return ValidationError(
        tekst("Dit bestand kunnen wij niet lezen. Kies een foto: JPG, PNG of WebP.")
    )


def _vierkant(beeld: Image.Image) -> Image.Image:
    beeld.draft("RGB", (2 * ZIJDE, 2 * ZIJDE))  # a JPEG is decoded small: less memory
    beeld = ImageOps.exif_transpose(beeld).convert("RGBA")
    zijde = min(ZIJDE, *beeld.size)
    beeld = ImageOps.fit(beeld, (zijde, zijde), centering=GEZICHT)
    schoon = Image.new("RGB", beeld.size, "white")
    schoon.paste(beeld, mask=beeld)
    return schoon


def _bewaar(beeld: Image.Image) -> bytes:
    uit = BytesIO()
    beeld.save(uit, "WEBP", quality=80, method=5)
    return uit.getvalue()


@taak("losse foto's weghalen", elke=timedelta(days=1))
def haal_losse_weg() -> None:
    """Photos whose row was deleted; one that was just made may still get its row."""
    gisteren = timezone.now() - timedelta(days=1)
    Foto.objects.los().filter(aangemaakt_op__lt=gisteren).delete()
