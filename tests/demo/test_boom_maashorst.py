"""Every theme has a way in every wijk of Maashorst, up and back, with somebody to call."""

import pytest

from tests.hulp.verslag import niets_in
from tests.voorzieningen.boom.routes import aantal_routes, gebreken, stappen_zonder_wie
from voorzieningen.boom.gaten import gaten
from voorzieningen.models import Boomlaag, Regieafspraak


@pytest.mark.eis("H3")
def test_every_way_in_maashorst_goes_up_and_comes_back(demo) -> None:
    assert aantal_routes() >= 15 * 12
    niets_in(gebreken())
    assert not stappen_zonder_wie()


@pytest.mark.eis("H2")
def test_no_provision_is_without_a_place_or_a_way(demo) -> None:
    ontbreekt = {gat.sleutel: gat.aantal for gat in gaten()}
    assert ontbreekt | {"verantwoordelijke": 0} == {
        "laag": 0, "omhoog": 0, "terug": 0, "verantwoordelijke": 0,
    }  # fmt: skip


def test_the_layers_are_those_of_the_policy(demo) -> None:
    namen = [
        "Eigen kring en buurt",
        "Lokaal team",
        "Gemeentelijke toegang",
        "Gespecialiseerde hulp",
    ]
    assert [laag.naam for laag in Boomlaag.objects.zichtbaar()] == namen


def test_every_agreement_gives_a_number_and_there_is_a_fallback(demo) -> None:
    afspraken = list(Regieafspraak.objects.zichtbaar().met_alles())
    assert len(afspraken) == 12
    assert all(afspraak.contact.telefoon for afspraak in afspraken)
    assert [a for a in afspraken if not (a.themas.all() or a.voorwaarden.all())]
