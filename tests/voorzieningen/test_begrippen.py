"""Words of the glossary in texts link to their explanation, once per page (V4)."""

import pytest

from tests.fabriek import een_begrip, een_voorziening
from voorzieningen.begrippen import Begrippenlinks

ZORG = (["mantelzorg", "mantelzorger"], "/begrippen/#mantelzorg")
WMO = (["Wmo"], "/begrippen/#wmo")


def links(*woorden) -> Begrippenlinks:
    return Begrippenlinks.van(woorden)


@pytest.mark.eis("V4")
def test_a_word_links_the_first_time_only():
    html = links(ZORG)("Mantelzorg is zwaar. Geef mantelzorg dus hulp.")
    assert html.count("<a ") == 1
    assert html.startswith('<a class="nl-link begrip" href="/begrippen/#mantelzorg">Mantelzorg</a>')


@pytest.mark.eis("V4")
def test_another_form_of_the_word_counts_as_the_same_word():
    koppel = links(ZORG)
    assert "<a " in koppel("Bent u mantelzorger?")
    assert "<a " not in koppel("Mantelzorg telt.")


@pytest.mark.parametrize("tekst", ["mantelzorgwoning", "de Wmo-consulent", "ex-mantelzorger"])
def test_a_part_of_a_longer_word_is_no_link(tekst):
    assert links(ZORG, WMO)(tekst) == tekst


def test_the_longest_word_wins():
    kort = (["voorziening"], "/begrippen/#voorziening")
    lang = (["algemene voorziening"], "/begrippen/#algemene-voorziening")
    html = links(kort, lang)("Dit is een algemene voorziening.")
    assert "#algemene-voorziening" in html
    assert html.count("<a ") == 1


def test_odd_signs_in_words_and_texts_stay_what_they_are():
    raar = (["C++ (cursus)"], "/begrippen/#c")
    html = links(raar)("<b>Volg</b> C++ (cursus) & meer")
    assert "&lt;b&gt;" in html
    assert "&amp; meer" in html


def test_without_a_glossary_a_text_is_just_escaped():
    assert links()("a < b") == "a &lt; b"


@pytest.mark.eis("V4")
@pytest.mark.django_db
def test_once_per_page_counts_over_all_texts_on_it(client):
    een_begrip("Mantelzorg")
    een_voorziening("Adempauze", beschrijving="Voor mantelzorg.", zo_begint_u="Bel de mantelzorg.")
    html = client.get("/voorziening/adempauze/").content.decode()
    assert html.count('href="/begrippen/#mantelzorg"') == 1


@pytest.mark.eis("V4")
@pytest.mark.django_db
def test_the_glossary_explains_each_word_where_links_point(client):
    een_begrip("Mantelzorg", uitleg="Zorg voor een naaste.")
    html = client.get("/begrippen/").content.decode()
    assert 'id="mantelzorg"' in html
    assert "Zorg voor een naaste." in html
