"""Aanspreekpersonen in the admin: who sees and changes whom, and what needs attention (H6, V7)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sociale_basis.kern.aandacht import aandachtspunten
from sociale_basis.kern.models import Mail
from tests.fabriek import een_wijk
from tests.rollen import Toneel, beheeradres, een_medewerker, ingelogd, ingevuld
from vrijwilligers.models import Aanspreekpersoon

from .mensen import een_aanspreekpersoon, een_login, een_taal

pytestmark = [pytest.mark.django_db, pytest.mark.eis("H6"), pytest.mark.eis("V7")]
LIJST = "/beheer/vrijwilligers/aanspreekpersoon/"
MAIL, NUMMER = "prive@voorbeeld.nl", "085 000 7788"

WIJZIGT, KIJKT, NIET = "changes", "looks", "nothing"
ROLLEN = ("beheerder", "redacteur", "wijkredacteur", "lezer")
# Who may do what with whom; a wijkredacteur works for Volkel.
TABEL = {
    "Volkel":         (WIJZIGT, WIJZIGT, WIJZIGT, KIJKT),
    "Reek":           (WIJZIGT, WIJZIGT, KIJKT, KIJKT),
    "Volkel en Reek": (WIJZIGT, WIJZIGT, KIJKT, KIJKT),
    "pauze Volkel":   (WIJZIGT, WIJZIGT, WIJZIGT, NIET),
    "pauze Reek":     (WIJZIGT, WIJZIGT, NIET, NIET),
    "geen ja Reek":   (WIJZIGT, WIJZIGT, NIET, NIET),
    "gestopt Volkel": (WIJZIGT, NIET, NIET, NIET),
}  # fmt: skip


@pytest.fixture
def toneel() -> Toneel:
    return Toneel()


@pytest.fixture
def mensen(toneel) -> dict[str, Aanspreekpersoon]:
    gebieden = {"Volkel": toneel.volkel, "Reek": toneel.reek}
    stand = {"pauze": {"stand": "pauze"}, "geen": {"toestemming_op": None}}
    gemaakt = {}
    for naam in TABEL:
        eigen = gebieden[naam.split()[-1]]
        velden = stand.get(naam.split()[0], {})
        gemaakt[naam] = een_aanspreekpersoon(naam, eigen, telefoon=NUMMER, **velden)
    gemaakt["Volkel en Reek"].gebieden.add(toneel.volkel)
    gemaakt["gestopt Volkel"].stop()
    return gemaakt


@pytest.mark.parametrize("rol", ROLLEN)
def test_each_role_sees_and_changes_what_the_table_says(rol, toneel, mensen):
    client = ingelogd(een_medewerker(rol, toneel))
    gevonden = {}
    for naam, persoon in mensen.items():
        antwoord = client.get(beheeradres(persoon))
        mag = antwoord.status_code == 200
        wijzigt = mag and antwoord.context["has_change_permission"]
        gevonden[naam] = WIJZIGT if wijzigt else KIJKT if mag else NIET
    assert gevonden == {naam: rij[ROLLEN.index(rol)] for naam, rij in TABEL.items()}


@pytest.mark.parametrize("rol", ROLLEN)
def test_what_is_private_and_its_history_are_for_who_may_change(rol, toneel, mensen):
    client = ingelogd(een_medewerker(rol, toneel))
    for naam, persoon in mensen.items():
        mag = TABEL[naam][ROLLEN.index(rol)] == WIJZIGT
        for pagina in ("change", "history"):
            antwoord = client.get(beheeradres(persoon, pagina))
            html = antwoord.content.decode() if antwoord.status_code == 200 else ""
            assert (MAIL in html) == (mag and MAIL in html), (naam, pagina)
            if pagina == "change":
                assert ("toestemming" in html.lower() and MAIL in html) == mag, naam
            if not mag:
                assert antwoord.status_code != 200 or pagina == "change"


def test_a_wijkredacteur_finds_people_for_the_own_wijken_only(toneel):
    client = ingelogd(een_medewerker("wijkredacteur", toneel))
    gegevens = ingevuld(client, f"{LIJST}add/", naam="Nieuw", waarvoor="Iets.", email=MAIL)
    fout = client.post(f"{LIJST}add/", gegevens | {"gebieden": [toneel.reek.pk]})
    assert fout.status_code == 200
    goed = client.post(f"{LIJST}add/", gegevens | {"gebieden": [toneel.volkel.pk]})
    assert goed.status_code == 302
    assert list(Aanspreekpersoon.objects.get().gebieden.all()) == [toneel.volkel]


def test_nothing_is_public_before_the_day_of_consent_is_filled_in(toneel):
    client = ingelogd(een_medewerker("redacteur"))
    gegevens = ingevuld(client, f"{LIJST}add/", naam="Nieuw", waarvoor="Iets.", email=MAIL)
    client.post(f"{LIJST}add/", gegevens | {"gebieden": [toneel.reek.pk]})
    nieuw = Aanspreekpersoon.objects.get()
    assert not Aanspreekpersoon.objects.zichtbaar().exists()
    adres = beheeradres(nieuw)
    client.post(adres, ingevuld(client, adres, toestemming_op=timezone.localdate()))
    assert Aanspreekpersoon.objects.zichtbaar().exists()


def test_a_reason_ends_it_and_the_form_explains_consent(mensen):
    client = ingelogd(een_medewerker("redacteur"))
    adres = beheeradres(mensen["Reek"])
    assert "Vraag het eerst" in client.get(adres).content.decode()
    client.post(adres, ingevuld(client, adres, archiefreden="Verhuisd."))
    mensen["Reek"].refresh_from_db()
    assert mensen["Reek"].is_gearchiveerd


def test_logins_are_chosen_by_who_manages_them(mensen):
    for rol, mag in (("beheerder", True), ("redacteur", False)):
        velden = ingelogd(een_medewerker(rol)).get(beheeradres(mensen["Reek"])).context
        assert ("gebruiker" in velden["adminform"].form.fields) == mag


# --- several at once -------------------------------------------------------------------------


@pytest.mark.eis("V9")
def test_a_pause_for_many_skips_whom_somebody_may_not_change(toneel, mensen):
    client = ingelogd(een_medewerker("wijkredacteur", toneel))
    gekozen = [mensen["Volkel"].pk, mensen["Reek"].pk]
    client.post(LIJST, {"action": "pauzeer", "_selected_action": gekozen})
    standen = {naam: Aanspreekpersoon.objects.get(pk=p.pk).stand for naam, p in mensen.items()}
    assert (standen["Volkel"], standen["Reek"]) == ("pauze", "actief")
    client.post(LIJST, {"action": "activeer", "_selected_action": gekozen})
    mensen["Volkel"].refresh_from_db()
    assert mensen["Volkel"].is_bereikbaar


@pytest.mark.parametrize("actie", ["pauzeer", "activeer", "stuur_link"])
def test_who_only_looks_has_no_actions(actie, mensen):
    client = ingelogd(een_medewerker("lezer"))
    client.post(LIJST, {"action": actie, "_selected_action": [mensen["Volkel"].pk]})
    mensen["Volkel"].refresh_from_db()
    assert mensen["Volkel"].is_bereikbaar
    assert not Mail.objects.exists()


def test_sending_the_link_names_who_has_no_address(toneel, mensen):
    zonder = een_aanspreekpersoon("Zonder adres", toneel.volkel, email="", telefoon=NUMMER)
    client = ingelogd(een_medewerker("wijkredacteur", toneel))
    gekozen = [mensen["Volkel"].pk, mensen["Reek"].pk, zonder.pk]
    gegevens = {"action": "stuur_link", "_selected_action": gekozen}
    html = client.post(LIJST, gegevens, follow=True).content.decode()
    assert [bericht.aan for bericht in Mail.objects.all()] == [MAIL]
    assert "Zonder adres heeft geen e-mailadres" in html


# --- deleting for good -----------------------------------------------------------------------


def test_deleting_for_good_leaves_no_name_at_the_old_address(mensen, client):
    gestopt = mensen["gestopt Volkel"]
    beheerder = ingelogd(een_medewerker("beheerder"))
    adres = beheeradres(gestopt, "voorgoed-verwijderen")
    assert "Naam die zichtbaar blijft" not in beheerder.get(adres).content.decode()
    beheerder.post(adres, {"reden": "Op verzoek.", "titel": "gestopt Volkel"})
    assert not Aanspreekpersoon.objects.filter(pk=gestopt.pk).exists()
    antwoord = client.get(gestopt.get_absolute_url())
    assert antwoord.status_code == 410
    assert "gestopt Volkel" not in antwoord.content.decode()
    assert not Aanspreekpersoon.history.filter(id=gestopt.pk).exists()


# --- what needs attention --------------------------------------------------------------------


def punten(client) -> dict[str, tuple[int, str]]:
    """What the start page of /beheer/ tells this person to look at: title → number, list."""
    gevraagd = client.get("/beheer/").wsgi_request
    return {punt.titel: (punt.aantal, punt.url) for punt in aandachtspunten(gevraagd)}


def test_the_start_page_counts_and_its_links_open_exactly_those(toneel):
    vandaag = timezone.localdate()
    een_aanspreekpersoon("Oud", toneel.volkel, toestemming_op=vandaag - timedelta(days=400))
    een_aanspreekpersoon(
        "Lang", toneel.reek, stand="pauze", stand_sinds=vandaag - timedelta(days=90)
    )
    een_wijk("Schaijk")
    client = ingelogd(een_medewerker("redacteur"))
    gevonden = punten(client)
    verwacht = {
        "Wijken zonder aanspreekpersoon": {"Reek", "Schaijk"},
        "Aanspreekpersonen: vraag de toestemming opnieuw": {"Oud"},
        "Aanspreekpersonen: langer dan twee maanden op pauze": {"Lang"},
    }
    for titel, namen in verwacht.items():
        aantal, url = gevonden[titel]
        assert aantal == len(namen)
        assert {rij.naam for rij in client.get(url).context["cl"].result_list} == namen


def test_a_lezer_has_nothing_to_do_about_them(mensen):
    assert not [titel for titel in punten(ingelogd(een_medewerker("lezer"))) if "anspreek" in titel]


def test_the_preview_shows_somebody_before_they_are_public(mensen):
    client = ingelogd(een_medewerker("redacteur"))
    antwoord = client.get(beheeradres(mensen["geen ja Reek"], "voorbeeld"))
    assert "geen ja Reek" in antwoord.content.decode()


def test_a_list_costs_few_queries_however_many_there_are(toneel, django_assert_max_num_queries):
    for nummer in range(12):
        een_login(een_aanspreekpersoon(f"Naam {nummer}", toneel.volkel, talen=[een_taal()]))
    client = ingelogd(een_medewerker("redacteur"))
    with django_assert_max_num_queries(12):
        assert client.get(LIJST).status_code == 200
