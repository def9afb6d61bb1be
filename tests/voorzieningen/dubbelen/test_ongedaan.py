"""Undoing a merge: one click, and all is as it was; what was done since is never lost."""

from datetime import time
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from sociale_basis.kern.geschiedenis import Tijdlijn
from sociale_basis.kern.models import Logregel, OudeSlug
from sociale_basis.kern.verwijderen import verwijder_voorgoed
from tests.fabriek import (
    een_boom,
    een_doelgroep,
    een_geheime_plek,
    een_laag,
    een_organisatie,
    een_plek,
    een_stap,
    een_thema,
    een_voorziening,
)
from tests.rollen import Toneel, een_medewerker, ingelogd
from voorzieningen.dubbelen import KanNietTerug, maak_ongedaan, ververs, voeg_samen
from voorzieningen.models import Dubbel, Herkomst, Medewerker, Voorstel, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V12")]
BIJZAAK = {"gewijzigd_op"}
LIJST = "/beheer/voorzieningen/dubbel/"


@pytest.fixture
def door():
    return een_medewerker("redacteur")


@pytest.fixture
def paar():
    blijft = een_voorziening(
        "Koffieochtend", telefoon="0413281911", themas=[een_thema("Ontmoeten")]
    )
    weg = een_voorziening("Koffie-ochtend", email="koffie@voorbeeld.nl", themas=[een_thema("Eten")])
    weg.openingstijden.create(weekdag=4, van=time(13), tot=time(15))
    return blijft, weg


def alles() -> dict[str, list[Any]]:
    """Every row of the kaart and its lists, but for histories, pairs and moments of saving."""
    standen = {}
    for model in apps.get_app_config("voorzieningen").get_models(include_auto_created=True):
        if "istorical" in model.__name__ or model is Dubbel:
            continue
        velden = [v.attname for v in model._meta.concrete_fields if v.attname not in BIJZAAK]
        if model._meta.auto_created:
            velden.remove("id")
        standen[model.__name__] = sorted(map(str, model._base_manager.values_list(*velden)))
    return standen


def terug(door) -> list[str]:
    return maak_ongedaan(Dubbel.objects.get(stand="samen"), door=door)


# --- as it was -----------------------------------------------------------------------------


def test_undoing_gives_back_both_as_they_were(paar, door, client):
    blijft, weg = paar
    weg.doelgroepen.add(een_doelgroep())
    toen = alles()
    voeg_samen(blijft, weg, {"email", "openingstijden", "titel"}, door=door)
    assert alles() != toen
    assert terug(door) == []
    assert alles() == toen
    for adres in ("koffieochtend", "koffie-ochtend"):
        assert client.get(f"/voorziening/{adres}/").status_code == 200


def test_what_moved_points_at_the_other_again(door):
    blijft, weg = een_organisatie("De Linde"), een_organisatie("Stichting De Linde")
    een_voorziening("Een", verantwoordelijke=weg, uitvoerders=[weg])
    een_voorziening("Beide", verantwoordelijke=blijft, uitvoerders=[weg, blijft])
    een_plek(beheerstichting=weg)
    een_organisatie("Heel oud").archiveer("Op.", weg)
    Medewerker.objects.create(gebruiker=door, organisatie=weg)
    Voorstel.objects.dien_in(weg, {"kort": "Beter."}, bron="bezoeker")
    Herkomst.objects.create(bron="b", soort="organization", sleutel="1", organisatie=weg)
    toen = alles()
    voeg_samen(blijft, weg, set(), door=door)
    assert terug(door) == []
    assert alles() == toen


def test_places_go_back_on_the_lists_they_came_from_and_secret_is_as_it_was(door):
    plek, geheim = een_plek("Huis", is_ontmoetingsplek=False), een_geheime_plek("Het huis")
    een_voorziening("A", locaties=[geheim])
    een_voorziening("B", locaties=[geheim, plek])
    een_organisatie("C").locaties.add(geheim)
    toen = alles()
    voeg_samen(plek, geheim, {"straat"}, door=door)
    assert terug(door) == []
    assert alles() == toen


