"""manage.py importeer_indeling: the municipality's own wijken (M1, V2)."""

from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st
from shapely import box
from shapely.geometry import mapping, shape

from tests.fabriek import een_voorziening
from tests.wijken.bestanden import BUURTEN, draai, draai_vast, importeer_alles
from wijken.importeren.suggestie import afstand, suggestie
from wijken.models import Gebied

pytestmark = [pytest.mark.eis("M1"), pytest.mark.eis("V2")]

DEMO = Path(settings.BASE_DIR) / "sociale_basis" / "demo" / "maashorst_indeling.csv"
INDELING = """\
gebied;buurtcode;buurtnaam
Uden Centrum;19910101;Centrum
Uden Centrum;19910102;Bogerd
Volkel;19910201;Kom Volkel
"""


@pytest.fixture
def stad(db: None, tmp_path: Path) -> Path:
    """The CBS areas are there; returns the folder for the layout."""
    importeer_alles(tmp_path)
    return tmp_path


def csv(map_: Path, tekst: str, codering: str = "utf-8") -> Path:
    pad = map_ / "indeling.csv"
    pad.write_bytes(tekst.encode(codering))
    return pad


def importeer(map_: Path, tekst: str, *opties: str) -> str:
    return draai("importeer_indeling", csv(map_, tekst), "--opslaan", *opties)


def importeer_vast(map_: Path, tekst: str, *opties: str) -> str:
    return draai_vast("importeer_indeling", csv(map_, tekst), "--opslaan", *opties)


def indeling() -> dict[str, list[str]]:
    """Own wijk → its buurten, in order."""
    return {
        wijk.naam: sorted(wijk.kinderen.values_list("naam", flat=True))
        for wijk in Gebied.objects.niet_gearchiveerd().eigen().wijken()
    }


# --- keeping ---------------------------------------------------------------------------------


def test_a_dry_run_keeps_nothing(stad: Path) -> None:
    uit = draai("importeer_indeling", csv(stad, INDELING))
    assert "Uden Centrum: met Centrum, met Bogerd" in uit
    assert not Gebied.objects.eigen().exists()


def test_own_wijken_are_made_of_buurten_and_residents_see_them(stad: Path) -> None:
    importeer(stad, INDELING)

    assert indeling() == {"Uden Centrum": ["Bogerd", "Centrum"], "Volkel": ["Kom Volkel"]}
    zichtbaar = Gebied.objects.zichtbaar().wijken()
    assert [(wijk.naam, str(wijk.ouder)) for wijk in zichtbaar] == [
        ("Uden Centrum", "Maashorst"),
        ("Volkel", "Maashorst"),
    ]
    assert str(Gebied.objects.get(code="BU19910101").cbs_ouder) == "Uden"


def test_the_border_of_an_own_wijk_is_that_of_its_buurten(stad: Path) -> None:
    importeer(stad, INDELING)
    wijk = Gebied.objects.met_grens().get(naam="Uden Centrum")

    assert shape(wijk.grens).symmetric_difference(box(5.60, 51.60, 5.62, 51.61)).area < 1e-9
    assert wijk.grens_bron.startswith("samengesteld uit 2 buurten; CBS/Kadaster, alles.geojson")
    assert wijk.midden() == (51.605, 5.61)
    assert not wijk.grens_indicatief


def test_a_wijk_with_a_sketched_buurt_is_a_sketch_itself(stad: Path) -> None:
    Gebied.objects.filter(code="BU19910102").update(grens_indicatief=True)
    importeer(stad, INDELING)
    assert Gebied.objects.get(naam="Uden Centrum").grens_indicatief


def test_a_wijk_with_a_buurt_without_border_gets_none(stad: Path) -> None:
    Gebied.objects.filter(code="BU19910102").update(grens=None)
    importeer(stad, INDELING)
    assert Gebied.objects.met_grens().get(naam="Uden Centrum").grens is None


def test_a_border_that_was_drawn_stays(stad: Path) -> None:
    importeer(stad, INDELING)
    getekend = mapping(box(5.5, 51.5, 5.6, 51.6))
    Gebied.objects.filter(naam="Volkel", indeling="eigen").update(
        grens=getekend, grens_bron="getekend"
    )
    importeer(stad, INDELING)
    wijk = Gebied.objects.met_grens().get(naam="Volkel", indeling="eigen")
    assert shape(wijk.grens).equals(shape(getekend))


