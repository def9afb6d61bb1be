"""The link in the mail: no password, one tap, once, and nothing else (L1)."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from sociale_basis.kern.ondertekend import onderteken
from tests.voorzieningen.eigenaren import (
    de_stichting,
    een_medewerker,
    een_oude_plek,
    een_oude_voorziening,
    lang_geleden,
)
from voorzieningen import controle
from voorzieningen.models import Controleverzoek, Openingstijd, Voorstel, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L1"), pytest.mark.usefixtures("lege_cache")]


@pytest.fixture
def koffie():
    de_stichting()
    return een_oude_voorziening()


@pytest.fixture
def verzoek(koffie) -> Controleverzoek:
    return controle.vraag()[0]


def _punt(verzoek, ding):
    return next(punt for punt in verzoek.punten.all() if punt.ding == ding)


def _tik(client, verzoek, ding, **kwargs):
    return client.post(verzoek.pad, {"punt": _punt(verzoek, ding).pk}, **kwargs)


def _formulier(verzoek, ding) -> str:
    return f"/nakijken/wijzigen/{_punt(verzoek, ding).code}/"


def _nagekeken(ding):
    return type(ding).objects.get(pk=ding.pk).laatst_gecontroleerd


# --- looking -------------------------------------------------------------------------------
def test_the_page_shows_what_the_website_says_without_a_password(client, verzoek, koffie):
    Openingstijd.objects.create(voorziening=koffie, weekdag=0, van="09:00", tot="12:00")
    tekst = client.get(verzoek.pad).content.decode()
    for woord in ("Koffieochtend", "085 000 1111", "maandag", "Alles klopt nog"):
        assert woord in tekst


@pytest.mark.parametrize("methode", ["get", "head", "options"])
def test_a_mail_scanner_that_opens_every_link_changes_nothing(client, verzoek, koffie, methode):
    for adres in (verzoek.pad, _formulier(verzoek, koffie)):
        getattr(client, methode)(adres)
        getattr(client, methode)(f"{adres}?punt={_punt(verzoek, koffie).pk}&anders=x")
    assert _nagekeken(koffie) == lang_geleden()
    assert not Voorstel.objects.exists()
    assert _punt(verzoek, koffie).is_open


def test_the_page_is_kept_nowhere_found_nowhere_and_told_to_nobody(client, verzoek, koffie):
    for adres in (verzoek.pad, _formulier(verzoek, koffie), "/nakijken/fout/"):
        antwoord = client.get(adres)
        assert "no-store" in antwoord["Cache-Control"]
        assert "noindex" in antwoord["X-Robots-Tag"]
        assert antwoord["Referrer-Policy"] == "same-origin"
        assert 'rel="canonical"' not in antwoord.content.decode()
    assert "Disallow: /nakijken/" in client.get("/robots.txt").content.decode()


def test_the_page_of_a_large_owner_takes_few_queries(client, koffie, django_assert_max_num_queries):
    for nummer in range(30):
        een_oude_voorziening(f"Koffie {nummer}")
    verzoek = controle.vraag()[0]
    client.get(verzoek.pad)
    with django_assert_max_num_queries(12):
        tekst = client.get(verzoek.pad).content.decode()
    assert tekst.count("Alles klopt nog<") == 20
    assert "Alles klopt nog<" in client.get(f"{verzoek.pad}?page=2").content.decode()


def test_nothing_of_another_owner_is_shown(client, verzoek):
    een_oude_voorziening("Van een ander")
    assert "Van een ander" not in client.get(verzoek.pad).content.decode()


# --- one tap -------------------------------------------------------------------------------
def test_one_tap_says_that_all_is_still_right(client, verzoek, koffie):
    antwoord = _tik(client, verzoek, koffie, follow=True)
    assert _nagekeken(koffie) == timezone.localdate()
    assert "“Koffieochtend” is nagekeken" in antwoord.content.decode()
    assert "Alles klopt nog<" not in antwoord.content.decode()
    assert koffie.history.first().history_change_reason == "Nagekeken via de link in de mail"


def test_a_second_tap_does_nothing(client, verzoek, koffie):
    _tik(client, verzoek, koffie)
    versies = koffie.history.count()
    Voorziening.objects.filter(pk=koffie.pk).update(laatst_gecontroleerd=lang_geleden())
    antwoord = _tik(client, verzoek, koffie, follow=True)
    assert antwoord.status_code == 200
    assert "was al nagekeken" in antwoord.content.decode()
    assert _nagekeken(koffie) == lang_geleden()
    assert koffie.history.count() == versies


def test_of_two_taps_at_the_same_time_one_counts(verzoek, koffie):
    eerste, tweede = _punt(verzoek, koffie), _punt(verzoek, koffie)
    assert [controle.bevestig(eerste), controle.bevestig(tweede)] == [True, False]


def test_of_two_entries_each_is_done_by_itself(client, koffie):
    soep = een_oude_voorziening("Soep")
    verzoek = controle.vraag()[0]
    _tik(client, verzoek, soep)
    assert (_nagekeken(soep), _nagekeken(koffie)) == (timezone.localdate(), lang_geleden())
    assert client.get(verzoek.pad).content.decode().count("Alles klopt nog<") == 1
    _tik(client, verzoek, koffie)
    assert _nagekeken(koffie) == timezone.localdate()


@pytest.mark.parametrize("punt", ["", "0", "x", "-1", "٣", "99999999", "9" * 30])
def test_a_tap_on_something_else_finds_nothing(client, verzoek, koffie, punt):
    assert client.post(verzoek.pad, {"punt": punt}).status_code == 404
    assert _nagekeken(koffie) == lang_geleden()


def test_a_link_does_nothing_to_what_belongs_to_another(client, koffie, verzoek):
    rie = een_medewerker()
    ander = een_oude_plek("Van een ander", redacteur=rie)
    van_rie = controle.vraag()[0]
    assert client.post(verzoek.pad, {"punt": _punt(van_rie, ander).pk}).status_code == 404
    assert _nagekeken(ander) == lang_geleden()


def test_without_the_token_of_a_form_nothing_is_posted(verzoek, koffie):
    streng = Client(enforce_csrf_checks=True)
    assert _tik(streng, verzoek, koffie).status_code == 403
    assert _nagekeken(koffie) == lang_geleden()


def test_what_staff_looked_at_meanwhile_is_shown_as_done(client, verzoek, koffie):
    koffie.bevestig()
    assert "Alles klopt nog<" not in client.get(verzoek.pad).content.decode()


def test_what_left_the_website_cannot_be_confirmed(client, verzoek, koffie):
    koffie.archiveer("Gestopt.")
    assert "was al nagekeken" in _tik(client, verzoek, koffie, follow=True).content.decode()
    assert _nagekeken(koffie) == lang_geleden()


# --- the short form ------------------------------------------------------------------------
def _invoer(ding, **anders):
    velden = {naam: getattr(ding, naam) for naam in ("kort", "telefoon", "email", "website")}
    rest = {"anders": "", "tarief": "", "bereikbaar": "", "tijden": ""}
    return velden | rest | anders


def test_a_correction_waits_for_staff_and_the_website_stays_as_it_is(client, verzoek, koffie):
    nieuw = _invoer(koffie, telefoon="085 000 2222", anders="Nu op dinsdag.")
    antwoord = client.post(_formulier(verzoek, koffie), nieuw, follow=True)
    assert "We kijken uw wijziging na" in antwoord.content.decode()
    voorstel = Voorstel.objects.get()
    assert voorstel.bron == "controle"
    assert voorstel.wijzigingen == {"telefoon": "+31850002222"}
    assert voorstel.toelichting == "Nu op dinsdag."
    assert voorstel.email == "info@stichting.voorbeeld.nl"
    assert Voorziening.objects.get(pk=koffie.pk).telefoon == "+31850001111"
    assert _nagekeken(koffie) == lang_geleden()


def test_once_staff_agree_it_is_published_and_counts_as_looked_at(client, verzoek, koffie):
    client.post(_formulier(verzoek, koffie), _invoer(koffie, kort="Elke dinsdag koffie."))
    Voorstel.objects.get().neem_over(een_medewerker())
    assert Voorziening.objects.get(pk=koffie.pk).kort == "Elke dinsdag koffie."
    assert _nagekeken(koffie) == timezone.localdate()


@pytest.mark.parametrize("soort", ["voorziening", "organisatie", "plek"])
def test_every_kind_of_entry_has_its_form(client, soort):
    stichting = de_stichting(laatst_gecontroleerd=lang_geleden())
    gisteren = lang_geleden(1)
    ding = {
        "voorziening": lambda: een_oude_voorziening(),
        "organisatie": lambda: stichting,
        "plek": lambda: een_oude_plek(beheerstichting=stichting),
    }[soort]()
    if soort != "organisatie":
        stichting.laatst_gecontroleerd = gisteren
        stichting.save()
    verzoek = controle.vraag()[0]
    adres = _formulier(verzoek, ding)
    assert ding.kort in client.get(adres).content.decode()
    client.post(adres, _invoer(ding, website="https://nieuw.voorbeeld.nl/", gestopt="on"))
    voorstel = Voorstel.objects.get()
    assert voorstel.wijzigingen == {"website": "https://nieuw.voorbeeld.nl/"}
    assert voorstel.toelichting == "Dit bestaat niet meer"
    assert voorstel.doel == ding


def test_a_mistake_is_told_beside_the_field_and_what_was_typed_stays(client, verzoek, koffie):
    fout = _invoer(koffie, telefoon="12", kort="Nieuwe zin.")
    tekst = client.post(_formulier(verzoek, koffie), fout).content.decode()
    assert "Dit is geen geldig telefoonnummer" in tekst
    assert 'value="12"' in tekst
    assert "Nieuwe zin." in tekst
    assert _punt(verzoek, koffie).is_open


def test_a_form_without_a_change_is_told_so_and_may_be_sent_again(client, verzoek, koffie):
    tekst = client.post(_formulier(verzoek, koffie), _invoer(koffie)).content.decode()
    assert "U heeft niets veranderd" in tekst
    assert not Voorstel.objects.exists()
    assert _punt(verzoek, koffie).is_open


def test_a_form_that_is_sent_twice_proposes_once(client, verzoek, koffie):
    adres, nieuw = _formulier(verzoek, koffie), _invoer(koffie, anders="Nu op dinsdag.")
    client.post(adres, nieuw)
    antwoord = client.post(adres, nieuw, follow=True)
    assert "was al nagekeken" in antwoord.content.decode()
    assert Voorstel.objects.count() == 1
    assert not controle.stel_voor(_punt(verzoek, koffie), {}, "Nog een keer")


# --- days and times ------------------------------------------------------------------------
def _met_tijden(koffie) -> str:
    """Two rows, one of which ends; returns the lines that the form begins with."""
    koffie.openingstijden.create(weekdag=0, van="09:00", tot="12:00", geldig_tot="2099-12-31")
    koffie.openingstijden.create(weekdag=2, van="13:00", tot="15:00", opmerking="in de zaal")
    return "maandag 09:00-12:00 (t/m 31-12-2099)\nwoensdag 13:00-15:00 in de zaal"


def test_times_are_changed_by_hand_and_taken_over_with_one_click(client, verzoek, koffie):
    nu = _met_tijden(koffie)
    assert nu in client.get(_formulier(verzoek, koffie)).content.decode()
    tijden = f"{nu}\nvrijdag 10 tot 12 uur".replace("woensdag", "donderdag")
    client.post(_formulier(verzoek, koffie), _invoer(koffie, tijden=tijden))
    voorstel = Voorstel.objects.get()
    assert list(voorstel.wijzigingen) == ["openingstijden"]
    (verschil,) = voorstel.verschillen()
    assert "Woensdag" in verschil.nu
    assert "Donderdag" in verschil.wordt
    voorstel.neem_over(een_medewerker())
    assert [str(tijd) for tijd in koffie.openingstijden.all()] == [
        "maandag 09:00–12:00", "donderdag 13:00–15:00", "vrijdag 10:00–12:00",
    ]  # fmt: skip
    assert koffie.openingstijden.get(weekdag=0).geldig_tot.year == 2099
    assert koffie.openingstijden.get(weekdag=3).opmerking == "in de zaal"


def test_times_that_were_not_touched_are_no_change(client, verzoek, koffie):
    tijden = _met_tijden(koffie)
    nieuw = _invoer(koffie, tijden=tijden, kort="Nieuwe zin.")
    client.post(_formulier(verzoek, koffie), nieuw)
    assert Voorstel.objects.get().wijzigingen == {"kort": "Nieuwe zin."}


def test_a_line_that_we_cannot_read_is_told_and_stays(client, verzoek, koffie):
    nieuw = _invoer(koffie, tijden="elke maandagochtend")
    tekst = client.post(_formulier(verzoek, koffie), nieuw).content.decode()
    assert "Deze regel begrijpen we niet: “elke maandagochtend”" in tekst
    assert "elke maandagochtend</textarea>" in tekst
    assert "Lukt het niet? Haal de regel weg en schrijf het hieronder op." in tekst
    assert _punt(verzoek, koffie).is_open


def test_a_remark_that_is_too_long_is_told(client, verzoek, koffie):
    nieuw = _invoer(koffie, tijden=f"maandag 9-12 {'x' * 121}")
    tekst = client.post(_formulier(verzoek, koffie), nieuw).content.decode()
    assert "120" in tekst
    assert not Voorstel.objects.exists()


# --- links that do not work any more -------------------------------------------------------
def _ouder(monkeypatch, dagen):
    nu = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: nu + dagen * 86_400)


@pytest.mark.parametrize("welke", ["pagina", "formulier"])
def test_an_expired_link_says_what_to_do_now(client, verzoek, koffie, monkeypatch, welke):
    adres = verzoek.pad if welke == "pagina" else _formulier(verzoek, koffie)
    _ouder(monkeypatch, 61)
    antwoord = client.post(adres, _invoer(koffie, anders="x", punt=_punt(verzoek, koffie).pk))
    assert antwoord.status_code == 410
    assert "die tijd is voorbij" in antwoord.content.decode()
    assert not Voorstel.objects.exists()
    assert _nagekeken(koffie) == lang_geleden()


def test_a_tap_does_not_make_a_link_last_longer(client, verzoek, koffie):
    vers = client.post(verzoek.pad, {"punt": verzoek.punten.get().pk})["Location"]
    Controleverzoek.objects.update(gevraagd_op=timezone.now() - timedelta(days=61))
    assert client.get(vers).status_code == 410
    assert client.post(vers, {"punt": verzoek.punten.get().pk}).status_code == 410


def test_a_form_ends_with_the_mail_that_it_belongs_to(client, verzoek, koffie):
    adres = _formulier(verzoek, koffie)
    Controleverzoek.objects.update(gevraagd_op=timezone.now() - timedelta(days=61))
    assert client.get(adres).status_code == 410


@pytest.mark.parametrize(
    "anders", [lambda c: c[:-2], lambda c: c + "A", lambda c: "x", lambda c: "é"]
)
def test_a_link_that_was_changed_or_cut_off_opens_nothing(client, verzoek, anders):
    code = verzoek.pad.split("/")[2]
    antwoord = client.get(f"/nakijken/{anders(code)}/")
    assert antwoord.status_code == 404
    tekst = antwoord.content.decode()
    assert "niet compleet" in tekst
    assert "Koffieochtend" not in tekst
    assert 'href="tel:' in tekst


def test_a_code_for_one_thing_opens_nothing_else(client, verzoek, koffie):
    assert client.get(f"/nakijken/{_punt(verzoek, koffie).code}/").status_code == 404
    assert client.get(f"/nakijken/wijzigen/{verzoek.pad.split('/')[2]}/").status_code == 404
    vreemd = onderteken("formulier", verzoek.pk)
    assert client.get(f"/nakijken/{vreemd}/").status_code == 404


def test_a_newer_mail_makes_the_older_link_void(client, verzoek, koffie):
    adres = _formulier(verzoek, koffie)
    nieuw = controle.vraag(timezone.now() + timedelta(days=28))[0]
    antwoord = _tik(client, verzoek, koffie)
    assert antwoord.status_code == 410
    assert "nieuwere mail" in antwoord.content.decode()
    assert client.get(adres).status_code == 410
    assert _nagekeken(koffie) == lang_geleden()
    assert client.get(nieuw.pad).status_code == 200


def test_a_link_of_a_request_that_is_gone_is_kind_too(client, verzoek):
    Controleverzoek.objects.all().delete()
    assert client.get(verzoek.pad).status_code == 410


def test_who_tries_codes_is_stopped(client, verzoek, monkeypatch):
    monkeypatch.setattr(import_module("voorzieningen.views.nakijken"), "KEER", 3)
    codes = [client.get("/nakijken/gok/").status_code for _ in range(5)]
    assert codes == [404, 404, 404, 429, 429]
    assert client.get(verzoek.pad).status_code == 429
