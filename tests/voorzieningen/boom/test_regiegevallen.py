"""Who has regie, as the page says it: a table of what is agreed, ticked and answered (H4)."""

import re
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.fabriek import de_gemeente, een_afspraak, een_organisatie, een_thema, een_voorwaarde
from tests.voorzieningen.beheer import open_formulier, wijzig
from voorzieningen.models import Organisatie, Regieafspraak, Thema, Voorwaarde

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H4")]

ADRES = "/beheer/voorzieningen/regieafspraak/add/"
THEMAS = ("Geld", "Gezin", "Wonen")
VOORWAARDEN = ("Kinderen", "Geweld")
# Agreements by name: the themes and conditions that each asks for.
AFSPRAKEN = {
    "Alleen geld": ("Geld",),
    "Alleen schulden": ("Schulden",),
    "Geld en gezin": ("Geld", "Gezin"),
    "Kind": ("Kinderen",),
    "Geweld altijd": ("Geweld",),
    "Kind en geweld": ("Kinderen", "Geweld"),
    "Vangnet": (),
}
# What is ticked → who has regie, and what holds beside it.
GEVALLEN = {
    "a theme": (("geld",), ["Alleen geld"], []),
    "a subtheme counts for its main theme too, so there are two": (
        ("schulden",), ["Alleen geld", "Alleen schulden"], []),
    "two themes go before one": (("geld", "gezin"), ["Geld en gezin"], ["Alleen geld"]),
    "with a subtheme in the place of its main theme": (
        ("schulden", "gezin"), ["Geld en gezin"], ["Alleen geld", "Alleen schulden"]),
    "conditions only": (("kinderen",), ["Kind"], []),
    "two conditions go before one": (
        ("kinderen", "geweld"), ["Kind en geweld"], ["Geweld altijd", "Kind"]),
    "a condition goes before two themes": (
        ("geld", "gezin", "geweld"), ["Geweld altijd"], ["Alleen geld", "Geld en gezin"]),
    "what nobody agreed on": (("wonen",), ["Vangnet"], []),
    "one half of what an agreement asks": (("gezin",), ["Vangnet"], []),
}  # fmt: skip


@pytest.fixture
def stad() -> None:
    de_gemeente()
    dingen = {naam: een_thema(naam) for naam in THEMAS}
    dingen["Schulden"] = een_thema("Schulden", ouder=dingen["Geld"])
    dingen |= {naam: een_voorwaarde(naam) for naam in VOORWAARDEN}
    for naam, namen in AFSPRAKEN.items():
        gevraagd = [dingen[deel] for deel in namen]
        een_afspraak(
            naam,
            [ding for ding in gevraagd if isinstance(ding, Thema)],
            [ding for ding in gevraagd if isinstance(ding, Voorwaarde)],
        )


def antwoord(client: Client, *gekruist: str) -> tuple[list[str], list[str]]:
    """The names of the organisations with regie, and of the agreements that hold too."""
    voorwaarden = {naam.lower() for naam in VOORWAARDEN}
    paren = [f"{'als' if deel in voorwaarden else 'thema'}={deel}" for deel in gekruist]
    html = unescape(client.get(f"/regie/?{'&'.join(paren)}").content.decode())
    deel = html.split('id="antwoord"')[1].split("</section>")[0]
    regie = re.findall(r'regieafspraak">\s*<h3[^>]*>Organisatie ([^<]+)</h3>', deel)
    ook = re.findall(r"<li>([^:<]+): ", deel)
    return sorted(regie), sorted(ook)


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_the_answer_case_by_case(stad, client, geval) -> None:
    gekruist, regie, ook = geval
    assert antwoord(client, *gekruist) == (regie, ook)


def test_the_order_of_the_ticks_decides_nothing(stad, client) -> None:
    assert antwoord(client, "geweld", "gezin", "geld") == antwoord(
        client, "geld", "gezin", "geweld"
    )


@pytest.mark.parametrize("weg", ["afspraak", "organisatie", "concept", "voorwaarde", "thema"])
def test_what_is_out_of_use_takes_its_agreements_with_it(stad, client, weg) -> None:
    """And the next best holds: not an agreement that asks for less than was agreed."""
    if weg == "concept":
        Organisatie.objects.filter(naam="Organisatie Geld en gezin").update(publicatie="concept")
    else:
        {
            "afspraak": Regieafspraak.objects.get(naam="Geld en gezin"),
            "organisatie": Organisatie.objects.get(naam="Organisatie Geld en gezin"),
            "thema": Thema.objects.get(naam="Gezin"),
            "voorwaarde": Voorwaarde.objects.get(naam="Geweld"),
        }[weg].archiveer("Niet meer.")
    if weg == "voorwaarde":
        assert antwoord(client, "geweld", "kinderen") == (["Kind"], [])
    else:
        assert antwoord(client, "geld", "gezin") == (["Alleen geld"], [])


def test_each_answer_tells_why_it_was_chosen(stad, client) -> None:
    html = client.get("/regie/?thema=schulden&thema=gezin").content.decode()
    zin = re.sub(r"\s+", " ", html.split("Zo is gekozen</dt><dd>")[1].split("</dd>")[0])
    assert "De afspraak “Geld en gezin” geldt, want dit speelt allemaal:" in zin
    assert "Geld; Gezin;" in zin


def test_three_equal_agreements_are_not_called_both(stad, client) -> None:
    een_afspraak("Ook geld", [een_thema("Geld")])
    html = client.get("/regie/?thema=schulden").content.decode()
    assert len(antwoord(client, "schulden")[0]) == 3
    assert "beide" not in html


def test_there_is_one_fallback_and_the_form_says_so(stad, client) -> None:
    client.force_login(User.objects.create_superuser("chef"))
    gegevens = {"naam": "Nog een", "organisatie": een_organisatie().pk, "functie": "coach",
                "waarom": "Past.", "anderen": "Helpen."}  # fmt: skip
    fouten = client.post(ADRES, gegevens).context["adminform"].form.errors
    assert fouten["themas"] == [
        "“Vangnet” is het vangnet al. Kies een onderwerp of een voorwaarde."
    ]
    oud = Regieafspraak.objects.get(naam="Vangnet")
    post = open_formulier(client, wijzig(oud)) | {"functie": ["regisseur"]}
    assert client.post(wijzig(oud), post).status_code == 302
    oud.refresh_from_db()
    oud.archiveer("Een ander.")
    assert client.post(ADRES, gegevens).status_code == 302
