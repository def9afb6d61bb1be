"""All addresses of the portal. Groups by thing; the singular is one page, the plural a list."""

from django.contrib import admin
from django.urls import include, path

from . import views

urlpatterns = [
    path("", views.voorpagina, name="voorpagina"),
    path("zoeken/", views.zoeken, name="zoeken"),
    path("zoeken/voorstellen/", views.voorstellen, name="voorstellen"),
    path("zoeken/punten.json", views.zoekpunten, name="zoekpunten"),
    path("", include("voorzieningen.urls")),
    path("", include("wijken.urls")),
    path("", include("vrijwilligers.urls")),
    path("foto/<slug:sleutel>.webp", views.foto, name="foto"),
    path("privacy/", views.tekst, {"sleutel": "privacy"}, name="privacy"),
    path(
        "toegankelijkheid/", views.tekst, {"sleutel": "toegankelijkheid"}, name="toegankelijkheid"
    ),
    path("over/", views.tekst, {"sleutel": "over"}, name="over"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("gezond/", views.gezond, name="gezond"),
    path("beheer/handleiding/", include("sociale_basis.handleiding.urls")),
    path("beheer/leesbaarheid/", admin.site.admin_view(views.leesbaarheid), name="leesbaarheid"),
    path("beheer/", admin.site.urls),
]

handler400 = "sociale_basis.views.fout_400"
handler403 = "sociale_basis.views.fout_403"
handler404 = "sociale_basis.views.fout_404"
handler500 = "sociale_basis.views.fout_500"
