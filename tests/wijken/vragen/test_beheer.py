"""Questions in /beheer/: how many and how late, never what was asked (V7)."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from wijken.models import Vraagcijfer
from wijken.models.vraagcijfer import maand_van

from .mensen import ANTWOORD, VRAAG, Mensen, een_beantwoorde_vraag, een_vraag

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V7")]
LIJST = "/beheer/wijken/hulpvraag/"
GEHEIM = (VRAAG, "videobellen", ANTWOORD, "Annie", "12345678")


@pytest.fixture
def beheerder(mensen: Mensen) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("bea"))
    return client


def test_a_beheerder_sees_numbers_and_lateness_and_no_word(
    beheerder: Client, mensen: Mensen
) -> None:
    velden = {"naam": "Annie", "weg": "telefoon", "telefoon": "+31612345678"}
    vraag = een_beantwoorde_vraag(mensen.volkel, mensen.fenna, **velden)
    een_vraag(mensen.volkel, dagen_geleden=20, **velden)
    for adres in (LIJST, f"{LIJST}{vraag.pk}/change/"):
        antwoord = beheerder.get(adres, follow=True)
        assert antwoord.status_code == 200
        html = antwoord.content.decode()
        assert "Volkel" in html
        assert not [woord for woord in GEHEIM if woord in html]


def test_nothing_can_be_changed_or_deleted_there(beheerder: Client, mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    assert beheerder.get(f"{LIJST}add/").status_code == 403
    assert beheerder.post(f"{LIJST}{vraag.pk}/change/", {"stand": "gesloten"}).status_code == 403
    assert beheerder.get(f"{LIJST}{vraag.pk}/delete/").status_code == 403


def test_what_is_too_late_stands_on_the_start_page_and_behind_it_are_exactly_those(
    beheerder: Client, mensen: Mensen
) -> None:
    een_vraag(mensen.volkel, "op tijd")
    laat = een_vraag(mensen.reek, "te laat", dagen_geleden=20)
    assert "Vragen van bewoners die te laat zijn" in beheerder.get("/beheer/").content.decode()
    assert list(beheerder.get(f"{LIJST}?laat=ja").context["cl"].result_list) == [laat]


def test_the_figures_can_be_looked_at(beheerder: Client, mensen: Mensen) -> None:
    maand = maand_van(timezone.localdate() - timedelta(days=90))
    Vraagcijfer.objects.create(gebied=mensen.volkel, maand=maand, werkdagen=2, op_tijd=True)
    assert "Volkel" in beheerder.get("/beheer/wijken/vraagcijfer/").content.decode()
