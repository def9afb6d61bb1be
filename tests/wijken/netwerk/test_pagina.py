"""The network of an area on the website: drawn and in words, and who signed (M6, M18, L4)."""

import gzip
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.fabriek import de_gemeente, een_organisatie, een_wijk
from wijken.models import Gebied, Inzet, Teamlid

from .partners import een_partner, veel_partners

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M6")]
TEKENING = re.compile(r'<svg class="ringen.*?</svg>', re.DOTALL)


@pytest.fixture
def volkel():
    return een_wijk("Volkel", contact_naam="Team Volkel", contact_telefoon="085 000 2222")


def html(client, adres="/wijk/volkel/netwerk/") -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def inhoud(client, adres="/wijk/volkel/netwerk/") -> str:
    return html(client, adres).split("<main")[1].split("</main>")[0]


def test_the_page_shows_the_team_in_the_middle_and_both_rings(client, volkel):
    een_partner(volkel, "wijkagent")
    een_partner(volkel, "pastor", ring="tweede")
    lid = Teamlid.objects.create(naam="Joost", functie="preventiewerker", email="j@voorbeeld.nl")
    Inzet.objects.create(teamlid=lid, gebied=volkel)
    tekst = inhoud(client)
    midden, eerste, tweede = (
        tekst.index(f'id="{plek}"') for plek in ("team", "ring-eerste", "ring-tweede")
    )
    assert midden < tekst.index('href="tel:+31850002222"') < eerste
    assert midden < tekst.index("Joost") < eerste
    assert eerste < tekst.rindex("Wijkagent") < tweede < tekst.rindex("Pastor")


def test_each_plate_in_both_drawings_leads_to_the_partner_in_the_list(client, volkel):
    partners = [een_partner(volkel, ring=ring) for ring in ("eerste", "tweede", "tweede")]
    tekst = inhoud(client)
    tekeningen = TEKENING.findall(tekst)
    assert len(tekeningen) == 2
    for partner in partners:
        assert f'id="p{partner.pk}"' in tekst
        assert all(f'href="#p{partner.pk}"' in tekening for tekening in tekeningen)


def test_the_drawing_is_for_the_eye_and_the_list_for_everybody(client, volkel):
    een_partner(volkel)
    for tekening in TEKENING.findall(inhoud(client)):
        assert 'aria-hidden="true"' in tekening
        assert tekening.count("<a ") == tekening.count('tabindex="-1"')
        assert "style=" not in tekening


def test_an_organisation_leads_to_its_own_page(client, volkel):
    een_partner(volkel, "opbouwwerker", organisatie=een_organisatie("Welzijn De Linde"))
    assert 'href="/organisatie/welzijn-de-linde/"' in inhoud(client)


@pytest.mark.eis("V7")
def test_a_contact_is_shown_only_where_that_person_agreed(client, volkel):
    contact = {"telefoon": "085 000 3333", "email": "werk@voorbeeld.nl"}
    partner = een_partner(volkel, contactpersoon="Ans Verkuijlen", **contact)
    for deel in ("Ans Verkuijlen", "+31850003333", "werk@voorbeeld.nl"):
        assert deel not in inhoud(client)
    partner.contact_openbaar = True
    partner.save()
    for deel in ("Ans Verkuijlen", "+31850003333", "werk@voorbeeld.nl"):
        assert deel in inhoud(client)


@pytest.mark.eis("V9")
def test_capacity_says_when_it_was_said_and_when_it_may_no_longer_be_so(client, volkel):
    een_partner(volkel, capaciteit="kan twee gezinnen erbij hebben")
    assert "kan twee gezinnen erbij hebben" in inhoud(client)
    assert "lang geleden" not in inhoud(client)
    oud = timezone.localdate() - timedelta(200)
    een_partner(volkel, capaciteit="vol", capaciteit_op=oud)
    assert inhoud(client).count("Dat is lang geleden: vraag het na") == 1


@pytest.mark.eis("V9")
def test_signs_in_the_drawing_are_explained_only_where_they_are(client, volkel):
    partner = een_partner(volkel)
    assert "gangmaker: krijgt dingen voor elkaar" not in inhoud(client)
    assert "tekende de intentieovereenkomst</span>" not in inhoud(client)
    partner.is_gangmaker, partner.tekende_op = True, "2026-01-15"
    partner.save()
    assert "gangmaker: krijgt dingen voor elkaar" in inhoud(client)
    assert "tekende de intentieovereenkomst</span>" in inhoud(client)


def test_an_empty_ring_says_what_is_missing_and_whom_to_call(client, volkel):
    een_partner(volkel, ring="tweede")
    eerste = inhoud(client).split('id="ring-eerste"')[1].split('id="ring-tweede"')[0]
    assert "staat nog niemand" in eerste
    assert "huisarts" in eerste
    assert 'href="tel:+31850002222"' in eerste


