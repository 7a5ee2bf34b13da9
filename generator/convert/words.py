"""The words of paragraphs, headings, cells and items: links, emphasis, code and tags within a line."""

import re
from collections.abc import Mapping, Sequence

import pyromark
from msgspec import Struct

from generator.convert import attributes
from generator.convert.rendered import Definition, Link, Refused, Resolve

_HOLE = "\ufffc"  # what stands for a construct that is known
_TAG = re.compile(
    r"""
      </(?:abbr|b|bdi|bdo|cite|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)>
    | <(?:abbr|b|bdi|bdo|cite|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)
      (?:\ [a-z][a-z0-9-]* (?:="[^"<>`\\\[\]{}\n|\ufffc]*")?)* >
    """,
    re.VERBOSE,
)
_LINK = re.compile(
    r"""
    \[ (?<!!\[) (?P<text> [^\[\]\n]* (?: \n (?!\n) [^\[\]\n]* )* ) \]
    (?:
        \( (?P<destination>[^\s()<>\[\]{}"'`\\*|]+) \) (?: \{ (?P<attributes>[^{}\n]+) \} )?
      | \[ (?P<label>[^\[\]\n<>`*_\\{}&|]+) \]
    )
    (?! [{\[] )
    """,
    re.VERBOSE,
)
_CODE = re.compile(r"(?<!`)`[^\s`*\[\]<>&\\{}]+(?: [^\s`*\[\]<>&\\{}]+)*`(?!`)")
_STRESSED = re.compile(r"(?:^|(?<=\s))(\*\*?)(?=[^\s*])((?:[^*\n]|\n(?!\n))*)(?<=[^\s*])\1(?=$|[\s,.;:)])")
_ENTITY = re.compile(r"&(?:#(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])|amp|lt|gt|quot);")
_WITHIN_WORD = re.compile(r"_(?<=[A-Za-z0-9]_)(?=[A-Za-z0-9])")
_LIVE = "[]<>*_`\\{}&"
_HANGING = re.compile(r"\n(?<=[^\S\n]\n)")
_BLOCK = re.compile(  # what could begin a block of another kind, at the start of a line
    r"\n(?:[^\S\n]|[#>|:~=+\-_!?]|\*{1,2}(?:\s|$)|\*{3}|\d+[.)](?:\s|$)|\[[^\[\]]*\]:)"
)
_PLAIN_LINK = re.compile(r"\[([^\[\]]+)\]\(\d+\)")
_OPENED = re.compile(r'<a href="(\d+)">')
_REFERENCE = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)


class _Opening(Struct, frozen=True):
    """The tag that opens a link; *link* is what to tell of it."""

    tag: str
    link: Link | None


class Links:
    """The links of a page: each different one has a number, which stands for its destination while it is converted."""

    def __init__(self, definitions: Mapping[str, Definition], resolve: Resolve) -> None:
        """Start with the page's definitions, which have the first numbers."""
        self.told: list[Link] = []
        self.anchors: list[str] = []  # of links that have one
        self._resolve = resolve
        self._labels = {label: number for number, label in enumerate(definitions)}
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._openings: list[_Opening | None] = [None] * len(definitions)
        self._sources = [(one.destination, one.title, "") for one in definitions.values()]

    def numbered(self, link: re.Match[str]) -> str:
        """Give a link with the number of its destination instead of it."""
        text, destination, listed, label = link.groups()
        if label is None:
            return f"[{text}]({self._number(destination, listed or '')})"
        if label.lower() not in self._labels:
            raise Refused
        return f"[{text}]({self._labels[label.lower()]})"

    def opened(self, line: str) -> str:
        """Give a line of HTML with the tags of its links instead of their numbers; tell of those to places."""
        return _OPENED.sub(self._opening, line)

    def own(self, identifier: str, attributes_: str) -> str:
        """Give the tag of a link from a heading to itself, and tell of it."""
        return self._told(self._made(f"#{identifier}", attributes_))

    def _opening(self, tag: re.Match[str]) -> str:
        number = int(tag[1])
        opening = self._openings[number]
        if opening is None:
            destination, title, listed = self._sources[number]
            more = f' title="{_REFERENCE.sub("&amp;", title)}"' if title else ""
            given = attributes.read(listed) if listed else attributes.NONE
            more += given.text
            self.anchors += (given.id,) if given.id else ()
            opening = self._openings[number] = self._made(destination, more)
        return self._told(opening)

    def _told(self, opening: _Opening) -> str:
        if opening.link:
            self.told.append(opening.link)
        return opening.tag

    def _number(self, destination: str, listed: str) -> int:
        source = (destination, "", listed)
        number = self._numbers.get(source)
        if number is None:
            number = self._numbers[source] = len(self._sources)
            self._sources.append(source)
            self._openings.append(None)
        return number

    def _made(self, destination: str, more: str) -> _Opening:
        target = self._resolve(destination)
        if target is None or "&#" in destination:
            raise Refused
        preview = " data-preview" if target.preview else ""
        link = Link(target.path, target.anchor, destination) if target.path and target.anchor else None
        return _Opening(f'<a href="{_REFERENCE.sub("&amp;", target.href)}"{more}{preview}>', link)


def written(lines: Sequence[str], links: Links) -> Sequence[str]:
    """Give *lines*, each of which may be of several, in HTML; refuse a page where one holds what is not known here."""
    if not lines:
        return ()
    numbered = _LINK.sub(links.numbered, "\n\n".join(lines))
    _check(f"\n{numbered}\n")
    paragraphs = pyromark.html(numbered).removeprefix("<p>").removesuffix("</p>\n").split("</p>\n<p>")
    if len(paragraphs) != len(lines):
        raise Refused
    return paragraphs


def _check(text: str) -> None:
    """Refuse what the two ways of conversion could understand differently."""
    if _BLOCK.search(text) or _HANGING.search(text):
        raise Refused
    if "`" in text:
        text = _CODE.sub(_HOLE, text)
    if "<" in text:
        text = _TAG.sub(_HOLE, text)
    text = _ENTITY.sub(_HOLE, text)
    if "_" in text:
        text = _WITHIN_WORD.sub("", text)
    if "*" in text:
        text = _without_stress(text)
    plain = _PLAIN_LINK.sub(r"\1", text)
    if any(mark in plain for mark in _LIVE):
        raise Refused


def _without_stress(text: str) -> str:
    """Take emphasis out, within links and around them; refuse what begins in a link and ends outside."""
    return _STRESSED.sub(r"\2", _PLAIN_LINK.sub(_link_without_stress, text))


def _link_without_stress(link: re.Match[str]) -> str:
    text = _STRESSED.sub(r"\2", link[1])
    if "*" in text:
        raise Refused
    return text
