"""Write EDTF dates as people read them."""

_MONTHS = tuple("January February March April May June July August September October November December".split())


def readable(edtf: str | None) -> str:
    """Give ``4 February 2010`` for ``2010-02-04``, both ends of an interval, ``undated`` for nothing."""
    if not edtf:
        return "undated"
    return " – ".join(_day(part) for part in edtf.split("/"))


def _day(edtf: str) -> str:
    year, month, day = [*edtf.split("-"), "", ""][:3]
    named = _MONTHS[int(month) - 1] if month.isdecimal() and 1 <= int(month) <= len(_MONTHS) else ""
    return " ".join(part for part in (day.lstrip("0"), named, year.replace("XXXX", "")) if part)
