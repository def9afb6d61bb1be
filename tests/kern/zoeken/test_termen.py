"""Terms, postings, forms, facets and points, written in bulk: exactly what was asked."""

import random

import pytest

from sociale_basis.kern.models import Document, Documentpunt, Facet, Posting, Term, Vorm
from sociale_basis.kern.zoeken import termen as module
from sociale_basis.kern.zoeken.klank import klank
from sociale_basis.kern.zoeken.termen import bewaar_woorden, herstel_tellingen, vergeet_woorden
from sociale_basis.kern.zoeken.velden import bewaar_punten, facetnummers

pytestmark = pytest.mark.django_db
STAMMEN = ["geld", "tuin", "taal", "zorg", "jeugd", "werk", "sport"]


@pytest.fixture
def documenten() -> list[int]:
    return [Document.objects.create(soort="p", object_id=i, versie=1).pk for i in range(4)]


def bewaar(document: int, **gewichten: int) -> bool:
    """Whether the document had other words."""
    vormen = {f"{stam}en": stam for stam in gewichten}
    return bewaar_woorden([(document, gewichten, vormen)]) == {document}


def opgeslagen() -> dict[int, dict[str, int]]:
    gevonden: dict[int, dict[str, int]] = {}
    for document, woord, gewicht in Posting.objects.values_list(
        "document_id", "term__woord", "gewicht"
    ):
        gevonden.setdefault(document, {})[woord] = gewicht
    return gevonden


def df() -> dict[str, int]:
    return dict(Term.objects.filter(df__gt=0).values_list("woord", "df"))


def assert_telt() -> None:
    """How often a term stands somewhere is what the postings say."""
    echt: dict[str, int] = {}
    for woorden in opgeslagen().values():
        for woord in woorden:
            echt[woord] = echt.get(woord, 0) + 1
    assert df() == echt


class TestWoorden:
    def test_new_words_changed_weights_and_words_that_go(self, documenten: list[int]) -> None:
        een, ander = documenten[:2]
        assert bewaar(een, geld=50, tuin=10)
        assert bewaar(ander, geld=20)
        assert bewaar(een, geld=60, taal=5)
        assert opgeslagen() == {een: {"geld": 60, "taal": 5}, ander: {"geld": 20}}
        assert df() == {"geld": 2, "taal": 1}

    def test_the_same_words_change_nothing(self, documenten: list[int]) -> None:
        assert bewaar(documenten[0], geld=50)
        assert not bewaar(documenten[0], geld=50)

    def test_a_document_may_lose_all_its_words(self, documenten: list[int]) -> None:
        bewaar(documenten[0], geld=50)
        assert bewaar(documenten[0])
        assert (opgeslagen(), df()) == ({}, {})

    @pytest.mark.parametrize("portie", [1, 3, 2_000])
    def test_after_many_rounds_of_any_size_it_is_all_exact(
        self, documenten: list[int], monkeypatch: pytest.MonkeyPatch, portie: int
    ) -> None:
        monkeypatch.setattr(module, "PORTIE", portie)
        kans = random.Random(portie)
        hoort: dict[int, dict[str, int]] = {}
        for _ in range(25):
            ronde = []
            for document in kans.sample(documenten, 2):
                stammen = kans.sample(STAMMEN, kans.randint(0, 5))
                hoort[document] = {stam: kans.randint(1, 100) for stam in stammen}
                ronde.append((document, hoort[document], {stam: stam for stam in stammen}))
            bewaar_woorden(ronde)
            assert_telt()
        assert opgeslagen() == {document: woorden for document, woorden in hoort.items() if woorden}

    def test_a_deleted_document_is_taken_out_of_the_counts(self, documenten: list[int]) -> None:
        bewaar(documenten[0], geld=50, tuin=10)
        bewaar(documenten[1], geld=20)
        vergeet_woorden([documenten[0]])
        Document.objects.filter(pk=documenten[0]).delete()
        assert df() == {"geld": 1}
        assert_telt()

    def test_counts_that_are_wrong_are_repaired_and_empty_terms_go(
        self, documenten: list[int]
    ) -> None:
        bewaar(documenten[0], geld=50)
        Term.objects.create(woord="niemand", df=3)
        Term.objects.filter(woord="geld").update(df=9)
        herstel_tellingen()
        assert dict(Term.objects.values_list("woord", "df")) == {"geld": 1}


class TestVormen:
    def test_forms_lead_to_their_term_with_their_sound(self, documenten: list[int]) -> None:
        bewaar_woorden([(documenten[0], {"schuld": 9}, {"schulden": "schuld", "schuld": "schuld"})])
        assert set(Vorm.objects.values_list("vorm", "klank", "term__woord")) == {
            (vorm, klank(vorm), "schuld") for vorm in ("schuld", "schulden")
        }

    def test_a_form_that_gets_another_stem_goes_along(self, documenten: list[int]) -> None:
        bewaar_woorden([(documenten[0], {"oud": 9}, {"vorm": "oud"})])
        bewaar_woorden([(documenten[0], {"nieuw": 9}, {"vorm": "nieuw"})])
        assert Vorm.objects.get(vorm="vorm").term.woord == "nieuw"

    def test_forms_go_with_the_last_document_that_has_the_word(self, documenten: list[int]) -> None:
        bewaar(documenten[0], geld=50)
        bewaar(documenten[0])
        assert Vorm.objects.exists()
        herstel_tellingen()
        assert not Vorm.objects.exists()


class TestVelden:
    def test_a_facet_value_keeps_its_number(self) -> None:
        eerst = facetnummers([("wijk", "uden"), ("wijk", "volkel")])
        weer = facetnummers([("wijk", "volkel"), ("thema", "uden")])
        assert weer["wijk", "volkel"] == eerst["wijk", "volkel"]
        assert len({*eerst.values(), *weer.values()}) == Facet.objects.count() == 3

    def test_no_facets_no_numbers(self) -> None:
        assert facetnummers([]) == {}

    def test_points_are_replaced_only_where_they_differ(self, documenten: list[int]) -> None:
        een, ander = documenten[:2]
        assert bewaar_punten({een: [(1, 2), (3, 4)], ander: []}) == {een}
        blijft = set(Documentpunt.objects.values_list("pk", flat=True))
        assert bewaar_punten({een: [(1, 2), (3, 4)], ander: [(5, 6)]}) == {ander}
        assert blijft < set(Documentpunt.objects.values_list("pk", flat=True))
        assert bewaar_punten({een: [], ander: [(5, 6)]}) == {een}
        assert list(Documentpunt.objects.values_list("document", "lat", "lon")) == [(ander, 5, 6)]
