"""A confidential place: neither its address nor its name reaches who may not see it (V7)."""

import io
import re
import zipfile

import pytest
from django.contrib.auth.models import User

from tests.fabriek import een_geheime_plek, een_organisatie
from tests.rollen import Toneel, een_medewerker, ingelogd
from voorzieningen.dubbelen import voeg_samen
from voorzieningen.models import Locatie, Voorstel

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V7")]
NAAM = "Schuilplaats aan de Sluisdreef"
SLUG = "schuilplaats-aan-de-sluisdreef"
ZIET_NIET = ("wijkredacteur", "organisatie-redacteur", "lezer")


def wie(rol: str, toneel: Toneel) -> User:
    return User.objects.filter(username=rol).first() or een_medewerker(rol, toneel)


@pytest.fixture
def toneel() -> Toneel:
    """The shelter belongs to provisions and an organisation that others may look at."""
    toneel = Toneel()
    geheim = een_geheime_plek(NAAM, gebied=toneel.reek)
    for naam in ("alleen Volkel", "van De Linde"):
        toneel.dingen[naam].locaties.add(geheim)
        toneel.dingen[naam].save()
    toneel.linde.locaties.add(geheim)
    Voorstel.objects.dien_in(
        toneel.dingen["alleen Volkel"],
        {"locaties": []},
        bron="wijkredacteur",
        door=wie("wijkredacteur", toneel),
    )
    return toneel


def bladzijden(toneel: Toneel) -> list[str]:
    """Every page of the admin on which the place might be named."""
    dingen = [toneel.dingen[naam] for naam in ("alleen Volkel", "van De Linde")]
    paginas = [
        f"/beheer/voorzieningen/{ding._meta.model_name}/{ding.pk}/{rest}"
        for ding in (*dingen, toneel.linde)
        for rest in ("change/", "history/", "voorbeeld/")
    ]
    versies = [
        f"/beheer/voorzieningen/voorziening/{dingen[0].pk}/history/{record.history_id}/"
        for record in dingen[0].history.all()
    ]
    return [*paginas, *versies, Voorstel.objects.get().get_absolute_url()]


@pytest.mark.parametrize("rol", ZIET_NIET)
def test_its_name_stands_on_no_page_for_who_may_not_see_it(toneel, rol):
    client = ingelogd(wie(rol, toneel))
    gezien = [client.get(adres) for adres in bladzijden(toneel)]
    assert any(antwoord.status_code == 200 for antwoord in gezien)
    assert not any("Sluisdreef" in antwoord.content.decode() for antwoord in gezien)


def test_a_wijkredacteur_keeps_it_on_the_list_without_knowing_its_name(toneel):
    Voorstel.objects.all().delete()
    adres = f"/beheer/voorzieningen/voorziening/{toneel.dingen['alleen Volkel'].pk}/change/"
    html = ingelogd(wie("wijkredacteur", toneel)).get(adres).content.decode()
    assert "plek met een geheim adres" in html
    nummer = Locatie.objects.get(naam=NAAM).pk
    assert re.search(rf'<input[^>]*name="locaties"[^>]*value="{nummer}"[^>]*checked', html)


@pytest.mark.parametrize("rol", ["beheerder", "redacteur"])
def test_who_keeps_it_reads_its_name_everywhere(toneel, rol):
    client = ingelogd(wie(rol, toneel))
    for naam in ("alleen Volkel", "van De Linde"):
        adres = f"/beheer/voorzieningen/voorziening/{toneel.dingen[naam].pk}/change/"
        assert NAAM in client.get(adres).content.decode()


def test_a_wijkredacteur_of_the_own_wijk_reads_its_name(toneel):
    Locatie.objects.filter(naam=NAAM).update(gebied=toneel.volkel)
    adres = f"/beheer/voorzieningen/voorziening/{toneel.dingen['alleen Volkel'].pk}/change/"
    client = ingelogd(wie("wijkredacteur", toneel))
    assert NAAM in client.get(adres).content.decode()


def uitvoer(rol: str, toneel: Toneel) -> str:
    client = ingelogd(wie(rol, toneel))
    adres = "/beheer/voorzieningen/importbestand/exporteer/"
    antwoord = client.post(adres, {"vorm": "csv", "geheim": "on"})
    with zipfile.ZipFile(io.BytesIO(antwoord.content)) as archief:
        return "".join(archief.read(naam).decode() for naam in archief.namelist())


@pytest.mark.parametrize("rol", ["wijkredacteur", "lezer"])
def test_its_key_stands_in_no_export_for_who_may_not_see_it(toneel, rol):
    assert "sluisdreef" not in uitvoer(rol, toneel).lower()


def test_its_key_stands_in_the_export_of_who_may_import(toneel):
    """Also without its address: else an import would take it off the list."""
    assert SLUG in uitvoer("redacteur", toneel)


def test_merging_does_not_write_its_name_in_the_history_of_others(toneel):
    redacteur = een_medewerker("redacteur")
    ander = een_geheime_plek("Nog een", gebied=toneel.reek)
    ander.beheerstichting = een_organisatie("De Toren")
    ander.save()
    toneel.dingen["overal"].locaties.add(ander)
    voeg_samen(Locatie.objects.get(naam=NAAM), ander, set(), door=redacteur)
    for record in toneel.dingen["overal"].history.all():
        assert "Sluisdreef" not in (record.history_change_reason or "")


def test_without_a_request_it_has_its_name():
    assert str(een_geheime_plek(NAAM)) == NAAM
