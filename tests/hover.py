"""Touch a page as a hand does without a click: open its drawers, put the mouse and the focus on everything."""

from msgspec import Struct
from playwright.sync_api import Browser, BrowserContext, Page

from tests.long import LONG, times

_WIDE = 1220  # pixels: from here on the navigation stands beside the page, not in a drawer
_RECORD = """
window.shapes = new Set();
const note = (one) => shapes.add([one.tagName, ...one.getAttributeNames().sort()].join(" "));
new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes)
    for (const node of [target, ...addedNodes].filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE))
      [node, ...(node === target ? [] : node.querySelectorAll("*"))].forEach(note);
}).observe(document, { childList: true, subtree: true, attributes: true });
"""
_OPEN = """
(drawer) => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  for (const one of document.querySelectorAll("#__drawer, .md-nav__toggle")) if (one.checked !== drawer) one.click();
}"""
# Give the middles of what is in sight and was not yet under the mouse, at most so many of one kind of place.
_SPOTS = """
async (most) => {
  for (const _ of "ab") await new Promise(requestAnimationFrame);
  const kind = (one) => (one === document.body ? "" : `${kind(one.parentElement)}>${one.tagName}.${one.classList}`);
  const count = window.count ??= new Map(), spots = [];
  for (const one of document.querySelectorAll("body *")) {
    const box = one.getClientRects()[0], place = kind(one);
    if (one.under || !box || (count.get(place) ?? 0) >= most) continue;
    const spot = [box.x + box.width / 2, box.y + box.height / 2];
    if (document.elementFromPoint(...spot) !== one) continue;
    one.under = true;
    count.set(place, (count.get(place) ?? 0) + 1);
    spots.push(spot);
  }
  return spots;
}"""
_SCROLL = """
() => {
  const boxes = [document.scrollingElement, ...document.querySelectorAll(".md-sidebar__scrollwrap")];
  const tops = boxes.map((one) => one.scrollTop);
  boxes.forEach((one) => one.scrollBy({ top: Math.min(innerHeight, one.clientHeight) / 2, behavior: "instant" }));
  return boxes.some((one, at) => one.scrollTop !== tops[at]);
}"""
# What shows or hides when a page is scrolled does so before it is touched.
_SCROLLED = """
async () => {
  for (const top of [document.body.scrollHeight, document.body.scrollHeight / 2]) {
    scrollTo({ top, behavior: "instant" });
    for (const _ of "ab") await new Promise(requestAnimationFrame);
  }
}"""
# The events alone, for what no mouse reaches at this width, and for every row of a long list.
_TOUCH = """
() => {
  const mouse = ["pointerover", "pointerenter", "mouseover", "mouseenter", "mouseleave"];
  const focus = ["focus", "focusin", "focusout", "blur"];
  for (const one of document.querySelectorAll("body, body *")) {
    for (const name of mouse) one.dispatchEvent(new MouseEvent(name, { bubbles: name.endsWith("over") }));
    for (const name of focus) one.dispatchEvent(new FocusEvent(name, { bubbles: name.length > 5 }));
  }
}"""
_FOCUS = """
async (cards) => {
  for (const one of document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")) {
    one.focus({ preventScroll: true });
    if (!one.matches("[data-preview]") || cards-- <= 0) continue;
    for (let tries = 0; tries < 40 && !one.hasAttribute("aria-controls"); tries++)
      await new Promise((done) => setTimeout(done, 10));
  }
  document.activeElement.blur();
}"""


class Visit(Struct, frozen=True):
    """How pages are visited: how wide the window is, whether their policy holds, what is done with them."""

    width: int = 1400
    policy: bool = False
    mouse: bool = LONG  # really moved; else its events alone are sent
    query: str = ""  # typed into the field of the header


def opened(chromium: Browser, visit: Visit) -> BrowserContext:
    """Give a context for *visit* in which each page notes the shape of every element that it ever has."""
    size = {"width": visit.width, "height": 900}
    context = chromium.new_context(viewport=size, bypass_csp=not visit.policy)  # type: ignore[arg-type]
    context.add_init_script(_RECORD)
    return context


def everything(page: Page, visit: Visit) -> None:
    """Put the mouse and the focus on everything that *page* shows; where it is narrow with its drawer open, too."""
    for drawer in (False, True)[: 1 + (visit.width < _WIDE)]:
        page.evaluate(_OPEN, drawer)
        if visit.mouse:
            _moved(page)
        page.evaluate(_SCROLLED)
        page.evaluate(_TOUCH)
        page.evaluate(_FOCUS, times(2, 8))


def _moved(page: Page) -> None:
    """Move the mouse over a page, half a screen at a time."""
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    going = True
    while going:
        for x, y in page.evaluate(_SPOTS, times(1, 4)):
            page.mouse.move(x, y)
        going = page.evaluate(_SCROLL)


def shapes(page: Page) -> set[tuple[str, str]]:
    """Give each element with each attribute that *page* ever had."""
    found: list[str] = page.evaluate("[...shapes]")
    return {(element, name) for element, *names in map(str.split, found) for name in ("", *names)}
