"""The boom of Heerlen: from Buurtsteun to the specialist and back, in every stadsdeel (V1, V2)."""

import pytest
from django.test import Client

from sociale_basis.demo.laden import SETS, laad
from tests.hulp.verslag import niets_in
from tests.voorzieningen.boom.routes import (
    aantal_routes,
    gebreken,
    gebreken_op_papier,
    stappen_zonder_wie,
)
from voorzieningen.boom.gaten import gaten
from voorzieningen.models import Boomlaag, Stap
from wijken.models import Gebied


@pytest.mark.django_db
@pytest.mark.eis("V1")
def test_every_way_in_heerlen_goes_up_and_comes_back(settings, client: Client) -> None:
    settings.GEMEENTE_CODE = "GM0917"
    laad(SETS["heerlen"], lambda _regel: None)
    assert Gebied.objects.zichtbaar().stadsdelen().count() == 4
    assert aantal_routes() >= 15 * 28
    niets_in(gebreken())
    niets_in(gebreken_op_papier(client))
    assert not stappen_zonder_wie()
    assert {gat.aantal for gat in gaten()} == {0}
    _is_de_keten()
    for adres in ("/boom/", "/wijk/hoensbroek/boom/", "/wijk/molenberg/boom/?thema=wonen"):
        html = client.get(adres).content.decode()
        assert "Sociaal Wijkteam" in html
        assert "Maashorst" not in html


def _is_de_keten() -> None:
    lagen = {laag.naam: laag.niveau for laag in Boomlaag.objects.zichtbaar()}
    assert lagen == {
        "Buurtsteun": "buurt",
        "Basisteam": "buurt",
        "Sociaal Wijkteam": "stadsdeel",
        "Gespecialiseerde ondersteuning": "gemeente",
    }
    van_basisteam = Stap.objects.zichtbaar().filter(van_laag__naam="Basisteam").omhoog()
    assert {stap.soort for stap in van_basisteam} == {"ondersteuning", "overnemen"}
