"""Everything about a person goes after its term; a line of figures stays (L5, V7)."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from sociale_basis.kern import bewaren
from sociale_basis.kern.bewaren import ruim_op
from sociale_basis.kern.taken import REGISTER
from tests.fabriek import een_thema
from wijken.gebruik import gebruik
from wijken.models import Bericht, Gebeurtenis, Gebied, Hulpvraag, Vraagcijfer
from wijken.vragen import handelingen

from .mensen import ANTWOORD, VRAAG, Mensen, een_beantwoorde_vraag, een_vraag

pytestmark = [pytest.mark.django_db, pytest.mark.eis("V7")]
ANNIE = {"naam": "Annie Jansen", "weg": "telefoon", "telefoon": "+31612345678"}


def laat_liggen(dagen: int, **velden: object) -> None:
    """As if so many days went by."""
    toen = timezone.now() - timedelta(days=dagen)
    Hulpvraag.objects.update(laatst_op=toen, ontvangen_op=toen, **velden)
    Hulpvraag.objects.exclude(gesloten_op=None).update(gesloten_op=toen)


def alles_in_de_database() -> str:
    with connection.cursor() as cursor:
        delen = []
        for tabel in connection.introspection.table_names(cursor):
            if tabel.startswith("wijken_"):
                cursor.execute(f'SELECT * FROM "{tabel}"')
                delen.append(str(cursor.fetchall()))
    return " ".join(delen)


@pytest.fixture
def gesloten(mensen: Mensen) -> Hulpvraag:
    vraag = een_beantwoorde_vraag(mensen.volkel, mensen.fenna, **ANNIE)
    handelingen.reageer(vraag, "Mijn dochter Petra komt mee.")
    handelingen.sluit(vraag, mensen.fenna.gebruiker, "Klaar.", een_thema("Computer"))
    return vraag


def test_a_closed_question_goes_after_ninety_days_with_all_about_it(gesloten: Hulpvraag) -> None:
    laat_liggen(89)
    ruim_op(opslaan=True)
    assert Hulpvraag.objects.exists()
    laat_liggen(91)
    ruim_op(opslaan=True)
    assert [m.objects.count() for m in (Hulpvraag, Bericht, Gebeurtenis)] == [0, 0, 0]
    over = alles_in_de_database()
    for woord in (VRAAG, ANTWOORD, "Petra", "Annie", "31612345678", gesloten.code_hash):
        assert woord not in over


def test_what_stays_says_nothing_about_anybody(gesloten: Hulpvraag) -> None:
    laat_liggen(91)
    ruim_op(opslaan=True)
    cijfer = Vraagcijfer.objects.get()
    maand = timezone.localdate(timezone.now() - timedelta(days=91)).replace(day=1)
    assert (cijfer.gebied.naam, cijfer.maand, cijfer.op_tijd) == ("Volkel", maand, True)
    assert str(cijfer.thema) == "Computer"
    assert {veld.name for veld in Vraagcijfer._meta.fields} == {
        *("id", "gebied", "maand", "werkdagen", "op_tijd", "thema")
    }


def test_a_question_that_stays_open_goes_after_a_year(mensen: Mensen) -> None:
    een_vraag(mensen.volkel)
    laat_liggen(364)
    ruim_op(opslaan=True)
    assert Hulpvraag.objects.exists()
    laat_liggen(366, uiterlijk=timezone.localdate() - timedelta(days=360))
    ruim_op(opslaan=True)
    assert not Hulpvraag.objects.exists()
    cijfer = Vraagcijfer.objects.get()
    assert (cijfer.op_tijd, cijfer.werkdagen) == (False, None)


def test_one_that_is_open_again_is_not_thrown_away_early(gesloten: Hulpvraag) -> None:
    laat_liggen(80)
    handelingen.nog_niet(gesloten)
    assert ruim_op(opslaan=True)
    assert Hulpvraag.objects.exists()


def test_the_command_says_how_many_and_does_it_only_when_told(gesloten: Hulpvraag) -> None:
    laat_liggen(91)
    uit = StringIO()
    call_command("ruim_op", stdout=uit)
    assert "wijken.hulpvraag" in uit.getvalue().lower()
    assert Hulpvraag.objects.exists()
    call_command("ruim_op", "--opslaan", stdout=uit)
    assert not Hulpvraag.objects.exists()


def test_the_clock_does_it_too(gesloten: Hulpvraag) -> None:
    laat_liggen(91)
    REGISTER["gegevens opruimen"].functie()
    assert not Hulpvraag.objects.exists()


def test_the_code_of_what_is_gone_opens_nothing(gesloten: Hulpvraag, client: Client) -> None:
    laat_liggen(91)
    ruim_op(opslaan=True)
    assert client.get(f"/vraag/{gesloten.code}/").status_code == 404  # type: ignore[attr-defined]


def test_every_personal_field_has_its_term() -> None:
    assert [fout for fout in bewaren.controleer_bewaartermijnen() if "wijken" in fout.msg] == []
    velden = {
        veld for model, veld, _sinds in bewaren.BEWAARTERMIJNEN if model == "wijken.hulpvraag"
    }
    assert velden == {"tekst", "naam", "telefoon", "email"}


def test_what_was_closed_without_an_answer_counts_as_late_only_when_it_was(
    mensen: Mensen,
) -> None:
    op_tijd, te_laat = (een_vraag(mensen.volkel, tekst) for tekst in ("dubbel", "vergeten"))
    Hulpvraag.objects.filter(pk=te_laat.pk).update(uiterlijk=timezone.localdate() - timedelta(1))
    for vraag in (op_tijd, te_laat):
        handelingen.sluit(vraag, None, "Klaar.")
    Hulpvraag.objects.all().delete()
    assert sorted(Vraagcijfer.objects.values_list("op_tijd", flat=True), key=str) == [False, None]


def test_figures_about_the_past_keep_no_area_in_use(mensen: Mensen) -> None:
    Vraagcijfer.objects.create(gebied=mensen.zeeland, maand=timezone.localdate().replace(day=1))
    zeeland = Gebied.objects.get(pk=mensen.zeeland.pk)
    zeeland.archiefreden = "Samengevoegd."
    zeeland.clean()
    een_vraag(mensen.zeeland)
    assert gebruik([zeeland])[zeeland] == ["1 × vragen van bewoners"]
