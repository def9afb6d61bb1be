"""The second factor: show a code at login, set up a telephone, recovery codes, another phone.

Who waits for a code is anonymous to every page but ``code``, ``herstelcode`` and
``instellen``; the last one only as long as there is no telephone yet.
"""

from base64 import b32encode
from collections.abc import Callable
from functools import wraps
from typing import Any

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django_otp import login as bewijs

from sociale_basis.kern.logboek import leg_vast
from sociale_basis.kern.models import Logregel

from . import apparaten
from .formulieren import Codeformulier, Herstelformulier, Wachtwoordvraag
from .wacht import laat_binnen, wachtende
from .wie import is_ingelogd

TWEEDE_FACTOR = Logregel.Soort.TWEEDE_FACTOR


def _met_wachtende(view: Callable) -> Callable:
    """A view ``(request, user)`` for who gave a password; others begin at the login."""

    @sensitive_post_parameters()
    @never_cache
    @csrf_protect
    @wraps(view)
    def wrapper(request: HttpRequest) -> HttpResponse:
        gebruiker = wachtende(request)
        return view(request, gebruiker) if gebruiker else redirect("admin:login")

    return wrapper


def _toon(request: HttpRequest, sjabloon: str, titel: Any, **context: Any) -> HttpResponse:
    context = {**site.each_context(request), "title": titel, **context}
    return render(request, f"toegang/{sjabloon}.html", context)


def _toon_codes(request: HttpRequest, codes: list[str], volgende: str = "") -> HttpResponse:
    """The recovery codes, this once."""
    titel = _("Bewaar uw herstelcodes")
    return _toon(request, "herstelcodes", titel, codes=codes, volgende=volgende)


# --- at login ------------------------------------------------------------------------------


@_met_wachtende
def code(request: HttpRequest, gebruiker: Any) -> HttpResponse:
    """The code from the telephone; who has none yet sets it up first."""
    apparaat = apparaten.telefoon(gebruiker)
    if apparaat is None:
        return redirect("admin:tweede_factor_instellen")
    return _vraag(request, gebruiker, Codeformulier, apparaat)


@_met_wachtende
def herstelcode(request: HttpRequest, gebruiker: Any) -> HttpResponse:
    """A recovery code instead, for who has lost the telephone."""
    apparaat = apparaten.noodapparaat(gebruiker)
    if apparaat is None:
        return redirect("admin:tweede_factor_code")
    return _vraag(request, gebruiker, Herstelformulier, apparaat)


def _vraag(request: HttpRequest, gebruiker: Any, soort: Any, apparaat: Any) -> HttpResponse:
    form = soort(apparaat, request.POST or None)
    met_herstelcode = soort is Herstelformulier
    if request.method == "POST" and form.is_valid():
        volgende = laat_binnen(request, gebruiker, apparaat)
        if met_herstelcode:
            _na_herstelcode(request)
        return redirect(volgende)
    if form.errors:
        leg_vast(request, TWEEDE_FACTOR, _("Verkeerde code."), naam=gebruiker.get_username())
    titel = _("Vul een herstelcode in") if met_herstelcode else _("Vul de code in")
    return _toon(request, "code", titel, form=form, met_herstelcode=met_herstelcode)


def _na_herstelcode(request: HttpRequest) -> None:
    over = apparaten.aantal_herstelcodes(request.user)
    leg_vast(request, TWEEDE_FACTOR, _("Ingelogd met een herstelcode. Nog %d over.") % over)
    melding = _("U heeft nog %d herstelcodes. Is uw telefoon weg? Stel dan een andere in.") % over
    messages.warning(request, melding)


# --- setting up ----------------------------------------------------------------------------


@sensitive_post_parameters()
@never_cache
@csrf_protect
def instellen(request: HttpRequest) -> HttpResponse:
    """Scan the QR code, type the first code, get recovery codes. Inside it asks the password."""
    binnen = is_ingelogd(request)
    gebruiker = request.user if binnen else wachtende(request)
    if gebruiker is None:
        return redirect("admin:login")
    if not binnen and apparaten.telefoon(gebruiker):
        return redirect("admin:tweede_factor_code")
    apparaat = apparaten.nieuwe_telefoon(request, gebruiker)
    vragen = _vragen(request, apparaat, met_wachtwoord=binnen)
    if request.method == "POST" and all(vraag.is_valid() for vraag in vragen):
        return _neem_in_gebruik(request, gebruiker, apparaat, binnen)
    qr = segno.make(apparaat.config_url, error="m").svg_data_uri(scale=5, border=4, light="#fff")
    context = {"vragen": vragen, "qr": qr, "sleutel": _leesbaar(apparaat), "binnen": binnen}
    return _toon(request, "instellen", _("Inloggen met een code"), **context)


