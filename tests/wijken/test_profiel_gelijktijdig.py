"""Two windows on the own card: nothing that was saved in one is lost by the other (M3, V7)."""

from typing import Any

import pytest
from django.test import Client

from tests.fabriek import een_plek, een_wijk
from tests.hulp.fotos import een_upload
from tests.rollen import ingelogd
from tests.wijken.mensen import een_login, een_teamlid
from wijken.models import Teamlid

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M3")]
PROFIEL = "/werk/profiel/"


@pytest.fixture
def anouk() -> Teamlid:
    return een_teamlid("Anouk", een_wijk("Volkel"), over="Voor ouders.")


@pytest.fixture
def client(anouk: Teamlid) -> Client:
    return ingelogd(een_login(anouk))


def venster(client: Client) -> dict[str, Any]:
    """What the form in a window that is opened now would send."""
    formulier = client.get(PROFIEL).context["formulier"]
    waarden = {veld.html_name: veld.value() for veld in formulier if "foto" not in veld.name}
    return {naam: waarde for naam, waarde in waarden.items() if waarde not in (None, False)}


def test_the_form_carries_its_version(client):
    html = client.get(PROFIEL).content.decode()
    assert 'type="hidden" name="versie"' in html


def test_different_fields_in_two_windows_are_both_kept(client, anouk):
    een, twee = venster(client), venster(client)
    plek = een_plek("De Zwaan")
    client.post(PROFIEL, een | {"bereikbaar": "elke ochtend", "loop_binnen_bij": plek.pk})
    assert client.post(PROFIEL, twee | {"over": "Voor opa’s."}).status_code == 302
    anouk.refresh_from_db()
    assert (anouk.over, anouk.bereikbaar) == ("Voor opa’s.", "elke ochtend")
    assert anouk.loop_binnen_bij == plek


def test_the_same_field_in_two_windows_shows_both_and_asks(client, anouk):
    een, twee = venster(client), venster(client)
    client.post(PROFIEL, een | {"telefoon": "085 000 1111"})
    antwoord = client.post(PROFIEL, twee | {"telefoon": "085 000 2222"})
    html = antwoord.content.decode()
    assert "Iemand anders schreef hier net: “+31850001111”" in html
    assert 'value="085 000 2222"' in html
    anouk.refresh_from_db()
    assert anouk.telefoon == "+31850001111"
    versie = antwoord.context["formulier"]["versie"].value()
    client.post(PROFIEL, twee | {"telefoon": "085 000 2222", "versie": versie})
    anouk.refresh_from_db()
    assert anouk.telefoon == "+31850002222"


def test_what_the_municipality_changes_meanwhile_does_not_stop_a_member(client, anouk):
    mijn = venster(client)
    anouk.functie = "buurtsportcoach"
    anouk.save()
    assert client.post(PROFIEL, mijn | {"over": "Voor opa’s."}).status_code == 302
    anouk.refresh_from_db()
    assert (anouk.functie, anouk.over) == ("buurtsportcoach", "Voor opa’s.")


@pytest.mark.parametrize("wat", ["nieuwe_foto", "foto_weg"])
def test_a_photo_of_the_other_window_does_not_go_unseen(client, anouk, wat):
    client.post(PROFIEL, venster(client) | {"nieuwe_foto": een_upload()})
    een, twee = venster(client), venster(client)
    client.post(PROFIEL, een | {"nieuwe_foto": een_upload()})
    anouk.refresh_from_db()
    toen = anouk.foto_id
    doen = {wat: een_upload() if wat == "nieuwe_foto" else "on"}
    antwoord = client.post(PROFIEL, twee | doen)
    assert "De foto is intussen veranderd." in antwoord.content.decode()
    assert 'name="foto_weg" checked' not in antwoord.content.decode()
    anouk.refresh_from_db()
    assert anouk.foto_id == toen
    versie = antwoord.context["formulier"]["versie"].value()
    client.post(PROFIEL, twee | {"versie": versie, "foto_weg": "on"})
    anouk.refresh_from_db()
    assert anouk.foto_id is None


def test_a_row_that_never_had_a_history_is_guarded_too(client, anouk):
    """As after an import: nobody knows what it was, so every difference is shown."""
    anouk.history.all().delete()
    een, twee = venster(client), venster(client)
    client.post(PROFIEL, een | {"over": "Voor opa’s."})
    html = client.post(PROFIEL, twee | {"over": "Voor oma’s."}).content.decode()
    assert "Iemand anders schreef hier net: “Voor opa’s.”" in html
    anouk.refresh_from_db()
    assert anouk.over == "Voor opa’s."


@pytest.mark.parametrize("versie", ["", "x", "0", "9" * 30])
def test_a_strange_version_breaks_nothing(client, anouk, versie):
    assert client.post(PROFIEL, venster(client) | {"versie": versie}).status_code == 302
