"""Who proposed something that nobody decided on yet goes on where that proposal stopped."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from ..models import Voorstel
from ..voorstellen import velden

GEZIEN = "_voorstel"  # in the form: the number of the proposal that it showed


def lopend(request: HttpRequest, ding: Any) -> Voorstel | None:
    """What this person proposed for an entry and still waits; asked once a request."""
    bekend: dict[Any, Voorstel | None] = request.__dict__.setdefault("_lopend", {})
    sleutel = (type(ding), ding.pk)
    if sleutel not in bekend:
        bekend[sleutel] = Voorstel.objects.open().van(request.user).over(ding).first()
    return bekend[sleutel]


def is_gezien(request: HttpRequest, voorstel: Voorstel) -> bool:
    """Whether the form that was sent had shown this proposal."""
    return request.POST.get(GEZIEN) == str(voorstel.pk)


class MetLopendVoorstel(admin.ModelAdmin):
    """The form shows the proposed values on top of the published ones; rows as published."""

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        vorm = super().get_form(request, obj, change, **kwargs)
        voorstel = lopend(request, obj) if obj and request.method == "GET" else None
        return _ingevuld(vorm, voorstel) if voorstel else vorm

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kw: Any) -> Any:
        """The form says which proposal it shows, also after a mistake in it."""
        ding = context.get("original")
        voorstel = lopend(request, ding) if ding else None
        if voorstel and (request.method == "GET" or is_gezien(request, voorstel)):
            context["gezien_voorstel"] = voorstel.pk
        return super().render_change_form(request, context, *args, **kw)


def _ingevuld(vorm: Any, voorstel: Voorstel) -> Any:
    """The form class, that begins with what was proposed."""
    soort = velden(voorstel.model)
    waarden = {
        naam: waarde if soort[naam].is_relation else soort[naam].to_python(waarde)
        for naam, waarde in voorstel.wijzigingen.items()
        if not soort[naam].one_to_many
    }

    class Ingevuld(vorm):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **{**kwargs, "initial": waarden | kwargs.get("initial", {})})

    return Ingevuld
