"""Build the one stylesheet of the portal: ``python -m sociale_basis.stijl``.

Reads the allowlisted stylesheets of NL Design System from ``node_modules``, the design tokens
they use, and our own ``static/css``; writes ``static/gebouwd/stijl.css`` and the font beside it,
and apart from it what only pages with a map need.
Needs the standard library only, so that it runs before anything is installed or configured.

Cascade: element defaults (layer ``basis``), then NL Design System (layer ``nlds``), then our own
rules (no layer). Tokens, weakest first: the Voorbeeld theme, then the theme of this portal or the
file that ``STIJL_TOKENS`` names.
"""

import gzip
import os
import re
import shutil
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

MAP = Path(__file__).resolve().parent.parent
VOORBEELD = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"
EIGEN_THEMA = MAP / "static" / "thema" / "sociale-basis.css"
COMPONENTEN = (
    "@nl-design-system-candidate/button-css/dist/button.css",
    "@nl-design-system-candidate/data-badge-css/dist/data-badge.css",
    "@nl-design-system-candidate/heading-css/dist/heading.css",
    "@nl-design-system-candidate/link-css/dist/link.css",
    "@nl-design-system-candidate/paragraph-css/dist/paragraph.css",
    "@nl-design-system-candidate/skip-link-css/dist/skip-link.css",
    "@utrecht/alert-css/dist/index.css",
    "@utrecht/breadcrumb-nav-css/dist/index.css",
    "@utrecht/form-field-css/dist/index.css",
    "@utrecht/form-field-description-css/dist/index.css",
    "@utrecht/form-field-error-message-css/dist/index.css",
    "@utrecht/form-fieldset-css/dist/index.css",
    "@utrecht/form-label-css/dist/index.css",
    "@utrecht/pagination-css/dist/index.css",
    "@utrecht/select-css/dist/index.css",
    "@utrecht/table-css/dist/index.css",
    "@utrecht/textarea-css/dist/index.css",
    "@utrecht/textbox-css/dist/index.css",
)
# Variants of those components that no page of ours has; a rule for them alone is left out.
ONGEBRUIKT = re.compile(
    r"--(pressed|positive|negative|busy|icon-only|arrows|html-content|html-p|numeric-column"
    r"|sticky-header|business-data|distanced|disabled|read-only|active|focus|focus-visible"
    r"|hover|alternate-row-color|radio|checkbox)\b"
)
LETTERTYPE = "@fontsource-variable/figtree"
LETTERBESTAND = "figtree-latin-wght-normal.woff2"
EERST, LAATST = ("basis", "portaal"), ("donker", "print")
KAART = "kaart"  # the stylesheet of maps stands apart: only pages with a map link it
HTMX = "htmx.org/dist/htmx.min.js"
KAARTGROEPEN = "leaflet.markercluster/dist"
KAARTKOP = "/*! Leaflet.markercluster: MIT, Dave Leaver and contributors. */\n"
KOP = """/*! NL Design System (components, Voorbeeld tokens): EUPL-1.2, NL Design System community
and gemeente Utrecht. Figtree: SIL OFL 1.1, the Figtree Project Authors. The rest: EUPL-1.2 */
@layer basis,nlds;
"""

_COMMENTAAR = re.compile(r"/\*.*?\*/", re.DOTALL)
_TEKENREEKS = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
_DECLARATIE = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+)[;}]")
_GEBRUIK = re.compile(r"var\(\s*(--[\w-]+)")
_REGEL = re.compile(r"([^{}]+)\{([^{}]*)\}")


def main() -> None:
    """Build and print what was written with its sizes, or stop with what to do about it."""
    begin = time.perf_counter()
    try:
        bestanden = [*bouw(MAP, themabestand()), *bouw_kaart(MAP), bouw_htmx(MAP)]
    except FileNotFoundError as fout:
        sys.exit(f"{fout.filename} is missing. Run `npm ci --ignore-scripts` first.")
    for bestand in bestanden:
        print(f"{bestand.relative_to(MAP)}: {_maten(bestand)}")  # noqa: T201
    print(f"built in {time.perf_counter() - begin:.2f} s")  # noqa: T201


def themabestand() -> Path:
    """The token file on top of Voorbeeld: ``STIJL_TOKENS`` or our own; stops if it is not there."""
    keuze = os.environ.get("STIJL_TOKENS", "").strip()
    bestand = Path(keuze) if keuze else EIGEN_THEMA
    if not bestand.is_file():
        sys.exit(f"STIJL_TOKENS={keuze}: there is no such file.")
    return bestand


