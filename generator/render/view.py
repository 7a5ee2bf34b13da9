"""The corpus as pages look at it: its edges grouped once by either end."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from heapq import nlargest
from math import log

from generator import text as texts
from generator.edges import group
from generator.model import Actor, Article, Block, Citation, Corpus, Mention, Outlet, Quotation
from generator.render import escape, shelf

_COMMON = 200  # articles looked at for each shared actor: one that more name says little, and time stays in bounds
_ALIKE = 5  # articles that are related to one
_CLAIMS = 60  # on one page of an outlet
_WORDS = 60  # characters of the first words that name an article without a title


class View:
    """A corpus and what follows from it, worked out once for all pages."""

    def __init__(self, corpus: Corpus) -> None:
        """Group the edges of *corpus*."""
        self.corpus = corpus
        self.articles = corpus.articles
        self.mentions_of: Mapping[str, tuple[Mention, ...]] = group(self.named, by=lambda edge: edge.article)
        self.citations_of: Mapping[str, tuple[Citation, ...]] = group(corpus.citations, by=lambda edge: edge.article)
        self.quotations_of: Mapping[str, tuple[Quotation, ...]] = group(corpus.quotations, by=lambda edge: edge.article)
        self.by_actor = group(self.named, by=lambda edge: edge.actor)
        self.by_outlet = group((edge for edge in corpus.citations if edge.outlet), by=lambda edge: edge.outlet)
        self._sentences: dict[tuple[str, int], list[tuple[int, int]]] = {}  # a paragraph is shown for each name in it
        self.by_speaker = group((edge for edge in corpus.quotations if edge.speaker), by=lambda edge: edge.speaker)

    @cached_property
    def named(self) -> tuple[Mention, ...]:
        """The mentions proper: a nationality adjective names nobody."""
        return tuple(mention for mention in self.corpus.mentions if mention.kind != "demonym")

    @cached_property
    def actors(self) -> Sequence[Actor]:
        """The actors with a page of their own, by name."""
        found = [self.corpus.actors[actor] for actor in self.by_actor]
        return sorted(found, key=lambda actor: (actor.name.casefold(), actor.id))

    @cached_property
    def outlets(self) -> Sequence[Outlet]:
        """The outlets that articles cite, by name."""
        found = [self.corpus.outlets[outlet] for outlet in self.by_outlet]
        return sorted(found, key=lambda outlet: (outlet.name.casefold(), outlet.id))

    @cached_property
    def reports(self) -> Mapping[str, Sequence[shelf.Shelf[Citation]]]:
        """The citations of each outlet, oldest first, on the shelves of its pages; one without a key: its own page."""
        return {outlet: self._shelved(cited) for outlet, cited in self.by_outlet.items()}

    def _shelved(self, cited: Sequence[Citation]) -> Sequence[shelf.Shelf[Citation]]:
        if len(cited) <= _CLAIMS:
            return [shelf.Shelf("", "", cited)]
        ordered = sorted(
            cited,
            key=lambda one: (one.date or "", one.source, age(self.articles[one.article]), one.article, one.start),
        )
        return shelf.by_date(ordered, lambda one: one.date, most=_CLAIMS)

    @cached_property
    def place_of(self) -> Mapping[str, str]:
        """The page below ``docs/`` on which each cited report has its heading."""
        return {
            cited.source: f"sources/{outlet}/{one.name}.md" if one.key else f"sources/{outlet}.md"
            for outlet, shelves in self.reports.items()
            for one in reversed(shelves)  # the first of its parts wins
            for cited in one.rows
        }

    def outlet(self, cited: Citation) -> str:
        """Give the name of the outlet of a citation, as printed where it has none."""
        return self.corpus.outlets[cited.outlet].name if cited.outlet in self.corpus.outlets else cited.printed

    @cached_property
    def newest_first(self) -> Sequence[Article]:
        """All articles, those with the latest date first, those without one last."""
        return sorted(sorted(self.articles.values(), key=lambda article: article.id), key=age, reverse=True)

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        """How much naming an actor tells: the logarithm of how few articles do (inverse document frequency)."""
        return {
            actor: log(1 + len(self.articles) / len({edge.article for edge in edges}))
            for actor, edges in self.by_actor.items()
        }

    @cached_property
    def _articles_naming(self) -> Mapping[str, Sequence[str]]:
        return {actor: sorted({edge.article for edge in edges}) for actor, edges in self.by_actor.items()}

    def related(self, article: Article) -> Sequence[tuple[Article, Sequence[str]]]:
        """Give the articles that name the same actors, the rarer ones counting more, most alike first.

        With each come the actors that they share, the rarest first.
        """
        named = {mention.actor for mention in self.mentions_of.get(article.id, ())}
        weight: dict[str, float] = {}
        for actor in sorted(named):
            for other in self._articles_naming[actor][:_COMMON]:
                weight[other] = weight.get(other, 0) + self._rarity[actor]
        weight.pop(article.id, None)
        alike = nlargest(_ALIKE, sorted(weight), key=weight.__getitem__)
        return [(self.articles[other], self._shared(named, other)) for other in alike]

    def _shared(self, named: AbstractSet[str], other: str) -> Sequence[str]:
        shared = named & {mention.actor for mention in self.mentions_of[other]}
        return sorted(shared, key=lambda actor: (-self._rarity[actor], actor))

    def paragraphs(self, article: str) -> Sequence[frozenset[str]]:
        """Give the actors that each paragraph of an article names together."""
        return self._named_together[article]

    @cached_property
    def _named_together(self) -> Mapping[str, Sequence[frozenset[str]]]:
        return {
            article: [
                frozenset(edge.actor for edge in edges)
                for edges in group(
                    found, by=lambda edge: f"{self.articles[edge.article].block(edge.start).start:012}"
                ).values()
            ]
            for article, found in self.mentions_of.items()
        }

    @cached_property
    def _series(self) -> Mapping[str, Sequence[Article]]:
        return {
            series: sorted(articles, key=lambda article: (*age(article), article.id))
            for series, articles in group(self.articles.values(), by=lambda article: article.publication or "").items()
        }

    def neighbour(self, article: Article, step: int) -> tuple[str, str] | None:
        """Give the address and title of the article *step* places later in the same series, if there is one."""
        series = self._series.get(article.publication or "", ()) if article.publication else ()
        at = self._places.get(article.id, 0) + step
        return (series[at].id, self.title(series[at])) if series and 0 <= at < len(series) else None

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {article.id: at for articles in self._series.values() for at, article in enumerate(articles)}

    def title(self, article: Article) -> str:
        """Give the title of an article; where it has none, its series and number, or its first words."""
        return self._titles[article.id]

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {article.id: self._title(article) for article in self.articles.values()}

    def _title(self, article: Article) -> str:
        if shown := escape.visible(article.title or ""):
            return shown
        number = ", ".join(
            part
            for part in (
                escape.visible(article.publication or ""),
                f"vol. {article.volume}" if article.volume else "",
                f"no. {article.issue}" if article.issue else "",
            )
            if part
        )
        openings = (self._words(article, block) for block in article.blocks if block.kind == "paragraph")
        opening = next(filter(None, openings), article.id)
        return f"{number}: {opening}" if number else opening

    def _words(self, article: Article, block: Block) -> str:
        words = escape.visible(article.text[block.start : min(block.end, block.start + 4 * _WORDS)])
        return texts.cut(words, _WORDS)

    def sentence(self, article: Article, start: int, end: int) -> tuple[int, int]:
        """Give the span of the sentences that hold *start* to *end*; at most the block."""
        block = article.block(start)
        spans = self._sentences.get((article.id, block.start))
        if spans is None:
            spans = list(texts.sentences(article.text, block.start, block.end))
            self._sentences[article.id, block.start] = spans
        at = bisect_right(spans, start, key=lambda span: span[1])
        first = spans[at][0] if at < len(spans) and spans[at][0] <= start else block.start
        until = bisect_left(spans, end, key=lambda span: span[1])
        return first, spans[until][1] if until < len(spans) else block.end


def age(article: Article) -> tuple[str, int, int]:
    """Give what articles are sorted by in time: the date, and the number of the issue where that is all there is."""
    return article.date or "", article.volume or 0, article.issue or 0