def _vragen(request: HttpRequest, apparaat: Any, *, met_wachtwoord: bool) -> list[Any]:
    """The password first, where it is asked: a code is used up by looking at it."""
    data = request.POST if request.method == "POST" else None
    if not met_wachtwoord:
        return [Codeformulier(apparaat, data)]
    wachtwoord = Wachtwoordvraag(request, data)
    return [wachtwoord, Codeformulier(apparaat, data if wachtwoord.is_valid() else None)]


def _neem_in_gebruik(
    request: HttpRequest, gebruiker: Any, apparaat: Any, binnen: bool
) -> HttpResponse:
    codes = apparaten.neem_in_gebruik(apparaat)
    request.session.pop(apparaten.SESSIE, None)
    if binnen:
        bewijs(request, apparaat)
        volgende = ""
    else:
        volgende = laat_binnen(request, gebruiker, apparaat)
    leg_vast(request, TWEEDE_FACTOR, _("Telefoon ingesteld."))
    return _toon_codes(request, codes, volgende)


def _leesbaar(apparaat: Any) -> str:
    """The key for who cannot scan, in groups of four."""
    sleutel = b32encode(apparaat.bin_key).decode()
    return " ".join(sleutel[begin : begin + 4] for begin in range(0, len(sleutel), 4))


# --- inside --------------------------------------------------------------------------------


def overzicht(request: HttpRequest) -> HttpResponse:
    """What is set up, and what can be changed."""
    return _toon(
        request,
        "overzicht",
        _("Inloggen met een code"),
        telefoon=apparaten.telefoon(request.user),
        aantal=apparaten.aantal_herstelcodes(request.user),
        verplicht=settings.TWEEDE_FACTOR_VERPLICHT,
    )


def _na_wachtwoord(titel: Any, uitleg: Any, knop: Any) -> Callable:
    """A view ``(request)`` that runs after the password was given again."""

    def decorator(view: Callable[[HttpRequest], HttpResponse]) -> Callable:
        @sensitive_post_parameters()
        @wraps(view)
        def wrapper(request: HttpRequest) -> HttpResponse:
            if apparaten.telefoon(request.user) is None:
                return redirect("admin:tweede_factor")
            form = Wachtwoordvraag(request, request.POST if request.method == "POST" else None)
            if request.method == "POST" and form.is_valid():
                return view(request)
            return _toon(request, "wachtwoord", titel, form=form, uitleg=uitleg, knop=knop)

        return wrapper

    return decorator


@_na_wachtwoord(
    lui("Nieuwe herstelcodes"),
    lui("U krijgt tien nieuwe codes. De oude codes werken daarna niet meer."),
    lui("Maak nieuwe codes"),
)
def nieuwe_codes(request: HttpRequest) -> HttpResponse:
    codes = apparaten.nieuwe_herstelcodes(request.user)
    leg_vast(request, TWEEDE_FACTOR, _("Nieuwe herstelcodes gemaakt."))
    return _toon_codes(request, codes)


@_na_wachtwoord(
    lui("Zet inloggen met een code uit"),
    lui("Daarna logt u in met alleen uw wachtwoord. Dat is minder veilig."),
    lui("Zet uit"),
)
def zet_uit(request: HttpRequest) -> HttpResponse:
    """Only where nobody requires it."""
    if settings.TWEEDE_FACTOR_VERPLICHT:
        raise PermissionDenied
    apparaten.wis(request.user)
    leg_vast(request, TWEEDE_FACTOR, _("Inloggen met een code uitgezet."))
    messages.success(request, _("U logt voortaan in zonder code."))
    return redirect("admin:tweede_factor")


def wis(request: HttpRequest, pk: int) -> HttpResponse:
    """A beheerder takes somebody's lost telephone away, so that they can set up another."""
    gebruiker: Any = get_object_or_404(get_user_model(), pk=pk)
    if not mag_wissen(request.user, gebruiker):
        raise PermissionDenied
    if request.method == "POST":
        apparaten.wis(gebruiker)
        leg_vast(request, TWEEDE_FACTOR, _("Telefoon gewist van %s.") % gebruiker.get_username())
        messages.success(request, _("%s kan nu een andere telefoon instellen.") % gebruiker)
        return redirect("admin:auth_user_change", pk)
    return _toon(request, "wis", _("Telefoon kwijt?"), gebruiker=gebruiker)


def mag_wissen(door: Any, gebruiker: Any) -> bool:
    """Who manages users may; a superuser's telephone only another superuser."""
    return door.has_perm("auth.change_user") and (door.is_superuser or not gebruiker.is_superuser)
