"""Fold a text for comparison without losing its offsets, and cut it into sentences."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter

from msgspec import Struct

_LETTERS = (range(0x00C0, 0x0530), range(0x1E00, 0x2000))  # Latin, Greek, Cyrillic: where marked letters are


def _bases() -> dict[str, str]:
    """Map each marked letter to the letter that stays when its marks go: é to e, й to и."""
    found: dict[str, str] = {}
    for letter in (chr(code) for letters in _LETTERS for code in letters):
        apart = unicodedata.normalize("NFD", letter)
        if len(apart) > 1 and all(unicodedata.combining(mark) for mark in apart[1:]):
            found[letter] = apart[0]
    return found


# One character for one: offsets stay. Marks and quotation marks alike, dashes alike, every space a space.
_FOLD = {
    **_bases(),
    **dict.fromkeys("‘’‚‛ʼ´`′", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
}
_MARKS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u20d0-\u20ff\ufe20-\ufe2f"
_HIDDEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_SPACE = r"[\s\x1c-\x1f]"
_ODD = re.compile(r"[^ -~]")  # what the map above may change
_GONE = re.compile(rf"[{_MARKS}{_HIDDEN}]")
# What makes a fold shorter than its text: marks apart from their letter, hidden characters, runs of white space, a
# hyphen at a line end.
_SHORTER = re.compile(rf"[{_MARKS}{_HIDDEN}]+|{_SPACE}(?:{_SPACE}+|(?<=[^\W_][-‐‑–]\n)(?=\w))")
_HYPHENS = frozenset("-‐‑–")


class Segment(Struct, frozen=True):
    """A stretch of folded text and where each of its characters comes from."""

    start: int  # in the folded text
    origin: int  # in the source
    starts: tuple[int, ...] = ()  # the source offset of each character, empty where they run in step
    ends: tuple[int, ...] = ()


_ORIGIN = attrgetter("origin")


class Folded(Struct, frozen=True):
    """A folded copy of some spans of a text, a line each, with the way back to the source."""

    text: str
    segments: tuple[Segment, ...]
    offsets: tuple[int, ...]  # where each segment starts in the folded text, for bisection

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the source span of the folded characters from *start* to *end* (one or more, in one segment)."""
        segment = self.segments[bisect_right(self.offsets, start) - 1]
        first, last = start - segment.start, end - 1 - segment.start
        if segment.starts:
            return segment.starts[first], segment.ends[last]
        return segment.origin + first, segment.origin + last + 1

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Give the folded span of the source characters from *start* to *end* (one or more, in one segment)."""
        segment = self.segments[bisect_right(self.segments, start, key=_ORIGIN) - 1]
        if segment.starts:
            return segment.start + bisect_right(segment.ends, start), segment.start + bisect_left(segment.starts, end)
        return segment.start + start - segment.origin, segment.start + end - segment.origin


def fold(text: str) -> str:
    """Give *text* without the marks, dashes, quotation marks and spaces by which spellings of one name differ."""
    return _plain(_SHORTER.sub(_shorter, unicodedata.normalize("NFC", text))).strip()


def cut(words: str, longest: int) -> str:
    """Give at most *longest* characters of *words*, cut between two words where there are two, and an ellipsis."""
    if len(words) <= longest:
        return words
    kept = words[: longest - 1]
    return f"{kept.rpartition(' ')[0] or kept} …"


def folded(text: str, spans: Iterable[tuple[int, int]]) -> Folded:
    """Fold the *spans* of *text*, which are in order, to one line each."""
    lines: list[str] = []
    segments: list[Segment] = []
    at = 0
    for start, end in spans:
        piece = text[start:end]
        plain = _plain(piece)
        line, starts, ends = _line(piece, start) if _shrinks(piece, plain) else (plain, (), ())
        segments.append(Segment(at, start, starts, ends))
        lines.append(line)
        at += len(line) + 1
    return Folded("\n".join(lines), tuple(segments), tuple(segment.start for segment in segments))


def _plain(piece: str) -> str:
    """Fold character by character; what is not ASCII is of few kinds, and is replaced a kind at a time."""
    for odd in set(_ODD.findall(piece)):
        if odd in _FOLD:
            piece = piece.replace(odd, _FOLD[odd])
    return piece


def _shrinks(piece: str, plain: str) -> bool:
    """Whether the fold of *piece* may be shorter than *plain*, which has one character for each."""
    if "  " in plain or (not plain.isascii() and _GONE.search(plain)):
        return True
    return "\n" in piece and any(hyphen + "\n" in piece for hyphen in _HYPHENS)


def _shorter(found: re.Match[str]) -> str:
    run, text = found.group(), found.string
    if not run[0].isspace():
        return ""
    word, hyphen = text[max(0, found.start() - 2) : found.start() - 1], text[found.start() - 1 : found.start()]
    cut = "\n" in run and hyphen in _HYPHENS and word.isalnum() and text[found.end() : found.end() + 1].isalnum()
    return "" if cut else " "


def _line(piece: str, origin: int) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    kept: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for found in _SHORTER.finditer(piece):
        _step(piece, at, found.start(), origin, kept, starts, ends)
        if _shorter(found):
            kept.append(" ")
            starts.append(origin + found.start())
            ends.append(origin + found.end())
        elif ends and unicodedata.combining(found.group()[0]):
            ends[-1] = origin + found.end()  # a letter's marks belong to it
        at = found.end()
    _step(piece, at, len(piece), origin, kept, starts, ends)
    return "".join(kept), tuple(starts), tuple(ends)


def _step(  # noqa: PLR0913, PLR0917 - the three lists grow together
    piece: str, start: int, end: int, origin: int, kept: list[str], starts: list[int], ends: list[int]
) -> None:
    kept.append(_plain(piece[start:end]))
    starts.extend(range(origin + start, origin + end))
    ends.extend(range(origin + start + 1, origin + end + 1))


# Sentences.

_END = re.compile(
    r"[.!?…](?=[.!?…\"'”’»)\[\]\s])[.!?…]{0,3}[\"'”’»)\]]{0,4}(?:\[\d{1,3}\])?(?=(\s+))"  # the guard is for speed
)
_ABBREVIATIONS = frozenset(
    "adm ave brig capt cf cmdr co col corp dept dr ed eds e.g etc fig fr gen gov hon i.e inc jr lt ltd maj"
    " messrs mr mrs ms mt no nos op p para pp pres prof rep res rev sec sen sgt sr st ste vol vols vs jan feb"
    " mar apr jun jul aug sep sept oct nov dec".split()
)
_BRACKET = 400  # characters; a longer one behind a full stop is no citation
_OPENERS = "\"'“‘«([–—- "


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of ``text[start:end]``, in order, without the white space between them.

    A bracket that follows a full stop, ``… contacts. (RTR, April 13)``, stays with its sentence.
    """
    for cut in chain((_cut(text, found, end) for found in _END.finditer(text, start, end)), (end,)):
        if cut <= start:
            continue
        sentence = text[start:cut]
        first, last = start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())
        if first < last:
            yield first, last
        start = cut


