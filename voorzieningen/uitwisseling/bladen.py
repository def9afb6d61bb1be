"""All sheets with all their columns: the one place that says what is exchanged.

A new field of a model gets a column here; ``tests/voorzieningen/uitwisseling/test_bladen.py``
fails for a field that has none and is not named in ``NIET_UITGEWISSELD``.
"""

from voorzieningen.models import (
    Afwijking,
    Locatie,
    Openingstijd,
    Organisatie,
    Ruimte,
    Voorziening,
)

from .boombladen import AFSPRAKEN, LAGEN, STAPPEN, VOORWAARDEN
from .kolomgroepen import BEHEER, CONTACT, PUBLICATIE, sleutel
from .kolommen import Blad, Deelblad, Kolom

# What follows from other fields, or is no matter of the file.
NIET_UITGEWISSELD = {
    "id", "sorteernaam", "rang", "aangemaakt_op", "controleren_voor", "verouderd_vanaf",
}  # fmt: skip

ORGANISATIES = Blad(
    "Organisaties",
    "organisatie",
    Organisatie,
    (
        sleutel("stichting-samen-verder"),
        Kolom("Naam", "naam", "Stichting Samen Verder"),
        Kolom("Soort", "soort", "welzijn"),
        Kolom("In één zin", "kort", "Helpt bewoners op weg."),
        Kolom("Beschrijving", "beschrijving"),
        *CONTACT,
        Kolom("Bereikbaar", "bereikbaar", "ma t/m vr, 9-12 uur"),
        Kolom("Plekken", "locaties", "dorpshuis-de-linde"),
        PUBLICATIE,
        *BEHEER,
    ),
)

PLEKKEN = Blad(
    "Plekken",
    "plek",
    Locatie,
    (
        sleutel("dorpshuis-de-linde"),
        Kolom("Naam", "naam", "Dorpshuis De Linde"),
        Kolom("Soort", "soort", "dorpshuis"),
        Kolom("Ontmoetingsplek", "is_ontmoetingsplek", "ja"),
        Kolom("In één zin", "kort", "Hart van het dorp."),
        Kolom("Beschrijving", "beschrijving"),
        Kolom("Geheim adres", "vertrouwelijk", "nee"),
        Kolom("Straat", "straat", "Lindestraat"),
        Kolom("Huisnummer", "huisnummer", "1"),
        Kolom("Postcode", "postcode", "5401 AB"),
        Kolom("Plaats", "plaats", "Uden"),
        Kolom("Land", "land", "NL"),
        Kolom("Breedtegraad", "lat", "51,6607"),
        Kolom("Lengtegraad", "lon", "5,6189"),
        Kolom("Buurt", "gebied", "kom-volkel"),
        Kolom("Hoe komt u er", "bereikbaarheid", "Bushalte voor de deur."),
        *CONTACT,
        Kolom("Beheerder", "beheerder", "beheerder van het dorpshuis"),
        Kolom("Beheerstichting", "beheerstichting", "stichting-de-linde"),
        Kolom("Tarief", "tarief", "10 euro per uur"),
        Kolom("Zonder drempels", "drempelvrij", "ja"),
        Kolom("Toilet voor rolstoel", "rolstoeltoilet", "nee"),
        Kolom("Lift of gelijkvloers", "lift", "onbekend"),
        Kolom("Ringleiding", "ringleiding", "onbekend"),
        Kolom("Parkeerplaats voor gehandicapten", "parkeren_gehandicapten", "ja"),
        Kolom("Hulphond mag mee", "hulphond", "ja"),
        Kolom("Meer over toegankelijkheid", "toegankelijkheid_toelichting"),
        Kolom("Op feestdagen", "feestdagen", "dicht"),
        PUBLICATIE,
        *BEHEER,
    ),
)

