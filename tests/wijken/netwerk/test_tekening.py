"""The drawing of a network: every plate in its own ring, none on another, however many (M6)."""

import re
from itertools import combinations, pairwise

import pytest

from tests.fabriek import een_wijk
from wijken.models import Netwerkpartner
from wijken.netwerk import borden, netwerk_van, tekeningen
from wijken.netwerk.tekening import BORD, in_rijen, verdeling
from wijken.netwerk.vorm import Ovaal, omhul

from .partners import een_partner

pytestmark = pytest.mark.eis("M6")
AANTALLEN = [(1, 0), (0, 1), (1, 1), (3, 5), (8, 7), (5, 16), (30, 30), (0, 30), (30, 2)]
MATEN = pytest.mark.parametrize("maat", [0, 1], ids=["broad", "slim"])
HOEVEEL = pytest.mark.parametrize("aantallen", AANTALLEN, ids=str)


def tekening(aantallen, maat):
    volkel = een_wijk("Volkel")
    Netwerkpartner.objects.bulk_create(
        Netwerkpartner(gebied=volkel, ring=ring, functie=f"functie {nummer}")
        for ring, aantal in zip(("eerste", "tweede"), aantallen, strict=True)
        for nummer in range(aantal)
    )
    return tekeningen(netwerk_van(volkel))[maat]


def raken(een, ander) -> bool:
    breed, hoog = BORD
    return abs(een.x - ander.x) < breed and abs(een.y - ander.y) < hoog


def binnen(punt, vorm: Ovaal) -> bool:
    x, y = punt
    hoog = vorm.boven if y < 0 else vorm.onder
    return abs(x / vorm.breed) ** vorm.macht + abs(y / hoog) ** vorm.macht <= 1


@pytest.mark.django_db
@HOEVEEL
@MATEN
def test_everybody_has_a_plate_and_no_plate_lies_on_another(aantallen, maat):
    t = tekening(aantallen, maat)
    alle = [bord for ring in t.ringen for bord in ring.borden]
    assert [len(ring.borden) for ring in t.ringen] == list(aantallen)
    assert not [paar for paar in combinations(alle, 2) if raken(*paar)]


@pytest.mark.django_db
@HOEVEEL
@MATEN
def test_a_plate_stands_inside_its_own_ring_and_outside_the_ring_within(aantallen, maat):
    t = tekening(aantallen, maat)
    for ring in t.ringen:
        assert all(binnen(hoek, ring.vorm) for bord in ring.borden for hoek in bord.hoeken)
    for in_, uit in pairwise([t.hart, *(ring.vorm for ring in t.ringen)]):
        ring = next(ring for ring in t.ringen if ring.vorm == uit)
        for bord in ring.borden:
            assert not any(binnen(hoek, in_) for hoek in bord.hoeken)
            assert not binnen((bord.x, bord.y), in_)


@pytest.mark.django_db
@HOEVEEL
@MATEN
def test_everything_stands_inside_the_view_box(aantallen, maat):
    t = tekening(aantallen, maat)
    x, y, breed, hoog = map(float, t.kader.split())
    getallen = [float(getal) for getal in re.findall(r"-?\d+", t.ringen[-1].omtrek)]
    assert min(getallen[::2]) >= x
    assert max(getallen[::2]) <= x + breed
    assert min(getallen[1::2]) >= y
    assert max(getallen[1::2]) <= y + hoog


@pytest.mark.django_db
@MATEN
def test_each_ring_lies_around_the_one_before_with_its_title_between(maat):
    t = tekening((8, 7), maat)
    for in_, ring in zip([t.hart, t.ringen[0].vorm], t.ringen, strict=True):
        assert ring.vorm.breed > in_.breed
        assert ring.vorm.boven > -ring.titel.y > in_.boven
        assert ring.vorm.onder > in_.onder


@pytest.mark.django_db
def test_an_empty_ring_is_drawn_too_and_an_empty_network_is_not():
    volkel = een_wijk("Volkel")
    assert tekeningen(netwerk_van(volkel)) == ()
    een_partner(volkel, ring="tweede")
    breed, smal = tekeningen(netwerk_van(volkel))
    assert (breed.naam, smal.naam) == ("breed", "smal")
    assert [len(ring.borden) for ring in breed.ringen] == [0, 1]


@pytest.mark.django_db
def test_a_long_name_is_set_narrower_and_a_very_long_one_ends_in_dots():
    volkel = een_wijk("Volkel")
    for naam in ("huisarts", "praktijkondersteuner jeugd", "x" * 40):
        een_partner(volkel, naam)
    per_naam = {partner.rij.functie[:5]: regels for partner, regels in borden(netwerk_van(volkel))}
    assert [(r.tekst, r.is_lang) for r in per_naam["huisa"]] == [("Huisarts", False)]
    assert [r.tekst for r in per_naam["prakt"]] == ["Praktijkondersteuner", "jeugd"]
    assert per_naam["prakt"][0].is_lang
    assert per_naam["xxxxx"][0].tekst.endswith("…")


@pytest.mark.parametrize(
    ("aantal", "boven", "opzij", "onder"),
    [
        (0, [], 0, []), (1, [1], 0, []), (5, [2], 1, [1]), (8, [3], 1, [3]),
        (30, [3, 3, 3, 3, 2], 1, [3, 3, 3, 3, 2]),
    ],
)  # fmt: skip
def test_plates_are_spread_around_what_is_inside(aantal, boven, opzij, onder):
    assert verdeling(aantal, kolommen=3, opzij=1) == (boven, opzij, onder)


@pytest.mark.parametrize("aantal", range(40))
def test_left_and_right_are_alike_and_nobody_is_lost(aantal):
    for kolommen, opzij in ((3, 2), (5, 4), (2, 0)):
        boven, zij, onder = verdeling(aantal, kolommen, opzij)
        assert sum(boven) + 2 * zij + sum(onder) == aantal
        assert sum(boven) - sum(onder) in (0, 1)
        assert max([*boven, *onder], default=0) <= kolommen


def test_rows_are_as_even_as_can_be_with_the_longer_ones_inside():
    assert in_rijen(7, 3) == [3, 2, 2]
    assert in_rijen(6, 3) == [3, 3]
    assert in_rijen(0, 3) == []


def test_a_shape_holds_its_points_and_is_no_wider_than_it_may_be():
    punten = [(100, -40), (-100, 90), (20, -120)]
    vorm = omhul(punten, breedst=160, macht=2.7, rand=10)
    assert all(binnen(punt, vorm) for punt in punten)
    assert vorm.breed <= 160
    assert vorm.onder != vorm.boven
