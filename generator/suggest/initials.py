"""Find names by the acronyms that explain them in brackets, and acronyms that nobody explains."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.analyse.titles import names_office
from generator.model import ActorType
from generator.suggest import lexicon
from generator.suggest.line import Line, Sighting
from generator.suggest.words import named

_BEHIND = re.compile(r" [(\[](?P<acronym>[A-Z][A-Za-z0-9]{0,8}(?:[&/-][A-Z][A-Za-z0-9]{0,6}){0,2})(?:[)\],;]| [-;])")
_BEFORE = re.compile(r"(?<![\w/-])(?P<acronym>[A-Z][A-Za-z]{0,6}[A-Z]) \((?P<name>[A-Z][^()]{6,100})\)")
_CAPITALS = 2
_LONGEST = 14  # words of a name
_LENGTHS = range(3, 9)  # letters of an acronym that stands alone
_SMALL = frozenset(
    "of for and the on in to against de des du la le les et y da do di der die und i with a al e en pour sur par por"
    " para per na za dlya".split()
)


def sightings(line: Line, bodies: Sequence[Sighting]) -> Iterator[Sighting]:
    """Yield each name with its acronym, ``United Harbour League (UHL)`` or ``UHL (United Harbour League)``."""
    ends = {word.end: at for at, word in enumerate(line.words)}
    starts = {word.start: at for at, word in enumerate(line.words)}
    named_till = {body.last: body for body in bodies}
    for found in _BEHIND.finditer(line.text):
        last = ends.get(found.start())
        if last is not None and _is_acronym(found["acronym"]):
            yield from _explained(line, last + 1, found["acronym"], named_till)
    for found in _BEFORE.finditer(line.text):
        first, last = starts.get(found.start("name")), ends.get(found.end("name"))
        if first is not None and last is not None and spells(line, first, last + 1, found["acronym"]):
            what = _type(line, first, last + 1)
            yield Sighting(first, last + 1, what, "an acronym before it", 0.9, found["acronym"])
    for body in bodies:
        yield from _translated(line, body)


def _is_acronym(text: str) -> bool:
    return sum(map(str.isupper, text)) >= _CAPITALS and text not in lexicon.NO_ACRONYMS


def _explained(line: Line, last: int, acronym: str, bodies: Mapping[int, Sighting]) -> Iterator[Sighting]:
    """Yield the name before *last* that *acronym* stands for: by its letters, by its head noun, by its first letter."""
    for first in range(last - 1, max(-1, last - 1 - _LONGEST), -1):
        if line.words[first].capital and last - first > 1 and spells(line, first, last, acronym):
            yield Sighting(first, last, _type(line, first, last), "an acronym behind it", 0.92, acronym)
            return
        if not line.goes_on(first):
            break
    body = bodies.get(last) or bodies.get(last - 1)
    if body and (body.last == last or spells(line, body.first, body.last, acronym)):
        yield body._replace(rule="an acronym behind it", weight=0.9, acronym=acronym)
        return
    first = last - 1
    while line.goes_on(first) and named(line.words[first - 1]) and last - first < _LONGEST:
        first -= 1
    while first < last - 1 and (line.known[first] in {"demonym", "state"} or not named(line.words[first])):
        first += 1
    if named(line.words[first]) and last - first > 1 and line.words[first].text[0] == acronym[0]:
        yield Sighting(first, last, _type(line, first, last), "an acronym behind it", 0.8, acronym)


def _translated(line: Line, body: Sighting) -> Iterator[Sighting]:
    """Yield what a bracket translates: ``Vieux Quai (Old Quay Council)``."""
    first, start, end = body.first, line.words[body.first].start, line.words[body.last - 1].end
    while first and line.words[first - 1].capital and (first == body.first or line.goes_on(first)):
        if body.first - first > _LONGEST:
            return
        first -= 1
    opens = first < body.first and line.text[line.words[body.first - 1].end : start] == " ("
    if opens and line.text[end : end + 1] == ")" and not any(line.known[first : body.first]):
        yield Sighting(first, body.first, body.type, "a translation behind it", 0.65)


def spells(line: Line, first: int, last: int, acronym: str) -> bool:
    """Whether the initials of the words are the letters of *acronym*, with or without those of small words."""
    letters = "".join(filter(str.isalpha, acronym))
    wanted = {letters.casefold(), "".join(filter(str.isupper, letters)).casefold()}
    words = [word.text.strip("'") for word in line.words[first:last]]
    parts = [part for word in words for part in re.split(r"[-/]", word) if part]
    return any(
        "".join(piece[0] for piece in kept).casefold() in wanted
        for pieces in (words, parts)
        for kept in (pieces, [piece for piece in pieces if piece not in _SMALL])
    )


def _type(line: Line, first: int, last: int) -> ActorType:
    words = {word.text for word in line.words[first:last]}
    if words & lexicon.ARMED:
        return "armed_group"
    if words & lexicon.ORGANIZATIONS:
        return "organization"
    if words & lexicon.TREATIES:
        return "treaty"
    if words & lexicon.PLACES:
        return "place"
    return "other" if words & lexicon.OTHERS else "organization"


def alone(line: Line, taken: Sequence[bool]) -> Iterator[Sighting]:
    """Yield the acronyms that a line uses and does not explain."""
    for at, word in enumerate(line.words):
        shouted = at and word.joined and line.words[at - 1].text.isupper()
        plain = len(word.text) in _LENGTHS and word.text.isupper() and word.text.isalpha()
        if plain and not shouted and not taken[at] and word.text not in lexicon.NO_ACRONYMS:
            after = line.after(at + 1)
            weight = (
                0.62 if names_office(after) else 0.5 if line.before(at) == "the" or after in lexicon.SPOKE else 0.38
            )
            yield Sighting(at, at + 1, "organization", "an acronym", weight)
