"""MkDocs, ProperDocs and Zensical make the same site of the same ``docs/``: the same ids, words and links."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
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


class Page:
    """What a page of a built site holds, whoever built it."""

    def __init__(self, address: str, html: str) -> None:
        body = lxml.html.fromstring(html).find(".//article")
        for mark in body.xpath(".//*[@id='__skip']"):  # Zensical's own
            mark.drop_tree()
        self.ids = [element.get("id") for element in body.iter() if element.get("id")]
        self.words = words(lxml.html.tostring(body, encoding="unicode"))
        links = (link.get("href") or link.get("xlink:href") for link in body.iter("a"))
        self.links = [urljoin(f"/{address}", link) for link in links if link]


def pages(folder: Path) -> Iterator[tuple[str, Page]]:
    for path in sorted(folder.rglob("index.html")):
        address = path.parent.relative_to(folder).as_posix() + "/"
        yield address, Page(address, path.read_text(encoding="utf-8"))


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
def built(folder: Path) -> dict[str, dict[str, Page]]:
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
        found[name] = dict(pages(folder / "site"))
    return found


@pytest.mark.parametrize("other", ["properdocs", "zensical"])
@pytest.mark.parametrize("what", ["ids", "words", "links"])
def test_three_builders_make_the_same_site(built: dict[str, dict[str, Page]], other: str, what: str):
    ours, theirs = built["mkdocs"], built[other]
    assert len(ours) > len(ARTICLES)
    assert list(ours) == list(theirs)
    for address, page in ours.items():
        assert getattr(theirs[address], what) == getattr(page, what), f"{other} {version(other)}: {address}"
