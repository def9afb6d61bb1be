// Maps in the forms of the admin. [data-puntkaart] sets the fields lat and lon; [data-grenskaart]
// draws the border in the text field beside it. The fields always work without a map.
/* global L */

const RUSTIG = matchMedia("(prefers-reduced-motion: reduce)").matches;
const NEDERLAND = [52.1, 5.3];

for (const element of document.querySelectorAll("[data-puntkaart]")) puntkaart(element);
for (const element of document.querySelectorAll("[data-grenskaart]")) grenskaart(element);

function maakKaart(element) {
  const woorden = element.dataset;
  element.hidden = false;
  element.setAttribute("role", "region");
  element.setAttribute("aria-label", woorden.titel);
  const kaart = L.map(element, {
    attributionControl: false,
    fadeAnimation: !RUSTIG,
    markerZoomAnimation: !RUSTIG,
    maxZoom: 19,
    scrollWheelZoom: false,
    zoomAnimation: !RUSTIG,
    zoomControl: false,
  });
  L.control.zoom({ zoomInTitle: woorden.dichterbij, zoomOutTitle: woorden.verderaf }).addTo(kaart);
  L.control.attribution({ prefix: false }).addTo(kaart);
  L.tileLayer(woorden.tegels, { attribution: woorden.bron, maxZoom: 19 }).addTo(kaart);
  return kaart;
}

/** Look at what it is about; again when a part that was closed opens and the map gets its size. */
function kijkBijOpenen(kaart, element, kijk) {
  kijk();
  let was = element.clientWidth;
  new ResizeObserver(() => {
    kaart.invalidateSize();
    if (!was && element.clientWidth) kijk();
    was = element.clientWidth;
  }).observe(element);
}

// --- one point -------------------------------------------------------------------------------

function puntkaart(element) {
  const formulier = element.closest("form");
  const [lat, lon] = ["lat", "lon"].map((naam) => formulier.elements[naam]);
  if (!lat || !lon) return; // somebody who may only look
  const kaart = maakKaart(element);
  const icoon = L.divIcon({ className: "beheerpunt", iconSize: [24, 24] });
  const punt = L.marker(NEDERLAND, { draggable: true, icon: icoon, keyboard: false });
  const lees = () => [lat, lon].map(({ value }) => Number.parseFloat(value.replace(",", ".")));
  const schrijf = ({ lat: breedte, lng: lengte }) => {
    lat.value = breedte.toFixed(6);
    lon.value = lengte.toFixed(6);
    toon();
  };
  const toon = () => {
    const plek = lees();
    if (plek.some(Number.isNaN)) return punt.remove();
    return punt.setLatLng(plek).addTo(kaart);
  };
  const kijk = () => {
    const plek = lees();
    const { middenLat, middenLon } = element.dataset;
    const midden = [middenLat, middenLon].map(Number);
    if (!plek.some(Number.isNaN)) kaart.setView(plek, 16, { animate: !RUSTIG });
    else kaart.setView(middenLat ? midden : NEDERLAND, middenLat ? 12 : 7);
  };
  kijkBijOpenen(kaart, element, kijk);
  toon();
  kaart.on("click", ({ latlng }) => schrijf(latlng));
  punt.on("dragend", () => schrijf(punt.getLatLng()));
  for (const veld of [lat, lon]) veld.addEventListener("change", () => (toon(), kijk()));
  adreszoeker(element.parentElement, formulier, () => (toon(), kijk()));
}

/** The button that asks for addresses, and those that take one over. */
function adreszoeker(vak, formulier, klaar) {
  const lijst = vak.querySelector("[data-adressen]");
  const knop = vak.querySelector("[data-zoek-adres]");
  knop.addEventListener("click", async (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const antwoord = await fetch(knop.formAction, { method: "POST", body: new FormData(formulier) });
    if (!antwoord.ok) return;
    const inhoud = new DOMParser().parseFromString(await antwoord.text(), "text/html").body;
    lijst.replaceChildren(...inhoud.childNodes);
  });
  lijst.addEventListener("click", ({ target }) => {
    const adres = target.closest("[data-adres]");
    if (!adres) return;
    for (const [naam, waarde] of Object.entries(adres.dataset)) {
      if (naam !== "adres" && waarde) formulier.elements[naam].value = waarde;
    }
    lijst.replaceChildren();
    klaar();
    knop.focus();
  });
}

// --- a border --------------------------------------------------------------------------------

function grenskaart(element) {
  const veld = document.getElementById(element.dataset.grenskaart);
  const kaart = maakKaart(element);
  const vlakken = L.featureGroup().addTo(kaart);
  laad(veld, vlakken);
  kijkBijOpenen(kaart, element, () => {
    if (!vlakken.getLayers().length) kaart.setView(NEDERLAND, 7);
    else kaart.fitBounds(vlakken.getBounds(), { animate: false });
  });
  L.drawLocal = vertaald(JSON.parse(element.querySelector("script")?.textContent ?? "{}"));
  const geen = { circle: false, circlemarker: false, marker: false, polyline: false, rectangle: false };
  const teken = { polygon: { allowIntersection: false, showArea: false }, ...geen };
  kaart.addControl(new L.Control.Draw({ draw: teken, edit: { featureGroup: vlakken } }));
  kaart.on(L.Draw.Event.CREATED, ({ layer }) => vlakken.addLayer(layer));
  const gebeurtenissen = [L.Draw.Event.CREATED, L.Draw.Event.EDITED, L.Draw.Event.DELETED];
  kaart.on(gebeurtenissen.join(" "), () => bewaar(veld, vlakken));
  veld.addEventListener("change", () => {
    vlakken.clearLayers();
    laad(veld, vlakken);
  });
}

/** Every surface apart, holes included, so that each can be changed or taken away. */
function laad(veld, vlakken) {
  try {
    const grens = JSON.parse(veld.value || "null");
    const delen = grens?.type === "MultiPolygon" ? grens.coordinates : grens ? [grens.coordinates] : [];
    for (const deel of delen) {
      vlakken.addLayer(L.polygon(L.GeoJSON.coordsToLatLngs(deel, 1)));
    }
  } catch {
    // What stands in the field is no border; saving will say so.
  }
}

function bewaar(veld, vlakken) {
  const delen = vlakken.getLayers().map((laag) => laag.toGeoJSON(6).geometry.coordinates);
  const een = delen.length === 1;
  const grens = { type: een ? "Polygon" : "MultiPolygon", coordinates: een ? delen[0] : delen };
  veld.value = delen.length ? JSON.stringify(grens) : "";
}

/** The words of Leaflet.draw, replaced where {path: word} has one. */
function vertaald(woorden) {
  for (const [pad, woord] of Object.entries(woorden)) {
    const delen = pad.split(".");
    const laatste = delen.pop();
    delen.reduce((deel, naam) => deel[naam], L.drawLocal)[laatste] = woord;
  }
  return L.drawLocal;
}
