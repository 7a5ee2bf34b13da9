"""Render an outlet's pages: each report as articles cite it, and the claims that rest on it."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator import text as texts
from generator.edges import group
from generator.model import Citation, Outlet, Page
from generator.render import chart, escape, excerpt, linked, shelf
from generator.render.excerpt import Excerpt
from generator.render.templates import Templates
from generator.render.view import View


class Source(Struct, frozen=True):
    """A cited report: its identifier and date, how it was printed, how its year was found, what rests on it."""

    id: str
    date: str | None
    here: bool  # whether this page is the one that leads to it; else its heading stands on an earlier part
    printed: Sequence[str]
    basis: Sequence[str]
    urls: Sequence[str]
    claims: Sequence[Excerpt]


def pages(outlet: Outlet, view: View, templates: Templates) -> list[Page]:
    """Render the page of *outlet*, and one for each year where many claims rest on it."""
    shelves = view.reports[outlet.id]
    folder = f"sources/{outlet.id}"
    split = shelves[0].key != ""
    filled = [
        replace(one, rows=sources(one, view, f"{folder}/{one.name}.md" if split else f"{folder}.md")) for one in shelves
    ]
    values = {
        "outlet": outlet,
        "root": "../",
        "front": escape.front_matter(_front(outlet)),
        "also": sorted({*outlet.aliases} - {outlet.name}),
        "linked_data": linked.outlet(outlet),
        "chart": chart.by_year(cited.date for cited in view.by_outlet[outlet.id]),
        "sources": () if split else filled[0].rows,
        "shelves": shelf.newest_first(filled) if split else (),
    }
    text = templates.fill("source.md.jinja", values)
    made = [Page(f"{folder}.md", text)] if text is not None else []
    if split:
        made += shelf.pages(filled, folder, "source-year.md.jinja", templates, {"outlet": outlet})
    return made


def sources(one: shelf.Shelf[Citation], view: View, path: str) -> Sequence[Source]:
    """Give the reports on a shelf, newest first, those without a date last."""
    grouped = group(one.rows, by=lambda cited: cited.source)
    found = [_source(identifier, cited, view, path) for identifier, cited in grouped.items()]
    return sorted(found, key=lambda source: source.date or "", reverse=True)


def _source(identifier: str, cited: Sequence[Citation], view: View, path: str) -> Source:
    return Source(
        identifier,
        cited[0].date,
        view.place_of[identifier] == path,
        sorted({escape.visible(citation.text) for citation in cited}),
        sorted({citation.date_basis for citation in cited if citation.date_basis}),
        sorted({citation.url for citation in cited if citation.url}),
        [_claim(citation, view) for citation in cited],
    )


def _claim(citation: Citation, view: View) -> Excerpt:
    """Give the sentence that a citation supports, the bracket itself marked."""
    return excerpt.of(view, view.articles[citation.article], citation.start, citation.end)


def _front(outlet: Outlet) -> Mapping[str, object]:
    name = escape.visible(outlet.name)
    fields = {
        "generated": True,
        "title": escape.attribute(texts.cut(name, escape.TITLE)),
        "description": escape.attribute(f"{name}: reports that articles cite, and the claims that rest on them."),
        "type": escape.visible(outlet.type),
        "country": escape.visible(outlet.country),
    }
    return {key: value for key, value in fields.items() if value}
