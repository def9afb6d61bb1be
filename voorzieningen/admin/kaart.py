"""What organisations, places and provisions share in the admin."""

from sociale_basis.kern.beheer import ArchiefAdmin, bevestig


class KaartAdmin(ArchiefAdmin):
    """What organisations, places and provisions share."""

    actions = [bevestig]
    list_filter = ["publicatie", "soort"]
    list_per_page = 50
    save_on_top = True
    list_display = ["__str__", "soort", "publicatie", "laatst_gecontroleerd"]
