"""Organisations, places and provisions of the demo (H1, H2, M2, M11)."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from voorzieningen.models import Boomlaag, Locatie, Organisatie, Ruimte, Voorziening
from wijken.models import Gebied

from .bron import Bron, Register, Rij
from .kader import Kader, bewaar_voorlopig, leg_vast
from .tijden import Tijden


def laad_organisaties(
    bron: Bron, kader: Kader, tijden: Tijden
) -> tuple[Register[Organisatie], Register[Locatie]]:
    """Organisations and places: each may name the other."""
    organisaties: Register[Organisatie] = Register()
    rijen = list(bron.rijen("organisaties.toml", "organisatie"))
    plekken_van = [rij.neem("locaties", []) for rij in rijen]
    for nummer, rij in enumerate(rijen):
        organisatie = rij.maak(Organisatie, **kader.beheer(rij, nummer))
        bewaar_voorlopig(organisatie)
        organisaties[rij.titel] = organisatie
    plekken = _laad_plekken(bron, kader, tijden, organisaties)
    for rij, namen in zip(rijen, plekken_van, strict=True):
        locaties = [plekken.vind(rij, naam) for naam in namen]
        leg_vast(organisaties[rij.titel], {"locaties": locaties})
    return organisaties, plekken


def _laad_plekken(
    bron: Bron, kader: Kader, tijden: Tijden, organisaties: Register[Organisatie]
) -> Register[Locatie]:
    buurten = Register({str(buurt.code): buurt for buurt in Gebied.objects.cbs().buurten()})
    plekken: Register[Locatie] = Register()
    ruimtes: list[Ruimte] = []
    for nummer, rij in enumerate(bron.rijen("plekken.toml", "plek")):
        ruimterijen = [rij.deel(velden) for velden in rij.neem("ruimtes", [])]
        open_ = tijden.neem(rij)
        plek = rij.maak(
            Locatie,
            gebied=buurten.neem(rij, "buurt"),
            beheerstichting=organisaties.neem(rij, "beheerstichting"),
            **kader.beheer(rij, nummer),
        )
        plek.save()
        tijden.hang_aan(rij, plek, open_)
        ruimtes += [ruimte.maak(Ruimte, locatie=plek) for ruimte in ruimterijen]
        plekken[rij.titel] = plek
    bulk_create_with_history(ruimtes, Ruimte)
    return plekken


class Voorzieningenlader:
    """Makes provisions from rows; what replaces an archived one may come later in the files."""

    def __init__(
        self,
        kader: Kader,
        tijden: Tijden,
        organisaties: Register[Organisatie],
        plekken: Register[Locatie],
        lagen: Register[Boomlaag],
    ) -> None:
        self.kader, self.tijden = kader, tijden
        self.organisaties, self.plekken, self.lagen = organisaties, plekken, lagen
        self.voorzieningen: Register[Voorziening] = Register()
        self.archief: list[tuple[Rij, dict[str, Any]]] = []

    def laad(self, bron: Bron) -> int:
        """Returns how many were made."""
        for nummer, rij in enumerate(bron.alle_rijen("voorzieningen_*.toml", "voorziening")):
            self._laad_rij(rij, nummer)
        for rij, velden in self.archief:
            self._archiveer(rij, **velden)
        self._maak_ouder()
        return len(self.voorzieningen)

    def _laad_rij(self, rij: Rij, nummer: int) -> None:
        relaties, open_ = self._relaties(rij), self.tijden.neem(rij)
        self._onthoud_archief(rij)
        voorziening = rij.maak(
            Voorziening,
            verantwoordelijke=self.organisaties.neem(rij, "verantwoordelijke"),
            laag=self.lagen.neem(rij, "laag"),
            zichtbaar_vanaf=self._dag(rij.neem("zichtbaar_vanaf_dagen")),
            **self.kader.beheer(rij, nummer),
        )
        bewaar_voorlopig(voorziening)
        leg_vast(voorziening, relaties)
        self.tijden.hang_aan(rij, voorziening, open_)
        self.voorzieningen[rij.titel] = voorziening

    def _maak_ouder(self) -> None:
        """Most of it stood here long ago; one in twelve is news, always the same ones."""
        for nummer, voorziening in enumerate(self.voorzieningen.values()):
            dagen = nummer % 50 + 1 if nummer % 12 == 5 else 200 + nummer
            ooit = timezone.now() - timedelta(days=dagen)
            Voorziening.objects.filter(pk=voorziening.pk).update(aangemaakt_op=ooit)

    def _relaties(self, rij: Rij) -> dict[str, list[Any]]:
        return {
            "themas": self.kader.themas.neem_alle(rij, "themas"),
            "doelgroepen": self.kader.doelgroepen.neem_alle(rij, "doelgroepen"),
            "talen": self.kader.talen.neem_alle(rij, "talen"),
            "gebieden": self.kader.wijken.neem_alle(rij, "wijken"),
            "uitvoerders": self.organisaties.neem_alle(rij, "uitvoerders"),
            "locaties": self.plekken.neem_alle(rij, "plekken"),
        }

    def _onthoud_archief(self, rij: Rij) -> None:
        sleutels = {"gearchiveerd_dagen_geleden", "archiefreden", "vervangen_door"}
        velden = {sleutel: rij.neem(sleutel) for sleutel in sleutels & rij.velden.keys()}
        if velden:
            self.archief.append((rij, velden))

    def _archiveer(
        self, rij: Rij, gearchiveerd_dagen_geleden: int, archiefreden: str, vervangen_door: str
    ) -> None:
        voorziening = self.voorzieningen[rij.titel]
        voorziening.archiveer(archiefreden, self.voorzieningen.vind(rij, vervangen_door))
        voorziening.gearchiveerd_op = timezone.now() - timedelta(gearchiveerd_dagen_geleden)
        voorziening.save(update_fields=["gearchiveerd_op"])

    def _dag(self, over_dagen: int | None) -> Any:
        return None if over_dagen is None else self.kader.vandaag + timedelta(over_dagen)
