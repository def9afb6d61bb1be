"""The daily round: ask owners, and tell staff where nobody reacts (L1).

Moments are parameters, default now. Everything may be run again at any time: an owner and a
redacteur get at most one mail per period.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sociale_basis.kern.post import stuur, volledig

from ..models import (
    Activiteit,
    Controlepunt,
    Controleverzoek,
    Locatie,
    Organisatie,
    Voorstel,
    Voorziening,
)
from ..models.controle import Ding
from ..models.keuzes import Publicatie
from .eigenaar import Eigenaar, eigenaar_van, naam_van, redactie

VOORAF = timedelta(days=14)  # asked so long before the review term ends
PERIODE = timedelta(days=28)  # at most one mail to the same person in it
GEDULD = timedelta(weeks=6)  # without reaction in it, staff hear of it
MEESTE = 25  # entries named in one mail; the page behind the link has all of them


def te_vragen(op: date | None = None) -> dict[Eigenaar, list[Ding]]:
    """Per owner what is due or nearly so, however lately they were asked."""
    dag = op or timezone.localdate()
    per_eigenaar: dict[Eigenaar, list[Ding]] = {}
    for ding in _nadert(dag + VOORAF):
        eigenaar = eigenaar_van(ding)
        if eigenaar:
            per_eigenaar.setdefault(eigenaar, []).append(ding)
    return per_eigenaar


def vraag(nu: datetime | None = None) -> list[Controleverzoek]:
    """Mail every owner who is due; returns what was asked."""
    nu = nu or timezone.now()
    gevraagd = (
        _vraag(eigenaar, dingen, nu)
        for eigenaar, dingen in te_vragen(timezone.localdate(nu)).items()
    )
    return [verzoek for verzoek in gevraagd if verzoek]


def te_escaleren(nu: datetime | None = None) -> dict[Eigenaar, list[Ding]]:
    """Per redacteur what nobody reacted to for too long, or what nobody can be asked about."""
    nu = nu or timezone.now()
    dag = timezone.localdate(nu)
    gevraagd = _eerste_vraag()
    per_redacteur: dict[Eigenaar, list[Ding]] = {}
    allen = redactie()
    for ding in _nadert(dag + VOORAF):
        eigenaar = eigenaar_van(ding)
        if _zonder_reactie(ding, eigenaar, gevraagd, nu):
            for redacteur in _wie_hoort_het(ding, eigenaar, allen):
                per_redacteur.setdefault(redacteur, []).append(ding)
    return per_redacteur


def escaleer(nu: datetime | None = None) -> list[Controleverzoek]:
    """Mail every redacteur who should know; returns what was sent."""
    nu = nu or timezone.now()
    verstuurd = (_meld(redacteur, dingen, nu) for redacteur, dingen in te_escaleren(nu).items())
    return [verzoek for verzoek in verstuurd if verzoek]


# --- what is due ---------------------------------------------------------------------------
def _nadert(grens: date) -> Iterator[Ding]:
    """On the website, due on or before a day, and not waiting for staff to decide.

    A confidential place stays out: nothing of it is sent out, staff find it in the admin. What
    is over too: staff take that off the website.
    """
    voorzieningen = _aan_de_beurt(Voorziening, grens).exclude(zichtbaar_tot__lt=grens - VOORAF)
    yield from voorzieningen.select_related("verantwoordelijke", "redacteur")
    yield from _aan_de_beurt(Organisatie, grens).select_related("redacteur")
    plekken = _aan_de_beurt(Locatie, grens).filter(vertrouwelijk=False)
    yield from plekken.select_related("beheerstichting", "redacteur")
    activiteiten = _aan_de_beurt(Activiteit, grens).filter(
        pk__in=Activiteit.objects.die_nog_komen().order_by().values("pk")
    )
    openbaar = activiteiten.exclude(locatie__vertrouwelijk=True)
    yield from openbaar.select_related("verantwoordelijke", "redacteur")


def _aan_de_beurt(model: type[Ding], grens: date) -> QuerySet:
    soort = str(model._meta.model_name)
    wacht = Voorstel.objects.open().filter(bron=Voorstel.Bron.CONTROLE, soort=soort)
    return (
        model.objects.niet_gearchiveerd()
        .filter(publicatie=Publicatie.GEPUBLICEERD, controleren_voor__lte=grens)
        .exclude(pk__in=wacht.filter(is_nieuw=False).values(soort))
        .order_by("controleren_voor", "pk")
    )


def _eerste_vraag() -> dict[tuple[str, int], list[datetime]]:
    """Per entry (kind, number) when it was asked about without an answer, oldest first."""
    moment = "verzoek__gevraagd_op"
    eerste: dict[tuple[str, int], list[datetime]] = {}
    for soort in ("voorziening", "organisatie", "locatie", "activiteit"):
        punten = Controlepunt.objects.open().filter(**{f"{soort}__isnull": False})
        for nummer, gevraagd in punten.order_by(moment).values_list(f"{soort}_id", moment):
            eerste.setdefault((soort, nummer), []).append(gevraagd)
    return eerste


def _zonder_reactie(
    ding: Ding,
    eigenaar: Eigenaar | None,
    gevraagd: dict[tuple[str, int], list[datetime]],
    nu: datetime,
) -> bool:
    if eigenaar is None:
        return ding.is_te_controleren(timezone.localdate(nu))
    momenten = gevraagd.get((str(ding._meta.model_name), ding.pk), [])
    sinds = (m for m in momenten if timezone.localdate(m) > ding.laatst_gecontroleerd)
    eerste = next(sinds, None)
    return eerste is not None and nu - eerste >= GEDULD


def _wie_hoort_het(ding: Ding, eigenaar: Eigenaar | None, allen: list[Eigenaar]) -> list[Eigenaar]:
    """The entry's own redacteur, unless that is who did not react."""
    eigen = ding.redacteur
    if eigen and eigen.is_active and eigen.email and eigen != eigenaar:
        return [eigen]
    return allen


