"""What each process keeps in memory follows everything that happens to the index.

These tests really commit: inside the transaction of an ordinary test a process keeps nothing.
"""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sociale_basis.kern.models import Document, Synoniem, Zoekstand
from sociale_basis.kern.models.zoeken import nieuw_stempel
from sociale_basis.kern.zoeken import stand as module
from sociale_basis.kern.zoeken.facetten import Filters
from sociale_basis.kern.zoeken.herbouwen import herbouw
from sociale_basis.kern.zoeken.kennis import huidige_stand
from sociale_basis.kern.zoeken.stand import SOORT, Stand, stand
from sociale_basis.kern.zoeken.verzameling import nummers
from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import een_organisatie, een_plek, een_thema, een_voorziening
from voorzieningen.models import Voorziening

from .proef import Proces

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("voorzieningen", "vers_proces"),
]


@pytest.fixture
def vers_proces() -> Any:
    """This test is a process that was started just now."""
    with Proces().aan_het_woord():
        yield


def inhoud(stand_: Stand) -> Any:
    """All that a state says, but for facets that no document has any more."""
    facetten = {facet: masker for facet, masker in stand_.facetten.items() if masker}
    dingen = {int(n): stand_.register.ding(int(n)) for n in nummers(stand_.register.alle)}
    punten = sorted(map(tuple, stand_.register.punten.T.tolist()))
    return stand_.aantal, stand_.zichtbaar, stand_.bonus, facetten, dingen, punten


def assert_klopt() -> None:
    """What this process remembers is what a new process reads."""
    hier = inhoud(stand(huidige_stand()))
    with Proces().aan_het_woord():
        assert inhoud(stand(huidige_stand())) == hier


class TestVolgen:
    """One change after the other, each on top of what is remembered."""

    def test_what_is_new_is_found(self) -> None:
        een_voorziening("Breiclub")
        assert zoek("breiclub").totaal == 1
        een_voorziening("Breiclub")
        assert zoek("breiclub").totaal == 2
        assert_klopt()

    def test_archived_is_gone_and_restored_is_back(self) -> None:
        breiclub = een_voorziening("Breiclub")
        assert zoek("breiclub").totaal == 1
        breiclub.archiveer("gestopt")
        assert zoek("breiclub").totaal == 0
        breiclub.herstel()
        assert zoek("breiclub").totaal == 1
        assert_klopt()

    @pytest.mark.parametrize(
        ("veld", "waarde"),
        [
            ("publicatie", "concept"),
            ("zichtbaar_vanaf", date(2999, 1, 1)),
            ("zichtbaar_tot", date(2001, 1, 1)),
        ],
    )
    def test_hidden_with_the_same_words_is_gone_at_once(self, veld: str, waarde: Any) -> None:
        breiclub = een_voorziening("Breiclub")
        assert zoek("").totaal == 1
        setattr(breiclub, veld, waarde)
        breiclub.save()
        assert (zoek("").totaal, zoek("").facetten) == (0, {})
        assert_klopt()

    def test_facets_and_bonus_follow(self) -> None:
        breiclub = een_voorziening("Breiclub", kosten="gratis", vorm="collectief")
        assert zoek("breiclub").facetten["kosten"] == {"gratis": 1}
        breiclub.kosten, breiclub.vorm = "betaald", "individueel"
        breiclub.save()
        breiclub.themas.set([een_thema("Handwerken")])
        gevonden = zoek("breiclub").facetten
        assert (gevonden["kosten"], gevonden["thema"]) == ({"betaald": 1}, {"Handwerken": 1})
        assert_klopt()

    def test_deleted_is_gone_and_counts_no_more(self) -> None:
        breiclub, _ander = een_voorziening("Breiclub"), een_voorziening("Schaakavond")
        assert zoek("").totaal == 2
        breiclub.delete()
        assert zoek("").totaal == 1
        assert stand(huidige_stand()).aantal == 1
        assert_klopt()

    def test_the_name_of_an_organisation_reaches_a_running_process(self) -> None:
        organisatie = een_organisatie("Stichting Klaproos")
        een_voorziening("Breiclub", verantwoordelijke=organisatie)
        assert zoek("klaproos").totaal == 1
        organisatie.naam = "Stichting Zonnebloempit"
        organisatie.save()
        assert (zoek("klaproos").totaal, zoek("zonnebloempit").totaal) == (0, 1)

    def test_many_changes_in_a_row(self) -> None:
        for nummer in range(12):
            een_voorziening(f"Breiclub {nummer}", kosten=["gratis", "betaald"][nummer % 2])
            if nummer % 3 == 0:
                Voorziening.objects.earliest("pk").archiveer("gestopt")
            if nummer % 5 == 4:
                Voorziening.objects.latest("pk").delete()
            zoek("breiclub")
            assert_klopt()


