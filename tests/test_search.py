"""Search: the page finds articles by text, actors by any alias and both by facets, at any size of the site."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import start
from generator.pagefind import Indexing
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


def words(site: Path) -> dict[str, str]:
    """Give what the index has of each page, by its address."""
    fragments = (json.loads(gzip.decompress(path.read_bytes())[12:]) for path in site.rglob("*.pf_fragment"))
    return {fragment["url"]: fragment["content"] for fragment in fragments}


def test_the_index_has_the_words_of_articles_and_the_heads_of_entries_alone(built: Path):
    indexed = words(built)
    folders = {folder: {f"/{folder}/{path.stem}/" for path in (built.parent / "docs" / folder).glob("*.md")}
               for folder in ("articles", "actors", "sources")}  # fmt: skip
    assert {*indexed} == set().union(*folders.values()) - {f"/{folder}/index/" for folder in folders}
    assert indexed["/actors/dmitry-rogozin/"] == (
        "Dmitry Rogozin. Person · A Russian politician who represented his country at NATO headquarters."
        " Dmitry Ragozin · Ragozin Ambassador to NATO, Russia (2008 – 2011) Russian Ambassador ()"
    )
    assert indexed["/sources/itar-tass/"] == "ITAR-TASS. Agency · Russia. Itar-Tass · TASS"
    article = indexed["/articles/moscows-csto-olive-branch-to-nato/"]
    assert article.startswith("Moscow’s CSTO Olive Branch to NATO. Eurasia Daily Monitor, vol. 7, no. 31 · 2010 Pub")
    assert "catastrophically deteriorating" in article
    for drawn in ("In this article", "Sources cited", "Cite this page", "is 2010", "¶"):
        assert drawn not in article


def test_what_people_wrote_is_indexed_whole_whatever_it_holds(tmp_path: Path):
    start.new(tmp_path / "new")
    about = "# About\n\n<!-- </div> -->\n\n<div><p>One</p></div>\n\nTwo.\n\n## More\n\nThree.\n"
    (tmp_path / "new/docs/about.md").write_text(about, encoding="utf-8")
    (tmp_path / "new/docs/draft.md").write_text("---\nsearch: {exclude: true}\n---\n# Draft\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=tmp_path / "new", env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    indexed = words(tmp_path / "new/site")
    assert indexed["/about/"] == "About. One. Two. More. Three."
    assert "/draft/" not in indexed


def test_the_scripts_stay_small(built: Path):
    assert sum(path.stat().st_size for path in (built / "assets").glob("*.js")) < 10_000


@pytest.mark.parametrize("name", ["words", "q"])
def test_an_address_may_call_the_words_either_way(chromium: Browser, address: str, name: str):
    with opened(chromium, f"{address}search/?{name}=Moscow") as page:
        expect(page.locator("#finder-said")).to_contain_text("page")
        page.wait_for_url(f"{address}search/?words=Moscow")
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


ARTICLES = 14
ANSWER = """
() => ({
  said: document.getElementById("finder-said").textContent,
  found: [...document.querySelectorAll("#finder-found li")].map(({ innerText }) => innerText).sort(),
  facets: [...document.querySelectorAll("#finder select")].map((one) => [one.value, [...one].map(({ text }) => text)]),
})"""


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Give one site, indexed in one shard and in four."""
    root = tmp_path_factory.mktemp("shards")
    start.new(root / "new")
    for at in range(ARTICLES):
        who, outlet = ("Ada Vantongeren", "The Northern Harbour Pact")[at % 2], ("Polar Post", "Interport")[at % 3 == 0]
        text = f"Tale {at}\n\nDate: March {at + 1}, {2001 + at % 4}\n\n{who} spoke of the quay ({outlet}, March 1).\n"
        (root / f"new/seeds/articles/{at}.txt").write_text(text + "And of the ice. " * (at % 5), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=root / "new", env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    (root / "1").mkdir()
    (root / "new/site").rename(root / "1/papers")
    shutil.copytree(root / "1", root / "4", ignore=shutil.ignore_patterns("pagefind"))
    assert Indexing(root / "4/papers", root / "kept", size=6).run() == ""
    counts = {count: root / f"{count}/papers/pagefind/shards.json" for count in (1, 4)}
    assert {count: int(path.read_text(encoding="utf-8")) for count, path in counts.items()} == {1: 1, 4: 4}
    return {count: root / str(count) for count in counts}


QUESTIONS = [
    "", "?words=quay", "?words=ice", "?words=HL", "?words=Vantongeren&year=2003", "?outlet=Interport",
    "?words=quay&outlet=Polar+Post&actor=Northern+Harbour+Pact", "?year=2002&outlet=Interport", "?words=zzzz",
]  # fmt: skip


def test_four_shards_answer_as_one_does(chromium: Browser, shards: dict[int, Path]):
    answers = {count: [answer(chromium, folder, asked) for asked in QUESTIONS] for count, folder in shards.items()}
    assert answers[4] == answers[1]
    assert [answered["said"] for answered in answers[4]][:3] == ["", f"{ARTICLES + 2} pages", "12 pages"]
    assert [len(answered["found"]) for answered in answers[4]][-3:] == [6, 1, 0]


def answer(chromium: Browser, folder: Path, asked: str) -> dict:
    """Give what the search page of a site shows for an address, once all of it is shown."""
    with served(folder) as root, opened(chromium, f"{root}papers/search/{asked}") as page:
        page.wait_for_load_state("networkidle")
        while page.locator("#finder-more").is_visible():
            page.locator("#finder-more").click()
            page.wait_for_load_state("networkidle")
        for link in page.locator("#finder-found a").all():
            assert str(link.get_attribute("href")).startswith("/papers/")
        return page.evaluate(ANSWER)


def test_a_shard_is_fetched_without_programs_and_for_nothing_no_words_are(chromium: Browser, shards: dict[int, Path]):
    with served(shards[4]) as root, chromium.new_context() as context:
        page = context.new_page()
        asked = list[str]()
        page.on("request", lambda request: asked.append(request.url.removeprefix(f"{root}papers/").partition("?")[0]))
        page.goto(f"{root}papers/search/", wait_until="networkidle")
        assert page.get_by_label("Outlet").locator("option").all_text_contents() == [
            "Any", "Interport (6)", "Polar Post (10)",
        ]  # fmt: skip
        read = [path for path in asked if path.startswith("pagefind/")]
        assert [path for path in read if path.endswith((".pf_index", ".pf_fragment"))] == []
        assert sum(path.endswith("pagefind-entry.json") for path in read) == 4
        assert [path for path in read if path.endswith((".js", ".pagefind")) and path.count("/") > 1] == []


def still_finds(page: Page) -> None:
    """Wait until the page has answered its address; then typing finds, and a facet offers what is left."""
    expect(page.locator("#finder-words")).to_be_focused()
    page.locator("#finder-words").fill("Ragozin")
    expect(page.locator("#finder-found a").first).to_have_text("Dmitry Rogozin")
    assert page.get_by_label("Actor").locator("option").count() > 1
    assert page.evaluate("document.getElementById('finder').elements.value") is None
