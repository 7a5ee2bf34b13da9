"""Turn the Markdown of our own pages into HTML, fast; a page that uses more of Markdown is refused.

It gives the tree that Python-Markdown gives with the extensions of ``mkdocs.yml``: the same elements, attributes and
text. What a block is, is decided here by its first line, and only the words in it are left to a parser written in Rust,
all of a page at once. A page with anything else in it, or with a link that takes a warning, is not converted.
"""

import re
from collections.abc import Iterator, Sequence

from generator.convert import blocks, raw, words
from generator.convert.outline import Outline, Title
from generator.convert.rendered import Heading, Link, Refused, Rendered, Resolve, Target

__all__ = ["PERMALINK", "PERMALINK_TITLE", "TOC_DEPTH", "Heading", "Link", "Rendered", "Resolve", "Target", "render"]

PERMALINK = "#"
PERMALINK_TITLE = "Link to this section"
TOC_DEPTH = 2

_CONTROL = ("\t", "\r", "\x00", "\x02", "\x03", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_BLANKS = re.compile(r"\n +(?:\n|\Z)")
_TAG = re.compile(r"<[^>]*>")


def render(markdown: str, resolve: Resolve) -> Rendered | None:
    """Give a page in HTML, or nothing where it is not all of the kind that is converted here."""
    if any(character in markdown for character in _CONTROL) or _BLANKS.search(markdown):
        return None
    try:
        return _rendered(markdown, resolve)
    except Refused:
        return None


def _rendered(markdown: str, resolve: Resolve) -> Rendered:
    outline = blocks.read(markdown)
    links = words.Links(outline.definitions, resolve)
    lines = words.written(outline.lines, links)
    made = "".join(_shown(outline, lines, links)).strip()
    anchors = dict.fromkeys((*outline.anchors, *links.anchors, *raw.anchors(markdown)))
    return Rendered(made, tuple(_headings(outline, lines)), tuple(anchors), tuple(links.told))


def _headings(outline: Outline, lines: Sequence[str]) -> Iterator[Heading]:
    """Yield the headings that the table of contents has."""
    for title in outline.titles:
        if title.level <= TOC_DEPTH:
            yield Heading(title.level, title.listed.id, " ".join(_TAG.sub("", lines[title.line]).split()))


def _shown(outline: Outline, lines: Sequence[str], links: words.Links) -> Iterator[str]:
    """Yield the parts of the page in their order: what stands between the words, the words, headings."""
    for part in outline.parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, int):
            yield links.opened(lines[part])
        else:
            yield _heading(part, links.opened(lines[part.line]), links)


def _heading(title: Title, text: str, links: words.Links) -> str:
    opening = links.own(title.listed.id, f' class="headerlink" title="{PERMALINK_TITLE}"')
    return f"<h{title.level}{title.listed.text}>{text}{opening}{PERMALINK}</a></h{title.level}>\n"
