"""What a visitor wants to see of the agenda, read from the address in one place (L11)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Count
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.text import capfirst
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from wijken.models import Gebied
from wijken.opzoeken import Postcodeantwoord, zoek_postcode

from ..models import Activiteit, Doelgroep, Locatie, Moment, Thema
from ..models.activiteit import ActiviteitQuerySet
from ..models.moment import MomentQuerySet
from .momenten import VOORUIT
from .woorden import dag_voluit, dagnaam

DAGEN = 7
AFSTANDEN = {"1": 1_000, "3": 3_000, "5": 5_000, "10": 10_000}  # kilometres to metres
LETTERS_ERBIJ = _("Vul ook de 2 letters van uw postcode in. Dan weten we wat dichtbij is.")
BUITEN = _("Deze postcode ligt niet in onze gemeente.")
ONBEKEND = _("We weten niet precies waar deze postcode ligt.")
MELDINGEN = {"kies": LETTERS_ERBIJ, "huisnummer_nodig": ONBEKEND, "buiten": BUITEN}


@dataclass(frozen=True)
class Dagkeuze:
    """One day of the strip above the list."""

    dag: date
    naam: str
    aantal: int
    gekozen: bool


@dataclass
class Agendakeuze:
    """Days and filters; what is unknown or wrong counts as not chosen.

    Seven days from ``van``, or ``dag`` alone. A postcode without a distance means its wijk.
    """

    vandaag: date
    van: date
    dag: date | None = None
    filters: dict[str, str] = field(default_factory=dict)
    gratis: bool = False
    postcode: str = ""

    @classmethod
    def uit(cls, get: QueryDict, vandaag: date | None = None) -> "Agendakeuze":
        """Read the query string; asks the database nothing."""
        nu = vandaag or timezone.localdate()
        dag = _dag(get.get("dag", ""), nu)
        van = _dag(get.get("van", ""), nu) or nu
        if dag and not van <= dag < van + timedelta(days=DAGEN):
            van = dag
        namen = ("wijk", "thema", "doelgroep", "toegang", "afstand")
        return cls(
            nu, van, dag,
            {naam: get.get(naam, "")[:80] for naam in namen},
            get.get("kosten") == Activiteit.Kosten.GRATIS,
            get.get("postcode", "").strip()[:20],
        )  # fmt: skip

    # --- the choices, one query each -------------------------------------------------------

    @cached_property
    def wijken(self) -> list[Gebied]:
        return list(Gebied.objects.zichtbaar().wijken().met_keten())

    @cached_property
    def alle_themas(self) -> list[Thema]:
        return list(Thema.objects.zichtbaar().only("naam", "slug", "ouder"))

    @property
    def themas(self) -> list[Thema]:
        return [thema for thema in self.alle_themas if not thema.ouder_id]

    @cached_property
    def doelgroepen(self) -> list[Doelgroep]:
        return list(Doelgroep.objects.zichtbaar().only("naam", "slug"))

    @property
    def afstanden(self) -> tuple[str, ...]:
        return tuple(AFSTANDEN)

    # --- what was chosen -------------------------------------------------------------------

    @cached_property
    def wijk(self) -> Gebied | None:
        """The area in the address, else that of the postcode unless a distance was chosen."""
        if self.filters["wijk"]:
            return self._gebied(self.filters["wijk"])
        gebied = self.antwoord.gebied if self.antwoord and not self.straal else None
        return _met_slug(self.wijken, gebied.slug) or gebied if gebied else None

    def _gebied(self, slug: str) -> Gebied | None:
        zichtbaar = Gebied.objects.zichtbaar().met_keten()
        return _met_slug(self.wijken, slug) or zichtbaar.filter(slug=slug).first()

    @cached_property
    def thema(self) -> Thema | None:
        return _met_slug(self.alle_themas, self.filters["thema"])

    @cached_property
    def doelgroep(self) -> Doelgroep | None:
        return _met_slug(self.doelgroepen, self.filters["doelgroep"])

    @property
    def toegang(self) -> str:
        return self.filters["toegang"] if self.filters["toegang"] in Activiteit.Toegang else ""

    @property
    def afstand(self) -> str:
        return self.filters["afstand"] if self.filters["afstand"] in AFSTANDEN else ""

    @cached_property
    def antwoord(self) -> Postcodeantwoord | None:
        return zoek_postcode(self.postcode) if self.postcode else None

    @property
    def straal(self) -> tuple[float, float, int] | None:
        """(lat, lon, metres) to stay within, when both a postcode and a distance tell."""
        punt = self.antwoord.vertrekpunt if self.antwoord else None
        return (*punt, AFSTANDEN[self.afstand]) if punt and self.afstand else None

    @property
    def melding(self) -> str:
        """Why a postcode or distance says nothing, in plain words; '' when all is well."""
        if self.antwoord is None:
            return (
                tekst("Vul uw postcode in. Dan weten we wat dichtbij is.") if self.afstand else ""
            )
        if self.antwoord.gebied:
            return ""
        return self.antwoord.melding or str(MELDINGEN.get(self.antwoord.soort, ONBEKEND))

    @property
    def aantal_filters(self) -> int:
        gekozen = (self.wijk, self.thema, self.doelgroep, self.toegang, self.straal, self.gratis)
        return sum(bool(keus) for keus in gekozen)

    # --- what it gives ---------------------------------------------------------------------

    def activiteiten(self) -> ActiviteitQuerySet:
        rijen = Activiteit.objects.zichtbaar()
        if self.wijk and self.wijk.soort != Gebied.Soort.GEMEENTE:
            rijen = rijen.voor_gebied(self.wijk)
        if self.thema:
            rijen = rijen.met_thema(self.thema)
        if self.doelgroep:
            rijen = rijen.filter(doelgroepen=self.doelgroep)
        if self.toegang:
            rijen = rijen.filter(toegang=self.toegang)
        if self.gratis:
            rijen = rijen.filter(kosten=Activiteit.Kosten.GRATIS)
        if self.straal:
            dichtbij = Locatie.objects.zichtbaar().binnen_straal(*self.straal)
            rijen = rijen.filter(locatie__in=dichtbij.order_by().values("pk"))
        return rijen

    def momenten(self) -> MomentQuerySet:
        """In the seven days, not over yet."""
        rijen = Moment.objects.van(self.activiteiten()).tussen(self.van, self.tot)
        return rijen.komend() if self.van <= self.vandaag else rijen

    @cached_property
    def per_dag(self) -> dict[date, int]:
        """How many there are on each of the seven days; one query."""
        rijen = self.momenten().order_by().values_list("dag").annotate(aantal=Count("pk"))
        return dict(rijen)

    def gekozen_momenten(self) -> MomentQuerySet:
        """Of the chosen day, or of all seven."""
        rijen = self.momenten().voor_lijst()
        return rijen.filter(dag=self.dag) if self.dag else rijen

    @property
    def aantal(self) -> int:
        if self.dag:
            return self.per_dag.get(self.dag, 0)
        return sum(self.per_dag.values())

    # --- days ------------------------------------------------------------------------------

    @property
    def tot(self) -> date:
        """The last of the seven days."""
        return self.van + timedelta(days=DAGEN - 1)

    @property
    def vorige(self) -> date | None:
        """Where the seven days before begin, None at the beginning."""
        return (
            max(self.vandaag, self.van - timedelta(days=DAGEN)) if self.van > self.vandaag else None
        )

    @property
    def volgende(self) -> date | None:
        """Where the next seven days begin, None where nothing is known any more."""
        begin = self.van + timedelta(days=DAGEN)
        return begin if begin <= self.vandaag + VOORUIT else None

    @property
    def is_deze_week(self) -> bool:
        return self.van == self.vandaag

    @property
    def periode(self) -> str:
        """ "Zondag 22 november", "Van zondag 22 tot en met zaterdag 28 november"."""
        if self.dag:
            return capfirst(dag_voluit(self.dag, self.vandaag))
        zelfde_maand = self.van.month == self.tot.month
        begin = f"{dagnaam(self.van.weekday())} {self.van.day}"
        eerste = begin if zelfde_maand else dag_voluit(self.van, self.vandaag)
        laatste = dag_voluit(self.tot, self.vandaag)
        return tekst("%(eerste)s tot en met %(laatste)s") % {
            "eerste": capfirst(eerste),
            "laatste": laatste,
        }

    @property
    def dagen(self) -> list[Dagkeuze]:
        """The strip of seven days."""
        dagen = (self.van + timedelta(days=nummer) for nummer in range(DAGEN))
        return [
            Dagkeuze(dag, dagnaam(dag.weekday()), self.per_dag.get(dag, 0), dag == self.dag)
            for dag in dagen
        ]


def _dag(waarde: str, vandaag: date) -> date | None:
    """A day from today on that the agenda may know of; None for anything else."""
    try:
        dag = parse_date(waarde[:10])
    except ValueError:
        return None
    return dag if dag and vandaag <= dag <= vandaag + VOORUIT else None


def _met_slug(rijen: Iterable[Any], slug: str) -> Any:
    return next((rij for rij in rijen if rij.slug == slug), None)
