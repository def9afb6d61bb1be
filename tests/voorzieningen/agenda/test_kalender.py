"""Calendars as calendar programs read them: checked with a parser that is not ours."""

from datetime import date, datetime, time, timedelta

import icalendar
import pytest
import recurring_ical_events
from django.test import Client
from django.utils import timezone

from tests.fabriek import een_activiteit, een_plek, een_thema, een_wijk
from voorzieningen.agenda.herhaling import Ritme
from voorzieningen.agenda.kalender import kalender, uid
from voorzieningen.models import Activiteit, ActiviteitDag

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M11")]

DINSDAG = date(2027, 1, 12)


def gelezen(client: Client, adres: str) -> icalendar.Calendar:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(antwoord.content)


def van(*activiteiten: Activiteit) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(
        kalender("Proef", activiteiten, lambda a: f"https://x/{a.pk}")
    )


def dagen(kalender: icalendar.Calendar, eerste: date, laatste: date) -> list[tuple[str, str]]:
    """What another program shows between two days: ("12-01 10:00 +01:00", title)."""
    gevonden = recurring_ical_events.of(kalender).between(eerste, laatste + timedelta(days=1))
    rijen = [(gebeurtenis["DTSTART"].dt, str(gebeurtenis["SUMMARY"])) for gebeurtenis in gevonden]
    return [(f"{begin:%d-%m %H:%M %z}", titel) for begin, titel in sorted(rijen)]


def een_reeks(ritme: str = Ritme.WEEK, begin: date = DINSDAG, **velden) -> Activiteit:
    vast = {"herhaling": ritme, "begin_dag": begin, "van": time(10), "tot": time(12)}
    return een_activiteit(**vast | {"ook_op_feestdagen": False} | velden)


RITMES = {
    Ritme.EEN_KEER: {},
    Ritme.DAG: {},
    Ritme.WERKDAG: {},
    Ritme.WEEK: {"weekdagen": "13"},
    Ritme.TWEE_WEKEN: {},
    Ritme.MAAND: {},
    Ritme.MAAND_LAATST: {},
    Ritme.MAAND_DATUM: {},
    Ritme.JAAR: {},
}


@pytest.mark.parametrize("ritme", RITMES)
def test_another_program_finds_the_same_days_for_a_year(ritme):
    activiteit = een_reeks(ritme, **RITMES[ritme])
    laatste = DINSDAG + timedelta(days=365)
    eigen = [f"{keer.begin:%d-%m %H:%M %z}" for keer in activiteit.rooster.keren(DINSDAG, laatste)]
    assert [dag for dag, _titel in dagen(van(activiteit), DINSDAG, laatste)] == eigen
    assert eigen


def test_every_rhythm_is_tried():
    assert set(RITMES) == set(Ritme)


def test_summer_time_moves_nothing_on_the_wall():
    activiteit = een_reeks(Ritme.DAG, date(2027, 3, 20), ook_op_feestdagen=True)
    assert [dag for dag, _ in dagen(van(activiteit), date(2027, 3, 27), date(2027, 3, 29))] == [
        "27-03 10:00 +0100",
        "28-03 10:00 +0200",
        "29-03 10:00 +0200",
    ]
    herfst = dagen(van(activiteit), date(2027, 10, 30), date(2027, 10, 31))
    assert [dag for dag, _ in herfst] == ["30-10 10:00 +0200", "31-10 10:00 +0100"]


@pytest.mark.parametrize(("jaar", "weg"), [(2027, "27-04"), (2031, "26-04")])
def test_koningsdag_is_left_out_also_when_it_is_on_the_26th(jaar, weg, settings, monkeypatch):
    begin = date(jaar, 4, 20)
    monkeypatch.setattr(timezone, "localdate", lambda *_: begin)
    activiteit = een_reeks(Ritme.DAG, begin)
    gevonden = [dag[:5] for dag, _ in dagen(van(activiteit), date(jaar, 4, 25), date(jaar, 4, 28))]
    assert gevonden == [dag for dag in ("25-04", "26-04", "27-04", "28-04") if dag != weg]


def test_the_last_day_is_in_and_the_day_after_is_not():
    activiteit = een_reeks(laatste_dag=date(2027, 1, 26))
    gevonden = dagen(van(activiteit), DINSDAG, date(2027, 3, 1))
    assert [dag[:5] for dag, _ in gevonden] == ["12-01", "19-01", "26-01"]


