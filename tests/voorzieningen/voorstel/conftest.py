"""Who decides, and what the proposals are about."""

import pytest
from django.contrib.auth.models import User

from tests.fabriek import een_voorziening
from voorzieningen.models import Voorziening


@pytest.fixture
def redacteur() -> User:
    return User.objects.create_user("redacteur", first_name="Rie", last_name="Dacteur")


@pytest.fixture
def brigade() -> Voorziening:
    return een_voorziening("Formulierenbrigade", telefoon="+31850001111")
