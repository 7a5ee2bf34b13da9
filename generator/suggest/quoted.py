"""Find names in quotation marks behind the word for what they name, and names with a year: ``Harbour-2017``."""

import re
from collections.abc import Iterator

from generator.suggest import bodies, lexicon
from generator.suggest.line import Line, Sighting

_QUOTED = re.compile(r'(?P<cue>[a-z-]{4,20}) "(?P<name>[A-Z][^"]{2,60}?)[.,]?"')
_YEAR = re.compile(r"[A-Z][\w-]{2,60}[a-z]-(?:19|20)\d\d")
_PLAIN_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 6  # words
_FEWEST = 2


def sightings(line: Line) -> Iterator[Sighting]:
    """Yield ``the bloc "Our Common Quay"``, ``Harbour-2017`` and ``Quiet Harbour 2017``."""
    if '"' in line.text:
        starts = {word.start: at for at, word in enumerate(line.words)}
        ends = {word.end: at + 1 for at, word in enumerate(line.words)}
        for found in _QUOTED.finditer(line.text):
            first, last = starts.get(found.start("name"), -1), ends.get(found.end("name"), -1)
            if found["cue"] in lexicon.BODIES and min(first, last) >= 0 and last - first <= _LONGEST:
                yield Sighting(first, last, "organization", f"{found['cue']} before it, in quotation marks", 0.7)
    for at, word in enumerate(line.words):
        if _YEAR.fullmatch(word.text):
            yield Sighting(at, at + 1, "event", "a year in it", 0.7)
        elif _PLAIN_YEAR.fullmatch(word.text) and (first := _before(line, at)) < at:
            what = bodies.kind(line.words[at - 1]) or "event"
            yield Sighting(first, at + 1, what, "a year in it", 0.6)


def _before(line: Line, at: int) -> int:
    """Give where two or more capitalised words before a year begin, *at* where they are none of a name."""
    first = at
    while line.goes_on(first) and line.words[first - 1].capital and not line.known[first - 1]:
        first -= 1
    words = line.words[first:at]
    plain = all(word.text not in lexicon.CALENDAR and word.text[0].isalpha() and not word.opens for word in words)
    return first if len(words) >= _FEWEST and plain else at
