"""What the admin of every kept model shares."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .beheer_geschiedenis import GeschiedenisAdmin
from .beheer_verwijderen import VoorgoedVerwijderen
from .kiesveld import KiesMixin


class AlleenKijken:
    """The portal writes these rows itself: staff look. For a ModelAdmin or an inline."""

    def has_add_permission(self, *args: Any) -> bool:
        return False

    def has_change_permission(self, *args: Any) -> bool:
        return False

    def has_delete_permission(self, *args: Any) -> bool:
        return False


class EerstFilter(admin.SimpleListFilter):
    """A list that begins with one choice, ``eerst``, instead of with everything."""

    eerst: Any = ""  # what the first choice is called

    def choices(self, changelist: Any) -> Any:
        yield {
            "selected": self.value() is None,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": self.eerst,
        }
        yield from list(super().choices(changelist))[1:]


class ArchiefFilter(EerstFilter):
    """In use by default: staff see what they work on, the archive is one click away."""

    title = _("archief")
    parameter_name = "archief"
    eerst = _("in gebruik")

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("ja", _("gearchiveerd")), ("alles", _("alles"))]

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


class ArchiefAdmin(KiesMixin, VoorgoedVerwijderen, GeschiedenisAdmin):
    """A reason in the field takes an entry out of use (V12); Django's own delete is closed."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [ArchiefFilter, *super().get_list_filter(request)]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A reason archives; taking the reason away brings the entry back."""
        obj.volg_archiefreden()
        super().save_model(request, obj, form, change)


ARCHIEF: tuple[Any, Any] = (
    _("Archief"),
    {
        "classes": ["collapse"],
        "description": _(
            "Weg ermee? Schrijf de reden op. De pagina verdwijnt, en het oude adres vertelt waarom."
        ),
        "fields": ["archiefreden", "vervangen_door"],
    },
)
CONTROLE: tuple[Any, Any] = (
    _("Klopt het nog?"),
    {
        "description": _("Vul de dag in waarop iemand echt heeft nagekeken of alles klopt."),
        "fields": ["redacteur", "laatst_gecontroleerd", "controletermijn"],
    },
)
