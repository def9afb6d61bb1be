"""Two colleagues at one question: the second sees that the first was there, and loses nothing."""

import pytest
from django.test import Client

from wijken.vragen import handelingen
from wijken.vragen.handelingen import Ingehaald

from .mensen import ANTWOORD, Mensen, een_vraag, ingelogd, met_spatie

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L5")]
ANDERS = "Bel eerst even, dan spreken we af."


@pytest.fixture
def twee(mensen: Mensen) -> tuple[Client, Client]:
    return ingelogd(mensen.fenna), ingelogd(mensen.bas)


def test_the_second_who_takes_a_question_reads_who_was_first(mensen: Mensen, twee) -> None:
    fenna, bas = twee
    vraag = een_vraag(mensen.volkel)
    fenna.post(f"{vraag.werkpad}oppakken/", {"versie": 1})
    antwoord = bas.post(f"{vraag.werkpad}oppakken/", {"versie": 1})
    assert antwoord.status_code == 409
    html = met_spatie(antwoord.content.decode())
    assert "Iemand was u net voor" in html
    assert "opgepakt door Fenna" in html
    vraag.refresh_from_db()
    assert vraag.behandelaar == mensen.fenna.gebruiker


def test_two_answers_at_once_lose_neither(mensen: Mensen, twee) -> None:
    fenna, bas = twee
    vraag = een_vraag(mensen.volkel)
    fenna.post(f"{vraag.werkpad}antwoord/", {"versie": 1, "tekst": ANTWOORD})
    antwoord = bas.post(f"{vraag.werkpad}antwoord/", {"versie": 1, "tekst": ANDERS})
    assert antwoord.status_code == 409
    html = met_spatie(antwoord.content.decode())
    assert "beantwoord door Fenna" in html
    assert ANTWOORD in html  # what the first wrote
    assert f"{ANDERS}</textarea>" in html  # what the second typed
    assert vraag.berichten.count() == 1
    bas.post(f"{vraag.werkpad}antwoord/", {"versie": 2, "tekst": ANDERS})
    assert vraag.berichten.count() == 2


def test_after_looking_again_one_tap_sends_it(mensen: Mensen, twee) -> None:
    fenna, bas = twee
    vraag = een_vraag(mensen.volkel)
    fenna.post(f"{vraag.werkpad}oppakken/", {"versie": 1})
    html = bas.post(f"{vraag.werkpad}antwoord/", {"versie": 1, "tekst": ANDERS}).content.decode()
    assert 'name="versie" value="2" id="antwoord-versie"' in html
    assert 'name="versie" value="1"' not in html


@pytest.mark.parametrize("wat", ["doorgeven", "afronden"])
def test_a_reason_stays_too(mensen: Mensen, twee, wat: str) -> None:
    fenna, bas = twee
    vraag = een_vraag(mensen.volkel)
    fenna.post(f"{vraag.werkpad}oppakken/", {"versie": 1})
    velden = {"versie": 1, "tekst": "Om deze reden.", "naar": f"team-{mensen.reek.pk}"}
    antwoord = bas.post(f"{vraag.werkpad}{wat}/", velden)
    assert antwoord.status_code == 409
    assert "Om deze reden.</textarea>" in antwoord.content.decode()
    vraag.refresh_from_db()
    assert vraag.team == mensen.volkel
    assert not vraag.is_gesloten


def test_what_the_asker_wrote_in_between_is_seen_before_the_answer_goes(
    mensen: Mensen, twee
) -> None:
    fenna, _bas = twee
    vraag = een_vraag(mensen.volkel)
    handelingen.reageer(vraag, "Het is al gelukt met de buurman.")
    html = fenna.post(
        f"{vraag.werkpad}antwoord/", {"versie": 1, "tekst": ANTWOORD}
    ).content.decode()
    assert "reactie van de vrager" in html
    assert "Het is al gelukt met de buurman." in html


def test_reading_by_a_colleague_is_no_change(mensen: Mensen, twee) -> None:
    fenna, bas = twee
    vraag = een_vraag(mensen.volkel)
    bas.get(vraag.werkpad)
    antwoord = fenna.post(f"{vraag.werkpad}antwoord/", {"versie": 1, "tekst": ANTWOORD})
    assert antwoord.status_code == 302


def test_what_the_asker_does_never_waits_for_a_colleague(mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    handelingen.pak_op(een_vraag(mensen.volkel, code=vraag.code), mensen.fenna.gebruiker)
    handelingen.reageer(vraag, "Ik bedoel mijn tablet.")  # an older version in hand
    assert vraag.berichten.count() == 1


def test_nothing_is_half_done(mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    ouder = een_vraag(mensen.volkel, code=vraag.code)
    handelingen.pak_op(vraag, mensen.fenna.gebruiker)
    with pytest.raises(Ingehaald):
        handelingen.antwoord(ouder, mensen.bas.gebruiker, ANDERS)
    assert vraag.berichten.count() == 0
    assert not vraag.gebeurtenissen.filter(soort="beantwoord").exists()


@pytest.mark.parametrize("versie", ["", "x", "0", "-1", "99999999999999999999"])
def test_a_version_that_cannot_be_changes_nothing(mensen: Mensen, twee, versie: str) -> None:
    fenna, _bas = twee
    vraag = een_vraag(mensen.volkel)
    antwoord = fenna.post(f"{vraag.werkpad}antwoord/", {"versie": versie, "tekst": ANTWOORD})
    assert antwoord.status_code in (200, 409)
    assert vraag.berichten.count() == 0
