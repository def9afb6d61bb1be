"""Kinds to search in the tests: only these are registered while a test runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sociale_basis.kern.models import Document, Documentpunt, Facet, Posting, Term, Vorm
from sociale_basis.kern.zoeken import kennis, postings, registratie, stand
from sociale_basis.kern.zoeken.analyse import Analyse
from sociale_basis.kern.zoeken.herbouwen import herbouw
from sociale_basis.kern.zoeken.index import werk_bij
from sociale_basis.kern.zoeken.kennis import Kennis
from sociale_basis.kern.zoeken.registratie import Teksten, registreer, registreer_afhankelijk
from sociale_basis.kern.zoeken.samenstellingen import Splitser
from sociale_basis.kern.zoeken.synoniemen import Regel, Synoniemen
from voorzieningen.models import Begrip, Organisatie, Thema, Voorziening

MAP = Path(__file__).parent


@contextmanager
def alleen_deze_soorten() -> Iterator[None]:
    """Start without any kind or recogniser, and put back what the apps registered."""
    soorten, herkenners = dict(registratie.SOORTEN), list(registratie.HERKENNERS)
    registratie.SOORTEN.clear()
    registratie.HERKENNERS.clear()
    try:
        yield
    finally:
        registratie.SOORTEN.clear()
        registratie.SOORTEN.update(soorten)
        registratie.HERKENNERS[:] = herkenners


def registreer_voorzieningen() -> None:
    """Provisions, with the words of their organisation and themes."""
    registreer(
        "proefvoorziening",
        Voorziening,
        tekst=_tekst,
        facetten=lambda v: {
            "thema": [thema.naam for thema in v.themas.all()],
            "kosten": [v.kosten],
            "wijk": [gebied.naam for gebied in v.gebieden.all()],
        },
        zichtbaar=lambda: Voorziening.objects.zichtbaar(),
        bonus=lambda v: v.rang == 0,
        punten=lambda v: [
            (plek.lat, plek.lon) for plek in v.locaties.all() if plek.lat and not plek.vertrouwelijk
        ],
    )
    registreer_afhankelijk(
        Organisatie, "proefvoorziening", lambda o: o.voorzieningen.values_list("pk", flat=True)
    )
    registreer_afhankelijk(
        Thema, "proefvoorziening", lambda t: t.voorzieningen.values_list("pk", flat=True)
    )


def _tekst(voorziening: Voorziening) -> Teksten:
    organisatie = voorziening.verantwoordelijke
    return Teksten(
        titel=voorziening.titel,
        alledaags=" ".join([voorziening.woorden, *(t.naam for t in voorziening.themas.all())]),
        organisatie=organisatie.naam if organisatie else "",
        kort=voorziening.kort,
        body=voorziening.beschrijving,
    )


def registreer_aanbod() -> dict[int, str]:
    """The small offer of ``aanbod.txt`` as rows; returns {object id: key}."""
    regels = [regel.split(" | ") for regel in lees_regels("aanbod.txt")]
    sleutels: dict[int, str] = {}
    plaats: dict[int, int] = {}
    teksten: dict[int, Teksten] = {}
    for sleutel, titel, kort, body in regels:
        ding = Begrip.objects.create(term=titel, uitleg=kort)
        plaats[ding.pk] = len(sleutels)
        sleutels[ding.pk] = sleutel
        teksten[ding.pk] = Teksten(titel=titel, kort=kort, body=body)
    registreer(
        "proefaanbod",
        Begrip,
        tekst=lambda ding: teksten[ding.pk],
        facetten=lambda ding: {
            "kosten": ["gratis" if plaats[ding.pk] % 3 else "betaald"],
            "wijk": [("uden", "volkel", "schaijk", "zeeland")[plaats[ding.pk] % 4]],
        },
        zichtbaar=Begrip.objects.all,
        punten=lambda ding: _punten_aanbod(plaats[ding.pk]),
    )
    werk_bij("proefaanbod", sleutels)
    return sleutels


def _punten_aanbod(plaats: int) -> list[tuple[float, float]]:
    """Spread over the municipality; every seventh has no place, every fifth has two."""
    eerste = (51.60 + plaats * 17 % 100 / 1000, 5.55 + plaats * 29 % 100 / 1000)
    tweede = (51.75 - plaats * 13 % 100 / 1000, 5.70)
    return [] if plaats % 7 == 0 else [eerste] if plaats % 5 else [eerste, tweede]


def lees_regels(bestand: str) -> list[str]:
    regels = (MAP / bestand).read_text(encoding="utf-8").splitlines()
    return [regel.strip() for regel in regels if regel.strip() and not regel.startswith("#")]


def lees_vragen(bestand: str) -> list[tuple[str, set[str]]]:
    """[(question, keys of which one must stand high)]; {'none'}: nothing fits."""
    paren: Any = (regel.rsplit(" = ", 1) for regel in lees_regels(bestand))
    return [(vraag, set(sleutels.split())) for vraag, sleutels in paren]


def foto() -> dict[str, set[Any]]:
    """Everything in the index by table, without row numbers and without what nothing uses."""
    naam = {
        pk: (soort, object_id)
        for pk, soort, object_id in Document.objects.values_list("pk", "soort", "object_id")
    }
    facet = {str(facet.pk): (facet.naam, facet.waarde) for facet in Facet.objects.all()}
    facetten = Document.objects.exclude(facetten="").values_list("pk", "facetten")
    velden = ("titel", "zoektitel", "naam", "bonus", "vingerafdruk")
    termen = Term.objects.filter(df__gt=0)
    vormen = Vorm.objects.filter(term__df__gt=0)
    return {
        "document": set(Document.objects.values_list("soort", "object_id", *velden)),
        "facet": {(naam[pk], *facet[f]) for pk, lijst in facetten for f in lijst.split(",")},
        "posting": _van_documenten(
            Posting.objects.values_list("document_id", "term__woord", "gewicht"), naam
        ),
        "punt": _van_documenten(
            Documentpunt.objects.values_list("document_id", "lat", "lon"), naam
        ),
        "term": set(termen.values_list("woord", "df")),
        "vorm": set(vormen.values_list("vorm", "klank", "term__woord")),
    }


def _van_documenten(rijen: Any, naam: dict[int, Any]) -> set[Any]:
    return {(naam[document], *rest) for document, *rest in rijen}


def assert_als_herbouwd() -> None:
    """Every table holds what a rebuild from nothing makes.

    A spelling that no text uses any more may stay, while other forms of the word are there.
    """
    nu = foto()
    for model in (Document, Term, Facet):
        model.objects.all().delete()
    herbouw()
    vers = foto()
    assert vers["vorm"] <= nu["vorm"]
    for tabel in ("document", "facet", "posting", "punt", "term"):
        assert nu[tabel] == vers[tabel], tabel


class Proces:
    """Another web process: it keeps knowledge, state and postings of its own.

    ``with proces.aan_het_woord(): zoek(…)`` asks it something; what it kept stays for next time.
    """

    def __init__(self) -> None:
        self._eigen = [None, None, None, postings._Voorraad()]

    @contextmanager
    def aan_het_woord(self) -> Iterator[None]:
        daarnet = [getattr(module, naam) for module, naam in _GEHEUGEN]
        _zet_geheugen(self._eigen)
        try:
            yield
        finally:
            self._eigen = [getattr(module, naam) for module, naam in _GEHEUGEN]
            _zet_geheugen(daarnet)


_GEHEUGEN = (
    (kennis, "_laatste"),
    (stand, "_bewaard"),
    (stand, "_tijdelijk"),
    (postings, "_voorraad"),
)


def _zet_geheugen(waarden: list[Any]) -> None:
    for (module, naam), waarde in zip(_GEHEUGEN, waarden, strict=True):
        setattr(module, naam, waarde)


def weet(*regels: Regel, delen: str = "", heel: str = "") -> Kennis:
    """Knowledge of a few everyday words and parts of compounds; no database."""
    splitser = Splitser(frozenset(delen.split()), frozenset(heel.split()))
    return Kennis(0, Analyse(splitser), Synoniemen(regels), ())