def test_without_any_partner_there_is_no_drawing_but_there_is_a_number(client, volkel):
    tekst = inhoud(client)
    assert not TEKENING.search(tekst)
    assert tekst.count("staat nog niemand") == 2
    assert 'href="tel:+31850002222"' in tekst


@pytest.mark.eis("V14")
def test_a_partner_of_a_larger_area_says_so(client, volkel):
    een_partner(de_gemeente(), "GGD-arts")
    assert "voor heel Maashorst" in inhoud(client)
    assert "voor heel Maashorst" not in inhoud(client, "/wijk/maashorst/netwerk/")


@pytest.mark.eis("V14")
def test_the_municipality_and_a_stadsdeel_lead_to_the_networks_below(client, volkel):
    uden = Gebied.objects.create(
        naam="Uden", soort="stadsdeel", indeling="eigen", ouder=de_gemeente()
    )
    een_partner(een_wijk("Uden West", ouder=uden))
    een_partner(volkel)
    gemeente, stadsdeel = (
        inhoud(client, f"/wijk/{slug}/netwerk/") for slug in ("maashorst", "uden")
    )
    assert 'href="/wijk/volkel/netwerk/"' in gemeente
    assert 'href="/wijk/uden-west/netwerk/"' in gemeente
    assert 'href="/wijk/uden-west/netwerk/"' in stadsdeel
    assert 'href="/wijk/volkel/netwerk/"' not in stadsdeel
    assert "De netwerken in" not in inhoud(client)


def test_an_area_that_moved_or_never_was_answers_like_its_own_page(client, volkel):
    assert client.get("/wijk/atlantis/netwerk/").status_code == 404
    volkel.archiveer("Hoort nu bij Uden.")
    assert client.get("/wijk/volkel/netwerk/").status_code == 410


def test_thirty_in_each_ring_stay_within_budget(client, volkel, django_assert_max_num_queries):
    for ring in ("eerste", "tweede"):
        veel_partners(volkel, 30, ring=ring)
    html(client)
    with django_assert_max_num_queries(12):
        antwoord = client.get("/wijk/volkel/netwerk/")
    assert len(antwoord.content) < 60_000
    assert len(gzip.compress(antwoord.content)) < 15_000


# --- on the page of the wijk -----------------------------------------------------------------


def test_the_page_of_a_wijk_names_the_first_ring_and_leads_to_the_rest(client, volkel):
    een_partner(volkel, "wijkagent")
    een_partner(volkel, "pastor", ring="tweede")
    blok = inhoud(client, "/wijk/volkel/").split('id="wijk-netwerk"')[1].split("</section>")[0]
    assert "Wijkagent" in blok
    assert "en nog 1" in blok
    assert 'href="/wijk/volkel/netwerk/"' in blok


@pytest.mark.eis("L4")
def test_the_page_of_a_wijk_says_who_helps_with_an_idea(client, volkel):
    assert "Heeft u een idee" not in inhoud(client, "/wijk/volkel/")
    partner = een_partner(volkel, "opbouwwerker", helpt_bij_idee=True)
    blok = inhoud(client, "/wijk/volkel/").split("Heeft u een idee")[1].split("</p>")[0]
    assert f'href="/wijk/volkel/netwerk/#p{partner.pk}"' in blok
    assert "Opbouwwerker" in blok


def test_a_wijk_without_a_network_says_so_and_where_to_look(client, volkel):
    blok = inhoud(client, "/wijk/volkel/").split('id="wijk-netwerk"')[1].split("</section>")[0]
    assert "staat nog niet op de website" in blok
    assert 'href="/wijk/volkel/netwerk/"' in blok


# --- the intentieovereenkomst ----------------------------------------------------------------


@pytest.mark.eis("M18")
def test_the_list_of_who_signed_is_per_wijk_and_counts(client, volkel):
    een_partner(volkel, "wijkagent", tekende_op="2026-01-15")
    een_partner(volkel, "huisarts")
    een_partner(een_wijk("Reek"), "pastor")
    tekst = inhoud(client, "/intentieovereenkomst/")
    assert "belofte aan elkaar" in tekst
    assert "1 partner heeft getekend" in tekst
    assert "1 van de 2 partners in het netwerk" in tekst
    assert "Wijkagent" in tekst
    assert "Huisarts" not in tekst
    assert "Reek" not in tekst


@pytest.mark.eis("M18")
def test_who_signed_and_left_is_not_on_the_list(client, volkel):
    een_partner(volkel, "wijkagent", tekende_op="2026-01-15").archiveer("Werkt elders.")
    tekst = inhoud(client, "/intentieovereenkomst/")
    assert "Wijkagent" not in tekst
    assert 'href="tel:' in tekst


@pytest.mark.eis("M18")
def test_the_list_asks_no_more_when_more_signed(client, volkel, django_assert_max_num_queries):
    for naam in ("Reek", "Zeeland", "Schaijk"):
        veel_partners(een_wijk(naam), 15)
    html(client, "/intentieovereenkomst/")
    with django_assert_max_num_queries(6):
        html(client, "/intentieovereenkomst/")
