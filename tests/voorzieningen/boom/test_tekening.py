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
    assert len(t.wortels) == min(13, t.maat.meeste_wortels)  # 12 of the 14, and how many more
    for een, ander in combinations(t.wortels, 2):
        naast = abs(een.knop[0] - ander.knop[0]) > t.maat.regel * 4
        assert naast or abs(een.knop[1] - ander.knop[1]) > t.maat.regel * 2
    assert max(regel.y for vorm in t.wortels for regel in vorm.regels) < t.hoogte


@MATEN
def test_who_has_no_place_at_the_roots_is_counted_in_the_last_one(volkel, plek) -> None:
    t = teken(volkel, plek)
    *_anderen, (naam, adres) = t.namen
    assert naam == f"en nog {14 - len(t.namen) + 1} meer"
    assert adres == f"#{t.boom.delen[0].anker}"


@MATEN
def test_a_tree_without_names_stands_on_its_roots(volkel, plek) -> None:
    t = teken(een_wijk("Stil"), plek)
    assert (t.wortels, len(t.wortellijnen)) == ((), t.maat.wortelkolommen)
    laagste = max(float(y) for lijn in t.wortellijnen for y in PUNT.findall(lijn)[1::2])
    assert laagste < t.hoogte


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


@MATEN
def test_two_steps_past_a_layer_at_the_same_side_never_share_a_lane(volkel, plek) -> None:
    lagen = [deel.laag for deel in boom_van(volkel).delen]
    lagen += [een_laag(f"Erboven {n}") for n in range(4)]
    for van, naar in ((6, 3), (6, 0), (3, 0), (5, 2)):
        een_stap(lagen[van], lagen[naar], "afschalen")
    t = teken(volkel, plek)
    banen = [t._ver(pijl.pad) for pijl in t.pijlen if pijl.pad.is_ver]
    assert len({round(baan, 1) for baan in banen}) == len(banen) == 4
    assert max(banen) < t.midden
    assert min(banen) > t.maat.plaat[0] / 2


@MATEN
def test_with_a_theme_the_way_to_the_specialist_and_back_lights_up(volkel, plek) -> None:
    zonder, met = teken(volkel, plek), teken(volkel, plek, een_thema("Thema 7"))
    assert not any(pijl.pad.is_licht for pijl in zonder.pijlen)
    licht = {(pijl.pad.van, pijl.pad.naar) for pijl in met.pijlen if pijl.pad.is_licht}
    assert licht == {(0, 1), (1, 2), (2, 1), (1, 0)}
    assert all(plaat.is_licht for plaat in met.platen)


@MATEN
def test_what_is_not_on_the_way_stays_dark(volkel, plek) -> None:
    """A layer that no step leads to, and a way back that somebody further up does not take."""
    eiland = een_laag("Eiland")
    top = boom_van(volkel).delen[2].laag
    een_stap(top, boom_van(volkel).delen[0].laag, "afschalen")
    t = teken(volkel, plek, een_thema("Thema 7"))
    donker = {(pijl.pad.van, pijl.pad.naar) for pijl in t.pijlen if not pijl.pad.is_licht}
    assert donker == {(2, 0)}
    assert [plaat.deel.laag for plaat in t.platen if not plaat.is_licht] == [eiland]


LANG = "Mantelzorgondersteuning en respijtzorg voor naasten en buren"


@MATEN
@pytest.mark.parametrize(
    ("naam", "letter", "regels"), [("Team", "groot", 1), ("x" * 12 + " " + "y" * 12, "lang", 2),
                                   (LANG, "klein", 2), ("z" * 60, "klein", 1)],
)  # fmt: skip
def test_a_long_name_is_written_smaller_on_two_lines(plek, naam, letter, regels) -> None:
    wijk = een_wijk("Reek")
    een_laag(naam[:60])
    (plaat,) = teken(wijk, plek).platen
    assert (plaat.letter, len(plaat.naam)) == (letter, regels)
    assert all(len(regel.tekst) <= 29 for regel in plaat.naam)


@MATEN
def test_a_leaf_with_a_long_name_has_small_letters(volkel, plek) -> None:
    een_thema(LANG)
    vol = [vorm.blad.naam for vorm in teken(volkel, plek).bladeren if vorm.is_vol]
    assert vol == [LANG]


@pytest.mark.parametrize("aantal", [1, 2, 3, 4, 7])
@MATEN
def test_any_number_of_layers_makes_a_tree(plek, aantal) -> None:
    wijk = een_wijk("Reek")
    for n in range(aantal):
        een_laag(f"Laag {n}")
    t = teken(wijk, plek)
    assert len(t.platen) == aantal
    for onder, boven in pairwise(plaat.vak for plaat in t.platen):
        assert boven.onder < onder.y
    assert t.platen[0].vak.onder < t.hoogte


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
