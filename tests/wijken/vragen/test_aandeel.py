"""The share that was answered in time: honest, and public once there are enough (L5, V7)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.fabriek import een_wijk
from wijken.models import Gebied, Hulpvraag, Vraagcijfer
from wijken.models.vraagcijfer import maand_van
from wijken.vragen import handelingen
from wijken.vragen.aandeel import Aandeel, Cijfers, cijfers, openbare_cijfers

from .mensen import Mensen, een_beantwoorde_vraag, een_vraag, met_spatie

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L5")]


def gewist(gebied: Gebied, aantal: int, *, te_laat: int = 0, maanden: int = 3) -> None:
    """Questions that are gone already, answered so many months ago."""
    maand = maand_van(timezone.localdate() - timedelta(days=30 * maanden))
    Vraagcijfer.objects.bulk_create(
        Vraagcijfer(gebied=gebied, maand=maand, werkdagen=2, op_tijd=nummer >= te_laat)
        for nummer in range(aantal)
    )


def blok(client: Client, slug: str = "volkel") -> str:
    return met_spatie(client.get(f"/wijk/{slug}/").content.decode())


# --- how it is counted ---------------------------------------------------------------------


def test_it_counts_what_is_kept_and_what_is_gone(mensen: Mensen) -> None:
    gewist(mensen.volkel, 5, te_laat=1)
    een_beantwoorde_vraag(mensen.volkel, mensen.fenna)
    assert cijfers().per_gebied == {mensen.volkel.pk: Aandeel(op_tijd=5, beantwoord=6, totaal=6)}


def test_a_question_counts_once_before_and_after_it_goes(mensen: Mensen) -> None:
    een_beantwoorde_vraag(mensen.volkel, mensen.fenna, tekst="a")
    een_beantwoorde_vraag(mensen.volkel, mensen.fenna, tekst="b", dagen_geleden=40)
    een_vraag(mensen.volkel, "c", dagen_geleden=40)
    vooraf = cijfers().per_gebied
    Hulpvraag.objects.all().delete()
    assert cijfers().per_gebied == vooraf == {mensen.volkel.pk: Aandeel(1, 2, 3)}


def test_silence_past_the_day_counts_as_late(mensen: Mensen) -> None:
    een_vraag(mensen.volkel, "a", dagen_geleden=20)
    een_vraag(mensen.volkel, "b")
    assert cijfers().per_gebied == {mensen.volkel.pk: Aandeel(0, 0, 1)}


def test_closing_without_an_answer_is_no_way_out(mensen: Mensen) -> None:
    laat, op_tijd = een_vraag(mensen.volkel, "a", dagen_geleden=20), een_vraag(mensen.volkel, "b")
    for vraag in (laat, op_tijd):
        handelingen.sluit(vraag, mensen.fenna.gebruiker, "Weg.")
    assert cijfers().per_gebied == {mensen.volkel.pk: Aandeel(0, 0, 1)}


def test_only_the_last_twelve_months_count(mensen: Mensen) -> None:
    gewist(mensen.volkel, 9, maanden=14)
    een_beantwoorde_vraag(mensen.volkel, mensen.fenna, dagen_geleden=400)
    assert not cijfers().per_gebied


def test_the_wijk_that_asked_is_counted_whoever_answers(mensen: Mensen) -> None:
    een_beantwoorde_vraag(mensen.zeeland, mensen.gerda)
    assert list(cijfers().per_gebied) == [mensen.zeeland.pk]


def test_a_stadsdeel_adds_up_its_wijken_and_the_municipality_everything(mensen: Mensen) -> None:
    oost = een_wijk("Oost", soort="stadsdeel")
    kom = een_wijk("Kom", ouder=oost)
    gewist(kom, 3)
    gewist(mensen.reek, 4)
    alle = cijfers()
    assert [alle.van(plek).totaal for plek in (kom, oost, mensen.gemeente)] == [3, 3, 7]


@pytest.mark.parametrize(("goed", "totaal", "procent"), [(0, 0, 0), (1, 3, 33), (10, 10, 100)])
def test_a_share_is_a_whole_percentage(goed: int, totaal: int, procent: int) -> None:
    assert Aandeel(goed, totaal, totaal).procent == procent


# --- what is public ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("goed", "totaal", "minstens"), [(0, 0, 0), (1, 3, 30), (19, 20, 95), (29, 30, 95), (9, 9, 100)]
)
def test_the_public_reads_whole_steps_that_promise_too_little(goed, totaal, minstens) -> None:
    assert Aandeel(goed, totaal, totaal).minstens == minstens


@pytest.mark.eis("V7")
def test_below_ten_answers_nothing_is_told(client: Client, mensen: Mensen) -> None:
    gewist(mensen.volkel, 9)
    assert "procent" not in blok(client)
    assert "Wij antwoorden binnen 3 werkdagen." in blok(client)


def test_from_ten_answers_on_the_wijk_tells_its_share(client: Client, mensen: Mensen) -> None:
    gewist(mensen.volkel, 12, te_laat=1)
    zin = "In Volkel kreeg in een jaar minstens 90 procent van de vragen op tijd antwoord."
    assert zin in blok(client)


def test_when_nearly_all_was_late_it_says_so(client: Client, mensen: Mensen) -> None:
    gewist(mensen.volkel, 12, te_laat=12)
    assert "In Volkel kreeg in een jaar bijna geen vraag op tijd antwoord." in blok(client)


def test_with_too_few_in_the_wijk_it_tells_that_of_the_municipality(
    client: Client, mensen: Mensen
) -> None:
    gewist(mensen.volkel, 4)
    gewist(mensen.reek, 8)
    assert "In Maashorst kreeg in een jaar minstens 100 procent" in blok(client)
    assert "In Maashorst kreeg" in blok(client, "maashorst")


def test_ten_that_were_never_answered_are_not_enough(mensen: Mensen) -> None:
    for nummer in range(11):
        een_vraag(mensen.volkel, str(nummer), dagen_geleden=90)
    assert openbare_cijfers().van(mensen.volkel).totaal == 11
    assert openbare_cijfers().openbaar(mensen.volkel) is None


def test_the_figures_cost_one_query(mensen: Mensen) -> None:
    gewist(mensen.volkel, 30)
    with CaptureQueriesContext(connection) as gevraagd:
        cijfers()
    assert len(gevraagd) == 1


# --- who looks twice, or subtracts -----------------------------------------------------------


@pytest.mark.eis("V7")
def test_what_happens_today_moves_no_public_figure(mensen: Mensen) -> None:
    gewist(mensen.volkel, 12)
    voor = openbare_cijfers()
    een_beantwoorde_vraag(mensen.volkel, mensen.fenna, tekst="vandaag")
    een_beantwoorde_vraag(mensen.volkel, mensen.fenna, tekst="te laat", dagen_geleden=20)
    assert openbare_cijfers() == voor
    Hulpvraag.objects.all().delete()
    assert openbare_cijfers() == voor


@pytest.mark.eis("V7")
def test_a_public_figure_is_the_same_all_month(mensen: Mensen) -> None:
    for nummer in range(40):
        een_beantwoorde_vraag(
            mensen.volkel, mensen.fenna, tekst=str(nummer), dagen_geleden=10 * nummer
        )
    een, laatste = date(2027, 3, 1), date(2027, 3, 31)
    dagen = [een + timedelta(days=dag) for dag in range(31)]
    standen = [openbare_cijfers(dag) for dag in dagen]
    assert all(stand == standen[0] for stand in standen)
    assert openbare_cijfers(laatste + timedelta(days=1)) != standen[0]


STAD, OOST, WEST = 1, 2, 3
A, B, C, D = 11, 12, 21, 22
BOVEN: dict[int, int | None] = {
    STAD: None,
    OOST: STAD,
    WEST: STAD,
    A: OOST,
    B: OOST,
    C: WEST,
    D: WEST,
}


def gebied(nummer: int) -> Gebied:
    soort = {STAD: "gemeente", OOST: "stadsdeel", WEST: "stadsdeel"}.get(nummer, "wijk")
    return Gebied(pk=nummer, soort=soort)


@pytest.mark.eis("V7")
@pytest.mark.parametrize(
    ("aantallen", "verteld"),
    [
        ({A: 12, B: 4}, {A}),  # the city minus A would be B alone
        ({A: 12, B: 4, C: 5}, {A}),  # four and five are still nine
        ({A: 12, B: 4, C: 6}, {A, STAD}),
        ({A: 12, B: 30, C: 40}, {A, B, C, OOST, WEST, STAD}),
        ({A: 6, B: 6, C: 4}, {OOST}),  # the city minus East would be C alone
        ({A: 6, B: 6, C: 4, D: 7}, {OOST, WEST, STAD}),
        ({A: 12, B: 6, C: 3, STAD: 4}, {A, STAD}),
        ({A: 3}, set()),
    ],
)
def test_nobody_is_left_alone_by_subtracting(aantallen: dict, verteld: set[int]) -> None:
    per_gebied = {pk: Aandeel(aantal, aantal, aantal) for pk, aantal in aantallen.items()}
    alle = Cijfers(per_gebied, {pk: BOVEN[pk] for pk in per_gebied})
    assert {pk for pk in BOVEN if alle.openbaar(gebied(pk))} == verteld


@pytest.mark.eis("V7")
def test_one_question_without_an_answer_is_not_left_alone_either() -> None:
    alle = Cijfers({A: Aandeel(12, 12, 12), B: Aandeel(0, 0, 1)}, {A: OOST, B: OOST})
    assert alle.openbaar(gebied(A))
    assert alle.openbaar(gebied(OOST)) is None
