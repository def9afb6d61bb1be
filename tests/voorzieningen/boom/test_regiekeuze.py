"""Who has regie: most conditions, then most themes, ties shown as ties; a table of cases (H4)."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorzieningen.boom.regie import Aangekruist, Kandidaat, kies

pytestmark = pytest.mark.eis("H4")

GELD, SCHULD, GEZIN, WONEN, WERK = range(1, 6)
KINDEREN, GEWELD, HUIS = range(101, 104)
OUDER_VAN = {SCHULD: GELD}


def afspraak(naam: str, themas: tuple[int, ...] = (), voorwaarden: tuple[int, ...] = ()):
    return Kandidaat(naam, frozenset(themas), frozenset(voorwaarden))


def wat(*gekruist: int) -> Aangekruist:
    themas = frozenset(n for n in gekruist if n < 100)
    return Aangekruist(themas, frozenset(gekruist) - themas, OUDER_VAN)


# What is agreed, what is ticked, who has regie, who else takes part.
GEVALLEN = {
    "one theme, one agreement": (
        [afspraak("a", (GELD,))], (GELD,), ["a"], []),
    "more themes go before fewer": (
        [afspraak("a", (GELD,)), afspraak("b", (GELD, GEZIN))], (GELD, GEZIN), ["b"], ["a"]),
    "a condition goes before any number of themes": (
        [afspraak("a", (GELD, GEZIN, WONEN)), afspraak("b", (GELD,), (KINDEREN,))],
        (GELD, GEZIN, WONEN, KINDEREN), ["b"], ["a"]),
    "more conditions go before fewer": (
        [afspraak("a", (), (KINDEREN,)), afspraak("b", (), (KINDEREN, GEWELD))],
        (KINDEREN, GEWELD), ["b"], ["a"]),
    "equal conditions: the themes decide": (
        [afspraak("a", (GELD,), (KINDEREN,)), afspraak("b", (GELD, GEZIN), (GEWELD,))],
        (GELD, GEZIN, KINDEREN, GEWELD), ["b"], ["a"]),
    "a condition alone goes before a theme alone": (
        [afspraak("a", (GELD,)), afspraak("b", (), (HUIS,))], (GELD, HUIS), ["b"], ["a"]),
    "equal in both: a tie of two": (
        [afspraak("a", (GELD,)), afspraak("b", (WONEN,))], (GELD, WONEN), ["a", "b"], []),
    "a tie of three, with what applies below it": (
        [afspraak("a", (GELD,), (HUIS,)), afspraak("b", (WONEN,), (HUIS,)),
         afspraak("c", (GEZIN,), (KINDEREN,)), afspraak("d", (GELD, WONEN))],
        (GELD, WONEN, GEZIN, HUIS, KINDEREN), ["a", "b", "c"], ["d"]),
    "a condition that is not ticked: no": (
        [afspraak("a", (GELD,), (KINDEREN,))], (GELD,), [], []),
    "a theme that is not ticked: no": (
        [afspraak("a", (GELD, GEZIN))], (GELD,), [], []),
    "a main theme covers its subtheme": (
        [afspraak("a", (GELD,))], (SCHULD,), ["a"], []),
    "a subtheme does not cover its main theme": (
        [afspraak("a", (SCHULD,))], (GELD,), [], []),
    "main theme and subtheme are equal, not one before the other": (
        [afspraak("a", (GELD,)), afspraak("b", (SCHULD,))], (SCHULD,), ["a", "b"], []),
    "one subtheme fills both places of an agreement": (
        [afspraak("a", (GELD, SCHULD)), afspraak("b", (GELD,))], (SCHULD,), ["a"], ["b"]),
    "the fallback never has regie beside another": (
        [afspraak("vangnet"), afspraak("a", (GELD,))], (GELD,), ["a"], []),
    "the fallback is no regie by rule": ([afspraak("vangnet")], (GELD,), [], []),
    "without themes an agreement holds for every theme": (
        [afspraak("a", (), (GEWELD,))], (WERK, GEWELD), ["a"], []),
    "nothing agreed": ([], (GELD,), [], []),
    "nothing ticked": ([afspraak("a", (GELD,))], (), [], []),
}  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_the_rule_case_by_case(geval) -> None:
    afspraken, gekruist, regie, ook = geval
    keuze = kies(afspraken, wat(*gekruist))
    assert sorted(keuze.regie) == regie
    assert sorted(keuze.ook) == ook


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_the_order_in_which_agreements_were_made_decides_nothing(geval) -> None:
    afspraken, gekruist, regie, _ook = geval
    for volgorde in permutations(afspraken):
        assert sorted(kies(volgorde, wat(*gekruist)).regie) == regie


@pytest.mark.parametrize(
    ("afspraken", "gekruist", "onbedekt"),
    [
        ([afspraak("a", (GELD,))], (GELD, WONEN), {WONEN}),
        ([afspraak("a", (GELD,))], (SCHULD, WONEN), {WONEN}),
        ([afspraak("a", (GELD,)), afspraak("b", (WONEN,))], (GELD, WONEN), set()),
        ([afspraak("a", (GELD, GEZIN))], (GELD, WONEN), {GELD, WONEN}),
        ([afspraak("a", (), (GEWELD,))], (GELD, WONEN, GEWELD), set()),
        ([afspraak("vangnet")], (GELD, WONEN), {GELD, WONEN}),
    ],
)
def test_what_nobody_agreed_on_is_named(afspraken, gekruist, onbedekt) -> None:
    assert kies(afspraken, wat(*gekruist)).onbedekt == onbedekt


themas = st.frozensets(st.integers(1, 5), max_size=3)
voorwaarden = st.frozensets(st.integers(101, 103), max_size=2)
afspraken_ = st.lists(st.builds(Kandidaat, st.uuids().map(str), themas, voorwaarden), max_size=8)
kruisjes = st.builds(Aangekruist, themas, voorwaarden, st.just(OUDER_VAN))


@given(afspraken_, kruisjes)
def test_who_has_regie_fits_and_nobody_who_fits_weighs_more(alle, gekruist) -> None:
    keuze = kies(alle, gekruist)
    per_naam = {kandidaat.wat: kandidaat for kandidaat in alle}
    beste = [per_naam[naam] for naam in keuze.regie]
    rest = [per_naam[naam] for naam in keuze.ook]
    assert all(gekruist.past_bij(kandidaat) for kandidaat in (*beste, *rest))
    assert len({kandidaat.gewicht for kandidaat in beste}) <= 1
    assert all(kandidaat.gewicht < beste[0].gewicht for kandidaat in rest)
    assert not any(kandidaat.is_vangnet for kandidaat in (*beste, *rest))


@given(afspraken_, kruisjes)
def test_everything_that_fits_is_named_once(alle, gekruist) -> None:
    keuze = kies(alle, gekruist)
    past = [k.wat for k in alle if not k.is_vangnet and gekruist.past_bij(k)]
    assert sorted((*keuze.regie, *keuze.ook)) == sorted(past)


@given(afspraken_, kruisjes)
def test_a_ticked_theme_is_covered_by_an_agreement_or_named_as_open(alle, gekruist) -> None:
    keuze = kies(alle, gekruist)
    assert keuze.onbedekt <= gekruist.themas
    if not keuze.regie:
        assert keuze.onbedekt == gekruist.themas


@given(afspraken_, kruisjes, voorwaarden)
def test_ticking_more_conditions_never_takes_an_agreement_away(alle, gekruist, erbij) -> None:
    meer = Aangekruist(gekruist.themas, gekruist.voorwaarden | erbij, OUDER_VAN)
    voor, na = kies(alle, gekruist), kies(alle, meer)
    assert {*voor.regie, *voor.ook} <= {*na.regie, *na.ook}
