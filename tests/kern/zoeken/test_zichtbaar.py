"""What the public may not see appears nowhere: no hit, no count, no facet, no suggestion."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from sociale_basis.kern.zoeken.voorstellen import stel_voor
from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import een_thema, een_voorziening
from voorzieningen.models import Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorzieningen")]
VANDAAG = date(2026, 11, 22)
MORGEN, GISTEREN = VANDAAG + timedelta(days=1), VANDAAG - timedelta(days=1)


@pytest.fixture(autouse=True)
def op_vaste_dag(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """Today is VANDAAG; a test moves on by changing the list."""
    dag = [VANDAAG]
    monkeypatch.setattr(timezone, "localdate", lambda *args: dag[0])
    return dag


def overal(vraag: str) -> list[Any]:
    """All that a search shows."""
    resultaat = zoek(vraag)
    return [
        *resultaat.hits,
        *resultaat.facetten,
        *stel_voor(vraag[:5]),
        *resultaat.dichtstbij,
        *([resultaat.bedoelde] if resultaat.bedoelde else []),
    ]


@pytest.mark.parametrize(
    "velden",
    [
        {"publicatie": "concept"},
        {"zichtbaar_vanaf": MORGEN},
        {"zichtbaar_tot": GISTEREN},
    ],
)
def test_what_is_not_visible_is_nowhere(velden: dict[str, Any]) -> None:
    een_voorziening("Zonnewijzerclub", themas=[een_thema("Sterrenkunde")], **velden)
    assert overal("zonnewijzerclub") == []
    assert zoek("").totaal == 0
    assert zoek("").facetten == {}


def test_archived_is_nowhere() -> None:
    een_voorziening("Zonnewijzerclub").archiveer("gestopt")
    assert overal("zonnewijzerclub") == []


def test_hidden_for_age_is_nowhere(settings: Any) -> None:
    een_voorziening("Zonnewijzerclub", laatst_gecontroleerd=VANDAAG - timedelta(days=900))
    assert zoek("zonnewijzerclub").totaal == 1
    settings.VERBERG_LANG_NIET_GECONTROLEERD = True
    assert overal("zonnewijzerclub") == []


def test_it_appears_and_disappears_by_the_day_without_anybody_saving(
    op_vaste_dag: list[date],
) -> None:
    een_voorziening("Zonnewijzerclub", zichtbaar_vanaf=MORGEN, zichtbaar_tot=MORGEN)
    gevonden = []
    for dag in (VANDAAG, MORGEN, MORGEN + timedelta(days=1)):
        op_vaste_dag[0] = dag
        gevonden.append(zoek("zonnewijzerclub").totaal)
    assert gevonden == [0, 1, 0]


def test_a_typing_error_is_not_corrected_to_a_hidden_word() -> None:
    een_voorziening("Zonnewijzerclub", publicatie="concept")
    een_voorziening("Koffieochtend")
    assert zoek("zonnewijserklub").bedoelde == ""


def test_counts_and_facets_hold_visible_things_only() -> None:
    een_voorziening("Koffieochtend", kosten="gratis")
    een_voorziening("Koffiemiddag", kosten="betaald", publicatie="concept")
    resultaat = zoek("koffie")
    assert resultaat.totaal == 1
    assert resultaat.facetten["kosten"] == {"gratis": 1}


def test_suggestions_hold_visible_titles_only() -> None:
    een_voorziening("Zonnewijzerclub")
    een_voorziening("Zonnewijzerdag", publicatie="concept")
    assert stel_voor("zonnew") == ["Zonnewijzerclub"]


def test_a_bulk_update_shows_after_werk_bij_and_the_page_loads_through_zichtbaar() -> None:
    from sociale_basis.kern.zoeken.index import werk_bij

    voorziening = een_voorziening("Zonnewijzerclub")
    assert zoek("zonnewijzerclub").totaal == 1
    Voorziening.objects.update(publicatie="concept")
    werk_bij("proefvoorziening", [voorziening.pk])
    assert overal("zonnewijzerclub") == []
