"""Places that may name an actor, and which of them win."""

from bisect import bisect_left
from collections.abc import Iterable

from msgspec import Struct

from generator.analyse.index import Form


class Candidate(Struct, frozen=True):
    """A span of folded text and what it may name."""

    start: int
    end: int
    forms: tuple[Form, ...]
    rule: str = "glossary"


def longest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep the longest of those that overlap, of equals the one on the left; give them in their order."""
    kept: list[Candidate] = []
    starts: list[int] = []
    for candidate in sorted(candidates, key=lambda found: (found.start - found.end, found.start)):
        at = bisect_left(starts, candidate.start)
        free = at == 0 or kept[at - 1].end <= candidate.start
        if free and (at == len(kept) or candidate.end <= kept[at].start):
            starts.insert(at, candidate.start)
            kept.insert(at, candidate)
    return kept
