"""The number of queries of every page of the boom does not grow with steps (H3)."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sociale_basis.bench.boom import STAPPEN, vul_boom
from sociale_basis.kern.zoeken.bijhouden import uitgesteld
from tests.fabriek import (
    een_afspraak,
    een_boom,
    een_organisatie,
    een_stap,
    een_thema,
    een_voorwaarde,
    een_voorziening,
    een_wijk,
)
from voorzieningen.boom.lezen import lees_graaf
from voorzieningen.models import Boomlaag, Regieafspraak, Stap, Thema, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H3")]

PAGINAS = [
    "/boom/",
    "/boom/?thema=geld",
    "/wijk/volkel/boom/",
    "/wijk/volkel/boom/?thema=geld",
    "/boom/laag/buurt/?wijk=volkel&thema=geld",
    "/boom/route/?thema=geld&wijk=volkel",
    "/voorziening/maatje/",
    "/voorziening/schuldhulp/",
    "/regie/",
    "/regie/?thema=geld&als=er-zijn-kinderen",
]
MEER = 80


@pytest.fixture
def volkel():
    wijk, geld = een_wijk("Volkel"), een_thema("Geld")
    lagen = een_boom()
    maatje = een_voorziening("Maatje", themas=[geld], soort="informeel")
    een_stap(maatje, een_voorziening("Schuldhulp", themas=[geld], toegang="indicatie"))
    een_afspraak("Geld", [geld], [een_voorwaarde()])
    assert len(lagen) == 3
    return wijk


def vragen(client: Client, adres: str) -> int:
    client.get(adres)
    with CaptureQueriesContext(connection) as gesteld:
        assert client.get(adres).status_code == 200
    return len(gesteld)


def veel_stappen() -> None:
    """From many provisions to one, and from one to many: each end at its fullest."""
    geld, doel = een_thema("Geld"), Voorziening.objects.get(slug="schuldhulp")
    maatje = Voorziening.objects.get(slug="maatje")
    with uitgesteld():
        _stappen_van_en_naar(geld, maatje, doel)
    for nummer in range(10):
        een_afspraak(f"Nog een {nummer}", [geld], organisatie=een_organisatie("Regie"))


def _stappen_van_en_naar(geld: Thema, maatje: Voorziening, doel: Voorziening) -> None:
    for nummer in range(MEER // 2):
        hulp = een_voorziening(f"Hulp {nummer}", themas=[geld], soort="informeel")
        anders = een_voorziening(f"Zorg {nummer}", themas=[geld], toegang="verwijzing")
        een_stap(hulp, doel)
        een_stap(maatje, anders)


def test_pages_ask_as_much_with_many_steps(volkel, client, django_assert_num_queries) -> None:
    voor = {adres: vragen(client, adres) for adres in PAGINAS}
    assert max(voor.values()) <= 12
    veel_stappen()
    for adres, aantal in voor.items():
        client.get(adres)
        with django_assert_num_queries(aantal):
            client.get(adres)


def test_the_graph_is_read_in_three_questions_however_large(
    volkel, django_assert_num_queries
) -> None:
    veel_stappen()
    with django_assert_num_queries(3):
        assert len(lees_graaf().pijlen) == MEER + 5


def test_a_provision_without_steps_of_its_own_is_saved_with_two_questions_more(
    volkel, django_assert_num_queries
) -> None:
    """Waiting for who changes the boom, and whether there are steps."""
    los = een_voorziening("Los")
    with django_assert_num_queries(2):
        los._fout_in_boom()


def test_the_boom_of_the_bench_is_a_right_one(volkel) -> None:
    for model in (Regieafspraak, Stap, Boomlaag):
        model.objects.all().delete()
    for nummer in range(8):
        een_voorziening(f"Vrij {nummer}", toegang="inloop")
        een_voorziening(f"Zorg {nummer}", toegang="indicatie")
        een_thema(f"Thema {nummer}")
    vul_boom()
    assert lees_graaf().fouten() == {}
    assert 6 < Stap.objects.count() <= STAPPEN + 6
    assert Regieafspraak.objects.filter(voorwaarden__isnull=False).exists()
