"""Where a network has a hole: for staff, not for visitors (M6)."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ..models import Gebied, Netwerkpartner


def zonder_eerste_ring() -> QuerySet[Gebied]:
    """Wijken whose team works there, but with nobody in the first ring, nor in their stadsdeel."""
    eerste = Netwerkpartner.objects.zichtbaar().order_by().in_ring(Netwerkpartner.Ring.EERSTE)
    hier = eerste.filter(gebied=OuterRef("pk"))
    boven = eerste.filter(gebied=OuterRef("ouder"), gebied__soort=Gebied.Soort.STADSDEEL)
    wijken: QuerySet[Gebied] = Gebied.objects.zichtbaar().wijken()
    begonnen = wijken.exclude(fase=Gebied.Fase.GEPLAND)
    return begonnen.filter(~Exists(hier), ~Exists(boven))


def met_aantallen() -> QuerySet[Gebied]:
    """Every area that may have a network, with counts: eerste, tweede, getekend."""
    gebieden = Gebied.objects.zichtbaar().exclude(soort=Gebied.Soort.BUURT)
    return gebieden.select_related("ouder").annotate(
        eerste=_telling(netwerkpartners__ring=Netwerkpartner.Ring.EERSTE),
        tweede=_telling(netwerkpartners__ring=Netwerkpartner.Ring.TWEEDE),
        getekend=_telling(netwerkpartners__tekende_op__isnull=False),
    )


def _telling(**keuze: object) -> Count:
    in_gebruik = Q(netwerkpartners__gearchiveerd_op__isnull=True)
    return Count("netwerkpartners", filter=in_gebruik & Q(**keuze))
