"""Join the lines of a text into paragraphs, whether it is hard-wrapped or has a paragraph on each line."""

import re
from collections.abc import Iterator

from msgspec import Struct

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_MARKER = re.compile(
    r"(?:[-–—*•·●▪‣◦+]{1,3}[\s\u00a0]|\(?[0-9]{1,3}[.)]\s|\([a-z]{1,4}\)\s|\[[0-9]{1,3}\]|[A-Z][A-Za-z ]{2,18}:(?:\s|$))"
)
_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}$")
_WIDEST = 132  # no terminal and no mail program wrapped at more
_NARROWEST = 32
_OPEN = {"(": 1, ")": -1}


class Line(Struct, frozen=True):
    """A line with something on it: its span without the white space around it."""

    start: int
    end: int
    indent: int  # columns of white space before it
    gap: int  # how many line ends stand before it
    text: str


class Paragraph(Struct, frozen=True):
    """One or more lines that belong together; *text* has one space for each line end."""

    start: int
    end: int
    indent: int
    gap: int
    lines: int
    text: str


def paragraphs(text: str, body: int = 0) -> list[Paragraph]:
    """Give the paragraphs of *text* from *body* on; together they hold all that is not white space."""
    lines = list(_lines(text, body))
    width = _width(lines)
    joined: list[list[Line]] = []
    for line in lines:
        if joined and _continues(joined[-1][-1], line, joined[-1][0].indent, width):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [_paragraph(run) for run in joined]


def _lines(text: str, body: int) -> Iterator[Line]:
    end = body
    for found in _LINE.finditer(text, body):
        whole = found.group()
        kept = whole.strip("\ufeff \t\u00a0") if whole.isascii() else whole.strip().strip("\ufeff").strip()
        kept = kept.strip()
        if not kept:
            continue
        indent = whole.index(kept[0]) if kept[0] != whole[0] else 0
        start = found.start() + whole.index(kept)
        ends = text[end:start]
        yield Line(start, start + len(kept), indent, max(ends.count("\n"), ends.count("\r")), kept)
        end = start + len(kept)


def _width(lines: list[Line]) -> int:
    """Give the column at which the text was wrapped, 0 where it was not.

    Nine lines of ten decide, so that one long address does not.
    """
    if not any(line.gap == 1 for line in lines[1:]):
        return 0
    lengths = sorted(line.indent + len(line.text) for line in lines)
    width = lengths[-1 - len(lengths) // 10]
    return width if _NARROWEST <= width <= _WIDEST else 0


def _continues(line: Line, following: Line, margin: int, width: int) -> bool:
    """Whether *following* is the same paragraph as *line*, whose paragraph began at column *margin*."""
    if following.gap != 1 or _MARKER.match(following.text):
        return False
    if _is_cut(line.text, following.text):
        return True
    if not width or following.indent > max(line.indent, margin):
        return False
    full = line.indent + len(line.text) + 1 + len(following.text.partition(" ")[0]) > width * 4 // 5
    return full and not (_ENDED.search(line.text) and line.indent + len(line.text) < width * 3 // 5)


def _is_cut(line: str, following: str) -> bool:
    """Whether a line end stands in the middle of a sentence: the next line goes on in lower case."""
    return following[0].islower() and not _ENDED.search(line) and " " in line


def _paragraph(run: list[Line]) -> Paragraph:
    first, last = run[0], run[-1]
    indent = min(line.indent for line in run[1:]) if len(run) > 1 and run[1].indent else first.indent
    return Paragraph(first.start, last.end, indent, first.gap, len(run), " ".join(line.text for line in run))
