"""How long what is about a member stays after they left (V7)."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone

from sociale_basis.kern.bewaren import ruim_op
from sociale_basis.kern.foto import haal_losse_weg, verklein
from sociale_basis.kern.models import Foto
from tests.hulp.fotos import een_foto
from tests.wijken.mensen import een_teamlid, is_weg
from wijken.models import Afwezigheid, Teamlid

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V7")]


def vertrokken(dagen: int) -> Teamlid:
    lid = een_teamlid("Joost", over="Kom gerust langs.", bereikbaar="elke dag")
    lid.zet_foto(verklein(BytesIO(een_foto())))
    lid.save()
    lid.archiveer("Werkt hier niet meer.")
    weg_op = timezone.now() - timedelta(days=dagen)
    Teamlid.objects.update(gearchiveerd_op=weg_op)
    Foto.objects.update(aangemaakt_op=weg_op)
    return lid


def ruim() -> None:
    ruim_op(opslaan=True)
    haal_losse_weg()


def test_for_ninety_days_a_mistake_can_be_undone():
    vertrokken(89)
    ruim()
    lid = Teamlid.objects.get()
    assert (lid.telefoon, lid.over) == ("+31850004455", "Kom gerust langs.")
    assert Foto.objects.exists()


def test_then_photo_numbers_and_own_words_go_in_old_versions_too():
    vertrokken(91)
    ruim()
    lid = Teamlid.objects.get()
    assert [lid.telefoon, lid.email, lid.over, lid.bereikbaar, lid.foto] == ["", "", "", "", None]
    assert not Foto.objects.exists()
    for versie in Teamlid.history.all():
        assert (versie.telefoon, versie.email, versie.over, versie.foto_id) == ("", "", "", None)
    assert lid.naam == "Joost"


def test_after_two_years_the_name_goes_as_well():
    vertrokken(731)
    ruim()
    lid = Teamlid.objects.get()
    assert lid.naam == ""
    assert str(lid) == "oud-collega"
    assert not Teamlid.history.exclude(naam="").exists()


def test_who_still_works_here_keeps_everything():
    lid = een_teamlid("Joost")
    ruim_op(opslaan=True, nu=timezone.now() + timedelta(days=1000))
    lid.refresh_from_db()
    assert (lid.naam, lid.telefoon) == ("Joost", "+31850004455")


def test_days_of_absence_are_forgotten_after_a_month():
    lid = een_teamlid()
    is_weg(lid, van=-40, dagen=5)
    is_weg(lid, van=-20, dagen=5)
    is_weg(lid)
    ruim()
    assert Afwezigheid.objects.count() == 2
