"""Asking a question, and seeing with a code what happened with it, without account (L5, L6, V5)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from sociale_basis.kern.begrenzen import is_vol, te_vaak
from sociale_basis.kern.ondertekend import achter_link

from ..forms.hulpvraag import Codeformulier, Reactieformulier, Vraagformulier
from ..geadresseerden import zoek_geadresseerde
from ..models import Gebied, Hulpvraag
from ..vragen import code as codes
from ..vragen import handelingen

KEER, SECONDEN = 20, 3600  # questions from one address: a library has one for all its visitors
MIS, MISTIJD = 20, 3600  # wrong codes from one address


@never_cache
def stel(request: HttpRequest) -> HttpResponse:
    """Ask; ?wijk= a wijk, ?aan= somebody by name, ?over= what it is about."""
    slug = request.GET.get("aan", "")[:100]
    wie = zoek_geadresseerde(slug) if slug else None
    formulier = Vraagformulier(
        request.POST or None, initial=_begin(request), gebied=wie.gebied if wie else None
    )
    vol = request.method == "POST" and te_vaak(request, "vraag", keer=KEER, seconden=SECONDEN)
    goed = formulier.is_valid()
    if vol:
        formulier.add_error(None, _("U stuurde al veel vragen. Probeer het later, of bel."))
    elif goed and formulier.gebied:
        velden = formulier.velden()
        handelingen.stel(formulier.code, formulier.gebied, aan=wie, slug=slug, **velden)
        return redirect("wijken:vraag_bedankt", formulier.code)
    context = {
        "formulier": formulier,
        "aan": wie,
        "weg": slug and wie is None,
        "dagen": settings.VRAAG_WERKDAGEN,
    }
    return render(request, "vraag/stel.html", context, status=429 if vol else 200)


def _begin(request: HttpRequest) -> dict[str, Any]:
    """What is filled in beforehand."""
    over = request.GET.get("over", "")[:120].strip()
    wijk = Gebied.objects.zichtbaar().filter(slug=request.GET.get("wijk", "")[:100]).first()
    if wijk and wijk.soort == Gebied.Soort.BUURT:
        wijk = wijk.wijk()
    return {
        "wijk": wijk.slug if wijk else "",
        "tekst": _("Het gaat over “%s”. ") % over if over else "",
    }


# --- with the code -------------------------------------------------------------------------


def met_code(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorate a view (request, question, code) to become (request, code).

    The code is what the asker got, or that of a link from a mail. An unknown one gives a page to
    try again (404); after too many wrong ones even the right one has to wait (429).
    """

    @achter_link
    @wraps(view)
    def wrapper(request: HttpRequest, code: str) -> HttpResponse:
        if is_vol(request, "vraagcode", keer=MIS):
            return _onbekend(request, code, status=429)
        vraag = zoek(code)
        if vraag is None:
            if "." in code or codes.lees(code):  # half a code is a slip, not a guess
                te_vaak(request, "vraagcode", keer=MIS, seconden=MISTIJD)
            return _onbekend(request, code, status=404)
        return view(request, vraag, code)

    return wrapper


def zoek(code: str) -> Hulpvraag | None:
    """The question behind a code, or behind the signed number in a link from a mail."""
    vragen = Hulpvraag.objects.select_related("gebied", "team", "thema")
    return vragen.met_link(code) if "." in code else vragen.met_code(code).first()


def _onbekend(request: HttpRequest, code: str, status: int) -> HttpResponse:
    formulier = Codeformulier({"code": "" if "." in code else code})
    formulier.is_valid()
    if status == 429:
        melding = _("U vulde vaak een verkeerde code in. Probeer het over een uur weer, of bel.")
    elif "." in code:
        melding = _("Deze link werkt niet meer. Vul uw code in.")
    else:
        melding = _("Deze code kennen we niet. Kijk of elk teken klopt.")
    formulier.errors.clear()
    formulier.add_error("code", melding)
    return render(request, "vraag/mijn.html", {"formulier": formulier}, status=status)


@achter_link
def mijn(request: HttpRequest) -> HttpResponse:
    """Fill in a code."""
    formulier = Codeformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        kaal = codes.lees(formulier.cleaned_data["code"])
        if kaal is not None:
            return redirect("wijken:vraag_stand", codes.in_groepen(kaal))
        formulier.add_error("code", _waarom_geen_code(formulier.cleaned_data["code"]))
    return render(request, "vraag/mijn.html", {"formulier": formulier})


def _waarom_geen_code(getypt: str) -> str:
    vreemd = codes.vreemde_tekens(getypt)
    if vreemd:
        return _("In een code staat nooit: %s. Kijk nog eens goed.") % " ".join(vreemd)
    return _("Dit is geen hele code. Een code heeft 16 tekens.")


@met_code
def bedankt(request: HttpRequest, vraag: Hulpvraag, code: str) -> HttpResponse:
    """What happens next, and the code to keep; help at once where words of danger were used."""
    return render(request, "vraag/bedankt.html", {"vraag": vraag, "code": code})


@met_code
def stand(request: HttpRequest, vraag: Hulpvraag, code: str) -> HttpResponse:
    """What was asked, answered and done; a place to write back."""
    return _toon(request, vraag, code, Reactieformulier())


@require_POST
@met_code
def reageer(request: HttpRequest, vraag: Hulpvraag, code: str) -> HttpResponse:
    formulier = Reactieformulier(request.POST)
    if not formulier.is_valid():
        return _toon(request, vraag, code, formulier)
    if te_vaak(request, "vraagreactie", keer=KEER, seconden=SECONDEN):
        return _te_veel(request, vraag, code, request.POST)
    tekst = formulier.cleaned_data["tekst"]
    if not _staat_er_al(vraag, tekst):
        (handelingen.nog_niet if vraag.is_gesloten else handelingen.reageer)(vraag, tekst)
    return redirect("wijken:vraag_stand", code)


def _staat_er_al(vraag: Hulpvraag, tekst: str) -> bool:
    """The button was tapped twice."""
    laatste = vraag.berichten.last()
    return laatste is not None and not laatste.van_team and laatste.tekst == tekst


@require_POST
@met_code
def geholpen(request: HttpRequest, vraag: Hulpvraag, code: str) -> HttpResponse:
    """ "Ik ben geholpen" or "nog niet"."""
    if request.POST.get("geholpen") == "ja":
        handelingen.geholpen(vraag)
    elif not vraag.is_open:
        if te_vaak(request, "vraagreactie", keer=KEER, seconden=SECONDEN):
            return _te_veel(request, vraag, code)
        handelingen.nog_niet(vraag)
    return redirect("wijken:vraag_stand", code)


def _te_veel(request: HttpRequest, vraag: Hulpvraag, code: str, getypt: Any = None) -> HttpResponse:
    """Each message is a mail to the team: enough of them for now."""
    formulier = Reactieformulier(getypt or {})
    formulier.errors.clear()
    formulier.add_error(None, _("U schreef al veel berichten. Probeer het later, of bel."))
    return _toon(request, vraag, code, formulier, status=429)


def _toon(
    request: HttpRequest,
    vraag: Hulpvraag,
    code: str,
    formulier: Reactieformulier,
    status: int = 200,
) -> HttpResponse:
    context = {
        "vraag": vraag,
        "code": code,
        "formulier": formulier,
        "berichten": vraag.berichten.all(),
        "gebeurtenissen": vraag.gebeurtenissen.voor_vrager(),
    }
    return render(request, "vraag/stand.html", context, status=status)
