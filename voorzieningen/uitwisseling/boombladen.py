"""The sheets of the boom: layers, steps, conditions and agreements about regie (H3, H4)."""

from voorzieningen.models import Boomlaag, Regieafspraak, Stap, Voorwaarde
from voorzieningen.models.stap import ENDEN

from .kolomgroepen import ARCHIEF, CONTACT, sleutel
from .kolommen import Blad, Kolom

TELEFOON, EMAIL, _WEBSITE = CONTACT
BEREIKBAAR = Kolom("Bereikbaar", "bereikbaar", "ma t/m vr, 9-12 uur")

LAGEN = Blad(
    "Lagen",
    "laag",
    Boomlaag,
    (
        sleutel("lokaal-team"),
        Kolom("Naam", "naam", "Lokaal team"),
        Kolom("Plaats in de boom", "volgorde", "2"),
        Kolom("Werkt voor", "niveau", "wijk"),
        Kolom("Wat is het", "wat", "Het lokaal team denkt met u mee."),
        Kolom("Wie werkt hier", "wie", "preventiewerker jeugd, preventiewerker volwassenen"),
        Kolom("Wat doen zij niet", "grens", "Hoogstens 5 gesprekken."),
        Kolom("Alledaagse woorden", "woorden", "wijkteam, sociaal team"),
        Kolom("Hoort er vanzelf bij", "opvang", "vrij"),
        Kolom("Verantwoordelijke", "verantwoordelijke", "gemeente-maashorst"),
        Kolom("Wie neemt op", "contact_functie", "medewerker van het lokaal team"),
        TELEFOON,
        EMAIL,
        BEREIKBAAR,
        *ARCHIEF,
    ),
    orden=("volgorde", "pk"),
)

STAPPEN = Blad(
    "Stappen",
    "stap",
    Stap,
    (
        sleutel("van-buurt-naar-lokaal-team"),
        Kolom("Naam", "naam", "Van de buurt naar het lokaal team", leeg_blijft=True),
        Kolom("Soort stap", "soort", "ondersteuning"),
        Kolom("Van laag", "van_laag", "eigen-kring-en-buurt"),
        Kolom("Van voorziening", "van_voorziening", ""),
        Kolom("Naar laag", "naar_laag", "lokaal-team"),
        Kolom("Naar voorziening", "naar_voorziening", ""),
        Kolom("Wanneer", "wanneer", "De buren kunnen het niet meer alleen."),
        Kolom("Wie zet de stap", "wie", "de aanspreekpersoon"),
        Kolom("Wie belt wie", "wie_belt", "De aanspreekpersoon belt het lokaal team."),
        Kolom("De bewoner is erbij", "bewoner_erbij", "ja"),
        Kolom("Wat wordt verteld", "wat_verteld", "Alleen waar de bewoner ja op zegt."),
        Kolom("Hoe lang duurt het", "duur", "Een week."),
        Kolom("Grens", "grens", "Hoogstens 5 gesprekken."),
        *ARCHIEF,
    ),
    samen=ENDEN,
)

VOORWAARDEN = Blad(
    "Voorwaarden",
    "voorwaarde",
    Voorwaarde,
    (
        sleutel("kinderen-in-het-gezin"),
        Kolom("Naam", "naam", "Er zijn kinderen in het gezin"),
        Kolom("Uitleg", "uitleg", "Jonger dan 18 jaar."),
        Kolom("Gevaar", "gevaar", ""),
        Kolom("Volgorde", "volgorde", "1"),
        *ARCHIEF,
    ),
    orden=("volgorde", "sorteernaam", "pk"),
)

AFSPRAKEN = Blad(
    "Regieafspraken",
    "regieafspraak",
    Regieafspraak,
    (
        sleutel("geldzorgen-in-een-gezin"),
        Kolom("Naam", "naam", "Geldzorgen in een gezin"),
        Kolom("Onderwerpen", "themas", "geld; kinderen"),
        Kolom("Voorwaarden", "voorwaarden", "kinderen-in-het-gezin"),
        Kolom("Wie heeft de regie", "organisatie", "gemeente-maashorst"),
        Kolom("Functie", "functie", "gezinscoach"),
        TELEFOON,
        EMAIL,
        BEREIKBAAR,
        Kolom("Waarom deze", "waarom", "De gezinscoach kent het hele gezin."),
        Kolom("Wat doen de anderen", "anderen", "Zij helpen met het geld en bellen de coach."),
        *ARCHIEF,
    ),
)
