"""`manage.py demo` keeps out of production and leaves real data alone.

Apart from the tests of a loaded demo: those have its database for their whole module.
"""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from tests.fabriek import de_gemeente
from wijken.models import Gebied


def draai(*argumenten: str) -> str:
    uit = StringIO()
    call_command("demo", *argumenten, stdout=uit)
    return uit.getvalue()


@pytest.mark.django_db
class TestRefusals:
    def test_production_gets_no_demo_and_no_public_passwords(self, settings):
        settings.PRODUCTIE = True
        with pytest.raises(CommandError, match="productie"):
            draai()
        with pytest.raises(CommandError, match="productie"):
            draai("--opnieuw")
        assert not User.objects.exists()

    def test_another_municipality_gets_no_maashorst(self, settings):
        settings.GEMEENTE_CODE = "GM0917"
        with pytest.raises(CommandError, match="GM0917"):
            draai()
        assert not Gebied.objects.exists()

    def test_areas_of_a_real_import_are_left_alone(self):
        de_gemeente()
        assert "staan al gegevens in" in draai()
        assert Gebied.objects.count() == 1

    def test_an_unknown_set_is_refused(self):
        with pytest.raises(CommandError):
            draai("--set", "atlantis")
