"""Walking up and down the layers, and what is missing on the way (H3, M10)."""

import pytest

from tests.fabriek import (
    de_gemeente,
    een_boom,
    een_laag,
    een_organisatie,
    een_plek,
    een_stap,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.boom.gaten import gaten, met_gat
from voorzieningen.boom.lezen import lees_graaf, nieuwe_fout
from voorzieningen.boom.plek import plek_van
from voorzieningen.boom.route import daal, klim, route_voor
from voorzieningen.boom.wortels import groep_van
from voorzieningen.models import Boomlaag, Locatie, Stap, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H3")]


def stappen() -> list[Stap]:
    return list(Stap.objects.zichtbaar().met_enden())


def test_one_climbs_to_the_nearest_layer_that_a_step_leads_to() -> None:
    lagen = een_boom()
    een_stap(lagen[0], lagen[2], "overnemen")
    assert klim(lagen, stappen()) == lagen


def test_the_climb_ends_where_no_step_goes_on() -> None:
    lagen = een_boom()
    Stap.objects.filter(van_laag=lagen[1]).delete()
    assert klim(lagen, stappen()) == lagen[:2]
    assert klim([], []) == []


@pytest.mark.eis("M10")
def test_one_comes_down_in_small_steps_to_the_roots() -> None:
    lagen = een_boom()
    een_stap(lagen[2], lagen[0], "afschalen")
    assert [str(stap.naar) for stap in daal(lagen, stappen())] == ["Team", "Buurt"]
    assert daal([], []) == ()


def test_wrong_data_give_no_endless_walk() -> None:
    lagen = een_boom()
    een_stap(lagen[2], lagen[0])
    een_stap(lagen[0], lagen[2], "afschalen")
    assert klim(lagen, stappen()) == lagen
    assert len(daal(lagen, stappen())) == 2


def test_a_hidden_provision_is_no_halt_and_no_target() -> None:
    de_gemeente()
    wijk, geld = een_wijk("Volkel"), een_thema("Geld")
    buurt, *_rest = een_boom()
    maatje = een_voorziening("Maatje", themas=[geld], soort="informeel")
    een_stap(maatje, een_voorziening("Concept", publicatie="concept", laag=buurt))
    route = route_voor(geld, wijk)
    assert [v.titel for v in route.haltes[0].hulp] == ["Maatje"]
    assert not [stap for stap in route.haltes[0].verder if stap.van_voorziening_id]


def test_places_are_named_at_the_first_halt_only() -> None:
    wijk, geld = een_wijk("Volkel"), een_thema("Geld")
    een_boom()
    een_plek("Dorpshuis", gebied=wijk)
    route = route_voor(geld, wijk)
    assert [len(halte.plekken) for halte in route.haltes] == [1, 0, 0]


def test_the_place_of_a_provision_holds_for_a_chosen_layer_too() -> None:
    _buurt, team, top = een_boom()
    plek = plek_van(een_voorziening("Koffie", soort="informeel", laag=team))
    assert plek.laag == team
    assert [stap.naar for stap in plek.erna] == [top]
    assert [str(stap.naar) for stap in plek.terug] == ["Buurt"]
    assert [str(stap.van) for stap in plek.ervoor] == ["Buurt"]


def test_a_provision_without_a_place_has_no_steps() -> None:
    een_laag("Buurt", opvang="buurt")
    plek = plek_van(een_voorziening("Behandeling", toegang="indicatie"))
    assert plek.laag is None
    assert not (plek.erna)
    assert not (plek.terug)
    assert not (plek.ervoor)


def test_gaps_are_counted_and_found() -> None:
    _buurt, team, _top = een_boom()
    Stap.objects.filter(van_laag=team, soort="afschalen").delete()
    vast = een_voorziening("Vast", toegang="aanmelden", vorm="individueel")
    een_voorziening("Concept", publicatie="concept", laag=team)
    vrij = een_voorziening("Vrij", soort="informeel")
    Voorziening.objects.filter(pk=vrij.pk).update(publicatie="concept", verantwoordelijke=None)
    assert {gat.sleutel: gat.aantal for gat in gaten()} == {
        "laag": 0, "omhoog": 0, "terug": 1, "verantwoordelijke": 0,
    }  # fmt: skip
    assert vast in met_gat(Voorziening.objects.all(), "terug")
    assert list(met_gat(Voorziening.objects.all(), "verantwoordelijke")) == [vrij]
    with pytest.raises(KeyError):
        met_gat(Voorziening.objects.all(), "onzin")


def test_without_layers_everything_has_no_layer() -> None:
    een_voorziening("Los")
    assert {gat.sleutel: gat.aantal for gat in gaten()}["laag"] == 1


def test_the_graph_can_be_read_as_it_would_be_after_a_change() -> None:
    buurt, team, _top = een_boom()
    maatje = een_voorziening("Maatje", laag=buurt)
    een_stap(maatje, een_voorziening("Spreekuur", laag=team))
    assert lees_graaf().fouten() == {}
    maatje.laag = Boomlaag.objects.get(naam="Specialist")
    assert len(lees_graaf(maatje).fouten()) == 1
    assert "Van Maatje naar Spreekuur" in nieuwe_fout(maatje)
    maatje.refresh_from_db()
    assert nieuwe_fout(maatje) == ""


def test_what_was_wrong_already_does_not_stand_in_the_way_of_another_change() -> None:
    buurt, team, _top = een_boom()
    een_stap(team, buurt, naam="Verkeerd om")
    ander = een_voorziening("Ander", laag=buurt)
    ander.laag = team
    assert nieuwe_fout(ander) == ""


def test_a_group_at_the_roots_counts_all_and_names_the_first() -> None:
    wijk = een_wijk("Volkel")
    for n in range(5):
        een_plek(f"Plek {n}", gebied=wijk)
    groep = groep_van("Plekken", Locatie.objects.zichtbaar(), "/plekken/", hoogstens=2)
    assert (len(groep.wortels), groep.aantal, groep.meer) == (2, 5, 3)
    assert groep_van("Leeg", Locatie.objects.none()).aantal == 0


def test_an_organisation_that_is_not_public_does_not_answer_the_phone() -> None:
    geheim = een_organisatie("Geheim", publicatie="concept", telefoon="085 000 9999")
    een_laag("Team", verantwoordelijke=geheim)
    assert Boomlaag.objects.met_contact().get().contact() is None
    assert Boomlaag.objects.get().contact() is None
