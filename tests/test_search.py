"""Search: the box finds articles by text and actors by any alias, the page by facets, at any size of the site."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import start
from tests.browser import Watch, served

pytestmark = pytest.mark.browser


@contextmanager
def opened(chromium: Browser, address: str, *, scripts: bool = True) -> Iterator[Page]:
    """Open a page, whose policy is a strict one, and allow no error and no other host while it is used."""
    with chromium.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        watch = Watch(page, "http://127.0.0.1")
        page.goto(address)
        yield page
    assert not [said for said in watch.seen if not said.startswith("sent blob:")]


@pytest.fixture(scope="module")
def address(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site of this repository below a path, as a host of projects does."""
    top = tmp_path_factory.mktemp("top")
    (top / "papers").symlink_to(built, target_is_directory=True)
    with served(top) as root:
        yield f"{root}papers/"


def test_the_page_finds_an_actor_by_an_alias_with_the_keyboard_alone(chromium: Browser, address: str):
    with opened(chromium, f"{address}search/") as page:
        expect(page.locator("#finder-words")).to_be_focused()
        page.keyboard.type("Ragozin")
        expect(page.locator("#finder-said")).to_contain_text("page")
        first = page.locator("#finder-found a").first
        expect(first).to_have_text("Dmitry Rogozin")
        for _ in range(12):
            page.keyboard.press("Tab")
            if first.evaluate("link => link === document.activeElement"):
                break
        expect(first).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}actors/dmitry-rogozin/")


def test_facets_narrow_the_list_and_stand_in_the_address(chromium: Browser, address: str):
    with opened(chromium, f"{address}search/?words=migration&outlet=Interfax") as page:
        expect(page.locator("#finder-found a")).to_have_text(["Moscow’s CSTO Olive Branch to NATO"])
        expect(page.get_by_label("Outlet")).to_have_value("Interfax")
        page.get_by_label("Year").select_option("2010")
        page.wait_for_url(f"{address}search/?words=migration&outlet=Interfax&year=2010")
        expect(page.locator("#finder-said")).to_have_text("1 page")
        for label in ("Actor", "Publication"):
            assert page.get_by_label(label).locator("option").count() > 1
        page.locator("#finder-words").fill("wordthatstandsnowhere")
        expect(page.locator("#finder-said")).to_have_text("Nothing found.")


def test_without_scripts_the_page_says_where_everything_is_listed(chromium: Browser, address: str):
    with opened(chromium, f"{address}search/", scripts=False) as page:
        assert not page.locator("#finder").is_visible()
        assert page.locator("#finder-without a").count() == 3


def test_without_an_index_the_page_says_so(chromium: Browser, built: Path, tmp_path: Path):
    for name in ("search", "assets"):
        (tmp_path / name).symlink_to(built / name, target_is_directory=True)
    with served(tmp_path) as root, chromium.new_page() as page:
        page.goto(f"{root}search/")
        expect(page.locator("#finder-said")).to_contain_text("not here")


def test_the_box_knows_every_alias_and_every_article(built: Path):
    index = json.loads((built / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    told: dict[str, str] = {}
    for entry in index:
        where = entry["location"].split("#")[0]
        told[where] = told.get(where, "") + f" {entry['title']} {entry['text']}"
    for alias in ("Ragozin", "Dmitry Ragozin", "Dmitry Rogozin"):
        assert alias in told["actors/dmitry-rogozin/"]
    assert "catastrophically deteriorating" in told["articles/moscows-csto-olive-branch-to-nato/"]
    repeating = ("search/", "articles/", "actors/", "sources/", "sources/interfax/2010/", "quotations/", "chronology/")
    assert not {*repeating} & told.keys()
    assert [where for where, text in told.items() if "catastrophically deteriorating" in text] == [
        "articles/moscows-csto-olive-branch-to-nato/"
    ]
    assert not [entry for entry in index if entry["location"].startswith("actors/") and "#in-" in entry["location"]]


def build(root: Path, limit: str) -> Path:
    start.new(root)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("  - backmatter\n", f"  - backmatter: {{{limit}}}\n"), encoding="utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "--strict"], cwd=root, env=environment, check=True)
    return root / "site"


def test_above_the_limit_only_the_search_page_is_built(chromium: Browser, tmp_path: Path):
    site = build(tmp_path / "new", "search_box_limit: 0.001")
    assert not (site / "search/search_index.json").exists()
    with served(site) as root, opened(chromium, root) as page:
        assert page.locator("[data-md-component=search]").count() == 0
        page.get_by_role("link", name="Search", exact=True).first.click()
        page.locator("#finder-words").fill("Vantongeren")
        expect(page.locator("#finder-found a").first).to_have_text("Ada Vantongeren")


def test_below_the_limit_or_without_pagefind_the_box_stays(tmp_path: Path):
    site = build(tmp_path / "new", "search_box_limit: 0, pagefind: false")
    assert (site / "search/search_index.json").exists()
    assert 'data-md-component="search"' in (site / "index.html").read_text(encoding="utf-8")


def test_the_scripts_stay_small(built: Path):
    assert sum(path.stat().st_size for path in (built / "assets").glob("*.js")) < 10_000


@pytest.mark.parametrize("name", ["words", "q"])
def test_an_address_with_words_opens_no_box_over_the_page(chromium: Browser, address: str, name: str):
    with opened(chromium, f"{address}search/?{name}=Moscow") as page:
        expect(page.locator("#finder-said")).to_contain_text("page")
        page.wait_for_url(f"{address}search/?words=Moscow")
        assert not page.locator("#__search").is_checked()
        expect(page.locator("#finder-words")).to_have_value("Moscow")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


ODD = [
    "?length=3", "?action=javascript:alert(1)", "?elements=", "?__proto__=x", "?submit=", "?constructor", "?item=x",
    "?finder-said=x", "?0=x", "?=x&&&", "?words=%zz%e0%a4%00%ff", "?words=a&words=b&q=c", "?outlet=nobody&outlet=TASS",
    "?actor=__proto__&year=constructor", "?outlet=<img src=x onerror=alert(1)>", "#__proto__", "#%", "?length=3#finder",
]  # fmt: skip


@pytest.mark.parametrize("asked", ODD)
def test_whatever_an_address_asks_the_page_still_finds(chromium: Browser, address: str, asked: str):
    with opened(chromium, f"{address}search/{asked}") as page:
        still_finds(page)


@pytest.mark.parametrize("asked", [f"?{'x' * 100_000}=y", f"?words={'x ' * 50_000}", f"?outlet={'%3C' * 33_000}"])
def test_an_address_longer_than_servers_take_stops_nothing(chromium: Browser, address: str, asked: str):
    with chromium.new_context() as context:
        page = context.new_page()
        watch = Watch(page, "http://127.0.0.1")
        page.add_init_script(f"history.replaceState(null, '', {json.dumps(asked)})")
        page.goto(f"{address}search/")
        still_finds(page)
    assert not watch.seen


def still_finds(page: Page) -> None:
    """Wait until the page has answered its address; then typing finds, and a facet offers what is left."""
    expect(page.locator("#finder-words")).to_be_focused()
    page.locator("#finder-words").fill("Ragozin")
    expect(page.locator("#finder-found a").first).to_have_text("Dmitry Rogozin")
    assert page.get_by_label("Actor").locator("option").count() > 1
    assert page.evaluate("document.getElementById('finder').elements.value") is None
