"""From text to words: folding, stems, parts of compounds, sounds and distances."""

import pytest

from sociale_basis.kern.zoeken import woordenboek
from sociale_basis.kern.zoeken.afstand import afstand, gelijkenis
from sociale_basis.kern.zoeken.analyse import Analyse
from sociale_basis.kern.zoeken.klank import klank
from sociale_basis.kern.zoeken.samenstellingen import Splitser
from sociale_basis.kern.zoeken.stammen import stam
from sociale_basis.kern.zoeken.stopwoorden import ELDERS, is_stopwoord, is_vaag
from sociale_basis.kern.zoeken.tekst import plekken, vouw, woorden
from sociale_basis.kern.zoeken.woordenboek import is_er

met_woordenboek = pytest.mark.skipif(not is_er(), reason="the Dutch dictionary is not built")
DELEN = frozenset(
    woorden(
        "jeugd hulp dag besteding koffie ochtend buurt huis schuld schulden formulieren brigade "
        "huiswerk begeleiding inloop spreekuur spreek uur wijk"
    )
)
splitser = Splitser(DELEN, frozenset({"mantelzorg", "huisarts", "paspoort"}))


@pytest.mark.parametrize(
    ("geschreven", "gevouwen"),
    [
        ("Één Café", "een cafe"),
        ("RÉ-INTEGRATIE", "re-integratie"),
        ("Straße", "strasse"),
        ("ﬁets", "fiets"),
        ("İstanbul", "istanbul"),
        ("", ""),
    ],
)
def test_accents_and_capitals_are_gone(geschreven: str, gevouwen: str) -> None:
    assert vouw(geschreven) == gevouwen


def test_hyphens_and_apostrophes_make_one_word() -> None:
    assert woorden("Mijn re-integratie, mn baby's & 's ochtends!") == [
        "mijn", "reintegratie", "mn", "baby", "s", "ochtends",
    ]  # fmt: skip


def test_a_very_long_word_keeps_its_beginning() -> None:
    assert woorden("a" * 5_000) == ["a" * 48]


def test_places_of_words_are_those_in_the_text_as_written() -> None:
    tekst = "Één vraag, re-integratie"
    assert [tekst[begin:einde] for begin, einde in plekken(tekst)] == [
        "Één", "vraag", "re-integratie",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "vormen",
    [
        "rekening rekeningen",
        "schuld schulden",
        "huis huizen",
        "brief brieven",
        "kind kinderen kindje kids",
        "klus klussen klusje klusjes",
        "tuin tuinen tuintje",
        "boodschap boodschappen boodschapje",
        "eenzaam eenzame eenzaamheid",
        "scheiden scheiding gescheiden",
        "overleden overlijden",
        "gamen gamet game games",
        "dementie dement dementerende",
        "vrijwilliger vrijwilligers vrijwillig",
        "verslaafd verslaving verslavingen",
        "pesten gepest",
        "verhuizen verhuizing verhuist",
        "blowen blowende",
        "formulier formulieren",
    ],
)
def test_forms_of_a_word_share_their_stem(vormen: str) -> None:
    assert len({stam(vorm) for vorm in vormen.split()}) == 1


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("ouders", "ouderen"),
        ("rekening", "rekenen"),
        ("maatje", "maat"),
        ("wonen", "woning"),
        ("vallen", "voelen"),
    ],
)
def test_words_that_mean_something_else_stay_apart(een: str, ander: str) -> None:
    assert stam(een) != stam(ander)


@pytest.mark.parametrize(
    ("woord", "delen"),
    [
        ("jeugdhulp", ("jeugd", "hulp")),
        ("dagbesteding", ("dag", "besteding")),
        ("koffieochtend", ("koffie", "ochtend")),
        ("buurthuis", ("buurt", "huis")),
        ("formulierenbrigade", ("formulieren", "brigade")),
        ("inloopspreekuur", ("inloop", "spreekuur")),
        ("huiswerkbegeleiding", ("huiswerk", "begeleiding")),
        ("mantelzorg", ()),
        ("huisarts", ()),
        ("huisartsen", ()),
        ("hulp", ()),
        ("wijken", ()),
        ("18plus", ()),
    ],
)
def test_long_words_fall_apart_in_listed_parts(woord: str, delen: tuple[str, ...]) -> None:
    assert splitser.splits(woord) == delen


