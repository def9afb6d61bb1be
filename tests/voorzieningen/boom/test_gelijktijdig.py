"""Two people who change the boom at the same moment never break it together (H3).

Each of the two is stopped between the check and the save, until the other one is there too. Who
has to wait for the first never gets there: then the first goes on alone.
"""

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError, local

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connections
from django.db.models.signals import pre_save
from django.test import Client

from tests.fabriek import een_laag, een_stap, een_thema, een_voorziening
from tests.voorzieningen.beheer import open_formulier, wijzig
from tests.voorzieningen.uitwisseling.hulp import tabel, voer_in
from voorzieningen.boom.lezen import lees_graaf
from voorzieningen.dubbelen import KanNietSamen, voeg_samen
from voorzieningen.models import Boomlaag, Stap, Voorstel, Voorziening
from voorzieningen.uitwisseling.toepassen import Toepasser

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.eis("H3")]

WACHT = 1.5  # seconds that the first one waits for the other
Poging = Callable[[], bool]
KOPPEN = ["Sleutel", "Soort stap", "Van voorziening", "Naar voorziening", "Wanneer",
          "Wie zet de stap", "Wie belt wie"]  # fmt: skip


@pytest.fixture
def samen_bij_de_streep(monkeypatch) -> Iterator[None]:
    """Nobody saves before both have checked, unless the other is kept waiting."""
    streep, eigen = Barrier(2), local()

    def wacht(*args, **kwargs) -> None:
        if not getattr(eigen, "geweest", False):
            eigen.geweest = True
            with contextlib.suppress(BrokenBarrierError):
                streep.wait(WACHT)

    def eerst_wachten(zelf) -> None:
        wacht()
        voer_uit(zelf)

    voer_uit = Toepasser.voer_uit
    monkeypatch.setattr(Toepasser, "voer_uit", eerst_wachten)
    for model in (Boomlaag, Stap, Voorziening):
        pre_save.connect(wacht, sender=model, dispatch_uid="streep")
    yield
    for model in (Boomlaag, Stap, Voorziening):
        pre_save.disconnect(sender=model, dispatch_uid="streep")


@pytest.fixture
def hulp() -> list[Voorziening]:
    """Three layers, and in the lowest two provisions without a step of their own."""
    thema, chef = een_thema(), User.objects.create_superuser("chef")
    laag, *_hoger = [een_laag(f"Laag {n}") for n in range(3)]
    velden = {"laag": laag, "themas": [thema], "redacteur": chef}
    return [een_voorziening(f"Hulp {n}", **velden) for n in range(2)]


def tegelijk(*pogingen: Poging) -> int:
    """How many of them were kept."""

    def probeer(poging: Poging) -> bool:
        try:
            return poging()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(pogingen)) as draden:
        return sum(draden.map(probeer, pogingen))


def chef() -> Client:
    client = Client()
    client.force_login(User.objects.get(username="chef"))
    return client


def bewaar(ding, **anders) -> Poging:
    """The form in the admin, opened before and sent now."""
    client, adres = chef(), wijzig(ding)
    post = open_formulier(client, adres) | {naam: [w] for naam, w in anders.items()}
    return lambda: client.post(adres, post).status_code == 302


def nieuwe_stap(van, naar) -> Poging:
    client = chef()
    post = {"van_voorziening": van.pk, "naar_voorziening": naar.pk, "soort": "ondersteuning"}
    post |= dict.fromkeys(("wanneer", "wie", "wie_belt"), "x")
    return lambda: client.post("/beheer/voorzieningen/stap/add/", post).status_code == 302


def bestand_met_stap(van, naar) -> Poging:
    rij = ["s1", "ondersteuning", van.slug, naar.slug, "Als het moet.", "de helper", "Hij belt."]
    inhoud = tabel(KOPPEN, rij)
    return lambda: not voer_in(inhoud, "stappen.csv", toch=True).fouten


def teruggezet(stap: Stap) -> Poging:
    """An archived step comes back from the history."""
    oud = stap.history.earliest("history_id")
    stap.archiveer("Even niet.")
    client, adres = chef(), f"/beheer/voorzieningen/stap/{stap.pk}/history/{oud.pk}/"

    def poging() -> bool:
        client.post(adres)
        return not Stap.objects.get(pk=stap.pk).is_gearchiveerd

    return poging


