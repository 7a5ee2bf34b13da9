"""Find the brackets of a block, in one pass each, however many are left open."""

import re
from operator import attrgetter

from msgspec import Struct

_SQUARE = re.compile(r"\[([^\[\]()]{5,300})\]")
_BRACKET = re.compile(r"\(([^()]*)\)|[()]")


class Bracket(Struct, frozen=True):
    """A bracket's span and what stands in it; of inner brackets only ``()`` is left."""

    start: int
    end: int
    content: str
    inner: bool = False  # whether it has a bracket in it


class Brackets(Struct, frozen=True):
    """The brackets of a stretch of text, sorted, and where others were left open."""

    closed: tuple[Bracket, ...]
    open: tuple[int, ...]


def pair(text: str, start: int, end: int) -> Brackets:
    """Pair the brackets between *start* and *end*.

    Each character becomes part of the content of one bracket only, the innermost, so that the contents together are
    never longer than the text.
    """
    stack: list[tuple[int, list[str]]] = []
    closed: list[Bracket] = []
    since = start
    for found in _BRACKET.finditer(text, start, end):
        at = found.start()
        if found.lastindex:
            closed.append(Bracket(at, found.end(), found[1]))
            if stack:
                stack[-1][1].append(f"{text[since:at]}()")
        elif found.group() == "(":
            if stack:
                stack[-1][1].append(text[since:at])
            stack.append((at, []))
        elif stack:
            opened, pieces = stack.pop()
            closed.append(Bracket(opened, at + 1, "".join([*pieces, text[since:at]]), inner=bool(pieces)))
            if stack:
                stack[-1][1].append("()")
        since = found.end()
    return Brackets(tuple(sorted(closed, key=attrgetter("start"))), tuple(opened for opened, _ in stack))


def square(text: str, start: int, end: int) -> list[Bracket]:
    """Give the square brackets between *start* and *end* that have no other bracket in them."""
    if text.find("[", start, end) < 0:  # most texts have none, and this is the fast way to know
        return []
    return [Bracket(found.start(), found.end(), found[1]) for found in _SQUARE.finditer(text, start, end)]
