"""The order of a page: by relevance, taking turns, by distance, by name."""

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_basis.kern.models import Document
from sociale_basis.kern.zoeken import volgorde
from sociale_basis.kern.zoeken.register import Register
from sociale_basis.kern.zoeken.treffers import Treffers
from sociale_basis.kern.zoeken.verzameling import bits, nummers
from sociale_basis.kern.zoeken.volgorde import afwisselend, bij_afstand, bij_naam, bij_relevantie

Rij = tuple[int, int, int, int]  # document, score, coverage, what it answers
rijen = st.lists(
    st.tuples(st.integers(1, 99), st.integers(1, 5_000), st.integers(0, 1_000), st.integers(0, 3)),
    max_size=30,
    unique_by=lambda rij: rij[0],
)


def treffers(*rijen_: Rij) -> Treffers:
    """Each of them answers one thing only: its score is that for the thing it answers."""
    return treffers_met_zaakscore(*((*rij, rij[1]) for rij in rijen_))


def treffers_met_zaakscore(*rijen_: tuple[int, int, int, int, int]) -> Treffers:
    kolommen = zip(*sorted(rijen_), strict=True) if rijen_ else ([],) * 5
    return Treffers(*(np.array(kolom, dtype=np.int64) for kolom in kolommen))


class TestRelevantie:
    def test_score_times_coverage_and_equals_by_number(self) -> None:
        rij = treffers((1, 100, 800, 0), (2, 300, 800, 0), (3, 300, 800, 0), (4, 290, 900, 0))
        assert bij_relevantie(rij, 0, 9) == [4, 2, 3, 1]

    @given(rijen, st.integers(1, 7))
    def test_pages_are_pieces_of_the_whole(self, alles: list[Rij], grootte: int) -> None:
        gevonden = treffers(*alles)
        geheel = bij_relevantie(gevonden, 0, 99)
        paginas = [bij_relevantie(gevonden, begin, grootte) for begin in range(0, 35, grootte)]
        assert [nummer for pagina in paginas for nummer in pagina] == geheel
        assert sorted(geheel) == sorted(rij[0] for rij in alles)

    @given(rijen)
    def test_taking_turns_loses_nothing_and_begins_with_the_best(self, alles: list[Rij]) -> None:
        gevonden = treffers(*alles)
        op_beurt = afwisselend(gevonden)
        assert sorted(op_beurt) == sorted(rij[0] for rij in alles)
        if alles:
            beste = min(alles, key=lambda rij: (-rij[1] * (200 + rij[2]), rij[0]))
            assert op_beurt[0] == beste[0]

    def test_a_question_about_two_things_gets_the_best_of_each_first(self) -> None:
        rij = treffers(
            (1, 900, 500, 0), (2, 890, 500, 0), (3, 880, 500, 0), (4, 700, 500, 1), (5, 690, 500, 1)
        )
        assert bij_relevantie(rij, 0, 9) == [1, 4, 2, 5, 3]

    def test_what_hardly_matters_takes_no_turn(self) -> None:
        rij = treffers((1, 900, 500, 0), (2, 890, 500, 0), (3, 100, 100, 1), (4, 90, 100, 2))
        assert bij_relevantie(rij, 0, 9) == [1, 3, 2, 4]  # 3 and 4 are one group together

    def test_when_one_result_covers_the_question_nobody_takes_turns(self) -> None:
        rij = treffers((1, 900, 800, 0), (2, 890, 800, 0), (3, 700, 500, 1))
        assert bij_relevantie(rij, 0, 9) == [1, 2, 3]
        assert bij_relevantie(rij, 0, 9, meer_zaken=True) == [1, 3, 2]

    @pytest.mark.eis("H10")
    def test_what_helps_with_one_of_two_things_need_not_touch_the_other(self) -> None:
        """'Ik heb schulden en drink te veel': a course that mentions both helps with neither."""
        van_beide_wat = (1, 1_000, 500, 0, 500)
        rij = treffers_met_zaakscore(van_beide_wat, (2, 900, 500, 0, 900), (3, 800, 500, 1, 800))
        assert bij_relevantie(rij, 0, 9) == [1, 3, 2]
        assert bij_relevantie(rij, 0, 9, meer_zaken=True) == [2, 3, 1]

    def test_nothing_found_is_an_empty_page(self) -> None:
        assert bij_relevantie(treffers(), 0, 20) == []
        assert bij_relevantie(treffers((1, 1, 1, 0)), 40, 20) == []


