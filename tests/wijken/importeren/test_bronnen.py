"""Border files as CBS, PDOK and people deliver them: names, forms, layers, coordinates (M1)."""

import zipfile
from pathlib import Path

import pytest
from shapely import box
from shapely.geometry import mapping, shape

from tests.wijken.bestanden import (
    BUURTEN,
    GEMEENTE,
    LEIDEN,
    WIJKEN,
    Gebieden,
    draai,
    draai_vast,
    gdal,
    geojson,
    gewisseld,
    in_rd,
    rijen,
)
from wijken.models import Gebied

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M1")]


def importeer(*bestanden: Path | str) -> str:
    return draai("importeer_gebieden", *bestanden, "--opslaan")


def namen(soort: str = "buurt") -> set[str]:
    return set(Gebied.objects.filter(soort=soort).values_list("naam", flat=True))


def buurten_op_hun_plek() -> bool:
    """Within a metre or so: RD in and out costs some centimetres."""
    return all(
        shape(Gebied.objects.met_grens().get(code=code).grens).symmetric_difference(vorm).area
        < 1e-7
        for code, (_naam, vorm) in BUURTEN.items()
    )


# --- names of columns ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "naam"),
    [
        ("BU_CODE", "BU_NAAM"),
        ("bu_code", "bu_naam"),
        ("BU_CODE2023", "BU_NAAM2023"),
        ("buurtcode", "buurtnaam"),
        ("Buurt_Code", "Buurt_Naam"),
        ("buurtCode", "buurtNaam"),
        ("BU_2013", "BU_NAAM"),
        ("statcode", "statnaam"),
        ("STATCODE", "STATNAAM"),
        ("code", "naam"),
        ("gwb_code_10", "naam"),
    ],
)
def test_every_name_of_a_code_column_is_known(tmp_path: Path, code: str, naam: str) -> None:
    inhoud = rijen(BUURTEN, code, naam, GM_CODE="GM1991", GM_NAAM="Maashorst", WK_CODE="WK199101")
    importeer(geojson(tmp_path / "a.geojson", inhoud))
    assert namen() == {"Centrum", "Bogerd", "Kom Volkel"}


def cijfers(gebieden: Gebieden) -> Gebieden:
    return {int(code[2:]): gebied for code, gebied in gebieden.items()}  # type: ignore[misc]


@pytest.mark.parametrize("kolom", ["buurtcode", "BU_CODE", "statcode", "code"])
def test_codes_may_be_numbers(tmp_path: Path, kolom: str) -> None:
    importeer(geojson(tmp_path / "a.geojson", rijen(cijfers(BUURTEN), kolom)))
    assert namen() == {"Centrum", "Bogerd", "Kom Volkel"}
    assert Gebied.objects.filter(code="BU19910101").exists()


def test_numbers_that_lost_their_zeros_are_read_by_their_column(
    tmp_path: Path, settings: object
) -> None:
    settings.GEMEENTE_CODE = "GM0546"  # type: ignore[attr-defined]
    importeer(geojson(tmp_path / "a.geojson", rijen(cijfers(LEIDEN), "buurtcode")))
    assert Gebied.objects.get().code == "BU05460000"


def test_a_code_with_a_year_is_read_too(tmp_path: Path) -> None:
    met_jaar = {f"2023{code}": gebied for code, gebied in BUURTEN.items()}
    importeer(geojson(tmp_path / "a.geojson", rijen(met_jaar, "jrstatcode", "buurtnaam")))
    assert "2023" in Gebied.objects.get(code="BU19910101").grens_bron


@pytest.mark.parametrize(
    ("gebieden", "soort"), [(GEMEENTE, "gemeente"), (WIJKEN, "wijk"), (BUURTEN, "buurt")]
)
def test_the_level_follows_from_the_code_and_not_from_the_file_name(
    tmp_path: Path, gebieden: Gebieden, soort: str
) -> None:
    kolommen = {"gemeente": "gemeentecode", "wijk": "wijkcode", "buurt": "buurtcode"}
    inhoud = rijen(gebieden, kolommen[soort], f"{soort}naam", gemeentecode="GM1991")
    importeer(geojson(tmp_path / "iets_anders.geojson", inhoud))
    assert set(Gebied.objects.values_list("soort", flat=True)) == {soort}


def test_a_file_without_codes_says_what_it_has_and_what_is_expected(tmp_path: Path) -> None:
    inhoud = [({"id": 1, "wijknummer": "a", "label": "Centrum"}, box(5.6, 51.6, 5.7, 51.7))]
    uit = draai_vast("importeer_gebieden", geojson(tmp_path / "a.geojson", inhoud))
    assert "Gezien: a: id, wijknummer, label" in uit
    assert "BU_CODE" in uit
    assert "statcode" in uit


