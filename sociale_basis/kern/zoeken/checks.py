"""A system check says when the Dutch dictionary was not built."""

from typing import Any

from django.core.checks import CheckMessage, Warning, register

from . import woordenboek


@register()
def controleer_woordenboek(**kwargs: Any) -> list[CheckMessage]:
    if woordenboek.is_er():
        return []
    return [
        Warning(
            "The Dutch dictionary is not there; search splits and corrects fewer words.",
            hint="Run `npm ci --ignore-scripts` and `python -m sociale_basis.woordenboek`.",
            id="kern.W101",
        )
    ]
