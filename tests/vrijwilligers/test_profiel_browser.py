"""On a phone without JavaScript: from the page of a wijk to a person, and a pause in one tap."""

import pytest
from playwright.sync_api import expect

from vrijwilligers.models import Aanspreekpersoon
from vrijwilligers.post import profielpad

pytestmark = [pytest.mark.schrijft_in_demo, pytest.mark.eis("H6"), pytest.mark.eis("V9")]


@pytest.mark.eis("H10")
def test_a_neighbour_finds_a_face_and_the_face_takes_a_break(demosite, nieuwe_pagina):
    pagina = nieuwe_pagina(breedte=360, javascript=False)
    pagina.goto(f"{demosite}/wijk/volkel/")
    pagina.get_by_role("link", name="Fatima", exact=True).first.click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Fatima")
    expect(pagina.get_by_role("link", name="Stel Fatima een vraag")).to_be_visible()

    thuis = nieuwe_pagina(breedte=360, javascript=False)
    fatima = Aanspreekpersoon.objects.get(naam="Fatima")
    thuis.goto(f"{demosite}{profielpad(fatima)}")
    thuis.get_by_role("button", name="Ik neem pauze").click()
    expect(thuis.get_by_role("heading", name="U heeft nu pauze")).to_be_visible()
    pagina.goto(f"{demosite}/wijk/volkel/")
    assert "Fatima" not in pagina.content()
    assert pagina.goto(f"{demosite}{fatima.get_absolute_url()}").status == 404

    thuis.get_by_role("button", name="Ik ben er weer").click()
    expect(thuis.get_by_role("button", name="Ik neem pauze")).to_be_visible()
    pagina.goto(f"{demosite}/wijk/volkel/")
    assert "Fatima" in pagina.content()


def test_stopping_asks_once(demosite, nieuwe_pagina):
    wim = Aanspreekpersoon.objects.get(naam="Wim van den Elzen")
    pagina = nieuwe_pagina(breedte=360, javascript=False)
    pagina.goto(f"{demosite}{profielpad(wim)}")
    pagina.get_by_role("link", name="Ik wil stoppen").click()
    pagina.get_by_role("button", name="Ja, ik stop").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Dank u wel voor alles")
    assert pagina.goto(f"{demosite}{wim.get_absolute_url()}").status == 410
    assert "Wim" not in pagina.content()
