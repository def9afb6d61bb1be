"""The boom in a file: layers, steps, conditions and agreements, with the rules of the whole."""

import random
from typing import Any

import pytest
from django.contrib.auth.models import User

from sociale_basis.demo.gebruikers import maak_logins
from tests.fabriek import (
    een_afspraak,
    een_boom,
    een_laag,
    een_organisatie,
    een_stap,
    een_thema,
    een_voorwaarde,
    een_voorziening,
)
from tests.voorzieningen.uitwisseling.hulp import (
    bladen,
    exporteer,
    plan_van,
    redenen,
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

STAP = ["Sleutel", "Soort stap", "Van laag", "Van voorziening", "Naar laag", "Naar voorziening",
        "Wanneer", "Wie zet de stap", "Wie belt wie"]  # fmt: skip
LAAG = ["Sleutel", "Naam", "Plaats in de boom", "Werkt voor", "Wat is het", "Wie werkt hier"]
ALLE_BLADEN = ("Lagen", "Stappen", "Voorwaarden", "Regieafspraken")


@pytest.fixture
def boom() -> list[Boomlaag]:
    """Buurt, Team, Specialist; two provisions with a step of their own; two agreements."""
    lagen = een_boom()
    lagen[1].verantwoordelijke = een_organisatie("Gemeente", telefoon="0413 28 19 11")
    lagen[1].save()
    maatje = een_voorziening("Maatje", laag=lagen[0])
    een_stap(maatje, een_voorziening("Spreekuur", laag=lagen[1]), grens="Vijf gesprekken")
    kinderen = een_voorwaarde(gevaar="direct", uitleg="Jonger dan 18.")
    een_afspraak("Geld en gezin", [een_thema("Geld"), een_thema("Gezin")], [kinderen])
    een_afspraak("Vangnet")
    Voorwaarde.objects.create(naam="Oud").archiveer("Niet meer nodig.")
    return lagen


def stap(sleutel: str, van: Any, naar: Any, soort: str = "ondersteuning") -> list[str]:
    """A row; an end is the key of a provision, or of a layer with a star."""
    enden = [deel for einde in (van, naar) for deel in _einde(einde)]
    return [sleutel, soort, *enden, "Het lukt niet.", "de helper", "De helper belt."]


def _einde(naam: str) -> tuple[str, str]:
    return (naam[1:], "") if naam.startswith("*") else ("", naam)


def stappen(*rijen: list[str]) -> bytes:
    return tabel(STAP, *rijen)


def laag(sleutel: str, plaats: int, **velden: str) -> list[Any]:
    return [sleutel, velden.get("naam", sleutel.title()), plaats, "wijk", "Hulp.", "mensen"]


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


# --- the rules of the whole --------------------------------------------------------------------


def test_two_rows_that_are_right_alone_may_not_form_a_circle_together(boom):
    een_voorziening("Inloop", laag=boom[0])
    rijen = [stap("a", "maatje", "inloop", "overnemen"), stap("b", "inloop", "maatje")]
    for volgorde in (rijen, rijen[::-1]):
        plan = voer_in(stappen(*volgorde), "stappen.csv")
        eerste, tweede = redenen(plan)
        assert eerste.startswith("Stappen, rij 2, Naar voorziening: Zo komt iemand weer terug")
        assert "Deze stappen vormen samen een kring: “" in eerste
        assert "(rij 2)" in tweede
        assert "(rij 3)" in eerste
    assert not Stap.objects.filter(slug__in=["a", "b"]).exists()


def test_a_circle_names_the_steps_that_were_there_already(boom):
    maatje = Voorziening.objects.get(slug="maatje")
    een_stap(een_voorziening("Inloop", laag=boom[0]), maatje, naam="Er al")
    plan = plan_van(stappen(stap("a", "maatje", "inloop", "overnemen")), "stappen.csv")
    assert redenen(plan) == [
        "Stappen, rij 2, Naar voorziening: Zo komt iemand weer terug waar hij begon. Kies een "
        "ander doel. Deze stappen vormen samen een kring: “a” (rij 2), “Er al” (staat al in het "
        "portaal)."
    ]


@pytest.mark.parametrize(
    ("rij", "kop", "reden"),
    [
        (stap("a", "*team", "*buurt"), "Naar laag", "lagere laag"),
        (stap("a", "*buurt", "*team", "afschalen"), "Naar laag", "nooit omhoog"),
        (stap("a", "*team", "*team"), "Naar laag", "ergens anders heen"),
        (stap("a", "*team", "spreekuur"), "Naar voorziening", "naar een andere laag"),
        (stap("a", "los", "*team"), "Naar laag", "nog geen laag"),
        (stap("a", "weg", "*team"), "Van voorziening", "“weg” is hier onbekend (voorziening)"),
        (stap("a", "*nergens", "*team"), "Van laag", "“nergens” is hier onbekend (laag"),
        (stap("a", "", "*team"), "Van laag", "Kies een laag of een voorziening."),
        (stap("a", "*buurt", "*team", "springen"), "Soort stap", "Kies uit"),
    ],
)
def test_the_rules_are_those_of_the_form(boom, rij, kop, reden):
    Boomlaag.objects.filter(naam="Specialist").update(opvang="")
    een_voorziening("Los", toegang="indicatie")
    gevonden = redenen(plan_van(stappen(rij), "stappen.csv"))
    assert len(gevonden) == 1
    assert gevonden[0].startswith(f"Stappen, rij 2, {kop}: ")
    assert reden in gevonden[0]


def test_a_step_has_a_layer_or_a_provision_at_each_end_not_both(boom):
    rij = stap("a", "*buurt", "*team")
    rij[3] = "maatje"
    assert "niet allebei" in redenen(plan_van(stappen(rij), "stappen.csv"))[0]


def test_a_layer_that_moves_past_a_step_is_told_at_the_layer(boom):
    plan = plan_van(tabel(["Sleutel", "Plaats in de boom"], ["buurt", 9]), "lagen.csv")
    assert {regel.split(": ")[0] for regel in redenen(plan)} == {"Lagen, rij 2, Plaats in de boom"}
    assert any("Dan klopt deze stap niet meer: “Van Buurt naar Team" in r for r in redenen(plan))
    assert "(staat al in het portaal)" in redenen(plan)[0]


def test_layers_and_steps_may_turn_around_together(boom):
    Stap.objects.exclude(van_laag=boom[0]).delete()
    heen = Stap.objects.get(van_laag=boom[0])
    lagen = tabel(["Sleutel", "Plaats in de boom"], ["buurt", 2], ["team", 1])
    los = redenen(plan_van(lagen, "lagen.csv"))
    assert len(los) == 1
    samen = zip_van(lagen=lagen, stappen=tabel(["Sleutel", "Soort stap"], [heen.slug, "afschalen"]))
    assert voer_in(samen, "x.zip").fouten == []
    assert lees_graaf().fouten() == {}


def test_a_provision_that_moves_below_its_own_step_is_told_at_the_provision(boom):
    inhoud = tabel(["Sleutel", "Laag van de boom"], ["maatje", "specialist"])
    assert redenen(plan_van(inhoud, "voorzieningen.csv"))[0].startswith(
        "Voorzieningen, rij 2, Laag van de boom: Dan klopt deze stap niet meer: “Van Maatje naar "
        "Spreekuur"
    )
    samen = zip_van(
        voorzieningen=inhoud,
        stappen=tabel(["Sleutel", "Naar voorziening", "Naar laag"],
                      [Stap.objects.get(van_voorziening__slug="maatje").slug, "", "specialist"]),
    )  # fmt: skip
    assert voer_in(samen, "x.zip").fouten == []


def test_another_kind_of_access_may_move_a_provision_to_another_layer(boom):
    hulp = een_voorziening("Hulp", toegang="inloop", soort="informeel")
    een_stap(hulp, boom[1])
    gevonden = redenen(plan_van(tabel(["Sleutel", "Toegang"], ["hulp", "indicatie"]),
                                "voorzieningen.csv"))  # fmt: skip
    assert len(gevonden) == 1
    assert gevonden[0].startswith("Voorzieningen, rij 2, Laag van de boom: Dan klopt")


def test_no_layer_goes_while_steps_or_provisions_need_it(boom):
    inhoud = zet(exporteer(), "Lagen", "team", "Reden van archiveren", "Weg ermee.")
    gevonden = redenen(plan_van(inhoud))
    assert {regel.split(": ")[0] for regel in gevonden} == {"Lagen, rij 3, Reden van archiveren"}
    assert any("horen nog voorzieningen: “Spreekuur”" in regel for regel in gevonden)
    assert any("Dan klopt deze stap niet meer" in regel for regel in gevonden)


def test_a_layer_goes_together_with_all_that_needs_it(boom):
    inhoud = exporteer()
    for sleutel in Stap.objects.values_list("slug", flat=True):
        inhoud = zet(inhoud, "Stappen", sleutel, "Reden van archiveren", "Weg.")
    inhoud = zet(inhoud, "Voorzieningen", "spreekuur", "Laag van de boom", "specialist")
    inhoud = zet(inhoud, "Lagen", "team", "Reden van archiveren", "Weg ermee.")
    assert voer_in(inhoud, toch=True).fouten == []
    assert [laag.naam for laag in Boomlaag.objects.zichtbaar()] == ["Buurt", "Specialist"]


def test_a_full_file_without_a_layer_says_what_still_needs_it(boom):
    inhoud = tabel(["Sleutel", "Naam"], ["buurt", "Buurt"], ["specialist", "Specialist"])
    plan = voer_in(inhoud, "lagen.csv", volledig=True, reden="Weg.", toch=True)
    assert redenen(plan)[0].startswith("Lagen, Reden van archiveren: ")
    assert any("“Team” gaat naar het archief. Dan klopt deze stap" in r for r in redenen(plan))
    assert not Boomlaag.objects.gearchiveerd().exists()


def test_an_archived_provision_takes_its_steps_along_and_brings_them_back_checked(boom):
    maatje, spreekuur = (Voorziening.objects.get(slug=s) for s in ("maatje", "spreekuur"))
    spreekuur.archiveer("Gestopt.")
    maatje.laag = boom[2]
    maatje.full_clean()
    maatje.save()
    terug = tabel(["Sleutel", "Reden van archiveren"], ["spreekuur", ""])
    assert "Dan klopt deze stap niet meer" in redenen(plan_van(terug, "voorzieningen.csv"))[0]
    Stap.objects.get(van_voorziening=maatje).archiveer("Klopt niet meer.")
    assert voer_in(terug, "voorzieningen.csv").fouten == []


def test_what_was_wrong_already_is_no_matter_of_the_file(boom):
    een_stap(boom[1], boom[0], naam="Verkeerd om")
    assert voer_in(exporteer()).is_leeg
    plan = voer_in(stappen(stap("a", "maatje", "*specialist", "overnemen")), "stappen.csv")
    assert plan.fouten == []


def test_rows_that_cannot_be_read_bring_no_second_message(boom):
    kop = ["Sleutel", "Plaats in de boom"]
    delen = {
        "lagen": tabel(kop, ["buurt", "hoog"]),
        "stappen": stappen(stap("a", "*team", "*buurt")),
    }
    assert redenen(plan_van(zip_van(**delen), "x.zip")) == [
        "Lagen, rij 2, Plaats in de boom: “hoog” is geen getal."
    ]


@pytest.mark.parametrize(
    ("blad", "kop", "rijen", "reden"),
    [
        ("lagen", "Plaats in de boom", [["buurt", 2]], "“Team” heeft dit ook"),
        ("lagen", "Naam", [["buurt", "Team"]], "“Team” heeft dit ook"),
        ("lagen", "Hoort er vanzelf bij", [["buurt", "vrij"]], "“Team” heeft dit ook"),
        ("lagen", "Plaats in de boom", [["team", 8], ["specialist", 8]], "(rij 2) heeft dit ook"),
        ("regieafspraken", "Naam", [["vangnet", "Geld en gezin"]], "heeft dit ook"),
        ("voorwaarden", "Naam", [["oud", "Er zijn kinderen"]], "heeft dit ook"),
    ],
)
def test_what_only_one_may_have_is_checked_over_all_rows(boom, blad, kop, rijen, reden):
    plan = plan_van(tabel(["Sleutel", kop], *rijen), f"{blad}.csv")
    dubbel = [regel for regel in redenen(plan) if "heeft dit ook" in regel]
    assert len(dubbel) == 1
    assert dubbel[0].startswith(f"{blad.title()}, rij {len(rijen) + 1}, {kop}: ")
    assert reden in dubbel[0]


def test_an_agreement_needs_an_organisation_and_its_words(boom):
    kop = ["Sleutel", "Naam", "Wie heeft de regie", "Onderwerpen"]
    gevonden = redenen(plan_van(tabel(kop, ["a", "A", "", "x"]), "regieafspraken.csv"))
    koppen = {regel.split(", ")[2].split(":")[0] for regel in gevonden}
    assert koppen == {
        "Wie heeft de regie", "Functie", "Waarom deze", "Wat doen de anderen", "Onderwerpen",
    }  # fmt: skip
    assert all(regel.startswith("Regieafspraken, rij 2") for regel in gevonden)


def test_all_or_nothing(boom):
    inhoud = stappen(stap("goed", "spreekuur", "*specialist"), stap("fout", "*team", "*buurt"))
    assert len(voer_in(inhoud, "stappen.csv").fouten) == 1
    assert not Stap.objects.filter(slug="goed").exists()


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
