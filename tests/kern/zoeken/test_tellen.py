"""A visitor's words are nobody's business (DESIGN "Search"): what is counted, and what never."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sociale_basis.kern.models import Synoniem, Zoekterm
from sociale_basis.kern.zoeken.registratie import Herkend, registreer_herkenner
from sociale_basis.kern.zoeken.tellen import ruim_op, tel
from sociale_basis.kern.zoeken.woordenboek import is_er
from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import een_voorziening

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("voorzieningen"),
    pytest.mark.skipif(not is_er(), reason="the Dutch dictionary is not built"),
]
DAG = date(2026, 11, 22)


def geteld(soort: str = "niets") -> dict[str, int]:
    return dict(Zoekterm.objects.filter(soort=soort).values_list("woord", "aantal"))


def vraag(*vragen: str, op: date = DAG) -> None:
    for tekst in vragen:
        tel(zoek(tekst), op)


class TestWatGeteldWordt:
    def test_words_of_a_question_without_result_one_by_one(self) -> None:
        vraag("waar is de giraffe", "een giraffe en een olifant")
        assert geteld() == {"giraffe": 2, "olifant": 1}

    def test_each_word_once_per_question(self) -> None:
        vraag("giraffe giraffe Giraffe")
        assert geteld() == {"giraffe": 1}

    def test_a_row_holds_a_day_a_kind_a_word_and_a_number_and_nothing_else(self) -> None:
        """No time, no order, no question, nobody: words of one visitor cannot be put together."""
        assert {veld.name for veld in Zoekterm._meta.get_fields()} == {
            "id", "dag", "soort", "woord", "aantal",
        }  # fmt: skip

    def test_words_of_a_question_are_stored_in_order_of_the_alphabet(self) -> None:
        vraag("zebra olifant giraffe")
        assert list(Zoekterm.objects.order_by("pk").values_list("woord", flat=True)) == [
            "giraffe", "olifant", "zebra",
        ]  # fmt: skip

    def test_every_day_has_its_own_count(self) -> None:
        vraag("giraffe", op=date(2026, 11, 21))
        vraag("giraffe", "giraffe")
        assert list(Zoekterm.objects.order_by("dag").values_list("dag__day", "aantal")) == [
            (21, 1), (22, 2),
        ]  # fmt: skip

    def test_a_corrected_word_is_counted_as_it_was_meant(self) -> None:
        een_voorziening("Rollator")
        vraag("roltaor")
        assert (geteld("bedoelde"), geteld()) == ({"rollator": 1}, {})
        assert not Zoekterm.objects.filter(woord="roltaor").exists()

    def test_a_word_of_staff_counts_though_no_dictionary_has_it(self) -> None:
        Synoniem.objects.create(woorden="zwatelaar", betekenis="xylofoon")
        vraag("zwatelaar")
        assert geteld() == {"zwatelaar": 1}

    def test_without_a_day_it_is_today(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from django.utils import timezone

        monkeypatch.setattr(timezone, "localdate", lambda *args: DAG)
        tel(zoek("giraffe"))
        assert Zoekterm.objects.get().dag == DAG


class TestWatNooitGeteldWordt:
    @pytest.mark.parametrize(
        "tekst",
        [
            "0612345678",
            "06-12345678",
            "+31 6 12 34 56 78",
            "bsn 123456782",
            "jan.jansen@voorbeeld.nl",
            "5401AB 12",
            "kowalczykowska",
            "x7kl9",
            "NL91ABNA0417164300",
            "https://voorbeeld.nl/?naam=jan",
            "12-03-1961",
            "tuinstraat12",
            "jan1961",
            "jan/1961",
        ],
    )
    def test_what_may_be_somebody(self, tekst: str) -> None:
        vraag(tekst, f"giraffe {tekst}")
        woorden = geteld().keys() | geteld("bedoelde").keys()
        assert all(woord.isalpha() for woord in woorden)
        assert woorden <= {"giraffe", "bsn"}

    def test_anything_beside_an_e_mail_address(self) -> None:
        """Whoever types an address tells about somebody."""
        vraag("giraffe voor jan@voorbeeld.nl", "giraffe@ zebra")
        assert not Zoekterm.objects.exists()

    @pytest.mark.parametrize("tekst", ["", "   ", "de het een", "hulp", "😀", "?!", "\x00"])
    def test_nothing_general_words_and_signs(self, tekst: str) -> None:
        vraag(tekst)
        assert not Zoekterm.objects.exists()

    def test_a_question_that_found_something(self) -> None:
        een_voorziening("Koffieochtend")
        vraag("koffie")
        assert not Zoekterm.objects.exists()

    @pytest.mark.parametrize(
        "tekst", ["ik wil niet meer leven giraffe", "hij slaat mij met een giraffe"]
    )
    def test_anything_of_a_question_that_speaks_of_danger(self, tekst: str) -> None:
        vraag(tekst)
        assert not Zoekterm.objects.exists()

    def test_where_somebody_is(self) -> None:
        """A wijk or postcode is taken out of the question before it is read."""
        registreer_herkenner(lambda tekst: Herkend(tekst.replace("Volkel", "")))
        vraag("giraffe Volkel")
        assert geteld() == {"giraffe": 1}

    def test_the_sentence(self) -> None:
        vraag("mijn zoon heeft een giraffe getekend voor zijn zieke olifant")
        assert all(" " not in woord for woord in geteld())

    def test_searching_alone_writes_nothing(self) -> None:
        zoek("giraffe")
        assert not Zoekterm.objects.exists()


class TestBeheer:
    def tel_op(self, *rijen: Any) -> None:
        for dag, soort, woord, aantal in rijen:
            Zoekterm.objects.create(dag=dag, soort=soort, woord=woord, aantal=aantal)

    def test_staff_see_only_what_was_asked_three_times(self) -> None:
        self.tel_op(
            (date(2026, 11, 1), "niets", "giraffe", 2),
            (DAG, "niets", "giraffe", 1),
            (DAG, "niets", "zeldzaam", 2),
        )
        assert list(Zoekterm.objects.voor_beheer()) == [
            {"soort": "niets", "woord": "giraffe", "keren": 3}
        ]

    def test_the_two_kinds_are_not_added_up(self) -> None:
        self.tel_op((DAG, "niets", "giraffe", 2), (DAG, "bedoelde", "giraffe", 2))
        assert not Zoekterm.objects.voor_beheer()

    def test_the_most_asked_first_then_by_word(self) -> None:
        self.tel_op(
            (DAG, "niets", "zebra", 3), (DAG, "niets", "aap", 3), (DAG, "niets", "leeuw", 9)
        )
        woorden = [rij["woord"] for rij in Zoekterm.objects.voor_beheer()]
        assert woorden == ["leeuw", "aap", "zebra"]


class TestOpruimen:
    @pytest.mark.parametrize(
        ("dag", "blijft"),
        [(date(2025, 11, 21), False), (date(2025, 11, 22), True), (DAG, True)],
    )
    def test_counts_are_forgotten_after_a_year(self, dag: date, blijft: bool) -> None:
        Zoekterm.objects.create(dag=dag, soort="niets", woord="giraffe", aantal=9)
        assert ruim_op(DAG) == (0 if blijft else 1)
        assert Zoekterm.objects.exists() == blijft

    def test_nothing_old_is_nothing_to_do(self) -> None:
        assert ruim_op(DAG) == 0

    def test_the_nightly_job_needs_no_day(self) -> None:
        Zoekterm.objects.create(dag=date(2001, 1, 1), soort="niets", woord="oud", aantal=1)
        assert ruim_op() == 1


def test_counting_costs_a_few_queries_per_word() -> None:
    resultaat = zoek("giraffe en olifant")
    tel(resultaat, DAG)
    with CaptureQueriesContext(connection) as queries:
        tel(resultaat, DAG)
    assert len(queries) <= 8
