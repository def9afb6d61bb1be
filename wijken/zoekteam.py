"""Members of the teams in the search: by function, wijk, expertise, organisation and name (M3).

Only who is visible stands in the index at all: who leaves is out of it, and of what it suggests,
in the same transaction. The words themselves go at night, as those of everything that goes.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sociale_basis.kern.zoeken.registratie import Teksten, registreer, registreer_afhankelijk

from .models import Gebied, Inzet, Teamlid
from .zoeksoorten import wijkwaarden


def _bron() -> QuerySet:
    rijen = Teamlid.objects.zichtbaar().select_related("moederorganisatie")
    return rijen.prefetch_related("gebieden__ouder", "inzetten")


def _tekst(lid: Teamlid) -> Teksten:
    """What they wrote about themselves is left out: it would answer questions in place of help."""
    gebieden = " ".join(gebied.naam for gebied in lid.gebieden.all())
    verbindt = any(inzet.is_verbinder for inzet in lid.inzetten.all())
    wie: Any = lid.moederorganisatie
    return Teksten(
        titel=lid.naam,
        alledaags=f"{lid.functie} {_('verbinder') if verbindt else ''}",
        organisatie=wie.naam if wie and not wie.is_gearchiveerd else "",
        extra=f"{lid.get_expertise_display()} {gebieden}",
    )


def _facetten(lid: Teamlid) -> dict[str, Iterable[str]]:
    return {"wijk": wijkwaarden(lid.gebieden.all())}


def registreer_teamlid() -> None:
    registreer(
        "teamlid", Teamlid, _tekst, _facetten, lambda: Teamlid.objects.zichtbaar(), bron=_bron
    )
    organisatie: Any = Teamlid._meta.get_field("moederorganisatie").related_model
    registreer_afhankelijk(Inzet, "teamlid", lambda inzet: [inzet.teamlid_id])
    registreer_afhankelijk(Gebied, "teamlid", lambda gebied: _nummers(gebieden=gebied))
    registreer_afhankelijk(organisatie, "teamlid", lambda o: _nummers(moederorganisatie=o))


def _nummers(**keuze: Any) -> QuerySet:
    return Teamlid.objects.filter(**keuze).order_by().values_list("pk", flat=True)
