"""Wrong configuration is a system check with an id and a hint."""

import re
from collections.abc import Iterator
from ipaddress import ip_network
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured

# (setting, id, what to do about it), each of them required in production
VERPLICHT = (
    ("SECRET_KEY", "kern.E001", "Set SECRET_KEY (or SECRET_KEY_FILE) to at least 50 random signs."),
    ("ALLOWED_HOSTS", "kern.E002", "Set ALLOWED_HOSTS to the host names of the portal."),
    ("GEMEENTE_CODE", "kern.E003", "Set GEMEENTE_CODE to the CBS code, such as GM1991."),
    ("BEVEILIGING_EMAIL", "kern.E004", "Set BEVEILIGING_EMAIL, shown in security.txt."),
    ("DATABASE_URL", "kern.E006", "Set DATABASE_URL: postgres://… or sqlite:////path/to/file."),
    ("EMAIL_HOST", "kern.E011", "Set EMAIL_HOST to the mail server of the municipality."),
    ("DEFAULT_FROM_EMAIL", "kern.E012", "Set DEFAULT_FROM_EMAIL: from whom is the mail?"),
)


def _waarde(naam: str) -> Any:
    try:
        return getattr(settings, naam, None)
    except ImproperlyConfigured:  # how Django itself answers to an empty SECRET_KEY
        return None


def _ontbrekend() -> Iterator[CheckMessage]:
    for naam, nummer, hint in VERPLICHT:
        if not _waarde(naam):
            yield Error(f"{naam} is not set.", hint=hint, id=nummer)
    if 0 < len(_waarde("SECRET_KEY") or "") < 50:
        yield Error("SECRET_KEY is too short.", hint=VERPLICHT[0][2], id="kern.E001")
    if not re.fullmatch(r"https://[^*/\s]+", settings.PORTAAL_ADRES):
        hint = "Set PORTAAL_ADRES to where the portal is found, such as https://kaart.voorbeeld.nl."
        yield Error("PORTAAL_ADRES is no address for links in mail.", hint=hint, id="kern.E013")
    if settings.DEBUG:
        yield Error("DEBUG is on.", hint="Leave DEBUG out in production.", id="kern.E005")


@register(Tags.security)
def controleer_productie(**kwargs: Any) -> list[CheckMessage]:
    """In production every required setting must be there; elsewhere the defaults do."""
    return list(_ontbrekend()) if settings.PRODUCTIE else []


@register
def controleer_gemeente(**kwargs: Any) -> list[CheckMessage]:
    """A code that is none would refuse every area of the municipality itself."""
    code = settings.GEMEENTE_CODE
    if not code or re.fullmatch(r"GM[0-9]{4}", code):
        return []
    hint = "Set GEMEENTE_CODE to the CBS code: GM and four digits, such as GM1991."
    return [
        Error(f"GEMEENTE_CODE={code!r} is no code of a municipality.", hint=hint, id="kern.E007")
    ]


@register(Tags.security)
def controleer_proxies(**kwargs: Any) -> list[CheckMessage]:
    """A network that cannot be read would be trusted by nobody, or stop every login."""
    hint = "Set VERTROUWDE_PROXIES to addresses or networks, such as 10.0.0.0/8,192.0.2.7."
    return [
        Error(f"VERTROUWDE_PROXIES={proxy!r} is no network.", hint=hint, id="kern.E008")
        for proxy in settings.VERTROUWDE_PROXIES
        if not _is_netwerk(proxy)
    ]


def _is_netwerk(proxy: str) -> bool:
    try:
        return bool(ip_network(proxy, strict=False))
    except ValueError:
        return False


def weiger_halve_configuratie() -> None:
    """Stop the web server with every missing setting in one message."""
    fouten = controleer_productie() + controleer_gemeente() + controleer_proxies()
    if fouten:
        regels = "\n".join(f"  {fout.id}: {fout.msg} {fout.hint}" for fout in fouten)
        raise ImproperlyConfigured(f"The portal is not configured completely:\n{regels}")
