"""Themes in two levels, target groups and the glossary (M2, M22, V4)."""

import pytest
from django.core.exceptions import ValidationError

from tests.fabriek import een_begrip, een_doelgroep, een_thema, een_voorziening, een_wijk
from voorzieningen.models import Begrip, Doelgroep, Thema

pytestmark = pytest.mark.django_db


@pytest.mark.eis("M2")
def test_there_are_two_levels_and_no_third():
    geld = een_thema("Geld")
    schulden = Thema.objects.create(naam="Schulden", ouder=geld)
    with pytest.raises(ValidationError, match="twee lagen"):
        Thema(naam="Deurwaarder", ouder=schulden).clean()
    geld.ouder = een_thema("Wonen")
    with pytest.raises(ValidationError, match="hoofdthema"):
        geld.clean()


def test_a_theme_is_never_its_own_parent():
    geld = een_thema("Geld")
    geld.ouder = geld
    with pytest.raises(ValidationError):
        geld.clean()


def test_archiving_a_main_theme_hides_its_subthemes_too():
    geld = een_thema("Geld")
    Thema.objects.create(naam="Schulden", ouder=geld)
    geld.archiveer("Andere indeling.")
    assert not Thema.objects.zichtbaar()


@pytest.mark.eis("H10")
def test_a_tile_speaks_as_a_resident():
    assert een_thema("Geld", vraag="Ik kom niet rond").tegeltekst == "Ik kom niet rond"
    assert een_thema("Wonen").tegeltekst == "Wonen"


@pytest.mark.eis("M2")
def test_the_page_of_a_theme_can_be_narrowed_to_a_wijk(client):
    geld, volkel, reek = een_thema("Geld"), een_wijk("Volkel"), een_wijk("Reek")
    een_voorziening("Hulp in Volkel", themas=[geld], hele_gemeente=False, gebieden=[volkel])
    een_voorziening("Hulp in Reek", themas=[geld], hele_gemeente=False, gebieden=[reek])
    html = client.get("/thema/geld/?wijk=volkel").content.decode()
    assert "Hulp in Volkel" in html
    assert "Hulp in Reek" not in html
    assert client.get("/thema/geld/?wijk=amsterdam").status_code == 404


@pytest.mark.eis("H10")
def test_a_theme_without_provisions_ends_with_a_number_to_call(client):
    een_wijk()
    een_thema("Rouw")
    html = client.get("/thema/rouw/").content.decode()
    assert "nog niets gevonden" in html
    assert 'href="tel:+31850001234"' in html.split("<footer")[0]


@pytest.mark.eis("M22")
def test_a_target_group_has_a_page_with_what_is_there_for_it(client):
    groep = een_doelgroep("Mantelzorgers")
    een_voorziening("Adempauze", doelgroepen=[groep])
    een_voorziening("Iets anders")
    html = client.get("/doelgroep/mantelzorgers/").content.decode()
    assert "Adempauze" in html
    assert "Iets anders" not in html


def test_archived_words_and_groups_are_gone():
    een_begrip().archiveer("Woord gebruiken we niet meer.")
    een_doelgroep().archiveer("Samengevoegd.")
    assert not Begrip.objects.zichtbaar()
    assert not Doelgroep.objects.zichtbaar()
