"""A small edit makes a small diff: of one word, what quotes its sentence, its paragraph's rows, and the digest."""

import csv
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from generator import analyse, read, render, resolve, site
from generator.model import Glossary, Seed

SITE = site.load(Path(__file__).parent.parent / "mkdocs.yml")
EDITS = [  # a word that stands once in the article, another of another length, and the paragraph
    ("prominently", "here and there", "2"),
    ("juxtaposed", "set", "2"),
    ("catastrophically", "badly", "3"),
    ("backburner", "shelf behind the others", "4"),
    ("unconvincing", "odd", "5"),
    ("erratic", "unpredictable", "8"),
    ("comparatively", "quite", "11"),
]


@pytest.fixture(scope="module")
def found() -> tuple[Glossary, Seed]:
    glossary, _ = read.glossary(SITE)
    seeds, _ = read.seeds(SITE)
    return glossary, seeds[0]


@pytest.fixture(scope="module")
def before(found: tuple[Glossary, Seed]) -> dict[str, str]:
    return made(*found)


def made(glossary: Glossary, seed: Seed) -> dict[str, str]:
    corpus = resolve.corpus(analyse.articles([seed], glossary), glossary, folder="seeds")
    pages, problems = render.pages(corpus, SITE)
    assert not problems
    return {page.path: page.text for page in pages}


def changed(before: dict[str, str], after: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield the path, the old and the new of each line that changed; none comes, goes or moves."""
    assert list(before) == list(after)
    for path, text in before.items():
        pairs = zip(text.split("\n"), after[path].split("\n"), strict=True)
        yield from ((path, old, new) for old, new in pairs if old != new)


def paragraph(path: str, line: str) -> str:
    if path == "data/articles.csv" or not path.startswith("data/"):
        return ""
    row = json.loads(line.rstrip(",")) if path.endswith(".json") else dict(enumerate(next(csv.reader([line]))))
    return str(row.get("paragraph") or row.get(1) or "")


@pytest.mark.parametrize(("old", "new", "number"), EDITS)
def test_one_word_changes_what_quotes_it_and_the_rows_of_its_paragraph(
    found: tuple[Glossary, Seed], before: dict[str, str], old: str, new: str, number: str
):
    glossary, seed = found
    assert seed.text.count(old) == 1
    text = seed.text.replace(old, new)
    edited = msgspec.structs.replace(seed, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    lines = list(changed(before, made(glossary, edited)))
    quoting = [line for line in lines if old in line[1] and new in line[2]]
    digests = [line for line in lines if line[1].replace(seed.sha256, edited.sha256) == line[2]]
    rows = [(path, was, now) for path, was, now in lines if paragraph(path, was) == paragraph(path, now) == number]
    assert not set(lines) - {*quoting, *digests, *rows}
    assert any(path.startswith("articles/") for path, *_ in quoting)
    assert sorted(path.partition("/")[0] for path, *_ in digests) == ["articles", "data", "data"]
    assert rows
