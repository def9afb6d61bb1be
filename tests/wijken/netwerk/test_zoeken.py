"""Functions in a network are found with their wijk, and nothing that is not public (M6, H1)."""

import pytest

from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import de_gemeente, een_organisatie, een_voorziening, een_wijk

from .partners import een_partner

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M6")]


@pytest.fixture
def volkel():
    return een_wijk("Volkel")


def gevonden(vraag: str) -> list[tuple[str, int]]:
    return [(hit.soort, hit.object_id) for hit in zoek(vraag).hits]


def test_a_function_with_a_wijk_finds_the_one_of_that_wijk_first(volkel):
    agent, ander = (een_partner(wijk, "wijkagent") for wijk in (volkel, een_wijk("Reek")))
    assert gevonden("wijkagent volkel")[0] == ("netwerkpartner", agent.pk)
    assert gevonden("de wijkagent in Reek")[0] == ("netwerkpartner", ander.pk)


def test_a_partner_of_the_whole_municipality_is_found_from_every_wijk(volkel):
    arts = een_partner(de_gemeente(), "jeugdarts")
    assert ("netwerkpartner", arts.pk) in gevonden("jeugdarts volkel")


def test_help_goes_before_a_function_with_the_same_word(volkel):
    een_partner(volkel, "huisarts")
    hulp = een_voorziening("Huisarts in de wijk")
    assert gevonden("huisarts")[0] == ("voorziening", hulp.pk)


@pytest.mark.eis("V7")
def test_what_is_archived_hidden_or_a_name_is_found_nowhere(volkel):
    een_partner(volkel, "wijkagent").archiveer("Werkt elders.")
    concept = een_organisatie("Nog niet", publicatie="concept")
    een_partner(volkel, "opbouwwerker", organisatie=concept)
    een_partner(volkel, "pastor", contactpersoon="Ans Verkuijlen", contact_openbaar=True)
    for vraag in ("wijkagent", "opbouwwerker", "Verkuijlen"):
        assert "netwerkpartner" not in {soort for soort, _pk in gevonden(vraag)}, vraag


def test_an_organisation_is_found_as_itself_and_not_twice(volkel):
    linde = een_organisatie("Welzijn De Linde")
    een_partner(volkel, "", organisatie=linde)
    assert gevonden("welzijn de linde") == [("organisatie", linde.pk)]


def test_a_card_leads_to_the_place_on_the_page_of_the_network(client, volkel):
    agent = een_partner(volkel, "wijkagent", brengt_in="Kent veel mensen.")
    tekst = client.get("/zoeken/?q=wijkagent").content.decode()
    assert f'href="/wijk/volkel/netwerk/#p{agent.pk}"' in tekst
    assert "Volkel. Kent veel mensen." in tekst
    assert "In het netwerk van de wijk" in tekst


def test_a_wijk_that_changes_its_name_takes_its_partners_along(volkel):
    agent = een_partner(volkel, "wijkagent")
    volkel.naam = "Volkel Dorp"
    volkel.save()
    assert gevonden("wijkagent volkel dorp") == [("netwerkpartner", agent.pk)]