VOORZIENINGEN = Blad(
    "Voorzieningen",
    "voorziening",
    Voorziening,
    (
        sleutel("formulierenbrigade"),
        Kolom("Titel", "titel", "Formulierenbrigade"),
        Kolom("In één zin", "kort", "Wij helpen u met formulieren."),
        Kolom("Beschrijving", "beschrijving"),
        Kolom("Alledaagse woorden", "woorden", "brief, formulier, belasting"),
        Kolom("Soort", "soort", "formeel"),
        Kolom("Vorm", "vorm", "individueel"),
        Kolom("Toegang", "toegang", "inloop"),
        Kolom("Zo begint u", "zo_begint_u", "Loop binnen op dinsdag."),
        Kolom("Door vrijwilligers", "door_vrijwilligers", "ja"),
        Kolom("Kosten", "kosten", "gratis"),
        Kolom("Meer over kosten", "kosten_toelichting"),
        Kolom("Vanaf leeftijd", "leeftijd_van", "18"),
        Kolom("Tot en met leeftijd", "leeftijd_tot"),
        Kolom("Talen", "talen", "en; ar"),
        Kolom("Tolk mogelijk", "tolk", "onbekend"),
        Kolom("Voor wie", "doelgroepen", "mantelzorgers"),
        Kolom("Laag van de boom", "laag", "lokaal-team"),
        Kolom("Thema’s", "themas", "geld"),
        Kolom("Hele gemeente", "hele_gemeente", "nee"),
        Kolom("Wijken", "gebieden", "volkel; reek"),
        Kolom("Verantwoordelijke", "verantwoordelijke", "stichting-samen-verder"),
        Kolom("Uitgevoerd door", "uitvoerders", "stichting-samen-verder"),
        Kolom("Plekken", "locaties", "dorpshuis-de-linde"),
        Kolom("Contact", "contact_functie", "medewerker van de Formulierenbrigade"),
        *CONTACT,
        Kolom("Bereikbaar", "bereikbaar", "ma t/m vr, 9-12 uur"),
        Kolom("Op feestdagen", "feestdagen", "dicht"),
        PUBLICATIE,
        Kolom("Zichtbaar vanaf", "zichtbaar_vanaf"),
        Kolom("Zichtbaar tot en met", "zichtbaar_tot", "31-12-2026"),
        *BEHEER,
    ),
    titelveld="titel",
)

BIJ = (
    Kolom("Hoort bij", "bij", "plek"),
    Kolom("Sleutel", "slug", "dorpshuis-de-linde", "De sleutel van de plek of de voorziening."),
)
GEEN = Kolom(
    "Geen",
    "geen",
    "nee",
    "Vul ja in om alles van dit blad bij deze plek of voorziening weg te halen.",
)

OPENINGSTIJDEN = Deelblad(
    "Openingstijden",
    "openingstijd",
    Openingstijd,
    (
        *BIJ,
        Kolom("Dag", "weekdag", "dinsdag"),
        Kolom("Van", "van", "9:00"),
        Kolom("Tot", "tot", "12:00"),
        Kolom("Geldt vanaf", "geldig_van"),
        Kolom("Geldt tot en met", "geldig_tot", "31-12-2026"),
        Kolom("Op afspraak", "op_afspraak", "nee"),
        Kolom("Opmerking", "opmerking", "Koffie staat klaar."),
        GEEN,
    ),
    ouders=("locatie", "voorziening"),
)

AFWIJKENDE_DAGEN = Deelblad(
    "Afwijkende dagen",
    "afwijkende dag",
    Afwijking,
    (
        *BIJ,
        Kolom("Vanaf", "van_dag", "24-12-2026"),
        Kolom("Tot en met", "tot_dag", "01-01-2027"),
        Kolom("Gesloten", "gesloten", "ja"),
        Kolom("Van", "van"),
        Kolom("Tot", "tot"),
        Kolom("Reden", "reden", "Kerstvakantie"),
        GEEN,
    ),
    ouders=("locatie", "voorziening"),
)

RUIMTES = Deelblad(
    "Ruimtes",
    "ruimte",
    Ruimte,
    (
        Kolom("Sleutel", "slug", "dorpshuis-de-linde", "De sleutel van de plek."),
        Kolom("Ruimte", "naam", "Grote zaal"),
        Kolom("Aantal personen", "personen", "60"),
        Kolom("Tarief", "tarief", "15 euro per uur"),
        Kolom("Wat is er", "inrichting", "Keuken, beamer"),
        GEEN,
    ),
    ouders=("locatie",),
)

# In the order in which they are written: what is named comes before what names it.
HOOFDBLADEN = (ORGANISATIES, PLEKKEN, LAGEN, VOORZIENINGEN, STAPPEN, VOORWAARDEN, AFSPRAKEN)
DEELBLADEN = (OPENINGSTIJDEN, AFWIJKENDE_DAGEN, RUIMTES)
BOOMBLADEN = (LAGEN, STAPPEN, VOORWAARDEN, AFSPRAKEN)
# In the order in which people find them in a file.
BLADEN: tuple[Blad, ...] = (ORGANISATIES, PLEKKEN, VOORZIENINGEN, *DEELBLADEN, *BOOMBLADEN)
