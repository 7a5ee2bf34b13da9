"""Write an article's own words as Markdown: one sentence a line, links laid over them by spans."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from generator import addresses, escape
from generator import text as texts
from generator.edges import group
from generator.model import Analysis, Article, Block, Citation, Mention
from generator.sheet import Prose
from generator.site import Link

_UNLINKED = frozenset({"title", "heading", "masthead", "author", "date", "furniture"})
_HEADER = frozenset({"masthead", "author", "date"})


class Anchor(Struct, frozen=True):
    """A span of the text and the reference link that is laid over it."""

    start: int
    end: int
    label: str
    target: str


def write(analysis: Analysis, anchors: Mapping[int, str], captions: Mapping[int, str], link: Link) -> Prose:
    """Write the text of an article.

    *anchors* gives the anchor of each paragraph, *captions* the Markdown under a block quotation, both by the number
    of the paragraph.
    """
    article = analysis.article
    links = (*_mentioned(article, analysis.mentions, link), *_cited(article, analysis.citations, anchors))
    ordered = sorted(links, key=lambda anchor: anchor.start)
    title = next(
        (at for at, block in enumerate(article.blocks) if block.kind == "title" and is_title(article, block)), -1
    )
    before = (
        _block(article, block, (), anchors.get(block.number, ""), "") for block in article.blocks[: max(title, 0)]
    )
    body: list[str] = []
    at = 0
    for block in article.blocks[title + 1 :]:
        while at < len(ordered) and ordered[at].start < block.start:
            at += 1
        first = at
        while at < len(ordered) and ordered[at].end <= block.end:
            at += 1
        anchor = anchors.get(block.number, "")
        body.append(_block(article, block, ordered[first:at], anchor, captions.get(block.number, "")))
    targets = {anchor.label: anchor.target for anchor in ordered if anchor.label}
    return Prose("\n".join(before), "\n".join(body), targets)


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
        yield Anchor(
            mention.start, mention.end, mention.actor, addresses.from_article(addresses.place_of_actor(mention.actor))
        )


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


def _cited(article: Article, citations: Iterable[Citation], anchors: Mapping[int, str]) -> Iterator[Anchor]:
    """Yield the links of each bracket: one for each source whose words in it can be told apart.

    What is damaged leads to the line below the text that says so.
    """
    brackets = group((cited for cited in citations), by=lambda cited: f"{cited.start:012}")
    for sources in brackets.values():
        bracket = sources[0]
        if all(cited.kind == "damaged" for cited in sources):
            lost = addresses.lost(anchors.get(article.block(bracket.start).number, ""))
            yield Anchor(bracket.start, bracket.end, lost, f"#{lost}")
            continue
        reports = [cited for cited in sources if cited.outlet]
        if len(reports) == 1:
            yield _anchor(bracket.start, bracket.end, reports[0])
        else:
            yield from _parts(bracket, reports)


def _parts(bracket: Citation, sources: Sequence[Citation]) -> Iterator[Anchor]:
    starts: list[tuple[int, Citation]] = []
    at = 0
    for cited in sources:
        printed = bracket.text.find(cited.printed, at) if cited.printed else -1
        if printed >= 0:
            starts.append((printed, cited))
            at = printed + len(cited.printed)
    ends = [*(start for start, _ in starts), len(bracket.text) - 1][1:]
    for (start, cited), end in zip(starts, ends, strict=True):
        words = bracket.text[start:end].rstrip(" ;,.\n\r\t\u00a0")
        yield _anchor(bracket.start + start, bracket.start + start + len(words), cited)


def _anchor(start: int, end: int, cited: Citation) -> Anchor:
    return Anchor(start, end, cited.source, addresses.from_article(addresses.report(cited.outlet, cited.date)))


# How a block is written.


def _block(article: Article, block: Block, links: Sequence[Anchor], anchor: str, caption: str) -> str:
    lines = [line for line in _lines(article.text, block, links) if line]
    if not lines:
        return ""
    marks = _attributes(block, anchor)
    if block.kind == "quotation":
        quoted = "\n".join(f"> {line}" for line in [*lines, marks])
        captioned = f"\n<figcaption markdown>{caption}</figcaption>\n" if caption else ""
        return f'<figure class="said" markdown>\n{quoted}\n{captioned}</figure>\n'
    if block.kind == "heading":
        return f"## {' '.join(lines)} {marks}\n"
    return "\n".join([*lines, marks]) + "\n"


def _attributes(block: Block, anchor: str) -> str:
    kind = "" if block.kind == "paragraph" else f".{'header' if block.kind in _HEADER else block.kind} "
    place = f"#{anchor} " if anchor else ""
    return f"{{ {place}{'' if block.kind in {'quotation', 'heading'} else kind}}}"


def _lines(text: str, block: Block, links: Sequence[Anchor]) -> Iterator[str]:
    """Yield the sentences of a block, joined where a link runs over a cut, each with its links."""
    at = 0
    for start, end in _spans(text, block, links):
        first = at
        while at < len(links) and links[at].end <= end:
            at += 1
        yield _line(text, start, end, links[first:at])


def _spans(text: str, block: Block, links: Sequence[Anchor]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the block's sentences, joined where a link runs over a cut."""
    begun = -1
    at = 0
    for start, end in texts.sentences(text, block.start, block.end):
        begun = start if begun < 0 else begun
        while at < len(links) and links[at].end <= end:
            at += 1
        runs_on = at < len(links) and links[at].start < end
        if not runs_on:
            yield begun, end
            begun = -1
    if begun >= 0:
        yield begun, block.end


def _line(text: str, start: int, end: int, links: Sequence[Anchor]) -> str:
    """Write one sentence: escaped as a whole, since what is inert depends on neighbours, then cut at its links."""
    edges = sorted({0, end - start, *(edge - start for link in links for edge in (link.start, link.end))})
    by_start = {link.start - start: link for link in links}
    pieces = zip(edges, escape.pieces(text[start:end], edges), strict=False)
    return "".join(_laid(piece, by_start.get(first)) for first, piece in pieces).strip()


def _laid(piece: str, link: Anchor | None) -> str:
    if link is None:
        return piece
    return f"[{piece}][{link.label}]" if piece.strip() else piece
