"""A layer is found by its name, by everyday words, and by what stands below it (H1, H3)."""

import pytest
from django.test import Client

from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import de_gemeente, een_laag, een_voorziening, een_wijk
from voorzieningen.boom.zoekvraag import laag_erboven
from voorzieningen.models import Boomlaag

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H1")]


@pytest.fixture
def lagen() -> list[Boomlaag]:
    return [
        een_laag("Eigen kring", opvang="buurt"),
        een_laag("Lokaal team", woorden="wijkteam, sociaal team"),
        een_laag("Gemeentelijke toegang", wat="De consulent praat met u."),
        een_laag("Gespecialiseerde hulp"),
    ]


def gevonden(vraag: str) -> list[tuple[str, int]]:
    return [(hit.soort, hit.object_id) for hit in zoek(vraag).hits]


@pytest.mark.parametrize(
    ("vraag", "naam"),
    [
        ("lokaal team", "Lokaal team"),
        ("het wijkteam", "Lokaal team"),
        ("gemeentelijke toegang", "Gemeentelijke toegang"),
        ("toegang van de gemeente", "Gemeentelijke toegang"),
        ("consulent", "Gemeentelijke toegang"),
        ("gespecialiseerde hulp", "Gespecialiseerde hulp"),
        ("wie helpt er boven het wijkteam", "Gemeentelijke toegang"),
        ("Wie helpt er boven het lokaal team?", "Gemeentelijke toegang"),
        ("hoger dan de gemeentelijke toegang", "Gespecialiseerde hulp"),
    ],
)
def test_a_layer_is_the_first_answer(lagen, vraag, naam) -> None:
    assert gevonden(vraag)[0] == ("boomlaag", Boomlaag.objects.get(naam=naam).pk)


@pytest.mark.parametrize(
    "vraag",
    ["boven de bakker", "lawaai van boven", "boven", "hulp voor ouders boven de 80",
     "wie staat er boven gespecialiseerde hulp", "boven het", "het wijkteam boven"],
)  # fmt: skip
def test_other_questions_are_left_as_they_are(lagen, vraag) -> None:
    assert laag_erboven(vraag) is None


def test_only_a_question_with_such_a_word_asks_the_database(
    lagen, django_assert_num_queries
) -> None:
    with django_assert_num_queries(0):
        assert laag_erboven("koffie drinken in Volkel") is None
    with django_assert_num_queries(1):
        assert laag_erboven("wie helpt boven het wijkteam") is not None


def test_a_new_word_or_place_counts_at_once(lagen) -> None:
    team = Boomlaag.objects.get(naam="Lokaal team")
    team.woorden = "dorpsteam"
    team.save()
    assert gevonden("dorpsteam")[0] == ("boomlaag", team.pk)
    assert laag_erboven("boven het wijkteam") is None
    assert laag_erboven("boven het dorpsteam").vraag == "Gemeentelijke toegang"


def test_an_archived_layer_is_not_found_and_not_passed(lagen) -> None:
    toegang = Boomlaag.objects.get(naam="Gemeentelijke toegang")
    toegang.archiveer("Heet nu anders.")
    assert ("boomlaag", toegang.pk) not in gevonden("gemeentelijke toegang")
    assert laag_erboven("boven het wijkteam").vraag == "Gespecialiseerde hulp"


def test_the_page_of_results_shows_a_layer_with_its_address(lagen, client: Client) -> None:
    de_gemeente()
    een_wijk("Volkel")
    een_voorziening("Spreekuur van het wijkteam")
    html = client.get("/zoeken/?q=wie+helpt+er+boven+het+wijkteam").content.decode()
    assert "/boom/laag/gemeentelijke-toegang/" in html
    assert "Laag in de boom" in html
    samen = client.get("/zoeken/?q=wijkteam").content.decode()
    assert "/boom/laag/lokaal-team/" in samen
    assert "Spreekuur" in samen
