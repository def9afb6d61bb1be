"""Mail about questions: that there is something to read, never what (L5, V7)."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from sociale_basis.kern import post
from sociale_basis.kern.models import Mail
from wijken.geadresseerden import zoek_geadresseerde
from wijken.models import Afwezigheid, Teamlid
from wijken.vragen import handelingen
from wijken.vragen.handelingen import Bestemming

from .mensen import ANTWOORD, VRAAG, Mensen, een_beantwoorde_vraag, een_fatima, een_vraag, formulier

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L5")]
ANNIE = {"weg": "mail", "email": "annie@voorbeeld.nl"}


def aan() -> set[str]:
    return set(Mail.objects.values_list("aan", flat=True))


def post_aan(adres: str) -> Mail:
    return Mail.objects.filter(aan=adres).latest("pk")


# --- what it says --------------------------------------------------------------------------


@pytest.mark.eis("V7")
def test_no_mail_holds_a_word_of_question_answer_or_asker(mensen: Mensen) -> None:
    vraag = een_beantwoorde_vraag(mensen.volkel, mensen.fenna, naam="Annie Jansen", **ANNIE)
    handelingen.reageer(vraag, "Maandag kan ik niet.")
    naar = Bestemming(mensen.volkel, mensen.bas.gebruiker)
    handelingen.geef_door(vraag, mensen.fenna.gebruiker, naar, "Bas is er dinsdag.")
    alles = " ".join(f"{m.onderwerp} {m.tekst} {m.html}" for m in Mail.objects.all())
    for geheim in (VRAAG, "videobellen", ANTWOORD, "dorpshuis", "Maandag", "dinsdag.", "Jansen"):
        assert geheim not in alles
    assert vraag.code not in alles


def test_the_team_is_told_that_there_is_a_question_with_a_link(mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    assert aan() == {"fenna@voorbeeld.nl", "bas@voorbeeld.nl"}
    brief = post_aan("fenna@voorbeeld.nl")
    assert brief.onderwerp == "Er is een vraag"
    assert f"/werk/vraag/{vraag.pk}/" in brief.tekst
    assert "Waar: Volkel." in brief.tekst


def test_the_asker_is_told_that_it_came_and_that_there_is_an_answer(
    client: Client, mensen: Mensen
) -> None:
    een_beantwoorde_vraag(mensen.volkel, mensen.fenna, **ANNIE)
    brieven = list(Mail.objects.filter(aan="annie@voorbeeld.nl").order_by("pk"))
    assert [brief.onderwerp for brief in brieven] == [
        "Wij hebben uw vraag",
        "Er staat een antwoord voor u klaar",
    ]
    pad = next(
        regel for regel in brieven[1].tekst.splitlines() if regel.startswith("http")
    ).removeprefix("http://127.0.0.1:8000")
    assert ANTWOORD in client.get(pad).content.decode()


def test_who_chose_another_way_gets_no_mail(mensen: Mensen) -> None:
    een_beantwoorde_vraag(mensen.volkel, mensen.fenna, weg="telefoon", telefoon="+31612345678")
    assert aan() == {"fenna@voorbeeld.nl", "bas@voorbeeld.nl"}


# --- to whom -------------------------------------------------------------------------------


def test_who_is_away_is_not_mailed_but_who_replaces_them_is(mensen: Mensen) -> None:
    vandaag = timezone.localdate()
    Afwezigheid.objects.create(
        teamlid=mensen.fenna, van=vandaag, tot=vandaag + timedelta(days=5), vervanger=mensen.rik
    )
    een_vraag(mensen.volkel)
    assert aan() == {"bas@voorbeeld.nl", "rik@voorbeeld.nl"}


def test_a_reaction_goes_to_the_colleague_who_has_the_question(mensen: Mensen) -> None:
    vraag = een_beantwoorde_vraag(mensen.volkel, mensen.fenna)
    Mail.objects.all().delete()
    handelingen.reageer(vraag, "Dank u.")
    assert aan() == {"fenna@voorbeeld.nl"}


def test_a_question_to_somebody_by_name_reaches_them_and_the_team(
    mensen: Mensen, monkeypatch
) -> None:
    een_fatima(monkeypatch, mensen.volkel)
    een_vraag(mensen.volkel, aan=zoek_geadresseerde("fatima"), slug="fatima")
    assert aan() == {"fenna@voorbeeld.nl", "bas@voorbeeld.nl", "fatima@voorbeeld.nl"}


def test_the_address_of_the_login_comes_before_the_one_on_the_website(mensen: Mensen) -> None:
    Teamlid.objects.update(email="team-volkel@voorbeeld.nl")
    een_vraag(mensen.volkel)
    assert "team-volkel@voorbeeld.nl" not in aan()
    mensen.fenna.gebruiker.email = ""
    mensen.fenna.gebruiker.save()
    een_vraag(mensen.volkel, "Nog een vraag?")
    assert "team-volkel@voorbeeld.nl" in aan()


def test_without_anybody_at_all_the_mailbox_of_the_municipality_is_told(mensen: Mensen) -> None:
    Teamlid.objects.update(gebruiker=None)
    een_vraag(mensen.volkel)
    assert aan() == {"g@voorbeeld.nl"}


# --- the mail server is down ---------------------------------------------------------------


def test_with_the_mail_server_down_nothing_is_lost_and_nobody_waits(
    client: Client, mensen: Mensen, monkeypatch, settings
) -> None:
    def weg(*_args: Any, **_opties: Any) -> None:
        raise ConnectionRefusedError("the mail server is away")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.open", weg)
    velden = formulier(weg="mail", contact="annie@voorbeeld.nl", wijk="volkel")
    antwoord = client.post("/vraag/", velden)
    assert antwoord.status_code == 302
    wachten = Mail.objects.count()
    assert wachten == 3
    assert post.verstuur() == 0
    assert Mail.objects.filter(klaar_op=None).count() == wachten
    monkeypatch.undo()
    Mail.objects.update(volgende_poging=timezone.now())
    assert post.verstuur() == wachten
    assert {brief.to[0] for brief in mail.outbox} == aan()
