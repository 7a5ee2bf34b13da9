"""Find the year of a citation that prints none, and say how it was found."""

from collections.abc import Sequence

from msgspec import Struct

from generator import dates
from generator.analyse.cite.grammar import Report
from generator.analyse.cite.when import When
from generator.dates import Date
from generator.model import Article

_EARLY_ISSUE = 3  # even a quarterly has not reached November by then
_SPRING_ISSUE = 20  # what appears every fortnight or oftener has not reached November by then
_WINTER, _SPRING = 11, 3


class Clock(Struct, frozen=True):
    """What years are told by: the article's date, and whether its late months are of the year before."""

    latest: Date | None
    stated: str
    turned: bool = False  # the article is from the first weeks of its year


def clock(article: Article, reports: Sequence[Report]) -> Clock:
    """Tell whether an article with a year for its date is from its first weeks.

    An early issue cannot have read November's papers: those are the year before's.
    """
    latest = dates.parse(article.date) if article.date else None
    stated = article.date or ""
    if latest is None or latest.month or not article.issue:
        return Clock(latest, stated)
    months = {when.first.month for report in reports for when in report.dates if not when.first.year}
    winter = any(month < _SPRING for month in months) and not any(_SPRING <= month < _WINTER for month in months)
    turned = article.issue <= _EARLY_ISSUE or (winter and article.issue <= _SPRING_ISSUE)
    return Clock(latest, stated, turned)


def dated(when: When | None, clock: Clock) -> tuple[str | None, str | None]:
    """Give a report's date as EDTF, and how its year was found where none is printed."""
    if when is None:
        return None, None
    late = clock.turned and clock.latest is not None and (when.last or when.first).month >= _WINTER
    latest = Date(clock.latest.year - 1) if late and clock.latest else clock.latest
    first = dates.resolve(when.first, latest)
    last = when.last and _behind(when.last, first)
    edtf = f"{first}/{last}" if last else str(first)
    if when.first.year:
        return edtf, None
    if not first.year:
        return edtf, "no year is printed, and the article’s date is not known"
    if late:
        return edtf, f"the article is from the first weeks of {clock.stated}, so this is of the year before"
    return edtf, f"the latest such day on or before the article’s date, {clock.stated}"


def _behind(last: Date, first: Date) -> Date:
    """Give the end of a range the year that puts it behind its beginning."""
    if last.year or not first.year:
        return last
    return Date(first.year + ((last.month, last.day) < (first.month, first.day)), last.month, last.day)
