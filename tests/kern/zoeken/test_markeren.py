"""Marking what was asked for; everything else is escaped."""

import pytest
from django.utils.safestring import SafeString

from sociale_basis.kern.models import Synoniem
from sociale_basis.kern.zoeken.kennis import kennis
from sociale_basis.kern.zoeken.markeren import markering
from sociale_basis.kern.zoeken.vraag import lees
from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import een_voorziening

pytestmark = pytest.mark.django_db


def markeer(tekst: str, vraag: str) -> SafeString:
    return markering(lees(vraag, kennis()))(tekst)


@pytest.mark.parametrize(
    ("tekst", "vraag", "verwacht"),
    [
        ("Hulp bij schulden.", "schuld", "Hulp bij <mark>schulden</mark>."),
        ("De koffieochtend", "koffie", "De <mark>koffieochtend</mark>"),
        ("Koffie, thee", "koffieochtend", "<mark>Koffie</mark>, thee"),
        ("Café Één", "cafe", "<mark>Café</mark> Één"),
        ("niets hiervan", "schulden", "niets hiervan"),
        ("de en het", "de", "de en het"),
        ("", "schulden", ""),
        ("Hulp!", "hulp", "<mark>Hulp</mark>!"),
        ("Hulp bij geld", "hulp bij schulden", "Hulp bij <mark>geld</mark>"),
    ],
)
def test_words_of_the_question_are_marked(tekst: str, vraag: str, verwacht: str) -> None:
    assert markeer(tekst, vraag) == verwacht


def test_what_a_word_stands_for_is_marked() -> None:
    Synoniem.objects.create(woorden="zwatelaar", betekenis="xylofoon", sterkte=75)
    assert markeer("Een xylofoon", "zwatelaar") == "Een <mark>xylofoon</mark>"


def test_html_in_texts_and_questions_is_escaped() -> None:
    gemarkeerd = markeer("<script>alert('schulden')</script> & meer", "<b>schulden</b>")
    assert isinstance(gemarkeerd, SafeString)
    assert gemarkeerd == (
        "&lt;script&gt;alert(&#x27;<mark>schulden</mark>&#x27;)&lt;/script&gt; &amp; meer"
    )


def test_a_misspelled_question_marks_what_was_meant(voorzieningen: None) -> None:
    een_voorziening("Zonnewijzerclub")
    gelezen = zoek("zonnewijserclub").gelezen
    assert gelezen is not None
    assert markering(gelezen)("De zonnewijzerclub") == "De <mark>zonnewijzerclub</mark>"


def test_the_right_word_is_marked_after_signs_that_fold_away() -> None:
    html = markeer("Cafe\u0301s, kof\u00adfie & thee", "koffie")
    assert html == "Cafe\u0301s, <mark>kof\u00adfie</mark> &amp; thee"


def test_one_sign_that_is_two_words_is_marked_once() -> None:
    assert markeer("½ euro", "1 2") == "<mark>½</mark> euro"
