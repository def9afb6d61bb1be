"""Who plays in the tests of questions: Volkel and Reek with a team each, the municipality above."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from sociale_basis.kern.begrenzen import DOEL
from sociale_basis.kern.ondertekend import onderteken
from tests.fabriek import de_gemeente, een_wijk
from wijken import geadresseerden
from wijken.geadresseerden import Geadresseerde
from wijken.models import Gebied, Hulpvraag, Inzet, Teamlid
from wijken.vragen import handelingen
from wijken.vragen.code import code_voor

VRAAG = "Wie kan mij leren videobellen?"
ANTWOORD = "Kom maandag om tien uur naar het dorpshuis."


def een_lid(naam: str, gebied: Gebied, *, verbinder: bool = False, **velden: Any) -> Teamlid:
    """A member of a team with a login that is no staff: 'Fenna' → user 'fenna'."""
    login = velden.pop("gebruiker", "nieuw")
    if login == "nieuw":
        adres = f"{naam.lower()}@voorbeeld.nl"
        login = User.objects.create_user(naam.lower(), adres, first_name="Geheim")
    standaard = {
        "functie": "preventiewerker",
        "expertise": "volwassenen",
        "telefoon": "085 0001111",
    }
    lid = Teamlid.objects.create(naam=naam, gebruiker=login, **standaard | velden)
    Inzet.objects.create(teamlid=lid, gebied=gebied, is_verbinder=verbinder)
    return lid


@dataclass
class Mensen:
    """Fenna and Bas (verbinder) work in Volkel, Rik in Reek, Gerda for the whole municipality."""

    gemeente: Gebied = field(default_factory=lambda: de_gemeente(contact_email="g@voorbeeld.nl"))
    volkel: Gebied = field(default_factory=lambda: een_wijk("Volkel"))
    reek: Gebied = field(default_factory=lambda: een_wijk("Reek"))
    zeeland: Gebied = field(default_factory=lambda: een_wijk("Zeeland"))  # has no team

    def __post_init__(self) -> None:
        self.fenna = een_lid("Fenna", self.volkel)
        self.bas = een_lid("Bas", self.volkel, verbinder=True)
        self.rik = een_lid("Rik", self.reek)
        self.gerda = een_lid("Gerda", self.gemeente)


def een_fatima(monkeypatch: pytest.MonkeyPatch, gebied: Gebied) -> User:
    """An aanspreekpersoon of an area, who can be asked by name: /vraag/?aan=fatima."""
    fatima = User.objects.create_user("fatima", "fatima@voorbeeld.nl")

    def zoek(slug: str) -> Geadresseerde | None:
        return Geadresseerde("Fatima", gebied, fatima) if slug == "fatima" else None

    def namen(gebruiker: Any) -> list[str]:
        return ["fatima"] if gebruiker == fatima else []

    monkeypatch.setattr(geadresseerden, "_zoekers", [zoek])
    monkeypatch.setattr(geadresseerden, "_namen", [namen])
    return fatima


def een_vraag(gebied: Gebied, tekst: str = VRAAG, *, dagen_geleden: int = 0, **velden: Any) -> Any:
    """A question as somebody asked it; ``.code`` is what only they know."""
    code = velden.pop("code", "") or code_voor(f"test{Hulpvraag.objects.count()}", tekst)
    toen = timezone.now() - timedelta(days=dagen_geleden)
    vraag: Any = handelingen.stel(code, gebied, tekst=tekst, ontvangen_op=toen, **velden)
    vraag.code = code
    return vraag


def een_beantwoorde_vraag(gebied: Gebied, door: Teamlid, **velden: Any) -> Any:
    vraag = een_vraag(gebied, **velden)
    handelingen.antwoord(vraag, door.gebruiker, ANTWOORD)
    return vraag


def formulier(**velden: str) -> dict[str, str]:
    """What a browser sends half a minute after the form was opened."""
    geopend = onderteken(DOEL, timezone.now().timestamp() - 30)
    standaard = {"voor": "mijzelf", "tekst": VRAAG, "weg": "site", "kenmerk": "een-open-pagina"}
    return {"geopend": geopend, "website_van_u": ""} | standaard | velden


def ingelogd(lid: Teamlid | User) -> Client:
    client = Client()
    client.force_login(lid.gebruiker if isinstance(lid, Teamlid) else lid)
    return client


def stuur(client: Client, vraag: Hulpvraag, wat: str, **velden: Any) -> Any:
    """What a colleague sends from the page of a question as it is now."""
    vraag.refresh_from_db()
    return client.post(f"{vraag.werkpad}{wat}/", {"versie": vraag.versie} | velden)


def met_spatie(html: str) -> str:
    """The text of a page on one line."""
    return " ".join(html.split())
