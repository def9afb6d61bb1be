// "Zo zoekt dit": shows below the form how the search works with what is typed, without saving it.
const WACHT = 500;

function begin(formulier) {
  const knop = formulier.querySelector("[data-proef]");
  const uitkomst = formulier.querySelector("[data-proef-uitkomst]");
  if (!knop || !uitkomst) return;
  let klok;
  let laatste = 0; // a slow answer may not replace that of what was typed after it
  const probeer = async () => {
    const beurt = ++laatste;
    const antwoord = await fetch(knop.formAction, { method: "POST", body: new FormData(formulier) });
    const tekst = antwoord.ok ? await antwoord.text() : "";
    if (beurt !== laatste) return;
    const inhoud = new DOMParser().parseFromString(tekst, "text/html").body;
    uitkomst.replaceChildren(...inhoud.childNodes);
  };
  formulier.addEventListener("input", () => {
    clearTimeout(klok);
    klok = setTimeout(probeer, WACHT);
  });
  knop.addEventListener("click", (event) => {
    event.preventDefault();
    probeer();
  });
}

document.addEventListener("DOMContentLoaded", () => {
  for (const formulier of document.querySelectorAll("form[id$='_form']")) begin(formulier);
});
