"""The history of every kept model in the admin: what changed, who did it, put it back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin

from .gelijktijdig import VERSIE, GelijktijdigMixin, nieuwste_versie
from .geschiedenis import Tijdlijn, Wijziging, wijzigingen, zet_terug
from .geschiedenis.stand import onderdelen_van
from .velden import lees_nummer

PER_BLADZIJDE = 25


@dataclass(frozen=True)
class Regel:
    """One version in the list: when, who, what happened and what it changed."""

    record: Any
    wat: str
    wijzigingen: list[Wijziging]
    is_nu: bool


class GeschiedenisAdmin(GelijktijdigMixin, SimpleHistoryAdmin):
    """With a history: who may look sees earlier versions, who may change brings them back."""

    def mag_terugzetten(self, request: HttpRequest, ding: Any) -> bool:
        """Whether an earlier version may become the one of today without anybody's approval."""
        return bool(self.has_change_permission(request, ding))

    def tijdlijn(self, object_id: str) -> Tijdlijn:
        inlines = [inline.model for inline in self.inlines]
        return Tijdlijn(self.model, object_id, onderdelen_van(self.model, inlines))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """All versions of an entry, the newest first."""
        ding, tijdlijn = self._laad(request, object_id)
        bladzijde = _bladzijde(request, tijdlijn)
        context = {
            **self._omgeving(request, ding, _("Geschiedenis van %s") % ding),
            "bladzijde": bladzijde,
            "regels": _regels(tijdlijn, bladzijde),
            **(extra_context or {}),
        }
        return self.render_history_view(request, self.object_history_template, context)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """What would change if this version came back; POST brings it back."""
        ding, tijdlijn = self._laad(request, object_id)
        nummer = lees_nummer(version_id)
        plaats = None if nummer is None else tijdlijn.plaats(nummer)
        if plaats is None:
            raise Http404
        mag = self.mag_terugzetten(request, ding)
        if request.method == "POST":
            if not mag:
                raise PermissionDenied
            if request.POST.get(VERSIE) in (None, nieuwste_versie(ding)):
                return self._zet_terug(request, ding, tijdlijn, plaats)
            zin = _("Intussen is er iets veranderd. Kijk nog een keer naar het verschil.")
            messages.warning(request, zin)
        stand = tijdlijn.standen([plaats])[plaats]
        moment = _moment(tijdlijn, plaats)
        context = {
            **self._omgeving(request, ding, _("Versie van %s") % moment),
            "wijzigingen": wijzigingen(tijdlijn, tijdlijn.stand_van(ding), stand),
            "versie": nieuwste_versie(ding),
            "record": tijdlijn.versies[plaats][-1],
            "mag_terugzetten": mag,
            **(extra_context or {}),
        }
        return self.render_history_view(request, self.object_history_form_template, context)

    def _laad(self, request: HttpRequest, object_id: str) -> tuple[Any, Tijdlijn]:
        """The entry (as it last was when its row is gone) and its history, or 403 or 404."""
        tijdlijn = self.tijdlijn(object_id)
        ding = self.get_object(request, object_id)
        if ding is None and not self.model._base_manager.filter(pk=tijdlijn.pk).exists():
            ding = tijdlijn.versies[-1][-1].instance if tijdlijn.versies else None
        if ding is None:
            raise Http404
        if not self.has_view_history_or_change_history_permission(request, ding):
            raise PermissionDenied
        return ding, tijdlijn

    def _zet_terug(
        self, request: HttpRequest, ding: Any, tijdlijn: Tijdlijn, plaats: int
    ) -> HttpResponse:
        reden = _("Versie van %s teruggezet.") % _moment(tijdlijn, plaats)
        try:
            weg = zet_terug(tijdlijn, plaats, reden)
        except ValidationError as fout:
            uitleg = " ".join(fout.messages)
            messages.error(request, _("Deze versie kan niet terug. %s") % uitleg)
            return redirect(request.path)
        messages.success(request, reden)
        for zin in weg:
            messages.warning(request, zin)
        self.log_change(request, ding, reden)
        return redirect(self._adres("change", ding))

    def _adres(self, wat: str, *argumenten: Any) -> str:
        opts = self.model._meta
        naam = f"{self.admin_site.name}:{opts.app_label}_{opts.model_name}_{wat}"
        return reverse(naam, args=[getattr(deel, "pk", deel) for deel in argumenten])

    def _omgeving(self, request: HttpRequest, ding: Any, titel: str) -> dict[str, Any]:
        request.current_app = self.admin_site.name
        return {
            **self.admin_site.each_context(request),
            "title": titel,
            "opts": self.model._meta,
            "object": ding,
            "lijst_url": self._adres("changelist"),
            "ding_url": self._adres("change", ding),
            "geschiedenis_url": self._adres("history", ding),
        }


def _bladzijde(request: HttpRequest, tijdlijn: Tijdlijn) -> Page:
    plaatsen = list(range(len(tijdlijn.versies)))[::-1]
    return Paginator(plaatsen, PER_BLADZIJDE).get_page(request.GET.get("p"))


def _regels(tijdlijn: Tijdlijn, bladzijde: Page) -> list[Regel]:
    plaatsen = list(bladzijde)
    vorige = [plaatsen[-1] - 1] if plaatsen and plaatsen[-1] else []
    standen = tijdlijn.standen([*plaatsen, *vorige])
    laatste = len(tijdlijn.versies) - 1
    return [
        Regel(
            tijdlijn.versies[plaats][-1],
            _wat(tijdlijn.versies[plaats], standen.get(plaats - 1), standen[plaats]),
            wijzigingen(tijdlijn, standen.get(plaats - 1), standen[plaats]),
            plaats == laatste,
        )
        for plaats in plaatsen
    ]


def _wat(versie: list[Any], oud: Any, nieuw: Any) -> str:
    """What happened, in one sentence."""
    reden = next(
        (record.history_change_reason for record in versie[::-1] if record.history_change_reason),
        "",
    )
    if reden:
        return str(reden)
    if versie[0].history_type == "+":
        return _("Gemaakt")
    if versie[-1].history_type == "-":
        return _("Weggehaald")
    weg, was_weg = nieuw.velden.get("gearchiveerd_op"), oud and oud.velden.get("gearchiveerd_op")
    if weg and not was_weg:
        return _("Gearchiveerd: %s") % nieuw.velden["archiefreden"]
    return _("Weer in gebruik") if was_weg and not weg else _("Gewijzigd")


def _moment(tijdlijn: Tijdlijn, plaats: int) -> str:
    moment = timezone.localtime(tijdlijn.versies[plaats][-1].history_date)
    return date_format(moment, "j F Y, H:i")
