"""One rule decides what the public sees, at every exit there is.

Each hidden thing is called Kwibus; no page, list, count, map, feed or structured data may hold it.
A new exit is added to UITGANGEN; the last test sees to it that none is forgotten.
"""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from tests.fabriek import (
    een_activiteit,
    een_afspraak,
    een_begrip,
    een_buurt,
    een_doelgroep,
    een_geheime_plek,
    een_laag,
    een_organisatie,
    een_plek,
    een_stap,
    een_thema,
    een_voorwaarde,
    een_voorziening,
    een_wijk,
)
from tests.vrijwilligers.mensen import een_aanspreekpersoon
from voorzieningen.models import Locatie, Openingstijd, Thema, Voorziening
from wijken.models import Gebied

pytestmark = pytest.mark.django_db

UITGANGEN = {
    "": "/",
    "voorzieningen/": "/voorzieningen/",
    "voorziening/<slug:slug>/": "/voorziening/koffieochtend/",
    "organisaties/": "/organisaties/",
    "organisatie/<slug:slug>/": "/organisatie/stichting-samen-verder/",
    "plekken/": "/plekken/",
    "plek/<slug:slug>/": "/plek/dorpshuis-de-linde/",
    "themas/": "/themas/",
    "thema/<slug:slug>/": "/thema/geld/",
    "doelgroep/<slug:slug>/": "/doelgroep/ouderen/",
    "begrippen/": "/begrippen/",
    "boom/": "/boom/",
    "boom/route/": "/boom/route/?thema=geld&wijk=volkel",
    "boom/laag/<slug:slug>/": "/boom/laag/buurt/?wijk=volkel",
    "wijk/<slug:slug>/boom/": "/wijk/volkel/boom/?thema=geld",
    "regie/": "/regie/?thema=geld",
    "agenda/": "/agenda/",
    "agenda/agenda.ics": "/agenda/agenda.ics",
    "agenda/wijk/<slug:slug>.ics": "/agenda/wijk/volkel.ics",
    "agenda/thema/<slug:slug>.ics": "/agenda/thema/geld.ics",
    "agenda/plek/<slug:slug>.ics": "/agenda/plek/dorpshuis-de-linde.ics",
    "agenda/activiteit/<slug:slug>.ics": "/agenda/activiteit/soep.ics",
    "activiteit/<slug:slug>/": "/activiteit/soep/",
    "activiteit/<slug:slug>/klopt-niet/": "/activiteit/soep/klopt-niet/",
    "kaart/": "/kaart/?soort=voorzieningen",
    "kaart/punten.json": "/kaart/punten.json",
    "kaart/grenzen.json": "/kaart/grenzen.json",
    "mijn-lijst/": "/mijn-lijst/",
    "lijst/": "/lijst/?v={alles}",
    "aanspreekpersoon/<slug:slug>/": "/aanspreekpersoon/v7k2mx/",
    "wijken/": "/wijken/",
    "wijk/<slug:slug>/netwerk/": "/wijk/volkel/netwerk/",
    "intentieovereenkomst/": "/intentieovereenkomst/",
    "vraag/": "/vraag/?wijk=volkel",
    "wijk/<slug:slug>/": "/wijk/volkel/",
    "mijn-wijk/": "/mijn-wijk/?postcode=5401",
    "voorziening/<slug:slug>/klopt-niet/": "/voorziening/koffieochtend/klopt-niet/",
    "organisatie/<slug:slug>/klopt-niet/": "/organisatie/stichting-samen-verder/klopt-niet/",
    "plek/<slug:slug>/klopt-niet/": "/plek/dorpshuis-de-linde/klopt-niet/",
    "ik-mis-iets/": "/ik-mis-iets/",
    "sitemap.xml": "/sitemap.xml",
    "zoeken/": "/zoeken/?q=koffieochtend",
    "zoeken/voorstellen/": "/zoeken/voorstellen/?q=kwi",
    "zoeken/punten.json": "/zoeken/punten.json?q=kwibus",
}
ZONDER_INHOUD = {
    "bedankt/", "nakijken/<str:code>/", "nakijken/wijzigen/<str:code>/",
    "mijn-lijst/bewaar/", "privacy/", "toegankelijkheid/", "over/", "robots.txt",
    ".well-known/security.txt", "gezond/", "beheer/", "beheer/handleiding/",
    "beheer/leesbaarheid/", "aanspreekprofiel/<str:code>/", "foto/<slug:sleutel>.webp",
}  # fmt: skip
VERBORGEN = ("kwibus", "Kwibus", "Geheimlaan", "5499ZZ", "5499 ZZ", "51.6123", "085 000 9999")


