"""Show places of an article on other pages: each sentence once, its places marked, no longer than it is worth."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from generator import escape
from generator import text as texts
from generator.model import Article, Block
from generator.sheet import Passage

SHOWN = 3  # sentences of one article that a page shows for one entry; it names the paragraphs of the others
_ROOM = 3_000  # characters that all entries together show of one sentence
_NARROWEST, _WIDEST = 20, 400  # characters on either side of what is marked
_LONGEST_MARK = 1_200  # characters
_KEPT = 512  # sentences; few articles have more

Span = tuple[int, int]


class Shown(Struct, frozen=True):
    """What other pages show for one entry: its first sentences, and the anchors of all its paragraphs, in order."""

    passages: tuple[Passage, ...]
    anchors: tuple[str, ...]


class Sentences:
    """The sentences of one article, cut when they are first asked for."""

    def __init__(self, article: Article, anchors: Sequence[str]) -> None:
        """Know the *article* and the anchors of its paragraphs, the first that of number 1."""
        self._article = article
        self._anchors = anchors
        self._ends = [block.end for block in article.blocks]
        self._spots = lru_cache(maxsize=_KEPT)(self._changing)  # a sentence is shown for each name in it
        self._cut: dict[int, list[Span]] = {}  # by the start of the block

    def block(self, offset: int) -> Block:
        """Return the block in which *offset* lies, or the next one where it lies between two."""
        return self._article.blocks[bisect_right(self._ends, offset)]

    def around(self, start: int, end: int) -> Span:
        """Return the span of the sentences that hold *start* to *end*; at most the block."""
        block = self.block(start)
        spans = self._cut.get(block.start)
        if spans is None:
            spans = list(texts.sentences(self._article.text, block.start, block.end))
            self._cut[block.start] = spans
        first = bisect_right(spans, start, key=_last)
        last = bisect_left(spans, end, key=_last)
        begins = first < len(spans) and spans[first][0] <= start
        return (
            spans[first][0] if begins else block.start,
            spans[last][1] if last < len(spans) else block.end,
        )

    def anchor(self, start: int) -> str:
        """Return the anchor of the paragraph at *start*; empty for the title and what else has no number."""
        number = self.block(start).number
        return self._anchors[number - 1] if number else ""

    def shown(self, spans: Sequence[Span], sharing: Mapping[int, int]) -> Shown:
        """Return what to show for the places *spans*; *sharing* counts those that show the sentence at a start."""
        by_sentence: dict[int, tuple[Span, list[Span]]] = {}
        for span in spans:
            sentence = self.around(*span)
            by_sentence.setdefault(sentence[0], (sentence, []))[1].append(span)
            if len(by_sentence) > SHOWN:
                break
        first = list(by_sentence.values())[:SHOWN]
        passages = tuple(self.passage(sentence, marks, sharing.get(sentence[0], 1)) for sentence, marks in first)
        anchors = dict.fromkeys(self.anchor(start) for start, _ in spans)
        return Shown(passages, tuple(anchors))

    def passage(self, sentence: Span, marks: Sequence[Span], sharing: int) -> Passage:
        """Write a sentence in Markdown with its *marks*; *sharing* entries show it."""
        width = min(_WIDEST, max(_NARROWEST, _ROOM // sharing))
        first, last = marks[0]
        start = max(sentence[0], first - width)
        end = min(sentence[1], last + width if last - first <= _LONGEST_MARK else first + _LONGEST_MARK)
        inside = [mark for mark in marks if mark[0] < end]
        line = self._marked(start, end, inside)
        before, behind = "… " if start > sentence[0] else "", " …" if end < sentence[1] else ""
        return Passage(f"{before}{line}{behind}", self.anchor(marks[0][0]), *sentence)

    def _marked(self, start: int, end: int, marks: Sequence[Span]) -> str:
        """Write the text from *start* to *end* as Markdown, the stretches *marks* of it in ``<mark>``."""
        line = self._article.text[start:end]
        apart = list(_apart(((first - start, last - start) for first, last in marks), len(line)))
        edges = [edge for mark in apart for edge in mark]
        starts = {first for first, _ in apart}
        cuts = sorted({0, len(line), *edges})
        written = (
            f"<mark>{piece}</mark>" if at in starts else piece
            for at, piece in zip(cuts, escape.pieces(line, edges, self._spots(start, end)), strict=False)
        )
        return "".join(written).strip()

    def _changing(self, start: int, end: int) -> tuple[escape.Spot, ...]:
        """Return what must change in the text from *start* to *end*."""
        return tuple(escape.spots(self._article.text[start:end]))


def _last(span: Span) -> int:
    return span[1]


def _apart(marks: Iterable[Span], longest: int) -> Iterator[Span]:
    """Yield the marks that begin behind the end of the one before, none over the end of the line."""
    behind = 0
    for first, last in marks:
        end = min(last, longest)
        if behind <= first < end:
            yield first, end
            behind = end
