"""Who left an address hears what was done with their message (V5)."""

from typing import Any

from django.dispatch import receiver
from django.utils.translation import gettext as _

from sociale_basis.kern.post import stuur, volledig

from .models import Voorstel
from .models.voorstel import besloten


@receiver(besloten, dispatch_uid="antwoord op een voorstel")
def antwoord(voorstel: Voorstel, **kwargs: Any) -> None:
    """Queue the answer in the transaction of the decision itself."""
    if not voorstel.email or voorstel.stand == Voorstel.Stand.INGETROKKEN:
        return
    gegevens = {"voorstel": voorstel, "reden": voorstel.reden, "pagina": _pagina(voorstel)}
    onderwerp = _("Uw bericht over %s") % voorstel.naam
    stuur(voorstel.email, onderwerp, "voorzieningen/mail/antwoord.txt", gegevens)


def _pagina(voorstel: Voorstel) -> str:
    """The public page of what it was about, if there is one."""
    doel = voorstel.doel
    zichtbaar = doel and voorstel.model.objects.zichtbaar().filter(pk=doel.pk).exists()
    return volledig(doel.get_absolute_url()) if doel and zichtbaar else ""
