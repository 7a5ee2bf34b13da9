"""Gather the tokens of a citation into fields, dates and separators."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from generator.analyse.cite import outlets, when
from generator.analyse.cite.tokens import Tokens, tokens
from generator.analyse.cite.when import When

_LEAD = re.compile(
    r"(?:(?:[Ss]ee(?: also)?|SEE(?: ALSO)?|[Aa]lso(?: see)?|and|[Cc]f\.?|[Ee]\.g\.,?|i\.e\.,?|[Ff]or (?:example"
    r"|instance)"
    r"|[Ee]specially|[Cc]ompare|[Ss]ources?:|SOURCES?:|[Aa]ccording to"
    r"|[Aa]s (?:reported|quoted|cited|carried|published|broadcast) (?:by|in|on)"
    r"|(?:[Rr]eported|[Qq]uoted|[Cc]ited|[Cc]arried|[Pp]ublished|[Bb]roadcast|[Tt]ranslated) (?:by|in|on|from)"
    r"|per|via|from|by|with|in|both|originally)(?=[\s,:]|$)[,:]?\s{0,40})"
)
_LEADS = 4
_SEE = re.compile(r"(?:see|also|cf|according|reported|quoted|source|as (?:reported|quoted|cited))", re.IGNORECASE)
_TRAIL = re.compile(
    r"(?:^|\s)(?:(?:last )?(?:accessed|retrieved|viewed|visited|posted|aired|broadcast|published|updated|dated"
    r"|issued?|edition)"
    r"(?: on| of)?|on|of|for|from|in its|in)$"
)
_ACCESSED = re.compile(r"(?:last )?(?:accessed|retrieved|viewed|visited)\b")
_TITLE_WORDS = 3
_DATING = frozenset("mnYed")
_ARTICLES = frozenset({"the", "The", "its", "a"})  # "the 5 January Monitor"
_CLOSING = frozenset({"", ",", ";", ".", "g"})
_SKIPPED = frozenset("&-.g")  # where no word stands before them


class Field(Struct, frozen=True):
    """Words between separators, lead words and closing words cut off."""

    text: str
    quoted: bool = False
    seen: bool = False  # led in by "see", "as reported by" or their like
    accessed: bool = False  # begins with "accessed on", so an address stood before it


Element = Field | tuple[When, ...] | str
"""A field, the dates that stand together, or a separator: ``,`` or ``;``."""


def elements(content: str) -> Iterator[Element]:
    """Yield the fields, dates and separators of what stands in a bracket."""
    cut = tokens(content)
    at = first = 0  # the field begins at *first*
    dated = False
    while at < len(cut.kinds):
        kind = cut.kinds[at]
        dates = _dates(cut, first, at) if kind in _DATING else None
        if dates and not dates.found:  # words: “February 31”
            at = dates.after
            continue
        separates = kind in ",;" or (kind == "." and dated and first == at)
        title = _title(cut.text(at)) if kind == "q" else None
        if not (dates or separates or title):
            if first == at and kind in _SKIPPED:
                first += 1
            at += 1
            continue
        if first < at:
            field = _field(cut.words(first, at))
            yield Field("", seen=field.seen, accessed=field.accessed) if dates and field.text in _ARTICLES else field
        if dates:
            yield dates.found
        elif title:
            yield title
        else:
            yield "," if kind == "," else ";"
        dated = dates is not None
        at = first = dates.after if dates else at + 1
    if first < at:
        yield _field(cut.words(first, at))


def _title(quoted: str) -> Field | None:
    """Give a field for words in quotation marks that are a title: three or more, or closed by a comma."""
    long = len(quoted.split()) >= _TITLE_WORDS
    return Field(outlets.clean(quoted), quoted=long) if long or quoted[-2] == "," else None


def _dates(cut: Tokens, first: int, at: int) -> when.Dates | None:
    """Read dates; a month or a year alone counts only where it is a field of its own."""
    before = cut.text(at - 1) if first < at else ""
    if before and before != "on" and cut.kinds.startswith("n,", at):
        return None  # "Channel 5, 3 April"
    found = when.read(cut, at)
    if not (found and found.found) or found.found[0].first.day:
        return found
    following = cut.kinds[found.after : found.after + 1]
    alone = found.found[0].first.month and not found.found[0].first.year
    if following not in _CLOSING or (alone and before and before not in {"in", "of", "for"}):
        return None
    return found


@lru_cache(maxsize=4096)  # articles cite the same outlets
def _field(text: str) -> Field:
    seen = False
    for _ in range(_LEADS):
        lead = _LEAD.match(text)
        if not lead:
            break
        seen = seen or bool(_SEE.match(lead.group()))
        text = text[lead.end() :]
    return Field(outlets.clean(_TRAIL.sub("", text)), seen=seen, accessed=bool(_ACCESSED.match(text)))