def _cut(text: str, found: re.Match[str], end: int) -> int:
    """Give where the sentence ends that a full stop, question or exclamation mark was *found* in; 0 if it goes on."""
    at = found.end(1)
    if at >= end or text[at] == "[":
        return 0
    if text[at] != "(":
        return found.end() if _ends(text, found, at) else 0
    close = text.find(")", at, min(end, at + _BRACKET)) + 1
    behind = _behind_space(text, close, end)
    first = text[behind : behind + 1].lstrip(_OPENERS) or text[behind + 1 : behind + 2]
    return close if close and behind > close and first.isupper() else 0


def _behind_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, found: re.Match[str], at: int) -> bool:
    """Whether the mark that was *found* ends a sentence, before what stands at *at*."""
    if text[at : at + 6].lstrip(_OPENERS)[:1].islower():
        return False
    if found.group()[0] != ".":
        return True
    before = text[max(0, found.start() - 20) : found.start()].rpartition(" ")[2]
    if not before.isalpha():
        before = _NO_WORD.split(before)[-1]
    if before.casefold() in _ABBREVIATIONS or (len(before) == 1 and before.isupper()):
        return False
    initials = "." in before and all(len(letter) == 1 for letter in before.split("."))
    return not initials or _starts_afresh(text, at)


_NO_WORD = re.compile(r"[^\w.]")
_AFRESH = re.compile(
    r"[\"'“‘«]{0,2}(?:The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|These|Those|However|As|If|For)\b"
)


def _starts_afresh(text: str, at: int) -> bool:
    """Whether a word that opens sentences stands at *at*: after ``U.S.`` only such a word tells."""
    return _AFRESH.match(text, at) is not None
