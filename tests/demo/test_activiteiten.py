"""The agenda of the demo: full enough to look lived in, whatever the day of loading."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from sociale_basis.demo.activiteiten import lees_wanneer
from sociale_basis.demo.bron import Demofout, Rij
from voorzieningen.agenda.herhaling import Ritme
from voorzieningen.agendablokken import deze_week
from voorzieningen.models import Activiteit, Moment
from wijken.models import Gebied

NAJAAR = date(2026, 11, 22)
op_de_demo = pytest.mark.usefixtures("demo")


def wanneer(tekst: str) -> dict:
    velden = lees_wanneer(Rij("activiteiten.toml", {"titel": "Soep", "wanneer": tekst}), NAJAAR)
    return {naam: waarde for naam, waarde in velden.items() if waarde}


def test_days_as_people_write_them():
    assert wanneer("over 9 dagen 14:00-15:30")["begin_dag"] == NAJAAR + timedelta(days=9)
    week = wanneer("elke week di,do 10:00-12:00")
    assert (week["herhaling"], week["weekdagen"]) == (Ritme.WEEK, "13")
    assert week["begin_dag"].weekday() == 1
    assert wanneer("om de week wo 10:00-12:00")["herhaling"] == Ritme.TWEE_WEKEN
    tweede = wanneer("2e di 10:00-12:00")
    assert tweede["herhaling"] == Ritme.MAAND
    assert 8 <= tweede["begin_dag"].day <= 14
    assert wanneer("laatste vr 20:00-23:00")["herhaling"] == Ritme.MAAND_LAATST
    assert wanneer("elke werkdag 09:30-11:30")["herhaling"] == Ritme.WERKDAG


def test_a_row_that_cannot_be_read_is_named():
    with pytest.raises(Demofout, match="Soep"):
        wanneer("soms")


@op_de_demo
def test_there_are_plenty_and_every_wijk_has_something_this_week():
    assert Activiteit.objects.zichtbaar().die_nog_komen().count() >= 60
    for gebied in Gebied.objects.zichtbaar().exclude(soort=Gebied.Soort.BUURT):
        assert deze_week(gebied)["momenten"], gebied


@op_de_demo
def test_something_is_called_off_something_moved_and_somebody_holds_hours():
    assert Moment.objects.filter(stand="afgelast").count() >= 3
    assert Moment.objects.filter(stand="verzet").exists()
    assert Activiteit.objects.filter(soort="spreekuur").count() >= 10
    assert Activiteit.objects.filter(voorziening__isnull=False).count() >= 20


@op_de_demo
def test_every_sentence_is_its_own():
    korte = list(Activiteit.objects.values_list("kort", flat=True))
    assert len(set(korte)) == len(korte)


@op_de_demo
@pytest.mark.eis("L11")
def test_the_week_ahead_is_full_and_light():
    antwoord = Client().get("/agenda/")
    assert len(antwoord.content) < 60_000
    assert antwoord.context["keuze"].aantal >= 50
    assert timezone.localdate() == antwoord.context["keuze"].van
