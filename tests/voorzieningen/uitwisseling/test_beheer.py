"""Export and import in the admin: who may, what is shown, and that only that is done."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from sociale_basis.demo.gebruikers import maak_logins
from sociale_basis.kern.models import Logregel
from sociale_basis.kern.taken import REGISTER
from tests.fabriek import een_organisatie
from tests.voorzieningen.uitwisseling.hulp import (
    bladen,
    een_stad,
    exporteer,
    plan_van,
    samen,
    tabel,
    wijzig,
    zet,
)
from voorzieningen.models import Importbestand, Organisatie

pytestmark = pytest.mark.django_db

ADRES = "/beheer/voorzieningen/importbestand/"


@pytest.fixture
def redacteur(client):
    client.force_login(maak_logins()["redacteur"])
    return client


@pytest.fixture
def lezer(client):
    client.force_login(maak_logins()["lezer"])
    return client


@pytest.fixture
def stad():
    een_stad()


def stuur(client, inhoud: bytes, naam: str = "kaart.xlsx", **velden: str):
    return client.post(ADRES, {"bestand": SimpleUploadedFile(naam, inhoud), **velden})


def bekijk(client, inhoud: bytes, **velden: str):
    """The page of the preview."""
    antwoord = stuur(client, inhoud, **velden)
    assert antwoord.status_code == 302
    return client.get(antwoord["Location"])


def bevestig(client, pagina, **velden: str):
    gezien = {"gezien": pagina.context["gezien"]}
    return client.post(f"{pagina.request['PATH_INFO']}bevestig/", gezien | velden)


def andere_naam() -> bytes:
    return zet(exporteer(), "Organisaties", "stichting-samen", "Naam", "Samen Sterk")


# --- export ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("stad")
def test_staff_download_everything_and_confidential_places_only_when_asked(redacteur):
    antwoord = redacteur.post(f"{ADRES}exporteer/", {"vorm": "xlsx"})
    assert antwoord["Content-Disposition"] == 'attachment; filename="sociale-kaart.xlsx"'
    assert antwoord["Cache-Control"].startswith("no-store")
    assert "Geheimlaan" not in str(bladen(antwoord.content))
    assert plan_van(antwoord.content).is_leeg
    met = redacteur.post(f"{ADRES}exporteer/", {"vorm": "xlsx", "geheim": "on"})
    assert "Geheimlaan" in str(bladen(met.content))


@pytest.mark.usefixtures("stad")
def test_a_reader_downloads_no_confidential_place_and_imports_nothing(lezer):
    antwoord = lezer.post(f"{ADRES}exporteer/", {"vorm": "xlsx", "geheim": "on"})
    assert "Geheimlaan" not in str(bladen(antwoord.content))
    assert "geheim adres" not in lezer.get(ADRES).content.decode()
    assert stuur(lezer, exporteer()).status_code == 403
    assert not Importbestand.objects.exists()


@pytest.mark.usefixtures("stad")
def test_every_export_is_told_to_the_log(redacteur):
    redacteur.post(f"{ADRES}exporteer/", {"vorm": "csv", "geheim": "on"})
    regel = Logregel.objects.get(soort=Logregel.Soort.EXPORT)
    assert regel.wie == "redacteur"
    assert regel.wat.startswith("sociale-kaart.zip")
    assert "geheim: True" in regel.wat


def test_an_empty_file_can_be_downloaded_in_both_kinds(lezer):
    assert lezer.get(f"{ADRES}sjabloon/").content.startswith(b"PK")
    assert "zip" in lezer.get(f"{ADRES}sjabloon/?vorm=csv")["Content-Disposition"]


def test_strangers_and_staff_without_rights_get_nothing(client):
    nummer = "00000000-0000-0000-0000-000000000000"
    adressen = [ADRES, f"{ADRES}exporteer/", f"{ADRES}sjabloon/", f"{ADRES}{nummer}/"]
    for adres in adressen:
        assert client.get(adres).status_code == 302
    client.force_login(User.objects.create_user("nieuw", is_staff=True))
    for adres in (adressen[0], *adressen[2:]):
        assert client.get(adres).status_code == 403
    assert client.post(adressen[1]).status_code == 403
    assert client.post(f"{adressen[3]}bevestig/").status_code == 403


# --- import ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("stad")
def test_what_is_shown_is_what_is_done_and_the_file_is_gone_then(redacteur):
    pagina = bekijk(redacteur, andere_naam())
    html = pagina.content.decode()
    assert "Stichting Samen" in html
    assert "Samen Sterk" in html
    assert samen().naam == "Stichting Samen"
    klaar = bevestig(redacteur, pagina)
    assert klaar["Location"] == ADRES
    assert "Bewaard: 1 wijziging." in redacteur.get(ADRES).content.decode()
    assert samen().naam == "Samen Sterk"
    assert samen().history.latest().history_user.username == "redacteur"
    assert not Importbestand.objects.exists()


@pytest.mark.usefixtures("stad")
def test_when_the_portal_changed_meanwhile_nothing_is_done_and_it_is_shown_again(redacteur):
    pagina = bekijk(redacteur, andere_naam())
    Organisatie.objects.filter(slug="stichting-samen").update(naam="Van een collega")
    antwoord = bevestig(redacteur, pagina)
    assert antwoord.status_code == 409
    assert "intussen veranderd" in antwoord.content.decode()
    assert samen().naam == "Van een collega"
    assert bevestig(redacteur, pagina).status_code == 409
    opnieuw = redacteur.get(pagina.request["PATH_INFO"])
    assert bevestig(redacteur, opnieuw).status_code == 302
    assert samen().naam == "Samen Sterk"


@pytest.mark.usefixtures("stad")
def test_without_the_fingerprint_of_a_preview_nothing_is_done(redacteur):
    pagina = bekijk(redacteur, andere_naam())
    antwoord = redacteur.post(f"{pagina.request['PATH_INFO']}bevestig/")
    assert antwoord.status_code == 409
    assert samen().naam == "Stichting Samen"


@pytest.mark.usefixtures("stad")
def test_mistakes_are_shown_with_their_place_and_cannot_be_confirmed(redacteur):
    pagina = bekijk(redacteur, zet(exporteer(), "Plekken", "de-linde", "Postcode", "54"))
    html = pagina.content.decode()
    assert "<td>Postcode</td><td>Dit is geen postcode." in html
    assert "Bewaar deze wijzigingen" not in html
    assert bevestig(redacteur, pagina).status_code == 400


@pytest.mark.usefixtures("stad")
def test_a_file_that_changes_nothing_says_so_and_offers_nothing(redacteur):
    html = bekijk(redacteur, exporteer()).content.decode()
    assert "Er verandert niets" in html
    assert "Bewaar deze wijzigingen" not in html


@pytest.mark.parametrize(
    ("inhoud", "naam", "reden"),
    [(b"%PDF-1.7", "x.pdf", "kan het portaal niet lezen"), (b"PK\x03\x04", "x.xlsx", "beschadigd")],
)
def test_a_file_of_the_wrong_kind_is_refused_beside_the_field(redacteur, inhoud, naam, reden):
    antwoord = stuur(redacteur, inhoud, naam)
    assert antwoord.status_code == 200
    assert reden in str(antwoord.context["formulier"].errors["bestand"])
    assert not Importbestand.objects.exists()


def test_a_reason_is_asked_where_things_go_to_the_archive(redacteur):
    antwoord = stuur(redacteur, exporteer(), volledig="on")
    assert "Schrijf op waarom" in str(antwoord.context["formulier"].errors["reden"])


def test_much_goes_to_the_archive_only_after_a_tick(redacteur):
    for nummer in range(5):
        een_organisatie(f"Club {nummer}")
    inhoud = wijzig(exporteer(), "Organisaties", lambda blad: blad.delete_rows(2))
    pagina = bekijk(redacteur, inhoud, volledig="on", reden="Opgeheven.")
    assert "1 van de 5 gaan naar het archief" in pagina.content.decode()
    zonder = bevestig(redacteur, pagina)
    assert (zonder.status_code, Organisatie.objects.gearchiveerd().count()) == (400, 0)
    assert bevestig(redacteur, pagina, toch="on").status_code == 302
    assert Organisatie.objects.gearchiveerd().get().archiefreden == "Opgeheven."


@pytest.mark.usefixtures("stad")
def test_stopping_throws_the_file_away(redacteur):
    pagina = bekijk(redacteur, andere_naam())
    redacteur.post(f"{pagina.request['PATH_INFO']}annuleer/")
    assert not Importbestand.objects.exists()
    assert redacteur.get(pagina.request["PATH_INFO"])["Location"] == ADRES


@pytest.mark.usefixtures("stad")
def test_a_colleague_cannot_see_or_confirm_my_file(redacteur):
    pagina = bekijk(redacteur, andere_naam())
    redacteur.force_login(User.objects.create_superuser("ander", "", "x"))
    assert redacteur.get(pagina.request["PATH_INFO"]).status_code == 302
    assert bevestig(redacteur, pagina).status_code == 302
    assert samen().naam == "Stichting Samen"


@pytest.mark.usefixtures("stad")
def test_after_two_hours_the_file_is_worth_nothing_and_is_cleared_away(redacteur):
    pagina = bekijk(redacteur, andere_naam())
    Importbestand.objects.update(aangemaakt_op=timezone.now() - timedelta(hours=2))
    assert bevestig(redacteur, pagina)["Location"] == ADRES
    assert samen().naam == "Stichting Samen"
    REGISTER["importbestanden opruimen"].functie()
    assert not Importbestand.objects.exists()


@pytest.mark.usefixtures("stad")
def test_the_pages_ask_no_more_for_more_rows(redacteur, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        redacteur.get(ADRES)
    rijen = ([f"club-{n}", f"Club {n}", "Zin."] for n in range(300))
    inhoud = tabel(["Sleutel", "Naam", "In één zin"], *rijen)
    antwoord = stuur(redacteur, inhoud, "organisaties.csv")
    with django_assert_max_num_queries(30):
        pagina = redacteur.get(antwoord["Location"])
    assert "Er zijn nog 100 wijzigingen die hier niet staan" in pagina.content.decode()
