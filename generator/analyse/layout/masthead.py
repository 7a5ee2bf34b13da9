"""Read what stands above an article: series, volume, issue, date, author, and the labels of scrapers."""

import re

from msgspec import Struct

from generator import dates

_SERIES = re.compile(
    r"(?:Publication:\s{0,9}(?P<name>[^\n]{1,120}?))?"
    r"\s{0,9}(?:,?\s?Volume:\s{0,9}(?P<volume>\d{1,4}))?\s{0,9}(?:,?\s?(?:Issue|Number|No\.?):\s{0,9}(?P<issue>\d{1,5}))?"
    r"\s{0,9}(?:By:\s{0,9}(?P<author>[^\n]{0,120}))?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?P<label>Article Type|Document Type|Report Type|Report Number|Report Name|Report Date|Headline|Title|Author"
    r"|Authors"
    r"|Date|Date Published|Published|Publication Date|Byline|By|Language|Source Line|Subslug|City/Source|Section"
    r"|Country"
    r"|URL|Volume|Issue|Number|Category|Categories|Topics?|Region|Tags)\s{0,2}:\s{0,9}(?P<value>[^\n]{0,300})$",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?P<before>[^\n]{0,60}?),?\s{0,9}\bVol(?:ume|\.):?\s{0,9}(?P<volume>\d{1,4}|[IVXLC]{1,7}),?\s{1,9}"
    r"(?:Number|Issue|No\.):?\s{0,9}(?P<issue>\d{1,5})(?:,?\s{1,9}Part\s[IVX\d]{1,4})?(?:,?\s{1,9}(?P<after>[^\n]{6,40}))?\.?$",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(r"(?:No|Nr|Number|Issue)\.?\s{1,3}(?P<issue>\d{1,5}),\s{1,3}(?P<date>[^\n]{6,40})$")
