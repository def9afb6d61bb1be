"""Error pages help: what happened, what to do now, whom to call (H10)."""

import pytest
from django.test import Client, RequestFactory

from sociale_basis import views
from tests.fabriek import de_gemeente, een_voorziening
from voorzieningen.views import lijst

pytestmark = pytest.mark.django_db


@pytest.mark.eis("H10")
@pytest.mark.parametrize(
    "adres", ["/bestaat-niet/", "/voorziening/bestaat-niet/", "/wijk/atlantis/"]
)
def test_a_page_that_is_not_there_shows_three_ways_on_and_a_number(client, adres):
    de_gemeente()
    antwoord = client.get(adres)
    html = antwoord.content.decode().split("<main")[1].split("</main>")[0]
    assert antwoord.status_code == 404
    for doel in (
        'href="/"',
        'href="/voorzieningen/"',
        'href="/wijken/"',
        'href="tel:+31850001234"',
    ):
        assert doel in html


def test_a_stale_form_gets_a_page_in_plain_words():
    veilig = Client(enforce_csrf_checks=True)
    antwoord = veilig.post("/mijn-lijst/bewaar/", {"voorziening": een_voorziening().pk})
    assert antwoord.status_code == 403
    assert "laad de pagina opnieuw" in antwoord.content.decode()


def test_a_broken_page_needs_no_database_to_say_so(django_assert_num_queries):
    with django_assert_num_queries(0):
        antwoord = views.fout_500(RequestFactory().get("/"))
    assert antwoord.status_code == 500
    assert 'href="tel:1400"' in antwoord.content.decode()


def test_a_broken_view_gives_the_page_for_broken_pages(monkeypatch):
    def kapot(*args):
        raise RuntimeError

    monkeypatch.setattr(lijst, "bladzijde", kapot)
    antwoord = Client(raise_request_exception=False).get("/voorzieningen/")
    assert antwoord.status_code == 500
    assert "Dat ligt aan ons" in antwoord.content.decode()


@pytest.mark.parametrize(("view", "status"), [(views.fout_400, 400), (views.fout_403, 403)])
def test_other_errors_have_their_own_page(client, view, status, rf):
    request = rf.get("/")
    request.user = None
    antwoord = view(request, Exception())
    assert antwoord.status_code == status
    assert b"<h1" in antwoord.content