# --- mail ----------------------------------------------------------------------------------
def _vraag(eigenaar: Eigenaar, dingen: list[Ding], nu: datetime) -> Controleverzoek | None:
    with transaction.atomic():
        verzoek = _begin(Controleverzoek.Soort.VRAAG, eigenaar, nu)
        if verzoek is None:
            return None
        Controlepunt.objects.bulk_create(Controlepunt.voor(verzoek, ding) for ding in dingen)
        gegevens = _gegevens(eigenaar, dingen) | {
            "link": volledig(verzoek.pad),
            "geldig_tot": verzoek.geldig_tot,
        }
        onderwerp = _("Klopt uw informatie op de website nog?")
        stuur(eigenaar.email, onderwerp, "voorzieningen/mail/nakijken.txt", gegevens)
    return verzoek


def _meld(redacteur: Eigenaar, dingen: list[Ding], nu: datetime) -> Controleverzoek | None:
    with transaction.atomic():
        verzoek = _begin(Controleverzoek.Soort.ESCALATIE, redacteur, nu)
        if verzoek is None:
            return None
        gegevens = _gegevens(redacteur, dingen) | {
            "regels": [(ding, volledig(_beheerpad(ding))) for ding in dingen[:MEESTE]]
        }
        onderwerp = _("Niemand kijkt deze informatie na")
        stuur(redacteur.email, onderwerp, "voorzieningen/mail/niemand_kijkt_na.txt", gegevens)
    return verzoek


def _begin(soort: str, wie: Eigenaar, nu: datetime) -> Controleverzoek | None:
    """A new request, or None for who got one within the period; one process at a time."""
    type(wie)._base_manager.select_for_update().get(pk=wie.pk)
    eerder = Controleverzoek.objects.filter(soort=soort).aan(wie)
    if eerder.sinds(nu - PERIODE).exists():
        return None
    veld = "organisatie" if isinstance(wie, Organisatie) else "redacteur"
    return Controleverzoek.objects.create(
        soort=soort, email=wie.email, gevraagd_op=nu, **{veld: wie}
    )


def _gegevens(wie: Eigenaar, dingen: list[Ding]) -> dict[str, object]:
    return {
        "aan": naam_van(wie),
        "dingen": dingen[:MEESTE],
        "aantal": len(dingen),
        "meer": max(0, len(dingen) - MEESTE),
    }


def _beheerpad(ding: Ding) -> str:
    return reverse(f"admin:voorzieningen_{ding._meta.model_name}_change", args=[ding.pk])
