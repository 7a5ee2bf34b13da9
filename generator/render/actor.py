"""Render an actor's page: who it is, where it is named, what it said, with whom."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator import text as texts
from generator.edges import group
from generator.model import Actor, Page, Quotation
from generator.render import escape, excerpt, linked
from generator.render.excerpt import Excerpt
from generator.render.templates import Templates
from generator.render.view import View

_LISTED = 100  # mentions on the page itself; more are split by year
_COMPANY = 12


class Year(Struct, frozen=True):
    """The mentions of one year, and the page that lists them."""

    year: str
    count: int
    path: str


class Company(Struct, frozen=True):
    """Whom an actor is often named with, and in how many paragraphs."""

    id: str
    name: str
    paragraphs: int


def pages(actor: Actor, view: View, templates: Templates) -> list[Page]:
    """Render the page of *actor*, and one for each year where its mentions are many."""
    mentions = view.by_actor[actor.id]
    excerpts = [excerpt.of(view, view.articles[edge.article], edge.start, edge.end) for edge in mentions]
    newest = sorted(excerpts, key=lambda shown: shown.article)
    newest.sort(key=lambda shown: shown.date or "", reverse=True)
    years = group(newest, by=lambda shown: (shown.date or "undated")[:4])
    split = len(newest) > _LISTED
    values = {
        **_values(actor, view),
        "articles": () if split else _by_article(newest),
        "years": [
            Year(year, len(found), f"{actor.id}--{year}.md") for year, found in sorted(years.items(), reverse=True)
        ],
        "split": split,
    }
    made = [_page(f"actors/{actor.id}.md", templates.fill("actor.md.jinja", values))]
    if split:
        made += [
            _page(
                f"actors/{actor.id}--{year}.md",
                templates.fill("actor-year.md.jinja", _of_year(actor, year, found)),
            )
            for year, found in years.items()
        ]
    return [page for page in made if page is not None]


def _page(path: str, text: str | None) -> Page | None:
    return Page(path, text) if text is not None else None


def _of_year(actor: Actor, year: str, found: Sequence[Excerpt]) -> Mapping[str, object]:
    name = escape.visible(actor.name)
    front = {"generated": True, "title": escape.attribute(f"{name}, {year}"), "description": escape.attribute(name)}
    return {
        "actor": actor,
        "year": year,
        "articles": _by_article(found),
        "front": escape.front_matter({**front, "search": {"exclude": True}}),
    }


def _by_article(found: Sequence[Excerpt]) -> Sequence[tuple[Excerpt, Sequence[Excerpt]]]:
    """Give the excerpts in their order, those of one article together behind the first of them."""
    grouped: dict[str, list[Excerpt]] = {}
    for shown in found:
        grouped.setdefault(shown.article, []).append(shown)
    return [(shown[0], shown) for shown in grouped.values()]


def _values(actor: Actor, view: View) -> Mapping[str, object]:
    name = escape.visible(actor.name)
    front: dict[str, object] = {
        "generated": True,
        "title": escape.attribute(texts.cut(name, escape.TITLE)),
        "description": escape.attribute(actor.summary or name),
        "type": actor.type,
        "status": actor.status if actor.status != "reviewed" else None,
        "wikidata": actor.wikidata,
    }
    return {
        "actor": actor,
        "type": actor.type.replace("_", " "),
        "front": escape.front_matter({key: value for key, value in front.items() if value}),
        "also": _also(actor, view),
        "held": [(role, view.corpus.actors.get(role.of)) for role in actor.roles],
        "stated": _stated(actor, view),
        "said": [_said(quotation, view) for quotation in _newest(view.by_speaker.get(actor.id, ()), view)],
        "company": _company(actor, view),
        "linked_data": linked.actor(actor),
    }


def _also(actor: Actor, view: View) -> Sequence[str]:
    """Give the other ways in which the glossary and the articles write the name, each once."""
    printed = {escape.visible(mention.surface) for mention in view.by_actor[actor.id] if mention.kind != "descriptor"}
    written = {alias.text for alias in actor.aliases if alias.kind != "demonym"} | printed
    return sorted(written - {actor.name}, key=lambda alias: (alias.casefold(), alias))


def _stated(actor: Actor, view: View) -> Sequence[tuple[str, Excerpt]]:
    """Give each role that an article states, once, with the place that states it first."""
    found: dict[str, Excerpt] = {}
    for mention in view.by_actor[actor.id]:
        if mention.role and mention.role not in found:
            found[mention.role] = excerpt.of(view, view.articles[mention.article], mention.start, mention.end)
    return list(found.items())


def _newest(quotations: Sequence[Quotation], view: View) -> Sequence[Quotation]:
    return sorted(quotations, key=lambda quotation: view.articles[quotation.article].date or "", reverse=True)[:_LISTED]


def _said(quotation: Quotation, view: View) -> tuple[str, Excerpt]:
    article = view.articles[quotation.article]
    words = escape.markdown(article.text[quotation.start : quotation.end])
    return words, excerpt.of(view, article, quotation.start, quotation.start + 1)


def _company(actor: Actor, view: View) -> Sequence[Company]:
    """Count the paragraphs that name each other actor, too."""
    counted: Counter[str] = Counter()
    for article in sorted({mention.article for mention in view.by_actor[actor.id]}):
        for named in view.paragraphs(article):
            if actor.id in named:
                counted.update(named - {actor.id})
    ordered = sorted(counted, key=lambda other: (-counted[other], other))[:_COMPANY]
    return [Company(other, view.corpus.actors[other].name, counted[other]) for other in ordered]
