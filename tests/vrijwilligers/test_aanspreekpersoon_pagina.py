"""The page of a familiar face, and the first thing on the page of a wijk (H6, V9, H11)."""

import pytest
from django.test import Client

from tests.fabriek import een_plek, een_thema, een_wijk
from tests.hulp.html import Lezer
from vrijwilligers.models import Aanspreekpersoon
from wijken.models import Gebied

from .mensen import een_aanspreekpersoon, een_taal

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H6")]


@pytest.fixture
def volkel() -> Gebied:
    return een_wijk("Volkel", contact_naam="Team Volkel", contact_telefoon="085 000 1111")


def pagina(ding: Aanspreekpersoon | Gebied) -> str:
    antwoord = Client().get(ding.get_absolute_url())
    assert antwoord.status_code == 200
    return antwoord.content.decode()


# --- the own page --------------------------------------------------------------------------------


def test_it_says_who_this_is_for_what_where_and_in_which_languages(volkel):
    html = pagina(
        een_aanspreekpersoon(
            over="Ik woon hier al lang.",
            talen=[een_taal("Turks")],
            themas=[een_thema("Geld")],
            loop_binnen_bij=een_plek("De Zwaan"),
            loop_binnen_wanneer="dinsdag van 10 tot 12 uur",
        )
    )
    for tekst in (
        "Fatima", "Volkel", "Brieven lezen", "Ik woon hier al lang", "Turks", "Geld",
        "De Zwaan", "dinsdag van 10 tot 12 uur",
    ):  # fmt: skip
        assert tekst in html


def test_the_one_thing_to_do_is_to_ask_through_the_portal(volkel):
    fatima = een_aanspreekpersoon(telefoon="085 000 7788")
    html = pagina(fatima)
    assert "Stel Fatima een vraag" in html
    assert f"/vraag/?aan={fatima.slug}" in Lezer(html).links
    assert "7788" not in html
    assert "prive@" not in html


def test_the_own_number_is_there_only_by_explicit_consent(volkel):
    html = pagina(een_aanspreekpersoon(telefoon="085 000 7788", toestemming_nummer=True))
    assert "tel:+31850007788" in Lezer(html).links


@pytest.mark.eis("H11")
def test_it_says_that_this_is_no_care(volkel):
    assert "Zorg geven hoort daar niet bij" in pagina(een_aanspreekpersoon())


@pytest.mark.eis("V9")
def test_full_is_said_kindly_with_who_else_there_is(volkel):
    een_aanspreekpersoon("Fatima")
    een_aanspreekpersoon("Ook vol", stand="vol")
    een_aanspreekpersoon("Marijke", volkel.ouder)
    vol = een_aanspreekpersoon("Wim", stand="vol")
    html = pagina(vol)
    assert "Wim heeft het nu druk" in html
    assert "Fatima" in html
    assert "Ook vol" not in html
    assert vol.slug not in "".join(link for link in Lezer(html).links if "vraag" in link)
    assert "tel:+31850001111" in Lezer(html).links


@pytest.mark.eis("V9")
def test_full_and_alone_still_gives_the_number_of_the_team(volkel):
    html = pagina(een_aanspreekpersoon("Wim", stand="vol"))
    assert "Bij hen kunt u wel terecht" not in html
    assert "tel:+31850001111" in Lezer(html).links


def test_a_full_page_in_few_queries(volkel, django_assert_max_num_queries):
    for nummer in range(5):
        een_aanspreekpersoon(f"Naam {nummer}", talen=[een_taal()], themas=[een_thema()])
    vol = een_aanspreekpersoon("Wim", stand="vol")
    with django_assert_max_num_queries(7):
        pagina(vol)


# --- who is not here -----------------------------------------------------------------------------


def test_who_paused_or_stopped_has_a_page_that_helps_on_in_the_same_wijk(volkel, client):
    een_aanspreekpersoon("Ineke")
    weg = een_aanspreekpersoon("Fatima", stand="pauze")
    for status, woorden in ((404, "is er nu niet"), (410, "is gestopt")):
        antwoord = client.get(weg.get_absolute_url())
        html = antwoord.content.decode()
        assert antwoord.status_code == status
        assert woorden in html
        assert "Stel Ineke een vraag" in html
        assert "tel:+31850001111" in Lezer(html).links
        assert "Fatima" not in html
        weg.stop()


def test_the_reason_that_staff_wrote_is_not_for_visitors(volkel, client):
    weg = een_aanspreekpersoon("Fatima")
    weg.archiveer("Fatima is ziek geworden.")
    assert "ziek" not in client.get(weg.get_absolute_url()).content.decode()


@pytest.mark.parametrize("adres", ["/aanspreekpersoon/xxxxxx/", "/aanspreekpersoon/fatima/"])
def test_an_address_that_never_was_is_a_404(volkel, client, adres):
    assert client.get(adres).status_code == 404


# --- the first thing on the page of a wijk ---------------------------------------------------


def test_the_first_thing_on_a_wijk_page_is_a_face(volkel):
    een_aanspreekpersoon("Fatima")
    html = pagina(volkel)
    assert "Uw aanspreekpersoon in Volkel" in html
    assert html.index("Stel Fatima een vraag") < html.index("Wie kunt u bellen?")


def test_more_than_one_is_called_so_and_who_is_full_has_no_button(volkel):
    een_aanspreekpersoon("Fatima")
    een_aanspreekpersoon("Wim", stand="vol")
    html = pagina(volkel)
    assert "Uw aanspreekpersonen in Volkel" in html
    assert "Zit nu vol" in html
    assert "Stel Wim een vraag" not in html


def test_a_wijk_without_one_says_how_to_become_it_and_who_is_nearest(volkel):
    een_aanspreekpersoon("Marijke", volkel.ouder)
    html = pagina(volkel)
    assert "Volkel heeft nog geen eigen aanspreekpersoon" in html
    assert "Marijke" in html
    assert "Word de aanspreekpersoon van Volkel" in html
    assert html.index("tel:+31850001111") < html.index("Wie kunt u bellen?")


def test_a_wijk_with_nobody_far_and_wide_still_asks_for_one(volkel):
    html = pagina(volkel)
    assert "Volkel heeft nog geen aanspreekpersoon" in html
    assert "Word de aanspreekpersoon van Volkel" in html


def test_stadsdeel_and_municipality_name_those_of_their_wijken(volkel):
    een_aanspreekpersoon("Fatima")
    html = pagina(volkel.ouder)
    assert "Of dichter bij u" in html
    assert "Fatima" in html


def test_the_block_is_one_query(volkel, django_assert_num_queries):
    from vrijwilligers.uitgangen import op_de_wijkpagina

    een_aanspreekpersoon("Fatima", talen=[een_taal()])
    volkel.keten()
    with django_assert_num_queries(1):
        op_de_wijkpagina(volkel)
