"""Photos of people: small, upright, nothing but the picture, gone when nobody shows them."""

import struct
import zlib
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone
from PIL import Image

from sociale_basis.kern.foto import haal_losse_weg, verklein
from sociale_basis.kern.fotoveld import Fotoveld
from sociale_basis.kern.models import Foto
from tests.fabriek import een_wijk
from tests.hulp.fotos import een_foto, een_upload, gelezen
from tests.rollen import een_medewerker, ingelogd
from tests.wijken.mensen import een_teamlid
from wijken.models import Teamlid

pytestmark = pytest.mark.eis("H6")
ORIENTATIE, CAMERA = 0x0112, 0x0110


def kleur(beeld: Image.Image, waar: tuple[int, int]) -> str:
    rood, _groen, blauw = beeld.convert("RGB").getpixel(waar)
    return "rood" if rood > blauw else "blauw"


def png_van(breed: int, hoog: int) -> bytes:
    """The head of a PNG that promises very many pixels, and hardly anything after it."""
    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    stukken = ((b"IHDR", kop), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_stuk(*stuk) for stuk in stukken)


def _stuk(soort: bytes, inhoud: bytes) -> bytes:
    som = struct.pack(">I", zlib.crc32(soort + inhoud))
    return struct.pack(">I", len(inhoud)) + soort + inhoud + som


@pytest.mark.parametrize(
    "origineel",
    [
        een_foto(),
        een_foto(3000, 200),
        een_foto(soort="PNG", modus="RGBA"),
        een_foto(soort="PNG", modus="P"),
        een_foto(soort="JPEG", modus="CMYK"),
        een_foto(soort="WEBP"),
        een_foto(soort="PNG", modus="L"),
    ],
)
def test_whatever_comes_in_a_small_square_webp_goes_out(origineel):
    beeld = gelezen(verklein(BytesIO(origineel)))
    assert beeld.format == "WEBP"
    assert beeld.width == beeld.height <= 400
    assert beeld.mode == "RGB"


def test_a_small_photo_is_not_blown_up():
    assert gelezen(verklein(BytesIO(een_foto(150, 120)))).size == (120, 120)


def test_a_transparent_photo_gets_a_white_ground():
    uit = BytesIO()
    Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(uit, "PNG")
    beeld = gelezen(verklein(BytesIO(uit.getvalue()))).convert("RGB")
    assert min(beeld.getpixel((100, 100))) > 250


def test_a_photo_that_lies_on_its_side_is_put_upright():
    exif = Image.Exif()
    exif[ORIENTATIE] = 3  # upside down
    beeld = gelezen(verklein(BytesIO(een_foto(exif=exif))))
    assert (kleur(beeld, (200, 20)), kleur(beeld, (200, 380))) == ("blauw", "rood")


@pytest.mark.eis("V7")
def test_nothing_stays_of_where_and_with_what_it_was_taken():
    exif = Image.Exif()
    exif[CAMERA] = "Telefoon van Joost"
    exif.get_ifd(0x8825)[1] = "N"  # GPS
    origineel = een_foto(exif=exif, comment=b"thuis in de Kerkstraat")
    assert b"Telefoon van Joost" in origineel
    klein = verklein(BytesIO(origineel))
    assert b"Joost" not in klein
    assert b"Kerkstraat" not in klein
    assert not gelezen(klein).getexif()
    assert set(gelezen(klein).info) <= {"loop", "background", "timestamp", "duration"}


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"hallo", "kunnen wij niet lezen"),
        (b"%PDF-1.7 een brief", "kunnen wij niet lezen"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "kunnen wij niet"),
        (een_foto(soort="GIF", modus="P"), "kunnen wij niet lezen"),
        (een_foto()[:2000], "kunnen wij niet lezen"),
        (png_van(300, 300), "kunnen wij niet lezen"),
        (png_van(5_000, 5_000), "te groot"),
        (een_foto(7_200, 7_200, soort="JPEG"), "te groot"),
        (png_van(20_000, 20_000), "te groot"),
        (png_van(2**31 - 1, 2**31 - 1), "te groot"),
        (een_foto(90, 600), "te klein"),
    ],
)
def test_what_is_no_good_photo_is_refused_in_dutch(inhoud, melding):
    with pytest.raises(ValidationError, match=melding):
        verklein(BytesIO(inhoud))


