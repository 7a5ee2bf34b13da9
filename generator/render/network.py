"""Render the network: who is named with whom. The theme draws its picture."""

from collections.abc import Iterator

from msgspec import Struct

from generator import together
from generator.corpus import Corpus
from generator.model import Actor, Page
from generator.render.templates import Templates

_ROWS = 60  # pairs in the table


class Tie(Struct, frozen=True):
    """Two actors and the number of paragraphs that name both."""

    first: Actor
    second: Actor
    paragraphs: int


def pages(corpus: Corpus, templates: Templates) -> Iterator[Page]:
    """Yield ``network.md``."""
    ties = together.count(corpus).ties[:_ROWS]
    rows = [Tie(corpus.actors[first], corpus.actors[second], times) for (first, second), times in ties]
    text = templates.fill("network.md.jinja", {"root": "", "ties": rows})
    if text is not None:
        yield Page("network.md", text)
