"""Describe articles, actors and outlets in the words of schema.org, as JSON-LD.

Identifiers are relative: a reader of JSON-LD resolves them against the address of the page, so that a page means the
same wherever the site is published, and an actor has one identifier on every page that names it.
"""

from collections.abc import Mapping, Sequence

from generator.edges import group
from generator.model import Actor, Article, Citation, Outlet
from generator.render import escape
from generator.render.record import Name, Record
from generator.render.view import View

_CONTEXT = "https://schema.org"
_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "armed_group": "Organization",
    "state": "Country",
    "place": "Place",
}
_UP = "../../"  # from the page of an article, an actor or an outlet to the top of the site

Node = dict[str, object]
"""A node of JSON-LD: an object with a type."""


def article(one: Article, cited: Record, view: View, described: str) -> Mapping[str, object]:
    """Describe an article: what it is about and names, what it cites, where it appeared, and its place in the site."""
    mentions = view.mentions_of.get(one.id, ())
    titles = [block for block in one.blocks if block.kind == "title"]
    about = {edge.actor for edge in mentions for block in titles if block.start <= edge.start < block.end}
    named = [view.corpus.actors[actor] for actor in sorted({edge.actor for edge in mentions})]
    day = str(cited.issued[0]) if len(cited.issued) == 1 else ""
    node = _filled(
        {
            "@type": "Article",
            "@id": "./",
            "url": "./",
            "headline": cited.title,
            "description": described,
            "inLanguage": cited.language,
            "datePublished": day,
            "author": [_author(name) for name in cited.authors],
            "publisher": {"@type": "Organization", "name": cited.publisher} if cited.publisher else None,
            "isPartOf": _series(cited),
            "sameAs": escape.web(one.url or ""),
            "about": [_reference(actor) for actor in named if actor.id in about],
            "mentions": [_reference(actor) for actor in named if actor.id not in about],
            "citation": _citations(view.citations_of.get(one.id, ()), view),
        }
    )
    return {"@context": _CONTEXT, "@graph": [node, _trail(cited.title)]}


def actor(one: Actor) -> Mapping[str, object]:
    """Describe an actor; what is neither person, body nor place is a term of the glossary."""
    kind = _TYPES.get(one.type, "DefinedTerm")
    same = [f"https://www.wikidata.org/entity/{one.wikidata}"] if one.wikidata else []
    address = escape.web(one.url)
    names = [alias.text for alias in one.aliases if alias.kind not in {"demonym", "descriptor", "misspelling"}]
    return _filled(
        {
            "@context": _CONTEXT,
            "@type": kind,
            "@id": f"./#{one.id}",
            "name": escape.visible(one.name),
            "alternateName": [escape.visible(name) for name in names],
            "description": escape.visible(one.summary),
            "mainEntityOfPage": {"@type": "WebPage", "@id": "./"},
            "inDefinedTermSet": {"@type": "DefinedTermSet", "@id": "../"} if kind == "DefinedTerm" else None,
            "url": address,
            "sameAs": same,
        }
    )


def outlet(one: Outlet) -> Mapping[str, object]:
    """Describe an outlet."""
    return _filled(
        {
            "@context": _CONTEXT,
            "@type": "Organization",
            "@id": f"./#{one.id}",
            "name": escape.visible(one.name),
            "alternateName": [escape.visible(name) for name in one.aliases],
            "mainEntityOfPage": {"@type": "WebPage", "@id": "./"},
            "url": escape.web(one.url),
        }
    )


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value}


def _author(name: Name) -> Node:
    if not name.given:
        return {"@type": "Organization" if " " in name.family else "Person", "name": name.family}
    full = " ".join(part for part in (name.given, name.family, name.suffix) if part)
    return {"@type": "Person", "name": full, "givenName": name.given, "familyName": name.family}


def _series(cited: Record) -> Node | None:
    """Give the issue of the volume of the series, as far as each is known."""
    if not cited.series:
        return None
    series = _filled({"@type": "Periodical", "name": cited.series, "issn": cited.issn})
    if cited.volume:
        series = {"@type": "PublicationVolume", "volumeNumber": cited.volume, "isPartOf": series}
    if cited.issue:
        series = {"@type": "PublicationIssue", "issueNumber": cited.issue, "isPartOf": series}
    return series


def _reference(named: Actor) -> Node:
    kind = _TYPES.get(named.type, "DefinedTerm")
    return {"@type": kind, "@id": f"{_UP}actors/{named.id}/#{named.id}", "name": escape.visible(named.name)}


def _citations(citations: Sequence[Citation], view: View) -> list[Node]:
    """Give each report once, by its entry in the index of sources; an article of the site by its own page."""
    reports = group(
        (edge for edge in citations if edge.target or edge.outlet), by=lambda edge: edge.target or edge.source
    )
    return [_report(same[0], view) for same in reports.values()]


def _report(cited: Citation, view: View) -> Node:
    if cited.target:
        title = view.title(view.articles[cited.target])
        return {"@type": "Article", "@id": f"{_UP}articles/{cited.target}/", "name": title}
    known = view.corpus.outlets.get(cited.outlet)
    page = f"{_UP}sources/{cited.outlet}/"
    name = escape.visible(known.name if known else cited.printed)
    return _filled(
        {
            "@type": "CreativeWork",
            "@id": f"{page}#{cited.source}",
            "name": f"{name}, {cited.date}" if cited.date else name,
            "datePublished": cited.date if cited.date and cited.date[:4].isdecimal() and "/" not in cited.date else "",
            "publisher": {"@type": "Organization", "@id": f"{page}#{cited.outlet}", "name": name},
            "url": escape.web(cited.url),
        }
    )


def _trail(title: str) -> Node:
    """Give the way from the home page to an article."""
    steps = (("Home", _UP), ("Articles", "../"), (title, "./"))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": name, "item": {"@type": "WebPage", "@id": address}}
            for at, (name, address) in enumerate(steps, 1)
        ],
    }