def test_the_same_file_again_changes_nothing(stad: Path) -> None:
    importeer(stad, INDELING)
    voor = list(Gebied.objects.order_by("pk").values_list("pk", "gewijzigd_op"))

    uit = importeer(stad, INDELING)

    assert "toegevoegd," not in uit
    assert list(Gebied.objects.order_by("pk").values_list("pk", "gewijzigd_op")) == voor


def test_of_cbs_areas_only_the_own_parent_of_buurten_changes(stad: Path) -> None:
    velden = ("pk", "naam", "code", "cbs_ouder", "grens", "grens_bron", "gearchiveerd_op")
    voor = list(Gebied.objects.cbs().order_by("pk").values_list(*velden))

    importeer(stad, INDELING)

    assert list(Gebied.objects.cbs().order_by("pk").values_list(*velden)) == voor


def test_the_own_wijk_gets_the_page_address_that_a_cbs_area_of_that_name_had(stad: Path) -> None:
    assert Gebied.objects.get(code="WK199102").slug == "volkel"

    importeer(stad, INDELING)

    assert Gebied.objects.eigen().get(naam="Volkel").slug == "volkel"
    assert Gebied.objects.get(code="WK199102").slug == "volkel-wk199102"


def test_a_buurt_moves_and_both_wijken_tell(stad: Path) -> None:
    importeer(stad, INDELING)
    anders = INDELING.replace("Uden Centrum;19910102", "Volkel;19910102")

    uit = importeer(stad, anders)

    assert "Uden Centrum: zonder Bogerd" in uit
    assert "Volkel: met Bogerd" in uit
    assert indeling()["Volkel"] == ["Bogerd", "Kom Volkel"]


def test_contacts_texts_and_addresses_of_own_wijken_stay(stad: Path) -> None:
    importeer(stad, INDELING)
    Gebied.objects.eigen().filter(naam="Volkel").update(
        inleiding="Dorp.", slug="het-dorp", contact_naam="Team", contact_telefoon="+31850001111"
    )
    importeer(stad, INDELING.replace("Volkel;", "VOLKEL;", 1))
    wijk = Gebied.objects.eigen().get(naam="VOLKEL")
    assert (wijk.inleiding, wijk.slug, wijk.contact_naam) == ("Dorp.", "het-dorp", "Team")


# --- stadsdelen, order, codes ----------------------------------------------------------------

MET_STADSDEEL = """\
gebied;buurtcode;stadsdeel;volgorde;gebiedcode
Uden Centrum;19910101;Uden;2;01
Uden West;19910102;Uden;1;02
Volkel;19910201;;3;03
"""


def test_wijken_may_lie_in_own_stadsdelen(stad: Path) -> None:
    importeer(stad, MET_STADSDEEL)

    stadsdeel = Gebied.objects.met_grens().get(soort="stadsdeel")
    assert (stadsdeel.naam, str(stadsdeel.ouder)) == ("Uden", "Maashorst")
    assert stadsdeel.grens_bron.startswith("samengesteld uit 2 wijken")
    assert [str(wijk) for wijk in stadsdeel.kinderen.all()] == ["Uden West", "Uden Centrum"]
    assert str(Gebied.objects.eigen().get(naam="Volkel").ouder) == "Maashorst"


def test_a_wijk_with_a_code_may_get_another_name(stad: Path) -> None:
    importeer(stad, MET_STADSDEEL)
    pk = Gebied.objects.get(naam="Uden West").pk

    uit = importeer(stad, MET_STADSDEEL.replace("Uden West", "Bogerd-West"))

    assert "heet nu Bogerd-West" in uit
    assert Gebied.objects.get(naam="Bogerd-West").pk == pk


def test_a_file_without_stadsdelen_leaves_them_alone(stad: Path) -> None:
    importeer(stad, MET_STADSDEEL)
    zonder = "gebied;buurtcode\nUden Centrum;19910101\nUden West;19910102\nVolkel;19910201\n"
    importeer(stad, zonder)
    assert str(Gebied.objects.get(naam="Uden West").ouder) == "Uden"


