"""Find outlets that a sentence names as its source: "Interfax reported on July 19", "told Interfax"."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.analyse import outlets, when
from generator.analyse.tokens import tokens
from generator.analyse.vocabulary import Seen, Vocabulary
from generator.analyse.when import When

_SAYS = (
    r"(?:report(?:s|ed|ing)?|sa(?:id|ys)|wr(?:ote|ites)|not(?:es|ed)|quot(?:es|ed)|publish(?:es|ed)|carri(?:es|ed)"
    r"|claim(?:s|ed)|comment(?:s|ed|ary)|announc(?:es|ed)|stat(?:es|ed)|cit(?:es|ed)|observ(?:es|ed)|argu(?:es|ed)"
    r"|warn(?:s|ed)|disclos(?:es|ed)|reveal(?:s|ed)|print(?:s|ed)|aired|broadcast|interview(?:s|ed)?|editorial|article"
    r"|correspondents?|account|dispatch|according to|told)"
)
_CUE = re.compile(rf"\b{_SAYS}\b", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:[’']s?)?(?:,? (?:also|has|had|have|later|then|in turn|itself|yesterday|today|correspondents?|"
    r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|news agency|newspaper|agency|website|daily|weekly))?"
    r"(?: (?:has|had|also))? ?"
    r"(?:report(?:s|ed)|said|says|wr(?:ote|ites)|noted|quot(?:es|ed)|publish(?:es|ed)|carried|claim(?:s|ed)|commented"
    r"|announced|stated|cit(?:es|ed)|observed|argued|warned|disclosed|revealed|printed|aired|broadcast)\b"
)
_ISSUE = re.compile(r"(?:[’']s|,)? (?:of |on |in its )?(?=[\dJFMASOND])")
_BEFORE = re.compile(
    r"(?:\b(?:told|[Aa]ccording to|(?:[Rr]eported|quoted|cited|carried|published|aired|broadcast|disclosed|obtained) (?:by|in|on)"
    r"|(?:interview(?:s|ed)?|statement|remarks|comments|commentary|article|speaking|talking|writing|wrote|writes|said|says|appeared|editorial)"
    r" (?:with|by|to|in|on|for|of|published in|published by|broadcast on|carried by|given to)|(?:issue|edition)(?: of)?|as),?"
    r"(?: (?:with|to|in|on))?(?: (?:the|its|an|a))?(?: (?!reported|said|wrote)[A-Za-z’'-]{2,20}){0,4}?) ?[“\"‘']?$"
)
_DATED_BEFORE = re.compile(
    r"(?:\b[Oo]n|\b[Ii]n its|\b[Ii]n the)\s(?P<date>[\w ,]{4,24}?)(?:\s(?:issue|edition))?(?:,| of)\s?(?:the\s)?$"
)
_REPORTED_ON = re.compile(r"\s?(?:on\s|in its\s)?(?=[\dJFMASOND])")
_WORD_LEFT = re.compile(r"(?:(?:[A-Z][\w’'.-]{0,30}|al-[A-Z]\w{1,30})\s){1,5}$")
_WORD_RIGHT = re.compile(r"\s[“\"]?(?P<name>[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,3})")
_LOWER = re.compile(r"(?:news agency|newspapers?|magazine|daily|weekly|website|television|radio)$")
_KIND_OF_PAPER = re.compile(r"(?:newspapers?|magazine|daily|weekly|website)$")
_WINDOW = 90
_SENTENCE = re.compile(r"[\w)”\"’]{2}[.!?][”\"’)]{0,2}\s{1,40}(?=[A-Z“\"(])")
_BACK = re.compile(
    r"\b[Tt]he (?:paper|daily|agency|weekly|newspaper|magazine|article|commentary|report|broadcast|station|radio|journal|author)\b"
)
_TO_NAME = re.compile(r"\b[Aa]ccording to (?:the )?(?P<name>[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,4})(?=[,\s])")
_REACH = 600


class Source(Struct, frozen=True):
    """An outlet named in prose as the source, and the date that the prose gives its report."""

    start: int
    end: int
    printed: str
    dates: tuple[When, ...] = ()


def sources(text: str, seen: Sequence[Seen], start: int, end: int) -> Iterator[Source]:
    """Yield the sources of a block from *start* to *end*; *seen* are its outlets in order."""
    for outlet in seen:
        name = _name(text, outlet, start, end)
        if name is None:
            continue
        before = _plain(text[max(start, name[0] - _WINDOW) : name[0]])
        after = _plain(text[name[1] : min(end, name[1] + _WINDOW)])
        said = _AFTER.match(after)
        if not said and not _BEFORE.search(before):
            continue
        printed = outlets.clean(text[name[0] : name[1]])
        yield Source(name[0], name[1], printed, _dates(before, after, said.end() if said else 0))


def _plain(text: str) -> str:
    return text.replace("\n", " ").replace("\u00a0", " ")


def _name(text: str, seen: Seen, start: int, end: int) -> tuple[int, int] | None:
    """Give the span of an outlet's name; a noun such as "newspaper" or "Tribune" leads to the name beside it."""
    if seen.known:
        return seen.start, seen.end
    noun = text[seen.start : seen.end]
    if _LOWER.match(noun):
        right = _WORD_RIGHT.match(text, seen.end, min(end, seen.end + 120))
        if right:
            return right.span("name")
        if _KIND_OF_PAPER.match(noun):
            return None  # "a Russian daily" names none
    left = _WORD_LEFT.search(text[max(start, seen.start - 80) : seen.start])
    if left is None:
        return None
    words = left.group()
    skipped = len("The ") if words.startswith("The ") else 0
    return (seen.start - len(words) + skipped, seen.end) if words[skipped:] else None


