"""Render the home page: what is here, in figures; what is newest, most named, most cited."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.corpus import Corpus
from generator.model import Page
from generator.render import shelf
from generator.render.templates import Templates

_NEWEST = 8
_MOST = 10
_NAMED = 4  # actors beside each new article


def pages(corpus: Corpus, templates: Templates) -> Iterator[Page]:
    """Yield ``index.md``."""
    named = sorted(corpus.naming, key=lambda actor: (-len(corpus.naming[actor]), -_mentions(corpus, actor), actor))
    cited = sorted(corpus.citing, key=lambda outlet: (-_citations(corpus, outlet), outlet))
    reports = {(outlet, report.date) for outlet, edges in corpus.citing.items() for _, report in edges}
    years = Counter(shelf.year(sheet.date) for sheet in corpus.articles.values())
    values = {
        "articles": len(corpus.articles),
        "actors": len(corpus.naming),
        "sources": len(reports),
        "quotations": sum(sheet.quotations for sheet in corpus.articles.values()),
        "years": dict(sorted(years.items())),
        "newest": [
            (article, corpus.articles[article], _top_actors(corpus, article))
            for article in corpus.newest_first[:_NEWEST]
        ],
        "most_named": [corpus.actors[actor] for actor in named[:_MOST]],
        "most_cited": [corpus.outlets[outlet] for outlet in cited[:_MOST]],
    }
    text = templates.fill("home.md.jinja", values)
    if text is not None:
        yield Page("index.md", text)


def _mentions(corpus: Corpus, actor: str) -> int:
    return sum(named.count for _, named in corpus.naming[actor])


def _citations(corpus: Corpus, outlet: str) -> int:
    return sum(report.count for _, report in corpus.citing[outlet])


def _top_actors(corpus: Corpus, article: str) -> Sequence[tuple[str, str]]:
    ordered = sorted(corpus.articles[article].named, key=lambda named: (-named.count, named.actor))[:_NAMED]
    return [(named.actor, corpus.actors[named.actor].name) for named in ordered]
