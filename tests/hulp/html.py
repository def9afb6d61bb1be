"""What can be said of a page's HTML without a browser."""

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

MAP = Path(__file__).resolve().parents[2]
VALIDATOR = MAP / "node_modules/html-validate/bin/html-validate.mjs"
REGELS = Path(__file__).with_name("htmlvalidate.json")
GEGEVENS = {"application/json", "application/ld+json"}


class Lezer(HTMLParser):
    """Reads one page: headings, title, language, description, ids, links, sources, inline code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.h1 = 0
        self.titel = self.taal = self.beschrijving = ""
        self.ids: list[str] = []
        self.links: list[str] = []
        self.bronnen: list[str] = []
        self.inline: list[str] = []
        self._in_titel = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        waarden = {naam: waarde or "" for naam, waarde in attrs}
        self.h1 += tag == "h1"
        self._in_titel = tag == "title" and not self.titel
        if tag == "html":
            self.taal = waarden.get("lang", "")
        if tag == "meta" and waarden.get("name") == "description":
            self.beschrijving = waarden.get("content", "")
        if "id" in waarden:
            self.ids.append(waarden["id"])
        self._noteer_inline(tag, waarden)
        self._noteer_links(tag, waarden)

    def _noteer_links(self, tag: str, waarden: dict[str, str]) -> None:
        if tag == "a" and "href" in waarden:
            self.links.append(waarden["href"])
        if tag == "link":
            self.bronnen.append(waarden.get("href", ""))
        if "src" in waarden:
            self.bronnen.append(waarden["src"])

    def _noteer_inline(self, tag: str, waarden: dict[str, str]) -> None:
        fout = (
            tag == "style" or "style" in waarden or any(naam.startswith("on") for naam in waarden)
        )
        if tag == "script" and "src" not in waarden:
            fout = fout or waarden.get("type") not in GEGEVENS
        if fout:
            self.inline.append(self.get_starttag_text() or tag)

    def handle_data(self, data: str) -> None:
        if self._in_titel:
            self.titel += data.strip()

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_titel = False

    def dubbele_ids(self) -> set[str]:
        return {naam for naam in self.ids if self.ids.count(naam) > 1}


def html_fouten(paginas: Mapping[str, str]) -> list[str]:
    """What html-validate finds in pages (name → HTML), all of them in one run of Node.

    Each line begins with the name of the page; empty when all are valid.
    """
    with tempfile.TemporaryDirectory() as folder:
        namen = {}
        for nummer, (naam, html) in enumerate(paginas.items()):
            bestand = Path(folder).resolve() / f"{nummer}.html"
            bestand.write_text(html, encoding="utf-8")
            namen[str(bestand)] = naam
        return [
            f"{namen[bestand['filePath']]} line {m['line']}: {m['ruleId']}: {m['message']}"
            for bestand in _valideer(folder)
            for m in bestand["messages"]
        ]


def _valideer(folder: str) -> list[dict]:
    omgeving = {**os.environ, "PATH": f"{MAP / '.venv/bin'}:{os.environ['PATH']}"}
    opdracht = ["node", str(VALIDATOR), "--config", str(REGELS), "--formatter", "json", folder]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, env=omgeving, check=False)
    if klaar.returncode > 1 or not klaar.stdout:
        raise RuntimeError(f"html-validate did not run: {klaar.stderr or klaar.stdout}")
    return json.loads(klaar.stdout)
