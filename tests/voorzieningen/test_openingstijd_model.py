"""Opening times as they are kept, and as a place or provision shows them."""

from datetime import date, datetime, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.template.loader import render_to_string

from tests.fabriek import een_plek, een_voorziening
from voorzieningen.models import Afwijking, Locatie, Openingstijd, Voorziening
from voorzieningen.models.openingstijd import Weekdag

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M11")]

MAANDAG_TIEN_UUR = datetime(2026, 11, 23, 10, 0)


def een_openingstijd(locatie: Locatie | None = None, **velden: Any) -> Openingstijd:
    """Monday from 9 to 12, of a place unless a provision is given."""
    standaard = {"weekdag": Weekdag.MAANDAG, "van": time(9), "tot": time(12)}
    return Openingstijd(locatie=locatie, **standaard | velden)


def een_afwijking(locatie: Locatie | None = None, **velden: Any) -> Afwijking:
    """Closed on the first Monday of these tests."""
    standaard = {"van_dag": date(2026, 11, 23), "tot_dag": date(2026, 11, 23)}
    return Afwijking(locatie=locatie, **standaard | velden)


@pytest.fixture
def plek() -> Locatie:
    """A place that is open on Mondays from 9 to 12."""
    plek = een_plek()
    een_openingstijd(plek).save()
    return plek


class TestRijen:
    def test_a_row_reads_as_a_day_with_its_times(self) -> None:
        assert str(een_openingstijd()) == "maandag 09:00–12:00"

    def test_a_row_belongs_to_a_place_or_to_a_provision_and_not_to_both(self) -> None:
        with pytest.raises(IntegrityError):
            een_openingstijd(een_plek(), voorziening=een_voorziening()).save()

    def test_a_row_belongs_to_something(self) -> None:
        with pytest.raises(IntegrityError):
            een_openingstijd().save()

    def test_equal_times_are_refused_with_what_to_do(self) -> None:
        with pytest.raises(ValidationError, match="0:00 tot 23:59") as fout:
            een_openingstijd(een_plek(), tot=time(9)).full_clean()
        assert list(fout.value.message_dict) == ["tot"]

    def test_the_database_refuses_equal_times_too(self) -> None:
        with pytest.raises(IntegrityError):
            een_openingstijd(een_plek(), tot=time(9)).save()

    def test_past_midnight_is_allowed(self) -> None:
        een_openingstijd(een_plek(), van=time(21), tot=time(1)).full_clean()

    def test_a_season_cannot_end_before_it_begins(self) -> None:
        verkeerd = een_openingstijd(
            een_plek(), geldig_van=date(2026, 6, 1), geldig_tot=date(2026, 5, 1)
        )
        with pytest.raises(ValidationError) as fout:
            verkeerd.full_clean()
        assert list(fout.value.message_dict) == ["geldig_tot"]
        with pytest.raises(IntegrityError):
            verkeerd.save()

    def test_rows_that_hold_on_a_day_can_be_asked_for(self, plek: Locatie) -> None:
        een_openingstijd(plek, weekdag=1, geldig_tot=date(2026, 11, 1)).save()
        een_openingstijd(plek, weekdag=2, geldig_van=date(2026, 12, 1)).save()
        assert [rij.weekdag for rij in Openingstijd.objects.geldig(date(2026, 11, 23))] == [0]
        assert Openingstijd.objects.geldig(date(2026, 11, 1)).count() == 2
        assert Openingstijd.objects.geldig(date(2026, 12, 1)).count() == 2


class TestAfwijkingen:
    def test_a_deviation_reads_as_its_days(self) -> None:
        assert str(een_afwijking()) == "23-11-2026 – 23-11-2026"

    @pytest.mark.parametrize(
        ("velden", "veld"),
        [
            ({"tot_dag": date(2026, 11, 22)}, "tot_dag"),
            ({"gesloten": False}, "van"),
            ({"gesloten": False, "van": time(10)}, "tot"),
        ],
    )
    def test_a_mistake_is_shown_at_its_field(self, velden: dict[str, Any], veld: str) -> None:
        with pytest.raises(ValidationError) as fout:
            een_afwijking(een_plek(), **velden).full_clean()
        assert list(fout.value.message_dict) == [veld]

    @pytest.mark.parametrize(
        "velden",
        [
            {"tot_dag": date(2026, 11, 22)},
            {"gesloten": False},
            {"gesloten": True, "van": time(10), "tot": time(12)},
        ],
    )
    def test_the_database_refuses_the_same_mistakes(self, velden: dict[str, Any]) -> None:
        with pytest.raises(IntegrityError):
            een_afwijking(een_plek(), **velden).save()


