"""The network as people meet it: a verbinder on a phone without JavaScript, and the drawing."""

import re

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from tests.fabriek import een_organisatie, een_wijk
from tests.hulp.browser import Opener
from tests.hulp.toegankelijk import axe
from tests.hulp.verslag import niets_in
from tests.wijken.mensen import een_login, een_teamlid
from wijken.models import Netwerkpartner

from .partners import een_partner, veel_partners

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.eis("M6")]
ZIJWAARTS = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def volkel():
    return een_wijk("Volkel", contact_naam="Team Volkel", contact_telefoon="085 000 2222")


def log_in(pagina, adres: str, gebruiker) -> None:
    client = Client()
    client.force_login(gebruiker)
    naam = settings.SESSION_COOKIE_NAME
    cookie = {"name": naam, "value": client.cookies[naam].value, "url": adres}
    pagina.context.add_cookies([cookie])


@pytest.mark.parametrize("javascript", [True, False])
def test_a_verbinder_keeps_the_network_on_a_phone(
    live_server, nieuwe_pagina: Opener, volkel, javascript
):
    een_organisatie("Welzijn De Linde")
    een_partner(volkel, "wijkagent")
    pagina = nieuwe_pagina(breedte=360, javascript=javascript)
    verbinder = een_login(een_teamlid(gebied=volkel, verbinder=True))
    log_in(pagina, live_server.url, verbinder)
    pagina.goto(f"{live_server.url}/werk/netwerk/")
    pagina.get_by_role("link", name="Voeg een partner toe").click()
    pagina.get_by_role("button", name="Bewaar").click()
    expect(pagina.get_by_role("alert").get_by_role("link")).to_have_count(1)
    pagina.get_by_label("Functie").fill("opbouwwerker")
    pagina.get_by_label("Organisatie").select_option("Welzijn De Linde")
    pagina.get_by_label("Tweede ring").check()
    pagina.get_by_role("button", name="Bewaar").click()
    tweede = pagina.get_by_role("region", name="Tweede ring (1)")
    expect(tweede).to_contain_text("Opbouwwerker, Welzijn De Linde")
    tweede.get_by_role("button", name="Naar de eerste ring").click()
    pagina.get_by_role("region", name="Eerste ring (2)").wait_for()
    pagina.get_by_role("link", name="Haal weg Wijkagent").click()
    pagina.get_by_label("Waarom gaat deze partner weg?").fill("Werkt nu elders.")
    pagina.get_by_role("button", name="Haal weg uit het netwerk").click()
    pagina.get_by_role("region", name="Eerste ring (1)").wait_for()
    assert Netwerkpartner.objects.gearchiveerd().get().archiefreden == "Werkt nu elders."


@pytest.mark.parametrize("breedte", [320, 1280])
@pytest.mark.parametrize("donker", [False, True])
def test_the_pages_of_the_work_are_for_everybody(
    live_server, nieuwe_pagina: Opener, volkel, breedte, donker
):
    partner = veel_partners(volkel, 3)[0]
    pagina = nieuwe_pagina(breedte=breedte, donker=donker)
    log_in(pagina, live_server.url, een_login(een_teamlid(gebied=volkel, verbinder=True)))
    for pad in ("volkel/", "volkel/nieuw/", f"partner/{partner.pk}/", f"partner/{partner.pk}/weg/"):
        pagina.goto(f"{live_server.url}/werk/netwerk/{pad}")
        niets_in(axe(pagina))
        assert not pagina.evaluate(ZIJWAARTS), pad
    with pagina.expect_navigation():
        pagina.get_by_role("button", name="Haal weg uit het netwerk").click()
    niets_in(axe(pagina))


@pytest.mark.parametrize("breedte", [320, 360, 768, 1280])
def test_thirty_in_each_ring_are_all_to_be_read_and_tapped(
    live_server, nieuwe_pagina: Opener, volkel, breedte
):
    for ring in ("eerste", "tweede"):
        veel_partners(volkel, 30, ring=ring)
    pagina = nieuwe_pagina(breedte=breedte)
    pagina.goto(f"{live_server.url}/wijk/volkel/netwerk/")
    niets_in(axe(pagina))
    assert not pagina.evaluate(ZIJWAARTS)
    borden = pagina.locator(".ringen:visible .borden a")
    assert borden.count() == 60
    vakken = [borden.nth(nummer).bounding_box() for nummer in range(60)]
    assert all(vak["height"] >= 36 and vak["width"] >= 110 for vak in vakken)
    assert min(vak["x"] for vak in vakken) >= 0
    assert max(vak["x"] + vak["width"] for vak in vakken) <= breedte


def test_a_tap_on_a_plate_goes_to_the_partner_in_the_list(
    live_server, nieuwe_pagina: Opener, volkel
):
    partner = een_partner(volkel, "wijkagent")
    pagina = nieuwe_pagina(breedte=360, javascript=False)
    pagina.goto(f"{live_server.url}/wijk/volkel/netwerk/")
    pagina.locator(".ringen:visible .borden a").click()
    expect(pagina).to_have_url(re.compile(f"#{partner.anker}$"))
    expect(pagina.locator(f"#{partner.anker}")).to_be_visible()


def test_lines_of_text_stay_on_their_plate(live_server, nieuwe_pagina: Opener, volkel):
    for naam in ("praktijkondersteuner jeugd", "wijkbeheerder van de woningcorporatie", "huisarts"):
        een_partner(volkel, naam)
    pagina = nieuwe_pagina(breedte=1280)
    pagina.goto(f"{live_server.url}/wijk/volkel/netwerk/")
    breedtes = pagina.evaluate(
        """() => { const svg = document.querySelector('.ringen--breed .borden');
        return [...document.querySelectorAll('.netwerk__vormen text')].map(tekst => {
          const kopie = svg.appendChild(tekst.cloneNode(true));
          const breed = kopie.getComputedTextLength(); kopie.remove(); return breed; }); }"""
    )
    assert len(breedtes) >= 4
    assert max(breedtes) <= 118
