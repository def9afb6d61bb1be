"""A Locatieserver of our own: answers as PDOK does, on this machine."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

MARKT = {
    "weergavenaam": "Markt 1, 5401GN Uden",
    "straatnaam": "Markt",
    "huis_nlt": "1",
    "postcode": "5401GN",
    "woonplaatsnaam": "Uden",
    "centroide_ll": "POINT(5.61812345 51.66087654)",
}


class NepPdok:
    """``vragen`` holds the query of every request; ``antwoord`` is what it says next."""

    def __init__(self) -> None:
        self.vragen: list[dict[str, list[str]]] = []
        self.antwoord = json.dumps({"response": {"numFound": 1, "docs": [MARKT]}}).encode()
        self.status = 200
        self.adres = ""


@contextmanager
def pdok() -> Iterator[NepPdok]:
    """Runs as long as the block."""
    nep = NepPdok()

    class Antwoord(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            nep.vragen.append(parse_qs(urlsplit(self.path).query))
            self.send_response(nep.status)
            self.end_headers()
            self.wfile.write(nep.antwoord)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Antwoord)
    Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    nep.adres = f"http://127.0.0.1:{server.server_port}"
    try:
        yield nep
    finally:
        server.shutdown()
        server.server_close()
