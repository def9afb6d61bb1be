"""Five roles as groups, and what each may do (issue 4).

Made after every migration. Rights that a beheerder added to a group stay; somebody who should
have less gets a group of their own. With which rows a role works is in
``voorzieningen.models.bevoegd``. A new model is for the beheerder alone until it stands here.
"""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import router

AANBOD = (
    "voorzieningen.voorziening",
    "voorzieningen.organisatie",
    "voorzieningen.locatie",
    "voorzieningen.activiteit",
)
# Rows inside a form: taking one out is part of changing the whole. Anything else is archived.
ONDERDELEN = (
    "voorzieningen.openingstijd",
    "voorzieningen.afwijking",
    "voorzieningen.ruimte",
    "voorzieningen.activiteitdag",
)
KEUZES = (
    "voorzieningen.thema",
    "voorzieningen.doelgroep",
    "voorzieningen.taal",
    "wijken.gebied",
)
TEAM = ("wijken.teamlid",)  # a wijkredacteur changes who works in the own wijken alone
TEAMDELEN = ("wijken.inzet", "wijken.afwezigheid")
BOOM = (
    "voorzieningen.boomlaag",
    "voorzieningen.stap",
    "voorzieningen.voorwaarde",
    "voorzieningen.regieafspraak",
)
WOORDEN = (
    "voorzieningen.begrip",
    "kern.tekst",
    "kern.synoniem",
    "kern.samenstellingsdeel",
    "kern.crisiswoord",
    "wijken.postcodegebied",
    "wijken.postcodeplaats",
)
NETWERK = ("wijken.netwerkpartner",)  # with contacts that are not public; in /werk/ for a team
NASLAG = ("kern.zoekterm", "kern.oudeslug", "kern.taakrun")
VOORSTEL = ("voorzieningen.voorstel",)
CONTROLE = ("voorzieningen.controleverzoek", "voorzieningen.controlepunt")
HERKOMST = ("voorzieningen.herkomst",)
DUBBEL = ("voorzieningen.dubbel",)  # "view": may decide on pairs of which both may be changed
UITWISSELING = ("voorzieningen.importbestand",)  # "add": may import over the whole map
# With which rows: a wijkredacteur those of the own wijken, a lezer what is on the website.
VRIJWILLIGERS = ("vrijwilligers.aanspreekpersoon",)
POST = ("kern.mail",)  # "change": may look (it names addresses) and send again


def _rechten(modellen: tuple[str, ...], *acties: str) -> set[str]:
    """'voorzieningen.view_thema' and so on, for each model and each of the actions."""
    delen = [model.split(".") for model in modellen]
    return {f"{app}.{actie}_{model}" for app, model in delen for actie in acties}


_ZIEN = _rechten(AANBOD + ONDERDELEN + KEUZES + BOOM + WOORDEN + NASLAG + VRIJWILLIGERS, "view") | {
    "voorzieningen.lees_alles"
}
_ZIEN |= _rechten(TEAM + TEAMDELEN, "view")
_TEAM = _rechten(TEAM, "add", "change") | _rechten(TEAMDELEN, "view", "add", "change", "delete")
_RIJEN = _rechten(ONDERDELEN, "view", "add", "change", "delete")

BEHEERDER = "beheerder"  # everything there is, users and groups too
ROLLEN: dict[str, set[str]] = {
    "redacteur": _ZIEN
    | _RIJEN
    | _rechten(AANBOD + KEUZES + BOOM + WOORDEN + VRIJWILLIGERS, "add", "change")
    | _TEAM
    | _rechten(VOORSTEL, "view")
    | _rechten(NETWERK, "view", "add", "change")
    | _rechten(POST, "view", "change")
    | _rechten(UITWISSELING, "view", "add")
    | _rechten(CONTROLE + DUBBEL + HERKOMST, "view")
    | {"voorzieningen.bewerk_alles", "voorzieningen.beslis_voorstel"},
    "wijkredacteur": _ZIEN
    | _RIJEN
    | _TEAM
    | _rechten(AANBOD + VRIJWILLIGERS, "add", "change")
    | _rechten(VOORSTEL + DUBBEL, "view"),
    "organisatie-redacteur": _RIJEN
    | _rechten(AANBOD, "view", "change")
    | _rechten(KEUZES + VOORSTEL, "view")
    | {"voorzieningen.add_voorziening", "voorzieningen.add_activiteit"},
    "lezer": _ZIEN,
}
# As the first demos called them.
OUDE_NAMEN = {"Redacteur": "redacteur", "Lezer": "lezer"}


def na_migratie(
    sender: AppConfig, using: str = "default", apps: Any = None, **_opties: Any
) -> None:
    """Give each group the rights of this app that it lacks; harmless to repeat."""
    if apps is not None and not _bestaat(apps, using):
        return
    create_permissions(sender, verbosity=0, using=using)
    rechten = Permission.objects.using(using).filter(content_type__app_label=sender.label)
    namen = {f"{sender.label}.{recht.codename}": recht for recht in rechten}
    if namen:
        _verdeel(namen, using)


def _bestaat(apps: Any, using: str) -> bool:
    """Whether there are groups at this point of the migrations."""
    try:
        return bool(router.allow_migrate_model(using, apps.get_model("auth", "Group")))
    except LookupError:
        return False


def _verdeel(rechten: dict[str, Permission], using: str) -> None:
    groepen = Group.objects.using(using)
    for oud, nieuw in OUDE_NAMEN.items():
        if not groepen.filter(name=nieuw).exists():
            groepen.filter(name=oud).update(name=nieuw)
    rollen = {BEHEERDER: set(rechten), **ROLLEN}
    groepen.bulk_create((Group(name=naam) for naam in rollen), ignore_conflicts=True)
    bestaand = {groep.name: groep for groep in groepen.filter(name__in=rollen)}
    for naam, gewenst in rollen.items():
        _geef(bestaand[naam], {rechten[recht].pk for recht in gewenst & rechten.keys()}, using)


def _geef(groep: Group, rechten: set[int], using: str) -> None:
    """Without signals: what the portal brings along does not belong in the log."""
    tussen: Any = Group.permissions.through
    rijen = (tussen(group_id=groep.pk, permission_id=recht) for recht in sorted(rechten))
    tussen.objects.using(using).bulk_create(rijen, ignore_conflicts=True)
