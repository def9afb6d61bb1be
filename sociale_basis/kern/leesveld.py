"""Text fields of the admin that show hints for readers below them, while somebody types."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.forms import Script
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from .leesbaarheid import lees


class _Leesbaar(forms.Widget):
    """Beside the field: its hints as of now; static/js/levend.js renews them."""

    class Media:
        js = [Script("js/levend.js", type="module")]

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        veld = super().render(name, value, attrs, renderer)
        context = {"advies": lees(str(value or "")), "veld": name}
        return mark_safe(veld + render_to_string("admin/_leesvak.html", context))  # noqa: S308


class LeesbaarTekstvak(_Leesbaar, AdminTextareaWidget):
    pass


class LeesbareRegel(_Leesbaar, AdminTextInputWidget):
    pass
