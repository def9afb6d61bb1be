"""What an import writes beside the rows: archive, history, index, and what saving fills in."""

from datetime import date, time

import pytest
from django.contrib.auth.models import User

from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import VIERKANT_UDEN, een_buurt, een_organisatie, een_plek, een_voorziening
from tests.voorzieningen.uitwisseling.hulp import (
    een_stad,
    exporteer,
    linde,
    plan_van,
    tabel,
    voer_in,
    wijzig,
    zet,
)
from voorzieningen.models import Locatie, Openingstijd, Organisatie, Voorziening
from voorzieningen.uitwisseling.fout import Importfout

pytestmark = pytest.mark.django_db


@pytest.fixture
def stad():
    een_stad()


def koffie() -> Voorziening:
    return Voorziening.objects.get(slug="koffieochtend")


# --- the archive -------------------------------------------------------------------------------


@pytest.mark.eis("V12")
@pytest.mark.usefixtures("stad")
def test_a_reason_archives_and_taking_it_away_brings_back():
    voer_in(
        zet(exporteer(), "Voorzieningen", "koffieochtend", "Reden van archiveren", "Vol."),
        toch=True,
    )
    assert koffie().is_gearchiveerd
    voer_in(zet(exporteer(), "Voorzieningen", "koffieochtend", "Reden van archiveren", None))
    assert not koffie().is_gearchiveerd


@pytest.mark.eis("V12")
def test_a_full_file_archives_what_it_does_not_name_with_the_reason():
    for nummer in range(20):
        een_organisatie(f"Club {nummer}")
    inhoud = wijzig(exporteer(), "Organisaties", lambda blad: blad.delete_rows(21))
    plan = voer_in(inhoud, volledig=True, reden="Opgeheven.")
    weg = Organisatie.objects.gearchiveerd().get()
    assert (len(plan.weg), weg.archiefreden) == (1, "Opgeheven.")
    assert weg.history.latest().history_change_reason == "Import: kaart.xlsx"


def test_a_full_file_needs_a_reason():
    with pytest.raises(Importfout, match="Schrijf op waarom"):
        plan_van(exporteer(), volledig=True, reden="  ")


def test_more_than_a_tenth_goes_only_when_somebody_says_so_twice():
    for nummer in range(10):
        een_organisatie(f"Club {nummer}")
    inhoud = wijzig(exporteer(), "Organisaties", lambda blad: blad.delete_rows(2, 2))
    plan = voer_in(inhoud, volledig=True, reden="Weg.")
    assert plan.verslag().redenen_om_te_stoppen == [
        "Organisaties: 2 van de 10 gaan naar het archief.", "Klopt dit echt? Gebruik dan --toch."
    ]  # fmt: skip
    assert not Organisatie.objects.gearchiveerd().exists()
    voer_in(inhoud, volledig=True, reden="Weg.", toch=True)
    assert Organisatie.objects.gearchiveerd().count() == 2


@pytest.mark.usefixtures("stad")
def test_a_full_file_never_archives_a_confidential_place():
    inhoud = tabel(["Sleutel", "Naam"], ["de-linde", "De Linde"])
    plan = voer_in(inhoud, "plekken.csv", volledig=True, reden="Weg.", toch=True)
    assert plan.is_leeg
    assert "Plekken: 1 geheim adres niet in het bestand." in " ".join(plan.meldingen)


# --- what else follows -------------------------------------------------------------------------


@pytest.mark.usefixtures("stad")
def test_history_knows_who_did_it_and_what_the_lists_were():
    wie = User.objects.create_user("jan")
    inhoud = zet(exporteer(), "Voorzieningen", "koffieochtend", "Plekken", "de-linde")
    voer_in(inhoud, "plekken van jan.xlsx", door=wie)
    versie = koffie().history.latest()
    assert (versie.history_user, versie.history_type) == (wie, "~")
    assert versie.history_change_reason == "Import: plekken van jan.xlsx"
    assert [rij.locatie for rij in versie.locaties.all()] == [linde()]
    assert [rij.thema for rij in versie.themas.all()] == list(koffie().themas.all())


