"""Writing the index: in the same transaction as the objects, and only what changed."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import F

from ..models.zoeken import Document, Posting, Vorm, Zoekstand, nieuw_stempel
from .inhoud import Inhoud, lees
from .kennis import kennis
from .registratie import SOORTEN, Soort
from .tekst import vouw
from .termen import bewaar_woorden, vergeet_woorden
from .velden import bewaar_punten, facetnummers

PORTIE = 250  # documents that are written at a time
MEESTE_HERSPLITSEN = 500  # documents that an editor waits for; the nightly job does the rest


def werk_bij(soort: str, nummers: Iterable[int], *, grondig: bool = False) -> int:
    """Bring the index up to date for these objects; those that are gone leave it.

    Returns how many documents changed. ``grondig`` compares every term with what is stored,
    instead of trusting the fingerprint. Holds the lock of the index until the transaction ends.
    """
    gevraagd = sorted({nummer for nummer in nummers if nummer is not None})
    aantal = 0
    for begin in range(0, len(gevraagd), PORTIE):
        with transaction.atomic():
            portie = gevraagd[begin : begin + PORTIE]
            aantal += _werk_portie_bij(SOORTEN[soort], portie, grondig=grondig)
    return aantal


def vergrendel() -> Zoekstand:
    """Take the lock and the next version; other writers wait until this transaction ends."""
    if not _verhoog_versie():
        Zoekstand.objects.get_or_create(pk=1)
        _verhoog_versie()
    return Zoekstand.objects.get(pk=1)


def hersplits(woord: str) -> None:
    """Compound parts changed: index the documents again that hold the word in a longer one."""
    termen = Vorm.objects.filter(vorm__contains=vouw(woord)).values("term")
    geraakt = Posting.objects.filter(term__in=termen).values("document")
    rijen = Document.objects.filter(pk__in=geraakt).order_by("pk")
    per_soort: dict[str, list[int]] = {}
    for soort, nummer in rijen.values_list("soort", "object_id")[:MEESTE_HERSPLITSEN]:
        per_soort.setdefault(soort, []).append(nummer)
    for soort, nummers in per_soort.items():
        if soort in SOORTEN:
            werk_bij(soort, nummers)


def verwijder(documenten: Iterable[Document]) -> int:
    """Take documents out. Processes that keep the index in memory read it afresh then."""
    weg = [document.pk for document in documenten]
    if weg:
        vergeet_woorden(weg)
        Document.objects.filter(pk__in=weg).delete()
        begin_opnieuw()
    return len(weg)


def begin_opnieuw() -> None:
    """Every process reads the index afresh at its next question."""
    Zoekstand.objects.filter(pk=1).update(kenmerk=nieuw_stempel())


def _verhoog_versie() -> int:
    stand = Zoekstand.objects.filter(pk=1)
    return stand.update(versie=F("versie") + 1, stempel=nieuw_stempel())


def _werk_portie_bij(soort: Soort, nummers: list[int], *, grondig: bool) -> int:
    nu = vergrendel()
    analyse = kennis(nu).analyse
    inhoud = {ding.pk: lees(soort, ding, analyse) for ding in soort.bron().filter(pk__in=nummers)}
    bestaand = Document.objects.filter(soort=soort.naam, object_id__in=nummers)
    documenten = {document.object_id: document for document in bestaand}
    weg = verwijder(d for nummer, d in documenten.items() if nummer not in inhoud)
    return weg + _bewaar(soort, inhoud, documenten, nu.versie, grondig=grondig)


def _bewaar(
    soort: Soort,
    inhoud: dict[int, Inhoud],
    documenten: dict[int, Document],
    versie: int,
    *,
    grondig: bool,
) -> int:
    """Write what differs; returns how many documents did."""
    paren = [
        (documenten.get(nummer) or Document(soort=soort.naam, object_id=nummer), stuk)
        for nummer, stuk in inhoud.items()
    ]
    te_wegen = [(d, stuk) for d, stuk in paren if grondig or d.vingerafdruk != stuk.vingerafdruk]
    geraakt = _bewaar_velden(paren, versie)
    geraakt |= bewaar_woorden([(d.pk, stuk.gewichten, stuk.vormen) for d, stuk in te_wegen])
    geraakt |= bewaar_punten({d.pk: stuk.punten for d, stuk in paren})
    if not grondig:
        _meld([document.pk for document, _ in paren if document.versie != versie], versie)
    return len(geraakt)


def _bewaar_velden(paren: list[tuple[Document, Inhoud]], versie: int) -> set[int]:
    nummers = facetnummers(facet for _, stuk in paren for facet in stuk.facetten)
    anders = [
        document for document, stuk in paren if _neem_over(document, stuk.velden(nummers), versie)
    ]
    _bewaar_documenten(anders)
    return {document.pk for document in anders}


def _neem_over(document: Document, velden: dict[str, Any], versie: int) -> bool:
    """Set the fields; True when one of them was different."""
    if all(getattr(document, veld) == waarde for veld, waarde in velden.items()):
        return False
    for veld, waarde in velden.items():
        setattr(document, veld, waarde)
    document.versie = versie
    return True


def _bewaar_documenten(documenten: list[Document]) -> None:
    bekend = [d for d in documenten if not d._state.adding]
    Document.objects.bulk_create(d for d in documenten if d._state.adding)
    if bekend:
        Document.objects.bulk_update(bekend, [*Inhoud.VELDEN, "versie"])


def _meld(documenten: list[int], versie: int) -> None:
    """Their objects were saved with the same words: what the public may see can still differ."""
    if documenten:
        Document.objects.filter(pk__in=documenten).update(versie=versie)


def weesdocumenten() -> Iterator[Document]:
    """Documents whose object is gone, or whose kind nobody registers any more."""
    yield from Document.objects.exclude(soort__in=SOORTEN)
    for soort in SOORTEN.values():
        bekend = soort.bron().order_by().values("pk")
        yield from Document.objects.filter(soort=soort.naam).exclude(object_id__in=bekend)