class TestMetOpeningstijden:
    def test_a_place_tells_whether_it_is_open(self, plek: Locatie) -> None:
        assert plek.stand(MAANDAG_TIEN_UUR).tekst == "Nu open tot 12.00 uur"

    def test_a_provision_has_times_of_its_own_and_not_those_of_its_place(
        self, plek: Locatie
    ) -> None:
        voorziening = een_voorziening()
        voorziening.locaties.add(plek)
        assert not voorziening.heeft_tijden
        een_openingstijd(voorziening=voorziening, van=time(14), tot=time(16)).save()
        assert voorziening.heeft_tijden
        assert voorziening.stand(MAANDAG_TIEN_UUR).tekst == "Gaat vandaag open om 14.00 uur"

    def test_a_deviation_counts(self, plek: Locatie) -> None:
        een_afwijking(plek, reden="Studiedag").save()
        assert plek.stand(MAANDAG_TIEN_UUR).tekst == "Vandaag dicht: Studiedag"
        assert plek.bijzondere_dagen(MAANDAG_TIEN_UUR)[0] == "Op 23 november dicht: Studiedag"

    def test_a_place_is_closed_on_holidays_unless_it_says_otherwise(self, plek: Locatie) -> None:
        tweede_paasdag = datetime(2027, 3, 29, 10, 0)
        assert plek.stand(tweede_paasdag).tekst == "Vandaag dicht: Tweede Paasdag"
        plek.feestdagen = Locatie.Feestdagen.OPEN
        assert plek.stand(tweede_paasdag).tekst == "Nu open tot 12.00 uur"

    def test_the_sentence_leaves_out_what_is_over(self, plek: Locatie) -> None:
        een_openingstijd(plek, weekdag=1, geldig_tot=date(2026, 8, 31)).save()
        assert plek.tijden_in_woorden(MAANDAG_TIEN_UUR) == "Maandag van 9.00 tot 12.00 uur."

    def test_it_has_an_osm_value_and_schema_org_data(self, plek: Locatie) -> None:
        een_afwijking(plek).save()
        assert plek.osm_tekst() == "Mo 09:00-12:00; PH off; 2026 Nov 23 off"
        assert plek.schema_org()[0]["opens"] == "09:00"
        assert [rij["opens"] for rij in plek.schema_org_bijzonder()] == ["00:00", "00:00"]

    def test_without_times_there_is_no_special_day_either(self) -> None:
        assert een_plek().schema_org_bijzonder() == []

    @pytest.mark.parametrize("model", [Locatie, Voorziening])
    def test_with_both_prefetched_nothing_makes_a_query(
        self, model: type[Locatie | Voorziening], plek: Locatie, django_assert_num_queries: Any
    ) -> None:
        voorziening = een_voorziening()
        een_openingstijd(voorziening=voorziening).save()
        (rij,) = model.objects.prefetch_related(*model.TIJDEN)
        with django_assert_num_queries(0):
            assert rij.heeft_tijden
            rij.stand(), rij.week(), rij.bijzondere_dagen(), rij.tijden_in_woorden()
            rij.osm_tekst(), rij.schema_org(), rij.schema_org_bijzonder()


class TestSjablonen:
    def test_the_state_is_said_in_words(self, plek: Locatie) -> None:
        html = render_to_string(
            "voorzieningen/_nu_open.html", {"stand": plek.stand(MAANDAG_TIEN_UUR)}
        )
        assert '<p class="status--open">Nu open tot 12.00 uur</p>' in html

    def test_when_it_opens_again_follows_the_reason(self, plek: Locatie) -> None:
        een_afwijking(plek, reden="Studiedag").save()
        html = render_to_string(
            "voorzieningen/_nu_open.html", {"stand": plek.stand(MAANDAG_TIEN_UUR)}
        )
        assert "Vandaag dicht: Studiedag. Gaat op 30 november open." in html

    def test_the_table_has_a_caption_and_a_header_for_each_day(self, plek: Locatie) -> None:
        html = render_to_string("voorzieningen/_openingstijden.html", {"object": plek})
        assert html.count("<caption>") == 1
        assert html.count('<th scope="row">') == 7
        assert "van 9.00 tot 12.00 uur" in html
        assert "dicht" in html

    def test_today_is_marked_in_words(self, plek: Locatie) -> None:
        html = render_to_string("voorzieningen/_openingstijden.html", {"object": plek})
        assert html.count("(vandaag)") == 1
        assert html.count('class="tijden__vandaag"') == 1

    def test_what_is_different_today_stands_before_the_usual_times(self) -> None:
        plek = een_plek()
        for weekdag in Weekdag:
            een_openingstijd(plek, weekdag=weekdag).save()
        een_afwijking(plek, van_dag=date(2020, 1, 1), tot_dag=date(2099, 12, 31)).save()
        html = render_to_string("voorzieningen/_openingstijden.html", {"object": plek})
        assert html.count("<strong>Vandaag dicht</strong><br>Normaal: ") == 1

    def test_special_days_stand_below_the_table(self, plek: Locatie) -> None:
        een_afwijking(plek, tot_dag=date(2099, 12, 31), reden="Verbouwing").save()
        html = render_to_string("voorzieningen/_openingstijden.html", {"object": plek})
        assert html.index("</table>") < html.index("Let op deze dagen")
        assert "dicht: Verbouwing</li>" in html

    def test_what_staff_typed_is_escaped(self, plek: Locatie) -> None:
        een_openingstijd(plek, weekdag=1, opmerking="<b>inloop</b>").save()
        html = render_to_string("voorzieningen/_openingstijden.html", {"object": plek})
        assert "&lt;b&gt;inloop" in html

    def test_unknown_times_end_with_a_number_to_call(self) -> None:
        plek = een_plek(telefoon="085 000 1234")
        html = render_to_string("voorzieningen/_openingstijden.html", {"object": plek})
        assert "Openingstijden niet bekend. Bel even." in html
        assert 'href="tel:' in html
        assert "<table" not in html

    def test_without_a_number_it_does_not_say_to_call(self) -> None:
        plek = een_plek(telefoon="")
        html = render_to_string("voorzieningen/_openingstijden.html", {"object": plek})
        assert "Openingstijden niet bekend." in html
        assert "Bel even" not in html
