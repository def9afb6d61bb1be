"""Names of related rows in one query, on both databases."""

import pytest
from django.db.models import OuterRef, Subquery

from sociale_basis.kern.namenlijst import Namenlijst, namen
from tests.fabriek import een_thema
from voorzieningen.models import Thema

pytestmark = pytest.mark.django_db


def namen_van(thema: Thema) -> list[str]:
    onder = Thema.objects.filter(ouder=OuterRef("pk")).order_by()
    lijst = Subquery(onder.values(lijst=Namenlijst("naam")))
    return namen(Thema.objects.annotate(lijst=lijst).get(pk=thema.pk).lijst)


def test_names_come_in_order_and_nothing_comes_of_nothing() -> None:
    geld, leeg = een_thema("Geld"), een_thema("Leeg")
    for naam in ("Schulden", "Belasting, toeslag en meer"):
        een_thema(naam, ouder=geld)
    assert namen_van(geld) == ["Belasting, toeslag en meer", "Schulden"]
    assert namen_van(leeg) == []


def test_no_text_is_no_names() -> None:
    assert namen(None) == namen("") == []
