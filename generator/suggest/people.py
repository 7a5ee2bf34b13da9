"""Find persons: by titles, roles, appositions, verbs of saying, given names, and the surname that comes back."""

import re
from collections.abc import Collection, Iterator, Sequence

from generator.analyse.titles import is_title
from generator.suggest import lexicon, people_words, reasons
from generator.suggest.line import Line, Sighting
from generator.suggest.people_words import calls
from generator.suggest.reasons import Candidate

_PARTICLES = frozenset("al el bin ibn ben abu van von der den de da di du la le dos das ul st".split())
_MOST = 4  # words of a name
_MOST_ARABIC = 7
_ROLE_LIKE = re.compile(r".{2,}(?:er|or|ist|man|woman|ian)$")
_TWO = 2
_SHORTEST = 3  # letters of a surname that stands alone


def sightings(line: Line, taken: Sequence[bool], alone: Collection[str]) -> Iterator[Sighting]:
    """Yield persons among the words that nobody has *taken*; *alone* are words that stand alone as surnames do."""
    for start, stop in _segments(line, taken):
        found = _candidate(line, start, stop)
        if found is None:
            continue
        many = sum(1 for at in range(found.first, found.last) if line.words[at].text not in _PARTICLES)
        if many == 1:
            yield from _single(found)
        elif many <= (_MOST_ARABIC if reasons.is_arabic(found) else _MOST):
            given = [*reasons.around(found), *reasons.within(found, alone)]
            if given:
                doubt = 1.0
                for _, weight in given:
                    doubt *= 1 - weight * reasons.share(found)
                rule = max(given, key=lambda reason: reason[1])[0]
                yield Sighting(found.first, found.last, "person", rule, 1 - doubt)


def _segments(line: Line, taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield stretches of free capitalised words, with the particles of names inside."""

    def free(at: int) -> bool:
        return not taken[at] and line.words[at].capital and line.words[at].text not in lexicon.CALENDAR

    at = 0
    while at < len(line.words):
        start = at
        while at < len(line.words) and (at == start or line.goes_on(at)) and (free(at) or _particle(line, at, taken)):
            at += 1
        if at > start and free(start):
            yield start, at
        at = max(at, start + 1)


def _particle(line: Line, at: int, taken: Sequence[bool]) -> bool:
    """Whether a particle stands at *at* that leads on to a capitalised word, one more particle between at most."""
    if line.words[at].text not in _PARTICLES:
        return False
    for nearby in (at + 1, at + 2):
        if not line.goes_on(nearby) or taken[nearby]:
            return False
        if line.words[nearby].capital:
            return True
        if line.words[nearby].text not in _PARTICLES:
            return False
    return False


def _candidate(line: Line, start: int, stop: int) -> Candidate | None:
    """Cut the roles before a name and what follows it."""
    first = start
    for at in range(start, stop - 1):
        if calls(line.words[at].text):
            first = at + 1
    titled = first > start
    while first < stop and not titled and _is_role(line, first):
        first += 1
    if first < stop and first == start and line.words[first].opens and line.words[first].text.casefold() in line.small:
        first += 1
    if stop - first > _TWO and _ROLE_LIKE.match(line.words[first].text) and not _is_given(line, first):
        first += _is_given(line, first + 1)  # Firefighter Robert …
    last = _cut(line, first, stop)
    return Candidate(line, start, first, last, titled) if last > first else None


def _is_role(line: Line, at: int) -> bool:
    word = line.words[at].text
    return (
        is_title(word)
        or line.known[at] in {"demonym", "state", "organization", "place", "armed_group"}
        or word in lexicon.FUNCTION
        or _shouted(word)
    )


def _shouted(word: str) -> bool:
    return word.isupper() and len(word) > 1 and "." not in word


def _cut(line: Line, first: int, stop: int) -> int:
    """Give where the name ends; nowhere where it runs into words that no person bears."""
    last = first
    while last < stop and not _ends(line, first, last):
        last += 1
    if last < stop and not (last - first >= _TWO and calls(line.words[last].text)):
        return first
    while last > first and line.words[last - 1].text in _PARTICLES:
        last -= 1
    return last


def _ends(line: Line, first: int, at: int) -> bool:
    word = line.words[at].text
    return (
        (at > first and (is_title(word) or calls(word)))
        or (bool(line.known[at]) and not (line.known[at] == "place" and at == first + 1 and _is_given(line, first)))
        or _shouted(word)
        or any(map(str.isdecimal, word))
        or (any(word in words for words in _OTHERWISE) and not (at == first + 1 and _is_given(line, first)))
    )


def _is_given(line: Line, at: int) -> bool:
    return line.words[at].text in people_words.GIVEN


_OTHERWISE = (
    lexicon.FUNCTION,
    lexicon.COMMON,
    lexicon.ORGANIZATIONS,
    lexicon.PLACES,
    lexicon.EVENTS,
    lexicon.TREATIES,
    lexicon.OTHERS,
    lexicon.FOREIGN,
)


def _single(found: Candidate) -> Iterator[Sighting]:
    """Yield a surname that stands alone, where a title is before it or a verb of saying behind it."""
    line, first = found.line, found.first
    word = line.words[first].text
    if len(word) < _SHORTEST or word in people_words.GIVEN or is_title(word) or word.casefold() in line.small:
        return
    before = line.words[first - 1].text if line.goes_on(first) else ""
    if found.titled and before and line.text[line.words[found.start].start - 1 : line.words[found.start].start] != '"':
        yield Sighting(first, found.last, "person", "a title before it", 0.7)
    elif people_words.like_surname(word) and first == found.start and line.after(found.last) in lexicon.SPOKE:
        yield Sighting(first, found.last, "person", f"{line.after(found.last)} behind it", 0.6)


def alone(line: Line) -> Iterator[str]:
    """Yield the words that stand alone as a surname does: in mid-sentence, or with a verb of saying."""
    for at, word in enumerate(line.words):
        if not word.capital or line.known[at] or word.text in lexicon.COMMON:
            continue
        behind = line.goes_on(at + 1) and line.words[at + 1].capital
        before = line.goes_on(at) and line.words[at - 1].capital and not calls(line.words[at - 1].text)
        if not (behind or before) and (not word.opens or word.owns or word.text.casefold() not in line.small):
            yield word.text
