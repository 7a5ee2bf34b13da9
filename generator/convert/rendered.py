"""What is made of a page: its HTML, its headings, what can be linked to, and what it links to."""

from collections.abc import Callable

from msgspec import Struct


class Refused(Exception):  # noqa: N818 - not an error: such a page is converted the slow way
    """Raised where a page does not keep to the part of Markdown that is converted here."""


class Target(Struct, frozen=True):
    """Where a link leads: its address, the page behind it and the place there, where it is of this site."""

    href: str
    path: str = ""
    anchor: str = ""
    preview: bool = False


Resolve = Callable[[str], Target | None]
"""Gives where the destination of a link leads, or nothing where that takes a warning: the page is then refused."""


class Definition(Struct, frozen=True):
    """Where a label of a reference leads, with a title or none."""

    destination: str
    title: str = ""


class Heading(Struct, frozen=True):
    """An entry of the table of contents; *name* is HTML."""

    level: int
    id: str
    name: str


class Link(Struct, frozen=True):
    """A link to a place of a page: the page's path, the place, and the destination as the Markdown has it."""

    path: str
    anchor: str
    destination: str


class Rendered(Struct, frozen=True):
    """A page in HTML, with all that is told of it to who links pages together."""

    html: str
    headings: tuple[Heading, ...]
    anchors: tuple[str, ...]
    links: tuple[Link, ...]
