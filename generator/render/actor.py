"""Render an actor's page: who it is, what it said, where it is named, with whom."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator import addresses, escape
from generator import text as texts
from generator.corpus import Corpus, age
from generator.model import Actor, Page
from generator.render import place, shelf
from generator.render.place import Place, Places
from generator.render.shelf import Cut, Shelving
from generator.render.templates import Templates
from generator.sheet import Named, Said

_MOST = 30  # articles on one page; more are split by year
_NEWEST = 5  # articles and quotations that the page itself shows where they are
_COMPANY = 12
_ROLES = 12
_SPELLINGS = 40


class Quoted(Struct, frozen=True):
    """Words that an actor is quoted with, in their sentence, and the report cited for them."""

    words: Place
    outlet: str  # its name; empty where no report is cited behind the words
    date: str | None
    target: str  # the report's address, from the top of ``docs/``


class Appearance(Struct, frozen=True):
    """An article that names an actor: the sentences, the office that it states, what it quotes."""

    date: str | None
    places: Places
    role: str
    role_anchor: str
    said: Sequence[Quoted]


class Company(Struct, frozen=True):
    """Whom an actor is often named with, and in how many paragraphs."""

    id: str
    name: str
    paragraphs: int


def pages(actor: Actor, corpus: Corpus, templates: Templates) -> Iterator[Page]:
    """Yield the page of *actor*, and one for each year where many articles name it."""
    appearances = _appearances(actor, corpus)
    split = len(appearances) > _MOST
    by_date = Cut((_year, _month), _MOST, newest_first=True)
    shelves = by_date.shelves(appearances) if split else []
    newest = appearances[::-1]
    said = [words for appearance in newest for words in appearance.said]
    path = addresses.actor(actor.id)
    values = {
        "root": addresses.up(path),
        "actor": actor,
        "front": escape.front_matter(_front(actor, corpus)),
        "also": _also(actor, corpus),
        "held": [(role, corpus.actors[role.of] if role.of in corpus.naming else None) for role in actor.roles],
        "stated": _stated(newest),
        "said": said[:_NEWEST] if split else said,
        "more_said": split and len(said) > _NEWEST,
        "appearances": newest[:_NEWEST] if split else newest,
        "shelves": shelves,
        "company": _company(actor, corpus),
    }
    text = templates.fill("actor.md.jinja", values)
    if text is not None:
        yield Page(path, text)
    yield from Shelving(path.removesuffix(".md"), "actor-year.md.jinja", templates, {"actor": actor}).pages(shelves)


def _year(appearance: Appearance) -> str:
    return shelf.year(appearance.date)


def _month(appearance: Appearance) -> str:
    return shelf.month(appearance.date)


def _appearances(actor: Actor, corpus: Corpus) -> Sequence[Appearance]:
    """Return the articles that name *actor*, the oldest first."""
    quoted: dict[str, list[Said]] = {}
    for article, said in corpus.quoting.get(actor.id, ()):
        quoted.setdefault(article, []).append(said)
    naming = sorted(corpus.naming[actor.id], key=lambda pair: (*age(corpus.articles[pair[0]]), pair[0]))
    return [_appearance(article, named, quoted.get(article, ()), corpus) for article, named in naming]


def _appearance(article: str, named: Named, said: Sequence[Said], corpus: Corpus) -> Appearance:
    told = [one.passage for one in said]
    return Appearance(
        date=corpus.articles[article].date,
        places=place.several(corpus, article, named.passages, named.anchors, told),
        role=named.role,
        role_anchor=named.role_anchor,
        said=[_quoted(one, article, corpus) for one in said],
    )


def _quoted(said: Said, article: str, corpus: Corpus) -> Quoted:
    target = addresses.report(said.outlet, said.date) if said.outlet else ""
    outlet = corpus.outlets[said.outlet].name if said.outlet else ""
    return Quoted(place.of(corpus, article, said.passage), outlet, said.date, target)


def _front(actor: Actor, corpus: Corpus) -> Mapping[str, object]:
    name = escape.visible(actor.name)
    years = Counter(shelf.year(corpus.articles[article].date) for article, _ in corpus.naming[actor.id])
    fields: dict[str, object] = {
        "title": escape.attribute(texts.cut(name, escape.TITLE)),
        "description": escape.attribute(actor.summary or name),
        "type": actor.type,
        "status": actor.status if actor.status != "reviewed" else None,
        "wikidata": actor.wikidata,
        "years": dict(sorted(years.items())),
    }
    return {"generated": True, "kind": "actor", **{key: value for key, value in fields.items() if value}}


def _also(actor: Actor, corpus: Corpus) -> Sequence[str]:
    """Return the other ways in which the glossary and the articles write the name, each once."""
    printed = {spelling for _, named in corpus.naming[actor.id] for spelling in named.spellings}
    written = {alias.text for alias in actor.aliases if alias.kind != "demonym"} | printed
    return sorted(written - {actor.name}, key=lambda alias: (alias.casefold(), alias))[:_SPELLINGS]


def _stated(newest: Sequence[Appearance]) -> Sequence[tuple[str, Places, str]]:
    """Return the roles that articles state, each once, with the newest article and paragraph that states it."""
    stated: dict[str, tuple[str, Places, str]] = {}
    for appearance in newest:
        if appearance.role:
            stated.setdefault(appearance.role, (appearance.role, appearance.places, appearance.role_anchor))
    return list(stated.values())[:_ROLES]


def _company(actor: Actor, corpus: Corpus) -> Sequence[Company]:
    """Count the paragraphs that name each other actor, too."""
    counted: Counter[str] = Counter()
    for article, _ in corpus.naming[actor.id]:
        for named in corpus.articles[article].together:
            if actor.id in named:
                counted.update(named)
    del counted[actor.id]
    ordered = sorted(counted, key=lambda other: (-counted[other], other))[:_COMPANY]
    return [Company(other, corpus.actors[other].name, counted[other]) for other in ordered]
