"""Render the pages that list: articles, actors, sources, quotations, what was lost."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.edges import group
from generator.model import Actor, Article, Outlet, Page, Quotation
from generator.render import chart, excerpt, listing, shelf
from generator.render.excerpt import Excerpt
from generator.render.listing import Listing
from generator.render.templates import Templates
from generator.render.view import View
from generator.slug import slug, tagged

_NEWEST = 30
_SENTENCES = 60  # on a page: they are longer than names


class Listed(Struct, frozen=True):
    """An article in a list."""

    article: Article
    title: str


class Counted(Struct, frozen=True):
    """A series or a type of actor: its name, how many are of it, and the address of the page that lists them."""

    name: str
    id: str
    count: int


class Speaker(Struct, frozen=True):
    """Who is quoted, how often, and the newest words; one without a page has no identifier."""

    id: str
    name: str
    quotations: int
    newest: Excerpt


def pages(view: View, templates: Templates) -> Iterator[Page]:
    """Render every list."""
    yield from _articles(view, templates)
    yield from _actors(view, templates)
    yield from _sources(view, templates)
    yield from _quotations(view, templates)


def _articles(view: View, templates: Templates) -> Iterator[Page]:
    listed = [Listed(article, view.title(article)) for article in reversed(view.newest_first)]
    by_series = group((one for one in listed if one.article.publication), by=lambda one: one.article.publication or "")
    addresses = _addresses(by_series)
    series = [Counted(name, addresses[name], len(found)) for name, found in by_series.items()]
    yield from _by_year("articles/index.md", "articles/years", listed, templates, series)
    for one in series:
        folder = f"articles/series/{one.id}"
        yield from _by_year(f"{folder}.md", folder, by_series[one.name], templates, one.name)


def _by_year(
    path: str, folder: str, listed: Sequence[Listed], templates: Templates, of: str | Sequence[Counted]
) -> Iterator[Page]:
    """List the articles *of* one series, or of all of them."""
    keys = (lambda one: shelf.year(one.article.date), lambda one: shelf.month(one.article.date))
    made = Listing(path, folder, "articles.md.jinja", listed, keys, newest=_NEWEST)
    drawn = chart.by_year(one.article.date for one in listed)
    name, series = (of, ()) if isinstance(of, str) else ("", of)
    yield from listing.pages(made, templates, name=name, series=series, chart=drawn)


def _addresses(names: Mapping[str, object]) -> Mapping[str, str]:
    """Give each name an address of its own."""
    alike = group(names, by=lambda name: slug(name) or "series")
    return {name: made if len(same) == 1 else tagged(made, name) for made, same in alike.items() for name in same}


def _actors(view: View, templates: Templates) -> Iterator[Page]:
    by_type = group(view.actors, by=lambda actor: actor.type)
    types = [Counted(name.replace("_", " "), name.replace("_", "-"), len(found)) for name, found in by_type.items()]
    yield from _by_letter("actors/index.md", "actors/letters", view.actors, templates, types)
    for one, found in zip(types, by_type.values(), strict=True):
        folder = f"actors/types/{one.id}"
        yield from _by_letter(f"{folder}.md", folder, found, templates, one.name)


def _by_letter(
    path: str, folder: str, actors: Sequence[Actor], templates: Templates, of: str | Sequence[Counted]
) -> Iterator[Page]:
    """List the actors *of* one type, or of all of them."""
    keys = (lambda actor: shelf.letter(actor.name), lambda actor: shelf.letters(actor.name))
    made = Listing(path, folder, "actors.md.jinja", actors, keys, label=str.title, turned=False)
    name, types = (of, ()) if isinstance(of, str) else ("", of)
    yield from listing.pages(made, templates, name=name, types=types)


def _sources(view: View, templates: Templates) -> Iterator[Page]:
    counted = [(outlet, len({edge.source for edge in view.by_outlet[outlet.id]})) for outlet in view.outlets]
    lost = [
        excerpt.of(view, view.articles[edge.article], edge.start, edge.end)
        for edge in view.corpus.citations
        if edge.kind == "damaged"
    ]
    lost.sort(key=lambda place: place.date or "")
    keys = (_letter_of_outlet, lambda row: shelf.letters(row[0].name))
    made = Listing(
        "sources/index.md", "sources/letters", "sources.md.jinja", counted, keys, label=str.title, turned=False
    )
    yield from listing.pages(made, templates, lost=bool(lost))
    dated = (lambda place: shelf.year(place.date), lambda place: shelf.month(place.date))
    yield from listing.pages(Listing("lost.md", "lost", "lost.md.jinja", lost, dated, most=_SENTENCES), templates)


def _letter_of_outlet(row: tuple[Outlet, int]) -> str:
    return shelf.letter(row[0].name)


def _quotations(view: View, templates: Templates) -> Iterator[Page]:
    found = group(
        (quotation for quotation in view.corpus.quotations if quotation.speaker_name),
        by=lambda quotation: quotation.speaker or quotation.speaker_name,
    )
    speakers = sorted((_speaker(said, view) for said in found.values()), key=lambda one: (one.name.casefold(), one.id))
    keys = (lambda one: shelf.letter(one.name), lambda one: shelf.letters(one.name))
    made = Listing(
        "quotations.md", "quotations", "quotations.md.jinja", speakers, keys, label=str.title, turned=False,
        most=_SENTENCES,
    )  # fmt: skip
    yield from listing.pages(made, templates)


def _speaker(said: Sequence[Quotation], view: View) -> Speaker:
    newest = max(said, key=lambda one: (view.articles[one.article].date or "", one.article, -one.start))
    identifier = newest.speaker if newest.speaker in view.by_actor else ""
    words = excerpt.of(view, view.articles[newest.article], newest.start, newest.end)
    return Speaker(identifier, newest.speaker_name, len(said), words)
