"""Pages of the sociale kaart."""

from django.urls import path

from . import views

app_name = "voorzieningen"

urlpatterns = [
    path("voorzieningen/", views.voorzieningen, name="voorzieningen"),
    path("voorziening/<slug:slug>/", views.voorziening, name="voorziening"),
    path("organisaties/", views.organisaties, name="organisaties"),
    path("organisatie/<slug:slug>/", views.organisatie, name="organisatie"),
    path("plekken/", views.plekken, name="plekken"),
    path("plek/<slug:slug>/", views.plek, name="plek"),
    path("themas/", views.themas, name="themas"),
    path("thema/<slug:slug>/", views.thema, name="thema"),
    path("doelgroep/<slug:slug>/", views.doelgroep, name="doelgroep"),
    path("begrippen/", views.begrippen, name="begrippen"),
    path("boom/", views.boom, name="boom"),
    path("boom/route/", views.route, name="route"),
    path("boom/laag/<slug:slug>/", views.boomlaag, name="boomlaag"),
    path("wijk/<slug:slug>/boom/", views.wijkboom, name="wijkboom"),
    path("regie/", views.regie, name="regie"),
    path("kaart/", views.kaart, name="kaart"),
    path("kaart/punten.json", views.punten, name="punten"),
    path("mijn-lijst/", views.mijn_lijst, name="mijn_lijst"),
    path("mijn-lijst/bewaar/", views.bewaar, name="bewaar"),
    path(
        "voorziening/<slug:slug>/klopt-niet/",
        views.voorziening_klopt_niet,
        name="voorziening_klopt_niet",
    ),
    path(
        "organisatie/<slug:slug>/klopt-niet/",
        views.organisatie_klopt_niet,
        name="organisatie_klopt_niet",
    ),
    path("plek/<slug:slug>/klopt-niet/", views.plek_klopt_niet, name="plek_klopt_niet"),
    path("ik-mis-iets/", views.ik_mis_iets, name="ik_mis_iets"),
    path("bedankt/", views.bedankt, name="bedankt"),
    path("nakijken/<str:code>/", views.nakijken, name="nakijken"),
    path("nakijken/wijzigen/<str:code>/", views.wijzigen, name="nakijken_wijzigen"),
    path("agenda/", views.agenda, name="agenda"),
    path("agenda/agenda.ics", views.agenda_ics, name="agenda_ics"),
    path("agenda/wijk/<slug:slug>.ics", views.wijk_ics, name="wijk_ics"),
    path("agenda/thema/<slug:slug>.ics", views.thema_ics, name="thema_ics"),
    path("agenda/plek/<slug:slug>.ics", views.plek_ics, name="plek_ics"),
    path("agenda/activiteit/<slug:slug>.ics", views.activiteit_ics, name="activiteit_ics"),
    path("activiteit/<slug:slug>/", views.activiteit, name="activiteit"),
    path(
        "activiteit/<slug:slug>/klopt-niet/",
        views.activiteit_klopt_niet,
        name="activiteit_klopt_niet",
    ),
    path("lijst/", views.gedeelde_lijst, name="gedeelde_lijst"),
]