@pytest.mark.eis("V7")
def test_what_became_secret_stays_so_when_staff_wrote_in_it_since(door):
    plek, geheim = een_plek("Huis", is_ontmoetingsplek=False), een_geheime_plek("Het huis")
    voeg_samen(plek, geheim, set(), door=door)
    plek.refresh_from_db()
    plek.straat = "Geheimlaan"
    plek.save()
    assert len(terug(door)) == 1
    plek.refresh_from_db()
    assert plek.vertrouwelijk
    namen = [regel.history_change_reason or "" for regel in plek.history.all()]
    assert not any("Het huis" in naam for naam in namen)


def test_an_address_goes_back_whole_or_not_at_all(door):
    plek = een_plek("Huis", is_ontmoetingsplek=False)
    ander = een_plek("Het huis", is_ontmoetingsplek=False, straat="Dreef", huisnummer="9")
    voeg_samen(plek, ander, {"straat"}, door=door)
    plek.refresh_from_db()
    plek.huisnummer = "11"
    plek.save()
    assert "straat" in terug(door)[0].lower()
    plek.refresh_from_db()
    assert (plek.straat, plek.huisnummer) == ("Dreef", "11")


@pytest.mark.eis("H3")
def test_a_step_that_staff_archived_since_stays_in_the_archive(paar, door):
    blijft, weg = paar
    een_boom()
    stap = een_stap(weg, een_voorziening("Schuldhulp", toegang="indicatie"), naam="Verder")
    voeg_samen(blijft, weg, set(), door=door)
    stap.refresh_from_db()
    stap.archiveer("Klopt niet meer.")
    terug(door)
    stap.refresh_from_db()
    assert (stap.archiefreden, stap.van_voorziening) == ("Klopt niet meer.", weg)


@pytest.mark.eis("H3")
def test_nothing_comes_back_to_a_layer_in_the_archive(paar, door):
    blijft, weg = paar
    laag = een_laag("Oud")
    Voorziening.objects.filter(pk=weg.pk).update(laag=laag)
    weg.refresh_from_db()
    voeg_samen(blijft, weg, set(), door=door)
    laag.archiveer("Bestaat niet meer.")
    with pytest.raises(ValidationError, match="gearchiveerd"):
        terug(door)


@pytest.mark.eis("H3")
def test_steps_of_the_boom_come_back_with_the_one_between_the_two(paar, door):
    blijft, weg = paar
    een_boom()
    een_stap(weg, een_voorziening("Schuldhulp", toegang="indicatie"), naam="Verder")
    een_stap(weg, blijft, naam="Tussen de twee")
    een_stap(weg, blijft, naam="Al weg", soort="overnemen").archiveer("Lang geleden.")
    toen = alles()
    voeg_samen(blijft, weg, set(), door=door)
    assert terug(door) == []
    assert alles() == toen


def test_older_addresses_lead_to_whose_they_were(paar, door, client):
    blijft, weg = paar
    weg = Voorziening.objects.get(pk=weg.pk)
    weg.slug = "koffie-nieuw"
    weg.save()
    voeg_samen(blijft, weg, set(), door=door)
    terug(door)
    assert client.get("/voorziening/koffie-ochtend/")["Location"] == "/voorziening/koffie-nieuw/"
    assert client.get("/voorziening/koffie-nieuw/").status_code == 200
    assert not OudeSlug.objects.filter(object_id=blijft.pk).exists()


def test_the_pair_waits_again_and_may_be_merged_the_other_way_round(paar, door):
    blijft, weg = paar
    ververs()
    voeg_samen(blijft, weg, set(), door=door)
    terug(door)
    assert Dubbel.objects.get().stand == "open"
    assert ververs() == 1
    toen = alles()
    for een, ander in ((weg, blijft), (blijft, weg)):
        voeg_samen(een, ander, set(), door=door)
        terug(door)
    assert alles() == toen


