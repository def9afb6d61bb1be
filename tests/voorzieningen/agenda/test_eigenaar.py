"""Who holds an activity is asked whether it is still right; staff see what nobody keeps (L1)."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from sociale_basis.kern.models import Mail
from tests.fabriek import een_activiteit, een_geheime_plek, een_organisatie, een_plek
from tests.rollen import ingelogd
from tests.voorzieningen.eigenaren import de_stichting, een_medewerker, lang_geleden
from voorzieningen import controle
from voorzieningen.models import Activiteit, ActiviteitDag, Controleverzoek, Voorstel

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L1"), pytest.mark.eis("M11")]


@pytest.fixture
def soep() -> Activiteit:
    """Held every week by an organisation with an address; nobody looked at it for long."""
    return een_activiteit(
        verantwoordelijke=de_stichting(),
        locatie=een_plek("De Linde"),
        laatst_gecontroleerd=lang_geleden(),
    )


def pad() -> str:
    [verzoek] = controle.vraag()
    return verzoek.pad


# --- the mail and its page -------------------------------------------------------------------


def test_who_holds_it_is_asked_with_all_else_that_is_theirs(soep):
    assert controle.te_vragen() == {soep.verantwoordelijke: [soep]}
    controle.vraag()
    assert "- Soep (nagekeken op" in Mail.objects.get().tekst


def test_the_page_says_when_and_where_it_is(client, soep):
    html = client.get(pad()).content.decode()
    assert soep.wanneer() in html
    assert "<dd>De Linde</dd>" in html


def test_one_tap_says_that_all_is_still_right(client, soep):
    adres = pad()
    assert client.get(adres).status_code == 200
    soep.refresh_from_db()
    assert soep.laatst_gecontroleerd == lang_geleden()  # looking changes nothing
    punt = client.get(adres).context["bladzijde"][0]
    assert (
        "“Soep” is nagekeken" in client.post(adres, {"punt": punt.pk}, follow=True).content.decode()
    )
    soep.refresh_from_db()
    assert soep.laatst_gecontroleerd == timezone.localdate()


def test_what_changed_waits_for_staff(client, soep):
    punt = client.get(pad()).context["bladzijde"][0]
    formulier = f"/nakijken/wijzigen/{punt.code}/"
    gegevens = {"kort": soep.kort, "telefoon": "085 000 9999", "anders": "Voortaan op maandag."}
    assert client.post(formulier, gegevens).status_code == 302
    voorstel = Voorstel.objects.get()
    assert voorstel.activiteit == soep
    assert "Voortaan op maandag." in voorstel.toelichting
    assert controle.te_vragen() == {}
    soep.refresh_from_db()
    assert soep.telefoon == ""


@pytest.mark.parametrize("welke", ["voorbij", "concept", "gearchiveerd", "geheim", "recent"])
def test_nobody_is_asked_about_what_the_public_cannot_come_to(soep, welke):
    doen = {
        "voorbij": {"herhaling": "een_keer", "begin_dag": timezone.localdate() - timedelta(9)},
        "concept": {"publicatie": "concept"},
        "geheim": {"locatie": een_geheime_plek()},
        "recent": {"laatst_gecontroleerd": timezone.localdate()},
    }
    for veld, waarde in doen.get(welke, {}).items():
        setattr(soep, veld, waarde)
    soep.archiveer("Gestopt.") if welke == "gearchiveerd" else soep.save()
    assert controle.te_vragen() == {}


def test_a_closed_period_does_not_stop_the_question(soep):
    begin = timezone.localdate()
    ActiviteitDag.objects.create(
        activiteit=soep, dag=begin, tot_en_met=begin + timedelta(weeks=6), afgelast=True
    )
    assert soep in controle.te_vragen()[soep.verantwoordelijke]


def test_staff_hear_where_nobody_reacts(soep):
    rie = een_medewerker(groep="redacteur")
    Activiteit.objects.update(laatst_gecontroleerd=lang_geleden(300))
    controle.vraag()
    assert controle.te_escaleren() == {}
    Controleverzoek.objects.update(gevraagd_op=timezone.now() - timedelta(weeks=7))
    assert controle.te_escaleren() == {rie: [soep]}


# --- the start page of staff -----------------------------------------------------------------


@pytest.fixture
def beheer() -> Client:
    return ingelogd(User.objects.create_superuser("beheer"))


def test_the_start_page_counts_what_is_of_an_overdue_organisation(beheer):
    oud = een_organisatie("Oud", laatst_gecontroleerd=lang_geleden())
    een_activiteit("Bij oud", verantwoordelijke=oud)
    een_activiteit("Concept", verantwoordelijke=oud, publicatie="concept")
    een_activiteit("Bij nieuw", verantwoordelijke=een_organisatie("Nieuw"))
    assert (
        "Activiteiten: de organisatie is te controleren" in beheer.get("/beheer/").content.decode()
    )
    lijst = beheer.get("/beheer/voorzieningen/activiteit/?let_op=organisatie").content.decode()
    assert "Bij oud" in lijst
    assert "Concept" not in lijst
    assert "Bij nieuw" not in lijst


def test_the_start_page_counts_what_has_no_day_to_come(beheer):
    gisteren = timezone.localdate() - timedelta(days=1)
    een_activiteit("Klaar", begin_dag=gisteren, herhaling="een_keer")
    assert "Activiteiten: voorbij, en nog op de website" in beheer.get("/beheer/").content.decode()
