"""Questions in the demo: something to do in /werk/, a code to follow, and figures of a year."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from sociale_basis.demo.vragen import demo_code
from wijken.models import Gebeurtenis, Gebied, Hulpvraag, Teamlid
from wijken.vragen.aandeel import openbare_cijfers
from wijken.vragen.toegang import Toegang

pytestmark = [pytest.mark.schrijft_in_demo, pytest.mark.eis("L5")]


@pytest.mark.parametrize("naam", ["preventiewerker", "verbinder"])
def test_a_colleague_of_the_demo_has_a_filled_list(demo: None, naam: str) -> None:
    gebruiker = User.objects.get(username=naam)
    toegang = Toegang(gebruiker)
    assert toegang.aantallen["te_doen"] >= 3
    assert toegang.vragen().wacht_op_vrager().exists()
    client = Client()
    client.force_login(gebruiker)
    assert client.get("/werk/vragen/").status_code == 200


def test_the_team_of_the_municipality_sees_them_all(demo: None) -> None:
    alles = Toegang(User.objects.get(username="gemeenteteam")).vragen()
    assert alles.count() == Hulpvraag.objects.count() >= 40


def test_every_team_can_answer_though_most_have_no_password(demo: None) -> None:
    assert not Teamlid.objects.zichtbaar().filter(gebruiker=None).exists()
    vanzelf = User.objects.filter(username__startswith="teamlid-")
    assert vanzelf
    assert not any(gebruiker.has_usable_password() for gebruiker in vanzelf)


def test_some_wijken_have_enough_answers_to_tell_their_share_and_some_have_not(demo: None) -> None:
    cijfers = openbare_cijfers()
    openbaar = [bool(cijfers.openbaar(wijk)) for wijk in Gebied.objects.zichtbaar().wijken()]
    assert openbaar.count(True) >= 3
    assert False in openbaar
    assert cijfers.openbaar(Gebied.objects.gemeente())


def test_the_code_that_the_demo_tells_opens_an_answered_question(demo: None) -> None:
    html = Client().get(f"/vraag/{demo_code()}/").content.decode()
    assert "Antwoord van" in html


def test_nothing_in_the_demo_is_urgent_or_from_the_future(demo: None) -> None:
    assert not Hulpvraag.objects.exclude(crisis="").exists()
    for vraag in Hulpvraag.objects.all():
        tijden = vraag.gebeurtenissen.values_list("op", flat=True)
        assert list(tijden) == sorted(tijden)
        assert vraag.ontvangen_op == tijden[0]


def test_each_answer_is_of_somebody(demo: None) -> None:
    antwoorden = Gebeurtenis.objects.filter(soort="beantwoord")
    assert antwoorden.count() >= 30
    assert not antwoorden.filter(naam="").exists()