def test_a_cancelled_day_says_so_and_keeps_its_place_in_the_series():
    activiteit = een_reeks()
    ActiviteitDag.objects.create(
        activiteit=activiteit, dag=date(2027, 1, 19), afgelast=True, reden="De kok is ziek"
    )
    kalender = van(activiteit)
    [weg] = [deel for deel in kalender.events if deel.get("STATUS") == "CANCELLED"]
    assert weg["UID"] == uid(activiteit)
    assert weg["RECURRENCE-ID"].dt.strftime("%d-%m %H:%M") == "19-01 10:00"
    assert str(weg["SUMMARY"]) == "Afgelast: Soep"
    assert "De kok is ziek" in weg["DESCRIPTION"]
    titels = [titel for _, titel in dagen(kalender, DINSDAG, date(2027, 1, 26))]
    assert titels == ["Soep", "Afgelast: Soep", "Soep"]


def test_a_moved_day_is_only_on_its_new_day():
    activiteit = een_reeks()
    ActiviteitDag.objects.create(
        activiteit=activiteit, dag=date(2027, 1, 19), nieuwe_dag=date(2027, 1, 21),
        van=time(14), waar="in de kerk",
    )  # fmt: skip
    kalender = van(activiteit)
    gevonden = [dag for dag, _ in dagen(kalender, DINSDAG, date(2027, 1, 26))]
    assert gevonden == ["12-01 10:00 +0100", "21-01 14:00 +0100", "26-01 10:00 +0100"]
    [verzet] = [deel for deel in kalender.events if "RECURRENCE-ID" in deel]
    assert verzet["LOCATION"] == "in de kerk"
    assert verzet["DTEND"].dt.hour == 16


def test_something_of_one_day_that_is_called_off_or_moved_has_no_series():
    feest = een_reeks(Ritme.EEN_KEER)
    afwijking = ActiviteitDag.objects.create(activiteit=feest, dag=DINSDAG, afgelast=True)
    [gebeurtenis] = van(feest).events
    assert (gebeurtenis["STATUS"], "RRULE" in gebeurtenis) == ("CANCELLED", False)
    afwijking.delete()
    ActiviteitDag.objects.create(activiteit=feest, dag=DINSDAG, nieuwe_dag=date(2027, 2, 2))
    [gebeurtenis] = van(Activiteit.objects.get()).events
    assert f"{gebeurtenis['DTSTART'].dt:%d-%m}" == "02-02"
    assert "RECURRENCE-ID" not in gebeurtenis


def test_a_change_raises_the_sequence_and_keeps_the_uid():
    activiteit = een_reeks()
    gisteren = timezone.now() - timedelta(days=1)
    Activiteit.objects.update(aangemaakt_op=gisteren, gewijzigd_op=gisteren)
    activiteit.refresh_from_db()
    voor = van(activiteit).events[0]
    ActiviteitDag.objects.create(activiteit=activiteit, dag=DINSDAG, afgelast=True)
    na = van(Activiteit.objects.get()).events[0]
    assert voor["UID"] == na["UID"]
    assert na["SEQUENCE"] > voor["SEQUENCE"]
    assert na["LAST-MODIFIED"].dt > voor["LAST-MODIFIED"].dt
    assert na["DTSTAMP"].dt.utcoffset() == timedelta(0)


def test_the_file_has_what_programs_ask_for(client: Client):
    een_reeks(titel="Soep " + "met balletjes " * 8, locatie=een_plek())
    tekst = client.get("/agenda/agenda.ics").content
    regels = tekst.split(b"\r\n")
    assert regels[0] == b"BEGIN:VCALENDAR"
    assert max(map(len, regels)) <= 75, "lines are folded"
    for nodig in (
        b"VERSION:2.0", b"METHOD:PUBLISH", b"TZID:Europe/Amsterdam", b"X-WR-CALNAME:Agenda",
        b"REFRESH-INTERVAL;VALUE=DURATION:PT12H", b"DTSTART;TZID=Europe/Amsterdam:",
        b"RRULE:FREQ=WEEKLY", b"GEO:51.66;5.62",
    ):  # fmt: skip
        assert nodig in tekst
    assert b"PRODID:" in tekst


@pytest.mark.parametrize("breuk", ["\r", "\n", "\r\n", "\x0b", "\x85", "\u2028"])
def test_no_text_can_begin_a_line_of_the_file(client: Client, breuk: str):
    kwaad = f"Koffie{breuk}BEGIN:VALARM{breuk}X-KWAAD:1\x07"
    reeks = een_reeks(titel=kwaad, kort=kwaad, ruimte=kwaad, zo_meldt_u_aan=kwaad)
    ActiviteitDag.objects.create(
        activiteit=reeks, dag=reeks.begin_dag + timedelta(days=7), waar=kwaad, reden=kwaad
    )
    inhoud = client.get(f"/agenda/activiteit/{reeks.slug}.ics").content.decode()
    regels = inhoud.replace("\r\n ", "").splitlines()
    assert not [regel for regel in regels if regel.startswith(("BEGIN:VALARM", "X-KWAAD"))]
    assert "\x07" not in inhoud
    assert "Koffie BEGIN:VALARM X-KWAAD:1" in "".join(regels)


