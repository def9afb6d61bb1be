"""Links in mails about a question: of one address, for one question, and harmless to open (V7)."""

from typing import Any

import pytest
from django.test import Client

from sociale_basis.kern.models import Mail
from sociale_basis.kern.ondertekend import onderteken
from wijken.models import Gebeurtenis, Hulpvraag
from wijken.models.hulpvraag import LINK
from wijken.vragen import handelingen

from .mensen import ANTWOORD, VRAAG, Mensen, een_vraag, formulier

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V7"), pytest.mark.eis("V5")]
FOUT, GOED = "anie@voorbeeld.nl", "annie@voorbeeld.nl"


def stel(client: Client, adres: str) -> None:
    client.post("/vraag/", formulier(weg="mail", contact=adres, wijk="volkel"))


def link_aan(adres: str) -> str:
    regels = Mail.objects.filter(aan=adres).latest("pk").tekst.splitlines()
    [link] = [regel for regel in regels if "/vraag/" in regel]
    return "/vraag/" + link.split("/vraag/")[1]


def test_who_corrects_a_mistyped_address_takes_the_link_to_it_back(client, mensen: Mensen):
    stel(client, FOUT)
    van_een_ander = link_aan(FOUT)
    assert Client().get(van_een_ander).status_code == 200
    stel(client, GOED)  # back in the browser, and sent again
    vraag = Hulpvraag.objects.get()
    handelingen.antwoord(vraag, mensen.fenna.gebruiker, ANTWOORD)
    antwoord = Client().get(van_een_ander)
    assert antwoord.status_code == 404
    assert "Deze link werkt niet meer." in antwoord.content.decode()
    assert VRAAG not in antwoord.content.decode()
    assert ANTWOORD in Client().get(link_aan(GOED)).content.decode()


@pytest.mark.parametrize(
    "inhoud", [1, "1", [1], [1, "x"], [1, 2, 3], ["x", "y"], None, {}, [[], []]]
)
def test_a_signed_code_of_another_shape_opens_nothing(client, mensen: Mensen, inhoud: Any):
    een_vraag(mensen.volkel)
    assert client.get(f"/vraag/{onderteken(LINK, inhoud)}/").status_code == 404


@pytest.mark.parametrize("methode", ["get", "head", "options"])
def test_a_mail_scanner_that_opens_every_link_changes_nothing(client, mensen: Mensen, methode: str):
    stel(client, GOED)
    vraag = Hulpvraag.objects.get()
    handelingen.antwoord(vraag, mensen.fenna.gebruiker, ANTWOORD)
    voor = list(Hulpvraag.objects.values()), Gebeurtenis.objects.count(), Mail.objects.count()
    for deel in ("", "bedankt/", "geholpen/", "reactie/", "?geholpen=ja"):
        getattr(client, methode)(link_aan(GOED) + deel)
    assert (
        list(Hulpvraag.objects.values()),
        Gebeurtenis.objects.count(),
        Mail.objects.count(),
    ) == voor


@pytest.mark.parametrize(
    "adres",
    [
        "a@voorbeeld.nl\nBcc: b@voorbeeld.nl",
        "a@voorbeeld.nl\r\nBcc: b@voorbeeld.nl",
        "a@voorbeeld.nl, b@voorbeeld.nl",
        "a@voorbeeld.nl%0aBcc:b@voorbeeld.nl",
        '"a\nBcc: b"@voorbeeld.nl',
        "Annie <a@voorbeeld.nl>",
    ],
)
def test_a_mail_address_brings_nobody_else_in(client, mensen: Mensen, adres: str):
    stel(client, adres)
    assert {mail.aan for mail in Mail.objects.all()} <= {
        "fenna@voorbeeld.nl",
        "bas@voorbeeld.nl",
    } | {"a@voorbeeld.nl%0aBcc:b@voorbeeld.nl"}
    assert not Mail.objects.filter(aan__contains="\n").exists()
