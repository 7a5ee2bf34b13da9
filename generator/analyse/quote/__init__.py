"""Find what an article quotes, and who said it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from generator import text as texts
from generator.analyse.index import Index
from generator.analyse.quote import speaker
from generator.analyse.quote.people import Scene, Speaker
from generator.model import Article, Block, Citation, Mention, Quotation

_QUOTED = frozenset({"paragraph", "quotation", "list"})
_MARKS = re.compile('[“”„«»"]')
_CLOSERS = {"“": "”", "„": "“”", "«": "»"}
_OWN, _BESIDE = 2, 1
_SCARE = 3  # words; up to so many are a term at arm's length, unless a verb of saying owns them
_PHRASE = 5  # words; up to so many want a verb of saying before them in their sentence
_LEAD = 40  # characters before an opening mark that tell a title or a term
_TITLE = re.compile(
    r"\b(?:(?:en)?titled|headlined|subtitled|section|chapter|article|song|film|book|novel|poem|essay|[Ss]ee(?: also)?"
    r"|section called|(?:name|term|word|phrase|slogan|motto|acronym|expression|title|codename)s?)[,:]?\s$"
)
_OWN_WORDS = re.compile(r"(?:[’']s?|\b(?:his|her|their|its))\s(?:own\s)?words[,:]?\s$")
_TERM = re.compile(r"\b(?:an?|the|its|their|his|her|our|some|any|so-called|[Tt]his|[Tt]hese|of)(?: \w{2,15})?\s$")
_AFRESH = re.compile(r"\s*(?:He|She|They|It)\b")  # begins a sentence of its own: “Who pays?” She replied, “…”
_TAG = 60  # characters; “…,” he said, “…” has no longer one
_WORD = re.compile(r"\w[\w'’.-]*")


class Span(Struct, frozen=True):
    """A pair of quotation marks and what stands between them."""

    start: int
    end: int
    closed: bool = True
    last: int = 0  # of one left open, the end of the last mark that closes another within it


class Marked(NamedTuple):
    """A block with what its quotation marks enclose."""

    block: Block
    spans: Sequence[Span]


def quotations(
    article: Article, mentions: Sequence[Mention], citations: Sequence[Citation], index: Index
) -> tuple[Quotation, ...]:
    """Give the quotations of *article* in order, each with its speaker as far as the text tells.

    What one sentence quotes of one speaker in several pieces is one quotation, from its first mark to its last.
    """
    scene = Scene(article, mentions, citations, index)
    found: list[Quotation] = []
    before: Speaker | None = None
    for run in _runs(article):
        first = run[0].block
        for act in _acts(article.text, run, scene):
            said = speaker.of(scene, act, _lead_in(article, first), before)
            alone = act.start == act.sentence[0] and bool(found) and found[-1].start >= first.start
            if not said.name and before and alone:
                said = before  # a sentence that is all quoted goes on with what the paragraph quotes
            name = index.glossary.actors[said.actor].name if said.actor else said.name
            found.append(Quotation(article.id, act.start, act.end, said.actor, name, said.cue))
            before = said if said.name else before
    return tuple(found)


def _lead_in(article: Article, block: Block) -> tuple[int, int] | None:
    """Give the span of the paragraph before a block quotation that announces it, or of one that ends with a colon."""
    at = bisect_left(article.blocks, block.start, key=attrgetter("start"))
    if not at:
        return None
    previous = article.blocks[at - 1]
    announced = block.kind == "quotation" or article.text[previous.end - 1] in ":,"
    return (previous.start, previous.end) if announced and previous.kind in _QUOTED else None


def _runs(article: Article) -> Iterator[list[Marked]]:
    """Yield the blocks that have quotation marks, those together through which one quotation runs.

    Each of its paragraphs is opened by a mark, and only the last is closed.
    """
    run: list[Marked] = []
    for block in article.blocks:
        if block.kind not in _QUOTED:
            continue
        spans = list(marked(article.text, block.start, block.end))
        goes_on = run and not run[-1].spans[-1].closed and article.text[block.start] in '“"«„'
        if run and not goes_on:
            yield _ended(run)
            run = []
        if spans:
            run.append(Marked(block, spans))
    if run:
        yield _ended(run)


def _ended(run: list[Marked]) -> list[Marked]:
    """End a quotation that no paragraph goes on with where a mark was forgotten: at the last that closes anything."""
    *before, (block, spans) = run
    open_one = spans[-1]
    if open_one.closed or not open_one.last:
        return run
    return [*before, Marked(block, [*spans[:-1], Span(open_one.start, open_one.last)])]


def marked(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the outermost pairs of quotation marks from *start* to *end*; one left open runs to the end."""
    opened, depth, closer, last = -1, 0, "", 0
    for found in _MARKS.finditer(text, start, end):
        mark, at = found.group(), found.start()
        if depth == 0:
            opens = mark in "“„«" or (mark == '"' and _opens(text, at, start))
            if opens:
                opened, depth, closer, last = at, 1, _CLOSERS.get(mark, '"'), 0
        elif mark in closer and not (mark == '"' and _opens(text, at, start)):
            depth, last = depth - 1, at + 1
            if depth == 0:
                yield Span(opened, at + 1)
        elif mark == closer == '"' or (mark in _CLOSERS and mark != "„"):
            depth += 1
    if depth > 0:
        yield Span(opened, end, closed=False, last=last)


