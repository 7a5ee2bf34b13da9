"""One bad article never stops the others, and whatever its size it is handled or refused with one line."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import site as sites
from generator import start, write
from generator.model import Page
from generator.site import Site
from generator.write import mark
from tests import builds
from tests.long import LONG

BAD = {
    "empty": b"",
    "only white space": b" \r\n\xc2\xa0\n\t",
    "binary": bytes(range(32)) * 20,
    "NUL": b"Title\n\nText\x00text.\n",
    "broken front matter": b"---\ntitle: [\n---\n\nText.\n",
    "front matter without an end": b"---\ntitle: x\n\nText.\n",
    "doubled key": b"---\ntitle: x\ntitle: y\n---\n\nText.\n",
    "a value that cannot be": b"---\ndate: 2010-13-45\n---\n\nText.\n",
    "no text": b"---\ntitle: x\n---\n\n",
    "a link elsewhere": None,
}


def site_of(folder: Path, articles: int) -> Path:
    """Make a site with *articles* of which none is like another, and give the folder of its articles."""
    assert start.new(folder) == ()
    seeds = folder / "seeds/articles"
    for old in seeds.iterdir():
        old.unlink()
    for at in range(articles):
        (seeds / f"{at:04}.txt").write_text(f"Tale {at}\n\nAda Vantongeren went home.\n", encoding="utf-8")
    return seeds


def test_of_many_articles_with_one_in_a_hundred_corrupt_the_others_are_built(tmp_path: Path):
    number = 1000 if LONG else 200
    seeds = site_of(tmp_path / "new", number)
    found = sites.load(tmp_path / "new/mkdocs.yml")
    assert not builds.report(found).failed
    old = {path.name: path.read_bytes() for path in (found.docs / "articles").glob("tale-*.md")}
    assert len(old) == number
    corrupt = [number // len(BAD) * at for at in range(len(BAD))]
    for at, content in zip(corrupt, BAD.values(), strict=True):
        (seeds / f"{at:04}.txt").unlink()
        if content is None:
            (seeds / f"{at:04}.txt").symlink_to("/etc/passwd")
        else:
            (seeds / f"{at:04}.txt").write_bytes(content)
    (seeds / "0001.txt").write_text("Tale 1\n\nNobody went home.\n", encoding="utf-8")
    report = builds.report(found)
    errors = [problem for problem in report.problems if problem.severity == "error"]
    assert sorted({problem.place.path for problem in errors}) == [f"seeds/articles/{at:04}.txt" for at in corrupt]
    assert len(errors) == len(BAD)
    assert all(problem.fix and str(problem).isprintable() for problem in errors)
    assert report.failed
    assert "articles/tale-1.md" in report.written
    now = {path.name: path.read_bytes() for path in (found.docs / "articles").glob("tale-*.md")}
    assert now.keys() == old.keys()
    assert all(now[f"tale-{at}.md"] == old[f"tale-{at}.md"] for at in corrupt)


SIZES = {
    "a line of a million characters": "A Title\n\n" + "words " * 170_000,
    "a word of a million characters": "A Title\n\n" + "w" * 1_000_000,
    "a million blanks": "A Title\n\nfirst" + " " * 1_000_000 + "last",
    "50,000 nested quotation marks": "A Title\n\n" + "“" * 50_000 + "x" + "”" * 50_000,
    "50,000 nested brackets": "A Title\n\n" + "(" * 50_000 + "Polar Post, March 4" + ")" * 50_000,
    "a name of 10,000 characters": "A Title\n\n" + "Ada " * 2_500 + "went home.",
    "10,000 front matter keys": "---\n" + "".join(f"k{at}: x\n" for at in range(10_000)) + "---\nText.\n",
    "a title of 10,000 characters": f"---\ntitle: {'x' * 10_000}\n---\nText.\n",
    "front matter nested deeply": f"---\ntitle: {'[' * 20_000}\n---\nText.\n",
}


@pytest.mark.parametrize("text", SIZES.values(), ids=SIZES)
def test_any_size_is_handled_or_refused_with_one_line(tmp_path: Path, text: str):
    seeds = site_of(tmp_path / "new", 1)
    (seeds / "big.txt").write_text(text, encoding="utf-8")
    report = builds.report(sites.load(tmp_path / "new/mkdocs.yml"))
    assert "articles/tale-0.md" in report.written
    assert len(report.problems) <= 1
    assert all(problem.place.path == "seeds/articles/big.txt" and problem.fix for problem in report.problems)
    assert all(len(str(problem)) < 500 for problem in report.problems)


GLOSSARIES = {
    "100,000 aliases": ("ada:\n  name: Ada\n  type: person\n  aliases:\n" + "    - A\n" * 100_000, 0),
    "a name of 10,000 characters": (f"ada:\n  name: {'x' * 10_000}\n  type: person\n", 1),
    "values that lead to values": ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1),
    "nested deeply": ("a: " + "[" * 50_000, 1),
    "an unknown type": ("ada:\n  name: Ada\n  type: robot\n", 1),
    "a doubled key": ("ada:\n  name: Ada\n  type: person\nada:\n  name: Eve\n  type: person\n", 1),
    "no mapping": ("- ada\n", 1),
    "a tag": ("ada: !!python/object:x {}\n", 1),
}


@pytest.mark.parametrize(("text", "errors"), GLOSSARIES.values(), ids=GLOSSARIES)
def test_any_glossary_is_read_or_refused_with_one_line(tmp_path: Path, text: str, errors: int):
    site_of(tmp_path / "new", 1)
    (tmp_path / "new/seeds/actors.yml").write_text(text, encoding="utf-8")
    report = builds.report(sites.load(tmp_path / "new/mkdocs.yml"))
    said = [problem for problem in report.problems if problem.severity == "error"]
    assert len(said) == errors
    assert all(problem.place.path == "seeds/actors.yml" and problem.place.line and problem.fix for problem in said)
    assert all(len(str(problem)) < 500 for problem in said)


OURS = "---\ngenerated: true\n---\n"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of half a megabyte, where the machine lets us have one."""
    folder = tmp_path / "small"
    folder.mkdir()
    if os.geteuid() or shutil.which("mount") is None:
        pytest.skip("only root mounts disks")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this machine mounts no disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_disk_that_fills_up_is_one_line_and_nothing_is_lost(small: Path):
    found = Site(small, small / "seeds", small / "docs", ())
    old = [Page(f"articles/{at}.md", OURS + f"old {at}\n" * 50) for at in range(60)]
    new = [Page(page.path, OURS + page.text.removeprefix(OURS).replace("old", "new") * 40) for page in old]
    assert write.pages(old, found, tuple).problems == ()
    outcome = write.pages(new, found, tuple)
    (problem,) = outcome.problems
    assert problem.code == "disk"
    assert "No space left" in problem.what
    whole = {page.path: {mark.sealed(page.text)} for page in old}
    for page in new:
        whole[page.path].add(mark.sealed(page.text))
    there = {path.relative_to(found.docs).as_posix(): path for path in found.docs.rglob("*.md")}
    assert there.keys() == whole.keys()
    assert all(path.read_bytes() in whole[name] for name, path in there.items())
    assert list(found.docs.rglob("*.tmp")) == []
    assert write.pages(old, found, tuple).problems == ()
