"""What it takes to undo a merge, as the pair keeps it: written when merging, read when undoing."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType

from sociale_basis.kern.models import OudeSlug
from voorzieningen.voorstellen import lees

from .verhuizen import Verhuisd


@dataclass
class Terugweg:
    """``velden`` of the one that stays: [before, after]; the rest is about the one that went."""

    blijft: int
    weg: int
    adres: str
    oude_adressen: list[str]
    vervangen_door: int | None
    velden: dict[str, list[Any]]
    verhuisd: list[Verhuisd] = field(default_factory=list)

    @classmethod
    def van(cls, blijft: Any, weg: Any, namen: Mapping[str, Any]) -> "Terugweg":
        """How both are now, just before ``namen`` of the one that stays change."""
        soort = ContentType.objects.get_for_model(type(weg))
        adressen = OudeSlug.objects.filter(soort=soort, object_id=weg.pk)
        return cls(
            blijft.pk,
            weg.pk,
            weg.slug,
            list(adressen.values_list("slug", flat=True)),
            weg.vervangen_door_id,
            {naam: [waarde, None] for naam, waarde in lees(blijft, namen).items()},
        )

    def als_json(self, blijft: Any) -> dict[str, Any]:
        """With what the fields became; those that stayed as they were need no way back."""
        nu = lees(blijft, self.velden)
        self.velden = {
            naam: [toen, nu[naam]]
            for naam, (toen, _leeg) in self.velden.items()
            if toen != nu[naam]
        }
        return asdict(self) | {"verhuisd": [list(rij) for rij in self.verhuisd]}

    @classmethod
    def uit_json(cls, inhoud: Mapping[str, Any]) -> "Terugweg":
        return cls(**{**inhoud, "verhuisd": [Verhuisd(*rij) for rij in inhoud["verhuisd"]]})
