"""On the sheet with the way for a question stands how to reach who to turn to first (H6, H10)."""

import re

import pytest
from django.test import Client

from tests.fabriek import de_gemeente, een_boom, een_buurt, een_plek, een_thema, een_wijk

from .mensen import een_aanspreekpersoon

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H6"), pytest.mark.eis("H10")]


@pytest.fixture
def volkel():
    wijk = een_wijk("Volkel", ouder=de_gemeente())
    een_boom()
    een_thema("Geld")
    return wijk


def eerste_stap(client: Client) -> str:
    html = client.get("/boom/route/?thema=geld&wijk=volkel").content.decode()
    return html.split('<div class="route__gezicht">')[1].split("</div>")[0]


def op_papier(html: str) -> str:
    """Without what only a screen shows, and without tags."""
    html = re.sub(r'<a class="[^"]*alleen-scherm".*?</a>', "", html, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_where_and_when_one_can_drop_in(volkel, client) -> None:
    plek = een_plek("De Zwaan", gebied=een_buurt("Kom", ouder=volkel))
    een_aanspreekpersoon(
        "Fatima", volkel, loop_binnen_bij=plek, loop_binnen_wanneer="dinsdag van 10 tot 12 uur"
    )
    tekst = op_papier(eerste_stap(client))
    assert "Begin bij Fatima, aanspreekpersoon in Volkel." in tekst
    assert "Loop binnen bij De Zwaan: dinsdag van 10 tot 12 uur." in tekst
    assert "Wie is Fatima" not in tekst


def test_a_place_that_is_hidden_is_not_told(volkel, client) -> None:
    plek = een_plek("Nergens", gebied=een_buurt("Kom", ouder=volkel), publicatie="concept")
    een_aanspreekpersoon("Fatima", volkel, loop_binnen_bij=plek)
    assert "Nergens" not in eerste_stap(client)


@pytest.mark.parametrize("ja", [True, False])
def test_the_own_number_only_with_consent_for_exactly_that(volkel, client, ja) -> None:
    een_aanspreekpersoon("Fatima", volkel, telefoon="06 12345678", toestemming_nummer=ja)
    assert ('href="tel:+31612345678"' in eerste_stap(client)) is ja
