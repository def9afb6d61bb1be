"""Recurrence and single times in Dutch words."""

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..openingstijden.woorden import dagen_in_woorden, dagnaam, datum, tijd
from .herhaling import Herhaling, Ritme
from .keren import AMSTERDAM

RANGWOORDEN = (
    gettext_lazy("eerste"),
    gettext_lazy("tweede"),
    gettext_lazy("derde"),
    gettext_lazy("vierde"),
    gettext_lazy("vijfde"),
)


def zin(herhaling: Herhaling, van: time, tot: time | None, op: date | None = None) -> str:
    """What the choices mean, as people would say it.

    "Elke tweede dinsdag van de maand van 10.00 tot 12.00 uur, niet op feestdagen."
    """
    vandaag = op or timezone.localdate()
    delen = [f"{_wanneer(herhaling)} {tijden(van, tot)}"]
    if herhaling.ritme != Ritme.EEN_KEER:
        delen += _grenzen(herhaling, vandaag)
    return capfirst(f"{', '.join(delen)}.")


def _grenzen(herhaling: Herhaling, vandaag: date) -> list[str]:
    """Where it begins (if that is still to come), where it ends, and what it skips."""
    delen = []
    if herhaling.begin > vandaag:
        delen.append(_("vanaf %s") % datum(herhaling.begin, vandaag))
    if herhaling.laatste:
        delen.append(_("tot en met %s") % datum(herhaling.laatste, vandaag))
    if not herhaling.ook_op_feestdagen:
        delen.append(_("niet op feestdagen"))
    return delen


def _wanneer(herhaling: Herhaling) -> str:
    begin, naam = herhaling.begin, dagnaam(herhaling.begin.weekday())
    dagen = dagen_in_woorden(sorted(set(herhaling.op_weekdagen)))
    woorden: dict[str, str] = {
        Ritme.EEN_KEER: dag_voluit(begin),
        Ritme.DAG: _("elke dag"),
        Ritme.WERKDAG: _("elke werkdag"),
        Ritme.WEEK: _("elke dag")
        if len(herhaling.op_weekdagen) == 7
        else _("elke week op %s") % dagen,
        Ritme.TWEE_WEKEN: _("om de week op %s") % dagen,
        Ritme.MAAND: _("elke %(rang)s %(dag)s van de maand")
        % {"rang": RANGWOORDEN[herhaling.hoeveelste - 1], "dag": naam},
        Ritme.MAAND_LAATST: _("elke laatste %s van de maand") % naam,
        Ritme.MAAND_DATUM: _("elke maand op de %(getal)de") % {"getal": begin.day},
        Ritme.JAAR: _("elk jaar op %s") % datum(begin, begin),
    }
    return woorden[herhaling.ritme]


def tijden(van: time, tot: time | None) -> str:
    """ "van 9.00 tot 12.00 uur", "om 9.00 uur" without an end."""
    if tot is None:
        return _("om %s uur") % tijd(van)
    return _("van %(van)s tot %(tot)s uur") % {"van": tijd(van), "tot": tijd(tot)}


def dag_voluit(dag: date, vandaag: date | None = None) -> str:
    """ "dinsdag 24 november 2026"; without the year when ``vandaag`` makes that clear."""
    return f"{dagnaam(dag.weekday())} {datum(dag, vandaag)}"


def moment(begin: datetime, op: date | None = None) -> str:
    """ "vandaag om 10.00 uur", "morgen om …", "dinsdag 24 november om 10.00 uur"."""
    lokaal, vandaag = begin.astimezone(AMSTERDAM), op or timezone.localdate()
    dicht = {0: _("vandaag"), 1: _("morgen")}.get((lokaal.date() - vandaag).days)
    dag = dicht or dag_voluit(lokaal.date(), vandaag)
    return _("%(dag)s om %(tijd)s uur") % {"dag": dag, "tijd": tijd(lokaal.time())}
