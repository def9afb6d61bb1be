"""What the admin of every kept model shares."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from .gelijktijdig import GelijktijdigMixin
from .kiesveld import KiesMixin


class ArchiefFilter(admin.SimpleListFilter):
    """In use by default: staff see what they work on, the archive is one click away."""

    title = _("archief")
    parameter_name = "archief"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("ja", _("gearchiveerd")), ("alles", _("alles"))]

    def choices(self, changelist: Any) -> Any:
        yield {
            "selected": self.value() is None,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": _("in gebruik"),
        }
        yield from list(super().choices(changelist))[1:]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "alles":
            return queryset
        return queryset.filter(gearchiveerd_op__isnull=self.value() != "ja")


@admin.action(description=_("Als gecontroleerd aanmerken: alles klopt nog"), permissions=["change"])
def bevestig(modeladmin: Any, request: HttpRequest, queryset: QuerySet) -> None:
    """Somebody looked at each of the chosen entries and they are right (L1)."""
    for rij in queryset:
        rij.bevestig()
    modeladmin.message_user(request, _("%d keer bevestigd.") % len(queryset))


class GeschiedenisAdmin(GelijktijdigMixin, SimpleHistoryAdmin):
    """With a history: who may look sees earlier versions, who may change brings them back."""

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        if request.method == "POST" and not self.has_change_permission(request):
            raise PermissionDenied
        return super().history_form_view(request, object_id, version_id, extra_context)


class ArchiefAdmin(KiesMixin, GeschiedenisAdmin):
    """Nothing is deleted here: a reason in the field takes an entry out of use (V12)."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [ArchiefFilter, *super().get_list_filter(request)]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A reason archives; taking the reason away brings the entry back."""
        if obj.archiefreden and not obj.is_gearchiveerd:
            obj.gearchiveerd_op = timezone.now()
        elif obj.is_gearchiveerd and not obj.archiefreden:
            obj.gearchiveerd_op = None
        super().save_model(request, obj, form, change)


ARCHIEF = (
    _("Archief"),
    {
        "classes": ["collapse"],
        "description": _(
            "Weg ermee? Schrijf de reden op. De pagina verdwijnt, en het oude adres vertelt waarom."
        ),
        "fields": ["archiefreden", "vervangen_door"],
    },
)
CONTROLE = (
    _("Klopt het nog?"),
    {
        "description": _("Vul de dag in waarop iemand echt heeft nagekeken of alles klopt."),
        "fields": ["redacteur", "laatst_gecontroleerd", "controletermijn"],
    },
)
