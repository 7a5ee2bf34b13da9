"""Draw the picture that goes with a link to an article: its page in small, names and sources in colour.

Words are bars: no font is needed, whatever the script, and the same article gives the same picture everywhere.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from html.parser import HTMLParser
from itertools import groupby

WIDTH, HEIGHT = 1200, 630
_MARGIN, _EDGE = 90, 18
_SEEN = 6_000  # characters of HTML: more than the picture shows
_PAPER, _INK, _GREY, _NAME, _SOURCE = "01234"  # places in the palette, half a byte a point
_PALETTE = bytes.fromhex("fffefb 22201c cfc9bd 1d4f7c 8a2b1d")

Words = Sequence[tuple[int, str]]
"""Words: how long each is, in characters or points, and its colour."""

Line = tuple[int, int, Words]
"""A line of words: the height of its bars, the space below them, the words."""


def png(title: str, text: str) -> bytes:
    """Draw a title and the HTML of an article's text."""
    heading = [(len(word), _INK) for word in title.split()]
    reader = _Reader()
    with suppress(AssertionError):  # a broken declaration in a page's own HTML: what stands before it is drawn
        reader.feed(text[:_SEEN])
    lines = [*_lines(heading, 26, 44, 14, most=3), (0, 34, [])]
    for paragraph in reader.paragraphs:
        lines += [*_lines(paragraph, 9, 10, 13, most=HEIGHT), (0, 14, [])]
    return _png(_rows(lines))


class _Reader(HTMLParser):
    """Collects the words of each paragraph, coloured by the link that they stand in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[list[tuple[int, str]]] = []
        self._colour = _GREY

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"p", "h2", "blockquote"}:
            self.paragraphs.append([])
        elif tag == "a":
            address = dict(attrs).get("href") or ""
            self._colour = _NAME if "actors/" in address else _SOURCE if "sources/" in address else _GREY

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._colour = _GREY

    def handle_data(self, data: str) -> None:
        if self.paragraphs:
            words = (word for word in data.split() if any(map(str.isalnum, word)))
            self.paragraphs[-1] += [(len(word), self._colour) for word in words]


def _lines(words: Words, letter: int, height: int, gap: int, *, most: int) -> Iterator[Line]:
    """Break words into lines, each with the height of its bars and the space below them, at most *most*."""
    room = (WIDTH - 2 * _MARGIN) // letter
    line: list[tuple[int, str]] = []
    used = made = 0
    for length, colour in (*words, (room + 1, _PAPER)):
        if line and used + length > room:
            yield height, gap, [(letter * long, shade) for long, shade in line]
            line, used, made = [], 0, made + 1
            if made == most:
                return
        line.append((min(length, room), colour))
        used += length + 1


def _rows(lines: Sequence[Line]) -> list[str]:
    """Give the rows of the picture, a digit for each point."""
    empty = _SOURCE * _EDGE + _PAPER * (WIDTH - _EDGE)
    rows = [empty] * _MARGIN
    for height, gap, words in lines:
        rows += [_row(words, height // 4 + 5)] * height + [empty] * gap
    return (rows + [empty] * HEIGHT)[:HEIGHT]


def _row(words: Words, space: int) -> str:
    bars = (_PAPER * space).join(colour * length for length, colour in words)
    return (_SOURCE * _EDGE + _PAPER * (_MARGIN - _EDGE) + bars).ljust(WIDTH, _PAPER)[:WIDTH]


def _png(rows: Sequence[str]) -> bytes:
    """Write an image of indexed colours (PNG, ISO/IEC 15948); a row like the one above it costs nothing."""
    again = b"\2" + bytes(WIDTH // 2)
    filtered = b"".join(b"\0" + bytes.fromhex(row) + again * (len(list(same)) - 1) for row, same in groupby(rows))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", _PALETTE), (b"IDAT", zlib.compress(filtered, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
