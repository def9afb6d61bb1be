"""Which two are worth a look: names that are alike, and what else is the same."""

import json
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorzieningen.dubbelen import Kenmerken, vergelijk, zoek_paren
from voorzieningen.dubbelen.gelijkenis import GENOEG
from voorzieningen.dubbelen.kenmerken import adressleutel, hostnaam

BONAIRE = Path(__file__).parents[4] / "shared/data/nl/bonaire_sociale_kaart_nl_2026.json"


def een(naam, sleutel=1, **anders):
    ruim = anders.pop("ruim", True)
    return Kenmerken(sleutel, naam, ruim=ruim, **{k: frozenset({v}) for k, v in anders.items()})


def lijkt(links, rechts, **anders):
    return vergelijk(een(links, 1, **anders), een(rechts, 2, **anders)).score >= GENOEG


@pytest.mark.parametrize(
    ("links", "rechts"),
    [
        ("Sentro Akseso Boneiru", "Sentro Akseso Boneiru"),
        ("Stichting De Linde", "De Linde"),
        ("GGD Bonaire", "GGD Bonaire / Salubridat Públiko"),
        ("Bar Association of Baltimore City", "Baltimore City Bar Association"),
        ("Voedselbank Uden-Veghel", "Voedselbank Uden Veghel e.o."),
        ("Formulierenbrigade", "Formulierenbrigarde"),
        ("Jeugdzorg Caribisch Nederland", "Zorg en Jeugd Caribisch Nederland - Afdeling Jeugdzorg"),
    ],
)
def test_these_names_may_be_one_organisation(links, rechts):
    assert lijkt(links, rechts)


@pytest.mark.parametrize(
    ("links", "rechts"),
    [
        ("Voogdijraad Caribisch Nederland", "Halt Caribisch Nederland"),
        ("Dorpshuis Volkel", "Dorpshuis Reek"),
        ("Stichting Project", "Stichting Tabitha"),
        ("Basisschool De Eik 1", "Basisschool De Eik 2"),
        ("Baltimore City Bar Association", "Baltimore County Bar Association"),
    ],
)
def test_these_names_are_two(links, rechts):
    assert not lijkt(links, rechts)


def test_services_of_one_organisation_share_much_and_are_not_one():
    zelfde = {"telefoons": "+31413281911", "hosts": "linde.nl", "adressen": "5401AB 1"}
    assert not lijkt("Taalles voor beginners", "Taalles voor vrouwen", ruim=False, **zelfde)
    assert lijkt("Taalles voor beginners", "Taalles, voor beginners", ruim=False, **zelfde)


def test_one_name_at_two_places_with_two_numbers_is_two():
    volkel = een("Koffieochtend", 1, telefoons="1", adressen="5401AB 1", hosts="a.nl")
    reek = een("Koffieochtend", 2, telefoons="2", adressen="5375AA 9", hosts="b.nl")
    assert vergelijk(volkel, reek).score < GENOEG
    assert vergelijk(volkel, een("Koffieochtend", 2)).score >= GENOEG


def test_a_pair_says_why():
    paar = vergelijk(een("De Linde", 1, telefoons="1"), een("De Linde", 2, telefoons="1"))
    assert paar.redenen == ("zelfde naam", "zelfde telefoonnummer")
    assert (
        str(paar)
        == "misschien dubbel: “De Linde” en “De Linde” (zelfde naam, zelfde telefoonnummer)."
    )


def test_every_pair_comes_once_and_the_surest_first():
    dingen = [
        een("De Linde", 1),
        een("De Linde", 2, telefoons="5"),
        een("De Linde", 3, telefoons="5"),
    ]
    paren = zoek_paren(dingen)
    assert [(p.een.sleutel, p.ander.sleutel) for p in paren] == [(2, 3), (1, 2), (1, 3)]


def test_five_thousand_entries_with_one_switchboard_are_no_five_thousand_squared():
    dingen = [een(f"Cursus woord{n} nummer", n, telefoons="14 0413") for n in range(5000)]
    begin = perf_counter()
    assert zoek_paren(dingen) == []
    assert perf_counter() - begin < 10


@given(st.text(max_size=30), st.text(max_size=30), st.booleans())
def test_a_score_is_the_same_from_both_sides_and_between_0_and_100(links, rechts, ruim):
    a, b = een(links, 1, ruim=ruim, hosts="x"), een(rechts, 2, ruim=ruim, hosts="x")
    assert vergelijk(a, b).score == vergelijk(b, a).score
    assert 0 <= vergelijk(a, b).score <= 100


def test_websites_are_compared_by_host_and_addresses_by_postcode_or_street():
    assert hostnaam("https://www.linde.nl/over/ons") == "linde.nl"
    assert hostnaam("https://www.facebook.com/linde") == ""
    assert hostnaam("") == ""
    assert adressleutel({"postcode": "5401AB", "huisnummer": "1 A"}) == "5401AB 1-a"
    assert (
        adressleutel({"straat": "Kaya Grandi 91", "plaats": "Kralendijk"})
        == "kaya-grandi-91-kralendijk"
    )
    assert adressleutel({"plaats": "Uden"}) == ""


@pytest.mark.skipif(not BONAIRE.exists(), reason="the map of Bonaire is not here")
def test_the_real_duplicates_of_a_real_map_are_found_and_nothing_else():
    rijen = json.loads(BONAIRE.read_text())["organisaties"]
    paren = zoek_paren(_van_bonaire(rij) for rij in rijen)
    gevonden = {tuple(sorted((p.een.sleutel, p.ander.sleutel))) for p in paren}
    assert gevonden == {
        ("org_akseso", "org_sentro_akseso_legacy"),
        ("org_ggd_bonaire", "org_ggd_bonaire_legacy"),
        ("org_fundashon_forma", "org_fundashon_forma_skj_legacy"),
        ("org_mhc", "org_mhc_kind_jeugd_legacy"),
        ("org_jeugdzorg_cn_legacy", "org_zjcn"),
    }


def _van_bonaire(rij):
    contact = rij["contact"]
    velden = {
        "telefoons": contact["phone"],
        "emails": contact["email"],
        "hosts": hostnaam(contact["website"]),
    }
    return een(rij["naam"], rij["id"], **{naam: deel for naam, deel in velden.items() if deel})
