"""A choice of weekdays in one column: "024" is Monday, Wednesday and Friday."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.db import models
from django.utils.text import capfirst

from ..openingstijden.woorden import dagen_in_woorden, dagnaam


def toon_weekdagen(waarde: str) -> str:
    """ "024" → "maandag, woensdag en vrijdag"; "" → ""."""
    return dagen_in_woorden([int(dag) for dag in waarde]) if waarde else ""


class WeekdagenKeuze(forms.MultipleChoiceField):
    """A tick box per day; gives the text of the column."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        self.empty_value = ""
        kwargs["choices"] = [(str(dag), capfirst(dagnaam(dag))) for dag in range(7)]
        super().__init__(**{k: w for k, w in kwargs.items() if k not in ("max_length", "strip")})

    def prepare_value(self, value: Any) -> Any:
        return list(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        return "".join(sorted(set(super().clean(value))))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return "".join(sorted(initial or "")) != "".join(sorted(data or ""))


class WeekdagenField(models.CharField):
    """Digits of ``date.weekday()`` in order; empty: the weekday of the first day."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 7
        super().__init__(*args, **kwargs)
        self.validators.append(RegexValidator(r"^0?1?2?3?4?5?6?\Z"))

    def deconstruct(self) -> Any:
        naam, pad, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return naam, pad, args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        kwargs.pop("widget", None)
        return super().formfield(**{**kwargs, "form_class": WeekdagenKeuze})