def test_what_did_not_change_is_not_sent_again(client: Client):
    een_reeks()
    eerste = client.get("/agenda/agenda.ics")
    assert "max-age" in eerste["Cache-Control"]
    weer = client.get("/agenda/agenda.ics", headers={"if-none-match": eerste["ETag"]})
    assert (weer.status_code, weer.content) == (304, b"")
    Activiteit.objects.update(titel="Stamppot", gewijzigd_op=timezone.now())
    anders = client.get("/agenda/agenda.ics", headers={"if-none-match": eerste["ETag"]})
    assert anders.status_code == 200


def test_to_say_that_nothing_changed_takes_one_query(client: Client, django_assert_num_queries):
    een_reeks()
    stempel = client.get("/agenda/agenda.ics")["ETag"]
    with django_assert_num_queries(1):
        client.get("/agenda/agenda.ics", headers={"if-none-match": stempel})


@pytest.mark.parametrize("wat", ["activiteit", "dag", "plek", "erbij", "eraf", "morgen"])
def test_every_change_gives_another_version(client: Client, wat, monkeypatch):
    soep = een_reeks(locatie=een_plek())
    een_reeks(titel="Dans")
    voor = client.get("/agenda/agenda.ics")["ETag"]
    if wat == "activiteit":
        soep.save()
    elif wat == "dag":
        ActiviteitDag.objects.create(activiteit=soep, dag=DINSDAG, afgelast=True)
    elif wat == "plek":
        soep.locatie.save()
    elif wat == "erbij":
        een_reeks(titel="Film")
    elif wat == "eraf":
        soep.locatie.archiveer("Dicht.")
    else:
        morgen = timezone.localdate() + timedelta(days=1)
        monkeypatch.setattr(timezone, "localdate", lambda *_: morgen)
    assert client.get("/agenda/agenda.ics")["ETag"] != voor


@pytest.mark.eis("L11")
def test_a_wijk_a_theme_a_place_and_an_activity_have_their_own(client: Client):
    volkel, reek = een_wijk("Volkel"), een_wijk("Reek")
    geld, plek = een_thema("Geld"), een_plek()
    een_reeks(titel="Soep", gebieden=[volkel], themas=[geld], locatie=plek)
    een_reeks(titel="Dans", gebieden=[reek])
    een_reeks(titel="Film")
    verwacht = {
        "/agenda/agenda.ics": {"Soep", "Dans", "Film"},
        "/agenda/wijk/volkel.ics": {"Soep", "Film"},
        "/agenda/wijk/maashorst.ics": {"Soep", "Dans", "Film"},
        "/agenda/thema/geld.ics": {"Soep"},
        "/agenda/plek/dorpshuis-de-linde.ics": {"Soep"},
        "/agenda/activiteit/dans.ics": {"Dans"},
    }
    for adres, titels in verwacht.items():
        assert {str(deel["SUMMARY"]) for deel in gelezen(client, adres).events} == titels, adres


@pytest.mark.parametrize("soort", ["wijk", "thema", "plek", "activiteit"])
def test_a_calendar_of_nothing_is_not_there(client: Client, soort):
    assert client.get(f"/agenda/{soort}/bestaat-niet.ics").status_code == 404


def test_a_former_address_leads_a_program_on(client: Client):
    activiteit = een_reeks()
    activiteit.slug = "soep-met-brood"
    activiteit.save()
    antwoord = client.get("/agenda/activiteit/soep.ics")
    assert (antwoord.status_code, antwoord["Location"]) == (
        301, "/agenda/activiteit/soep-met-brood.ics",
    )  # fmt: skip


def test_what_is_over_is_in_no_calendar_but_its_own(client: Client):
    een_reeks(Ritme.EEN_KEER, date(2020, 1, 7))
    assert gelezen(client, "/agenda/agenda.ics").events == []
    assert len(gelezen(client, "/agenda/activiteit/soep.ics").events) == 1


def test_a_series_whose_next_time_is_called_off_is_still_told(client: Client):
    morgen = timezone.localdate() + timedelta(days=1)
    feest = een_reeks(Ritme.EEN_KEER, morgen)
    ActiviteitDag.objects.create(activiteit=feest, dag=morgen, afgelast=True)
    assert len(gelezen(client, "/agenda/agenda.ics").events) == 1


def test_a_calendar_asks_few_queries_however_many_activities(
    client: Client, django_assert_max_num_queries
):
    for nummer in range(12):
        een_reeks(titel=f"Soep {nummer}")
    with django_assert_max_num_queries(3):
        client.get("/agenda/agenda.ics")


def test_an_evening_past_midnight_ends_the_next_day():
    [deel] = van(een_reeks(Ritme.EEN_KEER, van=time(20), tot=time(1))).events
    assert deel["DTEND"].dt - deel["DTSTART"].dt == timedelta(hours=5)
    assert isinstance(deel["DTSTART"].dt, datetime)