def test_two_merges_are_undone_in_the_reverse_order(paar, door):
    blijft, weg = paar
    derde = een_voorziening("Koffie", themas=[een_thema("Buiten")])
    toen = alles()
    voeg_samen(blijft, weg, {"email"}, door=door)
    voeg_samen(derde, blijft, {"telefoon"}, door=door)
    eerste, tweede = Dubbel.objects.order_by("pk")
    with pytest.raises(KanNietTerug, match="Koffie"):
        maak_ongedaan(eerste, door=door)
    maak_ongedaan(tweede, door=door)
    maak_ongedaan(eerste, door=door)
    assert alles() == toen


def test_history_and_log_tell_of_it(paar, door):
    blijft, weg = paar
    versies = [len(Tijdlijn(Voorziening, ding.pk).versies) for ding in paar]
    voeg_samen(blijft, weg, {"email"}, door=door)
    terug(door)
    for ding, eerder in zip(paar, versies, strict=True):
        assert len(Tijdlijn(Voorziening, ding.pk).versies) == eerder + 2
        laatste = ding.history.latest()
        assert laatste.history_user == door
        assert laatste.history_change_reason.endswith("is ongedaan gemaakt")
    assert Logregel.objects.filter(soort="samengevoegd").latest("pk").wat == (
        f"voorziening “Koffie-ochtend” ({weg.pk}) staat weer naast “Koffieochtend”."
    )


# --- what was done since -------------------------------------------------------------------


def test_what_somebody_changed_since_stays_and_is_told(paar, door):
    blijft, weg = paar
    nieuw, buiten = een_thema("Nieuw"), een_thema("Buiten")
    organisatie = een_organisatie("Samen")
    punt = een_voorziening("Ander", locaties=[een_plek()])
    stap = Voorstel.objects.dien_in(weg, {"kort": "Beter."}, bron="bezoeker")
    over = voeg_samen(blijft, weg, {"email", "titel"}, door=door)
    over.titel = "Koffie in het dorpshuis"
    over.verantwoordelijke = organisatie
    over.save()
    over.themas.add(nieuw, buiten)
    stap.voorziening = punt
    stap.save()
    zinnen = terug(door)
    assert "Titel" in " ".join(zinnen)
    assert any("1 verwijzing" in zin for zin in zinnen)
    blijft = Voorziening.objects.get(pk=blijft.pk)
    assert (blijft.titel, blijft.email) == ("Koffie in het dorpshuis", "")
    assert blijft.verantwoordelijke == organisatie
    assert {thema.naam for thema in blijft.themas.all()} == {"Ontmoeten", "Nieuw", "Buiten"}
    stap.refresh_from_db()
    assert stap.voorziening == punt


def test_what_came_since_stays_with_the_one_it_was_given_to(door):
    blijft, weg = een_organisatie("De Linde"), een_organisatie("Stichting De Linde")
    voeg_samen(blijft, weg, set(), door=door)
    later = een_voorziening("Later", verantwoordelijke=blijft)
    terug(door)
    later.refresh_from_db()
    assert later.verantwoordelijke == blijft


def test_an_address_that_somebody_else_took_is_told_and_nothing_changes(paar, door):
    blijft, weg = paar
    voeg_samen(blijft, weg, set(), door=door)
    een_voorziening("Ander", slug="koffie-ochtend")
    nu = alles()
    with pytest.raises(KanNietTerug, match="koffie-ochtend"):
        terug(door)
    assert alles() == nu


@pytest.mark.parametrize("wat", ["blijft weg", "al terug", "al terug met de hand"])
def test_what_is_no_longer_a_merge_is_not_undone(paar, door, wat):
    blijft, weg = paar
    over = voeg_samen(blijft, weg, set(), door=door)
    dubbel = Dubbel.objects.get()
    if wat == "blijft weg":
        over.archiveer("Gestopt.")
    elif wat == "al terug":
        maak_ongedaan(dubbel, door=door)
    else:
        Voorziening.objects.get(pk=weg.pk).herstel()
    nu = alles()
    with pytest.raises(KanNietTerug):
        maak_ongedaan(dubbel, door=door)
    assert alles() == nu


def test_a_merge_from_before_this_was_kept_is_not_undone(paar, door):
    voeg_samen(*paar, set(), door=door)
    Dubbel.objects.update(terugweg={})
    with pytest.raises(KanNietTerug, match="met de hand"):
        terug(door)


