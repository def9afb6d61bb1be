"""Places: buildings and open air where people meet or where something is offered (M11, L14)."""

from math import sqrt
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from sociale_basis.kern.logboek import huidig_verzoek
from sociale_basis.kern.models import (
    Archiveerbaar,
    Controleerbaar,
    MetSlug,
    Punt,
    PuntQuerySet,
    Tijdstempels,
    archief_heeft_reden,
    punt_is_heel,
)
from sociale_basis.kern.paden import pagina_pad
from sociale_basis.kern.velden import PostcodeField, TelefoonField, WebadresField, toon_postcode
from wijken.grenzen import in_nederland
from wijken.models import Gebied
from wijken.opzoeken import zoek_postcode

from .bevoegd import Bereik, Bevoegd, BevoegdQuerySet
from .keuzes import Publicatie, ja_nee_veld, woord
from .met_openingstijden import MetOpeningstijden

NEDERLAND = "NL"


class LocatieQuerySet(BevoegdQuerySet["Locatie"], PuntQuerySet["Locatie"]):  # type: ignore[override]
    ADRES = ("straat", "huisnummer", "postcode", "plaats", "land", "lat", "lon", "vertrouwelijk")

    def zichtbaar(self) -> Self:
        """Published and not confidential: a shelter's address is sent out nowhere."""
        return (
            self.niet_gearchiveerd()
            .filter(publicatie=Publicatie.GEPUBLICEERD, vertrouwelijk=False)
            .niet_verborgen_om_leeftijd()
        )

    def met_een_van(self, rijen: models.QuerySet) -> Self:
        """Places where one of these provisions or organisations is, each place once."""
        tussen = rijen.model.locaties.through.objects
        veld = rijen.model._meta.model_name
        gevonden = tussen.filter(**{f"{veld}__in": rijen.order_by().values("pk")})
        return self.filter(pk__in=gevonden.values("locatie_id"))

    def voor_kaartjes(self) -> Self:
        """With what a card in a list shows, in three queries for any number of rows."""
        kort = ("naam", "slug", "soort", "kort", "is_ontmoetingsplek", "feestdagen")
        adres = ("straat", "huisnummer", "postcode", "plaats", "vertrouwelijk")
        return self.only(*kort, *adres).prefetch_related(*Locatie.TIJDEN)

    def voor_links(self) -> Self:
        """With only what another page shows of a place."""
        return self.only("naam", "slug", "soort", *self.ADRES)

    def voor_kaart(self) -> Self:
        """With only what a marker says: of 2,000 places the rest takes longer than the map."""
        return self.only("naam", "slug", "soort", "is_ontmoetingsplek", *self.ADRES)

    def verdwenen(self) -> Self:
        return self.gearchiveerd().filter(publicatie=Publicatie.GEPUBLICEERD, vertrouwelijk=False)

    def alleen_in(self, gebieden: frozenset[int]) -> models.Q:
        return models.Q(gebied__in=gebieden)

    def ook_in(self, rond: frozenset[int]) -> models.Q:
        ergens = models.Q(gebied__in=rond) | models.Q(gebied__isnull=True)
        return ergens & models.Q(vertrouwelijk=False)

    def van_eigenaar(self, organisatie: int) -> models.Q:
        return models.Q(beheerstichting=organisatie)

    def _te_lezen(self, bereik: Bereik) -> models.Q:
        """A confidential address is for who keeps it, also among staff (V7)."""
        leesbaar = super()._te_lezen(bereik)
        if bereik.bewerkt_alles:
            return leesbaar
        return leesbaar & (models.Q(vertrouwelijk=False) | self._te_bewerken(bereik))

    def ontmoetingsplekken(self) -> Self:
        return self.filter(is_ontmoetingsplek=True)

    def in_gebied(self, gebied: Gebied) -> Self:
        """Places in a buurt, or in any buurt of a larger area."""
        return self.filter(gebied__in=Gebied.objects.binnen(gebied).order_by().values("pk"))


