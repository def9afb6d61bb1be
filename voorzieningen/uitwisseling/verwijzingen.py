"""Which thing a key or a name in a file means, from tables in memory: no query per row."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import models

from sociale_basis.kern.models import OudeSlug
from voorzieningen.models import (
    Boomlaag,
    Doelgroep,
    Locatie,
    Organisatie,
    Regieafspraak,
    Stap,
    Taal,
    Thema,
    Voorwaarde,
    Voorziening,
)
from wijken.models import Gebied

from .waarden import Waardefout

Doel = int | models.Model  # a primary key, or something new that has none yet

# Per kind: the field that is written, and the fields that are understood as well.
NAMEN: dict[Any, tuple[str, tuple[str, ...]]] = {
    Organisatie: ("slug", ("naam",)),
    Locatie: ("slug", ("naam",)),
    Voorziening: ("slug", ("titel",)),
    Thema: ("slug", ("naam",)),
    Doelgroep: ("slug", ("naam",)),
    Gebied: ("slug", ("naam", "code")),
    Taal: ("code", ("naam",)),
    Boomlaag: ("slug", ("naam",)),
    Stap: ("slug", ("naam",)),
    Voorwaarde: ("slug", ("naam",)),
    Regieafspraak: ("slug", ("naam",)),
    get_user_model(): (get_user_model().USERNAME_FIELD, ()),
}


class Lijst:
    """All things of one kind: key ↔ number, and names that only one of them has."""

    def __init__(self, model: Any) -> None:
        sleutelveld, namen = NAMEN[model]
        rijen = list(model._base_manager.values_list("pk", sleutelveld, *namen))
        self.model = model
        self.sleutels: dict[int, str] = {pk: sleutel for pk, sleutel, *_namen in rijen}
        self.nummers: dict[str, int] = {sleutel: pk for pk, sleutel in self.sleutels.items()}
        self.nieuw: dict[str, models.Model] = {}
        self._namen: dict[str, set[int]] = defaultdict(set)
        for pk, _sleutel, *woorden in rijen:
            for woord in filter(None, woorden):
                self._namen[plat(woord)].add(pk)

    @cached_property
    def oud(self) -> dict[str, int]:
        """Keys that things once had."""
        soort = ContentType.objects.get_for_model(self.model)
        rijen = OudeSlug.objects.filter(soort=soort).values_list("slug", "object_id")
        return {slug: pk for slug, pk in rijen if pk in self.sleutels}

    def met_sleutel(self, sleutel: str) -> int | None:
        """By the key that it has or had; for what has pages also in capitals."""
        nummer = self.nummers.get(sleutel)
        if nummer is None and NAMEN[self.model][0] == "slug":
            nummer = self.nummers.get(sleutel.lower()) or self.oud.get(sleutel)
        return nummer

    def met_naam(self, naam: str) -> set[int]:
        return self._namen.get(plat(naam), set())

    def zoek(self, tekst: str) -> Doel | None:
        """By key first, then something new in the file, then a name that only one has."""
        gevonden: Doel | None = self.met_sleutel(tekst)
        if gevonden is None:
            gevonden = self.nieuw.get(tekst)
        namen = self.met_naam(tekst)
        return next(iter(namen)) if gevonden is None and len(namen) == 1 else gevonden

    def sleutel(self, doel: Doel | None) -> str:
        """How it is written in a file."""
        if doel is None:
            return ""
        return self.sleutels.get(doel, "") if isinstance(doel, int) else doel.slug  # type: ignore[attr-defined]


class Naslag:
    """The lists that a file refers to, each read once when it is first needed."""

    def __init__(self) -> None:
        self._lijsten: dict[Any, Lijst] = {}

    def lijst(self, model: Any) -> Lijst:
        if model not in self._lijsten:
            self._lijsten[model] = Lijst(model)
        return self._lijsten[model]

    def zoek(self, model: Any, teksten: Iterable[str]) -> list[Doel]:
        """The things that are meant, each once; Waardefout names what is unknown."""
        lijst, gevonden, onbekend = self.lijst(model), [], []
        for tekst in teksten:
            doelen = self._doelen(lijst, tekst)
            gevonden += doelen
            onbekend += [] if doelen else [tekst]
        if onbekend:
            raise Waardefout(self._uitleg(lijst, onbekend))
        return list({lijst.sleutel(doel): doel for doel in gevonden}.values())

    @staticmethod
    def _doelen(lijst: Lijst, tekst: str) -> list[Doel]:
        """One thing; or several, where somebody put commas between them."""
        heel = lijst.zoek(tekst)
        if heel is not None:
            return [heel]
        delen = [lijst.zoek(deel.strip()) for deel in tekst.split(",") if deel.strip()]
        goed = [doel for doel in delen if doel is not None]
        return goed if len(goed) == len(delen) else []

    @staticmethod
    def _uitleg(lijst: Lijst, onbekend: list[str]) -> str:
        soort = lijst.model._meta.verbose_name
        namen = ", ".join(f"“{tekst}”" for tekst in onbekend)
        delen = [deel.strip() for tekst in onbekend for deel in (tekst, *tekst.split(","))]
        dubbel = any(len(lijst.met_naam(deel)) > 1 for deel in delen)
        advies = " Er zijn er meer met deze naam: gebruik de sleutel." if dubbel else ""
        return f"{namen} is hier onbekend ({soort}).{advies}"


def plat(naam: str) -> str:
    return " ".join(naam.casefold().split())
