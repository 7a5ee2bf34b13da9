"""Cut a long list into shelves, a page each, so that no page grows without bound as articles are added."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from generator.edges import group
from generator.model import Page
from generator.render import dates
from generator.render.templates import Templates
from generator.slug import slug

Row = TypeVar("Row")

OPEN = "undated"
_DECADE, _YEAR, _MONTH = 3, 4, 7


class Shelf(Struct, Generic[Row], frozen=True):
    """Some rows of a list, in its order: those of one *key*, or a numbered part of them."""

    key: str
    label: str  # the key as people read it
    rows: Sequence[Row]
    part: int = 1

    @property
    def name(self) -> str:
        """The last part of its page's address."""
        return self.key if self.part == 1 else f"{self.key}-part-{self.part}"


def by_date(rows: Sequence[Row], date: Callable[[Row], str | None], *, most: int) -> "list[Shelf[Row]]":
    """Cut *rows* by decade, what is still too long by year, then by month, then by number."""
    return cut(rows, *((lambda row, span=span: span(date(row))) for span in SPANS), most=most)


def cut(
    rows: Sequence[Row],
    *keys: Callable[[Row], str],
    most: int,
    label: Callable[[str], str] = dates.readable,
    key: str = "",
) -> list[Shelf[Row]]:
    """Cut *rows* by the first of *keys*, what is still longer than *most* by the next, and at last by number.

    Parts are numbered in the order of *rows*: where new ones come last, those before them stay as they are.
    """
    if key and len(rows) <= most:
        return [Shelf(key, label(key), rows)]
    if not keys:
        parts = enumerate(range(0, len(rows), most), 1)
        return [Shelf(key, label(key), rows[at : at + most], part) for part, at in parts]
    grouped = group(rows, by=keys[0])
    return [
        shelf for name, found in grouped.items() for shelf in cut(found, *keys[1:], most=most, label=label, key=name)
    ]


def newest_first(shelves: Sequence[Shelf[Row]]) -> list[Shelf[Row]]:
    """Give shelves by date with the newest first, and what has no date last."""
    dated = [one for one in shelves if one.key != OPEN]
    return [*dated[::-1], *(one for one in shelves if one.key == OPEN)]


def pages(
    shelves: Sequence[Shelf[Row]], folder: str, template: str, templates: Templates, values: Mapping[str, object]
) -> Iterator[Page]:
    """Fill *template* for each shelf, a page in *folder*, with the shelves that stand beside it."""
    for at, shelf in enumerate(shelves):
        path = f"{folder}/{shelf.name}.md"
        around = {
            "root": "../" * path.count("/"),
            "shelf": shelf,
            "before": shelves[at - 1] if at else None,
            "after": shelves[at + 1] if at + 1 < len(shelves) else None,
        }
        text = templates.fill(template, {**values, **around})
        if text is not None:
            yield Page(path, text)


def decade(date: str | None) -> str:
    """Give the decade of an EDTF date, ``2010s``, or that there is none."""
    return f"{date[:_DECADE]}0s" if date and date[:_YEAR].isdecimal() else OPEN


def year(date: str | None) -> str:
    """Give the year of an EDTF date."""
    return date[:_YEAR] if date and date[:_YEAR].isdecimal() else OPEN


def month(date: str | None) -> str:
    """Give the month of an EDTF date, its year where it has none."""
    return date[:_MONTH] if date and date[:_YEAR].isdecimal() else OPEN


SPANS = (decade, year, month)
"""What dates are shelved by: a page for each year of a short list would be a page for each article."""


def letter(name: str) -> str:
    """Give the letter under which a name is listed, without its marks."""
    return slug(name)[:1] or "other"


def letters(name: str) -> str:
    """Give the first two letters of a name, where one alone stands for too many."""
    return slug(name)[:2].rstrip("-") or "other"
