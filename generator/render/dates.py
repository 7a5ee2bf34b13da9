"""Write EDTF dates as people read them."""

from functools import lru_cache

from generator import dates
from generator.dates import Date

_MONTHS = tuple("January February March April May June July August September October November December".split())


@lru_cache(maxsize=1 << 12)  # a corpus has the same days again and again
def readable(edtf: str | None, *, inferred: object = None) -> str:
    """Give ``4 February 2010`` for ``2010-02-04``, both ends of an interval, ``undated`` for nothing.

    A year that was *inferred* stands in brackets, as in a bibliography: ``4 February (2010)``.
    What is no such date is given as it stands.
    """
    if not edtf:
        return "undated"
    ends = [dates.parse(end) for end in edtf.split("/")]
    read = [_day(end, inferred=bool(inferred)) for end in ends if end is not None]
    return " – ".join(read) if len(read) == len(ends) else edtf


def _day(date: Date, *, inferred: bool) -> str:
    year = f"{date.year:04}" if date.year else ""
    month = _MONTHS[date.month - 1] if date.month else ""
    day = str(date.day or "")
    return " ".join(part for part in (day, month, f"({year})" if inferred and year else year) if part)
