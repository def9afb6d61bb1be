"""manage.py importeer_gebieden: what it keeps, what it leaves alone, when it stops (M1)."""

from pathlib import Path

import pytest
from shapely import LineString, Point, Polygon, box
from shapely.geometry import mapping, shape

from tests.fabriek import een_wijk
from tests.wijken.bestanden import (
    BUURTEN,
    GEMEENTE,
    IN_CENTRUM,
    LEIDEN,
    WIJKEN,
    draai,
    draai_vast,
    geojson,
    importeer_alles,
    rijen,
)
from wijken.models import Gebied, Postcodegebied

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M1")]


def importeer(tmp_path: Path, inhoud: list, *opties: str) -> str:
    return draai("importeer_gebieden", geojson(tmp_path / "proef.geojson", inhoud), *opties)


def importeer_vast(tmp_path: Path, inhoud: list, *opties: str) -> str:
    return draai_vast("importeer_gebieden", geojson(tmp_path / "proef.geojson", inhoud), *opties)


def buurt(code: str) -> Gebied:
    return Gebied.objects.met_grens().get(code=code)


# --- keeping ---------------------------------------------------------------------------------


def test_a_dry_run_shows_everything_and_keeps_nothing(tmp_path: Path) -> None:
    uit = importeer(tmp_path, rijen(BUURTEN))

    assert "Centrum (BU19910101)" in uit
    assert "er is niets bewaard" in uit
    assert not Gebied.objects.exists()


def test_areas_of_all_levels_are_kept_with_border_middle_and_parents(tmp_path: Path) -> None:
    importeer_alles(tmp_path)

    centrum = buurt("BU19910101")
    assert (centrum.naam, centrum.soort, centrum.indeling) == ("Centrum", "buurt", "cbs")
    assert shape(centrum.grens).equals(BUURTEN["BU19910101"][1])
    assert centrum.midden() == (51.605, 5.605)
    assert [gebied.naam for gebied in centrum.keten()] == ["Centrum", "Uden", "Maashorst"]
    assert Gebied.objects.op_punt(**IN_CENTRUM) == centrum


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    voor = list(Gebied.objects.order_by("pk").values_list("pk", "gewijzigd_op"))

    uit = importeer(tmp_path, rijen(GEMEENTE | WIJKEN | BUURTEN), "--opslaan")

    assert "toegevoegd," not in uit
    assert list(Gebied.objects.order_by("pk").values_list("pk", "gewijzigd_op")) == voor


