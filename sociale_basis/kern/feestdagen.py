"""Dutch public holidays by name.

The evaluation library knows the days (``PH``, country NL) but not what they are called; a test
keeps both the same. Good Friday and 5 May are no public holidays: most places are open.
"""

from datetime import date, timedelta
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

ROND_PASEN = {
    0: _("Eerste Paasdag"),
    1: _("Tweede Paasdag"),
    39: _("Hemelvaartsdag"),
    49: _("Eerste Pinksterdag"),
    50: _("Tweede Pinksterdag"),
}
VASTE_DAGEN = {
    (1, 1): _("Nieuwjaarsdag"),
    (12, 25): _("Eerste Kerstdag"),
    (12, 26): _("Tweede Kerstdag"),
}
KONINGSDAG = _("Koningsdag")


def feestdag(dag: date) -> str:
    """The name of the public holiday on a day, or "" on any other day."""
    return str(_van_jaar(dag.year).get(dag, ""))


@lru_cache(maxsize=32)
def _van_jaar(jaar: int) -> dict:
    pasen = eerste_paasdag(jaar)
    return {
        koningsdag(jaar): KONINGSDAG,
        **{date(jaar, maand, dag): naam for (maand, dag), naam in VASTE_DAGEN.items()},
        **{pasen + timedelta(days=na): naam for na, naam in ROND_PASEN.items()},
    }


def koningsdag(jaar: int) -> date:
    """27 April, or the day before when that is a Sunday."""
    dag = date(jaar, 4, 27)
    return dag - timedelta(days=1) if dag.weekday() == 6 else dag


def eerste_paasdag(jaar: int) -> date:
    """Easter Sunday by the rule of Gauss, right for 1900-2099."""
    volle_maan = (19 * (jaar % 19) + 24) % 30
    zondag = (2 * (jaar % 4) + 4 * (jaar % 7) + 6 * volle_maan + 5) % 7
    dag = date(jaar, 3, 22) + timedelta(days=volle_maan + zondag)
    te_laat = zondag == 6 and (volle_maan == 29 or (volle_maan == 28 and jaar % 19 > 10))
    return dag - timedelta(days=7) if te_laat else dag