def _dates(before: str, after: str, said: int) -> tuple[When, ...]:
    """Read the date beside the outlet: ``reported on July 19``, ``of 11 January``, ``In its 11 January issue,``."""
    for found in (_REPORTED_ON.match(after, said) if said else None, _ISSUE.match(after)):
        if found:
            read = when.read(tokens(after[found.end() :]), 0)
            if read and read.found[0].first.day:
                return read.found[:1]
    ahead = _DATED_BEFORE.search(before)
    if ahead:
        read = when.read(tokens(ahead["date"]), 0)
        if read and read.found[0].first.day:
            return read.found[:1]
    return ()


def of_sentence(text: str, at: int, start: int, end: int, seen: Sequence[Seen], words: Vocabulary) -> str | None:
    """Give the outlet that a bracket with only a date belongs to, None where its sentence names no source.

    *at* is where the bracket opens, *start* and *end* the block's span, *seen* the outlets of the block.
    """
    opened = sentence(text, at, start)
    here = [outlet for outlet in seen if opened <= outlet.start < at]
    names = [(text[span[0] : span[1]], span) for outlet in here if (span := _name(text, outlet, start, end))]
    said = _plain(text[opened:at])
    if names:
        printed, span = names[-1]
        if not text[span[1] : at].strip() or _CUE.search(said):
            return outlets.clean(printed)
        return None
    to_name = _TO_NAME.search(said)
    if to_name and not words.actors.get(to_name["name"]):
        return to_name["name"]
    earlier = [outlet for outlet in seen if outlet.start < opened and outlet.known]
    if earlier and _BACK.search(said) and _CUE.search(said):
        return outlets.clean(text[earlier[-1].start : earlier[-1].end])
    return None


def sentence(text: str, at: int, start: int) -> int:
    """Give where the sentence begins that *at* stands in, looking back to *start* at the farthest."""
    near = max(start, at - _REACH)
    ends = [found.end() for found in _SENTENCE.finditer(text, near, at)]
    return ends[-1] if ends else near
