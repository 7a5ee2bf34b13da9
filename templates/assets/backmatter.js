"use strict";
// Every page is complete and citable without this.

// With its feature content.tooltips the theme makes HTML of an element's title, and of the words of a label that is cut
// short its title: a heading would be markup under the mouse. The plugin leaves the feature out; for a builder that knows
// no plugins, a title that is read holds nothing that could open an element. Cards, which show a page, know no titles.
{
  const plain = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "title");
  const title = { ...plain, get() { return plain.get.call(this).replaceAll("<", "&lt;"); } };
  Object.defineProperty(HTMLElement.prototype, "title", title);
}

// A sign on every numbered paragraph that copies its permanent link; kept out of the Markdown, so that it is in neither
// the search index nor the diff.
function paragraphMarks() {
  [...document.querySelectorAll(".article-text [id]")].forEach((paragraph, before) => {
    if (paragraph.localName !== "p" || paragraph.querySelector(":scope > a.para")) return;
    const link = document.createElement("a");
    link.className = "para";
    link.href = `#${paragraph.id}`;
    link.textContent = "\u00b6";
    link.setAttribute("aria-label", `Copy the link to paragraph ${before + 1}`);
    link.addEventListener("click", () => copy(link.href, "Link copied"));
    paragraph.append(link);
  });
}

// A button beside each record for reference managers: the link holds the record itself.
function copyButtons() {
  for (const record of document.querySelectorAll(".records a")) {
    if (record.nextElementSibling || !navigator.clipboard) continue;
    const button = document.createElement("button");
    button.className = "md-button";
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy ${record.textContent}`);
    const words = decodeURIComponent(record.href.slice(record.href.indexOf(",") + 1));
    button.addEventListener("click", () => copy(words, `${record.textContent} copied`));
    record.after(button);
  }
}

// What was copied is said aloud, too: the theme's own message, made a status.
function copy(words, message) {
  navigator.clipboard?.writeText(words).then(() => window.alert$?.next(message), () => {});
}

// The theme's dialogs have no names: a card is named by its heading.
function nameDialogs() {
  document.querySelector(".md-dialog")?.setAttribute("role", "status");
}
new MutationObserver(() => {
  for (const card of document.querySelectorAll(".md-tooltip2[role='dialog']:not([aria-label])")) {
    card.setAttribute("aria-label", card.querySelector(".md-typeset > :first-child")?.firstChild?.textContent || "Preview");
  }
}).observe(document.body, { childList: true });

// Cards that open on hover or focus close on Esc (WCAG 2.2, 1.4.13).
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const card of document.querySelectorAll(".md-tooltip2--active")) card.classList.remove("md-tooltip2--active");
});

// The keys that readers know lead to the search: its page's own field, on any other page the one in the header.
document.addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
  if (!(slash && !typing) && !(event.key === "k" && (event.ctrlKey || event.metaKey))) return;
  const field = document.querySelector("#finder-words") ?? document.querySelector(".finder input");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

const enhance = () => { nameDialogs(); paragraphMarks(); copyButtons(); };
if (window.document$) window.document$.subscribe(enhance); else enhance();
