"""Making one of two: what stays, what goes along, and that nothing is lost."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from sociale_basis.kern.geschiedenis import Tijdlijn
from sociale_basis.kern.models import Logregel
from tests.fabriek import (
    een_boom,
    een_doelgroep,
    een_geheime_plek,
    een_organisatie,
    een_plek,
    een_stap,
    een_thema,
    een_voorziening,
)
from tests.rollen import Toneel, een_medewerker
from voorzieningen.boom.lezen import lees_graaf
from voorzieningen.boom.plek import plek_van
from voorzieningen.dubbelen import KanNietSamen, keuzes, ververs, voeg_samen
from voorzieningen.models import (
    Controlepunt,
    Controleverzoek,
    Dubbel,
    Herkomst,
    Medewerker,
    Openingstijd,
    Voorstel,
    Voorziening,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def door():
    return een_medewerker("redacteur")


@pytest.fixture
def paar():
    blijft = een_voorziening(
        "Koffieochtend", telefoon="0413281911", themas=[een_thema("Ontmoeten")]
    )
    weg = een_voorziening("Koffie-ochtend", email="koffie@voorbeeld.nl", themas=[een_thema("Eten")])
    return blijft, weg


def test_the_chosen_values_stay_and_lists_are_joined(paar, door):
    blijft, weg = paar
    groep = een_doelgroep()
    weg.doelgroepen.add(groep)
    over = voeg_samen(blijft, weg, {"email"}, door=door)
    assert (over.titel, over.email, over.telefoon) == (
        "Koffieochtend", "koffie@voorbeeld.nl", "+31413281911",
    )  # fmt: skip
    assert {thema.naam for thema in over.themas.all()} == {"Ontmoeten", "Eten"}
    assert list(over.doelgroepen.all()) == [groep]


def test_the_audit_log_says_who_made_one_of_which_two(paar, door):
    blijft, weg = paar
    voeg_samen(blijft, weg, set(), door=door)
    regel = Logregel.objects.get(soort="samengevoegd")
    assert regel.wie == door.username
    assert regel.wat == f"voorziening “Koffie-ochtend” ({weg.pk}) ging op in “Koffieochtend”."


def test_what_was_not_merged_is_not_in_the_audit_log(paar, door):
    blijft, weg = paar
    with pytest.raises(KanNietSamen):
        voeg_samen(blijft, blijft, set(), door=door)
    with pytest.raises(KanNietSamen):
        voeg_samen(blijft, weg, set(), door=een_medewerker("lezer"))
    assert not Logregel.objects.filter(soort="samengevoegd").exists()


def test_the_other_goes_to_the_archive_and_its_address_leads_to_the_one_that_stays(
    paar, door, client
):
    blijft, weg = paar
    voeg_samen(blijft, weg, set(), door=door)
    weg.refresh_from_db()
    assert weg.archiefreden == "Samengevoegd met “Koffieochtend”."
    assert weg.vervangen_door == blijft
    antwoord = client.get("/voorziening/koffie-ochtend/")
    assert (antwoord.status_code, antwoord["Location"]) == (301, "/voorziening/koffieochtend/")


def test_older_addresses_of_the_other_lead_along(paar, door, client):
    blijft, weg = paar
    weg = Voorziening.objects.get(pk=weg.pk)
    weg.slug = "koffie-nieuw"
    weg.save()
    voeg_samen(blijft, weg, set(), door=door)
    for oud in ("koffie-ochtend", "koffie-nieuw"):
        assert client.get(f"/voorziening/{oud}/")["Location"] == "/voorziening/koffieochtend/"


def test_times_are_those_of_the_chosen_one_and_the_other_keeps_its_own(paar, door):
    blijft, weg = paar
    blijft.openingstijden.create(weekdag=0, van=time(9), tot=time(12))
    weg.openingstijden.create(weekdag=4, van=time(13), tot=time(15))
    over = voeg_samen(blijft, weg, {"openingstijden"}, door=door)
    assert [rij.weekdag for rij in over.openingstijden.all()] == [4]
    assert [rij.weekdag for rij in weg.openingstijden.all()] == [4]
    assert Openingstijd.objects.count() == 2


def test_what_pointed_at_the_other_points_at_the_one_that_stays(door):
    blijft, weg = een_organisatie("De Linde"), een_organisatie("Stichting De Linde")
    voorziening = een_voorziening(verantwoordelijke=weg, uitvoerders=[weg])
    plek = een_plek(beheerstichting=weg)
    oud = een_organisatie("Heel oud")
    oud.archiveer("Op.", weg)
    medewerker = Medewerker.objects.create(gebruiker=door, organisatie=weg)
    verzoek = Controleverzoek.objects.create(organisatie=weg, email="a@voorbeeld.nl")
    punt = Controlepunt.voor(verzoek, weg)
    punt.save()
    voorstel = Voorstel.objects.dien_in(weg, {"kort": "Beter."}, bron="bezoeker")
    herkomst = Herkomst.objects.create(bron="b", soort="organization", sleutel="1", organisatie=weg)
    voeg_samen(blijft, weg, set(), door=door)
    for ding, veld in (
        (voorziening, "verantwoordelijke"), (plek, "beheerstichting"), (oud, "vervangen_door"),
        (medewerker, "organisatie"), (verzoek, "organisatie"), (punt, "organisatie"),
        (voorstel, "organisatie"), (herkomst, "organisatie"),
    ):  # fmt: skip
        ding.refresh_from_db()
        assert getattr(ding, veld) == blijft, veld
    assert list(voorziening.uitvoerders.all()) == [blijft]
    assert voorziening.history.latest().history_user == door
    assert voorstel.neem_over(door).kort == "Beter."


def test_a_place_moves_from_the_lists_of_provisions_and_organisations(door):
    blijft, weg = een_plek("Dorpshuis"), een_plek("Het dorpshuis")
    alleen, beide = (
        een_voorziening("A", locaties=[weg]),
        een_voorziening("B", locaties=[weg, blijft]),
    )
    organisatie = een_organisatie("C")
    organisatie.locaties.add(weg)
    voeg_samen(blijft, weg, set(), door=door)
    for ding in (alleen, beide, organisatie):
        assert list(ding.locaties.all()) == [blijft]


def test_both_keep_their_history_and_the_one_that_stays_tells_in_one_version(paar, door):
    blijft, weg = paar
    versies = [len(Tijdlijn(Voorziening, ding.pk).versies) for ding in paar]
    voeg_samen(blijft, weg, {"email"}, door=door)
    for ding, eerder, reden in (
        (blijft, versies[0], "samengevoegd met Koffie-ochtend"),
        (weg, versies[1], "samengevoegd met Koffieochtend"),
    ):
        assert len(Tijdlijn(Voorziening, ding.pk).versies) == eerder + 1
        laatste = ding.history.latest()
        assert (laatste.history_user, laatste.history_change_reason) == (door, reden)


def test_merging_can_be_undone_by_hand(paar, door, client):
    blijft, weg = paar
    voeg_samen(blijft, weg, set(), door=door)
    weg = Voorziening.objects.get(pk=weg.pk)
    weg.slug = "koffie-ochtend"
    weg.herstel()
    assert client.get("/voorziening/koffie-ochtend/").status_code == 200
    assert {thema.naam for thema in weg.themas.all()} == {"Eten"}


def test_a_secret_address_stays_secret(door):
    plek, geheim = een_plek("Huis", is_ontmoetingsplek=False), een_geheime_plek("Het huis")
    assert voeg_samen(plek, geheim, set(), door=door).vertrouwelijk


def test_an_address_is_chosen_as_a_whole(door):
    blijft = een_plek("Huis", straat="", postcode="", huisnummer="", lat=None, lon=None)
    weg = een_plek("Het huis", straat="Eikstraat", huisnummer="3", postcode="5402AA")
    adres = next(keuze for keuze in keuzes(blijft, weg) if keuze.veld == "straat")
    assert adres.kiest_weg
    assert "Eikstraat, 3, 5402 AA" in adres.weg
    over = voeg_samen(blijft, weg, {"straat"}, door=door)
    assert (over.straat, over.postcode, over.lat) == ("Eikstraat", "5402AA", weg.lat)


def test_what_is_proposed_is_what_is_filled_in_and_published(paar):
    blijft, weg = paar
    weg.laatst_gecontroleerd = date(2020, 1, 1)
    weg.save()
    blijft.publicatie = "concept"
    blijft.save()
    gekozen = {keuze.veld: keuze.kiest_weg for keuze in keuzes(blijft, weg)}
    assert gekozen == {
        "titel": False, "telefoon": False, "email": True, "publicatie": True,
        "laatst_gecontroleerd": False,
    }  # fmt: skip


def test_values_that_do_not_go_together_change_nothing(paar, door):
    blijft, weg = paar
    Voorziening.objects.filter(pk=weg.pk).update(titel="")
    versies = blijft.history.count()
    with pytest.raises(ValidationError):
        voeg_samen(blijft, weg, {"titel"}, door=door)
    weg.refresh_from_db()
    assert (weg.gearchiveerd_op, weg.slug) == (None, "koffie-ochtend")
    assert blijft.history.count() == versies


def test_only_two_in_use_of_one_kind_that_somebody_may_both_change(paar, door):
    blijft, weg = paar
    with pytest.raises(KanNietSamen):
        voeg_samen(blijft, blijft, set(), door=door)
    with pytest.raises(KanNietSamen):
        voeg_samen(blijft, een_plek(), set(), door=door)
    with pytest.raises(KanNietSamen):
        voeg_samen(blijft, weg, set(), door=een_medewerker("lezer"))
    weg.archiveer("Weg.")
    with pytest.raises(KanNietSamen):
        voeg_samen(blijft, weg, set(), door=door)


def test_a_wijkredacteur_merges_what_is_of_the_own_wijk(door):
    toneel = Toneel()
    wijkredacteur = een_medewerker("wijkredacteur", toneel)
    eigen = toneel.dingen["alleen Volkel"]
    tweede = een_voorziening("Ook Volkel", gebieden=[toneel.volkel], hele_gemeente=False)
    with pytest.raises(KanNietSamen):
        voeg_samen(eigen, toneel.dingen["Volkel en Reek"], set(), door=wijkredacteur)
    assert voeg_samen(eigen, tweede, set(), door=wijkredacteur) == eigen


def test_a_second_import_goes_on_with_the_one_that_stays(tmp_path, door):
    from tests.voorzieningen.hsds.bronnen import een_bron, importeer, schrijf

    tabellen = een_bron()
    tabellen["service"].append(tabellen["service"][0] | {"id": "s2", "name": "Koffie-ochtend"})
    importeer(schrijf(tmp_path / "bron", tabellen))
    blijft, weg = Voorziening.objects.order_by("pk")
    voeg_samen(blijft, weg, set(), door=door)
    importeer(tmp_path / "bron")
    assert Voorziening.objects.niet_gearchiveerd().get() == blijft
    tabellen["service"][0] |= {"application_process": "Bel eerst."}
    importeer(schrijf(tmp_path / "bron", tabellen))
    blijft.refresh_from_db()
    assert (blijft.titel, blijft.zo_begint_u) == ("Koffieochtend", "Bel eerst.")


def test_a_decision_is_remembered_and_what_no_longer_looks_alike_leaves_the_list(paar, door):
    assert ververs() == 1
    dubbel = Dubbel.objects.get()
    dubbel.besluit(Dubbel.Stand.TWEE, door)
    assert ververs() == 0
    dubbel.besluit(Dubbel.Stand.OPEN, door)
    Voorziening.objects.filter(pk=paar[1].pk).update(titel="Wandelclub")
    assert ververs() == 0
    assert not Dubbel.objects.exists()


def test_looking_for_duplicates_takes_few_queries(django_assert_max_num_queries):
    for nummer in range(30):
        een_voorziening(f"Koffie {nummer}", locaties=[een_plek(f"Huis {nummer}")])
    with django_assert_max_num_queries(20):
        ververs()


# --- the boom ----------------------------------------------------------------------------------


@pytest.mark.eis("H3")
def test_steps_of_the_other_go_along(paar, door):
    blijft, weg = paar
    een_boom()
    verder = een_voorziening("Schuldhulp", toegang="indicatie")
    stap = een_stap(weg, verder)
    voeg_samen(blijft, weg, set(), door=door)
    stap.refresh_from_db()
    assert stap.van == blijft
    assert [s.naar for s in plek_van(blijft).erna] == [verder]


@pytest.mark.eis("H3")
def test_a_step_between_the_two_goes_to_the_archive(paar, door):
    blijft, weg = paar
    een_boom()
    stap = een_stap(weg, blijft)
    voeg_samen(blijft, weg, set(), door=door)
    stap.refresh_from_db()
    assert stap.archiefreden == "Samengevoegd met “Koffieochtend”."
    assert lees_graaf().fouten() == {}


@pytest.mark.eis("H3")
def test_two_that_would_make_a_circle_are_not_merged(paar, door):
    blijft, weg = paar
    een_boom()
    tussen = een_voorziening("Tussenstation")
    een_stap(blijft, tussen, naam="Heen")
    een_stap(tussen, weg, naam="Verder")
    with pytest.raises(KanNietSamen, match="Dan klopt deze stap niet meer: “Heen”"):
        voeg_samen(blijft, weg, set(), door=door)
    weg.refresh_from_db()
    assert not weg.is_gearchiveerd


@pytest.mark.eis("H3")
def test_two_of_different_layers_whose_steps_no_longer_fit_are_not_merged(paar, door):
    blijft, weg = paar
    buurt, _team, top = een_boom()
    Voorziening.objects.filter(pk=blijft.pk).update(laag=top)
    Voorziening.objects.filter(pk=weg.pk).update(laag=buurt)
    een_stap(weg, een_voorziening("Spreekuur", laag=_team))
    with pytest.raises(KanNietSamen, match="Dan klopt deze stap niet meer"):
        voeg_samen(blijft, weg, set(), door=door)


@pytest.mark.eis("H3")
def test_places_and_organisations_merge_without_a_look_at_the_boom(door):
    een, twee = een_plek("De Linde"), een_plek("De Linden")
    voeg_samen(een, twee, set(), door=door)
    twee.refresh_from_db()
    assert twee.is_gearchiveerd