@pytest.mark.parametrize(
    ("rij", "melding"),
    [
        ("Uden Oost;19910102;Uden;x;", "volgorde 'x' is geen getal"),
        ("Uden Oost;19910102;Uden;1;WK199101", "gebiedcode WK199101 is van het CBS"),
        ("Uden Centrum;19910102;Volkel;;", "stadsdeel van Uden Centrum is Volkel, was Uden"),
        (";19910102;;;", "het gebied of de buurtcode is leeg"),
        (f"{'x' * 121};19910102;;;", "een naam is te lang"),
    ],
)
def test_a_row_that_cannot_be_right_is_named(stad: Path, rij: str, melding: str) -> None:
    kop, eerste, *_rest = MET_STADSDEEL.splitlines()
    uit = importeer_vast(stad, "\n".join([kop, eerste, rij]))
    assert f"rij 3: {melding}" in uit
    assert not Gebied.objects.eigen().exists()


# --- codes that cannot be right --------------------------------------------------------------

MISDRUK = INDELING.replace("19910102;Bogerd", "10010102;Bogerd")


def test_a_misprinted_code_is_named_with_the_one_that_was_meant(stad: Path) -> None:
    uit = importeer_vast(stad, MISDRUK)

    assert "rij 3: 10010102 (Bogerd) hoort niet bij GM1991 Maashorst." in uit
    assert "Waarschijnlijk bedoeld: 19910102 Bogerd." in uit
    assert not Gebied.objects.eigen().exists()


def test_the_likely_code_is_used_when_asked(stad: Path) -> None:
    uit = importeer(stad, MISDRUK, "--neem-suggestie-over")
    assert "Dat is overgenomen." in uit
    assert indeling()["Uden Centrum"] == ["Bogerd", "Centrum"]


@pytest.mark.parametrize(
    ("code", "melding"),
    [("19910999", "is geen buurt van GM1991 Maashorst"), ("noord", "is geen buurtcode")],
)
def test_a_code_that_resembles_nothing_gets_no_suggestion(
    stad: Path, code: str, melding: str
) -> None:
    tekst = f"gebied;buurtcode\nUden;19910101\nNoord;{code}\n"
    uit = importeer_vast(stad, tekst, "--neem-suggestie-over")
    assert melding in uit
    assert "Waarschijnlijk" not in uit


def test_a_buurt_in_two_areas_is_a_fault_and_twice_in_one_is_not(stad: Path) -> None:
    uit = importeer_vast(stad, INDELING + "Volkel;19910101;Centrum\n")
    assert "rij 5: 19910101 staat bij Volkel, maar ook al bij Uden Centrum" in uit

    importeer(stad, INDELING + "Volkel;19910201;Kom Volkel\n")
    assert indeling()["Volkel"] == ["Kom Volkel"]


def test_buurten_in_no_area_are_named(stad: Path) -> None:
    uit = importeer(stad, "gebied;buurtcode\nUden;19910101\n")
    assert "Buurten die in geen gebied zitten (2): Bogerd (19910102); Kom Volkel" in uit


def test_a_buurt_that_loses_its_wijk_is_named(stad: Path) -> None:
    importeer(stad, INDELING)
    uit = importeer(stad, INDELING.replace("Uden Centrum;19910102;Bogerd\n", ""))
    assert "Deze buurten verliezen hun wijk: Bogerd (BU19910102)" in uit
    assert Gebied.objects.get(code="BU19910102").ouder is None


def test_without_buurten_it_says_what_to_do_first(db: None, tmp_path: Path) -> None:
    assert "Importeer ze eerst: importeer_gebieden" in importeer_vast(tmp_path, INDELING)


def test_without_the_gemeente_it_works_and_says_what_is_missing(stad: Path) -> None:
    Gebied.objects.update(cbs_ouder=None)
    Gebied.objects.filter(soort="gemeente").delete()
    assert "De gemeente zelf staat nog niet" in importeer(stad, INDELING)
    assert indeling()["Volkel"] == ["Kom Volkel"]


# --- areas that are gone ---------------------------------------------------------------------

SAMEN = INDELING.replace("Uden Centrum;", "Volkel;")


def test_an_own_wijk_that_is_gone_is_archived(stad: Path) -> None:
    importeer(stad, INDELING)
    uit = importeer(stad, SAMEN)
    assert "vervallen, wijken: Uden Centrum" in uit
    assert Gebied.objects.get(naam="Uden Centrum").is_gearchiveerd

    importeer(stad, INDELING)
    assert not Gebied.objects.get(naam="Uden Centrum").is_gearchiveerd


def test_an_own_wijk_in_use_is_never_lost(stad: Path) -> None:
    importeer(stad, INDELING)
    een_voorziening(gebieden=[Gebied.objects.get(naam="Uden Centrum")], hele_gemeente=False)

    uit = importeer_vast(stad, SAMEN)

    assert "nog in gebruik" in uit
    assert "Heet een gebied nu anders?" in uit
    assert indeling()["Uden Centrum"] == ["Bogerd", "Centrum"]


