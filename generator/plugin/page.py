"""A page of ours as MkDocs knows it, converted by ourselves where it is of the kind that we convert."""

import logging
from collections.abc import Iterable, Sequence
from typing import TypedDict

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from generator import convert
from generator.convert import Heading, Link
from generator.plugin.links import Links

_log = logging.getLogger("mkdocs.structure.pages")  # which decides whether anchors are told


class _TocToken(TypedDict):
    """An entry of a table of contents as MkDocs takes it."""

    level: int
    id: str
    name: str
    children: list["_TocToken"]


class OwnPage(Page):
    """A page that is not in the navigation; one that we made is converted fast, any other as ever."""

    def __init__(self, file: File, config: MkDocsConfig, links: Links) -> None:
        """Take the place of the page that MkDocs has made for the file."""
        super().__init__(None, file, config)
        self._links = links

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Give the page its HTML, its table of contents, and what it has to be linked to and links to."""
        own = "generated" in self.meta and "title" in self.meta
        rendered = convert.render(self.markdown or "", self._links.of(self.file)) if own else None
        if rendered is None:
            super().render(config, files)
            return
        self.content = rendered.html
        self.toc = _contents(rendered.headings)
        self.present_anchor_ids = {*rendered.anchors}
        if _log.getEffectiveLevel() > logging.DEBUG:
            self.links_to_anchors = _places(rendered.links, files)


def take_over(files: Files, pages: Sequence[Page], config: MkDocsConfig, links: Links) -> None:
    """Put pages of our own in the place of those that MkDocs has made and that the navigation does not have."""
    named = {id(page) for page in pages}
    for file in files.documentation_pages():
        if type(file.page) is Page and id(file.page) not in named:
            OwnPage(file, config, links)


def _contents(headings: Iterable[Heading]) -> TableOfContents:
    """Give the table of contents: a heading of the second level is below the one of the first before it."""
    top: list[_TocToken] = []
    below = top
    for heading in headings:
        token = _TocToken(level=heading.level, id=heading.id, name=heading.name, children=[])
        if heading.level == 1:
            top.append(token)
            below = token["children"]
        else:
            below.append(token)
    return get_toc(top)


def _places(links: Iterable[Link], files: Files) -> dict[File, dict[str, str]]:
    """Give the places that links name, by their files, each as the first link to it has it."""
    known = files.src_uris
    places: dict[File, dict[str, str]] = {}
    for link in links:
        if file := known.get(link.path):
            places.setdefault(file, {}).setdefault(link.anchor, link.destination)
    return places
