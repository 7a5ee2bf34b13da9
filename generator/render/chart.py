"""Count by year and lay the columns of a small picture out."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.render import shelf

_WIDTH, _HEIGHT = 640, 64
_WIDEST = 40  # of a column, so that two years do not look like two walls


class Column(Struct, frozen=True):
    """A year, how often, and where its column stands; whole units, so that each machine draws the same."""

    year: str
    count: int
    x: int
    y: int
    width: int
    height: int


class Chart(Struct, frozen=True):
    """The columns of the years that have any, oldest first, and what has no year."""

    columns: Sequence[Column]
    undated: int
    width: int
    height: int


def by_year(dates: Iterable[str | None]) -> Chart:
    """Count *dates* by year; a picture is worth drawing from two years on."""
    counted = Counter(shelf.year(date) for date in dates)
    undated = counted.pop(shelf.OPEN, 0)
    years = sorted(counted)
    if not years:
        return Chart((), undated, 0, _HEIGHT)
    first, span = int(years[0]), int(years[-1]) - int(years[0]) + 1
    step = max(2, min(_WIDEST, _WIDTH // span))
    tallest = max(counted.values())
    columns = [_column(year, counted[year], (int(year) - first) * step, step, tallest) for year in years]
    return Chart(columns, undated, span * step, _HEIGHT)


def _column(year: str, count: int, x: int, step: int, tallest: int) -> Column:
    height = max(2, count * _HEIGHT // tallest)
    return Column(year, count, x, _HEIGHT - height, max(1, step - max(1, step // 6)), height)
