"""Asking a question: short, kind, with or without a name, and never lost (L5, L6)."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from sociale_basis.kern.models import Crisiswoord, Mail
from sociale_basis.kern.werkdagen import werkdag_na
from tests.fabriek import een_buurt, een_voorziening
from tests.hulp.html import Lezer
from wijken.models import Hulpvraag, Postcodegebied, Teamlid
from wijken.views import vraag as views
from wijken.vragen import handelingen

from .mensen import VRAAG, Mensen, een_fatima, een_vraag, formulier, met_spatie

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L6")]


def stel(client: Client, adres: str = "/vraag/", **velden: str) -> Any:
    return client.post(adres, formulier(**velden))


# --- what is asked, and where it goes ------------------------------------------------------


@pytest.mark.eis("L5")
def test_a_question_goes_to_the_team_of_the_wijk_with_a_day(client: Client, mensen: Mensen) -> None:
    antwoord = stel(client, wijk="volkel")
    vraag = Hulpvraag.objects.get()
    assert antwoord.status_code == 302
    assert vraag.tekst == VRAAG
    assert (vraag.gebied, vraag.team, vraag.stand) == (mensen.volkel, mensen.volkel, "ontvangen")
    assert vraag.uiterlijk == werkdag_na(vraag.ontvangen_op.date(), 3)
    assert [vraag.naam, vraag.telefoon, vraag.email] == ["", "", ""]


def test_without_a_team_in_the_wijk_it_goes_to_the_level_above(
    client: Client, mensen: Mensen
) -> None:
    stel(client, wijk="zeeland")
    vraag = Hulpvraag.objects.get()
    assert (vraag.gebied, vraag.team) == (mensen.zeeland, mensen.gemeente)


def test_a_team_of_which_nobody_can_log_in_does_not_count(client: Client, mensen: Mensen) -> None:
    Teamlid.objects.filter(naam="Rik").update(gebruiker=None)
    stel(client, wijk="reek")
    assert Hulpvraag.objects.get().team == mensen.gemeente


def test_who_does_not_know_the_wijk_asks_the_municipality(client: Client, mensen: Mensen) -> None:
    stel(client)
    vraag = Hulpvraag.objects.get()
    assert (vraag.gebied, vraag.team) == (mensen.gemeente, mensen.gemeente)


def test_a_wijk_of_an_address_is_chosen_beforehand(client: Client, mensen: Mensen) -> None:
    html = client.get("/vraag/?wijk=volkel").content.decode()
    assert '<option value="volkel" selected>' in html


def test_a_buurt_stands_for_its_wijk(client: Client, mensen: Mensen) -> None:
    buurt = een_buurt(ouder=mensen.volkel)
    html = client.get(f"/vraag/?wijk={buurt.slug}").content.decode()
    assert '<option value="volkel" selected>' in html


def test_a_postcode_finds_the_wijk_and_is_not_kept(client: Client, mensen: Mensen) -> None:
    buurt = een_buurt(ouder=mensen.volkel)
    Postcodegebied.objects.create(postcode="5408AB", buurt=buurt)
    stel(client, postcode="5408 ab")
    vraag = Hulpvraag.objects.get()
    assert vraag.gebied == mensen.volkel
    assert "5408" not in str(vraag.__dict__)


@pytest.mark.parametrize(("postcode", "melding"), [("x", "geen Nederlandse"), ("9999ZZ", "Kies")])
def test_a_postcode_that_does_not_help_says_what_to_do(
    client: Client, mensen: Mensen, postcode: str, melding: str
) -> None:
    html = stel(client, postcode=postcode).content.decode()
    assert melding in html
    assert VRAAG in html
    assert f'value="{postcode}"' in html


def test_what_it_is_about_is_filled_in_beforehand(client: Client, mensen: Mensen) -> None:
    een_voorziening("Formulierenbrigade")
    html = client.get("/voorziening/formulierenbrigade/").content.decode()
    assert 'href="/vraag/?over=Formulierenbrigade"' in html
    assert "Het gaat over “Formulierenbrigade”." in (
        client.get("/vraag/?over=Formulierenbrigade").content.decode()
    )


# --- how the answer comes ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weg", "contact", "veld", "bewaard"),
    [
        ("telefoon", "06 12345678", "telefoon", "+31612345678"),
        ("mail", "annie@voorbeeld.nl", "email", "annie@voorbeeld.nl"),
    ],
)
def test_a_way_to_reach_somebody_is_kept_only_where_it_is_used(
    client: Client, mensen: Mensen, weg: str, contact: str, veld: str, bewaard: str
) -> None:
    stel(client, weg=weg, contact=contact)
    assert getattr(Hulpvraag.objects.get(), veld) == bewaard


@pytest.mark.parametrize("weg", ["site", "langs"])
def test_who_fills_in_a_number_and_forgets_to_choose_to_be_called_does_not_wait_in_vain(
    client: Client, mensen: Mensen, weg: str
) -> None:
    html = stel(client, weg=weg, contact="06 12345678").content.decode()
    assert not Hulpvraag.objects.exists()
    assert "Wilt u dat wij bellen of mailen?" in html
    assert 'value="06 12345678"' in html


def test_a_long_story_that_is_pasted_is_not_cut_off_by_the_browser(
    client: Client, mensen: Mensen
) -> None:
    vak = re.search(r"<textarea[^>]*>", client.get("/vraag/").content.decode())
    assert vak
    assert "maxlength" not in vak[0]
    html = stel(client, tekst="verhaal " * 300).content.decode()
    assert "verhaal " * 299 in html


@pytest.mark.parametrize(
    ("weg", "melding"),
    [("telefoon", "Vul uw telefoonnummer in"), ("mail", "Vul uw e-mailadres in")],
)
def test_who_wants_to_be_reached_and_tells_no_way_is_asked_for_it(
    client: Client, mensen: Mensen, weg: str, melding: str
) -> None:
    html = stel(client, weg=weg, contact="niks", naam="Annie").content.decode()
    assert melding in html
    assert 'value="niks"' in html
    assert 'value="Annie"' in html
    assert VRAAG in html
    assert 'href="#id_contact"' in html


def test_an_empty_form_says_what_is_needed_in_words(client: Client, mensen: Mensen) -> None:
    html = stel(client, tekst="", wijk="volkel").content.decode()
    assert "Schrijf in een paar woorden wat u wilt vragen" in html
    assert '<option value="volkel" selected>' in html
    assert Lezer(html).titel.startswith("Fout:")


def test_the_form_says_why_and_that_no_name_is_needed(client: Client, mensen: Mensen) -> None:
    html = met_spatie(client.get("/vraag/").content.decode())
    for zin in (
        "Geen vraag is te klein of te gek.",
        "Zo komt uw vraag bij het goede team.",
        "Het hoeft niet. Een voornaam is genoeg.",
        "Alleen het team leest uw vraag.",
        "binnen 3 werkdagen",
        'href="tel:',
    ):
        assert zin in html


# --- somebody by name ----------------------------------------------------------------------


@pytest.mark.eis("H6")
def test_an_aanspreekpersoon_can_be_asked_by_name(
    client: Client, mensen: Mensen, monkeypatch: pytest.MonkeyPatch
) -> None:
    fatima = een_fatima(monkeypatch, mensen.volkel)
    html = client.get("/vraag/?aan=fatima").content.decode()
    assert "Stel uw vraag aan Fatima" in html
    assert "In welke wijk" not in html
    stel(client, "/vraag/?aan=fatima")
    vraag = Hulpvraag.objects.get()
    assert (vraag.gericht_aan, vraag.aan_naam, vraag.team) == (fatima, "Fatima", mensen.volkel)
    assert "fatima@voorbeeld.nl" in Mail.objects.values_list("aan", flat=True)


@pytest.mark.eis("H6")
def test_who_cannot_be_reached_is_not_asked_but_the_team_is(client: Client, mensen: Mensen) -> None:
    html = client.get("/vraag/?aan=fatima").content.decode()
    assert "nu niet bereikbaar" in html
    stel(client, "/vraag/?aan=fatima", wijk="volkel")
    vraag = Hulpvraag.objects.get()
    assert (vraag.aan_naam, vraag.gericht_aan) == ("", None)


# --- danger --------------------------------------------------------------------------------


@pytest.fixture
def gevaar() -> None:
    for soort, zin in (("zelfdoding", "niet meer leven"), ("geweld", "slaat mij")):
        Crisiswoord.objects.get_or_create(soort=soort, zin=zin)


@pytest.mark.usefixtures("gevaar")
@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [("Dag. Ik wil niet meer leven.", "tel:113"), ("Mijn man slaat mij.", "tel:08002000")],
)
def test_words_of_danger_show_help_at_once_and_make_it_urgent(
    client: Client, mensen: Mensen, tekst: str, nummer: str
) -> None:
    html = client.post("/vraag/", formulier(tekst=tekst), follow=True).content.decode()
    assert f'href="{nummer}"' in html
    assert 'href="tel:112"' in html
    assert Hulpvraag.objects.get().is_spoed
    assert "spoed" in Mail.objects.earliest("pk").onderwerp


@pytest.mark.usefixtures("gevaar")
def test_a_long_story_is_read_to_its_end_and_sentence_by_sentence(mensen: Mensen) -> None:
    lang = "Ik woon hier al jaren. " * 60
    assert een_vraag(mensen.volkel, f"{lang}Mijn man slaat mij.").gevaren == ["geweld"]
    assert not een_vraag(mensen.volkel, "Wie slaat er een spijker in? Mij lukt het niet.").is_spoed


def test_an_ordinary_question_shows_no_emergency_numbers_at_the_top(
    client: Client, mensen: Mensen
) -> None:
    html = client.post("/vraag/", formulier(), follow=True).content.decode()
    assert "tel:113" not in html
    assert not Hulpvraag.objects.get().is_spoed


# --- robots, haste and doubles -------------------------------------------------------------


def test_sending_twice_asks_once_and_shows_the_same_code(client: Client, mensen: Mensen) -> None:
    een, twee = (stel(client)["Location"] for _keer in range(2))
    assert een == twee
    assert Hulpvraag.objects.count() == 1


def test_who_goes_back_to_mend_their_number_is_called_on_the_new_one(
    client: Client, mensen: Mensen
) -> None:
    stel(client, wijk="volkel", weg="telefoon", contact="0612345678")
    stel(client, wijk="volkel", weg="telefoon", contact="0687654321", naam="Truus")
    vraag = Hulpvraag.objects.get()
    assert (vraag.telefoon, vraag.naam) == ("+31687654321", "Truus")
    assert vraag.gebeurtenissen.count() == 2


def test_who_goes_back_to_choose_another_wijk_reaches_its_team(
    client: Client, mensen: Mensen
) -> None:
    stel(client, wijk="volkel")
    stel(client, wijk="reek")
    vraag = Hulpvraag.objects.get()
    assert (vraag.gebied, vraag.team) == (mensen.reek, mensen.reek)
    assert Mail.objects.filter(aan="rik@voorbeeld.nl").exists()


def test_what_is_mended_after_a_colleague_took_it_stays_with_that_colleague(
    client: Client, mensen: Mensen
) -> None:
    stel(client, wijk="volkel")
    handelingen.pak_op(Hulpvraag.objects.get(), mensen.fenna.gebruiker)
    stel(client, wijk="reek", weg="mail", contact="truus@voorbeeld.nl")
    vraag = Hulpvraag.objects.get()
    assert (vraag.team, vraag.behandelaar) == (mensen.volkel, mensen.fenna.gebruiker)
    assert vraag.email == "truus@voorbeeld.nl"


def test_nobody_can_be_buried_in_confirmations_they_did_not_ask_for(
    client: Client, mensen: Mensen
) -> None:
    for nummer in range(6):
        stel(client, weg="mail", contact="Iemand@voorbeeld.nl", kenmerk=f"pagina-{nummer}")
    assert Hulpvraag.objects.count() == 6
    assert Mail.objects.filter(aan__iexact="iemand@voorbeeld.nl").count() == 3


def test_two_people_with_the_same_words_each_have_their_own(client: Client, mensen: Mensen) -> None:
    stel(client, kenmerk="open-bij-annie")
    stel(client, kenmerk="open-bij-piet")
    assert Hulpvraag.objects.count() == 2


def test_every_opened_form_can_be_told_apart(client: Client, mensen: Mensen) -> None:
    kenmerken = {client.get("/vraag/").context["formulier"].initial["kenmerk"] for _k in range(3)}
    assert len(kenmerken) == 3


def test_a_robot_asks_nothing_and_a_person_it_happens_to_keeps_the_words(
    client: Client, mensen: Mensen
) -> None:
    html = stel(client, website_van_u="https://kwaad.voorbeeld.nl").content.decode()
    assert not Hulpvraag.objects.exists()
    assert VRAAG in html
    assert "of bel" in html


def test_a_form_that_is_sent_within_three_seconds_is_asked_again(
    client: Client, mensen: Mensen
) -> None:
    geopend = client.get("/vraag/").context["formulier"].initial["geopend"]
    html = stel(client, geopend=geopend).content.decode()
    assert "Kijk het nog eens na" in html
    assert VRAAG in html


def test_one_address_cannot_flood_a_team(client: Client, mensen: Mensen, monkeypatch) -> None:
    monkeypatch.setattr(views, "KEER", 2)
    for nummer in range(2):
        assert stel(client, kenmerk=str(nummer)).status_code == 302
    antwoord = stel(client, kenmerk="3")
    assert antwoord.status_code == 429
    assert VRAAG in antwoord.content.decode()
    assert Hulpvraag.objects.count() == 2


# --- without a trace -----------------------------------------------------------------------


@pytest.mark.eis("V7")
def test_asking_sets_no_cookie_but_the_one_against_forged_forms(
    client: Client, mensen: Mensen
) -> None:
    client.get("/vraag/")
    client.post("/vraag/", formulier(), follow=True)
    assert set(client.cookies) == {"csrftoken"}


@pytest.mark.eis("V7")
def test_the_form_is_kept_by_no_browser(client: Client, mensen: Mensen) -> None:
    assert "no-store" in client.get("/vraag/")["Cache-Control"]


def test_before_there_is_a_municipality_it_says_to_call(client: Client) -> None:
    html = stel(client).content.decode()
    assert "We kunnen uw vraag hier nog niet aannemen" in html
    assert 'href="tel:1400"' in html


def test_nobody_waits_for_the_mail_server(client: Client, mensen: Mensen) -> None:
    stel(client, wijk="volkel")
    assert mail.outbox == []
    assert Mail.objects.exists()


# --- the way here --------------------------------------------------------------------------


def test_the_button_stands_where_somebody_may_get_stuck(client: Client, mensen: Mensen) -> None:
    een_voorziening()
    for adres, link in (
        ("/", '"/vraag/"'),
        ("/zoeken/?q=kantklossen", '"/vraag/"'),
        ("/thema/geld/", '"/vraag/?over=Geld"'),
        ("/thema/geld/?wijk=volkel", '"/vraag/?wijk=volkel&amp;over=Geld"'),
        ("/wijk/volkel/", '"/vraag/?wijk=volkel"'),
        ("/bestaat-niet/", '"/vraag/"'),
    ):
        assert f"href={link}" in client.get(adres).content.decode(), adres
