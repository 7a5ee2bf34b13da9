"""Lay out the columns of a small picture that counts by year."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

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


def by_year(counts: Mapping[str, int]) -> Chart:
    """Lay out *counts* by year; a picture is worth drawing from two years on."""
    dated = {year: count for year, count in sorted(counts.items()) if year.isdecimal()}
    undated = sum(counts.values()) - sum(dated.values())
    years = list(dated)
    if not years:
        return Chart((), undated, 0, _HEIGHT)
    first, span = int(years[0]), int(years[-1]) - int(years[0]) + 1
    step = max(2, min(_WIDEST, _WIDTH // span))
    tallest = max(dated.values())
    columns = [_column(year, count, (int(year) - first) * step, step, tallest) for year, count in dated.items()]
    return Chart(columns, undated, span * step, _HEIGHT)


def _column(year: str, count: int, x: int, step: int, tallest: int) -> Column:
    height = max(2, count * _HEIGHT // tallest)
    return Column(year, count, x, _HEIGHT - height, max(1, step - max(1, step // 6)), height)
