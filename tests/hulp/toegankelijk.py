"""What a person with a keyboard, a screen reader or a small screen would run into."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

MAP = Path(__file__).resolve().parents[2]
REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Everything that Tab should reach, in the order of the document; of a group of radio buttons one.
_STOPT = """() => {
  const groepen = new Set();
  const zichtbaar = el => el.checkVisibility({visibilityProperty: true}) && !el.closest('[inert]');
  const stopt = el => {
    if (el.tabIndex < 0 || el.disabled || !zichtbaar(el)) return false;
    if (el.type !== 'radio' || !el.name) return true;
    const zelfde = [...document.getElementsByName(el.name)].filter(ander => ander.form === el.form);
    if (!el.checked && zelfde.some(ander => ander.checked)) return false;
    const groep = (el.form ? el.form.action : '') + el.name;
    return groepen.has(groep) ? false : groepen.add(groep);
  };
  const alle = 'a[href],button,input,select,textarea,summary,[tabindex],[contenteditable]';
  const uiterlijk = el => { const s = getComputedStyle(el); return [s.outlineStyle === 'none' ?
    '' : s.outlineStyle + s.outlineWidth + s.outlineColor, s.boxShadow].join('|'); };
  const naam = el => (el.outerHTML.match(/^<[^>]*>/) || [''])[0].slice(0, 120)
    + ' ' + (el.innerText || '').trim().slice(0, 40);
  const geroepen = [...document.querySelectorAll(alle)].filter(stopt);
  window.__stops = new Map(geroepen.map((el, i) => [el, {naam: naam(el), vooraf: uiterlijk(el)}]));
  window.__uiterlijk = uiterlijk;
  return geroepen.map(naam);
}"""
_FOCUS = """() => {
  const el = document.activeElement, stop = window.__stops.get(el);
  if (!el || el === document.body || el === document.documentElement) return null;
  const vak = el.getBoundingClientRect();
  const inBeeld = vak.bottom > 0 && vak.top < innerHeight && vak.right > 0 && vak.left < innerWidth;
  return {naam: stop ? stop.naam : el.outerHTML.slice(0, 120), inBeeld,
          zichtbaar: !stop || window.__uiterlijk(el) !== stop.vooraf};
}"""


@cache
def _axe() -> str:
    return (MAP / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def axe(pagina: Page, regels: list[str] | None = None) -> list[str]:
    """What axe-core finds on the page as it stands: one line per rule that is broken.

    Without ``regels`` all rules of WCAG 2.2 A and AA and the best practices; else those named.
    """
    if not pagina.evaluate("typeof axe === 'object'"):
        pagina.evaluate(_axe())
    opties: dict[str, Any] = {"resultTypes": ["violations"]}
    opties["runOnly"] = (
        {"type": "rule", "values": regels} if regels else {"type": "tag", "values": REGELS}
    )
    uitslag = pagina.evaluate("opties => axe.run(document, opties)", opties)
    return [_regel(breuk) for breuk in uitslag["violations"]]


def _regel(breuk: dict[str, Any]) -> str:
    plekken = [f"{knoop['target']} {knoop['failureSummary']}" for knoop in breuk["nodes"][:4]]
    return f"{breuk['id']} ({len(breuk['nodes'])}×): {breuk['help']}: " + "; ".join(plekken)


def zijwaarts(pagina: Page) -> list[str]:
    """What sticks out at the side; empty when the page needs no sideways scrolling."""
    return pagina.evaluate(
        """() => {
          const breedte = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= breedte) return [];
          const uit = [...document.querySelectorAll('body *')].filter(
            el => el.getBoundingClientRect().right > breedte + 1);
          return ['page: ' + document.documentElement.scrollWidth + ' of ' + breedte].concat(
            uit.slice(0, 5).map(el => (el.outerHTML.match(/^<[^>]*>/) || [''])[0]));
        }"""
    )


def toetsenbord(pagina: Page) -> list[str]:
    """What goes wrong when tabbing through the page: not reached, no visible focus, a trap.

    Empty when every control is reached, each shows its focus (outline or shadow changes) in
    the visible part of the page, and Tab leaves the page at the end.
    """
    verwacht = pagina.evaluate(_STOPT)
    bereikt, fouten = [], []
    for _ in range(len(verwacht) + 20):
        pagina.keyboard.press("Tab")
        focus = pagina.evaluate(_FOCUS)
        if focus is None or (bereikt and focus["naam"] == bereikt[0] and len(bereikt) > 1):
            break
        bereikt.append(focus["naam"])
        if not focus["zichtbaar"]:
            fouten.append(f"focus cannot be seen: {focus['naam']}")
        if not focus["inBeeld"]:
            fouten.append(f"focus is out of view: {focus['naam']}")
    else:
        fouten.append(f"focus never leaves the page; it ends at {bereikt[-3:]}")
    return fouten + [f"not reached: {naam}" for naam in verwacht if naam not in bereikt]
