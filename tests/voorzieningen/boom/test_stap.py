"""Steps in the admin: said in words at the field, and no edit leads to a circle or an orphan."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fabriek import een_boom, een_laag, een_nieuwe_stap, een_stap, een_voorziening
from voorzieningen.boom.lezen import lees_graaf
from voorzieningen.boom.plek import plek_van
from voorzieningen.models import Boomlaag, Stap, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H3")]


def fouten(ding) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as gevangen:
        ding.full_clean()
    return gevangen.value.message_dict


@pytest.fixture
def boom():
    return een_boom()


def test_a_step_up_never_goes_down_a_layer(boom) -> None:
    buurt, team, _top = boom
    assert "lagere laag" in fouten(een_nieuwe_stap(team, buurt))["naar_laag"][0]


@pytest.mark.eis("M10")
def test_a_step_back_never_goes_up(boom) -> None:
    buurt, team, _top = boom
    stap = een_nieuwe_stap(buurt, team, "afschalen")
    assert fouten(stap)["naar_laag"] == ["Afschalen gaat nooit omhoog. Kies een lagere laag."]


def test_a_step_has_one_begin_and_one_end(boom) -> None:
    buurt, team, _top = boom
    hulp = een_voorziening("Maatje")
    assert "van_laag" in fouten(een_nieuwe_stap(buurt, team, van_voorziening=hulp))
    leeg = een_nieuwe_stap(buurt, team)
    leeg.naar_laag = None
    assert fouten(leeg)["naar_laag"] == ["Kies een laag of een voorziening."]
    with pytest.raises(IntegrityError), transaction.atomic():
        leeg.save()


def test_a_circle_is_refused_in_words_at_the_field(boom) -> None:
    een, twee = een_voorziening("Een"), een_voorziening("Twee")
    een_stap(een, twee)
    assert "waar hij begon" in fouten(een_nieuwe_stap(twee, een))["naar_voorziening"][0]


def test_what_has_no_layer_gets_no_step(boom) -> None:
    Boomlaag.objects.filter(naam="Specialist").update(opvang="")
    zorg = een_voorziening("Behandeling", toegang="indicatie")
    stap = een_nieuwe_stap(boom[0], zorg)
    assert "nog geen laag" in fouten(stap)["naar_voorziening"][0]


def test_a_step_names_itself(boom) -> None:
    stap = een_stap(een_voorziening("Maatje"), boom[1])
    assert str(stap) == "Van Maatje naar Team: ondersteuning vragen"
    assert stap.slug == "van-maatje-naar-team-ondersteuning-vragen"


def test_a_layer_cannot_move_past_its_own_steps(boom) -> None:
    buurt, _team, _top = boom
    buurt.volgorde = 9
    assert "Dan klopt deze stap niet meer" in fouten(buurt)["volgorde"][0]


def test_two_layers_never_have_the_same_place_or_the_same_intake(boom) -> None:
    nieuw = Boomlaag(naam="Nieuw", volgorde=2, niveau="wijk", wat="x", wie="y", opvang="buurt")
    assert fouten(nieuw)["volgorde"] == ["“Team” heeft deze al. Kies een andere."]
    assert fouten(nieuw)["opvang"] == ["“Buurt” heeft deze al. Kies een andere."]


def test_a_layer_in_use_is_not_archived(boom) -> None:
    team = boom[1]
    team.archiefreden = "Opgeheven."
    assert "Dan klopt deze stap niet meer" in fouten(team)["archiefreden"][0]
    een_voorziening("Spreekuur", laag=team)
    assert "andere" in fouten(team)["archiefreden"][0]


def test_a_provision_cannot_move_below_its_own_step_up(boom) -> None:
    buurt, team, _top = boom
    maatje = een_voorziening("Maatje", laag=buurt)
    een_stap(maatje, een_voorziening("Spreekuur", laag=team))
    maatje.laag = een_laag("Nog hoger")
    assert "Dan klopt deze stap niet meer" in fouten(maatje)["laag"][0]


def test_a_step_to_what_is_archived_gives_way_to_that_of_the_layer(boom) -> None:
    buurt, team, _top = boom
    maatje, ander = een_voorziening("Maatje", laag=buurt), een_voorziening("Weg", laag=team)
    eigen = een_stap(maatje, ander)
    assert plek_van(maatje).erna == (eigen,)
    ander.archiveer("Gestopt.")
    assert [stap.naar for stap in plek_van(maatje).erna] == [team]


@pytest.mark.parametrize(
    ("velden", "laag"),
    [
        ({"soort": "bewonersinitiatief", "toegang": "inloop"}, "Buurt"),
        ({"soort": "formeel", "vorm": "collectief", "toegang": "inloop"}, "Buurt"),
        ({"soort": "formeel", "vorm": "individueel", "toegang": "aanmelden"}, "Team"),
        ({"soort": "informeel", "toegang": "verwijzing"}, "Specialist"),
        ({"soort": "formeel", "toegang": "indicatie"}, "Specialist"),
    ],
)
@pytest.mark.eis("M17")
def test_a_provision_falls_in_a_layer_by_what_it_is(boom, velden, laag) -> None:
    hulp = een_voorziening("Hulp", **velden)
    in_lagen = [b.naam for b in boom if Voorziening.objects.in_laag(b).filter(pk=hulp.pk).exists()]
    assert in_lagen == [laag]
    assert not Voorziening.objects.zonder_laag().exists()


def test_a_chosen_layer_goes_before_the_rule(boom) -> None:
    hulp = een_voorziening("Hulp", toegang="indicatie", laag=boom[0])
    assert list(Voorziening.objects.in_laag(boom[0])) == [hulp]
    assert not Voorziening.objects.in_laag(boom[2]).exists()


enden = st.tuples(st.sampled_from(["laag", "hulp"]), st.integers(0, 3))
bewerkingen = st.one_of(
    st.tuples(st.just("stap"), enden, enden, st.sampled_from(Stap.Soort.values)),
    st.tuples(st.just("verplaats"), st.integers(0, 3), st.integers(0, 3)),
    st.tuples(st.just("volgorde"), st.integers(0, 3), st.integers(1, 9)),
    st.tuples(st.just("wissel"), st.integers(0, 40), st.sampled_from(Stap.Soort.values)),
    st.tuples(st.just("archiveer"), st.integers(0, 3)),
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(bewerkingen, max_size=14))
def test_no_sequence_of_edits_leads_to_a_circle_or_an_orphan(db, reeks) -> None:
    sid = transaction.savepoint()
    lagen = [een_laag(f"Laag {n}") for n in range(4)]
    hulp = [een_voorziening(f"Hulp {n}", laag=lagen[n]) for n in range(4)]
    for bewerking in reeks:
        _bewerk(bewerking, lagen, hulp)
        assert lees_graaf().fouten() == {}
    transaction.savepoint_rollback(sid)


def _bewerk(bewerking, lagen, hulp) -> None:
    """What a form would do: change a fresh object, check it, save it only when it is right."""
    wat, *rest = bewerking
    ding = {
        "stap": lambda van, naar, soort: een_nieuwe_stap(
            *({"laag": lagen, "hulp": hulp}[s][n] for s, n in (van, naar)), soort
        ),
        "verplaats": lambda n, laag: _anders(Voorziening, hulp[n].pk, laag=lagen[laag]),
        "volgorde": lambda n, plaats: _anders(Boomlaag, lagen[n].pk, volgorde=plaats),
        "wissel": lambda n, soort: _wissel(n, soort),
        "archiveer": lambda n: _anders(Boomlaag, lagen[n].pk, archiefreden="Weg."),
    }[wat](*rest)
    try:
        ding.full_clean()
    except ValidationError:
        return
    ding.archiveer(ding.archiefreden) if ding.archiefreden else ding.save()


def _anders(model, pk, **velden):
    ding = model.objects.get(pk=pk)
    for veld, waarde in velden.items():
        setattr(ding, veld, waarde)
    return ding


def _wissel(nummer: int, soort: str):
    stappen = list(Stap.objects.order_by("pk"))
    if not stappen:
        return een_nieuwe_stap(None, None)
    return _anders(Stap, stappen[nummer % len(stappen)].pk, soort=soort)
