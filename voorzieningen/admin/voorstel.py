"""The queue of proposals: the difference beside the published entry, decided in one click (V5)."""

from datetime import timedelta
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import AlleenKijken, EerstFilter
from sociale_basis.kern.velden import lees_nummer
from wijken.models import Gebied

from ..models import Organisatie, Voorstel
from ..voorstellen import label, velden

OUD = 14  # days after which a proposal waits too long
BESLIST = "voorzieningen.beslis_voorstel"


class StandFilter(EerstFilter):
    """What waits by default; what was decided is one click away."""

    title = _("stand")
    parameter_name = "stand"
    eerst = Voorstel.Stand.OPEN.label

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*Voorstel.Stand.choices[1:], ("alles", _("alles"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "alles":
            return queryset
        return queryset.filter(stand=self.value() or Voorstel.Stand.OPEN)


class OuderdomFilter(admin.SimpleListFilter):
    title = _("hoe lang")
    parameter_name = "ouderdom"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("nieuw", _("korter dan een week")), ("oud", _("langer dan twee weken"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        grens = {"nieuw": ("gte", 7), "oud": ("lt", OUD)}.get(self.value() or "")
        if grens is None:
            return queryset
        moment = timezone.now() - timedelta(days=grens[1])
        return queryset.filter(**{f"aangemaakt_op__{grens[0]}": moment})


class WijkFilter(admin.SimpleListFilter):
    title = _("wijk")
    parameter_name = "wijk"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, Any]]:
        return list(Gebied.objects.zichtbaar().wijken().values_list("pk", "naam"))

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        wijk = lees_nummer(self.value())
        if wijk is None:
            return queryset
        plek = Q(locatie__gebied=wijk) | Q(locatie__gebied__ouder=wijk)
        return queryset.filter(plek | Q(voorziening__gebieden=wijk))


class OrganisatieFilter(admin.SimpleListFilter):
    """Organisations of which something waits."""

    title = _("organisatie")
    parameter_name = "organisatie"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, Any]]:
        wacht = Voorstel.objects.open().leesbaar_door(request.user).values("pk")
        paden = ("voorstellen", "voorzieningen__voorstellen", "beheerde_locaties__voorstellen")
        keuze = Q(*((f"{pad}__in", wacht) for pad in paden), _connector=Q.OR)
        return list(Organisatie.objects.filter(keuze).distinct().values_list("pk", "naam"))

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        gekozen = lees_nummer(self.value())
        if gekozen is None:
            return queryset
        return queryset.filter(
            Q(organisatie=gekozen)
            | Q(voorziening__verantwoordelijke=gekozen)
            | Q(locatie__beheerstichting=gekozen)
        )


