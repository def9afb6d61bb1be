"""Making one of two entries: one stays, the other is archived and its address leads there.

Nothing is lost: the other keeps its fields, times, lists and history in the archive, and the pair
keeps what it takes to undo it (``ongedaan``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sociale_basis.kern.geschiedenis import een_moment
from sociale_basis.kern.logboek import huidig_verzoek, leg_vast
from sociale_basis.kern.models import Logregel, OudeSlug
from sociale_basis.kern.models.oude_slug import SLUG_LENGTE
from sociale_basis.kern.zoeken.bijhouden import uitgesteld
from voorzieningen.models import Boomlaag, Dubbel
from voorzieningen.voorstellen import als_json, label, lees, pas_toe, toon, velden

from ..boom.samen import boom_blijft_heel
from .terugweg import Terugweg
from .verhuizen import verhuis

# Decided by merging itself, or no matter of choice.
NIET_TE_KIEZEN = {"slug", "archiefreden", "vervangen_door"}
REDEN_LENGTE = 100
KOPPEN = {"straat": _lazy("Adres en punt op de kaart"), "leeftijd_van": _lazy("Leeftijd")}
# Fields that only say something together; the first one stands for the choice.
SAMEN = (
    ("straat", "huisnummer", "postcode", "plaats", "land", "gebied", "lat", "lon"),
    ("openingstijden", "afwijkingen", "feestdagen"),
    ("leeftijd_van", "leeftijd_tot"),
    ("kosten", "kosten_toelichting"),
)


class KanNietSamen(ValidationError):
    """One of the two is archived already, they are of two kinds, or somebody may not."""


@dataclass(frozen=True)
class Keuze:
    """One field, or some that belong together, in which both differ; and which is proposed."""

    veld: str
    label: str
    blijft: str
    weg: str
    kiest_weg: bool


def keuzes(blijft: Any, weg: Any) -> list[Keuze]:
    """Every field in which they differ, in the order of the form; lists are joined, not chosen."""
    soort = _te_kiezen(type(blijft))
    nu, ander = lees(blijft, soort), lees(weg, soort)
    anders = [naam for naam in soort if nu[naam] != ander[naam]]
    return [
        _keuze(groep, soort, nu, ander)
        for groep in _groepen(soort)
        if not soort[groep[0]].many_to_many and set(groep) & set(anders)
    ]


def _groepen(soort: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """All fields, those that belong together at the place of the first."""
    samen = {naam: groep for groep in SAMEN if groep[0] in soort for naam in groep}
    return list(dict.fromkeys(samen.get(naam, (naam,)) for naam in soort))


def _keuze(groep: tuple[str, ...], soort: Any, nu: Any, ander: Any) -> Keuze:
    def in_woorden(waarden: Any) -> str:
        delen = (toon(soort[naam], waarden[naam]) for naam in groep if naam in soort)
        return ", ".join(deel for deel in delen if deel)

    eerste = groep[0]
    kop = str(KOPPEN.get(eerste, "")) or label(soort[eerste])
    beter = _beter(eerste, nu[eerste], ander[eerste])
    return Keuze(eerste, kop, in_woorden(nu), in_woorden(ander), beter)


def _beter(naam: str, nu: Any, ander: Any) -> bool:
    """Whether the value of the one that goes is the better guess."""
    if naam == "publicatie":
        return bool(ander == "gepubliceerd")
    return nu in ("", None, [], "onbekend") and ander not in ("", None, [])


def _te_kiezen(model: Any) -> dict[str, Any]:
    return {naam: veld for naam, veld in velden(model).items() if naam not in NIET_TE_KIEZEN}


@transaction.atomic
def voeg_samen(blijft: Any, weg: Any, van_weg: set[str], *, door: Any) -> Any:
    """``van_weg`` are the fields whose value of ``weg`` is kept. Returns the one that stays.

    Raises KanNietSamen, or ValidationError by field for values that do not go together; then
    nothing was changed.
    """
    Boomlaag.objects.vergrendel()
    blijft, weg = _op_slot(blijft, weg)
    _controleer(blijft, weg, door)
    with een_moment(), uitgesteld(), boom_blijft_heel(blijft, KanNietSamen):
        wijzigingen = _wijzigingen(blijft, weg, van_weg)
        terugweg = Terugweg.van(blijft, weg, wijzigingen)
        _archiveer(weg, blijft, door)
        terugweg.verhuisd = verhuis(weg, blijft, door=door)
        pas_toe(
            blijft, wijzigingen, door, _reden(_("samengevoegd met %s") % naam_zonder_geheim(weg))
        )
        if not blijft.direct_bewerkbaar_door(door):
            raise KanNietSamen(_("Samen horen ze bij meer wijken dan de uwe. Vraag de redactie."))
        _noteer(blijft, weg, door, terugweg)
    return blijft


def _op_slot(blijft: Any, weg: Any) -> tuple[Any, Any]:
    """Both as they are in the database, in one order for everybody, until the end."""
    if type(blijft) is not type(weg) or blijft.pk == weg.pk:
        raise KanNietSamen(_("Kies twee verschillende van dezelfde soort."))
    nummers = sorted((blijft.pk, weg.pk))
    rijen = type(blijft)._base_manager.select_for_update().filter(pk__in=nummers).order_by("pk")
    gevonden = {rij.pk: rij for rij in rijen}
    return gevonden[blijft.pk], gevonden[weg.pk]


def _controleer(blijft: Any, weg: Any, door: Any) -> None:
    if blijft.is_gearchiveerd or weg.is_gearchiveerd:
        raise KanNietSamen(_("Een van de twee is al gearchiveerd."))
    if not (blijft.direct_bewerkbaar_door(door) and weg.direct_bewerkbaar_door(door)):
        raise KanNietSamen(_("U mag deze twee niet allebei wijzigen."))


def _wijzigingen(blijft: Any, weg: Any, van_weg: set[str]) -> dict[str, Any]:
    """The chosen values, and every list with what both have."""
    soort = _te_kiezen(type(blijft))
    nu, ander = lees(blijft, soort), lees(weg, soort)
    gekozen = {
        naam: ander[naam]
        for groep in _groepen(soort)
        if groep[0] in van_weg
        for naam in groep
        if naam in soort
    }
    lijsten = {
        naam: als_json(veld, [*nu[naam], *ander[naam]])
        for naam, veld in soort.items()
        if veld.many_to_many
    }
    return _houd_geheim(nu, ander, gekozen | lijsten)


def _houd_geheim(nu: Mapping[str, Any], ander: Mapping[str, Any], keuze: Any) -> dict[str, Any]:
    """An address that was secret in one of them stays secret."""
    geheim = (
        {"vertrouwelijk": True} if nu.get("vertrouwelijk") or ander.get("vertrouwelijk") else {}
    )
    return {**keuze, **geheim}


def _archiveer(weg: Any, blijft: Any, door: Any) -> None:
    """Out of use, with its address given to the one that stays."""
    adres, soort = weg.slug, ContentType.objects.get_for_model(type(weg))
    weg.slug = _ander_adres(weg)
    naam = naam_zonder_geheim(blijft)
    weg._history_user, weg._change_reason = door, _reden(_("samengevoegd met %s") % naam)
    weg.archiveer((_("Samengevoegd met “%s”.") % naam)[:250], blijft)
    OudeSlug.objects.filter(soort=soort, object_id=weg.pk).update(object_id=blijft.pk)
    OudeSlug.objects.update_or_create(soort=soort, slug=adres, defaults={"object_id": blijft.pk})


def _ander_adres(weg: Any) -> str:
    return f"{weg.slug[: SLUG_LENGTE - 24]}-samengevoegd-{weg.pk}"


def _noteer(blijft: Any, weg: Any, door: Any, terugweg: Terugweg) -> None:
    eerste, tweede = sorted((blijft.pk, weg.pk))
    dubbel, _nieuw = Dubbel.objects.get_or_create(
        soort=blijft._meta.model_name, eerste=eerste, tweede=tweede, defaults={"score": 100}
    )
    dubbel.terugweg = terugweg.als_json(blijft)
    dubbel.besluit(Dubbel.Stand.SAMEN, door)
    Dubbel.objects.open().filter(soort=dubbel.soort, eerste=weg.pk).delete()
    Dubbel.objects.open().filter(soort=dubbel.soort, tweede=weg.pk).delete()
    wat = _("%(soort)s “%(weg)s” (%(nummer)d) ging op in “%(blijft)s”.")
    namen = {"soort": dubbel.get_soort_display(), "weg": weg, "blijft": blijft, "nummer": weg.pk}
    leg_vast(huidig_verzoek() or door, Logregel.Soort.SAMENGEVOEGD, wat % namen)


def naam_zonder_geheim(ding: Any) -> str:
    """How a line that many may read names an entry."""
    geheim = getattr(ding, "vertrouwelijk", False)
    return _("een plek met een geheim adres") if geheim else str(ding)


def _reden(tekst: str) -> str:
    return tekst if len(tekst) <= REDEN_LENGTE else f"{tekst[: REDEN_LENGTE - 1]}…"
