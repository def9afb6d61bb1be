"""Words that lead somewhere the public may go: no other word may be suggested or corrected to."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sociale_basis.kern.models import Synoniem
from sociale_basis.kern.zoeken.kennis import huidige_stand, kennis
from sociale_basis.kern.zoeken.stand import stand
from sociale_basis.kern.zoeken.voorstellen import dichtstbij, stel_voor
from sociale_basis.kern.zoeken.vraag import lees
from sociale_basis.kern.zoeken.zichtbaar import met_zichtbaar_resultaat
from tests.fabriek import een_voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorzieningen")]


def leidt_ergens(*woorden: str) -> list[str]:
    return met_zichtbaar_resultaat(list(woorden), kennis(), stand(huidige_stand()))


def te_proberen(tekst: str) -> list[str]:
    weet = kennis()
    return dichtstbij(lees(tekst, weet), weet, stand(huidige_stand()))


@pytest.fixture(autouse=True)
def aanbod(voorzieningen: None) -> None:
    een_voorziening("Xylofoonles", beschrijving="Voor iedere zwatelaar.")
    een_voorziening("Kwibuskring", publicatie="concept")


class TestZichtbaar:
    def test_a_word_of_a_visible_text_does_and_of_a_hidden_one_does_not(self) -> None:
        assert leidt_ergens("xylofoonles", "kwibuskring", "zwatelaars") == [
            "xylofoonles", "zwatelaars",
        ]  # fmt: skip

    def test_the_order_is_kept(self) -> None:
        assert leidt_ergens("zwatelaar", "xylofoonles") == ["zwatelaar", "xylofoonles"]

    @pytest.mark.parametrize(("sterkte", "ergens"), [(75, True), (55, True), (35, False)])
    def test_a_word_that_stands_for_it_well_enough_does(self, sterkte: int, ergens: bool) -> None:
        Synoniem.objects.create(woorden="plinkplonk", betekenis="xylofoonles", sterkte=sterkte)
        assert bool(leidt_ergens("plinkplonk")) == ergens

    def test_two_queries_for_any_number_of_words(self) -> None:
        weet, staat = kennis(), stand(huidige_stand())
        with CaptureQueriesContext(connection) as queries:
            met_zichtbaar_resultaat(["xylofoonles", "zwatelaar", "iets", "anders"], weet, staat)
        assert len(queries) <= 2


class TestDichtstbij:
    def test_what_a_word_may_stand_for_as_staff_wrote_it(self) -> None:
        Synoniem.objects.create(woorden="plinkplonk", betekenis="Xylofoonles", sterkte=75)
        assert te_proberen("plinkplonk") == ["Xylofoonles"]

    def test_what_looks_like_it(self) -> None:
        assert te_proberen("xylofoonfles") == ["xylofoonles"]

    def test_nothing_hidden_and_nothing_for_nothing(self) -> None:
        assert te_proberen("kwibuskrang") == []
        assert te_proberen("") == te_proberen("de het een") == []

    def test_at_most_four(self) -> None:
        for nummer in "abcdefg":
            een_voorziening(f"Xylofoonles{nummer}")
        assert len(te_proberen("xylofoonlesq")) <= 4


class TestVoorstellen:
    def test_everyday_words_go_before_titles(self) -> None:
        Synoniem.objects.create(woorden="xylo", betekenis="zwatelaar", sterkte=75)
        assert stel_voor("xyl") == ["xylo", "Xylofoonles"]

    def test_the_same_words_are_said_once(self) -> None:
        een_voorziening("XYLOFOONLES")
        assert len(stel_voor("xylofoon")) == 1

    def test_a_word_inside_a_word_is_no_beginning(self) -> None:
        assert stel_voor("foonles") == []

    def test_a_very_long_beginning_costs_no_error(self) -> None:
        assert stel_voor("x" * 5_000) == []

    def test_no_more_than_four_queries(self) -> None:
        stel_voor("xylo")
        with CaptureQueriesContext(connection) as queries:
            stel_voor("xylo")
        assert len(queries) <= 4
