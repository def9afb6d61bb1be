"""The real files of three towns, where they are at hand; they are not part of the project."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from tests.wijken.bestanden import draai
from tests.wijken.importeren.test_indeling import DEMO
from wijken.kaart import grenzen_geojson
from wijken.models import Gebied, Postcodeplaats

GEO = Path(settings.BASE_DIR).parent / "shared" / "data" / "geo"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.eis("M1"),
    pytest.mark.skipif(not GEO.is_dir(), reason="the real files (shared/data/geo) are not here"),
]


def importeer(stad: str, gemeente: str, omgeving: object) -> str:
    omgeving.GEMEENTE_CODE = gemeente  # type: ignore[attr-defined]
    return draai("importeer_gebieden", *sorted(GEO.glob(f"{stad}_*.geojson")), "--opslaan")


@pytest.mark.parametrize(
    ("stad", "gemeente", "wijken", "buurten"),
    [
        ("leiden", "GM0546", 10, 54),
        ("heerlen", "GM0917", 23, 57),
        ("maashorst", "GM1991", 6, 39),
    ],
)
def test_the_areas_of_a_town_are_read_and_every_middle_lies_in_its_own_buurt(
    stad: str, gemeente: str, wijken: int, buurten: int, settings: object
) -> None:
    importeer(stad, gemeente, settings)

    assert Gebied.objects.wijken().count() == wijken
    rijen = list(Gebied.objects.buurten().met_keten())
    assert len(rijen) == buurten
    for buurt in rijen:
        assert len(buurt.keten()) == 3
        assert Gebied.objects.op_punt(*buurt.midden()) == buurt


def test_the_areas_of_one_town_are_refused_in_another(settings: object) -> None:
    bestanden = sorted(GEO.glob("leiden_*buurten*")) + sorted(GEO.glob("maashorst_*buurten*"))
    uit = draai("importeer_gebieden", *bestanden, "--opslaan")
    assert "GM0546 Leiden hoort niet bij GM1991" in uit
    assert Gebied.objects.count() == 39


@pytest.mark.eis("V2")
def test_bijlage_1_makes_eleven_wijken_of_all_39_buurten(settings: object) -> None:
    importeer("maashorst", "GM1991", settings)

    draai("importeer_indeling", DEMO, "--opslaan", "--neem-suggestie-over")

    wijken = Gebied.objects.zichtbaar().wijken()
    assert wijken.count() == 11
    assert not Gebied.objects.buurten().filter(ouder__isnull=True).exists()
    assert Gebied.objects.get(code="BU19910110").wijk() == wijken.get(naam="Uden Oost")
    assert all(wijk.grens for wijk in wijken.met_grens())
    assert len(json.dumps(grenzen_geojson(wijken))) < 60_000


def test_every_four_digit_postcode_of_the_country_gets_its_place() -> None:
    draai("importeer_plaatsen", GEO / "postcode4_plaats_NL.csv", "--opslaan")
    assert Postcodeplaats.objects.count() > 4000
    assert Postcodeplaats.objects.get(pc4="2311").plaats == "Leiden"
