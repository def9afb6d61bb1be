"""Who may export, who may import, and who gets confidential addresses."""

from typing import Any

from .bladen import BLADEN, HOOFDBLADEN


def mag_exporteren(gebruiker: Any) -> bool:
    """Whoever may look at everything that an export holds, of every organisation."""
    return gebruiker.has_perm("voorzieningen.lees_alles") and _mag(gebruiker, "view", HOOFDBLADEN)


def mag_importeren(gebruiker: Any) -> bool:
    """Whoever may add and change everything that a file can hold, on the whole kaart.

    ``add_importbestand`` is asked as well: a group that may change only some entries (the own
    wijk, the own organisation) does not get that permission.
    """
    eigen = gebruiker.has_perm("voorzieningen.add_importbestand")
    return eigen and _mag(gebruiker, "add", BLADEN) and _mag(gebruiker, "change", BLADEN)


def mag_geheim(gebruiker: Any) -> bool:
    """Confidential addresses go only to whoever may change all of them, not those of one wijk."""
    return gebruiker.has_perm("voorzieningen.change_locatie") and mag_importeren(gebruiker)


def _mag(gebruiker: Any, wat: str, bladen: Any) -> bool:
    namen = (f"voorzieningen.{wat}_{blad.model._meta.model_name}" for blad in bladen)
    return gebruiker.is_active and gebruiker.is_staff and gebruiker.has_perms(list(namen))
