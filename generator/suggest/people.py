"""Find persons: by titles, roles, appositions, verbs of saying, given names, and the surname that comes back."""

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from generator import surname
from generator.analyse.titles import is_title, names_office
from generator.suggest import lexicon, people_words
from generator.suggest.line import Line, Sighting

_PARTICLES = frozenset("al el bin ibn ben abu van von der den de da di du la le dos das ul st".split())
_AGE = re.compile(r", \d\d(?:,|-year)| \(\d\d\)")
_WHO = re.compile(r",? (?:who|whose)\b")
_AS = re.compile(r",? as (?:an? |the |its |his |her |their )?(?P<role>[\w-]{3,30})")
_OF = re.compile(r",? of (?:the )?[A-Z]")
_OPENERS = frozenset("a an the then now his her its their former acting head leader chairman one current".split())
_NEAR = 9  # words of an apposition within which its role must stand
_MOST = 4  # words of a name
_MOST_ARABIC = 7
_ROLE_LIKE = re.compile(r".{2,}(?:er|or|ist|man|woman|ian)$")
_LED = frozenset(
    "authored chaired commanded created founded headed led owned replaced represented run signed succeeded".split()
)
_PERSONAL = frozenset(
    "arrived believed believes died fled flew met recalled resigned retired testified thinks traveled travelled"
    " visited".split()
)
_TWO = 2
_AT = frozenset({"in", "near", "at", "around", "outside"})
_IN_PLACE = 0.6  # of the weight of each reason, behind a word that leads to a place
_BEFORE_BODY = 0.3  # the same, before the word for a body: "the Quiet Quay faction"
_SHORTEST = 3  # letters of a surname that stands alone


class Candidate(Struct, frozen=True):
    """Words that may be a person's name, and where the stretch of capitals around them begins."""

    line: Line
    start: int
    first: int
    last: int
    titled: bool


def sightings(line: Line, taken: Sequence[bool], alone: Collection[str]) -> Iterator[Sighting]:
    """Yield persons among the words that nobody has *taken*; *alone* are words that stand alone as surnames do."""
    for start, stop in _segments(line, taken):
        found = _candidate(line, start, stop)
        if found is None:
            continue
        many = sum(1 for at in range(found.first, found.last) if line.words[at].text not in _PARTICLES)
        if many == 1:
            yield from _single(found)
        elif many <= (_MOST_ARABIC if _is_arabic(found) else _MOST):
            reasons = [*_around(found), *_within(found, alone)]
            if reasons:
                doubt = 1.0
                for _, weight in reasons:
                    doubt *= 1 - weight * _share(found)
                rule = max(reasons, key=lambda reason: reason[1])[0]
                yield Sighting(found.first, found.last, "person", rule, 1 - doubt)


def _share(found: Candidate) -> float:
    """Give how much of each reason for a person stays, where a word beside the name speaks for something else."""
    if found.line.after(found.last) in lexicon.BODIES or found.line.after(found.last) in lexicon.SITES:
        return _BEFORE_BODY
    return _IN_PLACE if found.line.before(found.first) in _AT else 1


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


def calls(word: str) -> bool:
    """Whether a word is an office, a rank or a form of address that stands before a name."""
    return names_office(word) or word.rstrip(".") in people_words.COURTESIES or word.casefold() in people_words.ROLES


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


def _around(found: Candidate) -> Iterator[tuple[str, float]]:
    """Yield what the words around a name say for a person, with its weight."""
    yield from _ahead(found)
    line, last = found.line, found.last
    end = line.end(last)
    role = _AS.match(line.text, end)
    if _AGE.match(line.text, end):
        yield "an age behind it", 0.8
    elif _WHO.match(line.text, end):
        yield "who behind it", 0.7
    elif line.text[end : end + 2] == ", " and (behind := _apposed(line, last)):
        yield f"{behind} behind it", 0.75
    elif role and _is_called(role["role"]):
        yield f"as {role['role']} behind it", 0.5
    elif _OF.match(line.text, end):
        yield "of and a name behind it", 0.3
    if line.after(last) in lexicon.SPOKE:
        yield f"{line.after(last)} behind it", 0.62 if line.after(last) in _PERSONAL else 0.55


def _ahead(found: Candidate) -> Iterator[tuple[str, float]]:
    line, first = found.line, found.first
    before = line.before(first) if first == found.start else ""
    if found.titled:
        yield "a title before it", 0.85
    elif _is_called(before):
        yield f"{before} before it", 0.85
    elif before in lexicon.SPOKE:
        yield f"{before} before it", 0.5
    elif before == "by" and line.before(first - 1) in _LED:
        yield f"{line.before(first - 1)} by before it", 0.5
    elif first > found.start and _held(line, found.start):
        yield "a title and its place before it", 0.75
    elif first > found.start and line.known[first - 1] == "demonym":
        yield "a nationality before it", 0.3
    elif first == found.start and _introduced(line, first):
        yield "a role before it, between commas", 0.6


def _held(line: Line, start: int) -> bool:
    """Whether an office and a small word stand before *start*: ``ambassador to Norway Ada Brenn``."""
    at = start - (line.before(start) == "the")
    return line.before(at) in {"of", "to", "for", "in"} and (calls(line.before(at - 1)) or line.before(at - 1) == "CEO")


def _introduced(line: Line, first: int) -> bool:
    """Whether a role and a comma stand before a name: ``the region's governor, Ada Brenn``."""
    comma = first > 0 and line.text[line.words[first - 1].end : line.words[first].start] in {", ", "), "}
    return comma and any(_is_called(word.text) for word in line.words[max(0, first - 8) : first])


def _is_called(word: str) -> bool:
    return word.islower() and (names_office(word) or word in people_words.ROLES)


def _apposed(line: Line, last: int) -> str:
    """Give the role within a few words behind the comma after a name, empty where an apposition has none."""
    near = line.words[last : last + _NEAR]
    if not near or not (near[0].text in _OPENERS or names_office(near[0].text) or near[0].owns or near[0].capital):
        return ""
    return next((word.text for word in near if names_office(word.text) or word.text in people_words.ROLES), "")


def _within(found: Candidate, alone: Collection[str]) -> Iterator[tuple[str, float]]:
    """Yield what the words of a name say for a person, with its weight."""
    names = [word.text for word in found.line.words[found.first : found.last]]
    if names[0].partition("-")[0] in people_words.GIVEN:
        yield "a given name", 0.75
    if surname.stands_first(names):
        yield "a surname that stands first", 0.6
    if people_words.like_surname(names[-1]):
        yield "the form of a surname", 0.5
    if _is_arabic(found):
        yield "the form of an Arabic name", 0.5
    if names[-1] in alone:
        yield "its surname stands alone, too", 0.62 if len(names) == _TWO else 0.5


def _is_arabic(found: Candidate) -> bool:
    names = (word.text for word in found.line.words[found.first : found.last])
    return any(name.startswith(("al-", "el-", "'Abd")) or name in people_words.ARABIC for name in names)


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
