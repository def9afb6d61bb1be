"""The search page at its edges: odd addresses, what others may see, and what it may cost."""

import gzip
import logging
import re
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.utils import timezone

from sociale_basis.kern.models import Zoekterm
from tests.fabriek import (
    de_gemeente,
    een_buurt,
    een_organisatie,
    een_plek,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import Openingstijd
from wijken.models import Postcodegebied, Postcodeplaats

pytestmark = pytest.mark.django_db
MAP = Path(__file__).resolve().parents[2]


@pytest.fixture
def dorp():
    """Volkel, with coffee, and Uden of which one postcode covers two wijken."""
    de_gemeente()
    volkel, oost, west = een_wijk("Volkel"), een_wijk("Uden Oost"), een_wijk("Uden West")
    kom = een_buurt("Kom Volkel", ouder=volkel)
    Postcodegebied.objects.create(postcode="5408AB", buurt=kom)
    for letters, wijk in (("AA", oost), ("AB", west)):
        buurt = een_buurt(f"Buurt {letters}", ouder=wijk)
        Postcodegebied.objects.create(postcode=f"5401{letters}", buurt=buurt)
    Postcodeplaats.objects.create(pc4="5461", plaats="Veghel")
    linde = een_plek("Dorpshuis De Linde", gebied=kom)
    for weekdag in range(7):
        Openingstijd.objects.create(locatie=linde, weekdag=weekdag, van="00:00", tot="23:59")
    een_voorziening(
        "Koffieochtend", themas=[een_thema("Ontmoeten")], locaties=[linde], kosten="gratis",
        hele_gemeente=False, gebieden=[volkel],
    )  # fmt: skip
    een_voorziening("Hulp bij schulden", verantwoordelijke=een_organisatie("De Brug"))


def html(client, adres: str, **koppen: str) -> str:
    antwoord = client.get(f"/zoeken/?{adres}", headers=koppen)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


# --- odd addresses -------------------------------------------------------------------------
@pytest.mark.parametrize("pagina", ["0", "-1", "abc", "1.5", "²", "9" * 5000, "99999", "0x10"])
def test_a_page_that_does_not_exist_shows_one_that_does(client, dorp, pagina):
    assert "Koffieochtend" in re.sub("</?mark>", "", html(client, f"q=koffie&page={pagina}"))


def test_past_the_end_comes_the_last_page(client, dorp):
    for nummer in range(25):
        een_voorziening(f"Koffie {nummer:02d}")
    laatste = html(client, "q=koffie&page=400")
    assert 'class="kaartje"' in laatste
    assert re.search(r'page=2"[^>]*aria-current="page"', laatste)


@pytest.mark.parametrize(
    "rest",
    [
        "afstand=999999", "afstand=-3", "lat=nan&lon=inf", "lat=1e400&lon=5", "lat=51.66",
        "lat=91&lon=181", "volgorde=willekeurig", "weergave=tabel", "open=misschien",
        "postcode=" + "9" * 500, "%ff%fe", "thema=&wijk=&soort=",
    ],
)  # fmt: skip
def test_what_is_wrong_in_the_address_counts_as_not_chosen(client, dorp, rest):
    assert "keer gevonden" in html(client, f"q=koffie&{rest}")


def test_an_address_full_of_invented_choices_stays_a_small_page(client, dorp):
    namen = ("thema", "wijk", "doelgroep", "hulp", "toegang", "kosten", "taal", "soort")
    veel = "&".join(f"{naam}={'x' * 200}{nummer}" for naam in namen for nummer in range(50))
    assert len(html(client, f"q=koffie&{veel}").encode()) < 60_000


# --- where one is --------------------------------------------------------------------------
@pytest.mark.eis("M1")
def test_a_postcode_of_several_wijken_names_them(client, dorp):
    assert "U ziet wat er is voor Uden Oost en Uden West" in html(client, "q=koffie+5401") or (
        "Voor deze plek vonden we niets" in html(client, "q=koffie+5401")
    )
    assert "Uden Oost en Uden West" in html(client, "q=schulden+5401")


@pytest.mark.eis("M1")
def test_a_postcode_of_another_town_is_said_and_does_not_spoil_the_question(client, dorp):
    pagina = html(client, "q=koffie+5461AA")
    assert "5461AA hoort bij Veghel" in pagina
    assert "Koffieochtend" in re.sub("</?mark>", "", pagina)
    assert "9999ZZ ligt niet in de gemeente" in html(client, "q=koffie+9999+ZZ")


def test_an_amount_of_money_is_no_postcode(client, dorp):
    pagina = html(client, "q=ik+heb+1500+in+de+maand+en+schulden")
    assert "ligt niet in" not in pagina


@pytest.mark.eis("M11")
@pytest.mark.parametrize(
    ("rest", "zin"),
    [
        ("volgorde=dichtbij", "Vul uw postcode in."),
        ("afstand=3", "Vul uw postcode in."),
        ("postcode=5401", "Vul ook de 2 letters"),
        ("postcode=5461AA", "ligt niet in onze gemeente"),
        ("postcode=hallo", "geen Nederlandse postcode"),
    ],
)
def test_where_no_distance_can_be_measured_the_page_says_what_to_fill_in(client, dorp, rest, zin):
    pagina = html(client, f"q=koffie&{rest}")
    assert zin in pagina
    assert 'aria-describedby="postcode-fout"' in pagina


def test_a_postcode_goes_before_an_older_place(client, dorp):
    ver = "lat=51.75&lon=5.90&afstand=1&volgorde=dichtbij"
    assert 'id="postcode-fout"' not in html(client, f"q=koffie&{ver}")
    assert "ligt niet in onze gemeente" not in html(client, f"q=koffie&{ver}&postcode=5408AB")


# --- what was chosen -----------------------------------------------------------------------
@pytest.mark.eis("M2")
def test_each_choice_can_be_taken_away_on_its_own(client, dorp):
    pagina = html(client, "q=koffie&wijk=volkel&kosten=gratis&open=1&page=1")
    assert 'href="?q=koffie&amp;kosten=gratis&amp;open=1"' in pagina
    assert 'href="?q=koffie&amp;wijk=volkel&amp;open=1"' in pagina
    assert 'href="?q=koffie&amp;wijk=volkel&amp;kosten=gratis"' in pagina


def test_list_and_map_are_one_tap_apart(client, dorp):
    assert 'href="?q=koffie&amp;weergave=kaart"' in html(client, "q=koffie")
    kaart = html(client, "q=koffie&weergave=kaart")
    assert 'href="?q=koffie"' in kaart
    assert '<input type="hidden" name="weergave" value="kaart">' in kaart


def test_choices_keep_their_name_so_that_the_focus_stays(client, dorp):
    assert 'id="wijk-volkel"' in html(client, "q=koffie")
    assert 'id="wijk-volkel"' in html(client, "q=koffie&kosten=gratis")


# --- nobody's business ---------------------------------------------------------------------
@pytest.mark.parametrize(
    "adres", ["/zoeken/?q=koffie", "/zoeken/voorstellen/?q=kof", "/zoeken/punten.json?q=koffie"]
)
def test_no_cache_keeps_what_somebody_asked(client, dorp, adres):
    antwoord = client.get(adres)
    assert "no-store" in antwoord["Cache-Control"]
    assert antwoord["Referrer-Policy"] == "same-origin"


def test_a_part_and_a_whole_page_are_never_mixed_up(client, dorp):
    assert "HX-Target" in client.get("/zoeken/?q=koffie")["Vary"]


def test_what_is_still_being_typed_is_not_counted_and_makes_no_history(client, dorp):
    adres = "/zoeken/?q=giraffe&soort=&x=%C3%A9"
    antwoord = client.get(adres, headers={"HX-Target": "resultaten", "X-Typend": "1"})
    assert antwoord["HX-Replace-Url"] == adres
    assert not Zoekterm.objects.exists()
    assert "HX-Replace-Url" not in client.get(adres, headers={"HX-Target": "resultaten"})


def test_a_page_about_danger_does_not_name_the_question_in_its_title(client, dorp):
    assert "slaat" not in html(client, "q=hij+slaat+mij").split("</title>")[0]
    assert "schulden" in html(client, "q=schulden").split("</title>")[0]


def test_no_log_line_holds_what_somebody_asked(client, dorp, caplog):
    client.raise_request_exception = False
    with caplog.at_level(logging.DEBUG):
        for adres in ("/zoeken/?q=geheimwoord", "/bestaat-niet/?q=geheimwoord%00"):
            client.get(adres)
    eigen = [r for r in caplog.records if r.name != "django.db.backends"]
    assert not [regel for regel in eigen if "geheimwoord" in regel.getMessage()]


@pytest.mark.parametrize("veld", ["q", "r", "f"])
def test_the_access_log_has_no_query_and_no_page_one_came_from(veld):
    regels = (MAP / "Dockerfile").read_text().splitlines()
    opdracht = next(regel for regel in regels if "exec gunicorn" in regel)
    assert "--access-logformat" in opdracht
    assert f"%({veld})s" not in opdracht


def test_a_count_that_cannot_be_written_still_shows_the_page(client, dorp, monkeypatch):
    monkeypatch.setattr("sociale_basis.kern.zoeken.tellen.connection", Stuk())
    assert "We vonden niets" in html(client, "q=giraffe")


class Stuk:
    """A database that refuses to be written to."""

    def cursor(self):
        raise DatabaseError("database is locked")


# --- what it costs -------------------------------------------------------------------------
GEWOON = [
    "q=koffie",
    "q=schulden+in+volkel",
    "q=koffie+in+volkel&kosten=gratis&weergave=kaart",
    "q=koffie+5401&kosten=gratis",
    "q=koffie&wijk=volkel&thema=ontmoeten&soort=voorziening&kosten=gratis",
    "q=koffie&open=1&kosten=gratis&weergave=kaart",
    "q=koffie&lat=51.66&lon=5.62&afstand=3&volgorde=dichtbij",
    "q=koffie&page=400",
    "q=hij+slaat+mij",
    "soort=voorziening&volgorde=naam",
    "q=koffei+in+volkel",
    "q=koffie+in+eindhoven",
]
ALLES_TEGELIJK = [
    "q=koffie+in+volkel&kosten=gratis&open=1&postcode=5408AB&afstand=3&volgorde=dichtbij&weergave=kaart",
    "q=schuldn+in+volkel&kosten=gratis&open=1&postcode=5408AB&afstand=3&thema=geld&weergave=kaart",
]


@pytest.mark.parametrize("adres", GEWOON)
def test_no_combination_takes_more_than_twelve_queries(
    client, dorp, django_assert_max_num_queries, adres
):
    html(client, "q=koffie")
    with django_assert_max_num_queries(12):
        html(client, adres)


@pytest.mark.parametrize("adres", ALLES_TEGELIJK)
def test_every_filter_at_once_takes_no_more(client, dorp, django_assert_max_num_queries, adres):
    html(client, "q=koffie&open=1")  # what is open now is asked once a minute
    with django_assert_max_num_queries(12):
        html(client, adres)


def test_a_long_hostile_question_costs_no_more(client, dorp, django_assert_max_num_queries):
    html(client, "q=koffie")
    with django_assert_max_num_queries(12):
        html(client, "q=" + "+".join(f"qwzx{nummer}vb" for nummer in range(300)))


def test_words_asked_again_are_added_up_in_one_statement(client, dorp):
    for _keer in range(3):
        html(client, "q=giraffe")
    assert list(Zoekterm.objects.values_list("dag", "woord", "aantal")) == [
        (timezone.localdate(), "giraffe", 3)
    ]


def test_a_full_page_stays_small(client, dorp):
    taal = een_thema("Samen leren en ontmoeten in de buurt")
    for nummer in range(25):
        een_thema(f"Onderwerp met een naam {nummer}")
        een_voorziening(
            f"Koffie en gezelschap voor iedereen {nummer}", kort="Samen koffie drinken. " * 9,
            themas=[taal],
        )  # fmt: skip
    groot = html(client, "q=koffie").encode()
    assert len(groot) < 60_000
    assert len(gzip.compress(groot)) < 15_000
