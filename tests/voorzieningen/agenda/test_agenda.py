"""/agenda/: seven days or one, with the filters of the search, and never a dead end."""

import re
from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.fabriek import (
    een_activiteit,
    een_buurt,
    een_doelgroep,
    een_plek,
    een_thema,
    een_wijk,
)
from voorzieningen.agenda.keren import AMSTERDAM
from voorzieningen.agenda.keuze import Agendakeuze
from voorzieningen.models import ActiviteitDag, Moment, Openingstijd
from wijken.models import Postcodegebied

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L11")]

VANDAAG = timezone.localdate()
MORGEN = VANDAAG + timedelta(days=1)


def titels(client: Client, vraag: str = "") -> list[str]:
    """What the page lists, in its order."""
    html = client.get(f"/agenda/?{vraag}").content.decode()
    return re.findall(r'agenda__titel"><a[^>]*>([^<]+)<', html)


def test_seven_days_in_order_of_time(client: Client):
    een_activiteit("Laat", van=time(20), tot=time(22))
    een_activiteit("Vroeg", van=time(9), tot=time(10))
    een_activiteit("Over een week", begin_dag=VANDAAG + timedelta(days=7))
    assert titels(client) == ["Vroeg", "Laat"]
    assert titels(client, f"van={VANDAAG + timedelta(days=7)}") == [
        "Over een week",
        "Vroeg",
        "Laat",
    ]


def test_one_day(client: Client):
    een_activiteit()
    een_activiteit("Dans", begin_dag=MORGEN + timedelta(days=1))
    assert titels(client, f"dag={MORGEN}") == ["Soep"]


def test_what_is_over_today_is_not_listed(client: Client, monkeypatch):
    een_activiteit(begin_dag=VANDAAG, herhaling="een_keer", van=time(12), tot=time(13))
    for uur, verwacht in ((11, ["Soep"]), (12, ["Soep"]), (14, [])):
        nu = datetime.combine(VANDAAG, time(uur, 30), tzinfo=AMSTERDAM)
        monkeypatch.setattr(timezone, "now", lambda nu=nu: nu)
        assert titels(client) == verwacht


def test_called_off_and_moved_stay_in_sight_with_the_reason(client: Client):
    soep, dans = een_activiteit(), een_activiteit("Dans")
    ActiviteitDag.objects.create(activiteit=soep, dag=MORGEN, afgelast=True, reden="De kok is ziek")
    ActiviteitDag.objects.create(
        activiteit=dans, dag=MORGEN, nieuwe_dag=MORGEN + timedelta(days=1), reden="Zaal bezet"
    )
    html = client.get("/agenda/").content.decode()
    assert "Afgelast: De kok is ziek" in html
    assert "Verzet: " in html
    assert "Zaal bezet" in html
    assert titels(client) == ["Soep", "Dans", "Dans"]


def test_the_place_of_this_one_time_replaces_the_usual_one(client: Client):
    ActiviteitDag.objects.create(
        activiteit=een_activiteit(locatie=een_plek()), dag=MORGEN, waar="In het bos"
    )
    html = client.get("/agenda/").content.decode()
    assert "<strong>In het bos</strong>" in html
    assert "Dorpshuis De Linde" not in html


# --- filters -------------------------------------------------------------------------------


@pytest.fixture
def dorp() -> None:
    """Volkel with a postcode and a place, Reek without."""
    volkel, reek = een_wijk("Volkel"), een_wijk("Reek")
    kom = een_buurt("Kom Volkel", ouder=volkel)
    Postcodegebied.objects.create(postcode="5408AA", buurt=kom)
    geld, ouderen = een_thema("Geld"), een_doelgroep("Ouderen")
    een_activiteit(
        "Soep", gebieden=[volkel], themas=[een_thema("Schulden", ouder=geld)],
        doelgroepen=[ouderen], kosten="gratis", van=time(9), tot=time(10),
        locatie=een_plek(lat=51.65, lon=5.65, gebied=kom),
    )  # fmt: skip
    een_activiteit("Dans", gebieden=[reek], toegang="aanmelden", kosten="betaald", van=time(10))
    een_activiteit("Film", van=time(11), locatie=een_plek("Ver weg", lat=51.9, lon=5.9))


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("", ["Soep", "Dans", "Film"]),
        ("wijk=volkel", ["Soep", "Film"]),
        ("wijk=reek", ["Dans", "Film"]),
        ("wijk=maashorst", ["Soep", "Dans", "Film"]),
        ("wijk=kom-volkel", ["Soep", "Film"]),
        ("thema=geld", ["Soep"]),
        ("thema=schulden", ["Soep"]),
        ("doelgroep=ouderen", ["Soep"]),
        ("kosten=gratis", ["Soep"]),
        ("toegang=aanmelden", ["Dans"]),
        ("postcode=5408+aa", ["Soep", "Film"]),
        ("postcode=5408AA&afstand=3", ["Soep"]),
        ("wijk=volkel&kosten=gratis&toegang=inloop&thema=geld", ["Soep"]),
        ("wijk=bestaat-niet&thema=x&doelgroep=x&toegang=x&kosten=x", ["Soep", "Dans", "Film"]),
    ],
)
def test_each_filter_and_all_of_them(client: Client, dorp, vraag, verwacht):
    assert titels(client, vraag) == verwacht


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("postcode=abc", "geen Nederlandse postcode"),
        ("postcode=9999ZZ", "ligt niet in onze gemeente"),
        ("afstand=3", "Vul uw postcode in"),
    ],
)
def test_a_postcode_of_no_use_says_why_and_keeps_what_was_typed(client, dorp, vraag, zin):
    html = client.get(f"/agenda/?{vraag}").content.decode()
    assert zin in html
    assert 'aria-invalid="true"' in html


