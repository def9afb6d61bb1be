"""Areas: which ones residents see, who is called, what holds a point (M1, V2)."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from shapely import box
from shapely.geometry import mapping

from tests.fabriek import de_gemeente, een_buurt, een_wijk
from tests.wijken.bestanden import IN_CENTRUM
from wijken.gebruik import gebruik
from wijken.models import Gebied, Postcodegebied

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M1")]

CENTRUM = mapping(box(5.60, 51.60, 5.61, 51.61))


def een_cbs_wijk(naam: str = "Uden", code: str = "WK199101", **velden: Any) -> Gebied:
    return Gebied.objects.create(naam=naam, soort="wijk", code=code, **velden)


def namen(rijen: Any) -> list[str]:
    return sorted(rijen.values_list("naam", flat=True))


# --- which layout residents see --------------------------------------------------------------


@pytest.mark.eis("V2")
def test_without_an_own_layout_residents_see_the_wijken_of_the_cbs() -> None:
    een_cbs_wijk()
    assert namen(Gebied.objects.zichtbaar().wijken()) == ["Uden"]


@pytest.mark.eis("V2")
def test_with_an_own_layout_residents_see_only_own_wijken_and_every_other_level() -> None:
    gemeente = de_gemeente()
    een_cbs_wijk()
    Gebied.objects.create(naam="Uden-dorp", soort="stadsdeel", indeling="eigen", ouder=gemeente)
    een_wijk("Uden West")
    een_buurt("Bogerd")

    assert namen(Gebied.objects.zichtbaar()) == ["Bogerd", "Maashorst", "Uden West", "Uden-dorp"]


def test_an_archived_own_layout_gives_the_wijken_of_the_cbs_back() -> None:
    een_cbs_wijk()
    een_wijk("Uden West").archiveer("Samengevoegd")
    assert namen(Gebied.objects.zichtbaar().wijken()) == ["Uden"]


def test_the_resident_of_a_buurt_lives_in_its_own_wijk() -> None:
    cbs, eigen = een_cbs_wijk(), een_wijk("Uden West")
    assert een_buurt("Bogerd", ouder=eigen, cbs_ouder=cbs).wijk() == eigen


def test_without_own_layout_the_resident_lives_in_the_wijk_of_the_cbs() -> None:
    cbs = een_cbs_wijk()
    assert een_buurt("Bogerd", cbs_ouder=cbs).wijk() == cbs
    assert cbs.wijk() == cbs


def test_a_buurt_outside_all_own_wijken_has_no_wijk_that_residents_know() -> None:
    een_wijk("Volkel")
    assert een_buurt("Bogerd", cbs_ouder=een_cbs_wijk()).wijk() is None
    assert de_gemeente().wijk() is None


def test_the_areas_below_one_are_found_in_either_layout() -> None:
    gemeente = de_gemeente()
    cbs, eigen = een_cbs_wijk(cbs_ouder=gemeente), een_wijk("Uden West")
    buurt = een_buurt("Bogerd", ouder=eigen, cbs_ouder=cbs)

    assert list(Gebied.objects.zichtbaar().onder(gemeente)) == [eigen]
    assert list(Gebied.objects.onder(eigen)) == list(Gebied.objects.onder(cbs)) == [buurt]


# --- the first contact -----------------------------------------------------------------------


def test_an_area_without_contact_takes_over_the_whole_contact_of_the_area_above() -> None:
    de_gemeente()
    wijk = een_wijk("Volkel", contact_naam="Team Volkel", contact_telefoon="085 000 1111")
    buurt = een_buurt(ouder=wijk)

    contact = buurt.contactpunt()

    assert contact is not None
    assert (contact.naam, contact.gebied, contact.uren) == ("Team Volkel", wijk, "")


def test_a_buurt_in_the_cbs_layout_alone_reaches_the_contact_of_the_gemeente() -> None:
    cbs = een_cbs_wijk(cbs_ouder=de_gemeente())
    contact = een_buurt(cbs_ouder=cbs).contactpunt()
    assert contact is not None
    assert contact.naam == "Gemeente Maashorst"


def test_nobody_to_call_is_none_and_not_an_error() -> None:
    assert een_buurt().contactpunt() is None


def test_the_chain_ends_even_when_two_areas_hang_under_each_other() -> None:
    een, twee = een_wijk("Een"), een_wijk("Twee")
    Gebied.objects.filter(pk=een.pk).update(ouder=twee)
    Gebied.objects.filter(pk=twee.pk).update(ouder=een)
    assert len(Gebied.objects.get(pk=een.pk).keten()) == 2


def test_the_chain_of_a_list_costs_no_further_query(django_assert_num_queries: Any) -> None:
    een_buurt(ouder=een_wijk("Volkel"))
    with django_assert_num_queries(1):
        (buurt,) = Gebied.objects.buurten().met_keten()
        assert [str(gebied) for gebied in buurt.keten()] == ["Kom Volkel", "Volkel", "Maashorst"]


def test_a_contact_always_has_a_number() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        een_wijk(contact_naam="Team zonder telefoon")
    with pytest.raises(ValidationError, match="Van wie"):
        een_wijk(contact_telefoon="085 000 1111").full_clean()


# --- borders ---------------------------------------------------------------------------------


def test_the_middle_follows_the_border() -> None:
    buurt = een_buurt(grens=CENTRUM)
    assert buurt.midden() == (51.605, 5.605)

    buurt.grens = None
    buurt.save()
    assert buurt.midden() is None


def test_lists_leave_the_border_out_and_saving_them_keeps_it() -> None:
    een_buurt(grens=CENTRUM)

    buurt = Gebied.objects.get(soort="buurt")
    assert "grens" in buurt.get_deferred_fields()
    buurt.inleiding = "Een fijne buurt."
    buurt.save()

    opnieuw = Gebied.objects.met_grens().get(pk=buurt.pk)
    assert opnieuw.grens == grens_met_lijsten()
    assert opnieuw.midden() == (51.605, 5.605)


def grens_met_lijsten() -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [[list(punt) for punt in CENTRUM["coordinates"][0]]]}


def test_a_point_lies_in_its_buurt(django_assert_num_queries: Any) -> None:
    een_cbs_wijk(grens=mapping(box(5.6, 51.6, 5.62, 51.61)))
    centrum = een_buurt("Centrum", grens=CENTRUM)
    Gebied.objects.op_punt(**IN_CENTRUM)

    with django_assert_num_queries(2):
        assert Gebied.objects.op_punt(**IN_CENTRUM) == centrum


def test_a_point_in_no_buurt_lies_in_the_wijk_or_gemeente_that_has_a_border() -> None:
    wijk = een_cbs_wijk(grens=mapping(box(5.6, 51.6, 5.62, 51.61)))
    een_buurt("Centrum", grens=CENTRUM)

    assert Gebied.objects.op_punt(51.605, 5.615) == wijk
    assert Gebied.objects.op_punt(52.0, 4.0) is None


def test_a_changed_border_counts_at_once() -> None:
    buurt = een_buurt("Centrum", grens=CENTRUM)
    assert Gebied.objects.op_punt(**IN_CENTRUM) == buurt

    buurt.grens = mapping(box(5.7, 51.7, 5.71, 51.71))
    buurt.save()
    assert Gebied.objects.op_punt(**IN_CENTRUM) is None

    buurt.archiveer("Bestaat niet meer")
    assert Gebied.objects.op_punt(51.705, 5.705) is None


def test_on_the_line_between_two_buurten_one_of_them_is_chosen_always_the_same() -> None:
    eerste = een_buurt("Centrum", grens=CENTRUM)
    een_buurt("Bogerd", grens=mapping(box(5.61, 51.60, 5.62, 51.61)))
    assert {Gebied.objects.op_punt(51.605, 5.61) for _ in range(3)} == {eerste}


# --- what staff may fill in ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"soort": "buurt", "code": "BU05460000"}, "andere gemeente"),
        ({"soort": "buurt", "code": "WK199101"}, "geen code van het CBS"),
        ({"soort": "buurt", "code": None}, "geen code van het CBS"),
        ({"soort": "wijk", "indeling": "eigen", "code": "WK199101"}, "Kies een andere"),
        ({"soort": "buurt", "code": "BU19910101", "grens": {"type": "x"}}, "geen GeoJSON"),
    ],
)
def test_a_wrong_code_or_border_is_refused_in_plain_words(velden: dict, melding: str) -> None:
    with pytest.raises(ValidationError, match=melding):
        Gebied(naam="Proef", **velden).full_clean()


def test_there_is_one_gemeente_and_staff_cannot_make_another() -> None:
    tweede = Gebied(naam="Nep", soort="gemeente", indeling="eigen", slug="nep", sorteernaam="nep")
    with pytest.raises(ValidationError) as fout:
        tweede.full_clean()
    assert fout.value.message_dict["code"] == [
        "Er is één gemeente, en die heeft de code van het CBS."
    ]


@pytest.mark.parametrize("leeg", [{}, [], ""])
def test_an_empty_border_is_no_border_so_that_no_map_breaks_on_it(client: Any, leeg: Any) -> None:
    wijk = een_wijk("Volkel", grens=leeg)
    wijk.refresh_from_db(fields=["grens"])
    assert wijk.grens is None
    assert Gebied.objects.op_punt(51.65, 5.65) is None
    assert client.get("/kaart/grenzen.json").status_code == 200


def test_a_good_area_is_accepted() -> None:
    Gebied(naam="Uden Centrum", soort="wijk", indeling="eigen", ouder=de_gemeente()).full_clean()
    Gebied(naam="Centrum", soort="buurt", code="BU19910101", grens=CENTRUM).full_clean()


def test_a_parent_is_of_a_higher_level() -> None:
    with pytest.raises(ValidationError, match="hoger niveau"):
        een_wijk("Volkel", ouder=een_buurt()).full_clean()


def test_an_area_in_use_is_not_archived_by_hand() -> None:
    wijk = een_wijk("Volkel")
    een_buurt(ouder=wijk)
    wijk.archiefreden = "Opgeheven"
    with pytest.raises(ValidationError, match="1 × gebieden"):
        wijk.full_clean()


# --- what uses an area -----------------------------------------------------------------------


def test_use_is_found_through_every_relation() -> None:
    wijk = een_wijk("Volkel")
    buurt = een_buurt("Kom Volkel", ouder=wijk)
    Postcodegebied.objects.create(postcode="5408AA", buurt=buurt)
    Postcodegebied.objects.create(postcode="5408AB", buurt=buurt)

    assert gebruik([wijk, buurt]) == {buurt: ["2 × postcodes", "deel van Volkel"]}
    assert gebruik([wijk]) == {wijk: ["1 × gebieden"]}
    assert gebruik([]) == {}


def test_a_provision_that_serves_an_area_uses_it() -> None:
    from tests.fabriek import een_voorziening

    wijk = een_wijk("Volkel")
    voorziening = een_voorziening(gebieden=[wijk], hele_gemeente=False)
    assert list(gebruik([wijk])) == [wijk]

    voorziening.archiveer("Gestopt")
    assert gebruik([wijk]) == {}
