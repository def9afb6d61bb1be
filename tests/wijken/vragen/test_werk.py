"""The list of a colleague, and one question from taking it to closing it (L5)."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.fabriek import een_thema
from wijken.geadresseerden import zoek_geadresseerde
from wijken.models import Gebeurtenis, Hulpvraag
from wijken.vragen import handelingen

from .mensen import (
    ANTWOORD,
    VRAAG,
    Mensen,
    een_beantwoorde_vraag,
    een_fatima,
    een_vraag,
    ingelogd,
    met_spatie,
    stuur,
)

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L5")]


@pytest.fixture
def fenna(mensen: Mensen) -> Client:
    return ingelogd(mensen.fenna)


def lijst(client: Client, naam: str = "") -> list[Hulpvraag]:
    antwoord = client.get("/werk/vragen/", {"lijst": naam} if naam else {})
    return list(antwoord.context["bladzijde"])


# --- the list ------------------------------------------------------------------------------


def test_each_question_stands_in_one_list(fenna: Client, mensen: Mensen) -> None:
    nieuw, mijn, haar = (een_vraag(mensen.volkel, tekst) for tekst in ("a", "b", "c"))
    handelingen.pak_op(mijn, mensen.fenna.gebruiker)
    handelingen.pak_op(haar, mensen.bas.gebruiker)
    wacht = een_beantwoorde_vraag(mensen.volkel, mensen.fenna, tekst="d")
    af = een_beantwoorde_vraag(mensen.volkel, mensen.fenna, tekst="e")
    handelingen.geholpen(af)
    namen = ("nieuw", "mijn", "collega", "wacht", "afgerond")
    assert [lijst(fenna, naam) for naam in namen] == [[nieuw], [mijn], [haar], [wacht], [af]]


def test_the_list_opens_where_something_is_to_be_done(fenna: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    assert lijst(fenna) == [vraag]
    handelingen.pak_op(vraag, mensen.fenna.gebruiker)
    assert lijst(fenna) == [vraag]
    assert lijst(fenna, "bestaat-niet") == [vraag]


def test_danger_comes_first_and_then_what_is_due_first(fenna: Client, mensen: Mensen) -> None:
    later, eerder, gevaar = (
        een_vraag(mensen.volkel, tekst, dagen_geleden=dagen)
        for tekst, dagen in (("a", 1), ("b", 9), ("c", 0))
    )
    Hulpvraag.objects.filter(pk=gevaar.pk).update(crisis="geweld")
    assert lijst(fenna, "nieuw") == [gevaar, eerder, later]


@pytest.mark.eis("V7")
def test_no_word_of_a_question_stands_in_the_list(fenna: Client, mensen: Mensen) -> None:
    een_vraag(mensen.volkel, naam="Annie", telefoon="+31612345678", weg="telefoon")
    html = fenna.get("/werk/vragen/").content.decode()
    assert "Vraag uit Volkel" in html
    for geheim in ("videobellen", "Annie", "12345678"):
        assert geheim not in html


def test_the_menu_counts_what_can_be_done_now(fenna: Client, mensen: Mensen) -> None:
    een_vraag(mensen.volkel, "a")
    een_vraag(mensen.reek, "b")
    handelingen.pak_op(een_vraag(mensen.volkel, "c"), mensen.bas.gebruiker)
    assert '<span class="kop__teller">1</span>' in fenna.get("/werk/vragen/").content.decode()


def test_late_and_soon_are_said_in_words(fenna: Client, mensen: Mensen) -> None:
    een_vraag(mensen.volkel, "a", dagen_geleden=20)
    een_vraag(mensen.volkel, "b")
    html = fenna.get("/werk/vragen/").content.decode()
    assert "Te laat, was" in html
    assert "Uiterlijk" in html


def test_an_empty_list_is_good_news(fenna: Client) -> None:
    assert "geen nieuwe vragen" in fenna.get("/werk/vragen/").content.decode()


@pytest.mark.parametrize("adres", ["/werk/vragen/", "/werk/vragen/op-tijd/", "vraag"])
def test_a_page_costs_the_same_with_many_rows(mensen: Mensen, adres: str) -> None:
    client = ingelogd(mensen.bas)

    def queries() -> int:
        vraag = een_vraag(mensen.volkel, f"vraag {Hulpvraag.objects.count()}")
        pad = vraag.werkpad if adres == "vraag" else adres
        client.get(pad)
        with CaptureQueriesContext(connection) as gevraagd:
            client.get(pad)
        return len(gevraagd)

    eerst = queries()
    for nummer in range(12):
        handelingen.pak_op(een_vraag(mensen.volkel, f"x{nummer}"), mensen.fenna.gebruiker)
    assert queries() == eerst
    assert eerst <= 20


# --- one question --------------------------------------------------------------------------


def test_reading_is_noted_once_an_hour_for_each_reader(fenna: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    for _keer in range(3):
        assert VRAAG in fenna.get(vraag.werkpad).content.decode()
    ingelogd(mensen.bas).get(vraag.werkpad)
    lezers = vraag.gebeurtenissen.filter(soort="gelezen").values_list("naam", flat=True)
    assert sorted(lezers) == ["Bas", "Fenna"]


def test_the_team_sees_who_read_and_did_what(fenna: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    handelingen.gelezen(vraag, mensen.bas.gebruiker)
    handelingen.pak_op(vraag, mensen.bas.gebruiker)
    html = met_spatie(fenna.get(vraag.werkpad).content.decode())
    assert "Gelezen door Bas" in html
    assert "Opgepakt door Bas" in html


def test_taking_answering_and_closing(fenna: Client, mensen: Mensen) -> None:
    thema = een_thema("Computer")
    vraag = een_vraag(mensen.volkel)
    stuur(fenna, vraag, "oppakken")
    vraag.refresh_from_db()
    assert (vraag.behandelaar, vraag.stand) == (mensen.fenna.gebruiker, "in_behandeling")
    antwoord = stuur(fenna, vraag, "antwoord", tekst=ANTWOORD, thema=str(thema.pk))
    assert antwoord["Location"] == vraag.werkpad
    vraag.refresh_from_db()
    assert (vraag.stand, vraag.op_tijd, vraag.thema) == ("beantwoord", True, thema)
    assert vraag.berichten.get().naam == "Fenna"
    stuur(fenna, vraag, "afronden", tekst="We spraken elkaar.")
    vraag.refresh_from_db()
    assert vraag.is_gesloten
    assert vraag.thema == thema


def test_answering_without_taking_first_takes_it_too(fenna: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    stuur(fenna, vraag, "antwoord", tekst=ANTWOORD)
    vraag.refresh_from_db()
    assert vraag.behandelaar == mensen.fenna.gebruiker


def test_the_first_answer_decides_whether_it_was_in_time(fenna: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel, dagen_geleden=20)
    stuur(fenna, vraag, "antwoord", tekst=ANTWOORD)
    vraag.refresh_from_db()
    eerst = vraag.beantwoord_op
    assert vraag.op_tijd is False
    assert vraag.werkdagen > 10
    handelingen.reageer(vraag, "En nu?")
    stuur(fenna, vraag, "antwoord", tekst="Nu dit.")
    vraag.refresh_from_db()
    assert (vraag.op_tijd, vraag.beantwoord_op) == (False, eerst)


@pytest.mark.parametrize(
    ("wat", "melding"),
    [("antwoord", "Schrijf eerst een antwoord"), ("afronden", "waarom u de vraag afrondt")],
)
def test_without_words_nothing_is_sent(
    fenna: Client, mensen: Mensen, wat: str, melding: str
) -> None:
    vraag = een_vraag(mensen.volkel)
    antwoord = stuur(fenna, vraag, wat, tekst="")
    assert antwoord.status_code == 200
    assert melding in antwoord.content.decode()
    vraag.refresh_from_db()
    assert vraag.stand == "ontvangen"


def test_a_question_by_phone_can_be_called_with_one_tap(fenna: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel, weg="telefoon", telefoon="+31612345678", naam="Annie")
    html = met_spatie(fenna.get(vraag.werkpad).content.decode())
    assert 'href="tel:+31612345678"' in html
    assert "Annie vroeg" in html
    assert "schrijf daarna hier kort op wat u vertelde" in html


def test_danger_is_shown_on_top_with_advice(fenna: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    Hulpvraag.objects.update(crisis="geweld")
    html = fenna.get(vraag.werkpad).content.decode()
    assert html.index("kan over gevaar gaan") < html.index(VRAAG)
    assert 'href="tel:08002000"' in html


# --- handing over --------------------------------------------------------------------------


def test_a_colleague_gets_a_question_with_the_reason(fenna: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    stuur(fenna, vraag, "doorgeven", naar=f"lid-{mensen.bas.pk}", tekst="Bas weet dit.")
    vraag.refresh_from_db()
    assert (vraag.team, vraag.behandelaar) == (mensen.volkel, mensen.bas.gebruiker)
    regel = vraag.gebeurtenissen.get(soort="doorgegeven")
    assert (regel.naam, regel.wat) == ("Fenna", "Naar Bas. Bas weet dit.")


def test_another_team_gets_it_whole_and_the_giver_sees_it_no_longer(
    fenna: Client, mensen: Mensen
) -> None:
    vraag = een_vraag(mensen.volkel)
    antwoord = stuur(fenna, vraag, "doorgeven", naar=f"team-{mensen.reek.pk}", tekst="Woont daar.")
    assert antwoord["Location"] == "/werk/vragen/"
    vraag.refresh_from_db()
    assert (vraag.team, vraag.behandelaar, vraag.stand) == (mensen.reek, None, "ontvangen")
    assert fenna.get(vraag.werkpad).status_code == 404


def test_nobody_gives_a_question_to_where_it_already_is(fenna: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    keuzes = fenna.get(vraag.werkpad).context["formulieren"]["doorgeven"].fields["naar"].choices
    namen = [naam for _groep, rijen in keuzes[1:] for _sleutel, naam in rijen]
    assert "Het team van Volkel" not in namen
    assert not any("Fenna" in naam for naam in namen)
    assert any("Bas" in naam for naam in namen)
    assert "Het team van Zeeland" not in namen  # nobody there can log in


@pytest.mark.parametrize("naar", ["", "team-999999", "lid-1x"])
def test_a_reason_and_a_real_destination_are_needed(
    fenna: Client, mensen: Mensen, naar: str
) -> None:
    vraag = een_vraag(mensen.volkel)
    antwoord = stuur(fenna, vraag, "doorgeven", naar=naar, tekst="Daarom.")
    assert antwoord.status_code == 200
    assert "Daarom." in antwoord.content.decode()
    assert not Gebeurtenis.objects.filter(soort="doorgegeven").exists()


@pytest.mark.eis("H6")
def test_who_is_asked_by_name_answers_under_that_name(
    mensen: Mensen, monkeypatch: pytest.MonkeyPatch
) -> None:
    fatima = een_fatima(monkeypatch, mensen.volkel)
    User.objects.filter(pk=fatima.pk).update(first_name="Geheim", last_name="Achternaam")
    vraag = een_vraag(mensen.volkel, aan=zoek_geadresseerde("fatima"), slug="fatima")
    stuur(ingelogd(fatima), vraag, "antwoord", tekst=ANTWOORD)
    assert vraag.berichten.get().naam == "Fatima"
    html = Client().get(f"/vraag/{vraag.code}/").content.decode()
    assert "Antwoord van Fatima" in html
    assert "Achternaam" not in html


# --- how it goes ---------------------------------------------------------------------------


def test_the_verbinder_sees_how_the_own_wijk_does(mensen: Mensen) -> None:
    een_vraag(mensen.volkel, "a", dagen_geleden=20)
    een_beantwoorde_vraag(mensen.volkel, mensen.fenna, tekst="b")
    een_vraag(mensen.reek, "c")
    rijen = ingelogd(mensen.bas).get("/werk/vragen/op-tijd/").context["rijen"]
    cijfers: Any = [(str(rij[0]), rij[1], rij[2], rij[3].op_tijd, rij[3].totaal) for rij in rijen]
    assert cijfers == [("Volkel", 1, 1, 1, 2)]
    alles = ingelogd(mensen.gerda).get("/werk/vragen/op-tijd/").context["rijen"]
    assert [str(rij[0]) for rij in alles] == ["Reek", "Volkel"]


# --- a question that was closed ------------------------------------------------------------


@pytest.mark.parametrize(
    ("wat", "velden", "stand"),
    [
        ("oppakken", {}, "in_behandeling"),
        ("antwoord", {"tekst": "Nog een tip."}, "beantwoord"),
        ("doorgeven", {"naar": "team", "tekst": "Rik weet dit."}, "ontvangen"),
    ],
)
def test_what_a_colleague_does_opens_a_closed_question_again(
    mensen: Mensen, wat: str, velden: dict[str, str], stand: str
) -> None:
    vraag = een_beantwoorde_vraag(mensen.volkel, mensen.fenna)
    handelingen.geholpen(vraag)
    velden = {naam: w.replace("team", f"team-{mensen.reek.pk}") for naam, w in velden.items()}
    assert stuur(ingelogd(mensen.fenna), vraag, wat, **velden).status_code == 302
    vraag.refresh_from_db()
    assert (vraag.stand, vraag.gesloten_op) == (stand, None)
