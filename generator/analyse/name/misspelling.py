"""Link a misspelt surname to the one name of the same article that it must be."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.analyse.index import Form, Index
from generator.analyse.name.candidate import Candidate

_TOKEN = re.compile(r"[A-Z](?<![\w-].)[a-z]{6,30}(?![\w-])")
_SHORTEST = 7  # letters; shorter names that differ by one letter are two names (Iran, Iraq)
_LONGEST = 32  # letters; a longer word is no token that is looked at
_STEM = 3


def near(settled: Sequence[Candidate], folded: str, index: Index) -> Iterator[Candidate]:
    """Yield words one edit away from a surname that the article gives to one person, and to no other name.

    The last two letters must agree: Karimov and Karimova, Kazakh and Kazakhs are not misspellings of each other.
    """
    known = _surnames(settled, folded, index)
    endings = {surname[-_STEM:] for surnames in known.values() for surname, _ in surnames}
    words = (word for word in set(_TOKEN.findall(folded)) if word[-_STEM:] in endings)
    misspelt = {word: actor for word in words if (actor := _meant(word, known, index))}
    for token in _TOKEN.finditer(folded) if misspelt else ():
        if token.group() in misspelt:
            form = Form(misspelt[token.group()], "misspelling")
            yield Candidate(token.start(), token.end(), (form,), "one letter from a name in the article")


def _meant(word: str, known: Mapping[str, Sequence[tuple[str, str]]], index: Index) -> str:
    """Give the one actor whose surname is one edit away from *word*, empty where there is none or several."""
    actors = {
        actor
        for part in _parts(word)
        for surname, actor in known.get(part, ())
        if surname[-_STEM:] == word[-_STEM:] and _one_edit(word, surname)
    }
    return actors.pop() if len(actors) == 1 and not index.knows(word) else ""


def _surnames(settled: Sequence[Candidate], folded: str, index: Index) -> dict[str, list[tuple[str, str]]]:
    """Map each long surname of a person named here, and what is left of it without a letter, to both."""
    known: dict[str, list[tuple[str, str]]] = {}
    for surname, actor in sorted(
        {
            (folded[candidate.start : candidate.end].rpartition(" ")[2], candidate.forms[0].actor)
            for candidate in settled
            if index.glossary.actors[candidate.forms[0].actor].type == "person"
        }
    ):
        if _SHORTEST <= len(surname) <= _LONGEST:
            for part in _parts(surname):
                known.setdefault(part, []).append((surname, actor))
    return known


def _parts(word: str) -> set[str]:
    """Give *word* and what is left of it without one letter; two words that are one edit apart share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _one_edit(word: str, name: str) -> bool:
    """Whether one letter put in, left out or changed makes *word* of *name*; the first letter agrees."""
    if word == name or abs(len(word) - len(name)) > 1 or word[0] != name[0]:
        return False
    shared = 0
    while shared < min(len(word), len(name)) and word[shared] == name[shared]:
        shared += 1
    longer, shorter = (word, name) if len(word) >= len(name) else (name, word)
    return longer[shared + 1 :] == (shorter[shared:] if len(longer) > len(shorter) else shorter[shared + 1 :])
