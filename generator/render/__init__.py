"""Render the corpus: every page below ``docs/`` that the generator owns; what shows the same is not made again."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import msgpack

from generator import cache, progress
from generator.cache import Cache
from generator.corpus import Corpus
from generator.model import Page
from generator.progress import Follow
from generator.render import actor, article, assets, home, indexes, network, source
from generator.render.templates import Templates
from generator.sheet import Prose

Make = Callable[[], Iterable[Page]]


def pages(
    corpus: Corpus,
    prose: Callable[[str], Prose],
    templates: Templates,
    kept: Cache,
    *,
    follow: Follow = progress.quietly,
) -> Iterator[Page]:
    """Yield all pages; *prose* gives an article's own words by the path of its seed.

    What goes wrong in a template is kept in *templates*, and its page is left out.
    """
    making = _Making(corpus, templates, kept)
    for address in follow(corpus.articles, "Writing articles", len(corpus.articles)):
        yield from making.article(address, prose)
    for identifier in follow(corpus.naming, "Writing actors", len(corpus.naming)):
        yield from making.actor(identifier)
    for identifier in corpus.citing:
        yield from making.outlet(identifier)
    yield from making.lists()
    yield from assets.pages(templates)


class _Making:
    """Makes pages, or takes them from the cache by the digest of what they show."""

    def __init__(self, corpus: Corpus, templates: Templates, kept: Cache) -> None:
        self._corpus, self._templates, self._kept = corpus, templates, kept
        self._appeared = source.appeared(corpus)
        self._names = cache.digest(
            templates.digest,
            [(one.id, one.name, one.type, one.status, one.id in corpus.naming) for one in corpus.actors.values()],
            [(one.id, one.name) for one in corpus.outlets.values()],
            list(corpus.publications.values()),
        )

    def article(self, address: str, prose: Callable[[str], Prose]) -> Iterable[Page]:
        """Return the page of an article, which no other article changes."""
        sheet = self._corpus.articles[address]
        publication = self._corpus.publications.get(sheet.series)
        key = cache.digest(self._templates.digest, address, publication, self._corpus.digests[address])
        return self._pages(key, lambda: article.pages(address, sheet, prose(sheet.seed), publication, self._templates))

    def actor(self, identifier: str) -> Iterable[Page]:
        """Return the pages of an actor: they show what the articles that name it have, and names of others."""
        entry = self._corpus.actors[identifier]
        key = cache.digest(self._names, entry, self._digests(self._corpus.naming[identifier]))
        return self._pages(key, lambda: actor.pages(entry, self._corpus, self._templates))

    def outlet(self, identifier: str) -> Iterable[Page]:
        """Return the pages of an outlet, which lead to the articles that are its reports."""
        entry = self._corpus.outlets[identifier]
        own = source.series(entry, self._corpus)
        appeared = [(day, articles) for (series, day), articles in self._appeared.items() if own and series == own]
        key = cache.digest(self._names, entry, appeared, self._digests(self._corpus.citing[identifier]))
        return self._pages(key, lambda: source.pages(entry, self._corpus, self._appeared, self._templates))

    def lists(self) -> Iterable[Page]:
        """Return the pages that list, which every article may change."""
        key = cache.digest("lists", self._names, sorted(self._corpus.digests.items()))
        return self._pages(key, self._lists)

    def _lists(self) -> Iterator[Page]:
        for room in (home, indexes, network):
            yield from room.pages(self._corpus, self._templates)

    def _digests(self, edges: Iterable[tuple[str, object]]) -> list[tuple[str, bytes]]:
        return [(article, self._corpus.digests[article]) for article in dict.fromkeys(article for article, _ in edges)]

    def _pages(self, key: bytes, make: Make) -> Iterable[Page]:
        entry = self._kept.get("pages", key)
        if entry is not None:
            return msgpack.decode(entry, type=list[Page])
        problems = len(self._templates.problems)
        made = list(make())
        if len(self._templates.problems) == problems:
            self._kept.put("pages", key, msgpack.encode(made))
        return made
