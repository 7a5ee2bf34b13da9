"""A line of an article ready to be mined: its words, and which of them the glossary already explains."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from generator import text
from generator.analyse.index import Index
from generator.model import ActorType, Analysis
from generator.suggest.words import Word, words


class Line(Struct, frozen=True):
    """A folded paragraph; *known* and *actors* say for each word what the glossary has there, or nothing."""

    text: str
    start: int  # in the folded article
    words: Sequence[Word]
    known: Sequence[str]  # an actor's type, "demonym", "part", "citation", "outlet" or nothing
    actors: Sequence[str]  # an actor's identifier or nothing
    small: Collection[str]  # words that the article also writes with a small letter

    def said(self, first: int, last: int) -> str:
        """Give the text of the words from *first* up to *last*."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def goes_on(self, at: int) -> bool:
        """Whether the word at *at* belongs to the same phrase as the word before it."""
        return 0 < at < len(self.words) and self.words[at].joined and not self.words[at - 1].owns

    def before(self, at: int) -> str:
        """Give the word right before the one at *at*, or nothing."""
        return self.words[at - 1].text if self.goes_on(at) else ""

    def after(self, last: int) -> str:
        """Give the word right behind the one before *last*, or nothing."""
        return self.words[last].text if self.goes_on(last) else ""

    def end(self, last: int) -> int:
        """Give where the word before *last* ends in the text, its possessive included."""
        word = self.words[last - 1]
        return word.end + (2 if word.owns and not word.text.endswith("s") else word.owns)


class Sighting(NamedTuple):
    """A place that shows a name: words *first* up to *last* of a line, what it is, why, and how surely."""

    first: int
    last: int
    type: ActorType
    rule: str
    weight: float
    acronym: str = ""
    bare: int = -1  # where the name of a state's body begins without the state; -1: it is no such body
    state: str = ""  # the identifier of that state, empty where the line does not say
    actor: str = ""  # the identifier of the actor of the starter glossary that is meant


def lines(folded: text.Folded, analysis: Analysis, index: Index) -> Iterator[Line]:
    """Cut the folded article into lines that know what the glossary explains, and what is also written small."""
    spans = _spans(analysis, index)
    small = frozenset(word.strip(".,;:\"'()[]") for word in folded.text.split() if word.islower())
    at, near = 0, 0
    for line in folded.text.split("\n"):
        found = words(line) if not line.isupper() else []
        known: list[tuple[str, str]] = []
        for word in found:
            start, end = folded.span(at + word.start, at + word.end)
            while near < len(spans) and spans[near][1] <= start:
                near += 1
            known.append(_explained(spans[near], start, end) if near < len(spans) else ("", ""))
        if found:
            yield Line(line, at, found, [kind for kind, _ in known], [actor for _, actor in known], small)
        at += len(line) + 1


def _explained(span: tuple[int, int, str, str], start: int, end: int) -> tuple[str, str]:
    """Give what a word is that stands at *start* to *end*: of ``Riga-Oslo``, where one end is known, a part."""
    first, last, kind, actor = span
    if first > start:
        return "", ""
    return (kind, actor) if end <= last or not actor else ("part", "")


def _spans(analysis: Analysis, index: Index) -> list[tuple[int, int, str, str]]:
    """Give what is explained already, in order: start, end, what it is, whose name it is."""
    actors = index.glossary.actors
    spans: set[tuple[int, int, str, str]] = {
        (found.start, found.end, "demonym" if found.kind == "demonym" else actors[found.actor].type, found.actor)
        for found in analysis.mentions
    }
    spans |= {
        (found.start, found.end, "outlet" if found.kind == "narrative" else "citation", "")
        for found in analysis.citations
    }
    return sorted(spans)


def stretches(line: Line, taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the spans of words of capitalised runs that nobody has taken."""
    start = -1
    for at, word in enumerate(line.words):
        if start >= 0 and not (line.goes_on(at) and word.capital and not taken[at]):
            yield start, at
            start = -1
        if start < 0 and word.capital and not taken[at]:
            start = at
    if start >= 0:
        yield start, len(line.words)
