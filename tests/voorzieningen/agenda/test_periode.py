"""A time in which an activity is not held, such as a holiday: one row, and everything follows."""

from datetime import date, time, timedelta
from typing import Any

import icalendar
import pytest
import recurring_ical_events
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from tests.fabriek import een_activiteit
from tests.rollen import een_medewerker, ingelogd, ingevuld
from voorzieningen.agenda.herhaling import Ritme
from voorzieningen.agenda.kalender import kalender
from voorzieningen.models import Activiteit, ActiviteitDag, Moment

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M11"), pytest.mark.eis("L11")]

VANDAAG, DINSDAG = date(2026, 12, 10), date(2026, 12, 15)
VAKANTIE = (date(2026, 12, 21), date(2027, 1, 3))
TOT = date(2027, 1, 31)


@pytest.fixture(autouse=True)
def in_december(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_: VANDAAG)


def een_reeks(ritme: str = Ritme.WEEK, begin: date = DINSDAG, **velden: Any) -> Activiteit:
    vast = {"herhaling": ritme, "begin_dag": begin, "van": time(10), "tot": time(12)}
    return een_activiteit(**vast | {"laatst_gecontroleerd": VANDAAG} | velden)


def dicht(activiteit: Activiteit, dagen: tuple[date, date] = VAKANTIE, **velden: Any) -> Any:
    dag, tot = dagen
    velden = {"afgelast": True, "reden": "kerstvakantie"} | velden
    return ActiviteitDag.objects.create(activiteit=activiteit, dag=dag, tot_en_met=tot, **velden)


def in_agenda(activiteit: Activiteit) -> list[str]:
    momenten = Moment.objects.filter(activiteit=activiteit, dag__lte=TOT).order_by("begin")
    return [f"{moment.dag:%d-%m} {moment.stand}" for moment in momenten]


def van_buiten(activiteit: Activiteit, eerste: date = VANDAAG, laatste: date = TOT) -> list[str]:
    """What another calendar program shows."""
    bestand = kalender("Proef", [Activiteit.objects.get(pk=activiteit.pk)], lambda _a: "https://x/")
    gelezen = recurring_ical_events.of(icalendar.Calendar.from_ical(bestand))
    gevonden = gelezen.between(eerste, laatste + timedelta(days=1))
    return sorted(f"{g['DTSTART'].dt:%Y-%m-%d %H:%M %z}" for g in gevonden)


# --- the agenda and calendar programs --------------------------------------------------------


def test_one_row_takes_all_its_days_out_of_the_agenda(client: Client):
    soep = een_reeks()
    dicht(soep)
    assert in_agenda(soep) == [
        f"{dag} gaat_door" for dag in ("15-12", "05-01", "12-01", "19-01", "26-01")
    ]
    assert "Soep" in client.get("/agenda/?dag=2026-12-15").content.decode()
    assert "/activiteit/soep/" not in client.get("/agenda/?dag=2026-12-22").content.decode()


@pytest.mark.parametrize("ritme", [r for r in Ritme if r not in (Ritme.EEN_KEER, Ritme.JAAR)])
def test_a_calendar_program_finds_the_days_that_we_do(ritme):
    activiteit = een_reeks(ritme)
    dicht(activiteit, (date(2026, 12, 15), date(2027, 1, 20)))
    laatste = date(2027, 4, 30)
    keren = Activiteit.objects.get().rooster.keren(VANDAAG, laatste)
    eigen = [f"{keer.begin:%Y-%m-%d %H:%M %z}" for keer in keren]
    assert van_buiten(activiteit, laatste=laatste) == eigen
    assert eigen
    assert min(eigen) > "2027-01-20"


def test_the_clock_and_koningsdag_stay_right_around_a_period(monkeypatch):
    begin = date(2027, 3, 20)
    monkeypatch.setattr(timezone, "localdate", lambda *_: begin)
    activiteit = een_reeks(Ritme.DAG, begin, ook_op_feestdagen=False)
    dicht(activiteit, (date(2027, 3, 24), date(2027, 4, 25)))
    assert van_buiten(activiteit, begin, date(2027, 4, 29)) == [
        *(f"2027-03-{dag} 10:00 +0100" for dag in (20, 21, 22, 23)),
        *(f"2027-04-{dag} 10:00 +0200" for dag in (26, 28, 29)),
    ]


def test_a_period_of_years_ago_stays_out_of_calendar_programs(monkeypatch):
    soep = een_reeks()
    dicht(soep)
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2028, 6, 1))
    assert [dag[:10] for dag in van_buiten(soep, date(2026, 12, 14), date(2027, 1, 6))] == [
        "2026-12-15",
        "2027-01-05",
    ]


def test_a_period_counts_as_a_change_for_calendar_programs():
    soep = een_reeks()
    gisteren = timezone.now() - timedelta(days=1)
    Activiteit.objects.update(aangemaakt_op=gisteren, gewijzigd_op=gisteren)
    rij = dicht(soep)
    na = Activiteit.objects.get().gewijzigd_op
    assert na > gisteren
    rij.delete()
    assert Activiteit.objects.get().gewijzigd_op > na
    assert len(in_agenda(soep)) == 7


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({"van": time(14)}, "22-12 gaat_door"),
        ({"afgelast": True}, "22-12 afgelast"),
        ({"nieuwe_dag": date(2026, 12, 23)}, "23-12 gaat_door"),
    ],
)
def test_what_is_said_of_one_day_goes_before_the_period(velden, verwacht):
    soep = een_reeks()
    dicht(soep)
    dag = ActiviteitDag(activiteit=soep, dag=date(2026, 12, 22), **velden)
    dag.full_clean()
    dag.save()
    assert verwacht in in_agenda(soep)
    assert not any(regel.startswith("29-12") for regel in in_agenda(soep))
    assert [dag for dag in van_buiten(soep) if dag.startswith("2026-12-29")] == []


