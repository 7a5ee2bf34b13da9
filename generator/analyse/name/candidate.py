"""Places that may name an actor, and which of them win."""

from collections.abc import Iterable
from operator import attrgetter

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
    best = sorted(candidates, key=lambda found: (found.start - found.end, found.start))
    taken = bytearray(max((candidate.end for candidate in best), default=0))
    kept: list[Candidate] = []
    for candidate in best:
        if taken.find(1, candidate.start, candidate.end) < 0:
            taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
            kept.append(candidate)
    return sorted(kept, key=attrgetter("start"))
