"""Whatever articles and glossary hold, it stays text under the mouse and the focus, with the policy and without it."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.edges import group
from tests import hostile, hover, nasty
from tests.browser import Watch, free_port, search, served
from tests.hover import Visit
from tests.long import times

pytestmark = pytest.mark.browser

# Longer than any label, so that each is cut; enough articles that lists are split by year.
NASTY = tuple(
    words for text in nasty.LIVE for words in (f"{text} {nasty.LONG}", f"The {nasty.LONG} {text}", f"Zo {text}")
)
HARMLESS = tuple(re.sub(r"\W+", " ", text) for text in NASTY)
TOOLTIPS = ["content.tooltips"]  # sites made before the theme was found to make markup of titles have it
PORT = free_port()  # cards open only where the site is at the address that it was built for
FOLDERS = frozenset(
    "articles actors sources series types letters years quotations chronology lost data search network".split()
)
ENTRY = re.compile("(?:(?:articles|actors|sources)/[^/]+/)?")  # the home page, and what has a page of its own
# What our templates write on some pages alone, which a few harmless pages may not have: the year of a shelf, a speaker.
OURS = frozenset({("A", "id"), ("FIGCAPTION", "")})
Sites = Callable[[str, Sequence[str]], Path]
Shapes = set[tuple[str, str]]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Give what makes the built site of some strings by a builder, once."""

    @cache
    def made(builder: str, strings: Sequence[str]) -> Path:
        folder = tmp_path_factory.mktemp("hover") / builder
        return hostile.built(folder, strings, builder, TOOLTIPS, port=PORT) / "site"

    return made


def kinds(folder: Path, most: int) -> list[str]:
    """Give the addresses of *most* pages of each kind that the built site in *folder* has."""
    addresses = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    alike = group([address.removesuffix("index.html") for address in addresses], by=_kind)
    return [address for same in alike.values() for address in same[:: -(-len(same) // most)]]


def _kind(address: str) -> str:
    return "/".join(part if part in FOLDERS else "*" for part in address.split("/")[:-1]) or address


def touched(chromium: Browser, folder: Path, addresses: Iterable[str], visit: Visit) -> Shapes:
    """Give the shapes of all elements that pages had while they were touched; nothing runs, leaves or is fetched."""
    shapes: Shapes = set()
    with served(folder, PORT) as base, hover.opened(chromium, visit) as context:
        context.route(re.compile("//evil[.]"), lambda route: route.abort())
        page = context.new_page()
        watch = Watch(page, base)
        for address in addresses:
            page.goto(f"{base}{address}")
            if visit.query:
                search(page, visit.query)
            hover.everything(page, visit)
            shapes |= hover.shapes(page)
            assert page.url.partition("?")[0] == f"{base}{address}"
            assert not watch.seen
    return shapes


@pytest.fixture(scope="module")
def known(sites: Sites, chromium: Browser) -> Shapes:
    """Give the shapes of all elements that the pages of a harmless site have while they are touched."""
    site = sites("mkdocs", HARMLESS)
    addresses = kinds(site, times(1, 2))
    return touched(chromium, site, addresses, Visit()) | touched(chromium, site, addresses, Visit(width=400))


@pytest.mark.parametrize("visit", [Visit(mouse=True), Visit(width=900), Visit(width=400), Visit(policy=True)], ids=str)
def test_every_kind_of_page_stays_text(chromium: Browser, sites: Sites, known: Shapes, visit: Visit):
    site = sites("mkdocs", NASTY)
    assert touched(chromium, site, kinds(site, times(1, 2)), visit) - known - OURS == set()


def test_what_the_search_lists_stays_text(chromium: Browser, sites: Sites, known: Shapes):
    visit = Visit(query="Harbour")
    harmless, nasty = (touched(chromium, sites("mkdocs", of), ["search/"], visit) for of in (HARMLESS, NASTY))
    assert nasty - known - harmless == set()


@pytest.mark.parametrize("builder", ["properdocs", "zensical"])
def test_other_builders_leave_it_text_too(chromium: Browser, sites: Sites, builder: str):
    shapes: list[Shapes] = []
    for strings in (HARMLESS, NASTY):
        site = sites(builder, strings[:: times(6, 1)])
        addresses = filter(ENTRY.fullmatch, kinds(site, times(2, 3)))
        shapes.append(touched(chromium, site, addresses, Visit(mouse=True)))
    harmless, nasty = shapes
    assert nasty - harmless - OURS == set()
