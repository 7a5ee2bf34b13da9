"""Find what an article quotes, and who said it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator import text as texts
from generator.analyse import speaker
from generator.analyse.index import Index
from generator.model import Article, Block, Citation, Mention, Quotation

_QUOTED = frozenset({"paragraph", "quotation", "list"})
_MARKS = re.compile('[“”„«»"]')
_CLOSERS = {"“": "”", "„": "“”", "«": "»"}
_SCARE = 3  # words; up to so many are a term at arm's length, unless a verb of saying owns them
_PHRASE = 5  # words; up to so many want a verb of saying before them in their sentence
_TAG = 60  # characters; “…,” he said, “…” has no longer one
Act = tuple[int, int, tuple[int, int]]
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


class Span(Struct, frozen=True):
    """A pair of quotation marks and what stands between them."""

    start: int
    end: int
    closed: bool = True


def quotations(
    article: Article, mentions: Sequence[Mention], citations: Sequence[Citation], index: Index
) -> tuple[Quotation, ...]:
    """Give the quotations of *article* in order, each with its speaker as far as the text tells.

    What one sentence quotes of one speaker in several pieces is one quotation, from its first mark to its last.
    """
    scene = speaker.Scene(article, mentions, citations, index)
    found: list[Quotation] = []
    before: speaker.Speaker | None = None
    for blocks in _runs(article):
        for start, end, sentence in _acts(article.text, blocks, scene):
            block = next(block for block in blocks if block.end > start)
            said = speaker.of(scene, (start, end), sentence, _lead_in(article, block), before)
            name = index.glossary.actors[said.actor].name if said.actor else said.name
            found.append(Quotation(article.id, start, end, said.actor, name, said.cue))
            before = said if said.name else before
    return tuple(found)


def _lead_in(article: Article, block: Block) -> tuple[int, int] | None:
    """Give the span of the paragraph before a block quotation that announces it, or of one that ends with a colon."""
    at = article.blocks.index(block)
    if not at:
        return None
    previous = article.blocks[at - 1]
    announced = block.kind == "quotation" or article.text[previous.end - 1] in ":,"
    return (previous.start, previous.end) if announced and previous.kind in _QUOTED else None


def _runs(article: Article) -> Iterator[list[Block]]:
    """Yield the blocks that may quote, those together through which one quotation runs.

    Each of its paragraphs is opened by a mark, and only the last is closed.
    """
    run: list[Block] = []
    for block in article.blocks:
        if block.kind not in _QUOTED:
            continue
        if run and not (_left_open(article.text, run[-1]) and article.text[block.start] in '“"«„'):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _left_open(text: str, block: Block) -> bool:
    spans = list(marked(text, block.start, block.end))
    return bool(spans) and not spans[-1].closed


def marked(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the outermost pairs of quotation marks from *start* to *end*; one left open runs to the end."""
    opened, depth, closer = -1, 0, ""
    for found in _MARKS.finditer(text, start, end):
        mark, at = found.group(), found.start()
        if depth == 0:
            opens = mark in "“„«" or (mark == '"' and _opens(text, at, start))
            if opens:
                opened, depth, closer = at, 1, _CLOSERS.get(mark, '"')
        elif mark in closer:
            depth -= 1
            if depth == 0:
                yield Span(opened, at + 1)
        elif mark in _CLOSERS and mark != "„":
            depth += 1
    if depth > 0:
        yield Span(opened, end, closed=False)


def _opens(text: str, at: int, start: int) -> bool:
    """Whether a straight mark opens: white space or a bracket before it, none behind it."""
    before = text[at - 1] if at > start else " "
    return before.isspace() or before in "([—–-'/"


def _acts(text: str, blocks: Sequence[Block], scene: speaker.Scene) -> Iterator[Act]:
    """Yield each act of quoting: where it starts and ends, and the sentence that holds it."""
    if len(blocks) > 1:
        opening = [*marked(text, blocks[0].start, blocks[0].end)][-1]
        closing = next(marked(text, blocks[-1].start, blocks[-1].end))
        yield opening.start, closing.end, (blocks[0].start, blocks[-1].end)
        return
    yield from _single(text, blocks[0], scene)


def _single(text: str, block: Block, scene: speaker.Scene) -> Iterator[Act]:
    """Join the pieces that one block quotes of one speech."""
    sentences = texts.sentences(text, block.start, block.end)
    starts = [start for start, _ in sentences]
    pending: Act | None = None
    weight = 0
    for span in marked(text, block.start, block.end):
        first, last = (max(bisect_right(starts, at) - 1, 0) for at in (span.start, span.end - 1))
        sentence = (sentences[first][0], sentences[last][1])
        weighs = _weight(text, span, sentence, scene)
        if not weighs:
            continue
        if pending and _goes_on(text, pending, span, sentence):
            pending = (pending[0], span.end, (pending[2][0], max(sentence[1], pending[2][1])))
            weight = max(weight, weighs)
            continue
        if pending and weight > 1:
            yield pending
        pending, weight = (span.start, span.end, sentence), weighs
    if pending and weight > 1:
        yield pending


def _goes_on(text: str, pending: Act, span: Span, sentence: tuple[int, int]) -> bool:
    """Whether the span goes on with the speech: in the same sentence, or parted from it by a mere tag."""
    between = text[pending[1] : span.start]
    if ";" in between:
        return False
    return sentence[0] <= pending[2][0] or (len(between) < _TAG and "\n" not in between and speaker.is_tag(between))


def _weight(text: str, span: Span, sentence: tuple[int, int], scene: speaker.Scene) -> int:
    """Say how surely the span is somebody's words: 2 by itself, 1 beside others of its sentence, 0 not."""
    inside = _WORD.findall(text[span.start + 1 : span.end])
    if not inside:
        return 0
    if speaker.owned(scene, span.start, span.end, sentence):
        return 2
    if len(inside) <= _SCARE:
        return 1 if len(inside) > 1 else 0
    titled = sum(word[0].isupper() for word in inside) * 2 >= len(inside)
    if titled or (len(inside) <= _PHRASE and not speaker.led_in(scene, span.start, sentence)):
        return 0
    return 2
