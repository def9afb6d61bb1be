"""A proposal keeps what differs; what is published stays until somebody decides."""

from datetime import date, time

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from tests.fabriek import een_doelgroep, een_organisatie, een_plek, een_thema
from voorzieningen.models import Locatie, Voorstel
from voorzieningen.models.voorstel import AlBesloten

from .indienen import BEZOEKER, stel_voor

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V5")]


class TestHandingIn:
    def test_the_published_entry_stays_as_it_is(self, brigade):
        stel_voor(brigade, titel="Brigade voor formulieren")
        brigade.refresh_from_db()
        assert brigade.titel == "Formulierenbrigade"

    def test_only_what_differs_is_kept_beside_what_it_was(self, brigade):
        voorstel = stel_voor(brigade, titel="Formulierenbrigade", telefoon="085 000 2222")
        assert voorstel.wijzigingen == {"telefoon": "+31850002222"}
        assert voorstel.basis == {"telefoon": "+31850001111"}

    def test_values_of_a_form_become_json(self, brigade):
        thema, samen, plek = een_thema("Wonen"), een_organisatie("Samen"), een_plek()
        voorstel = stel_voor(
            brigade,
            themas=[thema],
            verantwoordelijke=samen,
            locaties=Locatie.objects.all(),
            zichtbaar_tot=date(2030, 5, 1),
            leeftijd_van=18,
        )
        voorstel.refresh_from_db()
        assert voorstel.wijzigingen == {
            "themas": [thema.pk],
            "verantwoordelijke": samen.pk,
            "locaties": [plek.pk],
            "zichtbaar_tot": "2030-05-01",
            "leeftijd_van": 18,
        }

    def test_json_is_taken_as_it_is(self, brigade):
        een, twee = een_doelgroep("Ouders"), een_doelgroep("Jongeren")
        voorstel = stel_voor(brigade, doelgroepen=[twee.pk, een.pk], zichtbaar_tot="2030-05-01")
        assert voorstel.wijzigingen["doelgroepen"] == sorted([een.pk, twee.pk])
        assert voorstel.wijzigingen["zichtbaar_tot"] == "2030-05-01"

    def test_nothing_changed_and_nothing_told_is_no_proposal(self, brigade):
        with pytest.raises(ValidationError, match="niets veranderd"):
            stel_voor(brigade, titel="Formulierenbrigade")
        assert not Voorstel.objects.exists()

    def test_words_alone_are_enough(self, brigade):
        Voorstel.objects.dien_in(brigade, {}, bron=BEZOEKER, toelichting="Dit is gestopt.")
        assert Voorstel.objects.open().over(brigade).count() == 1

    def test_a_field_that_does_not_exist_is_refused(self, brigade):
        for veld in ("wachtwoord", "id", "rang", "gearchiveerd_op"):
            with pytest.raises(KeyError):
                stel_voor(brigade, **{veld: "x"})

    def test_what_a_field_cannot_read_is_refused_with_the_reason(self, brigade):
        with pytest.raises(ValidationError, match="geen geldig telefoonnummer"):
            stel_voor(brigade, telefoon="bel mij")

    def test_rows_equal_to_the_published_ones_are_no_change(self, brigade):
        brigade.openingstijden.create(weekdag=0, van=time(9), tot=time(12))
        rij = {"weekdag": 0, "van": "09:00", "tot": "12:00"}
        with pytest.raises(ValidationError):
            stel_voor(brigade, openingstijden=[rij])


class TestProposingMore:
    def test_later_values_come_beside_the_earlier_ones(self, brigade):
        voorstel = stel_voor(brigade, kort="Eerst.", titel="Andere naam")
        voorstel.vul_aan({"kort": "Daarna.", "bereikbaar": "Elke dag"})
        assert voorstel.wijzigingen == {
            "kort": "Daarna.",
            "titel": "Andere naam",
            "bereikbaar": "Elke dag",
        }

    def test_not_once_it_is_decided(self, brigade, redacteur):
        voorstel = stel_voor(brigade, kort="Eerst.")
        voorstel.neem_over(redacteur)
        with pytest.raises(AlBesloten):
            voorstel.vul_aan({"kort": "Daarna."})


class TestRefusing:
    def test_the_entry_stays_and_the_reason_is_kept(self, brigade, redacteur):
        voorstel = stel_voor(brigade, kort="Nieuw.")
        voorstel.wijs_af(redacteur, " Dit klopt niet. ")
        brigade.refresh_from_db()
        assert brigade.kort == "Wij helpen u met formulieren."
        assert (voorstel.stand, voorstel.reden) == ("afgewezen", "Dit klopt niet.")

    def test_without_a_reason_it_is_not_refused(self, brigade, redacteur):
        voorstel = stel_voor(brigade, kort="Nieuw.")
        with pytest.raises(ValidationError, match="waarom"):
            voorstel.wijs_af(redacteur, "  ")
        assert voorstel.is_open

    def test_who_proposed_it_may_take_it_back(self, brigade, redacteur):
        voorstel = stel_voor(brigade, kort="Nieuw.")
        voorstel.trek_in(redacteur)
        assert voorstel.stand == "ingetrokken"


def test_who_decides_sees_all_and_anybody_else_their_own(brigade, redacteur):
    beheerder = User.objects.create_superuser("beheerder")
    eigen = Voorstel.objects.dien_in(brigade, {"kort": "A."}, bron="organisatie", door=redacteur)
    stel_voor(brigade, kort="B.")
    assert list(Voorstel.objects.leesbaar_door(redacteur)) == [eigen]
    assert Voorstel.objects.leesbaar_door(beheerder).count() == 2
