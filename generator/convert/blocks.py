"""The blocks of a page, each of a kind that its first line tells; some hold blocks themselves."""

import re
from collections.abc import Callable, Mapping

from generator.convert import lines, raw
from generator.convert.outline import Outline
from generator.convert.rendered import Refused

_FOLD = re.compile(
    r"(?P<mark>!!!|\?\?\?\+?) (?P<kind>[a-z][\w\-]*(?: [a-z][\w\-]*)*) \"(?P<title>[^\"\n]+)\"(?:\n(?P<inside>.*))?",
    re.DOTALL,
)
_CONTAINERS = "div figure figcaption nav section aside header footer details".split()
_OPENS = re.compile(rf"<(?P<tag>{'|'.join(_CONTAINERS)})(?P<attributes>(?: [a-z][a-z-]*(?:=\"[^\"<>{{}}\n]*\")?)*)>")
_CLOSINGS = frozenset(f"</{tag}>" for tag in _CONTAINERS)
_OPENS_BLOCK = re.compile(rf"</?(?:{'|'.join(_CONTAINERS)}|p|ul|ol|table|script|form)[ >]")
_TAG_LINE = re.compile(r"(?:\A|\n)[<{]")
_TAB = "    "
_FIRST = {"#": "heading", ">": "quotation", "|": "table", "!": "fold", "?": "fold"}
_OF_LINES: Mapping[str, Callable[[str, Outline], None]] = {
    "heading": lines.heading,
    "paragraph": lines.paragraph,
    "list": lines.items,
    "table": lines.table,
    "definitions": lines.definitions,
}


def read(markdown: str) -> Outline:
    """Give the outline of a page, or refuse it."""
    outline = Outline()
    _blocks(_split(markdown), outline)
    if outline.open:
        raise Refused
    return outline


def _split(text: str) -> list[str]:
    return [block.strip("\n") for block in text.split("\n\n") if block.strip("\n")]


def _blocks(blocks: list[str], outline: Outline) -> None:
    """Add blocks of one depth: each takes its first, and those below that are indented."""
    depth = len(outline.open)
    before = ""
    position = 0
    while position < len(blocks):
        block = blocks[position]
        position += 1
        inside: list[str] = []
        while position < len(blocks) and blocks[position].startswith(_TAB):
            inside.append(_dedented(blocks[position]))
            position += 1
        before = _block(block, inside, before, outline)
        if len(outline.open) < depth:
            raise Refused


def _inner(blocks: list[str], outline: Outline) -> None:
    """Add blocks that another holds: HTML does not begin a line there."""
    if any(_kind(block) == "html" for block in blocks):
        raise Refused
    _blocks(blocks, outline)


def _dedented(block: str) -> str:
    indented = block.split("\n")
    if not all(line.startswith(_TAB) for line in indented):
        raise Refused
    return "\n".join(line.removeprefix(_TAB) for line in indented)


def _block(block: str, inside: list[str], before: str, outline: Outline) -> str:
    """Add a block with what is indented below it; give its kind, or that of the last block in it that stays open."""
    text, closing = _without_closing(block, outline)
    kind = _kind(text)
    if inside and (kind not in {"fold", "terms"} or closing):
        raise Refused
    if kind == before and kind in {"list", "quotation"}:  # the one would go on with the other
        raise Refused
    last = _added(kind, text, inside, outline)
    for line in closing:
        if not outline.open or f"</{outline.open.pop()}>" != line:
            raise Refused
        outline.parts.append(f"{line}\n")
    return before if kind == "definitions" else last


def _added(kind: str, text: str, inside: list[str], outline: Outline) -> str:
    if kind in _OF_LINES:
        _OF_LINES[kind](text, outline)
    elif kind == "quotation":
        _quotation(text, outline)
    elif kind == "terms":
        _terms(text, inside, outline)
    elif kind == "fold":
        _fold(text, inside, outline)
    elif kind == "html":
        return _html(text, outline)
    return kind


