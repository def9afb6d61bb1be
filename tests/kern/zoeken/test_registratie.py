"""What apps register, what the engine follows of it, and when that reaches the index."""

from threading import Thread
from typing import Any

import pytest
from django.db import transaction

from sociale_basis.kern.models import Crisiswoord, Document, Samenstellingsdeel, Synoniem
from sociale_basis.kern.taken import REGISTER
from sociale_basis.kern.zoeken import index, registratie
from sociale_basis.kern.zoeken.bijhouden import gewijzigd, uitgesteld
from sociale_basis.kern.zoeken.herbouwen import herbouw
from sociale_basis.kern.zoeken.kennis import huidige_stand
from sociale_basis.kern.zoeken.registratie import (
    Herkend,
    Teksten,
    herken,
    registreer,
    registreer_herkenner,
)
from sociale_basis.kern.zoeken.tellen import ruim_op
from tests.fabriek import een_organisatie, een_thema, een_voorziening
from voorzieningen.models import Begrip, Organisatie, Thema


@pytest.fixture
def bijgewerkt(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, set[int]]]:
    """What was asked of the index, in order."""
    gevraagd: list[tuple[str, set[int]]] = []
    monkeypatch.setattr(
        index, "werk_bij", lambda soort, nummers: gevraagd.append((soort, set(nummers)))
    )
    return gevraagd


@pytest.mark.usefixtures("soorten")
class TestSoorten:
    def test_a_kind_has_defaults_for_all_that_it_need_not_say(self) -> None:
        registreer("proef", Begrip, Teksten, lambda ding: {}, Begrip.objects.all)
        soort = registratie.SOORTEN["proef"]
        assert soort.bonus(object()) is False
        assert list(soort.punten(object())) == []
        assert soort.bron().model is Begrip

    def test_a_name_is_given_once(self) -> None:
        registreer("proef", Begrip, Teksten, lambda ding: {}, Begrip.objects.all)
        with pytest.raises(ValueError, match="proef"):
            registreer("proef", Thema, Teksten, lambda ding: {}, Thema.objects.all)

    def test_a_kind_that_nobody_registered_is_not_indexed(
        self, bijgewerkt: list[tuple[str, set[int]]]
    ) -> None:
        gewijzigd("onbekend", [1])
        assert bijgewerkt == []


@pytest.mark.usefixtures("soorten")
class TestHerkennen:
    def test_without_recognisers_the_question_stays_whole(self) -> None:
        assert herken("koffie in Volkel") == Herkend("koffie in Volkel")

    def test_each_gets_what_the_one_before_left_over(self) -> None:
        gehoord = []

        def neem(woord: str, **wat: Any) -> Any:
            def herkenner(vraag: str) -> Herkend | None:
                gehoord.append(vraag)
                rest = vraag.replace(woord, "").strip()
                return Herkend(rest, **wat) if woord in vraag else None

            return herkenner

        registreer_herkenner(neem("5401", punt=(1.0, 2.0), facetten={"wijk": frozenset("u")}))
        registreer_herkenner(neem("niets"))
        registreer_herkenner(neem("gratis", punt=(3.0, 4.0), facetten={"kosten": frozenset("g")}))
        geheel = herken("koffie 5401 gratis")
        assert gehoord == ["koffie 5401 gratis", "koffie  gratis", "koffie  gratis"]
        assert geheel.vraag == "koffie"
        assert geheel.facetten == {"wijk": {"u"}, "kosten": {"g"}}
        assert geheel.punt == (3.0, 4.0)


