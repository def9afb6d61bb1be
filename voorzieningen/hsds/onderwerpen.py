"""Where a service is, what it is about, in which languages, what it costs, how to get in."""

import re
from collections import Counter

from .werk import NERGENS_BIJ, Werk


def lees_plaatsen(werk: Werk) -> None:
    for rij in werk.lees("service_at_location", "service_id", "location_id", "description"):
        dienst = werk.dingen.get(("service", rij["service_id"]))
        plek = werk.dingen.get(("location", rij["location_id"]))
        if dienst is None or plek is None:
            werk.boek.laat(rij, NERGENS_BIJ)
            continue
        dienst.voeg_toe("locaties", plek.sleutel)
        dienst.vertel("Op deze plek", rij["description"])


def lees_themas(werk: Werk) -> None:
    """Terms at the source become themes as the mapping says; the others are named."""
    termen = {rij["id"]: rij for rij in werk.lees("taxonomy_term", *_TERM)}
    werk.lees("taxonomy", "name", "description", "uri", "version")
    zonder: Counter[str] = Counter()
    kolommen = ("link_id", "link_entity", "taxonomy_term_id", "link_type", "service_id")
    for rij in werk.lees("attribute", *kolommen):
        term = termen.get(rij["taxonomy_term_id"])
        dienst = werk.dingen.get((rij["link_entity"] or "service", rij["link_id"]))
        if dienst is None or term is None:
            werk.boek.laat(rij, NERGENS_BIJ)
        elif dienst.sleutel[0] != "service":
            werk.boek.laat(rij, "alleen een voorziening heeft thema’s")
        elif thema := werk.themas.van(term):
            dienst.voeg_toe("themas", thema)
        else:
            werk.boek.laat(rij, "de term heeft geen thema in de lijst van --themas")
            zonder[f"{term['name']} ({term['code'] or term['id']})"] += 1
    werk.themas.onbekend = zonder


_TERM = (
    "code", "name", "description", "parent_id", "parent_code", "parent_name", "taxonomy_id",
    "taxonomy", "nummer", "type", "filter", "filter_parent", "filter_priority", "bom", "language",
    "term_uri",
)  # fmt: skip


def lees_talen(werk: Werk) -> None:
    """A language that the portal knows; anything else is told in the text."""
    kolommen = ("service_id", "location_id", "phone_id", "name", "code", "note", "language")
    for rij in werk.lees("language", *kolommen):
        ding = werk.eerste(rij, "service", "location")
        if ding is None:
            continue
        naam = rij["name"] or rij["language"]
        taal = werk.talen.van(rij["code"]) or werk.talen.van(naam)
        if taal is not None and ding.sleutel[0] == "service":
            ding.voeg_toe("talen", taal)
        else:
            ding.vertel("Talen", naam or rij["code"])
        ding.vertel("Talen", rij["note"])


def lees_toegankelijkheid(werk: Werk) -> None:
    kolommen = ("location_id", "accessibility", "description", "details", "url")
    for tabel in ("accessibility", "accessibility_for_disabilities"):
        for rij in werk.lees(tabel, *kolommen):
            if ding := werk.eerste(rij, "location"):
                delen = (rij[kolom] for kolom in kolommen[1:])
                ding.zet("toegankelijkheid_toelichting", ". ".join(filter(None, delen)))


def lees_kosten(werk: Werk) -> None:
    kolommen = ("option", "amount", "currency", "amount_description", "valid_from", "valid_to")
    for rij in werk.lees("cost_option", "service_id", *kolommen):
        if ding := werk.eerste(rij, "service"):
            tekst = " ".join(rij[kolom] for kolom in kolommen if rij[kolom])
            ding.zet("kosten_toelichting", tekst, "Kosten")
            if re.fullmatch(r"0+(\.0+)?", rij["amount"]) and ding.velden["kosten"] == "onbekend":
                ding.velden["kosten"] = "gratis"


def lees_voorwaarden(werk: Werk) -> None:
    """Small tables with a text about a service."""
    for tabel, kop, kolommen in _TEKSTEN:
        for rij in werk.lees(tabel, "service_id", "organization_id", *kolommen):
            if ding := werk.eerste(rij, "service", "organization"):
                ding.vertel(kop, ", ".join(rij[kolom] for kolom in kolommen if rij[kolom]))


_TEKSTEN = (
    ("required_document", "Neem mee", ("document", "uri")),
    ("eligibility", "Voor wie", ("eligibility", "description")),
    ("service_area", "Werkgebied", ("name", "description", "extent")),
    ("program", "Programma", ("name", "alternate_name", "description")),
    ("url", "Website", ("label", "url")),
    ("payment_accepted", "Betalen", ("payment",)),
)


def lees_rest(werk: Werk, gelezen: set[str]) -> None:
    """Tables that nothing is done with: every record is named with the reason."""
    for tabel in werk.bron.tabellen.keys() - gelezen:
        rijen = werk.bron.rijen(tabel)
        for rij in rijen:
            werk.boek.gelezen[rij.bestand] += 1
            werk.boek.laat(rij, _REDENEN.get(tabel, "het portaal gebruikt deze tabel niet"))


_REDENEN = {
    "herkomst": "deze tabel hoort niet bij HSDS",
    "metadata": "het portaal houdt een eigen geschiedenis bij",
    "meta_table_description": "uitleg bij de bron",
    "funding": "het portaal heeft geen veld voor financiering",
    "organization_identifier": "het portaal heeft geen veld voor nummers van organisaties",
}
