"""Which changes reach the index: every signal handler of the search engine is here.

``QuerySet.update()`` and ``bulk_create()`` send no signal: such code calls ``werk_bij``.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete

from ..models.zoekwoorden import Crisiswoord, Samenstellingsdeel, Synoniem
from .bijhouden import gewijzigd
from .kennis import woorden_gewijzigd
from .registratie import Soort

Nummers = Callable[[Any], Iterable[int]]


def volg(soort: Soort) -> None:
    """Objects of a kind: saved, deleted, or one of their many-to-many lists changed."""
    sleutel = f"zoeken:{soort.naam}"

    def zelf(instance: models.Model, **kwargs: Any) -> None:
        gewijzigd(soort.naam, [instance.pk])

    post_save.connect(zelf, soort.model, weak=False, dispatch_uid=sleutel)
    pre_delete.connect(_onthoud_nummer, soort.model, weak=False, dispatch_uid=sleutel)
    post_delete.connect(_verdwenen(soort.naam), soort.model, weak=False, dispatch_uid=sleutel)
    for veld in soort.model._meta.many_to_many:
        _volg_lijst(soort, veld.remote_field.through)


def _onthoud_nummer(instance: models.Model, **kwargs: Any) -> None:
    """The number is gone from the instance when it was deleted."""
    instance._zoeknummer = instance.pk  # type: ignore[attr-defined]


def _verdwenen(soort: str) -> Callable[..., None]:
    def handler(instance: Any, **kwargs: Any) -> None:
        gewijzigd(soort, [instance._zoeknummer])

    return handler


def _volg_lijst(soort: Soort, tussentabel: Any) -> None:
    def handler(instance: Any, action: str, reverse: bool, pk_set: Any, **kwargs: Any) -> None:
        if not reverse:
            if action.startswith("post_"):
                gewijzigd(soort.naam, [instance.pk])
        elif action == "pre_clear":
            instance._zoekleden = _leden(tussentabel, soort, instance)
        elif action == "post_clear":
            gewijzigd(soort.naam, instance._zoekleden)
        elif action.startswith("post_"):
            gewijzigd(soort.naam, pk_set or ())

    sleutel = f"zoeken:{soort.naam}:{tussentabel._meta.label}"
    m2m_changed.connect(handler, tussentabel, weak=False, dispatch_uid=sleutel)


def _leden(tussentabel: Any, soort: Soort, instance: models.Model) -> list[int]:
    """The objects of the kind at the other end of a many-to-many list of ``instance``."""
    velden = [veld for veld in tussentabel._meta.fields if veld.is_relation]
    eigen = next(veld for veld in velden if issubclass(soort.model, veld.related_model))
    ander = next(veld for veld in velden if veld is not eigen)
    rijen = tussentabel._default_manager.filter(**{ander.attname: instance.pk})
    return list(rijen.values_list(eigen.attname, flat=True))


def volg_afhankelijk(model: type[models.Model], soort: str, nummers: Nummers) -> None:
    """Objects whose words stand in the documents of another kind."""
    sleutel = f"zoeken:{soort}:{model._meta.label}"

    def bewaard(instance: models.Model, **kwargs: Any) -> None:
        gewijzigd(soort, _plat(nummers(instance)))

    def onthoud(instance: Any, **kwargs: Any) -> None:
        instance.__dict__.setdefault("_zoekafhankelijk", {})[soort] = _plat(nummers(instance))

    def weg(instance: Any, **kwargs: Any) -> None:
        gewijzigd(soort, instance._zoekafhankelijk.pop(soort))

    post_save.connect(bewaard, model, weak=False, dispatch_uid=sleutel)
    pre_delete.connect(onthoud, model, weak=False, dispatch_uid=sleutel)
    post_delete.connect(weg, model, weak=False, dispatch_uid=sleutel)


def _plat(nummers: Iterable[Any]) -> list[int]:
    """Numbers, also from ``values_list("pk")`` without ``flat``."""
    return [nummer[0] if isinstance(nummer, tuple) else nummer for nummer in nummers]


def volg_woordenlijsten() -> None:
    """A word list of staff works at once; other compound parts touch the documents as well."""
    for model in (Synoniem, Crisiswoord, Samenstellingsdeel):
        sleutel = f"zoeken:{model._meta.label}"
        post_save.connect(_woord_gewijzigd, model, dispatch_uid=sleutel)
        post_delete.connect(_woord_gewijzigd, model, dispatch_uid=sleutel)


def _woord_gewijzigd(instance: models.Model, **kwargs: Any) -> None:
    from .index import hersplits

    woorden_gewijzigd()
    if isinstance(instance, Samenstellingsdeel):
        hersplits(instance.woord)
