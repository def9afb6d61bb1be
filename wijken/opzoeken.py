"""From what somebody types as a postcode to the wijk they live in, from the database alone (M1)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from sociale_basis.kern.velden import lees_postcode

from .models import Gebied, Postcodegebied, Postcodeplaats

# A whole postcode; then a house number or anything that is no number, such as a place.
HEEL = re.compile(
    r"([1-9][0-9]{3}\s*[A-Z]{2})(?![A-Z])\W*+(?:NR\W*+|NUMMER\W*+)?+([0-9]{0,5}+)(?![0-9]).*",
    re.DOTALL,
)
# Four digits; then nothing, or a place: not one or two letters, and not another number.
VIER = re.compile(r"([1-9][0-9]{3})(?:[\s,]++(?![0-9]|[A-Z]{1,2}+(?![A-Z])).*)?", re.DOTALL)
LANGSTE_INVOER = 60


@dataclass(frozen=True)
class Vraag:
    """What was typed, understood: '5401' or '5401AB', with or without a house number."""

    postcode: str
    huisnummer: int | None = None

    @property
    def pc4(self) -> str:
        return self.postcode[:4]

    @property
    def is_heel(self) -> bool:
        return len(self.postcode) == 6


@dataclass(frozen=True)
class Postcodeantwoord:
    """Where a postcode leads. ``soort`` is one of:

    - wijk: found; ``gebied`` is the wijk, ``buurt`` the buurt where only one is possible
    - kies: several wijken are possible, see ``gebieden``
    - huisnummer_nodig: the same, and the house number would tell
    - onbekend: in this municipality, but this postcode is not known; ``gebieden`` may fit
    - buiten: another municipality; ``plaats`` is its name or ""
    - ongeldig: no Dutch postcode; ``melding`` says so in plain words
    """

    soort: str
    postcode: str = ""
    buurt: Gebied | None = None
    gebied: Gebied | None = None
    gebieden: list[Gebied] = field(default_factory=list)
    plaats: str = ""
    melding: str = ""

    @property
    def vraagt_huisnummer(self) -> bool:
        return self.soort == "huisnummer_nodig"

    @property
    def vertrekpunt(self) -> tuple[float, float] | None:
        """(lat, lon) to measure distances from: the middle of the buurt, else of the wijk."""
        gebied = self.buurt or self.gebied
        return gebied.midden() if gebied else None


def zoek_postcode(tekst: str, huisnummer: str | int | None = None) -> Postcodeantwoord:
    """The answer to '5401 ab 12', '5401AB' or '5401'; at most five small queries."""
    vraag = ontleed(tekst, huisnummer)
    if vraag is None:
        return Postcodeantwoord("ongeldig", melding=_melding(tekst))
    if vraag.is_heel:
        return _zoek_heel(vraag)
    mogelijk = _mogelijk_bij_pc4(vraag.pc4)
    return _kies(vraag, mogelijk) if mogelijk else _elders(vraag)


def ontleed(tekst: str, huisnummer: str | int | None = None) -> Vraag | None:
    """Read what was typed; None if it does not begin with a Dutch postcode."""
    schoon = tekst.strip().upper()
    if len(schoon) > LANGSTE_INVOER:
        return None
    if heel := HEEL.fullmatch(schoon):
        postcode = lees_postcode(heel[1])
        return Vraag(postcode, _nummer(huisnummer or heel[2])) if postcode else None
    vier = VIER.fullmatch(schoon)
    return Vraag(vier[1]) if vier else None


def _nummer(tekst: str | int | None) -> int | None:
    gevonden = re.match(r"\s*([1-9][0-9]{0,4})(?![0-9])", str(tekst or ""))
    return int(gevonden[1]) if gevonden else None


def _melding(tekst: str) -> str:
    if not tekst.strip():
        return _("Vul uw postcode in. Een postcode is 4 cijfers en 2 letters, zoals 1234 AB.")
    return _(
        "Dit is geen Nederlandse postcode. Een postcode is 4 cijfers en 2 letters, zoals 1234 AB."
    )


def _zoek_heel(vraag: Vraag) -> Postcodeantwoord:
    rijen = list(
        Postcodegebied.objects.filter(postcode=vraag.postcode)
        .select_related("buurt")
        .defer("buurt__grens")
    )
    if not rijen:
        return _niet_bekend(vraag)
    precies = [rij for rij in rijen if vraag.huisnummer and rij.huisnummer == vraag.huisnummer]
    return _kies(vraag, [rij.buurt for rij in precies or rijen])


def _kies(vraag: Vraag, buurten: Iterable[Gebied]) -> Postcodeantwoord:
    """One wijk is the answer; of several the visitor chooses, or gives a house number."""
    buurten = list({buurt.pk: buurt for buurt in buurten}.values())
    wijken = _wijken_van(buurten)
    if len(wijken) == 1:
        buurt = buurten[0] if len(buurten) == 1 else None
        return Postcodeantwoord("wijk", vraag.postcode, buurt, wijken[0], wijken)
    helpt_nummer = vraag.is_heel and vraag.huisnummer is None
    soort = "huisnummer_nodig" if helpt_nummer else "kies"
    return Postcodeantwoord(soort, vraag.postcode, gebieden=wijken)


def _wijken_van(buurten: Iterable[Gebied]) -> list[Gebied]:
    """The wijken that residents know, in their order; a buurt without wijk stands for itself."""
    zichtbaar = {wijk.pk: wijk for wijk in Gebied.objects.zichtbaar().wijken()}
    gevonden = [
        zichtbaar.get(buurt.ouder_id) or zichtbaar.get(buurt.cbs_ouder_id) or buurt
        for buurt in buurten
    ]
    return sorted(set(gevonden), key=lambda wijk: (wijk.volgorde, wijk.naam))


def _mogelijk_bij_pc4(pc4: str) -> list[Gebied]:
    return list(Gebied.objects.filter(postcodes__postcode__startswith=pc4).distinct())


def _niet_bekend(vraag: Vraag) -> Postcodeantwoord:
    """A new street, most likely, if the four digits are of this municipality."""
    mogelijk = _mogelijk_bij_pc4(vraag.pc4)
    if not mogelijk:
        return _elders(vraag)
    return Postcodeantwoord("onbekend", vraag.postcode, gebieden=_wijken_van(mogelijk))


def _elders(vraag: Vraag) -> Postcodeantwoord:
    """Outside the municipality, unless its postcodes were not imported yet."""
    if not Postcodegebied.objects.exists():
        wijken = list(Gebied.objects.zichtbaar().wijken())
        return Postcodeantwoord("onbekend", vraag.postcode, gebieden=wijken)
    plaats = Postcodeplaats.objects.filter(pc4=vraag.pc4).values_list("plaats", flat=True).first()
    return Postcodeantwoord("buiten", vraag.postcode, plaats=plaats or "")


def zoek_buurten(adressen: Iterable[tuple[str, str]]) -> list[int | None]:
    """For many (postcode, house number) at once: the buurt (primary key) where only one is
    possible, as ``zoek_postcode`` finds it. One query per 500 postcodes."""
    vragen = [ontleed(postcode, nummer) for postcode, nummer in adressen]
    rijen = _postcoderijen({vraag.postcode for vraag in vragen if vraag and vraag.is_heel})
    return [
        _enige_buurt(vraag, rijen.get(vraag.postcode, [])) if vraag else None for vraag in vragen
    ]


def _postcoderijen(postcodes: set[str]) -> dict[str, list[tuple[int | None, int]]]:
    """(house number, buurt) per postcode."""
    gevonden: dict[str, list[tuple[int | None, int]]] = {}
    op_volgorde = sorted(postcodes)
    for begin in range(0, len(op_volgorde), 500):
        rijen = Postcodegebied.objects.filter(postcode__in=op_volgorde[begin : begin + 500])
        for postcode, huisnummer, buurt in rijen.values_list("postcode", "huisnummer", "buurt_id"):
            gevonden.setdefault(postcode, []).append((huisnummer, buurt))
    return gevonden


def _enige_buurt(vraag: Vraag, rijen: list[tuple[int | None, int]]) -> int | None:
    precies = {buurt for nummer, buurt in rijen if vraag.huisnummer and nummer == vraag.huisnummer}
    mogelijk = precies or {buurt for _nummer, buurt in rijen}
    return mogelijk.pop() if len(mogelijk) == 1 else None
