"""The demo of Maashorst: a town that looks lived in, without a hole in it."""

import re
from collections import Counter

import pytest
from django.db.models import Count, Q

from sociale_basis.kern.models import Tekst
from voorzieningen.models import (
    Afwijking,
    Begrip,
    Doelgroep,
    Locatie,
    Openingstijd,
    Organisatie,
    Thema,
    Voorziening,
)
from wijken.models import Gebied, Postcodegebied, Postcodeplaats

pytestmark = pytest.mark.usefixtures("demo")

# Numbers of the whole country; every other number of the demo is an invented 085 number.
LANDELIJKE_NUMMERS = {"08002000"}


def eigen_wijken():
    return Gebied.objects.zichtbaar().wijken()


# --- areas ---------------------------------------------------------------------------------


@pytest.mark.eis("M1")
def test_eleven_wijken_are_made_of_39_buurten():
    assert Counter(Gebied.objects.values_list("soort", "indeling")) == {
        ("gemeente", "cbs"): 1,
        ("wijk", "cbs"): 6,
        ("wijk", "eigen"): 11,
        ("buurt", "cbs"): 39,
    }
    for buurt in Gebied.objects.buurten().select_related("ouder", "cbs_ouder"):
        assert buurt.ouder in eigen_wijken(), buurt
        assert buurt.cbs_ouder.code == f"WK{buurt.code[2:8]}", buurt


@pytest.mark.eis("M1")
def test_melle_is_in_uden_oost_in_spite_of_the_misprint():
    assert Gebied.objects.get(code="BU19910110").ouder.naam == "Uden Oost"


@pytest.mark.eis("M1")
def test_every_border_is_a_sketch_and_says_so():
    for gebied in Gebied.objects.exclude(soort="wijk", indeling="cbs").met_grens():
        assert gebied.grens, gebied
        assert gebied.grens_indicatief, gebied
        assert "Schets voor de demo" in gebied.grens_bron, gebied


def test_every_wijk_is_one_piece_but_for_midden_with_its_business_park():
    delen = {wijk.naam: wijk.grens["type"] for wijk in eigen_wijken().met_grens()}
    assert delen.pop("Uden Midden") == "MultiPolygon"
    assert set(delen.values()) == {"Polygon"}


def test_every_area_has_a_number_to_call_and_some_take_it_from_the_gemeente():
    assert all(gebied.contactpunt() for gebied in Gebied.objects.all())
    bronnen = Counter(wijk.contactpunt().gebied.soort for wijk in eigen_wijken())
    assert bronnen["gemeente"] >= 2
    assert bronnen["wijk"] >= 6


@pytest.mark.eis("M1")
def test_postcodes_of_every_wijk_lead_there_and_one_needs_a_house_number():
    wijken = set(Postcodegebied.objects.values_list("buurt__ouder__naam", flat=True))
    assert wijken == set(eigen_wijken().values_list("naam", flat=True))
    gedeeld = Postcodegebied.objects.values("postcode").annotate(
        wijken=Count("buurt__ouder", distinct=True)
    )
    assert gedeeld.filter(wijken__gt=1).exists()
    assert {"Uden", "Veghel"} <= set(Postcodeplaats.objects.values_list("plaats", flat=True))


# --- enough of everything --------------------------------------------------------------------


@pytest.mark.eis("M2")
@pytest.mark.eis("H1")
def test_there_is_a_lot_of_every_kind():
    assert Voorziening.objects.zichtbaar().count() >= 160
    assert Organisatie.objects.zichtbaar().count() >= 42
    assert Locatie.objects.zichtbaar().count() >= 48
    assert Locatie.objects.zichtbaar().ontmoetingsplekken().count() >= 20
    assert Thema.objects.zichtbaar().hoofdthemas().count() >= 14
    assert Thema.objects.zichtbaar().filter(ouder__isnull=False).count() >= 50
    assert Begrip.objects.zichtbaar().count() >= 40


@pytest.mark.eis("H1")
@pytest.mark.eis("M17")
@pytest.mark.parametrize("veld", ["soort", "vorm", "toegang", "kosten", "publicatie"])
def test_every_choice_occurs(veld):
    keuzes = {waarde for waarde, _naam in Voorziening._meta.get_field(veld).choices}
    assert set(Voorziening.objects.values_list(veld, flat=True)) == keuzes


@pytest.mark.eis("M11")
def test_every_kind_of_place_occurs_indoors_and_out():
    assert set(Locatie.objects.values_list("soort", flat=True)) == set(Locatie.Soort.values)
    plekken = Locatie.objects.zichtbaar().ontmoetingsplekken()
    assert plekken.filter(soort__in=Locatie.BUITEN).count() >= 8


