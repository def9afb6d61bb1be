"""The index is right after anything that can happen to an object."""

import random

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from sociale_basis.kern.models import (
    Document,
    Documentpunt,
    Posting,
    Samenstellingsdeel,
    Term,
    Vorm,
    Zoekstand,
)
from sociale_basis.kern.zoeken.bijhouden import uitgesteld
from sociale_basis.kern.zoeken.herbouwen import herbouw
from sociale_basis.kern.zoeken.index import werk_bij
from sociale_basis.kern.zoeken.stammen import stam
from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import een_organisatie, een_plek, een_thema, een_voorziening, een_wijk
from voorzieningen.models import Organisatie, Thema, Voorziening

from .proef import assert_als_herbouwd, foto

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorzieningen")]


def titels(vraag: str) -> set[str]:
    nummers = [hit.object_id for hit in zoek(vraag).hits]
    return set(Voorziening.objects.filter(pk__in=nummers).values_list("titel", flat=True))


def test_a_saved_object_is_found_at_once() -> None:
    een_voorziening("Rollatorloop")
    assert titels("rollatorloop") == {"Rollatorloop"}


def test_a_changed_title_is_found_and_the_old_one_no_longer() -> None:
    voorziening = een_voorziening("Rollatorloop")
    voorziening.titel = "Wandeltocht"
    voorziening.save()
    assert titels("wandeltocht") == {"Wandeltocht"}
    assert not titels("rollatorloop")


def test_archived_is_gone_and_restored_is_back() -> None:
    voorziening = een_voorziening("Rollatorloop")
    voorziening.archiveer("gestopt")
    assert not titels("rollatorloop")
    voorziening.herstel()
    assert titels("rollatorloop") == {"Rollatorloop"}


def test_deleted_is_gone_from_the_index() -> None:
    een_voorziening("Rollatorloop").delete()
    assert not Document.objects.exists()
    assert not Term.objects.filter(df__gt=0).exists()


def test_a_list_that_changes_counts_from_both_sides() -> None:
    voorziening, zwemmen = een_voorziening("Waterpret"), een_thema("Zwemmen")
    voorziening.themas.add(zwemmen)
    assert titels("zwemmen") == {"Waterpret"}
    zwemmen.voorzieningen.clear()
    assert not titels("zwemmen")
    zwemmen.voorzieningen.set([voorziening])
    assert titels("zwemmen") == {"Waterpret"}


def test_the_name_of_an_organisation_counts_when_it_changes() -> None:
    organisatie = een_organisatie("Stichting Zonnebloempit")
    een_voorziening("Dagtocht", verantwoordelijke=organisatie)
    assert titels("zonnebloempit") == {"Dagtocht"}
    organisatie.naam = "Stichting Klaproos"
    organisatie.save()
    assert titels("klaproos") == {"Dagtocht"}
    assert not titels("zonnebloempit")


def test_a_deleted_theme_takes_its_words_along() -> None:
    zwemmen = een_thema("Zwemmen")
    een_voorziening("Waterpret", themas=[een_thema(), zwemmen])
    zwemmen.delete()
    assert not titels("zwemmen")


def test_after_a_rollback_the_index_is_as_it_was() -> None:
    voorziening = een_voorziening("Rollatorloop")
    voor = foto()
    with transaction.atomic():
        voorziening.titel = "Vogels kijken"
        voorziening.save()
        assert titels("vogels") == {"Vogels kijken"}
        transaction.set_rollback(True)
    assert foto() == voor
    assert titels("rollatorloop") == {"Rollatorloop"}


def test_many_changes_are_indexed_once_at_the_end() -> None:
    with uitgesteld():
        voorziening = een_voorziening("Rollatorloop")
        voorziening.themas.add(een_thema("Bewegen"))
        assert not Document.objects.exists()
    assert Document.objects.get().titel == "Rollatorloop"
    assert Zoekstand.objects.get().versie == 1


def test_nothing_is_indexed_when_a_batch_fails() -> None:
    with pytest.raises(RuntimeError):
        _mislukte_reeks()
    een_voorziening("Wandeltocht")
    assert [document.titel for document in Document.objects.all()] == ["Wandeltocht"]


def _mislukte_reeks() -> None:
    with transaction.atomic(), uitgesteld():
        een_voorziening("Rollatorloop")
        raise RuntimeError


def test_bulk_code_calls_werk_bij_itself() -> None:
    voorziening = een_voorziening("Rollatorloop")
    Voorziening.objects.update(titel="Wandeltocht")
    assert werk_bij("proefvoorziening", [voorziening.pk]) == 1
    assert titels("wandeltocht") == {"Wandeltocht"}


def test_a_save_without_change_writes_no_words() -> None:
    voorziening = een_voorziening("Rollatorloop", beschrijving="lang " * 50)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        voorziening.bevestig()
    assert not [q for q in queries if "posting" in q["sql"].lower()]


def test_only_the_terms_that_changed_are_written() -> None:
    voorziening = een_voorziening("Rollatorloop", beschrijving="door het bos en langs de vijver")
    voor = dict(Posting.objects.values_list("term__woord", "gewicht"))
    voorziening.beschrijving = "door het park en langs de vijver"
    with CaptureQueriesContext(connection) as queries:
        voorziening.save()
    na = dict(Posting.objects.values_list("term__woord", "gewicht"))
    assert voor.keys() ^ na.keys() == {"bos", "park"}
    assert sum("INSERT" in q["sql"] and "posting" in q["sql"] for q in queries) == 1


