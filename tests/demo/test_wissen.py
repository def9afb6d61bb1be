"""Emptying the kaart: nothing stays behind, people and texts do."""

import pytest
from django.apps import apps
from django.contrib.auth.models import User

from sociale_basis.demo.wissen import VOLGORDE, wis
from sociale_basis.kern.models import OudeSlug, Tekst
from tests.fabriek import (
    een_begrip,
    een_buurt,
    een_doelgroep,
    een_plek,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import Voorstel, Voorziening
from wijken.models import Gebied

pytestmark = pytest.mark.django_db


def een_gevulde_kaart() -> None:
    """Things that hold on to each other: parents, keepers, what came instead."""
    wijk = een_wijk("Volkel")
    een_buurt("Kom Volkel", ouder=wijk)
    geld = een_thema("Geld")
    een_thema("Schulden", ouder=geld)
    een_begrip()
    plek = een_plek()
    nieuw = een_voorziening(
        "Nieuw", themas=[geld], locaties=[plek], gebieden=[wijk], doelgroepen=[een_doelgroep()]
    )
    nieuw.slug = "heel-nieuw"
    nieuw.save()
    een_voorziening("Oud").archiveer("Gestopt.", nieuw)
    Voorstel.objects.dien_in(Voorziening, {"titel": "Nog nieuwer"}, bron="gemist")


def test_every_row_goes():
    een_gevulde_kaart()
    assert OudeSlug.objects.exists()
    wis()
    assert [model.__name__ for model in VOLGORDE if model._default_manager.exists()] == []


def test_its_history_goes_with_it():
    een_gevulde_kaart()
    assert Voorziening.history.exists()
    wis()
    over = [
        model.__name__
        for label in ("voorzieningen", "wijken")
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        if model._default_manager.exists()
    ]
    assert over == []


def test_people_and_texts_stay():
    User.objects.create_user("iemand")
    Tekst.objects.update_or_create(sleutel="privacy", defaults={"titel": "P", "inhoud": "Van ons"})
    een_gevulde_kaart()
    wis()
    assert User.objects.filter(username="iemand").exists()
    assert Tekst.objects.get(sleutel="privacy").inhoud == "Van ons"


def test_an_empty_kaart_can_be_emptied():
    wis()
    assert not Gebied.objects.exists()
