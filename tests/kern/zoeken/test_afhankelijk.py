"""The kinds that the apps register: a name that changes reaches every document that holds it.

Here the real kinds are searched. After each change the index must be what a rebuild makes of it,
and what a visitor sees must fit it too.
"""

import contextlib
import random
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import ProtectedError, RestrictedError
from django.test.utils import CaptureQueriesContext

from sociale_basis.kern.models import Document, Samenstellingsdeel
from sociale_basis.kern.zoeken import registratie
from sociale_basis.kern.zoeken.bijhouden import gewijzigd, uitgesteld
from sociale_basis.kern.zoeken.facetten import Filters
from sociale_basis.kern.zoeken.zoek import zoek
from tests.fabriek import (
    een_begrip,
    een_buurt,
    een_doelgroep,
    een_organisatie,
    een_plek,
    een_thema,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import (
    Begrip,
    Doelgroep,
    Locatie,
    Organisatie,
    Taal,
    Thema,
    Voorziening,
)
from wijken.models import Gebied

from .proef import Proces, assert_als_herbouwd

pytestmark = pytest.mark.django_db


def soorten(vraag: str) -> set[str]:
    """Of which kinds something is found."""
    return {hit.soort for hit in zoek(vraag).hits}


def keuzes(facet: str, vraag: str = "breiclub") -> set[str]:
    return set(zoek(vraag).facetten.get(facet, {}))


class TestNamen:
    def test_of_an_organisation_that_answers_for_it_or_carries_it_out(self) -> None:
        een, ander = een_organisatie("Stichting Klaproos"), een_organisatie("Zonnebloempit")
        een_voorziening("Breiclub", verantwoordelijke=een, uitvoerders=[ander])
        for organisatie, oud, nieuw in (
            (een, "klaproos", "Xylofoon"),
            (ander, "zonnebloempit", "Zwatel"),
        ):
            assert soorten(oud) == {"voorziening", "organisatie"}
            organisatie.naam = nieuw
            organisatie.save()
            assert "voorziening" not in soorten(oud)
            assert soorten(nieuw) == {"voorziening", "organisatie"}
        assert_als_herbouwd()

    def test_of_an_organisation_that_was_archived_finds_nothing(self) -> None:
        organisatie = een_organisatie("Zonnebloempit")
        een_voorziening("Breiclub", verantwoordelijke=een_organisatie(), uitvoerders=[organisatie])
        organisatie.archiveer("gestopt")
        assert soorten("zonnebloempit") == set()
        organisatie.herstel()
        assert soorten("zonnebloempit") == {"voorziening", "organisatie"}
        assert_als_herbouwd()

    def test_of_a_theme_and_of_the_theme_above_it(self) -> None:
        hoofd = een_thema("Handwerk")
        onder = een_thema("Wolspinnen", ouder=hoofd)
        een_voorziening("Breiclub", themas=[onder])
        assert keuzes("thema") == {"handwerk|Handwerk", "wolspinnen|Wolspinnen"}
        hoofd.naam, onder.naam = "Ambacht", "Garens"
        hoofd.save()
        onder.save()
        assert keuzes("thema") == {"handwerk|Ambacht", "wolspinnen|Garens"}
        assert "voorziening" in soorten("garens")
        assert_als_herbouwd()

    def test_of_a_group_of_people_and_of_a_language(self) -> None:
        groep = een_doelgroep("Imkers")
        taal = Taal.objects.create(code="xx", naam="Klingon")
        een_voorziening("Breiclub", doelgroepen=[groep], talen=[taal])
        groep.naam, taal.naam = "Bijenhouders", "Vulcaans"
        groep.save()
        taal.save()
        assert keuzes("doelgroep") == {"imkers|Bijenhouders"}
        assert keuzes("taal") == {"xx|Vulcaans"}
        assert_als_herbouwd()

    def test_of_a_term_of_the_glossary(self) -> None:
        begrip = een_begrip("Respijtzorg")
        assert soorten("respijtzorg") == {"begrip"}
        begrip.term, begrip.andere_vormen = "Adempauze", "vervangende zorg"
        begrip.save()
        assert soorten("adempauze") == {"begrip"}
        assert_als_herbouwd()


class TestGebieden:
    def hernoem(self, gebied: Gebied, naam: str) -> None:
        gebied.naam = naam
        gebied.save()

    def test_a_wijk_that_is_renamed(self) -> None:
        wijk = een_wijk("Volkel")
        een_voorziening("Breiclub", hele_gemeente=False, gebieden=[wijk])
        assert keuzes("wijk") == {"volkel|Volkel"}
        self.hernoem(wijk, "Volkel-Oost")
        assert keuzes("wijk") == {"volkel|Volkel-Oost"}
        assert_als_herbouwd()

    @pytest.mark.parametrize("veld", ["ouder", "cbs_ouder"])
    def test_the_wijk_around_a_buurt(self, veld: str) -> None:
        wijk = een_wijk("Volkel")
        buurt = een_buurt("Kom Volkel", **{veld: wijk})
        een_voorziening("Breiclub", hele_gemeente=False, gebieden=[buurt])
        een_plek("Breihuis", gebied=buurt)
        self.hernoem(wijk, "Volkel-Oost")
        assert keuzes("wijk") == {"volkel|Volkel-Oost"}
        assert keuzes("wijk", "breihuis") == {"volkel|Volkel-Oost"}
        assert_als_herbouwd()

    def test_the_wijken_of_a_stadsdeel(self) -> None:
        stadsdeel = een_wijk("Noord", soort=Gebied.Soort.STADSDEEL)
        een_voorziening("Breiclub", hele_gemeente=False, gebieden=[stadsdeel])
        wijk = een_wijk("Volkel", ouder=stadsdeel)
        assert keuzes("wijk") == {"volkel|Volkel"}
        self.hernoem(wijk, "Volkel-Oost")
        assert keuzes("wijk") == {"volkel|Volkel-Oost"}
        wijk.archiveer("samengevoegd")
        assert keuzes("wijk") == set()
        assert_als_herbouwd()

    def test_a_buurt_that_moves_to_another_wijk(self) -> None:
        buurt = een_buurt("Kom Volkel", ouder=een_wijk("Volkel"))
        een_voorziening("Breiclub", hele_gemeente=False, gebieden=[buurt])
        buurt.ouder = een_wijk("Uden")
        buurt.save()
        assert keuzes("wijk") == {"uden|Uden"}
        assert zoek("breiclub", Filters({"wijk": ["volkel|Volkel"]})).totaal == 0
        assert_als_herbouwd()

    def test_saving_an_area_asks_few_questions(self) -> None:
        wijk = een_wijk("Volkel")
        with CaptureQueriesContext(connection) as queries:
            wijk.save()
        assert len(queries) <= 22


class TestPlekken:
    def test_a_place_that_moves_or_becomes_secret_takes_its_point_along(self) -> None:
        plek = een_plek("Zaal Zwatel")
        een_voorziening("Breiclub", locaties=[plek])
        in_uden = Filters(straal=500, punt=(51.66, 5.62))
        assert zoek("breiclub", in_uden).totaal == 1
        plek.lat = 51.7
        plek.save()
        assert zoek("breiclub", in_uden).totaal == 0
        plek.lat, plek.is_ontmoetingsplek, plek.vertrouwelijk = 51.66, False, True
        plek.save()
        assert zoek("breiclub", in_uden).totaal == 0
        assert_als_herbouwd()

    def test_a_confidential_place_is_found_by_nobody(self) -> None:
        een_plek("Breihuis", is_ontmoetingsplek=False, vertrouwelijk=True)
        assert zoek("breihuis").totaal == 0
        assert zoek("").facetten.get("soort", {}) == {}

    def test_a_place_that_was_archived_is_no_place_to_go(self) -> None:
        plek = een_plek("Zaal Zwatel")
        een_voorziening("Breiclub", locaties=[plek])
        plek.archiveer("gesloopt")
        assert zoek("breiclub", Filters(straal=5_000, punt=(51.66, 5.62))).totaal == 0
        assert soorten("zwatel") == set()
        assert_als_herbouwd()


@pytest.mark.parametrize("soort", ["voorziening", "organisatie", "plek", "thema", "begrip", "wijk"])
def test_every_kind_leaves_the_index_with_its_object(soort: str) -> None:
    maak = {
        "voorziening": een_voorziening,
        "organisatie": een_organisatie,
        "plek": een_plek,
        "thema": een_thema,
        "begrip": een_begrip,
        "wijk": een_buurt,
    }
    ding = maak[soort]("Zwatelaar")
    assert Document.objects.filter(soort=soort, object_id=ding.pk).exists()
    ding.delete()
    assert not Document.objects.filter(soort=soort, titel="Zwatelaar").exists()
    assert_als_herbouwd()


def test_every_kind_can_be_asked_what_the_public_may_see() -> None:
    for soort in registratie.SOORTEN.values():
        assert set(soort.zichtbaar()) <= set(soort.bron()), soort.naam


class Willekeur:
    """A few of every kind, and one thing after the other that can happen to them."""

    LIJSTEN = (
        (Thema, "themas"),
        (Gebied, "gebieden"),
        (Doelgroep, "doelgroepen"),
        (Taal, "talen"),
        (Locatie, "locaties"),
        (Organisatie, "uitvoerders"),
    )
    WOORDEN = ("rollator", "schuldhulp", "koffie", "taalles", "tuin", "één", "bus", "Breiclubs")

    def __init__(self, zaad: int) -> None:
        self.kans = random.Random(zaad)
        stadsdeel = een_wijk("Noord", soort=Gebied.Soort.STADSDEEL)
        wijken = [een_wijk("Volkel", ouder=stadsdeel), een_wijk("Uden")]
        een_wijk("Zeeland", indeling=Gebied.Indeling.CBS, code="WK199109")
        buurten = [een_buurt(f"Buurt {i}", ouder=wijken[i % 2]) for i in range(3)]
        hoofd = een_thema("Geld")
        for naam in ("Schulden", "Sparen"):
            een_thema(naam, ouder=hoofd)
        for nummer in range(3):
            een_plek(f"Zaal {nummer}", gebied=buurten[nummer])
            een_organisatie(f"Stichting {nummer}")
            een_doelgroep(f"Groep {nummer}")
            een_begrip(f"Begrip {nummer}")
            Taal.objects.create(code=f"x{nummer}", naam=f"Taal {nummer}")
        for nummer in range(4):
            een_voorziening(f"Breiclub {nummer}")

    def stap(self) -> None:
        self.kans.choice(
            [self.hernoem, self.hernoem, self.lijst, self.archiveer, self.herstel, self.verwijder,
             self.veld, self.verhuis, self.invoer, self.teruggedraaid, self.splits]
        )()  # fmt: skip

    def zin(self) -> str:
        """Never the same one twice: names of themes and terms are unique."""
        woorden = self.kans.choices(self.WOORDEN, k=self.kans.randint(1, 4))
        return f"{' '.join(woorden)} {self.kans.randint(1, 10**9)}"

    def een(self, *modellen: Any) -> Any:
        return self.kans.choice(list(self.kans.choice(modellen).objects.order_by("pk")))

    def hernoem(self) -> None:
        ding = self.een(Organisatie, Locatie, Thema, Gebied, Doelgroep, Taal, Begrip, Voorziening)
        veld = {Begrip: "term", Voorziening: "titel"}.get(type(ding), "naam")
        setattr(ding, veld, self.zin()[:40])
        ding.save()

    def lijst(self) -> None:
        """A list from its own side, or from the other where the history allows it."""
        ding, (model, naam) = self.een(Voorziening), self.kans.choice(self.LIJSTEN)
        ander = self.een(model)
        lijst, deel = getattr(ding, naam), ander
        if model not in (Gebied, Taal) and self.kans.random() < 0.5:
            omgekeerd = Voorziening._meta.get_field(naam).remote_field.get_accessor_name()
            lijst, deel = getattr(ander, omgekeerd), ding
        doen = [lambda: lijst.add(deel), lambda: lijst.set([deel]), lijst.clear]
        self.kans.choice(doen)()

    def archiveer(self) -> None:
        ding = self.een(Voorziening, Organisatie, Locatie, Thema, Gebied, Doelgroep, Begrip)
        if not ding.is_gearchiveerd:
            ding.archiveer("gestopt")

    def herstel(self) -> None:
        self.een(Voorziening, Organisatie, Locatie, Thema, Gebied, Doelgroep, Begrip).herstel()

    def verwijder(self) -> None:
        """What others hang on is protected; then nothing happens."""
        with contextlib.suppress(ProtectedError, RestrictedError), transaction.atomic():
            self.een(Voorziening, Organisatie, Locatie, Thema, Gebied, Taal).delete()
        for model, maak in ((Voorziening, een_voorziening), (Organisatie, een_organisatie),
                            (Locatie, een_plek), (Thema, een_thema)):  # fmt: skip
            if not model.objects.exists():
                maak(self.zin()[:40])
        if not Taal.objects.exists():
            Taal.objects.create(code="xx", naam="Klingon")

    def veld(self) -> None:
        ding = self.een(Voorziening)
        ding.kosten = self.kans.choice(["gratis", "betaald"])
        ding.publicatie = self.kans.choice(["concept", "gepubliceerd"])
        ding.hele_gemeente = self.kans.random() < 0.5
        ding.beschrijving = self.zin()
        ding.save()

    def verhuis(self) -> None:
        plek, buurt = (
            self.een(Locatie),
            self.kans.choice(list(Gebied.objects.filter(soort="buurt")) or [None]),
        )
        plek.gebied = buurt
        plek.lat = 51.6 + self.kans.randint(0, 90) / 1000
        plek.save()

    def invoer(self) -> None:
        """Many rows without a signal, as an import makes them."""
        with transaction.atomic(), uitgesteld():
            rijen = Voorziening.objects.bulk_create(self.rij() for _ in range(3))
            for rij in rijen:
                rij.themas.add(self.een(Thema))
            gewijzigd("voorziening", [rij.pk for rij in rijen])
            self.hernoem()

    def rij(self) -> Voorziening:
        return Voorziening(
            titel=self.zin(),
            slug=f"invoer-{self.kans.randint(1, 10**9)}",
            kort="Ingevoerd.",
            publicatie="gepubliceerd",
            verantwoordelijke=self.een(Organisatie),
            hele_gemeente=True,
            controleren_voor=date(2999, 1, 1),
            verouderd_vanaf=date(2999, 1, 1),
        )

    def teruggedraaid(self) -> None:
        with transaction.atomic():
            self.kans.choice([self.hernoem, self.lijst, self.verwijder, self.invoer])()
            transaction.set_rollback(True)

    def splits(self) -> None:
        woord = self.kans.choice(["rollator", "taal", "les", "brei", "clubs"])
        deel, nieuw = Samenstellingsdeel.objects.get_or_create(woord=woord)
        if not nieuw:
            deel.actief = not deel.actief
            deel.save()


@pytest.mark.parametrize("zaad", range(5))
def test_after_anything_that_can_happen_the_index_equals_a_rebuild(zaad: int) -> None:
    willekeur = Willekeur(zaad)
    for _ in range(25):
        willekeur.stap()
    assert_als_herbouwd()


@pytest.mark.django_db(transaction=True)
class TestInEenLopendProces:
    """What the public may see of one thing can hang on another thing."""

    @pytest.fixture(autouse=True)
    def vers_proces(self) -> object:
        with Proces().aan_het_woord():
            yield

    def test_a_subtheme_goes_and_comes_with_the_theme_above_it(self) -> None:
        hoofd = Thema.objects.create(naam="Handwerk")
        Thema.objects.create(naam="Wolspinnen", ouder=hoofd)
        assert soorten("wolspinnen") == {"thema"}
        hoofd.archiveer("samengevoegd")
        assert soorten("wolspinnen") == set()
        hoofd.herstel()
        assert soorten("wolspinnen") == {"thema"}

    def test_wijken_of_the_cbs_go_when_the_municipality_draws_its_own(self) -> None:
        een_wijk("Zwatelbroek", indeling=Gebied.Indeling.CBS, code="WK199101")
        assert soorten("zwatelbroek") == {"wijk"}
        eigen = een_wijk("Volkel")
        assert soorten("zwatelbroek") == set()
        eigen.archiveer("terug naar het CBS")
        assert soorten("zwatelbroek") == {"wijk"}
