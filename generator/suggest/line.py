"""A line of an article ready to be mined: its words, and which of them the glossary already explains."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from generator.model import ActorType
from generator.suggest.words import Word


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
