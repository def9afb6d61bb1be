// Live results are htmx; here: leaving quickly, where the visitor is, and back after a live search.
document.body.addEventListener("click", (event) => {
  const weg = event.target.closest("[data-snel-weg]");
  if (weg) {
    event.preventDefault();
    window.location.replace(weg.href); // the page does not stay in the history
  }
  const hier = event.target.closest("[data-hier]");
  if (hier) zoekHier(hier);
});

function toonHier() {
  if (!("geolocation" in navigator)) return;
  for (const knop of document.querySelectorAll("[data-hier]")) knop.hidden = false;
}

function zoekHier(knop) {
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    const formulier = knop.form;
    formulier.elements.lat.value = coords.latitude.toFixed(3);
    formulier.elements.lon.value = coords.longitude.toFixed(3);
    formulier.elements.volgorde.value = "dichtbij";
    formulier.requestSubmit();
  });
}

function opFormaat() {
  toonHier();
  const breed = window.matchMedia("(min-width: 56rem)").matches;
  for (const filters of document.querySelectorAll(".filters")) if (breed) filters.open = true;
}

// A live region must be there before its text changes, or screen readers stay silent.
function zegAantal() {
  const kop = document.querySelector("#resultaten h2");
  document.querySelector("[data-aantal]").textContent = kop ? kop.textContent : "";
}

opFormaat();
document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id === "voorstellen") return;
  opFormaat();
  zegAantal();
});
