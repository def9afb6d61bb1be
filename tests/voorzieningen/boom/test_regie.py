"""Who has regie: the rule as a table of cases, and the page that asks and answers."""

import pytest
from django.test import Client

from tests.fabriek import de_gemeente, een_afspraak, een_organisatie, een_thema, een_voorwaarde
from voorzieningen.boom.regie import Aangekruist, Kandidaat, kies

pytestmark = pytest.mark.eis("H4")

GELD, SCHULD, GEZIN, WONEN = 1, 2, 3, 4
KINDEREN, GEVAAR = 101, 102
OUDER_VAN = {SCHULD: GELD}


def afspraak(naam: str, themas: set[int] = frozenset(), voorwaarden: set[int] = frozenset()):
    return Kandidaat(naam, frozenset(themas), frozenset(voorwaarden))


AFSPRAKEN = [
    afspraak("geld", {GELD}),
    afspraak("schuld", {SCHULD}),
    afspraak("geld en gezin", {GELD, GEZIN}),
    afspraak("geld en wonen", {GELD, WONEN}),
    afspraak("gezin met kinderen", {GEZIN}, {KINDEREN}),
    afspraak("gevaar", set(), {GEVAAR}),
    afspraak("vangnet"),
]


@pytest.mark.parametrize(
    ("themas", "voorwaarden", "regie", "onbedekt"),
    [
        ({GELD}, set(), {"geld"}, set()),
        ({SCHULD}, set(), {"geld", "schuld"}, set()),
        ({WONEN}, set(), set(), {WONEN}),
        ({GELD, GEZIN}, set(), {"geld en gezin"}, set()),
        ({SCHULD, GEZIN}, set(), {"geld en gezin"}, set()),
        ({GELD, GEZIN, WONEN}, set(), {"geld en gezin", "geld en wonen"}, set()),
        ({GELD, GEZIN}, {KINDEREN}, {"gezin met kinderen"}, set()),
        ({GEZIN}, set(), set(), {GEZIN}),
        ({GELD, GEZIN}, {KINDEREN, GEVAAR}, {"gezin met kinderen"}, set()),
        ({WONEN}, {GEVAAR}, {"gevaar"}, set()),
        (set(), {GEVAAR}, {"gevaar"}, set()),
        (set(), {KINDEREN}, set(), set()),
        ({WONEN, GELD}, {KINDEREN}, {"geld en wonen"}, set()),
    ],
)
def test_most_conditions_then_most_themes_wins(themas, voorwaarden, regie, onbedekt) -> None:
    wat = Aangekruist(frozenset(themas), frozenset(voorwaarden), OUDER_VAN)
    keuze = kies(AFSPRAKEN, wat)
    assert set(keuze.regie) == regie
    assert keuze.onbedekt == onbedekt
    assert keuze.vangnet == "vangnet"


def test_what_applies_without_winning_is_named_too() -> None:
    keuze = kies(AFSPRAKEN, Aangekruist(frozenset({GELD, GEZIN}), frozenset({KINDEREN})))
    assert keuze.ook == ("geld", "geld en gezin")


def test_there_may_be_no_fallback() -> None:
    assert kies([], Aangekruist(frozenset({GELD}))).vangnet is None


@pytest.fixture
def afspraken(db):
    de_gemeente()
    geld, gezin = een_thema("Geld"), een_thema("Gezin")
    een_thema("Schulden", ouder=geld)
    een_thema("Wonen")
    een_voorwaarde("Er is nu gevaar", gevaar="direct")
    een_voorwaarde("Er is geweld", gevaar="geweld")
    een_afspraak("Geld en gezin", [geld, gezin], waarom="Want het hoort bij elkaar.")
    een_afspraak("Vangnet", functie="regisseur van de stad")


@pytest.mark.django_db
def test_the_page_gives_the_answer_with_its_reason_and_a_number(afspraken, client: Client) -> None:
    html = client.get("/regie/?thema=schulden&thema=gezin").content.decode()
    assert "Organisatie Geld en gezin" in html
    assert "Want het hoort bij elkaar." in html
    assert "De afspraak “Geld en gezin” geldt" in html
    assert 'href="tel:+31850004321"' in html
    assert "Hierover is nog niets" not in html


@pytest.mark.django_db
def test_what_nobody_agreed_on_falls_back_to_the_municipality(afspraken, client: Client) -> None:
    html = client.get("/regie/?thema=wonen").content.decode()
    assert "Hierover is nog niets bijzonders afgesproken" in html
    assert "Regisseur van de stad" in html
    deels = client.get("/regie/?thema=geld&thema=gezin&thema=wonen").content.decode()
    assert "En voor Wonen?" in deels


@pytest.mark.django_db
def test_equal_agreements_are_shown_as_equal(afspraken, client: Client) -> None:
    een_afspraak("Gezin en wonen", [een_thema("Gezin"), een_thema("Wonen")])
    html = client.get("/regie/?thema=geld&thema=gezin&thema=wonen").content.decode()
    assert "Twee of meer afspraken passen even goed" in html
    assert "Organisatie Geld en gezin" in html
    assert "Organisatie Gezin en wonen" in html


@pytest.mark.django_db
def test_danger_comes_before_anything_else(afspraken, client: Client) -> None:
    html = client.get("/regie/?thema=geld&thema=gezin&als=er-is-nu-gevaar").content.decode()
    assert html.index('href="tel:112"') < html.index("De regie ligt hier")
    geweld = client.get("/regie/?als=er-is-geweld").content.decode()
    assert geweld.index('href="tel:08002000"') < geweld.index('id="antwoord"')


@pytest.mark.django_db
def test_the_answer_has_an_address_of_its_own_and_keeps_the_ticks(afspraken, client) -> None:
    html = client.get("/regie/?thema=gezin&thema=geld&thema=onzin&als=").content.decode()
    assert "/regie/?thema=geld&amp;thema=gezin" in html
    assert html.count(" checked") == 2


@pytest.mark.django_db
def test_without_any_agreement_the_page_ends_with_the_municipality(client: Client) -> None:
    de_gemeente()
    een_thema("Geld")
    html = client.get("/regie/?thema=geld").content.decode()
    assert 'href="tel:+31850001234"' in html


@pytest.mark.django_db
def test_an_agreement_of_a_hidden_organisation_or_theme_does_not_count(client: Client) -> None:
    de_gemeente()
    geld, oud = een_thema("Geld"), een_thema("Oud")
    een_afspraak("Kwibus", [geld], organisatie=een_organisatie("Kwibus", publicatie="concept"))
    een_afspraak("Kwabus", [geld, oud])
    oud.archiveer("Andere indeling.")
    html = client.get("/regie/?thema=geld").content.decode()
    assert "Kwibus" not in html
    assert "Kwabus" not in html


@pytest.mark.django_db
def test_the_number_of_queries_does_not_grow(client, django_assert_max_num_queries) -> None:
    themas = [een_thema(f"Thema {n}") for n in range(6)]
    for n in range(30):
        een_afspraak(f"Afspraak {n}", themas[n % 5 : n % 5 + 2])
    client.get("/regie/")
    with django_assert_max_num_queries(8):
        client.get("/regie/?thema=thema-1&thema=thema-2")