@pytest.fixture
def stad():
    """A small town in which one thing of every kind is public, and many are not."""
    volkel, buurt = een_wijk("Volkel"), een_buurt("Kom Volkel")
    buurt.ouder = volkel
    buurt.save()
    geld, ouderen = een_thema("Geld"), een_doelgroep("Ouderen")
    samen, linde = een_organisatie(), een_plek(gebied=buurt)
    samen.locaties.add(linde)
    koffie = een_voorziening(
        "Koffieochtend", themas=[geld], doelgroepen=[ouderen], locaties=[linde], gebieden=[volkel]
    )
    _verberg_alles(volkel, buurt, geld, ouderen, koffie)


def _verberg_alles(volkel, buurt, geld, ouderen, koffie) -> None:
    geheim = een_geheime_plek(
        "Kwibus Opvang", gebied=buurt, postcode="5499ZZ", lat=51.6123, telefoon="085 000 9999"
    )
    Openingstijd.objects.create(locatie=geheim, weekdag=0, van="09:00", tot="12:00")
    concept_plek = een_plek("Kwibus Plek", publicatie="concept", gebied=buurt)
    concept = een_organisatie("Kwibus Organisatie", publicatie="concept")
    weg = een_organisatie("Kwibus Archief")
    overal = {
        "themas": [geld], "doelgroepen": [ouderen], "gebieden": [volkel],
        "locaties": [een_plek("Dorpshuis De Es", gebied=buurt)],
    }  # fmt: skip
    een_voorziening("Kwibus concept", publicatie="concept", **overal)
    morgen = timezone.localdate() + timedelta(days=1)
    een_voorziening("Kwibus tot morgen", zichtbaar_vanaf=morgen, **overal)
    een_voorziening("Kwibus archief", **overal).archiveer("Gestopt.")
    weg.archiveer("Gestopt.")
    # What is public points at what is not: it may not give it away.
    koffie.locaties.add(geheim, concept_plek)
    koffie.uitvoerders.add(concept, weg)
    koffie.verantwoordelijke = concept
    koffie.save()
    for organisatie in (concept, weg):
        organisatie.locaties.add(koffie.locaties.first(), geheim)
    verborgen_thema = Thema.objects.create(naam="Kwibus thema", ouder=geld)
    koffie.themas.add(verborgen_thema)
    verborgen_thema.archiveer("Andere indeling.")
    groep = een_doelgroep("Kwibus groep")
    koffie.doelgroepen.add(groep)
    groep.archiveer("Samengevoegd.")
    wijk = een_wijk("Kwibus wijk")
    koffie.gebieden.add(wijk)
    Gebied.objects.get(pk=wijk.pk).archiveer("Opgeheven.")
    een_begrip("Kwibus woord").archiveer("Niet meer gebruikt.")
    _verberg_boom(geld, koffie, concept)
    themas = [geld, verborgen_thema]
    een_aanspreekpersoon(
        "Fatima",
        volkel,
        slug="v7k2mx",
        loop_binnen_bij=geheim,
        themas=themas,
        telefoon="0850009999",
    )
    een_aanspreekpersoon("Kwibus Kwinkslag", volkel, stand="pauze")
    _verberg_activiteiten(geld, volkel, koffie, geheim, concept, weg)


def _verberg_boom(geld, koffie, concept) -> None:
    buurt, hulp = een_laag("Buurt", opvang="buurt"), een_laag("Hulp", verantwoordelijke=concept)
    verborgen = Voorziening.objects.get(titel="Kwibus concept")
    een_stap(buurt, hulp)
    een_stap(buurt, verborgen, naam="Kwibus stap")
    een_stap(koffie, verborgen, naam="Kwibus eigen stap")
    een_laag("Kwibus laag").archiveer("Andere indeling.")
    een_afspraak("Kwibus afspraak", [geld], organisatie=concept)
    een_voorwaarde("Kwibus voorwaarde").archiveer("Niet meer nodig.")


