"""Organisations, places and services, each with what stands in its own row."""

from .bestanden import Rij
from .bronding import Bronding, eerste_zin
from .werk import Werk

KORT = 220
GRATIS = {"none", "none.", "free", "free.", "no fee", "no fee.", "no cost", "gratis", "geen"}
WEG = {"inactive", "defunct"}
STANDEN = {
    "temporarily closed": "tijdelijk gesloten",
    **dict.fromkeys(WEG, "niet meer actief"),
}


def lees_dingen(werk: Werk) -> None:
    """Organisations first: places and services name them."""
    for rij in werk.lees("organization", *_ORGANISATIE):
        if ding := _begin(werk, "organization", rij):
            _vul_organisatie(ding, rij)
    for rij in werk.lees("location", *_PLEK):
        if ding := _begin(werk, "location", rij):
            _vul_plek(werk, ding, rij)
    for rij in werk.lees("service", *_DIENST, *(["location_id"] if werk.bron.is_ohana else [])):
        if ding := _begin(werk, "service", rij):
            _vul_dienst(werk, ding, rij)


def _begin(werk: Werk, tabel: str, rij: Rij) -> Bronding | None:
    """A thing with its name; None for a record that cannot be recognised or named."""
    sleutel = tabel, rij["id"]
    naam = rij["name"] or rij["alternate_name"]
    if not rij["id"] or not naam:
        werk.boek.laat(rij, "zonder id of zonder naam")
    elif sleutel in werk.dingen:
        werk.boek.laat(rij, "dit id kwam al eerder voor")
    elif rij["location_type"] in ("virtual", "postal"):
        werk.boek.laat(rij, "geen plek om naartoe te gaan")
    elif rij["status"].lower() in WEG:
        werk.boek.laat(rij, "in de bron niet meer actief")
    else:
        return _met_naam(werk, Bronding(sleutel, rij), naam)
    return None


def _met_naam(werk: Werk, ding: Bronding, naam: str) -> Bronding:
    veld = ding.model.slug_bron
    lengte = ding.model._meta.get_field(veld).max_length
    ding.velden[veld] = eerste_zin(naam, lengte)
    if len(naam) > lengte:
        ding.vertel("Volledige naam", naam)
    ding.velden["beschrijving"] = ding.rij["description"]
    ding.velden["kort"] = eerste_zin(ding.rij["description"] or naam, KORT)
    for leeg in ("telefoon", "email", "website"):
        ding.velden[leeg] = ""
    ding.zet("email", ding.rij["email"])
    _zet_website(ding, ding.rij["website"] or ding.rij["url"])
    werk.dingen[ding.sleutel] = ding
    return ding


_ALLE = ("name", "alternate_name", "description", "email", "website", "url")
_ORGANISATIE = _ALLE
_PLEK = (
    *_ALLE, "organization_id", "latitude", "longitude", "transportation", "location_type",
    "languages", "accessibility",
)  # fmt: skip
_DIENST = (
    *_ALLE, "organization_id", "status", "application_process", "fees_description",
    "eligibility_description", "minimum_age", "maximum_age", "alert", "languages", "taxonomy_ids",
    "interpretation_services", "required_documents", "wait_time", "accepted_payments", "keywords",
)  # fmt: skip


def _vul_organisatie(ding: Bronding, rij: Rij) -> None:
    ding.vertel("Ook bekend als", rij["alternate_name"])
    ding.lijsten["locaties"] = []


def _vul_plek(werk: Werk, ding: Bronding, rij: Rij) -> None:
    ding.vertel("Ook bekend als", rij["alternate_name"])
    ding.velden |= dict.fromkeys(("straat", "huisnummer", "postcode", "plaats"), "")
    ding.velden |= {"lat": None, "lon": None, "land": "NL", "bereikbaarheid": ""}
    ding.zet("bereikbaarheid", rij["transportation"])
    organisatie = werk.dingen.get(("organization", rij["organization_id"]))
    if organisatie:
        organisatie.voeg_toe("locaties", ding.sleutel)
    elif rij["organization_id"]:
        werk.boek.gebrek(rij, f"organisatie {rij['organization_id']} staat niet in de bron")


def _vul_dienst(werk: Werk, ding: Bronding, rij: Rij) -> None:
    ding.velden |= dict.fromkeys(("woorden", "zo_begint_u", "kosten_toelichting"), "")
    ding.velden |= {"leeftijd_van": None, "leeftijd_tot": None, "kosten": "onbekend"}
    ding.lijsten |= {"locaties": [], "talen": []}
    if werk.themas.is_gegeven:
        ding.lijsten["themas"] = []
    ding.zet("woorden", rij["alternate_name"])
    ding.zet("zo_begint_u", rij["application_process"])
    _zet_kosten(ding, rij["fees_description"])
    _zet_leeftijd(werk, ding, rij)
    for kop, kolom in _REGELS:
        ding.vertel(kop, rij[kolom])
    ding.vertel("Let op", STANDEN.get(rij["status"].lower(), ""))
    sleutel = "organization", rij["organization_id"]
    ding.verwijzingen["verantwoordelijke"] = sleutel if sleutel in werk.dingen else None
    if sleutel not in werk.dingen:
        werk.boek.gebrek(rij, "zonder organisatie uit de bron; de redacteur is de eigenaar")


_REGELS = (
    ("Voor wie", "eligibility_description"),
    ("Let op", "alert"),
    ("Tolk", "interpretation_services"),
    ("Neem mee", "required_documents"),
    ("Wachttijd", "wait_time"),
    ("Betalen", "accepted_payments"),
    ("Woorden", "keywords"),
)


def _zet_kosten(ding: Bronding, tekst: str) -> None:
    if tekst.lower() in GRATIS:
        ding.velden["kosten"] = "gratis"
    ding.zet("kosten_toelichting", tekst, "Kosten")


def _zet_leeftijd(werk: Werk, ding: Bronding, rij: Rij) -> None:
    for kolom, veld in (("minimum_age", "leeftijd_van"), ("maximum_age", "leeftijd_tot")):
        cel = rij[kolom].removesuffix(".0")
        if cel.isdecimal() and int(cel) <= 120:
            ding.velden[veld] = int(cel)
        elif cel:
            werk.boek.gebrek(rij, f"{kolom} “{cel}” is geen leeftijd")
    van, tot = ding.velden["leeftijd_van"], ding.velden["leeftijd_tot"]
    if van is not None and tot is not None and tot < van:
        werk.boek.gebrek(rij, "de hoogste leeftijd ligt onder de laagste")
        ding.vertel("Leeftijd", f"{van} – {tot}")
        ding.velden |= {"leeftijd_van": None, "leeftijd_tot": None}


def _zet_website(ding: Bronding, adres: str) -> None:
    if adres and "://" not in adres:
        adres = f"https://{adres}"
    ding.zet("website", adres)
