"""The page of an entry as visitors would see it, before it is on the website: staff only."""

from typing import Any, ClassVar

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.cache import add_never_cache_headers


class VoorbeeldMixin:
    """Adds the address ``…/<pk>/voorbeeld/`` and the button that saves and goes there."""

    publieke_view: ClassVar[Any]  # decorated with ``toont``

    def get_urls(self) -> list[Any]:
        voorbeeld = self.admin_site.admin_view(self.voorbeeld)  # type: ignore[attr-defined]
        eigen = path("<path:object_id>/voorbeeld/", voorbeeld, name=self._voorbeeldnaam())
        return [eigen, *super().get_urls()]  # type: ignore[misc]

    def voorbeeld(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The public page itself, with a bar that says it is a preview; no robot keeps it."""
        ding = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if ding is None or not self.heeft_pagina(ding):
            raise Http404
        if not self.has_view_permission(request, ding):  # type: ignore[attr-defined]
            raise PermissionDenied
        request.voorbeeld = self._bewerkadres(ding)  # type: ignore[attr-defined]
        antwoord: HttpResponse = type(self).publieke_view.voorbeeld(request, ding.pk)
        antwoord["X-Robots-Tag"] = "noindex, nofollow"
        add_never_cache_headers(antwoord)
        return antwoord

    def heeft_pagina(self, ding: Any) -> bool:
        """Whether the public could ever see a page of this: not of a confidential address."""
        return not getattr(ding, "vertrouwelijk", False)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        ding = context.get("original")
        context["voorbeeld"] = self._voorbeeldadres(ding) if ding else ""
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> Any:
        naar_lijst = super().response_post_save_add(request, obj)  # type: ignore[misc]
        return self._naar_voorbeeld(request, obj) or naar_lijst

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> Any:
        naar_lijst = super().response_post_save_change(request, obj)  # type: ignore[misc]
        return self._naar_voorbeeld(request, obj) or naar_lijst

    def _naar_voorbeeld(self, request: HttpRequest, ding: Any) -> HttpResponse | None:
        adres = self._voorbeeldadres(ding) if "_voorbeeld" in request.POST else ""
        return HttpResponseRedirect(adres) if adres else None

    def _voorbeeldnaam(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_voorbeeld"  # type: ignore[attr-defined]

    def _voorbeeldadres(self, ding: Any) -> str:
        if not self.heeft_pagina(ding):
            return ""
        return reverse(f"admin:{self._voorbeeldnaam()}", args=[ding.pk])

    def _bewerkadres(self, ding: Any) -> str:
        naam = self._voorbeeldnaam().removesuffix("_voorbeeld")
        return reverse(f"admin:{naam}_change", args=[ding.pk])
