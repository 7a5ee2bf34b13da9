"""Weigh whether a bracket is a citation: what it names, in what form, and what stands around it."""

import re

from msgspec import Struct

from generator import dates
from generator.analyse.cite import implied, naming, outlets
from generator.analyse.cite.brackets import Bracket
from generator.analyse.cite.grammar import Report
from generator.analyse.cite.vocabulary import Setting, Vocabulary
from generator.analyse.titles import is_title

CERTAIN, CLEAR, LIKELY, NONE = 3, 2, 1, 0
"""Known by the glossary; clear from its form; likely where the article cites in this way; no citation."""

_DATED = re.compile(
    rf"(?:{dates.MONTH})(?!\w)|(?<!\d){dates.YEAR}(?!\w)|[O\d](?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV"
    rf"|DEC)\d\d(?!\w)"
)
_ADDRESS = re.compile(r"\s{0,9}(?:[Ss]ee:?\s{1,9})?(?:https?://|www\.)\S{4,1000}\s{0,9}$")
_CREDIT = re.compile(r"\s{0,9}(?:Source|Photo|Image|Picture|Credit|Courtesy|Photograph)s?\b", re.IGNORECASE)
_WITH = re.compile(r"(?:[Ww]ith|[Ff]rom) (?=[A-Z])")
_EVENT = re.compile(
    r"\b(?:Treaty|Battle|Agreements?|Acts?|Conference|Summit|Chapter|Part|Section|Article|Resolution|Law|Decree"
    r"|Protocol"
    r"|Directive|War|Accords?|Constitution|Convention|Declaration|Meeting|Elections?|Referendum|Day|Appendix|Annex"
    r"|Table"
    r"|Figure|Version|Release|Edition|Order|Regulation|Memorandum|Uprising|Revolution|Massacre|Bombing|Earthquake"
    r"|Games|Cup|Olympics|Championships?|Congress|Session|Plenum|Born|Died|Rev|Draft|RFC|PEP|ISO|Patch|Bug)\b"
)
_DAYS = r"\d{1,2}(?:[-–]\d{1,2})?"
_FIGURES = re.compile(
    rf"(?P<outlet>[^,;]{{2,60}}), ?(?P<figures>[A-Z][a-z]{{2,9}}\.? {_DAYS}(?:,? \d{{4}})?"
    rf"|{_DAYS} [A-Z][a-z]{{2,9}}(?:,? \d{{4}})?|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}})$"
)
_LONGEST = 3000  # characters; forty sources in one bracket have half of it
_SHORT = 120
_BESIDE = 6  # words
_LOOK = 200
_NOTE = 600
_MARK = re.compile(r"(?:\[\d{1,3}\]|\d{1,3}\.)\s{1,9}")
_SENTENCE_END = re.compile(r"(?<=[\dO])\.(?=\s{1,9}[A-Z“\"])")


class Candidate(Struct, frozen=True):
    """A bracket that may be a citation, the reports in it, and how sure that is."""

    start: int
    end: int
    reports: tuple[Report, ...]
    weight: int
    damaged: bool = False
    unread: bool = False  # what may be its date is none


def tells(found: Candidate) -> bool:
    """Whether a bracket shows that the article cites in this way: it is surely a citation, and dated."""
    return found.weight > LIKELY and (found.damaged or any(report.dates for report in found.reports))


def bracket(found: Bracket, setting: Setting) -> Candidate | None:
    """Weigh one bracket; None where it is no citation.

    Most square ones hold what somebody put in: there only a known outlet and a date make a citation.
    """
    candidate = _read(found, setting)
    dated = candidate is not None and (candidate.damaged or any(report.dates for report in candidate.reports))
    if setting.text[found.start] == "[":
        return candidate if dated and candidate and candidate.weight == CERTAIN else None
    return candidate if dated else _unread(found, setting) or candidate


def _read(found: Bracket, setting: Setting) -> Candidate | None:
    if len(found.content) > _LONGEST or setting.text[max(found.start - 1, 0)] == "]":
        return None  # what follows a square bracket at once is the address of a Markdown link
    if not _DATED.search(found.content):
        return _undated(found, setting)
    whole = setting.text[found.start + 1 : found.end - 1] if found.inner else found.content
    reports = setting.words.reports(whole)
    if not reports:
        return None
    if all(not report.outlet and not report.lost for report in reports):
        return _date_only(found, setting, reports)
    damaged = any(report.lost for report in reports)
    weights = [CLEAR if report.lost and report.dates else _weight(report, setting.words) for report in reports]
    if max(weights) >= CLEAR:
        reports = tuple(report for report, weight in zip(reports, weights, strict=True) if weight or _stands(report))
    elif not min(weight or report.lost for report, weight in zip(reports, weights, strict=True)):
        return None
    return Candidate(found.start, found.end, reports, max(*weights, LIKELY), damaged)


def _unread(found: Bracket, setting: Setting) -> Candidate | None:
    """Weigh a known outlet beside figures that are no date: ``Interfax, February 31``, ``Interfax, Febuary 4``."""
    read = _FIGURES.match(found.content)
    outlet = outlets.clean(read["outlet"]) if read and not naming.locates(read["figures"]) else ""
    if setting.words.kind(outlet) != "outlet":
        return None
    return Candidate(found.start, found.end, (Report(outlet),), LIKELY, unread=True)


def _stands(report: Report) -> bool:
    """Whether a name that has no name's form may stand beside a known one: ``1+1``, but not ``he said``."""
    start = report.outlet[:1]
    short = len(report.outlet.split()) <= _BESIDE
    return report.lost or (short and bool(report.dates) and (start.isupper() or start.isdecimal()))


