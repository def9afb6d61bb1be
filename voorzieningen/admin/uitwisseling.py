"""Export and import in the admin: upload, look at what would change, confirm."""

from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sociale_basis.kern.beheer import AlleenKijken
from sociale_basis.kern.models import Logregel

from ..models import Importbestand
from ..uitwisseling.formulier import Uploadformulier
from ..uitwisseling.fout import Importfout
from ..uitwisseling.importeren import Veranderd, bekijk, importeer
from ..uitwisseling.inhoud import Keuze
from ..uitwisseling.logboek import leg_uitwisseling_vast
from ..uitwisseling.plan import Plan
from ..uitwisseling.rechten import mag_exporteren, mag_geheim, mag_importeren
from ..uitwisseling.schrijven import Uitvoer, Vorm, schrijf
from ..uitwisseling.voorbeeld import Voorbeeld

START = "admin:voorzieningen_importbestand_changelist"


@admin.register(Importbestand)
class UitwisselingAdmin(AlleenKijken, admin.ModelAdmin):
    """One page with downloads and an upload; a page per upload with its preview."""

    def get_urls(self) -> list[Any]:
        def adres(route: str, view: Any, naam: str) -> Any:
            volledig = f"voorzieningen_importbestand_{naam}"
            return path(route, self.admin_site.admin_view(view), name=volledig)

        return [
            adres("exporteer/", require_POST(self.exporteer), "exporteer"),
            adres("sjabloon/", self.sjabloon, "sjabloon"),
            adres("<uuid:nummer>/", self.voorbeeld, "voorbeeld"),
            adres("<uuid:nummer>/bevestig/", require_POST(self.bevestig), "bevestig"),
            adres("<uuid:nummer>/annuleer/", require_POST(self.annuleer), "annuleer"),
            *super().get_urls(),
        ]

    # --- who may -----------------------------------------------------------------------------

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The page; a single upload has no page of the ordinary kind."""
        return obj is None and mag_exporteren(request.user)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return mag_exporteren(request.user)

    def _eis_import(self, request: HttpRequest) -> None:
        if not mag_importeren(request.user):
            raise PermissionDenied

    # --- pages -------------------------------------------------------------------------------

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Downloads, and the upload for whoever may import."""
        if not mag_exporteren(request.user):
            raise PermissionDenied
        formulier = None
        if mag_importeren(request.user):
            formulier = Uploadformulier(request.POST or None, request.FILES or None)
        if request.method == "POST":
            self._eis_import(request)
            if formulier and formulier.is_valid():
                return self._bewaar_upload(request, formulier)
        gegevens = {"formulier": formulier, "mag_geheim": mag_geheim(request.user)}
        titel = _("Exporteren en importeren")
        return self._pagina(request, "uitwisseling", titel, gegevens)

    def _bewaar_upload(self, request: HttpRequest, formulier: Uploadformulier) -> HttpResponse:
        Importbestand.objects.verlopen().delete()
        formulier.instance.door = request.user
        return redirect("admin:voorzieningen_importbestand_voorbeeld", formulier.save().pk)

    def exporteer(self, request: HttpRequest) -> HttpResponse:
        """The file, with confidential addresses only if asked for and allowed."""
        if not mag_exporteren(request.user):
            raise PermissionDenied
        mag = mag_geheim(request.user)
        geheim = "geheim" in request.POST and mag
        vorm = Vorm.CSV if request.POST.get("vorm") == "csv" else Vorm.XLSX
        try:
            uitvoer = schrijf(vorm, Keuze(met_geheim=geheim, noemt_geheim=mag))
        except Importfout as fout:
            messages.error(request, str(fout))
            return redirect(START)
        gegevens = uitvoer.aantallen | {"geheim": geheim}
        leg_uitwisseling_vast(
            Logregel.Soort.EXPORT, door=request.user, bestand=uitvoer.naam, gegevens=gegevens
        )
        return _download(uitvoer)

    def sjabloon(self, request: HttpRequest) -> HttpResponse:
        """An empty file with all columns and their explanation."""
        if not mag_exporteren(request.user):
            raise PermissionDenied
        vorm = Vorm.CSV if request.GET.get("vorm") == "csv" else Vorm.XLSX
        return _download(schrijf(vorm, Keuze(leeg=True), "sociale-kaart-leeg"))

    def voorbeeld(self, request: HttpRequest, nummer: UUID) -> HttpResponse:
        """What the uploaded file would change."""
        self._eis_import(request)
        bestand = self._bestand(request, nummer)
        if bestand is None:
            return self._niet_meer(request)
        plan = bekijk(bytes(bestand.inhoud), bestand.naam, bestand.wens())
        return self._toon(request, bestand, plan)

    def bevestig(self, request: HttpRequest, nummer: UUID) -> HttpResponseBase:
        """Carry out exactly what was shown, or show what it is now."""
        self._eis_import(request)
        bestand = self._bestand(request, nummer)
        if bestand is None:
            return self._niet_meer(request)
        wens = bestand.wens(toch="toch" in request.POST)
        gezien = request.POST.get("gezien") or "-"
        try:
            plan = importeer(
                bytes(bestand.inhoud), bestand.naam, wens, door=request.user, gezien=gezien
            )
        except Veranderd as veranderd:
            melding = _("De gegevens zijn intussen veranderd. Kijk het nog een keer na.")
            messages.warning(request, melding)
            return self._toon(request, bestand, veranderd.plan, status=409)
        if plan.verslag(toch=wens.toch).stopt:
            return self._toon(request, bestand, plan, status=400, vraagt_toch=True)
        return self._klaar(request, bestand, plan)

    def annuleer(self, request: HttpRequest, nummer: UUID) -> HttpResponse:
        self._eis_import(request)
        Importbestand.objects.van(request.user).filter(pk=nummer).delete()
        messages.info(request, _("Er is niets veranderd. Het bestand is weggegooid."))
        return redirect(START)

    # --- parts -------------------------------------------------------------------------------

    def _bestand(self, request: HttpRequest, nummer: UUID) -> Importbestand | None:
        return Importbestand.objects.geldig().van(request.user).filter(pk=nummer).first()

    def _niet_meer(self, request: HttpRequest) -> HttpResponse:
        melding = _("Dit bestand is er niet meer: het is verwerkt, weggegooid of te oud.")
        messages.warning(request, melding)
        return redirect(START)

    def _klaar(self, request: HttpRequest, bestand: Importbestand, plan: Plan) -> HttpResponse:
        bestand.delete()
        aantal = len(plan.gewijzigd) + len(plan.gewijzigde_delen) + len(plan.weg)
        melding = ngettext("Bewaard: %d wijziging.", "Bewaard: %d wijzigingen.", aantal)
        messages.success(request, melding % aantal)
        return redirect(START)

    def _toon(
        self,
        request: HttpRequest,
        bestand: Importbestand,
        plan: Plan,
        *,
        status: int = 200,
        vraagt_toch: bool = False,
    ) -> HttpResponse:
        gegevens = {
            "bestand": bestand,
            "voorbeeld": Voorbeeld(plan),
            "gezien": plan.vingerafdruk(),
            "vraagt_toch": vraagt_toch,
        }
        return self._pagina(request, "importvoorbeeld", _("Wat verandert er?"), gegevens, status)

    def _pagina(
        self,
        request: HttpRequest,
        naam: str,
        titel: str,
        gegevens: dict[str, Any],
        status: int = 200,
    ) -> HttpResponse:
        context = self.admin_site.each_context(request) | gegevens
        context |= {"title": titel, "opts": self.opts, "start": reverse(START)}
        return render(request, f"admin/voorzieningen/{naam}.html", context, status=status)


def _download(uitvoer: Uitvoer) -> HttpResponse:
    return HttpResponse(
        uitvoer.inhoud,
        content_type=uitvoer.soort,
        headers={
            "Content-Disposition": f'attachment; filename="{uitvoer.naam}"',
            "Cache-Control": "no-store",
        },
    )
