"""Any valid set of entries survives the journey to a file and back, on both databases."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st

from tests.fabriek import een_buurt, een_doelgroep, een_thema, een_wijk
from tests.voorzieningen.uitwisseling.hulp import bladen, exporteer, plan_van, voer_in
from voorzieningen.models import (
    Afwijking,
    Locatie,
    Openingstijd,
    Organisatie,
    Ruimte,
    Taal,
    Voorziening,
)
from voorzieningen.uitwisseling.schrijven import Vorm

pytestmark = pytest.mark.django_db

RAAR = ["=1+1", "+31 6", "-", "@x", "'=a", "a;b,c\td", 'zeg "ja"', "een\r\ntwee", "_x0041_",
        "é\u0301",
        "\ufeffbom", "🏡", "a\x0bb", "ja", "1-2", "0123", "2026-01-01", "#N/A", "TRUE"]  # fmt: skip
letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
dagen = st.dates(date(1950, 1, 1), date(2100, 1, 1))
ja_nee_onbekend = st.sampled_from(["ja", "nee", "onbekend"])
telefoons = st.sampled_from(["", "112", "0800-1234", "14 0413", "+31413281911", "+4930901820"])
momenten = st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=ZoneInfo("Europe/Amsterdam"))
)


def tekst(langst: int, minst: int = 0) -> st.SearchStrategy[str]:
    vrij = st.text(letters, min_size=minst, max_size=min(langst, 40))
    gekozen = st.sampled_from(RAAR).filter(lambda t: minst <= len(t.strip()) and len(t) <= langst)
    return (vrij | gekozen).filter(lambda t: len(t.strip()) >= minst)


def keuze(model: Any, veld: str) -> st.SearchStrategy[str]:
    return st.sampled_from([code for code, _label in model._meta.get_field(veld).choices])


beheer = {
    "publicatie": st.sampled_from(["concept", "gepubliceerd"]),
    "laatst_gecontroleerd": st.dates(date(2000, 1, 1), date(2026, 1, 1)),
    "controletermijn": st.integers(1, 3660),
    "telefoon": telefoons,
    "email": st.sampled_from(["", "info@voorbeeld.nl"]),
    "website": st.sampled_from(["", "https://www.voorbeeld.nl/a?b=c;d"]),
}
organisaties = st.fixed_dictionaries(
    beheer | {"naam": tekst(150, 1), "kort": tekst(220, 1), "soort": keuze(Organisatie, "soort"),
              "beschrijving": tekst(2000), "bereikbaar": tekst(200)},
)  # fmt: skip
plekken = st.fixed_dictionaries(
    beheer | {"naam": tekst(150, 1), "soort": keuze(Locatie, "soort"), "huisnummer": tekst(12),
              "postcode": st.sampled_from(["", "5401AB"]), "straat": tekst(100),
              "vertrouwelijk": st.booleans(), "lift": ja_nee_onbekend,
              "feestdagen": st.sampled_from(["dicht", "open"])},
    optional={"punt": st.tuples(st.floats(51.5, 51.8), st.floats(5.5, 5.8))},
)  # fmt: skip
voorzieningen = st.fixed_dictionaries(
    beheer | {"titel": tekst(120, 1), "kort": tekst(220, 1), "beschrijving": tekst(5000),
              "toegang": keuze(Voorziening, "toegang"), "kosten": keuze(Voorziening, "kosten"),
              "door_vrijwilligers": st.booleans(), "tolk": ja_nee_onbekend,
              "leeftijd_van": st.none() | st.integers(0, 20),
              "leeftijd_tot": st.none() | st.integers(20, 120),
              "zichtbaar_vanaf": st.none() | dagen,
              "hele_gemeente": st.booleans()},
)  # fmt: skip
tijden = st.fixed_dictionaries(
    {"weekdag": st.integers(0, 6), "van": st.times(), "tot": st.times(),
     "op_afspraak": st.booleans(),
     "opmerking": tekst(120), "geldig_van": st.none() | dagen},
)  # fmt: skip
afwijkingen = st.fixed_dictionaries(
    {"van_dag": dagen, "gesloten": st.booleans(), "reden": tekst(120)}
)
ruimtes = st.fixed_dictionaries({"naam": tekst(80, 1), "personen": st.none() | st.integers(0, 900)})
kaarten = st.fixed_dictionaries({
    "organisaties": st.lists(organisaties, min_size=1, max_size=2),
    "plekken": st.lists(plekken, max_size=2), "voorzieningen": st.lists(voorzieningen, max_size=2),
    "tijden": st.lists(tijden, max_size=3), "afwijkingen": st.lists(afwijkingen, max_size=2),
    "ruimtes": st.lists(ruimtes, max_size=2), "archief": st.none() | momenten,
})  # fmt: skip


def bewaar(ding: Any) -> Any:
    """Only what the forms would take."""
    try:
        ding.full_clean()
    except ValidationError as fout:
        note(str(fout))
        assume(False)
    ding.save()
    return ding


def een_kaart(delen: dict[str, Any]) -> None:
    een_buurt("Kom Volkel")
    wijk, thema, groep = een_wijk(), een_thema(), een_doelgroep()
    taal = Taal.objects.create(code="ar", naam="Arabisch")
    orgs = [bewaar(Organisatie(**velden)) for velden in delen["organisaties"]]
    plekken = [een_plek_met(velden, orgs[0]) for velden in delen["plekken"]]
    orgs[0].locaties.set(plekken)
    dingen = []
    for velden in delen["voorzieningen"]:
        ding = bewaar(Voorziening(verantwoordelijke=orgs[-1], **velden))
        ding.themas.set([thema])
        ding.gebieden.set([wijk])
        ding.doelgroepen.set([groep] * ding.door_vrijwilligers)
        ding.talen.set([taal] * ding.hele_gemeente)
        ding.locaties.set(plekken[:1])
        dingen.append(ding)
    hang_aan(delen, plekken, dingen)
    if delen["archief"]:
        orgs[-1].archiveer("Gestopt =1", vervangen_door=orgs[0] if len(orgs) > 1 else None)
        Organisatie.objects.filter(pk=orgs[-1].pk).update(gearchiveerd_op=delen["archief"])


def een_plek_met(velden: dict[str, Any], beheer: Organisatie) -> Locatie:
    lat, lon = velden.get("punt", (None, None))
    kaal = {naam: waarde for naam, waarde in velden.items() if naam != "punt"}
    return bewaar(Locatie(lat=lat, lon=lon, beheerstichting=beheer, **kaal))


def hang_aan(delen: dict[str, Any], plekken: list, voorzieningen: list) -> None:
    ouders = [{"locatie": plek} for plek in plekken] + [{"voorziening": v} for v in voorzieningen]
    for ouder in ouders:
        for velden in delen["tijden"]:
            bewaar(Openingstijd(**velden, **ouder))
        for velden in delen["afwijkingen"]:
            uren = {} if velden["gesloten"] else {"van": time(9), "tot": time(12)}
            bewaar(Afwijking(**velden, tot_dag=velden["van_dag"], **uren, **ouder))
    for plek in plekken:
        for velden in delen["ruimtes"]:
            bewaar(Ruimte(**velden, locatie=plek))


def inhoud() -> dict[str, list]:
    """Everything that an export says, apart from when it was saved and the order of the parts."""
    alles = bladen(exporteer())
    for rijen in alles.values():
        if "Gewijzigd op" in rijen[0]:
            plek = rijen[0].index("Gewijzigd op")
            rijen[1:] = [rij[:plek] + rij[plek + 1 :] for rij in rijen[1:]]
        rijen[1:] = sorted(rijen[1:], key=repr)
    return alles


@pytest.mark.parametrize("vorm", Vorm)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow,
                           HealthCheck.filter_too_much, HealthCheck.data_too_large],
)  # fmt: skip
@given(delen=kaarten)
def test_any_valid_set_of_entries_survives_the_journey(vorm, delen):
    with transaction.atomic():
        een_kaart(delen)
        bestand, was = exporteer(vorm), inhoud()
        plan = plan_van(bestand, volledig=True, reden="x")
        assert (plan.is_leeg, plan.fouten) == (True, [])
        for model in (Voorziening, Locatie, Organisatie):
            model.objects.all().delete()
        assert not voer_in(bestand).fouten
        assert inhoud() == was
        assert voer_in(bestand).is_leeg
        transaction.set_rollback(True)
