"""The forms of logging in, in plain Dutch."""

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from . import apparaten
from .wie import mag_inloggen

HERHAAL_WACHTWOORD = {"class": "vTextField", "autocomplete": "current-password"}


class Inlogformulier(AdminAuthenticationForm):
    """One message for a wrong name, a wrong password and a name that may not enter."""

    fout = _(
        "Deze naam en dit wachtwoord horen niet bij elkaar. Kijk ze nog eens na. "
        "Let op hoofdletters."
    )
    error_messages = {"invalid_login": fout, "inactive": fout}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Without autofocus: who listens to the page would start in the middle of it."""
        super().__init__(*args, **kwargs)
        del self.fields["username"].widget.attrs["autofocus"]

    def confirm_login_allowed(self, user: Any) -> None:
        """Staff, and who works in /werk/; to anybody else it is as if the name did not exist."""
        if not (user.is_active and mag_inloggen(user)):
            raise self.get_invalid_login_error()


class Wachtwoordvraag(forms.Form):
    """Asks the password again before something that matters; a wrong one counts as an attempt."""

    password = forms.CharField(
        label=_("Uw wachtwoord"),
        strip=False,
        widget=forms.PasswordInput(attrs=HERHAAL_WACHTWOORD),
        help_text=_("Zo weten we zeker dat u het bent."),
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.request = request
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        wachtwoord: str = self.cleaned_data["password"]
        naam = self.request.user.get_username()
        if authenticate(self.request, username=naam, password=wachtwoord) != self.request.user:
            raise ValidationError(_("Dit wachtwoord klopt niet. Probeer het nog eens."))
        return wachtwoord


class Codeformulier(forms.Form):
    """A code that is checked against one device."""

    fout = _("Deze code klopt niet. Wacht op de volgende code in uw app en probeer die.")
    code = forms.CharField(
        label=_("Code uit uw app"),
        max_length=40,
        help_text=_("Zes cijfers. Elke halve minuut staat er een nieuwe code."),
        widget=forms.TextInput(
            attrs={"class": "vTextField", "autocomplete": "one-time-code", "inputmode": "numeric"}
        ),
    )

    def __init__(self, apparaat: Any, *args: Any, **kwargs: Any) -> None:
        self.apparaat = apparaat
        super().__init__(*args, **kwargs)

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        wacht = apparaten.wacht_tot(self.apparaat)
        if wacht is None and apparaten.controleer(self.apparaat, code):
            return code
        raise ValidationError(_wacht_even(wacht) if wacht else self.fout)


class Herstelformulier(Codeformulier):
    fout = _("Deze herstelcode klopt niet, of u gebruikte hem al. Probeer een andere.")
    code = forms.CharField(
        label=_("Herstelcode"),
        max_length=40,
        help_text=_("Tien letters en cijfers. Elke code werkt één keer."),
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )


def _wacht_even(tot: Any) -> str:
    klok = date_format(timezone.localtime(tot), "H:i:s")
    return tekst("U vulde een paar keer een verkeerde code in. Probeer het weer na %s uur.") % klok
