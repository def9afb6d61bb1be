"""The field for a border: text that anyone can paste, a map for who can use one."""

import json

import pytest
from django.test import Client

from tests.fabriek import VIERKANT_UDEN, een_wijk
from wijken.grensveld import GrensWidget
from wijken.models import Gebied

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M1")]


@pytest.mark.parametrize("leeg", [None, "", "null"])
def test_an_empty_border_is_an_empty_field(leeg) -> None:
    assert "></textarea>" in GrensWidget().render("grens", leeg).replace("\n", "")


def test_a_border_stands_in_the_field_as_geojson() -> None:
    assert GrensWidget().format_value(VIERKANT_UDEN) == json.dumps(VIERKANT_UDEN)


def test_a_border_in_the_form_is_saved_and_survives_an_untouched_save(admin_client: Client) -> None:
    wijk = een_wijk()
    adres = f"/beheer/wijken/gebied/{wijk.pk}/change/"
    velden = {
        "naam": "Volkel",
        "soort": "wijk",
        "indeling": "eigen",
        "volgorde": "0",
        "fase": "loopt",
    }
    velden |= {"slug": wijk.slug, "ouder": str(wijk.ouder_id)}
    for _ in range(2):
        antwoord = admin_client.post(adres, velden | {"grens": json.dumps(VIERKANT_UDEN)})
        assert antwoord.status_code == 302
        assert Gebied.objects.met_grens().get(pk=wijk.pk).grens == VIERKANT_UDEN


def test_the_words_of_the_drawing_tools_are_dutch(admin_client: Client) -> None:
    html = admin_client.get("/beheer/wijken/gebied/add/").content.decode()
    assert "Teken een vlak" in html
    assert "leaflet.draw.js" in html
