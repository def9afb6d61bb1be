"""The page of one activity, and where it shows on a wijk, a place and a provision."""

import json
import re
from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from sociale_basis.kern.begrenzen import DOEL
from sociale_basis.kern.ondertekend import onderteken
from tests.fabriek import (
    de_gemeente,
    een_activiteit,
    een_buurt,
    een_doelgroep,
    een_organisatie,
    een_plek,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import ActiviteitDag, Voorstel
from wijken.models import Gebied

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M11")]

MORGEN = timezone.localdate() + timedelta(days=1)


def html(client: Client, adres: str = "/activiteit/soep/") -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_it_says_when_where_what_it_costs_for_whom_and_who_does_it(client: Client):
    een_activiteit(
        locatie=een_plek(), ruimte="de grote zaal", kosten="bijdrage", kosten_toelichting="2 euro",
        doelgroepen=[een_doelgroep("Ouderen")], themas=[een_thema("Samen eten")],
        verantwoordelijke=een_organisatie("Welzijn De Linde", telefoon="085 019 9160"),
    )  # fmt: skip
    tekst = html(client)
    for stuk in (
        "De volgende keer", "van 12.00 tot 13.30 uur", "Elke week op", "Dorpshuis De Linde",
        "de grote zaal", "Lindestraat 1, 5401 AB Uden", "2 euro", "Ouderen", "Samen eten",
        "Iedereen in de gemeente", "Welzijn De Linde", "085 019 9160",
        "/activiteit/soep/klopt-niet/",
        'href="/agenda/activiteit/soep.ics"',
    ):  # fmt: skip
        assert stuk in tekst, stuk


def test_who_must_sign_up_reads_how(client: Client):
    een_activiteit(
        toegang="aanmelden", zo_meldt_u_aan="Bel vóór woensdag.", telefoon="085 019 9161"
    )
    tekst = html(client)
    assert "Bel vóór woensdag." in tekst
    assert 'class="nl-button nl-button--primary nl-button--groot" href="tel:+31850199161"' in tekst


def test_without_a_number_of_its_own_it_gives_that_of_the_municipality(client: Client):
    de_gemeente()
    een_activiteit(verantwoordelijke=een_organisatie())
    assert "085 000 1234" in html(client)


def test_called_off_and_moved_days_stand_in_the_list_and_not_on_top(client: Client):
    soep = een_activiteit()
    ActiviteitDag.objects.create(activiteit=soep, dag=MORGEN, afgelast=True, reden="De kok is ziek")
    ActiviteitDag.objects.create(
        activiteit=soep, dag=MORGEN + timedelta(weeks=1), waar="In de kerk", reden="Feest"
    )
    tekst = html(client)
    assert "afgelast: De kok is ziek" in tekst
    boven = tekst[tekst.index("De volgende keer") : tekst.index("Wanneer is het?")]
    assert "Deze keer ergens anders: In de kerk" in boven


def test_a_series_of_which_the_only_time_is_called_off_says_so(client: Client):
    soep = een_activiteit(herhaling="een_keer")
    ActiviteitDag.objects.create(activiteit=soep, dag=MORGEN, afgelast=True)
    assert "De komende keer gaat niet door." in html(client)


@pytest.mark.eis("H10")
def test_what_is_over_says_so_with_a_number_to_call(client: Client):
    een_activiteit(begin_dag=date(2020, 1, 7), herhaling="een_keer", telefoon="085 019 9161")
    tekst = html(client)
    assert "Dit is voorbij" in tekst
    assert 'href="tel:+31850199161"' in tekst


def test_the_holidays_that_it_skips_are_named(client: Client, monkeypatch):
    dag = date(2027, 4, 20)
    monkeypatch.setattr(timezone, "localdate", lambda *_: dag)
    een_activiteit(begin_dag=dag, ook_op_feestdagen=False, laatst_gecontroleerd=dag)
    assert "Niet op: dinsdag 27 april (Koningsdag)." in html(client)


def test_machines_read_the_same_time_and_place(client: Client):
    een_activiteit(locatie=een_plek(), kosten="gratis")
    [gegevens] = re.findall(r'ld\+json">(.*?)</script>', html(client))
    gebeurtenis = json.loads(gegevens)
    assert gebeurtenis["@type"] == "Event"
    assert gebeurtenis["startDate"].startswith(f"{MORGEN}T12:00:00+0")
    assert gebeurtenis["location"]["name"] == "Dorpshuis De Linde"
    assert gebeurtenis["isAccessibleForFree"] is True


@pytest.mark.eis("V5")
def test_a_visitor_tells_what_is_wrong(client: Client):
    soep = een_activiteit()
    adres = "/activiteit/soep/klopt-niet/"
    geopend = onderteken(DOEL, timezone.now().timestamp() - 30)
    gegevens = {"wat": "tijden", "hoe": "Het begint om half een.", "geopend": geopend}
    client.post(adres, gegevens)
    [voorstel] = Voorstel.objects.all()
    assert (voorstel.doel, voorstel.soort) == (soep, "activiteit")


# --- elsewhere -----------------------------------------------------------------------------


@pytest.fixture
def volkel() -> Gebied:
    return een_wijk("Volkel", ouder=een_wijk("Oost", soort=Gebied.Soort.STADSDEEL))


@pytest.mark.eis("L11")
@pytest.mark.parametrize("gebied", ["volkel", "oost", "maashorst"])
def test_a_wijk_a_stadsdeel_and_the_municipality_show_this_week(client: Client, volkel, gebied):
    een_activiteit(gebieden=[volkel])
    tekst = html(client, f"/wijk/{gebied}/")
    blok = tekst[tekst.index("Deze week te doen") :]
    assert "/activiteit/soep/" in blok
    assert (f"/agenda/?wijk={gebied}" in blok) == (gebied != "maashorst")


def test_of_something_daily_a_wijk_shows_the_first_time_only(client: Client, volkel):
    een_activiteit(gebieden=[volkel], herhaling="dag")
    een_activiteit("Dans", gebieden=[volkel], begin_dag=MORGEN + timedelta(days=2))
    tekst = html(client, "/wijk/volkel/")
    assert tekst.count("/activiteit/soep/") == 1
    assert tekst.count("/activiteit/dans/") == 1


def test_a_wijk_shows_what_is_called_off_and_the_time_after_it(client: Client, volkel):
    soep = een_activiteit(gebieden=[volkel], herhaling="dag")
    ActiviteitDag.objects.create(activiteit=soep, dag=MORGEN, afgelast=True, reden="Ziek")
    tekst = html(client, "/wijk/volkel/")
    assert "Afgelast: Ziek" in tekst
    assert tekst.count("/activiteit/soep/") == 2


def test_what_is_new_in_a_wijk_is_marked(client: Client, volkel):
    een_activiteit(gebieden=[volkel])
    assert ">Nieuw<" in html(client, "/wijk/volkel/")


@pytest.mark.eis("H10")
def test_a_wijk_with_nothing_this_week_points_at_its_places(client: Client, volkel):
    assert "Bij de plekken hieronder kunt u zo binnenlopen" in html(client, "/wijk/volkel/")


@pytest.mark.eis("L14")
def test_a_place_names_its_consultation_hours_and_who_holds_them(client: Client):
    plek = een_plek(gebied=een_buurt())
    een_activiteit(locatie=plek)
    een_activiteit(
        "Juridisch spreekuur", soort="spreekuur", locatie=plek,
        verantwoordelijke=een_organisatie("Rechtswinkel"),
    )  # fmt: skip
    tekst = html(client, "/plek/dorpshuis-de-linde/")
    uren = tekst[tekst.index(">Spreekuren<") :]
    assert "Juridisch spreekuur" in uren
    assert "Door Rechtswinkel." in uren
    assert tekst.index(">In de agenda<") < tekst.index("/activiteit/soep/")
    assert 'href="/agenda/plek/dorpshuis-de-linde.ics"' in tekst


def test_a_place_without_activities_shows_no_empty_heading(client: Client):
    een_plek()
    assert ">In de agenda<" not in html(client, "/plek/dorpshuis-de-linde/")


def test_a_provision_shows_its_coming_dates(client: Client):
    een_activiteit(voorziening=een_voorziening("Eettafel"))
    een_activiteit("Voorbij", voorziening=een_voorziening("Nog een"), begin_dag=date(2020, 1, 7),
                   herhaling="een_keer")  # fmt: skip
    tekst = html(client, "/voorziening/eettafel/")
    assert "Hiervan in de agenda" in tekst
    assert "Morgen om 12.00 uur" in tekst
    assert "Hiervan in de agenda" not in html(client, "/voorziening/nog-een/")


def test_the_way_to_the_agenda_is_in_the_menu_and_on_the_front_page(client: Client):
    tekst = html(client, "/")
    assert '<a class="kop__link" href="/agenda/">Agenda</a>' in tekst
    assert tekst.count('href="/agenda/"') == 2


def test_an_evening_past_midnight_reads_as_one_time(client: Client):
    een_activiteit(van=time(20), tot=time(1))
    assert "van 20.00 tot 1.00 uur" in html(client)
