"""Suggestions while typing: visible titles, and everyday words that lead somewhere."""

import pytest

from sociale_basis.kern.models import Synoniem
from sociale_basis.kern.zoeken.voorstellen import stel_voor
from tests.fabriek import een_voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorzieningen")]


def test_titles_that_begin_so_go_before_titles_with_such_a_word() -> None:
    een_voorziening("Samen xylofoon spelen")
    een_voorziening("Xylofoonles")
    assert stel_voor("xylo") == ["Xylofoonles", "Samen xylofoon spelen"]


def test_accents_and_capitals_do_not_matter() -> None:
    een_voorziening("Één Xylofooncafé")
    assert stel_voor("EEN XYLOFOONCAFE") == ["Één Xylofooncafé"]


def test_an_everyday_word_is_suggested_only_when_it_leads_somewhere() -> None:
    Synoniem.objects.create(woorden="zwatelaar", betekenis="xylofoonles", sterkte=75)
    assert stel_voor("zwat") == []
    een_voorziening("Xylofoonles")
    assert stel_voor("zwat") == ["zwatelaar"]


@pytest.mark.parametrize("begin", ["", "x", "  ", "%", "_", "😀", "'"])
def test_too_little_to_go_on_gives_nothing(begin: str) -> None:
    een_voorziening("Xylofoonles")
    assert stel_voor(begin) == []


def test_at_most_eight() -> None:
    for nummer in range(20):
        een_voorziening(f"Xylofoon {nummer:02}")
    assert len(stel_voor("xylofoon")) == 8
