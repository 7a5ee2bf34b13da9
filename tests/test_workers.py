"""Many articles are read by several processes, which make what one makes."""

import os
from pathlib import Path

import pytest

from generator import analyse, annotate, read, start, suggest, workers
from generator import site as sites
from generator.site import Site

MANY = 500


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give a site that is worth a pool."""
    folder = tmp_path_factory.mktemp("large") / "new"
    assert start.new(folder) == ()
    text = "Tale {0}\n\nAda Vantongeren left the Lower Quay Council (Polar Post, March {1}).\n"
    for at in range(MANY - 1):
        path = folder / f"seeds/articles/{at}.txt"
        path.write_text(text.format(at, at % 28 + 1), encoding="utf-8")
    return sites.load(folder / "mkdocs.yml")


def processors(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(number)), raising=False)


def test_a_pool_makes_what_one_process_makes(large: Site, monkeypatch: pytest.MonkeyPatch):
    processors(monkeypatch, 2)
    glossary, _ = read.glossary(large)
    seeds, _ = read.seeds(large)
    with workers.pool(large) as executor:
        assert executor is not None
        shared = list(annotate.lines(analyse.articles(seeds, glossary, executor=executor), glossary))
        assert suggest.suggestions(large, executor=executor) == suggest.suggestions(large)
    assert shared == list(annotate.lines(analyse.articles(seeds, glossary), glossary))
    assert len(shared) == MANY


def test_one_processor_or_few_articles_need_no_pool(large: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    processors(monkeypatch, 1)
    with workers.pool(large) as executor:
        assert executor is None
    processors(monkeypatch, 2)
    start.new(tmp_path / "new")
    with workers.pool(sites.load(tmp_path / "new/mkdocs.yml")) as executor:
        assert executor is None
