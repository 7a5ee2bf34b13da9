"""Parse a citation: split at each date, share a date among outlets, let a part inherit the outlet before it."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.analyse import outlets, when
from generator.analyse.tokens import Token, tokens
from generator.analyse.when import When

_LEAD = re.compile(
    r"(?:(?:[Ss]ee(?: also)?|SEE(?: ALSO)?|[Aa]lso(?: see)?|and|[Cc]f\.?|[Ee]\.g\.,?|i\.e\.,?|[Ff]or (?:example|instance)|[Ee]specially"
    r"|[Cc]ompare|[Ss]ources?:|SOURCES?:|[Aa]ccording to|[Aa]s (?:reported|quoted|cited|carried|published|broadcast) (?:by|in|on)"
    r"|(?:[Rr]eported|[Qq]uoted|[Cc]ited|[Cc]arried|[Pp]ublished|[Bb]roadcast) (?:by|in|on)|per|via|from|by|with|in|both|originally)"
    r"(?=[\s,:]|$)[,:]?\s{0,40})"
)
_LEADS = 4
_SEE = re.compile(r"(?:see|also|cf|according|reported|quoted|source|as (?:reported|quoted|cited))", re.IGNORECASE)
_TRAIL = re.compile(
    r"(?:^|\s)(?:(?:last )?(?:accessed|retrieved|viewed|visited|posted|aired|broadcast|published|updated|dated|issued?|edition)"
    r"(?: on| of)?|on|of|for|from|in its|in)$"
)
_ACCESSED = re.compile(r"(?:last )?(?:accessed|retrieved|viewed|visited)\b")
_LOCATOR = re.compile(
    r"(?:para(?:graph)?s?\b\.?|p{1,2}\.|p{1,2}(?=\s?\d)|pages?\b|ch(?:ap(?:ter)?)?\b\.?|sec(?:tion)?s?\b\.?|art(?:icle)?s?\b\.?|[Nn]os?\.|[Nn]umber\b"
    r"|[Ii]ssue\b|[Vv]ol(?:ume)?\b\.?|min(?:ute)?s?\b\.?|lines?\b|col\b\.?|fn\b\.?|footnotes?\b|annex\b|appendix\b|[Ff]ig(?:ure)?\b\.?|[Tt]able\b|§)"
    r"\s{0,3}[\dIVXLivxl#A-Z][\w.:–-]{0,12}|^\d{1,4}(?::\d\d)?(?:\s?(?:GMT|UTC|hours|[ap]\.?m\.?))?$",
)
_IN = re.compile(
    r"(?P<author>[A-Z][\w.’'-]{0,30}(?:\s[A-Zad][\w.’'-]{0,30}){0,4}?)(?:[’']s)?(?:\s(?:article|interview|commentary|column|report|writing|speaking|remarks?|statement|as (?:quoted|cited)|quoted|cited|interviewed))?"
    r"\s(?:in|to|on|told|via|with|by)\s(?:an interview (?:with|to|in|on)\s)?(?P<outlet>(?:the\s)?[A-Z].{1,80})$"
)
_LANGUAGE = frozenset(
    "English Russian French German Arabic Spanish Chinese Persian Turkish Ukrainian Polish Serbian Korean Japanese".split()
)
_PERSON = re.compile(r"[A-Z][\w’'-]{1,30}(?:\s(?:[A-Z][\w’'-]{0,30}\.?|al|bin|ibn|van|von|de|da)){1,3}$")
_TITLE_WORDS = 4


class Report(Struct, frozen=True):
    """One outlet with its dates, as a citation names it."""

    outlet: str  # as printed; empty where the bracket has none
    dates: tuple[When, ...] = ()
    locator: str = ""
    author: str = ""
    gloss: bool = False  # the bracket has a city or a translation beside the name
    lost: bool = False  # there was a name, which somebody deleted
    seen: bool = False  # introduced by "see", "as reported by" or their like
    implied: bool = False  # the outlet stands in the sentence around the bracket


class Field(Struct, frozen=True):
    """Words between separators, lead words and closing words cut off."""

    text: str
    quoted: bool = False
    seen: bool = False
    gloss: bool = False
    accessed: bool = False  # nothing is left but "accessed on", which an address stood before


Element = Field | tuple[When, ...] | str
Kind = Callable[[str], str]
"""What the glossary has under some words: ``outlet``, ``person``, ``place``, or nothing."""


def parse(content: str, kind: Kind) -> tuple[Report, ...]:
    """Parse what stands in a bracket into the reports that it cites, in their order."""
    return tuple(_reports(list(_elements(content, tokens(content))), kind))


# From tokens to elements: fields, dates and separators.


def _elements(content: str, cut: Sequence[Token]) -> Iterator[Element]:
    at, run = 0, []  # type: int, list[Token]
    dated = False
    while at < len(cut):
        token = cut[at]
        found = _dates(cut, at, run) if token.kind in _DATING else None
        closes = found or token.kind in {"comma", "semicolon"} or (token.kind == "stop" and dated and not run)
        if closes or (token.kind == "quote" and _is_title(token)):
            if run:
                yield _field(content, run)
            run = []
            if found:
                yield found.found
            elif token.kind == "quote":
                yield Field(outlets.clean(token.text), quoted=True)
            else:
                yield "," if token.kind == "comma" else ";"
            at = found.after if found else at + 1
            dated = found is not None
            continue
        if run or token.kind not in {"and", "dash", "stop", "gloss"}:
            run.append(token)
        at += 1
    if run:
        yield _field(content, run)


_DATING = frozenset({"month", "number", "year", "date", "weekday"})
_CLOSING = frozenset({"", "comma", "semicolon", "stop", "gloss"})


def _dates(cut: Sequence[Token], at: int, run: Sequence[Token]) -> when.Dates | None:
    """Read dates; a month or a year alone counts only where it is a field of its own."""
    found = when.read(cut, at)
    if found is None or found.found[0].first.day:
        return found
    following = cut[found.after].kind if found.after < len(cut) else ""
    alone = found.found[0].first.month and not found.found[0].first.year
    if following not in _CLOSING or (alone and run and run[-1].text not in {"in", "of", "for"}):
        return None
    return found


def _is_title(token: Token) -> bool:
    return len(token.text.split()) >= _TITLE_WORDS or token.text[-2] == ","


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


# From elements to reports.


class _Name(Struct, frozen=True):
    outlet: str
    author: str = ""
    title: str = ""
    seen: bool = False
    gloss: bool = False


def _reports(elements: Sequence[Element], kind: Kind) -> Iterator[Report]:
    """Walk through the elements once; what waits for its date is *pending*."""
    pending: list[Field] = []
    names: tuple[_Name, ...] = ()
    early: tuple[When, ...] = ()
    ready: list[Report] = []
    bare, lost, seen = True, False, False
    for at, element in enumerate([*elements, ";"]):
        if element == ",":
            lost = lost or bare
        elif isinstance(element, Field):
            seen = seen or element.seen
            lost = lost or element.accessed
            if element.text:
                bare = False
                pending.append(element)
        elif isinstance(element, tuple):
            if pending:
                names = _names(pending, kind, seen=seen)
                ready += (_report(name, element) for name in names)
            elif lost:
                ready.append(Report("", element, lost=True, seen=seen))
            elif bare and _is_early(elements, at):
                early = element
            else:
                ready += (_report(name, element) for name in names)
                ready += () if names else (Report("", element, seen=seen),)
            pending, bare, lost = [], False, False
        elif element == ";":
            if early:
                names = _names(pending, kind, seen=seen)
                ready += (_report(name, early) for name in names)
            elif ready:
                ready = _trailed(ready, pending, kind)
            elif pending and at < len(elements) and all(kind(field.text) == "outlet" for field in pending):
                continue
            elif pending:
                ready += (_report(name, ()) for name in _names(pending, kind, seen=seen))
            elif lost or (bare and at < len(elements)):
                ready.append(Report("", (), lost=True))
            yield from ready
            pending, early, ready, bare, lost = [], (), [], True, False


def _is_early(elements: Sequence[Element], at: int) -> bool:
    """Whether dates stand before their outlet: a name follows in this part, and no other date."""
    named = False
    for element in elements[at + 1 :]:
        if element == ";":
            break
        if isinstance(element, tuple):
            return False
        named = named or (isinstance(element, Field) and bool(element.text) and not _LOCATOR.match(element.text))
    return named


def _report(name: _Name, dates: tuple[When, ...]) -> Report:
    return Report(name.outlet, dates, name.title, name.author, gloss=name.gloss, seen=name.seen)


def _trailed(ready: Sequence[Report], pending: Sequence[Field], kind: Kind) -> list[Report]:
    """Add what stands behind the last date: a place in the report, or an outlet without a date."""
    located = list(ready)
    for field in pending:
        if kind(field.text) == "outlet":
            located.append(Report(field.text, (), seen=field.seen))
        else:
            last = located[-1]
            located[-1] = replace(last, locator=f"{last.locator}, {field.text}" if last.locator else field.text)
    return located


def _names(pending: Sequence[Field], kind: Kind, *, seen: bool) -> tuple[_Name, ...]:
    """Give the outlets of a run of fields; a work has its author and its title before it."""
    located = [field.text for field in pending if _LOCATOR.match(field.text)]
    fields = [field for field in pending if not _LOCATOR.match(field.text)] or list(pending)
    locator = ", ".join(located) if len(fields) < len(pending) else ""
    work = _work(fields, kind)
    if work is not None:
        return (replace(work, seen=seen),)
    kinds = [kind(field.text) for field in fields]
    if "outlet" in kinds:
        author = next((field.text for field, what in zip(fields, kinds, strict=True) if what == "person"), "")
        fields = [field for field, what in zip(fields, kinds, strict=True) if what not in {"person", "place"}]
    else:
        author = ""
    named = [name for field in fields for name in _split(field.text, kind)]
    return tuple(
        _Name(name.outlet, name.author or author, locator, seen, any(field.gloss for field in fields)) for name in named
    )


def _work(fields: Sequence[Field], kind: Kind) -> _Name | None:
    """Read ``A Person, The Title: Of It, A Series`` and ``A Person, “The Title,” An Outlet``."""
    titles = [at for at, field in enumerate(fields) if field.quoted or ": " in field.text]
    if not titles or kind(fields[0].text) == "outlet":
        return None
    title = ", ".join(fields[at].text for at in titles)
    others = [field.text for at, field in enumerate(fields) if at not in titles]
    if not others:
        return _Name(fields[-1].text) if not fields[-1].quoted else None
    by = others[0] if len(others) > 1 and _PERSON.match(others[0]) else ""
    return _Name(others[-1], author=by, title=title)


def _split(text: str, kind: Kind) -> tuple[_Name, ...]:
    """Cut the writer from the outlet, and two outlets joined by "and" from each other."""
    if kind(text) == "outlet":
        return (_Name(text),)
    if " and " in text:
        parts = text.split(" and ")
        if all(kind(part) == "outlet" or outlets.media(part) for part in parts):
            return tuple(_Name(part) for part in parts)
    found = _IN.match(text)
    if (
        found
        and found["outlet"] not in _LANGUAGE
        and (kind(found["outlet"]) == "outlet" or _PERSON.match(found["author"]))
    ):
        return (_Name(found["outlet"], author=found["author"]),)
    if found and found["outlet"] in _LANGUAGE:
        return (_Name(found["author"]),)
    return (_Name(text),)
