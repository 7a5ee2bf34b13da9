"""Read the dates of a citation from its tokens: both orders, lists of days, ranges, with or without a year."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from generator import dates
from generator.analyse.cite.tokens import Tokens
from generator.dates import Date

# Over the kinds of tokens. A list of numbers is cut at a month's length, so that it costs no more than its own.
_YEAR = r"(?:,?[Yy](?!k)|z)?"  # but not the “2000” of “2000 GMT”
_MONTH = re.compile(
    rf"m(?:n(?:-n(?!m))?(?:(?:,&?|&)n(?=[-,;&.gnYy]|$)(?:-n(?!m))?){{0,30}})?{_YEAR}"  # but not “May 3, 7 Days”
    rf"|n(?:-n)?(?:(?:,&?|&)n(?:-n)?){{0,30}}[-.o]?m{_YEAR}"
    r"|e|Y"
)
_DAYS = re.compile(r"n(?:-n)?")
_WEEKDAY = re.compile(r"(?:d,?)?")


class When(Struct, frozen=True):
    """A day, month or year, or with *last* a range of days."""

    first: Date
    last: Date | None = None


class Dates(Struct, frozen=True):
    """Some dates that stand together, none where the calendar has no such day, and the position behind them."""

    found: tuple[When, ...]
    after: int


def read(tokens: Tokens, at: int) -> Dates | None:
    """Read the dates that begin at token *at*, None where none does."""
    weekday = _WEEKDAY.match(tokens.kinds, at)
    group = _group(tokens, weekday.end() if weekday else at)
    if group is None or not group.found:
        return group
    found, after = list(group.found), group.after
    while (link := tokens.kinds[after : after + 1]) in {"-", "&"}:  # “March 28-April 2”, “March 29 and April 2”
        following = _group(tokens, after + 1)
        if not (following and following.found and following.found[0].first.day):
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
    """Read one month with its days and year, or a date in figures."""
    found = _MONTH.match(tokens.kinds, at)
    if found is None:
        return None
    whens = _whens(found.group(), tuple([tokens.text(at) for at in range(at, found.end())]))
    return Dates(whens, found.end())


@lru_cache(maxsize=4096)  # the days of a year in many ways to write them
def _whens(kinds: str, texts: Sequence[str]) -> tuple[When, ...]:
    """Read tokens that the pattern above matches; give nothing where the calendar has no such day."""
    whens = [_exact(texts[0])] if kinds == "e" else list(_of_month(kinds, texts))
    possible = all(when.first.possible and (when.last is None or when.last.possible) for when in whens)
    return tuple(whens) if possible else ()


def _exact(text: str) -> When:
    if "-" in text:
        return When(dates.parse(text) or Date())
    if "." in text or "/" in text:
        return When(dates.numeric(text) or Date())
    return When(Date(dates.year(text[-2:]), dates.month(text[-5:-2]), dates.day(text[:-5])))


def _of_month(kinds: str, texts: Sequence[str]) -> Iterator[When]:
    year = dates.year(texts[-1]) if kinds[-1] in "Yyz" else 0
    month = dates.month(texts[kinds.index("m")]) if "m" in kinds else 0
    if "n" not in kinds:
        yield When(Date(year, month))
    for days in _DAYS.finditer(kinds):
        first, last = dates.day(texts[days.start()]), dates.day(texts[days.end() - 1])
        alone = days.end() - days.start() == 1
        backwards = last <= first and kinds.startswith("m", days.end())  # “28-4 March” is no range
        yield When(Date(year, month, first), None if alone else Date() if backwards else Date(year, month, last))
