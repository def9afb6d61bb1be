"""What the log writes down by itself: logins, and changes of people, groups and rights."""

from datetime import timedelta
from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.models import Group, User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from sociale_basis.kern.logboek import huidig_verzoek, leg_vast
from sociale_basis.kern.models import Logregel

from . import sessieduur

Soort = Logregel.Soort
GEVOLGD = ("username", "email", "is_active", "is_staff", "is_superuser", "password")
STILTE = timedelta(minutes=15)  # in which being shut out is written down once
MEEST = 12  # names of rights in one line


@receiver(user_logged_in)
def ingelogd(sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
    sessieduur.begin(request)
    met_code = getattr(user, "otp_device", None) is not None
    wat = _("Met een code.") if met_code else _("Met alleen een wachtwoord.")
    leg_vast(request, Soort.INGELOGD, wat)


@receiver(user_logged_out)
def uitgelogd(sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
    if user is not None:
        leg_vast(request, Soort.UITGELOGD, "", naam=user.get_username())


@receiver(user_login_failed)
def mislukt(sender: Any, credentials: dict, request: Any = None, **kwargs: Any) -> None:
    if request is not None and not getattr(request, "axes_locked_out", False):
        leg_vast(request, Soort.MISLUKT, "", naam=_bekend(credentials.get("username")))


@receiver(user_locked_out)
def buitengesloten(sender: Any, request: HttpRequest, ip_address: str, **kwargs: Any) -> None:
    """Once per address and name, however often they keep trying."""
    naam = _bekend(request.POST.get("username") or request.user.get_username())
    al = Logregel.objects.filter(
        soort=Soort.GESLOTEN, ip=ip_address, wie=naam, op__gt=timezone.now() - STILTE
    )
    if not al.exists():
        wat = _("Moet een kwartier wachten.")
        leg_vast(request, Soort.GESLOTEN, wat, naam=naam, ip=ip_address)


def _bekend(naam: str | None) -> str:
    """A name that exists; what else people type there (a password) is not written down."""
    if naam and User.objects.filter(username=naam).exists():
        return naam
    return _("(onbekende naam)")


# --- people and rights ---------------------------------------------------------------------


@receiver(pre_save, sender=User)
def onthoud(sender: Any, instance: Any, update_fields: Any, raw: bool, **kwargs: Any) -> None:
    """What a user was before; not for the moment of login, that is written at every login."""
    if raw or (update_fields and not set(update_fields) & set(GEVOLGD)):
        return
    instance._was = User.objects.filter(pk=instance.pk).values(*GEVOLGD).first() or {}


@receiver(post_save, sender=User)
def gebruiker_bewaard(sender: Any, instance: Any, created: bool, **kwargs: Any) -> None:
    was = instance.__dict__.pop("_was", None)
    if was is None:
        return
    anders = [veld for veld in GEVOLGD if not created and was.get(veld) != getattr(instance, veld)]
    if created:
        _schrijf(Soort.GEBRUIKER, _("%s: gemaakt") % instance)
    for veld in anders:
        _schrijf(*_verandering(instance, veld))


def _verandering(gebruiker: Any, veld: str) -> tuple[str, str]:
    """A password is named, never shown."""
    if veld == "password":
        return Soort.WACHTWOORD, _("%s: nieuw wachtwoord") % gebruiker
    opts: Any = User._meta
    label = str(opts.get_field(veld).verbose_name)
    waarde = getattr(gebruiker, veld)
    woord = {True: _("ja"), False: _("nee")}.get(waarde, waarde)
    soort = Soort.RECHTEN if veld.startswith("is_") else Soort.GEBRUIKER
    return soort, f"{gebruiker}: {label}: {woord}"


@receiver(post_save, sender=Group)
def groep_bewaard(sender: Any, instance: Any, created: bool, **kwargs: Any) -> None:
    if created:
        _schrijf(Soort.RECHTEN, _("Groep %s: gemaakt") % instance)


@receiver(post_delete, sender=User)
@receiver(post_delete, sender=Group)
def weg(sender: Any, instance: Any, **kwargs: Any) -> None:
    _schrijf(Soort.GEBRUIKER, _("%s: weggehaald") % instance)


@receiver(m2m_changed, sender=User.groups.through)
@receiver(m2m_changed, sender=User.user_permissions.through)
@receiver(m2m_changed, sender=Group.permissions.through)
def rechten(
    sender: Any, instance: Any, action: str, model: type[Model], pk_set: Any, **kwargs: Any
) -> None:
    woorden = {"post_add": _("erbij"), "post_remove": _("eraf"), "pre_clear": _("alles eraf")}
    if action not in woorden or pk_set == set():
        return
    namen = sorted(str(ding) for ding in model._default_manager.filter(pk__in=pk_set or ()))
    rest = _(" en nog %d") % (len(namen) - MEEST) if len(namen) > MEEST else ""
    lijst = ", ".join(namen[:MEEST])
    _schrijf(Soort.RECHTEN, f"{instance}: {woorden[action]} {lijst}{rest}".strip())


def _schrijf(soort: str, wat: str) -> None:
    leg_vast(huidig_verzoek(), soort, wat)
