// Buttons with data-print print the page; without this script they stay hidden.
for (const knop of document.querySelectorAll("[data-print]")) {
  knop.hidden = false;
  knop.addEventListener("click", () => window.print());
}
