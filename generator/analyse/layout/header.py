"""Tell the lines above an article's text apart: title, masthead, author, date, caption."""

import re
from collections.abc import Callable, Sequence

from generator.analyse.index import Index
from generator.analyse.layout import furniture, masthead
from generator.analyse.layout.lines import Paragraph
from generator.analyse.layout.part import Part
from generator.model import BlockKind

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?:\s?\[\d{1,3}\])?$")
_HASHES = re.compile(r"^#{1,6}\s{1,9}")  # of a Markdown heading
_BULLET = re.compile(r"[*•·●▪◦+]\s?\w")
_HEADER = 16  # paragraphs; no header seen has more
_HEADER_LINE = 300  # characters
_TITLE_WORDS = 30
_CAPTION_WORDS = 40
_LABEL_WORDS = 4
_TEXT_WORDS = 25


def parts(found: Sequence[Paragraph], index: Index) -> list[Part]:
    """Give each paragraph its part, from the top down to the first of the text; the rest are paragraphs for now."""
    done: list[Part] = []
    for at, paragraph in enumerate(found[:_HEADER]):
        read = _read(paragraph) or _placed(paragraph, done, found[at + 1 : at + 2], index)
        if not read:
            return [*done, *(Part(rest, "paragraph") for rest in found[at:])]
        done += read
        if read[-1].kind == "paragraph":
            return [*done, *(Part(rest, "paragraph") for rest in found[at + 1 :])]
    return [*done, *(Part(rest, "paragraph") for rest in found[_HEADER:])]


def _read(paragraph: Paragraph) -> list[Part]:
    """Give the parts of a line whose words alone say what it is, nothing for any other."""
    line = paragraph.text
    if len(line) <= _HEADER_LINE:
        for kind, read in _READERS:
            facts = read(line)
            if facts is not None:
                return [Part(paragraph, kind, facts)]
        if furniture.at_top(line):
            return [Part(paragraph, "furniture", masthead.Facts(publication=masthead.wiki(line)))]
    lined = masthead.dateline(line)
    return _datelined(paragraph, *lined) if lined else []


def _placed(paragraph: Paragraph, parts: Sequence[Part], following: Sequence[Paragraph], index: Index) -> list[Part]:
    """Give the part of a line that its place in the header tells, nothing where the text has begun."""
    line = paragraph.text
    if not following or len(line.split()) > _CAPTION_WORDS or _BULLET.match(line):
        return []
    title = next((part.facts.title for part in parts if part.facts.title), "")
    kind: BlockKind | None = None
    if not title:
        kind = "title" if _is_title(line, parts) else None
    elif line.rstrip(".").casefold() == title.rstrip(".").casefold():
        kind = "furniture"
    elif _is_author(line, parts, following[0]):
        kind = "author"
    elif furniture.capitals(line) and len(line.split()) <= _LABEL_WORDS:
        kind = "heading"
    if kind is None and parts and _is_caption(line, index):
        kind = "caption"
    return [Part(paragraph, kind, _told(kind, line))] if kind else []


def _told(kind: BlockKind, line: str) -> masthead.Facts:
    if kind == "title":
        return masthead.Facts(title=_HASHES.sub("", line))
    return masthead.Facts(authors=masthead.people(line)) if kind == "author" else masthead.Facts()


_Read = Callable[[str], masthead.Facts | None]
_READERS: tuple[tuple[BlockKind, _Read], ...] = (
    ("masthead", masthead.series),
    ("masthead", masthead.label),
    ("masthead", masthead.numbered),
    ("date", masthead.dated),
    ("author", masthead.byline),
)


def _datelined(paragraph: Paragraph, start: int, facts: masthead.Facts) -> list[Part]:
    """Cut a caption off that runs into the dateline on one line."""
    if start == 0 or paragraph.lines > 1:
        return [Part(paragraph, "paragraph", facts)]
    caption, rest = paragraph.cut(start)
    return [Part(caption, "caption"), Part(rest, "paragraph", facts)]


def _is_title(line: str, parts: Sequence[Part]) -> bool:
    """Whether a line is the title: under the masthead of an issue only in capitals, since captions stand there."""
    if len(line.split()) > _TITLE_WORDS or line.endswith((":", ",")):
        return False
    if any(part.facts.volume or part.facts.issue for part in parts):
        return furniture.capitals(line)
    return not _SENTENCE_END.search(line) or furniture.headline(line) or line.endswith(("?", "!"))


def _is_author(line: str, parts: Sequence[Part], following: Paragraph) -> bool:
    """Whether a line under the title is a name: only where a date or a masthead follows it."""
    if any(part.facts.authors for part in parts) or not masthead.people(line):
        return False
    return any(read(following.text) for _, read in _READERS)


def _is_caption(line: str, index: Index) -> bool:
    if furniture.credited(line) or index.outlet(furniture.last_bracket(line)) is not None:
        return True
    return len(line.split()) < _TEXT_WORDS and not _SENTENCE_END.search(line) and not line.endswith((":", ","))
