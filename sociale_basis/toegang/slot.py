"""Too many wrong passwords: who has to wait, and the page that says so.

What was typed as a name is never kept, since people type their password there: the counters
hold a hash of it. The page is the same for names that exist and names that do not.
"""

from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from sociale_basis.kern.adres import bezoekers_net

# How much heavier a limit is than that of AXES_FAILURE_LIMIT, in the order of
# AXES_LOCKOUT_PARAMETERS: 5 for a name from one address, 20 from one address (a town hall is
# one), 100 for one name from anywhere (so that hardly anybody can shut somebody else out).
RUIMTE = (1, 4, 20)


class Slot(AxesDatabaseHandler):
    """Counts in the database, with more room for what many people share."""

    def get_failures(self, request: HttpRequest, credentials: dict | None = None) -> int:
        pogingen = self.get_user_attempts(request, credentials)
        sommen = [
            rijen.aggregate(som=Sum("failures_since_start"))["som"] or 0 for rijen in pogingen
        ]
        return max(som // ruimte for som, ruimte in zip(sommen, RUIMTE, strict=True))

    def reset_user_attempts(self, request: HttpRequest, credentials: dict | None = None) -> int:
        """A login clears the counter of that name there, not those that others share."""
        eigen, *_gedeeld = self.filter_user_attempts(request, credentials)
        return int(eigen.delete()[0])


def onherkenbaar(request: HttpRequest | None, credentials: dict | None) -> str:
    """The name that was typed, as a hash."""
    naam = (credentials or {}).get("username")
    if naam is None and request is not None:
        naam = request.POST.get("username", "")
    return salted_hmac("toegang.slot", naam or "").hexdigest()


def adres_van_poging(request: HttpRequest) -> str | None:
    """The address under which tries are counted: of IPv6 the first of its connection (/64)."""
    return bezoekers_net(request).partition("/")[0] or None


def wacht_even(
    request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None
) -> HttpResponse:
    """Says in plain words how long to wait, and what else somebody can do (429)."""
    minuten = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    context = {"title": _("Even wachten"), "minuten": minuten}
    pagina = render(request, "toegang/wacht_even.html", _site() | context, status=429)
    pagina["Retry-After"] = str(minuten * 60)
    return pagina


def _site() -> dict[str, Any]:
    from django.contrib.admin import site

    return {"site_header": site.site_header, "site_title": site.site_title}
