"""Nothing about somebody who paused, stopped or took consent back leaves through any exit.

The person is called Kwibus. Who is visible shows up at the same exits, so that the test would
notice an exit that shows nobody at all.
"""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.db import models
from django.test import Client
from django.utils import timezone

from sociale_basis.kern.bewaren import ruim_op
from sociale_basis.kern.foto import verklein
from sociale_basis.kern.models import Document, OudeSlug, Term, Vorm
from sociale_basis.kern.zoeken.voorstellen import stel_voor
from tests.fabriek import een_boom, een_buurt, een_plek, een_thema, een_voorziening, een_wijk
from tests.hulp.fotos import een_upload
from tests.rollen import een_medewerker, ingelogd
from vrijwilligers.models import Aanspreekpersoon
from wijken.geadresseerden import zoek_geadresseerde
from wijken.models import Postcodegebied

from .mensen import een_aanspreekpersoon, een_taal

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H6"), pytest.mark.eis("V7")]
NUMMER, MAIL = "085 000 7788", "kwibus@voorbeeld.nl"
SPOREN = ("kwibus", "7788", "flierefluiten")

UITGANGEN = {
    "own page": "/aanspreekpersoon/{slug}/",
    "wijk": "/wijk/volkel/",
    "buurt": "/wijk/kom-volkel/",
    "municipality": "/wijk/maashorst/",
    "list of wijken": "/wijken/",
    "boom": "/wijk/volkel/boom/?thema=geld",
    "route": "/boom/route/?thema=geld&wijk=volkel",
    "search by name": "/zoeken/?q=kwibus",
    "search by what": "/zoeken/?q=flierefluiten",
    "search by kind": "/zoeken/?q=aanspreekpersoon+volkel",
    "search by language": "/zoeken/?q=iemand+die+turks+spreekt",
    "search on language": "/zoeken/?taal=tu",
    "suggestions": "/zoeken/voorstellen/?q=kwi",
    "points": "/zoeken/punten.json?q=kwibus",
    "dead end of a wijk": "/bestaat-niet/?wijk=volkel",
    "dead end of a postcode": "/mijn-wijk/?postcode=5408AA",
    "nothing found": "/zoeken/?q=xyzzy+volkel",
    "stopped provision": "/voorziening/oude-hulp/",
    "place": "/plek/de-zwaan/",
    "theme": "/thema/geld/",
    "sitemap": "/sitemap.xml",
    "home": "/",
}
# Where somebody who is visible is named, as a check of the table itself.
NOEMT = {
    "own page", "wijk", "buurt", "municipality", "boom", "route", "search by name",
    "search by what", "search by kind", "search by language", "search on language",
    "suggestions", "dead end of a wijk", "nothing found", "stopped provision",
}  # fmt: skip


@pytest.fixture
def kwibus() -> Aanspreekpersoon:
    """Somebody in Volkel with everything that there is to tell."""
    volkel, geld = een_wijk("Volkel"), een_thema("Geld")
    buurt = een_buurt("Kom Volkel", ouder=volkel)
    Postcodegebied.objects.create(postcode="5408AA", buurt=buurt)
    een_boom()
    een_voorziening("Hulp met geld", themas=[geld])
    een_voorziening("Oude hulp", hele_gemeente=False, gebieden=[volkel]).archiveer("Gestopt.")
    persoon = een_aanspreekpersoon(
        "Kwibus Kwinkslag", volkel, waarvoor="Flierefluiten en brieven.", over="Ik ben Kwibus.",
        telefoon=NUMMER, email=MAIL, toestemming_nummer=True, toestemming_foto=True,
        loop_binnen_bij=een_plek("De Zwaan", kort="Een plek."), loop_binnen_wanneer="kwibusdag",
        talen=[een_taal("Turks")], themas=[geld],
    )  # fmt: skip
    persoon.zet_foto(verklein(een_upload()))
    persoon.save()
    return persoon


def trek_in(persoon: Aanspreekpersoon) -> None:
    persoon.ingetrokken_op = timezone.localdate()
    persoon.save()


WEG = {
    "paused": lambda persoon: persoon.zet_stand("pauze", date(2026, 11, 1)),
    "stopped": lambda persoon: persoon.stop(),
    "consent taken back": trek_in,
}
op_elke_manier = pytest.mark.parametrize("ga_weg", WEG.values(), ids=WEG)


def sporen(tekst: str) -> list[str]:
    return [spoor for spoor in SPOREN if spoor in tekst.casefold()]


def bezoek(persoon: Aanspreekpersoon) -> dict[str, list[str]]:
    """Per exit what of the person stands there, but for the question, which is repeated."""
    client = Client()
    gevonden = {}
    for uitgang, adres in UITGANGEN.items():
        tekst = client.get(adres.format(slug=persoon.slug)).content.decode()
        for vraag in ("kwibus", "flierefluiten"):
            if f"q={vraag}" in adres:
                for herhaald in (f'value="{vraag}"', f"Zoeken: {vraag}", f"={vraag}"):
                    tekst = tekst.replace(herhaald, "")
        gevonden[uitgang] = sporen(tekst)
    return gevonden


def test_who_is_visible_is_named_where_it_helps(kwibus):
    assert {uitgang for uitgang, gevonden in bezoek(kwibus).items() if gevonden} == NOEMT


@op_elke_manier
def test_who_went_away_is_named_at_no_exit(ga_weg, kwibus):
    bezoek(kwibus)  # whatever is remembered from before
    ga_weg(kwibus)
    assert {u: gevonden for u, gevonden in bezoek(kwibus).items() if gevonden} == {}


