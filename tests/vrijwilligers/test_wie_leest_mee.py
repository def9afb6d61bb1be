"""Who asks somebody by name is told truly who reads it: both, or the team alone (H6, V7)."""

import pytest
from django.test import Client

from sociale_basis.kern.models import Mail
from tests.wijken.vragen.mensen import Mensen, formulier, ingelogd, met_spatie
from vrijwilligers.models import Aanspreekpersoon
from wijken.models import Hulpvraag

from .mensen import een_aanspreekpersoon, een_login

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H6"), pytest.mark.eis("V7")]


@pytest.fixture
def mensen() -> Mensen:
    return Mensen()


@pytest.fixture
def fatima(mensen: Mensen) -> Aanspreekpersoon:
    return een_aanspreekpersoon("Fatima", mensen.volkel)


def gevraagd(fatima: Aanspreekpersoon) -> tuple[str, str]:
    """The page to ask on, and the one after sending."""
    client = Client()
    vooraf = client.get(fatima.vraag_url).content.decode()
    achteraf = client.post(fatima.vraag_url, formulier(), follow=True).content.decode()
    return met_spatie(vooraf), met_spatie(achteraf)


def test_with_a_login_she_reads_it_too(fatima):
    een_login(fatima)
    vooraf, achteraf = gevraagd(fatima)
    assert "Fatima en het team lezen uw vraag. Niemand anders." in vooraf
    assert "Uw vraag gaat naar Fatima en het team van Volkel." in achteraf


@pytest.mark.parametrize("hoe", ["zonder login", "login dicht"])
def test_without_one_only_the_team_reads_it_and_it_says_so(fatima, mensen, hoe):
    if hoe == "login dicht":
        login = een_login(fatima)
        login.is_active = False
        login.save()
    vooraf, achteraf = gevraagd(fatima)
    zin = "Het team leest uw vraag, en vraagt Fatima om mee te denken."
    assert zin in vooraf
    assert "Fatima en het team lezen" not in vooraf
    assert "Uw vraag gaat naar het team van Volkel. Dat vraagt Fatima om mee te denken." in achteraf
    assert "prive@voorbeeld.nl" not in Mail.objects.values_list("aan", flat=True)


def test_the_team_reads_that_it_must_tell_her(fatima, mensen):
    gevraagd(fatima)
    html = ingelogd(mensen.fenna).get(Hulpvraag.objects.get().werkpad).content.decode()
    assert "Fatima leest hier niet mee. Neem zelf contact op." in html


def test_with_a_login_the_team_has_nobody_to_tell(fatima, mensen):
    een_login(fatima)
    gevraagd(fatima)
    html = ingelogd(mensen.fenna).get(Hulpvraag.objects.get().werkpad).content.decode()
    assert "leest hier niet mee" not in html
