"""Read the office that an article states with a name: before it, or behind it between commas."""

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.analyse.titles import is_title, names_office

_WORD = re.compile(r"[\w'.&-]+")
_SMALL = frozenset(
    "military deputy former prime foreign defense defence interior first vice acting of for and the senior"
    " chief then ex- current incumbent newly-appointed elected parliament parliamentary opposition party"
    " separatist rebel".split()
)
_ADDRESSES = frozenset("Dr Dr. Mr Mr. Mrs Mrs. Ms Ms. Prof Prof. Sir".split())  # between an office and a name
_NEVER_FIRST = frozenset("of for and the then The In On While But And When As".split())
_BEHIND = re.compile(r", (?:(?:the|a|an|its|his|her|their)\s){0,3}(?P<role>[^,.;()\[\]\n\"]{3,140})")
_APART = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s"
    r"(?P<role>(?:[\w-]{2,20}\s){0,3}[\w-]{3,20}\s(?:of|for|at|to|in)\s[^,.;:()\"]{3,70}),\s$"
)
_INSIDE = frozenset("a an and at de for in of on the to with".split())  # small words that stand within an office's name
_CLAUSE = frozenset("that when where which who whom whose".split())
_SAYING = (["said"], ["says"], ["told"])
_LONGEST = 10  # words
_REACH = 120  # characters


def stated(folded: str, start: int, end: int) -> str:
    """Give the role words around the name at *start* to *end*, empty where none stand there."""
    return _before(folded, start) or _apart(folded, start) or _behind(folded, end)


def _apart(folded: str, start: int) -> str:
    """Read ``The mayor of the town, Ada Berg``."""
    if not folded.endswith(", ", 0, start):
        return ""
    found = _APART.search(folded, max(0, start - _REACH), start)
    if not found:
        return ""
    words = found["role"].split()
    return found["role"] if len(words) <= _LONGEST and any(names_office(word) for word in words[:4]) else ""


def _before(folded: str, start: int) -> str:
    if not folded.endswith(" ", 0, start):
        return ""
    first = max(0, start - _REACH)
    line = folded[max(first, folded.rfind("\n", first, start) + 1) : start].rstrip(" ").removesuffix(",")
    words = line.rsplit(" ", _LONGEST)[-_LONGEST:]
    kept: list[str] = []
    for word in reversed(words[:-1] if words[-1] in _ADDRESSES else words):
        if not _WORD.fullmatch(word) or not _belongs(word):
            break
        kept.append(word)
    office = _one_office(kept[::-1]) if kept else ()
    return " ".join(office) if _names_office(office) else ""


def _one_office(words: Sequence[str]) -> Sequence[str]:
    """Leave out the person before an office, ``Ada Berg and President``, and small words that begin none."""
    joins = [at for at, word in enumerate(words) if at and word == "and" and not is_title(words[at - 1])]
    first = joins[-1] + 1 if joins else 0
    while first < len(words) and words[first] in _NEVER_FIRST:
        first += 1
    return words[first:]


def _belongs(word: str) -> bool:
    if word.endswith(("'s", ".")):
        return False
    return word[0].isupper() or word in _SMALL or (names_office(word) and word.islower())


def _names_office(words: Sequence[str]) -> bool:
    """Whether the words end with an office, ``defense minister``, or have one of a body, ``Chairman of the League``."""
    if not any(names_office(word) for word in words):
        return False
    of_body = any(names_office(word) and after in {"of", "for"} for word, after in pairwise(words))
    return of_body or is_title(words[-1]) or names_office(words[-1])


def _behind(folded: str, end: int) -> str:
    found = _BEHIND.match(folded, end, end + _REACH + 40)
    if not found:
        return ""
    closes = folded[found.end() : found.end() + 1]
    if closes not in {",", ".", ";", "(", "\n", ""}:
        return ""
    role = found["role"].strip()
    words = role.split()
    if closes not in {",", "("}:
        end = _end(words)
        if words[end : end + 1] in _SAYING:
            return ""  # "to Ada Berg, a spokesman said" has somebody else speak
        words = words[:end]
        role = " ".join(words)
    fits = len(words) <= _LONGEST + 4 and any(names_office(word) for word in words[:5])
    return role if fits else ""


def _end(words: Sequence[str]) -> int:
    """Give how many of the *words* the office takes that no comma closes: ``the Head of the League gave way``.

    It ends before a clause, and behind capitals before a plain word that leads to no office, ``Deputy works minister``.
    """
    named = False
    for at, word in enumerate(words):
        if word in _CLAUSE:
            return max(0, at - (words[at - 1] in _INSIDE))  # "the mayor of a town | in which"
        if named and _plain(word) and not _leads_on(words[at:]):
            return at
        named = not word[0].islower() or (named and names_office(word))
    return len(words)


def _plain(word: str) -> bool:
    return word[0].islower() and word not in _INSIDE and not names_office(word)


def _leads_on(words: Sequence[str]) -> bool:
    return names_office(next((word for word in words if not _plain(word)), ""))
