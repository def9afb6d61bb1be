"""Opening times as a table of the week, and the special days that are coming."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from sociale_basis.kern.feestdagen import feestdag

from .nu import reden_dicht
from .slots import Afwijkend, Slot, Uitzondering, afwijkend, blokken, geldende, wandklok
from .woorden import dagnaam, datum, som, uren

BLIK_VOORUIT = 30


@dataclass(frozen=True)
class Dag:
    """One row of the table; no ``tijden`` means closed."""

    naam: str
    tijden: list[str] = field(default_factory=list)
    is_vandaag: bool = False
    opmerkingen: list[str] = field(default_factory=list)


def week(
    slots: Sequence[Slot],
    uitzonderingen: Sequence[Uitzondering] = (),
    feestdagen_gesloten: bool = True,
    op: datetime | None = None,
) -> list[Dag]:
    """Monday to Sunday with the usual times that hold in the coming seven days.

    Only today's row says what is different today; other special days are in ``bijzonder``.
    """
    vandaag = wandklok(op).date()
    anders = _vandaag_anders(slots, uitzonderingen, feestdagen_gesloten, vandaag)
    dagen = sorted((vandaag + timedelta(days=n) for n in range(7)), key=date.weekday)
    return [
        Dag(
            naam=dagnaam(dag.weekday()),
            tijden=[uren(blok) for blok in blokken(slot for slot in slots if slot.geldt_op(dag))],
            is_vandaag=dag == vandaag,
            opmerkingen=anders if dag == vandaag else [],
        )
        for dag in dagen
    ]


def _vandaag_anders(
    slots: Sequence[Slot],
    uitzonderingen: Sequence[Uitzondering],
    feestdagen_gesloten: bool,
    vandaag: date,
) -> list[str]:
    afwijking = geldende(uitzonderingen, vandaag)
    if afwijking and afwijking.blokken:
        return [_met_reden(_("vandaag %s") % _wat(afwijking), afwijking.reden)]
    reden = reden_dicht(slots, uitzonderingen, feestdagen_gesloten, vandaag)
    return [] if reden is None else [_met_reden(_("vandaag dicht"), reden)]


def bijzonder(
    slots: Sequence[Slot],
    uitzonderingen: Sequence[Uitzondering] = (),
    feestdagen_gesloten: bool = True,
    op: datetime | None = None,
) -> list[str]:
    """Deviations and closed holidays of the coming 30 days, in order, one sentence each."""
    vandaag = wandklok(op).date()
    laatste = vandaag + timedelta(days=BLIK_VOORUIT)
    rijen = [
        rij
        for rij in afwijkend(uitzonderingen)
        if rij.tot_dag >= vandaag and rij.van_dag <= laatste
    ]
    if feestdagen_gesloten:
        rijen += _feestdagen(slots, uitzonderingen, vandaag)
    return [_zin(rij, vandaag) for rij in sorted(rijen, key=lambda rij: (rij.van_dag, rij.tot_dag))]


def _feestdagen(
    slots: Sequence[Slot], uitzonderingen: Sequence[Uitzondering], vandaag: date
) -> list[Afwijkend]:
    """Coming holidays on which it would otherwise be open, and that no deviation covers."""
    dagen = [vandaag + timedelta(days=n) for n in range(BLIK_VOORUIT + 1)]
    return [
        Afwijkend(dag, dag, (), feestdag(dag))
        for dag in dagen
        if feestdag(dag)
        and any(slot.geldt_op(dag) for slot in slots)
        and not geldende(uitzonderingen, dag)
    ]


def _zin(rij: Afwijkend, vandaag: date) -> str:
    """ "Op 25 december dicht: Eerste Kerstdag", "Van … tot en met … open van …"."""
    dagen = {"van": datum(rij.van_dag, vandaag), "tot": datum(rij.tot_dag, vandaag)}
    if rij.van_dag == rij.tot_dag:
        wanneer = _("Op %(van)s") % dagen
    else:
        wanneer = _("Van %(van)s tot en met %(tot)s") % dagen
    return _met_reden(f"{wanneer} {_wat(rij)}", rij.reden)


def _wat(rij: Afwijkend) -> str:
    if not rij.blokken:
        return _("dicht")
    return _("open %s") % som([uren(blok) for blok in rij.blokken])


def _met_reden(tekst: str, reden: str) -> str:
    return f"{tekst}: {reden}" if reden else tekst