def test_what_was_chosen_stays_chosen_in_the_form_and_in_the_links(client: Client, dorp):
    html = client.get(f"/agenda/?wijk=volkel&kosten=gratis&dag={MORGEN}").content.decode()
    assert '<option value="volkel" selected>' in html
    assert 'value="gratis" checked' in html
    assert f'name="dag" value="{MORGEN}"' in html
    assert "wijk=volkel&amp;kosten=gratis" in html


def test_a_subtheme_and_a_stadsdeel_from_a_link_stand_in_the_form_too(client: Client, dorp):
    html = client.get("/agenda/?thema=schulden&wijk=maashorst").content.decode()
    assert '<option value="schulden" selected>' in html
    assert '<option value="maashorst" selected>' in html


# --- days ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "waarde", ["2020-01-01", "morgen", "2026-13-45", "9999-12-31", "0001-01-01"]
)
@pytest.mark.parametrize("naam", ["van", "dag"])
def test_a_day_of_no_use_gives_the_days_from_today(client: Client, naam, waarde):
    een_activiteit()
    assert titels(client, f"{naam}={waarde}") == ["Soep"]


def keuze(vraag: str = "", vandaag: date = date(2026, 11, 22)) -> Agendakeuze:
    return Agendakeuze.uit(QueryDict(vraag), vandaag)


def test_the_heading_names_the_days():
    assert keuze().periode == "Zondag 22 tot en met zaterdag 28 november"
    assert keuze("van=2026-11-28").periode == "Zaterdag 28 november tot en met vrijdag 4 december"
    assert keuze("dag=2026-11-24").periode == "Dinsdag 24 november"


def test_the_days_before_and_after():
    assert keuze().vorige is None
    assert keuze().volgende == date(2026, 11, 29)
    assert keuze("van=2026-11-25").vorige == date(2026, 11, 22)
    assert keuze("van=2026-12-20").vorige == date(2026, 12, 13)
    assert keuze("van=2027-05-20").volgende is None


def test_a_day_outside_the_seven_takes_its_own_week_along():
    assert keuze("dag=2026-12-10").van == date(2026, 12, 10)
    assert keuze("van=2026-11-22&dag=2026-11-24").van == date(2026, 11, 22)


def test_the_strip_counts_each_day():
    een_activiteit()
    een_activiteit("Dans")
    nu = Agendakeuze.uit(QueryDict(f"dag={MORGEN}"))
    assert [dag.aantal for dag in nu.dagen] == [0, 2, 0, 0, 0, 0, 0]
    assert [dag.gekozen for dag in nu.dagen].index(True) == 1


# --- empty and full ------------------------------------------------------------------------


@pytest.mark.eis("H10")
def test_an_empty_week_says_where_the_coffee_is_ready_and_whom_to_call(client: Client):
    volkel = een_wijk("Volkel", contact_naam="Team Volkel", contact_telefoon="085 019 9207")
    kom = een_buurt("Kom Volkel", ouder=volkel)
    for naam, gebied in (("De Zwaan", kom), ("De Dorsvloer", een_buurt("Kom Reek"))):
        plek = een_plek(naam, gebied=gebied)
        for weekdag in range(7):
            Openingstijd.objects.create(locatie=plek, weekdag=weekdag, van="00:00", tot="23:59")
    een_plek("Nooit open", gebied=kom)
    html = client.get("/agenda/?wijk=volkel").content.decode()
    assert "Hier staat de koffie klaar in Volkel" in html
    assert "De Zwaan" in html
    assert "De Dorsvloer" not in html
    assert "Nooit open" not in html
    assert "Team Volkel" in html
    assert 'href="tel:+31850199207"' in html


@pytest.mark.eis("H10")
def test_before_there_is_anything_it_still_gives_a_number(client: Client):
    assert 'href="tel:' in client.get("/agenda/").content.decode()


def test_a_long_week_comes_in_pages(client: Client):
    for nummer in range(35):
        een_activiteit(f"Soep {nummer:02}")
    assert len(titels(client)) == 30
    assert titels(client, "page=2") == [f"Soep {nummer}" for nummer in range(30, 35)]
    assert titels(client, "page=99") == titels(client, "page=2")


def aantal_queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get("/agenda/?wijk=volkel")
    return len(queries)


def test_many_activities_ask_as_few_queries_as_one(client: Client, dorp):
    client.get("/agenda/")
    voor = aantal_queries(client)
    for nummer in range(60):
        een_activiteit(f"Soep {nummer}", locatie=een_plek(f"Plek {nummer}"))
    assert Moment.objects.count() > 1500
    assert aantal_queries(client) == voor <= 12


@pytest.mark.parametrize(
    "vraag",
    [
        "wijk=volkel&thema=schulden&doelgroep=ouderen&postcode=5408AA&afstand=1&toegang=inloop",
        "postcode=5408AA&thema=geld&toegang=aanmelden",
    ],
    ids=["full", "empty"],
)
def test_no_choice_asks_more_than_twelve_queries(
    client, dorp, vraag, django_assert_max_num_queries
):
    client.get("/agenda/")
    with django_assert_max_num_queries(12):
        client.get(f"/agenda/?{vraag}")


def test_the_calendar_to_follow_is_that_of_what_was_chosen(client: Client, dorp):
    for vraag, feed in {
        "": "/agenda/agenda.ics",
        "wijk=volkel": "/agenda/wijk/volkel.ics",
        "thema=geld": "/agenda/thema/geld.ics",
    }.items():
        html = client.get(f"/agenda/?{vraag}").content.decode()
        assert f'href="webcal://testserver{feed}"' in html
        assert f'href="{feed}"' in html
