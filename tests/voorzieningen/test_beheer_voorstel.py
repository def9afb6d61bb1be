"""Proposals in the admin: handing in with the ordinary form, and deciding in one click (V5)."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.utils import timezone

from tests.fabriek import een_plek, een_thema, een_voorziening
from tests.rollen import Toneel, beheeradres, een_medewerker, ingelogd, ingevuld
from voorzieningen.models import Voorstel, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V5")]
LIJST = "/beheer/voorzieningen/voorstel/"
NIEUW = "/beheer/voorzieningen/voorziening/add/"


@pytest.fixture
def toneel() -> Toneel:
    return Toneel()


@pytest.fixture
def redacteur(toneel):
    return ingelogd(een_medewerker("redacteur"))


@pytest.fixture
def wijkredacteur(toneel):
    return ingelogd(een_medewerker("wijkredacteur", toneel))


@pytest.fixture
def linde(toneel):
    """The browser of somebody of Welzijn De Linde."""
    return ingelogd(een_medewerker("organisatie-redacteur", toneel))


def bewaar(client, ding, **anders):
    adres = beheeradres(ding)
    return client.post(adres, ingevuld(client, adres, **anders), follow=True)


def tekst(antwoord) -> str:
    return antwoord.content.decode()


class TestHandingIn:
    def test_the_same_form_says_that_it_waits_and_shows_the_difference(self, linde, toneel):
        antwoord = bewaar(linde, toneel.linde, kort="Wij zijn er voor u.")
        assert "Uw wijziging wacht op goedkeuring." in tekst(antwoord)
        assert "Wij zijn er voor u." in Voorstel.objects.get().wijzigingen.values()
        assert antwoord.request["PATH_INFO"] == beheeradres(Voorstel.objects.get())
        assert not LogEntry.objects.exists()

    def test_an_empty_form_says_that_it_goes_to_staff_too(self, linde):
        assert "Wat u hier invult, gaat eerst naar de redactie." in tekst(linde.get(NIEUW))

    def test_the_button_says_what_it_does_and_there_is_no_other(self, linde, redacteur, toneel):
        adres = beheeradres(toneel.linde)
        html = tekst(linde.get(adres))
        assert 'value="Stuur naar de redactie"' in html
        for knop in ("_voorbeeld", "_continue", "_addanother"):
            assert f'name="{knop}"' not in html
            assert f'name="{knop}"' in tekst(redacteur.get(adres))

    def test_relations_and_rows_go_along(self, linde, toneel):
        ding, plek = toneel.dingen["van De Linde"], een_plek("Nieuwe plek")
        rij = {"weekdag": "2", "van": "9:00", "tot": "12:00"}
        rijen = {f"openingstijden-0-{naam}": waarde for naam, waarde in rij.items()}
        bewaar(linde, ding, locaties=[plek.pk], leeftijd_van="18", **rijen)
        wijzigingen = Voorstel.objects.get().wijzigingen
        assert wijzigingen["locaties"] == [plek.pk]
        assert wijzigingen["leeftijd_van"] == 18
        assert wijzigingen["openingstijden"][0]["weekdag"] == 2
        assert not ding.openingstijden.exists()
        assert not ding.locaties.exists()

    def test_a_mistake_loses_nothing_that_was_typed(self, linde, toneel):
        antwoord = bewaar(linde, toneel.linde, kort="Wij zijn er.", telefoon="bel mij")
        assert "geen geldig telefoonnummer" in tekst(antwoord)
        assert "Wij zijn er." in tekst(antwoord)
        assert not Voorstel.objects.exists()

    def test_saving_without_a_change_says_so(self, linde, toneel):
        assert "U heeft niets veranderd." in tekst(bewaar(linde, toneel.linde))
        assert not Voorstel.objects.exists()

    def test_a_second_visit_shows_what_waits_and_more_comes_beside_it(self, linde, toneel):
        bewaar(linde, toneel.linde, kort="Wij zijn er.")
        voorstel = Voorstel.objects.get()
        pagina = tekst(linde.get(beheeradres(toneel.linde)))
        assert "Hier wacht een voorstel op goedkeuring." in pagina
        assert beheeradres(voorstel) in pagina
        bewaar(linde, toneel.linde, bereikbaar="Elke dag")
        voorstel.refresh_from_db()
        assert voorstel.wijzigingen == {"kort": "Wij zijn er.", "bereikbaar": "Elke dag"}

    def test_the_form_tells_beforehand_that_it_will_wait(self, linde, redacteur, toneel):
        zin = "Wat u hier wijzigt, gaat eerst naar de redactie."
        assert zin in tekst(linde.get(beheeradres(toneel.linde)))
        assert zin not in tekst(redacteur.get(beheeradres(toneel.linde)))

    def test_an_organisation_does_not_decide_what_is_of_the_municipality(self, linde, toneel):
        ding = toneel.dingen["van De Linde"]
        velden = linde.get(beheeradres(ding)).context["adminform"].form.fields
        assert not velden.keys() & {"publicatie", "slug", "redacteur", "verantwoordelijke"}
        bewaar(linde, ding, kort="Zin.", publicatie="concept", verantwoordelijke=toneel.ander.pk)
        assert Voorstel.objects.get().wijzigingen == {"kort": "Zin."}

    def test_a_choice_that_is_not_for_this_role_is_refused(self, linde, toneel):
        geheim = toneel.dingen["geheime plek"]
        antwoord = bewaar(linde, toneel.dingen["van De Linde"], locaties=[geheim.pk])
        assert not Voorstel.objects.exists()
        assert antwoord.context["errors"]

    def test_a_choice_that_was_made_already_stays(self, linde, toneel):
        ding, geheim = toneel.dingen["van De Linde"], toneel.dingen["geheime plek"]
        ding.locaties.add(geheim)
        bewaar(linde, ding, kort="Zin.")
        assert Voorstel.objects.get().wijzigingen == {"kort": "Zin."}

    def test_a_new_entry_of_an_organisation_waits_too(self, linde, toneel):
        thema = Voorziening.themas.through.objects.first().thema
        gegevens = ingevuld(linde, NIEUW, titel="Inloop", kort="Kom langs.", themas=[thema.pk])
        linde.post(NIEUW, gegevens)
        voorstel = Voorstel.objects.get()
        assert voorstel.is_nieuw
        assert voorstel.wijzigingen["verantwoordelijke"] == toneel.linde.pk
        assert not Voorziening.objects.filter(titel="Inloop").exists()


class TestOwnWijk:
    def nieuw(self, client, **anders):
        thema = Voorziening.themas.through.objects.first().thema
        velden = {"titel": "Inloop", "kort": "Kom langs.", "themas": [thema.pk]}
        return client.post(NIEUW, ingevuld(client, NIEUW, **velden | anders))

    def test_something_new_in_the_own_wijk_is_made_at_once(self, wijkredacteur, toneel):
        self.nieuw(wijkredacteur, gebieden=[toneel.volkel.pk])
        assert Voorziening.objects.get(titel="Inloop").history.count()
        assert not Voorstel.objects.exists()

    def test_something_new_elsewhere_is_proposed(self, wijkredacteur, toneel):
        self.nieuw(wijkredacteur, gebieden=[toneel.reek.pk])
        assert not Voorziening.objects.filter(titel="Inloop").exists()
        assert Voorstel.objects.get().wijzigingen["gebieden"] == [toneel.reek.pk]

    @pytest.mark.parametrize("breder", ["hele_gemeente", "gebieden"])
    def test_making_an_own_entry_wider_is_proposed(self, wijkredacteur, toneel, breder):
        ding = toneel.dingen["alleen Volkel"]
        waarden = {"hele_gemeente": "on", "gebieden": [toneel.volkel.pk, toneel.reek.pk]}
        bewaar(wijkredacteur, ding, kort="Anders.", **{breder: waarden[breder]})
        ding.refresh_from_db()
        assert not ding.hele_gemeente
        assert list(ding.gebieden.all()) == [toneel.volkel]
        assert ding.kort != "Anders."
        assert set(Voorstel.objects.get().wijzigingen) == {"kort", breder}
        assert ding.history.filter(kort="Anders.").count() == 0

    def test_the_history_of_a_direct_change_names_who_did_it(self, wijkredacteur, toneel):
        ding = toneel.dingen["alleen Volkel"]
        bewaar(wijkredacteur, ding, kort="Anders.")
        assert ding.history.latest().history_user.username == "wijkredacteur"


@pytest.fixture
def voorstel(toneel):
    anders = {"kort": "Wij helpen met alle papieren.", "telefoon": "085 000 3333"}
    return Voorstel.objects.dien_in(
        toneel.dingen["overal"], anders, bron="bezoeker", toelichting="Ik belde.",
        email="bewoner@voorbeeld.nl",
    )  # fmt: skip


def besluit(client, voorstel, keuze, **anders):
    gezien = client.get(beheeradres(voorstel)).context["stempel"]
    gegevens = {"besluit": keuze, "gezien": gezien, "velden": list(voorstel.wijzigingen)} | anders
    return client.post(beheeradres(voorstel), gegevens, follow=True)


class TestDeciding:
    def test_the_page_shows_the_difference_and_who_sent_it(self, redacteur, voorstel):
        pagina = tekst(redacteur.get(beheeradres(voorstel)))
        assert "<del>formulieren</del>" in pagina
        assert "alle papieren" in pagina
        assert "bewoner@voorbeeld.nl" in pagina
        assert "Ik belde." in pagina
        assert 'href="/voorziening/overal/"' in pagina

    def test_one_click_takes_it_over(self, redacteur, voorstel, toneel):
        antwoord = besluit(redacteur, voorstel, "overnemen")
        assert "Overgenomen." in tekst(antwoord)
        ding = toneel.dingen["overal"]
        ding.refresh_from_db()
        assert ding.kort == "Wij helpen met alle papieren."
        assert ding.history.latest().history_user.username == "redacteur"
        assert LogEntry.objects.get().change_message == "overgenomen"

    def test_one_of_the_fields_is_taken_over(self, redacteur, voorstel, toneel):
        besluit(redacteur, voorstel, "overnemen", velden=["telefoon"])
        ding = toneel.dingen["overal"]
        ding.refresh_from_db()
        assert (ding.telefoon, ding.kort) == ("+31850003333", "Wij helpen u met formulieren.")
        assert "een deel" in tekst(redacteur.get(beheeradres(voorstel)))

    def test_a_reason_is_needed_to_refuse_and_is_shown_afterwards(self, redacteur, voorstel):
        assert "Schrijf op waarom" in tekst(besluit(redacteur, voorstel, "afwijzen"))
        besluit(redacteur, voorstel, "afwijzen", reden="Het nummer klopt wel.")
        assert "Het nummer klopt wel." in tekst(redacteur.get(beheeradres(voorstel)))

    def test_what_cannot_be_taken_over_is_told_and_the_choice_stays(
        self, redacteur, toneel, voorstel
    ):
        Voorstel.objects.filter(pk=voorstel.pk).update(
            wijzigingen={"leeftijd_van": 900, "kort": "Zin."}
        )
        voorstel.refresh_from_db()
        antwoord = besluit(redacteur, voorstel, "overnemen", reden="half getypt")
        assert "Vanaf leeftijd: Zo oud wordt niemand." in tekst(antwoord)
        assert "half getypt" in tekst(antwoord)
        assert set(antwoord.context["gekozen"]) == {"leeftijd_van", "kort"}

    def test_a_clash_is_shown_and_not_chosen_beforehand(self, redacteur, voorstel):
        Voorziening.objects.filter(titel="overal").update(kort="Intussen anders.")
        antwoord = redacteur.get(beheeradres(voorstel))
        assert "Dit is intussen veranderd." in tekst(antwoord)
        assert antwoord.context["gekozen"] == ["telefoon"]

    def test_what_changed_while_reading_is_shown_first(self, redacteur, voorstel):
        antwoord = besluit(redacteur, voorstel, "overnemen", gezien="van daarnet")
        assert "Intussen is er iets veranderd." in tekst(antwoord)
        assert Voorstel.objects.open().exists()

    def test_the_second_of_two_redacteuren_hears_that_it_was_decided(self, redacteur, voorstel):
        gezien = voorstel.stempel()
        besluit(redacteur, voorstel, "overnemen")
        antwoord = redacteur.post(
            beheeradres(voorstel), {"besluit": "overnemen", "velden": "kort", "gezien": gezien}
        )
        assert "al besloten" in tekst(antwoord)

    def test_words_alone_are_marked_as_done(self, redacteur, toneel):
        woorden = Voorstel.objects.dien_in(toneel.linde, {}, bron="bezoeker", toelichting="Weg?")
        assert "Ik heb dit verwerkt" in tekst(redacteur.get(beheeradres(woorden)))
        assert "Genoteerd" in tekst(besluit(redacteur, woorden, "overnemen"))

    def test_something_new_is_made(self, redacteur, toneel):
        velden = {"naam": "Buurthuis", "soort": "wijkgebouw"}
        nieuw = Voorstel.objects.dien_in(type(een_plek()), velden, bron="gemist")
        assert "Open Buurthuis" in tekst(besluit(redacteur, nieuw, "overnemen"))

    def test_looking_decides_nothing(self, redacteur, voorstel):
        redacteur.get(beheeradres(voorstel), {"besluit": "overnemen"})
        assert Voorstel.objects.open().exists()

    def test_what_somebody_sent_cannot_become_html(self, redacteur, toneel):
        kwaad = "<script>alert(1)</script>"
        voorstel = Voorstel.objects.dien_in(
            Voorziening, {"titel": kwaad, "kort": kwaad}, bron="gemist", toelichting=kwaad
        )
        assert kwaad not in tekst(redacteur.get(beheeradres(voorstel)))
        assert kwaad not in tekst(redacteur.get(LIJST))


class TestOwnProposals:
    def test_the_form_goes_on_where_its_proposal_stopped(self, linde, toneel):
        bewaar(linde, toneel.linde, kort="Wij zijn er.", telefoon="085 000 4444")
        pagina = tekst(linde.get(beheeradres(toneel.linde)))
        assert "Wij zijn er." in pagina
        assert "+31850004444" in pagina
        assert tekst(linde.get(toneel.linde.get_absolute_url())).count("Wij zijn er.") == 0

    def test_what_is_put_back_leaves_the_proposal(self, linde, toneel):
        eerst = toneel.linde.kort
        bewaar(linde, toneel.linde, kort="Wij zijn er.", bereikbaar="Elke dag")
        bewaar(linde, toneel.linde, kort=eerst)
        assert Voorstel.objects.get().wijzigingen == {"bereikbaar": "Elke dag"}

    def test_a_form_from_before_the_proposal_takes_nothing_back(self, linde, toneel):
        oud = ingevuld(linde, beheeradres(toneel.linde), bereikbaar="Elke dag")
        bewaar(linde, toneel.linde, kort="Wij zijn er.")
        linde.post(beheeradres(toneel.linde), oud)
        assert Voorstel.objects.get().wijzigingen == {
            "kort": "Wij zijn er.",
            "bereikbaar": "Elke dag",
        }

    def test_lists_and_days_are_filled_in_and_times_stay_in_the_proposal(self, linde, toneel):
        ding, thema = toneel.dingen["van De Linde"], een_thema("Wonen")
        rijen = [{"weekdag": 2, "van": "17:30", "tot": "19:30"}]
        Voorstel.objects.dien_in(
            ding,
            {"themas": [thema], "zichtbaar_tot": date(2030, 5, 1), "openingstijden": rijen},
            bron="organisatie",
            door=User.objects.get(username="organisatie-redacteur"),
        )
        bewaar(linde, ding, bereikbaar="Elke dag")
        voorstel = Voorstel.objects.get()
        assert voorstel.wijzigingen["themas"] == [thema.pk]
        assert voorstel.wijzigingen["zichtbaar_tot"] == "2030-05-01"
        assert len(voorstel.wijzigingen["openingstijden"]) == 1

    def test_staff_and_others_see_what_is_published(self, linde, redacteur, toneel):
        bewaar(linde, toneel.linde, kort="Wij zijn er.")
        assert "Wij zijn er." not in tekst(redacteur.get(beheeradres(toneel.linde)))

    def test_who_proposed_it_sees_its_state_and_the_reason(self, linde, redacteur, toneel):
        bewaar(linde, toneel.linde, kort="Wij zijn er.")
        voorstel = Voorstel.objects.get()
        assert "wacht op goedkeuring" in tekst(linde.get(LIJST))
        besluit(redacteur, voorstel, "afwijzen", reden="Graag korter.")
        assert "Graag korter." in tekst(linde.get(beheeradres(voorstel)))

    def test_who_proposed_it_may_take_it_back(self, linde, toneel):
        bewaar(linde, toneel.linde, kort="Wij zijn er.")
        antwoord = besluit(linde, Voorstel.objects.get(), "intrekken")
        assert "U heeft uw voorstel ingetrokken." in tekst(antwoord)
        assert Voorstel.objects.get().stand == "ingetrokken"

    def test_others_are_not_shown(self, linde, voorstel):
        assert "overal" not in tekst(linde.get(LIJST))
        assert linde.get(beheeradres(voorstel)).status_code == 404


class TestTheQueue:
    def namen(self, client, **vraag):
        return {rij.naam for rij in client.get(LIJST, vraag).context["cl"].result_list}

    @pytest.fixture
    def rij(self, toneel):
        oud = timezone.now() - timedelta(days=20)
        for naam in ("alleen Volkel", "alleen Reek", "plek in Volkel", "van De Linde"):
            Voorstel.objects.dien_in(toneel.dingen[naam], {"kort": "Zin."}, bron="bezoeker")
        Voorstel.objects.dien_in(Voorziening, {"titel": "Gemist"}, bron="gemist")
        Voorstel.objects.filter(bron="gemist").update(aangemaakt_op=oud)

    def test_it_shows_what_waits_the_oldest_first(self, redacteur, rij):
        assert len(self.namen(redacteur)) == 5
        eerste = redacteur.get(LIJST).context["cl"].result_list[0]
        assert eerste.naam == "Gemist"

    def test_it_is_narrowed_by_source_wijk_organisation_and_age(self, redacteur, rij, toneel):
        assert self.namen(redacteur, bron__exact="gemist") == {"Gemist"}
        assert self.namen(redacteur, wijk=toneel.volkel.pk) == {"alleen Volkel", "Dorpshuis Volkel"}
        assert self.namen(redacteur, organisatie=toneel.linde.pk) == {"van De Linde"}
        assert self.namen(redacteur, ouderdom="oud") == {"Gemist"}
        assert "Gemist" not in self.namen(redacteur, ouderdom="nieuw")
        assert self.namen(redacteur, q="alleen") == {"alleen Volkel", "alleen Reek"}

    def test_odd_filters_are_no_error(self, redacteur, rij):
        for vraag in ({"wijk": "x"}, {"organisatie": "²"}, {"ouderdom": "x"}, {"stand": "x"}):
            assert redacteur.get(LIJST, vraag).status_code in (200, 302)

    def test_what_was_decided_is_one_click_away(self, redacteur, rij):
        for voorstel in Voorstel.objects.filter(bron="gemist"):
            voorstel.wijs_af(een_medewerker("beheerder"), "Bestaat al.")
        assert "Gemist" not in self.namen(redacteur)
        assert self.namen(redacteur, stand="afgewezen") == {"Gemist"}
        assert len(self.namen(redacteur, stand="alles")) == 5

    def test_it_asks_no_more_when_it_is_longer(
        self, redacteur, rij, toneel, django_assert_max_num_queries
    ):
        for nummer in range(30):
            ding = een_voorziening(f"V {nummer}", verantwoordelijke=toneel.ander)
            Voorstel.objects.dien_in(ding, {"kort": "Zin."}, bron="bezoeker")
        with django_assert_max_num_queries(12):
            redacteur.get(LIJST)

    def test_a_page_with_everything_changed_asks_few_queries(
        self, redacteur, toneel, django_assert_max_num_queries
    ):
        ding = toneel.dingen["overal"]
        voorstel = Voorstel.objects.dien_in(
            ding,
            {
                "kort": "Zin.",
                "verantwoordelijke": toneel.linde,
                "gebieden": [toneel.volkel],
                "uitvoerders": [toneel.linde],
                "locaties": [toneel.dingen["plek in Reek"]],
                "themas": [],
                "openingstijden": [{"weekdag": 0, "van": "9:00", "tot": "10:00"}],
            },
            bron="bezoeker",
        )
        with django_assert_max_num_queries(40):
            redacteur.get(beheeradres(voorstel))
