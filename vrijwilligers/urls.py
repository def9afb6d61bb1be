"""Pages of volunteers."""

from django.urls import path

from . import views

app_name = "vrijwilligers"

urlpatterns = [
    path("aanspreekpersoon/<slug:slug>/", views.aanspreekpersoon, name="aanspreekpersoon"),
    path("werk/mijn-aanspreekprofiel/", views.profiel, name="profiel"),
    path("aanspreekprofiel/<str:code>/", views.profiel_met_link, name="profiel_met_link"),
]
