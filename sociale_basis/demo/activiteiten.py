"""Activities of the demo, with a few called off and one moved (M11, L11).

When is written as people say it: "elke week di,do 10:00-12:00", "om de week wo …", "2e di …",
"laatste vr …", "elke werkdag …", "over 9 dagen …".
"""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from itertools import islice
from typing import Any

from voorzieningen.agenda.herhaling import Herhaling, Ritme
from voorzieningen.models import Activiteit, ActiviteitDag, Locatie, Organisatie, Voorziening

from .bron import Bron, Register, Rij
from .kader import Kader, bewaar_voorlopig, leg_vast
from .tijden import DAGEN

WANNEER = re.compile(r"(?P<wat>.+) (?P<van>\d\d:\d\d)-(?P<tot>\d\d:\d\d)")
WEKEN = re.compile(r"(?P<ritme>elke week|om de week) (?P<dagen>[a-z,]+)")
MAAND = re.compile(r"(?P<rang>\d)e (?P<dag>[a-z]{2})|laatste (?P<laatste>[a-z]{2})")
OVER = re.compile(r"over (\d+) dagen")
SINDS = 30  # weeks ago that something began, unless the row says


class Activiteitenlader:
    """Makes activities from rows."""

    def __init__(
        self,
        kader: Kader,
        organisaties: Register[Organisatie],
        plekken: Register[Locatie],
        voorzieningen: Register[Voorziening],
    ) -> None:
        self.kader, self.organisaties = kader, organisaties
        self.plekken, self.voorzieningen = plekken, voorzieningen

    def laad(self, bron: Bron) -> int:
        """Returns how many were made."""
        rijen = list(bron.rijen("activiteiten.toml", "activiteit"))
        for nummer, rij in enumerate(rijen):
            self._laad_rij(rij, nummer)
        return len(rijen)

    def _laad_rij(self, rij: Rij, nummer: int) -> None:
        relaties: dict[str, list[Any]] = {
            "themas": self.kader.themas.neem_alle(rij, "themas"),
            "doelgroepen": self.kader.doelgroepen.neem_alle(rij, "doelgroepen"),
            "gebieden": self.kader.wijken.neem_alle(rij, "wijken"),
        }
        dagen = rij.neem("dagen", [])
        activiteit = rij.maak(
            Activiteit,
            **lees_wanneer(rij, self.kader.vandaag),
            locatie=self.plekken.neem(rij, "plek"),
            verantwoordelijke=self.organisaties.neem(rij, "verantwoordelijke"),
            voorziening=self.voorzieningen.neem(rij, "voorziening"),
            **self.kader.beheer(rij, nummer),
        )
        bewaar_voorlopig(activiteit)
        leg_vast(activiteit, relaties)
        for velden in dagen:
            velden |= _dag(activiteit.als_herhaling(), self.kader.vandaag, velden)
            rij.deel(velden).maak(ActiviteitDag, activiteit=activiteit).save()


def lees_wanneer(rij: Rij, vandaag: date) -> dict[str, Any]:
    """The fields of an activity that say when it is; takes them out of the row."""
    tekst = rij.neem("wanneer")
    gevonden = WANNEER.fullmatch(tekst)
    ritme = gevonden and _ritme(gevonden["wat"])
    if not gevonden or not ritme:
        raise rij.fout(f"wanneer {tekst!r} is niet te lezen.")
    sinds = vandaag - timedelta(weeks=rij.neem("sinds_weken", SINDS))
    nog = rij.neem("nog_weken")
    return {
        **ritme(vandaag, sinds),
        "van": time.fromisoformat(gevonden["van"]),
        "tot": time.fromisoformat(gevonden["tot"]),
        "laatste_dag": vandaag + timedelta(weeks=nog) if nog else None,
    }


def _ritme(wat: str) -> Callable[[date, date], dict[str, Any]] | None:
    """From (today, the day it began about) to its rhythm and first day."""
    if over := OVER.fullmatch(wat):
        return lambda vandaag, _sinds: {"begin_dag": vandaag + timedelta(int(over[1]))}
    if wat == "elke werkdag":
        return lambda _vandaag, sinds: {"herhaling": Ritme.WERKDAG, "begin_dag": sinds}
    if weken := WEKEN.fullmatch(wat):
        return lambda _vandaag, sinds: _wekelijks(sinds, weken["ritme"], weken["dagen"])
    if maand := MAAND.fullmatch(wat):
        return lambda _vandaag, sinds: _maandelijks(sinds, **maand.groupdict())
    return None


def _wekelijks(sinds: date, ritme: str, dagen: str) -> dict[str, Any]:
    weekdagen = sorted(DAGEN.index(dag) for dag in dagen.split(","))
    maandag = sinds - timedelta(days=sinds.weekday())
    return {
        "herhaling": Ritme.WEEK if ritme == "elke week" else Ritme.TWEE_WEKEN,
        "begin_dag": maandag + timedelta(days=weekdagen[0]),
        "weekdagen": "".join(map(str, weekdagen)) if len(weekdagen) > 1 else "",
    }


def _maandelijks(
    sinds: date, rang: str | None, dag: str | None, laatste: str | None
) -> dict[str, Any]:
    weekdag = DAGEN.index(dag or laatste or "ma")
    eerste = sinds.replace(day=1)
    op = eerste + timedelta(days=(weekdag - eerste.weekday()) % 7)
    if laatste:
        return {"herhaling": Ritme.MAAND_LAATST, "begin_dag": op}
    return {"herhaling": Ritme.MAAND, "begin_dag": op + timedelta(weeks=int(rang or 1) - 1)}


def _dag(herhaling: Herhaling, vandaag: date, velden: dict[str, Any]) -> dict[str, Any]:
    """From "keer = 2" to the second day to come, with "weken" to a period; takes them out."""
    morgen = vandaag + timedelta(days=1)
    dag = next(islice(herhaling.vanaf(morgen), velden.pop("keer") - 1, None))
    later, van = velden.pop("dagen_later", None), velden.pop("van", None)
    weken = velden.pop("weken", None)
    return {
        "dag": dag,
        "tot_en_met": dag + timedelta(days=7 * weken - 1) if weken else None,
        "nieuwe_dag": dag + timedelta(days=later) if later else None,
        "van": time.fromisoformat(van) if van else None,
    }
