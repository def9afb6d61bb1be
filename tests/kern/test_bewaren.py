"""Personal data: all of it has a term, and past that term it is gone (V7)."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from sociale_basis.kern import bewaren
from sociale_basis.kern.bewaren import BEWAARTERMIJNEN, bewaar, controleer_bewaartermijnen, ruim_op
from sociale_basis.kern.models import Mail
from sociale_basis.kern.taken import REGISTER
from tests.fabriek import een_organisatie
from voorzieningen.models import Organisatie

DAG = timedelta(days=1)


@pytest.fixture
def alleen_hier(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of terms of the test's own."""
    monkeypatch.setattr(bewaren, "BEWAARTERMIJNEN", {})


def _mail(dagen: int, **velden: object) -> Mail:
    klaar = timezone.now() - dagen * DAG if dagen else None
    vast = {"aan": "annie@voorbeeld.nl", "onderwerp": "Dag", "tekst": "", "html": ""}
    return Mail.objects.create(**vast | velden, klaar_op=klaar)


# --- the table -----------------------------------------------------------------------------
@pytest.mark.eis("V7")
def test_every_personal_field_of_every_model_has_a_term_and_a_reason() -> None:
    assert controleer_bewaartermijnen() == []
    assert all(str(termijn.waarom) for termijn in BEWAARTERMIJNEN.values())


def test_a_personal_field_is_known_by_its_kind_or_by_its_name() -> None:
    velden = set(bewaren.persoonlijke_velden())
    assert ("kern.mail", "aan") in velden
    assert ("voorzieningen.organisatie", "telefoon") in velden
    assert ("auth.user", "last_name") in velden
    assert ("voorzieningen.organisatie", "naam") not in velden
    assert not [model for model, _veld in velden if "historical" in model]


def test_a_field_that_was_forgotten_is_told(alleen_hier) -> None:
    fouten = controleer_bewaartermijnen()
    assert "kern.mail.aan has no retention term." in [fout.msg for fout in fouten]
    assert {fout.id for fout in fouten} == {"bewaren.W001"}


def test_every_term_names_fields_that_exist() -> None:
    for termijn in BEWAARTERMIJNEN.values():
        assert termijn._model._meta.get_field(termijn.veld)
        assert not termijn.sinds or termijn._model._meta.get_field(termijn.sinds)


def test_a_term_counts_from_something() -> None:
    with pytest.raises(ValueError, match="30 days"):
        bewaar("kern.Mail", "aan", dagen=30, waarom="zomaar")


# --- cleaning up ---------------------------------------------------------------------------
@pytest.mark.django_db
def test_mail_that_is_done_goes_after_its_term_and_what_waits_stays() -> None:
    _mail(31)
    blijft = {_mail(29), _mail(0)}
    ruim_op(opslaan=True)
    assert set(Mail.objects.all()) == blijft


@pytest.mark.django_db
def test_a_dry_run_counts_and_changes_nothing() -> None:
    _mail(31)
    uit = StringIO()
    call_command("ruim_op", stdout=uit)
    assert "kern.Mail.aan: 1 past 30 days after klaar_op" in uit.getvalue()
    assert "dry run" in uit.getvalue()
    assert Mail.objects.count() == 1
    call_command("ruim_op", "--opslaan", stdout=StringIO())
    assert Mail.objects.count() == 0


@pytest.mark.django_db
def test_a_field_is_emptied_in_earlier_versions_too(alleen_hier) -> None:
    oud = een_organisatie("Oud", email="oud@voorbeeld.nl", laatst_gecontroleerd=date(2025, 1, 1))
    oud.email = "nieuw@voorbeeld.nl"
    oud.save()
    vers = een_organisatie("Vers", email="vers@voorbeeld.nl")
    bewaar("voorzieningen.Organisatie", "email", dagen=90, sinds="laatst_gecontroleerd", waarom="x")
    assert sum(ruim_op(opslaan=True).values()) == 1
    assert set(oud.history.values_list("email", flat=True)) == {""}
    assert Organisatie.objects.get(pk=oud.pk).email == ""
    assert Organisatie.objects.get(pk=vers.pk).email == "vers@voorbeeld.nl"
    assert vers.history.get().email == "vers@voorbeeld.nl"


@pytest.mark.django_db
def test_an_old_version_of_what_changed_since_does_not_keep_it(alleen_hier) -> None:
    vers = een_organisatie("Vers", email="oud@voorbeeld.nl")
    vers.history.update(history_date=timezone.now() - 91 * DAG)
    vers.email = "vers@voorbeeld.nl"
    vers.save()
    bewaar("voorzieningen.Organisatie", "email", dagen=90, sinds="laatst_gecontroleerd", waarom="x")
    ruim_op(opslaan=True)
    assert set(vers.history.values_list("email", flat=True)) == {"", "vers@voorbeeld.nl"}


@pytest.mark.django_db
def test_it_happens_often_enough_for_a_term_of_a_day() -> None:
    _mail(31)
    REGISTER["gegevens opruimen"].functie()
    assert REGISTER["gegevens opruimen"].elke <= DAG / 24
    assert Mail.objects.count() == 0
