"""Whatever articles and glossary hold, the built site shows it as text, and in a browser nothing of it lives."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page

from generator import analyse, build, site
from generator.analyse.index import Index
from generator.cache import Cache
from generator.model import BlockKind
from tests import hostile
from tests.browser import Watch, search, served
from tests.long import times
from tests.visible import below_title

pytestmark = pytest.mark.browser

TOGETHER = 20  # pages that one context shows: a browser keeps something of each
TEMPLATES = [path for path in (Path(__file__).parent.parent / "templates").rglob("*") if path.is_file()]
LOOK = """
async paths => {
  const found = {};
  const spoken = node => node?.textContent.replace(/\\s+/g, " ").trim();
  for (const path of paths) {
    const html = await (await fetch(path)).text();
    const page = new DOMParser().parseFromString(html, "text/html");
    const shapes = new Set(), classes = new Set(), addresses = new Set(), ids = new Set(), scripts = new Set();
    for (const one of page.querySelectorAll("*")) {
      shapes.add([one.tagName, ...one.getAttributeNames().sort()].join(" "));
      one.classList.forEach(name => classes.add(name));
      if (one.id) ids.add(one.id);
      for (const name of ["href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href"])
        if (one.hasAttribute(name)) addresses.add(one.getAttribute(name));
      // the script that says how deep a page lies differs in that alone
      if (one.tagName == "SCRIPT" && !one.type && !one.src)
        scripts.add(one.textContent.replace(/URL\\("[./]+"/, ""));
      if (one.tagName == "SCRIPT" && one.type.endsWith("json")) JSON.parse(one.textContent);
    }
    const text = page.querySelector(".article-text");
    text?.querySelectorAll("figcaption, .headerlink").forEach(one => one.remove());
    page.querySelectorAll("h1 .headerlink").forEach(one => one.remove());
    found[path] = {
      shapes: [...shapes], classes: [...classes], addresses: [...addresses], ids: [...ids], scripts: [...scripts],
      text: spoken(text), heading: spoken(page.querySelector("h1")), title: page.title.replace(/\\s+/g, " "),
      cited: page.querySelector("meta[name=citation_title]")?.content,
    };
  }
  return found;
}"""


@pytest.fixture(scope="session")
def nasty_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile.built(tmp_path_factory.mktemp("hostile") / "site", hostile.STRINGS)


@pytest.fixture(scope="session")
def harmless_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile.built(tmp_path_factory.mktemp("harmless") / "site", hostile.HARMLESS)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context() as context:
        yield context.new_page()


def looked_at(folder: Path, page: Page) -> dict[str, dict]:
    """Give what the browser makes of each page of the built site in *folder*."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    with served(folder) as base:
        page.goto(f"{base}404.html", wait_until="commit")
        return page.evaluate(LOOK, [f"/{path}" for path in paths])


def every(found: dict[str, dict], what: str) -> set[str]:
    return {one for page in found.values() for one in page[what]}


@pytest.fixture(scope="session")
def nasty_pages(nasty_site: Path, chromium: Browser) -> dict[str, dict]:
    return looked_at(nasty_site / "site", chromium.new_page())


@pytest.fixture(scope="session")
def harmless_pages(harmless_site: Path, built: Path, chromium: Browser) -> dict[str, dict]:
    """Give the pages of a site without a nasty word, and those of this repository, which have every shape."""
    page = chromium.new_page()
    return {**looked_at(harmless_site / "site", page), **{f"ours{p}": v for p, v in looked_at(built, page).items()}}


def attributes(found: dict[str, dict]) -> set[tuple[str, str]]:
    """Give each element with each attribute that it has somewhere."""
    shapes = [shape.split() for shape in every(found, "shapes")]
    return {(element, name) for element, *names in shapes for name in ("", *names)}


def test_the_elements_and_attributes_are_those_of_harmless_pages(nasty_pages, harmless_pages):
    assert attributes(nasty_pages) - attributes(harmless_pages) == set()
    assert every(nasty_pages, "scripts") - every(harmless_pages, "scripts") == set()
    ours = {word for path in TEMPLATES for word in re.findall(r"[\w-]+", path.read_text(encoding="utf-8"))}
    assert every(nasty_pages, "classes") - every(harmless_pages, "classes") <= ours | set(get_args(BlockKind))


def test_no_text_gives_an_id_that_a_script_looks_for(nasty_pages, harmless_pages):
    found, known = every(nasty_pages, "ids"), every(harmless_pages, "ids")
    assert {one for one in found - known if one.startswith("_") or not one.isprintable()} == set()


def kinds(addresses: set[str]) -> set[str]:
    """Give the scheme of each address; for one that is a file itself also what kind of file."""
    return {
        address.partition(",")[0] if address.startswith("data:") else urlsplit(address).scheme for address in addresses
    }


def test_no_address_does_more_than_lead_somewhere(nasty_pages, harmless_pages):
    known = kinds(every(harmless_pages, "addresses"))
    assert kinds(every(nasty_pages, "addresses")) <= known
    assert not {kind for kind in known if kind.startswith("data:text/html") or kind == "javascript"}


def test_the_words_are_the_seeds_in_the_built_pages(nasty_site: Path, nasty_pages):
    understood = build.corpus(site.load(nasty_site / "mkdocs.yml"), Cache())
    articles = understood.corpus.articles
    assert len(articles) > 400
    index = Index(understood.glossary)
    for address, sheet in articles.items():
        shown = nasty_pages[f"/articles/{address}/index.html"]
        article = analyse.article(understood.articles.seeds[sheet.seed], index).article
        assert shown["text"] == below_title(article), sheet.seed
        title = sheet.title
        assert shown["heading"] == title
        assert shown["title"] == f"{title} - Site site"
        assert shown["cited"] == title


def test_every_file_for_machines_is_whole(nasty_site: Path):
    for path in (nasty_site / "site").rglob("*"):
        if path.suffix == ".xml":
            ET.parse(path)  # noqa: S314 - our own
        elif path.suffix in {".json", ".jsonld"}:
            json.loads(path.read_text(encoding="utf-8"))
        elif path.suffix == ".csv":
            rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
            assert {len(row) for row in rows} == {len(rows[0])}
            assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]


