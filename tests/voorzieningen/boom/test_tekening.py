"""The geometry of the drawing: everything stands inside, nothing lies on top of another (H5)."""

import re
from itertools import combinations, pairwise

import pytest

from sociale_basis.kern.tekenen import Vak, in_vak, pad
from tests.fabriek import een_boom, een_buurt, een_laag, een_plek, een_stap, een_thema, een_wijk
from voorzieningen.boom.opbouw import Pad, boom_van
from voorzieningen.boom.tekening import tekeningen
from voorzieningen.boom.tekening.bladeren import bladomtrek
from voorzieningen.boom.tekening.hout import wolk
from voorzieningen.boom.tekening.maten import BREED, SMAL

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H5")]
PUNT = re.compile(r"-?\d+\.\d")
MATEN = pytest.mark.parametrize("plek", [0, 1], ids=["broad", "slim"])


@pytest.fixture
def volkel():
    wijk = een_wijk("Volkel")
    buurt = een_buurt("Kom Volkel", ouder=wijk)
    een_boom()
    for n in range(14):
        een_plek(f"Plek met een lange naam {n}", gebied=buurt)
    for n in range(15):
        een_thema(f"Thema {n}")
    return wijk


def teken(wijk, plek: int, thema=None):
    return tekeningen(boom_van(wijk, thema))[plek]


@MATEN
def test_signs_never_overlap(volkel, plek) -> None:
    vakken = [plaat.vak for plaat in teken(volkel, plek).platen]
    for onder, boven in pairwise(vakken):
        assert boven.onder < onder.y


@MATEN
def test_leaves_hang_inside_the_drawing_between_the_crown_and_the_trunk(volkel, plek) -> None:
    t = teken(volkel, plek)
    for vorm in t.bladeren:
        x, y = vorm.bes.x, vorm.bes.y
        assert t.bes <= x <= t.breedte - t.bes
        assert t.platen[-1].vak.onder < y
        assert y + t.maat.blad[1] < t.onder_bladeren


@MATEN
def test_leaves_of_one_column_never_touch(volkel, plek) -> None:
    t = teken(volkel, plek)
    tops = {}
    for i, vorm in enumerate(t.bladeren):
        tops.setdefault(i % (2 * t.maat.kolommen), []).append(vorm.bes.y)
    for kolom in tops.values():
        for boven, onder in pairwise(kolom):
            assert boven + t.maat.blad[1] < onder


@MATEN
def test_names_at_the_roots_have_a_place_of_their_own(volkel, plek) -> None:
    t = teken(volkel, plek)
    assert len(t.wortels) == t.maat.meeste_wortels
    for een, ander in combinations(t.wortels, 2):
        naast = abs(een.knop[0] - ander.knop[0]) > t.maat.regel * 4
        assert naast or abs(een.knop[1] - ander.knop[1]) > t.maat.regel * 2
    assert max(regel.y for vorm in t.wortels for regel in vorm.regels) < t.hoogte


@MATEN
def test_every_column_of_names_hangs_on_one_root(volkel, plek) -> None:
    t = teken(volkel, plek)
    assert len(t.wortellijnen) == t.maat.wortelkolommen
    for kolom, lijn in enumerate(t.wortellijnen):
        laatste = [vorm for i, vorm in enumerate(t.wortels) if i % t.maat.wortelkolommen == kolom][
            -1
        ]
        assert lijn.endswith(f"{laatste.knop[0]:.1f} {laatste.knop[1]:.1f}")


@MATEN
def test_the_light_runs_from_the_roots_to_the_chosen_leaf(volkel, plek) -> None:
    assert teken(volkel, plek).lichtspoor == ""
    t = teken(volkel, plek, een_thema("Thema 7"))
    gekozen = next(vorm for vorm in t.bladeren if vorm.blad.gekozen)
    assert t.lichtspoor.startswith(f"M{t.midden:.1f} {t.platen[0].vak.onder:.1f}")
    assert t.lichtspoor.endswith(gekozen.takrest)


@MATEN
def test_up_is_at_the_left_and_back_at_the_right(volkel, plek) -> None:
    t = teken(volkel, plek)
    assert len(t.pijlen) == 4
    for pijl in t.pijlen:
        x = float(PUNT.findall(pijl.lijn)[0])
        assert (x > t.midden) == pijl.pad.is_terug


@MATEN
def test_a_step_past_a_layer_goes_around_its_sign(volkel, plek) -> None:
    wijk = een_wijk("Reek")
    lagen = [een_laag(f"Erboven {n}") for n in range(2)]
    een_stap(lagen[1], boom_van(wijk).delen[0].laag, "afschalen")
    t = teken(wijk, plek)
    omweg = next(pijl for pijl in t.pijlen if pijl.pad.is_ver)
    buitenste = max(float(x) for x in PUNT.findall(omweg.lijn)[::1] if float(x) <= t.breedte)
    assert buitenste > t.midden + t.maat.plaat[0] / 2
    assert omweg.woord is None


def test_a_long_way_passes_the_short_ones_at_its_own_side_only() -> None:
    ver = Pad(3, 1, "#")
    assert ver.gaat_langs(Pad(2, 1, "#"))
    assert not ver.gaat_langs(Pad(1, 2, "#"))
    assert not ver.gaat_langs(Pad(1, 0, "#"))
    assert not Pad(2, 1, "#").gaat_langs(ver)


@MATEN
def test_the_drawing_is_the_same_every_time(volkel, plek) -> None:
    een, twee = teken(volkel, plek), teken(volkel, plek)
    assert een.kruin == twee.kruin
    assert [v.omtrek for v in een.bladeren] == [v.omtrek for v in twee.bladeren]


@MATEN
def test_the_crown_stays_within_the_drawing(volkel, plek) -> None:
    t = teken(volkel, plek)
    for wolkje in t.kruin:
        for x, y in re.findall(r"0 0 1 (-?[\d.]+) (-?[\d.]+)", wolkje):
            assert 0 < float(x) < t.breedte
            assert 0 < float(y) < t.onder_bladeren


def test_a_path_is_short_and_rounded() -> None:
    assert pad("M", 1, 2.25, "H", 3, "Z") == "M1.0 2.2H3.0Z"


def test_lines_stand_in_the_middle_of_a_box() -> None:
    een, twee = in_vak(["boven", "onder"], Vak(0, 0, 100, 60), 20)
    assert een.x == twee.x == 50
    assert twee.y - een.y == 20
    assert een.y < 30 < twee.y


@pytest.mark.parametrize("kant", [-1, 1])
def test_a_leaf_has_its_stem_at_the_trunk(kant: int) -> None:
    vak = Vak(10, 20, 100, 40)
    steel = vak.x if kant > 0 else vak.rechts
    assert bladomtrek(vak, kant).startswith(f"M{steel:.1f} {vak.onder:.1f}")


@pytest.mark.parametrize("bulten", [8, 14, 22])
def test_a_cloud_has_as_many_bumps_as_asked_and_is_closed(bulten: int) -> None:
    omtrek = wolk((100, 100), (80, 50), bulten, 0.3)
    assert omtrek.count("A") == bulten
    assert omtrek.endswith("Z")


def test_both_sizes_leave_room_for_two_columns_of_leaves_and_the_trunk() -> None:
    for maat in (BREED, SMAL):
        breed = maat.gang + maat.kolommen * maat.blad[0] + (maat.kolommen - 1) * maat.regel * 1.1
        assert breed + maat.regel * 0.6 < maat.breedte / 2
