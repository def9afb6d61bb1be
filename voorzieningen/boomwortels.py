"""What the sociale kaart puts at the roots of a wijk: places and what people do there (H5, M11)."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from wijken.models import Gebied

from .boom.wortels import Wortelgroep, groep_van, wortels
from .models import Locatie, Thema, Voorziening


@wortels(volgorde=5)
def wijken(gebied: Gebied, thema: Thema | None) -> Wortelgroep | None:
    """The municipality stands on its wijken, a stadsdeel on its own: each has a boom."""
    rijen = Gebied.objects.zichtbaar().wijken()
    if gebied.soort == Gebied.Soort.STADSDEEL:
        rijen = rijen.onder(gebied)
    elif gebied.soort != Gebied.Soort.GEMEENTE:
        return None
    groep = groep_van(
        _("Wijken en dorpen"), rijen.only("naam", "slug"), reverse("wijken:wijken"), 24
    )
    erbij = f"boom/?thema={thema.slug}" if thema else "boom/"
    namen = tuple(replace(wortel, url=f"{wortel.url}{erbij}") for wortel in groep.wortels)
    return replace(groep, wortels=namen)


@wortels(volgorde=20)
def ontmoetingsplekken(gebied: Gebied, thema: Thema | None) -> Wortelgroep | None:
    if gebied.soort == Gebied.Soort.GEMEENTE:
        return None
    rijen = Locatie.objects.zichtbaar().ontmoetingsplekken().in_gebied(gebied)
    url = f"{reverse('voorzieningen:kaart')}?soort=ontmoeten&wijk={gebied.slug}"
    return groep_van(
        _("Plekken om elkaar te ontmoeten"), rijen.only("naam", "slug", "vertrouwelijk"), url
    )


@wortels(volgorde=30)
def initiatieven(gebied: Gebied, thema: Thema | None) -> Wortelgroep | None:
    """What neighbours and volunteers do here, of this theme only where one is chosen."""
    if gebied.soort == Gebied.Soort.GEMEENTE:
        return None
    rijen = Voorziening.objects.zichtbaar().eigen_in_gebied(gebied)
    rijen = rijen.exclude(soort=Voorziening.Soort.FORMEEL)
    if thema:
        rijen = rijen.met_thema(thema)
    url = f"{reverse('voorzieningen:voorzieningen')}?wijk={gebied.slug}"
    return groep_van(_("Wat bewoners en vrijwilligers doen"), rijen.only("titel", "slug"), url)
