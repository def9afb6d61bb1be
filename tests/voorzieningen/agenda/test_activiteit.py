"""Activities: who may see them, for whom they are, and what cannot be filled in."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from tests.fabriek import (
    een_activiteit,
    een_buurt,
    een_geheime_plek,
    een_organisatie,
    een_plek,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import Activiteit, ActiviteitDag
from wijken.models import Gebied

pytestmark = pytest.mark.django_db

MORGEN = timezone.localdate() + timedelta(days=1)


def zichtbaar() -> list[str]:
    return sorted(Activiteit.objects.zichtbaar().values_list("titel", flat=True))


# --- who may see it ------------------------------------------------------------------------


@pytest.mark.eis("H1")
def test_published_at_a_public_place_it_is_in_sight():
    een_activiteit(locatie=een_plek(), voorziening=een_voorziening())
    een_activiteit("Zonder plek", locatie=None, verantwoordelijke=een_organisatie("Nog een"))
    assert zichtbaar() == ["Soep", "Zonder plek"]


@pytest.mark.parametrize(
    "velden",
    [
        lambda: {"publicatie": "concept"},
        lambda: {"locatie": een_geheime_plek()},
        lambda: {"locatie": een_plek(publicatie="concept")},
        lambda: {"voorziening": een_voorziening(publicatie="concept")},
        lambda: {"voorziening": een_voorziening(zichtbaar_vanaf=MORGEN)},
    ],
    ids=["concept", "confidential place", "draft place", "draft provision", "future provision"],
)
def test_hidden_itself_or_by_what_it_belongs_to(velden):
    een_activiteit(**velden())
    assert zichtbaar() == []


@pytest.mark.parametrize("wat", ["locatie", "voorziening", "verantwoordelijke"])
def test_what_it_belongs_to_went_to_the_archive(wat):
    maak = {
        "locatie": een_plek, "voorziening": een_voorziening, "verantwoordelijke": een_organisatie
    }  # fmt: skip
    ding = maak[wat]()
    een_activiteit(**{wat: ding})
    assert zichtbaar() == ["Soep"]
    ding.archiveer("Gestopt.")
    assert zichtbaar() == []


def test_an_organisation_that_is_no_page_yet_hides_only_its_own_name(client: Client):
    een_activiteit(verantwoordelijke=een_organisatie("Kwibus", publicatie="concept"))
    assert zichtbaar() == ["Soep"]
    assert "Kwibus" not in client.get("/activiteit/soep/").content.decode()


@pytest.mark.eis("L1")
def test_what_nobody_checked_for_two_terms_can_be_hidden(settings):
    een_activiteit(laatst_gecontroleerd=date(2020, 1, 1))
    assert zichtbaar() == ["Soep"]
    settings.VERBERG_LANG_NIET_GECONTROLEERD = True
    assert zichtbaar() == []


# --- for whom it is ------------------------------------------------------------------------


@pytest.fixture
def kaart() -> dict[str, Gebied]:
    """Two wijken in one stadsdeel, a third outside it, with a place in the first."""
    oost = een_wijk("Oost", soort=Gebied.Soort.STADSDEEL)
    gebieden = {
        "gemeente": oost.ouder, "Oost": oost, "Volkel": een_wijk("Volkel", ouder=oost),
        "Reek": een_wijk("Reek", ouder=oost), "Zeeland": een_wijk("Zeeland"),
    }  # fmt: skip
    gebieden["Kom"] = een_buurt("Kom Volkel", ouder=gebieden["Volkel"])
    plek = een_plek(gebied=gebieden["Kom"])
    een_activiteit("Ter plekke", hele_gemeente=False, locatie=plek)
    een_activiteit("Voor Reek", gebieden=[gebieden["Reek"]], locatie=plek)
    een_activiteit("Voor Oost", gebieden=[oost])
    een_activiteit("Voor iedereen", locatie=plek)
    een_activiteit("Overal en nergens")
    return gebieden


@pytest.mark.eis("V14")
@pytest.mark.parametrize(
    ("gebied", "eigen"),
    [
        ("Volkel", ["Ter plekke", "Voor Oost", "Voor iedereen"]),
        ("Kom", ["Ter plekke", "Voor Oost", "Voor iedereen"]),
        ("Reek", ["Voor Oost", "Voor Reek"]),
        ("Oost", ["Ter plekke", "Voor Oost", "Voor Reek", "Voor iedereen"]),
        ("Zeeland", []),
    ],
)
def test_an_area_has_what_is_for_it_around_it_inside_it_or_held_there(kaart, gebied, eigen):
    rijen = Activiteit.objects.eigen_in_gebied(kaart[gebied]).order_by("titel")
    assert sorted(rijen.values_list("titel", flat=True)) == sorted(eigen)


@pytest.mark.eis("V14")
def test_somebody_in_a_wijk_may_also_come_to_what_is_for_everybody(kaart):
    titels = Activiteit.objects.voor_gebied(kaart["Zeeland"]).values_list("titel", flat=True)
    assert sorted(titels) == ["Overal en nergens", "Voor iedereen"]


def test_a_main_theme_covers_its_subthemes():
    geld = een_thema("Geld")
    een_activiteit(themas=[een_thema("Schulden", ouder=geld)])
    assert Activiteit.objects.met_thema(geld).count() == 1


# --- when it is next -----------------------------------------------------------------------


def test_the_next_time_is_the_first_that_goes_on():
    activiteit = een_activiteit()
    ActiviteitDag.objects.create(activiteit=activiteit, dag=MORGEN, afgelast=True)
    [rij] = Activiteit.objects.eerstvolgende_eerst()
    assert timezone.localdate(rij.volgende) == MORGEN + timedelta(weeks=1)
    assert rij.volgende_tekst.endswith("om 12.00 uur")


def test_what_is_over_has_no_next_time():
    een_activiteit(begin_dag=date(2020, 1, 7), herhaling="een_keer")
    assert not Activiteit.objects.die_nog_komen().exists()
    assert not Activiteit.objects.in_zicht().exists()
    assert not Activiteit.objects.eerstvolgende_eerst().exists()


def test_only_a_series_that_began_lately_is_new():
    vandaag = timezone.localdate()
    assert een_activiteit(begin_dag=vandaag).is_nieuw()
    assert not een_activiteit("Oud", begin_dag=vandaag - timedelta(weeks=5)).is_nieuw()
    assert not een_activiteit("Feest", begin_dag=vandaag, herhaling="een_keer").is_nieuw()


# --- what cannot be ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"tot": time(12)}, "tot"),
        ({"laatste_dag": MORGEN - timedelta(days=1)}, "laatste_dag"),
        ({"begin_dag": date(206, 1, 7)}, "begin_dag"),
        ({"begin_dag": date(2096, 1, 7)}, "begin_dag"),
        ({"begin_dag": date(2026, 12, 29), "herhaling": "maand"}, "herhaling"),
        ({"begin_dag": date(2026, 12, 31), "herhaling": "maand_datum"}, "herhaling"),
        ({"begin_dag": date(2028, 2, 29), "herhaling": "jaar"}, "herhaling"),
        ({"weekdagen": "17"}, "weekdagen"),
        ({"weekdagen": "31"}, "weekdagen"),
    ],
)
def test_days_and_times_that_make_no_sense_are_refused(velden, veld):
    activiteit = een_activiteit()
    for naam, waarde in velden.items():
        setattr(activiteit, naam, waarde)
    with pytest.raises(ValidationError) as fout:
        activiteit.full_clean()
    assert veld in fout.value.message_dict


def test_a_published_one_is_for_somebody():
    activiteit = een_activiteit(hele_gemeente=False, locatie=None)
    with pytest.raises(ValidationError):
        activiteit.controleer_verbanden()
    activiteit.locatie = een_plek()
    activiteit.controleer_verbanden()


@pytest.mark.parametrize(
    ("velden", "goed"),
    [
        ({"afgelast": True}, True),
        ({"nieuwe_dag": MORGEN}, True),
        ({"waar": "in het bos"}, True),
        ({}, False),
        ({"reden": "zomaar"}, False),
        ({"afgelast": True, "van": time(9)}, False),
        ({"van": time(9), "tot": time(9)}, False),
    ],
)
def test_a_day_is_called_off_or_gets_something_else(velden, goed):
    dag = ActiviteitDag(activiteit=een_activiteit(), dag=MORGEN, **velden)
    if goed:
        dag.full_clean()
    else:
        with pytest.raises(ValidationError):
            dag.full_clean()


def test_only_a_day_on_which_it_is_can_be_called_off():
    activiteit = een_activiteit()
    with pytest.raises(ValidationError, match="Op deze dag is deze activiteit niet"):
        ActiviteitDag(
            activiteit=activiteit, dag=MORGEN + timedelta(days=1), afgelast=True
        ).full_clean()


# --- its address ---------------------------------------------------------------------------


def test_a_former_address_redirects(client: Client):
    activiteit = een_activiteit()
    activiteit.slug = "soep-met-brood"
    activiteit.save()
    antwoord = client.get("/activiteit/soep/")
    assert (antwoord.status_code, antwoord["Location"]) == (301, "/activiteit/soep-met-brood/")


@pytest.mark.eis("V12")
def test_what_stopped_says_why_and_what_came_instead(client: Client):
    stamppot = een_activiteit("Stamppot")
    een_activiteit().archiveer("De kok ging met pensioen.", stamppot)
    antwoord = client.get("/activiteit/soep/")
    assert antwoord.status_code == 410
    assert "De kok ging met pensioen." in antwoord.content.decode()
    assert "/activiteit/stamppot/" in antwoord.content.decode()


def test_what_was_at_a_confidential_place_leaves_no_trace(client: Client):
    een_activiteit(locatie=een_geheime_plek()).archiveer("Gestopt.")
    assert client.get("/activiteit/soep/").status_code == 404
