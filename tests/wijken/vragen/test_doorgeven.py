"""What is handed over is something to do for who gets it, answered before or not (L5)."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from wijken.models import Hulpvraag
from wijken.vragen import handelingen
from wijken.vragen.bewaken import rond_af

from .mensen import Mensen, een_beantwoorde_vraag, een_vraag, ingelogd, stuur

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L5"), pytest.mark.eis("V5")]


@pytest.fixture
def beantwoord(mensen: Mensen) -> Any:
    """Answered by Fenna of Volkel, weeks ago."""
    vraag = een_beantwoorde_vraag(mensen.volkel, mensen.fenna, dagen_geleden=20)
    Hulpvraag.objects.update(signaal=2)
    vraag.refresh_from_db()
    return vraag


def in_lijst(wie: Any, lijst: str) -> list[Hulpvraag]:
    return list(ingelogd(wie).get(f"/werk/vragen/?lijst={lijst}").context["bladzijde"])


def test_an_answered_question_stands_under_new_at_the_team_that_gets_it(mensen, beantwoord):
    fenna = ingelogd(mensen.fenna)
    stuur(fenna, beantwoord, "doorgeven", naar=f"team-{mensen.reek.pk}", tekst="Verhuisd.")
    assert in_lijst(mensen.rik, "nieuw") == [beantwoord]
    assert in_lijst(mensen.rik, "wacht") == []
    assert in_lijst(mensen.fenna, "wacht") == []


def test_a_colleague_who_gets_it_finds_it_among_the_own_work(mensen, beantwoord):
    fenna = ingelogd(mensen.fenna)
    stuur(fenna, beantwoord, "doorgeven", naar=f"lid-{mensen.bas.pk}", tekst="Bas weet meer.")
    assert in_lijst(mensen.bas, "mijn") == [beantwoord]
    assert in_lijst(mensen.fenna, "collega") == [beantwoord]


def test_it_gets_a_new_day_and_the_first_answer_still_counts(mensen, beantwoord):
    fenna = ingelogd(mensen.fenna)
    stuur(fenna, beantwoord, "doorgeven", naar=f"team-{mensen.reek.pk}", tekst="Verhuisd.")
    eerste = beantwoord.beantwoord_op
    beantwoord.refresh_from_db()
    assert (beantwoord.uiterlijk, beantwoord.signaal) == (beantwoord.termijn(), 0)
    assert beantwoord.beantwoord_op == eerste


def test_silence_does_not_close_what_another_team_just_got(mensen, beantwoord):
    fenna = ingelogd(mensen.fenna)
    stuur(fenna, beantwoord, "doorgeven", naar=f"team-{mensen.reek.pk}", tekst="Verhuisd.")
    Hulpvraag.objects.update(laatst_op=timezone.now() - timedelta(days=300))
    assert rond_af() == 0


def test_the_asker_reads_who_has_it_now_and_until_when(mensen, beantwoord):
    fenna = ingelogd(mensen.fenna)
    stuur(fenna, beantwoord, "doorgeven", naar=f"team-{mensen.reek.pk}", tekst="Verhuisd.")
    html = Client().get(f"/vraag/{beantwoord.code}/").content.decode()
    assert "Uw vraag ligt bij het team van Reek." in html
    assert "Fenna gaf uw vraag door. Naar het team van Reek. Verhuisd." in " ".join(html.split())


def test_an_open_question_keeps_the_day_that_was_promised(mensen):
    vraag = een_vraag(mensen.volkel, dagen_geleden=20)
    belofte = vraag.uiterlijk
    stuur(ingelogd(mensen.fenna), vraag, "doorgeven", naar=f"team-{mensen.reek.pk}", tekst="Reek.")
    vraag.refresh_from_db()
    assert vraag.uiterlijk == belofte


def test_who_takes_an_answered_question_over_is_not_given_a_task(mensen, beantwoord):
    handelingen.pak_op(beantwoord, mensen.bas.gebruiker)
    assert in_lijst(mensen.bas, "wacht") == [beantwoord]
    assert in_lijst(mensen.bas, "mijn") == []