@pytest.mark.usefixtures("stad")
def test_what_was_imported_is_found_at_once_also_by_the_new_name_of_its_organisation():
    inhoud = zet(exporteer(), "Organisaties", "stichting-samen", "Naam", "Zonnebloemcollectief")
    voer_in(inhoud)
    gevonden = {(hit.soort, hit.object_id) for hit in zoek("zonnebloemcollectief").hits}
    assert ("voorziening", koffie().pk) in gevonden


def test_a_new_place_is_put_in_its_buurt_and_a_moved_one_in_another():
    kom, ander = een_buurt("Kom"), een_buurt("Ander", grens=_naar_het_oosten())
    kop = ["Sleutel", "Naam", "Breedtegraad", "Lengtegraad"]
    voer_in(tabel(kop, ["zaal", "Zaal", "51,65", "5,65"]), "plekken.csv")
    assert Locatie.objects.get(slug="zaal").gebied == kom
    voer_in(tabel(kop, ["zaal", "Zaal", "51,65", "5,75"]), "plekken.csv")
    assert Locatie.objects.get(slug="zaal").gebied == ander


def _naar_het_oosten() -> dict:
    punten = [[[lon + 0.1, lat] for lon, lat in VIERKANT_UDEN["coordinates"][0]]]
    return VIERKANT_UDEN | {"coordinates": punten}


def test_an_imported_row_is_the_same_as_one_that_was_typed():
    een_voorziening("Getypt", laatst_gecontroleerd=date(2026, 1, 1), vorm="collectief")
    inhoud = zet(exporteer(), "Voorzieningen", "getypt", "Sleutel", "nieuw")
    voer_in(inhoud)
    getypt, nieuw = (Voorziening.objects.get(slug=slug) for slug in ("getypt", "nieuw"))
    anders = {"id", "slug", "aangemaakt_op", "gewijzigd_op"}
    velden = [veld.attname for veld in Voorziening._meta.concrete_fields if veld.name not in anders]
    assert [getattr(nieuw, v) for v in velden] == [getattr(getypt, v) for v in velden]


@pytest.mark.usefixtures("stad")
def test_an_export_that_is_older_than_a_change_in_the_portal_is_pointed_out():
    inhoud = zet(exporteer(), "Organisaties", "stichting-samen", "Naam", "Uit het bestand")
    inhoud = zet(inhoud, "Organisaties", "stichting-samen", "Gewijzigd op", "01-01-2020 10:00:00")
    assert "na deze export nog in het portaal veranderd" in " ".join(plan_van(inhoud).meldingen)


def test_a_hundred_rows_cost_hardly_more_questions_than_ten(django_assert_max_num_queries):
    def rijen(aantal: int) -> bytes:
        kop = ["Sleutel", "Titel", "In één zin", "Thema’s", "Verantwoordelijke", "Hele gemeente"]
        reeks = range(aantal)
        return tabel(kop, *([f"v-{n}", f"V {n}", "Zin.", "geld", "samen", "ja"] for n in reeks))

    een_voorziening(verantwoordelijke=een_organisatie("Samen"))
    with django_assert_max_num_queries(40):
        plan = plan_van(rijen(300), "voorzieningen.csv")
    assert not plan.fouten
    with django_assert_max_num_queries(220):
        voer_in(rijen(300), "voorzieningen.csv")
    assert Voorziening.objects.count() == 301


def test_times_before_midnight_and_days_of_excel_are_kept_as_they_are():
    een_plek("Zaal")
    kop = ["Hoort bij", "Sleutel", "Dag", "Van", "Tot", "Geldt tot en met"]
    rij = ["plek", "zaal", "vrijdag", "20.00", "1.30", "31 december 2030"]
    voer_in(tabel(kop, rij), "openingstijden.csv")
    tijd = Openingstijd.objects.get()
    assert (tijd.van, tijd.tot, tijd.geldig_tot) == (time(20), time(1, 30), date(2030, 12, 31))
