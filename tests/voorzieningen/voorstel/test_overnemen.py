"""Taking over a proposal: published as a whole or in part, and no change is lost unseen."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.fabriek import een_doelgroep, een_thema, een_voorziening, een_wijk
from voorzieningen.models import Openingstijd, Voorstel, Voorziening
from voorzieningen.models.voorstel import AlBesloten, Botsing, besloten

from .indienen import BEZOEKER, stel_voor

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V5")]


class TestTakingOver:
    def test_it_is_published_with_one_line_of_history_that_says_who_and_why(
        self, brigade, redacteur
    ):
        wonen = een_thema("Wonen")
        voorstel = stel_voor(brigade, kort="Nieuw.", themas=[wonen], doelgroepen=[een_doelgroep()])
        eerder = brigade.history.count()
        brigade = voorstel.neem_over(redacteur)
        assert (brigade.kort, list(brigade.themas.all())) == ("Nieuw.", [wonen])
        regel = brigade.history.latest()
        assert brigade.history.count() == eerder + 1
        assert regel.history_user == redacteur
        assert regel.history_change_reason == f"voorstel {voorstel.pk}"
        assert [rij.thema for rij in regel.themas.all()] == [wonen]

    def test_the_proposal_says_who_took_it_over_and_when(self, brigade, redacteur):
        voorstel = stel_voor(brigade, kort="Nieuw.")
        voorstel.neem_over(redacteur)
        assert (voorstel.stand, voorstel.besloten_door) == ("overgenomen", redacteur)
        assert voorstel.besloten_op
        assert voorstel.overgenomen == ["kort"]
        assert not Voorstel.objects.open().exists()

    def test_rows_that_stay_the_same_are_left_alone(self, brigade, redacteur):
        blijft = brigade.openingstijden.create(weekdag=0, van=time(9), tot=time(12))
        brigade.openingstijden.create(weekdag=1, van=time(9), tot=time(12))
        rijen = [
            {"weekdag": 0, "van": "09:00", "tot": "12:00"},
            {"weekdag": 4, "van": "13:00", "tot": "17:00", "op_afspraak": True},
        ]
        voorstel = stel_voor(brigade, openingstijden=rijen)
        voorstel.neem_over(redacteur)
        eerste, tweede = brigade.openingstijden.all()
        assert eerste == blijft
        assert (tweede.weekdag, tweede.op_afspraak) == (4, True)
        nieuw = tweede.history.latest()
        assert nieuw.history_user == redacteur
        weg = Openingstijd.history.get(history_type="-")
        assert weg.history_change_reason == f"voorstel {voorstel.pk}"

    def test_some_of_the_fields_can_be_taken_over(self, brigade, redacteur):
        voorstel = stel_voor(brigade, kort="Nieuw.", titel="Andere naam")
        brigade = voorstel.neem_over(redacteur, ["kort"])
        assert (brigade.kort, brigade.titel) == ("Nieuw.", "Formulierenbrigade")
        assert voorstel.is_deels_overgenomen

    def test_none_of_the_fields_is_not_a_decision(self, brigade, redacteur):
        with pytest.raises(ValidationError, match="Kies wat u overneemt"):
            stel_voor(brigade, kort="Nieuw.").neem_over(redacteur, [])

    def test_a_clash_is_not_overwritten_unseen(self, brigade, redacteur):
        voorstel = stel_voor(brigade, kort="Nieuw.")
        Voorziening.objects.filter(pk=brigade.pk).update(kort="Intussen anders.")
        voorstel.refresh_from_db()
        with pytest.raises(Botsing):
            voorstel.neem_over(redacteur)
        brigade.refresh_from_db()
        assert brigade.kort == "Intussen anders."
        assert voorstel.neem_over(redacteur, ["kort"]).kort == "Nieuw."

    def test_what_changed_after_the_page_was_read_is_not_overwritten(self, brigade, redacteur):
        voorstel = stel_voor(brigade, kort="Nieuw.")
        gezien = voorstel.stempel()
        Voorziening.objects.filter(pk=brigade.pk).update(kort="Net veranderd.")
        with pytest.raises(Botsing):
            Voorstel.objects.get().neem_over(redacteur, ["kort"], gezien=gezien)

    def test_what_a_form_would_refuse_is_refused_and_nothing_is_saved(self, brigade, redacteur):
        voorstel = stel_voor(brigade, kort="Nieuw.", leeftijd_van=900)
        with pytest.raises(ValidationError) as fout:
            voorstel.neem_over(redacteur)
        assert fout.value.message_dict == {"leeftijd_van": ["Zo oud wordt niemand."]}
        brigade.refresh_from_db()
        assert brigade.kort == "Wij helpen u met formulieren."
        assert Voorstel.objects.open().exists()

    @pytest.mark.parametrize(
        ("wijzigingen", "veld"),
        [({"hele_gemeente": False}, "hele_gemeente"), ({"themas": []}, "themas")],
    )
    def test_what_is_published_stays_for_somebody_and_about_something(
        self, brigade, redacteur, wijzigingen, veld
    ):
        voorstel = stel_voor(brigade, **wijzigingen)
        with pytest.raises(ValidationError) as fout:
            voorstel.neem_over(redacteur)
        assert veld in fout.value.message_dict
        brigade.refresh_from_db()
        assert brigade.hele_gemeente
        assert brigade.themas.exists()

    def test_a_wrong_row_is_told_under_the_rows(self, brigade, redacteur):
        voorstel = stel_voor(brigade, openingstijden=[{"weekdag": 0, "van": "9:00", "tot": "9:00"}])
        with pytest.raises(ValidationError) as fout:
            voorstel.neem_over(redacteur)
        assert "gelijk" in fout.value.message_dict["openingstijden"][0]
        assert not brigade.openingstijden.exists()

    def test_a_relation_that_is_gone_is_told(self, brigade, redacteur):
        thema = een_thema("Wonen")
        voorstel = stel_voor(brigade, themas=[thema], kort="Nieuw.")
        thema.delete()
        with pytest.raises(ValidationError, match="bestaat niet meer"):
            voorstel.neem_over(redacteur)
        assert voorstel.neem_over(redacteur, ["kort"]).kort == "Nieuw."

    def test_a_decision_is_taken_once(self, brigade, redacteur):
        voorstel, zelfde = stel_voor(brigade, kort="Nieuw."), Voorstel.objects.get()
        voorstel.neem_over(redacteur)
        for nog_eens in (zelfde.neem_over, zelfde.trek_in):
            with pytest.raises(AlBesloten):
                nog_eens(redacteur)
        with pytest.raises(AlBesloten):
            zelfde.wijs_af(redacteur, "Toch niet.")

    @pytest.mark.eis("V12")
    def test_a_proposed_reason_archives(self, brigade, redacteur):
        stel_voor(brigade, archiefreden="Wij zijn gestopt.").neem_over(redacteur)
        assert not Voorziening.objects.zichtbaar().exists()
        assert Voorziening.objects.gearchiveerd().get().archiefreden == "Wij zijn gestopt."

    @pytest.mark.eis("L1")
    def test_who_went_through_the_whole_entry_confirmed_it(self, redacteur):
        oud = een_voorziening(laatst_gecontroleerd=date(2020, 1, 1))
        gisteren = timezone.now() - timedelta(days=1)
        for bron, dag in ((BEZOEKER, date(2020, 1, 1)), ("controle", timezone.localdate(gisteren))):
            voorstel = Voorstel.objects.dien_in(oud, {"kort": f"Zin van {bron}."}, bron=bron)
            voorstel.aangemaakt_op = gisteren
            voorstel.save()
            oud = voorstel.neem_over(redacteur)
            assert oud.laatst_gecontroleerd == dag

    def test_words_alone_can_be_marked_as_done(self, brigade, redacteur):
        voorstel = Voorstel.objects.dien_in(brigade, {}, bron=BEZOEKER, toelichting="Gestopt?")
        eerder = brigade.history.count()
        assert voorstel.neem_over(redacteur) == brigade
        assert voorstel.stand == "overgenomen"
        assert brigade.history.count() == eerder

    def test_whoever_answers_people_hears_of_every_decision(self, brigade, redacteur):
        gehoord = []

        def luister(voorstel, **_):
            gehoord.append(voorstel.stand)

        besloten.connect(luister)
        try:
            stel_voor(brigade, kort="Nieuw.").neem_over(redacteur)
            stel_voor(brigade, kort="Nieuwer.").wijs_af(redacteur, "Klopt niet.")
        finally:
            besloten.disconnect(luister)
        assert gehoord == ["overgenomen", "afgewezen"]


class TestSomethingNew:
    def nieuw(self, **velden):
        wijk, thema = een_wijk(), een_thema()
        wijzigingen = {
            "titel": "Eettafel Volkel",
            "kort": "Samen eten in het dorpshuis.",
            "gebieden": [wijk],
            "themas": [thema],
            "openingstijden": [{"weekdag": 2, "van": "17:30", "tot": "19:30"}],
        }
        return Voorstel.objects.dien_in(Voorziening, wijzigingen | velden, bron="gemist")

    def test_it_is_made_when_it_is_taken_over(self, redacteur):
        voorstel = self.nieuw()
        assert (voorstel.naam, voorstel.doel, voorstel.basis) == ("Eettafel Volkel", None, {})
        eettafel = voorstel.neem_over(redacteur)
        assert eettafel.publicatie == "concept"
        assert eettafel.slug == "eettafel-volkel"
        assert eettafel.openingstijden.count() == 1
        assert voorstel.doel == eettafel

    def test_its_history_starts_with_the_proposal(self, redacteur):
        eettafel = self.nieuw().neem_over(redacteur)
        regel = eettafel.history.get()
        assert (regel.history_type, regel.history_user) == ("+", redacteur)

    def test_the_difference_is_with_an_empty_form(self):
        verschillen = {v.veld: v for v in self.nieuw().verschillen()}
        assert verschillen["titel"].nu == ""
        assert verschillen["gebieden"].wordt == "Volkel"
        assert not any(v.botst for v in verschillen.values())

    def test_what_is_missing_is_told(self, redacteur):
        with pytest.raises(ValidationError) as fout:
            self.nieuw(kort="").neem_over(redacteur)
        assert "kort" in fout.value.message_dict
        assert not Voorziening.objects.exists()
