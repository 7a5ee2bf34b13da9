"""Read the dates of a citation from its tokens: both orders, lists of days, ranges, with or without a year."""

from collections.abc import Sequence

from msgspec import Struct

from generator import dates
from generator.analyse.cite.tokens import Token
from generator.dates import Date

_AFTER_DAY = frozenset({"comma", "semicolon", "and", "dash", "year", "stop", "gloss", "number"})
_CLOCK = frozenset({"GMT", "UTC", "hours", "hrs"})
_MOST = 31  # days; so that a list of numbers costs no more than its length


class When(Struct, frozen=True):
    """A day, month or year, or with *last* a range of days."""

    first: Date
    last: Date | None = None


class Dates(Struct, frozen=True):
    """Some dates that stand together, and the position of the token behind them."""

    found: tuple[When, ...]
    after: int


def read(tokens: Sequence[Token], at: int) -> Dates | None:
    """Read the dates that begin at token *at*, None where none does."""
    start = _behind_weekday(tokens, at)
    group = _group(tokens, start)
    if group is None:
        return None
    found, after = list(group.found), group.after
    while (link := _link(tokens, after)) and (following := _group(tokens, link[1])) and following.found[0].first.day:
        if link[0] == "dash":
            found[-1] = When(found[-1].first, following.found[0].last or following.found[0].first)
            found += following.found[1:]
        else:
            found += following.found
        after = following.after
    return Dates(_shared_year(found), after)


def _behind_weekday(tokens: Sequence[Token], at: int) -> int:
    if _kind(tokens, at) == "weekday":
        return at + 2 if _kind(tokens, at + 1) == "comma" else at + 1
    return at


def _kind(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].kind if at < len(tokens) else ""


def _link(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Give what joins two full dates, ``March 28-April 2`` or ``March 29 and April 2``."""
    return (tokens[at].kind, at + 1) if _kind(tokens, at) in {"dash", "and"} else None


def _shared_year(found: Sequence[When]) -> tuple[When, ...]:
    """Give dates without a year the one that is printed behind the last of them."""
    year = (found[-1].last or found[-1].first).year
    shared = []
    for when in found:
        first = when.first if when.first.year else Date(year, when.first.month, when.first.day)
        last = when.last and (when.last if when.last.year else Date(year, when.last.month, when.last.day))
        if last and first.year and last < first:
            first = Date(first.year - 1, first.month, first.day)
        shared.append(When(first, last))
    return tuple(shared)


def _group(tokens: Sequence[Token], at: int) -> Dates | None:
    """Read one month with its days and year."""
    kind = _kind(tokens, at)
    if kind == "date":
        return _checked([_exact(tokens[at].text)], at + 1)
    if kind == "month":
        return _month_first(tokens, at)
    if kind == "number":
        return _day_first(tokens, at)
    if kind == "year" and len(tokens[at].text) == len("2010"):
        return Dates((When(Date(int(tokens[at].text))),), at + 1)
    return None


def _exact(text: str) -> When:
    if "-" in text:
        return When(dates.parse(text) or Date())
    return When(Date(dates.year(text[-2:]), dates.month(text[-5:-2]), dates.day(text[:-5])))


def _month_first(tokens: Sequence[Token], at: int) -> Dates | None:
    month = dates.month(tokens[at].text)
    days, after = _days(tokens, at + 1, month_first=True)
    year, after = _year(tokens, after)
    if not days:
        return _checked([When(Date(year, month))], after)
    return _checked([_when(year, month, first, last) for first, last in days], after)


def _day_first(tokens: Sequence[Token], at: int) -> Dates | None:
    days, after = _days(tokens, at, month_first=False)
    if _kind(tokens, after) in {"dash", "stop"} or (_kind(tokens, after) == "word" and tokens[after].text == "of"):
        after += 1
    if not days or _kind(tokens, after) != "month":
        return None
    month = dates.month(tokens[after].text)
    year, after = _year(tokens, after + 1)
    return _checked([_when(year, month, first, last) for first, last in days], after)


def _when(year: int, month: int, first: int, last: int) -> When:
    return When(Date(year, month, first), Date(year, month, last) if last else None)


def _checked(found: Sequence[When], after: int) -> Dates | None:
    possible = all(when.first.possible and (when.last is None or when.last.possible) for when in found)
    return Dates(tuple(found), after) if possible else None


def _days(tokens: Sequence[Token], at: int, *, month_first: bool) -> tuple[list[tuple[int, int]], int]:
    """Read ``25,18``, ``28-31``, ``29 and 30``: the first day of each and the last of a range, else 0."""
    days: list[tuple[int, int]] = []
    after = at
    while (
        len(days) < _MOST
        and (day := _day(tokens, at))
        and (not month_first or _ends_day(tokens, at + 1, first=not days))
    ):
        after = at + 1
        last = _day(tokens, after + 1) if _kind(tokens, after) == "dash" else 0
        if last and (_kind(tokens, after + 2) != "month" or (not month_first and last > day)):
            days.append((day, last))
            after += 2
        else:
            days.append((day, 0))
        at = _behind_separator(tokens, after)
        if at == after:
            break
    return days, after


def _day(tokens: Sequence[Token], at: int) -> int:
    return dates.day(tokens[at].text) if _kind(tokens, at) == "number" else 0


def _ends_day(tokens: Sequence[Token], at: int, *, first: bool) -> bool:
    """Whether a number behind a month is a day: an outlet may begin with one (``May 3, 7 Days, May 4``)."""
    kind = _kind(tokens, at)
    return not kind or first or kind in _AFTER_DAY


def _behind_separator(tokens: Sequence[Token], at: int) -> int:
    kind = _kind(tokens, at)
    if kind == "comma" and _kind(tokens, at + 1) == "and":
        return at + 2
    return at + 1 if kind in {"comma", "and"} else at


def _year(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Read a year, with or without a comma before it; 0 where none is printed."""
    behind = at + 1 if _kind(tokens, at) == "comma" else at
    if _kind(tokens, behind) == "year" and not (behind + 1 < len(tokens) and tokens[behind + 1].text in _CLOCK):
        return dates.year(tokens[behind].text), behind + 1
    short = tokens[at].text if _kind(tokens, at) == "word" else ""
    if len(short) == len("92") and short.isdecimal():
        return dates.year(short), at + 1
    return 0, at
