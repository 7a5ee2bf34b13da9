"""Render the corpus: every page and file below ``docs/`` that the generator owns."""

from generator import progress
from generator.model import Corpus, Page, Problem
from generator.progress import Follow
from generator.render import actor, article, assets, chronology, datafiles, home, indexes, network, source
from generator.render.templates import Templates
from generator.render.view import View
from generator.site import Site


def pages(corpus: Corpus, site: Site, *, follow: Follow = progress.quietly) -> tuple[list[Page], tuple[Problem, ...]]:
    """Give all pages, sorted by path, and a problem for each template that could not be filled."""
    view, templates = View(corpus), Templates(site)
    articles = follow(corpus.articles.values(), "Writing articles", len(corpus.articles))
    actors = follow(view.actors, "Writing actors", len(view.actors))
    made = [page for one in articles if (page := article.page(one, view, templates)) is not None]
    made += [page for one in actors for page in actor.pages(one, view, templates)]
    made += [page for one in view.outlets for page in source.pages(one, view, templates)]
    for room in (home, indexes, chronology, network, datafiles):
        made += room.pages(view, templates)
    made += assets.pages(templates)
    return sorted(made, key=lambda page: page.path), tuple(sorted(templates.problems.values()))
