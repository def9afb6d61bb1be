"""How long the portal keeps what is about a person, in one table (V7).

Every app registers its personal fields when Django starts::

    bewaar("kern.Mail", "aan", dagen=30, sinds="klaar_op", hele_rij=True, waarom=_("…"))

``manage.py ruim_op`` and an hourly job empty what is past its term, in earlier versions of a row
too. A system check warns at a field that looks personal and is not in the table.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Warning, register
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from .taken import taak
from .velden import TelefoonField

PERSOONLIJKE_SOORTEN = (models.EmailField, models.GenericIPAddressField, TelefoonField)
PERSOONLIJKE_NAMEN = {
    *("voornaam", "achternaam", "first_name", "last_name", "username", "contact_naam"),
    *("contactpersoon", "afzender", "naam_afzender", "naam_melder", "geboortedatum", "bsn"),
    *("aan", "email", "e_mail", "mail", "adres_afzender", "telefoon", "mobiel"),
    *("ip", "ip_address", "ip_adres", "user_agent"),
}


@dataclass(frozen=True)
class Bewaartermijn:
    """One personal field: how long it stays, counted from which field, and why (Dutch).

    ``dagen`` None: as long as the row itself, because the field is not private or the person is
    known here. ``hele_rij``: at the end the row goes, not just the field.
    """

    model: str
    veld: str
    dagen: int | None
    waarom: str | Promise
    sinds: str
    hele_rij: bool

    def verlopen(self, nu: datetime) -> QuerySet:
        """The rows whose term is over and that still hold something."""
        if self.dagen is None:
            return self._model._default_manager.none()
        rijen = self._model._base_manager.filter(**{f"{self.sinds}__lt": self._grens(nu)})
        if self._is_lijst:
            return rijen.filter(**{f"{self.veld}__isnull": False}).distinct()
        return rijen if self.hele_rij else rijen.exclude(**{self.veld: self._leeg})

    def ruim_op(self, nu: datetime) -> int:
        """Empty or delete what is past its term, here and in history; returns the rows."""
        verlopen = self.verlopen(nu)
        aantal = verlopen.count()
        if self._is_lijst:
            self._maak_lijst_leeg(verlopen)
            return aantal
        self._ruim_geschiedenis_op(verlopen, nu)
        if self.hele_rij:
            verlopen.delete()
        else:
            verlopen.update(**{self.veld: self._leeg})
        return aantal

    def _ruim_geschiedenis_op(self, verlopen: QuerySet, nu: datetime) -> None:
        """Versions of these rows, and all that were written longer ago than the term."""
        if self.dagen is None or not hasattr(self._model, "history"):
            return
        sleutel = self._model._meta.pk.name
        oud = Q(history_date__lt=nu - timedelta(days=self.dagen))
        versies = self._model.history.filter(Q(**{f"{sleutel}__in": verlopen.values("pk")}) | oud)
        versies.exclude(**{self.veld: self._leeg}).update(**{self.veld: self._leeg})

    def _maak_lijst_leeg(self, verlopen: QuerySet) -> None:
        """A list of other rows, such as languages; history may not keep it too."""
        veld = self._model._meta.get_field(self.veld)
        tussen = veld.remote_field.through._base_manager
        tussen.filter(**{f"{veld.m2m_field_name()}__in": list(verlopen)}).delete()

    @property
    def _is_lijst(self) -> bool:
        return bool(self._model._meta.get_field(self.veld).many_to_many)

    @property
    def _model(self) -> Any:
        return apps.get_model(self.model)

    @property
    def _leeg(self) -> str | None:
        return None if self._model._meta.get_field(self.veld).null else ""

    def _grens(self, nu: datetime) -> Any:
        grens = nu - timedelta(days=self.dagen or 0)
        is_moment = isinstance(self._model._meta.get_field(self.sinds), models.DateTimeField)
        return grens if is_moment else timezone.localdate(grens)


BEWAARTERMIJNEN: dict[tuple[str, str, str], Bewaartermijn] = {}


def bewaar(
    model: str,
    *velden: str,
    waarom: str | Promise,
    dagen: int | None = None,
    sinds: str = "",
    hele_rij: bool = False,
) -> None:
    """Register personal fields of a model ("app.Model"); a field may have several terms.

    ``ValueError`` for days that count from nothing.
    """
    if dagen is not None and not sinds:
        raise ValueError(f"{model}: from which field do the {dagen} days count?")
    for veld in velden:
        termijn = Bewaartermijn(model, veld, dagen, waarom, sinds, hele_rij)
        BEWAARTERMIJNEN[model.lower(), veld, sinds] = termijn


def ruim_op(*, opslaan: bool, nu: datetime | None = None) -> dict[Bewaartermijn, int]:
    """How many rows are past each term; with ``opslaan`` they are emptied, all or none."""
    nu = nu or timezone.now()
    if not opslaan:
        return {t: t.verlopen(nu).count() for t in BEWAARTERMIJNEN.values()}
    with transaction.atomic():
        return {termijn: termijn.ruim_op(nu) for termijn in BEWAARTERMIJNEN.values()}


@taak("gegevens opruimen", elke=timedelta(hours=1))
def elk_uur() -> None:
    """Often: some terms are a day, and a day should not become two."""
    ruim_op(opslaan=True)


def persoonlijke_velden() -> Iterator[tuple[str, str]]:
    """("app.model", field) of every field of every model that looks personal.

    Earlier versions (simple-history) follow the model that they are versions of.
    """
    for model in apps.get_models():
        if not hasattr(model, "history_id"):
            for veld in model._meta.local_fields:
                if isinstance(veld, PERSOONLIJKE_SOORTEN) or veld.name in PERSOONLIJKE_NAMEN:
                    yield model._meta.label_lower, veld.name


@register
def controleer_bewaartermijnen(**kwargs: Any) -> list[CheckMessage]:
    """A personal field without a term would be kept for ever by accident."""
    hint = "Register it with kern.bewaren.bewaar(): how long is it kept, and why?"
    bekend = {(model, veld) for model, veld, _sinds in BEWAARTERMIJNEN}
    return [
        Warning(f"{model}.{veld} has no retention term.", hint=hint, id="bewaren.W001")
        for model, veld in persoonlijke_velden()
        if (model, veld) not in bekend
    ]
