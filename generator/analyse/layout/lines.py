"""Join the lines of a text into paragraphs, whether it is hard-wrapped or has a paragraph on each line."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

_MARKER = re.compile(
    r"(?:[-–—*•·●▪‣◦+]{1,3}[\s\u00a0]|\(?[0-9]{1,3}[.)]\s|\([a-z]{1,4}\)\s|\[[0-9]{1,3}\]|[A-Z][A-Za-z ]{2,18}:(?:\s"
    r"|$))"
)
_LABEL = re.compile(r"[A-Z][A-Za-z /]{2,20}:(?=[A-Z0-9])")  # ``Document Type:FBIS``; in prose a space follows
_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}$")
_WIDEST = 132  # no terminal and no mail program wrapped at more
_NARROWEST = 32
_SOON = 160


class Line(Struct, frozen=True):
    """A line with something on it: its span without the white space around it."""

    start: int
    end: int
    indent: int  # columns of white space before it
    gap: int  # how many line ends stand before it
    text: str  # composed, so that a letter and its marks count as the one character that a reader sees
    printed: str


class Paragraph(Struct, frozen=True):
    """One or more lines that belong together; *text* has one space for each line end, and is composed."""

    start: int
    end: int
    indent: int
    inset: int  # the indent that all its lines have
    gap: int
    lines: int
    text: str
    printed: str  # its first line as the source has it

    def cut(self, at: int) -> tuple["Paragraph", "Paragraph"]:
        """Give what stands before and behind the character *at* of a paragraph of one line."""
        printed, there = self.printed, at
        if self.text != printed:
            there = bisect_right(range(len(printed)), at, key=lambda end: len(_composed(printed[:end]))) - 1
        before, behind = printed[:there].rstrip(), printed[there:]
        return (
            replace(self, end=self.start + len(before), text=self.text[:at].rstrip(), printed=before),
            replace(self, start=self.start + there, gap=0, text=self.text[at:], printed=behind),
        )


def paragraphs(text: str, body: int = 0) -> list[Paragraph]:
    """Give the paragraphs of *text* from *body* on; together they hold all that is not white space."""
    lines = list(_lines(text, body))
    width = _width(lines)
    joined: list[list[Line]] = []
    unclosed = False
    for line in lines:
        if joined and _continues(joined[-1], line, width, unclosed=unclosed):
            joined[-1].append(line)
        else:
            joined.append([line])
            unclosed = False
        opens, closes = line.text.rfind("("), line.text.rfind(")")
        unclosed = opens > closes if opens != closes else unclosed
    return [_paragraph(run) for run in joined]


def _lines(text: str, body: int) -> Iterator[Line]:
    end = at = body
    for whole in text[body:].splitlines(keepends=True):
        kept = whole.strip() if whole.isascii() else whole.strip().strip("\ufeff").strip()
        if kept:
            indent = whole.index(kept[0])
            start = at + indent
            ends = text[end:start]
            gap = max(ends.count("\n"), ends.count("\r"))
            yield Line(start, start + len(kept), indent, gap, _composed(kept), kept)
            end = start + len(kept)
        at += len(whole)


def _composed(words: str) -> str:
    return words if words.isascii() else unicodedata.normalize("NFC", words)


def _width(lines: list[Line]) -> int:
    """Give the column at which the text was wrapped, 0 where it was not.

    Nine lines of ten decide, so that one long address does not.
    """
    before = [line for line, following in pairwise(lines) if following.gap == 1]
    if sum(_ENDED.search(line.text) is not None for line in before) * 2 >= len(before):
        return 0  # lines that end where sentences end are paragraphs
    lengths = sorted(line.indent + len(line.text) for line in lines)
    width = lengths[-1 - len(lengths) // 10]
    return width if _NARROWEST <= width <= _WIDEST else 0


def _continues(run: list[Line], following: Line, width: int, *, unclosed: bool) -> bool:
    """Whether *following* is the same paragraph as the lines of *run*; *unclosed*: they end within a bracket."""
    line = run[-1]
    if following.gap != 1 or _MARKER.match(following.text):
        return False
    if len(run) == 1 and _LABEL.match(line.text):
        return False
    if _is_cut(line.text, following.text) or (unclosed and _closes(following.text)):
        return True
    if not width or following.indent > max(line.indent, run[0].indent):
        return False
    length = line.indent + len(line.text)
    full = length + 1 + len(following.text.partition(" ")[0]) > width * 4 // 5
    return full and not (_ENDED.search(line.text) and length < width * 3 // 5)


def _is_cut(line: str, following: str) -> bool:
    """Whether a line end stands in the middle of a sentence, or of a name with a hyphen."""
    if line[-1] == "-" and len(line) > 1 and line[-2].isalnum() and following[0].isalnum():
        return True
    if line[-1] == ",":
        return True
    return following[0].islower() and not (following.startswith("by ") or _ENDED.search(line)) and " " in line


def _closes(following: str) -> bool:
    """Whether a bracket closes before another opens, soon enough to be the one that the line before left open."""
    closing, opening = following.find(")", 0, _SOON), following.find("(", 0, _SOON)
    return closing >= 0 and (opening < 0 or closing < opening)


def _paragraph(run: list[Line]) -> Paragraph:
    first, last = run[0], run[-1]
    indent = min(line.indent for line in run[1:]) if len(run) > 1 and run[1].indent else first.indent
    inset = min(line.indent for line in run)
    text = " ".join(line.text for line in run)
    return Paragraph(first.start, last.end, indent, inset, first.gap, len(run), text, first.printed)
