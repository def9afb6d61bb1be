"""Check constraints in memory decide as the database does."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fabriek import een_organisatie
from voorzieningen.models import Locatie, Organisatie, Voorziening
from voorzieningen.uitwisseling.voorwaarden import breuken

pytestmark = pytest.mark.django_db

getal = st.none() | st.integers(0, 3)
moment = st.none() | st.just("2026-01-01T10:00:00Z")


def volgens_database(ding) -> set[str]:
    try:
        ding.validate_constraints()
    except ValidationError as fout:
        return {
            m for m in fout.messages if m in {str(c.violation_error_message) for c in
                                              ding._meta.constraints}
        }  # fmt: skip
    return set()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    van=getal, tot=getal, publicatie=st.sampled_from(["concept", "gepubliceerd"]),
    redacteur=getal, verantwoordelijke=getal, archief=moment, reden=st.sampled_from(["", "x"]),
)  # fmt: skip
def test_memory_and_database_agree_about_a_provision(
    van, tot, publicatie, redacteur, verantwoordelijke, archief, reden
):
    ding = Voorziening(
        leeftijd_van=van, leeftijd_tot=tot, publicatie=publicatie, redacteur_id=redacteur,
        verantwoordelijke_id=verantwoordelijke, gearchiveerd_op=archief, archiefreden=reden,
        controleren_voor=date(2026, 1, 1), verouderd_vanaf=date(2026, 1, 1),
    )  # fmt: skip
    assert set(breuken(ding)) == volgens_database(ding)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lat=st.none() | st.just(51.6), lon=st.none() | st.just(5.6))
def test_memory_and_database_agree_about_a_place(lat, lon):
    ding = Locatie(lat=lat, lon=lon)
    assert set(breuken(ding)) == volgens_database(ding)


def test_an_owner_that_is_new_in_the_same_file_is_an_owner():
    ding = Voorziening(publicatie="gepubliceerd", verantwoordelijke=Organisatie(naam="Nieuw"))
    assert not list(breuken(ding))
    assert len(list(breuken(Voorziening(publicatie="gepubliceerd")))) == 1
    assert not list(
        breuken(Voorziening(publicatie="gepubliceerd", verantwoordelijke=een_organisatie()))
    )
