"""A question as concepts: each thing that is asked, with all stems that would answer it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from .analyse import Woord
from .kennis import Kennis
from .stammen import stam
from .stopwoorden import ELDERS, HANDEL, MAP, is_stopwoord, is_vaag
from .tekst import MEESTE_TEKENS
from .zinsvormen import sleutels

MEESTE_WOORDEN = 40
PRECIES = 100  # a stem that was typed itself
DEEL = 60  # a part of a compound that was typed
LAATSTE_DEEL = 40  # the last part says what kind of thing it is: less telling
KOOPVORMEN = frozenset({"kopen", "koop", "koopt", "gekocht", "aanschaffen", "bestellen", "bestel"})
SCHARNIEREN = frozenset(
    {
        "en",
        "maar",
        "ook",
        "plus",
        "bovendien",
        "daarnaast",
        "omdat",
        "want",
        "waardoor",
        "daardoor",
        "terwijl",
    }
)
EIGEN = 70  # of 100: a word of an expression, where hardly any text has what that means
ZINSDEEL = 30  # a word of an expression, apart from what the expression means


@dataclass(slots=True)
class Begrip:
    """One thing that is asked: {stem: 1 to 100}, and whether it must be answered. Several stems
    with a space between them must stand in a text together.

    ``eigen``: what the words of an expression say by themselves, for want of better.
    ``vaag``: too general to count. ``telt`` False: only helps to order what is found.
    ``elders``: other counters are there for it. ``vreemd``: no everyday word list knows it.
    """

    tekst: str
    stam: str
    stammen: dict[str, int]
    vaag: bool = False
    telt: bool = True
    plekken: frozenset[int] = frozenset()
    elders: bool = False
    vreemd: bool = False
    eigen: dict[str, int] = field(default_factory=dict)

    def losse(self) -> set[str]:
        """Every single stem."""
        return {stam_ for doel in self.stammen for stam_ in doel.split()}


@dataclass(slots=True)
class Vraag:
    """A question that was read; ``woorden`` has every word, ``begrippen`` what is looked for."""

    tekst: str
    woorden: list[Woord]
    begrippen: list[Begrip] = field(default_factory=list)

    @property
    def is_vaag(self) -> bool:
        """Nothing but general words: 'waar kan ik hulp krijgen'."""
        return all(begrip.vaag for begrip in self.begrippen if begrip.telt)

    @property
    def vraagt_meer(self) -> bool:
        """Several things at once: 'en', 'maar' or 'ook' stands between two things that count."""
        plekken = [
            plek
            for begrip in self.begrippen
            if begrip.telt and not (begrip.vaag or begrip.vreemd)
            for plek in begrip.plekken
        ]
        return any(
            min(plekken, default=plek) < plek < max(plekken, default=plek)
            for plek, woord in enumerate(self.woorden)
            if woord.vorm in SCHARNIEREN
        )

    def zinsdeel(self, begrip: Begrip) -> int:
        """Which part of the question a thing stands in: how many 'en' and 'maar' come before.

        'Mijn zoon spijbelt en blowt': the son stands before it, what he does with drugs after.
        """
        laatste = max(begrip.plekken, default=0)
        return sum(woord.vorm in SCHARNIEREN for woord in self.woorden[:laatste])

    def stammen(self) -> set[str]:
        return {stam_ for begrip in self.begrippen for stam_ in begrip.losse()}


def lees(tekst: str, kennis: Kennis) -> Vraag:
    """Read a question of any length; no query."""
    woorden = kennis.analyse.woorden(tekst[:MEESTE_TEKENS])[:MEESTE_WOORDEN]
    vraag = Vraag(tekst, woorden)
    verbruikt: set[int] = set()
    for begrip in _uitdrukkingen(woorden, kennis):
        if begrip.plekken - verbruikt:
            verbruikt |= begrip.plekken
            vraag.begrippen.append(begrip)
    handel = not HANDEL.isdisjoint(woord.stam for woord in woorden)
    koop = any(woord.vorm in KOOPVORMEN for woord in woorden)
    for plek, woord in enumerate(woorden):
        if not woord.is_stop:
            in_zin = plek in verbruikt
            begrip = begrip_van(woord, plek, kennis, in_zin=in_zin, als_geheel=handel)
            vraag.begrippen.append(_als_waar(begrip) if koop else begrip)
    vraag.begrippen = _samengevoegd(vraag.begrippen)
    if vraag.is_vaag:  # 'zwemmen met mijn dochter' is about swimming, 'dochter' about children
        for begrip in vraag.begrippen:
            begrip.vaag = not kennis.synoniemen.van(begrip.stam)
    return vraag


def _uitdrukkingen(woorden: Sequence[Woord], kennis: Kennis) -> Iterator[Begrip]:
    """Concepts of several words: known expressions, and words that belong together as one."""
    sleutels_ = sleutels([woord.vorm for woord in woorden])
    for plekken, doelen in kennis.synoniemen.uitdrukkingen(sleutels_):
        if _loopt_door(plekken, woorden):
            continue
        tekst = " ".join(woorden[plek].vorm for plek in sorted(plekken))
        telt_mee = {plek for plek in plekken if not woorden[plek].is_stop}
        eigen = _eigen_betekenis((woorden[plek] for plek in plekken), kennis)
        yield Begrip(tekst, "", dict(doelen), plekken=frozenset(telt_mee or plekken), eigen=eigen)
    for plek in range(len(woorden) - 1):
        een, twee = woorden[plek : plek + 2]
        if not (een.is_stop and twee.is_stop):
            yield from _aaneen(een, twee, plek, kennis)


def _eigen_betekenis(woorden: Iterable[Woord], kennis: Kennis) -> dict[str, int]:
    """What the telling words of an expression stand for by themselves."""
    gevonden: dict[str, int] = {}
    for woord in woorden:
        doelen = kennis.synoniemen.van(woord.stam)
        if doelen and not (woord.is_stop or is_vaag(woord.stam)):
            for doel, sterkte in {**doelen, woord.stam: PRECIES}.items():
                gevonden[doel] = max(sterkte * EIGEN // 100, gevonden.get(doel, 0))
    return gevonden


def _loopt_door(plekken: set[int], woorden: Sequence[Woord]) -> bool:
    """'Ik kan niet meer' is not said by 'ik kan niet meer koken'."""
    volgende = max(plekken) + 1
    klein = all(woorden[plek].is_stop for plek in plekken)
    return klein and volgende < len(woorden) and not woorden[volgende].is_stop


def _aaneen(een: Woord, twee: Woord, plek: int, kennis: Kennis) -> Iterator[Begrip]:
    """'schuld hulp' is 'schuldhulp', if everyday words know that one."""
    stam_ = stam(een.vorm + twee.vorm)
    doelen = kennis.synoniemen.van(stam_)
    if doelen and len(een.vorm) > 2 and len(twee.vorm) > 2:
        stammen = {**doelen, stam_: PRECIES}
        yield Begrip(een.vorm + twee.vorm, stam_, stammen, plekken=frozenset({plek, plek + 1}))


def begrip_van(
    woord: Woord, plek: int, kennis: Kennis, *, in_zin: bool = False, als_geheel: bool = False
) -> Begrip:
    """What one word asks for: itself, its parts and what it stands for; ``als_geheel``: a long
    word that no list knows stands for nothing but itself."""
    doelen = kennis.synoniemen.van(woord.stam)
    vreemde_delen = () if doelen else woord.delen  # 'raadslieden' is no 'liedje'
    elders = not ELDERS.isdisjoint({woord.stam, *vreemde_delen})
    elders |= als_geheel and bool(vreemde_delen)
    stammen = {**_delen(woord, kennis, met_betekenis=not doelen), **doelen, woord.stam: PRECIES}
    if elders:
        stammen = {woord.stam: PRECIES}
    if in_zin:
        stammen = {stam_: gewicht * ZINSDEEL // 100 for stam_, gewicht in stammen.items()}
    return Begrip(
        woord.vorm,
        woord.stam,
        stammen,
        vaag=is_vaag(woord.stam),
        telt=not in_zin,
        plekken=frozenset({plek}),
        elders=elders,
        vreemd=not (doelen or any(map(kennis.synoniemen.van, woord.delen))),
    )


def _als_waar(begrip: Begrip) -> Begrip:
    """A thing to buy in a shop: no text that happens to name it is an answer."""
    in_winkel = begrip.stam in _waar() or (begrip.vreemd and not begrip.vaag)
    return replace(begrip, stammen={}, elders=True) if begrip.telt and in_winkel else begrip


@cache
def _waar() -> frozenset[str]:
    """Stems of what shops sell."""
    regels = (MAP / "waar.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(stam(woord) for regel in regels if regel[:1] != "#" for woord in regel.split())


def _delen(woord: Woord, kennis: Kennis, *, met_betekenis: bool) -> dict[str, int]:
    """Stems of the parts; with what they stand for when the whole word is not known."""
    gevonden: dict[str, int] = {}
    for deel in woord.delen:
        if is_vaag(deel) or is_stopwoord(deel):
            continue
        gewicht = LAATSTE_DEEL if deel == woord.delen[-1] else DEEL
        betekenis = kennis.synoniemen.van(deel) if met_betekenis else {}
        for doel, sterkte in {**betekenis, deel: PRECIES}.items():
            gevonden[doel] = max(gevonden.get(doel, 0), gewicht * sterkte // 100)
    return gevonden


def _samengevoegd(begrippen: list[Begrip]) -> list[Begrip]:
    """A word that is said twice is asked once."""
    uniek: dict[tuple[str, bool], Begrip] = {}
    for begrip in begrippen:
        uniek.setdefault((begrip.stam or begrip.tekst, begrip.telt), begrip)
    return list(uniek.values())
