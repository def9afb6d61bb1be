"""Logins: harmless to make again, and nobody loses a password."""

import pytest
from django.contrib.auth.models import Group, User

from sociale_basis.demo.gebruikers import LOGINS, geef_werkgebied, maak_logins
from sociale_basis.rollen import BEHEERDER, ROLLEN
from tests.fabriek import een_organisatie, een_wijk

pytestmark = pytest.mark.django_db


def test_there_is_a_login_of_each_role():
    maak_logins()
    for rol in (BEHEERDER, *ROLLEN):
        assert Group.objects.get(name=rol).user_set.count() == 1


def test_only_the_beheerder_is_superuser():
    logins = maak_logins()
    assert set(logins) == {login.naam for login in LOGINS}
    assert [naam for naam, gebruiker in logins.items() if gebruiker.is_superuser] == ["beheerder"]
    in_beheer = {login.naam for login in LOGINS if login.plek == "/beheer/"}
    assert {naam for naam, gebruiker in logins.items() if gebruiker.is_staff} == in_beheer


def test_a_changed_password_stays():
    maak_logins()
    redacteur = User.objects.get(username="redacteur")
    redacteur.set_password("iets-heel-anders-2026")
    redacteur.save()
    maak_logins()
    assert User.objects.get(username="redacteur").check_password("iets-heel-anders-2026")


def test_who_works_for_a_wijk_or_an_organisation_belongs_to_it():
    volkel, linde = een_wijk("Volkel"), een_organisatie("Welzijn De Linde")
    logins = maak_logins()
    geef_werkgebied(logins)
    geef_werkgebied(logins)
    assert list(logins["wijkredacteur"].medewerker.gebieden.all()) == [volkel]
    assert logins["organisatie"].medewerker.organisatie == linde
