"""Words of danger in everyday phrasings, and few false alarms."""

import pytest

from sociale_basis.kern.models import Crisiswoord
from sociale_basis.kern.zoeken.crisis import Crisiszin, Crisiszinnen, gevaren
from sociale_basis.kern.zoeken.kennis import kennis
from sociale_basis.kern.zoeken.standaard import _crisis
from sociale_basis.kern.zoeken.tekst import woorden

from .proef import lees_regels

GEVAAR = [regel.split(": ", 1) for regel in lees_regels("gevaar.txt")]
VEILIG = lees_regels("geen_gevaar.txt")


@pytest.mark.django_db
@pytest.mark.parametrize(("soort", "zin"), GEVAAR)
def test_danger_is_heard(soort: str, zin: str) -> None:
    assert soort in gevaren(kennis().crisis, zin)


@pytest.mark.django_db
@pytest.mark.parametrize("zin", VEILIG)
def test_no_false_alarm(zin: str) -> None:
    assert gevaren(kennis().crisis, zin) == []


def test_words_must_stand_near_each_other_in_any_order() -> None:
    zin = Crisiszin.lees("nood", "staat in brand", "")
    assert zin.staat_in(woorden("mijn huis staat nu in brand"))
    assert zin.staat_in(woorden("in brand staat mijn huis"))
    assert not zin.staat_in(woorden("staat a b c d e f g h i in brand"))


def test_each_word_needs_a_place_of_its_own() -> None:
    zin = Crisiszin.lees("nood", "mij|me mij|me", "")
    assert not zin.staat_in(["mij"])
    assert zin.staat_in(["mij", "me"])


def test_a_choice_of_words_and_a_word_that_makes_it_harmless() -> None:
    zin = Crisiszin.lees("geweld", "slaat|schopt mij", "tennis")
    assert zin.staat_in(woorden("hij schopt mij"))
    assert not zin.staat_in(woorden("hij slaat mij met tennis"))


def test_an_exception_of_several_words_must_stand_in_a_row() -> None:
    zin = Crisiszin.lees("geweld", "slaat|slaan mij|kind|kinderen", "slaat_op_de, trommel")
    assert not zin.staat_in(woorden("mijn kind slaat op de tafel"))
    assert zin.staat_in(woorden("op de bank slaat hij mijn kind"))
    assert not zin.staat_in(woorden("mijn kind slaat een trommel"))


def test_what_is_over_is_an_exception_and_what_is_now_is_not() -> None:
    zin = Crisiszin.lees("nood", "beroerte heeft|had", "gehad")
    assert zin.staat_in(woorden("mijn vrouw heeft een beroerte"))
    assert not zin.staat_in(woorden("zij heeft een beroerte gehad"))


def test_a_word_that_nobody_knows_is_heard_when_it_sounds_or_looks_alike() -> None:
    zinnen = Crisiszinnen([Crisiszin.lees("geweld", "mishandeling")])
    assert gevaren(zinnen, "mishandelling") == ["geweld"]
    assert gevaren(zinnen, "behandeling") == []


def test_the_delivered_sentences_fit_their_columns_and_have_names_of_their_own() -> None:
    regels = list(_crisis())
    assert all(len(regel.zin) <= 400 and len(regel.behalve) <= 400 for regel in regels)
    assert len({regel.standaard for regel in regels}) == len(regels)
    assert not any(teken in regel.zin + regel.behalve for regel in regels for teken in "<>=")


def test_an_empty_sentence_is_never_there() -> None:
    assert not Crisiszin.lees("nood", "", "").staat_in(["brand"])


@pytest.mark.django_db
def test_a_sentence_of_staff_works_at_once_and_can_be_switched_off() -> None:
    regel = Crisiswoord.objects.create(zin="zwarte vlag", soort="nood")
    assert gevaren(kennis().crisis, "er hangt een zwarte vlag") == ["nood"]
    regel.actief = False
    regel.save()
    assert gevaren(kennis().crisis, "er hangt een zwarte vlag") == []


def test_a_full_stop_means_that_nothing_else_is_said() -> None:
    zin = Crisiszin.lees("zelfdoding", "hoef niet meer .")
    assert zin.staat_in(woorden("ik hoef niet meer"))
    assert not zin.staat_in(woorden("ik hoef niet meer naar zwemles"))


def test_a_star_is_any_ending() -> None:
    zinnen = Crisiszinnen([Crisiszin.lees("zelfdoding", "zelfmoord*")])
    assert gevaren(zinnen, "zelfmoordneigingen") == ["zelfdoding"]


def test_spoken_and_texted_forms_are_heard_in_full() -> None:
    zinnen = Crisiszinnen([Crisiszin.lees("zelfdoding", "ik hoef niet meer .")])
    assert gevaren(zinnen, "khoef nie mer") == ["zelfdoding"]


def test_words_that_say_little_alone_say_danger_together() -> None:
    leeg = Crisiszinnen([])
    assert gevaren(leeg, "mijn broer doet vieze dingen met mij") == ["geweld"]
    assert gevaren(leeg, "mijn broer") == gevaren(leeg, "vieze dingen") == []


def test_a_course_or_a_film_takes_the_danger_away() -> None:
    leeg = Crisiszinnen([])
    assert gevaren(leeg, "boek over een broer die vieze dingen doet met mij") == []
