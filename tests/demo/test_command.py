"""`manage.py demo`: fills an empty database once, says how to log in, keeps out of production."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import transaction

from sociale_basis.demo.gebruikers import LOGINS
from voorzieningen.models import Locatie, Openingstijd, Voorziening
from wijken.models import Gebied


def draai(*argumenten: str) -> str:
    uit = StringIO()
    call_command("demo", *argumenten, stdout=uit)
    return uit.getvalue()


def inhoud() -> dict[str, list]:
    """What is in the database, without keys and moments."""
    return {
        "gebieden": list(
            Gebied.objects.order_by("slug").values_list("slug", "ouder__slug", "grens")
        ),
        "plekken": list(Locatie.objects.order_by("slug").values_list("slug", "gebied__slug")),
        "voorzieningen": list(
            Voorziening.objects.order_by("slug", "themas__slug").values_list(
                "slug", "themas__slug", "kort", "laatst_gecontroleerd", "verantwoordelijke__slug"
            )
        ),
        "tijden": sorted(
            Openingstijd.objects.values_list("weekdag", "van", "tot", "voorziening__titel"), key=str
        ),
    }


@pytest.mark.usefixtures("demo")
class TestLoaded:
    def test_a_second_time_changes_nothing_and_still_tells_the_logins(self):
        voor = inhoud()
        tekst = draai()
        assert "staan al gegevens in" in tekst
        for login in LOGINS:
            assert login.naam in tekst
            assert login.wachtwoord in tekst
        assert inhoud() == voor

    def test_again_from_nothing_gives_the_same_data(self):
        voor = inhoud()
        with transaction.atomic():
            assert "gewist" in draai("--opnieuw")
            assert inhoud() == voor
            assert (
                Voorziening.history.filter(history_type="+").count() == Voorziening.objects.count()
            )
            transaction.set_rollback(True)

    @pytest.mark.parametrize("login", LOGINS, ids=lambda login: login.naam)
    def test_each_login_works(self, client, login):
        client.post("/beheer/login/", {"username": login.naam, "password": login.wachtwoord})
        assert client.get(login.plek, follow=True).status_code == 200

    @pytest.mark.parametrize(
        ("naam", "mag", "mag_niet"),
        [
            (
                "redacteur",
                ["voorzieningen.change_voorziening", "wijken.change_gebied", "kern.change_tekst"],
                ["voorzieningen.delete_voorziening", "auth.change_user"],
            ),
            (
                "lezer",
                ["voorzieningen.view_voorziening", "wijken.view_gebied"],
                ["voorzieningen.change_voorziening", "kern.change_tekst"],
            ),
        ],
    )
    def test_rights_fit_the_group(self, naam, mag, mag_niet):
        gebruiker = User.objects.get(username=naam)
        assert gebruiker.has_perms(mag)
        assert not [recht for recht in mag_niet if gebruiker.has_perm(recht)]

    def test_a_redacteur_may_take_an_opening_time_out_of_a_form(self):
        codenamen = Group.objects.get(name="redacteur").permissions.values_list(
            "codename", flat=True
        )
        assert "delete_openingstijd" in codenamen
        assert not [naam for naam in codenamen if naam.startswith("change_historical")]
