"""Who may do what with a question in /werk/: a table, and a visit to every address as every role.

Rights follow from the rows that say where somebody works, and end with them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.test import Client
from django.utils import timezone

from wijken.forms.werkvraag import Doorgeven
from wijken.geadresseerden import zoek_geadresseerde
from wijken.models import Afwezigheid, Hulpvraag, Inzet, Teamlid
from wijken.urls import urlpatterns
from wijken.vragen import handelingen
from wijken.vragen.handelingen import Bestemming
from wijken.vragen.toegang import Toegang

from .mensen import Mensen, een_fatima, een_lid, een_vraag

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V7")]
ROLLEN = (
    "niemand",
    "beheerder",
    "oud-collega",
    "preventiewerker",
    "verbinder",
    "aanspreekpersoon",
    "gemeente",
)
# What an address answers: it does it, asks to log in, has nothing for this person, is not for
# this person, or there is no such question as far as they know.
JA, LOGIN, DICHT, NIET, WEG = "ja", "login", "403 geen werk", "403", "404"

TABEL: dict[tuple[str, str], tuple[str, ...]] = {
    # address, question          niemand beheerder oud    prev. verb. aanspr. gemeente
    ("lijst", "-"):             (LOGIN, DICHT, DICHT, JA, JA, JA, JA),
    ("op-tijd", "-"):           (LOGIN, DICHT, DICHT, NIET, JA, NIET, JA),
    ("lezen", "eigen wijk"):    (LOGIN, DICHT, DICHT, JA, JA, WEG, JA),
    ("lezen", "andere wijk"):   (LOGIN, DICHT, DICHT, WEG, WEG, WEG, JA),
    ("lezen", "gegeven"):       (LOGIN, DICHT, DICHT, JA, WEG, WEG, JA),
    ("lezen", "aan Fatima"):    (LOGIN, DICHT, DICHT, JA, JA, JA, JA),
    ("oppakken", "eigen wijk"): (LOGIN, DICHT, DICHT, JA, JA, WEG, JA),
    ("oppakken", "andere wijk"): (LOGIN, DICHT, DICHT, WEG, WEG, WEG, JA),
    ("oppakken", "aan Fatima"): (LOGIN, DICHT, DICHT, JA, JA, JA, JA),
    ("antwoord", "eigen wijk"): (LOGIN, DICHT, DICHT, JA, JA, WEG, JA),
    ("antwoord", "andere wijk"): (LOGIN, DICHT, DICHT, WEG, WEG, WEG, JA),
    ("antwoord", "gegeven"):    (LOGIN, DICHT, DICHT, JA, WEG, WEG, JA),
    ("antwoord", "aan Fatima"): (LOGIN, DICHT, DICHT, JA, JA, JA, JA),
    ("doorgeven", "eigen wijk"): (LOGIN, DICHT, DICHT, JA, JA, WEG, JA),
    ("doorgeven", "andere wijk"): (LOGIN, DICHT, DICHT, WEG, WEG, WEG, JA),
    ("doorgeven", "aan Fatima"): (LOGIN, DICHT, DICHT, JA, JA, JA, JA),
    ("afronden", "eigen wijk"): (LOGIN, DICHT, DICHT, JA, JA, WEG, JA),
    ("afronden", "andere wijk"): (LOGIN, DICHT, DICHT, WEG, WEG, WEG, JA),
    ("afronden", "gegeven"):    (LOGIN, DICHT, DICHT, JA, WEG, WEG, JA),
    ("afronden", "aan Fatima"): (LOGIN, DICHT, DICHT, JA, JA, NIET, JA),
}  # fmt: skip
GEVALLEN = [
    pytest.param(rol, wat, welke, uitkomst, id=f"{rol}-{wat}-{welke}")
    for (wat, welke), uitkomsten in TABEL.items()
    for rol, uitkomst in zip(ROLLEN, uitkomsten, strict=True)
]


@dataclass
class Toneel:
    clients: dict[str, Client]
    vragen: dict[str, Hulpvraag]


@pytest.fixture
def toneel(mensen: Mensen, monkeypatch: pytest.MonkeyPatch) -> Toneel:
    fatima = een_fatima(monkeypatch, mensen.volkel)
    oud = een_lid("Oud", mensen.volkel)
    wie = {
        "beheerder": User.objects.create_superuser("beheerder"),
        "oud-collega": oud.gebruiker,
        "preventiewerker": mensen.fenna.gebruiker,
        "verbinder": mensen.bas.gebruiker,
        "aanspreekpersoon": fatima,
        "gemeente": mensen.gerda.gebruiker,
    }
    vragen = {
        "eigen wijk": een_vraag(mensen.volkel, "een"),
        "andere wijk": een_vraag(mensen.reek, "twee"),
        "gegeven": een_vraag(mensen.reek, "drie"),
        "aan Fatima": een_vraag(
            mensen.volkel, "vier", aan=zoek_geadresseerde("fatima"), slug="fatima"
        ),
    }
    aan_fenna = Bestemming(mensen.reek, mensen.fenna.gebruiker)
    handelingen.geef_door(vragen["gegeven"], mensen.rik.gebruiker, aan_fenna, "Fenna weet dit.")
    _vertrek(oud)
    clients = {rol: Client() for rol in ROLLEN}
    for rol, gebruiker in wie.items():
        clients[rol].force_login(gebruiker)
    return Toneel(clients, vragen)


def _vertrek(lid: Teamlid) -> None:
    Inzet.objects.filter(teamlid=lid).delete()
    Teamlid.objects.filter(pk=lid.pk).update(gebruiker=None)


def bezoek(client: Client, wat: str, vraag: Hulpvraag | None) -> Any:
    if vraag is None:
        return client.get({"lijst": "/werk/vragen/", "op-tijd": "/werk/vragen/op-tijd/"}[wat])
    if wat == "lezen":
        return client.get(vraag.werkpad)
    vraag.refresh_from_db()
    velden = {"versie": vraag.versie, "tekst": "Zo gaat het.", "naar": _naar(client, vraag)}
    return client.post(f"{vraag.werkpad}{wat}/", velden)


def _naar(client: Client, vraag: Hulpvraag) -> str:
    """The first place to which this person could give it."""
    wie = User.objects.filter(pk=client.session.get("_auth_user_id", 0)).first() or AnonymousUser()
    keuzes: Any = Doorgeven(vraag, Toegang(wie)).fields["naar"]
    return str(keuzes.choices[1][1][0][0])


def uitkomst_van(antwoord: Any) -> str:
    if antwoord.status_code == 302 and "/login/" in antwoord["Location"]:
        return LOGIN
    return {403: NIET, 404: WEG}.get(antwoord.status_code, JA)


@pytest.mark.parametrize(("rol", "wat", "welke", "uitkomst"), GEVALLEN)
def test_everybody_may_do_what_the_table_says(
    toneel: Toneel, rol: str, wat: str, welke: str, uitkomst: str
) -> None:
    vraag = toneel.vragen.get(welke)
    antwoord = bezoek(toneel.clients[rol], wat, vraag)
    gevonden = uitkomst_van(antwoord)
    assert gevonden == (NIET if uitkomst == DICHT else uitkomst)
    if gevonden == JA and wat not in ("lijst", "op-tijd", "lezen"):
        assert antwoord.status_code == 302, antwoord.context["fout"]
    if vraag is not None and gevonden != JA:
        vraag.refresh_from_db()
        assert not vraag.gebeurtenissen.filter(door=antwoord.wsgi_request.user.pk or 0).exists()


def test_the_table_has_every_address_of_a_question() -> None:
    namen = {str(patroon.pattern) for patroon in urlpatterns}
    adressen = {naam.split("/")[-2] for naam in namen if naam.startswith("werk/vraag/")}
    assert {"lezen" if naam.startswith("<") else naam for naam in adressen} == {
        wat for wat, _welke in TABEL
    } - {"lijst", "op-tijd"}


# --- it ends with the row ------------------------------------------------------------------


def _ziet(gebruiker: Any, vraag: Hulpvraag) -> bool:
    return Toegang(User.objects.get(pk=gebruiker.pk)).mag_zien(vraag)


@pytest.mark.parametrize(
    "einde",
    [
        lambda lid: Inzet.objects.filter(teamlid=lid).delete(),
        lambda lid: Teamlid.objects.filter(pk=lid.pk).update(gebruiker=None),
    ],
    ids=["the hours end", "the login is taken away"],
)
def test_who_no_longer_works_in_a_wijk_sees_its_questions_no_longer(
    mensen: Mensen, einde: Callable[[Teamlid], Any]
) -> None:
    vraag = een_vraag(mensen.volkel)
    assert _ziet(mensen.fenna.gebruiker, vraag)
    einde(mensen.fenna)
    assert not _ziet(mensen.fenna.gebruiker, vraag)


def test_who_left_does_not_even_see_what_they_took(mensen: Mensen) -> None:
    vraag = een_vraag(mensen.volkel)
    handelingen.pak_op(vraag, mensen.fenna.gebruiker)
    _vertrek(mensen.fenna)
    assert not _ziet(mensen.fenna.gebruiker, vraag)


@pytest.mark.eis("H6")
def test_an_aanspreekpersoon_who_stopped_sees_nothing_any_more(
    mensen: Mensen, monkeypatch: pytest.MonkeyPatch
) -> None:
    fatima = een_fatima(monkeypatch, mensen.volkel)
    vraag = een_vraag(mensen.volkel, aan=zoek_geadresseerde("fatima"), slug="fatima")
    assert _ziet(fatima, vraag)
    monkeypatch.setattr("wijken.geadresseerden._namen", [])
    assert not _ziet(fatima, vraag)
    assert not Toegang(fatima).heeft_werk


@pytest.mark.eis("H6")
def test_an_aanspreekpersoon_passes_a_question_to_the_team_and_lets_go(
    toneel: Toneel, mensen: Mensen
) -> None:
    vraag, client = toneel.vragen["aan Fatima"], toneel.clients["aanspreekpersoon"]
    keuzes = client.get(vraag.werkpad).context["formulieren"]["doorgeven"].fields["naar"].choices
    assert [naam for _groep, rijen in keuzes[1:] for _sleutel, naam in rijen] == [
        "Het team van Volkel"
    ]
    antwoord = bezoek(client, "doorgeven", vraag)
    assert antwoord["Location"] == "/werk/vragen/"
    vraag.refresh_from_db()
    assert vraag.gericht_aan is None
    assert vraag.gebeurtenissen.get(soort="doorgegeven").naam == "Fatima"
    assert client.get(vraag.werkpad).status_code == 403  # nothing else to do here


@pytest.mark.parametrize(("van", "ziet"), [(0, True), (-9, False), (3, False)])
def test_who_replaces_a_colleague_sees_their_wijk_on_those_days_only(
    mensen: Mensen, van: int, ziet: bool
) -> None:
    vraag = een_vraag(mensen.volkel)
    handelingen.pak_op(vraag, mensen.fenna.gebruiker)
    begin = timezone.localdate() + timedelta(days=van)
    Afwezigheid.objects.create(
        teamlid=mensen.fenna, van=begin, tot=begin + timedelta(days=2), vervanger=mensen.rik
    )
    assert _ziet(mensen.rik.gebruiker, vraag) is ziet


def test_a_wijk_above_sees_what_is_asked_below(mensen: Mensen) -> None:
    assert _ziet(mensen.gerda.gebruiker, een_vraag(mensen.zeeland))
    assert not _ziet(mensen.fenna.gebruiker, een_vraag(mensen.zeeland, "ander"))
