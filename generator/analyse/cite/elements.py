"""Gather the tokens of a citation into fields, dates and separators."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.analyse.cite import outlets, when
from generator.analyse.cite.tokens import Token, tokens
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
_DATING = frozenset({"month", "number", "year", "date", "weekday"})
_ARTICLES = frozenset({"the", "The", "its", "a"})  # "the 5 January Monitor"
_CLOSING = frozenset({"", "comma", "semicolon", "stop", "gloss"})
_SKIPPED = frozenset({"and", "dash", "stop", "gloss"})  # where no word stands before them


class Field(Struct, frozen=True):
    """Words between separators, lead words and closing words cut off."""

    text: str
    quoted: bool = False
    seen: bool = False  # led in by "see", "as reported by" or their like
    gloss: bool = False  # a bracket stood in it, a city or a translation
    accessed: bool = False  # begins with "accessed on", so an address stood before it


Element = Field | tuple[When, ...] | str
"""A field, the dates that stand together, or a separator: ``,`` or ``;``."""


def elements(content: str) -> Iterator[Element]:
    """Yield the fields, dates and separators of what stands in a bracket."""
    cut = tokens(content)
    at, run = 0, list[Token]()
    dated = False
    while at < len(cut):
        token = cut[at]
        dates = _dates(cut, at, run) if token.kind in _DATING else None
        separates = token.kind in {"comma", "semicolon"} or (token.kind == "stop" and dated and not run)
        title = token.kind == "quote" and (token.text[-2] == "," or len(token.text.split()) >= _TITLE_WORDS)
        if not (dates or separates or title):
            if run or token.kind not in _SKIPPED:
                run.append(token)
            at += 1
            continue
        if run:
            field = _field(content, run)
            yield replace(field, text="") if dates and field.text in _ARTICLES else field
        run = []
        if dates:
            yield dates.found
        elif title:
            yield Field(outlets.clean(token.text), quoted=len(token.text.split()) >= _TITLE_WORDS)
        else:
            yield "," if token.kind == "comma" else ";"
        dated = dates is not None
        at = dates.after if dates else at + 1
    if run:
        yield _field(content, run)


def _dates(cut: Sequence[Token], at: int, run: Sequence[Token]) -> when.Dates | None:
    """Read dates; a month or a year alone counts only where it is a field of its own."""
    named = cut[at].kind == "number" and run and at + 1 < len(cut) and cut[at + 1].kind == "comma"
    found = None if named and run[-1].text != "on" else when.read(cut, at)  # "Channel 5, 3 April"
    if found is None or found.found[0].first.day:
        return found
    following = cut[found.after].kind if found.after < len(cut) else ""
    alone = found.found[0].first.month and not found.found[0].first.year
    if following not in _CLOSING or (alone and run and run[-1].text not in {"in", "of", "for"}):
        return None
    return found


def _field(content: str, run: Sequence[Token]) -> Field:
    kept = [token for token in run if token.kind != "gloss"]
    pieces, end = [], kept[0].start
    for token in kept:
        pieces.append(content[end : token.start] if content[end : token.start].isspace() else "")
        pieces.append(token.text)
        end = token.end
    text = "".join(pieces)
    seen = False
    for _ in range(_LEADS):
        lead = _LEAD.match(text)
        if not lead:
            break
        seen = seen or bool(_SEE.match(lead.group()))
        text = text[lead.end() :]
    accessed = bool(_ACCESSED.match(text))
    return Field(outlets.clean(_TRAIL.sub("", text)), seen=seen, gloss=len(kept) < len(run), accessed=accessed)
