"""Write EDTF dates as people read them."""

_MONTHS = tuple("January February March April May June July August September October November December".split())


def readable(edtf: str | None, *, inferred: object = None) -> str:
    """Give ``4 February 2010`` for ``2010-02-04``, both ends of an interval, ``undated`` for nothing.

    A year that was *inferred* stands in brackets, as in a bibliography: ``4 February (2010)``.
    """
    if not edtf:
        return "undated"
    return " – ".join(_day(part, inferred=bool(inferred)) for part in edtf.split("/"))


def _day(edtf: str, *, inferred: bool) -> str:
    year, month, day = [*edtf.split("-"), "", ""][:3]
    named = _MONTHS[int(month) - 1] if month.isdecimal() and 1 <= int(month) <= len(_MONTHS) else ""
    known = year.replace("XXXX", "")
    return " ".join(part for part in (day.lstrip("0"), named, f"({known})" if inferred and known else known) if part)
