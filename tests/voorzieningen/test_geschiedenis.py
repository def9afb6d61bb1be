"""The history of an entry: each save one version, told in Dutch, and brought back whole."""

from datetime import time

import pytest
from django.contrib.auth.models import Permission, User

from sociale_basis.kern.geschiedenis import Tijdlijn, een_moment, wijzigingen, zet_terug
from sociale_basis.kern.geschiedenis.stand import onderdelen_van
from sociale_basis.kern.geschiedenis.verschil import _kort
from tests.fabriek import (
    een_activiteit,
    een_doelgroep,
    een_organisatie,
    een_plek,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import (
    ActiviteitDag,
    Afwijking,
    Locatie,
    Openingstijd,
    Ruimte,
    Voorziening,
)

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V12")]
LEGE_RIJEN = {
    f"{naam}-{soort}": "0"
    for naam in ("openingstijden", "afwijkingen")
    for soort in ("TOTAL_FORMS", "INITIAL_FORMS")
}


@pytest.fixture
def beheerder(client):
    client.force_login(User.objects.create_superuser("bea", "b@voorbeeld.nl", "x"))
    return client


def adres(ding, rest: str = "history/") -> str:
    return f"/beheer/voorzieningen/{ding._meta.model_name}/{ding.pk}/{rest}"


def lijn(ding, *delen) -> Tijdlijn:
    return Tijdlijn(type(ding), ding.pk, onderdelen_van(type(ding), delen))


def formulier(voorziening: Voorziening, **anders) -> dict:
    """What the form of a provision sends, with a row of opening times per ``tijden``."""
    velden = ["titel", "kort", "soort", "vorm", "toegang", "kosten", "tolk", "publicatie", "slug"]
    velden += ["feestdagen", "laatst_gecontroleerd", "controletermijn"]
    data = {naam: str(getattr(voorziening, naam)) for naam in velden}
    data |= {"hele_gemeente": "on", "verantwoordelijke": voorziening.verantwoordelijke_id}
    data |= {"themas": [thema.pk for thema in voorziening.themas.all()]}
    tijden = anders.pop("tijden", None)
    rijen = LEGE_RIJEN | (_rijen(voorziening, tijden) if tijden else {})
    return data | rijen | anders


def _rijen(voorziening: Voorziening, tijden: list[tuple]) -> dict:
    rijen = {"openingstijden-TOTAL_FORMS": len(tijden)}
    for nummer, (dag, van, tot) in enumerate(tijden):
        begin = f"openingstijden-{nummer}"
        rijen |= {f"{begin}-weekdag": dag, f"{begin}-van": van, f"{begin}-tot": tot}
        rijen |= {f"{begin}-voorziening": voorziening.pk}
    return rijen


# --- versions ------------------------------------------------------------------------------


def test_one_save_in_the_admin_is_one_version_with_fields_lists_and_times(beheerder):
    geld, wonen = een_thema("Geld"), een_thema("Wonen")
    with een_moment():
        hulp = een_voorziening(themas=[geld])
    nieuw = {"kort": "Iets anders.", "themas": [wonen.pk], "tijden": [(0, "9:00", "12:00")]}
    assert beheerder.post(adres(hulp, "change/"), formulier(hulp, **nieuw)).status_code == 302
    verloop = lijn(hulp, Openingstijd)
    assert len(verloop.versies) == 2
    standen = verloop.standen([0, 1])
    gezegd = {w.label: (w.van, w.naar) for w in wijzigingen(verloop, standen[0], standen[1])}
    assert gezegd == {
        "In één zin": ("Wij helpen u met formulieren.", "Iets anders."),
        "Thema’s": ("Geld", "Wonen"),
        "Openingstijden": ("", "maandag 09:00–12:00"),
    }


def test_the_list_tells_when_who_and_what_in_dutch(beheerder):
    hulp = een_voorziening()
    beheerder.post(adres(hulp, "change/"), formulier(hulp, tolk="ja", hele_gemeente="on"))
    html = beheerder.get(adres(hulp)).content.decode()
    assert "Tolk mogelijk:" in html
    assert "<del>onbekend</del>" in html
    assert "<ins>ja</ins>" in html
    assert "<td>bea</td>" in html
    assert "Gemaakt" in html


def test_archiving_shows_with_its_reason_and_coming_back_too(beheerder):
    samen = een_organisatie()
    samen.archiveer("Het geld is op.")
    samen.herstel()
    html = beheerder.get(adres(samen)).content.decode()
    assert "Gearchiveerd: Het geld is op." in html
    assert "Weer in gebruik" in html


def test_of_a_long_text_only_the_words_around_the_change_are_shown():
    begin, eind = "Dit is een lang verhaal over hulp. " * 5, " En zo gaat het nog lang door." * 5
    van, naar = _kort(f"{begin}oud{eind}", f"{begin}nieuw en beter{eind}")
    assert van == "… lang verhaal over hulp. oud En zo gaat het …"
    assert naar == "… lang verhaal over hulp. nieuw en beter En zo gaat het …"


@pytest.mark.parametrize(
    ("van", "naar"), [("", "woord " * 40), ("a " * 60, "a " * 50), ("b " * 60, "a " * 60)]
)
def test_shortening_never_fails_and_never_hides_a_difference(van, naar):
    kort_van, kort_naar = _kort(van, naar)
    assert kort_van != kort_naar


def test_a_remark_on_an_opening_time_is_a_difference_too():
    plek = een_plek()
    tijd = Openingstijd.objects.create(locatie=plek, weekdag=0, van=time(9), tot=time(12))
    plek.save()
    tijd.opmerking = "bel eerst"
    tijd.save()
    verloop = lijn(plek, Openingstijd)
    standen = verloop.standen([0, 1])
    (tijden,) = wijzigingen(verloop, standen[0], standen[1])
    assert tijden.van == "maandag 09:00–12:00"
    assert tijden.naar == "maandag 09:00–12:00 (bel eerst)"


def test_the_history_takes_few_queries_however_long(beheerder, django_assert_max_num_queries):
    hulp = een_voorziening()
    for nummer in range(30):
        hulp.kort = f"Zin {nummer}"
        hulp.save()
    with django_assert_max_num_queries(20):
        html = beheerder.get(adres(hulp)).content.decode()
    assert html.count('<th scope="row">') == 25
    assert "?p=2" in html


# --- bringing back -------------------------------------------------------------------------


def test_a_version_comes_back_with_fields_lists_and_opening_times(beheerder):
    geld, wonen, jong = een_thema("Geld"), een_thema("Wonen"), een_doelgroep("Jongeren")
    hulp = een_voorziening(themas=[geld], doelgroepen=[jong], gebieden=[een_wijk()])
    begin = [(0, "9:00", "12:00"), (2, "13:00", "17:00")]
    toen = formulier(hulp, tijden=begin, doelgroepen=[jong.pk], kort="Zo was het.")
    beheerder.post(adres(hulp, "change/"), toen)
    versie = hulp.history.latest().history_id
    beheerder.post(adres(hulp, "change/"), formulier(hulp, kort="Anders.", themas=[wonen.pk]))
    maandag = hulp.openingstijden.get(weekdag=0)
    woensdag = hulp.openingstijden.get(weekdag=2)
    Openingstijd.objects.filter(pk=woensdag.pk).delete()
    maandag.van = time(10)
    maandag.save()
    Openingstijd.objects.create(voorziening=hulp, weekdag=4, van=time(9), tot=time(10))

    assert beheerder.post(adres(hulp, f"history/{versie}/")).status_code == 302
    hulp.refresh_from_db()
    assert hulp.kort == "Zo was het."
    assert list(hulp.themas.all()) == [geld]
    assert list(hulp.doelgroepen.all()) == [jong]
    assert [str(tijd) for tijd in hulp.openingstijden.all()] == [
        "maandag 09:00–12:00",
        "woensdag 13:00–17:00",
    ]
    assert hulp.openingstijden.get(weekdag=0).pk == maandag.pk


def test_bringing_back_is_a_version_of_its_own_and_can_be_undone(beheerder):
    hulp = een_voorziening()
    eerst = hulp.history.latest().history_id
    beheerder.post(adres(hulp, "change/"), formulier(hulp, kort="Nieuw."))
    nieuw = hulp.history.latest().history_id
    beheerder.post(adres(hulp, f"history/{eerst}/"))
    assert "teruggezet." in beheerder.get(adres(hulp)).content.decode()
    assert hulp.history.latest().history_user.username == "bea"
    beheerder.post(adres(hulp, f"history/{nieuw}/"))
    hulp.refresh_from_db()
    assert hulp.kort == "Nieuw."


def test_rooms_and_deviations_of_a_place_come_back(beheerder):
    plek = een_plek()
    zaal = Ruimte.objects.create(locatie=plek, naam="Zaal 1")
    Afwijking.objects.create(locatie=plek, van_dag="2026-12-25", tot_dag="2026-12-26")
    versie = plek.history.latest().history_id
    plek.kort = "Later."
    plek.save()
    zaal.delete()
    plek.afwijkingen.all().delete()
    beheerder.post(adres(plek, f"history/{versie}/"))
    assert [ruimte.naam for ruimte in plek.ruimtes.all()] == ["Zaal 1"]
    assert plek.afwijkingen.count() == 1


def test_an_old_address_keeps_working_when_a_version_with_another_comes_back(beheerder, client):
    hulp = een_voorziening("Oude naam")
    versie = hulp.history.latest().history_id
    hulp = Voorziening.objects.get(pk=hulp.pk)
    hulp.slug = "nieuw-adres"
    hulp.save()
    beheerder.post(adres(hulp, f"history/{versie}/"))
    antwoord = client.get("/voorziening/nieuw-adres/")
    assert (antwoord.status_code, antwoord["Location"]) == (301, "/voorziening/oude-naam/")


def test_what_is_gone_itself_is_told_and_the_rest_comes_back(beheerder):
    wonen, geld = een_thema("Wonen"), een_thema("Geld")
    hulp = een_voorziening(themas=[wonen, geld])
    versie = hulp.history.latest().history_id
    hulp.kort = "Nieuw."
    hulp.save()
    wonen.delete()
    antwoord = beheerder.post(adres(hulp, f"history/{versie}/"), follow=True)
    assert "wat daar stond, bestaat niet meer" in antwoord.content.decode()
    assert list(hulp.themas.all()) == [geld]


def test_a_version_that_breaks_a_rule_of_today_changes_nothing(beheerder):
    hulp = een_voorziening("Eerste", slug="bezet")
    versie = hulp.history.latest().history_id
    hulp = Voorziening.objects.get(pk=hulp.pk)
    hulp.slug, hulp.kort = "verhuisd", "Nieuw."
    hulp.save()
    een_voorziening("Tweede", slug="bezet")
    antwoord = beheerder.post(adres(hulp, f"history/{versie}/"), follow=True)
    assert "kan niet terug" in antwoord.content.decode()
    hulp.refresh_from_db()
    assert hulp.kort == "Nieuw."


def test_what_somebody_saved_since_one_looked_is_shown_first(beheerder):
    """Two people: who brings back sees what the other did just now, and then decides."""
    hulp = een_voorziening()
    versie = adres(hulp, f"history/{hulp.history.latest().history_id}/")
    beheerder.post(adres(hulp, "change/"), formulier(hulp, kort="Van mij."))
    gezien = beheerder.get(versie).context["versie"]
    beheerder.post(adres(hulp, "change/"), formulier(hulp, kort="Van een ander."))
    antwoord = beheerder.post(versie, {"_versie": gezien})
    assert "Intussen is er iets veranderd" in antwoord.content.decode()
    hulp.refresh_from_db()
    assert hulp.kort == "Van een ander."
    beheerder.post(versie, {"_versie": antwoord.context["versie"]})
    hulp.refresh_from_db()
    assert hulp.kort == "Wij helpen u met formulieren."


def test_a_version_that_would_be_for_nobody_changes_nothing(beheerder):
    """It was for a wijk that is gone: published for nobody, no list would show it."""
    reek = een_wijk("Reek")
    hulp = een_voorziening(gebieden=[reek], hele_gemeente=False, themas=[een_thema()])
    versie = hulp.history.latest().history_id
    beheerder.post(adres(hulp, "change/"), formulier(hulp, kort="Voor iedereen."))
    reek.delete()
    antwoord = beheerder.post(adres(hulp, f"history/{versie}/"), follow=True)
    assert "kan niet terug" in antwoord.content.decode()
    hulp.refresh_from_db()
    assert (hulp.kort, hulp.hele_gemeente) == ("Voor iedereen.", True)


@pytest.mark.parametrize("soort", ["voorziening", "organisatie", "plek", "activiteit"])
def test_whatever_the_difference_shows_comes_back(beheerder, soort):
    """For each kind: after bringing back, nothing differs from that version any more."""
    ding, verander, delen = _verandering(soort)
    with een_moment():
        ding.save()
    verloop = lijn(ding, *delen)
    plaats = len(verloop.versies) - 1
    toen = verloop.standen([plaats])[plaats]
    with een_moment():
        verander()
        ding.save()
    verloop = lijn(ding, *delen)
    laatste = len(verloop.versies) - 1
    gezegd = wijzigingen(verloop, toen, verloop.standen([laatste])[laatste])
    assert len(gezegd) >= 3
    versie = verloop.versies[plaats][-1].history_id
    assert beheerder.post(adres(ding, f"history/{versie}/")).status_code == 302
    verloop = lijn(ding, *delen)
    ding = type(ding).objects.get(pk=ding.pk)
    assert wijzigingen(verloop, toen, verloop.stand_van(ding)) == []


def _verandering(soort: str):
    """An entry with all its lists and rows, a function that changes all, and its kinds of rows."""
    wijk, thema, groep = een_wijk(), een_thema(), een_doelgroep()
    plek, samen = een_plek(), een_organisatie()
    lijsten = {"gebieden": [wijk], "themas": [thema], "doelgroepen": [groep]}
    ding, delen = {
        "voorziening": lambda: (
            een_voorziening(**lijsten, locaties=[plek], uitvoerders=[samen]),
            (Openingstijd, Afwijking),
        ),
        "organisatie": lambda: (een_organisatie("De Linde"), ()),
        "plek": lambda: (een_plek("Huis"), (Openingstijd, Afwijking, Ruimte)),
        "activiteit": lambda: (een_activiteit("Soep", **lijsten), (ActiviteitDag,)),
    }[soort]()
    if soort == "organisatie":
        ding.locaties.add(plek)
    _vul_rijen(ding, delen)

    def verander() -> None:
        ding.kort, ding.telefoon, ding.email = "Anders.", "0850001111", "nieuw@voorbeeld.nl"
        for veld in ding._meta.many_to_many:
            getattr(ding, veld.name).clear()
        for deel in delen:
            deel.objects.all().delete()
        if Openingstijd in delen:
            ding.openingstijden.create(weekdag=6, van="10:00", tot="11:00")

    return ding, verander, delen


def _vul_rijen(ding, delen) -> None:
    if Openingstijd in delen:
        ding.openingstijden.create(weekdag=0, van="09:00", tot="12:00", opmerking="bel eerst")
        ding.openingstijden.create(weekdag=0, van="13:00", tot="15:00", op_afspraak=True)
        ding.afwijkingen.create(van_dag="2026-12-25", tot_dag="2026-12-26", reden="Kerst")
    if Ruimte in delen:
        ding.ruimtes.create(naam="Zaal 1")
    if ActiviteitDag in delen:
        ding.dagen.create(dag=ding.begin_dag, afgelast=True)


def test_bringing_back_from_code_is_all_or_nothing():
    plek = een_plek()
    Openingstijd.objects.create(locatie=plek, weekdag=0, van=time(9), tot=time(12))
    verloop = lijn(plek, Openingstijd)
    plek.openingstijden.all().delete()
    Locatie.objects.filter(pk=plek.pk).update(kort="Buiten de geschiedenis om.")
    assert zet_terug(verloop, 0, "Terug.") == []
    plek.refresh_from_db()
    assert plek.openingstijden.count() == 0  # the version goes on until the next one begins
    assert plek.kort != "Buiten de geschiedenis om."


# --- who may -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rechten", "kijken", "terug"),
    [
        ((), 404, 404),
        (("view_voorziening", "lees_alles"), 200, 403),
        (("view_voorziening", "change_voorziening", "lees_alles", "bewerk_alles"), 200, 302),
    ],
)
def test_looking_takes_the_right_to_look_and_bringing_back_the_right_to_change(
    client, rechten, kijken, terug
):
    hulp = een_voorziening()
    versie = hulp.history.earliest().history_id
    roos = User.objects.create_user("roos", is_staff=True)
    roos.user_permissions.set(Permission.objects.filter(codename__in=rechten))
    client.force_login(roos)
    assert client.get(adres(hulp)).status_code == kijken
    assert client.get(adres(hulp, f"history/{versie}/")).status_code == kijken
    assert client.post(adres(hulp, f"history/{versie}/")).status_code == terug


def test_nobody_looks_without_logging_in(client):
    hulp = een_voorziening()
    assert client.get(adres(hulp)).status_code == 302


@pytest.mark.parametrize("nummer", ["0", "x", "99999999", "-1"])
def test_a_version_that_is_none_is_not_found(beheerder, nummer):
    assert beheerder.get(adres(een_voorziening(), f"history/{nummer}/")).status_code == 404


def test_a_version_of_another_entry_is_not_found(beheerder):
    ander = een_voorziening("Ander").history.latest().history_id
    assert beheerder.get(adres(een_voorziening(), f"history/{ander}/")).status_code == 404
