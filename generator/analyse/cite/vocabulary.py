"""What the glossary knows of the words in and around citations, compiled once for each index."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from generator.analyse.cite import grammar, outlets
from generator.analyse.cite.grammar import Report
from generator.analyse.index import Index

_NOUNS = (
    " news agency",
    " agency",
    " agencies",
    " media",
    " paper",
    " journal",
    " newspaper",
    " newspapers",
    " magazine",
    " daily",
    " weekly",
    " website",
    " television",
    " radio",
    " TV",
    " Radio",
    " News",
    " Times",
    " Tribune",
    " Post",
    " Gazette",
    " Gazeta",
    " gazeta",
    " Herald",
    " Journal",
    " Daily",
    " Telegraph",
    " Chronicle",
    " Press",
    " Monitor",
    " Today",
    " Pravda",
    " Vedomosti",
)
_WRAPPED = re.compile(r"\n[ \t\u00a0]{0,80}(?=\S)")
_BRACKETS = 2_048
_REMEMBERED = 20_000  # words; the outlets of ten thousand articles are fewer


class Seen(NamedTuple):
    """A place where running text names an outlet: its span, and whether a file describes it."""

    start: int
    end: int
    known: bool


class Setting(Struct, frozen=True):
    """A block of an article, the outlets that it names in order, and the vocabulary."""

    text: str
    start: int
    end: int
    seen: Sequence[Seen]
    words: "Vocabulary"


class Vocabulary:
    """The names of outlets, persons and places of one index."""

    def __init__(self, index: Index) -> None:
        """Compile the outlets' names, and sort those of actors by what they are."""
        self.index = index
        self._kinds: dict[str, str] = {}
        self.actors: dict[str, str] = {}
        for actor in index.glossary.actors.values():
            kind = {"person": "person", "state": "place", "place": "place"}.get(actor.type, "actor")
            for name in (actor.name, *(alias.text for alias in actor.aliases)):
                self.actors.setdefault(name, kind)
                if kind == "person":
                    self.actors.setdefault(name.rpartition(" ")[2], kind)
        names = {
            _fold(name)
            for outlet in index.glossary.outlets.values()
            for name in (outlet.name, *outlet.aliases)
            if len(name) > 1
        }
        self._names = [*sorted(names), *_NOUNS]
        self._known = len(names)
        self._scan = AhoCorasick(self._names, matchkind=MatchKind.Standard)
        self.reports = lru_cache(maxsize=_BRACKETS)(self._reports)  # articles cite the same reports

    def kind(self, words: str) -> str:
        """Give ``outlet``, ``person``, ``place``, ``actor`` or nothing."""
        kind = self._kinds.get(words)
        if kind is None:
            kind = "outlet" if outlets.known(words, self.index) else self.actors.get(words, "")
            if len(self._kinds) < _REMEMBERED:
                self._kinds[words] = kind
        return kind

    def _reports(self, content: str) -> tuple[Report, ...]:
        return grammar.parse(content, self.kind)

    def scan(self, text: str) -> Iterator[Seen]:
        """Yield where *text* names outlets that are known, or a noun that says that something is one; in order."""
        plain, origin = _joined(text)
        end = 0
        found = [
            (start + (number >= self._known), stop, number < self._known)
            for number, start, stop in self._scan.find_matches_as_indexes(_fold(plain), overlapping=True)
        ]
        for start, stop, known in sorted(found, key=lambda match: (match[0], -match[1])):
            if start < end or _inside(plain, start, stop):
                continue
            end = stop
            yield Seen(origin(start), origin(stop - 1) + 1, known)


def _joined(text: str) -> tuple[str, Callable[[int], int]]:
    """Join hard-wrapped lines by one space, after a hyphen by none; with the way back to the offsets of *text*."""
    pieces: list[str] = []
    starts, origins = [0], [0]
    length = last = 0
    for found in _WRAPPED.finditer(text):
        line = text[last : found.start()].rstrip(" \t\r")
        pieces.append(line if line.endswith("-") else line + " ")
        length += len(pieces[-1])
        last = found.end()
        starts.append(length)
        origins.append(last)
    if not pieces:
        return text, int
    pieces.append(text[last:])

    def origin(at: int) -> int:
        run = bisect_right(starts, at) - 1
        return origins[run] + at - starts[run]

    return "".join(pieces), origin


def within(seen: Sequence[Seen], start: int, end: int) -> Sequence[Seen]:
    """Give those of *seen*, which are in order, that begin from *start* on and before *end*."""
    first = bisect_left(seen, start, key=_START)
    return seen[first : bisect_left(seen, end, lo=first, key=_START)]


_START = itemgetter(0)


def _fold(text: str) -> str:
    """Fold what a name may be written with, one character for one; four searches beat one translation."""
    return text.replace("\n", " ").replace("\u00a0", " ").replace("’", "'").replace("\u2011", "-")


def _inside(text: str, start: int, end: int) -> bool:
    """Whether either end stands inside a word."""
    return (start > 0 and text[start].isalnum() and text[start - 1].isalnum()) or (
        end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    )


@lru_cache(maxsize=4)
def vocabulary(index: Index) -> Vocabulary:
    """Give the vocabulary of *index*, made once."""
    return Vocabulary(index)
