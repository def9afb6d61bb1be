"""Every way in every wijk of Maashorst as a resident reads it: complete, with numbers (H3, H5)."""

import re

import pytest
from django.test import Client

from tests.hulp.verslag import niets_in
from tests.voorzieningen.boom.routes import gebreken_op_papier
from voorzieningen.models import Thema
from wijken.models import Gebied

GEBIEDEN = ("gemeente", "wijk")
TEL = re.compile(r'href="tel:')
DOEL = re.compile(r'href="(/[^"?#]*)')


def gebieden() -> list[Gebied]:
    return list(Gebied.objects.zichtbaar().filter(soort__in=GEBIEDEN))


@pytest.mark.eis("H3")
def test_every_way_names_all_layers_and_a_number_at_each(demo) -> None:
    niets_in(gebreken_op_papier(Client()))


@pytest.mark.eis("H5")
def test_every_boom_lights_up_every_theme_and_no_link_is_dead(demo) -> None:
    client, doelen = Client(), set()
    for gebied in gebieden():
        basis = "/boom/" if gebied.soort == "gemeente" else f"/wijk/{gebied.slug}/boom/"
        html = client.get(basis).content.decode()
        doelen |= set(DOEL.findall(html.split("<main")[1].split("</main>")[0]))
    for thema in Thema.objects.zichtbaar().hoofdthemas():
        html = client.get(f"/wijk/volkel/boom/?thema={thema.slug}").content.decode()
        assert html.count("boom-blad--licht") == 2, thema
        doelen |= set(DOEL.findall(html.split("<main")[1].split("</main>")[0]))
    stuk = [doel for doel in sorted(doelen) if client.get(doel).status_code != 200]
    assert stuk == []


@pytest.mark.eis("H4")
def test_every_pair_of_themes_has_an_answer_with_a_number(demo) -> None:
    client, themas = Client(), list(Thema.objects.zichtbaar().hoofdthemas())
    for een, ander in zip(themas, themas[1:] + themas[:1], strict=True):
        html = client.get(f"/regie/?thema={een.slug}&thema={ander.slug}").content.decode()
        antwoord = html.split('id="antwoord"')[1].split("</section>")[0]
        assert TEL.search(antwoord), (een, ander)
        assert "Zo is gekozen" in antwoord
