"""Render the chronology: what articles state to have been on a day or in a month."""

from collections.abc import Iterator

from msgspec import Struct

from generator.model import Page, Statement
from generator.render import chart, excerpt, listing, shelf
from generator.render.excerpt import Excerpt
from generator.render.listing import Listing
from generator.render.templates import Templates
from generator.render.view import View

_MOST = 100


class Dated(Struct, frozen=True):
    """A sentence with the date that it states and how its year was found."""

    date: str
    basis: str | None
    place: Excerpt


def pages(view: View, templates: Templates) -> Iterator[Page]:
    """Render ``chronology.md``, and a page for each year where there is much to tell."""
    ordered = sorted(view.corpus.statements, key=lambda one: (one.date, one.article, one.start))
    dated = [_dated(one, view) for one in ordered]
    keys = (lambda one: shelf.year(one.date), lambda one: shelf.month(one.date))
    made = Listing("chronology.md", "chronology", "chronology.md.jinja", dated, keys, turned=False, most=_MOST)
    yield from listing.pages(made, templates, chart=chart.by_year(one.date for one in dated))


def _dated(stated: Statement, view: View) -> Dated:
    place = excerpt.of(view, view.articles[stated.article], stated.start, stated.end)
    return Dated(stated.date, stated.date_basis, place)
