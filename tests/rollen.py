"""The five roles with a small cast: what is of the own wijk, of the own organisation, of others."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client

from sociale_basis.kern.zoeken.bijhouden import uitgesteld
from tests.fabriek import (
    een_activiteit,
    een_geheime_plek,
    een_organisatie,
    een_plek,
    een_voorziening,
    een_wijk,
)
from voorzieningen.models import Medewerker, Organisatie
from wijken.models import Gebied

ROLLEN = ("beheerder", "redacteur", "wijkredacteur", "organisatie-redacteur", "lezer")
OUD = date(2020, 1, 1)


@dataclass
class Toneel:
    """Volkel is the own wijk, Welzijn De Linde the own organisation; the rest is of others."""

    volkel: Gebied = field(default_factory=lambda: een_wijk("Volkel"))
    reek: Gebied = field(default_factory=lambda: een_wijk("Reek"))
    linde: Organisatie = field(default_factory=lambda: een_organisatie("Welzijn De Linde"))
    ander: Organisatie = field(default_factory=lambda: een_organisatie("Een ander"))
    dingen: dict[str, Any] = field(default_factory=dict)

    @uitgesteld()
    def __post_init__(self) -> None:
        for naam, gebieden, organisatie in (
            ("alleen Volkel", [self.volkel], self.ander),
            ("alleen Reek", [self.reek], self.ander),
            ("Volkel en Reek", [self.volkel, self.reek], self.ander),
            ("overal", [], self.ander),
            ("van De Linde", [self.reek], self.linde),
        ):
            self.dingen[naam] = een_voorziening(
                naam,
                gebieden=gebieden,
                hele_gemeente=not gebieden,
                verantwoordelijke=organisatie,
                laatst_gecontroleerd=OUD,
            )
        self.dingen["concept in Reek"] = een_voorziening(
            "Plan", publicatie="concept", hele_gemeente=False, gebieden=[self.reek],
            verantwoordelijke=self.ander, laatst_gecontroleerd=OUD,
        )  # fmt: skip
        plek = {"lat": None, "lon": None, "laatst_gecontroleerd": OUD}
        self.dingen |= {
            "plek in Volkel": een_plek("Dorpshuis Volkel", gebied=self.volkel, **plek),
            "plek in Reek": een_plek("Dorpshuis Reek", gebied=self.reek, **plek),
            "plek van De Linde": een_plek(
                "Huis De Linde", gebied=self.reek, beheerstichting=self.linde, **plek
            ),
            "geheime plek": een_geheime_plek("Nergens", gebied=self.reek, **plek),
            **self._activiteiten(),
            "De Linde": self.linde,
            "een ander": self.ander,
        }

    def _activiteiten(self) -> dict[str, Any]:
        """Called off, moved or new: of the own wijk by name or by place, of others, of all."""
        in_volkel = een_plek("Kerkplein Volkel", gebied=self.volkel, lat=None, lon=None)
        vast = {"laatst_gecontroleerd": OUD, "verantwoordelijke": self.ander}
        return {
            "soep in Volkel": een_activiteit("Soep 1", gebieden=[self.volkel], **vast),
            "soep op de plek": een_activiteit(
                "Soep 2", hele_gemeente=False, locatie=in_volkel, **vast
            ),
            "soep overal": een_activiteit("Soep 3", **vast),
            "soep in Reek": een_activiteit("Soep 4", gebieden=[self.reek], **vast),
            "soep van De Linde": een_activiteit(
                "Soep 5", gebieden=[self.reek], **vast | {"verantwoordelijke": self.linde}
            ),
        }


def een_medewerker(rol: str, toneel: Toneel | None = None) -> User:
    """Somebody with a role; on the stage with the own wijk or organisation that belong to it."""
    gebruiker = User.objects.create_user(rol, is_staff=True)
    gebruiker.groups.add(Group.objects.get(name=rol))
    if toneel and rol in ("wijkredacteur", "organisatie-redacteur"):
        medewerker = Medewerker.objects.create(gebruiker=gebruiker)
        if rol == "wijkredacteur":
            medewerker.gebieden.add(toneel.volkel)
        else:
            medewerker.organisatie = toneel.linde
            medewerker.save()
    return User.objects.get(pk=gebruiker.pk)


def ingelogd(gebruiker: User) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def beheeradres(ding: Any, pagina: str = "change") -> str:
    return f"/beheer/{ding._meta.app_label}/{ding._meta.model_name}/{ding.pk}/{pagina}/"


def ingevuld(client: Client, adres: str, **anders: Any) -> dict[str, Any]:
    """What the form at this address would send, with other values for some fields."""
    context = client.get(adres).context
    gegevens: dict[str, Any] = {}
    formulieren = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        formulieren += [inline.formset.management_form, *inline.formset.forms]
    for formulier in formulieren:
        for veld in formulier:
            gegevens |= _waarden(veld)
    if "gezien_voorstel" in context:
        gegevens["_voorstel"] = context["gezien_voorstel"]
    return gegevens | anders


def _waarden(veld: Any) -> dict[str, Any]:
    waarde = veld.value()
    if waarde is None or waarde is False:
        return {}
    if isinstance(waarde, (list, tuple)):
        return {veld.html_name: [getattr(deel, "pk", deel) for deel in waarde]}
    return {veld.html_name: "on" if waarde is True else waarde}
