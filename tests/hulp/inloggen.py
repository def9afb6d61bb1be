"""Somebody of the demo, logged in without a password: that form is tested elsewhere."""

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page


def aan(pagina: Page, site: str, naam: str = "redacteur", adres: str = "") -> Page:
    """The page with a session of this user, at an address of the site where one is given."""
    client = Client()
    client.force_login(User.objects.get(username=naam))
    sleutel = client.cookies[settings.SESSION_COOKIE_NAME].value
    pagina.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": sleutel, "url": site}]
    )
    if adres:
        pagina.goto(f"{site}{adres}")
    return pagina
