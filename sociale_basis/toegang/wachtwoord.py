"""A forgotten password: a link by mail.

By mail and not through the beheerder: a redacteur with ten minutes a week is helped at once, the
beheerder never knows anybody's password, and a mailbox alone lets nobody in where a code is
asked. The answer is the same for addresses that are known and addresses that are not.
"""

from datetime import timedelta
from typing import Any

from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from sociale_basis.kern.logboek import huidig_verzoek, leg_vast
from sociale_basis.kern.models import Logregel
from sociale_basis.kern.post import stuur, volledig

from .wie import mag_inloggen

EENS_PER = timedelta(minutes=10)
GEVRAAGD = _("Link voor een nieuw wachtwoord gestuurd.")


class Vergetenformulier(PasswordResetForm):
    """Sends somebody at most one link in ten minutes; only to who may log in."""

    def get_users(self, email: str) -> Any:
        vanaf = timezone.now() - EENS_PER
        for gebruiker in super().get_users(email):
            net = Logregel.objects.filter(
                soort=Logregel.Soort.WACHTWOORD, gebruiker=gebruiker, op__gt=vanaf
            )
            if mag_inloggen(gebruiker) and not net.exists():
                yield gebruiker

    def send_mail(
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        from_email: str | None,
        to_email: str,
        html_email_template_name: str | None = None,
    ) -> None:
        """Queue it: nobody waits for a mail server, known or not, and no Host header gets in."""
        onderwerp = render_to_string(subject_template_name, context)
        pad = reverse("admin:wachtwoord_nieuw", args=[context["uid"], context["token"]])
        naam = context["user"].get_username()
        stuur(to_email, onderwerp, email_template_name, {"wie": naam, "link": volledig(pad)})
        leg_vast(context["user"], Logregel.Soort.WACHTWOORD, str(GEVRAAGD))


class Vergeten(views.PasswordResetView):
    form_class = Vergetenformulier
    template_name = "toegang/wachtwoord_vergeten.html"
    email_template_name = "toegang/wachtwoord_mail.txt"
    subject_template_name = "toegang/wachtwoord_onderwerp.txt"
    success_url = reverse_lazy("admin:wachtwoord_gestuurd")
    title = _("Wachtwoord vergeten?")


class Gestuurd(views.PasswordResetDoneView):
    template_name = "toegang/wachtwoord_gestuurd.html"
    title = _("Kijk in uw mail")


class Nieuw(views.PasswordResetConfirmView):
    """Chooses the new password; logs nobody in, so the code is still asked."""

    template_name = "toegang/wachtwoord_nieuw.html"
    success_url = reverse_lazy("admin:wachtwoord_klaar")
    title = _("Kies een nieuw wachtwoord")

    def form_valid(self, form: Any) -> HttpResponse:
        antwoord = super().form_valid(form)
        wat = tekst("Nieuw wachtwoord gekozen met een link uit de mail.")
        naam = form.user.get_username()
        leg_vast(huidig_verzoek(), Logregel.Soort.WACHTWOORD, wat, naam=naam)
        return antwoord


class Klaar(views.PasswordResetCompleteView):
    template_name = "toegang/wachtwoord_klaar.html"
    title = _("Uw wachtwoord is veranderd")


def urls(site: Any) -> list[Any]:
    """The four pages of choosing a new password, with the look of the admin."""

    def pagina(adres: str, klasse: Any, naam: str) -> Any:
        kop = {"site_header": site.site_header, "site_title": site.site_title}
        return path(adres, klasse.as_view(extra_context=kop), name=naam)

    return [
        pagina("wachtwoord-vergeten/", Vergeten, "wachtwoord_vergeten"),
        pagina("wachtwoord-vergeten/gestuurd/", Gestuurd, "wachtwoord_gestuurd"),
        pagina("wachtwoord/<uidb64>/<token>/", Nieuw, "wachtwoord_nieuw"),
        pagina("wachtwoord-klaar/", Klaar, "wachtwoord_klaar"),
    ]
