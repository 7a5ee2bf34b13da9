"""Tell whether words name an outlet, and what identifies it."""

import re

from generator import slug
from generator.analyse.index import Index

_SPACES = re.compile(r"\s+")
_CUT = re.compile(r"(?<=\w)-\s{1,40}(?=\w)")
_SITE = re.compile(
    r"(?:https?://)?(?:www\d?\.)?(?P<host>(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})(?:[:/?#].*)?$", re.DOTALL
)
_ARTICLE = re.compile(r"the\s", re.IGNORECASE)
_MEDIA = frozenset(
    "agency agencies agentstvo agence ajansi bao blog broadcast broadcasting broadcasts bulletin chronicle channel courier"
    " daily dailies dispatch echo express gazette gazeta gazetesi gazeteler globe herald independent info inform inquirer"
    " journal kanal khabar kuryer courier ledger live magazine mail media messenger mirror monitor monthly nachrichten"
    " network news newsletter newsline newspaper newspapers newsru newswire novosti observer online paper papers portal"
    " post pravda press presse radio radios rbk rundschau report reporter reports review segodnya sentinel service"
    " services site standard star sun telegraph telegram television televisions telekanal times times' today tribune tv"
    " vedomosti vesti vestnik website websites week weekly weeklies wire wires world zeitung zerkalo zaman zycie"
    " ukrayina ukrayiny izvestia izvestiya dnevnik daily's journal's youtube twitter facebook telegram".split()
)
_GENERIC = frozenset(
    "agency agencies broadcast broadcasts channel dailies daily magazine media newspaper newspapers news paper papers portal"
    " press radio radios report reports service services site sources state-run television tv website websites weekly"
    " weeklies wire wires home page official domestic local national foreign independent".split()
)
_SMALL = frozenset(
    "a al and as at d da das de del der des di die du e el en et for för fra für i in is l la las le les los na nad o of on"
    " och os po pod pri s sur the to u und v van von vs w y z za".split()
)
_QUANTITY = frozenset("various several all other most some many russian local western foreign".split())
_LONGEST = 9  # words
_NUMBERED = re.compile(r"\d{1,4}-?[A-Za-z][\w-]{0,20}$")


def clean(words: str) -> str:
    """Give an outlet as printed, on one line, without marks around it."""
    plain = _SPACES.sub(" ", _CUT.sub("-", words)).strip(" .,:*_–—")
    if len(plain) > 2 and plain[0] + plain[-1] in {"“”", '""', "''", "‘’", "«»"}:  # noqa: PLR2004
        plain = plain[1:-1].strip(" ,.")
    return plain


def identifier(printed: str, index: Index) -> str:
    """Give the outlet's identifier: the glossary's, else one that spellings of one name share."""
    known = index.outlet(printed) or index.publication(printed)
    if known is not None:
        return known.id
    host = site(printed)
    return slug.slug(host or _ARTICLE.sub("", printed, count=1)) or "unnamed"


def site(printed: str) -> str:
    """Give the host of an address in lower case, without ``www``; empty where *printed* is none."""
    found = _SITE.match(printed) if "." in printed and " " not in printed else None
    return found["host"].casefold() if found else ""


def known(printed: str, index: Index) -> bool:
    """Whether a file describes the outlet or the series."""
    return index.outlet(printed) is not None or index.publication(printed) is not None


def media(printed: str) -> bool:
    """Whether a name says itself that it is a medium: ``Sudan Tribune``, ``Pyongyang radio``, an address."""
    if site(printed):
        return True
    words = re.split(r"[\s/-]+", printed.casefold())
    return any(word.strip(".'’") in _MEDIA for word in words) and named(printed)


def named(printed: str) -> bool:
    """Whether words have the form of a name: capitals but for small words, not too many."""
    words = printed.split()
    if not words or len(words) > _LONGEST:
        return False
    bare = [word.strip("“”\"'‘’.:") for word in words]
    capital = [word for word in bare if word and (word[0].isupper() or _NUMBERED.match(word) or site(word))]
    article = [word for word in bare if "-" in word and word.partition("-")[2][:1].isupper()]
    rest = [word for word in bare if word and word not in capital and word not in article]
    allowed = all(word in _SMALL or word in _GENERIC or word in _QUANTITY or word.isdecimal() for word in rest)
    return bool(capital or article) and allowed and bare[-1] not in _SMALL
