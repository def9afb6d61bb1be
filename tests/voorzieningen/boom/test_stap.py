"""Steps in the admin: what is wrong is said in words at the field."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.fabriek import een_boom, een_laag, een_nieuwe_stap, een_stap, een_voorziening
from voorzieningen.boom.plek import plek_van
from voorzieningen.models import Boomlaag, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H3")]


def fouten(ding) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as gevangen:
        ding.full_clean()
    return gevangen.value.message_dict


@pytest.fixture
def boom():
    return een_boom()


def test_a_step_up_never_goes_down_a_layer(boom) -> None:
    buurt, team, _top = boom
    assert "lagere laag" in fouten(een_nieuwe_stap(team, buurt))["naar_laag"][0]


@pytest.mark.eis("M10")
def test_a_step_back_never_goes_up(boom) -> None:
    buurt, team, _top = boom
    stap = een_nieuwe_stap(buurt, team, "afschalen")
    assert fouten(stap)["naar_laag"] == ["Afschalen gaat nooit omhoog. Kies een lagere laag."]


def test_a_step_has_one_begin_and_one_end(boom) -> None:
    buurt, team, _top = boom
    hulp = een_voorziening("Maatje")
    assert "van_laag" in fouten(een_nieuwe_stap(buurt, team, van_voorziening=hulp))
    leeg = een_nieuwe_stap(buurt, team)
    leeg.naar_laag = None
    assert fouten(leeg)["naar_laag"] == ["Kies een laag of een voorziening."]
    with pytest.raises(IntegrityError), transaction.atomic():
        leeg.save()


def test_a_circle_is_refused_in_words_at_the_field(boom) -> None:
    een, twee = een_voorziening("Een"), een_voorziening("Twee")
    een_stap(een, twee)
    assert "waar hij begon" in fouten(een_nieuwe_stap(twee, een))["naar_voorziening"][0]


def test_what_has_no_layer_gets_no_step(boom) -> None:
    Boomlaag.objects.filter(naam="Specialist").update(opvang="")
    zorg = een_voorziening("Behandeling", toegang="indicatie")
    stap = een_nieuwe_stap(boom[0], zorg)
    assert "nog geen laag" in fouten(stap)["naar_voorziening"][0]


def test_a_step_names_itself(boom) -> None:
    stap = een_stap(een_voorziening("Maatje"), boom[1])
    assert str(stap) == "Van Maatje naar Team: ondersteuning vragen"
    assert stap.slug == "van-maatje-naar-team-ondersteuning-vragen"


def test_a_layer_cannot_move_past_its_own_steps(boom) -> None:
    buurt, _team, _top = boom
    buurt.volgorde = 9
    assert "Dan klopt deze stap niet meer" in fouten(buurt)["volgorde"][0]


def test_two_layers_never_have_the_same_place_or_the_same_intake(boom) -> None:
    nieuw = Boomlaag(naam="Nieuw", volgorde=2, niveau="wijk", wat="x", wie="y", opvang="buurt")
    assert fouten(nieuw)["volgorde"] == ["“Team” heeft deze al. Kies een andere."]
    assert fouten(nieuw)["opvang"] == ["“Buurt” heeft deze al. Kies een andere."]


def test_a_layer_in_use_is_not_archived(boom) -> None:
    team = boom[1]
    team.archiefreden = "Opgeheven."
    assert "Dan klopt deze stap niet meer" in fouten(team)["archiefreden"][0]
    een_voorziening("Spreekuur", laag=team)
    assert "andere" in fouten(team)["archiefreden"][0]


def test_a_provision_cannot_move_below_its_own_step_up(boom) -> None:
    buurt, team, _top = boom
    maatje = een_voorziening("Maatje", laag=buurt)
    een_stap(maatje, een_voorziening("Spreekuur", laag=team))
    maatje.laag = een_laag("Nog hoger")
    assert "Dan klopt deze stap niet meer" in fouten(maatje)["laag"][0]


def test_a_step_to_what_is_archived_gives_way_to_that_of_the_layer(boom) -> None:
    buurt, team, _top = boom
    maatje, ander = een_voorziening("Maatje", laag=buurt), een_voorziening("Weg", laag=team)
    eigen = een_stap(maatje, ander)
    assert plek_van(maatje).erna == (eigen,)
    ander.archiveer("Gestopt.")
    assert [stap.naar for stap in plek_van(maatje).erna] == [team]


@pytest.mark.parametrize(
    ("velden", "laag"),
    [
        ({"soort": "bewonersinitiatief", "toegang": "inloop"}, "Buurt"),
        ({"soort": "formeel", "vorm": "collectief", "toegang": "inloop"}, "Buurt"),
        ({"soort": "formeel", "vorm": "individueel", "toegang": "aanmelden"}, "Team"),
        ({"soort": "informeel", "toegang": "verwijzing"}, "Specialist"),
        ({"soort": "formeel", "toegang": "indicatie"}, "Specialist"),
    ],
)
@pytest.mark.eis("M17")
def test_a_provision_falls_in_a_layer_by_what_it_is(boom, velden, laag) -> None:
    hulp = een_voorziening("Hulp", **velden)
    in_lagen = [b.naam for b in boom if Voorziening.objects.in_laag(b).filter(pk=hulp.pk).exists()]
    assert in_lagen == [laag]
    assert not Voorziening.objects.zonder_laag().exists()


def test_a_chosen_layer_goes_before_the_rule(boom) -> None:
    hulp = een_voorziening("Hulp", toegang="indicatie", laag=boom[0])
    assert list(Voorziening.objects.in_laag(boom[0])) == [hulp]
    assert not Voorziening.objects.in_laag(boom[2]).exists()


def test_a_provision_comes_back_only_when_its_steps_still_fit(boom) -> None:
    buurt, team, top = boom
    maatje, spreekuur = een_voorziening("Maatje", laag=buurt), een_voorziening("Uur", laag=team)
    een_stap(maatje, spreekuur)
    maatje.archiveer("Even weg.")
    een_stap(spreekuur, een_voorziening("Ander", laag=top))
    spreekuur.laag = buurt
    spreekuur.full_clean()
    spreekuur.save()
    terugweg = een_nieuwe_stap(spreekuur, maatje, "overnemen")
    terugweg.full_clean()
    terugweg.save()
    maatje.archiefreden = ""
    maatje.volg_archiefreden()
    assert "Dan klopt deze stap niet meer" in fouten(maatje)["laag"][0]


def test_a_layer_comes_back_only_where_its_steps_still_fit(boom) -> None:
    buurt, team, _top = boom
    los = een_laag("Los")
    maatje = een_voorziening("Maatje", laag=buurt)
    eigen = een_stap(maatje, los)
    eigen.archiveer("Even niet.")
    los.archiveer("Even niet.")
    los.archiefreden, los.volgorde = "", 0
    los.volg_archiefreden()
    los.full_clean()
    eigen.archiefreden = ""
    eigen.volg_archiefreden()
    assert "laag" in fouten(eigen)["naar_laag"][0]
    los.save()
    assert team.full_clean() is None


def test_a_form_without_the_layer_says_it_above_the_form(boom) -> None:
    hulp = een_voorziening("Hulp", toegang="inloop", soort="informeel")
    een_stap(hulp, boom[1])
    hulp.toegang = "indicatie"
    with pytest.raises(ValidationError) as gevangen:
        hulp.full_clean(exclude=["laag"])
    assert list(gevangen.value.message_dict) == ["__all__"]
