"""Every way in every wijk of Maashorst as a resident reads it: complete, with numbers (H3, H5)."""

import re

import pytest
from django.test import Client

from voorzieningen.models import Boomlaag, Thema
from wijken.models import Gebied

GEBIEDEN = ("gemeente", "wijk")
TEL = re.compile(r'href="tel:')
DOEL = re.compile(r'href="(/[^"?#]*)')


def gebieden() -> list[Gebied]:
    return list(Gebied.objects.zichtbaar().filter(soort__in=GEBIEDEN))


@pytest.mark.eis("H3")
def test_every_way_names_all_layers_and_a_number_at_each(demo) -> None:
    client, lagen = Client(), [laag.naam for laag in Boomlaag.objects.zichtbaar()]
    for gebied in gebieden():
        for thema in Thema.objects.zichtbaar().hoofdthemas():
            adres = f"/boom/route/?thema={thema.slug}&wijk={gebied.slug}"
            html = client.get(adres).content.decode()
            route = html.split('<ol class="route">')[1].split("</ol>")[0]
            plekken = [route.find(f">{naam}</h2>") for naam in lagen]
            assert plekken == sorted(plekken), adres
            assert min(plekken) > 0, adres
            halten = route.split("route__halte")[1:]
            assert all(TEL.search(deel) for deel in route.split("</h2>")[1 : len(lagen) + 1]), adres
            assert len(halten) > len(lagen), adres
            assert "En weer terug" in route, adres


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
