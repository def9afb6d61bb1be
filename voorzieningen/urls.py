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
    path("lijst/", views.gedeelde_lijst, name="gedeelde_lijst"),
]
