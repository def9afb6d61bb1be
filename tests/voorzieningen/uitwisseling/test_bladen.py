"""Nothing that is kept of an entry is forgotten in the exchange."""

import pytest
from django.contrib.contenttypes.fields import GenericForeignKey

from voorzieningen.models import Controlepunt, Controleverzoek, Stap, Voorstel
from voorzieningen.uitwisseling.bladen import BLADEN, NIET_UITGEWISSELD
from voorzieningen.uitwisseling.kolommen import Deelblad


def velden(blad) -> set[str]:
    meta = blad.model._meta
    namen = {veld.name for veld in (*meta.concrete_fields, *meta.many_to_many)}
    return namen - NIET_UITGEWISSELD - set(getattr(blad, "ouders", ())) - {"locatie", "voorziening"}


@pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: blad.naam)
def test_every_field_has_a_column(blad):
    assert velden(blad) <= {kolom.veld for kolom in blad.kolommen}
    assert not any(isinstance(veld, GenericForeignKey) for veld in blad.model._meta.private_fields)


@pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: blad.naam)
def test_heads_differ_however_they_are_typed(blad):
    namen = [kolom.naam for kolom in blad.kolommen]
    assert len(namen) == len(set(namen))


VERLOOP = {
    Voorstel,
    Controleverzoek,
    Controlepunt,
    Stap,
}  # what happens to an entry, not what it is


def test_what_hangs_on_a_place_or_provision_has_a_sheet():
    delen = {blad.model for blad in BLADEN if isinstance(blad, Deelblad)}
    for blad in BLADEN[:3]:
        kinderen = {
            relatie.related_model
            for relatie in blad.model._meta.related_objects
            if relatie.one_to_many and relatie.on_delete.__name__ == "CASCADE"
            and not relatie.related_model.__name__.startswith("Historical")
        }  # fmt: skip
        assert kinderen <= delen | VERLOOP
