"""How far the teams of many areas are, set at once in the list of areas (M20)."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from ..models import Gebied


def _zet(fase: str, naam: Any) -> Callable:
    @admin.action(description=naam, permissions=["change"])
    def actie(modeladmin: Any, request: HttpRequest, queryset: QuerySet) -> None:
        """Words and a day that were about the phase before go."""
        gewijzigd = [gebied for gebied in queryset if gebied.fase != fase]
        for gebied in gewijzigd:
            gebied.fase, gebied.fase_zin, gebied.fase_vanaf = fase, "", None
            gebied.save()
        melding = tekst("Bij %d gebieden aangepast.") % len(gewijzigd)
        modeladmin.message_user(request, melding, messages.SUCCESS)

    actie.__name__ = f"fase_{fase}"
    return actie


FASE_ACTIES = (
    _zet(Gebied.Fase.GEPLAND, _("Het team is hier gepland")),
    _zet(Gebied.Fase.BEGONNEN, _("Het team is hier net begonnen")),
    _zet(Gebied.Fase.LOOPT, _("Het team loopt hier")),
)