@pytest.mark.django_db
@pytest.mark.usefixtures("voorzieningen")
class TestSeinen:
    """Which changes reach the index; what comes of them is in test_index."""

    @pytest.fixture
    def breiclub(self, voorzieningen: None) -> Any:
        return een_voorziening("Breiclub")

    def nummers(self, bijgewerkt: list[tuple[str, set[int]]]) -> list[set[int]]:
        return [nummers for _, nummers in bijgewerkt]

    def test_saving_and_deleting(self, breiclub: Any, bijgewerkt: Any) -> None:
        nummer = breiclub.pk
        breiclub.save()
        breiclub.delete()
        assert self.nummers(bijgewerkt)[0] == self.nummers(bijgewerkt)[-1] == {nummer}

    @pytest.mark.parametrize("doe", ["add", "remove", "set", "clear"])
    def test_a_list_from_its_own_side(self, breiclub: Any, bijgewerkt: Any, doe: str) -> None:
        thema = breiclub.themas.get()
        if doe == "add":
            thema = een_thema("Handwerk")
        lijst = breiclub.themas
        {"add": lambda: lijst.add(thema), "remove": lambda: lijst.remove(thema),
         "set": lambda: lijst.set([]), "clear": lijst.clear}[doe]()  # fmt: skip
        assert {breiclub.pk} in self.nummers(bijgewerkt)

    @pytest.mark.parametrize("doe", ["add", "remove", "set", "clear"])
    def test_a_list_from_the_other_side(self, breiclub: Any, bijgewerkt: Any, doe: str) -> None:
        thema = een_thema("Handwerk") if doe == "add" else breiclub.themas.get()
        bijgewerkt.clear()
        lijst = thema.voorzieningen
        {"add": lambda: lijst.add(breiclub), "remove": lambda: lijst.remove(breiclub),
         "set": lambda: lijst.set([]), "clear": lijst.clear}[doe]()  # fmt: skip
        assert {breiclub.pk} in self.nummers(bijgewerkt)

    def test_what_others_hang_on(self, breiclub: Any, bijgewerkt: Any) -> None:
        breiclub.verantwoordelijke.save()
        een_organisatie("Zonder aanbod").save()
        assert self.nummers(bijgewerkt) == [{breiclub.pk}, set(), set()]

    def test_a_theme_that_is_deleted_still_knows_whose_it_was(
        self, breiclub: Any, bijgewerkt: Any
    ) -> None:
        thema = een_thema("Handwerk")
        breiclub.themas.add(thema)
        bijgewerkt.clear()
        thema.delete()
        assert bijgewerkt[-1] == ("proefvoorziening", {breiclub.pk})

    @pytest.mark.parametrize(
        "maak",
        [
            lambda: Synoniem.objects.create(woorden="a", betekenis="b"),
            lambda: Crisiswoord.objects.create(zin="zwatel", soort="nood"),
            lambda: Samenstellingsdeel.objects.create(woord="zwatel"),
        ],
    )
    def test_every_word_list_is_followed(self, maak: Any) -> None:
        standen = [huidige_stand().woorden]
        rij = maak()
        standen.append(huidige_stand().woorden)
        rij.delete()
        standen.append(huidige_stand().woorden)
        assert len(set(standen)) == 3


@pytest.mark.django_db
@pytest.mark.usefixtures("voorzieningen")
class TestUitgesteld:
    def test_once_per_kind_at_the_end(self, bijgewerkt: list[tuple[str, set[int]]]) -> None:
        with uitgesteld():
            for nummers in ([1], [2, 3], [1]):
                gewijzigd("proefvoorziening", nummers)
            assert bijgewerkt == []
        assert bijgewerkt == [("proefvoorziening", {1, 2, 3})]

    def test_inside_another_one_it_waits_for_the_outer(
        self, bijgewerkt: list[tuple[str, set[int]]]
    ) -> None:
        with uitgesteld():
            with uitgesteld():
                gewijzigd("proefvoorziening", [1])
            assert bijgewerkt == []
        assert len(bijgewerkt) == 1

    def test_after_an_error_nothing_waits_any_more(
        self, bijgewerkt: list[tuple[str, set[int]]]
    ) -> None:
        def mislukt() -> None:
            with uitgesteld():
                gewijzigd("proefvoorziening", [1])
                raise RuntimeError

        with pytest.raises(RuntimeError):
            mislukt()
        gewijzigd("proefvoorziening", [2])
        assert bijgewerkt == [("proefvoorziening", {2})]

    def test_another_thread_does_not_wait(self, bijgewerkt: list[tuple[str, set[int]]]) -> None:
        with uitgesteld():
            draad = Thread(target=gewijzigd, args=("proefvoorziening", [7]))
            draad.start()
            draad.join()
            assert bijgewerkt == [("proefvoorziening", {7})]

    def test_an_inner_part_that_is_rolled_back_leaves_the_rest(self) -> None:
        with transaction.atomic(), uitgesteld():
            een_voorziening("Breiclub")
            with transaction.atomic():
                een_voorziening("Schaakavond")
                transaction.set_rollback(True)
        assert [document.titel for document in Document.objects.all()] == ["Breiclub"]

    def test_made_and_deleted_inside_leaves_nothing(self) -> None:
        with uitgesteld():
            een_voorziening("Breiclub").delete()
        assert not Document.objects.exists()


class TestGereed:
    def test_nightly_jobs_keep_the_index_right_and_the_counts_young(self) -> None:
        assert REGISTER["zoekindex"].functie is herbouw
        assert REGISTER["zoektermen opruimen"].functie is ruim_op
        assert {REGISTER[n].elke.days for n in ("zoekindex", "zoektermen opruimen")} == {1}

    @pytest.mark.django_db
    def test_after_a_migrate_the_delivered_words_are_there(self) -> None:
        for model in (Synoniem, Crisiswoord, Samenstellingsdeel):
            assert model.objects.exclude(standaard=None).exists()

    def test_the_apps_registered_their_kinds(self) -> None:
        soorten = {"voorziening", "organisatie", "plek", "thema", "begrip", "wijk"}
        assert soorten <= registratie.SOORTEN.keys()
        assert registratie.SOORTEN["organisatie"].model is Organisatie
