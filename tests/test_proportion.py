"""What is written below ``docs/`` is in proportion to what was read, whatever an article repeats."""

from collections.abc import Callable, Iterable, Iterator
from itertools import product, repeat

import pytest

from generator.write import mark
from tests import strategies
from tests.papers import papers

MOST = 20  # bytes written for a byte read
MONTHS = "January February March April May June July August September October November December".split()
FIXED = ("assets/", "data/", "search.md")  # the same on every site

Text = Callable[[int], str]


def long(pieces: Iterable[str]) -> Text:
    """Give what joins *pieces* to a text of a size."""

    def made(size: int) -> str:
        taken, length = [], 0
        for piece in pieces:
            taken.append(piece)
            length += len(piece.encode())
            if length >= size:
                break
        return "".join(taken)

    return made


class Dates:
    """Every day of many years in a form, from the first on each time."""

    def __init__(self, form: str) -> None:
        self.form = form

    def __iter__(self) -> Iterator[str]:
        for year, month, day in product(range(1900, 2200), MONTHS, range(1, 29)):
            yield self.form.format(day=day, month=month, year=year)


TEXTS: dict[str, Text] = {
    "one day again and again": long(repeat("May 3, ")),
    "one day in a bracket": lambda size: f"(Polar Post, {long(repeat('May 3, '))(size)})",
    "one bracket again and again": long(repeat("(Polar Post, May 3) ")),
    "one name again and again": long(repeat("Ada Vantongeren, HL, ")),
    "one name in each paragraph": long(repeat("HL.\n\n")),
    "one lost source again and again": long(repeat("(, May 3) ")),
    "one quotation again and again": long(repeat("“We agree on it,” Ada Vantongeren said. ")),
    "all names of the glossary": long(repeat(", ".join(strategies.NAMES) + ", ")),
    "every day in one sentence": long(Dates("{month} {day}, {year}, ")),
    "every day in a sentence of its own": long(Dates("It was on {month} {day}, {year}. ")),
    "every day in one bracket": lambda size: f"(Polar Post, {long(Dates('{month} {day}, {year}; '))(size)})",
    "a report of every day": long(Dates("It was so (Polar Post, {month} {day}, {year}). ")),
    "a report of every day in a paragraph of its own": long(Dates("It was so (PP, {month} {day}, {year}).\n\n")),
    "signs of Markdown": long(repeat("*_[")),
    "open brackets": long(repeat("( ")),
}


def written(text: str) -> int:
    """Give how many bytes the pages have that are made of an article, and not the same on every site."""
    pages = papers([strategies.seed(text)]).pages()
    return sum(len(mark.sealed(page)) for path, page in pages.items() if not path.startswith(FIXED))


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS)
def test_pages_are_in_proportion_to_the_article(make: Text):
    for size in (20_000, 60_000):
        text = make(size)
        assert written(text) <= MOST * len(text.encode())


def test_what_is_listed_is_all_there():
    text = TEXTS["every day in one sentence"](20_000)
    pages = papers([strategies.seed(text)]).pages()
    times = sum(page.count("<time ") for path, page in pages.items() if path.startswith("chronology"))
    assert times == text.count(", ") // 2
