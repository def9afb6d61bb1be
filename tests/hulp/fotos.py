"""Photos for tests, made on the spot."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

ROOD, BLAUW = (200, 30, 30), (30, 30, 200)


def een_foto(
    breed: int = 600, hoog: int = 800, *, soort: str = "JPEG", modus: str = "RGB", **opties: Any
) -> bytes:
    """Red on top, blue below; ``opties`` go to Pillow (exif, quality …)."""
    beeld = Image.new("RGB", (breed, hoog), ROOD)
    beeld.paste(BLAUW, (0, hoog // 2, breed, hoog))
    uit = BytesIO()
    beeld.convert(modus).save(uit, soort, **opties)
    return uit.getvalue()


def een_upload(inhoud: bytes | None = None, naam: str = "ik.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, een_foto() if inhoud is None else inhoud, "image/jpeg")


def gelezen(inhoud: bytes) -> Image.Image:
    beeld = Image.open(BytesIO(inhoud))
    beeld.load()
    return beeld