class TestTerugdraaien:
    def test_what_was_rolled_back_leaves_no_trace(self) -> None:
        een_voorziening("Breiclub")
        voor = inhoud(stand(huidige_stand()))
        with transaction.atomic():
            een_voorziening("Schaakavond")
            assert zoek("").totaal == 2
            transaction.set_rollback(True)
        assert zoek("").totaal == 1
        assert inhoud(stand(huidige_stand())) == voor
        een_voorziening("Tafeltennis")
        assert zoek("schaakavond").totaal == 0
        assert_klopt()

    def test_the_same_version_with_another_stamp_is_another_state(self) -> None:
        een_voorziening("Breiclub")
        with transaction.atomic():
            een_voorziening("Schaakavond")
            teruggedraaid = huidige_stand()
            zoek("")
            transaction.set_rollback(True)
        while huidige_stand().versie < teruggedraaid.versie:
            een_voorziening("Tafeltennis")
        assert huidige_stand().stempel != teruggedraaid.stempel
        assert zoek("schaakavond").totaal == 0
        assert zoek("tafeltennis").totaal > 0
        assert_klopt()

    def test_what_was_read_inside_a_transaction_serves_after_its_commit(self) -> None:
        with transaction.atomic():
            een_voorziening("Breiclub")
            binnen = stand(huidige_stand())
        assert stand(huidige_stand()) is binnen
        assert_klopt()

    def test_a_savepoint_that_fails_takes_only_its_own_along(self) -> None:
        with transaction.atomic():
            een_voorziening("Breiclub")
            punt = transaction.savepoint()
            een_voorziening("Schaakavond")
            zoek("")
            transaction.savepoint_rollback(punt)
        assert (zoek("breiclub").totaal, zoek("schaakavond").totaal) == (1, 0)
        assert_klopt()


class TestDagen:
    @pytest.fixture(autouse=True)
    def dag(self, monkeypatch: pytest.MonkeyPatch) -> list[date]:
        """Today; a test moves on by changing the list."""
        vandaag = [date(2026, 11, 22)]
        monkeypatch.setattr(timezone, "localdate", lambda *args: vandaag[0])
        return vandaag

    def test_the_first_and_the_last_day_pass_without_anybody_saving(self, dag: list[date]) -> None:
        morgen = dag[0] + timedelta(days=1)
        een_voorziening("Breiclub", zichtbaar_vanaf=morgen, zichtbaar_tot=morgen)
        gezien = []
        for _ in range(3):
            gezien.append(zoek("breiclub").totaal)
            dag[0] += timedelta(days=1)
        assert gezien == [0, 1, 0]

    def test_a_change_on_a_new_day_builds_on_no_state_of_yesterday(self, dag: list[date]) -> None:
        een_voorziening("Breiclub", zichtbaar_tot=dag[0])
        assert zoek("breiclub").totaal == 1
        dag[0] += timedelta(days=1)
        een_voorziening("Schaakavond")
        assert (zoek("breiclub").totaal, zoek("schaakavond").totaal) == (0, 1)
        assert_klopt()

    def test_hiding_what_is_old_works_at_once(self, dag: list[date], settings: Any) -> None:
        een_voorziening("Breiclub", laatst_gecontroleerd=dag[0] - timedelta(days=900))
        assert zoek("breiclub").totaal == 1
        settings.VERBERG_LANG_NIET_GECONTROLEERD = True
        assert zoek("breiclub").totaal == 0