def _without_closing(block: str, outline: Outline) -> tuple[str, list[str]]:
    """Give a block without the lines at its end that close containers, and these."""
    if not outline.open or not block.endswith(">"):
        return block, []
    written = block.split("\n")
    kept = len(written)
    while kept and written[kept - 1] in _CLOSINGS:
        kept -= 1
    return "\n".join(written[:kept]), written[kept:]


def _kind(block: str) -> str:
    if not block:
        return "nothing"
    first = block[0]
    if first == "[" and lines.DEFINITION.match(block):
        return "definitions"
    if first == "<" and _OPENS_BLOCK.match(block):
        return "html"
    if "\n:   " in block:
        return "terms"
    if first in "-0123456789" and lines.ITEM.match(block):
        return "list"
    return _FIRST.get(first, "paragraph")


def _quotation(block: str, outline: Outline) -> None:
    quoted = block.split("\n")
    if not all(line.startswith(">") for line in quoted):
        raise Refused
    outline.parts.append("<blockquote>\n")
    _inner(_split("\n".join(line.removeprefix(">").removeprefix(" ") for line in quoted)), outline)
    outline.parts.append("</blockquote>\n")


def _terms(block: str, inside: list[str], outline: Outline) -> None:
    terms, _, told = block.partition("\n:   ")
    if "\n" in told or not told or _TAG_LINE.search(terms):
        raise Refused
    again = outline.parts and outline.parts[-1] == "</dl>\n"
    if again:
        outline.parts.pop()
    else:
        outline.parts.append("<dl>\n")
    for term in terms.split("\n"):
        outline.element("dt", term)
    if inside:
        outline.parts.append("<dd>\n")
        outline.element("p", told)
        _inner(inside, outline)
        outline.parts.append("</dd>\n")
    else:
        outline.element("dd", told)
    outline.parts.append("</dl>\n")


def _fold(block: str, inside: list[str], outline: Outline) -> None:
    fold = _FOLD.fullmatch(block)
    if not fold:
        raise Refused
    first = [_dedented(fold["inside"])] if fold["inside"] else []
    if fold["mark"] == "!!!":
        opening, tag, title = f'<div class="admonition {fold["kind"]}">\n', "div", 'p class="admonition-title"'
    else:
        shown = ' open="open"' if fold["mark"].endswith("+") else ""
        opening, tag, title = f'<details class="{fold["kind"]}"{shown}>', "details", "summary"
    outline.parts.append(opening)
    outline.element(title, fold["title"])
    _inner([*first, *inside], outline)
    outline.parts.append(f"</{tag}>\n")


def _html(block: str, outline: Outline) -> str:
    """Add a container with what follows its opening tag, or HTML as it stands."""
    line, _, rest = block.partition("\n")
    opening = _OPENS.match(line)
    if opening and "markdown" in opening["attributes"].split(" "):
        return _container(opening, rest, outline)
    raw.check(block, nested=bool(outline.open))
    if outline.open:
        outline.anchors += raw.anchors(block)
    outline.parts.append(f"{block}\n")
    return "html"


def _container(opening: re.Match[str], rest: str, outline: Outline) -> str:
    tag, words = opening["tag"], opening.string[opening.end() :]
    outline.anchors += raw.anchors(opening[0])
    outline.parts.append(f"<{tag}{raw.named(opening['attributes'])}>\n")
    if words:
        _on_one_line(tag, words, rest, outline)
        return "html"
    outline.open.append(tag)
    if rest and _kind(rest) not in {"heading", "paragraph", "quotation"}:
        raise Refused
    return _block(rest, [], "", outline) if rest else "html"


def _on_one_line(tag: str, words: str, rest: str, outline: Outline) -> None:
    end = f"</{tag}>"
    if rest or not words.endswith(end) or _kind(words) != "paragraph":
        raise Refused
    outline.element("p", words.removesuffix(end))
    outline.parts.append(f"{end}\n")
