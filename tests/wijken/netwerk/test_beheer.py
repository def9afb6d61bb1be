"""The networks in the admin: lists that find what needs work, and what staff do at once (M6)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.fabriek import de_gemeente, een_organisatie, een_wijk
from tests.rollen import een_medewerker, ingelogd
from wijken.models import Gebied, Netwerkpartner
from wijken.netwerk.tekort import zonder_eerste_ring

from .partners import een_partner

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M6")]
LIJST = "/beheer/wijken/netwerkpartner/"
TELEFOON = {"telefoon": "085 000 1234"}


@pytest.fixture
def volkel():
    return een_wijk("Volkel")


@pytest.fixture
def redacteur(db):
    return ingelogd(een_medewerker("redacteur"))


def gevonden(client, vraag: str) -> set[Netwerkpartner]:
    return set(client.get(f"{LIJST}?{vraag}").context["cl"].result_list)


def test_the_list_is_filtered_on_ring_signed_and_what_needs_work(redacteur, volkel):
    oud = timezone.localdate() - timedelta(200)
    reek = een_wijk("Reek")
    tweede = een_partner(volkel, ring="tweede", **TELEFOON)
    tekende = een_partner(volkel, tekende_op=oud, **TELEFOON)
    verouderd = een_partner(volkel, capaciteit="vol", capaciteit_op=oud, **TELEFOON)
    zonder = een_partner(reek)
    concept = een_organisatie("Nog niet", publicatie="concept", telefoon="085 000 1234")
    verborgen = een_partner(volkel, "", organisatie=concept)
    een_partner(volkel, **TELEFOON).archiveer("Met pensioen.")
    assert gevonden(redacteur, "ring__exact=tweede") == {tweede}
    assert gevonden(redacteur, "tekende=ja") == {tekende}
    assert tekende not in gevonden(redacteur, "tekende=nee")
    assert gevonden(redacteur, "let_op=oud") == {verouderd}
    assert gevonden(redacteur, "let_op=contact") == {zonder}
    assert gevonden(redacteur, "let_op=verborgen") == {verborgen}
    assert gevonden(redacteur, f"gebied__id__exact={reek.pk}") == {zonder}
    assert gevonden(redacteur, "let_op=onzin") == gevonden(redacteur, "")


def test_the_list_asks_no_more_when_it_grows(redacteur, volkel, django_assert_max_num_queries):
    for nummer in range(20):
        een_partner(volkel, f"functie {nummer}", organisatie=een_organisatie(f"O {nummer}"))
    redacteur.get(LIJST)
    with django_assert_max_num_queries(12):
        redacteur.get(LIJST)


@pytest.mark.eis("M18")
def test_many_sign_at_once_and_who_signed_before_keeps_the_day(redacteur, volkel):
    toen = timezone.localdate() - timedelta(100)
    eerder, nu = een_partner(volkel, tekende_op=toen), een_partner(volkel)
    gekozen = {"action": "tekende", "_selected_action": [eerder.pk, nu.pk]}
    antwoord = redacteur.post(LIJST, gekozen, follow=True)
    assert "1 partner tekende." in antwoord.content.decode()
    eerder.refresh_from_db()
    nu.refresh_from_db()
    assert (eerder.tekende_op, nu.tekende_op) == (toen, timezone.localdate())
    assert nu.history.count() == 2


def test_a_reason_takes_a_partner_off_the_website(redacteur, client, volkel):
    partner = een_partner(volkel, "wijkagent", **TELEFOON)
    adres = f"{LIJST}{partner.pk}/change/"
    gegevens = {
        "gebied": volkel.pk, "ring": "eerste", "functie": "wijkagent", "domein": "zorg",
        "archiefreden": "Werkt nu elders.",
    }  # fmt: skip
    assert redacteur.post(adres, gegevens).status_code == 302
    assert "Wijkagent" not in client.get("/wijk/volkel/netwerk/").content.decode()


def test_a_partner_without_a_name_is_refused_in_plain_words(redacteur, volkel):
    gegevens = {"gebied": volkel.pk, "ring": "eerste", "domein": "zorg"}
    tekst = redacteur.post(f"{LIJST}add/", gegevens).content.decode()
    assert "Kies een organisatie of vul een functie in." in tekst


@pytest.mark.eis("V7")
def test_a_partner_can_be_deleted_for_good_though_it_has_no_page(volkel):
    beheerder = een_medewerker("beheerder")
    partner = een_partner(volkel, contactpersoon="Ans")
    partner.archiveer("Hoort hier niet.")
    adres = f"{LIJST}{partner.pk}/voorgoed-verwijderen/"
    ingelogd(beheerder).post(adres, {"reden": "Stond er per ongeluk."})
    assert not Netwerkpartner.objects.filter(pk=partner.pk).exists()
    assert not Netwerkpartner.history.filter(id=partner.pk).exists()


@pytest.mark.parametrize("rol", ["wijkredacteur", "organisatie-redacteur", "lezer"])
def test_contacts_that_are_not_public_are_for_the_municipality_and_the_team(rol, volkel):
    partner = een_partner(volkel, contactpersoon="Ans Verkuijlen")
    client = ingelogd(een_medewerker(rol))
    for adres in (LIJST, f"{LIJST}per-wijk/", f"{LIJST}{partner.pk}/change/"):
        assert client.get(adres).status_code in (302, 403)


# --- where the network has a hole ------------------------------------------------------------


def test_a_wijk_without_a_first_ring_is_found_unless_its_stadsdeel_has_one(volkel):
    reek, zeeland = een_wijk("Reek"), een_wijk("Zeeland")
    uden = Gebied.objects.create(
        naam="Uden", soort="stadsdeel", indeling="eigen", ouder=de_gemeente()
    )
    een_wijk("Uden West", ouder=uden)
    een_wijk("Odiliapeel", fase=Gebied.Fase.GEPLAND)
    een_partner(uden, "wijkagent")
    een_partner(reek, "huisarts")
    een_partner(volkel, "pastor", ring="tweede")
    een_partner(zeeland, "huisarts").archiveer("Gestopt.")
    een_partner(de_gemeente(), "GGD-arts")
    assert {wijk.naam for wijk in zonder_eerste_ring()} == {"Volkel", "Zeeland"}


def test_the_start_page_counts_and_leads_to_what_it_counted(redacteur, volkel):
    oud = timezone.localdate() - timedelta(200)
    een_partner(volkel, ring="tweede", capaciteit="vol", capaciteit_op=oud)
    start = redacteur.get("/beheer/").content.decode()
    assert "Wijken zonder eerste ring" in start
    assert f"{LIJST}per-wijk/" in start
    assert f"{LIJST}?let_op=oud" in start
    per_wijk = redacteur.get(f"{LIJST}per-wijk/").content.decode()
    assert "1 wijk zonder eerste ring" in per_wijk
    assert f"{LIJST}add/?gebied={volkel.pk}" in per_wijk


def test_the_page_per_wijk_counts_rings_and_signatures(
    redacteur, volkel, django_assert_max_num_queries
):
    een_partner(volkel, tekende_op="2026-01-15")
    een_partner(volkel, ring="tweede")
    een_partner(volkel, ring="tweede").archiveer("Weg.")
    for nummer in range(10):
        een_wijk(f"Wijk {nummer}")
    redacteur.get(f"{LIJST}per-wijk/")
    with django_assert_max_num_queries(12):
        antwoord = redacteur.get(f"{LIJST}per-wijk/")
    rij = next(gebied for gebied in antwoord.context["gebieden"] if gebied == volkel)
    assert (rij.eerste, rij.tweede, rij.getekend) == (1, 1, 1)
