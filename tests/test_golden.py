"""Small whole sites, one idea each: what the generator makes of their seeds, page by page.

A case may have a folder ``before``: what stands in ``docs/`` already. ``pytest --update-golden`` writes what is made
now; the diff is the review.
"""

from pathlib import Path

import pytest

from generator import build, render
from generator.cache import Cache
from generator.render.templates import Templates
from generator.site import Site

CASES = sorted(path.parent for path in (Path(__file__).parent / "golden").glob("*/seeds"))
TEMPLATES = Path(__file__).parent.parent / "templates"
OF_CONTENT = ("articles/", "actors/", "sources/")


def made(case: Path) -> dict[str, str]:
    """Give the pages of content by their path, and the problems beside them."""
    site = Site(case, case / "seeds", case / "before", (TEMPLATES,), name="Golden", starter=False)
    kept, templates = Cache(), Templates(site)
    understood = build.corpus(site, kept)
    pages = [*render.pages(understood.corpus, understood.articles.prose, templates, kept)]
    problems = "".join(f"{problem}\n" for problem in (*understood.corpus.problems, *templates.found))
    kept = {page.path: page.text for page in pages if page.path.startswith(OF_CONTENT) and page.path.endswith(".md")}
    return kept | {"problems.txt": problems}


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_golden(case: Path, request: pytest.FixtureRequest):
    pages, folder = made(case), case / "docs"
    if request.config.getoption("--update-golden"):
        for old in [path for path in folder.rglob("*") if path.is_file()]:
            old.unlink()
        for path, text in pages.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
    expected = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert pages == expected


def test_there_are_cases():
    assert CASES
