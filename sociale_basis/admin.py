"""Users in the admin: with a way to help somebody who lost the telephone."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from .toegang import apparaten

admin.site.unregister(User)


@admin.register(User)
class GebruikerAdmin(UserAdmin):
    """Django's own, that also says whether somebody logs in with a code."""

    readonly_fields = ["last_login", "date_joined", "tweede_factor"]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        met_code = (_("Inloggen met een code"), {"fields": ["tweede_factor"]})
        return [*super().get_fieldsets(request, obj), *([met_code] if obj else [])]

    @admin.display(description=_("telefoon"))
    def tweede_factor(self, gebruiker: Any) -> Any:
        if apparaten.telefoon(gebruiker) is None:
            return _("Niet ingesteld.")
        adres = reverse("admin:tweede_factor_wis", args=[gebruiker.pk])
        return format_html(
            '{} <a href="{}">{}</a>', _("Ingesteld."), adres, _("Telefoon kwijt? Wis haar.")
        )
