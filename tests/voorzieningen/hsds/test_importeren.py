"""What comes in from HSDS, in which fields, and that nothing is lost without a word."""

from datetime import date, time

import pytest
from django.core.management.base import CommandError

from sociale_basis.kern.models import Logregel
from tests.fabriek import een_thema
from tests.voorzieningen.hsds.bronnen import de_redacteur, een_bron, importeer, naar_ohana, schrijf
from voorzieningen.models import Herkomst, Locatie, Organisatie, Taal, Voorziening

pytestmark = pytest.mark.django_db


@pytest.fixture
def bron(tmp_path):
    return tmp_path / "bron"


def test_a_source_becomes_an_organisation_a_place_and_a_provision(bron):
    importeer(schrijf(bron, een_bron()))
    organisatie, plek = Organisatie.objects.get(), Locatie.objects.get()
    voorziening = Voorziening.objects.get()
    assert (organisatie.naam, organisatie.website) == ("Welzijn De Eik", "https://eik.nl")
    assert list(organisatie.locaties.all()) == [plek]
    assert (plek.straat, plek.huisnummer, plek.postcode) == ("Eikstraat", "12a", "5401AB")
    assert (plek.lat, plek.lon, plek.land) == (51.66, 5.62, "NL")
    assert voorziening.titel == "Koffieochtend"
    assert voorziening.kort == "Elke week koffie. Voor iedereen."
    assert voorziening.verantwoordelijke == organisatie
    assert list(voorziening.locaties.all()) == [plek]
    assert voorziening.telefoon == "+31413281911"
    assert (voorziening.kosten, voorziening.zo_begint_u) == ("gratis", "Loop binnen.")
    assert "Voor wie: Iedereen uit Uden" in voorziening.beschrijving


def test_what_comes_in_is_a_concept_that_nobody_checked_and_that_somebody_owns(bron):
    importeer(schrijf(bron, een_bron()))
    for ding in (Organisatie.objects.get(), Locatie.objects.get(), Voorziening.objects.get()):
        assert ding.publicatie == "concept"
        assert ding.laatst_gecontroleerd == date(2000, 1, 1)
        assert ding.redacteur == de_redacteur()
        versie = ding.history.get()
        assert (versie.history_type, versie.history_change_reason) == ("+", "Import: proef")
    assert not Voorziening.objects.zichtbaar().exists()
    assert "proef" in Logregel.objects.get(soort="import").wat


def test_without_opslaan_nothing_is_kept(bron):
    verslag = importeer(schrijf(bron, een_bron()), opslaan=False)
    assert "Dit was een proef" in verslag
    assert not Organisatie.objects.exists()
    assert not Herkomst.objects.exists()


def test_the_older_layout_of_ohana_brings_the_same(bron):
    thema = een_thema("Eten")
    lijst = bron.parent / "themas.csv"
    lijst.write_text("term;thema\n102;eten\n")
    verslag = importeer(schrijf(bron, naar_ohana(een_bron())), themas=lijst)
    voorziening = Voorziening.objects.get()
    assert voorziening.verantwoordelijke == Organisatie.objects.get()
    assert list(voorziening.themas.all()) == [thema]
    assert [taal.code for taal in voorziening.talen.all()] == ["es"]
    assert "Talen: Klingon" in voorziening.beschrijving
    assert Locatie.objects.get().toegankelijkheid_toelichting == "ramp"
    assert "services.csv (languages): 2 rijen gelezen, 2 overgenomen" in verslag


