"""Who may do what in the admin: a table, and a visit to every address as every role."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.forms.models import model_to_dict

from tests.fabriek import een_thema
from tests.rollen import ROLLEN, Toneel, beheeradres, een_medewerker, ingelogd, ingevuld
from voorzieningen.models import Activiteit, Locatie, Organisatie, Voorstel, Voorziening

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V7")]

# Who sees the list of a kind, and who adds to it: beheerder, redacteur, wijkredacteur,
# organisatie-redacteur, lezer. What is not in the table is for the beheerder alone.
LIJSTEN = {
    "voorzieningen.Voorziening": ("BRWOL", "BRWO"),
    "voorzieningen.Organisatie": ("BRWOL", "BRW"),
    "voorzieningen.Locatie": ("BRWOL", "BRW"),
    "voorzieningen.Activiteit": ("BRWOL", "BRWO"),
    "voorzieningen.Voorstel": ("BRWO", ""),
    "voorzieningen.Thema": ("BRWOL", "BR"),
    "voorzieningen.Doelgroep": ("BRWOL", "BR"),
    "voorzieningen.Taal": ("BRWOL", "BR"),
    "voorzieningen.Begrip": ("BRWL", "BR"),
    "voorzieningen.Boomlaag": ("BRWL", "BR"),
    "voorzieningen.Stap": ("BRWL", "BR"),
    "voorzieningen.Voorwaarde": ("BRWL", "BR"),
    "voorzieningen.Regieafspraak": ("BRWL", "BR"),
    "wijken.Gebied": ("BRWOL", "BR"),
    "wijken.Teamlid": ("BRWL", "BRW"),
    "wijken.Netwerkpartner": ("BR", "BR"),
    "wijken.Postcodegebied": ("BRWL", "BR"),
    "wijken.Postcodeplaats": ("BRWL", "BR"),
    "kern.Tekst": ("BRWL", "BR"),
    "kern.Synoniem": ("BRWL", "BR"),
    "kern.Samenstellingsdeel": ("BRWL", "BR"),
    "kern.Crisiswoord": ("BRWL", "BR"),
    "kern.Zoekterm": ("BRWL", ""),
    "kern.OudeSlug": ("BRWL", ""),
    "kern.Taakrun": ("BRWL", ""),
    "kern.Mail": ("BR", ""),
    "voorzieningen.Controleverzoek": ("BR", ""),
    "voorzieningen.Importbestand": ("BRWL", ""),
    "voorzieningen.Dubbel": ("BRW", ""),
    "vrijwilligers.Aanspreekpersoon": ("BRWL", "BRW"),
}
ALLEEN_BEHEERDER = ("B", "B")

# What happens when somebody saves an entry: at once, as a proposal, not (only looking), or the
# entry is not there for them at all.
DIRECT, VOORSTEL, KIJKEN, NIET = "direct", "voorstel", "kijken", "niet"
OPSLAAN = {
    #                      beheerder redacteur wijk      organisatie lezer
    "alleen Volkel":      (DIRECT, DIRECT, DIRECT,   NIET,     KIJKEN),
    "Volkel en Reek":     (DIRECT, DIRECT, VOORSTEL, NIET,     KIJKEN),
    "overal":             (DIRECT, DIRECT, VOORSTEL, NIET,     KIJKEN),
    "alleen Reek":        (DIRECT, DIRECT, KIJKEN,   NIET,     KIJKEN),
    "concept in Reek":    (DIRECT, DIRECT, KIJKEN,   NIET,     KIJKEN),
    "van De Linde":       (DIRECT, DIRECT, KIJKEN,   VOORSTEL, KIJKEN),
    "plek in Volkel":     (DIRECT, DIRECT, DIRECT,   NIET,     KIJKEN),
    "plek in Reek":       (DIRECT, DIRECT, KIJKEN,   NIET,     KIJKEN),
    "plek van De Linde":  (DIRECT, DIRECT, KIJKEN,   VOORSTEL, KIJKEN),
    "geheime plek":       (DIRECT, DIRECT, NIET,     NIET,     NIET),
    "soep in Volkel":     (DIRECT, DIRECT, DIRECT,   NIET,     KIJKEN),
    "soep op de plek":    (DIRECT, DIRECT, DIRECT,   NIET,     KIJKEN),
    "soep overal":        (DIRECT, DIRECT, VOORSTEL, NIET,     KIJKEN),
    "soep in Reek":       (DIRECT, DIRECT, KIJKEN,   NIET,     KIJKEN),
    "soep van De Linde":  (DIRECT, DIRECT, KIJKEN,   VOORSTEL, KIJKEN),
    "De Linde":           (DIRECT, DIRECT, VOORSTEL, VOORSTEL, KIJKEN),
    "een ander":          (DIRECT, DIRECT, VOORSTEL, NIET,     KIJKEN),
}  # fmt: skip
GEVALLEN = [
    pytest.param(rol, naam, uitkomst, id=f"{rol}-{naam}")
    for naam, uitkomsten in OPSLAAN.items()
    for rol, uitkomst in zip(ROLLEN, uitkomsten, strict=True)
]
MODELLEN = sorted(admin.site._registry, key=lambda model: model._meta.label)
NIEUW = "Een nieuwe zin."
elke_rol = pytest.mark.parametrize("rol", ROLLEN)
elk_geval = pytest.mark.parametrize(("rol", "naam", "uitkomst"), GEVALLEN)


@pytest.fixture
def toneel() -> Toneel:
    return Toneel()


def kolom(rol: str) -> dict[str, str]:
    """What the table says of one role: entry → outcome."""
    return {naam: uitkomsten[ROLLEN.index(rol)] for naam, uitkomsten in OPSLAAN.items()}


def letter(rol: str) -> str:
    return rol[0].upper()


@elke_rol
def test_each_list_and_each_empty_form_opens_for_whom_the_table_says(rol, toneel):
    client = ingelogd(een_medewerker(rol, toneel))
    alles = ingelogd(User.objects.create_superuser("alles"))
    fout = []
    for model in MODELLEN:
        ziet, voegt_toe = LIJSTEN.get(model._meta.label, ALLEEN_BEHEERDER)
        adres = f"/beheer/{model._meta.app_label}/{model._meta.model_name}/"
        if (client.get(adres).status_code == 200) != (letter(rol) in ziet):
            fout.append(adres)
        kan = letter(rol) in voegt_toe and alles.get(f"{adres}add/").status_code == 200
        if (client.get(f"{adres}add/").status_code == 200) != kan:
            fout.append(f"{adres}add/")
    assert fout == []


def test_the_table_names_only_what_there_is():
    assert set(LIJSTEN) <= {model._meta.label for model in MODELLEN}


@elke_rol
def test_a_list_holds_what_the_table_says(rol, toneel):
    client = ingelogd(een_medewerker(rol, toneel))
    for model in (Voorziening, Organisatie, Locatie, Activiteit):
        lijst = client.get(f"/beheer/voorzieningen/{model._meta.model_name}/").context["cl"]
        verwacht = {
            naam
            for naam, uitkomst in kolom(rol).items()
            if isinstance(toneel.dingen[naam], model) and uitkomst != NIET
        }
        zichtbaar = set(lijst.result_list)
        assert {n for n, ding in toneel.dingen.items() if ding in zichtbaar} == verwacht


@elke_rol
def test_a_form_and_a_history_open_as_the_table_says(rol, toneel):
    client = ingelogd(een_medewerker(rol, toneel))
    for naam, uitkomst in kolom(rol).items():
        ding = toneel.dingen[naam]
        versie = ding.history.latest().history_id
        for pagina in ("change", "history", f"history/{versie}"):
            antwoord = client.get(beheeradres(ding, pagina))
            mag = (302, 403, 404) if uitkomst == NIET else (200,)
            assert antwoord.status_code in mag, (naam, pagina)
        if uitkomst != NIET:
            formulier = client.get(beheeradres(ding)).context
            assert formulier["has_change_permission"] == (uitkomst != KIJKEN), naam


@elk_geval
def test_saving_does_what_the_table_says(rol, naam, uitkomst, toneel):
    client, ding = ingelogd(een_medewerker(rol, toneel)), toneel.dingen[naam]
    bron = client if uitkomst in (DIRECT, VOORSTEL) else ingelogd(_beheerder())
    antwoord = client.post(beheeradres(ding), ingevuld(bron, beheeradres(ding), kort=NIEUW))
    ding.refresh_from_db()
    assert (ding.kort == NIEUW) == (uitkomst == DIRECT)
    voorstellen = Voorstel.objects.open().over(ding)
    assert [v.wijzigingen for v in voorstellen] == [{"kort": NIEUW}] * (uitkomst == VOORSTEL)
    assert antwoord.status_code in {KIJKEN: (403,), NIET: (302, 403)}.get(uitkomst, (302,))


def _beheerder() -> User:
    return User.objects.filter(username="beheerder").first() or een_medewerker("beheerder")


@elke_rol
def test_putting_an_old_version_back_is_for_who_changes_everything(rol, toneel):
    client, mag = ingelogd(een_medewerker(rol, toneel)), rol in ("beheerder", "redacteur")
    for naam in ("alleen Volkel", "van De Linde", "plek in Volkel", "geheime plek", "De Linde"):
        ding = toneel.dingen[naam]
        toen = ding.history.latest().history_id
        ding.kort = NIEUW
        ding.save()
        antwoord = client.post(beheeradres(ding, f"history/{toen}"))
        ding.refresh_from_db()
        assert (ding.kort != NIEUW) == mag, naam
        assert antwoord.status_code in ((302,) if mag else (403, 404)), naam


# The beheerder may one day delete for good, with a reason.
@pytest.mark.parametrize("rol", [rol for rol in ROLLEN if rol != "beheerder"])
def test_deleting_is_for_nobody_but_the_beheerder(rol, toneel):
    client = ingelogd(een_medewerker(rol, toneel))
    for ding in toneel.dingen.values():
        antwoord = client.post(beheeradres(ding, "delete"), {"post": "yes"})
        assert antwoord.status_code in (302, 403, 404)
        assert type(ding).objects.filter(pk=ding.pk).exists()


def acties(model) -> list[str]:
    beheer = admin.site._registry[model]
    return [naam for _functie, naam, _uitleg in beheer._get_base_actions()]


@elke_rol
@pytest.mark.parametrize("model", [Voorziening, Organisatie, Locatie, Activiteit])
def test_an_action_on_all_changes_only_what_the_table_calls_direct(rol, model, toneel):
    client = ingelogd(een_medewerker(rol, toneel))
    anders = {n: d for n, d in toneel.dingen.items() if isinstance(d, model)}
    vast = {n: d for n, d in anders.items() if kolom(rol)[n] != DIRECT}
    voor = {naam: model_to_dict(model.objects.get(pk=ding.pk)) for naam, ding in vast.items()}
    for actie in acties(model):
        gekozen = [ding.pk for ding in anders.values()]
        gegevens = {"action": actie, "_selected_action": gekozen, "post": "yes", "reden": "Weg."}
        client.post(f"/beheer/voorzieningen/{model._meta.model_name}/", gegevens)
    assert voor == {n: model_to_dict(model.objects.get(pk=d.pk)) for n, d in vast.items()}


@pytest.mark.parametrize(("rol", "aantal"), [("redacteur", 6), ("wijkredacteur", 1)])
def test_confirming_all_confirms_what_is_direct_and_tells_what_stayed(rol, aantal, toneel):
    client = ingelogd(een_medewerker(rol, toneel))
    alle = [str(pk) for pk in Voorziening.objects.values_list("pk", flat=True)]
    gegevens = {"action": "bevestig", "_selected_action": alle}
    antwoord = client.post("/beheer/voorzieningen/voorziening/", gegevens, follow=True)
    assert Voorziening.objects.filter(laatst_gecontroleerd__year__gt=2020).count() == aantal
    assert ("mag u niet zelf wijzigen" in antwoord.content.decode()) == (rol == "wijkredacteur")


def keuzevelden() -> list[tuple[type, str]]:
    return [
        (model, veld)
        for model in MODELLEN
        if model._meta.app_label in ("voorzieningen", "wijken")
        for veld in admin.site._registry[model].autocomplete_fields
    ]


@elke_rol
def test_no_list_of_choices_shows_what_a_role_may_not_see(rol, toneel):
    gebruiker = een_medewerker(rol, toneel)
    client = ingelogd(gebruiker)
    for model, veld in keuzevelden():
        vraag = {
            "app_label": model._meta.app_label,
            "model_name": model._meta.model_name,
            "field_name": veld,
        }
        antwoord = client.get("/beheer/autocomplete/", vraag)
        if antwoord.status_code != 200:
            assert antwoord.status_code == 403
            continue
        namen = {keuze["text"] for keuze in antwoord.json()["results"]}
        if rol not in ("beheerder", "redacteur"):
            assert "Nergens" not in namen, (model, veld)
            assert "redacteur" not in namen, (model, veld)
        if rol == "organisatie-redacteur":
            assert "Plan" not in namen, (model, veld)


def test_searching_all_users_is_for_the_beheerder(toneel):
    vraag = {"app_label": "voorzieningen", "model_name": "voorziening", "field_name": "redacteur"}
    for rol in ROLLEN:
        antwoord = ingelogd(een_medewerker(rol, toneel)).get("/beheer/autocomplete/", vraag)
        assert (antwoord.status_code == 200) == (rol == "beheerder")


@elke_rol
def test_users_and_groups_are_for_the_beheerder(rol, toneel):
    gebruiker = een_medewerker(rol, toneel)
    client = ingelogd(gebruiker)
    for adres in ("/beheer/auth/user/", "/beheer/auth/group/", beheeradres(gebruiker)):
        assert (client.get(adres).status_code == 200) == (rol == "beheerder")


@pytest.mark.parametrize("rol", ["wijkredacteur", "organisatie-redacteur", "lezer"])
def test_nobody_else_decides_on_proposals(rol, toneel):
    voorstel = Voorstel.objects.dien_in(
        toneel.dingen["alleen Volkel"], {"kort": NIEUW}, bron="bezoeker", email="b@voorbeeld.nl"
    )
    client = ingelogd(een_medewerker(rol, toneel))
    for besluit in ("overnemen", "afwijzen", "intrekken"):
        antwoord = client.post(
            beheeradres(voorstel), {"besluit": besluit, "velden": "kort", "reden": "Nee."}
        )
        assert antwoord.status_code in (403, 404)
    assert client.get(beheeradres(voorstel)).status_code in (403, 404)
    assert Voorstel.objects.open().exists()


@elke_rol
def test_a_form_and_a_list_ask_few_queries(rol, toneel, django_assert_max_num_queries):
    client = ingelogd(een_medewerker(rol, toneel))
    client.get("/beheer/")  # the first time in a session also asks who works in /werk/
    lijsten = ("voorziening/", "organisatie/", "locatie/", "activiteit/")
    gekozen = f"voorziening/?thema={een_thema().pk}"
    for adres in ("", *(f"voorzieningen/{lijst}" for lijst in (*lijsten, gekozen))):
        with django_assert_max_num_queries(12):
            client.get(f"/beheer/{adres}")
    for naam, uitkomst in kolom(rol).items():
        if uitkomst != NIET:
            with django_assert_max_num_queries(40):
                client.get(beheeradres(toneel.dingen[naam]))
