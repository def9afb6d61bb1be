"""A proposal: what is published stays until somebody decides, and no change is lost unseen."""

from datetime import date, time, timedelta

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.fabriek import (
    een_doelgroep,
    een_organisatie,
    een_plek,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import Locatie, Openingstijd, Voorstel, Voorziening
from voorzieningen.models.voorstel import AlBesloten, Botsing, besloten

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V5")]
BEZOEKER = Voorstel.Bron.BEZOEKER


@pytest.fixture
def redacteur():
    return User.objects.create_user("redacteur", first_name="Rie", last_name="Dacteur")


@pytest.fixture
def brigade():
    return een_voorziening("Formulierenbrigade", telefoon="+31850001111")


def stel_voor(ding, **wijzigingen):
    return Voorstel.objects.dien_in(ding, wijzigingen, bron=BEZOEKER)


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


def test_who_decides_sees_all_and_anybody_else_their_own(brigade, redacteur):
    beheerder = User.objects.create_superuser("beheerder")
    eigen = Voorstel.objects.dien_in(brigade, {"kort": "A."}, bron="organisatie", door=redacteur)
    stel_voor(brigade, kort="B.")
    assert list(Voorstel.objects.leesbaar_door(redacteur)) == [eigen]
    assert Voorstel.objects.leesbaar_door(beheerder).count() == 2
