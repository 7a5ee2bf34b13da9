"""Follow the acronyms that an article defines itself, ``United Harbour League (UHL)``, even against the glossary."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from generator import text
from generator.analyse.index import Form, Index
from generator.analyse.name.candidate import Candidate

_BEHIND = re.compile(r"(?: party| movement| group)? [(\[](?P<acronym>[A-Z][A-Za-z0-9&/-]{1,9})[)\];,]")
_BEFORE = re.compile(r"(?<!\w)(?P<acronym>[A-Z][A-Za-z0-9&/-]{1,9}) [(\[]$")
_EXPANSION = re.compile(r"(?:(?:[A-Z][\w']{1,20}|of|for|and|the|on|in|to)[ -]){2,10}$")
_WORDY = re.compile(r"\w")
_REACH = 120
_CAPITALS = 2


def own(settled: Sequence[Candidate], folded: str, index: Index) -> list[Candidate]:
    """Leave out what the article itself explains as something else: ``GCC`` beside ``Great Crane Company (GCC)``."""
    others = {
        word
        for candidate in settled
        if (word := folded[candidate.start : candidate.end]).isupper() and _is_other(candidate, folded, index)
    }
    return [candidate for candidate in settled if folded[candidate.start : candidate.end] not in others]


def _is_other(candidate: Candidate, folded: str, index: Index) -> bool:
    """Whether the words before a bracket have the acronym's initials, and are no spelling of the actor's name."""
    if folded[candidate.start - 1 : candidate.start] != "(" or folded[candidate.end : candidate.end + 1] != ")":
        return False
    found = _EXPANSION.search(folded, max(0, candidate.start - _REACH), candidate.start - 1)
    letters = [letter for letter in folded[candidate.start : candidate.end] if letter.isalpha()]
    words = [word for word in re.findall(r"[\w']+", found.group()) if word[0].isupper()] if found else []
    words = words[-len(letters) :]
    if [word[0] for word in words] != letters:
        return False
    actor = index.glossary.actors[candidate.forms[0].actor]
    known = " ".join(text.fold(name) for name in (actor.name, *(alias.text for alias in actor.aliases))).casefold()
    return sum(word.casefold() in known for word in words) * 2 < len(words)


def defined(settled: Sequence[Candidate], folded: str, index: Index) -> Iterator[Candidate]:
    """Yield each place of an acronym that the article defines beside a name and that no file gives to another."""
    found: dict[str, str] = {}
    for candidate in settled:
        form = candidate.forms[0]
        if form.kind in {"demonym", "surname", "given_name", "acronym"}:
            continue
        acronym = _beside(candidate, folded)
        if acronym and not index.knows(acronym) and _shortens(acronym, folded[candidate.start : candidate.end]):
            found.setdefault(acronym, form.actor)
    if found:
        yield from _places(found, folded)


def _places(actors: Mapping[str, str], folded: str) -> Iterator[Candidate]:
    """Yield each place where one of the acronyms stands as a word of its own, in one pass for all of them."""
    acronyms = list(actors)
    for number, start, end in AhoCorasick(acronyms).find_matches_as_indexes(folded, overlapping=True):
        if _is_word(folded, start, end):
            form = Form(actors[acronyms[number]], "acronym")
            yield Candidate(start, end, (form,), "defined in the article")


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether what begins and ends with a letter, a figure or a sign has no letter and no figure beside it."""
    return not (_WORDY.match(text, start - 1) if start else None) and not _WORDY.match(text, end)


def _beside(candidate: Candidate, folded: str) -> str:
    behind = _BEHIND.match(folded, candidate.end)
    if behind:
        return behind["acronym"]
    before = _BEFORE.search(folded, max(0, candidate.start - 14), candidate.start)
    return before["acronym"] if before and folded[candidate.end : candidate.end + 1] in {")", "]"} else ""


def _shortens(acronym: str, name: str) -> bool:
    """Whether the letters of *acronym* stand in *name* in their order, the first one as an initial."""
    if sum(map(str.isupper, acronym)) < _CAPITALS or " " not in name:
        return False
    letters = iter(name.casefold())
    initials = {word[0] for word in name.casefold().replace("-", " ").split() if word}
    return acronym[0].casefold() in initials and all(
        letter in letters for letter in acronym.casefold() if letter.isalpha()
    )
