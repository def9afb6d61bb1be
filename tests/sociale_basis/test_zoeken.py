"""The search page: everyday words in, the right help out, and never a dead end (H1, H10, M2)."""

import re
from datetime import date

import pytest

from sociale_basis.kern.models import Zoekterm
from tests.fabriek import (
    de_gemeente,
    een_buurt,
    een_geheime_plek,
    een_organisatie,
    een_plek,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import Openingstijd
from wijken.models import Postcodegebied

pytestmark = pytest.mark.django_db


@pytest.fixture
def kaart():
    """A small sociale kaart: debts, language, coffee, in two wijken."""
    volkel, reek = (
        een_wijk("Volkel", contact_naam="Team Volkel", contact_telefoon="085 000 2222"),
        een_wijk("Reek"),
    )
    linde = een_plek("Dorpshuis De Linde", gebied=een_buurt("Kom Volkel", ouder=volkel))
    een_voorziening(
        "Hulp bij schulden", themas=[een_thema("Geld")], toegang="aanmelden", kosten="gratis"
    )
    een_voorziening(
        "Taalmaatje", kort="Oefen Nederlands met een vrijwilliger.", themas=[een_thema("Taal")],
        hele_gemeente=False, gebieden=[reek],
    )  # fmt: skip
    een_voorziening(
        "Koffieochtend", kort="Gezellig samen koffie drinken.", themas=[een_thema("Ontmoeten")],
        hele_gemeente=False, gebieden=[volkel], locaties=[linde],
    )  # fmt: skip


def zoek(client, vraag: str = "", **meer) -> str:
    antwoord = client.get("/zoeken/", {"q": vraag, **meer})
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def titels(html: str) -> list[str]:
    """The titles of the cards, in order, without marks."""
    kaartjes = html.split('class="kaartje__titel">')[1:]
    kaal = (kaartje.split(">", 1)[1].split("</a>")[0] for kaartje in kaartjes)
    return [titel.replace("<mark>", "").replace("</mark>", "") for titel in kaal]


@pytest.mark.eis("H10")
def test_a_question_in_everyday_words_finds_the_help_and_marks_the_word(client, kaart):
    html = zoek(client, "ik heb schulden")
    assert titels(html)[0] == "Hulp bij schulden"
    assert "<mark>schulden</mark>" in html
    assert 'value="ik heb schulden"' in html


@pytest.mark.eis("H10")
def test_a_typing_error_is_put_right_and_said(client, kaart):
    html = zoek(client, "schuldn")
    assert "Hulp bij schulden" in titels(html)


@pytest.mark.eis("V2")
def test_the_name_of_a_wijk_in_the_question_is_understood(client, kaart):
    assert titels(zoek(client, "koffie in volkel"))[0] == "Koffieochtend"
    assert "U ziet wat er is voor Volkel" in zoek(client, "koffie in volkel")
    assert titels(zoek(client, "schulden in volkel"))[0] == "Hulp bij schulden"
    assert "vonden we niets" in zoek(client, "koffie in reek")


@pytest.mark.eis("M1")
def test_a_postcode_in_the_question_is_understood(client, kaart):
    Postcodegebied.objects.create(postcode="5408AB", buurt=een_buurt(ouder=een_wijk("Zeeland")))
    assert "U ziet wat er is voor Zeeland" in zoek(client, "schulden 5408 ab")


ROUTE = re.compile(r'href="(/boom/route/[^"]*)"')


@pytest.mark.eis("H3")
@pytest.mark.parametrize(
    ("vraag", "keuze", "route"),
    [
        ("geld", {}, ["/boom/route/?thema=geld"]),
        ("schulden", {"wijk": "volkel"}, ["/boom/route/?thema=geld&amp;wijk=volkel"]),
        ("schulden in volkel", {}, ["/boom/route/?thema=geld&amp;wijk=volkel"]),
        ("schulden", {"wijk": ["volkel", "reek"]}, []),
        ("hulp bij schulden of koffie", {"wijk": "volkel"}, []),
        ("hij slaat mij en ik heb schulden", {"wijk": "volkel"}, []),
        ("schulden", {"wijk": "reek", "kosten": "betaald"}, []),
    ],
)
def test_one_clear_theme_leads_to_the_way_of_help_in_the_wijk(client, kaart, vraag, keuze, route):
    """Not where two themes share the first results, nor before danger."""
    assert ROUTE.findall(zoek(client, vraag, **keuze)) == route


@pytest.mark.eis("H6")
def test_every_page_of_results_ends_with_whom_to_call_of_the_wijk_where_known(client, kaart):
    assert 'href="tel:+31850002222"' in zoek(client, "koffie in volkel").split("<footer")[0]
    assert 'href="tel:+31850001234"' in zoek(client, "schulden").split("<footer")[0]


@pytest.mark.eis("H10")
@pytest.mark.parametrize(
    "vraag", ["paspoort verlengen", "xqzwv", "de het een", "😀", "مساعدة", "%' OR 1=1 --"]
)
def test_what_fits_nothing_is_said_and_leads_on(client, kaart, vraag):
    html = zoek(client, vraag)
    assert "We vonden niets dat precies past" in html
    assert titels(html) == []
    assert 'href="/thema/geld/"' in html
    assert 'href="tel:+31850001234"' in html.split("<footer")[0]


@pytest.mark.parametrize("vraag", ["a" * 2000, "schulden " * 300, "a" * 300 + " b"])
def test_odd_input_gets_a_sensible_page(client, kaart, vraag):
    assert "<h1" in zoek(client, vraag)


@pytest.mark.eis("H10")
def test_danger_comes_first_calmly_with_a_quick_way_out(client, kaart):
    html = zoek(client, "ik wil niet meer leven")
    assert html.index('href="tel:113"') < html.index('id="resultaten"') + 4000
    assert 'href="tel:113"' in html
    assert 'href="tel:112"' in html
    assert "data-snel-weg" in html
    assert 'href="tel:08002000"' in zoek(client, "hij slaat mij")
    assert "data-snel-weg" not in zoek(client, "schulden")


@pytest.mark.eis("M2")
def test_choices_narrow_the_results_and_have_counts(client, kaart):
    assert titels(zoek(client, soort="voorziening", thema="taal")) == ["Taalmaatje"]
    html = zoek(client, soort="voorziening", wijk="volkel")
    assert titels(html) == ["Hulp bij schulden", "Koffieochtend"]
    assert "Wis alle keuzes" in html
    assert titels(zoek(client, soort="voorziening", wijk="volkel", kosten="gratis")) == [
        "Hulp bij schulden"
    ]


@pytest.mark.parametrize("naam", ["thema", "wijk", "soort", "kosten", "taal", "doelgroep"])
def test_a_choice_that_does_not_exist_finds_nothing_and_says_so(client, kaart, naam):
    html = zoek(client, "schulden", **{naam: "<script>alert(1)</script>"})
    assert "We vonden niets" in html
    assert "<script>alert" not in html


@pytest.mark.eis("M11")
def test_open_now_shows_only_what_is_open_now(client, kaart, monkeypatch):
    linde = een_plek("Altijd Open")
    for dag in range(7):
        Openingstijd.objects.create(locatie=linde, weekdag=dag, van="00:00", tot="23:59")
    linde.feestdagen = "open"
    linde.save()
    assert titels(zoek(client, open="1", soort="plek")) == ["Altijd Open"]


@pytest.mark.eis("M11")
def test_nearest_first_from_a_postcode_or_from_here(client, kaart):
    een_plek("Ver Weg", lat=51.75, lon=5.62)
    hier = {"soort": "plek", "volgorde": "dichtbij", "lat": "51.66", "lon": "5.62"}
    assert titels(zoek(client, **hier)) == ["Dorpshuis De Linde", "Ver Weg"]
    assert titels(zoek(client, **hier, afstand="3")) == ["Dorpshuis De Linde"]
    assert "geen Nederlandse postcode" in zoek(client, "koffie", postcode="hallo")


def test_the_order_can_be_by_name(client, kaart):
    assert titels(zoek(client, soort="voorziening", volgorde="naam")) == [
        "Hulp bij schulden", "Koffieochtend", "Taalmaatje",
    ]  # fmt: skip


@pytest.mark.eis("H1")
def test_organisations_places_themes_words_and_wijken_are_found_too(client, kaart):
    een_organisatie("Stichting De Brug")
    assert "Stichting De Brug" in titels(zoek(client, "stichting de brug"))
    assert "Dorpshuis De Linde" in titels(zoek(client, "dorpshuis de linde"))
    assert "Volkel" in titels(zoek(client, "volkel"))


def test_a_secret_place_is_found_nowhere(client, kaart):
    geheim = een_geheime_plek("Opvanghuis Stil")
    een_voorziening("Opvang", locaties=[geheim])
    for vraag in ("opvanghuis stil", "geheimlaan"):
        assert "Opvanghuis Stil" not in zoek(client, vraag)
        assert "Opvanghuis" not in client.get("/zoeken/punten.json", {"q": vraag}).content.decode()
    assert "Opvanghuis" not in client.get("/zoeken/voorstellen/?q=opvang").content.decode()


def test_the_map_shows_the_places_of_the_results(client, kaart):
    punten = client.get("/zoeken/punten.json?q=koffie").json()["features"]
    assert [punt["properties"]["naam"] for punt in punten] == ["Dorpshuis De Linde"]
    assert "data-kaart" in zoek(client, "koffie", weergave="kaart")


def test_live_results_are_the_same_part_of_the_same_page(client, kaart):
    deel = client.get(
        "/zoeken/?q=schulden", headers={"HX-Request": "true", "HX-Target": "resultaten"}
    )
    html = deel.content.decode()
    assert "<html" not in html
    assert titels(html) == titels(zoek(client, "schulden"))


def test_suggestions_begin_with_what_is_typed(client, kaart):
    assert "Koffieochtend" in client.get("/zoeken/voorstellen/?q=kof").content.decode()
    assert client.get("/zoeken/voorstellen/?q=").content.decode().strip() == ""


def test_an_empty_question_shows_the_themes(client, kaart):
    html = zoek(client)
    assert 'href="/thema/geld/"' in html
    assert "gevonden" not in html


def test_pages_go_on_and_keep_the_question(client):
    for nummer in range(25):
        een_voorziening(f"Koffie {nummer:02d}")
    html = zoek(client, "koffie")
    assert len(titels(html)) == 20
    assert "q=koffie&amp;page=2" in html
    assert len(titels(zoek(client, "koffie", page="2"))) >= 5
    assert zoek(client, "koffie", page="9999")


def test_it_takes_few_queries_however_much_is_found(client, django_assert_max_num_queries):
    de_gemeente()
    for nummer in range(25):
        een_plek(f"Koffiehuis {nummer}")
        een_voorziening(
            f"Koffie {nummer}", verantwoordelijke=een_organisatie(f"Koffieclub {nummer}")
        )
    zoek(client, "koffie")
    with django_assert_max_num_queries(12):
        zoek(client, "koffie")


def test_only_words_are_counted_never_a_sentence_and_nothing_in_danger(client, kaart):
    for _keer in range(3):
        zoek(client, "pianostemmer voor jan@voorbeeld.nl 0612345678")
    zoek(client, "hij slaat mij pianostemmer")
    woorden = set(Zoekterm.objects.values_list("woord", flat=True))
    assert not [w for w in woorden if "@" in w or any(teken.isdigit() for teken in w)]
    assert all(" " not in woord for woord in woorden)
    assert Zoekterm.objects.filter(dag=date.today()).count() == len(woorden)


def test_the_page_is_not_kept_by_caches_and_not_indexed(client, kaart):
    antwoord = client.get("/zoeken/?q=schulden")
    assert "no-store" in antwoord["Cache-Control"]
    assert 'content="noindex"' in antwoord.content.decode()
