"""What may be wrong with an entry: one definition for the counts and for the lists behind them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .models import Activiteit, Locatie, Organisatie, Voorziening
from .models.keuzes import Publicatie


@dataclass(frozen=True)
class Gebrek:
    """A shortcoming of entries; ``is_taak`` puts it on the start page of staff."""

    sleutel: str
    titel: Any  # a lazy translation
    voorwaarde: Callable[[], Q]
    is_taak: bool = True


def _lang_niet_gecontroleerd() -> Q:
    return Q(verouderd_vanaf__lt=timezone.localdate())


def _te_controleren() -> Q:
    vandaag = timezone.localdate()
    return Q(controleren_voor__lt=vandaag, verouderd_vanaf__gte=vandaag)


def _heeft(relatie: str) -> Exists:
    """Whether a provision has any row in a relation, such as "locaties"."""
    tussentabel = getattr(Voorziening, relatie).through.objects
    return Exists(tussentabel.filter(voorziening=OuterRef("pk")))


def _plek_ontbreekt() -> Q:
    """People come somewhere for this, and it does not say where."""
    komen = Q(toegang=Voorziening.Toegang.INLOOP) | Q(vorm=Voorziening.Vorm.COLLECTIEF)
    return komen & ~Q(_heeft("locaties"))


def _niemand_te_bereiken() -> Q:
    """No phone number or mail address: not of its own, not of who is responsible."""
    geen_organisatie = Q(verantwoordelijke=None)
    onbereikbaar = Q(verantwoordelijke__telefoon="", verantwoordelijke__email="")
    return _zonder_contact() & (geen_organisatie | onbereikbaar)


def _zonder_contact() -> Q:
    return Q(telefoon="", email="")


def _voorbij() -> Q:
    """Published without a day to come."""
    komt = Activiteit.objects.die_nog_komen().order_by().values("pk")
    return Q(publicatie=Publicatie.GEPUBLICEERD) & ~Q(pk__in=komt)


def _onzichtbaar() -> Q:
    """Published, but hidden because of what it belongs to."""
    zichtbaar = Activiteit.objects.zichtbaar().order_by().values("pk")
    return Q(publicatie=Publicatie.GEPUBLICEERD) & ~Q(pk__in=zichtbaar)


def _organisatie_te_controleren() -> Q:
    """Nobody knows whether who holds it is still there."""
    gepubliceerd = Q(publicatie=Publicatie.GEPUBLICEERD)
    return gepubliceerd & Q(verantwoordelijke__controleren_voor__lt=timezone.localdate())


_ALTIJD = [
    Gebrek("lang", _("al heel lang niet gecontroleerd"), _lang_niet_gecontroleerd),
    Gebrek("verlopen", _("te controleren"), _te_controleren),
    Gebrek("concept", _("nog niet op de website"), lambda: Q(publicatie=Publicatie.CONCEPT)),
]
GEBREKEN: dict[Any, list[Gebrek]] = {
    Voorziening: [
        *_ALTIJD,
        Gebrek("zonder_contact", _("zonder telefoon of e-mail"), _niemand_te_bereiken),
        Gebrek("plek_nodig", _("waar is het? Nog geen plek"), _plek_ontbreekt),
        Gebrek("zonder_thema", _("zonder thema"), lambda: ~Q(_heeft("themas"))),
        Gebrek("zonder_plek", _("zonder plek"), lambda: ~Q(_heeft("locaties")), is_taak=False),
    ],
    Locatie: [
        *_ALTIJD,
        Gebrek("zonder_punt", _("nog niet op de kaart"), lambda: Q(lat=None)),
        Gebrek("zonder_contact", _("zonder telefoon of e-mail"), _zonder_contact, is_taak=False),
    ],
    Organisatie: [
        *_ALTIJD,
        Gebrek("zonder_contact", _("zonder telefoon of e-mail"), _zonder_contact),
    ],
    Activiteit: [
        *_ALTIJD,
        Gebrek("voorbij", _("voorbij, en nog op de website"), _voorbij),
        Gebrek("onzichtbaar", _("niet te zien: plek of voorziening is weg"), _onzichtbaar),
        Gebrek("organisatie", _("de organisatie is te controleren"), _organisatie_te_controleren),
    ],
}
