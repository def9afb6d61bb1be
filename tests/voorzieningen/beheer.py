"""For tests of the admin: what a form would send, read from the page itself."""

from html.parser import HTMLParser
from typing import Any


class _Velden(HTMLParser):
    """The fields of the main form of a page of the admin, as a browser would post them."""

    def __init__(self) -> None:
        super().__init__()
        self.waarden: dict[str, list[str]] = {}
        self._binnen = False
        self._select = self._tekstvak = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        veld = dict(attrs)
        if tag == "form":
            self._binnen = veld.get("method") == "post" and "logout" not in veld.get("id", "")
        if not self._binnen:
            return
        naam = veld.get("name") or ""
        if tag == "input" and naam and veld.get("type") not in ("submit", "button"):
            self._invoer(naam, veld)
        elif tag == "select":
            self._select = naam
        elif tag == "option" and self._select and "selected" in veld:
            self._voeg_toe(self._select, veld.get("value") or "")
        elif tag == "textarea":
            self._tekstvak = naam
            self.waarden.setdefault(naam, [""])

    def _invoer(self, naam: str, veld: dict[str, str]) -> None:
        if veld.get("type") in ("checkbox", "radio") and "checked" not in veld:
            return
        self._voeg_toe(naam, veld.get("value") or ("on" if veld.get("type") == "checkbox" else ""))

    def _voeg_toe(self, naam: str, waarde: str) -> None:
        self.waarden.setdefault(naam, []).append(waarde)

    def handle_data(self, data: str) -> None:
        if self._tekstvak:
            self.waarden[self._tekstvak] = [self.waarden[self._tekstvak][0] + data]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._tekstvak:
            tekst = self.waarden[self._tekstvak][0]
            self.waarden[self._tekstvak] = [tekst.removeprefix("\r\n").removeprefix("\n")]
            self._tekstvak = ""
        elif tag == "select":
            self._select = ""
        elif tag == "form":
            self._binnen = False


def velden(html: str) -> dict[str, list[str]]:
    """What the form on a page of the admin sends when nothing is changed."""
    lezer = _Velden()
    lezer.feed(html)
    return lezer.waarden


def open_formulier(client: Any, adres: str) -> dict[str, list[str]]:
    """Open a page of the admin as somebody does who begins to type."""
    antwoord = client.get(adres)
    assert antwoord.status_code == 200, antwoord.status_code
    return velden(antwoord.content.decode())


def wijzig(adres_van: Any) -> str:
    """Address of the form of an entry."""
    meta = adres_van._meta
    return f"/beheer/{meta.app_label}/{meta.model_name}/{adres_van.pk}/change/"
