"""Emptying the sociale kaart and the areas, their history and old addresses included."""

from django.db import models

from sociale_basis.kern.models import Foto, OudeSlug
from voorzieningen.models import (
    Activiteit,
    ActiviteitDag,
    Afwijking,
    Begrip,
    Boomlaag,
    Doelgroep,
    Locatie,
    Medewerker,
    Moment,
    Openingstijd,
    Organisatie,
    Regieafspraak,
    Ruimte,
    Stap,
    Taal,
    Thema,
    Voorstel,
    Voorwaarde,
    Voorziening,
)
from vrijwilligers.models import Aanspreekpersoon
from wijken.models import (
    Gebied,
    Hulpvraag,
    Inzet,
    Netwerkpartner,
    Postcodegebied,
    Postcodeplaats,
    Teamlid,
    Vraagcijfer,
)

# What points to others first.
VOLGORDE: tuple[type[models.Model], ...] = (
    Hulpvraag,  # what goes is counted in the next
    Vraagcijfer,
    Netwerkpartner,
    Inzet,
    Teamlid,
    Foto,
    Voorstel,
    Aanspreekpersoon,
    Medewerker,
    Moment,
    ActiviteitDag,
    Activiteit,
    Openingstijd,
    Afwijking,
    Ruimte,
    Stap,
    Regieafspraak,
    Voorwaarde,
    Voorziening,
    Boomlaag,
    Locatie,
    Organisatie,
    Thema,
    Doelgroep,
    Taal,
    Begrip,
    Postcodegebied,
    Postcodeplaats,
    Gebied,
    OudeSlug,
)


def wis() -> None:
    """Delete every row; users and texts stay."""
    Gebied.objects.update(ouder=None, cbs_ouder=None)
    Thema.objects.update(ouder=None)
    for model in VOLGORDE:
        model._default_manager.all().delete()
    for model in VOLGORDE:
        if hasattr(model, "history"):
            _wis_geschiedenis(model.history.model)


def _wis_geschiedenis(geschiedenis: type[models.Model]) -> None:
    """The lines, and before them the relations that each line kept."""
    for relatie in geschiedenis._meta.related_objects:
        relatie.related_model._default_manager.all().delete()
    geschiedenis._default_manager.all().delete()