class Locatie(
    MetSlug, Bevoegd, MetOpeningstijden, Archiveerbaar, Controleerbaar, Punt, Tijdstempels
):
    """One place with its address, rooms, keeper and accessibility."""

    class Soort(models.TextChoices):
        WIJKGEBOUW = "wijkgebouw", _("wijkgebouw")
        DORPSHUIS = "dorpshuis", _("dorpshuis")
        BIBLIOTHEEK = "bibliotheek", _("bibliotheek")
        SCHOOL = "school", _("school")
        KERK = "kerk", _("kerk of moskee")
        KANTINE = "kantine", _("kantine van een club")
        SPORTHAL = "sporthal", _("sporthal")
        CULTUUR = "cultuur", _("theater of cultuurhuis")
        ZORG = "zorg", _("zorgcentrum of gezondheidscentrum")
        KANTOOR = "kantoor", _("kantoor")
        WINKEL = "winkel", _("winkel of horeca")
        PARK = "park", _("park of speeltuin")
        PLEIN = "plein", _("plein")
        OPVANG = "opvang", _("opvang")
        OVERIG = "overig", _("andere plek")

    BUITEN = {Soort.PARK, Soort.PLEIN}
    LIGGING = ("lat", "lon", "postcode", "huisnummer")
    _lag: tuple[Any, ...] = ()
    TOEGANKELIJKHEID = (
        "drempelvrij",
        "rolstoeltoilet",
        "lift",
        "ringleiding",
        "parkeren_gehandicapten",
        "hulphond",
    )

    naam = models.CharField(_("naam"), max_length=150)
    soort = models.CharField(_("soort"), max_length=12, choices=Soort, default=Soort.OVERIG)
    is_ontmoetingsplek = models.BooleanField(
        _("ontmoetingsplek"),
        default=False,
        help_text=_("Mag iedereen hier komen om andere mensen te ontmoeten?"),
    )
    kort = models.CharField(_("in één zin"), max_length=220, blank=True)
    beschrijving = models.TextField(_("beschrijving"), blank=True)

    vertrouwelijk = models.BooleanField(
        _("geheim adres"),
        default=False,
        help_text=_("Bijvoorbeeld een opvanghuis. Het portaal laat dit adres nergens zien."),
    )
    straat = models.CharField(_("straat"), max_length=100, blank=True)
    huisnummer = models.CharField(_("huisnummer"), max_length=12, blank=True)
    postcode = PostcodeField(_("postcode"), blank=True)
    plaats = models.CharField(_("plaats"), max_length=80, blank=True)
    land = models.CharField(
        _("land"),
        max_length=2,
        default=NEDERLAND,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Gebruik twee hoofdletters, zoals NL."))],
        help_text=_("Twee letters: NL, BE, DE. De postcode van een ander land hoort bij plaats."),
    )
    gebied = models.ForeignKey(
        Gebied,
        verbose_name=_("buurt"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="locaties",
        help_text=_("Leeg laten mag: het portaal zoekt de buurt bij het punt of de postcode."),
    )
    bereikbaarheid = models.CharField(
        _("hoe komt u er"), max_length=250, blank=True, help_text=_("Bushalte, parkeren, ingang.")
    )

    telefoon = TelefoonField(_("telefoon"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = WebadresField(_("website"), blank=True)
    beheerder = models.CharField(
        _("beheerder"),
        max_length=120,
        blank=True,
        help_text=_("Een functie, geen persoon: “beheerder van het dorpshuis”."),
    )
    beheerstichting = models.ForeignKey(
        "voorzieningen.Organisatie",
        verbose_name=_("beheerstichting"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="beheerde_locaties",
    )
    tarief = models.CharField(
        _("tarief"), max_length=250, blank=True, help_text=_("Wat kost het om een ruimte te huren?")
    )

    drempelvrij = ja_nee_veld(_("zonder drempels"))
    rolstoeltoilet = ja_nee_veld(_("toilet voor rolstoel"))
    lift = ja_nee_veld(_("lift of alles gelijkvloers"))
    ringleiding = ja_nee_veld(_("ringleiding voor slechthorenden"))
    parkeren_gehandicapten = ja_nee_veld(_("parkeerplaats voor gehandicapten"))
    hulphond = ja_nee_veld(_("hulphond mag mee"))
    toegankelijkheid_toelichting = models.CharField(
        _("meer over toegankelijkheid"), max_length=250, blank=True
    )
    publicatie = models.CharField(
        _("op de website"), max_length=12, choices=Publicatie, default=Publicatie.CONCEPT
    )

    objects = LocatieQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("plek")
        verbose_name_plural = _("plekken")
        ordering = ["sorteernaam", "pk"]
        indexes = [models.Index(fields=["lat", "lon"], name="locatie_punt")]
        constraints = [
            archief_heeft_reden("locatie_archief_heeft_reden"),
            punt_is_heel("locatie_punt_is_heel"),
        ]

    def __str__(self) -> str:
        return self.naam if self._mag_genoemd() else tekst("(plek met een geheim adres)")

    def _mag_genoemd(self) -> bool:
        """Not to who asks for a page and may not see it: its name may tell where it is (V7)."""
        request = huidig_verzoek()
        if request is None or not self.vertrouwelijk:
            return True
        bekend: dict[Any, bool] = request.__dict__.setdefault("_geheimen", {})
        if self.pk not in bekend:
            bekend[self.pk] = self.leesbaar_door(request.user)
        return bekend[self.pk]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.gebied_id is None or self._is_verhuisd():
            self._volg_buurt()
        super().save(*args, **kwargs)
        self._lag = self._ligging()

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        plek = super().from_db(*args, **kwargs)
        plek._lag = plek._ligging()
        return plek

    def _ligging(self) -> tuple[Any, ...]:
        """Where it is and in which buurt, as far as this was read."""
        return tuple(self.__dict__.get(veld) for veld in ("gebied_id", *self.LIGGING))

    def _is_verhuisd(self) -> bool:
        """Another address or point than in the database, and nobody chose another buurt."""
        nu = self._ligging()
        return bool(self._lag) and nu != self._lag and nu[0] == self._lag[0]

    def _volg_buurt(self) -> None:
        """The buurt of the point or postcode; an unknown postcode leaves it as it is."""
        buurt = self.gezochte_buurt()
        if buurt or self.heeft_punt:
            self.gebied = buurt

    def get_absolute_url(self) -> str:
        return pagina_pad("voorzieningen:plek", self.slug)

    def clean(self) -> None:
        super().clean()
        if self.vertrouwelijk and self.is_ontmoetingsplek:
            raise ValidationError(
                {"vertrouwelijk": _("Een ontmoetingsplek kan geen geheim adres hebben.")}
            )
        if self._ligt_buiten_nederland():
            uitleg = _("Dit punt ligt niet in Nederland. Staan lengte en breedte goed om?")
            raise ValidationError({"lat": uitleg})

    def _ligt_buiten_nederland(self) -> bool:
        """A point abroad while the address says it is here."""
        if self.land != NEDERLAND or self.lat is None or self.lon is None:
            return False
        return not in_nederland(self.lat, self.lon)

    def gezochte_buurt(self) -> Gebied | None:
        """The buurt at the point, or else the one of the postcode; None if neither tells."""
        if self.lat is not None and self.lon is not None:
            return Gebied.objects.op_punt(self.lat, self.lon)
        return zoek_postcode(self.postcode, self.huisnummer).buurt if self.postcode else None

    @property
    def soort_tekst(self) -> str:
        return woord(self.Soort, self.soort)

    @property
    def is_buiten(self) -> bool:
        return self.soort in self.BUITEN

    @property
    def adresregel(self) -> str:
        """'Markt 1, 5401 AB Uden'; empty for a place without address or a confidential one."""
        if self.vertrouwelijk:
            return ""
        straat = f"{self.straat} {self.huisnummer}".strip()
        plaats = f"{toon_postcode(self.postcode)} {self.plaats}".strip()
        return ", ".join(deel for deel in (straat, plaats) if deel)

    @property
    def afstand(self) -> float | None:
        """Metres to the point that the query measured from; None if it measured none."""
        kwadraat = getattr(self, "afstand2", None)
        return None if kwadraat is None else sqrt(kwadraat)

    def toegankelijkheid(self) -> list[tuple[str, str, str]]:
        """(question, answer code, answer in words) for each point of accessibility."""
        return [
            (
                str(getattr(self._meta.get_field(veld), "verbose_name", veld)),
                getattr(self, veld),
                getattr(self, f"get_{veld}_display")(),
            )
            for veld in self.TOEGANKELIJKHEID
        ]


class Ruimte(models.Model):
    """A room to meet in or to rent."""

    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="ruimtes")
    naam = models.CharField(_("naam"), max_length=80)
    personen = models.PositiveSmallIntegerField(_("aantal personen"), null=True, blank=True)
    tarief = models.CharField(_("tarief"), max_length=120, blank=True)
    inrichting = models.CharField(
        _("wat is er"), max_length=200, blank=True, help_text=_("Keuken, beamer, podium …")
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ruimte")
        verbose_name_plural = _("ruimtes")
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam
