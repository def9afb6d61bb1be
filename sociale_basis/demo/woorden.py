"""Themes, target groups, the glossary and languages of the demo (M22, V4)."""

from voorzieningen.models import Begrip, Doelgroep, Taal, Thema

from .bron import Bron, Register, Rij


def laad_themas(bron: Bron) -> Register[Thema]:
    themas: Register[Thema] = Register()
    for volgorde, rij in enumerate(bron.rijen("themas.toml", "thema"), start=1):
        subs = [Rij(rij.bestand, velden) for velden in rij.neem("sub", [])]
        hoofd = _bewaar_thema(themas, rij, volgorde, None)
        for subvolgorde, sub in enumerate(subs, start=1):
            sub.velden.setdefault("icoon", hoofd.icoon)
            _bewaar_thema(themas, sub, subvolgorde, hoofd)
    return themas


def _bewaar_thema(themas: Register[Thema], rij: Rij, volgorde: int, ouder: Thema | None) -> Thema:
    thema = themas[rij.titel] = rij.maak(Thema, volgorde=volgorde, ouder=ouder)
    thema.save()
    return thema


def laad_doelgroepen(bron: Bron) -> Register[Doelgroep]:
    groepen: Register[Doelgroep] = Register()
    for volgorde, rij in enumerate(bron.rijen("doelgroepen.toml", "doelgroep"), start=1):
        groepen[rij.titel] = rij.maak(Doelgroep, volgorde=volgorde)
        groepen[rij.titel].save()
    return groepen


def laad_talen(bron: Bron) -> Register[Taal]:
    """By code."""
    talen: Register[Taal] = Register()
    for rij in bron.rijen("talen.toml", "taal"):
        taal = rij.maak(Taal)
        taal.save()
        talen[taal.code] = taal
    return talen


def laad_begrippen(bron: Bron) -> int:
    """Those that every set shares and those of its own; returns how many."""
    rijen = [
        *bron.rijen("begrippen.toml", "begrip"),
        *bron.alle_rijen("begrippen_*.toml", "begrip"),
    ]
    begrippen = [rij.maak(Begrip) for rij in rijen]
    for begrip in begrippen:
        begrip.save()
    return len(begrippen)
