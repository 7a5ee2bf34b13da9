"""Render an actor's page: who it is, where it is named, what it said, with whom."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator import text as texts
from generator.edges import group
from generator.model import Actor, Article, Mention, Page, Quotation
from generator.render import chart, escape, excerpt, linked, shelf
from generator.render.excerpt import Excerpt
from generator.render.templates import Templates
from generator.render.view import View, age

_MOST = 50  # articles on one page; more are split by year
_NEWEST = 10  # articles and quotations that the page itself shows where they are
_COMPANY = 12
_ROLES = 12
_SPELLINGS = 40


class Said(Struct, frozen=True):
    """Words that an actor is quoted with, in their sentence, and the report cited for them."""

    words: Excerpt
    source: str  # its identifier, empty where none is cited behind the words
    outlet: str
    date: str | None
    path: str


class Appearance(Struct, frozen=True):
    """An article that names an actor: the sentences, the offices that it states, what it quotes."""

    article: str
    title: str
    date: str | None
    places: Sequence[Excerpt]
    roles: Sequence[tuple[str, Excerpt]]
    said: Sequence[Said]


class Company(Struct, frozen=True):
    """Whom an actor is often named with, and in how many paragraphs."""

    id: str
    name: str
    paragraphs: int


def pages(actor: Actor, view: View, templates: Templates) -> list[Page]:
    """Render the page of *actor*, and one for each year where many articles name it."""
    found = _appearances(actor, view)
    split = len(found) > _MOST
    shelves = shelf.by_date(found, lambda one: one.date, most=_MOST)
    newest = found[::-1]
    said = [words for one in newest for words in one.said]
    values = {
        **_values(actor, view),
        "root": "../",
        "stated": _stated(newest),
        "said": said[:_NEWEST] if split else said,
        "more_said": split and len(said) > _NEWEST,
        "appearances": newest[:_NEWEST] if split else newest,
        "shelves": shelf.newest_first(shelves) if split else (),
        "chart": chart.by_year(one.date for one in found for _ in one.places),
    }
    text = templates.fill("actor.md.jinja", values)
    made = [Page(f"actors/{actor.id}.md", text)] if text is not None else []
    if split:
        folder = f"actors/{actor.id}"
        made += shelf.pages(shelves, folder, "actor-year.md.jinja", templates, {"actor": actor})
    return made


def _appearances(actor: Actor, view: View) -> Sequence[Appearance]:
    """Give the articles that name *actor*, the oldest first."""
    quoted = group(view.by_speaker.get(actor.id, ()), by=lambda quotation: quotation.article)
    named = group(view.by_actor[actor.id], by=lambda mention: mention.article)
    articles = sorted((view.articles[article] for article in named), key=lambda article: (*age(article), article.id))
    return [_appearance(article, named[article.id], quoted.get(article.id, ()), view) for article in articles]


def _appearance(
    article: Article, mentions: Sequence[Mention], quotations: Sequence[Quotation], view: View
) -> Appearance:
    places = [excerpt.of(view, article, mention.start, mention.end) for mention in mentions]
    roles: dict[str, Excerpt] = {}
    for mention, place in zip(mentions, places, strict=True):
        if mention.role:
            roles.setdefault(mention.role, place)
    said = [_said(quotation, article, view) for quotation in quotations]
    return Appearance(article.id, view.title(article), article.date, places, list(roles.items()), said)


def _said(quotation: Quotation, article: Article, view: View) -> Said:
    """Give a quotation in its sentence, with the first report that its paragraph cites behind it."""
    end = article.block(quotation.start).end
    behind = (cited for cited in view.citations_of.get(article.id, ()) if quotation.end <= cited.start < end)
    cited = next((cited for cited in behind if cited.source), None)
    words = excerpt.of(view, article, quotation.start, quotation.end)
    if cited is None:
        return Said(words, "", "", None, "")
    return Said(words, cited.source, view.outlet(cited), cited.date, view.place_of[cited.source])


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
        "company": _company(actor, view),
        "linked_data": linked.actor(actor),
    }


def _also(actor: Actor, view: View) -> Sequence[str]:
    """Give the other ways in which the glossary and the articles write the name, each once."""
    printed = {escape.visible(mention.surface) for mention in view.by_actor[actor.id] if mention.kind != "descriptor"}
    written = {alias.text for alias in actor.aliases if alias.kind != "demonym"} | printed
    return sorted(written - {actor.name}, key=lambda alias: (alias.casefold(), alias))[:_SPELLINGS]


def _stated(newest: Sequence[Appearance]) -> Sequence[tuple[str, Excerpt]]:
    """Give the roles that articles state, each once, with the newest place that states it."""
    found: dict[str, Excerpt] = {}
    for one in newest:
        for role, place in one.roles:
            found.setdefault(role, place)
    return list(found.items())[:_ROLES]


def _company(actor: Actor, view: View) -> Sequence[Company]:
    """Count the paragraphs that name each other actor, too."""
    counted: Counter[str] = Counter()
    for article in sorted({mention.article for mention in view.by_actor[actor.id]}):
        for named in view.paragraphs(article):
            if actor.id in named:
                counted.update(named - {actor.id})
    ordered = sorted(counted, key=lambda other: (-counted[other], other))[:_COMPANY]
    return [Company(other, view.corpus.actors[other].name, counted[other]) for other in ordered]