def some(folder: Path) -> list[str]:
    """Give the pages that hold every title and name, and a few (in CI's long run all) of those with one each."""
    paths = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html"))]
    every_other = times(41, 1)
    return [path for path in paths if path.count("/") < 2] + [path for path in paths if path.count("/") > 1][
        ::every_other
    ]


def test_in_a_browser_nothing_of_it_runs_and_nothing_is_fetched_elsewhere(nasty_site: Path, chromium: Browser):
    paths = some(nasty_site / "site")
    with served(nasty_site / "site") as base:
        for first in range(0, len(paths), TOGETHER):
            with chromium.new_context() as context:
                page = context.new_page()
                watch = Watch(page, base)
                for path in paths[first : first + TOGETHER]:
                    page.goto(f"{base}{path}")
                    policies = page.locator("meta[http-equiv=Content-Security-Policy]")
                    assert policies.count() == 1, path
            assert watch.seen == []


NAMES = """
[...document.querySelectorAll("#finder-found *")].flatMap(one => [one.tagName, ...one.getAttributeNames()])
"""


def test_search_results_are_text_too(nasty_site: Path, page: Page):
    with served(nasty_site / "site") as base:
        watch = Watch(page, base)
        page.goto(base)
        for query in ("Harbour", "Herald", "x"):
            search(page, query)
            names = page.evaluate(NAMES)
            assert not {name for name in names if name.startswith("on") or name in {"SCRIPT", "IMG", "IFRAME", "STYLE"}}
    assert watch.seen == []
