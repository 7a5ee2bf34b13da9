"""A page with marks in the place of its values, which shows where a theme puts which of them, and how."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from markupsafe import Markup, escape
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from msgspec import Struct

_AWKWARD = """<i>&lt;"'"""  # tells which filters a value has passed
# Marks of two faces: a theme that does more with a value than show it makes something else of each.
_FACES = (
    ("", _AWKWARD, "#zqplacezq"),
    ("Some words: ", f"{_AWKWARD}/edit/blob/<h2><em><code><pre><img src=x><table>", "#some-zqplacezq"),
)
_MARK = re.compile(r"zq(\w+?)zq")
_WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "escaped": lambda text: str(escape(text)),
    "without tags": lambda text: Markup(text).striptags(),  # noqa: S704 - as the filter of that name
    "without tags, escaped": lambda text: str(escape(str(Markup(text).striptags()))),  # noqa: S704 - the same
}
FACES = range(len(_FACES))
_OF_PAGE = ("title", "content", "canonical_url", "edit_url")
_OF_META = ("title", "description", "picture")
# What is the same for the pages of a kind, as far as it is used: where a page is tells its kind.
_OF_KIND = frozenset(("meta", "toc", "file", "url", "active", *_OF_PAGE))
_WHETHER = ("seed",)  # of which a theme asks whether it is there


class Slot(Struct, frozen=True):
    """A place for a value of a page, which is shown in one of a few ways."""

    name: str
    way: str

    def filled(self, values: Mapping[str, str]) -> str:
        """Give the value as it is shown."""
        return _WAYS[self.way](values[self.name])


class Reads:
    """What a theme has read of pages that no slot is for: pages that differ in it are of different kinds."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.attributes: set[str] = set()
        self.meta: set[str] = set()

    def of(self, page: Page) -> str:
        """Give these values of a page."""
        attributes = [(name, getattr(page, name, None)) for name in sorted(self.attributes)]
        meta = [(name, page.meta.get(name)) for name in sorted(self.meta)]
        return repr((attributes, meta, [bool(page.meta.get(name)) for name in _WHETHER]))


def values(page: Page) -> dict[str, str]:
    """Give the values of a page that there are slots for, by name; none that is empty."""
    every = {name: getattr(page, name) for name in _OF_PAGE}
    every |= {f"meta_{name}": page.meta.get(name) for name in _OF_META}
    every["place"] = next((heading.url for heading in page.toc), "")
    return {name: value for name, value in every.items() if value}


def marks(present: Mapping[str, str], face: int) -> dict[str, str]:
    """Give a mark for each of these values, in one of two faces; whether content has a title of its own stays true."""
    before, behind, place = _FACES[face]
    made = {name: f"{before}zq{name}zq{behind}" for name in present}
    if "<h1" in present.get("content", ""):
        made["content"] = f"<h1>{made['content']}"
    return made | ({"place": place} if "place" in present else {})


class Probe:
    """Stands for a page while a theme is filled, and notes what is read of it."""

    def __init__(self, page: Page, reads: Reads, face: int) -> None:
        """Take the place of *page*."""
        self._page = page
        self._reads = reads
        self.marks = marks(values(page), face)

    @property
    def meta(self) -> "_Meta":
        """The front matter."""
        return _Meta(self._page, self._reads, self.marks)

    @property
    def toc(self) -> TableOfContents:
        """The table of contents: a part of a page of its own, of which only the first place shows elsewhere."""
        levels = [heading.level for heading in self._page.toc][:1]
        return TableOfContents([AnchorLink("", self.marks["place"].removeprefix("#"), level) for level in levels])

    def __getattr__(self, name: str) -> object:
        """Give a mark, or the page's own value and note that it was asked for."""
        if name in self.marks and name in _OF_PAGE:
            return self.marks[name]
        if name not in _OF_KIND:
            self._reads.attributes.add(name)
        return getattr(self._page, name)


class _Meta(Mapping[str, object]):
    """Front matter with marks in it, which notes what is read."""

    def __init__(self, page: Page, reads: Reads, marks_: Mapping[str, str]) -> None:
        self._meta = page.meta
        self._reads = reads
        self._marks = marks_

    def __getitem__(self, name: str) -> object:
        if f"meta_{name}" in self._marks:
            return self._marks[f"meta_{name}"]
        if name not in _OF_META and name not in _WHETHER:
            self._reads.meta.add(name)
        return self._meta[name]

    def __iter__(self) -> Iterator[str]:
        self._reads.meta.update(self._meta)
        return iter(self._meta)

    def __len__(self) -> int:
        return len(self._meta)


def shown(made: Mapping[str, str]) -> dict[str, Slot]:
    """Give the slot for each text that a theme could make of a mark."""
    return {_WAYS[way](mark): Slot(name, way) for way in reversed(_WAYS) for name, mark in made.items()}


def cut(text: str, known: Mapping[str, Slot]) -> Sequence[str | Slot]:
    """Cut a text at what is known of marks in it; nothing where a mark is shown in a way that is not known."""
    longest = sorted(known, key=len, reverse=True)
    parts = re.split(f"({'|'.join(map(re.escape, longest))})", text) if longest else [text]
    pieces: list[str | Slot] = [known.get(part, part) for part in parts if part]
    return () if any(isinstance(piece, str) and marked(piece) for piece in pieces) else pieces


def marked(text: str) -> bool:
    """Whether there is a mark in a text."""
    return _MARK.search(text) is not None
