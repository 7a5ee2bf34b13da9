"""Render the pages that list: home, articles, actors, sources, quotations, the chronology."""

from collections.abc import Mapping, Sequence

from generator.edges import group
from generator.model import Article, Page
from generator.render import escape, excerpt
from generator.render.templates import Templates
from generator.render.view import View

_NEWEST = 10
_MOST = 10


def pages(view: View, templates: Templates) -> list[Page]:
    """Render every index page."""
    made = (
        _page("index.md", "home", _home(view), templates),
        _page("articles/index.md", "articles", _articles(view), templates),
        _page("actors/index.md", "actors", _actors(view), templates),
        _page("sources/index.md", "sources", _sources(view), templates),
        _page("quotations.md", "quotations", _quotations(view), templates),
        _page("chronology.md", "chronology", _chronology(view), templates),
    )
    return [page for page in made if page is not None]


def _page(path: str, template: str, values: Mapping[str, object], templates: Templates) -> Page | None:
    text = templates.fill(f"{template}.md.jinja", values)
    return Page(path, text) if text is not None else None


def _home(view: View) -> Mapping[str, object]:
    articles_of = {actor: len({edge.article for edge in edges}) for actor, edges in view.by_actor.items()}
    most_named = sorted(
        view.actors, key=lambda actor: (-articles_of[actor.id], -len(view.by_actor[actor.id]), actor.id)
    )
    most_cited = sorted(view.outlets, key=lambda outlet: (-len(view.by_outlet[outlet.id]), outlet.id))
    return {
        "articles": len(view.articles),
        "actors": len(view.actors),
        "outlets": len(view.outlets),
        "sources": len({edge.source for edge in view.corpus.citations if edge.source}),
        "quotations": len(view.corpus.quotations),
        "newest": [
            (article, view.title(article), _top_actors(article, view)) for article in view.newest_first[:_NEWEST]
        ],
        "most_named": most_named[:_MOST],
        "most_cited": most_cited[:_MOST],
    }


def _top_actors(article: Article, view: View) -> Sequence[tuple[str, str]]:
    edges = group(view.mentions_of.get(article.id, ()), by=lambda edge: edge.actor)
    ordered = sorted(edges, key=lambda actor: (-len(edges[actor]), actor))[:4]
    return [(actor, view.corpus.actors[actor].name) for actor in ordered]


def _articles(view: View) -> Mapping[str, object]:
    listed = [(article, view.title(article)) for article in view.newest_first]
    years = group(listed, by=lambda pair: (pair[0].date or "")[:4])
    return {"years": sorted(years.items(), reverse=True)}


def _actors(view: View) -> Mapping[str, object]:
    by_letter = group(view.actors, by=lambda actor: _letter(actor.name))
    return {
        "letters": by_letter.items(),
        "types": group(view.actors, by=lambda actor: actor.type.replace("_", " ")).items(),
    }


def _letter(name: str) -> str:
    return escape.visible(name)[:1].upper()


def _sources(view: View) -> Mapping[str, object]:
    lost = [
        excerpt.of(view, view.articles[edge.article], edge.start, edge.end)
        for edge in view.corpus.citations
        if edge.kind == "damaged"
    ]
    counted = [(outlet, len({edge.source for edge in view.by_outlet[outlet.id]})) for outlet in view.outlets]
    return {"outlets": counted, "lost": lost}


def _quotations(view: View) -> Mapping[str, object]:
    speakers = [
        (view.corpus.actors[speaker], len(found))
        for speaker, found in view.by_speaker.items()
        if speaker in view.by_actor
    ]
    return {"speakers": sorted(speakers, key=lambda pair: (pair[0].name.casefold(), pair[0].id))}


def _chronology(view: View) -> Mapping[str, object]:
    """Group the dated sources by year and day, with the claims that rest on them."""
    dated = sorted(
        (edge for edge in view.corpus.citations if edge.date and edge.date[:4].isdecimal()),
        key=lambda edge: (edge.date or "", edge.article, edge.start),
    )
    days = [
        (
            edge.date,
            edge,
            excerpt.of(view, view.articles[edge.article], edge.start, edge.end),
            _outlet(edge.outlet, view),
        )
        for edge in dated
    ]
    return {"years": group(days, by=lambda day: str(day[0])[:4]).items()}


def _outlet(outlet: str, view: View) -> str:
    return view.corpus.outlets[outlet].name if outlet in view.corpus.outlets else ""
