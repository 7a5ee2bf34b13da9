"""Tell the paragraphs of an article's text apart: headings, lists, notes, block quotations, what is not its text."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from generator.analyse.layout import furniture, masthead
from generator.analyse.layout.lines import Paragraph
from generator.analyse.layout.part import Part
from generator.model import BlockKind

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?:\s?\[\d{1,3}\])?$")
_BULLET = re.compile(r"(?:[-–—]{1,2}|[*•·●▪‣◦+])[\s\u00a0]|\(?[a-z0-9]{1,3}[.)]\s|\((?:[ivx]{1,5}|\d{1,3})\)\s")
_NOTE = re.compile(r"\[\d{1,3}\]\s|\d{1,3}\.\s")
_NOTES = re.compile(
    r"(?:(?:foot|end)?notes?|references|sources|related (?:news|stories|articles)|external links|see also"
    r"|further reading|bibliography|works cited):?$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"[^“\"]{0,80}[“\"][^”\"]{3,240}[”\"],?(?: ?[-–—] ?| )[A-Z]")
_QUOTED = re.compile(r"[>“\"«]")
_HEADER_LINE = 300  # characters
_CAPTION_WORDS = 40
_HEADING_WORDS = 14
_LABEL_WORDS = 3
_QUOTE_INDENT = 3
_REPEATED = 80  # a longer line that stands twice is a refrain, not the name of a series


def parts(laid: Sequence[Part]) -> list[Part]:
    """Tell the paragraphs of the text apart; *laid* are the header's parts with theirs behind them."""
    first = next((at for at, part in enumerate(laid) if part.kind == "paragraph"), len(laid))
    body = [part.paragraph for part in laid[first:]]
    margin = _margin(body)
    done: list[Part] = []
    in_notes = False
    for at, paragraph in enumerate(body):
        before = body[at - 1] if at else None
        after = body[at + 1] if at + 1 < len(body) else None
        noted = in_notes and (_NOTE.match(paragraph.text) or _REFERENCE.match(paragraph.text))
        kind = "note" if noted else _kind(paragraph, before, after, margin)
        in_notes = in_notes or bool(_NOTES.match(paragraph.text))
        done.append(Part(paragraph, kind, laid[first + at].facts))
    return [*laid[:first], *_tail(done)]


def _margin(body: Sequence[Paragraph]) -> int:
    """Give the indent that most paragraphs have."""
    indents = sorted(paragraph.indent for paragraph in body)
    return indents[len(indents) // 2] if indents else 0


def _kind(paragraph: Paragraph, before: Paragraph | None, after: Paragraph | None, margin: int) -> BlockKind:
    line = paragraph.text
    deep = paragraph.inset - margin
    if line.startswith("[") and _NOTE.match(line):
        return "note"
    if deep >= _QUOTE_INDENT and (_QUOTED.match(line) or (deep > _QUOTE_INDENT and not furniture.capitals(line))):
        return "quotation"
    if furniture.separates(line):
        return "furniture"
    if _BULLET.match(line):
        return "list"
    short = len(line) <= _HEADER_LINE and len(line.split()) <= _CAPTION_WORDS
    return _short(line, before, after) if short else "paragraph"


def _short(line: str, before: Paragraph | None, after: Paragraph | None) -> BlockKind:
    """Tell what a short line of the text is."""
    if furniture.boilerplate(line) or furniture.at_top(line) or furniture.glued(line):
        return "furniture"
    if furniture.credited(line):
        return "caption"
    return "heading" if before and after and _is_heading(line, len(line.split()), after) else "paragraph"


def _is_heading(line: str, words: int, after: Paragraph) -> bool:
    if words > _HEADING_WORDS or line[0] in '("“' or line[0].islower():
        return False
    if furniture.capitals(line):
        return True
    if line.endswith(":") and words > _LABEL_WORDS:
        return False  # "As the mayor put it:" leads up to what follows
    return (
        not _SENTENCE_END.search(line) and not line.endswith((",", ";", "-", "–", "—")) and len(after.text) > len(line)
    )


def _tail(parts: list[Part]) -> list[Part]:
    """Mark what follows the article: boilerplate, repeated lines and the next item's headline."""
    times = Counter(part.paragraph.text for part in parts)
    end = len(parts)
    while end > 1 and _is_tail(parts[end - 1], times):
        end -= 1
    return [
        *parts[:end],
        *(
            Part(part.paragraph, "furniture", replace(part.facts, authors=masthead.author_at_end(part.paragraph.text)))
            for part in parts[end:]
        ),
    ]


def _is_tail(part: Part, times: Counter[str]) -> bool:
    line = part.paragraph.text
    if part.kind == "furniture" or furniture.boilerplate(line) or furniture.at_top(line):
        return True
    if part.kind in {"quotation", "list", "note"} or line[0] == "(":
        return False
    repeated = len(line) < _REPEATED and times[line] > 1 and not _SENTENCE_END.search(line)
    return repeated or furniture.headline(line)
