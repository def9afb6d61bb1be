"""Lists in the admin find entries as staff think: by what is wrong, theme, wijk and owner."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from tests.fabriek import (
    een_buurt,
    een_organisatie,
    een_plek,
    een_thema,
    een_voorziening,
    een_wijk,
)

pytestmark = pytest.mark.django_db

VOORZIENINGEN = "/beheer/voorzieningen/voorziening/"


@pytest.fixture
def anna(client):
    """A logged-in browser; ``anna.wie`` is the user."""
    client.wie = User.objects.create_superuser("anna", first_name="Anna", last_name="de Wit")
    client.force_login(client.wie)
    return client


def gevonden(client, vraag: str, lijst: str = VOORZIENINGEN) -> set[str]:
    """Names of the rows in the list for a query string."""
    antwoord = client.get(f"{lijst}?{vraag}")
    assert antwoord.status_code == 200
    return {str(rij) for rij in antwoord.context["cl"].result_list}


def test_by_theme_and_a_main_theme_covers_what_is_below_it(anna):
    geld = een_thema("Geld")
    een_voorziening("Schuldhulp", themas=[een_thema("Schulden", ouder=geld)])
    een_voorziening("Koffie", themas=[een_thema("Ontmoeten")])
    assert gevonden(anna, f"thema={geld.pk}") == {"Schuldhulp"}


def test_by_the_wijk_that_a_provision_is_for_or_the_whole_municipality(anna):
    volkel = een_wijk("Volkel")
    een_voorziening("In Volkel", hele_gemeente=False, gebieden=[volkel])
    een_voorziening("Overal")
    assert gevonden(anna, f"wijk={volkel.pk}") == {"In Volkel"}
    assert gevonden(anna, "wijk=alle") == {"Overal"}


def test_places_by_the_wijk_they_are_in(anna):
    volkel = een_wijk("Volkel")
    een_buurt("Kom Volkel", ouder=volkel)
    een_plek("In Volkel")
    een_plek("Elders", lat=52.0, lon=5.0)
    assert gevonden(anna, f"wijk={volkel.pk}", "/beheer/voorzieningen/locatie/") == {"In Volkel"}


def test_by_redacteur_mine_and_nobodys(anna):
    bram = User.objects.create_user("bram", is_staff=True)
    een_voorziening("Van Anna", redacteur=anna.wie)
    een_voorziening("Van Bram", redacteur=bram)
    een_voorziening("Van niemand")
    assert gevonden(anna, "redacteur=mij") == {"Van Anna"}
    assert gevonden(anna, "redacteur=niemand") == {"Van niemand"}
    assert gevonden(anna, f"redacteur={bram.pk}") == {"Van Bram"}


def test_by_a_part_of_the_name_of_the_organisation(anna):
    een_voorziening("Eettafel", verantwoordelijke=een_organisatie("Welzijn De Linde"))
    een_voorziening("Voetbal", verantwoordelijke=een_organisatie("Sportclub"))
    assert gevonden(anna, "organisatie=de+linde") == {"Eettafel"}


@pytest.mark.parametrize("vraag", ["linde", "eettafel", "samen+eten", "0850001111"])
def test_searching_looks_in_words_numbers_and_organisations(anna, vraag):
    een_voorziening(
        "Eettafel",
        woorden="samen eten",
        telefoon="+31850001111",
        verantwoordelijke=een_organisatie("Welzijn De Linde"),
    )
    een_voorziening("Voetbal", verantwoordelijke=een_organisatie("Sportclub"))
    assert gevonden(anna, f"q={vraag.removeprefix('0')}") == {"Eettafel"}


def test_filters_add_up_and_the_form_of_one_keeps_the_others(anna):
    een_voorziening("Van Anna", redacteur=anna.wie)
    html = anna.get(f"{VOORZIENINGEN}?redacteur=mij&q=anna").content.decode()
    assert html.count('<input type="hidden" name="q" value="anna">') >= 3
    assert html.count('<input type="hidden" name="redacteur" value="mij">') >= 2


@pytest.mark.parametrize(
    "vraag", ["thema=x", "wijk=-1", "redacteur=99999999999999", "organisatie=%25", "let_op=niets"]
)
def test_a_choice_that_does_not_exist_shows_everything(anna, vraag):
    een_voorziening("Eettafel")
    assert gevonden(anna, vraag) == {"Eettafel"}


def test_a_list_that_finds_nothing_shows_the_way_back(anna):
    html = anna.get(f"{VOORZIENINGEN}?q=bestaatniet").content.decode()
    assert "Niets gevonden dat hieraan voldoet." in html
    assert '<a href="?">Toon alles</a>' in html
    assert "Hier staat nog niets." in anna.get(VOORZIENINGEN).content.decode()


def test_the_list_says_until_when_an_entry_counts_as_checked(anna):
    een_voorziening("Oud", laatst_gecontroleerd=date(2020, 1, 1))
    een_voorziening("Nieuw")
    html = anna.get(VOORZIENINGEN).content.decode()
    assert "al lang te laat: 2-7-2020" in html
    assert "goed tot" in html


@pytest.mark.parametrize("model", ["organisatie", "locatie", "voorziening"])
def test_a_full_list_with_every_filter_chosen_asks_little(
    anna, model, django_assert_max_num_queries
):
    volkel, geld = een_wijk("Volkel"), een_thema("Geld")
    for nummer in range(60):
        samen = een_organisatie(f"O {nummer}", redacteur=anna.wie)
        een_plek(f"P {nummer}")
        een_voorziening(
            f"V {nummer}",
            verantwoordelijke=samen,
            redacteur=anna.wie,
            hele_gemeente=False,
            gebieden=[volkel],
        )
    alles = f"?thema={geld.pk}&wijk={volkel.pk}&redacteur=mij&organisatie=o&q=o"
    if model != "voorziening":
        alles = "?redacteur=mij&q=o"
    for vraag in ("", alles):
        with django_assert_max_num_queries(12):
            assert anna.get(f"/beheer/voorzieningen/{model}/{vraag}").status_code == 200
