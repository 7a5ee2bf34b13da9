"""Render an outlet's page: each report as articles cite it, and the claims that rest on it."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator import text as texts
from generator.edges import group
from generator.model import Citation, Outlet, Page
from generator.render import escape, excerpt, linked
from generator.render.excerpt import Excerpt
from generator.render.templates import Templates
from generator.render.view import View


class Source(Struct, frozen=True):
    """A cited report: its identifier and date, how it was printed, how its year was found, what rests on it."""

    id: str
    date: str | None
    printed: Sequence[str]
    basis: Sequence[str]
    urls: Sequence[str]
    claims: Sequence[Excerpt]


def pages(outlet: Outlet, view: View, templates: Templates) -> list[Page]:
    """Render the page of *outlet*."""
    values = {
        "outlet": outlet,
        "front": escape.front_matter(_front(outlet)),
        "also": sorted({*outlet.aliases} - {outlet.name}),
        "sources": sources(outlet, view),
        "linked_data": linked.outlet(outlet),
    }
    text = templates.fill("source.md.jinja", values)
    return [Page(f"sources/{outlet.id}.md", text)] if text is not None else []


def sources(outlet: Outlet, view: View) -> Sequence[Source]:
    """Give the reports of *outlet* that articles cite, newest first, those without a date last."""
    grouped = group(view.by_outlet[outlet.id], by=lambda cited: cited.source)
    found = [_source(identifier, cited, view) for identifier, cited in grouped.items()]
    return sorted(found, key=lambda source: source.date or "", reverse=True)


def _source(identifier: str, cited: Sequence[Citation], view: View) -> Source:
    return Source(
        identifier,
        cited[0].date,
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
