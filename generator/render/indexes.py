"""Render the pages that list: articles, actors, sources, quotations, what was lost, the days that articles state."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from generator import addresses
from generator.corpus import Corpus, age
from generator.edges import group
from generator.model import Actor, Outlet, Page
from generator.render import listing, place, shelf
from generator.render.listing import Listing
from generator.render.place import Place
from generator.render.shelf import Cut
from generator.render.templates import Templates
from generator.sheet import Report, Said, Sheet

Row = TypeVar("Row")

_NEWEST = 30
_ROWS = 200  # names on a page
_SENTENCES = 60  # on a page: they are longer than names


class Listed(Struct, frozen=True):
    """An article in a list."""

    id: str
    sheet: Sheet


class Counted(Struct, frozen=True):
    """A series or a type of actor: its name, how many are of it, and the address of the page that lists them."""

    name: str
    id: str
    count: int


class Cited(Struct, frozen=True):
    """An outlet in the list of sources, and how many of its reports are cited."""

    outlet: Outlet
    count: int


class Speaker(Struct, frozen=True):
    """Who is quoted, how often, and the newest words; one without a page has no identifier."""

    id: str
    name: str
    quotations: int
    newest: Place


class Dated(Struct, frozen=True):
    """A sentence with the date that it states and how its year was found."""

    date: str
    basis: str | None
    place: Place


def pages(corpus: Corpus, templates: Templates) -> Iterator[Page]:
    """Yield every list."""
    yield from _articles(corpus, templates)
    yield from _actors(corpus, templates)
    yield from _sources(corpus, templates)
    yield from _lost(corpus, templates)
    yield from _quotations(corpus, templates)
    yield from _chronology(corpus, templates)


def _articles(corpus: Corpus, templates: Templates) -> Iterator[Page]:
    listed = [Listed(article, corpus.articles[article]) for article in reversed(corpus.newest_first)]
    appeared = (one for one in listed if one.sheet.publication)
    by_series = group(appeared, by=lambda one: addresses.series(one.sheet.publication))
    series = [Counted(_commonest(same), identifier, len(same)) for identifier, same in by_series.items()]
    yield from _by_year("articles/index.md", "articles/years", listed, templates, "", series)
    for one in series:
        folder = f"articles/series/{one.id}"
        yield from _by_year(f"{folder}.md", folder, by_series[one.id], templates, one.name, ())


def _commonest(listed: Sequence[Listed]) -> str:
    """Return the name of a series as most of its articles print it."""
    counted = Counter(one.sheet.publication for one in listed)
    return min(counted, key=lambda name: (-counted[name], name))


def _by_year(  # noqa: PLR0913, PLR0917 - a list and what it is of
    path: str, folder: str, listed: Sequence[Listed], templates: Templates, name: str, series: Sequence[Counted]
) -> Iterator[Page]:
    """List the articles of the series *name*, or all of them with their *series*."""
    cut: Cut[Listed] = Cut(_by_date(lambda one: one.sheet.date), _ROWS, newest_first=True)
    years = Counter(shelf.year(one.sheet.date) for one in listed)
    listing_ = Listing(path, folder, "articles.md.jinja", listed, cut, newest=_NEWEST)
    yield from listing.pages(listing_, templates, name=name, series=series, years=dict(sorted(years.items())))


def _actors(corpus: Corpus, templates: Templates) -> Iterator[Page]:
    named = [corpus.actors[actor] for actor in corpus.naming]
    ordered = sorted(named, key=lambda actor: (actor.name.casefold(), actor.id))
    by_type = group(ordered, by=lambda actor: actor.type)
    types = [Counted(name.replace("_", " "), name.replace("_", "-"), len(same)) for name, same in by_type.items()]
    yield from _by_letter("actors/index.md", "actors/letters", ordered, templates, "", types)
    for one, same in zip(types, by_type.values(), strict=True):
        folder = f"actors/types/{one.id}"
        yield from _by_letter(f"{folder}.md", folder, same, templates, one.name, ())


def _by_letter(  # noqa: PLR0913, PLR0917 - a list and what it is of
    path: str, folder: str, actors: Sequence[Actor], templates: Templates, name: str, types: Sequence[Counted]
) -> Iterator[Page]:
    """List the actors of the type *name*, or all of them with their *types*."""
    cut: Cut[Actor] = _alphabetical(lambda actor: actor.name, _ROWS)
    listing_ = Listing(path, folder, "actors.md.jinja", actors, cut)
    yield from listing.pages(listing_, templates, name=name, types=types)


def _alphabetical(name: Callable[[Row], str], most: int) -> Cut[Row]:
    return Cut((lambda row: shelf.letter(name(row)), lambda row: shelf.letters(name(row))), most, str.title)


def _by_date(date: Callable[[Row], str | None]) -> tuple[shelf.Key[Row], ...]:
    return (lambda row: shelf.year(date(row)), lambda row: shelf.month(date(row)))


def _date(row: Place | Dated) -> str | None:
    return row.date


def _sources(corpus: Corpus, templates: Templates) -> Iterator[Page]:
    rows = [Cited(corpus.outlets[outlet], _reports(edges)) for outlet, edges in corpus.citing.items()]
    rows.sort(key=lambda row: (row.outlet.name.casefold(), row.outlet.id))
    cut: Cut[Cited] = _alphabetical(lambda row: row.outlet.name, _ROWS)
    listing_ = Listing("sources/index.md", "sources/letters", "sources.md.jinja", rows, cut)
    yield from listing.pages(listing_, templates, lost=any(sheet.lost for sheet in corpus.articles.values()))


def _reports(edges: Sequence[tuple[str, Report]]) -> int:
    return len({report.date for _, report in edges})


def _lost(corpus: Corpus, templates: Templates) -> Iterator[Page]:
    rows = [
        place.of(corpus, article, lost.passage) for article, sheet in corpus.articles.items() for lost in sheet.lost
    ]
    rows.sort(key=lambda row: row.date or "")
    cut: Cut[Place] = Cut(_by_date(_date), _SENTENCES, newest_first=True)
    yield from listing.pages(Listing("lost.md", "lost", "lost.md.jinja", rows, cut), templates)


def _quotations(corpus: Corpus, templates: Templates) -> Iterator[Page]:
    quoted = ((article, said) for article, sheet in corpus.articles.items() for said in sheet.said if said.name)
    by_speaker = group(quoted, by=lambda pair: pair[1].speaker or pair[1].name)
    rows = sorted(
        (_speaker(said, corpus) for said in by_speaker.values()), key=lambda one: (one.name.casefold(), one.id)
    )
    cut: Cut[Speaker] = _alphabetical(lambda row: row.name, _SENTENCES)
    yield from listing.pages(Listing("quotations.md", "quotations", "quotations.md.jinja", rows, cut), templates)


def _speaker(quoted: Sequence[tuple[str, Said]], corpus: Corpus) -> Speaker:
    ordered = sorted(quoted, key=lambda pair: (*age(corpus.articles[pair[0]]), pair[0], -pair[1].passage.start))
    article, said = ordered[-1]
    return Speaker(said.speaker, said.name, len(quoted), place.of(corpus, article, said.passage))


def _chronology(corpus: Corpus, templates: Templates) -> Iterator[Page]:
    stated = [(article, one) for article, sheet in corpus.articles.items() for one in sheet.stated]
    stated.sort(key=lambda pair: (pair[1].date, pair[0], pair[1].passage.start))
    rows = [Dated(one.date, one.basis, place.of(corpus, article, one.passage)) for article, one in stated]
    years = Counter(shelf.year(row.date) for row in rows)
    cut: Cut[Dated] = Cut(_by_date(_date), _SENTENCES)
    listing_ = Listing("chronology.md", "chronology", "chronology.md.jinja", rows, cut)
    yield from listing.pages(listing_, templates, years=dict(sorted(years.items())))