def test_something_of_one_time_never_goes_on_in_a_period():
    """The rhythm was another one when the period was filled in."""
    soep = een_reeks()
    dicht(soep, (DINSDAG, DINSDAG))
    soep.herhaling = Ritme.EEN_KEER
    soep.save()
    assert in_agenda(soep) == van_buiten(soep) == []


# --- its page --------------------------------------------------------------------------------


def test_the_page_says_from_when_to_when_and_why(client: Client):
    soep = een_reeks(ook_op_feestdagen=False, herhaling="dag")
    dicht(soep, (date(2026, 12, 11), date(2027, 1, 3)))
    tekst = " ".join(client.get("/activiteit/soep/").content.decode().split())
    zin = "Niet van vrijdag 11 december tot en met zondag 3 januari. Kerstvakantie."
    assert zin in tekst
    assert "Eerste Kerstdag" not in tekst  # falls inside it
    boven = tekst[tekst.index("De volgende keer") : tekst.index("Wanneer is het?")]
    assert "15 december" not in boven


def test_a_period_without_a_reason_or_that_is_over(client: Client):
    soep = een_reeks(begin=date(2026, 11, 3))
    dicht(soep, (date(2026, 11, 9), date(2026, 12, 9)))
    assert "Niet van" not in client.get("/activiteit/soep/").content.decode()
    dicht(soep, reden="")
    zin = "Niet van maandag 21 december tot en met zondag 3 januari."
    assert f"<strong>{zin}</strong>" in client.get("/activiteit/soep/").content.decode()


def test_the_page_costs_no_more_with_many_periods(client, django_assert_max_num_queries):
    soep = een_reeks(Ritme.DAG)
    for week in range(20):
        dag = VANDAAG + timedelta(weeks=week)
        dicht(soep, (dag, dag + timedelta(days=2)))
    client.get("/activiteit/soep/")
    with django_assert_max_num_queries(12):
        client.get("/activiteit/soep/")


# --- filling it in ---------------------------------------------------------------------------


def bewaar(client: Client, activiteit: Activiteit, **rij: str) -> Any:
    pad = f"/beheer/voorzieningen/activiteit/{activiteit.pk}/change/"
    dagen = {"dagen-TOTAL_FORMS": "1"} | {f"dagen-0-{naam}": w for naam, w in rij.items()}
    return client.post(pad, ingevuld(client, pad, **dagen))


def test_a_redacteur_fills_in_two_days_and_a_reason():
    soep = een_reeks()
    redacteur = ingelogd(een_medewerker("redacteur"))
    rij = {"dag": "21-12-2026", "tot_en_met": "3-1-2027", "reden": "kerstvakantie"}
    assert bewaar(redacteur, soep, **rij).status_code == 302
    dag = ActiviteitDag.objects.get()
    assert (dag.dag, dag.tot_en_met, dag.afgelast) == (*VAKANTIE, True)
    assert str(dag) == "21-12-2026 – 03-01-2027"
    assert dag.history.get().tot_en_met == VAKANTIE[1]


@pytest.mark.parametrize(
    ("rij", "melding"),
    [
        ({"tot_en_met": "20-12-2026"}, "Deze dag ligt voor de eerste dag."),
        ({"tot_en_met": "3-1-2077"}, "langer dan een jaar"),
        ({"tot_en_met": "3-1-2027", "waar": "in de kerk"}, "Dan gaat het niet door."),
        ({"dag": "17-12-2026", "tot_en_met": "20-12-2026"}, "Op deze dag is deze activiteit niet."),
    ],
)
def test_what_cannot_be_is_said_in_dutch(rij, melding):
    beheer = ingelogd(User.objects.create_superuser("beheer"))
    antwoord = bewaar(beheer, een_reeks(), **{"dag": "21-12-2026"} | rij)
    assert melding in antwoord.content.decode()
    assert not ActiviteitDag.objects.exists()


def test_something_of_one_time_has_no_period():
    dag = ActiviteitDag(activiteit=een_reeks(Ritme.EEN_KEER), dag=DINSDAG, tot_en_met=DINSDAG)
    with pytest.raises(ValidationError, match="maar één keer"):
        dag.full_clean()


@pytest.mark.parametrize(
    "velden", [{"afgelast": False, "waar": "hier"}, {"tot_en_met": VAKANTIE[0] - timedelta(1)}]
)
def test_the_database_refuses_a_period_that_cannot_be(velden):
    soep = een_reeks()
    alles = {"dag": VAKANTIE[0], "tot_en_met": VAKANTIE[1], "afgelast": True} | velden
    with pytest.raises(IntegrityError), transaction.atomic():
        ActiviteitDag.objects.create(activiteit=soep, **alles)
