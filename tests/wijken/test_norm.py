"""What every wijk should have, and where staff see that it has not (M3, M4)."""

import re

import pytest

from tests.fabriek import een_wijk
from tests.rollen import Toneel, een_medewerker, ingelogd
from tests.wijken.mensen import een_teamlid
from wijken.models import Gebied
from wijken.norm import wijkstanden

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M3")]
NORM = "/beheer/wijken/teamlid/norm/"


def een_heel_team(wijk: Gebied) -> None:
    een_teamlid(f"Volwassenen van {wijk}", wijk, verbinder=True)
    een_teamlid(f"Jeugd van {wijk}", wijk, expertise="jeugd")


def tekort(wijk: Gebied) -> list[str]:
    return list(next(stand.tekort for stand in wijkstanden() if stand.wijk == wijk))


def test_a_whole_team_lacks_nothing():
    volkel = een_wijk("Volkel")
    een_heel_team(volkel)
    assert tekort(volkel) == []


def test_a_wijk_without_anybody_lacks_everything():
    assert tekort(een_wijk("Volkel")) == [
        "Niemand voor jeugd en gezin.",
        "Niemand voor volwassenen.",
        "Er is geen verbinder.",
    ]


def test_hours_of_two_people_count_together():
    volkel = een_wijk("Volkel")
    een_teamlid("A", volkel, verbinder=True)
    een_teamlid("B", volkel, expertise="jeugd", uren=8)
    assert tekort(volkel) == ["Voor jeugd en gezin is er 8 van de 16 uur."]
    een_teamlid("C", volkel, expertise="jeugd", uren=8)
    assert tekort(volkel) == []


@pytest.mark.eis("M4")
def test_a_verbinder_has_about_eight_hours_for_it():
    volkel = een_wijk("Volkel")
    een_heel_team(volkel)
    inzet = volkel.inzetten.verbinders().get()
    inzet.uren_verbinder = 4
    inzet.save()
    assert tekort(volkel) == ["De verbinder heeft 4 van de 8 uur."]


def test_the_norm_is_a_setting(settings):
    volkel = een_wijk("Volkel")
    een_teamlid("A", volkel, uren=10)
    settings.TEAM_EXPERTISES, settings.TEAM_UREN = ["volwassenen"], 10
    settings.VERBINDER_UREN = 0
    assert tekort(volkel) == []


def test_who_left_does_not_count():
    volkel = een_wijk("Volkel")
    een_heel_team(volkel)
    volkel.teamleden.get(expertise="jeugd").archiveer("Werkt hier niet meer.")
    assert tekort(volkel) == ["Niemand voor jeugd en gezin."]


@pytest.mark.eis("M20")
def test_where_a_team_still_has_to_begin_only_a_day_that_passed_is_lacking():
    reek = een_wijk("Reek", fase="gepland")
    assert tekort(reek) == []
    Gebied.objects.filter(pk=reek.pk).update(fase_vanaf="2020-01-01")
    assert tekort(reek) == ["De begindag is voorbij. Is het team er al?"]


def test_the_page_lists_what_is_lacking_first_and_the_start_page_counts_it(admin_client):
    een_heel_team(een_wijk("Volkel"))
    een_wijk("Zeeland")
    html = admin_client.get(NORM).content.decode()
    assert html.index("Zeeland") < html.index("Volkel")
    assert "Niemand voor jeugd en gezin." in html
    assert "Compleet." in html
    begin = admin_client.get("/beheer/").content.decode()
    assert f'href="{NORM}"' in begin
    assert "Wijken waar het team niet compleet is" in begin


def test_with_every_team_complete_the_start_page_says_nothing(admin_client):
    een_heel_team(een_wijk("Volkel"))
    assert "niet compleet" not in admin_client.get("/beheer/").content.decode()


def test_more_wijken_and_people_cost_no_more(django_assert_num_queries):
    for nummer in range(8):
        een_heel_team(een_wijk(f"Wijk {nummer}"))
    with django_assert_num_queries(2):
        assert all(not stand.tekort for stand in wijkstanden())


@pytest.mark.eis("V7")
@pytest.mark.parametrize(
    ("rol", "telt"),
    [("beheerder", 2), ("redacteur", 2), ("wijkredacteur", 1), ("lezer", 0)],
)
def test_everybody_is_told_of_the_wijken_they_look_after(rol, telt):
    toneel = Toneel()  # Volkel, the own wijk, and Reek: nobody works there
    client = ingelogd(een_medewerker(rol, toneel))
    html = client.get("/beheer/").content.decode()
    gevonden = re.search(rf'href="{NORM}"><strong[^>]*>(\d+)</strong>', html)
    assert int(gevonden[1] if gevonden else 0) == telt


@pytest.mark.eis("V7")
def test_the_page_is_for_who_may_see_the_teams():
    toneel = Toneel()
    assert ingelogd(een_medewerker("lezer")).get(NORM).status_code == 200
    van_linde = ingelogd(een_medewerker("organisatie-redacteur", toneel))
    assert van_linde.get(NORM).status_code == 403
