from .wijk import grenzen, mijn_wijk, wijk, wijken

__all__ = ["grenzen", "mijn_wijk", "wijk", "wijken"]
