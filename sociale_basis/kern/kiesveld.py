"""Fields to choose from with suggestions while typing, that work without JavaScript too."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.widgets import (
    AutocompleteMixin,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
)

MEEST = 300  # a longer list would make the form heavy: then only what is chosen is in it


class _OokZonderScript(AutocompleteMixin):
    """All options are in the page, as long as they are not too many."""

    is_required: bool
    allow_multiple_selected: bool
    create_option: Any

    def optgroups(self, name: str, value: Sequence[str], attrs: Any = None) -> list[Any]:
        keuzes: Any = self.choices
        rijen = list(keuzes.queryset.order_by()[: MEEST + 1])
        if len(rijen) > MEEST:
            return super().optgroups(name, value, attrs)
        opties = [keuzes.choice(rij) for rij in rijen]
        gekozen = {str(waarde) for waarde in value}
        leeg = [] if self.is_required or self.allow_multiple_selected else [("", "")]
        return [
            (None, [self._optie(name, optie, gekozen, nummer)], nummer)
            for nummer, optie in enumerate([*leeg, *sorted(opties, key=lambda o: o[1].lower())])
        ]

    def _optie(self, name: str, optie: Any, gekozen: set[str], nummer: int) -> dict[str, Any]:
        waarde, tekst = optie
        optie_: dict[str, Any] = self.create_option(
            name, waarde, tekst, str(waarde) in gekozen, nummer
        )
        return optie_


class KiesEen(_OokZonderScript, AutocompleteSelect):
    pass


class KiesMeer(_OokZonderScript, AutocompleteSelectMultiple):
    pass


class KiesMixin:
    """For a ModelAdmin: its ``autocomplete_fields`` work without JavaScript too."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", KiesEen(db_field, self.admin_site))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", KiesMeer(db_field, self.admin_site))  # type: ignore[attr-defined]
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]
