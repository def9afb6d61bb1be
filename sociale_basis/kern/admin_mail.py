"""Mail that waits, went out or did not arrive: staff look, and may try again."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .beheer import AlleenKijken
from .models import Mail


@admin.register(Mail)
class MailAdmin(AlleenKijken, admin.ModelAdmin):
    """Only for who may change it, and never the text: that holds links that open something."""

    list_display = ["onderwerp", "aan", "stand", "wacht_sinds", "pogingen", "volgende_poging"]
    list_filter = ["stand"]
    fields = ("onderwerp", "aan", "stand", "wacht_sinds", "pogingen", "volgende_poging", "fout")
    readonly_fields = fields
    actions = ["probeer_opnieuw"]

    @admin.action(description=_("Nog een keer proberen te versturen"))
    def probeer_opnieuw(self, request: HttpRequest, queryset: QuerySet) -> None:
        aantal = Mail.objects.filter(pk__in=queryset.values("pk")).probeer_opnieuw()
        melding = ngettext(
            "%d mail wordt opnieuw verstuurd.", "%d mails worden opnieuw verstuurd.", aantal
        )
        self.message_user(request, melding % aantal, messages.SUCCESS)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Not by ``?tekst__startswith=``: who guesses letter by letter reads a link after all."""
        return lookup.partition("__")[0] in self.list_filter

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("kern.change_mail")
