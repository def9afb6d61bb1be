"""The shared pieces of pages: what a person reads, taps and hears."""

import re
from dataclasses import dataclass

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory

from tests.hulp.html import Lezer


@dataclass
class Punt:
    naam: str = "Sociaal team"
    telefoon: str = "0850123456"
    email: str = "team@voorbeeld.nl"
    uren: str = "maandag tot en met vrijdag"


class Vraagformulier(forms.Form):
    postcode = forms.CharField(label="Uw postcode", help_text="Bijvoorbeeld 5401 AB")
    naam = forms.CharField(label="Uw naam", required=False)
    hoe = forms.ChoiceField(label="Hoe?", choices=[("t", "Telefoon")], widget=forms.RadioSelect)
    akkoord = forms.BooleanField(label="Ik ga akkoord")


def toon(sjabloon: str, pad: str = "/", **invoer: object) -> str:
    return render_to_string(sjabloon, invoer, request=RequestFactory().get(pad))


def woorden(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


# --- calling somebody ----------------------------------------------------------------------
@pytest.mark.eis("H10")
@pytest.mark.parametrize("knop", ["", "primary", "secondary"])
def test_a_phone_number_can_be_tapped_and_read(knop: str) -> None:
    html = toon("_telefoon.html", nummer="0850123456", label="Sociaal team", knop=knop)
    assert Lezer(html).links == ["tel:0850123456"]
    assert "085" in woorden(html)
    assert "Sociaal team" in woorden(html)


@pytest.mark.eis("H10")
def test_a_contact_shows_name_number_mail_and_hours() -> None:
    html = toon("_contact.html", punt=Punt())
    assert Lezer(html).links == ["tel:0850123456", "mailto:team@voorbeeld.nl"]
    assert "Sociaal team" in html
    assert "maandag tot en met vrijdag" in html


def test_a_long_mail_address_wraps_where_it_stays_readable() -> None:
    html = toon("_mail.html", adres="team@voorbeeld.nl")
    assert ">team@<wbr>voorbeeld<wbr>.nl</a>" in html


def test_what_somebody_typed_as_mail_address_is_never_run() -> None:
    assert "<script>" not in toon("_mail.html", adres="<script>@voorbeeld.nl")


def test_tiles_with_the_same_drawing_show_none() -> None:
    assert "<svg" in toon("_tegel.html", titel="Geld", url="/thema/geld/")
    assert "<svg" not in toon("_tegel.html", titel="Geld", url="/thema/geld/", zonder_icoon=True)


def test_a_contact_leaves_out_what_is_empty() -> None:
    html = toon("_contact.html", punt=Punt(telefoon="", email="", uren=""))
    assert Lezer(html).links == []
    assert woorden(html) == "Sociaal team"


@pytest.mark.eis("H10")
def test_nothing_found_ends_with_somebody_to_call() -> None:
    html = toon("_geen_resultaat.html", titel="We vonden niets", contact=Punt())
    assert "We vonden niets" in html
    assert "tel:0850123456" in Lezer(html).links


# --- finding the way -----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("nu", "verwacht"),
    [
        (1, "1 2 … 9 Volgende"),
        (2, "Vorige 1 2 3 … 9 Volgende"),
        (5, "Vorige 1 … 4 5 6 … 9 Volgende"),
        (8, "Vorige 1 … 7 8 9 Volgende"),
        (9, "Vorige 1 … 8 9"),
    ],
)
def test_paging_shows_the_ends_and_what_is_near(nu: int, verwacht: str) -> None:
    html = toon("_bladeren.html", page_obj=Paginator(range(90), 10).get_page(nu))
    assert woorden(html) == verwacht


def test_paging_marks_this_page_and_keeps_the_rest_of_the_question() -> None:
    pagina = Paginator(range(30), 10).get_page(2)
    html = toon("_bladeren.html", "/voorzieningen/?letter=B&page=2", page_obj=pagina)
    assert html.count('aria-current="page"') == 1
    assert Lezer(html).links[0] == "?letter=B&page=1"


def test_a_list_of_one_page_has_no_paging() -> None:
    assert woorden(toon("_bladeren.html", page_obj=Paginator(range(3), 10).get_page(1))) == ""


def test_only_letters_with_entries_are_links() -> None:
    html = toon("_letters.html", letters="ABC", gevuld={"A", "C"}, gekozen="C")
    assert Lezer(html).links == ["?", "?letter=A", "?letter=C"]
    assert re.search(r'letter=C" aria-current="true"', html)
    assert "<span>B</span>" in html


# --- messages -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("soort", "klasse"),
    [("info", "info"), ("success", "ok"), ("warning", "warning"), ("error", "error"), ("", "info")],
)
def test_a_message_looks_like_what_it_means(soort: str, klasse: str) -> None:
    html = toon("_melding.html", soort=soort, tekst="Let op")
    assert f"utrecht-alert--{klasse}" in html


def test_the_print_button_waits_for_its_script() -> None:
    assert re.search(r"<button[^>]*data-print hidden", toon("_print_knop.html"))


# --- forms ---------------------------------------------------------------------------------
def test_every_error_stands_on_top_with_a_link_to_its_field() -> None:
    html = toon("_foutenlijst.html", form=Vraagformulier({}))
    assert Lezer(html).links == ["#id_postcode", "#id_hoe_0", "#id_akkoord"]
    assert 'role="alert"' in html


def test_a_form_without_errors_has_no_summary() -> None:
    assert woorden(toon("_foutenlijst.html", form=Vraagformulier())) == ""


def test_the_error_of_a_field_stands_beside_it_and_is_tied_to_it() -> None:
    html = toon("_veld.html", veld=Vraagformulier({})["postcode"])
    assert 'id="id_postcode_error"' in html
    assert 'aria-describedby="id_postcode_helptext id_postcode_error"' in html
    assert 'aria-invalid="true"' in html


def test_only_what_may_stay_empty_says_so() -> None:
    form = Vraagformulier()
    assert "(niet verplicht)" in toon("_veld.html", veld=form["naam"])
    assert "(niet verplicht)" not in toon("_veld.html", veld=form["postcode"])


def test_a_group_of_choices_has_a_legend() -> None:
    html = toon("_veld.html", veld=Vraagformulier()["hoe"])
    assert re.search(r"<fieldset.*<legend[^>]*>Hoe\?", html, re.DOTALL)


def test_a_tick_box_comes_before_its_words() -> None:
    html = toon("_veld.html", veld=Vraagformulier()["akkoord"])
    assert html.index("<input") < html.index("Ik ga akkoord")
