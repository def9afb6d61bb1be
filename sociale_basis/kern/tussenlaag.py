"""What every request passes through before any page sees it."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

Volgende = Callable[[HttpRequest], HttpResponse]


class ZonderNulteken:
    """Answers 400 to a null character in the query.

    Nobody types one, and PostgreSQL refuses it where SQLite does not: a page that looks
    something up by ?wijk= would answer 500.
    """

    def __init__(self, get_response: Volgende) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("null character in the query")
        return self.get_response(request)


class PerBezoeker:
    """Tells caches on the way that a page is one visitor's: it counts what is on their list."""

    def __init__(self, get_response: Volgende) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["Cookie"])
        return response


class Veiligheidskoppen:
    """Tells the browser what no page of ours uses, so that no script that slips in can.

    Only the search page asks for a place, after a click.
    """

    RECHTEN = "camera=(), geolocation=(self), microphone=(), payment=(), usb=()"

    def __init__(self, get_response: Volgende) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", self.RECHTEN)
        return response
