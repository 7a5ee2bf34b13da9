"""Places that may name an actor, and which of them win."""

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
    """Keep, from left to right, the longest of those that overlap; of equals the one that comes first."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda found: (found.start, -found.end)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept
