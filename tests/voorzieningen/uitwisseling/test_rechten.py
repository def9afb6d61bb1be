"""Who gets the whole kaart in a file, and who may put one in its place."""

import pytest
from django.contrib.auth.models import AnonymousUser, Permission, User

from tests.rollen import ROLLEN, een_medewerker
from voorzieningen.uitwisseling.rechten import mag_exporteren, mag_geheim, mag_importeren

pytestmark = pytest.mark.django_db
REGELS = (mag_exporteren, mag_importeren, mag_geheim)


def _mag(gebruiker: User) -> tuple[bool, ...]:
    return tuple(regel(gebruiker) for regel in REGELS)


MAG = {
    "beheerder": (True, True, True),
    "redacteur": (True, True, True),
    "wijkredacteur": (True, False, False),
    "organisatie-redacteur": (False, False, False),
    "lezer": (True, False, False),
}


@pytest.mark.parametrize("rol", ROLLEN)
def test_each_role_may_take_out_and_put_in_what_it_may_see_and_change(rol) -> None:
    assert _mag(een_medewerker(rol)) == MAG[rol]


@pytest.mark.parametrize("weg", ["is_active", "is_staff"])
def test_who_left_may_nothing_though_the_group_was_forgotten(weg: str) -> None:
    User.objects.filter(pk=een_medewerker("redacteur").pk).update(**{weg: False})
    assert _mag(User.objects.get()) == (False, False, False)


def test_one_right_too_few_is_no_import() -> None:
    """An import can write every sheet, so a sheet that may not be changed closes it."""
    redacteur = een_medewerker("redacteur")
    rechten = Permission.objects.filter(group__user=redacteur)
    redacteur.user_permissions.set(rechten.exclude(codename="change_openingstijd"))
    redacteur.groups.clear()
    assert _mag(User.objects.get(pk=redacteur.pk)) == (True, False, False)


def test_a_visitor_may_nothing() -> None:
    assert _mag(AnonymousUser()) == (False, False, False)  # type: ignore[arg-type]
