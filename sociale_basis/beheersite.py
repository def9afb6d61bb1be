"""/beheer/: Django's admin with a login in two steps.

Who may enter is decided in ``has_permission`` alone: staff that gave a password and, where
``TWEEDE_FACTOR_VERPLICHT`` is on, a code from their telephone. Who works in /werk/ logs in here
too, and finds only the pages about their own login (``eigen_view``).
"""

from functools import update_wrapper
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect

# Packages whose own admin pages show keys, codes or addresses of visitors.
GEEN_BEHEER = {"axes", "otp_static", "otp_totp"}
VOOROP = {"voorzieningen": 0, "wijken": 1, "kern": 2}


class Beheersite(AdminSite):
    site_header = _("Sociale Basis: beheer")
    site_title = _("Sociale Basis")
    index_title = _("Waar wilt u aan werken?")

    def register(self, model_or_iterable: Any, *args: Any, **kwargs: Any) -> None:
        modellen = (
            model_or_iterable
            if isinstance(model_or_iterable, (list, tuple))
            else [model_or_iterable]
        )
        eigen = [model for model in modellen if model._meta.app_label not in GEEN_BEHEER]
        super().register(eigen, *args, **kwargs)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """What staff work on every day comes first; Django would sort the packages by name."""
        onderdelen = super().get_app_list(request, app_label)
        return sorted(onderdelen, key=lambda deel: VOOROP.get(deel["app_label"], len(VOOROP)))

    def has_permission(self, request: HttpRequest) -> bool:
        """Staff, with a second factor where that is required."""
        if not super().has_permission(request):
            return False
        return not settings.TWEEDE_FACTOR_VERPLICHT or is_bewezen(request.user)

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask name and password; a session that may not enter (any more) starts anew."""
        from .toegang.inloggen import Inloggen
        from .toegang.wie import begin_van, is_ingelogd

        if request.method == "GET" and is_ingelogd(request):
            return redirect(begin_van(request.user))
        if request.user.is_authenticated:
            logout(request)
        context = {**self.each_context(request), "title": _("Inloggen"), **(extra_context or {})}
        request.current_app = self.name
        antwoord: Any = Inloggen.as_view(extra_context=context)(request)
        return antwoord

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """As Django's; a form that was sent after the session ended is kept."""
        from .toegang import doorgaan

        binnen = super().admin_view(view, cacheable)

        def met_behoud(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST":
                terug = doorgaan.behoed(request, self.has_permission(request))
                if terug:
                    return redirect_to_login(terug, reverse("admin:login"))
            antwoord: HttpResponse = binnen(request, *args, **kwargs)
            return antwoord

        return update_wrapper(met_behoud, binnen)

    def eigen_view(self, view: Any) -> Any:
        """For everybody who is logged in, in /beheer/ or in /werk/: a page about themselves."""
        from .toegang.wie import is_ingelogd

        @never_cache
        @csrf_protect
        def binnen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not is_ingelogd(request):
                return redirect_to_login(request.get_full_path(), reverse("admin:login"))
            antwoord: HttpResponse = view(request, *args, **kwargs)
            return antwoord

        return update_wrapper(binnen, view)

    def get_urls(self) -> list[Any]:
        from .toegang import doorgaan, views, wachtwoord

        binnen, eigen = self.admin_view, self.eigen_view
        return [
            path("tweede-factor/", eigen(views.overzicht), name="tweede_factor"),
            path("tweede-factor/code/", views.code, name="tweede_factor_code"),
            path("tweede-factor/herstelcode/", views.herstelcode, name="tweede_factor_herstelcode"),
            path("tweede-factor/instellen/", views.instellen, name="tweede_factor_instellen"),
            path(
                "tweede-factor/nieuwe-codes/",
                eigen(views.nieuwe_codes),
                name="tweede_factor_nieuwe_codes",
            ),
            path("tweede-factor/uit/", eigen(views.zet_uit), name="tweede_factor_uit"),
            path("tweede-factor/wis/<int:pk>/", binnen(views.wis), name="tweede_factor_wis"),
            path("doorgaan/", eigen(doorgaan.doorgaan), name="doorgaan"),
            *wachtwoord.urls(self),
            *super().get_urls(),
        ]


def is_bewezen(gebruiker: Any) -> bool:
    """Whether this session showed the second factor."""
    return getattr(gebruiker, "otp_device", None) is not None
