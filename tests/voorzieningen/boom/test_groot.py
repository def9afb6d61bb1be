"""Queries stay constant: as many with 5,000 provisions and 2,000 steps as with a handful (H5).

DESIGN: at most 12 for a page, at most 40 for a form of the admin.
"""

from itertools import islice, product

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sociale_basis.bench.boom import _stappen
from tests.fabriek import (
    een_afspraak,
    een_boom,
    een_buurt,
    een_organisatie,
    een_plek,
    een_stap,
    een_thema,
    een_voorwaarde,
    een_voorziening,
    een_wijk,
)
from tests.voorzieningen.beheer import wijzig
from voorzieningen.models import Boomlaag, Regieafspraak, Stap, Thema, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H5")]

OPENBAAR = (
    "/boom/",
    "/boom/?thema=geld",
    "/wijk/volkel/boom/",
    "/wijk/volkel/boom/?thema=geld",
    "/boom/laag/buurt/",
    "/boom/laag/buurt/?wijk=volkel&thema=geld",
    "/boom/route/",
    "/boom/route/?thema=geld",
    "/boom/route/?thema=geld&wijk=volkel",
    "/regie/",
    "/regie/?thema=geld&als=er-zijn-kinderen",
    "/voorziening/maatje/",
)
BEHEER = (
    "/beheer/voorzieningen/boomlaag/",
    "/beheer/voorzieningen/boomlaag/gaten/",
    "/beheer/voorzieningen/stap/",
    "/beheer/voorzieningen/stap/?q=stap",
    "/beheer/voorzieningen/regieafspraak/",
    "/beheer/voorzieningen/voorwaarde/",
    *(f"/beheer/voorzieningen/voorziening/?boom={gat}"
      for gat in ("laag", "omhoog", "terug", "verantwoordelijke")),
)  # fmt: skip


@pytest.fixture
def klein() -> None:
    """One or two of everything."""
    wijk = een_wijk("Volkel")
    een_plek("Dorpshuis", gebied=een_buurt("Kom Volkel", ouder=wijk))
    _buurt, _team, top = een_boom()
    geld, wie = een_thema("Geld"), een_organisatie("Samen", telefoon="085 000 5555")
    maatje = een_voorziening("Maatje", themas=[geld], soort="informeel", verantwoordelijke=wie)
    een_stap(maatje, een_voorziening("Schuldhulp", toegang="indicatie", themas=[geld]))
    een_voorziening("Los", laag=top, themas=[geld])
    een_afspraak("Geld", [geld], [een_voorwaarde()], organisatie=wie)
    een_afspraak("Vangnet", organisatie=wie)


def maak_groot() -> None:
    """5,000 provisions, 2,000 steps of their own, 60 agreements."""
    geld, wie = Thema.objects.get(), Voorziening.objects.get(titel="Maatje").verantwoordelijke
    toegangen = ("inloop", "aanmelden", "indicatie")
    soorten = list(islice(product(toegangen, range(1667)), 5000))
    voorbeeld = Voorziening.objects.get(titel="Maatje")
    rijen = [_kopie(voorbeeld, n, toegang) for n, (toegang, _) in enumerate(soorten)]
    Voorziening.objects.bulk_create(rijen, batch_size=500)
    tussen = Voorziening.themas.through
    tussen.objects.bulk_create(
        [tussen(voorziening=rij, thema=geld) for rij in rijen], batch_size=500
    )
    Stap.objects.bulk_create(_stappen(), batch_size=500)
    for n in range(60):
        een_afspraak(f"Afspraak {n}", [geld], organisatie=wie)


def _kopie(voorbeeld: Voorziening, n: int, toegang: str) -> Voorziening:
    velden = {veld.attname: getattr(voorbeeld, veld.attname) for veld in Voorziening._meta.fields}
    eigen = {"id": None, "titel": f"Hulp {n}", "slug": f"hulp-{n}", "toegang": toegang}
    rij = Voorziening(**velden | eigen)
    rij.vul_naamvelden()
    return rij


def vragen(client: Client, adres: str) -> int:
    client.get(adres)
    with CaptureQueriesContext(
        connection,
    ) as gesteld:
        assert client.get(adres).status_code == 200, adres
    return len(gesteld)


def test_no_page_of_the_boom_asks_more_of_a_large_municipality(klein, client) -> None:
    chef = Client()
    chef.force_login(User.objects.create_superuser("chef"))
    modellen = (Boomlaag, Stap, Regieafspraak)
    formulieren = [wijzig(model.objects.first()) for model in modellen]
    bezoek = [(client, adres) for adres in OPENBAAR]
    bezoek += [(chef, adres) for adres in (*BEHEER, *formulieren)]
    eerst = {adres: vragen(wie, adres) for wie, adres in bezoek}
    maak_groot()
    assert Voorziening.objects.zichtbaar().count() > 5000
    assert Stap.objects.zichtbaar().count() > 2000
    daarna = {adres: vragen(wie, adres) for wie, adres in bezoek}
    # A list of more than 300 to choose from asks once more, for what is chosen.
    gegroeid = {
        adres: (eerst[adres], n)
        for adres, n in daarna.items()
        if n > eerst[adres] + (2 if adres in formulieren else 0)
    }
    assert gegroeid == {}
    te_veel = {adres: n for adres, n in daarna.items() if n > (40 if adres in formulieren else 12)}
    assert te_veel == {}
