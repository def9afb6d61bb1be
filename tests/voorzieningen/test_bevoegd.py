"""Who may see and change which rows, asked of the models themselves."""

import pytest
from django.contrib.auth.models import AnonymousUser, User

from tests.fabriek import de_gemeente, een_buurt, een_geheime_plek, een_plek, een_voorziening
from tests.rollen import ROLLEN, Toneel, een_medewerker
from voorzieningen.models import Locatie, Medewerker, Organisatie, Voorziening
from voorzieningen.models.bevoegd import Bereik
from wijken.models import Gebied

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V7")]


@pytest.fixture
def toneel() -> Toneel:
    return Toneel()


@pytest.fixture
def wijk(toneel):
    return een_medewerker("wijkredacteur", toneel)


@pytest.fixture
def organisatie(toneel):
    return een_medewerker("organisatie-redacteur", toneel)


def vers(gebruiker: User) -> User:
    """The same person at the next request."""
    return User.objects.get(pk=gebruiker.pk)


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("model", [Voorziening, Organisatie, Locatie])
def test_rows_and_single_entries_agree(rol, model, toneel):
    gebruiker = een_medewerker(rol, toneel)
    for regel in ("leesbaar_door", "bewerkbaar_door", "direct_bewerkbaar_door"):
        rijen = set(getattr(model.objects, regel)(gebruiker))
        assert rijen == {d for d in model.objects.all() if getattr(d, regel)(gebruiker)}


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("model", [Voorziening, Organisatie, Locatie])
def test_what_is_changed_at_once_can_be_changed_and_what_can_be_changed_is_seen(rol, model, toneel):
    gebruiker = een_medewerker(rol, toneel)
    direct = set(model.objects.direct_bewerkbaar_door(gebruiker))
    bewerkbaar = set(model.objects.bewerkbaar_door(gebruiker))
    assert direct <= bewerkbaar <= set(model.objects.leesbaar_door(gebruiker))


def test_somebody_without_a_role_sees_and_changes_nothing():
    een_voorziening()
    for niemand in (AnonymousUser(), User.objects.create_user("niemand", is_staff=True)):
        assert not Voorziening.objects.leesbaar_door(niemand).exists()
        assert not Voorziening.objects.bewerkbaar_door(niemand).exists()


def test_a_wijkredacteur_without_a_wijk_changes_nothing(toneel):
    gebruiker = een_medewerker("wijkredacteur")
    assert Voorziening.objects.leesbaar_door(gebruiker).exists()
    assert not Voorziening.objects.bewerkbaar_door(gebruiker).exists()
    assert not Organisatie.objects.bewerkbaar_door(gebruiker).exists()


def test_an_organisation_that_is_gone_leaves_its_redacteur_with_nothing(toneel, organisatie):
    Medewerker.objects.update(organisatie=None)
    assert not Voorziening.objects.leesbaar_door(vers(organisatie)).exists()


class TestAreas:
    def test_a_buurt_belongs_to_its_wijk(self, toneel, wijk):
        kom = een_buurt("Kom", ouder=toneel.volkel)
        plek = een_plek("Speeltuin", gebied=kom)
        assert plek.direct_bewerkbaar_door(vers(wijk))
        assert een_voorziening("In de buurt", gebieden=[kom], hele_gemeente=False) in (
            Voorziening.objects.direct_bewerkbaar_door(vers(wijk))
        )

    def test_what_serves_a_larger_area_around_it_is_proposed(self, toneel, wijk):
        oost = Gebied.objects.create(
            naam="Oost", soort="stadsdeel", indeling="eigen", ouder=de_gemeente()
        )
        toneel.volkel.ouder = oost
        toneel.volkel.save()
        groot = een_voorziening("In heel Oost", gebieden=[oost], hele_gemeente=False)
        assert groot.bewerkbaar_door(vers(wijk))
        assert not groot.direct_bewerkbaar_door(vers(wijk))

    def test_reach_is_read_in_at_most_five_queries(self, wijk, django_assert_max_num_queries):
        gebruiker = vers(wijk)
        with django_assert_max_num_queries(6):
            Bereik.van(gebruiker)
            Bereik.van(gebruiker)


class TestOrganisations:
    def test_one_that_works_only_in_the_own_wijk_is_changed_at_once(self, toneel, wijk):
        dorpsraad = toneel.ander
        Voorziening.objects.exclude(titel="alleen Volkel").update(verantwoordelijke=toneel.linde)
        assert dorpsraad.direct_bewerkbaar_door(wijk)
        toneel.dingen["alleen Reek"].uitvoerders.add(dorpsraad)
        assert not dorpsraad.direct_bewerkbaar_door(wijk)

    def test_what_it_carries_out_is_of_an_organisation_too(self, toneel, organisatie):
        reek = toneel.dingen["alleen Reek"]
        assert not reek.bewerkbaar_door(organisatie)
        reek.uitvoerders.add(toneel.linde)
        assert reek.bewerkbaar_door(organisatie)
        assert not reek.direct_bewerkbaar_door(organisatie)


class TestConfidentialPlaces:
    def test_staff_who_do_not_keep_it_do_not_see_it(self, toneel, wijk):
        geheim = toneel.dingen["geheime plek"]
        for rol, ziet in (("beheerder", True), ("redacteur", True), ("lezer", False)):
            assert geheim.leesbaar_door(een_medewerker(rol)) == ziet
        assert not geheim.leesbaar_door(wijk)

    def test_the_wijkredacteur_of_its_wijk_and_its_organisation_keep_it(
        self, toneel, wijk, organisatie
    ):
        plek = {"lat": None, "lon": None}
        hier = een_geheime_plek("Hier", gebied=toneel.volkel, **plek)
        van_linde = een_geheime_plek("Ons", beheerstichting=toneel.linde, **plek)
        assert hier.leesbaar_door(wijk)
        assert not hier.leesbaar_door(organisatie)
        assert van_linde.leesbaar_door(organisatie)
        assert not van_linde.leesbaar_door(wijk)


def test_an_organisation_picks_what_everybody_may_see(toneel, organisatie):
    kiesbaar = set(Locatie.objects.kiesbaar_door(organisatie))
    assert toneel.dingen["plek in Reek"] in kiesbaar
    assert toneel.dingen["geheime plek"] not in kiesbaar
    assert toneel.dingen["concept in Reek"] not in Voorziening.objects.kiesbaar_door(organisatie)
