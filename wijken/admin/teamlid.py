"""Members of the teams in the admin: who works where, who is away, and where the norm is not met.

The municipality keeps all of them, a wijkredacteur those who work in the own wijken alone.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.beheer import ArchiefAdmin
from sociale_basis.kern.fotoveld import MetFotoFormulier
from sociale_basis.kern.kiesveld import KiesMixin

from ..aandacht import eigen_wijken
from ..models import Afwezigheid, Gebied, Inzet, Teamlid
from ..norm import wijkstanden


class Inzetformulieren(forms.BaseInlineFormSet):
    """Somebody without an area would be nowhere on the website."""

    def clean(self) -> None:
        super().clean()
        blijft = [f for f in self.forms if f.cleaned_data and not f.cleaned_data.get("DELETE")]
        if not blijft and not self.instance.archiefreden:
            raise forms.ValidationError(tekst("Kies minstens één gebied waar deze collega werkt."))


class InzetInline(KiesMixin, admin.TabularInline):
    model = Inzet
    formset = Inzetformulieren
    extra = 0
    min_num = 1
    verbose_name_plural = _("Waar en hoeveel uur")
    fields = ["gebied", "uren", "is_verbinder", "uren_verbinder"]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Areas that residents know; for a wijkredacteur the own ones."""
        if db_field.name == "gebied":
            eigen = eigen_wijken(request)
            gebieden = Gebied.objects.zichtbaar()
            kwargs["queryset"] = (
                gebieden.exclude(soort=Gebied.Soort.BUURT)
                if eigen is None
                else gebieden.filter(pk__in=eigen)
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class AfwezigheidInline(admin.TabularInline):
    model = Afwezigheid
    fk_name = "teamlid"
    extra = 0
    verbose_name_plural = _("Wanneer is deze collega er niet?")
    fields = ["van", "tot", "vervanger"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).filter(pk__in=Afwezigheid.objects.niet_voorbij())

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "vervanger":
            kwargs["queryset"] = Teamlid.objects.zichtbaar()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class Teamlidformulier(MetFotoFormulier):
    class Meta:
        model = Teamlid
        exclude = ["gebieden"]
        widgets = {"over": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"archiefreden": _("Alleen collega’s zien dit. Noem geen privézaken.")}


@admin.register(Teamlid)
class TeamlidAdmin(ArchiefAdmin):
    form = Teamlidformulier
    change_list_template = "admin/wijken/teamlid/change_list.html"
    list_display = ["naam", "functie", "werkt_in", "moederorganisatie", "vandaag"]
    list_filter = ["expertise", "gebieden"]
    list_select_related = ["moederorganisatie"]
    search_fields = ["naam", "functie"]
    search_help_text = _("Zoek op naam of functie.")
    show_full_result_count = False
    save_on_top = True
    autocomplete_fields = ["moederorganisatie", "loop_binnen_bij", "gebruiker"]
    inlines = [InzetInline, AfwezigheidInline]
    fieldsets = [
        (
            None,
            {
                "fields": ["naam", "functie", "expertise", "moederorganisatie"],
                "description": _(
                    "Zo leren bewoners deze collega kennen, op de pagina van de wijk."
                ),
            },
        ),
        (
            _("Foto en een paar woorden"),
            {
                "fields": ["nieuwe_foto", "foto_weg", "over"],
                "description": _(
                    "Een gezicht helpt. Plaats een foto alleen als uw collega dat goed vindt."
                ),
            },
        ),
        (
            _("Bereiken"),
            {
                "fields": [
                    "telefoon",
                    "email",
                    "bereikbaar",
                    "loop_binnen_bij",
                    "loop_binnen_wanneer",
                ],
                "description": _("Iedereen ziet dit. Gebruik een nummer en adres van het werk."),
            },
        ),
        (
            _("Inloggen op /werk/"),
            {
                "fields": ["gebruiker"],
                "description": _(
                    "Met deze inlognaam beantwoordt uw collega vragen en houdt die de eigen "
                    "gegevens bij. De beheerder maakt inlognamen."
                ),
            },
        ),
        (
            _("Werkt hier niet meer"),
            {
                "classes": ["collapse"],
                "fields": ["archiefreden"],
                "description": _(
                    "Schrijf op waarom. Alles op de website verdwijnt meteen, de uren en de "
                    "inlognaam komen vrij. Na 90 dagen wissen wij ook de foto en de nummers."
                ),
            },
        ),
    ]

    def get_urls(self) -> list[URLPattern]:
        norm = path("norm/", self.admin_site.admin_view(self.norm), name="wijken_teamlid_norm")
        return [norm, *super().get_urls()]

    def norm(self, request: HttpRequest) -> HttpResponse:
        """Per wijk what the team lacks, those first where something has to be done."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": tekst("Is het team van elke wijk compleet?"),
            "opts": self.opts,
            "standen": wijkstanden(),
            "expertises": [
                dict(Teamlid.Expertise.choices).get(soort, soort)
                for soort in settings.TEAM_EXPERTISES
            ],
            "uren": settings.TEAM_UREN,
            "uren_verbinder": settings.VERBINDER_UREN,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/wijken/teamlid/norm.html", context)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rijen = super().get_queryset(request)
        inzetten = Inzet.objects.select_related("gebied").defer("gebied__grens")
        return rijen.prefetch_related(
            Prefetch("inzetten", inzetten),
            Prefetch("afwezigheden", Afwezigheid.objects.op(), to_attr="nu_weg"),
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """All for the municipality; for a wijkredacteur who works in the own wijken alone."""
        mag = super().has_change_permission(request, obj)
        eigen = eigen_wijken(request) if mag and obj is not None else None
        if eigen is None:
            return mag
        waar = {inzet.gebied_id for inzet in obj.inzetten.all()}
        return bool(waar) and waar <= eigen

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """A login opens the questions of a wijk: only the municipality gives one."""
        return [] if eigen_wijken(request) is None else ["gebruiker"]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A photo can be taken away where there is one."""
        weg = set() if obj and obj.foto_id else {"foto_weg"}
        return [
            (titel, {**opties, "fields": [veld for veld in opties["fields"] if veld not in weg]})
            for titel, opties in super().get_fieldsets(request, obj)
        ]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The hours that were in the form of who leaves go too."""
        super().save_related(request, form, formsets, change)
        if form.instance.is_gearchiveerd:
            form.instance.laat_los()

    @admin.display(description=_("werkt in"))
    def werkt_in(self, lid: Teamlid) -> str:
        return ", ".join(
            f"{inzet.gebied} ({inzet.uren} {tekst('uur')}"
            f"{', ' + tekst('verbinder') if inzet.is_verbinder else ''})"
            for inzet in lid.inzetten.all()
        )

    @admin.display(description=_("vandaag"))
    def vandaag(self, lid: Any) -> str:
        return (
            tekst("is er niet tot en met %s") % f"{lid.nu_weg[0].tot:%d-%m}" if lid.nu_weg else ""
        )