@pytest.mark.eis("M2")
@pytest.mark.eis("M11")
def test_every_wijk_has_offer_and_meeting_places_of_its_own():
    for wijk in eigen_wijken():
        eigen = Voorziening.objects.zichtbaar().eigen_in_gebied(wijk)
        plekken = Locatie.objects.zichtbaar().ontmoetingsplekken().in_gebied(wijk)
        assert eigen.count() >= 8, wijk
        assert plekken.count() >= 2, wijk


@pytest.mark.eis("M2")
def test_every_subtheme_has_something():
    voorzieningen = Voorziening.objects.zichtbaar()
    subthemas = Thema.objects.zichtbaar().filter(ouder__isnull=False)
    leeg = [sub.naam for sub in subthemas if not voorzieningen.met_thema(sub).exists()]
    assert leeg == []


@pytest.mark.eis("H10")
def test_themes_speak_as_residents_do():
    for thema in Thema.objects.all():
        eerste_persoon = re.search(
            r"\b(ik|mij|me|mijn|wij|ons|thuis|school)\b", thema.vraag.lower()
        )
        assert eerste_persoon, thema.vraag
        assert thema.woorden.count(",") >= 3, thema
        assert thema.icoon, thema


@pytest.mark.eis("M22")
def test_every_target_group_has_something():
    zichtbaar = Q(voorzieningen__in=Voorziening.objects.zichtbaar())
    groepen = Doelgroep.objects.annotate(aantal=Count("voorzieningen", filter=zichtbaar))
    assert groepen.count() >= 11
    assert [groep.naam for groep in groepen if not groep.aantal] == []


@pytest.mark.eis("M22")
@pytest.mark.parametrize(
    "woord",
    ["buurt", "Vrijwilligers", "Mantelzorgers", "Kinderen en jongeren", "geld, werk of taal",
     "beperking", "Nieuwkomers", "Ouderen die zelfstandig"],
)  # fmt: skip
def test_the_eight_groups_of_the_policy_are_there(woord):
    assert Doelgroep.objects.filter(naam__contains=woord).exists()


@pytest.mark.eis("V4")
@pytest.mark.parametrize(
    "term",
    ["sociale basis", "preventiewerker", "verbinder", "opschaling", "afschaling", "regie",
     "warme overdracht", "indicatie", "algemene voorziening", "maatwerkvoorziening", "mantelzorg",
     "Wmo", "beschikking"],
)  # fmt: skip
def test_the_words_of_the_policy_are_explained(term):
    assert len(Begrip.objects.get(term=term).uitleg) > 40


@pytest.mark.eis("L8")
@pytest.mark.eis("L9")
@pytest.mark.eis("L14")
@pytest.mark.parametrize(
    ("thema", "minstens"),
    [
        ("Wonen voor senioren", 3),
        ("Mijn huis aanpassen", 3),
        ("Een ruimte huren of lenen", 4),
    ],
)
def test_what_leiden_missed_is_there(thema, minstens):
    gevonden = Voorziening.objects.zichtbaar().met_thema(Thema.objects.get(naam=thema))
    assert gevonden.count() >= minstens


@pytest.mark.eis("L9")
def test_a_home_scan_can_be_asked_for():
    assert Voorziening.objects.zichtbaar().filter(woorden__contains="woningscan").exists()


@pytest.mark.eis("L14")
def test_rooms_to_rent_have_a_size_and_a_price():
    ruimtes = [r for plek in Locatie.objects.zichtbaar() for r in plek.ruimtes.all()]
    assert len(ruimtes) >= 20
    assert all(ruimte.personen and ruimte.tarief for ruimte in ruimtes)


# --- true and safe ---------------------------------------------------------------------------


@pytest.mark.eis("H2")
@pytest.mark.eis("L1")
def test_every_provision_has_a_theme_an_owner_and_somebody_to_call():
    for v in Voorziening.objects.select_related("verantwoordelijke", "redacteur"):
        assert v.themas.exists(), v
        assert v.eigenaar, v
        assert v.telefoon or v.verantwoordelijke.telefoon, v
        assert v.hele_gemeente != v.gebieden.exists(), v


@pytest.mark.eis("M17")
def test_general_and_collective_offer_ranks_first():
    assert all(v.rang == v.bereken_rang() for v in Voorziening.objects.all())
    assert Voorziening.objects.algemeen_eerst().first().rang == 0