def bouw(basis: Path, thema: Path) -> list[Path]:
    """Write the stylesheet and the font below ``basis``; returns the files written.

    Raises ``FileNotFoundError`` for a package that is not installed.
    """
    modules, doel = basis / "node_modules", basis / "static" / "gebouwd"
    doel.mkdir(parents=True, exist_ok=True)
    letter = doel / LETTERBESTAND
    shutil.copyfile(modules / LETTERTYPE / "files" / LETTERBESTAND, letter)
    stijl = doel / "stijl.css"
    stijl.write_text(stijlblad(modules, basis / "static" / "css", thema), encoding="utf-8")
    return [stijl, letter]


def bouw_kaart(basis: Path) -> list[Path]:
    """Write style and grouping script of maps below ``basis``; returns the files written.

    Raises ``FileNotFoundError`` for a package that is not installed.
    """
    groepen, doel = basis / "node_modules" / KAARTGROEPEN, basis / "static" / "gebouwd"
    stijl, script = doel / "kaart.css", doel / "kaartgroepen.js"
    regels = _lees(groepen / "MarkerCluster.css") + _lees(basis / "static" / "css" / f"{KAART}.css")
    stijl.write_text(KAARTKOP + verklein(regels), encoding="utf-8")
    code, *_bronkaart = _lees(groepen / "leaflet.markercluster.js").split("//# sourceMappingURL")
    script.write_text(KAARTKOP + code, encoding="utf-8")
    return [stijl, script]


def bouw_htmx(basis: Path) -> Path:
    """Copy htmx (live results of the search) below ``basis``; returns the file written."""
    script = basis / "static" / "gebouwd" / "htmx.js"
    shutil.copyfile(basis / "node_modules" / HTMX, script)
    return script


def stijlblad(modules: Path, eigen_map: Path, thema: Path) -> str:
    """The whole stylesheet as text: notice, tokens and components in layer nlds, then our own."""
    componenten = "".join(zonder_varianten(verklein(_lees(modules / pad))) for pad in COMPONENTEN)
    eigen = "".join(verklein(_lees(bestand)) for bestand in eigen_bestanden(eigen_map))
    waarden = tokens(_lees(modules / VOORBEELD)) | tokens(_lees(thema))
    nodig = benodigde_tokens(componenten + eigen, waarden)
    wortel = ";".join(f"{naam}:{waarden[naam]}" for naam in sorted(nodig))
    return f"{KOP}@layer nlds{{:root{{{wortel}}}{componenten}}}\n{eigen}\n"


def eigen_bestanden(eigen_map: Path) -> list[Path]:
    """Our own stylesheets in cascade order: EERST, the others by name, LAATST."""
    bestanden = {bestand.stem: bestand for bestand in sorted(eigen_map.glob("*.css"))}
    midden = [naam for naam in bestanden if naam not in (*EERST, *LAATST, KAART)]
    return [bestanden[naam] for naam in (*EERST, *midden, *LAATST) if naam in bestanden]


def tokens(css: str) -> dict[str, str]:
    """Every custom property that a token file declares; the last value of a name counts."""
    return {
        naam: verklein(waarde) for naam, waarde in _DECLARATIE.findall(_COMMENTAAR.sub("", css))
    }


def benodigde_tokens(css: str, waarden: Mapping[str, str]) -> set[str]:
    """Names of the tokens that ``css`` uses, and those that these refer to in turn."""
    nodig: set[str] = set()
    nieuw = _gebruikt([css], waarden)
    while nieuw:
        nodig |= nieuw
        nieuw = _gebruikt([waarden[naam] for naam in nieuw], waarden) - nodig
    return nodig


def zonder_varianten(css: str) -> str:
    """Minified CSS without the rules of which every selector is an unused variant."""

    def regel(treffer: re.Match[str]) -> str:
        over = [deel for deel in _selectors(treffer[1]) if not ONGEBRUIKT.search(deel)]
        return f"{','.join(over)}{{{treffer[2]}}}" if over else ""

    return _REGEL.sub(regel, css)


def verklein(css: str) -> str:
    """CSS without comments and needless white space; strings stay as they are."""
    delen = _TEKENREEKS.split(_COMMENTAAR.sub("", css))
    delen[::2] = [_zonder_witruimte(deel) for deel in delen[::2]]
    return "".join(delen).strip()


def _zonder_witruimte(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    return css.replace(": ", ":").replace(";}", "}")


def _selectors(lijst: str) -> list[str]:
    """Split a selector list at the commas outside brackets."""
    return re.split(r",(?![^(]*\))", lijst)


def _gebruikt(teksten: Iterable[str], waarden: Mapping[str, str]) -> set[str]:
    return {naam for tekst in teksten for naam in _GEBRUIK.findall(tekst)} & waarden.keys()


def _lees(bestand: Path) -> str:
    return bestand.read_text(encoding="utf-8")


def _maten(bestand: Path) -> str:
    inhoud = bestand.read_bytes()
    return f"{len(inhoud):,} bytes, gzip {len(gzip.compress(inhoud)):,}"


if __name__ == "__main__":
    main()
