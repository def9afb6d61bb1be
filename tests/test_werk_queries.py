"""Every page of /werk/ in at most twelve queries, for each of its roles (L5, M6, H6)."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.test_site import MAX_QUERIES
from wijken.models import Gebied, Hulpvraag, Netwerkpartner, werkgebieden
from wijken.vragen.toegang import Toegang

pytestmark = [pytest.mark.schrijft_in_demo, pytest.mark.eis("L5")]
ROLLEN = ("preventiewerker", "verbinder", "netwerkpartner", "gemeenteteam", "aanspreekpersoon")
LIJSTEN = ("nieuw", "mijn", "collega", "wacht", "afgerond")
VAST = (
    "/werk/",
    "/werk/profiel/",
    *(
        f"/werk/vragen/?lijst={lijst}"
        for lijst in ("nieuw", "mijn", "collega", "wacht", "afgerond")
    ),
    "/werk/vragen/op-tijd/",
    "/werk/netwerk/",
    "/werk/mijn-aanspreekprofiel/",
)


def adressen(gebruiker: User) -> Iterator[str]:
    """All pages, with one example of each network, partner and state of a question."""
    yield from VAST
    gebieden = Gebied.objects.filter(pk__in=werkgebieden(gebruiker)).exclude(soort="buurt")
    for gebied in gebieden[:2]:
        yield from (f"/werk/netwerk/{gebied.slug}/", f"/werk/netwerk/{gebied.slug}/nieuw/")
    for partner in Netwerkpartner.objects.filter(gebied__in=gebieden)[:1]:
        yield from (f"/werk/netwerk/partner/{partner.pk}/{deel}" for deel in ("", "weg/"))
    for partner in Netwerkpartner.objects.van(gebruiker)[:1]:
        yield f"/werk/netwerk/partner/{partner.pk}/"
    for stand in Hulpvraag.Stand.values:
        for vraag in Toegang(gebruiker).vragen().filter(stand=stand)[:2]:
            yield vraag.werkpad


@pytest.fixture(params=ROLLEN)
def rol(request: pytest.FixtureRequest, demo: None) -> User:
    return User.objects.get(username=request.param)


def test_a_page_of_werk_asks_the_database_at_most_twelve_times(rol: User) -> None:
    client = Client()
    client.force_login(rol)
    gezien, te_duur = 0, {}
    for adres in adressen(rol):
        client.get(adres)  # the first look at a question is noted: one more
        with CaptureQueriesContext(connection) as vragen:
            gezien += client.get(adres).status_code == 200
        if len(vragen) > MAX_QUERIES:
            te_duur[adres] = len(vragen)
    assert gezien >= 2
    assert te_duur == {}
