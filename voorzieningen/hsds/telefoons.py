"""Phone numbers, also foreign ones, and people to contact."""

import phonenumbers

from sociale_basis.kern.velden import lees_telefoon

from .bestanden import Rij
from .bronding import Bronding
from .werk import NERGENS_BIJ, Werk

STEM = {"", "voice", "cell", "hotline"}
SOORTEN = {"fax": "Fax", "tty": "Teksttelefoon", "sms": "Sms", "text": "Sms", "cell": "Mobiel"}


def lees_telefoons(werk: Werk) -> None:
    """The first number to call fills the field; the others become lines of the text."""
    kolommen = (
        "organization_id", "service_id", "location_id", "service_at_location_id", "number",
        "extension", "type", "description", "country_prefix", "vanity_number",
    )  # fmt: skip
    for rij in werk.lees("phone", *kolommen):
        dingen = list(werk.bij(rij))
        if not rij["number"]:
            werk.boek.laat(rij, "zonder nummer")
        elif not dingen:
            werk.boek.laat(rij, NERGENS_BIJ)
        else:
            _zet(dingen, rij, _lees(werk, rij))


def _zet(dingen: list[Bronding], rij: Rij, nummer: str | None) -> None:
    """On everything it belongs to where nothing is filled in yet; else told where it fits best."""
    te_bellen = nummer and rij["type"] in STEM and not rij["extension"]
    leeg = [ding for ding in dingen if not ding.velden["telefoon"]] if te_bellen else []
    for ding in leeg:
        ding.velden["telefoon"] = nummer
    if dingen[0] not in leeg or rij["description"] or rij["vanity_number"]:
        _vertel(dingen[0], rij)


def _vertel(ding: Bronding, rij: Rij) -> None:
    toestel = f"toestel {rij['extension']}" if rij["extension"] else ""
    uitleg = ", ".join(filter(None, (toestel, rij["description"], rij["vanity_number"])))
    tekst = f"{rij['country_prefix']} {rij['number']}".strip()
    ding.vertel(SOORTEN.get(rij["type"], "Telefoon"), f"{tekst} ({uitleg})" if uitleg else tekst)


def _lees(werk: Werk, rij: Rij) -> str | None:
    """As the portal keeps it; a number from abroad with its country. None: only to be told."""
    land = werk.landen.get(("location", rij["location_id"])) or werk.meeste_land
    if land == "NL":
        return lees_telefoon(rij["number"])
    try:
        nummer = phonenumbers.parse(rij["number"], land)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(nummer):
        return None
    return phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164)


def lees_contacten(werk: Werk) -> None:
    """A function, never a name: people change jobs, and the portal keeps no names."""
    namen = ("organization_id", "service_id", "location_id", "service_at_location_id")
    for rij in werk.lees("contact", *namen, "title", "department", "email"):
        ding = werk.eerste(rij)
        if ding is None:
            continue
        functie = ", ".join(filter(None, (rij["title"], rij["department"])))
        if ding.sleutel[0] == "service":
            ding.zet("contact_functie", functie, "Contact")
        else:
            ding.vertel("Contact", functie)
        ding.zet("email", rij["email"])
