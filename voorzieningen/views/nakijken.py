"""The pages behind the link in the mail to an owner: look, one tap, done (L1).

Whoever has the link may do this and no more. A GET changes nothing.
"""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from sociale_basis.kern.begrenzen import te_vaak
from sociale_basis.kern.ondertekend import LinkFout, Verlopen, achter_link
from sociale_basis.kern.pagina import bladzijde
from sociale_basis.kern.velden import lees_nummer

from .. import controle
from ..forms.verbetering import Verbetering
from ..models import Controlepunt, Controleverzoek

KEER, SECONDEN = 200, 3600
Weergave = Callable[[HttpRequest, str], HttpResponse]


def _met_goede_link(view: Weergave) -> Weergave:
    """A link of no use, or too many requests, ends on a page that says what to do now."""

    @wraps(view)
    def wrapper(request: HttpRequest, code: str) -> HttpResponse:
        if te_vaak(request, "nakijken", keer=KEER, seconden=SECONDEN):
            return _geen_link(request, "te_vaak", 429)
        try:
            return view(request, code)
        except Verlopen:
            return _geen_link(request, "verlopen", 410)
        except LinkFout:
            return _geen_link(request, "ongeldig", 404)

    return achter_link(wrapper)


def _geen_link(request: HttpRequest, waarom: str, status: int) -> HttpResponse:
    return render(request, "voorzieningen/geen_link.html", {"waarom": waarom}, status=status)


@_met_goede_link
def nakijken(request: HttpRequest, code: str) -> HttpResponse:
    """Everything that one owner was asked about, each with "alles klopt nog"."""
    verzoek = Controleverzoek.objects.van_code(code)
    if verzoek is None or verzoek.is_vervangen():
        return _geen_link(request, "vervangen", 410)
    if verzoek.is_verlopen():  # each tap leads back by a link that was signed just now
        raise Verlopen
    if request.method == "POST":
        return _alles_klopt(request, verzoek)
    context = {"verzoek": verzoek, "bladzijde": bladzijde(request, verzoek.punten.met_ding())}
    return render(request, "voorzieningen/nakijken.html", context)


def _alles_klopt(request: HttpRequest, verzoek: Controleverzoek) -> HttpResponse:
    punten = verzoek.punten.met_ding()
    punt = get_object_or_404(punten, pk=lees_nummer(request.POST.get("punt")) or 0)
    if controle.bevestig(punt):
        messages.success(request, _("Dank u wel. “%s” is nagekeken.") % punt.ding)
    else:
        messages.info(request, _("“%s” was al nagekeken.") % punt.ding)
    return redirect(verzoek.pad)


@_met_goede_link
def wijzigen(request: HttpRequest, code: str) -> HttpResponse:
    """The short form for one entry; what is changed waits for staff."""
    punt = Controlepunt.objects.van_code(code)
    if punt is None or punt.verzoek.is_vervangen():
        return _geen_link(request, "vervangen", 410)
    if punt.verzoek.is_verlopen():
        raise Verlopen
    if not punt.is_open:
        messages.info(request, _("“%s” was al nagekeken.") % punt.ding)
        return redirect(punt.verzoek.pad)
    formulier = Verbetering(request.POST or None, ding=punt.ding)
    if request.method == "POST" and formulier.is_valid() and _stel_voor(punt, formulier):
        messages.success(request, _("Dank u wel. We kijken uw wijziging na."))
        return redirect(punt.verzoek.pad)
    return render(request, "voorzieningen/wijzigen.html", {"punt": punt, "formulier": formulier})


def _stel_voor(punt: Controlepunt, formulier: Verbetering) -> bool:
    """False when nothing was changed; the form then says so."""
    try:
        controle.stel_voor(punt, formulier.wijzigingen, formulier.toelichting)
    except ValidationError:
        uitleg = _("U heeft niets veranderd. Klopt alles nog? Ga dan terug en tik op die knop.")
        formulier.add_error(None, uitleg)
        return False
    return True
