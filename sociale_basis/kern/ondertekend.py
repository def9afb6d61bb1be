"""Signed links: who has one may do one thing without a password, for a while.

A code holds what it is for and is worth nothing for anything else. Opening such a link changes
nothing (mail scanners open every link); ``eenmaal()`` sees to it that what is posted works once.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core import signing
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

# A signature with a full stop as separator: mail programs cut addresses at a colon.
SCHEIDING = "."
Weergave = Callable[..., HttpResponse]


class LinkFout(Exception):
    """This link opens nothing."""


class Ongeldig(LinkFout):
    """Changed, cut off, or made for something else."""


class Verlopen(LinkFout):
    """Was good once."""


def onderteken(doel: str, inhoud: Any) -> str:
    """A code for a link: ``inhoud`` (JSON, readable by whoever has the link) for one purpose."""
    return _ondertekenaar(doel).sign_object(inhoud)


def lees(doel: str, code: str, *, dagen: float) -> Any:
    """What was signed for this purpose; ``Ongeldig``, or ``Verlopen`` after so many days."""
    try:
        return _ondertekenaar(doel).unsign_object(code, max_age=dagen * 86_400)
    except signing.SignatureExpired as fout:
        raise Verlopen from fout
    except (signing.BadSignature, ValueError) as fout:
        raise Ongeldig from fout


def _ondertekenaar(doel: str) -> signing.TimestampSigner:
    return signing.TimestampSigner(sep=SCHEIDING, salt=f"sociale_basis.{doel}")


def eenmaal(rijen: QuerySet, moment: str) -> bool:
    """Write now in an empty moment of one row; True for exactly one of all who ask."""
    return rijen.filter(**{f"{moment}__isnull": True}).update(**{moment: timezone.now()}) == 1


def achter_link(view: Weergave) -> Weergave:
    """For a page behind a signed link: kept nowhere, found nowhere, told to nobody.

    The referrer stays within the portal ("same-origin"). "no-referrer" would say no more to
    anybody else, and takes away the Origin by which Django knows a form as its own.
    """

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return never_cache(wrapper)
