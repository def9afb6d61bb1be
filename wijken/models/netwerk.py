"""The network of an area: partners in two rings around the local team (M6, V9, V13, M18, L4).

A partner is an organisation, a function in words ("wijkagent"), or both. Who works in a wijk also
finds the partners of the areas above it: one wijkagent may serve a whole stadsdeel (V14).
"""

from datetime import date, timedelta
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from sociale_basis.kern.models import (
    Archiveerbaar,
    ArchiveerbaarQuerySet,
    Tijdstempels,
    archief_heeft_reden,
)
from sociale_basis.kern.paden import pagina_pad
from sociale_basis.kern.velden import TelefoonField

from .gebied import Gebied
from .werkgebied import verbindt, werkgebieden

CAPACITEIT_GELDT = timedelta(days=183)  # what somebody said longer ago may no longer be so
CONTACT = ("contactpersoon", "telefoon", "email")


class NetwerkpartnerQuerySet(ArchiveerbaarQuerySet["Netwerkpartner"]):
    def zichtbaar(self) -> Self:
        """In use; a partner whose organisation is not on the website is not there either."""
        organisaties: Any = Netwerkpartner._meta.get_field("organisatie").related_model
        openbaar = organisaties.objects.zichtbaar().order_by().values("pk")
        zonder = Q(organisatie__isnull=True)
        return self.niet_gearchiveerd().filter(zonder | Q(organisatie__in=openbaar))

    def voor_zoeken(self) -> Self:
        """With ``slug``: of the area on whose page they stand."""
        return self.annotate(slug=models.F("gebied__slug"))

    def in_gebied(self, gebied: Gebied) -> Self:
        """The network of an area: its own partners and those of the areas above it."""
        return self.filter(gebied__in=[deel.pk for deel in gebied.keten()])

    def in_ring(self, ring: str) -> Self:
        return self.filter(ring=ring)

    def met_namen(self) -> Self:
        """With what a list says of each, in one query."""
        return self.select_related("organisatie", "gebied").defer("gebied__grens")

    def tekenden(self) -> Self:
        """Who signed the intentieovereenkomst (M18)."""
        return self.filter(tekende_op__isnull=False)

    def helpen_bij_idee(self) -> Self:
        """Who helps residents to get an idea going (L4)."""
        return self.filter(helpt_bij_idee=True)

    def met_oude_capaciteit(self, op: date | None = None) -> Self:
        """Who said so long ago what they can take on that it may no longer be so (V9)."""
        grens = (op or timezone.localdate()) - CAPACITEIT_GELDT
        return self.filter(capaciteit_op__lt=grens)

    def zonder_contact(self) -> Self:
        """Nobody to call or write to, not at the organisation either."""
        leeg = Q(organisatie__isnull=True) | Q(organisatie__telefoon="", organisatie__email="")
        return self.filter(leeg, telefoon="", email="")

    def van(self, gebruiker: Any) -> Self:
        """What somebody who is logged in may say about themselves."""
        return self.niet_gearchiveerd().filter(gebruiker_id=gebruiker.pk or 0)

    def te_beheren_door(self, gebruiker: Any) -> Self:
        """All of the areas of a verbinder."""
        return self.niet_gearchiveerd().filter(gebied__in=verbindt(gebruiker))

    def met_contact_voor(self, gebruiker: Any) -> Self:
        """Those whose contacts somebody may see, the ones that are not public too."""
        eigen = Q(gebied__in=werkgebieden(gebruiker)) | Q(gebruiker_id=gebruiker.pk or 0)
        return self.niet_gearchiveerd().filter(eigen)


