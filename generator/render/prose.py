"""Write an article's own words as Markdown: one sentence a line, links laid over them by spans."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from generator import text as texts
from generator.edges import group
from generator.model import Article, Block, Citation, Mention
from generator.render import escape
from generator.render.view import View
from generator.site import Link

_UNLINKED = frozenset({"title", "heading", "masthead", "author", "date", "furniture"})
_HEADER = frozenset({"masthead", "author", "date"})


class Anchor(Struct, frozen=True):
    """A span of the text and the reference link that is laid over it."""

    start: int
    end: int
    label: str
    target: str


class Prose(Struct, frozen=True):
    """An article's text in Markdown, and the targets of its reference links by label."""

    before: str  # what stands above the title in the seed
    text: str
    targets: Mapping[str, str]


def write(article: Article, view: View, captions: Mapping[int, str], link: Link) -> Prose:
    """Write the text of *article*; *captions* gives the Markdown under a block quotation by its paragraph number."""
    mentions, citations = view.mentions_of.get(article.id, ()), view.citations_of.get(article.id, ())
    linked = (*_mentioned(article, mentions, link), *_cited(article, citations, view))
    anchors = sorted(linked, key=lambda anchor: anchor.start)
    title = next(
        (at for at, block in enumerate(article.blocks) if block.kind == "title" and is_title(article, block)), -1
    )
    before = (_block(article, block, (), "") for block in article.blocks[: max(title, 0)])
    body: list[str] = []
    at = 0
    for block in article.blocks[title + 1 :]:
        while at < len(anchors) and anchors[at].start < block.start:
            at += 1
        first = at
        while at < len(anchors) and anchors[at].end <= block.end:
            at += 1
        body.append(_block(article, block, anchors[first:at], captions.get(block.number, "")))
    targets = {anchor.label: anchor.target for anchor in anchors if anchor.label}
    return Prose("\n".join(before), "\n".join(body), dict(sorted(targets.items())))


def is_title(article: Article, block: Block) -> bool:
    """Whether the words of a title block are the title that the page shows."""
    return escape.visible(article.text[block.start : block.end]) == escape.visible(article.title or "")


# What is linked.


def _mentioned(article: Article, mentions: Iterable[Mention], link: Link) -> Iterator[Anchor]:
    """Yield the mentions that become links: by default the first in each section."""
    seen: set[tuple[str, int]] = set()
    sections = _sections(article, link)
    for mention in mentions:
        section = sections.get(article.block(mention.start).start, -1)
        if mention.kind == "demonym" or section < 0 or (mention.actor, section) in seen:
            continue
        if link != "all":
            seen.add((mention.actor, section))
        yield Anchor(mention.start, mention.end, mention.actor, f"../actors/{mention.actor}.md#{mention.actor}")


def _sections(article: Article, link: Link) -> dict[int, int]:
    """Map the start of each block that may hold links to the stretch in which a name is linked once."""
    sections: dict[int, int] = {}
    section = 0
    for block in article.blocks:
        if link == "paragraph" or (link == "section" and block.kind == "heading"):
            section += 1
        if block.kind not in _UNLINKED:
            sections[block.start] = section
    return sections


def _cited(article: Article, citations: Iterable[Citation], view: View) -> Iterator[Anchor]:
    """Yield the links of each bracket: one for each source whose words in it can be told apart.

    What is damaged leads to the line below the text that says so.
    """
    brackets = group((cited for cited in citations), by=lambda cited: f"{cited.start:012}")
    for sources in brackets.values():
        bracket = sources[0]
        if all(cited.kind == "damaged" for cited in sources):
            lost = lost_label(article.block(bracket.start).number)
            yield Anchor(bracket.start, bracket.end, lost, f"#{lost}")
            continue
        found = [cited for cited in sources if target(cited, view)]
        if len(found) == 1:
            yield Anchor(bracket.start, bracket.end, label(found[0]), target(found[0], view))
        else:
            yield from _parts(bracket, found, view)


def _parts(bracket: Citation, sources: Sequence[Citation], view: View) -> Iterator[Anchor]:
    starts: list[tuple[int, Citation]] = []
    at = 0
    for cited in sources:
        found = bracket.text.find(cited.printed, at) if cited.printed else -1
        if found >= 0:
            starts.append((found, cited))
            at = found + len(cited.printed)
    ends = [*(start for start, _ in starts), len(bracket.text) - 1][1:]
    for (start, cited), end in zip(starts, ends, strict=True):
        words = bracket.text[start:end].rstrip(" ;,.\n\r\t\u00a0")
        yield Anchor(bracket.start + start, bracket.start + start + len(words), label(cited), target(cited, view))


def label(cited: Citation) -> str:
    """Give the label of the reference link to a cited report; no actor has one with a full stop."""
    return f"{cited.target}.md" if cited.target else cited.source


def target(cited: Citation, view: View) -> str:
    """Give where the link of a citation leads from an article: a page of this site, or nowhere."""
    if cited.target:
        return f"{cited.target}.md"
    return f"../{view.place_of[cited.source]}#{cited.source}" if cited.outlet else ""


def lost_label(paragraph: int) -> str:
    """Give the label, and the address on the page, of what a paragraph lost; no actor has one with a full stop."""
    return f"lost.p{paragraph}"


# How a block is written.


def _block(article: Article, block: Block, anchors: Sequence[Anchor], caption: str) -> str:
    lines = [
        _line(article.text, start, end, [anchor for anchor in anchors if start <= anchor.start and anchor.end <= end])
        for start, end in _spans(article.text, block, anchors)
    ]
    lines = [line for line in lines if line]
    if not lines:
        return ""
    marks = _attributes(block)
    if block.kind == "quotation":
        quoted = "\n".join(f"> {line}" for line in [*lines, marks])
        captioned = f"\n<figcaption markdown>{caption}</figcaption>\n" if caption else ""
        return f'<figure class="said" markdown>\n{quoted}\n{captioned}</figure>\n'
    if block.kind == "heading":
        return f"## {' '.join(lines)} {marks}\n"
    return "\n".join([*lines, marks]) + "\n"


def _attributes(block: Block) -> str:
    kind = "" if block.kind == "paragraph" else f".{'header' if block.kind in _HEADER else block.kind} "
    number = f"#p{block.number} " if block.number else ""
    return f"{{ {number}{'' if block.kind in {'quotation', 'heading'} else kind}}}"


def _spans(text: str, block: Block, anchors: Sequence[Anchor]) -> list[tuple[int, int]]:
    """Give the spans of the block's sentences, joined where a link runs over a cut."""
    joined: list[tuple[int, int]] = []
    for start, end in texts.sentences(text, block.start, block.end):
        if joined and any(
            anchor.start < start < anchor.end or anchor.start < joined[-1][1] < anchor.end for anchor in anchors
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _line(text: str, start: int, end: int, anchors: Sequence[Anchor]) -> str:
    """Write one sentence: escaped as a whole, since what is inert depends on neighbours, then cut at its links."""
    edges = sorted({0, end - start, *(edge - start for anchor in anchors for edge in (anchor.start, anchor.end))})
    by_start = {anchor.start - start: anchor for anchor in anchors}
    pieces = zip(edges, escape.pieces(text[start:end], edges), strict=False)
    return "".join(_laid(piece, by_start.get(first)) for first, piece in pieces).strip()


def _laid(piece: str, anchor: Anchor | None) -> str:
    if anchor is None:
        return piece
    return f"[{piece}][{anchor.label}]" if piece.strip() else piece
