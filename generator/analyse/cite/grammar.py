"""Parse a citation: split at each date, share a date among outlets, let a part inherit the outlet before it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.analyse.cite import naming
from generator.analyse.cite.elements import Element, Field, elements
from generator.analyse.cite.naming import Kind, Name
from generator.analyse.cite.when import When


class Report(Struct, frozen=True):
    """One outlet with its dates, as a citation names it."""

    outlet: str  # as printed; empty where the bracket has none
    dates: tuple[When, ...] = ()
    locator: str = ""
    author: str = ""
    lost: bool = False  # there was a name, which somebody deleted
    seen: bool = False  # led in by "see", "as reported by" or their like
    implied: bool = False  # the outlet stands in the sentence around the bracket


class _Segment(Struct, frozen=True):
    """The fields before some dates, or with no dates those behind the last."""

    fields: tuple[Field, ...]
    dates: tuple[When, ...]
    lost: bool


def parse(content: str, kind: Kind) -> tuple[Report, ...]:
    """Parse what stands in a bracket into the reports that it cites, in their order."""
    found: list[Report] = []
    names: tuple[Name, ...] = ()
    for part in _parts(list(elements(content)), kind):
        reports, names = _part(part, names, kind)
        found += reports
    return tuple(found)


def _parts(found: Sequence[Element], kind: Kind) -> Iterator[list[Element]]:
    """Split at semicolons; outlets that wait for a date share that of the part behind them."""
    part: list[Element] = []
    for at, element in enumerate(found):
        if element != ";":
            part.append(element)
            continue
        following = found[at + 1] if at + 1 < len(found) else None
        if part and _waits(part, following, kind):
            part.append(",")
            continue
        yield part or [","]
        part = []
    if part:
        yield part


def _waits(part: Sequence[Element], following: Element | None, kind: Kind) -> bool:
    """Whether a part without a date takes that of the part behind it."""
    fields = [field for field in part if isinstance(field, Field) and field.text]
    if not fields or any(isinstance(element, tuple) for element in part):
        return False
    if isinstance(following, tuple):
        return True
    return isinstance(following, Field) and all(kind(field.text) == "outlet" for field in fields)


def _part(part: Sequence[Element], before: tuple[Name, ...], kind: Kind) -> tuple[list[Report], tuple[Name, ...]]:
    """Parse what stands between semicolons; *before* are the outlets that it inherits where it has none."""
    seen, (first, *rest) = _segments(part)
    if first.dates and not first.fields and not first.lost and len(rest) == 1 and not rest[0].dates:
        names = naming.names(rest[0].fields, kind)
        if any(not naming.locates(field.text) for field in rest[0].fields):
            return [_report(name, first.dates, seen=seen) for name in names], names
    reports: list[Report] = []
    names = before
    for segment in (first, *rest):
        if segment.fields and (segment.dates or not reports):
            names = naming.names(segment.fields, kind)
        if segment.lost and not segment.fields:
            reports.append(Report("", segment.dates, lost=True, seen=seen))
        elif not segment.dates and reports:
            reports = _trailed(reports, segment.fields, kind)
        elif names:
            reports += (_report(name, segment.dates, seen=seen) for name in names)
        else:
            reports.append(Report("", segment.dates, seen=seen))
    return reports, names


def _segments(part: Sequence[Element]) -> tuple[bool, list[_Segment]]:
    """Split a part at each of its dates, and tell whether it is led in by "see".

    A comma with nothing before it tells that a name was lost.
    """
    segments: list[_Segment] = []
    fields: list[Field] = []
    seen, bare, lost = False, True, False
    for element in part:
        if isinstance(element, tuple):
            segments.append(_Segment(tuple(fields), element, lost))
            fields, bare, lost = [], False, False
        elif isinstance(element, Field):
            seen = seen or element.seen
            lost = lost or element.accessed
            if element.text:
                fields.append(element)
                bare = False
        elif bare:
            lost = True
    if fields or lost or not segments:
        segments.append(_Segment(tuple(fields), (), lost))
    return seen, segments


def _report(name: Name, dates: tuple[When, ...], *, seen: bool) -> Report:
    return Report(name.outlet, dates, name.title, name.author, seen=seen)


def _trailed(reports: Sequence[Report], fields: Sequence[Field], kind: Kind) -> list[Report]:
    """Add what stands behind the last date: a place in the report, or an outlet without a date."""
    located = list(reports)
    for field in fields:
        if kind(field.text) == "outlet":
            located.append(Report(field.text, (), seen=field.seen))
        else:
            last = located[-1]
            located[-1] = replace(last, locator=f"{last.locator}, {field.text}" if last.locator else field.text)
    return located
