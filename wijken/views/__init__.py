from .netwerk import intentieovereenkomst, netwerk
from .wijk import grenzen, mijn_wijk, wijk, wijken

__all__ = ["grenzen", "intentieovereenkomst", "mijn_wijk", "netwerk", "wijk", "wijken"]
