"""What lists and forms of the admin share: a first choice, looking only, one index."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from sociale_basis.kern.models import OudeSlug, Taakrun
from sociale_basis.kern.zoeken import index
from tests.fabriek import een_doelgroep, een_organisatie, een_thema, een_voorziening
from tests.voorzieningen.beheer import open_formulier, wijzig

pytestmark = pytest.mark.django_db
LIJST = "/beheer/voorzieningen/organisatie/"


@pytest.fixture
def beheerder() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("beheerder"))
    return client


def _namen(client: Client, **vraag: str) -> set[str]:
    return {rij.naam for rij in client.get(LIJST, vraag).context["cl"].result_list}


def _filter(client: Client, **vraag: str) -> dict[str, bool]:
    """{choice: is it chosen} of the first filter."""
    lijst = client.get(LIJST, vraag).context["cl"]
    return {str(k["display"]): k["selected"] for k in lijst.filter_specs[0].choices(lijst)}


@pytest.mark.eis("V12")
def test_a_list_begins_with_what_is_in_use_and_the_rest_is_one_click_away(beheerder) -> None:
    een_organisatie("Actief")
    een_organisatie("Gestopt").archiveer("Klaar.")
    assert _namen(beheerder) == {"Actief"}
    assert _namen(beheerder, archief="ja") == {"Gestopt"}
    assert _namen(beheerder, archief="alles") == {"Actief", "Gestopt"}


def test_the_first_choice_is_chosen_until_another_one_is(beheerder) -> None:
    assert _filter(beheerder) == {"in gebruik": True, "gearchiveerd": False, "alles": False}
    assert _filter(beheerder, archief="ja") == {
        "in gebruik": False,
        "gearchiveerd": True,
        "alles": False,
    }


def _een_run() -> Taakrun:
    return Taakrun.objects.create(naam="reservekopie")


def _een_oud_adres() -> OudeSlug:
    hulp = een_organisatie("Eerst")
    hulp.slug = "daarna"
    hulp.save()
    return OudeSlug.objects.get()


@pytest.mark.parametrize("maak", [_een_run, _een_oud_adres])
def test_what_the_portal_writes_itself_is_only_looked_at(beheerder, maak) -> None:
    ding = maak()
    adres = f"/beheer/kern/{ding._meta.model_name}"
    assert beheerder.get(f"{adres}/{ding.pk}/change/").status_code == 200
    assert beheerder.get(f"{adres}/add/").status_code == 403
    assert beheerder.post(f"{adres}/{ding.pk}/change/", {}).status_code == 403
    assert beheerder.post(f"{adres}/{ding.pk}/delete/", {"post": "yes"}).status_code == 403


def test_an_entry_with_its_lists_is_indexed_once_per_save(beheerder, monkeypatch) -> None:
    ding = een_voorziening("Koffie")
    post = open_formulier(beheerder, wijzig(ding))
    post |= {"titel": ["Thee"], "doelgroepen": [str(een_doelgroep("Ouderen").pk)]}
    post |= {"themas": [str(een_thema("Ontmoeten").pk)]}
    geteld: list[set[int]] = []
    echt = index.werk_bij

    def tel(soort: str, nummers: set[int]) -> int:
        if soort == "voorziening":
            geteld.append(set(nummers))
        return echt(soort, nummers)

    monkeypatch.setattr(index, "werk_bij", tel)
    assert beheerder.post(wijzig(ding), post).status_code == 302
    assert geteld == [{ding.pk}]
    assert "Thee" in beheerder.get("/zoeken/?q=thee").content.decode()