def test_the_field_gives_bytes_or_nothing_and_refuses_what_is_too_heavy():
    veld = Fotoveld(required=False)
    assert veld.clean(None) is None
    assert gelezen(veld.clean(een_upload())).format == "WEBP"
    zwaar = een_upload()
    zwaar.size = 16 * 1024 * 1024
    with pytest.raises(ValidationError, match="hoogstens 15 MB"):
        veld.clean(zwaar)


def met_foto(**velden) -> Teamlid:
    lid = een_teamlid(**velden)
    lid.zet_foto(verklein(BytesIO(een_foto())))
    lid.save()
    return lid


@pytest.mark.django_db
class TestHetAdres:
    def test_it_shows_the_photo_and_the_browser_may_keep_it(self, client):
        antwoord = client.get(f"/foto/{met_foto().foto_id}.webp")
        assert antwoord["Content-Type"] == "image/webp"
        assert gelezen(antwoord.content).size == (400, 400)
        assert "private" in antwoord["Cache-Control"]
        assert "max-age=2592000" in antwoord["Cache-Control"]
        assert "Set-Cookie" not in antwoord

    @pytest.mark.eis("V7")
    def test_it_is_gone_at_once_when_the_person_leaves(self, client):
        lid = met_foto()
        lid.archiveer("Werkt hier niet meer.")
        assert client.get(f"/foto/{lid.foto_id}.webp").status_code == 404

    def test_another_photo_has_another_address_and_the_old_one_is_gone(self, client):
        lid = met_foto()
        oud = lid.foto_id
        lid.zet_foto(verklein(BytesIO(een_foto(500, 500))))
        lid.save()
        assert lid.foto_id != oud
        assert client.get(f"/foto/{oud}.webp").status_code == 404
        assert Foto.objects.count() == 1

    def test_a_photo_that_nobody_shows_is_for_staff_only(self, client):
        los = Foto.objects.create(beeld=b"x")
        assert client.get(f"/foto/{los.pk}.webp").status_code == 404
        redacteur = ingelogd(een_medewerker("redacteur"))
        assert redacteur.get(f"/foto/{los.pk}.webp").status_code == 200

    def test_a_key_that_does_not_exist_is_not_found(self, client):
        assert client.get("/foto/bestaat-niet.webp").status_code == 404
        assert ingelogd(een_medewerker("redacteur")).get("/foto/nee.webp").status_code == 404

    def test_a_page_of_faces_reads_no_pictures(self, client, django_assert_num_queries):
        met_foto()
        with django_assert_num_queries(1):
            (lid,) = Teamlid.objects.zichtbaar()
            assert f"/foto/{lid.foto_id}.webp" in render_to_string(
                "_gezicht.html", {"persoon": lid}
            )


@pytest.mark.django_db
def test_photos_whose_row_was_deleted_go_within_days():
    lid = met_foto()
    oud = timezone.now() - timedelta(days=2)
    Foto.objects.create(beeld=b"los", aangemaakt_op=oud)
    Foto.objects.create(beeld=b"net gemaakt")
    Foto.objects.filter(pk=lid.foto_id).update(aangemaakt_op=oud)
    haal_losse_weg()
    assert {bytes(foto.beeld)[:3] for foto in Foto.objects.all()} == {b"net", b"RIF"}


@pytest.mark.parametrize(
    ("naam", "initialen"),
    [("Joost de Wit", "JW"), ("Fatima", "F"), ("An van den Berg-Smit", "AB"), ("Élise Ök", "ÉÖ")],
)
def test_without_a_photo_the_initials_stand_there(naam, initialen):
    html = render_to_string("_gezicht.html", {"persoon": Teamlid(naam=naam)})
    assert f">{initialen}</span>" in html
    assert 'aria-hidden="true"' in html


@pytest.mark.django_db
def test_the_photo_says_who_it_is():
    een_wijk()
    html = render_to_string("_gezicht.html", {"persoon": met_foto(naam="Joost <b>")})
    assert 'alt="Foto van Joost &lt;b&gt;"' in html
    assert 'width="400" height="400"' in html


def test_the_same_person_always_has_the_same_colour():
    kleuren = {Teamlid(naam=naam).gezichtskleur for naam in ("Joost", "An", "Els", "Bo", "Mo")}
    assert Teamlid(naam="Joost").gezichtskleur == Teamlid(naam="Joost").gezichtskleur
    assert len(kleuren) > 1
    assert kleuren <= set(range(1, 7))
