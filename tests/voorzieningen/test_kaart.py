"""The map, its list and its markers say the same (M11)."""

import pytest

from tests.fabriek import (
    een_buurt,
    een_geheime_plek,
    een_organisatie,
    een_plek,
    een_thema,
    een_voorziening,
    een_wijk,
)
from wijken.models import Postcodegebied

pytestmark = pytest.mark.django_db


@pytest.fixture
def plekken():
    volkel, reek = een_wijk("Volkel"), een_wijk("Reek")
    in_volkel = een_plek("De Linde", gebied=een_buurt("Kom Volkel", ouder=volkel))
    in_reek = een_plek(
        "De Es",
        gebied=een_buurt("Kom Reek", ouder=reek),
        lat=51.74,
        lon=5.68,
        is_ontmoetingsplek=False,
    )
    een_voorziening("Schuldhulp", themas=[een_thema("Geld")], locaties=[in_volkel])
    een_voorziening("Taalles", themas=[een_thema("Taal")], locaties=[in_reek])
    een_organisatie("Samen").locaties.add(in_reek)


def namen(client, vraag: str) -> list[str]:
    punten = client.get(f"/kaart/punten.json?{vraag}").json()["features"]
    return [punt["properties"]["naam"] for punt in punten]


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("", ["De Es", "De Linde"]),
        ("soort=ontmoeten", ["De Linde"]),
        ("soort=organisaties", ["De Es"]),
        ("soort=voorzieningen", ["De Es", "De Linde"]),
        ("soort=voorzieningen&thema=geld", ["De Linde"]),
        ("wijk=reek", ["De Es"]),
        ("wijk=reek&thema=geld", []),
        ("soort=onzin&thema=onzin&wijk=onzin", ["De Es", "De Linde"]),
    ],
)
def test_markers_and_list_follow_the_choice(client, plekken, vraag, verwacht):
    assert namen(client, vraag) == verwacht
    html = client.get(f"/kaart/?{vraag}").content.decode()
    for naam in ("De Es", "De Linde"):
        assert (f">{naam}</a>" in html) is (naam in verwacht)


def test_from_a_postcode_the_nearest_comes_first_with_its_distance(client, plekken):
    buurt = een_buurt("Oventje", midden_lat=51.739, midden_lon=5.68, ouder=een_wijk("Zeeland"))
    buurt.grens = {
        "type": "Polygon",
        "coordinates": [
            [[5.67, 51.73], [5.69, 51.73], [5.69, 51.748], [5.67, 51.748], [5.67, 51.73]]
        ],
    }
    buurt.save()
    Postcodegebied.objects.create(postcode="5411AA", buurt=buurt)
    html = client.get("/kaart/?postcode=5411 aa").content.decode()
    assert html.index(">De Es</a>") < html.index(">De Linde</a>")
    assert "Op ongeveer" in html


@pytest.mark.parametrize("postcode", ["hallo", "1011AB", "<script>alert(1)</script>", "5" * 3000])
def test_a_wrong_postcode_says_so_beside_the_field_and_keeps_what_was_typed(
    client, plekken, postcode
):
    html = client.get("/kaart/", {"postcode": postcode}).content.decode()
    assert 'id="postcode-fout"' in html
    assert "<script>alert" not in html
    assert "De Linde" in html


def test_a_secret_place_is_on_no_map_and_near_nothing(client, plekken):
    een_geheime_plek("Opvanghuis")
    assert "Opvanghuis" not in namen(client, "")
    assert "Opvanghuis" not in client.get("/kaart/?postcode=5401AB").content.decode()


def test_at_most_two_thousand_markers_are_sent(client, monkeypatch):
    monkeypatch.setattr("voorzieningen.kaartkeuze.MEESTE_PUNTEN", 3)
    for nummer in range(5):
        een_plek(f"Plek {nummer}")
    assert len(namen(client, "")) == 3


def test_a_place_without_a_point_is_in_the_list_all_the_same(client):
    een_plek("Ergens in Uden", lat=None, lon=None)
    assert namen(client, "") == []
    assert "Ergens in Uden" in client.get("/kaart/").content.decode()
