// Parts of an admin form that follow what is typed: [data-levend] is the address that makes the
// part from the whole form, [data-levend-bij] how the names of the fields begin that it follows,
// with a space between them.
// Without this script the part shows what was last saved.
const WACHT = 600;

function volg(deel) {
  const formulier = deel.closest("form");
  if (!formulier) return;
  const begin = deel.dataset.levendBij.split(" ");
  let klok;
  let beurt = 0;
  const ververs = async () => {
    const deze = ++beurt;
    const antwoord = await fetch(deel.dataset.levend, {
      method: "POST",
      body: new FormData(formulier),
    }).catch(() => null);
    if (!antwoord?.ok || deze !== beurt) return;
    const inhoud = new DOMParser().parseFromString(await antwoord.text(), "text/html").body;
    if (inhoud.textContent !== deel.textContent) deel.replaceChildren(...inhoud.childNodes);
  };
  const straks = ({ target }) => {
    if (!begin.some((naam) => target.name?.startsWith(naam))) return;
    clearTimeout(klok);
    klok = setTimeout(ververs, WACHT);
  };
  formulier.addEventListener("input", straks);
  formulier.addEventListener("change", straks);
  formulier.addEventListener("click", ({ target }) => {
    if (target.closest(".inline-deletelink, .timelist a")) straks({ target: { name: begin[0] } });
  });
}

for (const deel of document.querySelectorAll("[data-levend]")) volg(deel);
