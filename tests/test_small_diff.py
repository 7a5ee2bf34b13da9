"""A small edit makes a small diff: of a word, what quotes its sentence; of a paragraph, its own lines; and digests."""

import hashlib
import re
from collections.abc import Iterator
from difflib import ndiff
from pathlib import Path

import msgspec
import pytest

from generator import read, site
from generator.analyse.index import Index
from generator.model import Seed
from generator.write import mark
from tests.papers import papers

SITE = site.load(Path(__file__).parent.parent / "mkdocs.yml")
PAGE = "articles/moscows-csto-olive-branch-to-nato.md"
EDITS = [  # a word that stands once in the article, and another of another length
    ("prominently", "here and there"),
    ("juxtaposed", "set"),
    ("catastrophically", "badly"),
    ("backburner", "shelf behind the others"),
    ("unconvincing", "odd"),
    ("erratic", "unpredictable"),
    ("comparatively", "quite"),
]
INSERTED = "Plain words were put in here.\nThey name nobody.\n{ #plain-words-were }\n\n"
MARK = re.compile(r"generated: sha256-[0-9a-f]{16}")
DIGEST = re.compile(r"generated: sha256-[0-9a-f]{16}|  sha256: [0-9a-f]{64}")


@pytest.fixture(scope="module")
def index() -> Index:
    glossary, _ = read.glossary(SITE)
    return Index(glossary)


@pytest.fixture(scope="module")
def seed() -> Seed:
    (seed,), _ = read.seeds(SITE)
    return seed


@pytest.fixture(scope="module")
def before(index: Index, seed: Seed) -> dict[str, str]:
    return docs(index, seed)


def docs(index: Index, *seeds: Seed) -> dict[str, str]:
    """Give every file as it lies below ``docs/``."""
    return {path: mark.sealed(text).decode("utf-8") for path, text in papers(seeds, index).pages().items()}


def edited(seed: Seed, text: str) -> Seed:
    return msgspec.structs.replace(seed, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


def changed(before: dict[str, str], after: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield the path, the old and the new of each line that changed; none comes, goes or moves."""
    assert list(before) == list(after)
    for path, text in before.items():
        pairs = zip(text.split("\n"), after[path].split("\n"), strict=True)
        yield from ((path, old, new) for old, new in pairs if old != new)


@pytest.mark.parametrize(("old", "new"), EDITS)
def test_one_word_changes_the_lines_that_quote_it_and_two_digests(
    index: Index, seed: Seed, before: dict[str, str], old: str, new: str
):
    assert seed.text.count(old) == 1
    lines = list(changed(before, docs(index, edited(seed, seed.text.replace(old, new)))))
    quoting = [line for line in lines if old in line[1] and new in line[2]]
    digests = [line for line in lines if DIGEST.fullmatch(line[1]) and DIGEST.fullmatch(line[2])]
    assert not set(lines) - {*quoting, *digests}
    assert PAGE in {path for path, *_ in quoting}
    assert [path for path, was, _ in digests if not MARK.fullmatch(was)] == [PAGE]
    assert {path for path, *_ in lines} == {path for path, was, _ in digests if MARK.fullmatch(was)}


def test_a_paragraph_that_is_put_in_changes_its_own_lines_and_two_digests(
    index: Index, seed: Seed, before: dict[str, str]
):
    paragraphs = seed.text.split("\n\n")
    apart = [at for at in range(4, len(paragraphs)) if not paragraphs[at - 1].endswith(":")]  # “he said:” and what
    for at in apart[::2]:
        longer = [*paragraphs[:at], "Plain words were put in here. They name nobody.", *paragraphs[at:]]
        after = docs(index, edited(seed, "\n\n".join(longer)))
        assert [path for path in before if before[path] != after[path]] == [PAGE]
        lines = list(ndiff(before[PAGE].splitlines(keepends=True), after[PAGE].splitlines(keepends=True)))
        gone = [line[2:].rstrip("\n") for line in lines if line.startswith("- ")]
        come = [line[2:] for line in lines if line.startswith("+ ")]
        assert len(gone) == 2
        assert all(map(DIGEST.fullmatch, gone))
        assert sorted(line for line in come if not DIGEST.fullmatch(line.rstrip("\n"))) == (
            sorted(INSERTED.splitlines(keepends=True))
        )


def test_a_paragraph_that_is_put_in_moves_no_other_anchor_even_where_it_opens_alike(index: Index, seed: Seed):
    paragraphs = seed.text.split("\n\n")
    anchors = papers([seed], index).corpus.articles[Path(PAGE).stem].anchors
    alike = " ".join(paragraphs[5].split()[:3])
    for at in range(6, len(paragraphs)):
        longer = [*paragraphs[:at], f"{alike} once more, plain words.", *paragraphs[at:]]
        now = papers([edited(seed, "\n\n".join(longer))], index).corpus.articles[Path(PAGE).stem].anchors
        assert [anchor for anchor in now if anchor in anchors] == list(anchors)
        assert len(now) == len(anchors) + 1


def test_another_article_changes_no_byte_of_an_article_page(index: Index, seed: Seed, before: dict[str, str]):
    other = Seed("articles/other.txt", seed.text, "1" * 64, meta={"title": "Another Branch", "date": "2010-02-17"})
    same_title = Seed("articles/zz.txt", seed.text, "2" * 64)
    after = docs(index, seed, other, same_title)
    assert len([path for path in after if path.startswith("articles/moscows-csto-")]) == 2
    assert after[PAGE] == before[PAGE]
    assert after["actors/nikolai-bordyuzha.md"] != before["actors/nikolai-bordyuzha.md"]
