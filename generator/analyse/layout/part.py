"""Give a paragraph its part, with what its line says of the article."""

from msgspec import Struct

from generator.analyse.layout import masthead
from generator.analyse.layout.lines import Paragraph
from generator.model import BlockKind


class Part(Struct, frozen=True):
    """A paragraph with its kind and what its line says of the article."""

    paragraph: Paragraph
    kind: BlockKind
    facts: masthead.Facts = masthead.Facts()