# --- how people write it ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "tekst",
    [
        "gebied,buurtcode\nVolkel,BU19910201\n",
        "Gebied\tBuurtcode\nVolkel\t1991 0201\n",
        "sep=;\nGEBIED;BU_CODE\nVolkel;19910201.0\n",
        '"gebied";"buurtcode"\r\n"Volkel";"19910201"\r\n\r\n;;\r\n',
        "\ufeffgebied;buurtcode\nVolkel;19910201\n",
        "  gebied ; buurt code \n Volkel ; BU1991 0201 \n",
    ],
)
def test_any_delimiter_and_way_of_writing_codes_is_read(stad: Path, tekst: str) -> None:
    importeer(stad, tekst)
    assert indeling() == {"Volkel": ["Kom Volkel"]}


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_accents_survive_every_encoding(stad: Path, codering: str) -> None:
    pad = csv(stad, "gebied;buurtcode\nCafé-kwartier;19910201\n", codering)
    draai("importeer_indeling", pad, "--opslaan")
    assert list(indeling()) == ["Café-kwartier"]


def test_a_missing_column_is_named_with_those_there_are(stad: Path) -> None:
    uit = importeer_vast(stad, "naam;plek\nVolkel;19910201\n")
    assert "De kolom buurtcode en gebied ontbreekt" in uit
    assert "naam, plek" in uit


@pytest.mark.parametrize("tekst", ["", "\n\n", "gebied;buurtcode\n"])
def test_an_empty_file_is_said(stad: Path, tekst: str) -> None:
    uit = importeer_vast(stad, tekst)
    assert "leeg" in uit or "geen enkele buurt" in uit


# --- which code was meant --------------------------------------------------------------------


def test_the_distance_counts_changes_additions_and_omissions() -> None:
    assert afstand("10010110", "BU19910110") == 2
    assert afstand("1991010", "19910101") == 1
    assert afstand("19910101", "BU19910101") == 0


def test_the_same_name_decides_before_the_code() -> None:
    vrij = {"BU19910110": "Melle", "BU19910111": "Raam"}
    assert suggestie("10010111", "Melle", vrij) == "BU19910110"
    assert suggestie("99999999", "melle", vrij) == "BU19910110"


def test_two_codes_equally_near_give_no_suggestion() -> None:
    assert suggestie("19910119", "", {"BU19910110": "Melle", "BU19910111": "Raam"}) == ""


@given(st.integers(0, 7), st.sampled_from("0123456789"))
def test_one_wrong_digit_of_a_lone_code_is_always_found(plek: int, cijfer: str) -> None:
    goed = "19910110"
    fout = goed[:plek] + cijfer + goed[plek + 1 :]
    assert suggestie(fout, "", {f"BU{goed}": "Melle"}) == f"BU{goed}"


# --- the demo's own file ---------------------------------------------------------------------


def test_the_file_of_the_demo_holds_eleven_areas_and_the_misprint_of_the_source() -> None:
    regels = [regel.split(";") for regel in DEMO.read_text(encoding="utf-8").splitlines()[1:]]

    assert len({gebied for gebied, _code, _naam in regels}) == 11
    assert len(regels) == 39
    assert ["Uden Oost", "10010110", "Melle"] in regels


@pytest.mark.django_db
def test_the_demo_names_the_misprint_and_takes_the_suggestion(tmp_path: Path) -> None:
    regels = [regel.split(";") for regel in DEMO.read_text(encoding="utf-8").splitlines()[1:]]
    vierkant = next(iter(BUURTEN.values()))[1]
    for _gebied, code, naam in regels:
        Gebied.objects.create(
            naam=naam,
            soort="buurt",
            code=f"BU{code.replace('10010110', '19910110')}",
            grens=mapping(vierkant),
        )

    uit = draai_vast("importeer_indeling", DEMO, "--opslaan")
    assert "rij 17: 10010110 (Melle) hoort niet bij GM1991" in uit
    assert "Waarschijnlijk bedoeld: 19910110 Melle" in uit

    draai("importeer_indeling", DEMO, "--opslaan", "--neem-suggestie-over")
    assert Gebied.objects.get(naam="Melle").wijk() == Gebied.objects.get(naam="Uden Oost")
    assert len(indeling()) == 11
