"""Questions in the admin: how many and how late, for the beheerder, never what was asked (V7).

A beheerder keeps the portal running and has no part in the conversation with a resident. Who has
to read a question is in a team, and reads it in /werk/, where that is noted. So there is no text,
no name and no number here, whatever rights somebody has.
"""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.aandacht import Aandachtspunt, aandacht

from ..models import Hulpvraag, Vraagcijfer


class Alleen(admin.ModelAdmin):
    """To look at; nothing is added, changed or deleted here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class TeLaat(admin.SimpleListFilter):
    title = _("te laat")
    parameter_name = "laat"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("ja", _("Ja"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet:
        rijen: QuerySet = queryset.te_laat() if self.value() == "ja" else queryset
        return rijen


@admin.register(Hulpvraag)
class HulpvraagAdmin(Alleen):
    list_display = ["__str__", "team", "stand", "uiterlijk", "laat", "op_tijd", "werkdagen"]
    list_filter = [TeLaat, "stand", "op_tijd", "gebied"]
    list_select_related = ["gebied", "team"]
    date_hierarchy = "ontvangen_op"
    show_full_result_count = False
    fields = [
        *("gebied", "team", "stand", "ontvangen_op", "uiterlijk"),
        *("beantwoord_op", "op_tijd", "werkdagen", "gesloten_op", "thema"),
    ]

    @admin.display(description=_("te laat"), boolean=True)
    def laat(self, vraag: Hulpvraag) -> bool:
        return vraag.is_te_laat()


@admin.register(Vraagcijfer)
class VraagcijferAdmin(Alleen):
    list_display = ["gebied", "maand", "werkdagen", "op_tijd", "thema"]
    list_filter = ["op_tijd", "gebied", "thema"]
    list_select_related = ["gebied", "thema"]
    date_hierarchy = "maand"
    show_full_result_count = False


@aandacht(volgorde=15)
def te_laat(request: HttpRequest) -> Aandachtspunt | None:
    """Questions past their day, for who looks after the portal."""
    if not request.user.has_perm("wijken.view_hulpvraag"):
        return None
    adres = f"{reverse('admin:wijken_hulpvraag_changelist')}?laat=ja"
    uitleg = tekst("De teams zien ze in /werk/. U ziet hier niet wat er gevraagd is.")
    return Aandachtspunt(
        tekst("Vragen van bewoners die te laat zijn"),
        Hulpvraag.objects.te_laat(),
        adres,
        uitleg,
    )
