"""Columns that several sheets share."""

from .kolommen import Kolom

SLEUTEL_UITLEG = (
    "Het laatste deel van het adres van de pagina. Hieraan herkent het portaal de rij: verander de "
    "sleutel niet, ook niet bij een andere naam. Een nieuwe rij? Bedenk een sleutel, of laat leeg."
)


def sleutel(voorbeeld: str) -> Kolom:
    return Kolom("Sleutel", "slug", voorbeeld, SLEUTEL_UITLEG)


PUBLICATIE = Kolom("Op de website", "publicatie", "gepubliceerd")
CONTACT = (
    Kolom("Telefoon", "telefoon", "0413 28 19 11"),
    Kolom("E-mail", "email", "info@voorbeeld.nl"),
    Kolom("Website", "website", "https://www.voorbeeld.nl"),
)
ARCHIEF = (
    Kolom(
        "Reden van archiveren",
        "archiefreden",
        "Gestopt.",
        "Vul een reden in om iets van de website te halen. Maak leeg om het terug te zetten. "
        "Bezoekers zien de reden op het oude adres.",
    ),
    Kolom(
        "Gearchiveerd op",
        "gearchiveerd_op",
        "01-11-2026 14:00:00",
        "Leeg laten mag: met een nieuwe reden wordt het vandaag.",
    ),
    Kolom("Vervangen door", "vervangen_door", "", "De sleutel van wat ervoor in de plaats kwam."),
    Kolom(
        "Gewijzigd op",
        "gewijzigd_op",
        "",
        "Niet invullen. Hieraan ziet het portaal of er na de export nog iets veranderd is.",
        alleen_lezen=True,
    ),
)
BEHEER = (
    Kolom("Redacteur", "redacteur", "m.jansen", "De gebruikersnaam van een medewerker."),
    Kolom("Laatst gecontroleerd", "laatst_gecontroleerd", "01-11-2026"),
    Kolom("Controletermijn", "controletermijn", "183"),
    *ARCHIEF,
)
