"""Describe articles, actors and outlets in the words of schema.org, as JSON-LD.

Identifiers are relative: a reader of JSON-LD resolves them against the address of the page, so that a page means the
same wherever the site is published, and an actor has one identifier on every page that names it.
"""

from collections.abc import Mapping, Sequence

from generator import addresses, escape
from generator.corpus import Corpus
from generator.model import Actor, Outlet
from generator.publish.record import Name, Record
from generator.sheet import Report, Sheet
from generator.site import Site

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


def article(sheet: Sheet, cited: Record, corpus: Corpus) -> Mapping[str, object]:
    """Describe an article: what it is about and names, what it cites, where it appeared, and its place in the site."""
    named = [corpus.actors[actor] for actor in sorted(edge.actor for edge in sheet.named)]
    node = _filled(
        {
            "@type": "Article",
            "@id": "./",
            "url": "./",
            "headline": cited.title,
            "description": sheet.description,
            "inLanguage": cited.language,
            "datePublished": str(cited.issued[0]) if len(cited.issued) == 1 else "",
            "author": [_author(name) for name in cited.authors],
            "publisher": {"@type": "Organization", "name": cited.publisher} if cited.publisher else None,
            "isPartOf": _series(cited),
            "sameAs": escape.web(sheet.url),
            "about": [_reference(actor) for actor in named if actor.id in sheet.about],
            "mentions": [_reference(actor) for actor in named if actor.id not in sheet.about],
            "citation": [_report(report, corpus) for report in sheet.reports],
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


_FILES = {"csv": "text/csv", "json": "application/json"}


def dataset(site: Site, files: Sequence[str]) -> Mapping[str, object]:
    """Describe the data set and the *files* of its tables."""
    tables = [name for name in files if name.rpartition(".")[2] in _FILES]
    return {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "@id": "./",
        "url": "./",
        "name": site.name,
        "description": site.description or site.name,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": _FILES[name.rpartition(".")[2]], "contentUrl": name}
            for name in tables
        ],
    }


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


def _report(cited: Report, corpus: Corpus) -> Node:
    """Give a report by its entry in the index of sources."""
    name = escape.visible(corpus.outlets[cited.outlet].name)
    path, _, anchor = addresses.report(cited.outlet, cited.date).partition(".md#")
    return _filled(
        {
            "@type": "CreativeWork",
            "@id": f"{_UP}{path}/#{anchor}",
            "name": f"{name}, {cited.date}" if cited.date else name,
            "datePublished": cited.date if cited.date and cited.date[:4].isdecimal() and "/" not in cited.date else "",
            "publisher": {
                "@type": "Organization",
                "@id": f"{_UP}sources/{cited.outlet}/#{cited.outlet}",
                "name": name,
            },
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
