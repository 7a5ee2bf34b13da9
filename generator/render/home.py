"""Render the home page: what is here, in figures; what is newest, most named, most cited."""

from collections.abc import Sequence

from generator.edges import group
from generator.model import Article, Page
from generator.render import chart
from generator.render.templates import Templates
from generator.render.view import View

_NEWEST = 8
_MOST = 10
_NAMED = 4  # actors beside each new article


def pages(view: View, templates: Templates) -> list[Page]:
    """Render ``index.md``."""
    articles_of = {actor: len({edge.article for edge in edges}) for actor, edges in view.by_actor.items()}
    most_named = sorted(
        view.actors, key=lambda actor: (-articles_of[actor.id], -len(view.by_actor[actor.id]), actor.id)
    )
    most_cited = sorted(view.outlets, key=lambda outlet: (-len(view.by_outlet[outlet.id]), outlet.id))
    values = {
        "articles": len(view.articles),
        "actors": len(view.actors),
        "sources": len({edge.source for edge in view.corpus.citations if edge.source}),
        "quotations": len(view.corpus.quotations),
        "chart": chart.by_year(article.date for article in view.articles.values()),
        "newest": [
            (article, view.title(article), _top_actors(article, view)) for article in view.newest_first[:_NEWEST]
        ],
        "most_named": most_named[:_MOST],
        "most_cited": most_cited[:_MOST],
    }
    text = templates.fill("home.md.jinja", values)
    return [Page("index.md", text)] if text is not None else []


def _top_actors(article: Article, view: View) -> Sequence[tuple[str, str]]:
    edges = group(view.mentions_of.get(article.id, ()), by=lambda edge: edge.actor)
    ordered = sorted(edges, key=lambda actor: (-len(edges[actor]), actor))[:_NAMED]
    return [(actor, view.corpus.actors[actor].name) for actor in ordered]
