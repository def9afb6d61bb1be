"""Members of the teams in the admin: clear messages, one save that ends everything, own rows."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.fabriek import een_wijk
from tests.hulp.fotos import een_upload
from tests.rollen import Toneel, beheeradres, een_medewerker, ingelogd, ingevuld
from tests.wijken.mensen import een_login, een_teamlid, is_weg
from wijken.models import Afwezigheid, Inzet, Teamlid

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M3")]
NIEUW = "/beheer/wijken/teamlid/add/"


def bewaar(client: Client, lid: Teamlid, **anders) -> str:
    """Save the form of a member with some other values; what the next page says."""
    adres = beheeradres(lid)
    return client.post(adres, ingevuld(client, adres, **anders), follow=True).content.decode()


def rij(soort: str, nummer: int, **velden) -> dict:
    return {f"{soort}-{nummer}-{veld}": waarde for veld, waarde in velden.items()}


def test_staff_add_a_member_with_hours_and_photo(admin_client):
    volkel = een_wijk("Volkel")
    gegevens = ingevuld(
        admin_client,
        NIEUW,
        naam="Anouk",
        functie="preventiewerker jeugd",
        expertise="jeugd",
        telefoon="085 000 1111",
        nieuwe_foto=een_upload(),
        **rij("inzetten", 0, gebied=volkel.pk, uren=16, is_verbinder="on", uren_verbinder=8),
    )
    assert admin_client.post(NIEUW, gegevens).status_code == 302
    lid = Teamlid.objects.zichtbaar().get()
    assert lid.foto_id
    assert lid.inzetten.verbinders().get().gebied == volkel
    assert f"/foto/{lid.foto_id}.webp" in admin_client.get("/wijk/volkel/").content.decode()


def test_a_file_that_is_no_photo_is_refused_beside_its_field(admin_client):
    html = bewaar(admin_client, een_teamlid(), nieuwe_foto=een_upload(b"geen foto"))
    assert "Dit bestand kunnen wij niet lezen." in html


def test_a_photo_can_be_taken_away_where_there_is_one(admin_client):
    lid = een_teamlid()
    assert "foto_weg" not in admin_client.get(beheeradres(lid)).content.decode()
    bewaar(admin_client, lid, nieuwe_foto=een_upload())
    assert Teamlid.objects.get().foto_id
    bewaar(admin_client, lid, foto_weg="on")
    assert Teamlid.objects.get().foto_id is None


def test_somebody_without_an_area_is_not_saved(admin_client):
    lid = een_teamlid()
    html = bewaar(admin_client, lid, **rij("inzetten", 0, DELETE="on"))
    assert "minstens één gebied" in html
    assert lid.inzetten.exists()


@pytest.mark.eis("M4")
def test_a_second_verbinder_is_told_who_is_the_first(admin_client):
    volkel = een_wijk("Volkel")
    een_teamlid("Joost", volkel, verbinder=True)
    html = bewaar(
        admin_client, een_teamlid("Anouk", volkel), **rij("inzetten", 0, is_verbinder="on")
    )
    assert "Joost is al verbinder van Volkel." in html


def test_absence_that_overlaps_or_replaces_itself_is_told_at_its_row(admin_client):
    lid = een_teamlid()
    is_weg(lid, dagen=9)
    vandaag = timezone.localdate()
    tweede = rij("afwezigheden", 1, van=vandaag, tot=vandaag + timedelta(3), vervanger=lid.pk)
    html = bewaar(admin_client, lid, **{"afwezigheden-TOTAL_FORMS": 2}, **tweede)
    assert "Er staat al afwezigheid in deze dagen" in html
    assert "Iemand kan zichzelf niet vervangen." in html
    assert Afwezigheid.objects.count() == 1


@pytest.mark.eis("V7")
def test_one_reason_ends_everything_at_once(admin_client, client):
    lid = een_teamlid("Joost", een_wijk("Volkel"), verbinder=True)
    een_login(lid)
    bewaar(admin_client, lid, archiefreden="Werkt hier niet meer.")
    lid.refresh_from_db()
    assert lid.is_gearchiveerd
    assert lid.gebruiker is None
    assert not Inzet.objects.exists()
    assert "Joost" not in client.get("/wijk/volkel/").content.decode()
    assert "Joost" not in admin_client.get("/beheer/wijken/teamlid/").content.decode()
    assert "Joost" in admin_client.get("/beheer/wijken/teamlid/?archief=ja").content.decode()


@pytest.mark.eis("V7")
def test_hours_that_were_changed_in_the_same_form_do_not_come_back(admin_client):
    lid = een_teamlid()
    bewaar(admin_client, lid, archiefreden="Weg.", **rij("inzetten", 0, uren=20))
    assert not Inzet.objects.exists()


@pytest.mark.eis("V7")
def test_who_left_can_be_deleted_for_good_with_every_trace(admin_client):
    lid = een_teamlid("Joost")
    lid.archiveer("Werkt hier niet meer.")
    adres = beheeradres(lid, "voorgoed-verwijderen")
    assert admin_client.get(adres).status_code == 200
    admin_client.post(adres, {"reden": "Op eigen verzoek.", "titel": ""})
    assert not Teamlid.objects.exists()
    assert not Teamlid.history.exists()
    assert not Inzet.history.exists()


def test_the_list_says_where_everybody_works_and_who_is_away(
    admin_client, django_assert_max_num_queries
):
    for nummer in range(15):
        is_weg(een_teamlid(f"Lid {nummer}"))
    een_teamlid("Joost", een_wijk("Reek"), verbinder=True)
    with django_assert_max_num_queries(12):
        html = admin_client.get("/beheer/wijken/teamlid/").content.decode()
    assert "Reek (16 uur, verbinder)" in html
    assert "is er niet tot en met" in html
    assert "/beheer/wijken/teamlid/norm/" in html


def test_the_form_and_its_history_open_cheaply(admin_client, django_assert_max_num_queries):
    lid = een_teamlid()
    is_weg(lid)
    with django_assert_max_num_queries(40):
        assert admin_client.get(beheeradres(lid)).status_code == 200
    assert admin_client.get(beheeradres(lid, "history")).status_code == 200


@pytest.mark.eis("V7")
class TestWijkredacteur:
    """Keeps the team of the own wijk, Volkel; sees the others."""

    @pytest.fixture
    def toneel(self) -> Toneel:
        return Toneel()

    @pytest.fixture
    def wijkredacteur(self, toneel: Toneel) -> Client:
        return ingelogd(een_medewerker("wijkredacteur", toneel))

    def test_changes_who_works_in_the_own_wijk(self, wijkredacteur, toneel):
        lid = een_teamlid("Joost", toneel.volkel)
        bewaar(wijkredacteur, lid, functie="buurtwerker")
        lid.refresh_from_db()
        assert lid.functie == "buurtwerker"

    def test_only_looks_at_who_works_elsewhere_too(self, wijkredacteur, toneel):
        lid = een_teamlid("Joost", toneel.volkel)
        Inzet.objects.create(teamlid=lid, gebied=toneel.reek, uren=8)
        formulier = wijkredacteur.get(beheeradres(lid))
        assert formulier.status_code == 200
        assert not formulier.context["has_change_permission"]
        assert wijkredacteur.post(beheeradres(lid), {"naam": "Iemand"}).status_code == 403

    def test_sends_nobody_to_another_wijk(self, wijkredacteur, toneel):
        lid = een_teamlid("Joost", toneel.volkel)
        html = bewaar(wijkredacteur, lid, **rij("inzetten", 0, gebied=toneel.reek.pk))
        assert "inzetten" in html
        assert lid.inzetten.get().gebied == toneel.volkel

    def test_gives_nobody_a_login_into_the_questions_of_a_wijk(self, wijkredacteur, toneel):
        lid = een_teamlid("Joost", toneel.volkel)
        wie = een_medewerker("lezer")
        bewaar(wijkredacteur, lid, gebruiker=wie.pk, functie="buurtwerker")
        lid.refresh_from_db()
        assert lid.functie == "buurtwerker"
        assert lid.gebruiker is None
