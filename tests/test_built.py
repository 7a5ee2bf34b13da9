"""The built site of this repository, read as its files are: every link leads somewhere, every word is the author's."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.conftest import ROOT
from tests.visible import words

ARTICLE = "articles/moscows-csto-olive-branch-to-nato/index.html"
SEED = ROOT / "seeds/articles/000_57f05fffb3ad2e21.txt"


class Links(HTMLParser):
    """Collects where a page leads and what it can be led to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.leads: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value is not None and not (tag == "link" and "alternate" in dict(attrs)):
                self.leads.append(value)
            if name == "id" and value:
                self.ids.append(value)


@pytest.fixture(scope="module")
def linked(built: Path) -> dict[str, Links]:
    pages = built.rglob("*.html")
    return {f"/{page.relative_to(built).as_posix()}": Links(page.read_text(encoding="utf-8")) for page in pages}


def test_every_link_and_anchor_resolves(built: Path, port: int, linked: dict[str, Links]):
    own, dead = f"127.0.0.1:{port}", []
    for path, page in linked.items():
        for lead in page.leads:
            target = urlsplit(urljoin(f"http://{own}{path.removesuffix('index.html')}", lead))
            if target.netloc != own or target.scheme not in {"http", "https"}:
                continue
            place = unquote(target.path) + ("index.html" if target.path.endswith("/") else "")
            found = linked.get(place)
            anchor = unquote(target.fragment)
            if not (built / place.strip("/")).is_file() or (anchor and found and anchor not in {*found.ids, "__skip"}):
                dead.append((path, lead))
    assert not dead


def test_no_two_places_of_a_page_have_one_address(linked: dict[str, Links]):
    assert not {path: page.ids for path, page in linked.items() if len(page.ids) != len(set(page.ids))}


def test_only_the_links_to_what_is_known_elsewhere_leave_the_site(linked: dict[str, Links]):
    away = {urlsplit(lead).netloc for page in linked.values() for lead in page.leads if "//" in lead}
    assert {host for host in away if not host.startswith("127.0.0.1:")} <= {
        "squidfunk.github.io",
        "www.wikidata.org",
    }


def test_the_words_of_the_article_are_the_seeds(built: Path):
    html = (built / ARTICLE).read_text(encoding="utf-8")
    heading = words(html.split("<h1", 1)[1].split("</h1>", 1)[0].partition(">")[2].partition("<a ")[0])
    assert f"{heading} {words(html, 'article-text')}".split() == SEED.read_text(encoding="utf-8").split()


def test_our_own_files_are_small(built: Path):
    assert (built / "assets/backmatter.js").stat().st_size < 10_000
    assert (built / "assets/backmatter.css").stat().st_size < 30_000


@pytest.mark.parametrize("name", ["article.md.jinja", "backmatter.css", "backmatter.js"])
def test_nothing_is_loaded_from_elsewhere(name: str):
    found = next((ROOT / "templates").rglob(name)).read_text(encoding="utf-8")
    assert "@import" not in found
    assert "url(http" not in found
