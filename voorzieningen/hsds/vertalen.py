"""From the tables of a source to organisations, places and provisions of the portal."""

from .adressen import lees_adressen
from .dingen import lees_dingen
from .onderwerpen import (
    lees_kosten,
    lees_plaatsen,
    lees_rest,
    lees_talen,
    lees_themas,
    lees_toegankelijkheid,
    lees_voorwaarden,
)
from .rooster import lees_roosters
from .telefoons import lees_contacten, lees_telefoons
from .werk import Werk

# Things before what belongs to them; addresses before phones, that follow the country.
STAPPEN = (
    lees_dingen,
    lees_adressen,
    lees_plaatsen,
    lees_telefoons,
    lees_contacten,
    lees_themas,
    lees_talen,
    lees_toegankelijkheid,
    lees_kosten,
    lees_voorwaarden,
    lees_roosters,
)
TABELLEN = {
    "organization", "location", "service", "address", "mail_address", "service_at_location",
    "phone", "contact", "taxonomy", "taxonomy_term", "attribute", "language", "accessibility",
    "accessibility_for_disabilities", "cost_option", "required_document", "eligibility",
    "service_area", "program", "url", "payment_accepted", "schedule", "holiday_schedule",
}  # fmt: skip


def vertaal(werk: Werk) -> None:
    """Fill ``werk.dingen`` and the account; nothing is written."""
    for stap in STAPPEN:
        stap(werk)
    lees_rest(werk, TABELLEN)
    for ding in werk.dingen.values():
        ding.rond_af()
