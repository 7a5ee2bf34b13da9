"""Find the days and months that an article's own words state, and the years of those that print none."""

from collections.abc import Iterator, Sequence

from generator import dates
from generator.dates import Date
from generator.model import Article, Citation, Statement

_STATING = frozenset({"caption", "paragraph", "quotation", "list", "note"})
_LATE = 11  # the month from which a report can be of the year before, as for citations
_SOON, _LONG_AGO = 3, 8  # months ahead and back: “on December 5”, said in October, is no day of last year


def statements(article: Article, citations: Sequence[Citation]) -> tuple[Statement, ...]:
    """Give what *article* states to have been on a day or in a month, in the order of its text."""
    latest = dates.parse(article.date) if article.date else None
    turned = latest is not None and not latest.month and any(_of_the_year_before(cited, latest) for cited in citations)
    return tuple(_statement(article, stated, latest, turned=turned) for stated in _stated(article, citations))


def _stated(article: Article, citations: Sequence[Citation]) -> Iterator[dates.Stated]:
    """Yield the dates outside citations; what a narrative source is said to have said is a statement, too."""
    brackets = sorted({(cited.start, cited.end) for cited in citations if cited.kind != "narrative"})
    at = 0
    for block in article.blocks:
        if block.kind not in _STATING:
            continue
        start = block.start
        while at < len(brackets) and brackets[at][0] < block.end:
            yield from dates.scan(article.text, start, brackets[at][0])
            start = max(start, brackets[at][1])
            at += 1
        yield from dates.scan(article.text, start, block.end)


def _statement(article: Article, stated: dates.Stated, latest: Date | None, *, turned: bool) -> Statement:
    date, basis = stated.date, None
    if not date.year:
        date, basis = _resolved(date, latest, turned=turned)
    return Statement(article.id, stated.start, stated.end, str(date), basis)


def _resolved(date: Date, latest: Date | None, *, turned: bool) -> tuple[Date, str]:
    """Give a date without a year its year where one alone fits, and say how it was found."""
    if latest is None:
        return date, "no year is printed, and the article’s date is not known"
    if turned and date.month >= _LATE:
        return dates.resolve(date, Date(latest.year - 1)), "of the year before, as the reports that the article cites"
    found = dates.resolve(date, latest)
    back = 12 * (latest.year - found.year) + latest.month - found.month
    if latest.month and back >= _LONG_AGO and 12 - back <= _SOON:
        return date, "no year is printed: the last such day is long past, the next one near"
    return found, f"the latest such day on or before the article’s date, {latest}"


def _of_the_year_before(cited: Citation, latest: Date) -> bool:
    return bool(cited.date_basis) and (cited.date or "").startswith(f"{latest.year - 1:04}-")
