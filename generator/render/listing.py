"""Render a list: the whole of it under headings, or, where it is long, what leads to a page for each shelf."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from generator import addresses
from generator.model import Page
from generator.render.shelf import Cut, Shelving
from generator.render.templates import Templates

Row = TypeVar("Row")


class Listing(Struct, Generic[Row], frozen=True):
    """A list to be rendered by the template of its name, which says how a row is written."""

    path: str
    folder: str  # of the pages of its shelves
    template: str
    rows: Sequence[Row]  # by name, or by date with the oldest first
    cut: Cut[Row]
    newest: int = 0  # rows that its own page shows where it is long


def pages(listing: Listing[Row], templates: Templates, **values: object) -> Iterator[Page]:
    """Yield the page of a list, and those of its shelves where it is long."""
    split = len(listing.rows) > listing.cut.most
    shelves = listing.cut.shelves(listing.rows)
    shared = {
        "up": addresses.up(f"{listing.folder}/") + listing.path,
        "folder": listing.folder.removeprefix(listing.path.rpartition("/")[0]).strip("/"),
        **values,
    }
    own = {
        "root": addresses.up(listing.path),
        "shelf": None,
        "split": split,
        "shelves": shelves,
        "newest": listing.rows[: -listing.newest - 1 : -1] if split and listing.newest else (),
    }
    text = templates.fill(listing.template, {**shared, **own})
    if text is not None:
        yield Page(listing.path, text)
    if split:
        yield from Shelving(listing.folder, listing.template, templates, shared).pages(shelves)