def _verberg_activiteiten(geld, volkel, koffie, geheim, concept, weg) -> None:
    """One in the agenda, whose relations are partly hidden; five that may be nowhere."""
    linde = Locatie.objects.get(naam="Dorpshuis De Linde")
    groep = koffie.doelgroepen.get(naam="Kwibus groep")
    soep = een_activiteit("Soep", locatie=linde, verantwoordelijke=concept, voorziening=koffie)
    soep.themas.set([geld, Thema.objects.get(naam="Kwibus thema")])
    soep.doelgroepen.set([groep])
    soep.gebieden.set([volkel, Gebied.objects.get(naam="Kwibus wijk")])
    for velden in (
        {"locatie": geheim},
        {"locatie": Locatie.objects.get(naam="Kwibus Plek")},
        {"voorziening": Voorziening.objects.get(titel="Kwibus concept")},
        {"verantwoordelijke": weg},
        {"publicatie": "concept"},
    ):
        een_activiteit("Kwibus middag", themas=[geld], gebieden=[volkel], **velden)
    een_activiteit("Kwibus voorbij", themas=[geld], gebieden=[volkel]).archiveer("Gestopt.")


@pytest.mark.eis("H1")
@pytest.mark.parametrize("uitgang", UITGANGEN.values(), ids=UITGANGEN.keys())
def test_nothing_hidden_leaves_through_any_exit(stad, client: Client, uitgang):
    alles = ".".join(str(pk) for pk in Voorziening.objects.values_list("pk", flat=True))
    client.cookies["mijn_lijst"] = alles
    antwoord = client.get(uitgang.format(alles=alles))
    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    assert not [woord for woord in VERBORGEN if woord in tekst]


@pytest.mark.parametrize(
    "adres",
    [
        "/voorziening/kwibus-concept/",
        "/voorziening/kwibus-tot-morgen/",
        "/organisatie/kwibus-organisatie/",
        "/plek/kwibus-plek/",
        "/plek/kwibus-opvang/",
    ],
)
def test_a_hidden_page_is_not_there(stad, client: Client, adres):
    antwoord = client.get(adres)
    assert antwoord.status_code == 404
    assert "Kwibus" not in antwoord.content.decode()


def test_what_is_public_is_there_at_all_those_exits(stad, client: Client):
    for uitgang in (
        "/voorzieningen/",
        "/thema/geld/",
        "/doelgroep/ouderen/",
        "/plek/dorpshuis-de-linde/",
    ):
        assert "Koffieochtend" in client.get(uitgang).content.decode()
    for uitgang in ("/agenda/", "/agenda/wijk/volkel.ics", "/wijk/volkel/", "/sitemap.xml"):
        assert "soep" in client.get(uitgang).content.decode().lower()
    assert "Dorpshuis De Linde" in client.get("/kaart/punten.json").content.decode()


def test_counts_count_only_what_is_public(stad, client: Client):
    assert "1 gevonden" in client.get("/voorzieningen/").content.decode()
    assert "1 gevonden" in client.get("/thema/geld/").content.decode()


def test_a_confidential_place_cannot_be_kept_near_anything(stad, client: Client):

    dichtbij = Locatie.objects.zichtbaar().dichtstbij(51.6123, 5.62, 50)
    assert "Kwibus Opvang" not in [plek.naam for plek in dichtbij]


def test_every_public_address_is_in_the_table_of_exits():
    paden = set()
    for patroon in get_resolver().url_patterns:
        onder = getattr(patroon, "url_patterns", None)
        begin = str(patroon.pattern)
        if onder is None or begin.startswith("beheer"):
            paden.add(begin)
        else:
            paden |= {begin + str(p.pattern) for p in onder}
    # A question is read with its code, and /werk/ after logging in: their own tests guard those.
    publiek = {pad for pad in paden if not pad.startswith(("werk/", "vraag/<", "vraag/mijn/"))}
    assert publiek <= set(UITGANGEN) | ZONDER_INHOUD
