"""The trunk of the boom has names: the team of the wijk at its layer (H5, M3)."""

import pytest

from tests.fabriek import de_gemeente, een_buurt, een_organisatie, een_voorziening, een_wijk
from tests.wijken.mensen import een_teamlid, is_weg
from voorzieningen.boom.opbouw import boom_van
from voorzieningen.boom.team import contact_bij, team_bij
from voorzieningen.boom.tekening import tekeningen
from voorzieningen.models import Boomlaag, Thema
from wijken.models import Gebied

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H5"), pytest.mark.eis("M3")]


def laag(naam: str, volgorde: int, niveau: str, opvang: str = "", **velden) -> Boomlaag:
    tekst = {"wat": f"Over {naam}.", "wie": "mensen"}
    return Boomlaag.objects.create(
        naam=naam, volgorde=volgorde, niveau=niveau, opvang=opvang, **tekst | velden
    )


@pytest.fixture
def lagen() -> dict[str, Boomlaag]:
    return {
        "buurt": laag("Eigen kring", 1, "buurt", "buurt"),
        "team": laag("Lokaal team", 2, "wijk", "vrij"),
        "toegang": laag("Toegang", 3, "gemeente", verantwoordelijke=een_organisatie("Gemeente")),
    }


def test_the_layer_of_the_team_has_the_team_and_the_others_have_not(lagen):
    volkel = een_wijk("Volkel")
    een_teamlid("Joost", volkel)
    een_teamlid("Mia", de_gemeente())
    gevonden = {naam: team_bij(rij, volkel) for naam, rij in lagen.items()}
    assert gevonden["team"].gebied == volkel
    assert gevonden["buurt"] is None
    assert gevonden["toegang"] is None


def test_the_sign_of_a_team_has_its_names_and_a_berry_with_how_much_there_is(lagen):
    volkel = een_wijk("Volkel")
    een_teamlid("Joost", volkel)
    een_voorziening("Spreekuur", laag=lagen["team"])
    for tekening in tekeningen(boom_van(volkel)):
        bessen = [plaat.bes.tekst if plaat.bes else "" for plaat in tekening.platen]
        assert bessen == ["", "1", ""]
        assert tekening.platen[1].bes.x < tekening.platen[1].vak.rechts


def test_a_team_of_another_level_does_not_stand_in_for_it(lagen):
    een_teamlid("Mia", de_gemeente())
    assert team_bij(lagen["team"], een_wijk("Volkel")) is None


def test_each_level_has_its_own_team():
    basis, wijkteam = laag("Basisteam", 2, "buurt", "vrij"), laag("Wijkteam", 3, "stadsdeel")
    hoensbroek = Gebied.objects.create(
        naam="Hoensbroek", soort="stadsdeel", indeling="eigen", ouder=de_gemeente()
    )
    mariarade = een_wijk("Mariarade", ouder=hoensbroek)
    een_teamlid("Annie", mariarade)
    een_teamlid("Marjo", hoensbroek)
    buurt = een_buurt("Noord", ouder=mariarade)
    assert team_bij(basis, buurt).gebied == mariarade
    assert team_bij(wijkteam, buurt).gebied == hoensbroek


@pytest.mark.eis("M20")
def test_a_team_that_has_to_begin_is_not_at_the_trunk_yet(lagen):
    reek = een_wijk("Reek", fase="gepland")
    een_teamlid("Wim", reek)
    assert team_bij(lagen["team"], reek) is None


def test_the_number_is_that_of_the_team_or_of_who_is_there(lagen):
    volkel = een_wijk("Volkel", contact_naam="Team Volkel", contact_telefoon="+31850002222")
    reek = een_wijk("Reek")
    een_teamlid("Joost", volkel)
    wim = een_teamlid("Wim", reek, telefoon="085 000 3333")
    assert contact_bij(lagen["team"], volkel).telefoon == "+31850002222"
    assert contact_bij(lagen["team"], reek).telefoon == "+31850003333"
    is_weg(wim)
    reek = Gebied.objects.get(pk=reek.pk)
    assert contact_bij(lagen["team"], reek).telefoon == "+31850001234"


def test_boom_route_and_layer_name_the_people_and_lead_to_them(client, lagen):
    volkel = een_wijk("Volkel")
    joost = een_teamlid("Joost de Wit", volkel, verbinder=True)
    een_teamlid("Anouk Verbruggen", volkel)
    Thema.objects.create(naam="Geld", volgorde=1)
    stap = "/boom/route/?thema=geld&wijk=volkel"
    for adres in ("/wijk/volkel/boom/", "/boom/laag/lokaal-team/?wijk=volkel"):
        tekst = " ".join(client.get(adres).content.decode().split())
        assert f'href="/wijk/volkel/#team-{joost.pk}">Joost de Wit</a> (verbinder)' in tekst
        assert "Anouk Verbruggen" in tekst
    assert "Joost, Anouk" in client.get("/wijk/volkel/boom/").content.decode()
    assert client.get(stap).status_code == 200


def test_a_big_team_stays_short_in_the_drawing(client, lagen):
    volkel = een_wijk("Volkel")
    for naam in ("Marieke", "Fatima", "Christiaan"):
        een_teamlid(naam, volkel)
    assert "Christiaan en 2 anderen" in client.get("/wijk/volkel/boom/").content.decode()


def test_who_left_is_not_in_the_boom(client, lagen):
    joost = een_teamlid("Joost de Wit", een_wijk("Volkel"))
    joost.archiveer("Werkt hier niet meer.")
    assert "Joost" not in client.get("/wijk/volkel/boom/").content.decode()
