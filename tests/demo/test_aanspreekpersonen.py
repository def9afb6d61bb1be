"""The faces of the demo: enough of them, in every state, and one who can log in (H6)."""

import tomllib
from pathlib import Path

import pytest
from django.test import Client

from sociale_basis.demo.laden import ALLE
from vrijwilligers.models import Aanspreekpersoon
from wijken.models import Gebied

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.eis("H6")]


def alle():
    return Aanspreekpersoon.objects.all()


def test_nine_of_eleven_wijken_have_a_face_and_two_wait_for_one():
    bezet = Gebied.objects.zichtbaar().wijken().filter(aanspreekpersonen__in=alle().zichtbaar())
    assert alle().count() == 14
    assert bezet.distinct().count() == 9
    assert Gebied.objects.zichtbaar().wijken().count() == 11


@pytest.mark.eis("V9")
def test_one_is_full_and_one_has_paused_for_long():
    assert alle().filter(stand="vol").count() == 1
    assert alle().lang_op_pauze().count() == alle().filter(stand="pauze").count() == 1
    assert alle().toestemming_oud().count() == 1


def test_there_are_several_languages_and_two_are_there_for_a_subject():
    assert len(set(alle().exclude(talen=None).values_list("talen__code", flat=True))) >= 6
    voor_themas = alle().exclude(themas=None).distinct()
    assert voor_themas.count() == 2
    assert {p.gebieden.get().soort for p in voor_themas} == {"gemeente"}


def test_nobody_shows_a_number_without_consent_and_addresses_are_nobodys():
    for persoon in alle():
        assert persoon.email.endswith("@voorbeeld.nl")
        assert not persoon.telefoon or persoon.telefoon.startswith("+31850")
        assert persoon.toestemming_op
        assert not persoon.toestemming_nummer or persoon.telefoon
        assert persoon.loop_binnen_bij.is_ontmoetingsplek


def test_the_login_of_the_demo_opens_its_own_page():
    client = Client()
    client.force_login(alle().get(naam="Fatima").gebruiker)
    assert "Dag Fatima" in client.get("/werk/mijn-aanspreekprofiel/").text
    assert client.get("/beheer/").status_code == 302


@pytest.mark.parametrize("demoset", ALLE, ids=lambda demoset: demoset.naam)
def test_no_address_says_who_it_is_and_no_two_are_the_same(demoset):
    pad = Path(demoset.bron.map) / "aanspreekpersonen.toml"
    rijen = tomllib.loads(pad.read_text(encoding="utf-8"))["aanspreekpersoon"]
    slugs = [rij["slug"] for rij in rijen]
    assert len(set(slugs)) == len(slugs)
    assert all(len(slug) == 6 and not set(slug) & set("aeiou") for slug in slugs)
    assert len({rij["over"] for rij in rijen}) == len(rijen)


def test_heerlen_has_one_for_each_stadsdeel_and_for_most_of_its_wijken():
    heerlen = next(demoset for demoset in ALLE if demoset.naam == "heerlen")
    rijen = list(heerlen.bron.rijen("aanspreekpersonen.toml", "aanspreekpersoon"))
    gebieden = [gebied for rij in rijen for gebied in rij.velden["gebieden"]]
    assert {"Hoensbroek", "Heerlerheide", "Heerlen-Stad", "Heerlerbaan"} <= set(gebieden)
    indeling = heerlen.indeling.read_text(encoding="utf-8").splitlines()[1:]
    wijken = {regel.split(";")[0] for regel in indeling}
    assert len(wijken & set(gebieden)) >= 16 > len(wijken) / 2
