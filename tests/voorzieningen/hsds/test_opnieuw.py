"""A second import: it updates, never doubles, and leaves alone what staff changed."""

import pytest

from sociale_basis.kern.verwijderen import verwijder_voorgoed
from tests.fabriek import een_organisatie, een_thema
from tests.voorzieningen.hsds.bronnen import de_redacteur, een_bron, importeer, schrijf
from voorzieningen.models import Herkomst, Locatie, Organisatie, Voorziening

pytestmark = pytest.mark.django_db


@pytest.fixture
def bron(tmp_path):
    """A folder that was imported once."""
    importeer(schrijf(tmp_path / "bron", een_bron()))
    return tmp_path / "bron"


def anders(bron, tabel="service", **cellen):
    """The same source in which one record changed."""
    tabellen = een_bron()
    tabellen[tabel][0] |= cellen
    return schrijf(bron, tabellen)


def zonder_dienst():
    dienst = een_bron()["service"][0] | {"id": "s9", "name": "Iets heel anders"}
    return een_bron(service=[dienst], service_at_location=[], phone=[])


def test_the_same_source_again_changes_nothing(bron):
    verslag = importeer(bron)
    assert "toegevoegd, " not in verslag
    assert "gewijzigd, " not in verslag
    for model in (Organisatie, Locatie, Voorziening):
        assert model.objects.get().history.count() == 1
    assert Herkomst.objects.count() == 3


def test_what_changed_at_the_source_is_changed_here_in_one_version(bron):
    rooster = [{"id": "1", "service_id": "s1", "byday": "MO", "opens_at": "9:00",
                "closes_at": "12:00"}]  # fmt: skip
    tabellen = een_bron(schedule=rooster)
    tabellen["service"][0] |= {"name": "Theeochtend", "application_process": "Bel eerst."}
    importeer(schrijf(bron, tabellen))
    voorziening = Voorziening.objects.get()
    assert (voorziening.titel, voorziening.zo_begint_u) == ("Theeochtend", "Bel eerst.")
    assert voorziening.slug == "koffieochtend"
    assert voorziening.openingstijden.count() == 1
    assert voorziening.history.count() == 2


def test_what_staff_changed_stays_while_the_source_is_the_same(bron):
    Voorziening.objects.update(titel="Koffie met de buurt", publicatie="gepubliceerd")
    verslag = importeer(bron)
    assert Voorziening.objects.get().titel == "Koffie met de buurt"
    assert "1 velden heeft de redactie zelf veranderd. Die blijven zo." in verslag


def test_a_conflict_is_told_with_both_values_until_they_agree(bron):
    Voorziening.objects.update(titel="Koffie met de buurt")
    anders(bron, name="Theeochtend", application_process="Bel eerst.")
    for _keer in range(2):
        verslag = importeer(bron)
        assert "Titel: hier “Koffie met de buurt”, in de bron “Theeochtend”" in verslag
        assert Voorziening.objects.get().titel == "Koffie met de buurt"
        assert Voorziening.objects.get().zo_begint_u == "Bel eerst."
    Voorziening.objects.update(titel="Theeochtend")
    assert "in de bron “" not in importeer(bron)
    anders(bron, name="Soepmiddag")
    importeer(bron)
    assert Voorziening.objects.get().titel == "Soepmiddag"


def test_lists_follow_the_source_and_keep_what_staff_added(bron):
    voorziening, thema = Voorziening.objects.get(), een_thema("Ontmoeten")
    voorziening.themas.add(thema)
    talen = [{"id": "1", "service_id": "s1", "name": "French"}]
    importeer(schrijf(bron, een_bron(language=talen)))
    assert list(voorziening.themas.all()) == [thema]
    assert [taal.code for taal in voorziening.talen.all()] == ["fr"]
    importeer(schrijf(bron, een_bron()))
    assert not voorziening.talen.exists()


def test_another_organisation_at_the_source_becomes_responsible_unless_staff_chose_one(bron):
    tabellen = een_bron()
    tabellen["organization"].append({"id": "o2", "name": "De Beuk", "description": "Doet mee."})
    tabellen["service"][0] |= {"organization_id": "o2"}
    importeer(schrijf(bron, tabellen))
    voorziening = Voorziening.objects.get()
    assert voorziening.verantwoordelijke.naam == "De Beuk"
    Voorziening.objects.update(verantwoordelijke=een_organisatie("De Linde"))
    importeer(schrijf(bron, een_bron()))
    voorziening.refresh_from_db()
    assert voorziening.verantwoordelijke.naam == "De Linde"


def test_what_staff_archived_stays_in_the_archive(bron):
    Voorziening.objects.get().archiveer("Gestopt.")
    verslag = importeer(anders(bron, name="Theeochtend"))
    assert "niet overgenomen, service.csv: 1 rij, hier gearchiveerd (rij 2)" in verslag
    assert Voorziening.objects.get().titel == "Koffieochtend"


def test_what_was_deleted_for_good_does_not_come_back_and_leaves_no_words(bron):
    voorziening = Voorziening.objects.get()
    voorziening.archiveer("Weg.")
    verwijder_voorgoed(voorziening, reden="Fout.", titel="", door=de_redacteur())
    assert Herkomst.objects.get(soort="service").waarden == {}
    verslag = importeer(bron)
    assert "hier voorgoed verwijderd" in verslag
    assert not Voorziening.objects.exists()


def test_what_the_source_no_longer_has_stays_and_is_named(bron):
    verslag = importeer(schrijf(bron, zonder_dienst()))
    assert "niet meer in de bron, hier nog wel: Koffieochtend (koffieochtend)" in verslag
    assert not Voorziening.objects.gearchiveerd().exists()


def test_another_source_with_the_same_keys_is_another_source(bron):
    importeer(bron, bron="ander")
    assert Voorziening.objects.count() == 2


def test_the_number_of_queries_does_not_follow_the_number_of_records(
    tmp_path, django_assert_max_num_queries
):
    tabellen = een_bron()
    tabellen["service"] += [tabellen["service"][0] | {"id": f"x{n}"} for n in range(200)]
    folder = schrijf(tmp_path / "veel", tabellen)
    with django_assert_max_num_queries(60):
        importeer(folder, opslaan=False)
