"""Free page addresses for many new entries at once, in three queries per kind."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.text import slugify

from sociale_basis.kern.models import OudeSlug, Verwijdering
from sociale_basis.kern.models.oude_slug import SLUG_LENGTE


class Slugs:
    """As ``MetSlug`` chooses them, and never the same one twice."""

    def __init__(self) -> None:
        self._bezet: dict[Any, set[str]] = {}

    def vrij(self, model: Any, naam: str) -> str:
        if model not in self._bezet:
            self._bezet[model] = _in_gebruik(model)
        basis = slugify(naam)[: SLUG_LENGTE - 5] or "pagina"
        slug, nummer = basis, 1
        while slug in self._bezet[model]:
            nummer += 1
            slug = f"{basis}-{nummer}"
        self._bezet[model].add(slug)
        return slug


def _in_gebruik(model: Any) -> set[str]:
    """Addresses that a page of this kind has or had."""
    soort = ContentType.objects.get_for_model(model)
    bezet = set(model._base_manager.values_list("slug", flat=True))
    for eerder in (OudeSlug, Verwijdering):
        bezet |= set(eerder.objects.filter(soort=soort).values_list("slug", flat=True))
    return bezet
