"""What an import changes, what it leaves alone, and when it changes nothing at all."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.fabriek import een_organisatie, een_plek
from tests.voorzieningen.uitwisseling.hulp import (
    een_stad,
    exporteer,
    linde,
    plan_van,
    redenen,
    samen,
    tabel,
    voer_in,
    zet,
    zip_van,
)
from voorzieningen.models import Locatie, Openingstijd, Organisatie, Voorziening
from voorzieningen.uitwisseling.schrijven import Vorm

pytestmark = pytest.mark.django_db

ORG = ["Sleutel", "Naam", "In één zin", "Op de website"]


def organisaties(*rijen: list) -> bytes:
    return tabel(ORG, *rijen)


@pytest.fixture
def stad():
    een_stad()


def koffie() -> Voorziening:
    return Voorziening.objects.get(slug="koffieochtend")


# --- nothing changes ---------------------------------------------------------------------------


@pytest.mark.parametrize("vorm", Vorm)
@pytest.mark.usefixtures("stad")
def test_what_was_exported_changes_nothing_and_says_so(vorm):
    voor = list(Voorziening.history.values_list("history_id", flat=True))
    plan = voer_in(exporteer(vorm))
    assert plan.is_leeg
    assert "Er verandert niets: alles staat al zo in het portaal." in plan.verslag().meldingen
    assert list(Voorziening.history.values_list("history_id", flat=True)) == voor


@pytest.mark.usefixtures("stad")
def test_a_dry_run_shows_the_difference_and_keeps_nothing(tmp_path):
    pad = tmp_path / "kaart.xlsx"
    pad.write_bytes(zet(exporteer(), "Organisaties", "stichting-samen", "Naam", "Samen Sterk"))
    uit = StringIO()
    call_command("importeer", str(pad), stdout=uit)
    assert "Naam “Stichting Samen” wordt “Samen Sterk”" in uit.getvalue()
    assert "er is niets bewaard" in uit.getvalue()
    assert samen().naam == "Stichting Samen"
    call_command("importeer", str(pad), "--opslaan", stdout=uit)
    assert "Bewaard." in uit.getvalue()
    assert samen().naam == "Samen Sterk"


@pytest.mark.usefixtures("stad")
def test_rows_and_columns_that_are_absent_stay_as_they_are():
    plan = voer_in(
        tabel(["Sleutel", "Telefoon"], ["stichting-samen", "0800-1234"]), "organisaties.csv"
    )
    assert [str(w) for w in plan.gewijzigd[0].wijzigingen] == [
        "Telefoon “0413 281 911” wordt “0800-1234”"
    ]
    assert (samen().telefoon, samen().naam) == ("08001234", "Stichting Samen")
    assert Organisatie.objects.niet_gearchiveerd().count() == 1


@pytest.mark.usefixtures("stad")
def test_an_empty_cell_makes_empty_but_never_what_always_has_a_value():
    voer_in(
        tabel(["Sleutel", "Telefoon", "Soort"], ["stichting-samen", "", ""]), "organisaties.csv"
    )
    assert (samen().telefoon, samen().soort) == ("", "overig")


# --- which entry a row is ----------------------------------------------------------------------


@pytest.mark.usefixtures("stad")
def test_another_name_is_no_other_entry_and_its_address_stays():
    voer_in(zet(exporteer(), "Plekken", "de-linde", "Naam", "De Eik"))
    assert (linde().naam, linde().sorteernaam) == ("De Eik", "deeik")
    assert Locatie.objects.count() == 2


@pytest.mark.usefixtures("stad")
def test_an_old_file_finds_an_entry_whose_address_changed():
    inhoud = zet(exporteer(), "Organisaties", "stichting-samen", "In één zin", "Nieuw.")
    org = samen()
    org.slug = "samen-nu"
    org.save()
    voer_in(inhoud)
    org.refresh_from_db()
    assert (org.slug, org.kort) == ("samen-nu", "Nieuw.")


def test_a_new_row_gets_its_key_as_address_and_one_without_gets_one_from_its_name():
    voer_in(
        organisaties(["club-a", "Club", "Zin.", ""], ["", "Het Anker", "Zin.", ""]),
        "organisaties.csv",
    )
    assert set(Organisatie.objects.values_list("slug", flat=True)) == {"club-a", "het-anker"}


def test_the_same_file_twice_makes_nothing_twice():
    inhoud = organisaties(["", "Het Anker", "Zin.", "concept"])
    voer_in(inhoud, "organisaties.csv")
    assert voer_in(inhoud, "organisaties.csv").is_leeg


def test_a_row_without_key_never_overwrites_an_entry_of_that_name():
    een_organisatie("Het Anker", kort="Oud.")
    plan = plan_van(organisaties(["", "Het Anker", "Nieuw.", ""]), "organisaties.csv")
    assert redenen(plan) == [
        "Organisaties, rij 2, Sleutel: Er is al een organisatie met deze naam. Zet “het-anker” in "
        "de kolom Sleutel om die te wijzigen, of bedenk een andere sleutel."
    ]


def test_a_new_entry_with_a_name_that_is_taken_is_pointed_out():
    een_organisatie("Het Anker")
    plan = plan_van(organisaties(["anker-2", "Het Anker", "Zin.", ""]), "organisaties.csv")
    assert "Organisaties, rij 2 is nieuw, maar heet net zo als het-anker." in plan.meldingen


def test_new_rows_may_name_each_other():
    inhoud = zip_van(
        organisaties=tabel(
            ["Sleutel", "Naam", "In één zin", "Plekken", "Vervangen door"],
            ["een", "Een", "Zin.", "zaal", "twee"],
            ["twee", "Twee", "Zin.", "", ""],
        ),
        plekken=tabel(["Sleutel", "Naam", "Beheerstichting"], ["zaal", "Zaal", "een"]),
        ruimtes=tabel(["Sleutel", "Ruimte"], ["zaal", "Klein"]),
    )
    voer_in(inhoud, "x.zip")
    een = Organisatie.objects.get(slug="een")
    zaal = Locatie.objects.get(slug="zaal")
    assert (een.vervangen_door.slug, zaal.beheerstichting) == ("twee", een)
    assert list(een.locaties.all()) == [zaal]
    assert een.history.get().vervangen_door_id == een.vervangen_door_id
    assert zaal.ruimtes.get().naam == "Klein"


@pytest.mark.usefixtures("stad")
def test_things_are_named_by_key_or_by_a_name_that_only_one_has():
    kop = ["Sleutel", "Plekken", "Thema’s", "Verantwoordelijke"]
    inhoud = tabel(
        kop, ["koffieochtend", "De Linde, opvang-nergens", "ontmoeten", "Stichting Samen"]
    )
    assert plan_van(inhoud, "voorzieningen.csv").is_leeg
    een_plek("De Linde")
    assert "Er zijn er meer met deze naam" in redenen(plan_van(inhoud, "voorzieningen.csv"))[0]


# --- what is wrong -----------------------------------------------------------------------------


@pytest.mark.usefixtures("stad")
def test_everything_that_is_wrong_is_told_at_once_with_sheet_row_column_and_reason():
    inhoud = exporteer()
    for blad, sleutel, kop, waarde in (
        ("Organisaties", "stichting-samen", "Telefoon", "bel mij"),
        ("Plekken", "de-linde", "Postcode", "54"),
        ("Voorzieningen", "koffieochtend", "Thema’s", "toveren"),
        ("Voorzieningen", "koffieochtend", "Laatst gecontroleerd", "gisteren"),
        ("Openingstijden", "koffieochtend", "Tot", "25:00"),
    ):
        inhoud = zet(inhoud, blad, sleutel, kop, waarde)
    assert redenen(plan_van(inhoud)) == [
        "Openingstijden, rij 3, Tot: “25:00” is geen tijd. Voorbeeld: 9:00.",
        "Organisaties, rij 3, Telefoon: Dit is geen geldig telefoonnummer. "
        "Voorbeeld: 0413 28 19 11.",
        "Plekken, rij 2, Postcode: Dit is geen postcode. Een postcode is 4 cijfers en 2 letters: "
        "5401 AB.",
        "Voorzieningen, rij 2, Laatst gecontroleerd: “gisteren” is geen dag. "
        "Voorbeeld: 31-12-2026.",
        "Voorzieningen, rij 2, Thema’s: “toveren” is hier onbekend (thema).",
    ]


@pytest.mark.parametrize(
    ("blad", "kop", "waarde", "reden"),
    [
        ("Voorzieningen", "Thema’s", None, "Dit veld mag niet leeg zijn."),
        ("Voorzieningen", "Titel", None, "Dit veld"),
        ("Voorzieningen", "Wijken", None, "Voor wie is dit?"),
        ("Voorzieningen", "Verantwoordelijke", None, "heeft een eigenaar"),
        ("Voorzieningen", "Tot en met leeftijd", 12, "De hoogste leeftijd ligt onder de laagste."),
        ("Voorzieningen", "Vanaf leeftijd", 130, "Zo oud wordt niemand."),
        ("Voorzieningen", "Toegang", "gewoon", "Kies uit: inloop, aanmelden"),
        ("Voorzieningen", "Redacteur", "niemand", "“niemand” is hier onbekend"),
        ("Voorzieningen", "Vervangen door", "koffieochtend", "kan zichzelf niet vervangen"),
        ("Voorzieningen", "Gearchiveerd op", "1-1-2026 10:00", "Schrijf op waarom"),
        ("Plekken", "Lengtegraad", None, "allebei"),
        ("Plekken", "Breedtegraad", "5,62", "niet in Nederland"),
        ("Plekken", "Geheim adres", "ja", "ontmoetingsplek"),
    ],
)
@pytest.mark.usefixtures("stad")
def test_the_rules_are_those_of_the_forms(blad, kop, waarde, reden):
    sleutel = "de-linde" if blad == "Plekken" else "koffieochtend"
    gevonden = redenen(plan_van(zet(exporteer(), blad, sleutel, kop, waarde)))
    assert len(gevonden) == 1
    assert reden in gevonden[0]


def test_a_key_that_cannot_be_an_address_or_comes_twice_is_refused():
    inhoud = organisaties(
        ["Café Één", "A", "Zin.", ""], ["b", "B", "Zin.", ""], ["b", "C", "Zin.", ""]
    )
    assert redenen(plan_van(inhoud, "organisaties.csv")) == [
        "Organisaties, rij 2, Sleutel: “Café Één” kan geen sleutel zijn: gebruik kleine letters, "
        "cijfers en streepjes. Voorbeeld: cafe-een.",
        "Organisaties, rij 4, Sleutel: Dit staat ook al in rij 3. Geef elke rij een eigen sleutel.",
    ]


def test_one_bad_row_keeps_everything_out(tmp_path):
    pad = tmp_path / "organisaties.csv"
    pad.write_bytes(organisaties(["goed", "Goed", "Zin.", ""], ["fout", "", "", ""]))
    uit = StringIO()
    with pytest.raises(CommandError, match="Er is niets bewaard"):
        call_command("importeer", str(pad), "--opslaan", stdout=uit)
    assert "Organisaties, rij 3, Naam" in uit.getvalue()
    assert not Organisatie.objects.exists()


# --- times and rooms ---------------------------------------------------------------------------


@pytest.mark.usefixtures("stad")
def test_the_times_in_the_file_are_the_times_of_that_place_and_of_no_other():
    kop = ["Hoort bij", "Sleutel", "Dag", "Van", "Tot"]
    inhoud = tabel(
        kop, ["plek", "de-linde", "maandag", "9:00", "17:00"], ["plek", "de-linde", "di", "9", "12"]
    )
    bestaand = linde().openingstijden.get().pk
    plan = voer_in(inhoud, "openingstijden.csv")
    assert plan.delen[0].regel() == "de-linde: erbij Dag dinsdag, Van 09:00, Tot 12:00"
    assert set(linde().openingstijden.values_list("weekdag", flat=True)) == {0, 1}
    assert linde().openingstijden.filter(pk=bestaand).exists()
    assert koffie().openingstijden.count() == 1


@pytest.mark.usefixtures("stad")
def test_a_column_that_is_absent_keeps_its_value_in_times_too():
    kop = ["Hoort bij", "Sleutel", "Dag", "Van", "Tot"]
    rij = ["voorziening", "koffieochtend", "dinsdag", "9:00", "12:00"]
    assert plan_van(tabel(kop, rij), "openingstijden.csv").is_leeg


@pytest.mark.usefixtures("stad")
def test_all_times_go_only_when_the_file_says_so_and_history_knows_them():
    kop = ["Hoort bij", "Sleutel", "Dag", "Geen"]
    voer_in(tabel(kop, ["plek", "de-linde", "", "ja"]), "openingstijden.csv")
    assert not linde().openingstijden.exists()
    assert Openingstijd.history.filter(history_type="-").count() == 1
    tegelijk = tabel(kop, ["plek", "de-linde", "", "ja"], ["plek", "de-linde", "ma", ""])
    assert "Er staan ook rijen met inhoud" in " ".join(
        redenen(plan_van(tegelijk, "openingstijden.csv"))
    )


@pytest.mark.usefixtures("stad")
def test_wrong_times_are_told_with_their_row():
    kop = ["Hoort bij", "Sleutel", "Dag", "Van", "Tot"]
    inhoud = tabel(
        kop, ["plek", "de-linde", "ma", "9:00", "9:00"], ["plek", "weg", "ma", "9", "10"],
        ["", "de-linde", "ma", "9", "10"], ["plek", "de-linde", "", "9", "10"],
    )  # fmt: skip
    gevonden = redenen(plan_van(inhoud, "openingstijden.csv"))
    assert [regel.split(":")[0] for regel in gevonden] == [
        "Openingstijden, rij 2, Tot", "Openingstijden, rij 3, Sleutel",
        "Openingstijden, rij 4, Sleutel", "Openingstijden, rij 5, Dag",
    ]  # fmt: skip
