"""Who is a familiar face, and who may be seen (H6, V9)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from sociale_basis.kern.foto import verklein
from sociale_basis.kern.models import Foto
from tests.fabriek import een_buurt, een_geheime_plek, een_plek, een_thema, een_wijk
from tests.hulp.fotos import een_upload
from vrijwilligers.kring import bij_naam, dichtstbij, kring_van
from vrijwilligers.models import Aanspreekpersoon
from wijken.models import Gebied

from .mensen import een_aanspreekpersoon, een_taal

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H6")]
VANDAAG = timezone.localdate


# --- who may be seen -------------------------------------------------------------------------

ONZICHTBAAR = {
    "no consent yet": {"toestemming_op": None},
    "consent taken back": {"ingetrokken_op": date(2026, 11, 1)},
    "paused": {"stand": "pauze"},
    "paused with a day to come back that is past": {"stand": "pauze", "terug_op": "2026-11-01"},
}


@pytest.mark.parametrize("velden", ONZICHTBAAR.values(), ids=ONZICHTBAAR)
def test_without_consent_or_during_a_pause_nobody_is_seen(velden):
    een_aanspreekpersoon(**velden)
    assert not Aanspreekpersoon.objects.zichtbaar().exists()
    assert not Aanspreekpersoon.objects.bereikbaar().exists()


@pytest.mark.eis("V9")
def test_who_is_full_is_seen_and_takes_no_question():
    vol = een_aanspreekpersoon(stand="vol")
    assert list(Aanspreekpersoon.objects.zichtbaar()) == [vol]
    assert not Aanspreekpersoon.objects.bereikbaar().exists()


def test_who_stops_is_gone_at_once():
    persoon = een_aanspreekpersoon()
    persoon.stop()
    assert not Aanspreekpersoon.objects.zichtbaar().exists()
    assert persoon.archiefreden


def test_consent_can_be_given_taken_back_and_given_again():
    persoon = een_aanspreekpersoon(toestemming_op=None)
    persoon.geef_toestemming()
    assert persoon.heeft_toestemming
    persoon.ingetrokken_op = VANDAAG()
    persoon.save()
    assert not Aanspreekpersoon.objects.zichtbaar().exists()
    persoon.geef_toestemming()
    assert Aanspreekpersoon.objects.zichtbaar().exists()


# --- the address says nothing ------------------------------------------------------------------


@pytest.mark.eis("V7")
def test_the_address_is_drawn_by_lot_and_stays_when_the_name_changes():
    persoon = een_aanspreekpersoon("Fatima El Idrissi")
    adres = persoon.get_absolute_url()
    assert "fatima" not in adres
    assert "volkel" not in adres
    persoon.naam = "Fatima"
    persoon.save()
    assert persoon.get_absolute_url() == adres
    assert een_aanspreekpersoon("Fatima").get_absolute_url() != adres


# --- state -------------------------------------------------------------------------------------


@pytest.mark.eis("V9")
def test_since_follows_the_state_and_nothing_else():
    persoon = een_aanspreekpersoon(stand_sinds=date(2026, 1, 1))
    persoon = Aanspreekpersoon.objects.get(pk=persoon.pk)
    persoon.waarvoor = "Iets anders."
    persoon.save()
    assert persoon.stand_sinds == date(2026, 1, 1)
    persoon.zet_stand("pauze", VANDAAG() + timedelta(days=14))
    persoon.refresh_from_db()
    assert (persoon.stand, persoon.stand_sinds) == ("pauze", VANDAAG())


@pytest.mark.eis("V9")
def test_a_day_to_come_back_belongs_to_a_pause():
    persoon = een_aanspreekpersoon(stand="pauze", terug_op=date(2027, 1, 1))
    persoon.zet_stand("actief", date(2027, 1, 1))
    assert persoon.terug_op is None
    with pytest.raises(IntegrityError), transaction.atomic():
        Aanspreekpersoon.objects.update(terug_op=date(2027, 1, 1))


def test_staff_hear_of_old_consent_and_of_a_long_pause():
    vandaag = VANDAAG()
    oud = een_aanspreekpersoon("Oud", toestemming_op=vandaag - timedelta(days=366))
    lang = een_aanspreekpersoon(
        "Lang", stand="pauze", stand_sinds=vandaag - timedelta(days=62), toestemming_op=vandaag
    )
    een_aanspreekpersoon("Kort", stand="pauze", toestemming_op=vandaag - timedelta(days=365))
    assert list(Aanspreekpersoon.objects.toestemming_oud()) == [oud]
    assert list(Aanspreekpersoon.objects.lang_op_pauze()) == [lang]
    lang.stop()
    assert not Aanspreekpersoon.objects.lang_op_pauze().exists()


# --- what may not be -----------------------------------------------------------------------------

FOUT = {
    "email": {"email": "", "telefoon": ""},
    "toestemming_op": {"toestemming_op": date(2999, 1, 1)},
    "ingetrokken_op": {"ingetrokken_op": date(2026, 1, 1)},
    "toestemming_nummer": {"toestemming_nummer": True},
}


@pytest.mark.parametrize(("veld", "velden"), FOUT.items(), ids=FOUT)
def test_the_form_says_what_is_wrong(veld, velden):
    persoon = een_aanspreekpersoon()
    for naam, waarde in velden.items():
        setattr(persoon, naam, waarde)
    with pytest.raises(ValidationError) as fout:
        persoon.full_clean()
    assert set(fout.value.message_dict) == {veld}


@pytest.mark.eis("V7")
def test_the_own_number_is_public_only_with_consent_for_exactly_that():
    persoon = een_aanspreekpersoon(telefoon="085 000 7788")
    assert persoon.openbaar_nummer == ""
    persoon.toestemming_nummer = True
    assert persoon.openbaar_nummer == persoon.telefoon


@pytest.mark.eis("V7")
def test_no_photo_is_kept_without_consent():
    persoon = een_aanspreekpersoon(toestemming_foto=True)
    persoon.zet_foto(verklein(een_upload()))
    persoon.save()
    assert Foto.objects.exists()
    persoon.toestemming_foto = False
    persoon.save()
    persoon.refresh_from_db()
    assert persoon.foto_id is None
    assert not Foto.objects.exists()


# --- around an area ------------------------------------------------------------------------------


@pytest.fixture
def hoensbroek() -> Gebied:
    return een_wijk("Hoensbroek", soort=Gebied.Soort.STADSDEEL)


def test_a_wijk_has_its_own_and_who_is_full_comes_last():
    volkel = een_wijk("Volkel")
    een_aanspreekpersoon("Anna", volkel, stand="vol")
    een_aanspreekpersoon("Zoë", volkel)
    een_aanspreekpersoon("Reek", een_wijk("Reek"))
    assert [p.naam for p in kring_van(volkel).hier] == ["Zoë", "Anna"]
    assert kring_van(volkel).binnen == kring_van(volkel).boven == ()


def test_a_wijk_without_one_has_those_of_the_nearest_level_above(hoensbroek):
    wijk = een_wijk("Mariarade", ouder=hoensbroek)
    een_aanspreekpersoon("Stad", hoensbroek.ouder)
    een_aanspreekpersoon("Ria", hoensbroek)
    kring = kring_van(wijk)
    assert kring.hier == ()
    assert [(p.naam, p.gebied_naam) for p in kring.boven] == [("Ria", "Hoensbroek")]


def test_a_stadsdeel_and_the_municipality_also_have_those_of_their_wijken(hoensbroek):
    wijk = een_wijk("Mariarade", ouder=hoensbroek)
    een_aanspreekpersoon("Ria", hoensbroek)
    een_aanspreekpersoon("Yusuf", wijk)
    kring = kring_van(hoensbroek)
    assert [p.naam for p in kring.hier] == ["Ria"]
    assert [(p.naam, p.gebied_naam) for p in kring.binnen] == [("Yusuf", "Mariarade")]
    assert {p.naam for p in kring_van(hoensbroek.ouder).binnen} == {"Ria", "Yusuf"}


def test_somebody_for_two_areas_is_there_once(hoensbroek):
    een, twee = een_wijk("Een", ouder=hoensbroek), een_wijk("Twee", ouder=hoensbroek)
    ria = een_aanspreekpersoon("Ria", een)
    ria.gebieden.add(twee, hoensbroek)
    kring = kring_van(hoensbroek)
    assert (kring.hier, kring.binnen) == ((ria,), ())
    assert kring_van(twee).hier == (ria,)


def test_the_nearest_who_takes_a_question_is_never_somebody_full(hoensbroek):
    wijk = een_wijk("Mariarade", ouder=hoensbroek)
    buurt = een_buurt("Mariarade-Noord", ouder=wijk)
    een_aanspreekpersoon("Yusuf", wijk, stand="vol")
    ria = een_aanspreekpersoon("Ria", hoensbroek)
    assert dichtstbij(buurt) == ria
    ria.zet_stand("pauze")
    assert dichtstbij(buurt) is None


def test_with_a_theme_who_knows_of_it_comes_first():
    volkel, geld = een_wijk("Volkel"), een_thema("Geld")
    schulden = een_thema("Schulden", ouder=geld)
    een_aanspreekpersoon("Fatima", volkel)
    een_aanspreekpersoon("Marijke", volkel.ouder, themas=[schulden])
    een_aanspreekpersoon("Selam", volkel.ouder)
    assert [p.naam for p in bij_naam(volkel, geld)] == ["Marijke", "Fatima"]
    assert [p.naam for p in bij_naam(volkel)] == ["Fatima"]


def test_a_circle_is_one_query_whoever_is_in_it(django_assert_num_queries, hoensbroek):
    wijk = een_wijk("Mariarade", ouder=hoensbroek)
    for nummer in range(3):
        een_aanspreekpersoon(f"Naam {nummer}", wijk, talen=[een_taal()])
    wijk.keten()
    with django_assert_num_queries(1):
        assert [p.taalnamen for p in kring_van(wijk).hier] == [["Turks"]] * 3
    with django_assert_num_queries(1):
        dichtstbij(wijk)
    with django_assert_num_queries(1):
        bij_naam(wijk, None)


# --- what a card shows ---------------------------------------------------------------------------


def test_a_card_names_languages_in_order_and_the_place():
    een_aanspreekpersoon(
        talen=[een_taal("Turks"), een_taal("Arabisch")], loop_binnen_bij=een_plek("De Zwaan")
    )
    rij = Aanspreekpersoon.objects.voor_kaartjes().get()
    assert rij.taalnamen == ["Arabisch", "Turks"]
    assert (rij.plek_naam, rij.plek_slug) == ("De Zwaan", "de-zwaan")


@pytest.mark.parametrize("plek", [een_geheime_plek, lambda: een_plek(publicatie="concept")])
def test_a_place_that_may_not_be_known_is_none(plek):
    een_aanspreekpersoon(loop_binnen_bij=plek())
    rij = Aanspreekpersoon.objects.voor_kaartjes().get()
    assert (rij.plek_naam, rij.taalnamen) == (None, [])