def test_an_address_abroad_is_taken_as_it_is(bron):
    adres = {
        "id": "a1", "location_id": "l1", "address_1": "4402 White Oak Ave", "city": "Baltimore",
        "state_province": "MD", "postal_code": "21215", "country": "US",
    }  # fmt: skip
    tabellen = een_bron(address=[adres])
    tabellen["location"][0] |= {"latitude": "39.33", "longitude": "-76.68"}
    tabellen["phone"] = [
        {"id": "p1", "service_id": "s1", "number": "(443) 910-2640", "type": "voice"},
        {"id": "p2", "service_id": "s1", "number": "ask the desk", "type": "voice"},
        {"id": "p3", "service_id": "s1", "number": "(443) 910-2641", "type": "fax"},
    ]
    importeer(schrijf(bron, tabellen))
    plek, voorziening = Locatie.objects.get(), Voorziening.objects.get()
    assert (plek.straat, plek.plaats) == ("4402 White Oak Ave", "Baltimore MD 21215")
    assert (plek.land, plek.postcode, plek.lat) == ("US", "", 39.33)
    plek.full_clean()
    assert voorziening.telefoon == "+14439102640"
    assert "Telefoon: ask the desk" in voorziening.beschrijving
    assert "Fax: (443) 910-2641" in voorziening.beschrijving


def test_a_faulty_address_is_named_with_its_row_and_taken_without(bron):
    tabellen = een_bron()
    tabellen["address"][0] |= {"postal_code": ""}
    tabellen["address"].append(tabellen["address"][0] | {"id": "a2", "location_id": "weg"})
    verslag = importeer(schrijf(bron, tabellen))
    assert "address.csv, rij 2: geen postcode (Eikstraat 12a, Uden, NL)" in verslag
    assert "niet overgenomen, address.csv: 1 rij, hoort bij niets dat is overgenomen" in verslag
    assert Locatie.objects.get().straat == "Eikstraat"


def test_a_dutch_postcode_that_is_none_goes_to_the_text(bron):
    tabellen = een_bron()
    tabellen["address"][0] |= {"postal_code": "12"}
    verslag = importeer(schrijf(bron, tabellen))
    assert "“12” is geen Nederlandse postcode" in verslag
    assert "Postcode: 12" in Locatie.objects.get().beschrijving


def test_a_plain_week_becomes_opening_times_and_the_rest_a_line(bron):
    rooster = [
        {"id": "1", "service_id": "s1", "freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00",
         "closes_at": "12:00"},
        {"id": "2", "service_id": "s1", "freq": "MONTHLY", "byday": "1TU", "opens_at": "10:00",
         "closes_at": "11:00"},
    ]  # fmt: skip
    importeer(schrijf(bron, een_bron(schedule=rooster)))
    voorziening = Voorziening.objects.get()
    tijden = [(rij.weekdag, rij.van, rij.tot) for rij in voorziening.openingstijden.all()]
    assert tijden == [(0, time(9), time(12)), (2, time(9), time(12))]
    assert "Tijden: 10:00 11:00 1TU MONTHLY" in voorziening.beschrijving


def test_themes_follow_the_mapping_and_other_terms_are_named(bron):
    geld = een_thema("Geld")
    lijst = bron.parent / "themas.csv"
    lijst.write_text("term,thema\nMoney,Geld\n")
    termen = [{"id": "t1", "code": "107", "name": "Money"}, {"id": "t2", "name": "Food"}]
    koppelingen = [
        {"id": "1", "link_id": "s1", "link_entity": "service", "taxonomy_term_id": "t1"},
        {"id": "2", "link_id": "s1", "link_entity": "service", "taxonomy_term_id": "t2"},
    ]
    tabellen = een_bron(taxonomy_term=termen, attribute=koppelingen)
    verslag = importeer(schrijf(bron, tabellen), themas=lijst)
    assert list(Voorziening.objects.get().themas.all()) == [geld]
    assert "zonder thema in de lijst van --themas: Food (t2): 1 keer" in verslag
    assert "attribute.csv: 2 rijen gelezen, 1 overgenomen" in verslag


