"""Staff look up an address; without network they are told so and go on (M1)."""

import json
from collections.abc import Iterator

import pytest
from django.core.cache import cache

from sociale_basis.demo.gebruikers import maak_logins
from voorzieningen.admin.adres import PER_MINUUT
from voorzieningen.adreszoeker import Adres, NietBereikbaar, zoek_adressen

from .pdok import MARKT, NepPdok, pdok

pytestmark = pytest.mark.eis("M1")


@pytest.fixture
def locatieserver(settings) -> Iterator[NepPdok]:
    with pdok() as nep:
        settings.PDOK_LOCATIESERVER = nep.adres
        yield nep


def docs(*rijen) -> bytes:
    return json.dumps({"response": {"docs": rijen}}).encode()


class TestTheClient:
    def test_an_address_comes_with_its_point(self, locatieserver):
        assert zoek_adressen("markt 1 uden") == [
            Adres("Markt 1, 5401GN Uden", "Markt", "1", "5401GN", "Uden", 51.660877, 5.618123)
        ]

    def test_only_parameters_that_pdok_knows_are_sent(self, locatieserver):
        zoek_adressen("markt")
        assert locatieserver.vragen[0].keys() == {"q", "fq", "fl", "rows"}
        assert locatieserver.vragen[0]["fq"] == ["type:adres"]

    def test_nothing_typed_asks_nothing(self, locatieserver):
        assert zoek_adressen("  ") == []
        assert locatieserver.vragen == []

    def test_what_has_no_point_is_left_out(self, locatieserver):
        locatieserver.antwoord = docs({**MARKT, "centroide_ll": "LINESTRING(1 2)"}, MARKT)
        assert len(zoek_adressen("markt")) == 1

    @pytest.mark.parametrize(
        "antwoord", [b"", b"<html>", b"[]", b"{}", b'{"response": null}', b"\xff\xfe"]
    )
    def test_an_answer_that_makes_no_sense_is_no_answer(self, locatieserver, antwoord):
        locatieserver.antwoord = antwoord
        with pytest.raises(NietBereikbaar):
            zoek_adressen("markt")

    def test_an_error_of_pdok_is_no_answer(self, locatieserver):
        locatieserver.status = 400
        with pytest.raises(NietBereikbaar):
            zoek_adressen("markt")

    @pytest.mark.parametrize("adres", ["", "http://127.0.0.1:9"])
    def test_without_network_or_switched_off_it_says_so(self, settings, adres):
        settings.PDOK_LOCATIESERVER = adres
        with pytest.raises(NietBereikbaar):
            zoek_adressen("markt")


@pytest.mark.django_db
class TestTheForm:
    ADRES = "/beheer/voorzieningen/locatie/adres/"

    @pytest.fixture(autouse=True)
    def schone_teller(self):
        cache.clear()

    @pytest.fixture
    def redacteur(self, client):
        client.force_login(maak_logins()["redacteur"])
        return client

    def vraag(self, client, **velden) -> str:
        antwoord = client.post(self.ADRES, velden)
        assert antwoord.status_code == 200
        return antwoord.content.decode()

    def test_it_offers_addresses_to_take_over(self, redacteur, locatieserver):
        html = self.vraag(redacteur, straat="Markt", huisnummer="1", plaats="Uden")
        assert locatieserver.vragen[0]["q"] == ["Markt 1 Uden"]
        assert 'data-lat="51.660877"' in html
        assert 'data-postcode="5401 GN"' in html

    def test_without_network_it_is_friendly_and_nothing_is_lost(self, redacteur, settings):
        settings.PDOK_LOCATIESERVER = ""
        html = self.vraag(redacteur, straat="Markt")
        assert "nu niet te bereiken. Vul het adres zelf in." in html

    def test_it_says_what_to_do_without_a_street_or_a_result(self, redacteur, locatieserver):
        assert "Vul eerst een straat of postcode in." in self.vraag(redacteur)
        locatieserver.antwoord = docs()
        assert "Niets gevonden bij “Nergens”" in self.vraag(redacteur, straat="Nergens")

    def test_what_pdok_says_is_text_and_never_html(self, redacteur, locatieserver):
        locatieserver.antwoord = docs({**MARKT, "weergavenaam": "<script>alert(1)</script>"})
        assert "<script>alert" not in self.vraag(redacteur, straat="Markt")

    def test_a_few_times_a_minute_is_enough(self, redacteur, locatieserver):
        for _ in range(PER_MINUUT):
            self.vraag(redacteur, straat="Markt")
        assert "Wacht een minuut" in self.vraag(redacteur, straat="Markt")
        assert len(locatieserver.vragen) == PER_MINUUT

    @pytest.mark.parametrize(("wie", "status"), [(None, 302), ("lezer", 403)])
    def test_it_is_for_who_may_write(self, client, locatieserver, wie, status):
        if wie:
            client.force_login(maak_logins()[wie])
        assert client.post(self.ADRES, {"straat": "Markt"}).status_code == status
        assert locatieserver.vragen == []

    def test_a_link_alone_asks_nothing(self, redacteur, locatieserver):
        assert redacteur.get(self.ADRES).status_code == 405