@pytest.mark.eis("H3")
def test_a_boom_that_would_break_is_told(paar, door):
    blijft, weg = paar
    _buurt, team, top = een_boom()
    een_stap(weg, een_voorziening("Spreekuur", laag=team), naam="Verder")
    voeg_samen(blijft, weg, set(), door=door)
    Voorziening.objects.filter(pk=weg.pk).update(laag=top)
    with pytest.raises(ValidationError, match="Verder"):
        terug(door)


def test_who_is_deleted_for_good_leaves_nothing_in_the_pair(paar, door):
    blijft, weg = paar
    voeg_samen(blijft, weg, {"email"}, door=door)
    weg = Voorziening.objects.get(pk=weg.pk)
    verwijder_voorgoed(weg, reden="Verzoek.", titel="", door=door)
    assert not Dubbel.objects.exists()


# --- in the admin --------------------------------------------------------------------------


def pagina() -> str:
    return f"{LIJST}{Dubbel.objects.get().pk}/change/"


def geschiedenis(ding) -> str:
    return f"/beheer/voorzieningen/voorziening/{ding.pk}/history/"


def test_one_click_in_the_history_of_either_undoes_it(paar, door):
    blijft, weg = paar
    client = ingelogd(door)
    for ding in (blijft, weg):
        toen = alles()
        voeg_samen(blijft, weg, set(), door=door)
        html = client.get(geschiedenis(ding)).content.decode()
        assert "Maak samenvoegen ongedaan" in html
        assert f'action="{pagina()}"' in html
        antwoord = client.post(pagina(), {"besluit": "ongedaan"}, follow=True)
        assert "staan weer naast elkaar" in antwoord.content.decode()
        assert alles() == toen
        assert "Maak samenvoegen ongedaan" not in client.get(geschiedenis(ding)).content.decode()


def test_the_list_shows_what_was_merged_one_click_away(paar, door):
    client = ingelogd(door)
    voeg_samen(*paar, {"email"}, door=door)
    assert "Koffie-ochtend" not in client.get(LIJST).content.decode()
    samen = client.get(f"{LIJST}?stand=samen").content.decode()
    assert "“Koffieochtend” en “Koffie-ochtend”" in samen
    html = client.get(pagina()).content.decode()
    assert "Ging op in de eerste" in html
    assert "Maak samenvoegen ongedaan" in html
    assert "Voeg samen</button>" not in html


def test_a_refusal_is_told_on_the_page(paar, door):
    client = ingelogd(door)
    voeg_samen(*paar, set(), door=door)
    een_voorziening("Ander", slug="koffie-ochtend")
    antwoord = client.post(pagina(), {"besluit": "ongedaan"})
    assert antwoord.status_code == 400
    assert "koffie-ochtend" in antwoord.content.decode()


@pytest.mark.parametrize("besluit", ["samen", "twee", "", "x"])
def test_a_merged_pair_takes_no_other_decision(paar, door, besluit):
    voeg_samen(*paar, set(), door=door)
    nu = alles()
    ingelogd(door).post(pagina(), {"besluit": besluit, "blijft": paar[0].pk})
    assert alles() == nu
    assert Dubbel.objects.get().stand == "samen"


@pytest.mark.parametrize("rol", ["wijkredacteur", "organisatie-redacteur", "lezer"])
def test_who_may_not_change_both_undoes_nothing_and_sees_no_button(paar, door, rol):
    voeg_samen(*paar, set(), door=door)
    client = ingelogd(een_medewerker(rol, Toneel()))
    assert client.get(pagina()).status_code in (403, 404)
    assert client.post(pagina(), {"besluit": "ongedaan"}).status_code in (403, 404)
    assert Dubbel.objects.get().stand == "samen"
    if rol == "lezer":
        html = client.get(geschiedenis(paar[0])).content.decode()
        assert "Maak samenvoegen ongedaan" not in html


def test_undoing_takes_a_click_and_not_a_link(paar, door):
    voeg_samen(*paar, set(), door=door)
    ingelogd(door).get(pagina(), {"besluit": "ongedaan"})
    assert Dubbel.objects.get().stand == "samen"
