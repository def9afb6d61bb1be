"""The frame around every page of /beheer/: its order and its words."""

import pytest

from sociale_basis.demo.gebruikers import maak_logins

pytestmark = pytest.mark.django_db


@pytest.fixture
def redacteur(client):
    client.force_login(maak_logins()["redacteur"])
    return client


def test_what_is_worked_on_every_day_comes_first(redacteur) -> None:
    html = redacteur.get("/beheer/").content.decode()
    koppen = [html.index(f'class="app-{deel}') for deel in ("voorzieningen", "wijken", "kern")]
    assert koppen == sorted(koppen)


def test_the_start_page_speaks_dutch_to_who_only_hears_it(redacteur) -> None:
    html = redacteur.get("/beheer/").content.decode()
    for engels in ("Model name", "Add link", "list link", "application"):
        assert engels not in html


@pytest.mark.parametrize("lijst", ["voorzieningen/voorziening", "voorzieningen/voorstel"])
def test_a_filter_has_its_own_name_and_nothing_before_it(redacteur, lijst) -> None:
    html = redacteur.get(f"/beheer/{lijst}/").content.decode()
    assert "<summary>" in html
    assert "Op op" not in " ".join(html.split())
    assert "Op gaat over" not in " ".join(html.split())


@pytest.mark.parametrize("filter_", ["wijk", "organisatie", "redacteur", "thema"])
@pytest.mark.parametrize("lijst", ["voorziening", "voorstel"])
@pytest.mark.parametrize("waarde", ["9" * 30, "-1", "²", "x"])
def test_a_filter_takes_any_number_from_an_address(redacteur, lijst, filter_, waarde) -> None:
    antwoord = redacteur.get(f"/beheer/voorzieningen/{lijst}/", {filter_: waarde})
    assert antwoord.status_code in (200, 302)
