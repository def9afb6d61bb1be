"""What keeps an entry off the website: the same rules for the form and for many at once (M17)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .models import Activiteit, Locatie, Organisatie, Voorziening
from .models.keuzes import Publicatie
from .regels import fout_in_bereik


def bezwaren(ding: Organisatie | Locatie | Voorziening | Activiteit) -> list[str]:
    """Why this saved entry cannot be published as it stands; empty if it can."""
    was, ding.publicatie = ding.publicatie, Publicatie.GEPUBLICEERD
    try:
        ding.full_clean()
        fouten = []
    except ValidationError as fout:
        fouten = list(fout.messages)
    finally:
        ding.publicatie = was
    if ding.is_gearchiveerd:
        fouten.append(_("Dit staat in het archief."))
    return [*fouten, *_ontbreekt_aan(ding)]


def _ontbreekt_aan(ding: Any) -> list[str]:
    """What is missing in other tables."""
    if isinstance(ding, Activiteit):
        return _ontbreekt_aan_activiteit(ding)
    if not isinstance(ding, Voorziening):
        return []
    niemand = fout_in_bereik(
        Publicatie.GEPUBLICEERD,
        hele_gemeente=ding.hele_gemeente,
        heeft_gebieden=ding.hele_gemeente or ding.gebieden.exists(),
    )
    geen_thema = "" if ding.themas.exists() else _("Kies minstens één thema.")
    return [bezwaar for bezwaar in (niemand, geen_thema) if bezwaar]


def _ontbreekt_aan_activiteit(ding: Activiteit) -> list[str]:
    niemand = fout_in_bereik(
        Publicatie.GEPUBLICEERD,
        hele_gemeente=ding.hele_gemeente,
        heeft_gebieden=bool(ding.locatie_id) or ding.gebieden.exists(),
    )
    return [niemand] if niemand else []
