"""Static files of packages that are no app: what is named is found, and nothing else."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import override_settings

from sociale_basis.kern.vindbestanden import LEAFLET, Pakketvinder

ONNODIG = "leaflet/proj4.js"


def test_every_named_file_exists() -> None:
    assert {pad for pad, _opslag in Pakketvinder().list(None)} == LEAFLET


def test_other_files_of_the_package_stay_where_they_are() -> None:
    assert finders.find("leaflet/leaflet.js")
    assert finders.find(ONNODIG) is None


def test_collecting_for_production_finds_every_file_that_is_referred_to(tmp_path: Path) -> None:
    """The manifest storage stops at a stylesheet or script that names a missing file."""
    opslag = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    opslagen = {"staticfiles": {"BACKEND": opslag}, "default": {"BACKEND": opslag}}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=opslagen):
        call_command("collectstatic", interactive=False, verbosity=0)
    assert (tmp_path / "leaflet" / "leaflet.js").exists()
    assert not (tmp_path / ONNODIG).exists()
    assert list((tmp_path / "gebouwd").glob("kaartgroepen.*.js"))


@pytest.mark.parametrize("pad", ["../leaflet/leaflet.js", "leaflet/../leaflet/leaflet.js"])
def test_a_path_in_disguise_is_not_found(pad: str) -> None:
    assert Pakketvinder().find_location(str(Path.cwd()), pad) is None
