"""Cut a long list into shelves, a page each, so that no page grows without bound and none moves as the archive grows.

The shelves of a list are its years or its letters, from the first row on. One that becomes too long for its page keeps
it: the page then leads to the shelf's own shelves, its months, and those to numbered parts.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from generator import addresses
from generator.edges import group
from generator.model import Page
from generator.render import dates
from generator.render.templates import Templates
from generator.slug import slug

Row = TypeVar("Row")

OPEN = "undated"
_YEAR, _MONTH = 4, 7


Key = Callable[[Row], str]


class Shelf(Struct, Generic[Row], frozen=True):
    """A page of a list: the rows that stand on it, and the shelves that it leads to."""

    key: str
    label: str  # the key as people read it
    rows: Sequence[Row]
    count: int  # of the rows on it and below it
    below: "Sequence[Shelf[Row]]" = ()
    part: int = 1

    @property
    def name(self) -> str:
        """The last part of its page's address."""
        return self.key if self.part == 1 else f"{self.key}-part-{self.part}"


class Cut(Struct, Generic[Row], frozen=True):
    """How a list is cut: by which keys in turn, how many rows a page has at most, and how a key reads."""

    keys: tuple[Key[Row], ...]
    most: int
    label: Callable[[str], str] = dates.readable
    newest_first: bool = False

    def shelves(self, rows: Sequence[Row], level: int = 0) -> list[Shelf[Row]]:
        """Return the shelves of *rows*, which stand in order, the oldest first, by the key of *level*."""
        shelves = [self._shelf(key, same, level + 1) for key, same in group(rows, by=self.keys[level]).items()]
        return _turned(shelves) if self.newest_first else shelves

    def _shelf(self, key: str, rows: Sequence[Row], level: int) -> Shelf[Row]:
        if len(rows) <= self.most:
            return self._page(key, rows, 1)
        apart = {**group(rows, by=self.keys[level])} if level < len(self.keys) else {key: tuple(rows)}
        own = apart.pop(key, ())  # a date that is a year alone stays with its year
        parts = [self._page(key, own[at : at + self.most], at // self.most + 1) for at in range(0, len(own), self.most)]
        below = [self._shelf(name, same, level + 1) for name, same in apart.items()]
        first = parts[0].rows if parts else ()
        return Shelf(
            key, self.label(key), first, len(rows), [*parts[1:], *(_turned(below) if self.newest_first else below)]
        )

    def _page(self, key: str, rows: Sequence[Row], part: int) -> Shelf[Row]:
        """Return a numbered part: where new rows come last, the parts before them stay as they are."""
        return Shelf(key, self.label(key), self.shown(rows), len(rows), (), part)

    def shown(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return *rows* in the order in which a page shows them."""
        return rows[::-1] if self.newest_first else rows


def _turned(shelves: Sequence[Shelf[Row]]) -> list[Shelf[Row]]:
    """Return shelves by date with the newest first, and what has no date last."""
    dated = [shelf for shelf in shelves if shelf.key != OPEN]
    return [*dated[::-1], *(shelf for shelf in shelves if shelf.key == OPEN)]


class Shelving(Struct, frozen=True):
    """Where the pages of shelves lie, and the template that each of them fills, with some *values*."""

    folder: str
    template: str
    templates: Templates
    values: Mapping[str, object]

    def pages(self, shelves: Sequence[Shelf[Row]], above: Shelf[Row] | None = None) -> Iterator[Page]:
        """Yield the page of each shelf and of those below it; each leads to those that stand beside it."""
        for at, shelf in enumerate(shelves):
            path = addresses.shelf(self.folder, shelf.name)
            around = {
                "root": addresses.up(path),
                "shelf": shelf,
                "above": above,
                "before": shelves[at - 1] if at else None,
                "after": shelves[at + 1] if at + 1 < len(shelves) else None,
            }
            text = self.templates.fill(self.template, {**self.values, **around})
            if text is not None:
                yield Page(path, text)
            yield from self.pages(shelf.below, shelf)


def year(date: str | None) -> str:
    """Return the year of an EDTF date, or that there is none."""
    return date[:_YEAR] if date and date[:_YEAR].isdecimal() else OPEN


def month(date: str | None) -> str:
    """Return the month of an EDTF date, its year where it has none."""
    return date[:_MONTH] if date and date[:_YEAR].isdecimal() else OPEN


def letter(name: str) -> str:
    """Return the letter under which a name is listed, without its marks."""
    return slug(name)[:1] or "other"


def letters(name: str) -> str:
    """Return the first two letters of a name, where one alone stands for too many."""
    return slug(name)[:2].rstrip("-") or "other"
