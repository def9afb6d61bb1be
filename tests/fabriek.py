"""A small cast for the tests: plain functions with sensible defaults.

``een_voorziening()`` is a published, freely accessible provision of a visible organisation;
every test changes only what it is about.
"""

from datetime import time, timedelta
from itertools import count, pairwise
from typing import Any

from django.utils import timezone

from sociale_basis.kern.zoeken.bijhouden import uitgesteld
from voorzieningen.models import (
    Activiteit,
    Begrip,
    Boomlaag,
    Doelgroep,
    Locatie,
    Organisatie,
    Regieafspraak,
    Stap,
    Thema,
    Voorwaarde,
    Voorziening,
)
from wijken.models import Gebied

_nummer = count(1)

# A square of 0.1 degree around Uden, and the same to the east of it.
VIERKANT_UDEN = {
    "type": "Polygon",
    "coordinates": [[[5.6, 51.6], [5.7, 51.6], [5.7, 51.7], [5.6, 51.7], [5.6, 51.6]]],
}
IN_UDEN = {"lat": 51.66, "lon": 5.62}


def de_gemeente(**velden: Any) -> Gebied:
    """Gemeente Maashorst with a number to call."""
    standaard = {
        "naam": "Maashorst",
        "soort": Gebied.Soort.GEMEENTE,
        "code": "GM1991",
        "contact_naam": "Gemeente Maashorst",
        "contact_telefoon": "085 000 1234",
        "contact_uren": "maandag tot en met vrijdag van 9 tot 17 uur",
    }
    return Gebied.objects.filter(code="GM1991").first() or Gebied.objects.create(
        **standaard | velden
    )


def een_wijk(naam: str = "Volkel", **velden: Any) -> Gebied:
    """An own wijk of the municipality."""
    standaard = {"soort": Gebied.Soort.WIJK, "indeling": Gebied.Indeling.EIGEN}
    if "ouder" not in velden:
        velden["ouder"] = de_gemeente()
    return Gebied.objects.create(naam=naam, **standaard | velden)


def een_buurt(naam: str = "Kom Volkel", **velden: Any) -> Gebied:
    """A CBS buurt with a square border around Uden."""
    standaard = {
        "soort": Gebied.Soort.BUURT,
        "code": f"BU1991{next(_nummer):04d}",
        "grens": VIERKANT_UDEN,
        "midden_lat": 51.65,
        "midden_lon": 5.65,
    }
    return Gebied.objects.create(naam=naam, **standaard | velden)


def een_organisatie(naam: str = "Stichting Samen Verder", **velden: Any) -> Organisatie:
    standaard = {"kort": "Helpt bewoners op weg.", "publicatie": "gepubliceerd"}
    return Organisatie.objects.create(naam=naam, **standaard | velden)


def een_plek(naam: str = "Dorpshuis De Linde", **velden: Any) -> Locatie:
    """A published place in Uden, open to anyone."""
    standaard = {
        "soort": Locatie.Soort.DORPSHUIS,
        "is_ontmoetingsplek": True,
        "straat": "Lindestraat",
        "huisnummer": "1",
        "postcode": "5401AB",
        "plaats": "Uden",
        "publicatie": "gepubliceerd",
        **IN_UDEN,
    }
    return Locatie.objects.create(naam=naam, **standaard | velden)


def een_geheime_plek(naam: str = "Opvanghuis Nergens", **velden: Any) -> Locatie:
    """A shelter: its address may be sent out nowhere."""
    geheim = {"vertrouwelijk": True, "is_ontmoetingsplek": False, "straat": "Geheimlaan"}
    return een_plek(naam, **geheim | velden)


def een_thema(naam: str = "Geld", **velden: Any) -> Thema:
    return Thema.objects.filter(naam=naam).first() or Thema.objects.create(naam=naam, **velden)


def een_doelgroep(naam: str = "Mantelzorgers", **velden: Any) -> Doelgroep:
    return Doelgroep.objects.create(naam=naam, **velden)


def een_begrip(term: str = "Mantelzorg", **velden: Any) -> Begrip:
    return Begrip.objects.create(term=term, **{"uitleg": "Zorg voor een naaste."} | velden)


