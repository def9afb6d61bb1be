"""The networks of the demo: both rings in every wijk, a third did not sign yet (M6, V9, M18)."""

import pytest
from django.utils import timezone

from wijken.models import Gebied, Netwerkpartner

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.eis("M6")]


def alle():
    return Netwerkpartner.objects.zichtbaar()


def test_every_wijk_has_eight_to_sixteen_partners_in_two_rings():
    for wijk in Gebied.objects.zichtbaar().wijken():
        eigen = alle().filter(gebied=wijk)
        assert 8 <= eigen.count() <= 16, wijk
        assert eigen.in_ring("eerste").count() >= 4, wijk
        assert eigen.in_ring("tweede").count() >= 2, wijk


@pytest.mark.eis("V13")
def test_every_wijk_has_care_police_and_somebody_of_streets_and_green():
    for wijk in Gebied.objects.zichtbaar().wijken():
        domeinen = set(alle().filter(gebied=wijk).values_list("domein", flat=True))
        assert {"zorg", "veiligheid", "openbaar"} <= domeinen, wijk


@pytest.mark.eis("M18")
def test_about_a_third_did_not_sign_yet():
    assert 0.55 <= alle().tekenden().count() / alle().count() <= 0.75


@pytest.mark.eis("V9")
def test_some_say_what_can_be_added_and_for_some_that_is_long_ago():
    assert alle().exclude(capaciteit="").count() >= 20
    assert 1 <= alle().met_oude_capaciteit().count() <= 15
    assert not alle().filter(tekende_op__gt=timezone.localdate()).exists()


@pytest.mark.eis("L4")
def test_in_most_wijken_somebody_helps_with_an_idea():
    wijken = alle().helpen_bij_idee().values_list("gebied", flat=True)
    assert len(set(wijken)) >= 7


def test_every_number_of_a_partner_is_invented_and_some_contacts_are_for_the_team_only():
    nummers = alle().exclude(telefoon="").values_list("telefoon", flat=True)
    assert all(nummer.startswith("+3185019") for nummer in nummers)
    assert alle().exclude(contactpersoon="").filter(contact_openbaar=False).exists()
