"""Pages of areas."""

from django.urls import path

from . import views
from .views import vraag, werk, werk_netwerk, werkvraag

app_name = "wijken"

urlpatterns = [
    path("wijken/", views.wijken, name="wijken"),
    path("wijk/<slug:slug>/", views.wijk, name="wijk"),
    path("wijk/<slug:slug>/netwerk/", views.netwerk, name="netwerk"),
    path("intentieovereenkomst/", views.intentieovereenkomst, name="intentieovereenkomst"),
    path("mijn-wijk/", views.mijn_wijk, name="mijn_wijk"),
    path("kaart/grenzen.json", views.grenzen, name="grenzen"),
    path("werk/", werk.begin, name="werk"),
    path("werk/uitloggen/", werk.uitloggen, name="werk_uitloggen"),
    path("werk/vragen/", werkvraag.lijst, name="werkvragen"),
    path("werk/vragen/op-tijd/", werkvraag.op_tijd, name="werkvragen_op_tijd"),
    path("werk/vraag/<int:pk>/", werkvraag.vraag, name="werkvraag"),
    path("werk/vraag/<int:pk>/oppakken/", werkvraag.oppakken, name="werkvraag_oppakken"),
    path("werk/vraag/<int:pk>/antwoord/", werkvraag.antwoord, name="werkvraag_antwoord"),
    path("werk/vraag/<int:pk>/doorgeven/", werkvraag.doorgeven, name="werkvraag_doorgeven"),
    path("werk/vraag/<int:pk>/afronden/", werkvraag.afronden, name="werkvraag_afronden"),
    path("vraag/", vraag.stel, name="vraag"),
    path("vraag/mijn/", vraag.mijn, name="vraag_mijn"),
    path("vraag/<str:code>/", vraag.stand, name="vraag_stand"),
    path("vraag/<str:code>/bedankt/", vraag.bedankt, name="vraag_bedankt"),
    path("vraag/<str:code>/reactie/", vraag.reageer, name="vraag_reactie"),
    path("vraag/<str:code>/geholpen/", vraag.geholpen, name="vraag_geholpen"),
    path("werk/netwerk/", werk_netwerk.begin, name="werk_netwerk"),
    path("werk/netwerk/<slug:slug>/", werk_netwerk.gebied, name="werk_netwerk_gebied"),
    path("werk/netwerk/<slug:slug>/nieuw/", werk_netwerk.nieuw, name="werk_partner_nieuw"),
    path("werk/netwerk/partner/<int:pk>/", werk_netwerk.wijzig, name="werk_partner"),
    path("werk/netwerk/partner/<int:pk>/ring/", werk_netwerk.andere_ring, name="werk_partner_ring"),
    path("werk/netwerk/partner/<int:pk>/weg/", werk_netwerk.haal_weg, name="werk_partner_weg"),
]
