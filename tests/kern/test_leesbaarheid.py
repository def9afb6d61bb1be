"""Hints for texts at B1: they point at what is hard, and stay silent about what is clear."""

import pytest

from sociale_basis.kern.leesbaarheid import flesch_douma, lees, lettergrepen, zinnen

MAKKELIJK = "Kom langs voor koffie. U kunt zo binnenlopen. Wij zijn er elke dag. Het kost niets."
MOEILIJK = (
    "De intersectorale samenwerkingsverbanden faciliteren participatie ten behoeve van "
    "laagdrempelige en outreachende ondersteuningsmogelijkheden voor kwetsbare doelgroepen "
    "binnen de gemeentelijke verantwoordelijkheid te Maashorst."
)


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [("koffie", 2), ("huis", 1), ("mooie", 2), ("wijkteam", 2), ("gemeente", 3), ("idee", 2),
     ("leeuw", 1), ("aanmelden", 3), ("tv", 1)],
)  # fmt: skip
def test_syllables_are_counted_as_they_sound(woord, aantal):
    assert lettergrepen(woord) == aantal


def test_lines_of_a_list_are_sentences_too():
    assert zinnen("Neem mee:\n- uw pas\n- een brief") == ["Neem mee:", "uw pas", "een brief"]


def test_an_easy_text_scores_high_and_a_hard_one_low():
    assert flesch_douma(MAKKELIJK) > 75
    assert flesch_douma(MOEILIJK) < 10


def test_a_score_is_said_in_words_and_stays_between_0_and_100():
    makkelijk, moeilijk = lees(MAKKELIJK * 2), lees(MOEILIJK)
    assert makkelijk.oordeel == "makkelijk"
    assert (moeilijk.score, moeilijk.oordeel) == (0, "moeilijk")


@pytest.mark.parametrize("tekst", ["", "   ", "...", "123", "Kom langs."])
def test_a_short_text_has_no_score(tekst):
    assert lees(tekst).score is None


def test_a_long_sentence_is_named_by_its_first_words():
    zin = "Wij helpen u graag " + "en dan nog iets " * 4 + "verder."
    tips = lees(zin).tips
    assert any("Lange zin (21 woorden): “Wij helpen u graag en …”" in tip for tip in tips)


def test_an_official_word_comes_with_what_people_say():
    assert "“participatie”: schrijf liever “meedoen”." in lees("Hulp bij participatie.").tips


def test_a_long_word_gets_a_question():
    assert "Lang woord: “vrijwilligersorganisatie”. Kan het korter?" in (
        lees("Een vrijwilligersorganisatie.").tips
    )


def test_a_misspelled_word_is_pointed_out_but_a_name_is_not():
    tips = lees("Bij Schakelhof kunt u gezellliger zitten.").tips
    assert tips == ["Dit woord kent het woordenboek niet: “gezellliger”. Is het goed geschreven?"]


@pytest.mark.parametrize(
    "tekst", [MAKKELIJK, "Mail naar info@voorbeeld.nl of kijk op www.voorbeeld.nl."]
)
def test_a_clear_text_gets_no_hint(tekst):
    assert lees(tekst).tips == []


def test_there_are_never_more_hints_than_help():
    assert len(lees(" ".join([MOEILIJK] * 50)).tips) < 15
