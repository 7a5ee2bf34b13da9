"""Gather what a citation of an article states, once for every format that writes it."""

from collections.abc import Mapping

from msgspec import Struct

from generator import dates, escape, surname
from generator.dates import Date
from generator.model import Publication
from generator.sheet import Sheet
from generator.site import Site


class Name(Struct, frozen=True):
    """An author: a person's names apart, or *family* alone for what is written as it stands."""

    family: str
    given: str = ""
    suffix: str = ""


class Record(Struct, frozen=True):
    """An article as a bibliography lists it; what is not known is empty."""

    id: str
    title: str
    authors: tuple[Name, ...] = ()
    printed: tuple[str, ...] = ()  # the authors as printed
    series: str = ""  # the publication that it appeared in
    publisher: str = ""
    issn: str = ""
    volume: str = ""
    issue: str = ""
    issued: tuple[Date, ...] = ()  # one date, or both ends of an interval
    url: str = ""
    language: str = ""

    @property
    def edtf(self) -> str:
        """The date as EDTF, which is ISO 8601 but for intervals."""
        return "/".join(map(str, self.issued))


def of(address: str, sheet: Sheet, publications: Mapping[str, Publication], site: Site) -> Record:
    """Return the record of the article at *address*; its own address is where it appeared first, else its page."""
    publication = publications.get(sheet.series)
    printed = tuple(filter(None, map(escape.visible, sheet.authors)))
    return Record(
        id=address,
        title=sheet.title,
        authors=tuple(map(_name, printed)),
        printed=printed,
        series=escape.visible(sheet.publication),
        publisher=escape.visible(publication.publisher) if publication else "",
        issn=escape.visible(publication.issn) if publication else "",
        volume=str(sheet.volume or ""),
        issue=str(sheet.issue or ""),
        issued=_issued(sheet.date),
        url=escape.web(sheet.url) or (f"{site.url}articles/{address}/" if site.url else ""),
        language=escape.visible(sheet.language or site.language),
    )


def _name(printed: str) -> Name:
    given, family, suffix = surname.apart(printed)
    return Name(family, given, suffix)


def _issued(edtf: str | None) -> tuple[Date, ...]:
    found = [dates.parse(part) for part in (edtf or "").split("/")]
    return tuple(date for date in found if date is not None and date.year)