@pytest.mark.parametrize("model", [Voorziening, Organisatie, Locatie, Gebied])
def test_numbers_mails_and_sites_are_nobodys(model):
    for ding in model.objects.all():
        waarden = {
            veld.name: getattr(ding, veld.name) or ""
            for veld in model._meta.fields
            if veld.name.removeprefix("contact_") in {"telefoon", "email", "website"}
        }
        for naam, waarde in waarden.items():
            goed = (
                waarde in LANDELIJKE_NUMMERS or waarde.startswith("+31850")
                if "telefoon" in naam
                else "voorbeeld.nl" in waarde
            )
            assert not waarde or goed, (ding, naam, waarde)


def test_texts_differ_and_nothing_is_filler():
    for model in (Voorziening, Organisatie, Locatie):
        teksten = list(
            model.objects.filter(gearchiveerd_op=None).values_list("kort", "beschrijving")
        )
        assert len(set(teksten)) == len(teksten)
        assert not [tekst for tekst in teksten if "lorem" in str(tekst).lower()]
    for kort, beschrijving in Voorziening.objects.zichtbaar().values_list("kort", "beschrijving"):
        zinnen = re.findall(r"[.!?](?:\s|$)", beschrijving)
        assert 2 <= len(zinnen) <= 6, kort
        assert beschrijving not in kort


def test_the_shelter_keeps_its_address_to_itself(client):
    opvang = Voorziening.objects.get(titel="Opvang De Haven")
    geheim = opvang.locaties.get()
    assert geheim.vertrouwelijk
    assert geheim not in Locatie.objects.zichtbaar()
    for pad in (opvang.get_absolute_url(), opvang.verantwoordelijke.get_absolute_url()):
        pagina = client.get(pad).content.decode()
        for spoor in (geheim.straat, geheim.naam, str(geheim.lat)):
            assert spoor not in pagina
    assert client.get(geheim.get_absolute_url()).status_code == 404


@pytest.mark.eis("L1")
def test_some_entries_are_overdue_and_some_for_a_second_term():
    zichtbaar = Voorziening.objects.zichtbaar()
    assert 5 <= zichtbaar.te_controleren().count() <= 30
    assert 2 <= zichtbaar.lang_niet_gecontroleerd().count() <= 10


@pytest.mark.eis("V12")
def test_what_stopped_says_why_and_what_came_instead():
    oud = Voorziening.objects.gearchiveerd()
    assert oud.count() == 2
    assert all(v.archiefreden and v.vervangen_door for v in oud)
    assert all(v.vervangen_door in Voorziening.objects.zichtbaar() for v in oud)


def test_something_waits_for_its_first_day():
    kamp = Voorziening.objects.get(titel="Zomerkamp in de wijk")
    assert kamp.zichtbaar_vanaf
    assert kamp not in Voorziening.objects.zichtbaar()


def test_places_lie_in_the_buurt_that_they_name():
    for plek in Locatie.objects.select_related("gebied"):
        assert Gebied.objects.op_punt(plek.lat, plek.lon) == plek.gebied, plek


@pytest.mark.eis("M11")
def test_opening_times_are_of_every_sort():
    tijden = list(Openingstijd.objects.all())
    assert any(tijd.tot < tijd.van for tijd in tijden), "past midnight"
    assert any(tijd.op_afspraak for tijd in tijden)
    assert any(tijd.geldig_van for tijd in tijden)
    per_dag = Counter((t.locatie_id, t.weekdag) for t in tijden if t.locatie_id)
    assert max(per_dag.values()) >= 2
    assert Afwijking.objects.filter(gesloten=True).exists()
    assert Afwijking.objects.filter(gesloten=False).exists()


@pytest.mark.parametrize("model", [Voorziening, Organisatie, Locatie, Thema, Begrip, Openingstijd])
def test_the_first_line_of_history_says_that_it_was_made(model):
    for ding in model.objects.all()[:10]:
        assert ding.history.earliest().history_type == "+"


def test_the_first_line_of_history_holds_the_relations_too():
    maatje = Voorziening.objects.get(titel="Een taalmaatje")
    toen = {regel.thema for regel in maatje.history.get().themas.all()}
    assert toen == set(maatje.themas.all())


@pytest.mark.eis("H11")
def test_the_texts_of_the_portal_are_there_and_say_that_it_gives_no_care(client):
    assert set(Tekst.objects.values_list("sleutel", flat=True)) >= {
        "over",
        "privacy",
        "toegankelijkheid",
    }
    pagina = client.get("/over/").content.decode()
    assert "wij geven geen zorg" in pagina