class TestMeerProcessen:
    def test_each_process_sees_what_another_one_saved(self) -> None:
        ander = Proces()
        breiclub = een_voorziening("Breiclub")
        for _ in range(3):
            with ander.aan_het_woord():
                assert zoek("breiclub").totaal == 1
                breiclub.archiveer("gestopt")
            assert zoek("breiclub").totaal == 0
            breiclub.herstel()
            assert_klopt()

    def test_a_process_that_slept_catches_up(self) -> None:
        slaper = Proces()
        oud = een_voorziening("Breiclub")
        with slaper.aan_het_woord():
            assert zoek("").totaal == 1
        oud.archiveer("gestopt")
        for naam in ("Schaakavond", "Tafeltennis", "Wandelgroep"):
            een_voorziening(naam).save()
        Voorziening.objects.get(titel="Tafeltennis").delete()
        with slaper.aan_het_woord():
            assert zoek("").totaal == 2
            assert_klopt()

    def test_words_of_staff_work_at_once_in_every_process(self) -> None:
        ander = Proces()
        een_voorziening("Kledingruil")
        with ander.aan_het_woord():
            assert zoek("schabbernak").totaal == 0
        regel = Synoniem.objects.create(woorden="schabbernak", betekenis="kledingruil")
        with ander.aan_het_woord():
            assert zoek("schabbernak").totaal == 1
        regel.delete()
        with ander.aan_het_woord():
            assert zoek("schabbernak").totaal == 0

    @pytest.mark.parametrize("minder", [0, 1])
    def test_a_backup_that_was_put_in_place_is_another_state(self, minder: int) -> None:
        """The same mark, the same version or a lower one, and a stamp that nobody has seen."""
        een_voorziening("Breiclub")
        assert zoek("breiclub").totaal == 1
        Voorziening.objects.update(publicatie="concept")
        Document.objects.update(versie=0)
        Zoekstand.objects.update(versie=huidige_stand().versie - minder, stempel=nieuw_stempel())
        assert zoek("breiclub").totaal == 0
        assert_klopt()

    def test_after_a_rebuild_every_process_reads_afresh(self) -> None:
        """Code that used ``update()`` and forgot the index is put right by the nightly job."""
        ander = Proces()
        een_voorziening("Breiclub")
        with ander.aan_het_woord():
            assert zoek("breiclub").totaal == 1
        Voorziening.objects.update(publicatie="concept")
        herbouw()
        with ander.aan_het_woord():
            assert zoek("breiclub").totaal == 0


class TestKosten:
    def test_nothing_changed_costs_no_query(self) -> None:
        een_voorziening("Breiclub")
        nu = huidige_stand()
        stand(nu)
        with CaptureQueriesContext(connection) as queries:
            assert stand(nu) is stand(nu)
        assert len(queries) == 0

    def test_after_a_save_only_that_document_is_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for nummer in range(5):
            een_voorziening(f"Breiclub {nummer}")
        stand(huidige_stand())
        een_voorziening("Schaakavond")
        gelezen: list[int] = []
        echt = module._gelezen

        def tel(rijen: Any, punten: Any) -> Any:
            gelezen.extend([rijen.count(), punten.count()])
            return echt(rijen, punten)

        monkeypatch.setattr(module, "_gelezen", tel)
        stand(huidige_stand())
        assert gelezen == [1, 0]

    def test_a_place_that_moves_is_elsewhere_at_once(self) -> None:
        breiclub, hier = een_voorziening("Breiclub"), Filters(straal=500, punt=(51.66, 5.62))
        breiclub.locaties.set([een_plek()])
        assert zoek("breiclub", hier).totaal == 1
        breiclub.locaties.set([een_plek("De Ver", lat=51.9)])
        assert zoek("breiclub", hier).totaal == 0
        assert_klopt()

    def test_other_word_lists_leave_the_state_as_it_is(self) -> None:
        een_voorziening("Breiclub")
        voor = stand(huidige_stand())
        Synoniem.objects.create(woorden="schabbernak", betekenis="kledingruil")
        assert stand(huidige_stand()) is voor


def test_an_empty_portal_has_a_state_too() -> None:
    Zoekstand.objects.all().delete()
    leeg = stand(huidige_stand())
    assert inhoud(leeg) == (0, 0, 0, {}, {}, [])
    een_voorziening("Breiclub")
    assert zoek("breiclub").totaal == 1
    assert_klopt()


def test_every_document_has_its_kind() -> None:
    een_voorziening("Breiclub")
    maskers = stand(huidige_stand()).facetten
    assert maskers[SOORT, "proefvoorziening"].bit_count() == 1
