"""Timed jobs: each runs in its turn, once, and a failing one stops nobody."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sociale_basis.kern import taken
from sociale_basis.kern.models import Taakrun

DAG = timedelta(days=1)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def register(monkeypatch: pytest.MonkeyPatch) -> dict[str, taken.Taak]:
    """No jobs but those of the test itself."""
    leeg: dict[str, taken.Taak] = {}
    monkeypatch.setattr(taken, "REGISTER", leeg)
    return leeg


@pytest.fixture
def geteld() -> list[str]:
    """A daily job that writes down that it ran."""
    gedraaid: list[str] = []
    taken.taak("tellen", elke=DAG)(lambda: gedraaid.append("tellen"))
    return gedraaid


def _zet(naam: str = "tellen", **velden: object) -> None:
    Taakrun.objects.update_or_create(naam=naam, defaults=velden)


def test_a_new_job_runs_at_once_and_is_written_down(geteld: list[str]) -> None:
    assert taken.voer_uit() == {"tellen": ""}
    run = Taakrun.objects.get(naam="tellen")
    assert geteld == ["tellen"]
    assert run.begonnen_op <= run.gelukt_op
    assert run.fout == ""


def test_a_job_that_is_no_more_leaves_no_trace(geteld: list[str]) -> None:
    _zet("van vroeger", begonnen_op=timezone.now() - 30 * DAG)
    taken.voer_uit()
    assert [run.naam for run in Taakrun.objects.all()] == ["tellen"]


def test_a_job_waits_for_its_turn(geteld: list[str]) -> None:
    taken.voer_uit()
    assert taken.voer_uit() == {}
    assert len(geteld) == 1


def test_a_job_runs_again_after_its_interval(geteld: list[str]) -> None:
    _zet(begonnen_op=timezone.now() - DAG, gelukt_op=timezone.now() - DAG)
    assert taken.voer_uit() == {"tellen": ""}


def test_once_runs_what_is_not_due_as_well(geteld: list[str]) -> None:
    taken.voer_uit()
    assert taken.voer_uit(eenmaal=True) == {"tellen": ""}


def test_a_job_that_runs_in_another_process_is_left_alone(geteld: list[str]) -> None:
    _zet(begonnen_op=timezone.now() - timedelta(minutes=1))
    assert taken.voer_uit() == {}
    assert taken.voer_uit(eenmaal=True) == {}


def test_a_job_of_a_process_that_was_killed_is_taken_over(geteld: list[str]) -> None:
    _zet(begonnen_op=timezone.now() - DAG - timedelta(minutes=1))
    assert taken.voer_uit() == {"tellen": ""}


def test_a_quick_job_of_a_killed_process_is_taken_over_after_ten_minutes() -> None:
    taken.taak("mail", elke=timedelta(seconds=10))(lambda: None)
    _zet("mail", begonnen_op=timezone.now() - timedelta(minutes=1))
    assert taken.voer_uit() == {}
    _zet("mail", begonnen_op=timezone.now() - timedelta(minutes=11))
    assert taken.voer_uit() == {"mail": ""}


def test_of_two_processes_that_claim_a_job_one_gets_it(geteld: list[str]) -> None:
    job = taken.REGISTER["tellen"]
    taken._maak_rijen()
    nu = timezone.now()
    assert [taken._claim(job, nu, altijd=False) for _ in range(2)] == [True, False]


def test_a_failing_job_is_recorded_and_the_others_still_run(
    geteld: list[str], register: dict[str, taken.Taak], caplog: pytest.LogCaptureFixture
) -> None:
    def faal() -> None:
        raise OSError("schijf vol")

    taken.taak("kapot", elke=DAG)(faal)
    taken.taak("daarna", elke=DAG)(lambda: None)
    uitkomst = taken.voer_uit()
    assert uitkomst == {"tellen": "", "kapot": "OSError: schijf vol", "daarna": ""}
    assert Taakrun.objects.get(naam="kapot").fout == "OSError: schijf vol"
    assert "The job kapot failed." in caplog.text


def test_a_failed_job_is_tried_again_after_ten_minutes(geteld: list[str]) -> None:
    _zet(begonnen_op=timezone.now() - timedelta(minutes=9), fout="OSError")
    assert taken.voer_uit() == {}
    _zet(begonnen_op=timezone.now() - timedelta(minutes=11), fout="OSError")
    assert taken.voer_uit() == {"tellen": ""}
    assert Taakrun.objects.get(naam="tellen").fout == ""


def test_a_process_that_is_asked_to_stop_begins_no_other_job(geteld: list[str]) -> None:
    gestopt = iter([False, True])
    taken.taak("daarna", elke=DAG)(lambda: geteld.append("daarna"))
    assert taken.voer_uit(gestopt=lambda: next(gestopt)) == {"tellen": ""}
    assert geteld == ["tellen"]
    assert taken.voer_uit() == {"daarna": ""}


def test_two_jobs_cannot_have_one_name(geteld: list[str]) -> None:
    with pytest.raises(ValueError, match="tellen"):
        taken.taak("tellen", elke=DAG)(lambda: None)
