"""What a colleague does with a question in /werk/: each form knows which version was looked at."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from ..models import Gebied, Hulpvraag, Teamlid
from ..models.hulpvraag import LANGSTE
from ..vragen.handelingen import Bestemming
from ..vragen.team import teams
from ..vragen.toegang import Toegang


class Werkformulier(forms.Form):
    """Nothing but the version of the question that was on the screen."""

    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, vraag: Hulpvraag, toegang: Toegang, data: Any = None) -> None:
        self.vraag, self.toegang = vraag, toegang
        super().__init__(data, prefix=None, initial={"versie": vraag.versie}, auto_id=self.ids)

    @property
    def ids(self) -> str:
        """Several forms stand on one page."""
        return f"{type(self).__name__.lower()}-%s"

    def bij_nieuwe_versie(self) -> None:
        """Keep what was typed, for who looks again at how it is now."""
        self.data = {**self.data.dict(), "versie": self.vraag.versie}  # type: ignore[attr-defined]


def _themaveld() -> Any:
    veld: Any = Hulpvraag._meta.get_field("thema")
    themas = veld.related_model.objects.filter(ouder=None)
    return veld.formfield(
        queryset=themas,
        label=_("Waar ging het over?"),
        empty_label=tekst("Kies een onderwerp"),
        help_text=_("Alleen voor de cijfers."),
    )


def deel_themas(formulieren: Iterable[Werkformulier]) -> None:
    """Read the themes once for all forms of a page."""
    velden: list[Any] = [f.fields["thema"] for f in formulieren if "thema" in f.fields]
    keuzes = list(iter(velden[0].choices))  # iter: a plain list would count them first
    for veld in velden:
        veld.choices = keuzes


class MetThema(Werkformulier):
    def __init__(self, vraag: Hulpvraag, toegang: Toegang, data: Any = None) -> None:
        super().__init__(vraag, toegang, data)
        self.fields["thema"] = _themaveld()
        self.initial["thema"] = vraag.thema_id


class Antwoord(MetThema):
    tekst = forms.CharField(
        label=_("Uw antwoord"),
        max_length=LANGSTE,
        help_text=_("Schrijf kort en in gewone woorden. Sluit af met wat de vrager nu kan doen."),
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": _("Schrijf eerst een antwoord.")},
    )


class Afronden(MetThema):
    tekst = forms.CharField(
        label=_("Waarom rondt u de vraag af?"),
        max_length=300,
        help_text=_("De vrager leest dit."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf in één zin waarom u de vraag afrondt.")},
    )


class Doorgeven(Werkformulier):
    """To a colleague, or to a team; who was only asked by name gives it to the team."""

    naar = forms.ChoiceField(label=_("Aan wie geeft u de vraag?"))
    tekst = forms.CharField(
        label=_("Waarom?"),
        max_length=300,
        help_text=_("De vrager leest dit. Bijvoorbeeld: Bas weet meer van geld."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf in één zin waarom u de vraag doorgeeft.")},
    )

    def __init__(self, vraag: Hulpvraag, toegang: Toegang, data: Any = None) -> None:
        super().__init__(vraag, toegang, data)
        self._bestemmingen = dict(self._mogelijk())
        groepen: dict[str, list[tuple[str, str]]] = {}
        for sleutel, (groep, naam, _bestemming) in self._bestemmingen.items():
            groepen.setdefault(groep, []).append((sleutel, naam))
        self.fields["naar"].choices = [("", tekst("Maak een keuze")), *groepen.items()]  # type: ignore[attr-defined]

    @property
    def bestemming(self) -> Bestemming:
        return self._bestemmingen[self.cleaned_data["naar"]][2]

    def _mogelijk(self) -> Any:
        """(key, (group, name, destination)), without where the question already is."""
        vraag = self.vraag
        if not self.toegang.is_van_team(vraag):
            yield self._team(vraag.team)
            return
        alle = teams()
        for lid in alle.get(vraag.team, ()):
            if lid.gebruiker_id not in (vraag.behandelaar_id, self.toegang.gebruiker.pk):
                yield self._collega(lid)
        for gebied in alle:
            if gebied.pk != vraag.team_id or vraag.behandelaar_id:
                yield self._team(gebied)

    def _collega(self, lid: Teamlid) -> tuple[str, tuple[str, str, Bestemming]]:
        bestemming = Bestemming(self.vraag.team, lid.gebruiker)
        return f"lid-{lid.pk}", (tekst("Een collega"), f"{lid.naam}, {lid.functie}", bestemming)

    def _team(self, gebied: Gebied) -> tuple[str, tuple[str, str, Bestemming]]:
        naam = tekst("Het team van %s") % gebied
        return f"team-{gebied.pk}", (tekst("Een team"), naam, Bestemming(gebied))
