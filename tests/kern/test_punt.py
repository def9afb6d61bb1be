"""The nearest places to a point, in SQL, on both databases."""

from math import cos, radians, sqrt

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sociale_basis.kern.models.punt import METER_PER_GRAAD
from tests.fabriek import een_plek
from voorzieningen.models import Locatie

pytestmark = pytest.mark.django_db

MIDDEN = (51.66, 5.62)


def afstand(lat: float, lon: float) -> float:
    dy = (lat - MIDDEN[0]) * METER_PER_GRAAD
    dx = (lon - MIDDEN[1]) * METER_PER_GRAAD * cos(radians(MIDDEN[0]))
    return sqrt(dx * dx + dy * dy)


def plekken(punten: list[tuple[float, float]]) -> None:
    rijen = [
        Locatie(
            naam=f"Plek {nummer}",
            slug=f"plek-{nummer}",
            sorteernaam=f"plek{nummer}",
            lat=lat,
            lon=lon,
            controleren_voor="2030-01-01",
            verouderd_vanaf="2030-01-01",
        )
        for nummer, (lat, lon) in enumerate(punten)
    ]
    Locatie.objects.bulk_create(rijen)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(st.floats(50.8, 53.4), st.floats(3.4, 7.2)), min_size=1, max_size=40, unique=True
    ),
    st.integers(1, 12),
)
def test_nearest_is_the_same_as_measuring_every_distance(punten, aantal):
    with transaction.atomic():
        Locatie.objects.all().delete()
        plekken(punten)
        gevonden = [afstand(p.lat, p.lon) for p in Locatie.objects.dichtstbij(*MIDDEN, aantal)]
        transaction.set_rollback(True)
    verwacht = sorted(afstand(*punt) for punt in punten)[:aantal]
    assert gevonden == pytest.approx(verwacht, abs=1e-3)


def test_a_place_says_how_far_it_is():
    een_plek(lat=51.669, lon=5.62)
    plek = Locatie.objects.dichtstbij(*MIDDEN, 1)[0]
    assert plek.afstand == pytest.approx(1000, rel=0.01)
    assert Locatie.objects.first().afstand is None


def test_a_place_without_a_point_is_never_near():
    een_plek("Ergens", lat=None, lon=None)
    assert not Locatie.objects.dichtstbij(*MIDDEN)


def test_a_radius_ends_where_it_ends():
    een_plek("Dichtbij", lat=51.661, lon=5.62)
    een_plek("Verder weg", lat=51.70, lon=5.62)
    assert [p.naam for p in Locatie.objects.binnen_straal(*MIDDEN, 1000)] == ["Dichtbij"]


def test_half_a_point_is_refused():
    with pytest.raises(IntegrityError), transaction.atomic():
        een_plek(lat=51.6, lon=None)
