"""What staff teach the search engine: read once, and again as soon as a list changes."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from sociale_basis.kern.models import Crisiswoord, Samenstellingsdeel, Synoniem, Zoekstand
from sociale_basis.kern.zoeken import kennis as module
from sociale_basis.kern.zoeken.crisis import gevaren
from sociale_basis.kern.zoeken.kennis import huidige_stand, kennis, woorden_gewijzigd

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_laatste", None)


def maak_synoniem(**velden: Any) -> Synoniem:
    return Synoniem.objects.create(**{"woorden": "zwatel", "betekenis": "xylofoon"} | velden)


def test_the_lists_are_read_once() -> None:
    nu = huidige_stand()
    eerste = kennis(nu)
    with CaptureQueriesContext(connection) as queries:
        assert kennis(nu) is eerste
    assert len(queries) == 0


def test_without_a_state_at_hand_it_costs_one_query() -> None:
    kennis()
    with CaptureQueriesContext(connection) as queries:
        kennis()
    assert len(queries) == 1


def test_a_synonym_that_is_added_changed_switched_off_or_deleted_counts_at_once() -> None:
    def betekenis() -> dict[str, int]:
        return dict(kennis().synoniemen.van("zwatel"))

    assert betekenis() == {}
    regel = maak_synoniem(sterkte=75)
    assert betekenis() == {"xylofon": 75} or betekenis() == {"xylofoon": 75}
    regel.betekenis = "trommel"
    regel.save()
    assert betekenis() == {"trommel": 75}
    regel.actief = False
    regel.save()
    assert betekenis() == {}
    regel.actief = True
    regel.save()
    regel.delete()
    assert betekenis() == {}


def test_a_part_of_compounds_counts_at_once() -> None:
    assert kennis().analyse.splitser.splits("xylofoonkwartier") == ()
    for woord in ("xylofoon", "kwartier"):
        Samenstellingsdeel.objects.create(woord=woord)
    assert kennis().analyse.splitser.splits("xylofoonkwartier") == ("xylofoon", "kwartier")
    Samenstellingsdeel.objects.create(woord="xylofoonkwartier", heel_laten=True)
    assert kennis().analyse.splitser.splits("xylofoonkwartier") == ()


def test_a_sentence_of_danger_counts_at_once() -> None:
    assert gevaren(kennis().crisis, "hij zwatelt mij") == []
    zin = Crisiswoord.objects.create(zin="zwatelt mij", soort="geweld")
    assert gevaren(kennis().crisis, "hij zwatelt mij") == ["geweld"]
    zin.delete()
    assert gevaren(kennis().crisis, "hij zwatelt mij") == []


def test_kinds_of_danger_stand_in_a_fixed_order() -> None:
    """Whatever the order in which staff wrote them down."""
    soorten = [zin.soort for zin in kennis().crisis.alle]
    assert soorten == sorted(soorten)


@pytest.mark.parametrize(
    ("model", "velden"),
    [
        (Synoniem, {"woorden": "zwatel", "betekenis": "xylofoon"}),
        (Samenstellingsdeel, {"woord": "zwatel"}),
        (Crisiswoord, {"zin": "zwatelt mij", "soort": "geweld"}),
    ],
)
def test_delivered_rows_that_staff_delete_together_stop_at_once(model: Any, velden: Any) -> None:
    """The list page of the admin deletes what was ticked in one go."""
    rij = model.objects.create(standaard="proef: zwatel", **velden)
    voor = huidige_stand().woorden
    model.objects.filter(pk=rij.pk).delete()
    assert huidige_stand().woorden != voor
    rij.refresh_from_db()
    assert not rij.actief
    assert rij.history.count() == 2


def test_what_was_rolled_back_is_not_remembered() -> None:
    with transaction.atomic():
        maak_synoniem()
        assert kennis().synoniemen.van("zwatel")
        transaction.set_rollback(True)
    assert not kennis().synoniemen.van("zwatel")


def test_an_index_that_changes_leaves_the_lists_alone() -> None:
    voor = kennis()
    Zoekstand.objects.update(versie=99, stempel=99, kenmerk=99)
    assert kennis() is voor


def test_a_fresh_portal_has_knowledge_and_takes_a_state_with_the_first_word() -> None:
    Zoekstand.objects.all().delete()
    assert huidige_stand().woorden == 0
    assert kennis().synoniemen is not None
    woorden_gewijzigd()
    assert huidige_stand().woorden != 0
    assert Zoekstand.objects.count() == 1
