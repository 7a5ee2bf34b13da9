"""Read the dates of a citation from its tokens: both orders, lists of days, ranges, with or without a year."""

import re
from collections.abc import Sequence

from msgspec import Struct

from generator import dates
from generator.analyse.cite.tokens import Tokens
from generator.dates import Date

# Over the kinds of tokens. A list of numbers is cut at a month's length, so that it costs no more than its own.
_YEAR = r"(?P<year>,?y(?!k)|z)?"  # but not the “2000” of “2000 GMT”
_MONTH_FIRST = re.compile(  # “March 25, 26”, but of “May 3, 7 Days” the 7 is an outlet’s
    rf"m(?P<days>n(?:-n(?!m))?(?:(?:,&?|&)n(?=[-,;&.ygn]|$)(?:-n(?!m))?){{0,30}})?{_YEAR}"
)
_DAY_FIRST = re.compile(rf"(?P<days>n(?:-n)?(?:(?:,&?|&)n(?:-n)?){{0,30}})[-.o]?m{_YEAR}")
_DAYS = re.compile(r"n(?:-n)?")
_WEEKDAY = re.compile(r"(?:d,?)?")


class When(Struct, frozen=True):
    """A day, month or year, or with *last* a range of days."""

    first: Date
    last: Date | None = None


class Dates(Struct, frozen=True):
    """Some dates that stand together, and the position of the token behind them."""

    found: tuple[When, ...]
    after: int


def read(tokens: Tokens, at: int) -> Dates | None:
    """Read the dates that begin at token *at*, None where none does."""
    weekday = _WEEKDAY.match(tokens.kinds, at)
    group = _group(tokens, weekday.end() if weekday else at)
    if group is None:
        return None
    found, after = list(group.found), group.after
    while (link := tokens.kinds[after : after + 1]) in {"-", "&"}:  # “March 28-April 2”, “March 29 and April 2”
        following = _group(tokens, after + 1)
        if following is None or not following.found[0].first.day:
            break
        if link == "-":
            found[-1] = When(found[-1].first, following.found[0].last or following.found[0].first)
            found += following.found[1:]
        else:
            found += following.found
        after = following.after
    return Dates(_shared_year(found), after)


def _shared_year(found: Sequence[When]) -> tuple[When, ...]:
    """Give dates without a year the one that is printed behind the last of them."""
    year = (found[-1].last or found[-1].first).year
    return tuple(_in_year(when, year) for when in found) if year else tuple(found)


def _in_year(when: When, year: int) -> When:
    first, last = _dated(when.first, year), when.last and _dated(when.last, year)
    if last and last < first:
        first = Date(first.year - 1, first.month, first.day)
    return When(first, last)


def _dated(date: Date, year: int) -> Date:
    return date if date.year else Date(year, date.month, date.day)


def _group(tokens: Tokens, at: int) -> Dates | None:
    """Read one month with its days and year."""
    kind = tokens.kinds[at : at + 1]
    if kind == "e":
        return _checked([_exact(tokens.text(at))], at + 1)
    if kind == "y" and len(tokens.text(at)) == len("2010"):
        return Dates((When(Date(int(tokens.text(at)))),), at + 1)
    order = {"m": _MONTH_FIRST, "n": _DAY_FIRST}.get(kind)
    found = order and order.match(tokens.kinds, at)
    return _read(tokens, found) if found else None


def _exact(text: str) -> When:
    if "-" in text:
        return When(dates.parse(text) or Date())
    return When(Date(dates.year(text[-2:]), dates.month(text[-5:-2]), dates.day(text[:-5])))


def _read(tokens: Tokens, found: re.Match[str]) -> Dates | None:
    """Read what a pattern *found*: the days on which a range begins and ends, or a month without a day."""
    year = dates.year(tokens.text(found.end() - 1)) if found["year"] else 0
    month = dates.month(tokens.text(tokens.kinds.index("m", found.start())))
    if not found["days"]:
        return _checked([When(Date(year, month))], found.end())
    whens: list[When] = []
    for days in _DAYS.finditer(tokens.kinds, *found.span("days")):
        first = dates.day(tokens.text(days.start()))
        last = dates.day(tokens.text(days.end() - 1)) if len(days.group()) > 1 else 0
        if 0 < last <= first and tokens.kinds.startswith("m", days.end()):
            return None  # “28-4 March” is no range
        whens.append(When(Date(year, month, first), Date(year, month, last) if last else None))
    return _checked(whens, found.end())


def _checked(found: Sequence[When], after: int) -> Dates | None:
    possible = all(when.first.possible and (when.last is None or when.last.possible) for when in found)
    return Dates(tuple(found), after) if possible else None