@pytest.mark.django_db
class TestNaam:
    @pytest.fixture
    def documenten(self) -> dict[str, int]:
        namen = ("zwemles", "breiclub", "koffie", "breiclub2", "atelier")
        return {
            naam: Document.objects.create(soort="p", object_id=i, naam=naam, versie=1).pk
            for i, naam in enumerate(namen)
        }

    @pytest.mark.parametrize("weinig", [0, 1_000])
    def test_from_a_to_z_in_either_way_of_reading(
        self, documenten: dict[str, int], monkeypatch: pytest.MonkeyPatch, weinig: int
    ) -> None:
        monkeypatch.setattr(volgorde, "WEINIG", weinig)
        naam = {nummer: naam for naam, nummer in documenten.items()}
        keuze = bits(nummer for naam_, nummer in documenten.items() if naam_ != "koffie")
        alle = [naam[nummer] for nummer in bij_naam(keuze, 0, 9)]
        assert alle == ["atelier", "breiclub", "breiclub2", "zwemles"]
        assert [naam[nummer] for nummer in bij_naam(keuze, 1, 2)] == alle[1:3]
        assert bij_naam(keuze, 4, 2) == []

    def test_equal_names_by_number(self) -> None:
        nummers = [
            Document.objects.create(soort="p", object_id=i, naam="brei", versie=1).pk
            for i in range(3)
        ]
        assert bij_naam(bits(nummers), 0, 9) == nummers


HIER = (51.66, 5.62)
# How far to the north something is, in kilometres, for each place where it can be found.
WAAR: dict[str, list[float]] = {
    "hier": [0.1], "dorp": [3], "stad": [20], "ver": [300], "zonder": [], "twee": [90, 1],
}  # fmt: skip
NUMMER = {naam: nummer for nummer, naam in enumerate(WAAR, 7)}


def register(waar: dict[str, list[float]]) -> Register:
    punten = [
        (NUMMER[naam], 5_166_000 + round(kilometer * 1_000 / 1.1132), 562_000)
        for naam, kilometers in waar.items()
        for kilometer in kilometers
    ]
    return Register.van([(nummer, "p", nummer) for nummer in NUMMER.values()], punten)


class TestAfstand:
    def namen(self, plek: slice, keuze: Iterable[str] = WAAR) -> list[str]:
        """The page of results, nearest first; those without a place by number."""
        naam = {nummer: naam for naam, nummer in NUMMER.items()}
        documenten = bits(NUMMER[naam] for naam in keuze)
        return [naam[n] for n in bij_afstand(documenten, HIER, op_nummer, register(WAAR), plek)]

    def test_nearest_first_by_the_nearest_of_its_places(self) -> None:
        verwacht = ["hier", "twee", "dorp", "stad", "ver", "zonder"]
        assert self.namen(slice(0, 9)) == verwacht

    @pytest.mark.parametrize("grootte", [1, 2, 3, 5])
    def test_pages_together_are_the_whole(self, grootte: int) -> None:
        paginas = [self.namen(slice(begin, begin + grootte)) for begin in range(0, 6, grootte)]
        assert [naam for pagina in paginas for naam in pagina] == self.namen(slice(0, 9))

    def test_only_what_was_found(self) -> None:
        assert self.namen(slice(0, 2), ["ver", "dorp"]) == ["dorp", "ver"]
        assert self.namen(slice(0, 2), ["zonder"]) == ["zonder"]

    def test_equally_far_by_number(self) -> None:
        even_ver = register({naam: [1.0] for naam in WAAR})
        alle = bits(NUMMER.values())
        nummers_ = bij_afstand(alle, HIER, pytest.fail, even_ver, slice(0, 6))
        assert nummers_ == sorted(NUMMER.values())

    def test_what_has_no_place_is_only_asked_for_on_the_page_where_it_stands(self) -> None:
        alle = bits(NUMMER.values())
        assert len(bij_afstand(alle, HIER, pytest.fail, register(WAAR), slice(0, 5))) == 5
        gevraagd: list[list[int]] = []

        def rest(documenten: int) -> list[int]:
            gevraagd.append(op_nummer(documenten))
            return gevraagd[-1]

        bij_afstand(alle, HIER, rest, register(WAAR), slice(5, 10))
        assert gevraagd == [[NUMMER["zonder"]]]


def op_nummer(documenten: int) -> list[int]:
    return [int(nummer) for nummer in nummers(documenten)]
