"""The address of a photo of somebody (H6)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from sociale_basis.kern.foto import wordt_getoond
from sociale_basis.kern.models import Foto
from sociale_basis.kern.werkplek import is_binnen

MAAND = 30 * 24 * 3600


@require_safe
def foto(request: HttpRequest, sleutel: str) -> HttpResponse:
    """The photo, while somebody visible shows it; staff see it before that.

    Another photo has another address, so a browser may keep it. No cache in between may: a
    photo that was taken away is gone for everybody who had not seen it.
    """
    if not wordt_getoond(sleutel, request.user) and not _is_medewerker(request):
        raise Http404
    antwoord = HttpResponse(get_object_or_404(Foto, pk=sleutel).beeld, content_type="image/webp")
    patch_cache_control(antwoord, private=True, max_age=MAAND, immutable=True)
    return antwoord


def _is_medewerker(request: HttpRequest) -> bool:
    return is_binnen(request) and request.user.is_staff
