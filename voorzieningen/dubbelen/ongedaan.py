"""Making two again of what was merged.

What somebody changed since is never overwritten: it stays, and is told.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sociale_basis.kern.geschiedenis import een_moment
from sociale_basis.kern.logboek import huidig_verzoek, leg_vast
from sociale_basis.kern.models import Logregel, OudeSlug
from sociale_basis.kern.zoeken.bijhouden import uitgesteld
from voorzieningen.models import Boomlaag, Dubbel, Stap, Voorziening
from voorzieningen.voorstellen import label, lees, pas_toe, velden

from ..boom.samen import boom_blijft_heel
from .samenvoegen import SAMEN, naam_zonder_geheim
from .terugweg import Terugweg
from .verhuizen import verhuis_terug

STAP = Stap._meta.label_lower


class KanNietTerug(ValidationError):
    """It is no merge (any more), or something stands in the way; the message says what."""


@transaction.atomic
def maak_ongedaan(dubbel: Dubbel, *, door: Any) -> list[str]:
    """Both as they were before; returns a sentence for what stays since somebody changed it.

    Raises KanNietTerug, or ValidationError by field for values that may no longer be; then nothing
    was changed.
    """
    Boomlaag.objects.vergrendel()
    dubbel = Dubbel.objects.select_for_update().get(pk=dubbel.pk)
    if dubbel.stand != Dubbel.Stand.SAMEN or not dubbel.terugweg:
        raise KanNietTerug(_("Dit samenvoegen kunt u alleen nog met de hand ongedaan maken."))
    terugweg = Terugweg.uit_json(dubbel.terugweg)
    blijft, weg = _op_slot(dubbel.model, terugweg)
    _controleer(blijft, weg, terugweg)
    gewijzigd = blijft.history.filter(history_date__gt=dubbel.besloten_op).exists()
    with een_moment(), uitgesteld(), boom_blijft_heel(blijft, KanNietTerug):
        _haal_terug(weg, blijft, terugweg, door)
        gebleven = _verhuis(blijft, weg, terugweg, dubbel, door)
        blijft.refresh_from_db()
        anders = _zet_velden(blijft, weg, terugweg, door, gewijzigd=gewijzigd)
        _noteer(dubbel, blijft, weg, door)
    if not (blijft.direct_bewerkbaar_door(door) and weg.direct_bewerkbaar_door(door)):
        raise KanNietTerug(_("U mag deze twee niet allebei wijzigen."))
    return [*_over_velden(blijft, anders), *_over_verwijzingen(gebleven)]


def _op_slot(model: Any, terugweg: Terugweg) -> tuple[Any, Any]:
    nummers = [terugweg.blijft, terugweg.weg]
    rijen = model._base_manager.select_for_update().filter(pk__in=nummers).order_by("pk")
    gevonden = {rij.pk: rij for rij in rijen}
    if len(gevonden) < len(nummers):
        raise KanNietTerug(_("Een van de twee bestaat niet meer."))
    return gevonden[terugweg.blijft], gevonden[terugweg.weg]


def _controleer(blijft: Any, weg: Any, terugweg: Terugweg) -> None:
    if blijft.is_gearchiveerd:
        raise KanNietTerug(_("“%s” is intussen gearchiveerd. Haal dat eerst terug.") % blijft)
    if not weg.is_gearchiveerd or weg.vervangen_door_id != blijft.pk:
        raise KanNietTerug(_("“%s” is intussen al veranderd.") % weg)
    if type(weg)._base_manager.filter(slug=terugweg.adres).exists():
        uitleg = _("Een andere pagina heeft nu het adres “%s”. Geef die eerst een ander adres.")
        raise KanNietTerug(uitleg % terugweg.adres)


def _haal_terug(weg: Any, blijft: Any, terugweg: Terugweg, door: Any) -> None:
    """Into use, with its own address and the older ones."""
    weg.slug, weg.gearchiveerd_op, weg.archiefreden = terugweg.adres, None, ""
    weg.vervangen_door_id = terugweg.vervangen_door
    weg._history_user, weg._change_reason = door, _reden(blijft)
    weg.full_clean()  # its layer, for one, may be in the archive by now
    weg.save()
    soort = ContentType.objects.get_for_model(type(weg))
    oude = OudeSlug.objects.filter(soort=soort, slug__in=terugweg.oude_adressen)
    oude.filter(object_id=blijft.pk).update(object_id=weg.pk)


def _verhuis(blijft: Any, weg: Any, terugweg: Terugweg, dubbel: Dubbel, door: Any) -> int:
    """Point back what was moved; returns how many point elsewhere by now."""
    tussen = _stappen_tussen(blijft, terugweg, dubbel)
    terug = [rij for rij in terugweg.verhuisd if verhuis_terug(rij, blijft, weg, door=door)]
    for stap in Stap.objects.filter(pk__in=tussen):
        stap.herstel()
    return len(terugweg.verhuisd) - len(terug)


def _stappen_tussen(blijft: Any, terugweg: Terugweg, dubbel: Dubbel) -> list[int]:
    """The steps between the two, which merging put in the archive; not what staff put there."""
    if not isinstance(blijft, Voorziening):
        return []
    verhuisd = [rij.pk for rij in terugweg.verhuisd if rij.model == STAP]
    rijen = Stap.objects.filter(pk__in=verhuisd, gearchiveerd_op__gte=dubbel.besloten_op)
    zelf = rijen.filter(van_voorziening=blijft, naar_voorziening=blijft)
    return list(zelf.values_list("pk", flat=True))


def _zet_velden(
    blijft: Any, weg: Any, terugweg: Terugweg, door: Any, *, gewijzigd: bool
) -> list[str]:
    """Give back what merging changed; returns the fields that were changed again since, with
    those that belong to them.

    What became secret stays secret when anything was ``gewijzigd`` since: that may be the secret
    address itself.
    """
    nu, soort = lees(blijft, terugweg.velden), velden(type(blijft))
    anders = {naam for naam, (_toen, daarna) in terugweg.velden.items() if nu[naam] != daarna}
    samen = {naam for groep in SAMEN if anders & set(groep) for naam in groep}
    terug: dict[str, Any] = {}
    for naam, (toen, daarna) in terugweg.velden.items():
        if soort[naam].many_to_many:
            terug[naam] = sorted(set(nu[naam]) - (set(daarna) - set(toen)))
        elif not (naam in anders | samen or (naam == "vertrouwelijk" and daarna and gewijzigd)):
            terug[naam] = toen
    pas_toe(blijft, terug, door, _reden(weg))
    return [naam for naam in terugweg.velden if naam not in terug]


def _noteer(dubbel: Dubbel, blijft: Any, weg: Any, door: Any) -> None:
    dubbel.terugweg = {}
    dubbel.besluit(Dubbel.Stand.OPEN, None)
    wat = _("%(soort)s “%(weg)s” (%(nummer)d) staat weer naast “%(blijft)s”.")
    namen = {"soort": dubbel.get_soort_display(), "weg": weg, "blijft": blijft, "nummer": weg.pk}
    leg_vast(huidig_verzoek() or door, Logregel.Soort.SAMENGEVOEGD, wat % namen)


def _reden(ander: Any) -> str:
    reden = _("samenvoegen met %s is ongedaan gemaakt")
    return reden % naam_zonder_geheim(ander)[: 100 - len(reden)]


def _over_velden(blijft: Any, anders: list[str]) -> list[str]:
    if not anders:
        return []
    namen = ", ".join(label(velden(type(blijft))[naam]) for naam in anders)
    zin = _("In “%(blijft)s” is sinds het samenvoegen iets veranderd. Dat bleef zo: %(velden)s.")
    return [zin % {"blijft": blijft, "velden": namen}]


def _over_verwijzingen(aantal: int) -> list[str]:
    if not aantal:
        return []
    zin = ngettext(
        "%d verwijzing is sinds het samenvoegen veranderd. Die bleef zo.",
        "%d verwijzingen zijn sinds het samenvoegen veranderd. Die bleven zo.",
        aantal,
    )
    return [zin % aantal]
