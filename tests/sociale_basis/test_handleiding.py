"""The handbook: a short chapter per task, for staff, that reads well without pictures (H1)."""

import re

import pytest

from sociale_basis.demo.gebruikers import maak_logins
from sociale_basis.handleiding import lezen
from sociale_basis.handleiding.lezen import hoofdstukken
from sociale_basis.kern.leesbaarheid import flesch_douma, lees

HOOFDSTUKKEN = pytest.mark.parametrize("deel", hoofdstukken(), ids=lambda deel: deel.slug)


@pytest.fixture
def redacteur(client, db):
    client.force_login(maak_logins()["redacteur"])
    return client


@HOOFDSTUKKEN
def test_every_chapter_opens_and_has_one_heading(redacteur, deel):
    html = redacteur.get(f"/beheer/handleiding/{deel.slug}/").content.decode()
    assert html.count("<h1") == 1
    assert deel.titel in html


def test_the_first_page_names_every_chapter(redacteur):
    html = redacteur.get("/beheer/handleiding/").content.decode()
    for deel in hoofdstukken():
        assert deel.titel in html
        assert f"/beheer/handleiding/{deel.slug}/" in html


@HOOFDSTUKKEN
def test_every_chapter_is_short_and_keeps_its_own_rules(deel):
    tekst = re.sub(r"[#*`>“”]|!\[.*?\]\(.*?\)", "", deel.tekst)
    assert len(tekst.split()) < 220
    assert flesch_douma(tekst) > 60
    assert [tip for tip in lees(tekst).tips if tip.startswith("Lange zin")] == []


def test_a_chapter_that_does_not_exist_is_not_found(redacteur):
    assert redacteur.get("/beheer/handleiding/bestaat-niet/").status_code == 404


@pytest.mark.django_db
def test_the_handbook_is_for_staff(client):
    for adres in ("/beheer/handleiding/", "/beheer/handleiding/tien-minuten/"):
        assert client.get(adres)["Location"].startswith("/beheer/login/")


def test_a_picture_that_was_not_made_leaves_no_hole(monkeypatch):
    monkeypatch.setattr(lezen.finders, "find", lambda pad: None)
    assert not any("![" in deel.met_beelden for deel in hoofdstukken())


def test_a_picture_that_was_made_stands_in_the_text(monkeypatch):
    monkeypatch.setattr(lezen.finders, "find", lambda pad: f"/x/{pad}")
    assert "(/static/gebouwd/handleiding/start.png)" in hoofdstukken()[0].met_beelden


def test_the_command_makes_every_picture_that_a_chapter_asks_for():
    from sociale_basis.management.commands import handleiding_beelden

    bron = handleiding_beelden._beelden.__code__.co_consts
    assert lezen.beelden() <= {naam for deel in bron for naam in _namen(deel)}


def _namen(deel: object) -> tuple[str, ...]:
    return deel if isinstance(deel, tuple) else (deel,) if isinstance(deel, str) else ()


def test_the_list_of_chapters_shows_no_marks_of_the_text_it_was_written_in(redacteur):
    assert "**" not in redacteur.get("/beheer/handleiding/").content.decode()
