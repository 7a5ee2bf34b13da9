"""Dates as printed and as EDTF: reading days and months, and finding the year that was not printed."""

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

_NAMES = (
    ("january", "jan"),
    ("february", "feb", "febr"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sep", "sept"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBERS = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
_OCR = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_ORDINAL = re.compile(r"(?:st|nd|rd|th)$")
_NUMERIC = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)")
_CENTURY = 100
_PIVOT = 50  # a year of two digits below it is of this century
_LAST_MONTH = 12
_IN_EVERY_MONTH = 28

OLDEST_NEWS = 1920
"""The first year that a cited report is taken to be of; what is older is history."""

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
"""A month's name as a regular expression: capitalised, since ``may`` and ``march`` are words."""

WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
"""The name of a day of the week as a regular expression."""

YEAR = r"(?:1[5-9]|20)\d\d"
"""A year of four digits as a regular expression."""

DAY = r"(?:[012]?\d|3[01]|[1-3][Oo]|[Oo][1-9]|[1-2]?l)"
"""A day of the month as a regular expression, letter O for nought included."""


FORM = "a date of the calendar, such as 2010-02-04, 2010-02 or 2010"
"""What people write where a date is asked for."""


class Date(Struct, frozen=True, order=True):
    """A day, a month or a year; what is not known is 0."""

    year: int = 0
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """Write it as EDTF; a day of an unknown year has ``XXXX`` for it."""
        year = f"{self.year:04}" if self.year else "XXXX"
        return year + (f"-{self.month:02}" if self.month else "") + (f"-{self.day:02}" if self.day else "")

    @property
    def possible(self) -> bool:
        """Whether the calendar has it; 29 February only where the year is a leap year or unknown."""
        if not self.month:
            return not self.day and self.year > 0
        if self.day <= _IN_EVERY_MONTH:
            return self.month <= _LAST_MONTH
        return self.month <= _LAST_MONTH and self.day <= _length(self.year or 2000, self.month)

    @property
    def last(self) -> "Date":
        """The last day of the month or year that this is."""
        month = self.month or _LAST_MONTH
        return Date(self.year, month, self.day or _length(self.year or 2000, month))


@lru_cache(maxsize=4096)
def _length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def month(word: str) -> int:
    """Give the number of a month from its name or abbreviation, 0 for any other word."""
    return _NUMBERS.get(word.rstrip(".").casefold(), 0)


def day(digits: str) -> int:
    """Give the day of the month that *digits* say, ordinals and misread letters included, else 0."""
    plain = digits if digits.isdecimal() else _ORDINAL.sub("", digits).translate(_OCR)
    return int(plain) if plain.isdecimal() and len(plain) <= len("31") and int(plain) <= 31 else 0  # noqa: PLR2004


def year(digits: str) -> int:
    """Give the year that two or four digits say."""
    number = int(digits.lstrip("'’"))
    return number if number >= _CENTURY else number + (2000 if number < _PIVOT else 1900)


def parse(edtf: str) -> Date | None:
    """Read a date of the form ``2010``, ``2010-02``, ``2010-02-04`` or ``XXXX-02-04``; None for anything else.

    Of an interval the first end is read.
    """
    found = re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?", edtf.partition("/")[0])
    if not found:
        return None
    years, months, days = found.groups()
    date = Date(0 if years == "XXXX" else int(years), int(months or 0), int(days or 0))
    return date if date.possible else None


def in_calendar(edtf: str) -> bool:
    """Whether *edtf* is a year, month or day that the calendar has: EDTF (ISO 8601-2), level 0, nothing left open."""
    date = parse(edtf)
    return date is not None and date.year > 0 and str(date) == edtf


def numeric(figures: str) -> Date | None:
    """Read a date of the form ``25/2/2010``, with dots the day first; its year alone where two days fit, else None."""
    found = _NUMERIC.fullmatch(figures)
    if not found:
        return None
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    orders = [(two, one)] if found[2] == "." else [(two, one), (one, two)]
    readings = {date for month, day in orders if (date := Date(year, month, day)).possible and month and day}
    return readings.pop() if len(readings) == 1 else Date(year) if readings else None


def resolve(date: Date, latest: Date | None) -> Date:
    """Give a date without a year the latest year that puts it on or before *latest*, a day, month or year."""
    if date.year or latest is None or not latest.year:
        return date
    end = latest.last
    for candidate in range(end.year, end.year - 9, -1):  # nine years always hold a leap year
        dated = Date(candidate, date.month, date.day)
        if dated.possible and dated <= end:
            return dated
    return date


class Stated(Struct, frozen=True):
    """A date that running text states, with its place there."""

    start: int
    end: int
    date: Date


_STATED = re.compile(
    rf"\b(?:(?P<md>{MONTH})\s{{1,3}}(?P<md_day>{DAY})(?:st|nd|rd|th)?(?!\w)(?:,?\s{{1,3}}(?P<md_year>{YEAR})(?!\w))?"
    rf"|(?P<dm_day>{DAY})(?:st|nd|rd|th)?(?:\s{{1,3}}of)?\s{{1,3}}(?P<dm>{MONTH})(?!\w)"
    rf"(?:,?\s{{1,3}}(?P<dm_year>{YEAR})(?!\w))?"
    rf"|(?P<my>{MONTH}),?\s{{1,3}}(?P<my_year>{YEAR})(?!\w)"
    r"|(?P<iso>\d{4}-\d\d-\d\d)(?!\w))"
)


# A month's beginning or a date in figures: it begins with one of few characters, so that text is searched for it fast.
_HINT = re.compile(
    r"[JFMASOND\d](?:an|eb|ar|pr|ay|u[nlg]|ep|ct|ov|ec|AN|EB|AR|PR|AY|U[NLG]|EP|CT|OV|EC|(?<=\d)\d{3}-\d\d-)"
)
_DAY_AHEAD = len("23rd   of   ")
_LONGEST = len("September   23rd,   2010") + 1


def scan(text: str, start: int, end: int) -> Iterator[Stated]:
    """Yield the days and months stated from *start* to *end* of *text*, in order; a year that is not printed is 0."""
    for hint in _HINT.finditer(text, start, end):
        first, last = max(start, hint.start() - _DAY_AHEAD), min(end, hint.start() + _LONGEST)
        found = _STATED.search(text, first, last) if first <= hint.start() else None
        if found:
            start = found.end()
            date = _date(found)
            if date is not None and date.possible:
                yield Stated(found.start(), found.end(), date)


def _date(found: re.Match[str]) -> Date | None:
    if found["iso"]:
        return parse(found["iso"])
    name = found["md"] or found["dm"] or found["my"]
    year = found["md_year"] or found["dm_year"] or found["my_year"]
    digits = found["md_day"] or found["dm_day"]
    return Date(int(year or 0), month(name), day(digits) if digits else 0)
