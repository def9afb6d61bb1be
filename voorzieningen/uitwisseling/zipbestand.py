"""Opening a zip of a stranger: not too large when unpacked, whole, and without tricks."""

import io
import zipfile
import zlib

from .fout import Importfout
from .ruw import MEESTE_UITGEPAKT

STUK = 1 << 20
KAPOT = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError,
    ValueError, UnicodeError, OverflowError,
)  # fmt: skip


def open_zip(inhoud: bytes) -> zipfile.ZipFile:
    """The zip, after reading all of it once; Importfout if any part is damaged or too large."""
    try:
        archief = zipfile.ZipFile(io.BytesIO(inhoud))
        _controleer_omvang(archief)
        for deel in archief.infolist():
            _lees_door(archief, deel)
    except KAPOT as fout:
        raise Importfout(
            "Het bestand is beschadigd. Sla het opnieuw op en probeer het nog eens."
        ) from fout
    return archief


def _controleer_omvang(archief: zipfile.ZipFile) -> None:
    """By the size that each part claims: zipfile never unpacks more than that."""
    if sum(deel.file_size for deel in archief.infolist()) > MEESTE_UITGEPAKT:
        raise Importfout("Het bestand is uitgepakt te groot. Verdeel het over meer bestanden.")


def _lees_door(archief: zipfile.ZipFile, deel: zipfile.ZipInfo) -> None:
    """Check the sum, and refuse XML that brings definitions of its own."""
    with archief.open(deel) as bron:
        begin = bron.read(STUK)
        while bron.read(STUK):
            pass
    if b"<!DOCTYPE" in begin or b"<!ENTITY" in begin:
        raise Importfout("Dit bestand is geen gewoon rekenblad. Sla het in Excel op als .xlsx.")