def _weight(report: Report, words: Vocabulary) -> int:
    kind = words.kind(report.outlet)
    if kind == "outlet":
        return CERTAIN
    whole = bool(report.dates) and all(when.first.day for when in report.dates)
    if outlets.site(report.outlet):
        return CLEAR if whole else LIKELY * (bool(report.dates) or "://" in report.outlet or "www." in report.outlet)
    if not report.outlet or kind in {"person", "place"} or not outlets.named(report.outlet) or _is_other(report):
        return NONE
    if report.seen and (whole or report.author):
        return CLEAR
    media = outlets.media(report.outlet)
    return whole + media if whole or media else NONE


def _is_other(report: Report) -> bool:
    """Whether what is dated is an event, a person or a document rather than an outlet, or too long ago."""
    medium = outlets.media(report.outlet.rpartition(" ")[2])  # a journal of war is no war
    if not report.author and not medium and (_EVENT.search(report.outlet) or _is_person(report.outlet)):
        return True
    return any(0 < when.first.year < dates.OLDEST_NEWS for when in report.dates)


def _is_person(printed: str) -> bool:
    """Whether words are an office and a name: ``Deputy Foreign Minister Ada Berg``."""
    words = printed.split()
    offices = [at for at, word in enumerate(words) if is_title(word)]
    return offices[:1] == [0] and offices[-1] + 1 < len(words)


def _undated(found: Bracket, setting: Setting) -> Candidate | None:
    """Weigh a bracket without a date: an address, ``see EDM``, or a credit at the end of an item."""
    if _ADDRESS.match(found.content):
        printed = outlets.clean(found.content.strip().removeprefix("See").removeprefix("see"))
        return Candidate(found.start, found.end, (Report(printed),), LIKELY)
    if len(found.content) > _SHORT or _CREDIT.match(found.content) or not any(map(str.isalpha, found.content)):
        return _emptied(found, setting)
    kind = setting.words.kind
    reports = setting.words.reports(found.content)
    if _WITH.match(found.content) and found.end - found.start >= setting.end - setting.start - len("."):
        named = all(outlets.named(report.outlet) for report in reports)
        return Candidate(found.start, found.end, reports, CLEAR) if named else None
    if not reports or any(kind(report.outlet) != "outlet" or not outlets.named(report.outlet) for report in reports):
        return None
    if any(report.seen for report in reports):
        return Candidate(found.start, found.end, reports, LIKELY)
    return Candidate(found.start, found.end, reports, CLEAR) if _is_credit(found, setting) else None


def _emptied(found: Bracket, setting: Setting) -> Candidate | None:
    """Weigh a bracket with nothing in it: where addresses were deleted, one is left."""
    before = setting.text[max(setting.start, found.start - 1) : found.start]
    after = setting.text[found.end : min(setting.end, found.end + 1)]
    if found.content.strip(" ,;\n\u00a0") or not before.isspace() or (after and after not in ".,;"):
        return None
    return Candidate(found.start, found.end, (Report("", lost=True),), LIKELY, damaged=True)


def _is_credit(found: Bracket, setting: Setting) -> bool:
    """Whether a bracket closes a paragraph or is one, and does not explain the word before it."""
    if setting.end - found.end > len(" ."):
        return False
    before = setting.text[max(setting.start, found.start - 5) : found.start].rstrip()[-1:]
    return not setting.text[found.end : setting.end].strip(" .") and (not before or before in '.!?"”')


def _date_only(found: Bracket, setting: Setting, reports: tuple[Report, ...]) -> Candidate | None:
    """Weigh a bracket with a day and nothing else: its outlet must stand in the sentence."""
    if not all(report.dates and report.dates[0].first.day for report in reports):
        return None
    printed = implied.outlet(found.start, setting)
    if printed is None:
        return None
    stated = tuple(Report(printed, report.dates, report.locator, implied=True) for report in reports)
    return Candidate(found.start, found.end, stated, CERTAIN)


def left_open(start: int, setting: Setting, *, followed: bool) -> Candidate | None:
    """Weigh a bracket that nothing closes: its end was lost, or an address and all behind it.

    *followed* tells whether more text comes behind the block; where none does, the text may have been cut off.
    """
    text, kind = setting.text, setting.words.kind
    rest = text[start + 1 : min(setting.end, start + _LOOK)]
    lost = Candidate(start, start + 1, (Report("", lost=True),), LIKELY, damaged=True)
    if not rest.strip():
        return lost if followed else None
    if rest[0].isspace() and rest.lstrip()[0].isupper() and text[start - 1 : start].isspace():
        return lost
    said = _SENTENCE_END.search(rest)
    if said is None or not _DATED.search(rest, 0, said.start()):
        return None
    reports = setting.words.reports(rest[: said.start()])
    certain = reports and all(report.dates and kind(report.outlet) == "outlet" for report in reports)
    return Candidate(start, start + 1 + said.start(), reports, CERTAIN) if certain else None


def note(setting: Setting) -> Candidate | None:
    """Weigh a note that is nothing but a citation without its bracket, as ``[1] Interfax, February 4``."""
    text = setting.text[setting.start : setting.end]
    mark = _MARK.match(text)
    if mark is None or len(text) > _NOTE or "(" in text or not _DATED.search(text):
        return None
    reports = setting.words.reports(text[mark.end() :].rstrip("."))
    if not reports or any(not report.dates or _weight(report, setting.words) < CERTAIN for report in reports):
        return None
    return Candidate(setting.start + mark.end(), setting.end, reports, CERTAIN)
