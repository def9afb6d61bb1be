// Lists to choose from (templates/admin/_kieslijst.html): search, a summary of what is chosen,
// and what a pop-up of the admin just made. Without this script the whole list is there.
const WACHT = 300;

for (const lijst of document.querySelectorAll("[data-kieslijst]")) begin(lijst);

function begin(lijst) {
  const rijen = lijst.querySelector(".kieslijst__rijen");
  const zoek = lijst.querySelector("[data-zoek]");
  vatSamen(lijst);
  rijen.addEventListener("change", () => vatSamen(lijst));
  volgPopup(lijst, rijen);
  if (!zoek) return;
  zoek.hidden = false;
  const veld = zoek.querySelector("input");
  let klok;
  veld.addEventListener("keydown", (toets) => {
    if (toets.key === "Enter") toets.preventDefault(); // it would save the whole form
  });
  veld.addEventListener("input", (gebeurtenis) => {
    gebeurtenis.stopPropagation();
    clearTimeout(klok);
    klok = setTimeout(() => zoekIn(lijst, rijen, veld.value.trim()), WACHT);
  });
}

function vatSamen(lijst) {
  const regel = lijst.querySelector("[data-gekozen]");
  const namen = [...lijst.querySelectorAll("input:checked")]
    .filter(({ value }) => value)
    .map((keuze) => keuze.parentElement.textContent.trim());
  regel.textContent = namen.join(" · ") || regel.dataset.niets;
  regel.hidden = false;
}

async function zoekIn(lijst, rijen, vraag) {
  if (lijst.dataset.zoekadres && vraag) {
    const adres = `${lijst.dataset.zoekadres}&term=${encodeURIComponent(vraag)}`;
    const antwoord = await fetch(adres).catch(() => null);
    if (antwoord?.ok) {
      for (const { id, text } of (await antwoord.json()).results) voegToe(lijst, rijen, id, text);
    }
  }
  const klein = vraag.toLowerCase();
  for (const rij of rijen.children) {
    const gekozen = rij.querySelector("input")?.checked;
    rij.hidden = !gekozen && !rij.textContent.toLowerCase().includes(klein);
  }
}

/** The row of a value, made if it was not there. */
function voegToe(lijst, rijen, waarde, tekst) {
  const { soort, naam } = lijst.dataset;
  const keuzes = [...rijen.querySelectorAll("input")];
  const bestaand = keuzes.find(({ value }) => value === String(waarde));
  if (bestaand) return bestaand;
  const keuze = document.createElement("input");
  Object.assign(keuze, { type: soort, name: naam, value: waarde });
  const naamdeel = document.createElement("span");
  naamdeel.textContent = tekst;
  const label = document.createElement("label");
  label.append(keuze, " ", naamdeel);
  const rij = document.createElement("li");
  rij.append(label);
  rijen.prepend(rij);
  return keuze;
}

/** The admin puts what a pop-up made into a <select>; here it becomes a row that is chosen. */
function volgPopup(lijst, rijen) {
  const select = lijst.querySelector("select");
  new MutationObserver(() => {
    for (const optie of [...select.options]) {
      voegToe(lijst, rijen, optie.value, optie.text).checked = true;
      optie.remove();
    }
    vatSamen(lijst);
  }).observe(select, { childList: true });
}
