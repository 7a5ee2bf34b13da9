"""Render an outlet's pages: the years of its reports, and on the page of each year what rests on every report."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator import addresses, escape
from generator import text as texts
from generator.corpus import Corpus, age
from generator.edges import group
from generator.model import Outlet, Page
from generator.render import place, shelf
from generator.render.place import Places
from generator.render.shelf import Cut, Shelf, Shelving
from generator.render.templates import Templates
from generator.sheet import Report

_CLAIMS = 40  # articles' claims on one page
_SPELLINGS = 12


class Claims(Struct, frozen=True):
    """What one article rests on a report."""

    source: str  # the identifier of the report
    date: str | None
    report: Report
    places: Places


class Source(Struct, frozen=True):
    """A cited report: how it was printed, how its year was found, what rests on it, and the article that it is."""

    id: str
    date: str | None
    printed: Sequence[str]
    basis: Sequence[str]
    urls: Sequence[str]
    claims: Sequence[Places]
    article: str  # the address of the article of this site that it is; empty where it is none
    leads: str  # the page that has what rests on it, where this one only leads there


Appeared = Mapping[tuple[str, str], Sequence[str]]
"""The addresses of the articles of a series that appeared on a day."""


def appeared(corpus: Corpus) -> Appeared:
    """Return the articles of each series by their day."""
    by_day: dict[tuple[str, str], list[str]] = {}
    for article, sheet in corpus.articles.items():
        if sheet.series and sheet.date:
            by_day.setdefault((sheet.series, sheet.date), []).append(article)
    return by_day


def pages(outlet: Outlet, corpus: Corpus, articles: Appeared, templates: Templates) -> Iterator[Page]:
    """Yield the page of *outlet*, and that of each year of its reports; *articles* as :func:`appeared` gives them."""
    claims = _claims(outlet, corpus)
    shelves = Cut((_year, _month), _CLAIMS, newest_first=True).shelves(claims)
    by_year = group(claims, by=_year)
    reports = {year: len({claim.source for claim in same}) for year, same in by_year.items()}
    citing = {year: len({claim.places.article for claim in same}) for year, same in by_year.items()}
    path = addresses.outlet(outlet.id)
    values = {
        "root": addresses.up(path),
        "outlet": outlet,
        "front": escape.front_matter(_front(outlet, shelves)),
        "also": sorted({*outlet.aliases} - {outlet.name}),
        "years": [(one, reports[one.key], citing[one.key]) for one in shelves],
    }
    text = templates.fill("source.md.jinja", values)
    if text is not None:
        yield Page(path, text)
    first: dict[str, str] = {}
    for one in _walk(shelves):
        for claim in one.rows:
            first.setdefault(claim.source, one.name)
    leading = Leading(series(outlet, corpus), articles, first)
    filled = [_filled(one, leading) for one in shelves]
    yield from Shelving(path.removesuffix(".md"), "source-year.md.jinja", templates, {"outlet": outlet}).pages(filled)


class Leading(Struct, frozen=True):
    """Where a report leads: the article of *series* that it is, and the page that shows first what rests on it."""

    series: str
    articles: Appeared
    first: Mapping[str, str]

    def article(self, date: str | None) -> str:
        """Return the address of the one article of the series that appeared on *date*, empty where there is none."""
        fitting = self.articles.get((self.series, date), ()) if date else ()
        return fitting[0] if len(fitting) == 1 else ""


def _claims(outlet: Outlet, corpus: Corpus) -> list[Claims]:
    """Return what rests on the reports of *outlet*, the oldest report first."""
    claims = [_claim(article, report, corpus) for article, report in corpus.citing[outlet.id]]
    return sorted(
        claims,
        key=lambda one: (one.date or "", one.source, age(corpus.articles[one.places.article]), one.places.article),
    )


def _claim(article: str, report: Report, corpus: Corpus) -> Claims:
    source = addresses.source(report.outlet, report.date)
    places = place.several(corpus, article, report.passages, report.anchors)
    return Claims(source, report.date, report, places)


def series(outlet: Outlet, corpus: Corpus) -> str:
    """Return the publication of this site that *outlet* is; empty where it is none."""
    names = {name.casefold() for name in (outlet.name, *outlet.aliases)}
    for publication in corpus.publications.values():
        if outlet.id == publication.id:
            return publication.id
        if names & {name.casefold() for name in (publication.name, *publication.aliases)}:
            return publication.id
    return ""


def _walk(shelves: Sequence[Shelf[Claims]]) -> Iterator[Shelf[Claims]]:
    for one in shelves:
        yield one
        yield from _walk(one.below)


def _filled(one: Shelf[Claims], leading: Leading) -> Shelf[Source]:
    """Return a shelf of reports, the newest first; those of its own shelves are listed, too: none loses its address."""
    by_source = group((claim for page in _walk([one]) for claim in page.rows), by=lambda claim: claim.source)
    own = group(one.rows, by=lambda claim: claim.source)
    reports = [_source(same, own.get(source, ()), leading, one.name) for source, same in by_source.items()]
    ordered = sorted(reports, key=lambda source: source.date or "", reverse=True)
    below = [_filled(inner, leading) for inner in one.below]
    return Shelf(one.key, one.label, ordered, one.count, below, one.part)


def _source(cited: Sequence[Claims], shown: Sequence[Claims], leading: Leading, page: str) -> Source:
    first = leading.first[cited[0].source]
    return Source(
        id=cited[0].source,
        date=cited[0].date,
        printed=sorted({text for claim in cited for text in claim.report.texts})[:_SPELLINGS],
        basis=sorted({claim.report.basis for claim in cited if claim.report.basis}),
        urls=sorted({claim.report.url for claim in cited if claim.report.url})[:_SPELLINGS],
        claims=[claim.places for claim in shown],
        article=leading.article(cited[0].date),
        leads="" if shown or first == page else first,
    )


def _year(claim: Claims) -> str:
    return shelf.year(claim.date)


def _month(claim: Claims) -> str:
    return shelf.month(claim.date)


def _front(outlet: Outlet, shelves: Sequence[Shelf[Claims]]) -> Mapping[str, object]:
    name = escape.visible(outlet.name)
    fields = {
        "title": escape.attribute(texts.cut(name, escape.TITLE)),
        "description": escape.attribute(f"{name}: reports that articles cite, and the claims that rest on them."),
        "type": escape.visible(outlet.type),
        "country": escape.visible(outlet.country),
        "years": {one.key: one.count for one in sorted(shelves, key=lambda one: one.key)},
    }
    return {"generated": True, "kind": "source", **{key: value for key, value in fields.items() if value}}