def test_another_form_of_a_word_is_known_to_the_typing_correction() -> None:
    voorziening = een_voorziening("Rollator")
    voorziening.titel = "Rollators"
    voorziening.save()
    assert Vorm.objects.filter(vorm="rollators").exists()
    assert_als_herbouwd()


def test_forms_follow_when_stems_or_sounds_are_made_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After a new release the index repairs itself, at the first rebuild."""
    een_voorziening("Rollators")
    Term.objects.filter(woord=stam("rollators")).update(woord="rollatoor")
    Vorm.objects.filter(vorm="rollators").update(klank="anders")
    herbouw()
    assert_als_herbouwd()
    assert zoek("rolatorz").bedoelde == "rollators"


def test_facets_and_points_follow_the_object() -> None:
    voorziening = een_voorziening(
        "Rollatorloop", kosten="gratis", locaties=[een_plek(lat=51.6, lon=5.6)]
    )
    assert Documentpunt.objects.get().lat == 5_160_000
    assert zoek("rollatorloop").facetten["kosten"] == {"gratis": 1}
    voorziening.kosten = "betaald"
    voorziening.save()
    voorziening.locaties.clear()
    assert zoek("rollatorloop").facetten["kosten"] == {"betaald": 1}
    assert not Documentpunt.objects.exists()


def test_a_confidential_place_has_no_point_when_the_app_leaves_it_out() -> None:
    een_voorziening("Opvang", locaties=[een_plek(vertrouwelijk=True, is_ontmoetingsplek=False)])
    assert not Documentpunt.objects.exists()


def test_other_compound_parts_index_the_documents_again() -> None:
    een_voorziening("Xylofoonkwartier")
    assert not titels("kwartier")
    Samenstellingsdeel.objects.create(woord="xylofoon")
    Samenstellingsdeel.objects.create(woord="kwartier")
    assert titels("xylofoon") == {"Xylofoonkwartier"}


@pytest.mark.parametrize("zaad", range(3))
def test_after_random_edits_the_index_equals_a_rebuild(zaad: int) -> None:
    kans = random.Random(zaad)
    for _ in range(30):
        _een_bewerking(kans)
    assert_als_herbouwd()


def _een_bewerking(kans: random.Random) -> None:
    woorden = ["rollator", "schuldhulp", "koffie", "taalles", "mantelzorg", "tuin", "één", "bus"]
    zin = " ".join(kans.choices(woorden, k=kans.randint(1, 6)))
    bestaand = list(Voorziening.objects.order_by("pk"))
    keuze = kans.randint(0, 7) if bestaand else 0
    voorziening = kans.choice(bestaand) if bestaand else None
    if keuze == 0 or voorziening is None:
        een_voorziening(zin, themas=[een_thema(kans.choice(["Geld", "Eten"]))])
    elif keuze == 1:
        voorziening.delete()
    elif keuze == 2 and not voorziening.is_gearchiveerd:
        voorziening.archiveer("weg")
    elif keuze == 3:
        voorziening.themas.set([een_thema(kans.choice(["Geld", "Eten", "Wonen"]))])
    elif keuze == 4:
        organisatie = Organisatie.objects.first()
        assert organisatie is not None
        organisatie.naam = f"Stichting {zin}"
        organisatie.save()
    elif keuze == 5:
        voorziening.gebieden.set([een_wijk(zin)])
    elif keuze == 6:
        _teruggedraaid(voorziening)
    else:
        voorziening.beschrijving = zin
        voorziening.save()


def _teruggedraaid(voorziening: Voorziening) -> None:
    punt = transaction.savepoint()
    voorziening.titel = "nooit gebeurd"
    voorziening.save()
    transaction.savepoint_rollback(punt)


def test_indexeer_repairs_and_shows_progress(capsys: pytest.CaptureFixture[str]) -> None:
    een_voorziening("Rollatorloop")
    weg = een_voorziening("Weggehaald")
    Voorziening.objects.filter(pk=weg.pk).update(titel="Stil veranderd")
    Posting.objects.first().delete()
    Term.objects.update(df=7)
    call_command("indexeer")
    assert "proefvoorziening: 2 of 2" in capsys.readouterr().out
    assert_als_herbouwd()


def test_a_kind_that_is_no_longer_registered_leaves_the_index() -> None:
    Document.objects.create(soort="oud", object_id=1, titel="x", zoektitel="x", naam="x", versie=1)
    herbouw()
    assert not Document.objects.exists()


def test_saving_costs_few_queries() -> None:
    voorziening = een_voorziening("Rollatorloop", beschrijving="een lange wandeling " * 30)
    Voorziening.objects.update(titel="Wandeltocht")
    with CaptureQueriesContext(connection) as queries:
        werk_bij("proefvoorziening", [voorziening.pk])
    assert len(queries) <= 27


def test_theme_without_documents_may_be_saved() -> None:
    Thema.objects.create(naam="Leeg").save()
    assert not Document.objects.exists()
