"""Lay an article out: which part each stretch of its text plays, and what its header says."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator import slug
from generator.analyse.index import Index
from generator.analyse.layout import body, header, masthead
from generator.analyse.layout.lines import paragraphs
from generator.analyse.layout.part import Part
from generator.model import TEXT_BLOCKS, Article, Block, Finding, Seed


def article(seed: Seed, index: Index) -> tuple[Article, tuple[Finding, ...]]:
    """Lay out one seed; the front matter overrides what the header says."""
    parts = body.parts(header.parts(paragraphs(seed.text, seed.body), index))
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
        fixed=bool(_text(meta, "slug")),
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
