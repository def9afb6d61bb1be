"""Opening times in Dutch words."""

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .slots import HELE_DAG, Blok, Slot, gelijke_dagen, per_periode, reeksen

OCHTEND = 6 * 60


def tijd(moment: str | time | int) -> str:
    """The time as people write it: "09:30" is "9.30". Minutes of a day count to 1440, "24.00"."""
    if isinstance(moment, str):
        moment = time.fromisoformat(moment)
    if isinstance(moment, time):
        moment = moment.hour * 60 + moment.minute
    minuten = moment if moment <= HELE_DAG else moment % HELE_DAG
    return f"{minuten // 60}.{minuten % 60:02}"


def datum(dag: date, vandaag: date | None = None) -> str:
    """ "21 december", with the year when that is not clear: no today, or half a year away."""
    tekst = f"{dag.day} {MONTHS[dag.month]}"
    ver = vandaag is None or abs(dag - vandaag) > timedelta(days=180)
    return f"{tekst} {dag.year}" if ver else tekst


def dagnaam(weekdag: int) -> str:
    return str(WEEKDAYS[weekdag])


def som(delen: Sequence[str]) -> str:
    """Join as in a sentence: "a, b en c"."""
    *eerste, laatste = delen
    return (
        _("%(eerste)s en %(laatste)s") % {"eerste": ", ".join(eerste), "laatste": laatste}
        if eerste
        else laatste
    )


def uren(blok: Blok) -> str:
    """One stretch: "van 9.00 tot 12.00 uur (inloop)", "op afspraak van …", "de hele dag"."""
    tekst = _hele_dag_of_tijden(blok)
    if blok.op_afspraak:
        tekst = _("op afspraak %(tijden)s") % {"tijden": tekst}
    return f"{tekst} ({blok.opmerking})" if blok.opmerking else tekst


def _hele_dag_of_tijden(blok: Blok) -> str:
    if (blok.begin, blok.einde) == (0, HELE_DAG):
        return _("de hele dag")
    tijden = {"van": tijd(blok.begin), "tot": tijd(blok.einde)}
    if blok.einde <= HELE_DAG:
        return _("van %(van)s tot %(tot)s uur") % tijden
    if blok.einde <= HELE_DAG + OCHTEND:
        return _("van %(van)s tot %(tot)s uur ’s nachts") % tijden
    return _("van %(van)s tot %(tot)s uur de volgende dag") % tijden


def dagen_in_woorden(dagen: list[int]) -> str:
    """ "elke dag", "maandag tot en met vrijdag", "maandag, woensdag en zondag"."""
    if len(dagen) == 7:
        return _("elke dag")
    delen: list[str] = []
    for eerste, laatste in reeksen(dagen):
        if laatste - eerste >= 2:
            namen = {"eerste": dagnaam(eerste), "laatste": dagnaam(laatste)}
            delen.append(_("%(eerste)s tot en met %(laatste)s") % namen)
        else:
            delen += [dagnaam(dag) for dag in range(eerste, laatste + 1)]
    return som(delen)


def zin(slots: Iterable[Slot]) -> str:
    """What the rows mean, as people would say it; one sentence per period, "" without rows.

    "Maandag en dinsdag van 9.00 tot 12.00 uur, woensdag op afspraak van 10.00 tot 12.00 uur."
    """
    return " ".join(_zin(_periode(*periode), rijen) for periode, rijen in per_periode(slots))


def _zin(periode: str, slots: list[Slot]) -> str:
    delen = [
        f"{dagen_in_woorden(dagen)} {som([uren(blok) for blok in blokken])}"
        for dagen, blokken in gelijke_dagen(slots)
    ]
    return capfirst(f"{periode}{', '.join(delen)}.")


def _periode(eerste: date, laatste: date) -> str:
    if eerste == laatste:
        return _("op %s: ") % datum(eerste)
    if eerste == date.min:
        return "" if laatste == date.max else _("tot en met %s: ") % datum(laatste)
    if laatste == date.max:
        return _("vanaf %s: ") % datum(eerste)
    return _("van %(eerste)s tot en met %(laatste)s: ") % {
        "eerste": datum(eerste),
        "laatste": datum(laatste),
    }
