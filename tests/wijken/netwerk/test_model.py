"""Partners in the network of an area: who they are, who may see them, what leaves (M6, V9)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from sociale_basis.kern.bewaren import ruim_op
from tests.fabriek import de_gemeente, een_buurt, een_organisatie, een_wijk
from wijken.models import Gebied, Netwerkpartner

from .partners import een_partner

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M6")]

VANDAAG = date(2026, 11, 22)


@pytest.fixture
def volkel():
    return een_wijk("Volkel")


def zichtbaar():
    return set(Netwerkpartner.objects.zichtbaar())


def test_a_partner_is_a_function_an_organisation_or_both(volkel):
    linde = een_organisatie("Welzijn De Linde")
    assert een_partner(volkel, "huisarts").naam == "Huisarts"
    assert een_partner(volkel, "", organisatie=linde).naam == "Welzijn De Linde"
    beide = een_partner(volkel, "opbouwwerker", organisatie=linde)
    assert beide.naam == "Opbouwwerker, Welzijn De Linde"
    assert beide.kort == "Opbouwwerker"


def test_a_partner_without_a_name_cannot_be_saved(volkel):
    with pytest.raises(ValidationError, match="Kies een organisatie of vul een functie in"):
        Netwerkpartner(gebied=volkel).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        een_partner(volkel, "")


def test_who_is_archived_or_of_a_hidden_organisation_is_not_visible(volkel):
    huisarts = een_partner(volkel)
    een_partner(volkel, "", organisatie=een_organisatie("Nog niet", publicatie="concept"))
    weg = een_organisatie("Gestopt")
    een_partner(volkel, "directeur", organisatie=weg)
    een_partner(volkel, "wijkagent").archiveer("Werkt nu in een andere stad.")
    weg.archiveer("Bestaat niet meer.")
    assert zichtbaar() == {huisarts}


@pytest.mark.eis("V14")
def test_a_wijk_has_its_own_partners_and_those_of_the_areas_above(volkel):
    heel = een_partner(de_gemeente(), "GGD-arts")
    uden = Gebied.objects.create(
        naam="Uden", soort="stadsdeel", indeling="eigen", ouder=de_gemeente()
    )
    west = een_wijk("Uden West", ouder=uden)
    agent, huisarts, elders = (
        een_partner(gebied, naam)
        for gebied, naam in ((uden, "wijkagent"), (west, "huisarts"), (volkel, "pastor"))
    )
    alle = Netwerkpartner.objects.zichtbaar()
    assert set(alle.in_gebied(west)) == {heel, agent, huisarts}
    assert set(alle.in_gebied(een_buurt(ouder=west))) == {heel, agent, huisarts}
    assert set(alle.in_gebied(volkel)) == {heel, elders}
    assert set(alle.in_gebied(de_gemeente())) == {heel}


@pytest.mark.eis("V9")
def test_capacity_has_a_day_and_grows_old_after_half_a_year(volkel):
    nu = een_partner(volkel, capaciteit="vol tot januari")
    assert nu.capaciteit_op == timezone.localdate()
    grens = VANDAAG - timedelta(183)
    net_niet = een_partner(volkel, capaciteit="kan nog iets", capaciteit_op=grens)
    oud = een_partner(volkel, capaciteit="vol", capaciteit_op=grens - timedelta(1))
    assert (net_niet.capaciteit_is_oud(VANDAAG), oud.capaciteit_is_oud(VANDAAG)) == (False, True)
    alle = Netwerkpartner.objects.all()
    assert set(alle.met_oude_capaciteit(VANDAAG)) == {oud}
    assert een_partner(volkel).capaciteit_is_oud(VANDAAG) is False


@pytest.mark.eis("V9")
def test_taking_the_capacity_out_takes_its_day_too(volkel):
    partner = een_partner(volkel, capaciteit="vol")
    partner.zeg_capaciteit("  ")
    partner.save()
    assert (partner.capaciteit, partner.capaciteit_op) == ("", None)


@pytest.mark.parametrize("veld", ["capaciteit_op", "tekende_op"])
def test_a_day_in_the_future_is_refused(volkel, veld):
    morgen = timezone.localdate() + timedelta(1)
    partner = een_partner(volkel, capaciteit="vol", **{veld: morgen})
    with pytest.raises(ValidationError) as fout:
        partner.full_clean()
    assert list(fout.value.message_dict) == [veld]


@pytest.mark.eis("M18")
def test_who_signed_has_a_day(volkel):
    ja, nee = een_partner(volkel, tekende_op=VANDAAG), een_partner(volkel)
    assert (ja.tekende, nee.tekende) == (True, False)
    assert set(Netwerkpartner.objects.tekenden()) == {ja}


def test_without_contact_is_without_any_number_or_address(volkel):
    met_nummer = een_organisatie("Met nummer", telefoon="085 000 1234")
    een_partner(volkel, telefoon="085 000 1234")
    een_partner(volkel, email="iemand@voorbeeld.nl")
    een_partner(volkel, "", organisatie=met_nummer)
    niemand = een_partner(volkel, contactpersoon="Ans")
    leeg = een_partner(volkel, "", organisatie=een_organisatie("Zonder nummer"))
    assert set(Netwerkpartner.objects.zonder_contact()) == {niemand, leeg}


@pytest.mark.eis("V7")
def test_a_name_that_is_taken_out_leaves_the_earlier_versions_too(volkel):
    partner = een_partner(volkel, contactpersoon="Ans Verkuijlen", telefoon="085 000 1234")
    partner.contactpersoon = ""
    partner.save()
    assert set(partner.history.values_list("contactpersoon", flat=True)) == {""}
    assert set(partner.history.values_list("telefoon", flat=True)) == {"+31850001234"}


@pytest.mark.eis("V7")
def test_a_month_after_the_archive_the_contact_is_gone(volkel):
    contact = {"contactpersoon": "Ans", "telefoon": "085 000 1234", "email": "a@voorbeeld.nl"}
    blijft, gaat = een_partner(volkel, **contact), een_partner(volkel, **contact)
    gaat.archiveer("Met pensioen.")
    ruim_op(opslaan=True, nu=timezone.now() + timedelta(29))
    gaat.refresh_from_db()
    assert gaat.contactpersoon == "Ans"
    ruim_op(opslaan=True, nu=timezone.now() + timedelta(31))
    for partner in (blijft, gaat):
        partner.refresh_from_db()
    assert (gaat.contactpersoon, gaat.telefoon, gaat.email) == ("", "", "")
    assert blijft.contactpersoon == "Ans"
    assert not gaat.history.exclude(contactpersoon="").exists()


def test_an_organisation_in_a_network_is_not_deleted_from_under_it(volkel):
    linde = een_organisatie()
    een_partner(volkel, "", organisatie=linde)
    with pytest.raises(IntegrityError), transaction.atomic():
        linde.delete()


def test_its_address_is_its_place_on_the_page_of_the_network(volkel):
    partner = een_partner(volkel)
    assert partner.get_absolute_url() == f"/wijk/volkel/netwerk/#p{partner.pk}"