# --- forms of files --------------------------------------------------------------------------


@pytest.mark.parametrize("achtervoegsel", [".gpkg", ".shp"])
def test_geopackage_and_shapefile_in_rd_land_on_their_place(
    tmp_path: Path, achtervoegsel: str
) -> None:
    importeer(
        gdal(tmp_path / f"buurten{achtervoegsel}", rijen(in_rd(BUURTEN), "BU_CODE", "BU_NAAM"))
    )
    assert buurten_op_hun_plek()


@pytest.mark.parametrize("map_", ["", "WijkBuurtkaart 2023/"])
def test_shapefiles_in_a_zip_are_all_read(tmp_path: Path, map_: str) -> None:
    gdal(tmp_path / "wijken.shp", rijen(in_rd(WIJKEN), "WK_CODE", "WK_NAAM"))
    gdal(tmp_path / "buurten.shp", rijen(in_rd(BUURTEN), "BU_CODE", "BU_NAAM", WK_CODE="WK199101"))
    pad = tmp_path / "kaart.zip"
    with zipfile.ZipFile(pad, "w") as inhoud:
        for deel in tmp_path.glob("*.[sdpc]*"):
            inhoud.write(deel, f"{map_}{deel.name}")
        inhoud.writestr("__MACOSX/._buurten.shp", b"rommel")
        inhoud.writestr("leesmij.txt", "Bron: CBS")

    importeer(pad)

    assert (namen("wijk"), namen()) == ({"Uden", "Volkel"}, {"Centrum", "Bogerd", "Kom Volkel"})


def test_cut_off_names_of_a_shapefile_are_known(tmp_path: Path) -> None:
    inhoud = rijen(in_rd(BUURTEN), "BU_CODE2023", "BU_NAAM2023", gemeentecode="GM1991")
    importeer(gdal(tmp_path / "a.shp", inhoud))  # become BU_CODE202 and gemeenteco
    assert "Centrum" in namen()


def test_every_layer_of_a_geopackage_with_areas_is_read(tmp_path: Path) -> None:
    pad = tmp_path / "wijkenbuurten_2023_v3.gpkg"
    gdal(pad, rijen(in_rd(GEMEENTE), "gemeentecode", "gemeentenaam", water="NEE"), "gemeenten")
    gdal(pad, rijen(in_rd(WIJKEN), "wijkcode", "wijknaam", gemeentecode="GM1991"), "wijken")
    gdal(pad, rijen(in_rd(BUURTEN), "buurtcode", "buurtnaam", wijkcode="WK199101"), "buurten")
    gdal(
        pad, rijen(in_rd({"PV30": ("Noord-Brabant", box(5, 51, 6, 52))}), "statcode"), "provincies"
    )
    punten = {code: (naam, vorm.centroid) for code, (naam, vorm) in in_rd(BUURTEN).items()}
    gdal(pad, rijen(punten, "statcode", "statnaam"), "buurt_labelpoint")

    importeer(pad)

    assert Gebied.objects.count() == 6
    assert Gebied.objects.get(code="BU19910101").grens_bron.endswith("_v3.gpkg, 2023")


def test_one_layer_can_be_chosen(tmp_path: Path) -> None:
    pad = tmp_path / "a.gpkg"
    gdal(pad, rijen(in_rd(WIJKEN), "WK_CODE", "WK_NAAM"), "wijken")
    gdal(pad, rijen(in_rd(BUURTEN), "BU_CODE", "BU_NAAM"), "buurten")

    importeer(pad, "--laag=Wijken")

    assert set(Gebied.objects.values_list("soort", flat=True)) == {"wijk"}
    uit = draai_vast("importeer_gebieden", pad, "--laag=straten")
    assert "geen laag straten" in uit
    assert "wijken (MultiPolygon), buurten (MultiPolygon)" in uit


def test_of_a_generalised_and_a_precise_layer_the_precise_one_counts(tmp_path: Path) -> None:
    pad = tmp_path / "gebiedsindelingen.gpkg"
    grof = {code: (naam, vorm.buffer(0.002)) for code, (naam, vorm) in BUURTEN.items()}
    gdal(pad, rijen(in_rd(grof), "statcode", "statnaam"), "buurt_gegeneraliseerd")
    gdal(pad, rijen(in_rd(BUURTEN), "statcode", "statnaam"), "buurt_niet_gegeneraliseerd")

    uit = importeer(pad)

    assert "niet gebruikt: ze staan ook in" in uit
    assert buurten_op_hun_plek()


