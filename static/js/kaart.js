// Draws each [data-kaart] (templates/_kaart.html) with Leaflet. All words come from its data
// attributes. Without this script the text inside stays, and the page says the same in a list.
/* global L */

const RUSTIG = matchMedia("(prefers-reduced-motion: reduce)").matches;
const VINGERS = matchMedia("(pointer: coarse)").matches;
const AFSTAND = 58; // pixels between two markers; at half zoom levels they come to 41
const STEEL = 17; // pixels from the middle of a marker down to the point it marks
// Room for the zoom buttons at the left and for markers, which stand above their point.
const RAND = { paddingTopLeft: [84, 52], paddingBottomRight: [28, 28] };
const SPELD = icoon("kaartspeld", 30);
const ONTMOETEN = icoon("kaartspeld kaartspeld--ontmoeten", 30);

houdGroepenUitElkaar();
for (const element of document.querySelectorAll("[data-kaart]")) {
  teken(element).catch((fout) => {
    console.warn("kaart:", fout);
    meld(element, "mislukt");
  });
}

async function teken(element) {
  const woorden = element.dataset;
  zeg(element, woorden.laadt);
  const antwoorden = await Promise.allSettled([haal(woorden.grenzen), haal(woorden.punten)]);
  const mislukt = antwoorden.some(({ status }) => status === "rejected");
  const [grenzen, punten] = antwoorden.map(({ value }) => value ?? []);
  const lagen = maakLagen(grenzen, punten, woorden);
  if (!lagen.length) return meld(element, mislukt ? "mislukt" : "leeg");

  const kaart = maakKaart(element);
  for (const laag of lagen) laag.addTo(kaart);
  const vak = L.latLngBounds(lagen.map((laag) => laag.getBounds()));
  kaart.fitBounds(vak, { ...RAND, maxZoom: 16, animate: false });
  toon(element, "deels", mislukt);
  toon(element, "schets", grenzen.some(({ properties }) => properties.indicatief));
  toon(element, "soorten", new Set(punten.map(({ properties }) => properties.ontmoeten)).size > 1);
  toon(element, "vingers", VINGERS);
  woorden.toestand = "klaar";
}

/** The features at a GeoJSON address; none for an empty one. */
async function haal(adres) {
  if (!adres) return [];
  const antwoord = await fetch(adres, { headers: { Accept: "application/json" } });
  if (!antwoord.ok) throw new Error(`${adres}: ${antwoord.status}`);
  return (await antwoord.json()).features.filter(({ geometry }) => geometry);
}

function maakLagen(grenzen, punten, woorden) {
  const lagen = [];
  if (grenzen.length) lagen.push(maakGrenzen(grenzen, woorden, !punten.length));
  if (punten.length) lagen.push(maakSpelden(punten, woorden));
  if (woorden.lat && woorden.lon) lagen.push(maakPlek(woorden));
  return lagen;
}

// --- what is said ----------------------------------------------------------------------------

function zeg(element, zin) {
  element.querySelector(".kaart__tekst").textContent = zin;
}

/** No map: the state `leeg` or `mislukt`, with its sentence. */
function meld(element, toestand) {
  zeg(element, element.dataset[toestand]);
  element.dataset.toestand = toestand;
}

function toon(element, uitleg, waar) {
  element.parentElement.querySelector(`[data-kaart-${uitleg}]`).hidden = !waar;
}

/** Names go into the page as text, never as HTML. */
function maak(soort, tekst, klasse = "") {
  const element = document.createElement(soort);
  element.textContent = tekst;
  element.className = klasse;
  return element;
}

// --- the map itself --------------------------------------------------------------------------

function maakKaart(element) {
  const woorden = element.dataset;
  element.replaceChildren();
  element.setAttribute("role", "region");
  element.setAttribute("aria-label", woorden.titel);
  const kaart = L.map(element, {
    attributionControl: false,
    dragging: !VINGERS, // one finger scrolls the page, two move the map
    fadeAnimation: !RUSTIG,
    inertia: !RUSTIG,
    markerZoomAnimation: !RUSTIG,
    maxZoom: 19,
    minZoom: 7,
    scrollWheelZoom: false,
    zoomAnimation: !RUSTIG,
    zoomControl: false,
    zoomSnap: 0.25,
  });
  L.control
    .zoom({ zoomInTitle: woorden.dichterbij, zoomOutTitle: woorden.verderaf })
    .addTo(kaart);
  L.control.attribution({ prefix: false }).addTo(kaart);
  L.tileLayer(woorden.tegels, { attribution: woorden.bron, maxZoom: 19 }).addTo(kaart);
  laatWielMetRust(kaart);
  verzorgPopups(kaart, woorden);
  return kaart;
}

/** The wheel scrolls the page, until somebody clicks in the map or tabs to it. */
function laatWielMetRust(kaart) {
  kaart.on("click focus", () => kaart.scrollWheelZoom.enable());
  kaart.on("blur mouseout", () => kaart.scrollWheelZoom.disable());
}

/** Who opens a popup with the keyboard lands in it, and returns to its marker after. */
function verzorgPopups(kaart, woorden) {
  let speld = null;
  kaart.on("popupopen", ({ popup }) => {
    popup.getElement().querySelector(".leaflet-popup-close-button").ariaLabel = woorden.sluit;
    speld = popup._source.getElement();
    if (speld?.matches(":focus-visible")) popup.getElement().querySelector("a").focus();
  });
  kaart.on("popupclose", ({ popup }) => {
    const hier = document.activeElement;
    if (hier === document.body || popup.getElement().contains(hier)) speld?.focus();
  });
  kaart.getContainer().addEventListener("keydown", ({ key }) => {
    if (key === "Escape") kaart.closePopup();
  });
}

