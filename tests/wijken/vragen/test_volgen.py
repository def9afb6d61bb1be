"""What the asker sees with the code: what happened, and a place to write back (L5, V5, V7)."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from sociale_basis.kern.models import Crisiswoord, Mail
from sociale_basis.kern.ondertekend import onderteken
from tests.hulp.html import Lezer
from wijken.models import Hulpvraag
from wijken.views import vraag as views
from wijken.vragen import handelingen
from wijken.vragen.handelingen import Bestemming

from .mensen import ANTWOORD, VRAAG, Mensen, een_beantwoorde_vraag, een_vraag, met_spatie

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V5")]
MIJN = "/vraag/mijn/"
FOUT = "K7RM-4HXC-92PD-W3F8"


def lees(client: Client, vraag: Any) -> str:
    return met_spatie(client.get(f"/vraag/{vraag.code}/").content.decode())


# --- the code ------------------------------------------------------------------------------


def test_the_confirmation_shows_the_code_and_the_day(client: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    html = met_spatie(client.get(f"/vraag/{vraag.code}/bedankt/").content.decode())
    assert f'<p class="vraagcode">{vraag.code}</p>' in html
    assert "het team van Volkel" in html
    assert "data-print" in html
    assert re.search(r"uiterlijk <strong>\w+dag \d+ \w+</strong>", html)


@pytest.mark.parametrize("getypt", ["K7RM-4HXC-92PD-W3FB", "k7rm 4hxc 92pd wSF8"])
def test_who_misreads_a_sign_is_told_which_one_it_cannot_be(client: Client, getypt: str) -> None:
    html = client.post(MIJN, {"code": getypt}).content.decode()
    fout = (set(getypt.upper()) & set("BS")).pop()
    assert f"In een code staat nooit: {fout}." in met_spatie(html)
    assert getypt in html


@pytest.mark.parametrize("vorm", [str, str.lower, lambda code: code.replace("-", " ")])
def test_a_code_may_be_typed_in_many_ways(client: Client, mensen: Mensen, vorm: Any) -> None:
    vraag = een_vraag(mensen.volkel)
    antwoord = client.post(MIJN, {"code": vorm(vraag.code)})
    assert antwoord["Location"] == f"/vraag/{vraag.code}/"
    assert VRAAG in lees(client, vraag)


@pytest.mark.parametrize("code", ["", "K7RM", "geen code"])
def test_half_a_code_is_asked_again_with_what_was_typed(
    client: Client, mensen: Mensen, code: str
) -> None:
    antwoord = client.post(MIJN, {"code": code})
    assert antwoord.status_code == 200
    html = antwoord.content.decode()
    assert Lezer(html).titel.startswith("Fout:")
    assert f'value="{code}"' in html or not code
    assert 'href="tel:' in html


def test_a_code_that_nobody_has_is_no_dead_end(client: Client, mensen: Mensen) -> None:
    antwoord = client.get(f"/vraag/{FOUT}/")
    assert antwoord.status_code == 404
    html = antwoord.content.decode()
    assert "Deze code kennen we niet" in html
    assert f'value="{FOUT}"' in html
    assert 'href="tel:' in html


@pytest.mark.eis("V7")
def test_after_many_wrong_codes_even_the_right_one_has_to_wait(
    client: Client, mensen: Mensen, monkeypatch
) -> None:
    vraag = een_vraag(mensen.volkel)
    monkeypatch.setattr(views, "MIS", 3)
    for _keer in range(3):
        assert client.get(f"/vraag/{FOUT}/").status_code == 404
    antwoord = client.get(f"/vraag/{vraag.code}/")
    assert antwoord.status_code == 429
    assert VRAAG not in antwoord.content.decode()
    assert 'href="tel:' in antwoord.content.decode()
    assert Client(REMOTE_ADDR="192.0.2.7").get(f"/vraag/{vraag.code}/").status_code == 200
    cache.clear()  # an hour later
    assert client.get(f"/vraag/{vraag.code}/").status_code == 200


@pytest.mark.eis("V7")
def test_looking_often_with_the_right_code_never_counts(
    client: Client, mensen: Mensen, monkeypatch
) -> None:
    monkeypatch.setattr(views, "MIS", 2)
    vraag = een_vraag(mensen.volkel)
    for _keer in range(5):
        assert client.get(f"/vraag/{vraag.code}/").status_code == 200


@pytest.mark.eis("V7")
@pytest.mark.parametrize("pad", ["", "bedankt/"])
def test_these_pages_are_kept_and_found_nowhere(client: Client, mensen: Mensen, pad: str) -> None:
    antwoord = client.get(f"/vraag/{een_vraag(mensen.volkel).code}/{pad}")
    assert "no-store" in antwoord["Cache-Control"]
    assert antwoord["Referrer-Policy"] == "same-origin"
    assert "noindex" in antwoord["X-Robots-Tag"]
    assert not set(client.cookies) - {"csrftoken"}


@pytest.mark.eis("V7")
def test_a_link_from_a_mail_opens_the_page_for_a_month(client: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    assert VRAAG in client.get(vraag.pad()).content.decode()
    anders = vraag.pad()[:-4] + "xxx/"
    antwoord = client.get(anders)
    assert antwoord.status_code == 404
    assert "Deze link werkt niet meer" in antwoord.content.decode()


def test_a_link_of_another_purpose_opens_nothing(client: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    assert client.get(f"/vraag/{onderteken('controle', vraag.pk)}/").status_code == 404


# --- what happened -------------------------------------------------------------------------


def test_every_step_is_told_in_plain_words(client: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    assert "Uw vraag ligt bij het team van Volkel. U krijgt antwoord, uiterlijk" in lees(
        client, vraag
    )
    handelingen.pak_op(vraag, mensen.fenna.gebruiker)
    assert "Iemand is voor u bezig." in lees(client, vraag)
    assert "Fenna zoekt het voor u uit." in lees(client, vraag)
    naar = Bestemming(mensen.volkel, mensen.bas.gebruiker)
    handelingen.geef_door(vraag, mensen.fenna.gebruiker, naar, "Bas weet meer van telefoons.")
    assert "Fenna gaf uw vraag door. Naar Bas. Bas weet meer van telefoons." in lees(client, vraag)
    handelingen.antwoord(vraag, mensen.bas.gebruiker, ANTWOORD)
    html = lees(client, vraag)
    assert "U heeft antwoord." in html
    assert "Antwoord van Bas" in html
    assert ANTWOORD in html


def test_what_the_team_notes_for_itself_is_not_shown(client: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    handelingen.gelezen(vraag, mensen.fenna.gebruiker)
    html = lees(client, vraag)
    assert "elezen" not in html.split("<main")[1]
    assert "Geheim" not in html  # the first name in the login


def test_being_late_is_told_honestly(client: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel, dagen_geleden=20)
    html = lees(client, vraag)
    assert "Dat is niet gelukt. Het spijt ons." in html


def test_a_text_is_shown_as_it_was_typed_and_never_as_html(client: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel, "Regel een\n<script>alert(1)</script>")
    html = lees(client, vraag)
    assert "Regel een<br>&lt;script&gt;" in html


# --- writing back --------------------------------------------------------------------------


def test_the_asker_writes_back_and_the_team_has_something_to_do_again(
    client: Client, mensen: Mensen
) -> None:
    vraag = een_beantwoorde_vraag(mensen.volkel, mensen.fenna)
    antwoord = client.post(f"/vraag/{vraag.code}/reactie/", {"tekst": "En op dinsdag?"})
    assert antwoord["Location"] == f"/vraag/{vraag.code}/"
    vraag.refresh_from_db()
    assert vraag.stand == "in_behandeling"
    assert vraag.uiterlijk >= timezone.localdate()
    assert "En op dinsdag?" in lees(client, vraag)
    client.post(f"/vraag/{vraag.code}/reactie/", {"tekst": "Of op woensdag?"})
    assert vraag.berichten.count() == 3


def test_tapping_twice_writes_once(client: Client, mensen: Mensen) -> None:
    vraag = een_beantwoorde_vraag(mensen.volkel, mensen.fenna)
    for _keer in range(2):
        client.post(f"/vraag/{vraag.code}/reactie/", {"tekst": "En op dinsdag?"})
    assert vraag.berichten.filter(van_team=False).count() == 1


def test_an_empty_reaction_says_so(client: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    antwoord = client.post(f"/vraag/{vraag.code}/reactie/", {"tekst": " "})
    assert antwoord.status_code == 200
    assert "Schrijf in een paar woorden" in antwoord.content.decode()


def test_who_is_helped_closes_the_question(client: Client, mensen: Mensen) -> None:
    vraag = een_beantwoorde_vraag(mensen.volkel, mensen.fenna)
    client.post(f"/vraag/{vraag.code}/geholpen/", {"geholpen": "ja"})
    vraag.refresh_from_db()
    assert vraag.is_gesloten
    assert "U liet weten dat u geholpen bent." in lees(client, vraag)
    dag = timezone.localdate() + timedelta(days=90)
    assert f"Op {dag.day} " in lees(client, vraag)


def test_who_is_not_helped_gets_a_new_term(client: Client, mensen: Mensen) -> None:
    vraag = een_beantwoorde_vraag(mensen.volkel, mensen.fenna, dagen_geleden=30)
    client.post(f"/vraag/{vraag.code}/geholpen/", {"geholpen": "nee"})
    vraag.refresh_from_db()
    assert vraag.is_open
    assert not vraag.is_te_laat()
    assert "nog niet geholpen" in lees(client, vraag)


def test_a_closed_question_opens_again_with_a_reaction(client: Client, mensen: Mensen) -> None:
    vraag = een_beantwoorde_vraag(mensen.volkel, mensen.fenna)
    handelingen.geholpen(vraag)
    client.post(f"/vraag/{vraag.code}/reactie/", {"tekst": "Toch niet."})
    vraag.refresh_from_db()
    assert (vraag.is_open, vraag.gesloten_op) == (True, None)


def test_not_yet_says_nothing_new_about_a_question_that_is_open(
    client: Client, mensen: Mensen
) -> None:
    vraag = een_vraag(mensen.volkel)
    client.post(f"/vraag/{vraag.code}/geholpen/", {"geholpen": "nee"})
    assert vraag.gebeurtenissen.count() == 1


def test_danger_in_a_reaction_makes_it_urgent(client: Client, mensen: Mensen) -> None:
    Crisiswoord.objects.get_or_create(soort="zelfdoding", zin="niet meer leven")
    vraag = een_beantwoorde_vraag(mensen.volkel, mensen.fenna)
    client.post(f"/vraag/{vraag.code}/reactie/", {"tekst": "Ik wil niet meer leven."})
    assert Hulpvraag.objects.get().is_spoed
    assert 'href="tel:113"' in lees(client, vraag)


def test_saying_yes_and_no_in_turns_cannot_flood_a_team(
    client: Client, mensen: Mensen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "KEER", 2)
    vraag = een_beantwoorde_vraag(mensen.volkel, mensen.fenna)
    for _keer in range(5):
        client.post(f"/vraag/{vraag.code}/geholpen/", {"geholpen": "ja"})
        antwoord = client.post(f"/vraag/{vraag.code}/geholpen/", {"geholpen": "nee"})
    assert antwoord.status_code == 429
    assert "of bel" in antwoord.content.decode()
    assert Mail.objects.filter(onderwerp="Er is een reactie").count() == 2
    assert Hulpvraag.objects.get().is_gesloten


@pytest.mark.parametrize("pad", ["reactie", "geholpen"])
def test_nothing_changes_by_looking(client: Client, mensen: Mensen, pad: str) -> None:
    vraag = een_vraag(mensen.volkel)
    assert client.get(f"/vraag/{vraag.code}/{pad}/").status_code == 405
    assert client.post(f"/vraag/{FOUT}/{pad}/", {"tekst": "x"}).status_code == 404


def test_one_address_cannot_flood_a_question(client: Client, mensen: Mensen, monkeypatch) -> None:
    monkeypatch.setattr(views, "KEER", 1)
    vraag = een_vraag(mensen.volkel)
    client.post(f"/vraag/{vraag.code}/reactie/", {"tekst": "een"})
    antwoord = client.post(f"/vraag/{vraag.code}/reactie/", {"tekst": "twee"})
    assert antwoord.status_code == 429
    assert "twee" in antwoord.content.decode()
