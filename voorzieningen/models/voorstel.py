"""Proposals: what somebody wants to change or add, until a redacteur decides (V5, V6, L1).

The published entry stays as it is. A proposal keeps the values as they were when it was made
(``basis``) beside the proposed ones (``wijzigingen``), so that the one who decides sees what
changed in between.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.dispatch import Signal
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from ..voorstellen import Stuk, als_json, label, lees, pas_toe, stukken, toon, velden
from .activiteit import Activiteit
from .boomlaag import Boomlaag
from .locatie import Locatie
from .organisatie import Organisatie
from .voorziening import Voorziening

Doel = Voorziening | Organisatie | Locatie | Activiteit

besloten = Signal()
"""Sent with ``voorstel`` once it is taken over or refused, inside the same transaction."""


class AlBesloten(ValidationError):
    """Somebody else was first."""

    def __init__(self) -> None:
        super().__init__(tekst("Over dit voorstel is al besloten."), code="al_besloten")


class Botsing(ValidationError):
    """The published entry or the proposal is no longer what the person who decides looked at."""

    def __init__(self) -> None:
        uitleg = tekst("Intussen is er iets veranderd. Kijk nog een keer naar het verschil.")
        super().__init__(uitleg, code="botsing")


@dataclass(frozen=True)
class Verschil:
    """One field of a proposal, in words; ``botst``: published anew since it was proposed."""

    veld: str
    label: str
    nu: str
    wordt: str
    botst: bool = False
    toen: str = ""

    def stukken(self) -> list[Stuk]:
        return stukken(self.nu, self.wordt)


class VoorstelQuerySet(models.QuerySet["Voorstel"]):
    def open(self) -> Self:
        return self.filter(stand=Voorstel.Stand.OPEN)

    def besloten(self) -> Self:
        return self.exclude(stand=Voorstel.Stand.OPEN)

    def over(self, ding: Doel) -> Self:
        return self.filter(**{soort_van(type(ding)): ding.pk})

    def van(self, gebruiker: Any) -> Self:
        return self.filter(door=gebruiker)

    def leesbaar_door(self, gebruiker: Any) -> Self:
        """All for who decides on proposals, for anybody else their own."""
        if gebruiker.has_perm("voorzieningen.beslis_voorstel"):
            return self
        return self.filter(door=gebruiker)

    def dien_in(
        self,
        doel_of_model: Doel | type[Doel],
        wijzigingen: Mapping[str, Any],
        *,
        bron: "Voorstel.Bron | str",
        door: Any = None,
        toelichting: str = "",
        email: str = "",
    ) -> "Voorstel":
        """Propose values for an entry, or for a new one when given the model.

        Values come as in ``cleaned_data`` or as JSON. Only what differs from the entry is kept,
        so hand over one as it is published and not the instance of a bound form. Raises
        ValidationError when nothing differs and nothing is explained, KeyError for a field that
        does not exist.
        """
        voorstel = Voorstel(bron=bron, door=door, toelichting=toelichting.strip(), email=email)
        voorstel.richt_op(doel_of_model)
        voorstel.stel_voor(wijzigingen)
        if not voorstel.wijzigingen and not voorstel.toelichting:
            raise ValidationError(tekst("U heeft niets veranderd."), code="niets_veranderd")
        voorstel.save()
        return voorstel


def soort_van(model: type[Doel]) -> str:
    """'voorziening', 'locatie' and so on: also the name of the field that points to it."""
    return str(model._meta.model_name)


class Voorstel(models.Model):
    """One proposal, from anybody, for one entry."""

    class Soort(models.TextChoices):
        VOORZIENING = "voorziening", _("voorziening")
        ORGANISATIE = "organisatie", _("organisatie")
        LOCATIE = "locatie", _("plek")
        ACTIVITEIT = "activiteit", _("activiteit")

    class Bron(models.TextChoices):
        BEZOEKER = "bezoeker", _("bezoeker van de website")
        ORGANISATIE = "organisatie", _("organisatie")
        WIJKREDACTEUR = "wijkredacteur", _("wijkredacteur")
        CONTROLE = "controle", _("controle door de eigenaar")
        GEMIST = "gemist", _("“Ik mis iets”")

    class Stand(models.TextChoices):
        OPEN = "open", _("wacht op goedkeuring")
        OVERGENOMEN = "overgenomen", _("overgenomen")
        AFGEWEZEN = "afgewezen", _("niet overgenomen")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    MODELLEN: dict[str, type[Doel]] = {
        "voorziening": Voorziening,
        "organisatie": Organisatie,
        "locatie": Locatie,
        "activiteit": Activiteit,
    }
    # Who looked at the whole entry, and not at one line of it.
    BEVESTIGT = (Bron.CONTROLE,)

    soort = models.CharField(_("gaat over een"), max_length=12, choices=Soort)
    voorziening = models.ForeignKey(
        Voorziening,
        verbose_name=_("voorziening"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="voorstellen",
    )
    organisatie = models.ForeignKey(
        Organisatie,
        verbose_name=_("organisatie"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="voorstellen",
    )
    locatie = models.ForeignKey(
        Locatie,
        verbose_name=_("plek"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="voorstellen",
    )
    activiteit = models.ForeignKey(
        Activiteit,
        verbose_name=_("activiteit"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="voorstellen",
    )
    is_nieuw = models.BooleanField(_("nieuw op de kaart"), default=False)
    basis = models.JSONField(_("zoals het was"), default=dict)
    wijzigingen = models.JSONField(_("zoals het wordt"), default=dict)
    overgenomen = models.JSONField(_("overgenomen velden"), default=list)

    bron = models.CharField(_("van"), max_length=14, choices=Bron)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ingediend door"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="voorstellen",
    )
    email = models.EmailField(_("e-mail voor antwoord"), blank=True)
    toelichting = models.TextField(_("toelichting"), blank=True)
    aangemaakt_op = models.DateTimeField(_("ingediend op"), default=timezone.now)

    stand = models.CharField(_("stand"), max_length=12, choices=Stand, default=Stand.OPEN)
    besloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("besloten door"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    besloten_op = models.DateTimeField(_("besloten op"), null=True, blank=True)
    reden = models.CharField(_("reden"), max_length=500, blank=True)

    objects = VoorstelQuerySet.as_manager()

    class Meta:
        verbose_name = _("voorstel")
        verbose_name_plural = _("voorstellen")
        ordering = ["aangemaakt_op", "pk"]
        indexes = [models.Index(fields=["stand", "aangemaakt_op"], name="voorstel_stand_op")]
        permissions = [("beslis_voorstel", _("Kan voorstellen overnemen of afwijzen"))]
        constraints = [
            models.CheckConstraint(
                name="voorstel_besloten_heeft_dag",
                condition=Q(stand="open", besloten_op__isnull=True)
                | ~Q(stand="open") & Q(besloten_op__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return tekst("Voorstel %(nummer)s: %(naam)s") % {"nummer": self.pk, "naam": self.naam}

    def get_absolute_url(self) -> str:
        return reverse("admin:voorzieningen_voorstel_change", args=[self.pk])

    @property
    def model(self) -> type[Doel]:
        return self.MODELLEN[self.soort]

    @property
    def doel(self) -> Doel | None:
        """The entry; None for a new one that was not taken over yet."""
        return getattr(self, self.soort)

    @property
    def naam(self) -> str:
        """The name of the entry, or the proposed one."""
        return str(self.doel or self.wijzigingen.get(self.model.slug_bron) or tekst("zonder naam"))

    @property
    def is_open(self) -> bool:
        return self.stand == self.Stand.OPEN

    @property
    def is_deels_overgenomen(self) -> bool:
        overgenomen = self.stand == self.Stand.OVERGENOMEN
        return overgenomen and len(self.overgenomen) < len(self.wijzigingen)

    def richt_op(self, doel_of_model: Doel | type[Doel]) -> None:
        self.is_nieuw = isinstance(doel_of_model, type)
        model = doel_of_model if isinstance(doel_of_model, type) else type(doel_of_model)
        self.soort = soort_van(model)
        if not isinstance(doel_of_model, type):
            setattr(self, self.soort, doel_of_model)

    def stel_voor(self, wijzigingen: Mapping[str, Any]) -> None:
        """Add values to this proposal; those equal to the published ones are left out."""
        soort = velden(self.model)
        nieuw = {naam: als_json(soort[naam], waarde) for naam, waarde in wijzigingen.items()}
        nu = self._nu(nieuw)
        anders = {naam: waarde for naam, waarde in nieuw.items() if waarde != nu[naam]}
        self.wijzigingen = self.wijzigingen | anders
        self.basis = self.basis | {naam: nu[naam] for naam in anders if self.doel}

    def vul_aan(self, wijzigingen: Mapping[str, Any], *, gezien: bool = False) -> Self:
        """The same person proposes more for the same entry. Raises AlBesloten.

        ``gezien``: the form showed this proposal, so a value as it is published takes it back;
        not of rows, which the form shows as they are published.
        """
        with transaction.atomic():
            zelf = self._op_slot()
            zelf.stel_voor(wijzigingen)
            if gezien:
                zelf._neem_terug(wijzigingen)
            zelf.save(update_fields=["wijzigingen", "basis"])
        self.refresh_from_db()
        return self

    def _neem_terug(self, wijzigingen: Mapping[str, Any]) -> None:
        soort = velden(self.model)
        gewoon = [naam for naam in wijzigingen if not soort[naam].one_to_many]
        nu = self._nu(gewoon)
        weg = {n for n in gewoon if als_json(soort[n], wijzigingen[n]) == nu.get(n)}
        self.wijzigingen = {n: w for n, w in self.wijzigingen.items() if n not in weg}
        self.basis = {n: w for n, w in self.basis.items() if n not in weg}

    def verschillen(self) -> list[Verschil]:
        """Published and proposed beside each other, in the order of the form (V5).

        Once decided, "nu" is what was published when it was proposed.
        """
        nu = self._nu(self.wijzigingen) if self.is_open else self.basis
        soort = velden(self.model)
        return [self._verschil(naam, soort[naam], nu) for naam in soort if naam in self.wijzigingen]

    def _verschil(self, naam: str, veld: Any, nu: Mapping[str, Any]) -> Verschil:
        wordt, huidig, toen = self.wijzigingen[naam], nu.get(naam), self.basis.get(naam)
        botst = bool(self.doel) and huidig not in (toen, wordt)
        return Verschil(
            naam,
            label(veld),
            toon(veld, huidig),
            toon(veld, wordt),
            botst,
            toon(veld, toen) if botst else "",
        )

    def stempel(self) -> str:
        """Changes as soon as the published values or the proposal do."""
        inhoud = [self.stand, self.wijzigingen, self._nu(self.wijzigingen)]
        return hashlib.sha256(json.dumps(inhoud, sort_keys=True).encode()).hexdigest()[:16]

    def neem_over(
        self, door: Any, velden: Iterable[str] | None = None, *, gezien: str = ""
    ) -> Doel:
        """Publish the proposal, or only some of its fields, and return the entry.

        Without ``velden`` all of it, unless the published entry changed since; who names the
        fields saw both. ``gezien`` is the stamp of what that person saw. Raises AlBesloten,
        Botsing, or a ValidationError with messages by field; then nothing was saved.
        """
        with transaction.atomic():
            Boomlaag.objects.vergrendel()
            zelf = self._op_slot()
            if gezien and gezien != zelf.stempel():
                raise Botsing
            if velden is None and any(verschil.botst for verschil in zelf.verschillen()):
                raise Botsing
            doel = zelf._voer_door(door, zelf._kies(velden))
            zelf._besluit(self.Stand.OVERGENOMEN, door)
        self.refresh_from_db()
        return doel

    def wijs_af(self, door: Any, reden: str) -> None:
        """Leave the entry as it is; the reason is told to who proposed it. Raises AlBesloten."""
        if not reden.strip():
            raise ValidationError({"reden": tekst("Schrijf op waarom u dit niet overneemt.")})
        with transaction.atomic():
            self._op_slot()._besluit(self.Stand.AFGEWEZEN, door, reden.strip())
        self.refresh_from_db()

    def trek_in(self, door: Any) -> None:
        """Who proposed it changed their mind. Raises AlBesloten."""
        with transaction.atomic():
            self._op_slot()._besluit(self.Stand.INGETROKKEN, door)
        self.refresh_from_db()

    def _nu(self, namen: Iterable[str]) -> dict[str, Any]:
        """What is published now; for a new entry what an empty form holds."""
        return lees(self.doel, namen) if self.doel else _leeg(self.model, namen)

    def _op_slot(self) -> "Voorstel":
        """This proposal and its entry as they are in the database, until the transaction ends."""
        zelf = Voorstel.objects.select_for_update().get(pk=self.pk)
        if not zelf.is_open:
            raise AlBesloten
        nummer = getattr(zelf, f"{zelf.soort}_id")
        if nummer:
            setattr(zelf, zelf.soort, zelf.model.objects.select_for_update().get(pk=nummer))
        return zelf

    def _kies(self, velden: Iterable[str] | None) -> dict[str, Any]:
        gekozen = set(self.wijzigingen if velden is None else velden)
        if self.wijzigingen and not gekozen & self.wijzigingen.keys():
            raise ValidationError(tekst("Kies wat u overneemt."), code="niets_gekozen")
        return {naam: waarde for naam, waarde in self.wijzigingen.items() if naam in gekozen}

    def _voer_door(self, door: Any, wijzigingen: dict[str, Any]) -> Doel:
        doel = self.doel or self.model()
        if self.bron in self.BEVESTIGT:
            gekeken = timezone.localdate(self.aangemaakt_op)
            doel.laatst_gecontroleerd = max(doel.laatst_gecontroleerd, gekeken)
        if wijzigingen or self.bron in self.BEVESTIGT:
            pas_toe(doel, wijzigingen, door, tekst("voorstel %d") % self.pk)
            setattr(self, self.soort, doel)
        self.overgenomen = sorted(wijzigingen)
        return doel

    def _besluit(self, stand: str, door: Any, reden: str = "") -> None:
        self.stand, self.besloten_door, self.reden = stand, door, reden
        self.besloten_op = timezone.now()
        self.save()
        besloten.send(Voorstel, voorstel=self)


def _leeg(model: type[Doel], namen: Iterable[str]) -> dict[str, Any]:
    soort = velden(model)
    meer = {naam for naam in namen if soort[naam].many_to_many or soort[naam].one_to_many}
    return {
        naam: [] if naam in meer else als_json(soort[naam], soort[naam].get_default())
        for naam in namen
    }
