"""The first step of logging in: name and password."""

from typing import Any

from django.conf import settings
from django.contrib.auth.views import LoginView
from django.http import HttpResponse
from django.shortcuts import redirect

from .apparaten import telefoon
from .formulieren import Inlogformulier
from .wacht import laat_wachten
from .wie import begin_van


class Inloggen(LoginView):
    """Who has a telephone set up, or must have one, waits for the code before getting in."""

    template_name = "toegang/inloggen.html"
    authentication_form = Inlogformulier

    def form_valid(self, form: Any) -> HttpResponse:
        self.gebruiker = gebruiker = form.get_user()
        heeft = telefoon(gebruiker) is not None
        if not heeft and not settings.TWEEDE_FACTOR_VERPLICHT:
            return super().form_valid(form)
        laat_wachten(self.request, gebruiker, self.get_success_url())
        return redirect("admin:tweede_factor_code" if heeft else "admin:tweede_factor_instellen")

    def get_default_redirect_url(self) -> str:
        return begin_van(self.gebruiker)
