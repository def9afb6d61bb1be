"""Rules about lists of a provision, which its model cannot check by itself.

The form of the admin and the import ask the same function.
"""

from django.utils.translation import gettext as _

from .models.keuzes import Publicatie


def fout_in_bereik(publicatie: str | None, *, hele_gemeente: bool, heeft_gebieden: bool) -> str:
    """Why a provision may not be published like this; '' if it may."""
    if publicatie != Publicatie.GEPUBLICEERD or hele_gemeente or heeft_gebieden:
        return ""
    return _("Voor wie is dit? Kies de hele gemeente, of kies wijken.")
