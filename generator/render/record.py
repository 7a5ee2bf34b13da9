"""Gather what a citation of an article states, once for every format that writes it."""

from msgspec import Struct

from generator import dates, surname
from generator.dates import Date
from generator.model import Article
from generator.render import escape
from generator.render.view import View
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


def of(article: Article, view: View, site: Site) -> Record:
    """Give the record of *article*; its address is where it appeared first, else its page where the site has one."""
    publication = view.corpus.publications.get(article.series or "")
    printed = tuple(filter(None, map(escape.visible, article.authors)))
    return Record(
        id=article.id,
        title=view.title(article),
        authors=tuple(map(_name, printed)),
        printed=printed,
        series=escape.visible(article.publication or ""),
        publisher=escape.visible(publication.publisher) if publication else "",
        issn=escape.visible(publication.issn) if publication else "",
        volume=str(article.volume or ""),
        issue=str(article.issue or ""),
        issued=_issued(article.date),
        url=escape.web(article.url or "") or (f"{site.url}articles/{article.id}/" if site.url else ""),
        language=escape.visible(article.language or site.language),
    )


def _name(printed: str) -> Name:
    given, family, suffix = surname.apart(printed)
    return Name(family, given, suffix)


def _issued(edtf: str | None) -> tuple[Date, ...]:
    found = [dates.parse(part) for part in (edtf or "").split("/")]
    return tuple(date for date in found if date is not None and date.year)
