// Live results are htmx; here: what it leaves to do for the keyboard, the ear and the map.
const KORTST = 3; // letters before results follow what is typed
const vak = document.querySelector("#q");
const formulier = document.querySelector("#zoeken");
const smal = () => !window.matchMedia("(min-width: 56rem)").matches;
let open = new Set();
let gekozen = ""; // id of what had the focus
let naarResultaten = false;

document.body.addEventListener("click", ({ target }) => {
  if (target.closest("[data-hier]")) zoekHier();
  if (target.closest("[data-laat-zien]")) naarResultaten = smal();
});

// The page does not stay in the history of the browser.
document.body.addEventListener("click", (event) => {
  const weg = event.target.closest("[data-snel-weg]");
  if (!weg) return;
  event.preventDefault();
  window.location.replace(weg.href);
});

// Leaving the box is no new question: the results may not move under a finger on its way to them.
vak.addEventListener("change", (event) => event.stopPropagation());

formulier.addEventListener("change", ({ target }) => {
  if (target.id === "postcode") zetPlek("", "");
}, { capture: true });

function zetPlek(lat, lon) {
  formulier.elements.lat.value = lat;
  formulier.elements.lon.value = lon;
}

function zoekHier() {
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    zetPlek(coords.latitude.toFixed(3), coords.longitude.toFixed(3));
    formulier.elements.postcode.value = "";
    formulier.elements.volgorde.value = "dichtbij";
    formulier.requestSubmit();
  }, () => {
    const woorden = document.querySelector("[data-hier-woorden]").content.textContent;
    document.querySelector("[data-hier-mislukt]").textContent = woorden;
  });
}

function begin() {
  for (const blok of document.querySelectorAll("[data-hier-blok]")) blok.hidden = !("geolocation" in navigator);
  const filters = document.querySelector(".filters");
  if (filters && !smal()) filters.open = true;
}

// --- around a live search --------------------------------------------------------------------

document.body.addEventListener("htmx:configRequest", (event) => {
  const { elt, formData, headers, triggeringEvent } = event.detail;
  if (elt !== formulier) return;
  // An address to share says only what was chosen.
  for (const [naam, waarde] of [...formData]) {
    if (!waarde || waarde === "relevantie") formData.delete(naam);
  }
  if (triggeringEvent?.type !== "input") return;
  if (vak.value.trim() && vak.value.trim().length < KORTST) event.preventDefault();
  headers["X-Typend"] = "1";
});

document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target.id !== "resultaten") return;
  open = new Set([...document.querySelectorAll("[data-open][open]")].map(({ dataset }) => dataset.open));
  gekozen = detail.target.contains(document.activeElement) ? document.activeElement.id : "";
});

document.body.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.target.id !== "resultaten") return;
  for (const blok of document.querySelectorAll("[data-open]")) blok.open ||= open.has(blok.dataset.open);
  begin();
  zeg();
  if (gekozen) pakOp(gekozen);
  if (naarResultaten) toonResultaten();
});

// Only now is what was chosen in sight again; a list that scrolls has to follow.
function pakOp(id) {
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest" });
}

function toonResultaten() {
  naarResultaten = false;
  document.querySelector(".filters").open = false;
  document.querySelector("#gevonden").scrollIntoView();
}

// A live region must be there before its text changes, or screen readers stay silent.
function zeg() {
  const zinnen = [...document.querySelectorAll("#resultaten [data-zeg]")];
  const gezegd = zinnen.map((zin) => zin.textContent.trim()).join(". ");
  document.querySelector("[data-aantal]").textContent = gezegd;
}

begin();
