"""How long what is about a person stays: the sociale kaart (V7)."""

from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.bewaren import bewaar


def registreer() -> None:
    waarom = _("Het nummer en adres van een organisatie: staat op de website zolang het klopt.")
    for model in (
        "Organisatie",
        "Locatie",
        "Voorziening",
        "Activiteit",
        "Boomlaag",
        "Regieafspraak",
    ):
        bewaar(f"voorzieningen.{model}", "email", "telefoon", waarom=waarom)
    _voorstellen()
    bewaar(
        "voorzieningen.Controleverzoek",
        "email",
        dagen=365,
        sinds="gevraagd_op",
        hele_rij=True,
        waarom=_("Zo lang is te zien wie wanneer is gevraagd om na te kijken."),
    )


def _voorstellen() -> None:
    voorstel = "voorzieningen.Voorstel"
    antwoord = _("Alleen voor het antwoord; een maand later kan er nog een vraag over komen.")
    bewaar(voorstel, "email", dagen=30, sinds="besloten_op", waarom=antwoord)
    laat = _("Na een jaar zonder besluit komt er geen antwoord meer.")
    bewaar(voorstel, "email", dagen=365, sinds="aangemaakt_op", waarom=laat)
    tekst = _("Wat iemand erbij schreef, kan over een mens gaan. Een jaar is genoeg om te leren.")
    bewaar(voorstel, "toelichting", dagen=365, sinds="besloten_op", waarom=tekst)