def test_of_several_years_only_the_last_counts(tmp_path: Path) -> None:
    oud = {code: (f"Oud {naam}", vorm) for code, (naam, vorm) in BUURTEN.items()}
    inhoud = rijen(oud, "statcode", "statnaam", jaarcode=2021)
    inhoud += rijen(BUURTEN, "statcode", "statnaam", jaarcode=2022)

    uit = importeer(geojson(tmp_path / "a.geojson", inhoud))

    assert "buurten van 2021, 2022: alleen 2022 gebruikt" in uit
    assert namen() == {"Centrum", "Bogerd", "Kom Volkel"}


def test_several_files_may_be_given_at_once(tmp_path: Path) -> None:
    wijken = geojson(tmp_path / "wijken.geojson", rijen(WIJKEN))
    buurten = gdal(tmp_path / "buurten.shp", rijen(in_rd(BUURTEN), "BU_CODE", "BU_NAAM"))
    importeer(buurten, wijken)
    assert str(Gebied.objects.get(code="BU19910101").cbs_ouder) == "Uden"


def test_height_is_dropped_and_coordinates_have_six_decimals(tmp_path: Path) -> None:
    ring = [
        [5.61234567, 51.6, 12.5],
        [5.7, 51.6, 12.5],
        [5.7, 51.7, 12.5],
        [5.61234567, 51.6, 12.5],
    ]
    inhoud = [({"code": "BU19910101", "naam": "Hoog"}, {"type": "Polygon", "coordinates": [ring]})]
    importeer(geojson(tmp_path / "a.geojson", inhoud))
    punten = Gebied.objects.met_grens().get().grens["coordinates"][0]
    assert [5.612346, 51.6] in punten
    assert all(len(punt) == 2 for punt in punten)


# --- where it lies ---------------------------------------------------------------------------

RD_CRS = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}


def test_geojson_with_a_crs_member_is_read_as_it_says(tmp_path: Path) -> None:
    importeer(geojson(tmp_path / "a.geojson", rijen(in_rd(BUURTEN)), crs=RD_CRS))
    assert buurten_op_hun_plek()


@pytest.mark.parametrize(
    ("gebieden", "melding"),
    [
        (in_rd(BUURTEN), "in RD-meters"),
        (gewisseld(BUURTEN), "Breedte en lengte stonden andersom"),
        (gewisseld(in_rd(BUURTEN)), "x en y stonden andersom"),
    ],
)
def test_a_file_that_is_wrong_about_its_coordinates_is_understood(
    tmp_path: Path, gebieden: Gebieden, melding: str
) -> None:
    uit = importeer(geojson(tmp_path / "a.geojson", rijen(gebieden)))
    assert melding in uit
    assert buurten_op_hun_plek()


@pytest.mark.parametrize("gebieden", [BUURTEN, in_rd(BUURTEN)])
def test_a_shapefile_without_prj_is_understood(tmp_path: Path, gebieden: Gebieden) -> None:
    pad = gdal(tmp_path / "a.shp", rijen(gebieden, "BU_CODE", "BU_NAAM"), crs=None)
    assert "het bestand zegt het niet" in importeer(pad)
    assert buurten_op_hun_plek()


def test_an_old_prj_without_the_shift_to_wgs84_does_not_move_borders(tmp_path: Path) -> None:
    pad = gdal(tmp_path / "a.shp", rijen(in_rd(BUURTEN), "BU_CODE", "BU_NAAM"))
    pad.with_suffix(".prj").write_text(
        'PROJCS["Stereographic",GEOGCS["Bessel",DATUM["D_Bessel_1841",'
        'SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],'
        'UNIT["Degree",0.0174532925199433]],PROJECTION["Double_Stereographic"],'
        'PARAMETER["False_Easting",155000.0],PARAMETER["False_Northing",463000.0],'
        'PARAMETER["Central_Meridian",5.38763888888889],PARAMETER["Scale_Factor",0.9999079],'
        'PARAMETER["Latitude_Of_Origin",52.15616055555555],UNIT["Meter",1.0]]'
    )
    importeer(pad)
    assert buurten_op_hun_plek()


def test_other_coordinate_systems_are_converted(tmp_path: Path) -> None:
    pad = gdal(tmp_path / "a.gpkg", rijen(BUURTEN, "BU_CODE", "BU_NAAM"), crs="EPSG:4258")
    importeer(pad)
    assert buurten_op_hun_plek()


def test_one_area_far_away_is_named_and_does_not_spoil_the_rest(tmp_path: Path) -> None:
    inhoud = rijen(in_rd(BUURTEN)) + rijen({"BU19910103": ("Ver weg", box(0, 0, 1, 1))})
    uit = draai_vast("importeer_gebieden", geojson(tmp_path / "a.geojson", inhoud))
    assert "rij 4: BU19910103 Ver weg ligt niet in Nederland" in uit
    assert "rij 1" not in uit


