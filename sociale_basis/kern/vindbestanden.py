"""Which static files are served: ours, and those of a package that is no installed app."""

from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.files.storage import FileSystemStorage

LEAFLET = {
    "leaflet/leaflet.js",
    "leaflet/leaflet.js.map",
    "leaflet/leaflet.css",
    "leaflet/images/layers.png",  # these three are named in leaflet.css
    "leaflet/images/layers-2x.png",
    "leaflet/images/marker-icon.png",
    "leaflet/draw/leaflet.draw.js",  # for the admin: to draw a border
    "leaflet/draw/leaflet.draw.css",
    "leaflet/draw/images/spritesheet.png",  # named in leaflet.draw.css
    "leaflet/draw/images/spritesheet.svg",
    "leaflet/draw/images/spritesheet-2x.png",
}


# What the style sheet is built from (sociale_basis/stijl.py); visitors get static/gebouwd.
BRONNEN = ("css/*", "thema/*")


class Eigenvinder(FileSystemFinder):
    """Finds our own files, without the sources of the style sheet."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        return super().list([*(ignore_patterns or ()), *BRONNEN])


class Pakketvinder(FileSystemFinder):
    """Finds the files of Leaflet in django-leaflet, which cannot be installed as an app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        folder = str(files("leaflet") / "static")
        self.locations = [("", folder)]
        self.storages = {folder: FileSystemStorage(location=folder)}

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find_location(self, root: str, path: str, prefix: str | None = None) -> str | None:
        return super().find_location(root, path, prefix) if path in LEAFLET else None

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        gevonden = super().list(ignore_patterns)
        return ((pad, opslag) for pad, opslag in gevonden if pad in LEAFLET)
