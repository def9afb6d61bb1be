"""Who may see and change which entries of the kaart (issue 4, roles; V7).

Permissions of Django say what kind of thing somebody may do; the rules here say with which rows:

* ``lees_alles``: sees every entry; confidential places only where they may change them;
* ``bewerk_alles``: changes every entry at once;
* own wijken (``Medewerker``): what serves only these is changed at once, what serves others too
  becomes a proposal;
* own organisation (``Medewerker``): sees only what belongs to it; every change is a proposal.
"""

from dataclasses import dataclass
from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import Q

from sociale_basis.kern.models import ControleerbaarQuerySet
from wijken.models import redactiebereik

M = TypeVar("M", bound=models.Model)
NIETS = Q(pk__in=[])
ALLES = Q()


@dataclass(frozen=True)
class Bereik:
    """How far somebody reaches; ``rond`` are the own areas with those above and below."""

    bewerkt_alles: bool = False
    leest_alles: bool = False
    gebieden: frozenset[int] = frozenset()
    rond: frozenset[int] = frozenset()
    organisatie: int | None = None

    @classmethod
    def van(cls, gebruiker: Any) -> "Bereik":
        """Read once for each user object, so once per request; at most four queries."""
        if not hasattr(gebruiker, "_bereik"):
            gebruiker._bereik = cls._lees(gebruiker)
        return gebruiker._bereik

    @classmethod
    def _lees(cls, gebruiker: Any) -> "Bereik":
        leest = gebruiker.has_perm("voorzieningen.lees_alles")
        if gebruiker.has_perm("voorzieningen.bewerk_alles"):
            return cls(bewerkt_alles=True, leest_alles=leest)
        return cls(False, leest, *redactiebereik(gebruiker))


class BevoegdQuerySet(ControleerbaarQuerySet[M]):
    """Rows of the kaart with their rules; a model says what belongs to areas and organisations."""

    def alleen_in(self, gebieden: frozenset[int]) -> Q:
        """What serves one of these areas and no other."""
        raise NotImplementedError

    def ook_in(self, rond: frozenset[int]) -> Q:
        """What serves one of these areas, and maybe others too."""
        raise NotImplementedError

    def van_eigenaar(self, organisatie: int) -> Q:
        """What an organisation keeps."""
        raise NotImplementedError

    def bewerkbaar_door(self, gebruiker: Any) -> Self:
        """What this person may change, at once or by way of a proposal."""
        if not self._mag(gebruiker, "change"):
            return self.none()
        return self.filter(self._te_bewerken(Bereik.van(gebruiker)))

    def direct_bewerkbaar_door(self, gebruiker: Any) -> Self:
        """What this person may change without anybody else looking first."""
        bereik = Bereik.van(gebruiker)
        if not self._mag(gebruiker, "change"):
            return self.none()
        if bereik.bewerkt_alles:
            return self
        return self.filter(self.alleen_in(bereik.gebieden) if bereik.gebieden else NIETS)

    def leesbaar_door(self, gebruiker: Any) -> Self:
        """What this person may see in the admin: lists, forms, history and exports."""
        if not (self._mag(gebruiker, "view") or self._mag(gebruiker, "change")):
            return self.none()
        return self.filter(self._te_lezen(Bereik.van(gebruiker)))

    def kiesbaar_door(self, gebruiker: Any) -> Self:
        """What this person may pick in a form: what they may see, and what anybody may see."""
        if Bereik.van(gebruiker).bewerkt_alles:
            return self
        alle: Any = self.model._default_manager
        publiek = alle.zichtbaar().order_by().values("pk")
        return self.filter(self._te_lezen(Bereik.van(gebruiker)) | Q(pk__in=publiek))

    def _mag(self, gebruiker: Any, actie: str) -> bool:
        app, model = self.model._meta.app_label, self.model._meta.model_name
        return gebruiker.has_perm(f"{app}.{actie}_{model}")

    def _te_bewerken(self, bereik: Bereik) -> Q:
        if bereik.bewerkt_alles:
            return ALLES
        keuze = NIETS
        if bereik.gebieden:
            keuze |= self.alleen_in(bereik.gebieden) | self.ook_in(bereik.rond)
        if bereik.organisatie:
            keuze |= self.van_eigenaar(bereik.organisatie)
        return keuze

    def _te_lezen(self, bereik: Bereik) -> Q:
        return ALLES if bereik.leest_alles else self._te_bewerken(bereik)


class Bevoegd(models.Model):
    """The same rules for one entry; a query each."""

    class Meta:
        abstract = True

    def bewerkbaar_door(self, gebruiker: Any) -> bool:
        return self._zelf().bewerkbaar_door(gebruiker).exists()

    def direct_bewerkbaar_door(self, gebruiker: Any) -> bool:
        return self._zelf().direct_bewerkbaar_door(gebruiker).exists()

    def leesbaar_door(self, gebruiker: Any) -> bool:
        return self._zelf().leesbaar_door(gebruiker).exists()

    def _zelf(self) -> Any:
        return type(self)._default_manager.filter(pk=self.pk)
