"""The boom in a file: layers, steps, conditions and agreements, with the rules of the whole."""

import random

import pytest
from django.contrib.auth.models import User

from sociale_basis.demo.gebruikers import maak_logins
from tests.fabriek import (
    een_laag,
    een_voorziening,
)
from tests.voorzieningen.uitwisseling.boomrijen import (
    ALLE_BLADEN,
    LAAG,
    boom,
    laag,
    stap,
    stappen,
)
from tests.voorzieningen.uitwisseling.hulp import (
    bladen,
    exporteer,
    plan_van,
    tabel,
    voer_in,
    wijzig,
    zet,
    zip_van,
)
from voorzieningen.boom.lezen import lees_graaf
from voorzieningen.models import Boomlaag, Regieafspraak, Stap, Voorwaarde, Voorziening
from voorzieningen.uitwisseling.rechten import mag_exporteren, mag_importeren
from voorzieningen.uitwisseling.schrijven import Vorm

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H3")]
__all__ = ["boom"]


# --- there and back ----------------------------------------------------------------------------


@pytest.mark.parametrize("vorm", Vorm)
def test_what_was_exported_changes_nothing(boom, vorm):
    voor = Stap.history.count() + Boomlaag.history.count() + Regieafspraak.history.count()
    plan = voer_in(exporteer(vorm), volledig=True, reden="x")
    assert (plan.is_leeg, plan.fouten) == (True, [])
    assert voor == Stap.history.count() + Boomlaag.history.count() + Regieafspraak.history.count()


@pytest.mark.parametrize("vorm", Vorm)
def test_a_boom_can_be_carried_to_an_empty_portal(boom, vorm):
    bestand, was = exporteer(vorm), boominhoud()
    for model in (Stap, Voorziening, Regieafspraak, Voorwaarde, Boomlaag):
        model.objects.all().delete()
    assert voer_in(bestand).fouten == []
    assert boominhoud() == was
    assert voer_in(bestand).is_leeg


def boominhoud() -> dict[str, list]:
    """The four sheets without the day on which a row was saved."""
    alles = bladen(exporteer())
    return {
        naam: [
            [cel for plek, cel in enumerate(rij) if alles[naam][0][plek] != "Gewijzigd op"]
            for rij in alles[naam]
        ]
        for naam in ALLE_BLADEN
    }


def test_layers_stand_in_the_file_from_the_roots_up(boom):
    rijen = bladen(exporteer())["Lagen"]
    assert [rij[0] for rij in rijen[1:]] == ["buurt", "team", "specialist"]
    assert rijen[2][rijen[0].index("Verantwoordelijke")] == "gemeente"


def test_things_are_named_by_key_in_every_cell(boom):
    alles = bladen(exporteer())
    kop, *rijen = alles["Stappen"]
    eigen = next(rij for rij in rijen if rij[0].startswith("van-maatje"))
    assert dict(zip(kop, eigen, strict=True)).items() >= {
        ("Van voorziening", "maatje"), ("Naar voorziening", "spreekuur"), ("Van laag", None),
        ("Grens", "Vijf gesprekken"), ("De bewoner is erbij", "ja"),
    }  # fmt: skip
    kop, *rijen = alles["Regieafspraken"]
    geld = dict(zip(kop, next(r for r in rijen if r[0] == "geld-en-gezin"), strict=True))
    assert geld["Onderwerpen"] == "geld; gezin"
    assert geld["Voorwaarden"] == "er-zijn-kinderen"


# --- what changes ------------------------------------------------------------------------------


def test_a_difference_is_shown_in_the_words_of_the_columns(boom):
    inhoud = zet(exporteer(), "Regieafspraken", "geld-en-gezin", "Onderwerpen", "geld")
    plan = voer_in(inhoud)
    assert [rij.regel() for rij in plan.gewijzigd] == [
        "Geld en gezin (geld-en-gezin): Onderwerpen “geld; gezin” wordt “geld”"
    ]
    afspraak = Regieafspraak.objects.get(slug="geld-en-gezin")
    assert [thema.naam for thema in afspraak.themas.all()] == ["Geld"]
    laatste = afspraak.history.latest()
    assert laatste.history_change_reason == "Import: kaart.xlsx"
    assert laatste.themas.count() == 1


def test_new_rows_name_each_other_in_any_order(boom):
    delen = {
        "lagen": tabel(LAAG, laag("top", 9, naam="Top")),
        "stappen": stappen(
            stap("erna", "nieuw", "*top", "overnemen"), stap("terug", "*top", "*team", "afschalen"),
            stap("erheen", "*team", "nieuw", "overnemen"),
        ),
        "voorzieningen": tabel(
            ["Sleutel", "Titel", "In één zin", "Thema’s", "Laag van de boom"],
            ["nieuw", "Nieuw", "Zin.", "geld", "top"],
        ),
        "voorwaarden": tabel(["Sleutel", "Naam"], ["geweld", "Er is geweld"]),
        "regieafspraken": tabel(
            ["Sleutel", "Naam", "Voorwaarden", "Wie heeft de regie", "Functie", "Waarom deze",
             "Wat doen de anderen"],
            ["veilig", "Veilig", "geweld", "gemeente", "coach", "Omdat.", "Helpen."],
        ),
    }  # fmt: skip
    namen = list(delen)
    random.Random(3).shuffle(namen)
    plan = voer_in(zip_van(**{naam: delen[naam] for naam in namen}), "x.zip")
    assert plan.fouten == []
    top = Boomlaag.objects.get(slug="top")
    assert Stap.objects.get(slug="erna").naar_laag == top
    assert Stap.objects.get(slug="erheen").naar == Voorziening.objects.get(slug="nieuw")
    assert Regieafspraak.objects.get(slug="veilig").voorwaarden.get().naam == "Er is geweld"
    assert lees_graaf().fouten() == {}


def test_a_step_without_a_name_is_named_by_its_ends_and_keeps_that_name(boom):
    inhoud = stappen(stap("kort", "spreekuur", "*specialist"))
    voer_in(inhoud, "stappen.csv")
    assert str(Stap.objects.get(slug="kort")) == (
        "Van Spreekuur naar Specialist: ondersteuning vragen"
    )
    met_lege_naam = tabel(["Sleutel", "Naam"], ["kort", ""])
    assert voer_in(met_lege_naam, "stappen.csv").is_leeg


def test_names_of_steps_cost_no_query_each(boom, django_assert_max_num_queries):
    for nummer in range(20):
        een_voorziening(f"Hulp {nummer}", laag=boom[0])
    rijen = [stap(f"s{nummer}", f"hulp-{nummer}", "*team") for nummer in range(20)]
    with django_assert_max_num_queries(45):
        voer_in(stappen(*rijen), "stappen.csv")
    assert Stap.objects.filter(naam__startswith="Van Hulp").count() == 20


def test_two_layers_may_swap_their_place_and_their_name(boom):
    een, twee = een_laag("Een", opvang=""), een_laag("Twee")
    rijen = [["een", "Twee", twee.volgorde], ["twee", "Een", een.volgorde]]
    plan = voer_in(tabel(["Sleutel", "Naam", "Plaats in de boom"], *rijen), "lagen.csv")
    assert plan.fouten == []
    na = dict(Boomlaag.objects.filter(pk__in=(een.pk, twee.pk)).values_list("slug", "naam"))
    assert na == {"een": "Twee", "twee": "Een"}
    een.refresh_from_db()
    assert (een.volgorde, een.is_gearchiveerd) == (twee.volgorde, False)
    assert not een.history.filter(archiefreden__gt="").exists()


def test_a_new_layer_takes_the_place_of_one_that_goes(boom):
    oud = een_laag("Oud", volgorde=9)
    kop = [*LAAG, "Reden van archiveren", "Vervangen door"]
    inhoud = tabel(kop, [*laag("nieuw", 9), "", ""], [*laag("oud", 9), "Ander beleid.", "nieuw"])
    assert voer_in(inhoud, "lagen.csv", toch=True).fouten == []
    oud.refresh_from_db()
    assert (oud.is_gearchiveerd, oud.vervangen_door.naam) == (True, "Nieuw")
    assert Boomlaag.objects.zichtbaar().get(volgorde=9).naam == "Nieuw"


@pytest.mark.eis("V12")
def test_a_full_file_archives_what_it_does_not_name_with_the_reason(boom):
    inhoud = wijzig(exporteer(), "Stappen", lambda blad: blad.delete_rows(2))
    plan = voer_in(inhoud, volledig=True, reden="Niet meer nodig.", toch=True)
    assert [rij.blad.enkel for rij in plan.weg] == ["stap"]
    weg = Stap.objects.gearchiveerd().get()
    assert weg.archiefreden == "Niet meer nodig."
    assert weg.history.latest().archiefreden == "Niet meer nodig."
    assert voer_in(exporteer(), volledig=True, reden="x").is_leeg


# --- who may -----------------------------------------------------------------------------------


def test_the_boom_goes_out_and_comes_in_with_the_rights_of_the_rest(db):
    logins = maak_logins()
    assert mag_importeren(logins["redacteur"])
    assert mag_exporteren(logins["lezer"])
    assert not mag_importeren(logins["lezer"])
    assert not mag_importeren(logins["wijkredacteur"])
    assert not mag_exporteren(User.objects.create_user("los", is_staff=True))


def test_an_import_asks_no_more_for_more_steps(boom, django_assert_max_num_queries):
    for nummer in range(60):
        een_voorziening(f"Hulp {nummer}", laag=boom[0])
    rijen = [stap(f"s{nummer}", f"hulp-{nummer}", "*team") for nummer in range(60)]
    with django_assert_max_num_queries(30):
        assert plan_van(stappen(*rijen), "stappen.csv").fouten == []
