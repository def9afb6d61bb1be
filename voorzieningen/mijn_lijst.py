"""A visitor's own list of provisions: kept in the browser, nothing of it on the server.

A volunteer collects provisions for somebody, prints them or shares the link (H10).
"""

from django.conf import settings
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse

from sociale_basis.kern.velden import lees_nummer

from .models import Locatie, Organisatie, Voorziening
from .models.voorziening import VoorzieningQuerySet

COOKIE = "mijn_lijst"
HOOGSTENS = 30


def lees_nummers(tekst: str) -> list[int]:
    """'12.7.x.12' → [12, 7]: whole numbers, each once, in order, at most 30."""
    nummers = (lees_nummer(deel) for deel in tekst.split("."))
    return list(dict.fromkeys(n for n in nummers if n is not None))[:HOOGSTENS]


class MijnLijst:
    """The list in a request's cookie (for the time that the browser is open)."""

    def __init__(self, request: HttpRequest) -> None:
        self.nummers = lees_nummers(request.COOKIES.get(COOKIE, ""))

    def __contains__(self, nummer: int) -> bool:
        return nummer in self.nummers

    def bewaar(self, nummer: int) -> None:
        if nummer not in self.nummers:
            self.nummers = [*self.nummers, nummer][-HOOGSTENS:]

    def haal_weg(self, nummer: int) -> None:
        self.nummers = [n for n in self.nummers if n != nummer]

    @property
    def code(self) -> str:
        """The list in a link: '12.7.31'."""
        return ".".join(str(nummer) for nummer in self.nummers)

    def schrijf(self, response: HttpResponse) -> None:
        response.set_cookie(
            COOKIE,
            self.code,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )


def voorzieningen_op_volgorde(nummers: list[int]) -> list[Voorziening]:
    """The visible provisions with these numbers, in the order in which they were kept."""
    gevonden: VoorzieningQuerySet = Voorziening.objects.zichtbaar().filter(pk__in=nummers)
    met_plek = gevonden.prefetch_related(
        Prefetch("verantwoordelijke", Organisatie.objects.zichtbaar().voor_links()),
        Prefetch("locaties", Locatie.objects.zichtbaar().voor_links(), to_attr="plekken"),
        "openingstijden",
        "afwijkingen",
    )
    per_nummer = {v.pk: v for v in met_plek}
    return [per_nummer[nummer] for nummer in nummers if nummer in per_nummer]
