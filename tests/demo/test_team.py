"""The teams of the demo: enough to look lived in, and honest about what is lacking (M3, M4)."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from sociale_basis.demo.gebruikers import LOGINS
from wijken.models import Afwezigheid, Gebied, Inzet, Teamlid
from wijken.norm import wijkstanden

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.eis("M3")]


def test_there_are_22_people_and_11_verbinders_one_in_each_wijk():
    in_een_wijk = Teamlid.objects.zichtbaar().filter(gebieden__soort=Gebied.Soort.WIJK)
    assert in_een_wijk.distinct().count() == 22
    verbinders = Inzet.objects.zichtbaar().verbinders()
    assert verbinders.count() == Gebied.objects.eigen().wijken().count() == 11
    assert verbinders.values("teamlid").distinct().count() == 11


def test_every_team_but_two_meets_the_norm():
    tekort = {str(stand.wijk) for stand in wijkstanden() if stand.tekort}
    assert tekort == {"Uden Zuid", "Odiliapeel"}


@pytest.mark.eis("M20")
def test_one_wijk_is_planned_and_one_has_just_begun():
    fasen = dict(Gebied.objects.wijken().exclude(fase="loopt").values_list("naam", "fase"))
    assert fasen == {"Reek": "gepland", "Uden Midden": "begonnen"}


def test_some_are_away_now_and_a_colleague_who_is_there_helps():
    weg = Afwezigheid.objects.op().select_related("vervanger")
    assert len(weg) >= 2
    assert all(rij.vervanger and not rij.vervanger.afwezigheden.op().exists() for rij in weg)


def test_every_number_and_address_is_invented():
    for lid in Teamlid.objects.all():
        assert lid.telefoon.startswith("+31850199")
        assert lid.email.endswith(".voorbeeld.nl")
        assert lid.moederorganisatie_id


@pytest.mark.parametrize("naam", ["preventiewerker", "verbinder"])
def test_who_works_in_a_wijk_logs_in_to_werk_and_not_to_beheer(naam):
    login = next(login for login in LOGINS if login.naam == naam)
    gebruiker = User.objects.get(username=login.naam)
    client = Client()
    client.force_login(gebruiker)
    assert client.get("/werk/profiel/").status_code == 200
    assert client.get("/beheer/").status_code == 302
    assert gebruiker.teamlid.gebieden.get().naam == "Volkel"
