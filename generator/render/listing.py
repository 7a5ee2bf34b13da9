"""Render a list: the whole of it under headings, or, where it is long, what leads to a page for each shelf."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from generator.model import Page
from generator.render import dates, shelf
from generator.render.shelf import Shelf
from generator.render.templates import Templates

Row = TypeVar("Row")


class Listing(Struct, Generic[Row], frozen=True):
    """A list to be rendered by the template of its name, which says how a row is written."""

    path: str
    folder: str  # of the pages of its shelves
    template: str
    rows: Sequence[Row]  # by name, or by date with the oldest first
    keys: tuple[Callable[[Row], str], ...]
    label: Callable[[str], str] = dates.readable
    turned: bool = True  # shown with the newest first
    most: int = 200  # rows on a page
    newest: int = 0  # rows that its own page shows where it is long


def pages(one: Listing[Row], templates: Templates, **values: object) -> Iterator[Page]:
    """Give the page of a list, and those of its shelves where it is long."""
    split = len(one.rows) > one.most
    shelves = shelf.cut(one.rows, *one.keys, most=one.most, label=one.label)
    shown = [_newest_first(found) for found in shelves] if one.turned else shelves
    shared = {
        "path": "../" * (one.folder.count("/") + 1) + one.path,
        "folder": one.folder.removeprefix(one.path.rpartition("/")[0]).strip("/"),
        **values,
    }
    listed = {
        "root": "../" * one.path.count("/"),
        "shelf": None,
        "split": split,
        "shelves": shelf.newest_first(shown) if one.turned else shown,
        "newest": one.rows[: -one.newest - 1 : -1] if split and one.newest else (),
    }
    text = templates.fill(one.template, {**shared, **listed})
    if text is not None:
        yield Page(one.path, text)
    if split:
        yield from shelf.pages(shown, one.folder, one.template, templates, shared)


def _newest_first(one: Shelf[Row]) -> Shelf[Row]:
    return Shelf(one.key, one.label, one.rows[::-1], one.part)
