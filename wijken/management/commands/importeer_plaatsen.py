"""manage.py importeer_plaatsen: welke plaats bij een postcode van vier cijfers hoort (M1)."""

from typing import Any

from wijken.importeren.commando import Importcommando
from wijken.importeren.plaatsen import importeer_plaatsen
from wijken.importeren.verslag import Verslag


class Command(Importcommando):
    help = (
        "Leest een csv met kolommen pc4 en plaats, om bezoekers van buiten de gemeente te "
        "zeggen waar hun postcode ligt. Bewaart alleen met --opslaan."
    )

    def importeer(self, **opties: Any) -> Verslag:
        return importeer_plaatsen(opties["bestand"])
