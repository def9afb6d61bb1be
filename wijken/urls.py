"""Pages of areas."""

from django.urls import path

from . import views
from .views import profiel, werk

app_name = "wijken"

urlpatterns = [
    path("wijken/", views.wijken, name="wijken"),
    path("wijk/<slug:slug>/", views.wijk, name="wijk"),
    path("mijn-wijk/", views.mijn_wijk, name="mijn_wijk"),
    path("kaart/grenzen.json", views.grenzen, name="grenzen"),
    path("werk/", werk.begin, name="werk"),
    path("werk/profiel/", profiel.profiel, name="profiel"),
    path("werk/profiel/afwezig/", profiel.meld_afwezig, name="meld_afwezig"),
    path("werk/profiel/afwezig/<int:pk>/weg/", profiel.weer_aanwezig, name="weer_aanwezig"),
    path("werk/uitloggen/", werk.uitloggen, name="werk_uitloggen"),
]
