"""What stands in the wijk of the question goes before what stands elsewhere (H6)."""

import pytest

from sociale_basis.kern.zoeken.facetten import Filters
from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import de_gemeente, een_geheime_plek, een_plek, een_voorziening, een_wijk
from voorzieningen.models import Voorziening
from wijken.zoeksoorten import STAAT_IN

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H6")]

HULP = Filters({"soort": {"voorziening"}})


def gevonden(vraag: str) -> list[str]:
    titels = dict(Voorziening.objects.values_list("pk", "titel"))
    return [titels[hit.object_id] for hit in zoek(vraag, HULP).hits]


def test_what_stands_in_the_wijk_goes_first_though_it_serves_the_whole_municipality() -> None:
    volkel = een_wijk("Volkel", ouder=de_gemeente())
    een_voorziening("Koffie elders", hele_gemeente=True)
    hier = een_voorziening("Koffie hier", hele_gemeente=True)
    hier.locaties.add(een_plek(gebied=volkel))
    assert gevonden("koffie in volkel") == ["Koffie hier", "Koffie elders"]


def test_a_confidential_place_says_nothing_of_its_wijk() -> None:
    volkel = een_wijk("Volkel", ouder=de_gemeente())
    een_voorziening("Koffie", hele_gemeente=True).locaties.add(een_geheime_plek(gebied=volkel))
    assert STAAT_IN not in zoek("koffie", HULP).facetten


def test_a_place_that_moves_takes_its_provision_along() -> None:
    gemeente = de_gemeente()
    plek = een_plek(gebied=een_wijk("Volkel", ouder=gemeente))
    een_voorziening("Koffie", hele_gemeente=True).locaties.add(plek)
    assert list(zoek("koffie", HULP).facetten[STAAT_IN]) == ["volkel|Volkel"]
    plek.gebied = een_wijk("Odiliapeel", ouder=gemeente)
    plek.save()
    assert list(zoek("koffie", HULP).facetten[STAAT_IN]) == ["odiliapeel|Odiliapeel"]
