"""The admin of activities: plain words for when, a sentence that follows, and one day off."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from tests.fabriek import een_activiteit, een_geheime_plek, een_plek
from tests.rollen import Toneel, een_medewerker, ingelogd, ingevuld
from voorzieningen.models import Activiteit, ActiviteitDag, Voorstel
from voorzieningen.openingstijden.woorden import dagen_in_woorden

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M11")]

LIJST = "/beheer/voorzieningen/activiteit/"
MORGEN = timezone.localdate() + timedelta(days=1)


@pytest.fixture
def beheer() -> Client:
    return ingelogd(User.objects.create_superuser("beheer"))


def adres(activiteit: Activiteit) -> str:
    return f"{LIJST}{activiteit.pk}/change/"


def bewaar(client: Client, activiteit: Activiteit, **anders):
    pad = adres(activiteit)
    return client.post(pad, ingevuld(client, pad, **anders))


def zin(client: Client, pad: str = f"{LIJST}zin/", **velden) -> str:
    standaard = {"begin_dag": "24-11-2026", "van": "10:00", "tot": "12:00", "herhaling": "week"}
    return client.post(pad, standaard | velden).content.decode()


def test_the_sentence_follows_what_is_typed(beheer):
    assert "Elke week op dinsdag van 10.00 tot 12.00 uur" in zin(beheer)
    assert "op dinsdag en donderdag" in zin(beheer, weekdagen=["1", "3"])
    assert "Elke vierde dinsdag van de maand" in zin(beheer, herhaling="maand")
    assert "Dinsdag 24 november" in zin(beheer, herhaling="een_keer")
    assert "niet op feestdagen" not in zin(beheer, ook_op_feestdagen="on")


def test_a_rhythm_that_cannot_be_says_why_at_once(beheer):
    tekst = zin(beheer, begin_dag="31-12-2026", herhaling="maand")
    assert "Niet elke maand heeft die dag vijf keer." in tekst


@pytest.mark.parametrize(
    "fout", [{"begin_dag": ""}, {"van": "x"}, {"tot": "x"}, {"weekdagen": ["9"]}]
)
def test_what_is_not_complete_yet_has_no_sentence(beheer, fout):
    assert "nog geen dag en tijd" in zin(beheer, **fout)


def test_the_sentence_is_for_who_may_write(beheer):
    activiteit = een_activiteit()
    assert "Elke week" in zin(beheer, f"{LIJST}{activiteit.pk}/zin/")
    lezer = ingelogd(een_medewerker("lezer"))
    for pad in (f"{LIJST}zin/", f"{LIJST}{activiteit.pk}/zin/"):
        assert lezer.post(pad).status_code == 403
    assert beheer.get(f"{LIJST}zin/").status_code == 405


def test_the_form_shows_the_sentence_of_what_was_saved(beheer):
    html = beheer.get(adres(een_activiteit())).content.decode()
    assert 'data-levend="../zin/"' in html
    assert "Elke week op" in html


def test_days_of_the_week_are_ticks_and_stay_ticked(beheer):
    activiteit = een_activiteit()
    bewaar(beheer, activiteit, weekdagen=["4", "0"])
    activiteit.refresh_from_db()
    assert activiteit.weekdagen == "04"
    assert beheer.get(adres(activiteit)).context["adminform"].form["weekdagen"].value() == [
        "0",
        "4",
    ]


def een_dag(**velden) -> dict[str, str]:
    """One row of the form for days that are not as planned."""
    rij = {f"dagen-0-{naam}": waarde for naam, waarde in velden.items()}
    return {"dagen-TOTAL_FORMS": "1", **rij}


def test_one_day_is_called_off_in_the_form(beheer):
    activiteit = een_activiteit()
    bewaar(beheer, activiteit, **een_dag(dag=MORGEN, afgelast="on", reden="De kok is ziek"))
    assert activiteit.momenten.get(stand="afgelast").reden == "De kok is ziek"


def test_a_day_on_which_it_is_not_is_told_beside_the_row(beheer):
    activiteit = een_activiteit()
    antwoord = bewaar(beheer, activiteit, **een_dag(dag=MORGEN + timedelta(days=1), afgelast="on"))
    assert "Op deze dag is deze activiteit niet." in antwoord.content.decode()
    assert not ActiviteitDag.objects.exists()


def test_the_day_is_held_against_the_rhythm_as_typed(beheer):
    activiteit, overmorgen = een_activiteit(), MORGEN + timedelta(days=1)
    bewaar(beheer, activiteit, herhaling="dag", **een_dag(dag=overmorgen, afgelast="on"))
    assert activiteit.momenten.get(stand="afgelast").dag == overmorgen


def test_for_nobody_it_is_not_published(beheer):
    activiteit = een_activiteit(hele_gemeente=False, locatie=een_plek())
    antwoord = bewaar(beheer, activiteit, locatie="")
    assert "Voor wie is dit?" in antwoord.content.decode()


def test_the_list_says_when_it_is_next_and_finds_what_is_wrong(beheer):
    een_activiteit()
    een_activiteit("Voorbij", begin_dag=date(2020, 1, 7), herhaling="een_keer")
    een_activiteit("Verstopt", locatie=een_geheime_plek())
    assert "morgen om 12.00 uur" in beheer.get(LIJST).content.decode()
    for gebrek, titel in (("voorbij", "Voorbij"), ("onzichtbaar", "Verstopt")):
        lijst = beheer.get(f"{LIJST}?let_op={gebrek}").context["cl"].result_list
        assert [str(rij) for rij in lijst] == [titel]


def test_the_preview_gives_nothing_confidential_away(beheer):
    activiteit = een_activiteit(locatie=een_geheime_plek(), publicatie="concept")
    html = beheer.get(f"{LIJST}{activiteit.pk}/voorbeeld/").content.decode()
    assert "Soep" in html
    assert "Geheimlaan" not in html
    assert "Opvanghuis" not in html


@pytest.mark.eis("V7")
def test_an_organisation_calls_a_day_off_by_a_proposal_that_reads_well():
    toneel = Toneel()
    activiteit = toneel.dingen["soep van De Linde"]
    organisatie = ingelogd(een_medewerker("organisatie-redacteur", toneel))
    weekdagen = sorted({MORGEN.weekday(), 3, 1})
    bewaar(
        organisatie, activiteit, weekdagen=[str(dag) for dag in weekdagen],
        **een_dag(dag=MORGEN, afgelast="on", reden="De kok is ziek"),
    )  # fmt: skip
    [voorstel] = Voorstel.objects.open().over(activiteit)
    woorden = {verschil.label: verschil.wordt for verschil in voorstel.verschillen()}
    assert woorden["Op deze dagen"] == dagen_in_woorden(weekdagen)
    assert "De kok is ziek" in woorden["Afgelaste en verzette dagen"]
    voorstel.neem_over(een_medewerker("redacteur"), ["dagen"])
    assert activiteit.momenten.get(stand="afgelast").dag == MORGEN


@pytest.mark.eis("V7")
def test_a_wijkredacteur_makes_one_for_the_own_wijk_at_once():
    toneel = Toneel()
    client = ingelogd(een_medewerker("wijkredacteur", toneel))
    gegevens = ingevuld(client, f"{LIJST}add/") | {
        "titel": "Dans", "kort": "Op een stoel.", "van": "10:00", "gebieden": [toneel.volkel.pk],
        "verantwoordelijke": toneel.ander.pk, "publicatie": "gepubliceerd",
    }  # fmt: skip
    client.post(f"{LIJST}add/", gegevens)
    assert Activiteit.objects.zichtbaar().filter(titel="Dans").exists()


def test_history_keeps_what_was_called_off(beheer):
    activiteit = een_activiteit()
    bewaar(beheer, activiteit, **een_dag(dag=MORGEN, afgelast="on", reden="De kok is ziek"))
    html = beheer.get(f"{LIJST}{activiteit.pk}/history/").content.decode()
    assert "De kok is ziek" in html