class Netwerkpartner(Archiveerbaar, Tijdstempels):
    """One partner in the network of one area."""

    class Ring(models.TextChoices):
        EERSTE = "eerste", _("eerste ring")
        TWEEDE = "tweede", _("tweede ring")

    class Domein(models.TextChoices):
        ZORG = "zorg", _("zorg en gezondheid")
        WELZIJN = "welzijn", _("welzijn")
        WONEN = "wonen", _("wonen")
        ONDERWIJS = "onderwijs", _("school en opvang")
        VEILIGHEID = "veiligheid", _("veiligheid")
        OPENBARE_RUIMTE = "openbaar", _("straat en groen")
        SPORT_CULTUUR = "sport", _("sport en cultuur")
        VRIJWILLIGERS = "vrijwilligers", _("bewoners en vrijwilligers")
        GELOOF = "geloof", _("kerk en moskee")
        WERK_GELD = "werk", _("werk en geld")
        ANDERS = "anders", _("iets anders")

    gebied = models.ForeignKey(
        Gebied, verbose_name=_("gebied"), on_delete=models.PROTECT, related_name="netwerkpartners"
    )
    ring = models.CharField(
        _("ring"),
        max_length=6,
        choices=Ring,
        default=Ring.EERSTE,
        help_text=_(
            "Eerste ring: werkt vaak samen met het team. Tweede ring: is er als het nodig is."
        ),
    )
    organisatie = models.ForeignKey(
        "voorzieningen.Organisatie",
        verbose_name=_("organisatie"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="netwerkpartners",
    )
    functie = models.CharField(
        _("functie"),
        max_length=80,
        blank=True,
        help_text=_("In gewone woorden: huisarts, wijkagent, directeur van de basisschool."),
    )
    domein = models.CharField(
        _("waar gaat het over?"), max_length=15, choices=Domein, default=Domein.WELZIJN
    )
    brengt_in = models.CharField(
        _("wat brengt deze partner mee?"),
        max_length=200,
        blank=True,
        help_text=_("Eén zin: kent alle gezinnen, heeft een zaal, denkt mee over geld."),
    )
    themas = models.ManyToManyField(
        "voorzieningen.Thema",
        verbose_name=_("thema’s"),
        blank=True,
        related_name="netwerkpartners",
    )

    contactpersoon = models.CharField(
        _("naam van de contactpersoon"),
        max_length=80,
        blank=True,
        help_text=_("Iemand die hier voor het werk is. Nooit een bewoner."),
    )
    telefoon = TelefoonField(_("telefoon van het werk"), blank=True)
    email = models.EmailField(_("e-mail van het werk"), blank=True)
    contact_openbaar = models.BooleanField(
        _("naam, telefoon en e-mail mogen op de website"),
        default=False,
        help_text=_("Alleen als deze persoon het goed vindt. Anders ziet alleen het team het."),
    )

    capaciteit = models.CharField(
        _("wat kan er nog bij?"),
        max_length=120,
        blank=True,
        help_text=_("In gewone woorden: kan twee gezinnen erbij hebben, vol tot januari."),
    )
    capaciteit_op = models.DateField(
        _("gezegd op"), null=True, blank=True, help_text=_("Leeg: vandaag.")
    )
    tekende_op = models.DateField(
        _("tekende de intentieovereenkomst op"),
        null=True,
        blank=True,
        help_text=_("Leeg: nog niet getekend."),
    )
    is_gangmaker = models.BooleanField(
        _("gangmaker"), default=False, help_text=_("Krijgt dingen voor elkaar in de wijk.")
    )
    helpt_bij_idee = models.BooleanField(
        _("helpt bij een idee"),
        default=False,
        help_text=_("Helpt bewoners om een eigen idee te beginnen."),
    )
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("inlognaam"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="netwerkpartners",
        help_text=_("Wie zelf het contact en de ruimte bijhoudt in /werk/."),
    )

    objects = NetwerkpartnerQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[themas])

    class Meta:
        verbose_name = _("netwerkpartner")
        verbose_name_plural = _("netwerkpartners")
        ordering = ["ring", "domein", "functie", "pk"]
        indexes = [models.Index(fields=["gebied", "ring"], name="netwerkpartner_gebied_ring")]
        constraints = [
            archief_heeft_reden("netwerkpartner_archief_heeft_reden"),
            models.CheckConstraint(
                name="netwerkpartner_heeft_naam",
                condition=Q(organisatie__isnull=False) | ~Q(functie=""),
                violation_error_message=_("Kies een organisatie of vul een functie in."),
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return f"{pagina_pad('wijken:netwerk', self.gebied.slug)}#{self.anker}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._dateer_capaciteit()
        if self.is_gearchiveerd:
            self.gebruiker = None  # who left has nothing to do in /werk/
        super().save(*args, **kwargs)
        self._vergeet_contact()

    def clean(self) -> None:
        super().clean()
        vandaag = timezone.localdate()
        dagen = {veld: getattr(self, veld) for veld in ("capaciteit_op", "tekende_op")}
        fouten = {veld: dag for veld, dag in dagen.items() if dag and dag > vandaag}
        if fouten:
            melding = _("Kies vandaag of een dag die voorbij is.")
            raise ValidationError(dict.fromkeys(fouten, melding))

    @property
    def naam(self) -> str:
        """As residents read it: "Wijkagent", "Welzijn De Linde", "Huisarts, Het Kruispunt"."""
        organisatie = self.organisatie.naam if self.organisatie else ""
        return ", ".join(deel for deel in (capfirst(self.functie), organisatie) if deel)

    @property
    def kort(self) -> str:
        """The function, or else the organisation: what fits in a drawing."""
        return capfirst(self.functie) or self.naam

    @property
    def anker(self) -> str:
        """Where this partner stands on the page of the network."""
        return f"p{self.pk}"

    @property
    def andere_ring(self) -> str:
        return self.Ring.TWEEDE if self.ring == self.Ring.EERSTE else self.Ring.EERSTE

    @property
    def tekende(self) -> bool:
        return self.tekende_op is not None

    def capaciteit_is_oud(self, op: date | None = None) -> bool:
        """What they said is from so long ago that one should ask again."""
        vandaag = op or timezone.localdate()
        return bool(self.capaciteit_op and self.capaciteit_op < vandaag - CAPACITEIT_GELDT)

    def zeg_capaciteit(self, tekst: str, op: date | None = None) -> None:
        """Somebody says today what can be taken on; '' is: they did not say."""
        self.capaciteit, self.capaciteit_op = tekst.strip(), op or timezone.localdate()

    def _dateer_capaciteit(self) -> None:
        if not self.capaciteit:
            self.capaciteit_op = None
        elif self.capaciteit_op is None:
            self.capaciteit_op = timezone.localdate()

    def _vergeet_contact(self) -> None:
        """A name or number that was taken out leaves the earlier versions too (V7)."""
        for veld in CONTACT:
            if not getattr(self, veld):
                self.history.exclude(**{veld: ""}).update(**{veld: ""})
