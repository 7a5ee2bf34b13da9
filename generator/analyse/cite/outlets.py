"""Tell whether words name an outlet, and what identifies it."""

import re
from functools import lru_cache

from generator import slug
from generator.analyse.index import Index

_CUT = re.compile(r"-(?<=\w-)\s{1,40}(?=\w)")
_SITE = re.compile(
    r"(?:https?://)?(?:www\d?\.)?(?P<host>(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})(?:[:/?#].*)?$", re.DOTALL
)
_ARTICLE = re.compile(r"the\s", re.IGNORECASE)
_MEDIA_WORDS = """
agence agencies agency agentstvo ajansi bao blog broadcast broadcasting broadcasts bulletin channel chronicle
courier dailies daily daily's dispatch dnevnik echo facebook gazeta gazeteler gazetesi gazette herald inquirer
izvestia izvestiya journal journal's kanal khabar kuryer ledger magazine media messenger monitor monthly
nachrichten news newsletter newsline newspaper newspapers newsru newswire novosti observer online paper papers
portal post pravda press presse radio radios rbk review rundschau segodnya telegram telegraph telekanal
television televisions times times' today tribune tv twitter ukrayina ukrayiny vedomosti vesti vestnik website
websites weeklies weekly wire wires youtube zaman zeitung zerkalo zycie
"""
_MEDIA = frozenset(_MEDIA_WORDS.split())
_GENERIC_WORDS = """
agencies agency broadcast broadcasts channel channels dailies daily domestic foreign home independent local
magazine media national news newscast newscasts newspaper newspapers official outlets page paper papers portal
press program programs radio radios report reports service services site sources state-run station stations
television tv website websites weeklies weekly wire wires
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
_SMALL_WORDS = """
a al and as at d da das de del der des di die du e el en et for fra för für i in is l la las le les los na nad o
och of on os po pod pri s sur the to u und v van von vs w y z za
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_QUANTITY_WORDS = """
all foreign local many most other russian several some various western
"""
_QUANTITY = frozenset(_QUANTITY_WORDS.split())
_LONGEST = 9  # words
_NUMBERED = re.compile(r"\d{1,4}-?[A-Za-z][\w-]{0,20}$")


def clean(words: str) -> str:
    """Give an outlet as printed, on one line, without marks around it."""
    plain = " ".join(_CUT.sub("-", words).split()).strip(" .,:*_–—")
    if len(plain) > 2 and plain[0] + plain[-1] in {"“”", '""', "''", "‘’", "«»"}:  # noqa: PLR2004
        plain = plain[1:-1].strip(" ,.")
    return plain


def identifier(printed: str, index: Index) -> str:
    """Give the outlet's identifier: the glossary's, else one that spellings of one name share."""
    known = index.outlet(printed) or index.publication(printed)
    if known is not None:
        return known.id
    return _unknown(printed)


@lru_cache(maxsize=65_536)
def _unknown(printed: str) -> str:
    return slug.slug(site(printed) or _ARTICLE.sub("", printed, count=1)) or "unnamed"


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
    small = all(word.casefold() in _SMALL for word in bare)  # “On”, cut off from “On June 28”
    return bool(capital or article) and allowed and not small and bare[-1] not in _SMALL
