"""What organisations, places and provisions share in the admin."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import bevestig
from sociale_basis.kern.leesveld import LeesbaarTekstvak, LeesbareRegel

from ..models import Dubbel
from .acties import ACTIES
from .filters import LetOpFilter, RedacteurFilter
from .rollen import RolAdmin
from .voorbeeld import VoorbeeldMixin


class KaartAdmin(VoorbeeldMixin, RolAdmin):
    """Lists that show what needs attention, forms that help to write, and a preview."""

    actions = [bevestig, *ACTIES]
    object_history_template = "admin/voorzieningen/geschiedenis.html"
    list_filter = [LetOpFilter, RedacteurFilter, "publicatie", "soort"]
    list_per_page = 50
    save_on_top = True
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # a count for every choice of every filter is slow
    list_display = ["__str__", "soort", "publicatie", "controle"]
    list_select_related = ["redacteur"]
    leesbaar: tuple[str, ...] = ("kort", "beschrijving")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Texts for residents come with hints for readers."""
        if db_field.name in self.leesbaar:
            is_lang = db_field.get_internal_type() == "TextField"
            kwargs["widget"] = LeesbaarTekstvak if is_lang else LeesbareRegel
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Also with what was merged here, to undo it at once."""
        paren = Dubbel.objects.van(self.model, object_id).terug_te_draaien_door(request.user)
        mag = request.user.has_perm("voorzieningen.view_dubbel")
        context = {"samengevoegd": [dubbel for dubbel in paren if mag and dubbel.terugweg]}
        return super().history_view(request, object_id, context | (extra_context or {}))

    @admin.display(description=_("controle"), ordering="controleren_voor")
    def controle(self, ding: Any) -> str:
        """Until when it counts as checked, or since when no longer."""
        dag = date_format(ding.controleren_voor, "j-n-Y")
        if ding.is_lang_niet_gecontroleerd():
            return tekst("⚠⚠ al lang te laat: %s") % dag
        if ding.is_te_controleren():
            return tekst("⚠ te laat: %s") % dag
        return tekst("goed tot %s") % dag
