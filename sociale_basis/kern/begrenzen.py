"""Keeping robots out of forms without asking anybody to prove that they are human.

Nothing about a visitor is stored: a limit counts in the cache under a hash that changes every
day, and only as long as the limit lasts.
"""

from typing import Any

from django import forms
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from .adres import bezoekers_net
from .ondertekend import LinkFout, lees, onderteken

SNELSTE = 3  # seconds in which nobody reads and fills in a form
LANGSTE = 1.0  # days
DOEL = "formulier"


def te_vaak(request: HttpRequest, wat: str, *, keer: int, seconden: int) -> bool:
    """Count this request; True when it is more than ``keer`` times within ``seconden``."""
    sleutel = _sleutel(request, wat)
    cache.add(sleutel, 0, seconden)
    try:
        return cache.incr(sleutel) > keer
    except ValueError:  # it expired in between
        return False


def is_vol(request: HttpRequest, wat: str, *, keer: int) -> bool:
    """Whether ``keer`` times were counted already; counts nothing itself.

    For what counts only when it fails: asked before, so that a right guess is refused too.
    """
    return int(cache.get(_sleutel(request, wat), 0)) >= keer


def _sleutel(request: HttpRequest, wat: str) -> str:
    dag = timezone.localdate().isoformat()
    wie = salted_hmac(f"begrenzen.{dag}", bezoekers_net(request)).hexdigest()[:24]
    return f"begrenzen:{wat}:{wie}"


class ZonderRobots(forms.Form):
    """A form with a trap (a field that no person sees) and a signed moment of opening.

    After ``is_valid()`` tells ``is_robot`` whether the trap was filled in.
    """

    website_van_u = forms.CharField(required=False)
    geopend = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["website_van_u"].widget.attrs.update(tabindex="-1", autocomplete="off")
        if not self.is_bound:
            self.initial["geopend"] = self.nieuw_moment()

    @staticmethod
    def nieuw_moment() -> str:
        return onderteken(DOEL, timezone.now().timestamp())

    @property
    def vragen(self) -> list[forms.BoundField]:
        """The fields that a person sees, in their order."""
        return [veld for veld in self.visible_fields() if veld.name != "website_van_u"]

    @property
    def is_robot(self) -> bool:
        return bool(self.cleaned_data.get("website_van_u"))

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        if not self._is_rustig_ingevuld(gegevens.get("geopend", "")):
            self._begin_opnieuw()
            self.add_error(
                None, _("Het versturen lukte niet. Kijk het nog eens na en verstuur opnieuw.")
            )
        return gegevens

    def _is_rustig_ingevuld(self, geopend: str) -> bool:
        try:
            moment = lees(DOEL, geopend, dagen=LANGSTE)
        except LinkFout:
            return False
        return SNELSTE <= timezone.now().timestamp() - moment <= LANGSTE * 86_400

    def _begin_opnieuw(self) -> None:
        """The same words, with a moment that counts from now."""
        ingevuld: Any = self.data.copy()  # type: ignore[attr-defined]
        ingevuld[self.add_prefix("geopend")] = self.nieuw_moment()
        self.data = ingevuld
