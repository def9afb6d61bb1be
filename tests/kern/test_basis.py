"""Freshness and archive, shown on organisations because every kept model shares them."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.fabriek import een_organisatie, een_voorziening
from voorzieningen.models import Organisatie

pytestmark = pytest.mark.django_db

VANDAAG = date(2026, 6, 1)


def gecontroleerd(dagen_geleden: int, termijn: int = 100) -> Organisatie:
    return een_organisatie(
        f"Gecontroleerd {dagen_geleden} dagen geleden",
        laatst_gecontroleerd=VANDAAG - timedelta(days=dagen_geleden),
        controletermijn=termijn,
    )


@pytest.mark.eis("L1")
@pytest.mark.parametrize(
    ("dagen", "te_controleren", "lang_niet"),
    [
        (0, False, False),
        (100, False, False),
        (101, True, False),
        (200, True, False),
        (201, True, True),
    ],
)
def test_rows_and_one_object_agree_on_what_is_overdue(dagen, te_controleren, lang_niet):
    organisatie = gecontroleerd(dagen)
    assert organisatie.is_te_controleren(VANDAAG) is te_controleren
    assert organisatie.is_lang_niet_gecontroleerd(VANDAAG) is lang_niet
    assert Organisatie.objects.te_controleren(VANDAAG).exists() is te_controleren
    assert Organisatie.objects.lang_niet_gecontroleerd(VANDAAG).exists() is lang_niet


@pytest.mark.eis("L1")
def test_saving_is_not_checking():
    organisatie = gecontroleerd(150)
    organisatie.kort = "Een nieuwe zin."
    organisatie.save()
    assert organisatie.is_te_controleren(VANDAAG)


@pytest.mark.eis("L1")
def test_confirming_starts_a_new_term():
    organisatie = gecontroleerd(150)
    organisatie.bevestig(VANDAAG)
    organisatie.refresh_from_db()
    assert organisatie.laatst_gecontroleerd == VANDAAG
    assert not organisatie.is_te_controleren(VANDAAG)


def test_what_is_long_overdue_stays_visible_unless_the_setting_hides_it(settings):
    oud = gecontroleerd(5000)
    assert oud in Organisatie.objects.zichtbaar()
    settings.VERBERG_LANG_NIET_GECONTROLEERD = True
    assert oud not in Organisatie.objects.zichtbaar()


@pytest.mark.eis("V12")
def test_archiving_needs_a_reason_and_can_be_undone():
    organisatie = een_organisatie()
    with pytest.raises(ValidationError, match="waarom"):
        organisatie.archiveer("  ")
    organisatie.archiveer("Gestopt per 1 mei.")
    assert organisatie not in Organisatie.objects.zichtbaar()
    assert organisatie in Organisatie.objects.gearchiveerd()
    organisatie.herstel()
    assert organisatie in Organisatie.objects.zichtbaar()


@pytest.mark.eis("V12")
def test_the_database_itself_refuses_an_archive_without_reason():
    organisatie = een_organisatie()
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisatie.objects.filter(pk=organisatie.pk).update(gearchiveerd_op=timezone.now())


@pytest.mark.eis("L1")
def test_what_is_published_has_an_owner():
    with pytest.raises(IntegrityError), transaction.atomic():
        een_voorziening(verantwoordelijke=None)
    assert een_voorziening(verantwoordelijke=None, publicatie="concept").eigenaar == ""


def test_every_change_is_kept_in_the_history():
    organisatie = een_organisatie(kort="Eerst dit.")
    organisatie.kort = "Toen dat."
    organisatie.save()
    assert [versie.kort for versie in organisatie.history.all()] == ["Toen dat.", "Eerst dit."]
