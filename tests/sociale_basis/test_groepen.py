"""Five roles as groups: made after every migration, and never taking away what was added."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db.models.signals import post_migrate

from sociale_basis.rollen import BEHEERDER, ROLLEN, na_migratie

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V7")]


def rechten(groep: str) -> set[str]:
    waarden = Group.objects.get(name=groep).permissions.values_list(
        "content_type__app_label", "codename"
    )
    return {f"{app}.{codenaam}" for app, codenaam in waarden}


def migreer() -> None:
    for app in apps.get_app_configs():
        na_migratie(sender=app)


@pytest.mark.parametrize("rol", ROLLEN)
def test_each_role_has_what_stands_in_the_table_and_nothing_more(rol):
    assert rechten(rol) == ROLLEN[rol]


def test_the_beheerder_has_everything():
    assert Group.objects.get(name=BEHEERDER).permissions.count() == Permission.objects.count()


def test_every_right_in_the_table_exists():
    bestaand = Permission.objects.values_list("content_type__app_label", "codename")
    bekend = {f"{app}.{codenaam}" for app, codenaam in bestaand}
    assert set().union(*ROLLEN.values()) <= bekend


def test_a_migration_more_changes_nothing():
    voor = {rol: rechten(rol) for rol in (BEHEERDER, *ROLLEN)}
    migreer()
    assert {rol: rechten(rol) for rol in (BEHEERDER, *ROLLEN)} == voor


def test_what_a_beheerder_added_stays():
    extra = Permission.objects.get(codename="view_user")
    lezer = Group.objects.get(name="lezer")
    lezer.permissions.add(extra)
    migreer()
    assert "auth.view_user" in rechten("lezer")


def test_a_role_that_was_deleted_comes_back_whole():
    Group.objects.filter(name="lezer").delete()
    migreer()
    assert rechten("lezer") == ROLLEN["lezer"]


def test_it_listens_to_every_migration():
    assert any(na_migratie is luisteraar() for _s, luisteraar, *_ in post_migrate.receivers)


def test_the_groups_of_the_first_demos_keep_their_people(django_user_model):
    Group.objects.filter(name="redacteur").update(name="Redacteur")
    rie = django_user_model.objects.create_user("rie")
    rie.groups.add(Group.objects.get(name="Redacteur"))
    migreer()
    assert list(rie.groups.values_list("name", flat=True)) == ["redacteur"]
    assert rechten("redacteur") == ROLLEN["redacteur"]


def test_a_lezer_only_looks_and_sees_no_people():
    assert all(
        recht.split(".")[1].startswith("view_") or recht == "voorzieningen.lees_alles"
        for recht in ROLLEN["lezer"]
    )
    assert not ROLLEN["lezer"] & {"auth.view_user", "voorzieningen.view_voorstel"}


def test_a_redacteur_archives_and_does_not_delete():
    weg = {recht for recht in ROLLEN["redacteur"] if ".delete_" in recht}
    assert weg == {  # rows inside a form
        "voorzieningen.delete_activiteitdag",
        "voorzieningen.delete_afwijking",
        "voorzieningen.delete_openingstijd",
        "voorzieningen.delete_ruimte",
        "wijken.delete_afwezigheid",
        "wijken.delete_inzet",
    }
