"""What a process keeps of each document follows a list of changes, whatever they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_basis.kern.zoeken.plaats import Plek
from sociale_basis.kern.zoeken.register import SOORT, Register
from sociale_basis.kern.zoeken.verzameling import bits, nummers

HIER = Plek.van((51.66, 5.62))
PUNT = (5_166_000, 562_000)
REGISTER = Register.van([(3, "plek", 30), (7, "hulp", 30), (9, "hulp", 31)], [(3, *PUNT)])

dingen = st.tuples(st.sampled_from(["plek", "hulp", "wijk"]), st.integers(1, 2**40))
punten = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=2)
documenten = st.dictionaries(st.integers(1, 40), st.tuples(dingen, punten), max_size=12)
Documenten = dict[int, tuple[tuple[str, int], list[tuple[int, int]]]]


def register(inhoud: Documenten) -> Register:
    return Register.van(
        [(nummer, *ding) for nummer, (ding, _punten) in inhoud.items()],
        [(nummer, *punt) for nummer, (_ding, punten) in inhoud.items() for punt in punten],
    )


def inhoud_van(register: Register) -> object:
    dingen = {int(nummer): register.ding(int(nummer)) for nummer in nummers(register.alle)}
    return dingen, register.per_soort(), sorted(map(tuple, register.punten.T.tolist()))


def test_a_document_is_an_object_of_a_kind() -> None:
    assert REGISTER.ding(7) == ("hulp", 30)
    assert REGISTER.ding(9) == ("hulp", 31)


@pytest.mark.parametrize("nummer", [0, 4, 8, 10, 1_000_000])
def test_a_number_that_no_document_has_is_nothing(nummer: int) -> None:
    assert REGISTER.ding(nummer) is None


@pytest.mark.parametrize(
    ("objecten", "verwacht"),
    [
        ({"hulp": {30, 31}}, {7, 9}),
        ({"hulp": [31], "plek": (30,)}, {3, 9}),
        ({"hulp": [0, -1, 99]}, set()),
        ({"wijk": [30]}, set()),
        ({}, set()),
    ],
)
def test_the_documents_of_objects(objecten: dict[str, set[int]], verwacht: set[int]) -> None:
    assert set(nummers(REGISTER.documenten(objecten))) == verwacht


def test_the_kinds_are_facets_that_hold_everything() -> None:
    assert REGISTER.per_soort() == {(SOORT, "hulp"): bits([7, 9]), (SOORT, "plek"): bits([3])}
    assert REGISTER.alle == bits([3, 7, 9])


@pytest.mark.parametrize(("meters", "verwacht"), [(0, {3}), (50, {3})])
def test_within_a_radius_is_what_has_a_point_there(meters: int, verwacht: set[int]) -> None:
    assert set(nummers(REGISTER.binnen_straal(REGISTER.alle, HIER, meters))) == verwacht


def test_no_point_of_what_was_not_asked_for() -> None:
    assert REGISTER.binnen_straal(bits([7, 9]), HIER, 1_000_000) == 0
    assert Register.van([(1, "hulp", 1)]).binnen_straal(bits([1]), HIER, 1_000_000) == 0


def test_an_empty_portal_is_no_error() -> None:
    leeg = Register.van([])
    assert leeg.ding(0) is None
    assert leeg.alle == leeg.documenten({"hulp": [1]}) == leeg.binnen_straal(1, HIER, 9) == 0
    assert inhoud_van(leeg.bijgewerkt(REGISTER, REGISTER.alle)) == inhoud_van(REGISTER)


@given(documenten, documenten)
def test_a_register_with_changes_is_the_register_of_what_there_is_then(
    eerst: Documenten, anders: Documenten
) -> None:
    """Some are new, some become another object (a rebuild), some move."""
    erna = register(eerst).bijgewerkt(register(anders), bits(anders))
    assert inhoud_van(erna) == inhoud_van(register(eerst | anders))
