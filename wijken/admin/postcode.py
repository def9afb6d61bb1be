"""Postcodes in the admin: to look something up or to mend one row; the rest is imported."""

from django.contrib import admin

from sociale_basis.kern.kiesveld import KiesMixin

from ..models import Postcodegebied, Postcodeplaats


@admin.register(Postcodegebied)
class PostcodegebiedAdmin(KiesMixin, admin.ModelAdmin):
    list_display = ["postcode", "huisnummer", "buurt"]
    search_fields = ["postcode"]
    search_help_text = "5401 of 5401AB"
    autocomplete_fields = ["buurt"]
    list_select_related = ["buurt"]
    show_full_result_count = False


@admin.register(Postcodeplaats)
class PostcodeplaatsAdmin(admin.ModelAdmin):
    list_display = ["pc4", "plaats"]
    search_fields = ["pc4", "plaats"]
    show_full_result_count = False