def test_languages_that_are_new_here_are_made(bron):
    Taal.objects.create(code="fr", naam="Frans")
    talen = [{"id": "1", "service_id": "s1", "name": n} for n in ("French", "Hindi", "Gebaren")]
    verslag = importeer(schrijf(bron, een_bron(language=talen)))
    voorziening = Voorziening.objects.get()
    assert {taal.code for taal in voorziening.talen.all()} == {"fr", "hi"}
    assert "Talen: Gebaren" in voorziening.beschrijving
    assert "nieuwe talen: Hindi." in verslag


def test_every_record_and_every_filled_column_is_accounted_for(bron):
    tabellen = een_bron(funding=[{"id": "f1", "organization_id": "o1", "source": "Rijk"}])
    tabellen["organization"][0] |= {"tax_id": "12"}
    tabellen["service"].append({"id": "s2", "name": "Oud", "status": "defunct"})
    tabellen["contact"] = [{"id": "c1", "service_id": "s1", "name": "J. Smit", "title": "Beheer"}]
    verslag = importeer(schrijf(bron, tabellen))
    assert "niet overgenomen, funding.csv: 1 rij, het portaal heeft geen veld voor" in verslag
    assert "niet overgenomen, organization.csv, kolom tax_id: 1 keer gevuld" in verslag
    assert "niet overgenomen, service.csv: 1 rij, in de bron niet meer actief (rij 3)" in verslag
    assert "niet overgenomen, contact.csv, kolom name: 1 keer gevuld" in verslag
    assert Voorziening.objects.get().contact_functie == "Beheer"
    assert "Smit" not in Voorziening.objects.get().beschrijving


def test_text_that_does_not_fit_is_kept_in_the_description(bron):
    lang = "Kost soms wat. " * 30
    tabellen = een_bron()
    tabellen["service"][0] |= {
        "fees_description": lang,
        "description": "Woord " * 100,
        "email": "x",
    }
    importeer(schrijf(bron, tabellen))
    voorziening = Voorziening.objects.get()
    assert voorziening.kosten_toelichting == ""
    assert lang.strip() in voorziening.beschrijving
    assert "E-mail: x" in voorziening.beschrijving
    assert len(voorziening.kort) <= 220
    assert voorziening.kort.endswith("…")


@pytest.mark.parametrize(
    ("bestand", "inhoud", "uitleg"),
    [
        ("service.csv", None, "ontbreekt service.csv"),
        ("service.csv", "id,name\ns1,a,b\n", "meer cellen"),
        ("service.csv", "id,id\ns1,a\n", "twee keer"),
        ("service.csv", b"id,name\n1,\xff\n", "UTF-8"),
    ],
)
def test_a_folder_of_no_use_is_refused_and_changes_nothing(bron, bestand, inhoud, uitleg):
    pad = schrijf(bron, een_bron()) / bestand
    pad.unlink()
    if inhoud is not None:
        pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
    with pytest.raises(CommandError, match=uitleg):
        importeer(bron)
    assert not Organisatie.objects.exists()


def test_a_colleague_who_does_not_exist_or_a_theme_that_does_not_is_named(bron):
    lijst = bron.parent / "themas.csv"
    lijst.write_text("term,thema\nMoney,Onzin\n")
    with pytest.raises(CommandError, match="inlognaam"):
        importeer(schrijf(bron, een_bron()), redacteur="niemand")
    with pytest.raises(CommandError, match=r"rij 2: “Onzin” is hier geen thema"):
        importeer(bron, themas=lijst)


def test_two_records_with_one_name_get_an_address_each(bron):
    tabellen = een_bron()
    tabellen["service"].append(tabellen["service"][0] | {"id": "s2"})
    tabellen["service"].append(tabellen["service"][0])
    verslag = importeer(schrijf(bron, tabellen))
    slugs = set(Voorziening.objects.values_list("slug", flat=True))
    assert slugs == {"koffieochtend", "koffieochtend-2"}
    assert "dit id kwam al eerder voor" in verslag
    assert "misschien dubbel: “Koffieochtend” en “Koffieochtend”" in verslag
