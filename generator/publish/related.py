"""Find the articles that belong beside one: those that name the same actors, and its neighbours in the series."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from heapq import nlargest
from math import log

from msgspec import Struct

from generator import addresses
from generator.corpus import Corpus, age
from generator.edges import group

_COMMON = 200  # articles looked at for each shared actor: one that more name says little, and time stays in bounds
_ALIKE = 5  # articles that are related to one
_SHARED = 3  # actors that say why an article is related


class Related(Struct, frozen=True):
    """An article that names the same actors, and the names of those of them that tell most."""

    id: str
    title: str
    date: str | None
    shared: Sequence[str]


class Neighbour(Struct, frozen=True):
    """The article before or after one in its series."""

    id: str
    title: str


class Beside:
    """What stands beside each article of a corpus, worked out once for all of them."""

    def __init__(self, corpus: Corpus) -> None:
        """Know the *corpus*."""
        self._corpus = corpus

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        """How much naming an actor tells: the logarithm of how few articles do (inverse document frequency)."""
        every = len(self._corpus.articles)
        return {actor: log(1 + every / len(naming)) for actor, naming in self._corpus.naming.items()}

    def related(self, article: str) -> Sequence[Related]:
        """Return the articles that name the same actors, the rarer ones counting more, most alike first."""
        named = {edge.actor for edge in self._corpus.articles[article].named}
        weight: dict[str, float] = {}
        for actor in sorted(named):
            for other, _ in self._corpus.naming[actor][:_COMMON]:
                weight[other] = weight.get(other, 0) + self._rarity[actor]
        weight.pop(article, None)
        alike = nlargest(_ALIKE, sorted(weight), key=weight.__getitem__)
        return [self._related(other, named) for other in alike]

    def _related(self, other: str, named: AbstractSet[str]) -> Related:
        sheet = self._corpus.articles[other]
        shared = named & {edge.actor for edge in sheet.named}
        rarest = sorted(shared, key=lambda actor: (-self._rarity[actor], actor))[:_SHARED]
        return Related(other, sheet.title, sheet.date, [self._corpus.actors[actor].name for actor in rarest])

    @cached_property
    def _series(self) -> Mapping[str, Sequence[str]]:
        sheets = self._corpus.articles
        appeared = (article for article, sheet in sheets.items() if sheet.publication)
        by_series = group(appeared, by=lambda article: addresses.series(sheets[article].publication))
        return {
            series: sorted(articles, key=lambda article: (*age(sheets[article]), article))
            for series, articles in by_series.items()
        }

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {article: at for articles in self._series.values() for at, article in enumerate(articles)}

    def neighbour(self, article: str, step: int) -> Neighbour | None:
        """Return the article *step* places later in the same series, if there is one."""
        publication = self._corpus.articles[article].publication
        if not publication:
            return None
        series = self._series[addresses.series(publication)]
        at = self._places[article] + step
        return Neighbour(series[at], self._corpus.articles[series[at]].title) if 0 <= at < len(series) else None
