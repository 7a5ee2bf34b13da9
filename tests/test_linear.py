"""The analysis costs time in proportion to the text: calls are counted, and no pattern can run away."""

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from types import FrameType

import pytest

from generator import analyse
from generator.analyse.index import Index
from generator.model import Seed
from tests.strategies import GLOSSARY

INDEX = Index(GLOSSARY)
TEXTS: dict[str, tuple[Callable[[int], str], int]] = {
    "a line of a million characters": (lambda size: "word " * (size // 5), 1_000_000),
    "a word of a million characters": (lambda size: "x" * size, 1_000_000),
    "open brackets": (lambda size: "(" * size, 10_000),
    "open brackets with spaces": (lambda size: "( " * size, 10_000),
    "open brackets with outlets": (lambda size: "(Polar Post, " * size, 4_000),
    "brackets in brackets": (lambda size: "(" * size + ")" * size, 10_000),
    "one bracket with many dates": (lambda size: "(Polar Post, " + "May 3; " * size + ")", 4_000),
    "capitalised words": (lambda size: "They met. " + "Word " * size + "left.", 10_000),
    "capitalised words on lines": (lambda size: "Word\n" * size, 4_000),
    "quotation marks in quotation marks": (lambda size: "“" * size + "”" * size, 50_000),
    "quotation marks that nothing closes": (lambda size: '"a ' * size, 20_000),
    "paragraphs that open a quotation": (lambda size: "“It was so, and it is, he said.\n\n" * size, 1_000),
    "block quotations": (lambda size: "      “It was so, and so it is.”\n\n" * size, 1_000),
    "quotations": (lambda size: "“It was so, and so it is,” Vantongeren said. " * size, 1_000),
    "offices that speak": (
        lambda size: "Mayor Ada Vantongeren left. The mayor said it “was so, and so it is.” " * size,
        500,
    ),
    "surnames of two bearers": (lambda size: "Ilmar Tarvainen, Oskar Tarvainen, Tarvainen. " * size, 1_000),
    "names in capitals": (lambda size: "ADA VANTONGEREN SAID NO TO THE HARBOUR LEAGUE " * size, 1_000),
    "acronyms": (lambda size: "The Northern Harbour Pact (NHP) agreed. " * size, 1_000),
    "misspellings": (lambda size: "Ada Vantongeren. " + "Vantongaren left. " * size, 1_000),
    "outlets": (lambda size: "Interport reported, Polar Post reported. " * size, 1_000),
    "citations": (lambda size: "It was so (Polar Post, February 4; Interport, 5 May). " * size, 1_000),
    "dates alone": (lambda size: "Interport said so (5 February). " * size, 1_000),
    "headings": (lambda size: "The Pier\n\nIt was long, and it was old, and it is gone.\n\n" * size, 1_000),
    "marks apart from their letters": (lambda size: "e\u0301" * size, 50_000),
    "white space": (lambda size: " \u00a0\n" * size + "x", 50_000),
}


def calls(text: str) -> int:
    """Count the calls that analysing *text* makes, of Python and of C."""
    count = 0

    def seen(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(seen)
    try:
        analyse.article(Seed("articles/a.txt", text, "0" * 64, meta={"title": "A Pier", "date": "2010"}), INDEX)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(("make", "size"), TEXTS.values(), ids=TEXTS)
def test_four_times_the_text_makes_about_four_times_the_calls(make: Callable[[int], str], size: int) -> None:
    calls(make(size // 4))  # so that neither count has what is made once
    assert calls(make(size)) <= 4.4 * calls(make(size // 4)) + 2_000


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(analyse.__path__, "generator.analyse."):
        room = importlib.import_module(module.name)
        for name, value in vars(room).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name.removeprefix('generator.analyse.')}.{name}", value


def repetitions(tree: object) -> Iterator[tuple[bool, object]]:
    """Yield what a parsed pattern repeats, and whether without a bound; what may stand once is not repeated."""
    if isinstance(tree, tuple) and tree and "REPEAT" in str(tree[0]):
        _, most, inner = tree[1]
        if most > 1:
            yield most > 10_000, inner
        yield from repetitions(inner)
    elif isinstance(tree, tuple | list) or hasattr(tree, "data"):
        for part in getattr(tree, "data", tree):
            yield from repetitions(part)


@pytest.mark.parametrize(("name", "pattern"), list(patterns()), ids=[name for name, _ in patterns()])
def test_no_pattern_repeats_what_repeats_without_a_bound(name: str, pattern: re.Pattern[str]) -> None:
    tree = importlib.import_module("re._parser").parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    for endless, inner in repetitions(tree):
        within = list(repetitions(inner))
        assert not (endless and within), f"{name} repeats a repetition without a bound"
        assert not any(unbounded for unbounded, _ in within), f"{name} repeats what has no bound"
