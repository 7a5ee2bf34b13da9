"""Show a passage of an article on another page: the sentence, and what leads to its paragraph."""

from collections.abc import Sequence

from msgspec import Struct

from generator.corpus import Corpus
from generator.escape import Written
from generator.sheet import Passage


class Place(Struct, frozen=True):
    """A sentence in Markdown, the article that it is of, and the anchor of its paragraph (empty: the title)."""

    article: str
    title: str
    date: str | None
    markdown: Written
    anchor: str


class Places(Struct, frozen=True):
    """What one article has for an entry: its sentences, and the anchors of the paragraphs that are not shown."""

    article: str
    title: str
    date: str | None
    shown: Sequence[Place]
    more: Sequence[str]


def of(corpus: Corpus, article: str, passage: Passage) -> Place:
    """Return *passage* of the article at the address *article*."""
    sheet = corpus.articles[article]
    return Place(article, sheet.title, sheet.date, Written(passage.markdown), passage.anchor)


def several(
    corpus: Corpus, article: str, passages: Sequence[Passage], anchors: Sequence[str], told: Sequence[Passage] = ()
) -> Places:
    """Return the *passages* but those *told* already, and of *anchors* those that none of them stands at."""
    sheet = corpus.articles[article]
    fresh = (passage for passage in passages if not any(one.start <= passage.start < one.end for one in told))
    shown = [of(corpus, article, passage) for passage in fresh]
    here = {passage.anchor for passage in (*told, *passages)}
    return Places(article, sheet.title, sheet.date, shown, [anchor for anchor in anchors if anchor not in here])
