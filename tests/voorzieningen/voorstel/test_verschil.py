"""The difference between a proposal and what is published, in words that staff read."""

from datetime import date, time

import pytest

from tests.fabriek import een_plek, een_thema
from voorzieningen.models import Voorstel, Voorziening

from .indienen import stel_voor

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V5")]


class TestTheDifference:
    def verschil(self, ding, **wijzigingen):
        (verschil,) = stel_voor(ding, **wijzigingen).verschillen()
        return verschil

    def test_names_stand_there_instead_of_keys(self, brigade):
        verschil = self.verschil(brigade, themas=[een_thema("Wonen"), een_thema("Geld")])
        assert (verschil.label, verschil.nu, verschil.wordt) == ("Thema’s", "Geld", "Geld, Wonen")

    def test_choices_and_yes_or_no_stand_there_in_words(self, brigade):
        assert self.verschil(brigade, kosten="gratis").wordt == "gratis"
        assert self.verschil(brigade, hele_gemeente=False).nu == "ja"

    def test_a_day_stands_there_in_words(self, brigade):
        assert self.verschil(brigade, zichtbaar_tot=date(2030, 5, 1)).wordt == "1 mei 2030"

    def test_opening_times_stand_there_as_a_sentence(self, brigade):
        brigade.openingstijden.create(weekdag=0, van=time(9), tot=time(12))
        verschil = self.verschil(
            brigade, openingstijden=[{"weekdag": 1, "van": "9:00", "tot": "10:30"}]
        )
        assert verschil.label == "Openingstijden"
        assert verschil.nu == "Maandag van 9.00 tot 12.00 uur."
        assert verschil.wordt == "Dinsdag van 9.00 tot 10.30 uur."

    def test_other_rows_name_what_is_filled_in(self):
        verschil = self.verschil(een_plek(), ruimtes=[{"naam": "Zaal", "personen": 40}])
        assert verschil.wordt == "Naam: Zaal, Aantal personen: 40"
        dag = {"van_dag": "2030-05-01", "tot_dag": "2030-05-02", "gesloten": True}
        assert "Vanaf: 1 mei 2030" in self.verschil(een_plek("B"), afwijkingen=[dag]).wordt

    def test_text_is_compared_word_by_word(self, brigade):
        verschil = self.verschil(brigade, kort="Wij helpen u met alle formulieren.")
        assert [(s.soort, s.tekst) for s in verschil.stukken()] == [
            ("blijft", "Wij helpen u met "),
            ("erbij", "alle "),
            ("blijft", "formulieren."),
        ]

    def test_a_text_that_is_quite_different_stands_there_as_it_becomes(self, brigade):
        verschil = self.verschil(brigade, kort="Kom langs voor koffie.")
        assert [(s.soort, s.tekst) for s in verschil.stukken()] == [
            ("erbij", "Kom langs voor koffie.")
        ]
        assert [s.soort for s in self.verschil(brigade, telefoon="").stukken()] == ["weg"]

    def test_a_phone_number_stands_there_as_people_write_it(self, brigade):
        verschil = self.verschil(brigade, telefoon="085 000 2222")
        assert verschil.wordt.startswith("085")
        assert self.verschil(een_plek(), postcode="5402ab").wordt == "5402 AB"

    def test_a_very_long_text_is_not_compared_word_by_word(self, brigade):
        assert len(self.verschil(brigade, beschrijving="woord " * 5000).stukken()) == 1

    def test_what_no_longer_exists_is_said(self, brigade):
        thema = een_thema("Wonen")
        voorstel = stel_voor(brigade, themas=[thema])
        thema.delete()
        assert voorstel.verschillen()[0].wordt == "(bestaat niet meer)"

    def test_it_clashes_when_the_published_value_changed_since(self, brigade):
        voorstel = stel_voor(brigade, kort="Nieuw.", titel="Hulp bij papieren")
        Voorziening.objects.filter(pk=brigade.pk).update(kort="Intussen anders.")
        verschillen = {v.veld: v for v in Voorstel.objects.get().verschillen()}
        assert verschillen["kort"].botst
        assert verschillen["kort"].toen == "Wij helpen u met formulieren."
        assert not verschillen["titel"].botst
        assert voorstel.is_open

    def test_it_does_not_clash_when_somebody_did_the_same(self, brigade):
        stel_voor(brigade, kort="Nieuw.")
        Voorziening.objects.filter(pk=brigade.pk).update(kort="Nieuw.")
        assert not Voorstel.objects.get().verschillen()[0].botst

    def test_it_stays_readable_once_decided(self, brigade, redacteur):
        voorstel = stel_voor(brigade, kort="Nieuw.")
        voorstel.neem_over(redacteur)
        (verschil,) = voorstel.verschillen()
        assert (verschil.nu, verschil.wordt) == ("Wij helpen u met formulieren.", "Nieuw.")
