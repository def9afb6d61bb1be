"""Owners are asked in time, not too often, and staff hear where nobody reacts (L1)."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone

from sociale_basis.kern import post
from sociale_basis.kern.models import Mail
from sociale_basis.kern.taken import REGISTER
from tests.fabriek import een_organisatie, een_voorziening
from tests.voorzieningen.eigenaren import (
    TERMIJN,
    de_stichting,
    een_medewerker,
    een_oude_plek,
    een_oude_voorziening,
    lang_geleden,
)
from voorzieningen import controle
from voorzieningen.controle import rondes
from voorzieningen.models import Controlepunt, Controleverzoek, Voorstel

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L1")]
DAG = timedelta(days=1)


def _aan() -> list[str]:
    return sorted(Mail.objects.values_list("aan", flat=True))


# --- who is asked --------------------------------------------------------------------------
def test_the_organisation_with_an_address_is_asked_about_its_provision_and_its_place():
    stichting = de_stichting()
    koffie = een_oude_voorziening(redacteur=een_medewerker())
    linde = een_oude_plek(beheerstichting=stichting)
    assert controle.te_vragen() == {stichting: [koffie, linde]}


def test_an_organisation_is_asked_about_itself():
    stichting = de_stichting(laatst_gecontroleerd=lang_geleden())
    assert controle.te_vragen() == {stichting: [stichting]}


@pytest.mark.parametrize("weg", ["zonder adres", "gearchiveerd"])
def test_without_an_organisation_that_can_be_asked_it_is_the_redacteur(weg):
    stichting, rie = de_stichting(), een_medewerker()
    koffie = een_oude_voorziening(redacteur=rie)
    if weg == "zonder adres":
        stichting.email = ""
        stichting.save()
    else:
        stichting.archiveer("Gestopt.")
    koffie.refresh_from_db()
    assert controle.eigenaar_van(koffie) == rie


@pytest.mark.parametrize("velden", [{"email": ""}, {"is_active": False}])
def test_a_colleague_who_left_is_not_asked(velden):
    een_organisatie()
    koffie = een_oude_voorziening(redacteur=een_medewerker(**velden))
    assert controle.eigenaar_van(koffie) is None
    assert controle.te_vragen() == {}


# --- about what ----------------------------------------------------------------------------
def test_asking_begins_two_weeks_before_the_term_ends():
    de_stichting()
    een_oude_voorziening("Nog niet", laatst_gecontroleerd=lang_geleden(TERMIJN - 15))
    bijna = een_oude_voorziening("Bijna", laatst_gecontroleerd=lang_geleden(TERMIJN - 14))
    assert [*controle.te_vragen().values()] == [[bijna]]


def test_what_the_public_cannot_see_is_not_asked_about():
    stichting = de_stichting()
    een_oude_voorziening("Concept", publicatie="concept")
    een_oude_voorziening("Voorbij", zichtbaar_tot=lang_geleden(1))
    een_oude_voorziening("Weg").archiveer("Gestopt.")
    een_oude_plek(vertrouwelijk=True, is_ontmoetingsplek=False, beheerstichting=stichting)
    assert controle.te_vragen() == {}


def test_what_is_hidden_because_nobody_looked_is_asked_about_all_the_more(settings):
    settings.VERBERG_LANG_NIET_GECONTROLEERD = True
    de_stichting()
    oud = een_oude_voorziening(laatst_gecontroleerd=lang_geleden(800))
    assert [*controle.te_vragen().values()] == [[oud]]


def test_what_the_owner_corrected_waits_for_staff_and_not_for_the_owner():
    de_stichting()
    koffie = een_oude_voorziening()
    voorstel = Voorstel.objects.dien_in(koffie, {"kort": "Elke dinsdag."}, bron="controle")
    assert controle.te_vragen() == {}
    voorstel.wijs_af(een_medewerker(), "Dat klopt niet.")
    assert [*controle.te_vragen().values()] == [[koffie]]


def test_a_remark_of_a_visitor_does_not_stop_the_question():
    de_stichting()
    koffie = een_oude_voorziening()
    Voorstel.objects.dien_in(koffie, {}, bron="bezoeker", toelichting="Dicht")
    Voorstel.objects.dien_in(type(koffie), {"titel": "Nieuw"}, bron="controle")
    assert [*controle.te_vragen().values()] == [[koffie]]


# --- one mail for all of it ----------------------------------------------------------------
def test_an_owner_gets_one_mail_with_everything_and_one_link():
    stichting = de_stichting()
    een_oude_voorziening("Koffieochtend")
    een_oude_voorziening("Jan & Annie’s <soep>")
    verzoek = controle.vraag()[0]
    assert _aan() == ["info@stichting.voorbeeld.nl"]
    brief = Mail.objects.get()
    assert "Beste Stichting Samen Verder," in brief.tekst
    assert "- Koffieochtend (nagekeken op" in brief.tekst
    assert "- Jan & Annie’s <soep> (nagekeken" in brief.tekst
    assert brief.tekst.count("/nakijken/") == 1
    assert f"http://127.0.0.1:8000{verzoek.pad}" in brief.tekst
    assert verzoek.organisatie == stichting
    assert verzoek.punten.count() == 2


def test_a_long_list_is_cut_in_the_mail_and_whole_on_the_page():
    de_stichting()
    for nummer in range(rondes.MEESTE + 2):
        een_oude_voorziening(f"Koffie {nummer}")
    verzoek = controle.vraag()[0]
    assert "en nog 2 andere" in Mail.objects.get().tekst
    assert verzoek.punten.count() == rondes.MEESTE + 2


def test_nobody_is_asked_twice_in_a_period():
    de_stichting()
    een_oude_voorziening()
    nu = timezone.now()
    assert len(controle.vraag(nu)) == 1
    een_oude_voorziening("Later erbij")
    assert controle.vraag(nu) == []
    assert controle.vraag(nu + rondes.PERIODE - DAG) == []
    assert len(controle.vraag(nu + rondes.PERIODE)) == 1
    assert Controleverzoek.objects.first().punten.count() == 2
    assert len(_aan()) == 2


def test_a_mail_server_that_is_down_stops_nobody_and_loses_nothing(monkeypatch):
    def weg(self):
        raise ConnectionRefusedError("refused")

    de_stichting()
    een_oude_voorziening()
    with monkeypatch.context() as even:
        even.setattr(EmailBackend, "open", weg)
        REGISTER["eigenaren vragen"].functie()
        post.verstuur()
        assert mail.outbox == []
    Mail.objects.update(volgende_poging=timezone.now())
    post.verstuur()
    assert mail.outbox[0].to == ["info@stichting.voorbeeld.nl"]


# --- escalation ----------------------------------------------------------------------------
def _gevraagd(dagen_geleden: float) -> None:
    controle.vraag()
    Controleverzoek.objects.update(gevraagd_op=timezone.now() - dagen_geleden * DAG)


def test_after_six_weeks_without_reaction_the_redacteur_hears_of_it():
    de_stichting()
    rie = een_medewerker()
    koffie = een_oude_voorziening(redacteur=rie, laatst_gecontroleerd=lang_geleden(300))
    _gevraagd(41)
    assert controle.te_escaleren() == {}
    _gevraagd(42)
    assert controle.te_escaleren() == {rie: [koffie]}
    assert len(controle.escaleer()) == 1
    brief = Mail.objects.get(aan="rie@voorbeeld.nl")
    assert "Koffieochtend" in brief.tekst
    assert f"/beheer/voorzieningen/voorziening/{koffie.pk}/change/" in brief.tekst


def test_patience_counts_from_the_first_question_and_not_from_the_last():
    de_stichting()
    een_medewerker(groep="Redacteur")
    een_oude_voorziening(laatst_gecontroleerd=lang_geleden(300))
    _gevraagd(43)
    assert controle.vraag()
    assert len(controle.te_escaleren()) == 1


def test_what_was_confirmed_since_is_not_told():
    de_stichting()
    een_medewerker(groep="Redacteur")
    koffie = een_oude_voorziening(laatst_gecontroleerd=lang_geleden(300))
    _gevraagd(60)
    controle.bevestig(Controlepunt.objects.get())
    koffie.refresh_from_db()
    koffie.laatst_gecontroleerd = lang_geleden(10)
    koffie.save()
    assert controle.te_escaleren() == {}


def test_an_entry_that_nobody_can_be_asked_about_goes_to_the_editors():
    een_organisatie(laatst_gecontroleerd=lang_geleden(1))
    bea = een_medewerker("bea", groep="beheerder")
    rie = een_medewerker("rie", groep="Redacteur")
    een_medewerker("lex", groep="Lezer")
    koffie = een_oude_voorziening()
    bijna = een_oude_voorziening("Bijna", laatst_gecontroleerd=lang_geleden(TERMIJN - 5))
    gemeld = controle.te_escaleren()
    assert gemeld == {bea: [koffie], rie: [koffie]}
    assert bijna not in gemeld[rie]


def test_a_redacteur_who_does_not_react_is_not_the_one_who_hears_of_it_alone():
    een_organisatie(laatst_gecontroleerd=lang_geleden(1))
    rie, bea = een_medewerker("rie"), een_medewerker("bea", groep="redacteur")
    koffie = een_oude_voorziening(redacteur=rie, laatst_gecontroleerd=lang_geleden(300))
    _gevraagd(50)
    assert controle.te_escaleren() == {bea: [koffie]}


def test_without_editors_the_administrators_hear_of_it():
    een_organisatie(laatst_gecontroleerd=lang_geleden(1))
    ada = een_medewerker("ada", is_superuser=True)
    koffie = een_oude_voorziening()
    assert controle.te_escaleren() == {ada: [koffie]}


def test_staff_hear_of_it_once_a_period():
    een_organisatie(laatst_gecontroleerd=lang_geleden(1))
    een_medewerker(groep="Redacteur")
    een_oude_voorziening()
    nu = timezone.now()
    assert [len(controle.escaleer(nu + dagen * DAG)) for dagen in (0, 1, 27, 28)] == [1, 0, 0, 1]


def test_a_message_to_staff_does_not_count_as_a_question_to_them():
    een_organisatie(laatst_gecontroleerd=lang_geleden(1))
    rie = een_medewerker(groep="Redacteur")
    een_oude_voorziening("Van niemand")
    assert controle.escaleer()
    een_oude_voorziening("Van Rie", redacteur=rie)
    assert len(controle.vraag()) == 1


# --- the command and the job ---------------------------------------------------------------
def test_the_command_shows_who_would_be_asked_and_sends_nothing():
    de_stichting()
    een_oude_voorziening()
    een_voorziening("Vers")
    uit = StringIO()
    call_command("vraag_controle", stdout=uit)
    assert "Stichting Samen Verder: 1" in uit.getvalue()
    assert "dry run" in uit.getvalue()
    assert not Mail.objects.exists()


def test_the_command_asks_when_told_to():
    de_stichting()
    een_oude_voorziening()
    uit = StringIO()
    call_command("vraag_controle", "--opslaan", stdout=uit)
    assert "1 to owners, 0 to staff" in uit.getvalue()
    assert len(_aan()) == 1


def test_it_happens_every_day():
    assert REGISTER["eigenaren vragen"].elke == DAG


def test_the_number_of_queries_does_not_grow_with_the_map(django_assert_max_num_queries):
    de_stichting()
    for nummer in range(12):
        een_oude_voorziening(f"Koffie {nummer}")
        een_oude_plek(f"Plek {nummer}")
    with django_assert_max_num_queries(14):  # of four kinds
        controle.te_vragen()
        controle.te_escaleren()


# --- who was asked -------------------------------------------------------------------------
def test_staff_see_who_was_asked_and_what_came_of_it(admin_client):
    de_stichting()
    een_oude_voorziening("Koffieochtend")
    een_oude_voorziening("Soep")
    verzoek = controle.vraag()[0]
    controle.bevestig(verzoek.punten.first())
    lijst = admin_client.get("/beheer/voorzieningen/controleverzoek/?q=samen")
    rij = lijst.context["cl"].result_list[0]
    assert (rij.aantal, rij.klaar) == (2, 1)
    pagina = admin_client.get(f"/beheer/voorzieningen/controleverzoek/{verzoek.pk}/change/")
    tekst = pagina.content.decode()
    assert "alles klopt nog" in tekst
    assert "Soep" in tekst
    assert "/nakijken/" not in tekst
