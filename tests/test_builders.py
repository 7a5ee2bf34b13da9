"""MkDocs, ProperDocs and Zensical make the same site of the same ``docs/``: the same ids, words and links.

What the plugin draws around a page's own words is not there in Zensical, which knows no plugins: it has from the front
matter who wrote an article and how to cite it.
"""

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest

from generator import site, start
from tests import builds
from tests.visible import words

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
BUILDERS = {
    "mkdocs": ["-m", "mkdocs", "build", "--strict"],
    "properdocs": ["-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml"],
    "zensical": ["-m", "zensical", "build", "--strict", "--clean"],
}
ROOT = Path(__file__).parent.parent
ARTICLES = [
    path
    for path in sorted([*ROOT.glob("seeds/articles/*"), *ROOT.glob("tests/golden/*/seeds/articles/*")])
    if "shared-address-nope" not in path.parts  # an error, which fails a strict build
]


_DRAWN = (
    *(
        "details[@id='overview']",
        "h2[@id='related']",
        "h2[@id='related']/following-sibling::dl",
        "nav[@class='series']",
    ),
    *("h2[@id='cite']", "p[@class='citation']", "ul[@class='records']", "span[@class='Z3988']", "script"),
    *("figure[@class='years']", "details[@class='plain']", "figure[@class='network']", "ul[@class='files']"),
)


class Page:
    """What a page of a built site holds, whoever built it: all of it, or its *own* words without what is drawn."""

    def __init__(self, address: str, html: str, *, own: bool = False) -> None:
        body = lxml.html.fromstring(html).find(".//article")
        drawn = [*_DRAWN, *(["p[@class='byline']"] if address.startswith("articles/") else [])]
        for path in ["*[@id='__skip']", *(drawn if own else [])]:  # the first is Zensical's
            for element in body.xpath(f".//{path}"):
                element.drop_tree()
        self.ids = [element.get("id") for element in body.iter() if element.get("id")]
        shown = words(lxml.html.tostring(body, encoding="unicode"))
        self.words = re.sub(r"¶\d+", "¶", shown) if own else shown
        links = (link.get("href") or link.get("xlink:href") for link in body.iter("a"))
        self.links = [urljoin(f"/{address}", link) for link in links if link]


def pages(folder: Path) -> dict[str, str]:
    """Give the HTML of each page by its address."""
    found = sorted(folder.rglob("index.html"))
    return {f"{path.parent.relative_to(folder).as_posix()}/": path.read_text(encoding="utf-8") for path in found}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site of the articles that have nothing wrong with them, built once by the generator."""
    made = tmp_path_factory.mktemp("builders") / "new"
    start.new(made)
    for at, path in enumerate(ARTICLES):
        (made / f"seeds/articles/{at}{path.suffix}").write_bytes(path.read_bytes())
    for name in ("seeds/actors.yml", "mkdocs.yml"):
        (made / name).write_bytes((ROOT / name).read_bytes())
    shutil.copytree(ROOT / "templates", made / "templates")  # Zensical, which knows no plugins, takes the theme from it
    builds.report(site.load(made / "mkdocs.yml"))
    return made


@pytest.fixture(scope="module")
def built(folder: Path) -> dict[str, dict[str, str]]:
    found = {}
    for name, arguments in BUILDERS.items():
        done = subprocess.run(
            [sys.executable, *arguments], cwd=folder, env=ENVIRONMENT, check=False, capture_output=True, text=True
        )
        said = done.stdout + done.stderr
        assert done.returncode == 0, said
        assert not re.search("warning", said.replace(": warning: ", " "), re.IGNORECASE), (
            f"{name} {version(name)}: {said}"
        )
        found[name] = pages(folder / "site")
    return found


@pytest.mark.parametrize(("other", "own"), [("properdocs", False), ("zensical", True)])
@pytest.mark.parametrize("what", ["ids", "words", "links"])
def test_three_builders_make_the_same_site(built: dict[str, dict[str, str]], other: str, what: str, *, own: bool):
    ours, theirs = built["mkdocs"], built[other]
    assert len(ours) > len(ARTICLES)
    assert list(ours) == list(theirs)
    for address, html in ours.items():
        pair = [getattr(Page(address, page, own=own), what) for page in (theirs[address], html)]
        assert pair[0] == pair[1], f"{other} {version(other)}: {address}"


def test_without_the_plugin_an_article_says_who_wrote_it_and_how_to_cite_it(built: dict[str, dict[str, str]]):
    page = lxml.html.fromstring(built["zensical"]["articles/harbour-talks-resume/"])
    (byline,), (citation,) = page.xpath("//p[@class='byline']"), page.xpath("//p[@class='citation']")
    assert byline.text_content().startswith("Orbit Weekly, vol. 3, no. 12 · 2003 (volume 3 of Orbit Weekly is 2003)")
    assert "“Harbour Talks Resume”. Orbit Weekly 3, no. 12 (2003)." in citation.text_content()
    assert page.xpath("//meta[@name='citation_title']/@content") == ["Harbour Talks Resume"]