@op_elke_manier
def test_the_photo_is_gone_too_but_for_its_owner_and_staff(ga_weg, kwibus, client):
    adres = f"/foto/{kwibus.foto_id}.webp"
    assert client.get(adres).status_code == 200
    ga_weg(kwibus)
    assert client.get(adres).status_code == 404


@op_elke_manier
def test_no_question_can_be_addressed_to_them(ga_weg, kwibus):
    assert zoek_geadresseerde(kwibus.slug).naam == "Kwibus Kwinkslag"
    ga_weg(kwibus)
    assert zoek_geadresseerde(kwibus.slug) is None


@pytest.mark.eis("V9")
def test_nor_to_who_is_full(kwibus):
    kwibus.zet_stand("vol")
    assert zoek_geadresseerde(kwibus.slug) is None


@op_elke_manier
def test_no_table_of_the_index_holds_a_word_of_them(ga_weg, kwibus):
    assert Vorm.objects.filter(vorm="kwibus").exists()
    ga_weg(kwibus)
    assert not Document.objects.filter(soort="aanspreekpersoon").exists()
    assert not Term.objects.filter(woord__contains="kwibus").exists()
    assert not Vorm.objects.filter(vorm__contains="kwinkslag").exists()
    assert stel_voor("kwib") == []


def test_who_comes_back_is_found_again(kwibus):
    kwibus.zet_stand("pauze")
    kwibus.zet_stand("actief")
    assert "Kwibus Kwinkslag" in stel_voor("kwi")


# --- what an address and a cache keep ----------------------------------------------------------


def test_a_stopped_page_says_410_and_a_paused_one_404(kwibus, client):
    adres = kwibus.get_absolute_url()
    kwibus.zet_stand("pauze")
    assert client.get(adres).status_code == 404
    kwibus.stop()
    antwoord = client.get(adres)
    assert antwoord.status_code == 410
    assert "is gestopt" in antwoord.content.decode()
    assert not OudeSlug.objects.exists()


def test_no_cache_and_no_search_engine_keeps_the_page(kwibus, client):
    for _keer in range(2):
        antwoord = client.get(kwibus.get_absolute_url())
        assert "no-store" in antwoord["Cache-Control"]
        assert antwoord["X-Robots-Tag"] == "noindex, noarchive"
        kwibus.stop()


def test_the_own_mail_address_is_never_sent_out(kwibus, client):
    for uitgang in UITGANGEN.values():
        assert MAIL not in client.get(uitgang.format(slug=kwibus.slug)).content.decode()


# --- the admin -----------------------------------------------------------------------------------

BEHEER = "/beheer/vrijwilligers/aanspreekpersoon/"


@pytest.mark.parametrize("rol", ["redacteur", "wijkredacteur", "lezer"])
@pytest.mark.parametrize("pagina", ["", "{pk}/change/", "{pk}/history/", "{pk}/voorbeeld/"])
def test_after_stopping_only_a_beheerder_finds_anything(rol, pagina, kwibus):
    kwibus.stop()
    adres = BEHEER + pagina.format(pk=kwibus.pk) + ("?archief=alles" if not pagina else "")
    tekst = ingelogd(een_medewerker(rol)).get(adres, follow=True).content.decode()
    assert "Kwinkslag" not in tekst
    if pagina != "{pk}/voorbeeld/":
        beheerder = ingelogd(een_medewerker("beheerder"))
        assert "Kwinkslag" in beheerder.get(adres).content.decode()


def test_the_log_of_the_admin_never_held_the_name(kwibus):
    client = ingelogd(een_medewerker("beheerder"))
    gegevens = {"action": "pauzeer", "_selected_action": [kwibus.pk]}
    client.post(BEHEER, gegevens)
    regel = LogEntry.objects.get()
    assert kwibus.slug in regel.object_repr
    assert "Kwibus" not in f"{regel.object_repr} {regel.change_message}"


# --- and in the end it is not known any more ----------------------------------------------------


@pytest.mark.parametrize("ga_weg", [WEG["stopped"], WEG["consent taken back"]])
def test_after_a_month_no_table_knows_who_it_was(ga_weg, kwibus):
    ga_weg(kwibus)
    nu = timezone.now()
    ruim_op(opslaan=True, nu=nu + timedelta(days=29))
    assert _in_tabellen("Kwinkslag")
    ruim_op(opslaan=True, nu=nu + timedelta(days=31))
    for spoor in ("Kwinkslag", "Flierefluiten", "7788", MAIL, "kwibusdag"):
        assert _in_tabellen(spoor) == []
    kwibus.refresh_from_db()
    assert (kwibus.foto_id, kwibus.gebruiker_id, kwibus.loop_binnen_bij_id) == (None, None, None)
    assert not kwibus.talen.exists()
    assert not kwibus.themas.exists()


def test_the_address_of_who_stopped_answers_for_ever(kwibus, client):
    kwibus.stop()
    ruim_op(opslaan=True, nu=timezone.now() + timedelta(days=400))
    assert client.get(kwibus.get_absolute_url()).status_code == 410


def _in_tabellen(spoor: str) -> list[str]:
    """Every text column of every table that holds this, history included."""
    return [
        f"{model._meta.label}.{veld.name}"
        for model in apps.get_models(include_auto_created=True)
        for veld in model._meta.concrete_fields
        if isinstance(veld, models.CharField | models.TextField)
        and model._base_manager.filter(**{f"{veld.name}__contains": spoor}).exists()
    ]
