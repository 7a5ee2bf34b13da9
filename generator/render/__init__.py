"""Render the corpus: every page below ``docs/`` that the generator owns."""

from collections.abc import Callable, Iterator

from generator import progress
from generator.corpus import Corpus
from generator.model import Page
from generator.progress import Follow
from generator.render import actor, article, assets, home, indexes, network, source
from generator.render.templates import Templates
from generator.sheet import Extract


def pages(
    corpus: Corpus,
    extracts: Callable[[str], Extract],
    templates: Templates,
    *,
    follow: Follow = progress.quietly,
) -> Iterator[Page]:
    """Yield all pages; *extracts* gives what was made of the article at an address.

    What goes wrong in a template is kept in *templates*, and its page is left out.
    """
    for address in follow(corpus.articles, "Writing articles", len(corpus.articles)):
        page = article.page(address, extracts(address), corpus.publications, templates)
        if page is not None:
            yield page
    for identifier in follow(corpus.naming, "Writing actors", len(corpus.naming)):
        yield from actor.pages(corpus.actors[identifier], corpus, templates)
    appeared = source.appeared(corpus)
    for identifier in corpus.citing:
        yield from source.pages(corpus.outlets[identifier], corpus, appeared, templates)
    yield from home.pages(corpus, templates)
    yield from indexes.pages(corpus, templates)
    yield from network.pages(corpus, templates)
    yield from assets.pages(templates)