@admin.register(Voorstel)
class VoorstelAdmin(AlleenKijken, admin.ModelAdmin):
    list_display = ["wat", "soort_tekst", "bron", "aangemaakt_op", "stand"]
    list_filter = [StandFilter, "bron", "soort", WijkFilter, OrganisatieFilter, OuderdomFilter]
    list_select_related = ["voorziening", "organisatie", "locatie"]
    list_per_page = 50
    search_fields = ["voorziening__titel", "organisatie__naam", "locatie__naam", "toelichting"]
    sortable_by = ["bron", "aangemaakt_op"]
    detail_template = "admin/voorzieningen/voorstel/detail.html"

    class Media:
        css = {"all": ["beheer/voorstel.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).leesbaar_door(request.user)  # type: ignore[attr-defined]

    @admin.display(description=_("voorstel"), ordering="pk")
    def wat(self, voorstel: Voorstel) -> str:
        return voorstel.naam

    @admin.display(description=_("gaat over"), ordering="soort")
    def soort_tekst(self, voorstel: Voorstel) -> str:
        soort = voorstel.get_soort_display()
        return tekst("nieuw: %s") % soort if voorstel.is_nieuw else soort

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        titel = {"title": _("Voorstellen om te bekijken")}
        return super().changelist_view(request, titel | (extra_context or {}))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Read the difference; a POST decides."""
        voorstel = self._voorstel(request, object_id)
        fouten: list[str] = []
        if request.method == "POST":
            try:
                return self._besluit(request, voorstel)
            except ValidationError as fout:
                fouten = _in_woorden(voorstel, fout)
        return render(request, self.detail_template, self._context(request, voorstel, fouten))

    def _voorstel(self, request: HttpRequest, object_id: str) -> Voorstel:
        if not self.has_view_permission(request):
            raise PermissionDenied
        voorstel = self.get_object(request, object_id)
        if voorstel is None:
            raise Http404
        return voorstel

    def _context(
        self, request: HttpRequest, voorstel: Voorstel, fouten: list[str]
    ) -> dict[str, Any]:
        gekozen = request.POST.getlist("velden") if request.method == "POST" else None
        verschillen = voorstel.verschillen()
        return self.admin_site.each_context(request) | {
            "title": voorstel.naam,
            "opts": self.opts,
            "voorstel": voorstel,
            "formulier": _formulier(voorstel.doel) if voorstel.doel else "",
            "verschillen": verschillen,
            "gekozen": [v.veld for v in verschillen if not v.botst] if gekozen is None else gekozen,
            "stempel": voorstel.stempel(),
            "fouten": fouten,
            "reden": request.POST.get("reden", voorstel.reden),
            "mag_beslissen": voorstel.is_open and request.user.has_perm(BESLIST),
            "mag_intrekken": voorstel.is_open and voorstel.door_id == request.user.pk,
        }

    def _besluit(self, request: HttpRequest, voorstel: Voorstel) -> HttpResponse:
        """Raises ValidationError when it cannot be done; PermissionDenied for who may not."""
        besluit = request.POST.get("besluit", "")
        if besluit == "intrekken" and voorstel.door_id == request.user.pk:
            voorstel.trek_in(request.user)
            return self._klaar(request, voorstel, tekst("U heeft uw voorstel ingetrokken."))
        if not request.user.has_perm(BESLIST):
            raise PermissionDenied
        if besluit == "overnemen":
            return self._neem_over(request, voorstel)
        voorstel.wijs_af(request.user, request.POST.get("reden", ""))
        return self._klaar(request, voorstel, tekst("Niet overgenomen. De reden is bewaard."))

    def _neem_over(self, request: HttpRequest, voorstel: Voorstel) -> HttpResponse:
        gekozen, gezien = request.POST.getlist("velden"), request.POST.get("gezien", "")
        ding = voorstel.neem_over(request.user, gekozen, gezien=gezien)
        if not voorstel.overgenomen:
            return self._klaar(request, voorstel, tekst("Genoteerd: dit is verwerkt."))
        open_ = tekst("Open %s") % ding
        link = format_html('<a href="{}">{}</a>', _formulier(ding), open_)
        zin = format_html("{} {}", tekst("Overgenomen."), link)
        return self._klaar(request, voorstel, zin)

    def _klaar(self, request: HttpRequest, voorstel: Voorstel, zin: str) -> HttpResponse:
        self.log_change(request, voorstel, voorstel.get_stand_display())
        messages.success(request, zin)
        return redirect("admin:voorzieningen_voorstel_changelist")


def _formulier(ding: Any) -> str:
    """Where this entry is changed by hand."""
    return reverse(f"admin:{ding._meta.app_label}_{ding._meta.model_name}_change", args=[ding.pk])


def _in_woorden(voorstel: Voorstel, fout: ValidationError) -> list[str]:
    """'Telefoon: dit is geen geldig nummer', a line for each field that cannot be taken over."""
    if not hasattr(fout, "error_dict"):
        return list(fout.messages)
    soort = velden(voorstel.model)
    return [
        f"{label(soort[veld])}: {melding}" if veld in soort else str(capfirst(melding))
        for veld, meldingen in fout.message_dict.items()
        for melding in meldingen
    ]
