"""Count who is named with whom in a paragraph."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import TypeVar

from msgspec import Struct

from generator.corpus import Corpus

_CROWD = 40  # actors of one paragraph; a list of hundreds ties nobody to anybody, and would cost the square of them

Pair = tuple[str, str]
Counted = TypeVar("Counted", str, Pair)


class Together(Struct, frozen=True):
    """How many paragraphs name each actor, and each two of them; the most often named first."""

    actors: Sequence[tuple[str, int]]
    ties: Sequence[tuple[Pair, int]]


def count(corpus: Corpus) -> Together:
    """Return the counts over all articles."""
    paragraphs: Counter[str] = Counter()
    pairs: Counter[Pair] = Counter()
    for sheet in corpus.articles.values():
        for named in sheet.together:
            paragraphs.update(named)
            if len(named) <= _CROWD:
                pairs.update(combinations(named, 2))
    return Together(_most(paragraphs), _most(pairs))


def _most(counted: Counter[Counted]) -> list[tuple[Counted, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
