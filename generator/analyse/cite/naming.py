"""Tell outlets, writers, titles and places apart among the fields that stand before a citation's date."""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from generator.analyse.cite import outlets
from generator.analyse.cite.elements import Field

Kind = Callable[[str], str]
"""What the glossary has under some words: ``outlet``, ``person``, ``place``, or nothing."""

_LOCATOR = re.compile(
    r"(?:para(?:graph)?s?\b\.?|p{1,2}\.|p{1,2}(?=\s?\d)|pages?\b|ch(?:ap(?:ter)?)?\b\.?|sec(?:tion)?s?\b\.?"
    r"|art(?:icle)?s?\b\.?|[Nn]os?\.|[Nn]umber\b|[Ii]ssue\b|[Vv]ol(?:ume)?\b\.?|min(?:ute)?s?\b\.?|lines?\b"
    r"|col\b\.?|fn\b\.?|footnotes?\b|annex\b|appendix\b|[Ff]ig(?:ure)?\b\.?|[Tt]able\b|§)"
    r"\s{0,3}[\dIVXLivxl#A-Z][\w.:–-]{0,12}|(?:morning|evening|weekend|late|final)(?:\s[a-z]{3,12})?$|^\d{1,4}(?::\d\d)?(?:\s?(?:GMT|UTC|hours|[ap]\.?m\.?))?$"
)
_IN = re.compile(
    r"(?P<author>[A-Z][\w.’'-]{0,30}(?:\s[A-Zad][\w.’'-]{0,30}){0,4}?)(?:[’']s)?"
    r"(?:\s(?:article|interview|commentary|column|report|writing|speaking|remarks?|statement"
    r"|as (?:quoted|cited)|quoted|cited|interviewed))?\s(?:in|to|on|told|via|with|by)\s"
    r"(?:an interview (?:with|to|in|on)\s)?(?P<outlet>(?:the\s)?[A-Z].{1,80})$"
)
_LANGUAGES = frozenset(
    {
        "English",
        "Russian",
        "French",
        "German",
        "Arabic",
        "Spanish",
        "Chinese",
        "Persian",
        "Turkish",
        "Ukrainian",
        "Polish",
        "Serbian",
        "Korean",
        "Japanese",
    }
)
_PERSON = re.compile(r"[A-Z][\w’'-]{1,30}(?:\s(?:[A-Z][\w’'-]{0,30}\.?|al|bin|ibn|van|von|de|da)){1,3}$")


class Name(Struct, frozen=True):
    """An outlet as printed, with the writer and the title or place that stand beside it."""

    outlet: str
    author: str = ""
    title: str = ""


def locates(words: str) -> bool:
    """Whether words point to a place in a report: ``para. 110``, ``p. 3``, ``1200 GMT``."""
    return bool(_LOCATOR.match(words))


def names(pending: Sequence[Field], kind: Kind) -> tuple[Name, ...]:
    """Give the outlets of a run of fields; a work has its author and its title before it."""
    located = [field.text for field in pending if locates(field.text)]
    fields = [field for field in pending if field.text not in located] or list(pending)
    work = _work(fields, kind)
    if work is not None:
        return (work,)
    media = [field for field in fields if kind(field.text) not in {"person", "place"}]
    others = fields if 0 < len(media) < len(fields) else []
    author = next((field.text for field in others if kind(field.text) == "person"), "")
    locator = ", ".join(located) if len(located) < len(pending) else ""
    return tuple(
        [
            Name(name.outlet, name.author or author, locator)
            for field in media or fields
            for name in _split(field.text, kind)
        ]
    )


def _work(fields: Sequence[Field], kind: Kind) -> Name | None:
    """Read ``A Person, The Title: Of It, A Series`` and ``A Person, “The Title,” An Outlet``."""
    titles = [at for at, field in enumerate(fields) if field.quoted or ": " in field.text]
    if not titles or kind(fields[0].text) == "outlet":
        return None
    title = ", ".join(fields[at].text for at in titles)
    others = [field.text for at, field in enumerate(fields) if at not in titles]
    if not others:
        return Name(fields[-1].text) if not fields[-1].quoted else None
    by = others[0] if len(others) > 1 and _PERSON.match(others[0]) else ""
    return Name(others[-1], author=by, title=title)


def _split(text: str, kind: Kind) -> tuple[Name, ...]:
    """Cut the writer from the outlet, and two outlets joined by "and" from each other."""
    if kind(text) == "outlet":
        return (Name(text),)
    if " and " in text:
        parts = text.split(" and ")
        if all(kind(part) == "outlet" or outlets.media(part) for part in parts):
            return tuple(Name(part) for part in parts)
    found = _IN.match(text)
    if (
        found
        and found["outlet"] not in _LANGUAGES
        and (kind(found["outlet"]) == "outlet" or _PERSON.match(found["author"]))
    ):
        return (Name(found["outlet"], author=found["author"]),)
    if found and found["outlet"] in _LANGUAGES:
        return (Name(found["author"]),)
    return (Name(text),)
