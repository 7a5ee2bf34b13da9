"""Render an article's page: its own words and the sources that it cites; the theme draws all else around them."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator import addresses, escape
from generator import text as texts
from generator.escape import Written
from generator.model import Page, Publication
from generator.render.templates import Templates
from generator.sheet import Prose, Report, Sheet


class Cited(Struct, frozen=True):
    """A report in the list of those that an article cites; *again* where an earlier one is of the same outlet."""

    name: str
    date: str | None
    label: str
    anchors: Sequence[str]
    again: bool


class Lost(Struct, frozen=True):
    """A paragraph in which sources were lost, and the dates that are left of them."""

    anchor: str
    label: str
    dates: Sequence[str]


def pages(
    address: str, sheet: Sheet, prose: Prose, publication: Publication | None, templates: Templates
) -> Iterator[Page]:
    """Yield the page of an article at *address*, nothing where its template fails.

    It is a function of the article's own seed and the glossary: no other article changes a byte of it.
    """
    speakers = {said.speaker: addresses.place_of_actor(said.speaker) for said in sheet.said if said.speaker}
    sources = {_source(report): addresses.report(report.outlet, report.date) for report in sheet.reports}
    targets = {label: addresses.from_article(place) for label, place in {**speakers, **sources}.items()}
    values = {
        "title": sheet.title,
        "front": escape.front_matter(_front(sheet, publication)),
        "before": Written(prose.before),
        "text": Written(prose.markdown),
        "language": sheet.language,
        "sources": list(_sources(sheet.reports)),
        "lost": [Lost(one.anchor, addresses.lost(one.anchor), one.dates) for one in sheet.lost],
        "targets": sorted({**targets, **prose.targets}.items()),
    }
    text = templates.fill("article.md.jinja", values)
    if text is not None:
        yield Page(addresses.article(address), text)


def _front(sheet: Sheet, publication: Publication | None) -> Mapping[str, object]:
    fields: dict[str, object] = {
        "title": escape.attribute(texts.cut(sheet.title, escape.TITLE)),
        "seed": {"path": escape.visible(sheet.seed), "sha256": sheet.sha256},
        "description": escape.attribute(sheet.description),
        "date": sheet.date,
        "date_basis": escape.visible(sheet.date_basis or ""),
        "authors": [name for name in map(escape.visible, sheet.authors) if name],
        "publication": escape.visible(sheet.publication),
        "publisher": escape.visible(publication.publisher) if publication else "",
        "issn": escape.visible(publication.issn) if publication else "",
        "volume": sheet.volume,
        "issue": sheet.issue,
        "language": escape.visible(sheet.language),
        "url": escape.web(sheet.url),
        "actors": sorted(named.actor for named in sheet.named),
        "sources": sorted(map(_source, sheet.reports)),
    }
    return {"generated": True, "kind": "article", **{key: value for key, value in fields.items() if value}}


def _source(report: Report) -> str:
    return addresses.source(report.outlet, report.date)


def _sources(reports: Sequence[Report]) -> Iterator[Cited]:
    """Yield the reports cited, in the order of their first citation."""
    seen: set[str] = set()
    for report in reports:
        yield Cited(report.name, report.date, _source(report), report.anchors, report.outlet in seen)
        seen.add(report.outlet)
