"""The bench: every page it measures exists, and a search is split into its parts."""

import json
from time import perf_counter

import pytest
from django.core.management import call_command
from django.test import Client

from sociale_basis.bench import meten, zoekdelen
from sociale_basis.bench.vullen import vul
from voorzieningen.models import Voorziening


@pytest.fixture
def klein(db, monkeypatch) -> None:
    """Sixty provisions, searched, and one round of everything."""
    monkeypatch.setattr(meten, "RONDES", 1)
    monkeypatch.setattr(meten, "VERZOEKEN", 2)
    vul(60)
    call_command("indexeer", verbosity=0)


@pytest.mark.usefixtures("klein")
def test_it_measures_every_page_and_splits_the_cost_of_a_search() -> None:
    uitslag = json.loads(json.dumps(meten.meet()))
    namen = [rij["pagina"] for rij in uitslag["paginas"]]
    assert {"voorpagina", "wijk", "zoeken: gewone vraag", "zoeken: typefout"} <= set(namen)
    for delen in uitslag["delen"].values():
        assert set(delen) == {"analyse", "vinden", "facetten", "ophalen", "sjabloon", "rest"}
        assert all(ms > 0 for ms in delen.values())


@pytest.mark.usefixtures("klein")
def test_the_same_rows_every_time() -> None:
    assert Voorziening.objects.zichtbaar().count() == 60
    assert Voorziening.objects.order_by("pk").first().titel == "Koffieochtend voor ouderen 1"


@pytest.mark.usefixtures("klein")
def test_the_parts_add_up_to_the_whole() -> None:
    client = Client()
    client.get("/zoeken/?q=koffie")
    begin = perf_counter()
    delen = zoekdelen.meet_delen(client, "/zoeken/?q=koffie", 1)
    assert sum(delen.values()) <= (perf_counter() - begin) * 1000


def test_the_budget_of_a_search_grows_with_the_map(db, monkeypatch) -> None:
    monkeypatch.setattr(meten, "KLEINE_KAART", -1)
    budgetten = {naam: budget for naam, _adres, budget in meten.zoekpaginas()}
    assert budgetten["zoeken: gewone vraag"] == 15
    assert budgetten["zoeken: woord dat overal staat"] == 40


class TestKlok:
    def test_only_the_inner_part_is_timed(self, monkeypatch) -> None:
        nu = iter([0.0, 1.0, 4.0, 6.0])
        monkeypatch.setattr(zoekdelen, "perf_counter", lambda: next(nu))
        klok = zoekdelen.Klok()
        with klok.loopt("vinden"), klok.loopt("facetten"):
            pass
        assert (klok.ms["vinden"], klok.ms["facetten"]) == (1000 + 2000, 3000)

    def test_functions_are_themselves_again_afterwards(self) -> None:
        from sociale_basis.kern.zoeken import zoek

        echt = zoek.tel_facetten
        with zoekdelen.Klok().op(
            {"facetten": [("sociale_basis.kern.zoeken.zoek", "tel_facetten")]}
        ):
            assert zoek.tel_facetten is not echt
        assert zoek.tel_facetten is echt
