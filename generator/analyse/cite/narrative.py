"""Find outlets that a sentence names as its source: "Interfax reported on July 19", "told Interfax"."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator import dates as calendar
from generator.analyse.cite import outlets, when
from generator.analyse.cite.tokens import tokens
from generator.analyse.cite.vocabulary import Seen, Setting
from generator.analyse.cite.when import When

_AFTER = re.compile(
    r"(?:[’']s?)?(?:,? (?:also|has|had|have|later|then|in turn|itself|yesterday|today|correspondents?|"
    r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|news agency|newspaper|agency|website|daily|weekly))?"
    r"(?:, (?:quoting|citing) |(?: (?:has|had|also))? ?"
    r"(?:report(?:s|ed)|said|says|wr(?:ote|ites)|noted|quot(?:es|ed)|publish(?:es|ed)|carried|claim(?:s|ed)|commented"
    r"|announced|stated|cit(?:es|ed)|observed|argued|warned|disclosed|revealed|printed|aired|broadcast)\b)"
)
_JOINED = re.compile(r"(?:,?\sand|,)\s(?:the\s)?")  # "Interfax, Reuters and ITAR-TASS reported"
_PART_OF = re.compile(r"(?<![.!?] )\b[A-Z][\w’'-]{2,20} (?:of|for) (?:the )?$")  # "Ministry of Foreign Affairs"
_ISSUE = re.compile(r"(?:[’']s? |\s(?:(?:of|on|in its)\s)?)(?=[\dJFMASOND])")
_BEFORE = re.compile(
    r"(?:[”\"],? (?:said|says|added|reported|reports|wrote|stated|noted|claimed)"
    r"|\b(?:told|[Aa]ccording to"
    r"|(?:[Rr]eported|quoted|cited|carried|published|aired|broadcast|disclosed|obtained) (?:by|in|on)"
    r"|(?:interview(?:s|ed)?|statement|remarks|comments|commentary|article|speaking|talking|writing|wrote|writes"
    r"|said|says|appeared|editorial)"
    r" (?:with|by|to|in|on|for|of|published in|published by|broadcast on|carried by|given to)"
    r"|(?:complained|explained|confirmed|said|admitted|described|leaked|spoke|remarks|comments) to"
    r"|(?:issue|edition) of),?"
    r"(?: (?:with|to|in|on))?(?: (?:the|its|an|a))?(?: (?!reported|said|wrote)[A-Za-z’'-]{2,20}){0,4}?) ?[“\"‘']?$"
)
_DATED_BEFORE = re.compile(
    r"\b(?:[Oo]n|[Ii]n its|[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s(?P<date>[\dO]{1,2}\s[A-Z][a-z]{2,8}(?:\s\d{4})?"
    r"|[A-Z][a-z]{2,8}\s[\dO]{1,2}(?:, \d{4})?)"
    r"(?:\s(?P<kind>issue|edition|interview|article|commentary|report|statement|broadcast)(?:\s(?:with|to|in|on|by"
    r"|of))?)?,?\s?(?:the\s(?:(?:[A-Za-z-]{2,20}\s){0,3}"
    r"(?:newspaper|paper|daily|weekly|magazine|journal|agency|website|channel|station|portal)\s)?)?$"
)
_REPORTED_ON = re.compile(r"\s?(?:on\s|in its\s)?(?=[\dJFMASOND])")
_WORD_LEFT = re.compile(r"(?<![\w-])(?:(?:[A-Z][\w’'.-]{0,30}|al-[A-Z]\w{1,30})\s{1,40}){1,5}$")
_WORD_RIGHT = re.compile(
    r"\s{1,40}[“\"]?(?P<name>[A-Z](?:[\w’'-]|\.(?=\w)){1,30}(?:\s{1,40}[A-Z](?:[\w’'-]|\.(?=\w)){1,30}){0,3})"
)
_GOES_ON = re.compile(rf"(?: |-)(?!{calendar.WEEKDAY}|{calendar.MONTH}|[A-Z]{{2,6}}\b(?! [A-Z]))[A-Z][\w’'-]{{2,30}}")
_ARTICLE = re.compile(r"The\s{1,40}")
_LOWER = re.compile(r"(?:news agency|agency|newspaper|paper|journal|magazine|daily|weekly|website|television|radio)$")
_KIND_OF_PAPER = re.compile(r"(?:agency|newspaper|paper|journal|magazine|daily|weekly|website)$")
_SPACES = re.compile(r"\s{1,200}")
_WINDOW = 90
_BESIDE = 160


class Source(Struct, frozen=True):
    """An outlet named in prose as the source, and the date that the prose gives its report."""

    start: int
    end: int
    printed: str
    dates: tuple[When, ...] = ()


def sources(setting: Setting) -> Iterator[Source]:
    """Yield the sources that the sentences of a block name."""
    told: list[Source] = []
    for outlet, (opens, closes) in reversed(list(named(setting.text, setting.seen, setting.start, setting.end))):
        source = _told(setting, outlet, opens, closes)
        if source is None and told and _JOINED.fullmatch(setting.text, closes, told[-1].start):
            source = Source(opens, closes, outlets.clean(setting.text[opens:closes]), told[-1].dates)
        if source:
            told.append(source)
    yield from reversed(told)


def _told(setting: Setting, outlet: Seen, opens: int, closes: int) -> Source | None:
    """Give the outlet from *opens* to *closes* as a source if the words beside it say that it is one."""
    text = setting.text
    before = plain(text[max(setting.start, opens - _WINDOW) : opens])
    if _PART_OF.search(before):
        return None
    after = plain(text[closes : min(setting.end, closes + _WINDOW)])
    said = _AFTER.match(after)
    dates = _dates(before, after, said.end() if said else 0)
    if said or (outlet.known and dates) or (_BEFORE.search(before) and not _GOES_ON.match(after)):
        return Source(opens, closes, outlets.clean(text[opens:closes]), dates)
    return None


def named(text: str, seen: Sequence[Seen], start: int, end: int) -> Iterator[tuple[Seen, tuple[int, int]]]:
    """Yield outlets with the span of their name; where "the daily" stands beside a known name, that is the one."""
    known = [(outlet.start, outlet.end) for outlet in seen if outlet.known]
    taken = 0
    at = 0
    for outlet in seen:
        span = _name(text, outlet, start, end)
        if span is None:
            continue
        while at < len(known) and known[at][1] <= span[0]:
            at += 1
        overlaps = at < len(known) and known[at][0] < span[1]
        if span[0] >= taken and (outlet.known or not overlaps):
            taken = span[1]
            yield outlet, span


def plain(text: str) -> str:
    """Put one space for each line end and run of white space."""
    return _SPACES.sub(" ", text)


def _name(text: str, seen: Seen, start: int, end: int) -> tuple[int, int] | None:
    """Give the span of an outlet's name; a noun such as "newspaper" or "Tribune" leads to the name beside it."""
    if seen.known:
        return seen.start, seen.end
    noun = plain(text[seen.start : seen.end])
    if _LOWER.match(noun):
        right = _WORD_RIGHT.match(text, seen.end, min(end, seen.end + _BESIDE))
        if right:
            return right.span("name")
        if _KIND_OF_PAPER.match(noun) and noun != "news agency":
            return None  # "a Russian daily" names none
    left = _WORD_LEFT.search(text, max(start, seen.start - _BESIDE), seen.start)
    if left is None:
        right = _WORD_RIGHT.match(text, seen.end, min(end, seen.end + _BESIDE)) if noun == "Radio" else None
        return (seen.start, right.end("name")) if right else None
    first = _ARTICLE.match(text, left.start(), left.end())
    begins = first.end() if first else left.start()
    return (begins, seen.end) if begins < seen.start else None


def _dates(before: str, after: str, said: int) -> tuple[When, ...]:
    """Read the date beside the outlet: ``reported on July 19``, ``of 11 January``, ``In its 11 January issue,``."""
    for found in (_REPORTED_ON.match(after, said) if said else None, _ISSUE.match(after)):
        if found:
            read = when.read(tokens(after[found.end() :]), 0)
            if read and read.found and read.found[0].first.day:
                return read.found[:1]
    ahead = _DATED_BEFORE.search(before)
    if ahead:
        read = when.read(tokens(ahead["date"]), 0)
        if read and read.found and read.found[0].first.day:
            return read.found[:1]
    return ()
