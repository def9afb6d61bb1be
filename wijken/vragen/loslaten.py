"""What happens to the questions of somebody who was asked by name and is gone (H6, V7)."""

from django.db import transaction
from django.utils.translation import gettext as _

from ..models import Hulpvraag
from ..models.hulpvraag import Bericht, Gebeurtenis


@transaction.atomic
def laat_los(slug: str) -> None:
    """The question is the team's, and no page says any more who it was."""
    vragen = Hulpvraag.objects.filter(aan_slug=slug).exclude(aan_naam="")
    for vraag in vragen:
        iemand = _("een aanspreekpersoon")
        for model in (Bericht, Gebeurtenis):
            regels = model._default_manager.filter(hulpvraag=vraag, naam=vraag.aan_naam)
            regels.update(naam=iemand)
        if vraag.behandelaar_id and vraag.behandelaar_id == vraag.gericht_aan_id:
            vraag.behandelaar = None
            if vraag.stand == Hulpvraag.Stand.IN_BEHANDELING:
                vraag.stand = Hulpvraag.Stand.ONTVANGEN
        vraag.aan_naam, vraag.gericht_aan = "", None
        vraag.save(update_fields=["aan_naam", "gericht_aan", "behandelaar", "stand"])
