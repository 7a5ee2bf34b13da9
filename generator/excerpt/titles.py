"""Give an article the title and the description that pages show, whatever its text has."""

from generator import escape
from generator import text as texts
from generator.excerpt.passages import Sentences
from generator.model import Article, Block

_WORDS = 60  # characters of the first words that name an article without a title
_DESCRIBED = 240  # characters: what search engines show


def title(article: Article) -> str:
    """Return the title of an article; where it has none, its series and number, or its first words."""
    if shown := escape.visible(article.title or ""):
        return shown
    number = ", ".join(
        part
        for part in (
            escape.visible(article.publication or ""),
            f"vol. {article.volume}" if article.volume else "",
            f"no. {article.issue}" if article.issue else "",
        )
        if part
    )
    openings = (_words(article, block) for block in article.blocks if block.kind == "paragraph")
    opening = next(filter(None, openings), article.id)
    return f"{number}: {opening}" if number else opening


def _words(article: Article, block: Block) -> str:
    words = escape.visible(article.text[block.start : min(block.end, block.start + 4 * _WORDS)])
    return texts.cut(words, _WORDS)


def description(article: Article, sentences: Sentences, shown: str) -> str:
    """Return what the front matter says of the article, else its first sentence, else the title *shown*."""
    if article.description:
        return escape.visible(article.description)
    first = next((block for block in article.blocks if block.kind == "paragraph"), None)
    if first is None:
        return shown
    start, end = sentences.around(first.start, first.start + 1)
    return texts.cut(escape.visible(article.text[start : min(end, start + 4 * _DESCRIBED)]), _DESCRIBED)