// --- areas -----------------------------------------------------------------------------------

/** Borders of areas; their names stay in sight where there are no markers (`benoemd`). */
function maakGrenzen(features, woorden, benoemd) {
  const precies = features.some(({ properties }) => !properties.indicatief);
  const lagen = L.geoJSON(features, {
    attribution: precies ? woorden.bronGrenzen : "",
    style: ({ properties }) => ({
      className: isHier(properties) ? "kaartgrens kaartgrens--hier" : "kaartgrens",
      interactive: !isHier(properties),
    }),
    onEachFeature({ properties }, laag) {
      if (!isHier(properties)) maakLink(laag, properties, benoemd);
    },
  });
  if (benoemd) lagen.on("add", () => houdNamenPassend(lagen));
  return lagen;
}

const isHier = ({ url }) => url === location.pathname;

function maakLink(laag, { naam, url }, benoemd) {
  const opties = benoemd ? { permanent: true, direction: "center" } : { sticky: true };
  laag.bindTooltip(maak("span", naam), { className: "kaartnaam", opacity: 1, ...opties });
  laag.on("click", () => location.assign(url));
  laag.on("keydown", ({ originalEvent }) => {
    if (originalEvent.key === "Enter") location.assign(url);
  });
  laag.on("add", () => {
    const vorm = laag.getElement();
    vorm.setAttribute("role", "link");
    vorm.setAttribute("tabindex", "0");
    vorm.setAttribute("aria-label", naam);
    if (benoemd) wijsAan(vorm, laag.getTooltip().getElement());
  });
}

function wijsAan(vorm, naam) {
  for (const soort of ["mouseenter", "mouseleave", "focus", "blur"]) {
    vorm.addEventListener(soort, () => {
      naam.classList.toggle("kaartnaam--gewezen", ["mouseenter", "focus"].includes(soort));
    });
  }
}

/** A name that is wider than its area shows only while its area is pointed at or has the focus. */
function houdNamenPassend(lagen) {
  const pas = () => lagen.eachLayer((laag) => pasNaam(laag, lagen._map));
  lagen._map.on("zoomend", pas).whenReady(pas);
}

function pasNaam(laag, kaart) {
  const naam = laag.getTooltip()?.getElement();
  if (!naam) return;
  const vak = laag.getBounds();
  const breedte =
    kaart.latLngToLayerPoint(vak.getNorthEast()).x - kaart.latLngToLayerPoint(vak.getSouthWest()).x;
  naam.classList.toggle("kaartnaam--smal", naam.offsetWidth > breedte);
}

// --- places ----------------------------------------------------------------------------------

/** Groups stand at the place they were counted from: the middle of all their places may lie on
    top of another group. */
function houdGroepenUitElkaar() {
  const reken = L.MarkerCluster.prototype._recalculateBounds;
  L.MarkerCluster.include({
    _recalculateBounds() {
      reken.call(this);
      if (this._cLatLng) this._latlng = this._cLatLng;
    },
  });
}

function maakSpelden(features, woorden) {
  const groepen = L.markerClusterGroup({
    animate: !RUSTIG,
    iconCreateFunction: (groep) => groepsicoon(groep.getChildCount(), woorden),
    maxClusterRadius: AFSTAND,
    showCoverageOnHover: false,
    spiderfyDistanceMultiplier: 1.6,
    spiderLegPolylineOptions: { className: "kaartpoot" },
  });
  groepen.addLayers(features.map((feature) => maakSpeld(feature, woorden)));
  // The group that was opened disappears, and with it the focus: keep that in the map.
  groepen.on("clusterkeypress", () => groepen._map.getContainer().focus({ preventScroll: true }));
  return groepen;
}

function maakSpeld({ geometry, properties }, woorden) {
  const [lon, lat] = geometry.coordinates;
  const soort = properties.ontmoeten ? woorden.ontmoeten : properties.soort;
  const speld = L.marker([lat, lon], {
    icon: properties.ontmoeten ? ONTMOETEN : SPELD,
    title: [properties.naam, soort].filter(Boolean).join(", "),
  });
  return speld.bindPopup(() => popupinhoud(properties, woorden));
}

function popupinhoud({ naam, soort, adres, url, ontmoeten }, woorden) {
  const inhoud = maak("div", "");
  const link = maak("a", naam);
  link.href = url;
  inhoud.append(link);
  const regels = [soort, ontmoeten && soort !== woorden.ontmoeten && woorden.ontmoeten, adres];
  for (const regel of regels.filter(Boolean)) inhoud.append(maak("span", regel));
  return inhoud;
}

/** The one place of the page: marked and named, nothing to operate. */
function maakPlek({ lat, lon, naam }) {
  const plek = L.marker([lat, lon], { icon: SPELD, interactive: false, keyboard: false });
  const opties = { className: "kaartnaam", direction: "top", offset: [0, -30], permanent: true };
  if (naam) plek.bindTooltip(maak("span", naam), { ...opties, opacity: 1 });
  return L.featureGroup([plek]);
}

// --- icons, drawn by static/css/kaart.css ----------------------------------------------------

function icoon(className, maat, html = "") {
  const anker = { iconAnchor: [maat / 2, maat / 2 + STEEL], popupAnchor: [0, -maat / 2 - STEEL] };
  return L.divIcon({ className, html, iconSize: [maat, maat], ...anker });
}

function groepsicoon(aantal, woorden) {
  const getal = maak("span", aantal);
  getal.ariaHidden = "true";
  const inhoud = maak("span", "");
  inhoud.append(getal, maak("span", woorden.groep.replace("{aantal}", aantal), "visueel-verborgen"));
  return icoon("kaartgroep", aantal < 10 ? 36 : aantal < 100 ? 42 : 48, inhoud);
}
