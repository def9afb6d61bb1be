"""The rules of the boom over the outcome of an import as a whole (H3)."""

import pytest

from tests.fabriek import een_laag, een_stap, een_voorziening
from tests.voorzieningen.uitwisseling.boomrijen import boom, stap, stappen
from tests.voorzieningen.uitwisseling.hulp import (
    exporteer,
    plan_van,
    redenen,
    tabel,
    voer_in,
    zet,
    zip_van,
)
from voorzieningen.boom.lezen import lees_graaf
from voorzieningen.models import Boomlaag, Stap, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H3")]
__all__ = ["boom"]


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


# --- layers in the archive ---------------------------------------------------------------------

HULP = ["Sleutel", "Laag van de boom", "Reden van archiveren"]


@pytest.fixture
def oude_laag(boom) -> Boomlaag:
    """A layer in the archive, and in the archive too a provision that belonged to it."""
    laag = een_laag("Oude laag")
    een_voorziening("Verleden", laag=laag).archiveer("Gestopt.")
    laag.archiveer("Niet meer nodig.")
    return laag


def test_no_provision_comes_to_a_layer_in_the_archive(oude_laag):
    for rij in (["maatje", "oude-laag", ""], ["verleden", "oude-laag", ""]):
        plan = voer_in(tabel(HULP, rij), "voorzieningen.csv", toch=True)
        zin = "“Oude laag” is gearchiveerd. Kies een andere laag."
        assert f"Voorzieningen, rij 2, Laag van de boom: {zin}" in redenen(plan)


def test_a_layer_may_come_back_together_with_what_belongs_to_it(oude_laag):
    lagen = tabel(["Sleutel", "Reden van archiveren"], ["oude-laag", ""])
    hulp = tabel(HULP, ["verleden", "oude-laag", ""])
    assert not redenen(voer_in(zip_van(lagen=lagen, voorzieningen=hulp), "boom.zip", toch=True))
    assert Voorziening.objects.niet_gearchiveerd().filter(laag=oude_laag).exists()


def test_what_stays_in_the_archive_may_stay_with_its_layer(oude_laag):
    rij = ["verleden", "oude-laag", "Al lang gestopt."]
    assert not redenen(voer_in(tabel(HULP, rij), "voorzieningen.csv", toch=True))
