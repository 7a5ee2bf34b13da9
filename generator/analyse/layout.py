"""Lay an article out: which part each stretch of its text plays, and what its header says."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator import slug
from generator.analyse import furniture, masthead
from generator.analyse.index import Index
from generator.analyse.lines import Paragraph, paragraphs
from generator.model import TEXT_BLOCKS, Article, Block, BlockKind, Finding, Seed

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?:\s?\[\d{1,3}\])?$")
_BULLET = re.compile(r"(?:[-–—]{1,2}|[*•·●▪‣◦+])[\s\u00a0]|\(?[a-z0-9]{1,3}[.)]\s|\((?:[ivx]{1,5}|\d{1,3})\)\s")
_NOTE = re.compile(r"\[\d{1,3}\]\s|\d{1,3}\.\s")
_NOTES = re.compile(r"(?:foot|end)?notes?:?$|references:?$|sources:?$", re.IGNORECASE)
_QUOTED = re.compile(r"[>“\"«]")
_HASHES = re.compile(r"^#{1,6}\s{1,9}")  # of a Markdown heading
_HEADER = 16  # paragraphs; no header seen has more
_HEADER_LINE = 300  # characters
_TITLE_WORDS = 30
_CAPTION_WORDS = 40
_HEADING_WORDS = 14
_LABEL_WORDS = 4
_TEXT_WORDS = 25
_QUOTE_INDENT = 3
_REPEATED = 80  # a longer line that stands twice is a refrain, not the name of a series


class Part(Struct, frozen=True):
    """A paragraph with its kind and what its line says of the article."""

    paragraph: Paragraph
    kind: BlockKind
    facts: masthead.Facts = masthead.Facts()


def article(seed: Seed, index: Index) -> tuple[Article, tuple[Finding, ...]]:
    """Lay out one seed; the front matter overrides what the header says."""
    parts = _header(paragraphs(seed.text, seed.body), index)
    parts = _body(parts)
    facts = _facts(part.facts for part in parts)
    found = _described(seed, facts, index)
    return replace(found, blocks=tuple(_blocks(parts))), ()


def _blocks(parts: Sequence[Part]) -> Iterator[Block]:
    number = 0
    for part in parts:
        number += part.kind in TEXT_BLOCKS
        yield Block(part.paragraph.start, part.paragraph.end, part.kind, number if part.kind in TEXT_BLOCKS else 0)


def _facts(stated: Iterator[masthead.Facts]) -> masthead.Facts:
    """Fold what the lines say into one; what stands first wins."""
    merged: dict[str, object] = {}
    for facts in stated:
        for field in facts.__struct_fields__:
            value = getattr(facts, field)
            if value and field not in merged:
                merged[field] = value
    return masthead.Facts(**merged)  # type: ignore[arg-type]


# The header: from the top down to the first paragraph of text.


def _header(found: Sequence[Paragraph], index: Index) -> list[Part]:
    parts: list[Part] = []
    for at, paragraph in enumerate(found[:_HEADER]):
        read = _read(paragraph) or _placed(paragraph, parts, found[at + 1 : at + 2], index)
        if not read:
            return [*parts, *(Part(rest, "paragraph") for rest in found[at:])]
        parts += read
        if read[-1].kind == "paragraph":
            return [*parts, *(Part(rest, "paragraph") for rest in found[at + 1 :])]
    return [*parts, *(Part(rest, "paragraph") for rest in found[_HEADER:])]


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
    if not following or len(line.split()) > _CAPTION_WORDS:
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
    caption = paragraph.text[:start].rstrip()
    first = replace(paragraph, end=paragraph.start + len(caption), text=caption)
    rest = replace(paragraph, start=paragraph.start + start, gap=0, text=paragraph.text[start:])
    return [Part(first, "caption"), Part(rest, "paragraph", facts)]


def _is_title(line: str, parts: Sequence[Part]) -> bool:
    """Whether a line is the title: under the masthead of an issue only in capitals, since captions stand there."""
    if len(line.split()) > _TITLE_WORDS:
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


# The body: headings, lists, notes, block quotations, captions, furniture.


def _body(parts: list[Part]) -> list[Part]:
    first = next((at for at, part in enumerate(parts) if part.kind == "paragraph"), len(parts))
    body = [part.paragraph for part in parts[first:]]
    margin = _margin(body)
    done: list[Part] = []
    in_notes = False
    for at, paragraph in enumerate(body):
        before = body[at - 1] if at else None
        after = body[at + 1] if at + 1 < len(body) else None
        kind = "note" if in_notes and _NOTE.match(paragraph.text) else _kind(paragraph, before, after, margin)
        in_notes = in_notes or (kind == "heading" and bool(_NOTES.match(paragraph.text)))
        done.append(Part(paragraph, kind, parts[first + at].facts))
    return [*parts[:first], *_tail(done)]


def _margin(body: Sequence[Paragraph]) -> int:
    """Give the indent that most paragraphs have."""
    indents = sorted(paragraph.indent for paragraph in body)
    return indents[len(indents) // 2] if indents else 0


def _kind(paragraph: Paragraph, before: Paragraph | None, after: Paragraph | None, margin: int) -> BlockKind:
    line = paragraph.text
    deep = paragraph.indent - margin
    if line.startswith("[") and _NOTE.match(line):
        return "note"
    if deep >= _QUOTE_INDENT and (_QUOTED.match(line) or deep > _QUOTE_INDENT):
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


# The article's own record.


def _described(seed: Seed, facts: masthead.Facts, index: Index) -> Article:
    meta = seed.meta
    publication = _text(meta, "publication") or facts.publication or None
    known = index.publication(publication) if publication else None
    volume = _number(meta, "volume") or facts.volume or None
    stated = _text(meta, "date") or facts.date or None
    date, basis = stated, None
    if date is None and volume and known is not None and known.volume_one is not None:
        date = str(known.volume_one + volume - 1)
        basis = f"volume {volume} of {known.name} is {date}"
    title = _text(meta, "title") or facts.title or None
    stem = seed.path.rpartition("/")[2].rpartition(".")[0]
    return Article(
        id=_text(meta, "slug") or slug.slug(title or "") or slug.slug(stem),
        seed=seed.path,
        sha256=seed.sha256,
        text=seed.text,
        blocks=(),
        title=title,
        publication=publication,
        series=known.id if known else None,
        volume=volume,
        issue=_number(meta, "issue") or facts.issue or None,
        date=date,
        date_basis=basis,
        authors=_names(meta) or facts.authors,
        url=_text(meta, "url") or None,
        language=_text(meta, "language") or None,
        description=_text(meta, "description") or None,
    )


def _text(meta: Mapping[str, object], key: str) -> str:
    value = meta.get(key)
    return "" if value is None else str(value).strip()


def _number(meta: Mapping[str, object], key: str) -> int:
    value = _text(meta, key)
    return int(value) if value.isdecimal() else 0


def _names(meta: Mapping[str, object]) -> tuple[str, ...]:
    value = meta.get("authors")
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    return tuple(str(name).strip() for name in value) if isinstance(value, Sequence) else ()