@met_woordenboek
@pytest.mark.parametrize(
    ("woord", "deel"),
    [
        ("schuldhulpverlening", "schulden"),
        ("mantelzorgondersteuning", "mantelzorg"),
        ("voedselbank", "voedsel"),
        ("rouwgroep", "rouw"),
    ],
)
def test_the_dictionary_knows_more_parts(woord: str, deel: str) -> None:
    assert stam(deel) in Analyse(splitser).woord(woord).delen


def test_without_a_dictionary_the_listed_parts_still_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(woordenboek, "kent", lambda woord: False)
    monkeypatch.setattr(woordenboek, "delen", lambda woord: ())
    kaal = Splitser(DELEN)
    assert kaal.splits("jeugdhulp") == ("jeugd", "hulp")
    assert kaal.splits("rouwgroep") == ()


def test_parts_around_a_hyphen_count_as_parts() -> None:
    (woord,) = Analyse(splitser).woorden("jeugd-huiswerkbegeleiding")
    assert {"jeugd", stam("huiswerk"), stam("begeleiding")} <= set(woord.delen)


def test_words_that_carry_meaning_here_are_no_stop_words() -> None:
    assert not {"geen", "zonder", "alleen"} & {
        w for w in ("geen", "zonder", "alleen") if is_stopwoord(w)
    }
    assert is_stopwoord("de")
    assert is_stopwoord("x")


def test_general_words_are_vague_and_numbers_too() -> None:
    assert is_vaag(stam("hulp"))
    assert is_vaag("2024")
    assert not is_vaag(stam("schulden"))
    assert stam("paspoort") in ELDERS


@pytest.mark.parametrize(
    ("fout", "goed"),
    [
        ("sgulden", "schulden"),
        ("fersekering", "verzekering"),
        ("eenzaamheit", "eenzaamheid"),
        ("demensie", "dementie"),
        ("ijgen", "eigen"),
        ("lesen", "lezen"),
        ("tiener", "tienner"),
        ("kado", "cado"),
    ],
)
def test_words_that_sound_alike_have_one_sound(fout: str, goed: str) -> None:
    assert klank(fout) == klank(goed)


@pytest.mark.parametrize(
    ("a", "b", "verwacht"),
    [
        ("huis", "huis", 0),
        ("huis", "huid", 1),
        ("roltaor", "rolator", 1),
        ("formulier", "fromulier", 1),
        ("taal", "tal", 1),
        ("abc", "xyz", 3),
        ("kort", "heel lang woord", 3),
    ],
)
def test_distance_counts_letters_and_swaps(a: str, b: str, verwacht: int) -> None:
    assert afstand(a, b, 2) == verwacht
    assert afstand(b, a, 2) == verwacht


def test_likeness_runs_from_nothing_to_all() -> None:
    assert gelijkenis("taal", "taal") == 1
    assert gelijkenis("taal", "dorp") == 0
    assert 0.2 < gelijkenis("formulier", "formuliertje") < 1


@pytest.mark.eis("H10")
@pytest.mark.parametrize(
    ("woord", "niet", "wel"),
    [
        ("vuurwerk", "werk", "vuur"),
        ("buurthuis", "huis", "buurt"),
        ("voedselbank", "bank", "voedsel"),
        ("taalpunt", "punt", "taal"),
    ],
)
def test_the_last_part_of_some_words_is_no_subject(woord: str, niet: str, wel: str) -> None:
    delen = Analyse(Splitser(frozenset({wel, niet}))).woord(woord).delen
    assert niet not in delen
    assert stam(wel) in delen


def test_a_subject_in_front_stays_one() -> None:
    delen = Analyse(Splitser(frozenset({"werk", "plek", "huis", "dier"}))).woord
    assert "werk" in delen("werkplek").delen
    assert "huis" in delen("huisdier").delen
