"""Addresses of a page with nothing but a map, beside those of the portal.

``/proef/?punten_url=…&grenzen_url=…`` gives its query to templates/_kaart.html.
"""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from sociale_basis.urls import handler404, handler500, urlpatterns

__all__ = ["handler404", "handler500", "urlpatterns"]

PAGINA = """{% extends "base.html" %}
{% block titel %}Proef{% endblock %}
{% block kop_extra %}{% include "_kaart_kop.html" only %}{% endblock %}
{% block inhoud %}<h1>Proef</h1>
{% with punten_url=q.punten_url grenzen_url=q.grenzen_url titel="Proefkaart" punt_naam="De Eik" %}
{% include "_kaart.html" %}{% endwith %}
<p><a href="/wijken/">Alle wijken</a></p>{% endblock %}
{% block scripts %}{% include "_kaart_scripts.html" only %}{% endblock %}"""


def proef(request: HttpRequest) -> HttpResponse:
    lat, lon = (51.66, 5.62) if "punt" in request.GET else (None, None)
    context = {"q": request.GET, "punt_lat": lat, "punt_lon": lon}
    return HttpResponse(engines["django"].from_string(PAGINA).render(context, request))


urlpatterns = [path("proef/", proef), *urlpatterns]