def _opens(text: str, at: int, start: int) -> bool:
    """Whether a straight mark opens: a word behind it, and before it white space, a bracket or a lost space."""
    before, behind = text[at - 1] if at > start else " ", text[at + 1 : at + 2]
    if not behind or behind.isspace() or behind in ".,;:)](":
        return False
    return before.isspace() or before in "([—–-'/" or (before in ".,!?" and behind.isupper())


def _acts(text: str, run: Sequence[Marked], scene: Scene) -> Iterator[speaker.Act]:
    """Yield each act of quoting in the blocks of a run."""
    (first, spans), (last, closing) = run[0], run[-1]
    if len(run) == 1:
        yield from _single(text, first, spans, scene)
        return
    yield from _single(text, first, spans[:-1], scene)
    yield speaker.Act(spans[-1].start, closing[0].end, closing[0].end, (first.start, last.end))
    yield from _single(text, last, closing[1:], scene)


def _single(text: str, block: Block, spans: Sequence[Span], scene: Scene) -> Iterator[speaker.Act]:
    """Join the pieces that one block quotes of one speech."""
    if not spans:
        return
    sentences = list(takewhile(lambda span: span[0] < spans[-1].end, texts.sentences(text, block.start, block.end)))
    starts = [start for start, _ in sentences]
    pending: speaker.Act | None = None
    weight = 0
    for span in spans:
        first, last = (max(bisect_right(starts, at) - 1, 0) for at in (span.start, span.end - 1))
        sentence = (sentences[first][0], sentences[last][1])
        weighs = _weight(text, span, sentence, scene, whole=(span.start, span.end) == (block.start, block.end))
        if not weighs:
            continue
        if pending and _goes_on(text, pending, span, sentence):
            through = (pending.sentence[0], max(sentence[1], pending.sentence[1]))
            pending = replace(pending, end=span.end, sentence=through)
            weight = max(weight, weighs)
            continue
        if pending and weight == _OWN:
            yield pending
        pending, weight = speaker.Act(span.start, span.end, span.end, sentence), weighs
    if pending and weight == _OWN:
        yield pending


def _goes_on(text: str, pending: speaker.Act, span: Span, sentence: tuple[int, int]) -> bool:
    """Whether the span goes on with the speech: in the same sentence, or parted from it by a mere tag."""
    between = text[pending.end : span.start]
    if ";" in between:
        return False
    if sentence[0] <= pending.sentence[0]:
        return True
    closed = text[pending.end - 2] in ".!?…" and (not between.rstrip().endswith(",") or bool(_AFRESH.match(between)))
    return not closed and len(between) < _TAG and "\n" not in between and speaker.is_tag(between)


def _weight(text: str, span: Span, sentence: tuple[int, int], scene: Scene, *, whole: bool) -> int:
    """Say how surely the span is somebody's words: by itself, beside others of its sentence, or not (0)."""
    inside = _WORD.findall(text[span.start + 1 : span.end])
    before = text[max(sentence[0], span.start - _LEAD) : span.start]
    if not inside or (_TITLE.search(before) and not _OWN_WORDS.search(before)):
        return 0
    if whole or speaker.owned(scene, span.start, span.end, sentence):
        return _OWN
    if len(inside) <= _SCARE:
        return 0 if len(inside) == 1 or _TERM.search(before) else _BESIDE
    titled = sum(word[0].isupper() for word in inside) * 2 >= len(inside)
    phrase = len(inside) <= _PHRASE and (_TERM.search(before) or not speaker.led_in(scene, span.start, sentence))
    return 0 if titled or phrase else _OWN
