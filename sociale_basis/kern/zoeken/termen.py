"""Terms and postings, written in bulk: only those that changed, and counts that stay exact."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Count, F

from ..models.zoeken import WOORDLENGTE, Posting, Term, Vorm
from .klank import klank

PORTIE = 2_000  # rows in one statement
Woorden = tuple[int, dict[str, int], dict[str, str]]  # document, {stem: weight}, {form: stem}


def bewaar_woorden(documenten: Sequence[Woorden]) -> set[int]:
    """Make these the words of the documents; returns the documents that had others."""
    nummers = _termnummers(stam for _, gewichten, _ in documenten for stam in gewichten)
    _bewaar_vormen(documenten, nummers)
    oud = _postings([nummer for nummer, _, _ in documenten])
    verschil: Counter[int] = Counter()
    erbij: list[Posting] = []
    anders: set[int] = set()
    for document, gewichten, _vormen in documenten:
        nieuw = {nummers[stam]: gewicht for stam, gewicht in gewichten.items()}
        was = oud.get(document, {})
        if nieuw == was:
            continue
        anders.add(document)
        erbij += [
            Posting(term_id=term, document_id=document, gewicht=gewicht)
            for term, gewicht in nieuw.items()
            if was.get(term) != gewicht
        ]
        _verwijder(document, was.keys() - nieuw.keys())
        verschil.update(nieuw.keys() - was.keys())
        verschil.subtract(was.keys() - nieuw.keys())
    _bewaar_postings(erbij)
    _tel(verschil)
    return anders


def vergeet_woorden(documenten: list[int]) -> None:
    """Take the postings of documents out of the counts; deleting the documents deletes them.

    A word that no other document has goes too: it may be the name of somebody who left.
    """
    verschil: Counter[int] = Counter()
    for termen in _postings(documenten).values():
        verschil.subtract(termen.keys())
    _tel(verschil)
    Term.objects.filter(pk__in=verschil, df__lte=0).delete()


def herstel_tellingen() -> None:
    """After a rebuild: count again, and let terms go that no document has."""
    fout = Term.objects.annotate(echt=Count("posting")).exclude(df=F("echt"))
    for nummer, echt in list(fout.values_list("pk", "echt")):
        Term.objects.filter(pk=nummer).update(df=echt)
    Term.objects.filter(df=0).delete()


def _termnummers(stammen: Iterable[str]) -> dict[str, int]:
    """The number of each term; new terms are added."""
    gevraagd = {stam[:WOORDLENGTE] for stam in stammen}
    bekend = _bekend(gevraagd)
    nieuw = sorted(gevraagd - bekend.keys())
    if nieuw:
        Term.objects.bulk_create([Term(woord=woord) for woord in nieuw], batch_size=PORTIE)
        bekend |= _bekend(set(nieuw))
    return bekend


def _bekend(woorden: set[str]) -> dict[str, int]:
    return {
        woord: nummer
        for portie in _porties(sorted(woorden))
        for woord, nummer in Term.objects.filter(woord__in=portie).values_list("woord", "pk")
    }


def _bewaar_vormen(documenten: Sequence[Woorden], nummers: dict[str, int]) -> None:
    """Forms that are new, or that another release gave another stem or sound."""
    alle = {
        (vorm, klank(vorm)[:WOORDLENGTE], nummers[stam])
        for _, _, vormen in documenten
        for vorm, stam in vormen.items()
    }
    bekend = {
        rij
        for portie in _porties(sorted(vorm for vorm, _, _ in alle))
        for rij in Vorm.objects.filter(vorm__in=portie).values_list("vorm", "klank", "term_id")
    }
    Vorm.objects.bulk_create(
        [
            Vorm(vorm=vorm, klank=klank_, term_id=term)
            for vorm, klank_, term in sorted(alle - bekend)
        ],
        batch_size=PORTIE,
        update_conflicts=True,
        unique_fields=["vorm"],
        update_fields=["klank", "term"],
    )


def _postings(documenten: Iterable[int]) -> dict[int, dict[int, int]]:
    """{document: {term: weight}} as stored."""
    gevonden: dict[int, dict[int, int]] = defaultdict(dict)
    rijen = Posting.objects.filter(document__in=list(documenten))
    for document, term, gewicht in rijen.values_list("document_id", "term_id", "gewicht"):
        gevonden[document][term] = gewicht
    return gevonden


def _verwijder(document: int, termen: Iterable[int]) -> None:
    weg = list(termen)
    if weg:
        Posting.objects.filter(document=document, term__in=weg).delete()


def _bewaar_postings(postings: list[Posting]) -> None:
    Posting.objects.bulk_create(
        sorted(postings, key=lambda posting: (posting.term_id, posting.document_id)),
        batch_size=PORTIE,
        update_conflicts=True,
        unique_fields=["term", "document"],
        update_fields=["gewicht"],
    )


def _tel(verschil: Counter[int]) -> None:
    """Add to the document counts of terms, one statement per difference."""
    per_verschil: dict[int, list[int]] = defaultdict(list)
    for term, aantal in verschil.items():
        per_verschil[aantal].append(term)
    for aantal, termen in sorted(per_verschil.items()):
        if aantal:
            for portie in _porties(sorted(termen)):
                Term.objects.filter(pk__in=portie).update(df=F("df") + aantal)


def _porties(rijen: list) -> Iterator[list]:
    for begin in range(0, len(rijen), PORTIE):
        yield rijen[begin : begin + PORTIE]