# --- only a part of a web service ------------------------------------------------------------


@pytest.mark.parametrize(
    "buitenom",
    [
        {"links": [{"rel": "self", "href": "x"}, {"rel": "next", "href": "y"}]},
        {"links": [{"href": "x", "rel": "prev"}]},
        {"numberMatched": 57, "numberReturned": 3},
        {"numberMatched": "57"},
        {"totalFeatures": 57},
        {"exceededTransferLimit": True},
    ],
)
def test_a_page_of_a_web_service_stops_and_tells_how_to_get_the_rest(
    tmp_path: Path, buitenom: dict
) -> None:
    pad = geojson(tmp_path / "pagina.json", rijen(BUURTEN), **buitenom)

    uit = draai_vast("importeer_gebieden", pad, "--opslaan")

    assert "maar een deel van wat een webdienst heeft" in uit
    assert "GeoPackage" in uit
    assert "--alle-paginas" in uit


@pytest.mark.parametrize(
    "buitenom",
    [
        {"links": [{"rel": "self", "href": "x"}]},
        {"numberMatched": 3, "numberReturned": 3},
        {"numberMatched": "unknown", "numberReturned": 3},
        {"totalFeatures": 3},
    ],
)
def test_a_complete_answer_of_a_web_service_is_taken(tmp_path: Path, buitenom: dict) -> None:
    importeer(geojson(tmp_path / "a.json", rijen(BUURTEN), **buitenom))
    assert Gebied.objects.count() == 3


def test_links_before_the_features_are_seen_as_well(tmp_path: Path) -> None:
    pad = geojson(tmp_path / "a.json", rijen(BUURTEN))
    begin = '{"type": "FeatureCollection", "links": [{"rel": "next", "href": "y"}],'
    pad.write_text(pad.read_text().replace('{"type": "FeatureCollection",', begin))
    assert "volgende of vorige pagina" in draai_vast("importeer_gebieden", pad)


def test_all_pages_together_are_taken(tmp_path: Path) -> None:
    links = {"links": [{"rel": "next", "href": "y"}]}
    centrum, *rest = rijen(BUURTEN)
    een = geojson(tmp_path / "1.json", [centrum], **links)
    twee = geojson(tmp_path / "2.json", rest)
    importeer(een, twee, "--alle-paginas")
    assert Gebied.objects.count() == 3


# --- what is no file -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("naam", "inhoud", "melding"),
    [
        ("leeg.geojson", b"", "leeg.geojson is leeg"),
        ("tekst.geojson", b"hallo", "niet te lezen als GeoJSON, GeoPackage of Shapefile"),
        ("iets.json", b'{"naam": "Uden"}', "Is het wel GeoJSON"),
        ("half.geojson", b'{"type": "FeatureCollection", "features": [{"type"', "niet te lezen"),
        ("kapot.gpkg", b"SQLite format 3\x00" + b"x" * 200, "niet te lezen"),
        ("kapot.zip", b"PK\x03\x04" + b"x" * 200, "helemaal binnengehaald"),
        ("alleen.shp", b"\x00\x00\x27\x0a" + b"x" * 96, ".shx en .dbf"),
        ("geen.geojson", b'{"type":"FeatureCollection","features":[]}', "geen enkel gebied"),
    ],
)
def test_what_cannot_be_read_is_said_in_plain_words(
    tmp_path: Path, naam: str, inhoud: bytes, melding: str
) -> None:
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    assert melding in draai_vast("importeer_gebieden", pad)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert "Er is geen bestand" in draai_vast("importeer_gebieden", tmp_path / "weg.gpkg")


def test_a_zip_without_borders_says_what_is_in_it(tmp_path: Path) -> None:
    pad = tmp_path / "a.zip"
    with zipfile.ZipFile(pad, "w") as inhoud:
        inhoud.writestr("brief.docx", "x")
    assert "brief.docx" in draai_vast("importeer_gebieden", pad)


def test_a_single_feature_is_a_file_too(tmp_path: Path) -> None:
    pad = tmp_path / "a.geojson"
    eigenschappen = '{"code": "GM1991", "naam": "Maashorst"}'
    vorm = str(mapping(box(5.6, 51.6, 5.7, 51.7))).replace("'", '"')
    vorm = vorm.replace("(", "[").replace(")", "]").replace(",]", "]")
    pad.write_text(f'{{"type": "Feature", "properties": {eigenschappen}, "geometry": {vorm}}}')
    importeer(pad)
    assert namen("gemeente") == {"Maashorst"}
