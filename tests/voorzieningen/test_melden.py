"""Visitors tell what is wrong or missing, robots do not, and who left an address is answered."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from sociale_basis.kern import bewaren, post
from sociale_basis.kern.begrenzen import DOEL
from sociale_basis.kern.models import Mail
from sociale_basis.kern.ondertekend import onderteken
from tests.fabriek import een_geheime_plek, een_organisatie, een_plek, een_voorziening
from tests.hulp.html import Lezer
from tests.voorzieningen.eigenaren import een_medewerker
from voorzieningen.models import Voorstel
from voorzieningen.views import melden

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V5"), pytest.mark.usefixtures("lege_cache")]
MIS = "/ik-mis-iets/"
FOUT = "/voorziening/formulierenbrigade/klopt-niet/"
DAG = timedelta(days=1)


@pytest.fixture
def brigade():
    return een_voorziening(telefoon="085 000 1111")


def _invoer(**velden):
    geopend = onderteken(DOEL, timezone.now().timestamp() - 30)
    return {"geopend": geopend, "website_van_u": "", "email": ""} | velden


def _meld(client, adres=FOUT, **velden):
    standaard = {"wat": "anders", "hoe": "De deur was dicht."}
    return client.post(adres, _invoer(**standaard | velden))


@pytest.mark.parametrize(
    ("adres", "velden"), [(FOUT, {}), (MIS, {"wat": "Kantklossen", "meer": "In Volkel"})]
)
def test_who_goes_back_and_sends_it_again_tells_it_once(client, brigade, adres, velden):
    for _keer in range(2):
        assert _meld(client, adres, **velden)["Location"] == "/bedankt/"
    assert Voorstel.objects.count() == 1
    _meld(client, adres, email="annie@voorbeeld.nl", **velden)
    assert Voorstel.objects.count() == 2


# --- something is wrong --------------------------------------------------------------------
@pytest.mark.parametrize(
    ("maak", "adres"),
    [
        (een_voorziening, "/voorziening/formulierenbrigade/"),
        (een_organisatie, "/organisatie/stichting-samen-verder/"),
        (een_plek, "/plek/dorpshuis-de-linde/"),
    ],
)
def test_every_entry_asks_whether_something_is_wrong(client, maak, adres):
    ding = maak()
    assert f"{adres}klopt-niet/" in Lezer(client.get(adres).content.decode()).links
    assert _meld(client, f"{adres}klopt-niet/")["Location"] == "/bedankt/"
    voorstel = Voorstel.objects.get()
    assert voorstel.doel == ding
    assert voorstel.bron == "bezoeker"
    assert voorstel.toelichting == "Iets anders: De deur was dicht."


@pytest.mark.parametrize(
    ("wat", "hoe", "wijzigingen"),
    [
        ("telefoon", "085 000 2222", {"telefoon": "+31850002222"}),
        ("telefoon", "Niemand neemt op", {}),
        ("telefoon", "085 000 1111", {}),
        ("email", "nieuw@voorbeeld.nl.", {"email": "nieuw@voorbeeld.nl"}),
        ("website", "www.voorbeeld.nl", {"website": "https://www.voorbeeld.nl"}),
        ("website", "doet het niet", {}),
        ("tijden", "Nu op dinsdag", {}),
    ],
)
def test_what_can_be_read_is_proposed_as_a_field(client, brigade, wat, hoe, wijzigingen):
    _meld(client, wat=wat, hoe=hoe)
    voorstel = Voorstel.objects.get()
    assert voorstel.wijzigingen == wijzigingen
    assert voorstel.toelichting.endswith(hoe)


def test_the_form_is_short_and_says_why_it_asks(client, brigade):
    tekst = client.get(FOUT).content.decode()
    zichtbaar = tekst.split("<div hidden>")[0]
    assert zichtbaar.count('class="veld ') == 3
    assert "Alleen als u antwoord wilt" in tekst


def test_what_the_public_cannot_see_cannot_be_reported(client):
    een_geheime_plek()
    assert client.get("/plek/opvanghuis-nergens/klopt-niet/").status_code == 404
    een_voorziening("Weg").archiveer("Gestopt.")
    assert client.get("/voorziening/weg/klopt-niet/").status_code == 410


def test_what_was_typed_stays_when_something_is_missing(client, brigade):
    tekst = _meld(client, wat="", hoe="De deur was dicht.", email="geen adres").content.decode()
    assert "De deur was dicht.</textarea>" in tekst
    assert 'value="geen adres"' in tekst
    assert 'href="#id_wat_0"' in tekst
    assert 'href="#id_email"' in tekst
    assert not Voorstel.objects.exists()


@pytest.mark.parametrize(
    ("adres", "velden", "zinnen"),
    [
        (FOUT, {"wat": "", "hoe": ""}, ["Kies wat er niet klopt.", "Schrijf hoe het wel is, of"]),
        (FOUT, {"email": "geen adres"}, ["Kijk uw e-mailadres na. Bijvoorbeeld: naam@"]),
        (MIS, {"wat": " "}, ["Schrijf wat u mist."]),
    ],
)
def test_a_field_that_is_not_right_says_what_to_do(client, brigade, adres, velden, zinnen):
    tekst = _meld(client, adres, **velden).content.decode()
    assert all(tekst.count(zin) == 2 for zin in zinnen), "on top and at the field"
    assert "verplicht." not in tekst


def test_what_somebody_types_is_text_and_nothing_else(client, brigade):
    tekst = _meld(client, wat="", hoe="<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in tekst


def test_the_next_page_tells_what_happens(client, brigade):
    tekst = client.get(_meld(client)["Location"]).content.decode()
    assert "Een medewerker van de gemeente leest uw bericht" in tekst
    assert "Een maand later wissen we uw adres" in tekst


# --- something is missing ------------------------------------------------------------------
def test_every_page_leads_to_what_is_missing(client):
    assert MIS in Lezer(client.get("/").content.decode()).links


def test_a_search_without_result_takes_the_words_along(client, brigade):
    links = Lezer(client.get("/zoeken/?q=vuurvliegjes+tellen").content.decode()).links
    link = next(link for link in links if link.startswith(f"{MIS}?"))
    assert 'value="vuurvliegjes tellen"' in client.get(link).content.decode()


@pytest.mark.parametrize("adres", ["/bestaat-niet/", "/voorzieningen/?letter=x"])
def test_every_page_that_finds_nothing_asks_what_is_missing(client, brigade, adres):
    tekst = client.get(adres).content.decode().split("<footer")[0]
    assert MIS in Lezer(tekst).links


def test_what_is_missing_becomes_a_proposal_for_something_new(client):
    client.post(MIS, _invoer(wat="Wandelgroep in Volkel", meer="Op zondag"))
    voorstel = Voorstel.objects.get()
    assert voorstel.bron == "gemist"
    assert voorstel.is_nieuw
    assert voorstel.wijzigingen == {"titel": "Wandelgroep in Volkel"}
    assert voorstel.toelichting == "Op zondag"


# --- robots --------------------------------------------------------------------------------
def test_a_robot_is_thanked_and_nothing_is_kept(client, brigade):
    assert _meld(client, website_van_u="https://kwaad.voorbeeld.nl")["Location"] == "/bedankt/"
    assert not Voorstel.objects.exists()


def test_no_person_meets_the_trap(client, brigade):
    tekst = client.get(FOUT).content.decode()
    val = tekst[tekst.index("<div hidden>") :].split("</div>")[0]
    assert 'tabindex="-1"' in val
    assert 'autocomplete="off"' in val


def test_a_form_that_is_sent_at_once_is_asked_again_with_all_that_was_typed(client, brigade):
    nu = onderteken(DOEL, timezone.now().timestamp())
    antwoord = _meld(client, geopend=nu)
    assert antwoord.status_code == 200
    assert ">\nDe deur was dicht.</textarea>" in antwoord.content.decode()
    assert not Voorstel.objects.exists()


def test_somebody_who_sends_too_much_is_asked_to_call(client, brigade, monkeypatch):
    monkeypatch.setattr(melden, "KEER", 2)
    antwoorden = [_meld(client, hoe=f"Bericht {nummer}") for nummer in range(3)]
    assert [antwoord.status_code for antwoord in antwoorden] == [302, 302, 429]
    assert "Bericht 2" in antwoorden[2].content.decode()
    assert 'href="tel:' in antwoorden[2].content.decode()
    assert Voorstel.objects.count() == 2
    assert _meld(client, MIS, wat="x").status_code == 429


def test_no_network_address_is_stored(client, brigade):
    client.post(FOUT, _invoer(wat="anders", hoe="x"), REMOTE_ADDR="192.0.2.77")
    assert "192.0.2.77" not in repr(Voorstel.objects.values().get())


# --- the answer ----------------------------------------------------------------------------
@pytest.fixture
def voorstel(client, brigade):
    _meld(client, wat="telefoon", hoe="085 000 2222", email="annie@voorbeeld.nl")
    return Voorstel.objects.get()


def test_who_left_an_address_hears_that_it_was_changed(voorstel):
    voorstel.neem_over(een_medewerker())
    post.verstuur()
    assert mail.outbox[0].to == ["annie@voorbeeld.nl"]
    assert "Formulierenbrigade" in mail.outbox[0].subject
    assert "We hebben het aangepast" in mail.outbox[0].body
    assert "/voorziening/formulierenbrigade/" in mail.outbox[0].body


def test_who_left_an_address_hears_why_it_was_not_changed(voorstel):
    voorstel.wijs_af(een_medewerker(), "Het oude nummer klopt toch.")
    assert "De reden: Het oude nummer klopt toch." in Mail.objects.get().tekst


def test_who_reported_something_missing_hears_of_it_too(client):
    client.post(MIS, _invoer(wat="Wandelgroep", email="annie@voorbeeld.nl"))
    Voorstel.objects.get().wijs_af(een_medewerker(), "Die bestaat niet.")
    assert "over “Wandelgroep”" in Mail.objects.get().tekst


def test_who_left_no_address_gets_no_mail(client, brigade):
    _meld(client)
    Voorstel.objects.get().wijs_af(een_medewerker(), "Dat klopt toch.")
    assert not Mail.objects.exists()


def test_what_was_taken_back_needs_no_answer(voorstel):
    voorstel.trek_in(een_medewerker())
    assert not Mail.objects.exists()


def test_an_answer_shows_no_page_that_the_public_cannot_see(voorstel, brigade):
    brigade.archiveer("Gestopt.")
    voorstel.wijs_af(een_medewerker(), "Het is gestopt.")
    assert "/voorziening/" not in Mail.objects.get().tekst


@pytest.mark.eis("V7")
def test_the_address_goes_a_month_after_the_answer_and_the_words_after_a_year(voorstel):
    voorstel.wijs_af(een_medewerker(), "Nee.")
    bewaren.ruim_op(opslaan=True, nu=timezone.now() + 29 * DAG)
    voorstel.refresh_from_db()
    assert voorstel.email == "annie@voorbeeld.nl"
    bewaren.ruim_op(opslaan=True, nu=timezone.now() + 31 * DAG)
    voorstel.refresh_from_db()
    assert voorstel.email == ""
    assert voorstel.toelichting
    bewaren.ruim_op(opslaan=True, nu=timezone.now() + 366 * DAG)
    voorstel.refresh_from_db()
    assert voorstel.toelichting == ""


@pytest.mark.eis("V7")
def test_an_address_does_not_wait_for_ever_for_a_decision(voorstel):
    bewaren.ruim_op(opslaan=True, nu=timezone.now() + 366 * DAG)
    voorstel.refresh_from_db()
    assert voorstel.email == ""
    assert voorstel.toelichting
