"""Opening times and deviations, inline in the form of a place or provision."""

from django.contrib import admin

from ..models import Afwijking, Openingstijd


class OpeningstijdInline(admin.TabularInline):
    model = Openingstijd
    extra = 1
    fields = ["weekdag", "van", "tot", "op_afspraak", "geldig_van", "geldig_tot", "opmerking"]


class AfwijkingInline(admin.TabularInline):
    model = Afwijking
    extra = 0
    fields = ["van_dag", "tot_dag", "gesloten", "van", "tot", "reden"]
