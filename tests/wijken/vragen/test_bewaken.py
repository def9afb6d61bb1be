"""What the clock does: remind, get help, close after silence (L5)."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from sociale_basis.kern.models import Mail
from sociale_basis.kern.werkdagen import werkdag_na
from tests.fabriek import een_wijk
from wijken.models import Hulpvraag, Inzet, Teamlid
from wijken.vragen import handelingen
from wijken.vragen.bewaken import bewaak, rond_af

from .mensen import Mensen, een_beantwoorde_vraag, een_lid, een_vraag, met_spatie

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L5")]


@pytest.fixture
def vraag(mensen: Mensen) -> Hulpvraag:
    gesteld = een_vraag(mensen.volkel)
    Mail.objects.all().delete()
    return gesteld


def op(vraag: Hulpvraag, werkdagen: int) -> date:
    """So many working days after the day that was promised."""
    return werkdag_na(vraag.uiterlijk, werkdagen)


def post() -> list[tuple[str, str]]:
    return sorted(Mail.objects.values_list("aan", "onderwerp"))


# --- remind, help, take over ---------------------------------------------------------------


def test_nothing_happens_while_there_is_time(vraag: Hulpvraag) -> None:
    assert bewaak(op(vraag, -2)) == 0
    assert post() == []


def test_the_day_before_the_team_is_reminded_once(vraag: Hulpvraag) -> None:
    assert bewaak(op(vraag, -1)) == 1
    assert bewaak(op(vraag, -1)) == 0
    assert bewaak(vraag.uiterlijk) == 0
    wie = [aan for aan, _onderwerp in post()]
    assert wie == ["bas@voorbeeld.nl", "fenna@voorbeeld.nl"]


def test_who_took_it_is_reminded_alone(vraag: Hulpvraag, mensen: Mensen) -> None:
    handelingen.pak_op(vraag, mensen.fenna.gebruiker)
    bewaak(op(vraag, -1))
    assert [aan for aan, _onderwerp in post()] == ["fenna@voorbeeld.nl"]


def test_the_day_after_the_verbinder_helps_and_the_asker_reads_it(
    vraag: Hulpvraag, mensen: Mensen, client: Client
) -> None:
    handelingen.pak_op(vraag, mensen.fenna.gebruiker)
    bewaak(op(vraag, 1))
    assert post() == [
        ("bas@voorbeeld.nl", "Een vraag is te laat"),
        ("fenna@voorbeeld.nl", "Een vraag is te laat"),
    ]
    html = met_spatie(client.get(f"/vraag/{vraag.code}/").content.decode())  # type: ignore[attr-defined]
    assert "Bas, de verbinder, kijkt nu ook mee." in html


def test_where_there_is_no_verbinder_nobody_says_so(mensen: Mensen, client: Client) -> None:
    gesteld = een_vraag(mensen.reek)
    bewaak(op(gesteld, 1))
    html = client.get(f"/vraag/{gesteld.code}/").content.decode()
    assert "We haalden hulp erbij" not in html


def test_two_days_later_the_team_of_the_municipality_takes_over(
    vraag: Hulpvraag, mensen: Mensen, client: Client
) -> None:
    bewaak(op(vraag, 1))
    Mail.objects.all().delete()
    assert bewaak(op(vraag, 2)) == 0
    assert bewaak(op(vraag, 3)) == 1
    vraag.refresh_from_db()
    assert (vraag.team, vraag.behandelaar) == (mensen.gemeente, None)
    assert post() == [("gerda@voorbeeld.nl", "Een vraag is veel te laat")]
    html = met_spatie(client.get(f"/vraag/{vraag.code}/").content.decode())  # type: ignore[attr-defined]
    assert "Het team van Maashorst neemt het over." in html
    assert bewaak(op(vraag, 9)) == 0


def test_a_clock_that_stood_still_does_the_last_thing_only(vraag: Hulpvraag) -> None:
    assert bewaak(op(vraag, 5)) == 1
    assert {onderwerp for _aan, onderwerp in post()} == {"Een vraag is veel te laat"}


def test_the_highest_team_keeps_its_questions(mensen: Mensen) -> None:
    gesteld = een_vraag(mensen.gemeente)
    handelingen.pak_op(gesteld, mensen.gerda.gebruiker)
    bewaak(op(gesteld, 3))
    gesteld.refresh_from_db()
    assert gesteld.behandelaar == mensen.gerda.gebruiker


@pytest.mark.parametrize("met_gemeente", [True, False])
def test_where_the_municipality_has_no_team_the_stadsdeel_takes_over(
    mensen: Mensen, met_gemeente: bool
) -> None:
    oost = een_wijk("Oost", soort="stadsdeel")
    wijk = een_wijk("Kom", ouder=oost)
    een_lid("Sam", oost)
    een_lid("Kim", wijk)
    if not met_gemeente:
        Teamlid.objects.filter(pk=mensen.gerda.pk).update(gebruiker=None)
    gesteld = een_vraag(wijk)
    bewaak(op(gesteld, 3))
    gesteld.refresh_from_db()
    assert gesteld.team == (mensen.gemeente if met_gemeente else oost)


@pytest.mark.parametrize("dag", [date(2026, 11, 21), date(2026, 11, 22), date(2026, 12, 25)])
def test_nobody_is_disturbed_on_a_day_off(vraag: Hulpvraag, dag: date) -> None:
    Hulpvraag.objects.update(uiterlijk=date(2026, 11, 2))
    assert bewaak(dag) == 0


def test_an_answer_stops_the_clock_and_a_reaction_starts_it_anew(
    vraag: Hulpvraag, mensen: Mensen
) -> None:
    bewaak(op(vraag, 1))
    vraag.refresh_from_db()
    handelingen.antwoord(vraag, mensen.fenna.gebruiker, "Zo.")
    assert bewaak(op(vraag, 9)) == 0
    handelingen.reageer(vraag, "En nu?")
    assert vraag.signaal == 0
    assert bewaak(op(vraag, -1)) == 1


# --- nobody left ---------------------------------------------------------------------------


def test_a_question_whose_team_is_gone_moves_up_at_once(vraag: Hulpvraag, mensen: Mensen) -> None:
    Teamlid.objects.exclude(pk=mensen.gerda.pk).update(gebruiker=None)
    bewaak(werkdag_na(timezone.localdate(), 1))
    vraag.refresh_from_db()
    assert vraag.team == mensen.gemeente
    assert [aan for aan, _onderwerp in post()] == ["gerda@voorbeeld.nl"]


def test_a_question_of_a_colleague_who_left_goes_back_to_the_team(
    vraag: Hulpvraag, mensen: Mensen
) -> None:
    handelingen.pak_op(vraag, mensen.fenna.gebruiker)
    Inzet.objects.filter(teamlid=mensen.fenna).delete()
    Teamlid.objects.filter(pk=mensen.fenna.pk).update(gebruiker=None)
    bewaak(werkdag_na(timezone.localdate(), 1))
    vraag.refresh_from_db()
    assert (vraag.team, vraag.behandelaar) == (mensen.volkel, None)


def test_without_any_team_a_question_stays_and_is_not_moved_forever(
    vraag: Hulpvraag, mensen: Mensen
) -> None:
    Teamlid.objects.update(gebruiker=None)
    bewaak(werkdag_na(timezone.localdate(), 1))
    vraag.refresh_from_db()
    assert vraag.team == mensen.gemeente
    assert bewaak(werkdag_na(timezone.localdate(), 1)) == 0


# --- silence -------------------------------------------------------------------------------


def test_after_a_month_of_silence_an_answered_question_is_closed(
    mensen: Mensen, client: Client
) -> None:
    stil = een_beantwoorde_vraag(mensen.volkel, mensen.fenna, tekst="stil")
    net = een_beantwoorde_vraag(mensen.volkel, mensen.fenna, tekst="net")
    open_ = een_vraag(mensen.volkel, "open")
    lang = timezone.now() - timedelta(days=31)
    Hulpvraag.objects.exclude(pk=net.pk).update(laatst_op=lang)
    assert rond_af() == 1
    assert list(Hulpvraag.objects.gesloten()) == [stil]
    open_.refresh_from_db()
    assert open_.is_open
    assert "We hoorden niets meer van u" in client.get(f"/vraag/{stil.code}/").content.decode()


def test_who_writes_back_in_the_very_second_of_closing_holds_up_no_other_question(
    mensen: Mensen, monkeypatch: pytest.MonkeyPatch
) -> None:
    stil = [een_beantwoorde_vraag(mensen.volkel, mensen.fenna, tekst=f"Vraag {n}") for n in (1, 2)]
    Hulpvraag.objects.update(laatst_op=timezone.now() - timedelta(days=60))
    echt = handelingen.sluit

    def sluit(vraag: Hulpvraag, *rest: object) -> None:
        if vraag.pk == stil[0].pk:
            handelingen.reageer(Hulpvraag.objects.get(pk=vraag.pk), "Toch nog iets.")
        echt(vraag, *rest)

    monkeypatch.setattr("wijken.vragen.bewaken.sluit", sluit)
    assert rond_af() == 1
    standen = Hulpvraag.objects.order_by("pk").values_list("stand", flat=True)
    assert list(standen) == ["in_behandeling", "gesloten"]
