"""The team of an area: who is in it, who is away, whom to call, what ends when somebody goes."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.fabriek import de_gemeente, een_buurt, een_geheime_plek, een_organisatie, een_plek
from tests.fabriek import een_wijk as wijk
from tests.wijken.mensen import een_login, een_teamlid, is_weg
from wijken.gebruik import gebruik
from wijken.models import Afwezigheid, Gebied, Inzet, Teamlid, verbindt, werkgebieden
from wijken.team import eerste_contact, team_van

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M3")]


def namen(gebied: Gebied) -> list[str]:
    team = team_van(Gebied.objects.get(pk=gebied.pk))
    return [collega.lid.naam for collega in team.collegas] if team else []


def fouten(ding) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as gevonden:
        ding.full_clean()
    return gevonden.value.message_dict


# --- who is in it --------------------------------------------------------------------------


@pytest.mark.eis("M4")
def test_the_verbinder_comes_first_and_then_the_others_by_name():
    volkel = wijk("Volkel")
    for naam in ("Anouk", "Zeger", "Joost"):
        een_teamlid(naam, volkel, verbinder=naam == "Joost")
    assert namen(volkel) == ["Joost", "Anouk", "Zeger"]
    assert team_van(volkel).verbinder.lid.naam == "Joost"


def test_a_member_may_work_in_more_areas():
    volkel, reek = wijk("Volkel"), wijk("Reek")
    Inzet.objects.create(teamlid=een_teamlid("Joost", volkel), gebied=reek, uren=8)
    assert namen(volkel) == namen(reek) == ["Joost"]


def test_a_buurt_has_the_team_of_its_wijk_and_a_wijk_without_one_that_above():
    volkel = wijk("Volkel")
    buurt = een_buurt("Kom Volkel", ouder=volkel)
    assert team_van(buurt) is None
    een_teamlid("Mia", de_gemeente())
    assert team_van(Gebied.objects.get(pk=buurt.pk)).gebied == de_gemeente()
    een_teamlid("Joost", volkel)
    assert namen(buurt) == ["Joost"]


def test_the_team_of_an_area_costs_one_query(django_assert_num_queries):
    volkel = wijk("Volkel")
    plek, organisatie = een_plek(), een_organisatie()
    for nummer in range(6):
        lid = een_teamlid(
            f"Lid {nummer}", volkel, loop_binnen_bij=plek, moederorganisatie=organisatie
        )
        is_weg(lid, een_teamlid(f"Ander {nummer}", volkel))
    gebied = Gebied.objects.met_keten().get(pk=volkel.pk)
    with django_assert_num_queries(1):
        for collega in team_van(gebied).collegas:
            assert str(collega.lid.loop_binnen_bij or plek) == str(plek)
            assert collega.weg is None or collega.weg.vervanger.telefoon


def test_a_place_or_organisation_the_public_may_not_see_is_taken_off():
    volkel = wijk("Volkel")
    lid = een_teamlid(
        gebied=volkel, loop_binnen_bij=een_plek(), moederorganisatie=een_organisatie()
    )
    lid.loop_binnen_bij.archiveer("Gesloopt.")
    lid.moederorganisatie.archiveer("Gestopt.")
    (collega,) = team_van(volkel).collegas
    assert collega.lid.loop_binnen_bij is None
    assert collega.lid.moederorganisatie is None


@pytest.mark.eis("V7")
def test_nobody_receives_people_at_a_confidential_address():
    lid = een_teamlid()
    lid.loop_binnen_bij = een_geheime_plek()
    assert "vertrouwelijk" in fouten(lid)["loop_binnen_bij"][0]


# --- rules ---------------------------------------------------------------------------------


@pytest.mark.eis("M4")
def test_a_second_verbinder_is_refused_with_the_name_of_the_first():
    volkel = wijk("Volkel")
    een_teamlid("Joost", volkel, verbinder=True)
    tweede = een_teamlid("Anouk", volkel).inzetten.get()
    tweede.is_verbinder = True
    assert fouten(tweede)["is_verbinder"] == [
        "Joost is al verbinder van Volkel. Haal het vinkje daar eerst weg."
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        tweede.save()


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"is_verbinder": False, "uren_verbinder": 8}, "Alleen een verbinder"),
        ({"is_verbinder": True, "uren_verbinder": 20}, "meer uren dan alle uren samen"),
    ],
)
def test_the_hours_of_a_verbinder_make_sense(velden, melding):
    inzet = een_teamlid().inzetten.get()
    for veld, waarde in velden.items():
        setattr(inzet, veld, waarde)
    assert melding in fouten(inzet)["uren_verbinder"][0]


@pytest.mark.parametrize("uren", [0, 41])
def test_hours_fit_in_a_week(uren):
    inzet = een_teamlid().inzetten.get()
    inzet.uren = uren
    assert "uren" in fouten(inzet)


def test_somebody_who_cannot_be_reached_is_no_member():
    lid = een_teamlid()
    lid.telefoon = lid.email = ""
    assert "Vul een telefoonnummer of een e-mailadres in." in fouten(lid)["telefoon"]


# --- away ----------------------------------------------------------------------------------


def weg(lid: Teamlid, van: int, tot: int, vervanger: Teamlid | None = None) -> Afwezigheid:
    vandaag = timezone.localdate()
    dagen = {"van": vandaag + timedelta(van), "tot": vandaag + timedelta(tot)}
    return Afwezigheid(teamlid=lid, vervanger=vervanger, **dagen)


def test_days_that_overlap_are_refused_and_say_with_which():
    lid = een_teamlid()
    eerder = is_weg(lid, dagen=7)
    assert str(eerder) in fouten(weg(lid, 6, 9))["van"][0]
    weg(lid, 7, 9).full_clean()


def test_the_days_stand_in_order():
    assert "voor de eerste" in fouten(weg(een_teamlid(), 5, 3))["tot"][0]


def test_nobody_replaces_themselves_or_while_away():
    joost, anouk = een_teamlid("Joost"), een_teamlid("Anouk")
    assert "zichzelf" in fouten(weg(joost, 0, 3, joost))["vervanger"][0]
    is_weg(anouk, van=2)
    assert "Anouk is er dan zelf ook niet" in fouten(weg(joost, 0, 3, anouk))["vervanger"][0]
    weg(joost, 0, 1, anouk).full_clean()


@pytest.mark.parametrize(("van", "dagen", "is_er"), [(0, 1, False), (1, 5, True), (-5, 5, True)])
def test_somebody_is_away_on_the_first_and_the_last_day_and_not_outside(van, dagen, is_er):
    volkel = wijk("Volkel")
    is_weg(een_teamlid(gebied=volkel), van=van, dagen=dagen)
    (collega,) = team_van(volkel).collegas
    assert (collega.weg is None) == is_er


def test_a_replacement_counts_only_while_they_work_here_and_are_there():
    volkel = wijk("Volkel")
    joost, anouk = een_teamlid("Joost", volkel), een_teamlid("Anouk", volkel)
    is_weg(joost, anouk)

    def vervanger() -> str:
        gebied = Gebied.objects.get(pk=volkel.pk)
        wie = next(c for c in team_van(gebied).collegas if c.lid == joost).weg.vervanger
        return wie.naam if wie else ""

    assert vervanger() == "Anouk"
    verlof = is_weg(anouk)
    assert vervanger() == ""
    verlof.delete()
    anouk.archiveer("Werkt hier niet meer.")
    assert vervanger() == ""


# --- whom to call --------------------------------------------------------------------------


def contact(gebied: Gebied) -> str:
    gebied = Gebied.objects.get(pk=gebied.pk)
    return eerste_contact(gebied, team_van(gebied)).telefoon


@pytest.mark.eis("H6")
def test_a_wijk_with_a_number_of_its_own_gives_that():
    volkel = wijk("Volkel", contact_naam="Team Volkel", contact_telefoon="085 000 2222")
    een_teamlid(gebied=volkel)
    assert contact(volkel) == "+31850002222"


@pytest.mark.eis("H6")
def test_without_one_it_gives_who_of_its_team_is_there_today_the_verbinder_first():
    volkel = wijk("Volkel")
    een_teamlid("Anouk", volkel, telefoon="085 000 1111")
    joost = een_teamlid("Joost", volkel, verbinder=True, telefoon="085 000 3333")
    assert contact(volkel) == "+31850003333"
    is_weg(joost)
    assert contact(volkel) == "+31850001111"


@pytest.mark.eis("H6")
def test_a_team_that_is_away_or_still_to_begin_leads_to_the_municipality():
    volkel = wijk("Volkel")
    verlof = is_weg(een_teamlid(gebied=volkel))
    assert contact(volkel) == "+31850001234"
    verlof.delete()
    Gebied.objects.filter(pk=volkel.pk).update(fase="gepland")
    assert contact(volkel) == "+31850001234"


def test_the_first_contact_of_an_area_never_names_a_person():
    volkel = wijk("Volkel")
    een_teamlid("Joost", volkel, verbinder=True)
    assert volkel.contactpunt().naam == "Gemeente Maashorst"


# --- work and leaving ----------------------------------------------------------------------


@pytest.mark.eis("V7")
def test_where_somebody_works_follows_from_the_team_with_all_below():
    uden = wijk("Uden", soort="stadsdeel")
    west, volkel = wijk("Uden West", ouder=uden), wijk("Volkel")
    buurt = een_buurt("Bogerd", ouder=west)
    gebruiker = een_login(een_teamlid("Joost", uden))
    assert werkgebieden(gebruiker) == {uden.pk, west.pk, buurt.pk}
    assert verbindt(gebruiker) == frozenset()
    verbinder = een_login(een_teamlid("Anouk", volkel, verbinder=True))
    assert verbindt(verbinder) == {volkel.pk}


@pytest.mark.eis("V7")
def test_who_leaves_loses_login_hours_and_place_at_once_and_the_history_stays():
    volkel = wijk("Volkel")
    joost = een_teamlid("Joost", volkel, verbinder=True)
    gebruiker = een_login(joost)
    joost.archiveer("Werkt hier niet meer.")
    assert namen(volkel) == []
    assert werkgebieden(gebruiker) == verbindt(gebruiker) == frozenset()
    assert Teamlid.objects.get().gebruiker is None
    assert not Teamlid.objects.zichtbaar()
    assert [rij.history_type for rij in Inzet.history.all()] == ["-", "+"]
    assert joost.history.latest().naam == "Joost"
    een_teamlid("Anouk", volkel, verbinder=True)
    een_login(een_teamlid("Bo", volkel), "bo")


def test_somebody_without_an_area_is_nowhere():
    lid = een_teamlid()
    lid.inzetten.all().delete()
    assert not Teamlid.objects.zichtbaar()
    assert Teamlid.objects.count() == 1


def test_an_area_with_a_team_is_in_use_until_they_are_gone():
    volkel = wijk("Volkel")
    lid = een_teamlid(gebied=volkel)
    assert "1 × inzet in gebieden" in gebruik([volkel])[volkel]
    volkel.archiefreden = "Samengevoegd."
    assert "in gebruik" in fouten(volkel)["archiefreden"][0]
    lid.archiveer("Werkt hier niet meer.")
    assert volkel not in gebruik([volkel])