_DATE_LINE = re.compile(
    rf"(?:(?:{dates.WEEKDAY}|Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s{{1,9}})?"
    rf"(?:(?P<month>{dates.MONTH})\s{{1,9}}(?P<day>{dates.DAY})(?:st|nd|rd|th)?,?\s{{1,9}}(?P<year>{dates.YEAR})"
    rf"|(?P<day2>{dates.DAY})(?:st|nd|rd|th)?\s{{1,9}}(?P<month2>{dates.MONTH}),?\s{{1,9}}(?P<year2>{dates.YEAR})"
    rf"|(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?P<day3>\d{{1,2}})-(?P<month3>[A-Z][A-Za-z]{{2}})-(?P<year3>{dates.YEAR})"
    rf"|(?P<month4>{dates.MONTH})\s{{1,9}}(?P<year4>{dates.YEAR}))"
    r"(?:,?\s{1,9}\d{1,2}[:.]\d\d[^\n]{0,20}|,\s{1,9}(?P<series>(?:[Tt]he\s)?[A-Z][^\n,.]{2,60}))?\.?$"
)
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ /-]{2,30}(?:,\s[A-Z][\w .-]{1,30})?,\s{1,3}"
    rf"(?:(?P<month>{dates.MONTH})\s{{1,3}}(?P<day>{dates.DAY})"
    rf"|(?P<day2>{dates.DAY})\s{{1,3}}(?P<month2>{dates.MONTH}))"
    rf"(?:,?\s{{1,3}}(?P<year>{dates.YEAR}))?\s{{0,3}}(?:\((?P<agency>[^()\n]{{2,40}})\))?\s{{0,3}}(?:--|[-–—])"
)
_BYLINE = re.compile(r"[Bb][Yy]:?\s{1,9}(?P<names>[^\n(]{3,120}?)\s{0,9}(?:\((?P<note>[^()\n]{2,120})\))?$")
_PERSON = re.compile(
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Col|Gen|Lt)\.?\s)?(?:[A-Z][\w’'-]{1,30}|[A-Z]\.)(?:\s(?:[A-Z][\w’'-]{0,30}\.?|van"
    r"|von|der|de|da|di|al|bin|ibn|el|la|le)){1,4}$"
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_UNSET = frozenset({"1969-12-31", "1970-01-01"})  # what a site shows for a date that nobody entered
_DASH = re.compile(r"\s(?:--|[-–—])\s")
_SPLIT = re.compile(r",\s(?:and\s)?|\s(?:and|&)\s|;\s?")
_ISSUE_NOTE = re.compile(r"(?P<date>.{4,30}?)\sissue\sof\s(?:the\s)?(?P<name>.{3,60})$")
_WIKI = re.compile(r"From (?P<name>Wiki\w{3,12})\b")
_END_AUTHOR = re.compile(r"\(AUTHORS?:\s{1,9}(?P<name>[^.)\n]{2,60})[.)]")
_COMPACT = re.compile(r"(?P<day>[O0-3]?[O\d])(?P<month>[A-Z]{3})(?P<year>\d\d)\b")


class Facts(Struct, frozen=True):
    """What one line of a header says; empty where it says nothing of it."""

    publication: str = ""
    volume: int = 0
    issue: int = 0
    date: str = ""
    authors: tuple[str, ...] = ()
    title: str = ""


def series(line: str) -> Facts | None:
    """Read ``Publication: NAME Volume: 7 Issue: 31`` in one line or a part of it."""
    found = _SERIES.match(line)
    if not found or not (found["name"] or found["volume"]):
        return None
    names = people(found["author"] or "")
    return Facts((found["name"] or "").strip(), int(found["volume"] or 0), int(found["issue"] or 0), authors=names)


def label(line: str) -> Facts | None:
    """Read a labelled line (``Article Type:FBIS``, ``Author: A Person``), None where there is no label."""
    found = _LABEL.match(line)
    if not found:
        return None
    name, value = found["label"].casefold(), found["value"].strip()
    facts = Facts()
    if name in {"author", "authors", "by", "byline"}:
        facts = Facts(authors=people(value))
    elif name in {"title", "headline"}:
        facts = Facts(title=value)
    elif name in {"volume", "issue", "number"}:
        number = int(value) if value.isdecimal() and len(value) <= len("12345") else 0
        facts = Facts(volume=number) if name == "volume" else Facts(issue=number)
    elif "date" in name or name == "published":
        facts = Facts(date=date(value) or "")
    elif name in {"document type", "report type"}:
        facts = _compact(value)
    return facts


def _compact(value: str) -> Facts:
    """Read the series and the date in ``FBIS TRENDS-09MAR94-POLAND``."""
    found = _COMPACT.search(value)
    if not found:
        return Facts()
    stated = dates.Date(dates.year(found["year"]), dates.month(found["month"]), dates.day(found["day"]))
    name = value[: found.start()].strip(" -")
    return Facts(name, date=str(stated)) if stated.possible and stated.day else Facts()


def numbered(line: str) -> Facts | None:
    """Read ``16 May 2003, Volume 4, Number 36``, ``NEWSLINE Vol. 4, No. 82, 26 April 2000``, ``No. 64, 5 May``."""
    short = _NUMBER_FIRST.match(line)
    if short and (day := date(short["date"])):
        return Facts(issue=int(short["issue"]), date=day)
    found = _NUMBERS.match(line)
    if not found:
        return None
    before = [part.strip() for part in _DASH.split(found["before"] + " ")]
    if before and not date(before[0]):
        before[:1] = before[0].split(", ", 1)  # "Harbour Weekly, April 28, 2004"
    stated = [day for part in (*before, found["after"] or "") if (day := date(part))]
    name = next((part for part in before if part and not date(part)), "")
    return Facts(name, _number(found["volume"]), int(found["issue"]), stated[0] if stated else "")


def _number(printed: str) -> int:
    """Read a number in Arabic or Roman figures."""
    if printed.isdecimal():
        return int(printed)
    values = [_ROMAN[figure] for figure in printed.upper()]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def dated(line: str) -> Facts | None:
    """Read a line that is a date, alone or before the name of a series: ``October 12th, 2015, The Analyst``."""
    stated = date(line)
    if stated is None:
        return None
    found = _DATE_LINE.match(line.strip())
    return Facts(found["series"] or "" if found else "", date=stated)


def date(line: str) -> str | None:
    """Read a line that is nothing but a date, as EDTF, empty where nobody set it.

    ``04/12/2012`` has two readings and gives the year.
    """
    line = line.strip()
    found = _DATE_LINE.match(line)
    if found:
        if found["iso"]:
            return _set(found["iso"]) if dates.parse(found["iso"]) else None
        years = found["year"] or found["year2"] or found["year3"] or found["year4"]
        months = dates.month(found["month"] or found["month2"] or found["month3"] or found["month4"])
        days = found["day"] or found["day2"] or found["day3"]
        stated = dates.Date(int(years), months, dates.day(days) if days else 0)
        return _set(str(stated)) if stated.possible and months else None
    numeric = dates.numeric(line)
    return str(numeric) if numeric else None


def _set(edtf: str) -> str:
    """Give a date, but nothing for the one that a site shows where nobody entered any."""
    return "" if edtf in _UNSET else edtf


def dateline(line: str) -> tuple[int, Facts] | None:
    """Find ``BISHKEK, November 5, 2006 (RFE/RL) --`` in a line, with the place where it starts."""
    found = _DATELINE.search(line, 0, 400)
    if not found or (found.start() and not (line[: found.start()].rstrip().endswith(")") and found["agency"])):
        return None  # behind other words it is one only after a caption with its credit
    day = dates.day(found["day"] or found["day2"])
    stated = dates.Date(int(found["year"] or 0), dates.month(found["month"] or found["month2"]), day)
    known = stated.possible and bool(stated.year)
    return found.start(), Facts(publication=found["agency"] or "", date=str(stated) if known else "")


def byline(line: str) -> Facts | None:
    """Read ``By A Person and B Person (04/04/2012 issue of the Series)``."""
    line, *rest = line.split(" | ")
    found = _BYLINE.match(line)
    names = people(found["names"]) if found else ()
    if not found or not names:
        return None
    note = _ISSUE_NOTE.match(found["note"] or "")
    stated = next((day for part in ([note["date"]] if note else rest) if (day := date(part))), "")
    return Facts(note["name"] if note else "", date=stated, authors=names)


def people(names: str) -> tuple[str, ...]:
    """Split the names of a byline; nothing where one of them does not look like a person."""
    found = tuple(part.strip() for part in _SPLIT.split(names.strip().rstrip(".")) if part.strip())
    found = tuple(name.title() if name.isupper() else name for name in found)
    return found if found and all(_PERSON.match(name) for name in found) else ()


def wiki(line: str) -> str:
    """Give the name of the wiki that a line says the text is from."""
    found = _WIKI.match(line)
    return found["name"] if found else ""


def author_at_end(line: str) -> tuple[str, ...]:
    """Read the author from a note at the end: ``(AUTHOR: NAME. QUESTIONS …)``."""
    found = _END_AUTHOR.match(line)
    return (found["name"].strip().title(),) if found else ()
