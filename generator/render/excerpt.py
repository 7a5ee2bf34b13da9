"""Show a place of an article on another page: the sentence, the name in it marked, and where it stands."""

from msgspec import Struct

from generator.model import Article
from generator.render import escape
from generator.render.escape import Written
from generator.render.view import View

_LONGEST = 400  # characters on either side of what is shown


class Excerpt(Struct, frozen=True):
    """A sentence of an article in three pieces, and its paragraph's number (0 for the title)."""

    article: str
    title: str
    date: str | None
    before: Written
    marked: Written
    after: Written
    number: int


def of(view: View, article: Article, start: int, end: int) -> Excerpt:
    """Give the sentence around *start* to *end* of *article*."""
    first, last = view.sentence(article, start, end)
    block = article.block(start)
    shown_from, shown_to = max(first, start - _LONGEST), min(last, end + _LONGEST)
    sentence = article.text[shown_from:shown_to]
    edges = (start - shown_from, min(end, last) - shown_from)
    pieces = dict(zip(sorted({0, *edges}), escape.pieces(sentence, edges), strict=False))
    return Excerpt(
        article.id,
        view.title(article),
        article.date,
        Written(("… " if shown_from > first else "") + (pieces[0].lstrip() if edges[0] else "")),
        pieces[edges[0]],
        Written(pieces.get(edges[1], "").rstrip() + (" …" if shown_to < last else "")),
        block.number,
    )