@uitgesteld()
def een_voorziening(titel: str = "Formulierenbrigade", **velden: Any) -> Voorziening:
    """A published provision for the whole municipality, with a theme and an owner."""
    themas = velden.pop("themas", None) or [een_thema()]
    standaard = {
        "kort": "Wij helpen u met formulieren.",
        "toegang": Voorziening.Toegang.INLOOP,
        "hele_gemeente": True,
        "publicatie": "gepubliceerd",
    }
    relaties = {
        naam: velden.pop(naam)
        for naam in ("locaties", "gebieden", "doelgroepen", "uitvoerders", "talen")
        if naam in velden
    }
    if "verantwoordelijke" not in velden:
        velden["verantwoordelijke"] = (
            Organisatie.objects.filter(
                publicatie="gepubliceerd", gearchiveerd_op__isnull=True
            ).first()
            or een_organisatie()
        )
    voorziening = Voorziening.objects.create(titel=titel, **standaard | velden)
    voorziening.themas.set(themas)
    for naam, waarden in relaties.items():
        getattr(voorziening, naam).set(waarden)
    return voorziening


def een_activiteit(titel: str = "Soep", **velden: Any) -> Activiteit:
    """A published activity every week from tomorrow on, also on holidays, for everybody."""
    standaard = {
        "kort": "Een kom soep aan de lange tafel.",
        "begin_dag": timezone.localdate() + timedelta(days=1),
        "van": time(12),
        "tot": time(13, 30),
        "herhaling": "week",
        "ook_op_feestdagen": True,
        "hele_gemeente": "gebieden" not in velden,
        "publicatie": "gepubliceerd",
    }
    relaties = {
        naam: velden.pop(naam) for naam in ("gebieden", "themas", "doelgroepen") if naam in velden
    }
    if "verantwoordelijke" not in velden:
        velden["verantwoordelijke"] = Organisatie.objects.zichtbaar().first() or een_organisatie()
    activiteit = Activiteit.objects.create(titel=titel, **standaard | velden)
    for naam, waarden in relaties.items():
        getattr(activiteit, naam).set(waarden)
    return activiteit


def een_laag(naam: str = "Buurt", **velden: Any) -> Boomlaag:
    """A layer of the boom, above those that there are."""
    standaard = {
        "volgorde": Boomlaag.objects.count() + 1,
        "niveau": Boomlaag.Niveau.WIJK,
        "wat": f"Dit is {naam}.",
        "wie": "mensen die helpen",
    }
    return Boomlaag.objects.create(naam=naam, **standaard | velden)


def een_stap(van: Any, naar: Any, soort: str = "ondersteuning", **velden: Any) -> Stap:
    """A step between layers or provisions, saved as it is: the rules are in ``full_clean()``."""
    stap = een_nieuwe_stap(van, naar, soort, **velden)
    stap.save()
    return stap


def een_nieuwe_stap(van: Any, naar: Any, soort: str = "ondersteuning", **velden: Any) -> Stap:
    """The same, not saved yet."""
    enden = {
        f"{kant}_{'laag' if isinstance(ding, Boomlaag) else 'voorziening'}": ding
        for kant, ding in (("van", van), ("naar", naar))
    }
    standaard = {
        "wanneer": "Het lukt niet alleen.",
        "wie": "de helper",
        "wie_belt": "De helper belt, met u erbij.",
    }
    return Stap(soort=soort, **enden, **standaard | velden)


def een_boom() -> list[Boomlaag]:
    """Three layers with steps up and back between each: Buurt, Team, Specialist."""
    lagen = [
        een_laag("Buurt", opvang="buurt"),
        een_laag("Team", opvang="vrij"),
        een_laag("Specialist", opvang="drempel"),
    ]
    for onder, boven in pairwise(lagen):
        een_stap(onder, boven)
        een_stap(boven, onder, "afschalen")
    return lagen


def een_voorwaarde(naam: str = "Er zijn kinderen", **velden: Any) -> Voorwaarde:
    return Voorwaarde.objects.create(naam=naam, **velden)


def een_afspraak(
    naam: str, themas: Any = (), voorwaarden: Any = (), **velden: Any
) -> Regieafspraak:
    """An agreement about regie; without themes and conditions it is the fallback."""
    if "organisatie" not in velden:
        velden["organisatie"] = een_organisatie(f"Organisatie {naam}", telefoon="085 000 4321")
    standaard = {"functie": "regisseur", "waarom": "Dit past.", "anderen": "Zij helpen mee."}
    afspraak = Regieafspraak.objects.create(naam=naam, **standaard | velden)
    afspraak.themas.set(themas)
    afspraak.voorwaarden.set(voorwaarden)
    return afspraak
