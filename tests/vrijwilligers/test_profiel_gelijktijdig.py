"""Two windows on the own profile of an aanspreekpersoon: the last one does not win (H6, V7)."""

from typing import Any

import pytest
from django.http import Http404
from django.test import Client

from vrijwilligers.models import Aanspreekpersoon
from vrijwilligers.post import profielpad
from vrijwilligers.views.profiel import _vergrendeld

from .mensen import een_aanspreekpersoon, een_login, een_taal

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H6")]


@pytest.fixture
def fatima() -> Aanspreekpersoon:
    een_taal("Arabisch")
    return een_aanspreekpersoon("Fatima", telefoon="085 000 7788", talen=[een_taal("Turks")])


@pytest.fixture
def binnen(fatima) -> tuple[Client, str]:
    """Logged in; the other window may as well be the link in a mail."""
    client = Client()
    client.force_login(een_login(fatima))
    return client, "/werk/mijn-aanspreekprofiel/"


@pytest.fixture
def met_link(binnen, fatima) -> tuple[Client, str]:
    """Asked for after the login exists: a link shows the newest version too."""
    return Client(), profielpad(fatima)


def venster(thuis: tuple[Client, str], **anders: Any) -> dict[str, Any]:
    """What the form in a window that is opened now would send."""
    client, adres = thuis
    formulier = client.get(adres).context["formulier"]
    waarden = {veld.html_name: veld.value() for veld in formulier if "foto" not in veld.name}
    gevuld = {naam: w for naam, w in waarden.items() if w not in (None, False)}
    return gevuld | {"doe": "bewaar"} | anders


def stuur(thuis: tuple[Client, str], gegevens: dict[str, Any]) -> Any:
    client, adres = thuis
    return client.post(adres, gegevens)


def test_different_fields_in_two_windows_are_both_kept(binnen, met_link, fatima):
    een, twee = venster(binnen, over="Dag!"), venster(met_link, waarvoor="Brieven.")
    stuur(binnen, een)
    assert stuur(met_link, twee).status_code == 302
    fatima.refresh_from_db()
    assert (fatima.over, fatima.waarvoor) == ("Dag!", "Brieven.")


def test_the_same_field_shows_both_and_asks(binnen, met_link, fatima):
    een, twee = venster(binnen, over="Dag!"), venster(met_link, over="Hoi!")
    stuur(binnen, een)
    antwoord = stuur(met_link, twee)
    html = antwoord.content.decode()
    assert "Iemand anders schreef hier net: “Dag!”" in html
    assert "Hoi!" in html
    fatima.refresh_from_db()
    assert fatima.over == "Dag!"
    versie = antwoord.context["formulier"]["versie"].value()
    stuur(met_link, twee | {"versie": versie})
    fatima.refresh_from_db()
    assert fatima.over == "Hoi!"


def test_a_window_that_was_open_when_somebody_stopped_saves_nothing(fatima):
    """The other window waits for the lock, and finds nobody any more."""
    fatima.stop()
    with pytest.raises(Http404):
        _vergrendeld(fatima)


@pytest.mark.eis("V7")
def test_a_number_that_was_taken_back_does_not_return_by_an_old_window(binnen, met_link, fatima):
    Aanspreekpersoon.objects.get().save()
    oud = venster(met_link, toestemming_nummer="on")
    stuur(met_link, oud)
    oud = venster(met_link, over="Dag!")
    zonder = venster(binnen)
    zonder.pop("toestemming_nummer")
    stuur(binnen, zonder)
    stuur(met_link, oud)
    fatima.refresh_from_db()
    assert (fatima.over, fatima.toestemming_nummer) == ("Dag!", False)


def test_languages_of_two_windows_are_put_together(binnen, met_link, fatima):
    turks, arabisch, pools = een_taal("Turks"), een_taal("Arabisch"), een_taal("Pools")
    een, twee = venster(binnen), venster(met_link)
    stuur(binnen, een | {"talen": [turks.pk, arabisch.pk]})
    stuur(met_link, twee | {"talen": [pools.pk]})  # Turks away, Pools on top
    assert set(fatima.talen.all()) == {arabisch, pools}
    stuur(binnen, venster(binnen, talen=[]))
    assert not fatima.talen.exists()


def test_a_language_taken_away_does_not_return_by_an_old_window(binnen, met_link, fatima):
    oud = venster(met_link, over="Dag!")
    stuur(binnen, venster(binnen, talen=[]))
    stuur(met_link, oud)
    assert not fatima.talen.exists()


def test_full_in_one_window_stays_full_when_the_other_saves_texts(binnen, met_link, fatima):
    oud = venster(met_link, over="Dag!")
    stuur(binnen, {"doe": "vol"})
    assert stuur(met_link, oud).status_code == 302
    fatima.refresh_from_db()
    assert (fatima.stand, fatima.over) == ("vol", "Dag!")


@pytest.mark.eis("V7")
def test_who_stopped_in_one_window_is_not_brought_back_by_the_other(binnen, met_link, fatima):
    oud = venster(met_link, naam="Fatima")
    stuur(binnen, {"doe": "stop"})
    assert stuur(met_link, oud).status_code == 410
    assert not Aanspreekpersoon.objects.zichtbaar().exists()
