"""Opening times as pure functions: no database, no request (M11).

A place or provision has rows (``Slot``) and deviations (``Uitzondering``). From these come an
OSM string, what to say now (``stand``), a table for the page (``week`` and ``bijzonder``), one
sentence (``zin``) and schema.org data.

Rules that hold in all of them:

* a slot belongs to the day on which it starts, also when it runs past midnight: a closed day
  loses its own evening with the night that follows, and leaves that of the day before;
* times that overlap or touch are one stretch; where an open and an "op afspraak" stretch overlap
  it is open; "op afspraak" itself never reads as open;
* a deviation replaces all slots of its days, holidays included; where deviations overlap, the
  shortest one counts;
* times are those of the clock on the wall in the Netherlands, summer and winter.
"""

from sociale_basis.kern.feestdagen import feestdag

from .als_osm import osm
from .als_schema_org import schema_org, schema_org_bijzonder
from .lezen import lees_tijden
from .nu import Stand, is_bekend, stand
from .slots import Slot, Uitzondering, nog_geldig
from .tabel import Dag, bijzonder, week
from .woorden import tijd, zin

__all__ = [
    "Dag",
    "Slot",
    "Stand",
    "Uitzondering",
    "bijzonder",
    "feestdag",
    "is_bekend",
    "lees_tijden",
    "nog_geldig",
    "osm",
    "schema_org",
    "schema_org_bijzonder",
    "stand",
    "tijd",
    "week",
    "zin",
]
