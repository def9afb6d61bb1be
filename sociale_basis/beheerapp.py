"""The admin with our own site: every ModelAdmin that any app registers ends up on it."""

from django.contrib.admin.apps import AdminConfig


class BeheerConfig(AdminConfig):
    default_site = "sociale_basis.beheersite.Beheersite"
