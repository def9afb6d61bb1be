"""Walks every theme in every area and says what is wrong with the way there."""

from collections.abc import Iterator

from django.test import Client

from voorzieningen.boom.lezen import lees_graaf
from voorzieningen.boom.route import Route, route_voor
from voorzieningen.models import Boomlaag, Stap, Thema
from wijken.models import Gebied


def gebreken() -> list[str]:
    """Dead ends, circles and steps without a contact, over all themes and areas."""
    gebieden = list(Gebied.objects.zichtbaar().met_keten())
    gebieden = [g for g in gebieden if g.soort in ("wijk", "stadsdeel", "gemeente")]
    themas = list(Thema.objects.zichtbaar().hoofdthemas())
    fouten = [f"step {pijl.nummer}: {fout}" for pijl, fout in lees_graaf().fouten().items()]
    for gebied in gebieden:
        for thema in themas:
            fouten += [f"{gebied}, {thema}: {f}" for f in _in_route(route_voor(thema, gebied))]
    return fouten


def aantal_routes() -> int:
    gebieden = Gebied.objects.zichtbaar().exclude(soort="buurt")
    return gebieden.count() * Thema.objects.zichtbaar().hoofdthemas().count()


def _in_route(route: Route) -> Iterator[str]:
    lagen = [halte.laag for halte in route.haltes]
    if lagen != list(Boomlaag.objects.zichtbaar()):
        yield f"only {lagen}"
    for halte in route.haltes[:-1]:
        if not halte.verder:
            yield f"no way up from {halte.laag}"
    for halte in route.haltes:
        if not (halte.contact and halte.contact.telefoon):
            yield f"nobody to call at {halte.laag}"
    if not any(halte.hulp for halte in route.haltes):
        yield "no help at all"
    if not route.terug or route.terug[-1].naar_laag != lagen[0]:
        yield "no way back to the roots"


def gebreken_op_papier(client: Client) -> list[str]:
    """What a resident misses on the page itself: a layer, a number at it, or the way back."""
    lagen = [laag.naam for laag in Boomlaag.objects.zichtbaar()]
    gebieden = Gebied.objects.zichtbaar().exclude(soort="buurt")
    themas = Thema.objects.zichtbaar().hoofdthemas().values_list("slug", flat=True)
    adressen = [f"/boom/route/?thema={t}&wijk={g.slug}" for g in gebieden for t in themas]
    gelezen = ((adres, client.get(adres).content.decode()) for adres in adressen)
    return [f"{adres}: {fout}" for adres, html in gelezen for fout in _op_blad(html, lagen)]


def _op_blad(html: str, lagen: list[str]) -> Iterator[str]:
    weg = html.split('<ol class="route">')[1].split("</ol>")[0]
    plekken = [weg.find(f">{naam}</h2>") for naam in lagen]
    if plekken != sorted(plekken) or min(plekken) < 0:
        yield "a layer is missing or out of order"
    haltes = weg.split("</h2>")[1 : len(lagen) + 1]
    yield from (f"no number at {naam}" for naam, halte in zip(lagen, haltes, strict=True)
                if 'href="tel:' not in halte)  # fmt: skip
    if "En weer terug" not in weg:
        yield "no way back"


def stappen_zonder_wie() -> list[Stap]:
    return [stap for stap in Stap.objects.zichtbaar() if not (stap.wie and stap.wie_belt)]
