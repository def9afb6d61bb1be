"""Sitemap, robots.txt, security.txt and editable texts."""

from datetime import UTC, datetime

import pytest

from sociale_basis.kern.models import Tekst
from tests.fabriek import een_plek, een_voorziening, een_wijk

pytestmark = pytest.mark.django_db


def test_the_sitemap_lists_every_visible_page_and_no_other(client):
    een_wijk("Volkel")
    een_plek("De Linde")
    een_voorziening("Taalmaatje")
    een_voorziening("Concept", publicatie="concept")
    xml = client.get("/sitemap.xml").content.decode()
    for pad in ("/", "/wijk/volkel/", "/plek/de-linde/", "/voorziening/taalmaatje/", "/privacy/"):
        assert f"<loc>http://testserver{pad}</loc>" in xml
    assert "concept" not in xml


def test_the_sitemap_asks_no_more_when_it_holds_more(client, django_assert_max_num_queries):
    for nummer in range(20):
        een_voorziening(f"Voorziening {nummer}")
    with django_assert_max_num_queries(14):
        client.get("/sitemap.xml")


def test_robots_are_shown_the_sitemap_and_kept_from_the_admin(client):
    tekst = client.get("/robots.txt").content.decode()
    assert "Disallow: /beheer/" in tekst
    assert "Sitemap: http://testserver/sitemap.xml" in tekst


def test_security_txt_has_a_contact_and_a_day_on_which_it_expires(client, settings):
    settings.BEVEILIGING_EMAIL = "lek@voorbeeld.nl"
    antwoord = client.get("/.well-known/security.txt")
    regels = dict(regel.split(": ", 1) for regel in antwoord.content.decode().splitlines())
    assert regels["Contact"] == "mailto:lek@voorbeeld.nl"
    over = datetime.fromisoformat(regels["Expires"]) - datetime.now(UTC)
    assert 100 < over.days < 365


@pytest.mark.parametrize("sleutel", ["privacy", "toegankelijkheid", "over"])
def test_texts_that_staff_edit_are_shown_without_their_html(client, sleutel):
    Tekst.objects.update_or_create(
        sleutel=sleutel,
        defaults={"titel": "Onze tekst", "inhoud": "## Kop\n\n<script>1</script> **vet**"},
    )
    html = client.get(f"/{sleutel}/").content.decode()
    assert "<h1" in html
    assert "<h2>Kop</h2>" in html
    assert "<strong>vet</strong>" in html
    assert "<script>1" not in html


@pytest.mark.parametrize(
    ("sleutel", "verplicht"),
    [
        ("privacy", ("Autoriteit Persoonsgegevens", "functionaris")),
        ("toegankelijkheid", ("WCAG", "Nationale ombudsman")),
        ("over", ("geen zorg",)),
    ],
)
def test_a_new_portal_starts_with_drafts_of_the_obligatory_texts(client, sleutel, verplicht):
    html = client.get(f"/{sleutel}/").content.decode()
    for woorden in verplicht:
        assert woorden.lower() in html.lower()
