"""Groups and logins: harmless to make again, and nobody loses a password."""

import pytest
from django.contrib.auth.models import Group, Permission, User

from sociale_basis.demo.gebruikers import LOGINS, maak_groepen, maak_logins

pytestmark = pytest.mark.django_db


def codenamen(groep: str) -> set[str]:
    return set(Group.objects.get(name=groep).permissions.values_list("codename", flat=True))


def test_making_the_groups_twice_gives_two():
    maak_groepen()
    eerst = codenamen("Redacteur")
    maak_groepen()
    assert Group.objects.count() == 2
    assert codenamen("Redacteur") == eerst


def test_a_lezer_may_look_at_everything_on_the_kaart_and_do_nothing():
    maak_groepen()
    rechten = codenamen("Lezer")
    assert {"view_voorziening", "view_locatie", "view_gebied", "view_tekst"} <= rechten
    assert all(naam.startswith("view_") for naam in rechten)
    assert "view_user" not in rechten


def test_a_redacteur_archives_and_does_not_delete():
    maak_groepen()
    weg = {naam for naam in codenamen("Redacteur") if naam.startswith("delete_")}
    assert weg == {"delete_afwijking", "delete_openingstijd", "delete_ruimte"}


def test_a_new_kind_of_the_kaart_is_in_the_groups_the_next_time():
    maak_groepen()
    soort = Permission.objects.get(codename="view_voorziening").content_type
    nieuw = Permission.objects.create(codename="view_nieuws", name="Nieuws", content_type=soort)
    maak_groepen()
    assert nieuw.codename in codenamen("Lezer")


def test_only_the_beheerder_is_superuser():
    logins = maak_logins()
    assert set(logins) == {login.naam for login in LOGINS}
    assert [naam for naam, gebruiker in logins.items() if gebruiker.is_superuser] == ["beheerder"]
    assert all(gebruiker.is_staff for gebruiker in logins.values())


def test_a_changed_password_stays():
    maak_logins()
    redacteur = User.objects.get(username="redacteur")
    redacteur.set_password("iets-heel-anders-2026")
    redacteur.save()
    maak_logins()
    assert User.objects.get(username="redacteur").check_password("iets-heel-anders-2026")
