"""``/gezond/``: tells a monitor whether the portal is well."""

from datetime import datetime

from django.db import Error
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from sociale_basis.kern.models import Mail, Taakrun
from sociale_basis.kern.taken import HERKANSING, REGISTER, Taak

GESTART = timezone.now()


@never_cache
def gezond(request: HttpRequest) -> JsonResponse:
    """``{"status": "ok" | "achter", "database": bool, "mail": {…}, "taken": {…}}``; 200 or 503.

    503 when the database does not answer, when mail waits for over an hour while none goes out,
    or when a timed job last succeeded more than twice its interval ago (a frequent one: more
    than a second attempt takes). A job that never succeeded counts as late once this process
    has run longer than that attempt, so that a fresh installation is not late at once.
    With ``?deel=web`` only the database counts: for a probe that restarts the web process,
    which does not help a late backup.
    """
    runs = _runs()
    taken = {} if runs is None else {t.naam: _stand(t, runs.get(t.naam)) for t in REGISTER.values()}
    mail = {} if runs is None else _mail()
    op_tijd = mail.get("op_tijd", False) and all(stand["op_tijd"] for stand in taken.values())
    goed = runs is not None and (request.GET.get("deel") == "web" or op_tijd)
    inhoud = {
        "status": "ok" if goed else "achter",
        "database": runs is not None,
        "mail": mail,
        "taken": taken,
    }
    return JsonResponse(inhoud, status=200 if goed else 503)


def _runs() -> dict[str, Taakrun] | None:
    try:
        return Taakrun.objects.in_bulk(field_name="naam")
    except Error:
        return None


def _mail() -> dict[str, bool | int]:
    return {
        "op_tijd": not Mail.objects.loopt_achter(),
        "wachtend": Mail.objects.wachtend().count(),
        "mislukt": Mail.objects.mislukt().count(),
    }


def _stand(taak: Taak, run: Taakrun | None) -> dict[str, bool | datetime | None]:
    if run is None or run.gelukt_op is None:
        op_tijd = timezone.now() - GESTART < 2 * HERKANSING
    else:
        op_tijd = not run.loopt_achter(max(taak.elke, HERKANSING))
    return {
        "op_tijd": op_tijd,
        "gelukt_op": run.gelukt_op if run else None,
        "mislukt": bool(run and run.fout),
    }
