// The search page: words and facets in, a list of pages out. Pagefind fetches only the parts of its index that it needs.

const top = new URL("..", import.meta.url); // of the site, wherever it is published
const page = Object.fromEntries(["words", "without", "said", "found", "more"].map((id) => [id, document.getElementById(`finder-${id}`)]));
const form = document.getElementById("finder");
const facets = [...form.querySelectorAll("select")];
const STEP = 10; // results at a time
let results = [];
let shown = 0;

const say = (key, count) => { page.said.textContent = page.said.dataset[key].replace("#", count); };

// Pagefind marks words with <mark>; anything else in an excerpt stays text.
function* marked(excerpt) {
  for (const node of new DOMParser().parseFromString(excerpt, "text/html").body.childNodes) {
    const piece = document.createElement(node.nodeName === "MARK" ? "mark" : "span");
    piece.textContent = node.textContent;
    yield piece;
  }
}

function item({ url, meta, excerpt, filters }) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = meta.title;
  const where = document.createElement("span");
  where.className = "where";
  where.textContent = [filters.type, filters.publication, filters.year].flat().filter(Boolean).join(" · ");
  const words = document.createElement("p");
  words.append(...marked(excerpt));
  entry.append(link, " ", where, words);
  return entry;
}

async function more() {
  const next = results.slice(shown, shown + STEP);
  shown += next.length;
  page.more.hidden = shown >= results.length;
  const items = (await Promise.all(next.map((result) => result.data()))).map(item);
  page.found.append(...items);
  return items[0];
}

// A facet that is set keeps its choices, so that another can be taken; the others show what is left.
function offer(counts) {
  for (const facet of facets.filter(({ value }) => !value)) {
    const choices = Object.entries(counts[facet.name] ?? {}).filter(([, count]) => count);
    choices.sort(([one], [other]) => (facet.name === "year" ? other.localeCompare(one) : one.localeCompare(other)));
    facet.replaceChildren(facet.options[0], ...choices.map(([name, count]) => new Option(`${name} (${count})`, name)));
    facet.disabled = !choices.length;
  }
}

async function find(pagefind) {
  const chosen = new FormData(form);
  for (const [name, value] of [...chosen]) if (!value.trim()) chosen.delete(name);
  history.replaceState(null, "", `?${new URLSearchParams(chosen)}`);
  const words = chosen.get("words");
  chosen.delete("words");
  const found = await pagefind.debouncedSearch(words, { filters: Object.fromEntries(chosen) }, 200);
  if (!found) return; // more was typed meanwhile
  offer(found.filters);
  results = words || [...chosen].length ? found.results : [];
  shown = 0;
  page.found.replaceChildren();
  if (words || [...chosen].length) say(["none", "one"][results.length] ?? "many", results.length);
  else page.said.textContent = "";
  await more();
}

async function start() {
  page.without.hidden = true;
  form.hidden = false;
  let pagefind;
  try {
    pagefind = await import(new URL("pagefind/pagefind.js", top));
    await pagefind.options({ baseUrl: top.pathname });
    offer(await pagefind.filters());
  } catch {
    say("lost");
    return;
  }
  // An address may ask for anything; only the form's own fields are looked for, and a facet knows only its choices.
  const asked = new URLSearchParams(location.search);
  page.words.value = asked.get("words") ?? asked.get("q") ?? page.words.value;
  for (const facet of facets) {
    facet.value = asked.get(facet.name) ?? facet.value;
    if (facet.selectedIndex < 0) facet.value = "";
  }
  document.querySelector("#__search:checked")?.click(); // the theme's box opens for ?q=, over this page
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => find(pagefind));
  page.more.addEventListener("click", async () => (await more())?.querySelector("a").focus());
  page.words.focus();
  await find(pagefind);
}

start();
