"""Fill a theme's template once for the pages of a kind, and put the words of each page into what it made.

A shell is what the template makes of a page of marks, cut at the marks. Two parts of a page are filled for each page,
since they differ in more than words: the table of contents and the record of an article. A shell is used only once it
has given what the template gives for two other pages of its kind; where it does not, the template is used as ever.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from posixpath import dirname
from typing import Any, Self, cast

from jinja2 import Environment, Template
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from msgspec import Struct
from msgspec.structs import replace

from generator.plugin import probe
from generator.plugin.page import OwnPage
from generator.plugin.probe import Probe, Reads, Slot

Context = Mapping[str, Any]

_TEMPLATE = "main.html"
_OF_EACH = ("partials/toc.html", "partials/record.html")
_OF_PAGE = frozenset(("page", "build_date_utc"))  # of a context: what differs from page to page of a kind
_PROVEN = 2  # pages that a shell has to give as the template does
_SEEN = 1  # pages of a kind before there is a shell

_HERE = "\ue000"  # around the number of a part that is filled for each page
_NUMBER = re.compile(f"{_HERE}(\\d+){_HERE}")


class _Part(Struct, frozen=True):
    """A part that is filled for each page: its template, what is known there, and what only the part itself knows."""

    template: Template
    known: Mapping[str, Any]
    own: Mapping[str, Any]

    def filled(self, context: Context, values: Mapping[str, str]) -> str:
        """Give the part for a page."""
        own = {name: value.filled(values) if isinstance(value, Slot) else value for name, value in self.own.items()}
        made = self.template.new_context({**self.known, **context}, shared=True, locals=own)
        return "".join(self.template.root_render_func(made))

    def with_slots(self, known: Mapping[str, Slot]) -> Self | None:
        """Give the part with slots for what it was told of a page; nothing where it was told more than is known."""
        own = {name: known.get(value, value) if isinstance(value, str) else value for name, value in self.own.items()}
        told = (*own.values(), *self.known.values())
        if any(isinstance(value, str) and probe.marked(value) for value in told):
            return None
        return replace(self, own=own)


Piece = str | Slot | _Part


class _Stand:
    """Stands for the template of such a part while a shell is made, and keeps what it would be filled with."""

    def __init__(self, template: Template, parts: list[_Part]) -> None:
        self._template = template
        self._parts = parts

    def new_context(self, known: Mapping[str, Any], _: bool, own: Mapping[str, Any]) -> int:  # noqa: FBT001 - as Jinja
        """Keep what is known."""
        self._parts.append(_Part(self._template, dict(known), dict(own)))
        return len(self._parts) - 1

    def root_render_func(self, number: int) -> Iterator[str]:
        """Yield what marks the part."""
        yield f"{_HERE}{number}{_HERE}"


class _Shell(Struct, frozen=True):
    """What is made of the pages of a kind, in pieces."""

    pieces: Sequence[Piece]
    context: Context

    def fits(self, context: Context) -> bool:
        """Whether the template is to be filled with the same, but for the page."""
        names = context.keys() - _OF_PAGE
        if names != self.context.keys() - _OF_PAGE:
            return False
        pairs = ((context[name], self.context[name]) for name in names)
        return all(given is known or given == known for given, known in pairs)

    def filled(self, page: Page, context: Context) -> str:
        """Give a page."""
        values = probe.values(page)
        return "".join(_filled(piece, context, values) for piece in self.pieces)


def _filled(piece: Piece, context: Context, values: Mapping[str, str]) -> str:
    if isinstance(piece, str):
        return piece
    return piece.filled(values) if isinstance(piece, Slot) else piece.filled(context, values)


class _Kind(Struct):
    """The pages of a kind: how many there were, their shell, and for how many it was right so far."""

    seen: int = 0
    shell: _Shell | None = None
    right: int = 0
    wrong: bool = False


class Shells(Environment):
    """The theme's environment; its template for pages gives those of our own from shells."""

    def __init__(self, env: Environment, nav: Navigation) -> None:
        """Take the place of *env*."""
        self.__dict__.update(env.overlay().__dict__)
        self._addresses = [page.url for page in nav.pages]
        self._reads = Reads()
        self._kinds: defaultdict[tuple[object, ...], _Kind] = defaultdict(_Kind)
        self._parts: list[_Part] | None = None
        self._ways: dict[str, tuple[str, ...]] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja calls it
    ) -> Template:
        """Give a template, or what stands for it: where a page is filled, and for its parts while a shell is made."""
        template = super().get_template(name, parent, globals)
        if name in _OF_EACH and self._parts is not None:
            return cast("Template", _Stand(template, self._parts))
        return cast("Template", _Filling(template, self)) if name == _TEMPLATE and parent is None else template

    def filled(self, template: Template, context: Context) -> str:
        """Give a page as *template* gives it."""
        kind = self._kind(context)
        if kind is None or kind.wrong:
            return template.render(context)
        kind.seen += 1
        if kind.shell and kind.right >= _PROVEN and kind.shell.fits(context):
            return kind.shell.filled(context["page"], context)
        made = template.render(context)
        if kind.seen > _SEEN:
            kind.shell = kind.shell or self._shell(template, context)
            right = kind.shell and kind.shell.fits(context) and kind.shell.filled(context["page"], context) == made
            kind.right += bool(right)
            kind.wrong = not right
        return made

    def _kind(self, context: Context) -> _Kind | None:
        """Give the kind of a page, that is all on which its shell depends; nothing where there is to be none."""
        page = context["page"]
        own = isinstance(page, OwnPage) and not (page.parent or page.previous_page or page.next_page)
        if not own or any(address.startswith(page.url) for address in self._addresses):
            return None
        values = probe.values(page)
        if not all(isinstance(value, str) for value in values.values()):
            return None
        path = page.file.src_uri
        place = (path.partition("/")[0], path.count("/"), path.endswith("index.md"))
        shape = (*values, "<h1" in values.get("content", ""))
        return self._kinds[(context["base_url"], self._way(page.url), place, shape, self._reads.of(page))]

    def _way(self, url: str) -> tuple[str, ...]:
        """Give how the pages of the navigation are reached from a page."""
        folder = dirname(url.rstrip("/"))
        if folder not in self._ways:
            self._ways[folder] = tuple(get_relative_url(address, url) for address in self._addresses)
        return self._ways[folder]

    def _shell(self, template: Template, context: Context) -> _Shell | None:
        """Give the shell of a page's kind, or nothing where the theme does more with a value than show it."""
        first, second = (self._pieces(template, context, face) for face in probe.FACES)
        if not first or not second or [*map(_told, first)] != [*map(_told, second)]:
            return None
        return _Shell(first, context)

    def _pieces(self, template: Template, context: Context, face: int) -> Sequence[Piece]:
        parts = self._parts = []
        stand = Probe(context["page"], self._reads, face)
        try:
            text = template.render({**context, "page": stand})
        except Exception:  # noqa: BLE001 - a theme may do anything with a value: its pages are filled as ever
            return ()
        finally:
            self._parts = None
        return _cut(text, parts, probe.shown(stand.marks))


def _told(piece: Piece) -> str | Slot:
    """Give what tells a piece from another: of a part that is filled for each page, its name."""
    return piece.template.name or "" if isinstance(piece, _Part) else piece


def _cut(text: str, parts: Sequence[_Part], known: Mapping[str, Slot]) -> Sequence[Piece]:
    """Cut what was made of a page of marks; nothing where a mark is shown in a way that is not known."""
    pieces: list[Piece] = []
    for at, piece in enumerate(_NUMBER.split(text)):
        if at % 2:
            part = parts[int(piece)].with_slots(known)
            cut: Sequence[Piece] = [part] if part else []
        else:
            cut = probe.cut(piece, known)
        if piece and not cut:
            return ()
        pieces += cut
    return pieces


class _Filling:
    """Stands for the template of pages."""

    def __init__(self, template: Template, shells: Shells) -> None:
        self._template = template
        self._shells = shells

    def render(self, context: Context) -> str:
        """Give a page."""
        return self._shells.filled(self._template, context)

    def __getattr__(self, name: str) -> object:
        """Be the template in all else."""
        return getattr(self._template, name)
