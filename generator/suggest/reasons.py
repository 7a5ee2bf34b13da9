"""Weigh what speaks for a person: the words around a name, and the words of the name itself."""

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from generator import surname
from generator.analyse.titles import names_office
from generator.suggest import lexicon, people_words
from generator.suggest.line import Line
from generator.suggest.people_words import calls

_AGE = re.compile(r", \d\d(?:,|-year)| \(\d\d\)")
_WHO = re.compile(r",? (?:who|whose)\b")
_AS = re.compile(r",? as (?:an? |the |its |his |her |their )?(?P<role>[\w-]{3,30})")
_OF = re.compile(r",? of (?:the )?[A-Z]")
_OPENERS = frozenset("a an the then now his her its their former acting head leader chairman one current".split())
_NEAR = 9  # words of an apposition within which its role must stand
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


class Candidate(Struct, frozen=True):
    """Words that may be a person's name, and where the stretch of capitals around them begins."""

    line: Line
    start: int
    first: int
    last: int
    titled: bool


def around(found: Candidate) -> Iterator[tuple[str, float]]:
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


def within(found: Candidate, alone: Collection[str]) -> Iterator[tuple[str, float]]:
    """Yield what the words of a name say for a person, with its weight."""
    names = [word.text for word in found.line.words[found.first : found.last]]
    if names[0].partition("-")[0] in people_words.GIVEN:
        yield "a given name", 0.75
    if surname.stands_first(names):
        yield "a surname that stands first", 0.6
    if people_words.like_surname(names[-1]):
        yield "the form of a surname", 0.5
    if is_arabic(found):
        yield "the form of an Arabic name", 0.5
    if names[-1] in alone:
        yield "its surname stands alone, too", 0.62 if len(names) == _TWO else 0.5


def is_arabic(found: Candidate) -> bool:
    """Whether a name has the particles of Arabic names."""
    names = (word.text for word in found.line.words[found.first : found.last])
    return any(name.startswith(("al-", "el-", "'Abd")) or name in people_words.ARABIC for name in names)


def share(found: Candidate) -> float:
    """Give how much of each reason for a person stays, where a word beside the name speaks for something else."""
    if found.line.after(found.last) in lexicon.BODIES or found.line.after(found.last) in lexicon.SITES:
        return _BEFORE_BODY
    return _IN_PLACE if found.line.before(found.first) in _AT else 1
