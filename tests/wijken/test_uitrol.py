"""Which areas have started and which follow, said honestly everywhere (M20)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.fabriek import de_gemeente, een_buurt, een_wijk
from tests.wijken.mensen import een_teamlid
from wijken.models import Gebied
from wijken.uitrol import uitrol

pytestmark = [pytest.mark.django_db, pytest.mark.eis("M20")]
MAART = date(2999, 3, 1)
KOMT = "In Reek is nog geen team. Dat komt later."


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"fase": "gepland"}, KOMT),
        ({"fase": "gepland", "fase_zin": "In het voorjaar."}, "In het voorjaar."),
        ({"fase": "gepland", "fase_vanaf": MAART}, "In Reek begint het team op 1 maart 2999."),
        ({"fase": "gepland", "fase_vanaf": date(2020, 3, 1)}, KOMT),
        ({"fase": "begonnen"}, "In Reek is het team net begonnen."),
        ({"fase": "loopt"}, ""),
        ({"fase": "loopt", "fase_zin": "Vergeten zin."}, ""),
    ],
)  # fmt: skip
def test_an_area_says_how_far_it_is_in_one_sentence(velden, zin):
    assert Gebied(naam="Reek", **velden).fase_tekst == zin


def test_a_first_day_is_for_what_is_still_to_come():
    reek = een_wijk("Reek", fase_vanaf=timezone.localdate())
    with pytest.raises(ValidationError) as fout:
        reek.full_clean()
    assert "nog gepland is" in fout.value.message_dict["fase_vanaf"][0]


def test_the_page_of_a_wijk_that_follows_says_so_and_whom_to_call_until_then(client):
    een_wijk("Reek", fase="gepland", fase_zin="In Reek begint het team in het voorjaar.")
    hoofd = client.get("/wijk/reek/").content.decode().split("<main")[1]
    assert "In Reek begint het team in het voorjaar. Tot die tijd belt u:" in hoofd
    assert 'href="tel:+31850001234"' in hoofd
    assert "Reek heeft nog geen eigen nummer" not in hoofd


def test_a_buurt_says_what_holds_for_its_wijk(client):
    een_buurt("Kom Reek", ouder=een_wijk("Reek", fase="gepland"))
    assert KOMT in client.get("/wijk/kom-reek/").content.decode()


def test_people_who_prepare_the_start_are_shown_as_such(client):
    reek = een_wijk("Reek", fase="gepland")
    een_teamlid("Wim", reek, verbinder=True)
    hoofd = client.get("/wijk/reek/").content.decode()
    assert "Dit zijn de mensen die u straks ziet." in hoofd
    assert "Begin bij Wim" not in hoofd


@pytest.mark.parametrize("adres", ["/", "/wijken/", "/wijk/maashorst/"])
def test_front_page_list_and_municipality_count_only_what_works(client, adres):
    de_gemeente()
    een_wijk("Volkel")
    een_wijk("Zeeland", fase="begonnen")
    een_wijk("Reek", fase="gepland")
    zin = "In 2 van de 3 wijken en dorpen werkt het team al. De rest volgt."
    assert zin in client.get(adres).content.decode()


def test_once_every_team_works_there_is_nothing_to_say(client):
    een_wijk("Volkel")
    een_wijk("Zeeland", fase="begonnen")
    assert uitrol(Gebied.objects.wijken()) == ""
    assert "De rest volgt" not in client.get("/wijken/").content.decode()


def test_the_list_of_wijken_says_it_beside_the_name(client):
    een_wijk("Reek", fase="gepland")
    een_wijk("Volkel", fase="begonnen")
    tekst = client.get("/wijken/").content.decode()
    assert "team komt nog" in tekst
    assert "team net begonnen" in tekst


def test_staff_set_many_areas_at_once_and_old_words_go(admin_client):
    morgen = timezone.localdate() + timedelta(days=1)
    reek = een_wijk("Reek", fase="gepland", fase_zin="In het voorjaar.", fase_vanaf=morgen)
    volkel = een_wijk("Volkel")
    keuze = {"action": "fase_begonnen", "_selected_action": [reek.pk, volkel.pk]}
    antwoord = admin_client.post("/beheer/wijken/gebied/", keuze, follow=True)
    assert "Bij 2 gebieden aangepast." in antwoord.content.decode()
    reek.refresh_from_db()
    assert (reek.fase, reek.fase_zin, reek.fase_vanaf) == ("begonnen", "", None)
    assert reek.history.latest().fase == "begonnen"
