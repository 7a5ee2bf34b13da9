"""Render an article's page: its own words, and the apparatus around them."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator import text as texts
from generator.model import Actor, Article, Citation, Mention, Page
from generator.render import bibliography, escape, linked, prose, record
from generator.render.record import Record
from generator.render.templates import Templates
from generator.render.view import View

_DESCRIBED = 240  # characters: what search engines show
_SHARED = 3  # actors that say why an article is related
_OPENING = 80  # characters of a quotation in the overview


class Named(Struct, frozen=True):
    """An actor as one article names it, and the numbers of the paragraphs that do (0: the title)."""

    id: str
    name: str
    type: str
    role: str
    paragraphs: Sequence[int]


class Cited(Struct, frozen=True):
    """A report as one article cites it, and the numbers of the paragraphs that rest on it."""

    name: str
    date: str | None
    target: str
    printed: str
    paragraphs: Sequence[int]
    again: bool  # whether an earlier report is of the same outlet


class Quoted(Struct, frozen=True):
    """The first words of a quotation, who said them, and where."""

    words: str
    speaker: str  # identifier of an actor with a page, else empty
    name: str
    paragraph: int


class Lost(Struct, frozen=True):
    """A paragraph in which sources were lost, and the dates that are left of them."""

    paragraph: int
    label: str
    dates: Sequence[str]


class Related(Struct, frozen=True):
    """An article that names the same actors, and those of them that tell most."""

    id: str
    title: str
    date: str | None
    shared: Sequence[str]


def page(article: Article, view: View, templates: Templates) -> Page | None:
    """Render the page of *article*, nothing where its template fails."""
    mentions, citations = view.mentions_of.get(article.id, ()), view.citations_of.get(article.id, ())
    captions = _captions(article, view)
    written = prose.write(article, view, captions, templates.site.link)
    cited, described = record.of(article, view, templates.site), _described(article, view)
    values = {
        "article": article,
        "title": cited.title,
        "front": escape.front_matter(_front(article, view, cited, described)),
        "before": written.before,
        "text": written.text,
        "targets": {**written.targets, **_speakers(article, view)},
        "actors": _actors(article, mentions, view),
        "sources": _sources(article, citations, view),
        "lost": _lost(article, citations),
        "quotations": _quoted(article, view),
        "related": _related(article, view),
        "earlier": view.neighbour(article, -1),
        "later": view.neighbour(article, 1),
        "record": cited,
        "downloads": bibliography.downloads(cited),
        "coins": bibliography.coins(cited),
        "linked_data": linked.article(article, cited, view, described),
    }
    text = templates.fill("article.md.jinja", values)
    return Page(f"articles/{article.id}.md", text) if text is not None else None


def _front(article: Article, view: View, cited: Record, described: str) -> Mapping[str, object]:
    fields: dict[str, object] = {
        "title": escape.attribute(texts.cut(cited.title, escape.TITLE)),
        "description": escape.attribute(described),
        "date": article.date,
        "date_basis": escape.visible(article.date_basis or ""),
        "authors": list(cited.printed),
        "publication": cited.series,
        "publisher": cited.publisher,
        "issn": cited.issn,
        "volume": article.volume,
        "issue": article.issue,
        "language": escape.visible(article.language or ""),
        "actors": sorted({mention.actor for mention in view.mentions_of.get(article.id, ())}),
        "sources": sorted({cited.source for cited in view.citations_of.get(article.id, ()) if cited.source}),
        "seed": {"path": escape.visible(article.seed), "sha256": article.sha256},
    }
    return {"generated": True, **{key: value for key, value in fields.items() if value}}


def _described(article: Article, view: View) -> str:
    """Give what the front matter says of the article, else the first sentence of the text."""
    if article.description:
        return escape.visible(article.description)
    first = next((block for block in article.blocks if block.kind == "paragraph"), None)
    if first is None:
        return view.title(article)
    start, end = view.sentence(article, first.start, first.start + 1)
    sentence = escape.visible(article.text[start:end])
    return texts.cut(sentence, _DESCRIBED)


def _captions(article: Article, view: View) -> Mapping[int, str]:
    """Give the line under each block quotation that names its speaker, by paragraph number."""
    blocks = {block.start: block for block in article.blocks if block.kind == "quotation"}
    found: dict[int, str] = {}
    for quotation in view.quotations_of.get(article.id, ()):
        block = next((block for block in blocks.values() if block.start <= quotation.start < block.end), None)
        if block is None or not quotation.speaker_name:
            continue
        name = escape.markdown(quotation.speaker_name)
        found[block.number] = f"[{name}][{quotation.speaker}]" if quotation.speaker in view.by_actor else name
    return found


def _speakers(article: Article, view: View) -> Mapping[str, str]:
    speakers = {quotation.speaker for quotation in view.quotations_of.get(article.id, ())} & set(view.by_actor)
    return {actor: f"../actors/{actor}.md#{actor}" for actor in sorted(speakers)}


def _actors(article: Article, mentions: Sequence[Mention], view: View) -> Sequence[Named]:
    """Give the actors of an article in the order in which it names them first, with the role that it states."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.actor, []).append(mention)
    return [_named(view.corpus.actors[actor], article, named) for actor, named in found.items()]


def _named(actor: Actor, article: Article, mentions: Sequence[Mention]) -> Named:
    role = next((mention.role for mention in mentions if mention.role), "")
    paragraphs = sorted({article.block(mention.start).number for mention in mentions})
    return Named(actor.id, actor.name, actor.type.replace("_", " "), role, paragraphs)


def _sources(article: Article, citations: Sequence[Citation], view: View) -> Sequence[Cited]:
    """Give the reports cited, in the order of their first citation."""
    found: dict[str, list[Citation]] = {}
    for cited in citations:
        if prose.target(cited, view):
            found.setdefault(prose.label(cited), []).append(cited)
    outlets = [same[0].outlet for same in found.values()]
    return [
        Cited(
            view.outlet(same[0]),
            same[0].date,
            prose.target(same[0], view),
            same[0].text,
            sorted({article.block(cited.start).number for cited in same}),
            same[0].outlet in outlets[:at],
        )
        for at, same in enumerate(found.values())
    ]


def _lost(article: Article, citations: Sequence[Citation]) -> Sequence[Lost]:
    """Give the paragraphs in which the source of a citation was lost."""
    found: dict[int, list[str]] = {}
    for cited in citations:
        if cited.kind == "damaged":
            found.setdefault(article.block(cited.start).number, []).extend(filter(None, [cited.date]))
    return [Lost(number, prose.lost_label(number), sorted({*dates})) for number, dates in found.items()]


def _quoted(article: Article, view: View) -> Sequence[Quoted]:
    found: list[Quoted] = []
    for quotation in view.quotations_of.get(article.id, ()):
        words = escape.visible(article.text[quotation.start : quotation.end])
        speaker = quotation.speaker if quotation.speaker in view.by_actor else ""
        number = article.block(quotation.start).number
        found.append(Quoted(texts.cut(words, _OPENING), speaker, quotation.speaker_name, number))
    return found


def _related(article: Article, view: View) -> Sequence[Related]:
    return [
        Related(other.id, view.title(other), other.date, [view.corpus.actors[actor].name for actor in shared[:_SHARED]])
        for other, shared in view.related(article)
    ]
