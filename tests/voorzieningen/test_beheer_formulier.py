"""Forms that help: what times mean, hints, lists to choose from that need no JavaScript."""

from datetime import time

import pytest

from sociale_basis.demo.gebruikers import maak_logins
from sociale_basis.kern import kiesveld
from tests.fabriek import een_organisatie, een_plek, een_thema, een_voorziening
from voorzieningen.models import Openingstijd, Organisatie

from .beheer import open_formulier, wijzig

pytestmark = pytest.mark.django_db

NIEUW = "/beheer/voorzieningen/voorziening/add/"


@pytest.fixture
def redacteur(client):
    client.force_login(maak_logins()["redacteur"])
    return client


@pytest.mark.eis("M11")
class TestOpeningTimes:
    def zin(self, client, adres: str, **rijen) -> str:
        antwoord = client.post(adres, rijen)
        assert antwoord.status_code == 200
        return antwoord.content.decode()

    def lijst(self, *rijen) -> dict[str, str]:
        post = {"openingstijden-TOTAL_FORMS": len(rijen), "openingstijden-INITIAL_FORMS": 0}
        for nummer, rij in enumerate(rijen):
            post |= {f"openingstijden-{nummer}-{veld}": waarde for veld, waarde in rij.items()}
        return {naam: str(waarde) for naam, waarde in post.items()}

    def test_rows_as_typed_become_the_sentence_that_visitors_read(self, redacteur):
        rijen = [{"weekdag": 0, "van": "09:00", "tot": "12:00"},
                 {"weekdag": 2, "van": "13:00", "tot": "17:00", "op_afspraak": "on"}]  # fmt: skip
        html = self.zin(redacteur, "/beheer/voorzieningen/locatie/tijden/", **self.lijst(*rijen))
        assert "Maandag van 9.00 tot 12.00 uur, woensdag op afspraak van 13.00 tot" in html
        assert not Openingstijd.objects.exists()

    def test_a_row_that_is_half_filled_in_waits(self, redacteur):
        rijen = [{"weekdag": 0, "van": "09:00", "tot": "12:00"}, {"weekdag": 1, "van": "1"}]
        html = self.zin(
            redacteur, "/beheer/voorzieningen/voorziening/tijden/", **self.lijst(*rijen)
        )
        assert "Maandag van 9.00 tot 12.00 uur.</p>" in html

    def test_of_an_entry_that_exists_its_own_rows_count(self, redacteur):
        plek = een_plek()
        Openingstijd.objects.create(locatie=plek, weekdag=4, van=time(9), tot=time(12))
        post = open_formulier(redacteur, wijzig(plek))
        adres = wijzig(plek).replace("change", "tijden")
        assert "Vrijdag van 9.00" in redacteur.post(adres, post).content.decode()
        weg = post | {"openingstijden-0-DELETE": ["on"]}
        assert "nog geen tijden" in redacteur.post(adres, weg).content.decode()

    def test_without_javascript_the_sentence_stands_there_after_saving(self, redacteur):
        plek = een_plek()
        Openingstijd.objects.create(locatie=plek, weekdag=4, van=time(9), tot=time(12))
        html = redacteur.get(wijzig(plek)).content.decode()
        assert "<strong>Bezoekers lezen:</strong> Vrijdag van 9.00 tot 12.00 uur." in html

    @pytest.mark.parametrize(("wie", "status"), [(None, 302), ("lezer", 403)])
    def test_it_is_for_who_may_write(self, client, wie, status):
        if wie:
            client.force_login(maak_logins()[wie])
        adres = "/beheer/voorzieningen/locatie/tijden/"
        assert client.post(adres, self.lijst()).status_code == status

    def test_a_form_without_rows_is_no_error(self, redacteur):
        adres = "/beheer/voorzieningen/locatie/tijden/"
        assert "nog geen tijden" in redacteur.post(adres, {}).content.decode()


@pytest.mark.eis("H1")
class TestHints:
    def test_hints_stand_below_the_text_that_was_saved(self, redacteur):
        hulp = een_voorziening(kort="Wij faciliteren participatie.")
        html = redacteur.get(wijzig(hulp)).content.decode()
        assert "“faciliteren”: schrijf liever “mogelijk maken”." in html

    def test_hints_never_block(self, redacteur):
        hulp = een_voorziening()
        post = open_formulier(redacteur, wijzig(hulp)) | {"kort": ["Wij faciliteren tevens."]}
        assert redacteur.post(wijzig(hulp), post).status_code == 302

    def test_hints_for_what_is_being_typed_are_for_staff_and_come_as_text(self, redacteur):
        adres = "/beheer/leesbaarheid/?veld=kort"
        html = redacteur.post(adres, {"kort": "<b>tevens</b>"}).content.decode()
        assert "“tevens”: schrijf liever “ook”." in html
        assert "<b>" not in html
        assert redacteur.get(adres).status_code == 405

    def test_nobody_else_asks_for_hints(self, client):
        assert client.post("/beheer/leesbaarheid/?veld=kort", {"kort": "x"}).status_code == 302


class TestListsToChooseFrom:
    def test_without_javascript_every_choice_is_in_the_page_and_named(self, redacteur):
        een_thema("Geld"), een_thema("Wonen")
        html = redacteur.get(NIEUW).content.decode()
        assert 'role="group" aria-label="Thema’s"' in html
        assert html.count('<input type="checkbox" name="themas"') == 2

    def test_what_is_chosen_comes_first(self, redacteur):
        een_thema("Aanvragen")
        wonen = een_thema("Wonen")
        html = redacteur.get(wijzig(een_voorziening(themas=[wonen]))).content.decode()
        assert html.index("<span>Wonen</span>") < html.index("<span>Aanvragen</span>")

    def test_a_very_long_list_holds_what_is_chosen_and_searches_for_the_rest(
        self, redacteur, monkeypatch
    ):
        monkeypatch.setattr(kiesveld, "MEEST", 3)
        for nummer in range(5):
            een_organisatie(f"Organisatie {nummer}")
        hulp = een_voorziening(verantwoordelijke=Organisatie.objects.get(naam="Organisatie 4"))
        html = redacteur.get(wijzig(hulp)).content.decode()
        assert "<span>Organisatie 4</span>" in html
        assert "<span>Organisatie 1</span>" not in html
        zoek = "app_label=voorzieningen&model_name=voorziening&field_name=verantwoordelijke"
        namen = redacteur.get(f"/beheer/autocomplete/?{zoek}&term=tie+1").json()["results"]
        assert [rij["text"] for rij in namen] == ["Organisatie 1"]
        post = open_formulier(redacteur, wijzig(hulp))
        assert redacteur.post(wijzig(hulp), post).status_code == 302

    def test_saving_an_untouched_form_changes_nothing(self, redacteur):
        plek = een_plek()
        Openingstijd.objects.create(locatie=plek, weekdag=4, van=time(9), tot=time(12))
        hulp = een_voorziening(themas=[een_thema("Geld"), een_thema("Wonen")], locaties=[plek])
        for ding in (plek, hulp, hulp.verantwoordelijke):
            voor = open_formulier(redacteur, wijzig(ding))
            assert redacteur.post(wijzig(ding), voor).status_code == 302
            na = open_formulier(redacteur, wijzig(ding))
            per_keer = dict.fromkeys(("_versie", "csrfmiddlewaretoken"))
            assert voor | per_keer == na | per_keer
