"""Render the corpus: every page and file below ``docs/`` that the generator owns."""

from generator.model import Corpus, Page, Problem
from generator.render import actor, article, assets, indexes, source
from generator.render.templates import Templates
from generator.render.view import View
from generator.site import Site


def pages(corpus: Corpus, site: Site) -> tuple[list[Page], tuple[Problem, ...]]:
    """Give all pages, sorted by path, and a problem for each template that could not be filled."""
    view, templates = View(corpus), Templates(site)
    made = [page for one in corpus.articles.values() if (page := article.page(one, view, templates)) is not None]
    made += [page for one in view.actors for page in actor.pages(one, view, templates)]
    made += [page for one in view.outlets for page in source.pages(one, view, templates)]
    made += indexes.pages(view, templates)
    made += assets.pages(site)
    return sorted(made, key=lambda page: page.path), tuple(sorted(templates.problems.values()))