def test_a_new_name_and_border_are_shown_and_kept(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    nieuw = BUURTEN | {"BU19910101": ("Hart van Uden", box(5.60, 51.60, 5.61, 51.62))}

    uit = importeer(tmp_path, rijen(nieuw), "--opslaan")

    assert "Hart van Uden (BU19910101): heette Centrum, grens" in uit
    assert buurt("BU19910101").midden() == (51.61, 5.605)


def test_what_people_made_of_an_area_stays(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    wijk = een_wijk("Uden West")
    Gebied.objects.filter(code="BU19910101").update(
        ouder=wijk,
        slug="mijn-buurt",
        inleiding="Gezellig.",
        contact_naam="Team Uden",
        contact_telefoon="+31850001111",
    )
    nieuw = BUURTEN | {"BU19910101": ("Hart van Uden", box(5.60, 51.60, 5.61, 51.62))}

    importeer(tmp_path, rijen(nieuw), "--opslaan")

    centrum = buurt("BU19910101")
    assert (centrum.ouder, centrum.slug, centrum.inleiding) == (wijk, "mijn-buurt", "Gezellig.")
    assert centrum.contact_naam == "Team Uden"


def test_a_real_border_replaces_a_sketch_and_says_where_it_is_from(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    Gebied.objects.filter(code="BU19910101").update(grens_indicatief=True)

    uit = importeer(tmp_path, rijen(BUURTEN, jaar=2024), "--opslaan")

    assert "grens was een schets" in uit
    assert not buurt("BU19910101").grens_indicatief
    assert buurt("BU19910101").grens_bron == "CBS/Kadaster, proef.geojson, 2024"


def test_an_area_without_name_keeps_the_name_it_had(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    importeer(tmp_path, [({"code": c}, vorm) for c, (_n, vorm) in BUURTEN.items()], "--opslaan")
    assert buurt("BU19910101").naam == "Centrum"


def test_an_area_that_comes_back_is_in_use_again(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    buurt("BU19910101").archiveer("Vergissing")

    uit = importeer(tmp_path, rijen(BUURTEN), "--opslaan")

    assert "weer in gebruik" in uit
    assert not buurt("BU19910101").is_gearchiveerd


# --- order of files --------------------------------------------------------------------------


def test_buurten_may_come_before_their_wijken(tmp_path: Path) -> None:
    uit = importeer(tmp_path, rijen(BUURTEN), "--opslaan")
    assert "3 buurten: nog geen gebied erboven" in uit
    assert "bestand met de wijken van het CBS" in uit

    uit = importeer(tmp_path, rijen(WIJKEN), "--opslaan")
    assert "Alsnog aan hun wijk of gemeente gekoppeld: Bogerd; Centrum; Kom Volkel" in uit
    assert str(buurt("BU19910101").cbs_ouder) == "Uden"


def test_a_wijk_that_the_file_names_counts_more_than_the_digits_of_the_code(tmp_path: Path) -> None:
    inhoud = rijen(WIJKEN) + rijen(BUURTEN, wijkcode="WK199102")
    importeer(tmp_path, inhoud, "--opslaan")
    assert str(buurt("BU19910101").cbs_ouder) == "Volkel"


# --- what does not belong here ---------------------------------------------------------------


def test_areas_of_another_municipality_are_refused_by_name(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    leiden = rijen(LEIDEN, gemeentenaam="Leiden")

    uit = importeer(tmp_path, rijen(BUURTEN) + leiden, "--opslaan")

    assert "GM0546 Leiden hoort niet bij GM1991 Maashorst" in uit
    assert "BU05460000 Pieterswijk" in uit
    assert not Gebied.objects.filter(code="BU05460000").exists()


def test_a_file_of_another_municipality_only_stops(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    uit = importeer_vast(tmp_path, rijen(LEIDEN, gemeentenaam="Leiden"), "--opslaan")
    assert "Geen enkel gebied hoort bij GM1991 Maashorst" in uit
    assert "GM0546 Leiden (1 gebied)" in uit


def test_a_national_file_counts_the_others_instead_of_listing_them(tmp_path: Path) -> None:
    elders = {
        f"BU{gemeente:04d}{nummer:04d}": ("Elders", box(4, 52, 4.1, 52.1))
        for gemeente in range(100, 400)
        for nummer in range(5)
    }
    uit = importeer(tmp_path, rijen(elders) + rijen(BUURTEN), "--opslaan")
    assert "1.500 gebieden van 300 andere gemeenten overgeslagen" in uit
    assert Gebied.objects.count() == 3


@pytest.mark.parametrize(("kolom", "ja"), [("H2O", "JA"), ("water", "ja"), ("WATER", "B")])
def test_water_is_skipped_and_counted(tmp_path: Path, kolom: str, ja: str) -> None:
    land = rijen(BUURTEN, **{kolom: "NEE"})
    plas = ({"code": "BU19919998", "naam": "Plas", kolom: ja}, box(5.7, 51.6, 5.8, 51.7))

    uit = importeer(tmp_path, [*land, plas], "--opslaan")

    assert "1 watervlak overgeslagen" in uit
    assert not Gebied.objects.filter(naam="Plas").exists()


# --- bad rows --------------------------------------------------------------------------------

KRUIST = Polygon([(5.6, 51.6), (5.61, 51.61), (5.61, 51.6), (5.6, 51.61)])


@pytest.mark.parametrize(
    ("vorm", "melding"),
    [
        (None, "heeft geen leesbare grens"),
        (Polygon(), "heeft geen leesbare grens"),
        ({"type": "Polygon", "coordinates": [[[5.6, 51.6]]]}, "heeft geen leesbare grens"),
        (Point(5.6, 51.6), "is geen vlak maar een Point"),
        (LineString([(5.6, 51.6), (5.7, 51.7)]), "is geen vlak maar een LineString"),
        (box(15.6, 51.6, 15.7, 51.7), "ligt niet in Nederland"),
        (Polygon([(5.6, 51.6), (5.7, 51.7), (5.6, 51.6)]), "geen oppervlak"),
    ],
)
def test_a_bad_border_is_named_with_its_row_and_nothing_is_kept(
    tmp_path: Path, vorm: object, melding: str
) -> None:
    inhoud = [*rijen(BUURTEN), ({"code": "BU19910103", "naam": "Moleneind"}, vorm)]

    uit = importeer_vast(tmp_path, inhoud, "--opslaan")

    assert "rij 4: BU19910103 Moleneind" in uit
    assert melding in uit
    assert not Gebied.objects.exists()


def test_a_border_that_crosses_itself_is_repaired_and_named(tmp_path: Path) -> None:
    uit = importeer(tmp_path, rijen({"BU19910101": ("Centrum", KRUIST)}), "--opslaan")

    assert "De grens van BU19910101 Centrum kruiste zichzelf en is hersteld" in uit
    assert shape(buurt("BU19910101").grens).is_valid


@pytest.mark.parametrize(
    ("code", "melding"), [("", "geen code"), ("BU1991", "is geen code"), (None, "geen code")]
)
def test_a_row_without_a_good_code_is_named(tmp_path: Path, code: object, melding: str) -> None:
    inhoud = [*rijen(BUURTEN), ({"code": code, "naam": "Moleneind"}, box(5.6, 51.6, 5.7, 51.7))]
    uit = importeer_vast(tmp_path, inhoud)
    assert "rij 4" in uit
    assert melding in uit
    assert "Moleneind" in uit


def test_a_buurt_with_a_wrong_code_is_not_taken_for_its_wijk(tmp_path: Path) -> None:
    inhoud = rijen(BUURTEN, code="buurtcode", naam="buurtnaam", wijkcode="WK199101")
    inhoud[0][0]["buurtcode"] = "fout"
    assert "'fout' is geen code van het CBS (Centrum)" in importeer_vast(tmp_path, inhoud)


def test_parts_of_one_area_are_joined(tmp_path: Path) -> None:
    eiland = ({"code": "BU19910101", "naam": "Centrum"}, box(5.64, 51.60, 5.65, 51.61))

    uit = importeer(tmp_path, [*rijen(BUURTEN), eiland], "--opslaan")

    assert "BU19910101 Centrum: 2 delen samengevoegd" in uit
    assert buurt("BU19910101").grens["type"] == "MultiPolygon"


def test_one_code_with_two_names_is_a_fault(tmp_path: Path) -> None:
    ander = ({"code": "BU19910101", "naam": "Iets anders"}, box(5.64, 51.60, 5.65, 51.61))
    uit = importeer_vast(tmp_path, [*rijen(BUURTEN), ander])
    assert "BU19910101 heeft meer dan één naam: Centrum (rij 1), Iets anders (rij 4)" in uit


# --- areas that are gone ---------------------------------------------------------------------


def zonder_centrum() -> list:
    return rijen({code: gebied for code, gebied in BUURTEN.items() if code != "BU19910101"})


def test_an_area_that_is_gone_is_archived_with_a_reason(tmp_path: Path) -> None:
    importeer_alles(tmp_path)

    uit = importeer(tmp_path, zonder_centrum(), "--opslaan")

    assert "vervallen, buurten: Centrum (BU19910101)" in uit
    assert buurt("BU19910101").is_gearchiveerd
    assert "CBS" in buurt("BU19910101").archiefreden


def test_other_levels_than_those_in_the_file_are_not_missed(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    importeer(tmp_path, rijen(BUURTEN), "--opslaan")
    assert Gebied.objects.niet_gearchiveerd().count() == 6


def test_an_area_in_use_is_never_lost(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    centrum = buurt("BU19910101")
    Gebied.objects.filter(pk=centrum.pk).update(ouder=een_wijk("Uden Centrum"))
    Postcodegebied.objects.create(postcode="5401AA", buurt=centrum)
    anders = [*zonder_centrum(), *rijen({"BU19910103": ("Nieuw", box(5.6, 51.6, 5.61, 51.61))})]

    uit = importeer_vast(tmp_path, anders, "--opslaan")

    assert "Centrum (BU19910101): 1 × postcodes, deel van Uden Centrum" in uit
    assert "van het goede jaar" in uit
    assert not buurt("BU19910101").is_gearchiveerd
    assert not Gebied.objects.filter(naam="Nieuw").exists()


def test_a_wijk_with_buurten_is_in_use_until_they_have_moved(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    alleen_uden = rijen({"WK199101": WIJKEN["WK199101"]})

    assert "Volkel (WK199102): 1 × gebieden" in importeer_vast(tmp_path, alleen_uden, "--opslaan")

    verhuisd = rijen(BUURTEN, wijkcode="WK199101")
    importeer(tmp_path, alleen_uden + verhuisd, "--opslaan")
    assert Gebied.objects.get(code="WK199102").is_gearchiveerd


def test_what_is_gone_can_be_kept_for_now(tmp_path: Path) -> None:
    importeer_alles(tmp_path)
    centrum = buurt("BU19910101")
    Postcodegebied.objects.create(postcode="5401AA", buurt=centrum)

    uit = importeer(tmp_path, zonder_centrum(), "--behoud-vervallen", "--opslaan")

    assert "toch behouden: Centrum (BU19910101)" in uit
    assert not buurt("BU19910101").is_gearchiveerd


# --- the own layout --------------------------------------------------------------------------


@pytest.mark.eis("V2")
def test_own_areas_are_never_touched_but_for_borders_that_are_made_of_buurten(
    tmp_path: Path,
) -> None:
    importeer_alles(tmp_path)
    getekend = mapping(box(5.5, 51.5, 5.6, 51.6))
    wijk = een_wijk("Uden Centrum", grens_bron="samengesteld uit 1 buurten", inleiding="Hart.")
    vast = een_wijk("Volkel", grens=getekend, grens_bron="getekend door de gemeente")
    Gebied.objects.filter(code="BU19910101").update(ouder=wijk)
    Gebied.objects.filter(code="BU19910201").update(ouder=vast)
    nieuw = {code: (naam, vorm.buffer(0.001)) for code, (naam, vorm) in BUURTEN.items()}

    uit = importeer(tmp_path, rijen(nieuw), "--opslaan")

    assert "Grens van eigen gebieden opnieuw samengesteld: Uden Centrum" in uit
    wijk, vast = Gebied.objects.met_grens().filter(indeling="eigen").order_by("naam")
    assert (wijk.naam, wijk.inleiding) == ("Uden Centrum", "Hart.")
    assert shape(wijk.grens).equals_exact(shape(buurt("BU19910101").grens), 1e-5, normalize=True)
    assert shape(vast.grens).equals(shape(getekend))


def test_the_page_address_of_a_wijk_comes_before_that_of_a_buurt(tmp_path: Path) -> None:
    zelfde_naam = {"WK199101": ("Reek", box(5.60, 51.60, 5.61, 51.61))} | {
        "BU19910101": ("Reek", box(5.60, 51.60, 5.61, 51.61))
    }
    importeer(tmp_path, rijen(zelfde_naam), "--opslaan")
    assert Gebied.objects.get(code="WK199101").slug == "reek"


def test_verbose_shows_every_name(tmp_path: Path) -> None:
    veel = {
        f"BU1991{nummer:04d}": (f"Buurt {nummer}", box(5.60, 51.60, 5.61, 51.61))
        for nummer in range(100, 130)
    }
    kort = importeer(tmp_path, rijen(veel))
    assert "en nog 22" in kort
    assert "Buurt 129" not in kort
    pad = tmp_path / "proef.geojson"
    assert "Buurt 129" in draai("importeer_gebieden", pad, verbosity=2)
