"""The log: who came in, whose rights changed, what went out; added to and never changed."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.utils import timezone

from sociale_basis.kern.bewaren import ruim_op
from sociale_basis.kern.logboek import leg_vast
from sociale_basis.kern.models import Logregel
from sociale_basis.kern.models.logregel import AlleenToevoegen

from .mensen import LOGIN, een_beheerder, een_redacteur, log_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder(client):
    client.force_login(een_beheerder())
    return client


def regels(soort: str) -> list[str]:
    return [f"{r.wie}: {r.wat}" for r in Logregel.objects.filter(soort=soort).order_by("pk")]


# --- what is written -----------------------------------------------------------------------


def test_coming_in_going_out_and_failing_are_written_with_name_and_address(client):
    een_redacteur()
    log_in(client, wachtwoord="fout")
    log_in(client)
    client.post("/beheer/logout/")
    gezegd = list(Logregel.objects.order_by("pk").values_list("soort", "wie", "ip"))
    roos = ("roos", "127.0.0.1")
    assert gezegd[-3:] == [("mislukt", *roos), ("ingelogd", *roos), ("uitgelogd", *roos)]
    assert Logregel.objects.get(soort="ingelogd").wat == "Met alleen een wachtwoord."


def test_being_shut_out_is_written_once_however_long_they_go_on(client):
    een_redacteur()
    for _keer in range(12):
        log_in(client, wachtwoord="fout")
    assert len(regels("mislukt")) == 4
    assert regels("gesloten") == ["roos: Moet een kwartier wachten."]


def test_being_shut_out_is_written_once_from_however_many_addresses_of_one_connection(client):
    een_redacteur()
    for nummer in range(12):
        kop = {"REMOTE_ADDR": f"2001:db8:1:2::{nummer:x}"}
        client.post(LOGIN, {"username": "roos", "password": "fout"}, **kop)
    assert regels("gesloten") == ["roos: Moet een kwartier wachten."]
    assert Logregel.objects.get(soort="gesloten").ip == "2001:db8:1:2::"


def test_changes_of_people_say_who_did_what_to_whom(beheerder):
    roos = een_redacteur()
    beheerder.post(
        f"/beheer/auth/user/{roos.pk}/change/",
        {
            "username": "roos",
            "email": "roos@voorbeeld.nl",
            "is_active": "on",
            "is_staff": "on",
            "is_superuser": "on",
            "date_joined_0": "2026-01-01",
            "date_joined_1": "10:00",
        },
    )
    assert regels("rechten") == ["bea: roos: supergebruikerstatus: ja"]


def test_rights_that_come_and_go_are_named(beheerder):
    roos = een_redacteur()
    groep = Group.objects.create(name="Wijkredactie")
    recht = Permission.objects.get(codename="change_voorziening")
    groep.permissions.add(recht)
    roos.groups.add(groep)
    roos.groups.clear()
    roos.user_permissions.add(recht)
    roos.user_permissions.add(recht)
    zinnen = regels("rechten")
    assert zinnen[0] == ": Groep Wijkredactie: gemaakt"
    assert "Wijkredactie: erbij" in zinnen[1]
    assert zinnen[2:4] == [": roos: erbij Wijkredactie", ": roos: alles eraf"]
    assert len(zinnen) == 5


def test_a_new_password_is_written_without_the_password(beheerder):
    roos = een_redacteur()
    roos.set_password("een-heel-ander-verhaal")
    roos.save()
    assert regels("wachtwoord") == [": roos: nieuw wachtwoord"]


def test_who_is_taken_away_stays_in_the_log_by_name(client):
    een_redacteur()
    log_in(client)
    User.objects.get(username="roos").delete()
    assert "roos: Met alleen een wachtwoord." in regels("ingelogd")
    assert regels("gebruiker")[-1] == ": roos: weggehaald"


def test_an_export_is_written_from_a_request_a_user_or_the_portal_itself(rf):
    roos = een_redacteur()
    request = rf.get("/", REMOTE_ADDR="192.0.2.7")
    request.user = roos
    for wie in (request, roos, None):
        leg_vast(wie, Logregel.Soort.EXPORT, "Voorzieningen als XLSX, 150 rijen")
    gezegd = list(Logregel.objects.filter(soort="export").order_by("pk").values_list("wie", "ip"))
    assert gezegd == [("roos", "192.0.2.7"), ("roos", None), ("", None)]
    assert len(leg_vast(None, Logregel.Soort.EXPORT, "x" * 900).wat) == 500


# --- only added to -------------------------------------------------------------------------


def test_a_line_is_never_changed_and_never_taken_out():
    regel = leg_vast(None, Logregel.Soort.EXPORT, "Iets")
    regel.wat = "Niets"
    for doe in (
        regel.save,
        regel.delete,
        Logregel.objects.all().delete,
        lambda: Logregel.objects.update(wat="Niets"),
    ):
        with pytest.raises(AlleenToevoegen):
            doe()
    assert Logregel.objects.get().wat == "Iets"


def test_a_line_goes_after_its_term_and_takes_name_and_address_along(settings):
    for wat, dagen in (("blijft", -1), ("gaat", 1)):
        op = timezone.now() - timedelta(days=settings.LOGBOEK_DAGEN + dagen)
        Logregel.objects.create(soort="export", wat=wat, wie="roos", ip="192.0.2.7", op=op)
    ruim_op(opslaan=True)
    assert Logregel.objects.get().wat == "blijft"


def test_the_beheerder_reads_the_log_and_can_do_no_more(beheerder, django_assert_max_num_queries):
    for nummer in range(30):
        leg_vast(None, Logregel.Soort.EXPORT, f"Lijst {nummer}")
    with django_assert_max_num_queries(12):
        html = beheerder.get("/beheer/kern/logregel/").content.decode()
    assert "Lijst 29" in html
    regel = Logregel.objects.latest("pk")
    adres = f"/beheer/kern/logregel/{regel.pk}"
    assert beheerder.get(f"{adres}/change/").status_code == 200
    assert beheerder.post(f"{adres}/change/", {"wat": "x"}).status_code == 403
    assert beheerder.post(f"{adres}/delete/", {"post": "yes"}).status_code == 403
    assert beheerder.get("/beheer/kern/logregel/add/").status_code == 403
    assert beheerder.get("/beheer/kern/logregel/?q=Lijst+7&soort__exact=export").status_code == 200


def test_who_may_look_at_everything_else_does_not_see_the_log(client):
    roos = een_redacteur()
    roos.user_permissions.set(
        Permission.objects.filter(content_type__app_label="kern", codename__startswith="view_")
    )
    client.force_login(roos)
    assert client.get("/beheer/kern/logregel/").status_code == 403
    assert "logregel" not in client.get("/beheer/").content.decode()
    roos.user_permissions.add(Permission.objects.get(codename="inzien_logboek"))
    assert client.get("/beheer/kern/logregel/").status_code == 200
