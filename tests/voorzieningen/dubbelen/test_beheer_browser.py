"""The list of likely duplicates and one pair, as a redacteur meets them on any screen."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from tests.hulp.browser import Opener
from tests.hulp.inloggen import aan
from tests.hulp.toegankelijk import axe, toetsenbord, zijwaarts
from tests.hulp.verslag import niets_in
from voorzieningen.dubbelen import ververs, voeg_samen
from voorzieningen.models import Dubbel, Locatie

pytestmark = pytest.mark.schrijft_in_demo

LIJST = "/beheer/voorzieningen/dubbel/"


@pytest.fixture
def dubbel(demosite: str) -> str:
    """A place of the demo that is there twice."""
    plek = Locatie.objects.zichtbaar().earliest("pk")
    if not Locatie.objects.filter(naam=plek.naam).exclude(pk=plek.pk).exists():
        Locatie.objects.create(naam=plek.naam, straat="Andere straat", huisnummer="9")
    Dubbel.objects.all().delete()
    ververs()
    return plek.naam


@pytest.mark.parametrize("uiterlijk", [{}, {"donker": True, "breedte": 360}], ids=str)
def test_axe_finds_nothing_and_nothing_sticks_out(
    venster: Opener, demosite: str, dubbel: str, uiterlijk
) -> None:
    pagina = aan(venster(**uiterlijk), demosite, adres=LIJST)
    expect(pagina.locator("h1")).to_have_text("Staat iets twee keer op de kaart?")
    niets_in(axe(pagina))
    niets_in(zijwaarts(pagina))
    pagina.click(f"a:has-text('{dubbel}')")
    expect(pagina.locator("h1")).to_have_text("Is dit er één of zijn het er twee?")
    niets_in(axe(pagina))
    niets_in(zijwaarts(pagina))
    niets_in(toetsenbord(pagina))


def test_a_pair_is_called_two_without_javascript(
    venster: Opener, demosite: str, dubbel: str
) -> None:
    pagina = aan(venster(javascript=False, breedte=360), demosite, adres=LIJST)
    pagina.click(f"a:has-text('{dubbel}')")
    with pagina.expect_navigation():
        pagina.click("text=Wissel om")
    pagina.click("text=Dit zijn er twee")
    expect(pagina.locator("text=Onthouden: dit zijn er twee.")).to_be_visible()


@pytest.mark.eis("V12")
@pytest.mark.parametrize("uiterlijk", [{}, {"donker": True, "breedte": 360}], ids=str)
def test_a_merge_is_undone_from_the_history(
    venster: Opener, demosite: str, dubbel: str, uiterlijk
) -> None:
    paar = next(p for p in Dubbel.objects.filter(soort="locatie") if str(p.dingen()[0]) == dubbel)
    blijft, weg = paar.dingen()
    voeg_samen(blijft, weg, set(), door=User.objects.get(username="redacteur"))
    pagina = aan(venster(**uiterlijk), demosite, adres=f"{LIJST}{paar.pk}/change/")
    expect(pagina.locator("h1")).to_have_text("Dit is samengevoegd")
    niets_in(axe(pagina))
    niets_in(zijwaarts(pagina))
    pagina.goto(f"{demosite}/beheer/voorzieningen/locatie/{blijft.pk}/history/")
    niets_in(axe(pagina))
    pagina.get_by_role("button", name="Maak samenvoegen ongedaan").click()
    expect(pagina.locator(".messagelist")).to_contain_text("staan weer naast elkaar")
    expect(pagina.locator("h1")).to_have_text("Is dit er één of zijn het er twee?")
