"""The link in the mail and the form of a visitor, as a person on a phone meets them."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.hulp.browser import Opener
from tests.hulp.toegankelijk import axe
from tests.hulp.verslag import niets_in
from tests.voorzieningen.eigenaren import de_stichting, een_oude_voorziening
from voorzieningen import controle
from voorzieningen.models import Voorstel, Voorziening

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("lege_cache"),
]


@pytest.fixture
def koffie():
    de_stichting()
    return een_oude_voorziening()


@pytest.mark.eis("L1")
@pytest.mark.parametrize("javascript", [True, False])
def test_one_tap_on_a_phone_is_enough(live_server, nieuwe_pagina: Opener, koffie, javascript):
    pagina = nieuwe_pagina(breedte=360, javascript=javascript)
    pagina.goto(live_server.url + controle.vraag()[0].pad)
    pagina.get_by_role("button", name="Alles klopt nog").click()
    expect(pagina.get_by_role("status")).to_contain_text("Dank u wel.")
    assert Voorziening.objects.get(pk=koffie.pk).laatst_gecontroleerd == timezone.localdate()


@pytest.mark.eis("L1")
def test_a_correction_with_a_mistake_first(live_server, nieuwe_pagina: Opener, koffie):
    pagina = nieuwe_pagina(breedte=360)
    pagina.goto(live_server.url + controle.vraag()[0].pad)
    pagina.get_by_role("link", name="Er is iets veranderd").click()
    pagina.get_by_label("Telefoon").fill("12")
    with pagina.expect_navigation():
        pagina.get_by_role("button", name="Verstuur").click()
    niets_in(axe(pagina))
    pagina.get_by_role("link", name="Telefoon").click()
    pagina.keyboard.press("ControlOrMeta+a")
    pagina.keyboard.type("085 000 2222")
    pagina.get_by_role("button", name="Verstuur").click()
    pagina.get_by_text("We kijken uw wijziging na.").wait_for()
    assert Voorstel.objects.get().wijzigingen == {"telefoon": "+31850002222"}


@pytest.mark.eis("V5")
def test_a_visitor_who_is_too_quick_sends_again_what_was_typed(
    live_server, nieuwe_pagina: Opener, koffie
):
    pagina = nieuwe_pagina(breedte=360)
    pagina.goto(f"{live_server.url}/voorziening/koffieochtend/")
    pagina.get_by_role("link", name="Klopt er iets niet?").click()
    pagina.get_by_label("Het telefoonnummer").check()
    pagina.get_by_label("Hoe is het wel?").fill("085 000 3333")
    pagina.get_by_role("button", name="Verstuur").click()
    pagina.get_by_text("Kijk het nog eens na").wait_for()
    niets_in(axe(pagina))
    assert pagina.get_by_label("Het telefoonnummer").is_checked()
    assert pagina.get_by_label("Hoe is het wel?").input_value() == "085 000 3333"
    pagina.wait_for_timeout(3100)
    pagina.get_by_role("button", name="Verstuur").click()
    pagina.get_by_role("heading", name="Bedankt voor uw bericht").wait_for()
    assert Voorstel.objects.get().wijzigingen == {"telefoon": "+31850003333"}