def overgenomen(ding: Voorziening, laag: Boomlaag) -> Poging:
    """A proposal that moves a provision to another layer."""
    wie = User.objects.get(username="chef")
    bron = Voorstel.Bron.WIJKREDACTEUR
    voorstel = Voorstel.objects.dien_in(ding, {"laag": laag}, bron=bron, door=wie)

    def poging() -> bool:
        try:
            voorstel.neem_over(wie)
        except ValidationError:
            return False
        return True

    return poging


def samengevoegd(blijft: Voorziening, weg: Voorziening) -> Poging:
    def poging() -> bool:
        try:
            voeg_samen(blijft, weg, set(), door=User.objects.get(username="chef"))
        except KanNietSamen:
            return False
        return True

    return poging


def is_heel() -> bool:
    wees = Voorziening.objects.niet_gearchiveerd().filter(laag__gearchiveerd_op__isnull=False)
    return lees_graaf().fouten() == {} and not wees.exists()


def test_two_steps_that_are_each_right_make_no_circle(hulp, samen_bij_de_streep) -> None:
    een, ander = hulp
    pogingen = nieuwe_stap(een, ander), nieuwe_stap(ander, een)
    assert tegelijk(*pogingen) == 1
    assert is_heel()


def test_a_step_and_a_file_make_no_circle(hulp, samen_bij_de_streep) -> None:
    een, ander = hulp
    assert tegelijk(nieuwe_stap(een, ander), bestand_met_stap(ander, een)) == 1
    assert is_heel()


def test_a_step_and_one_that_comes_back_make_no_circle(hulp, samen_bij_de_streep) -> None:
    een, ander = hulp
    oud = een_stap(een, ander)
    assert tegelijk(nieuwe_stap(ander, een), teruggezet(oud)) == 1
    assert is_heel()


def test_a_step_up_does_not_go_down_because_its_begin_moves(hulp, samen_bij_de_streep) -> None:
    een, ander = hulp
    hoger = Boomlaag.objects.last()
    assert tegelijk(nieuwe_stap(een, ander), bewaar(een, laag=hoger.pk)) == 1
    assert is_heel()


def test_a_step_and_a_proposal_that_moves_its_begin(hulp, samen_bij_de_streep) -> None:
    een, ander = hulp
    pogingen = nieuwe_stap(een, ander), overgenomen(een, Boomlaag.objects.last())
    assert tegelijk(*pogingen) == 1
    assert is_heel()


def test_two_layers_that_change_places_leave_no_step_the_wrong_way(
    hulp, samen_bij_de_streep
) -> None:
    _laag, midden, top = Boomlaag.objects.all()
    een_stap(midden, top)
    assert tegelijk(bewaar(midden, volgorde=8), bewaar(top, volgorde=7)) == 1
    assert is_heel()


def test_a_layer_does_not_go_while_a_provision_comes(hulp, samen_bij_de_streep) -> None:
    midden = Boomlaag.objects.get(naam="Laag 1")
    pogingen = bewaar(hulp[0], laag=midden.pk), bewaar(midden, archiefreden="Weg.")
    assert tegelijk(*pogingen) == 1
    assert is_heel()


def test_a_layer_does_not_go_while_a_step_comes(hulp, samen_bij_de_streep) -> None:
    _laag, midden, top = Boomlaag.objects.all()
    client = chef()
    post = {"van_laag": midden.pk, "naar_laag": top.pk, "soort": "ondersteuning"}
    post |= dict.fromkeys(("wanneer", "wie", "wie_belt"), "x")

    def stap() -> bool:
        return client.post("/beheer/voorzieningen/stap/add/", post).status_code == 302

    assert tegelijk(stap, bewaar(midden, archiefreden="Weg.")) == 1
    assert is_heel()


def test_merging_and_a_step_between_what_is_merged(hulp, samen_bij_de_streep) -> None:
    een, ander = hulp
    derde = een_voorziening("Hulp 3", laag=een.laag, redacteur=een.redacteur)
    een_stap(een, derde)
    tegelijk(samengevoegd(een, ander), nieuwe_stap(derde, ander))
    assert is_heel()


def test_the_first_to_save_keeps_the_others_waiting_no_longer_than_needed(hulp) -> None:
    """Two changes that do not bite each other are both kept."""
    een, ander = hulp
    hoger = Boomlaag.objects.last()
    top = een_voorziening("Top", laag=hoger, redacteur=een.redacteur)
    assert tegelijk(nieuwe_stap(een, top), nieuwe_stap(ander, top)) == 2
    assert is_heel()


def test_a_check_outside_a_transaction_takes_no_lock(hulp) -> None:
    Boomlaag.objects.vergrendel()
    een, ander = hulp
    een_stap(een, ander).full_clean()
