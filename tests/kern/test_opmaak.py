"""Typed text becomes safe HTML with tappable numbers."""

import pytest

from sociale_basis.kern.opmaak import alineas, koppel, koppel_nummers, markdown


def test_empty_lines_make_paragraphs_and_single_ones_a_break():
    html = alineas("Kom gerust.\nDe koffie staat klaar.\n\nTot dan!")
    assert html.count("<p") == 2
    assert "Kom gerust.<br>De koffie staat klaar." in html


def test_lines_with_a_dash_make_a_list():
    html = alineas("Neem mee:\n- uw brief\n- uw paspoort")
    assert "<ul><li>uw brief</li><li>uw paspoort</li></ul>" in html
    assert "Neem mee:</p>" in html


@pytest.mark.parametrize("gevaar", ["<script>alert(1)</script>", '"><img src=x>', "a & b < c"])
def test_what_somebody_types_is_never_run(gevaar):
    assert "<script" not in alineas(gevaar)
    assert "<img" not in alineas(gevaar)
    assert "<script" not in markdown(gevaar)
    assert "<img" not in markdown(gevaar)


@pytest.mark.eis("H10")
@pytest.mark.parametrize(
    ("tekst", "adres"),
    [
        ("Bel 0413-281911 voor hulp", "tel:+31413281911"),
        ("Bel (eerst) 06 12345678.", "tel:+31612345678"),
        ("Gevaar? Bel 112!", "tel:112"),
        ("Veilig Thuis: 0800-2000", "tel:08002000"),
    ],
)
def test_a_phone_number_in_a_text_can_be_tapped(tekst, adres):
    assert f'href="{adres}"' in koppel_nummers(tekst)


@pytest.mark.eis("H10")
def test_a_phone_number_in_a_text_of_staff_can_be_tapped_too():
    assert '<strong><a class="nl-link" href="tel:112">112</a></strong>' in markdown("Bel **112**.")


def test_a_number_that_stands_in_a_link_already_is_left_alone():
    assert markdown("[Bel 112](tel:112)") == '<p><a href="tel:112">Bel 112</a></p>\n'


@pytest.mark.parametrize("tekst", ["In 2026 kwamen 1125 mensen", "Postcode 5401 AB", "1123 keer"])
def test_other_numbers_are_left_alone(tekst):
    assert koppel_nummers(tekst) == tekst


def test_a_web_address_becomes_a_link_without_the_full_stop_behind_it():
    html = koppel("Kijk op https://voorbeeld.nl/hulp?a=1&b=2.")
    assert 'href="https://voorbeeld.nl/hulp?a=1&amp;b=2"' in html
    assert html.endswith("</a>.")


def test_a_dangerous_address_is_no_link():
    assert "<a" not in koppel("javascript:alert(1)")
    assert "javascript:" not in markdown("[klik](javascript:alert(1))").replace(
        "[klik](javascript:", ""
    )


def test_markdown_headings_never_repeat_the_h1_of_the_page():
    assert "<h1" not in markdown("# Kop")
    assert "<h2>Kop</h2>" in markdown("# Kop")
