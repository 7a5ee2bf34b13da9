"""Find the outlet of a bracket that has only a date: it stands in the sentence, or nowhere."""

import re

from generator import dates
from generator.analyse.cite import narrative, outlets
from generator.analyse.cite.vocabulary import Setting, within

_SAYS = (
    r"(?:report(?:s|ed|ing)?|sa(?:id|ys)|wr(?:ote|ites)|not(?:es|ed)|quot(?:es|ed)|publish(?:es|ed)|carri(?:es|ed)"
    r"|claim(?:s|ed)|comment(?:s|ed|ary)|announc(?:es|ed)|stat(?:es|ed)|add(?:s|ed)|charg(?:es|ed)|maintain(?:s|ed)"
    r"|cit(?:es|ed)|observ(?:es|ed)|argu(?:es|ed)"
    r"|warn(?:s|ed)|disclos(?:es|ed)|reveal(?:s|ed)|print(?:s|ed)|aired|broadcast|interview(?:s|ed)?|editorial|article"
    r"|correspondents?|account|dispatch|[Aa]ccording to|[Ww]riting|told)"
)
_CUE = re.compile(rf"\b{_SAYS}\b")
_BACK = re.compile(
    r"\b[Tt]he (?:paper|daily|agency|weekly|newspaper|magazine|article|commentary|report|broadcast|station|radio"
    r"|program(?:me)?|journal|author)\b"
)
_TO_NAME = re.compile(r"\b[Aa]ccording to (?:the )?(?P<name>[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,4})(?=[,\s])")
_GLOSSED = re.compile(
    rf"(?:{dates.WEEKDAY}|[Yy]esterday|[Tt]oday|[Tt]omorrow"
    r"|(?:last|that|this|the same|the next|the previous|the following) (?:night|day|week|month))\s{0,9}$"
)
_SENTENCE = re.compile(r"[\w)”\"’]{3}[.!?][”\"’)]{0,2}\s{1,40}(?=[A-Z“\"(])")
_BEHIND = re.compile(r"\([^()]{1,40}\)\s(?:in|by|on|from|to)\s(?:the\s)?$")
_CLOSING = re.compile(r"(?P<mark>[”\"»])[.,]?\s{0,9}$")
_NEAR = 30
_QUOTATION = 2000  # characters
_REACH = 600  # characters that a sentence may have


def outlet(at: int, setting: Setting) -> str | None:
    """Give the outlet that a bracket with only a date, opening at *at*, belongs to; None where there is none."""
    text = setting.text
    opened = _sentence(text, _before_quotation(text, at, setting.start), setting.start)
    said = narrative.plain(text[opened:at])
    if _GLOSSED.search(said[-_NEAR:]):
        return None  # "on Monday (September 13)" tells which Monday
    spans = [span for _, span in narrative.named(text, within(setting.seen, opened, at), setting.start, setting.end)]
    if spans and not text[spans[-1][1] : at].strip():
        return outlets.clean(text[slice(*spans[-1])])
    if not _CUE.search(said):
        return None
    span = spans[-1] if spans else _behind(at, setting)
    if span:
        return outlets.clean(text[slice(*span)])
    to_name = _TO_NAME.search(said)
    if to_name and not setting.words.actors.get(to_name["name"]):
        return to_name["name"]
    return _before(opened, setting) if _BACK.search(said) else None


def _behind(at: int, setting: Setting) -> tuple[int, int] | None:
    """Give the known outlet right behind the bracket: ``an editorial (5 February) in Izvestiya``."""
    seen = within(setting.seen, at, at + _REACH)
    near = bool(seen) and seen[0].known and _BEHIND.match(narrative.plain(setting.text[at : seen[0].start]))
    return (seen[0].start, seen[0].end) if near else None


def _before(opened: int, setting: Setting) -> str | None:
    """Give the known outlet that an earlier sentence names last: "the paper" is that one."""
    seen = within(setting.seen, max(setting.start, opened - _REACH), opened)
    earlier = [found for found in seen if found.known]
    return outlets.clean(setting.text[earlier[-1].start : earlier[-1].end]) if earlier else None


def _before_quotation(text: str, at: int, start: int) -> int:
    """Give where the quotation opens that ends right before a bracket, since it may be of several sentences."""
    close = _CLOSING.search(text, max(start, at - _NEAR), at)
    if close is None:
        return at
    opening = "“" if close["mark"] == "”" else "«" if close["mark"] == "»" else '"'
    opened = text.rfind(opening, max(start, at - _QUOTATION), close.start("mark"))
    return opened if opened >= 0 else at


def _sentence(text: str, at: int, start: int) -> int:
    """Give where the sentence begins that *at* stands in, looking back to *start* at the farthest."""
    near = max(start, at - _REACH)
    ends = [found.end() for found in _SENTENCE.finditer(text, near, at)]
    return ends[-1] if ends else near
