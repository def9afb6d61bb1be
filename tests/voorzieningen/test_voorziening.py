"""Provisions: who sees them, in which order, for which area (H1, M17, V14)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.fabriek import (
    de_gemeente,
    een_buurt,
    een_organisatie,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import Thema, Voorziening

pytestmark = pytest.mark.django_db


def titels(rijen) -> list[str]:
    return [rij.titel for rij in rijen]


def dag(over: int):
    return timezone.localdate() + timedelta(days=over)


@pytest.mark.eis("H1")
@pytest.mark.parametrize(
    ("velden", "te_zien"),
    [
        ({}, True),
        ({"publicatie": "concept"}, False),
        ({"zichtbaar_vanaf": dag(0)}, True),
        ({"zichtbaar_vanaf": dag(1)}, False),
        ({"zichtbaar_tot": dag(0)}, True),
        ({"zichtbaar_tot": dag(-1)}, False),
    ],
)
def test_only_what_is_published_and_in_its_days_is_visible(velden, te_zien):
    voorziening = een_voorziening(**velden)
    assert (voorziening in Voorziening.objects.zichtbaar()) is te_zien


@pytest.mark.eis("M17")
def test_collective_and_freely_accessible_comes_first():
    for titel, toegang, vorm in [
        ("A Beschermd wonen", "indicatie", "individueel"),
        ("B Maatschappelijk werk", "aanmelden", "individueel"),
        ("C Dagbesteding", "verwijzing", "collectief"),
        ("D Koffieochtend", "inloop", "collectief"),
    ]:
        een_voorziening(titel, toegang=toegang, vorm=vorm)
    assert titels(Voorziening.objects.algemeen_eerst()) == [
        "D Koffieochtend",
        "B Maatschappelijk werk",
        "A Beschermd wonen",
        "C Dagbesteding",
    ]


@pytest.mark.eis("M17")
def test_what_needs_an_indication_is_no_general_provision():
    assert een_voorziening(toegang="inloop").is_algemeen
    assert not een_voorziening("Huishoudelijke hulp", toegang="indicatie").is_algemeen


@pytest.mark.eis("V14")
@pytest.mark.eis("V2")
def test_an_area_gets_what_serves_it_what_serves_more_and_what_serves_all():
    volkel = een_wijk("Volkel")
    kom = een_buurt("Kom Volkel", ouder=volkel)
    een_voorziening("Voor de kom", hele_gemeente=False, gebieden=[kom])
    een_voorziening("Voor Volkel", hele_gemeente=False, gebieden=[volkel])
    een_voorziening("Voor de gemeente", hele_gemeente=False, gebieden=[de_gemeente()])
    een_voorziening("Voor Reek", hele_gemeente=False, gebieden=[een_wijk("Reek")])
    een_voorziening("Voor iedereen")
    assert set(titels(Voorziening.objects.voor_gebied(kom))) == {
        "Voor de kom",
        "Voor Volkel",
        "Voor de gemeente",
        "Voor iedereen",
    }
    assert set(titels(Voorziening.objects.voor_gebied(volkel))) == {
        "Voor Volkel",
        "Voor de gemeente",
        "Voor iedereen",
    }
    assert "Voor iedereen" not in titels(Voorziening.objects.eigen_in_gebied(volkel))


@pytest.mark.eis("M2")
def test_a_main_theme_covers_its_subthemes_and_counts_each_once():
    geld = een_thema("Geld")
    schulden = Thema.objects.create(naam="Schulden", ouder=geld)
    een_voorziening("Budgetcursus", themas=[geld, schulden])
    een_voorziening("Schuldhulp", themas=[schulden])
    een_voorziening("Taalles", themas=[een_thema("Taal")])
    assert titels(Voorziening.objects.met_thema(geld)) == ["Budgetcursus", "Schuldhulp"]
    assert titels(Voorziening.objects.met_thema(schulden)) == ["Budgetcursus", "Schuldhulp"]


@pytest.mark.eis("H2")
def test_an_organisation_has_what_it_answers_for_and_what_it_carries_out():
    samen, ander = een_organisatie("Samen"), een_organisatie("Ander")
    een_voorziening("Verantwoordelijk", verantwoordelijke=samen, uitvoerders=[samen, ander])
    een_voorziening("Uitgevoerd", verantwoordelijke=ander, uitvoerders=[samen])
    een_voorziening("Van een ander", verantwoordelijke=ander)
    assert titels(Voorziening.objects.van_organisatie(samen)) == ["Uitgevoerd", "Verantwoordelijk"]


@pytest.mark.parametrize(
    ("van", "tot", "woorden"),
    [
        (None, None, ""),
        (12, 18, "12 tot en met 18 jaar"),
        (55, None, "vanaf 55 jaar"),
        (None, 4, "tot en met 4 jaar"),
        (0, 4, "0 tot en met 4 jaar"),
    ],
)
def test_ages_are_said_in_words(van, tot, woorden):
    assert Voorziening(leeftijd_van=van, leeftijd_tot=tot).leeftijd == woorden


def test_ages_and_days_in_the_wrong_order_are_refused_beside_the_field():
    with pytest.raises(ValidationError, match="hoogste leeftijd"):
        Voorziening(titel="x", kort="x", leeftijd_van=18, leeftijd_tot=12).validate_constraints()
    with pytest.raises(ValidationError) as fout:
        Voorziening(zichtbaar_vanaf=dag(2), zichtbaar_tot=dag(1)).clean()
    assert "zichtbaar_tot" in fout.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        een_voorziening(leeftijd_van=18, leeftijd_tot=12)


def test_the_order_of_titles_is_the_same_on_every_database():
    for titel in ["zee", "Élan", "eetpunt", "De Linde", "3-gangenmenu", "deels"]:
        een_voorziening(titel)
    assert titels(Voorziening.objects.all()) == [
        "3-gangenmenu",
        "deels",
        "De Linde",
        "eetpunt",
        "Élan",
        "zee",
    ]
