"""Weigh whether a bracket is a citation: what it names, in what form, and what stands around it."""

import re
from collections.abc import Sequence

from msgspec import Struct

from generator import dates
from generator.analyse import grammar, narrative, outlets
from generator.analyse.brackets import Bracket
from generator.analyse.grammar import Report
from generator.analyse.vocabulary import Seen, Vocabulary
from generator.model import Block

CERTAIN, CLEAR, LIKELY, NONE = 3, 2, 1, 0
"""Known by the glossary; clear from its form; likely where the article cites in this way; no citation."""

_DATED = re.compile(
    rf"(?:{dates.MONTH})(?!\w)|(?<!\d){dates.YEAR}(?!\w)|[O\d](?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\d\d(?!\w)"
)
_ADDRESS = re.compile(r"\s{0,9}(?:[Ss]ee:?\s{1,9})?https?://\S{4,1000}\s{0,9}$")
_CREDIT = re.compile(r"\s{0,9}(?:Source|Photo|Image|Picture|Credit|Courtesy|Photograph)s?\b", re.IGNORECASE)
_EVENT = re.compile(
    r"\b(?:Treaty|Battle|Agreements?|Acts?|Conference|Summit|Chapter|Part|Section|Article|Resolution|Law|Decree|Protocol"
    r"|Directive|War|Accords?|Constitution|Convention|Declaration|Meeting|Elections?|Referendum|Day|Appendix|Annex|Table"
    r"|Figure|Version|Release|Edition|Order|Regulation|Memorandum|Uprising|Revolution|Massacre|Bombing|Earthquake"
    r"|Games|Cup|Olympics|Championships?|Congress|Session|Plenum|Born|Died|Rev|Draft|RFC|PEP|ISO|Patch|Bug)\b"
)
_PERSON = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|President|Premier|Minister|Prime Minister|General|Gen|Colonel|Col|Captain|King|Queen|Pope)\b"
)
_LONGEST = 3000  # characters; forty sources in one bracket have half of it
_SHORT = 120
_LOOK = 200
_SENTENCE_END = re.compile(r"(?<=[\dO])\.(?=\s{1,9}[A-Z“\"])")


class Candidate(Struct, frozen=True):
    """A bracket that may be a citation, the reports in it, and how sure that is."""

    start: int
    end: int
    reports: tuple[Report, ...]
    weight: int
    damaged: bool = False


def bracket(text: str, found: Bracket, block: Block, seen: Sequence[Seen], words: Vocabulary) -> Candidate | None:
    """Weigh one closed bracket; None where it is none."""
    if len(found.content) > _LONGEST:
        return None
    if not _DATED.search(found.content):
        return _undated(text, found, block, words)
    reports = grammar.parse(text[found.start + 1 : found.end - 1] if found.inner else found.content, words.kind)
    if not reports:
        return None
    if all(not report.outlet and not report.lost for report in reports):
        return _date_only(text, found, block, seen, words, reports)
    weights = [_weight(report, words) for report in reports if not report.lost]
    damaged = any(report.lost for report in reports)
    if not weights:
        whole = all(when.first.day for report in reports for when in report.dates)
        weights = [CLEAR if whole else LIKELY]
    return Candidate(found.start, found.end, reports, max(weights), damaged) if min(weights) else None


def _weight(report: Report, words: Vocabulary) -> int:
    kind = words.kind(report.outlet)
    if kind == "outlet":
        return CERTAIN
    if not report.outlet:
        return NONE
    whole = bool(report.dates) and all(when.first.day for when in report.dates)
    if outlets.site(report.outlet):
        return CLEAR if whole else LIKELY
    if kind in {"person", "place"} or not outlets.named(report.outlet) or _is_other(report):
        return NONE
    if outlets.media(report.outlet):
        return CLEAR if whole else LIKELY
    if report.seen and (whole or report.author):
        return CLEAR
    return LIKELY if whole else NONE


def _is_other(report: Report) -> bool:
    """Whether what is dated is an event, a person or a document rather than an outlet, or too long ago."""
    if not report.author and (_EVENT.search(report.outlet) or _PERSON.match(report.outlet)):
        return True
    return any(0 < when.first.year < dates.OLDEST_NEWS for when in report.dates)


def _undated(text: str, found: Bracket, block: Block, words: Vocabulary) -> Candidate | None:
    """Weigh a bracket without a date: an address, ``see EDM``, or a credit at the end of an item."""
    if _ADDRESS.match(found.content):
        printed = outlets.clean(found.content.strip().removeprefix("See").removeprefix("see"))
        return Candidate(found.start, found.end, (Report(printed),), LIKELY)
    if len(found.content) > _SHORT or _CREDIT.match(found.content) or not any(map(str.isalpha, found.content)):
        return _emptied(text, found, block)
    reports = grammar.parse(found.content, words.kind)
    if not reports or any(words.kind(report.outlet) != "outlet" for report in reports):
        return None
    if any(report.seen for report in reports):
        return Candidate(found.start, found.end, reports, LIKELY)
    return Candidate(found.start, found.end, reports, CLEAR) if _is_credit(text, found, block) else None


def _emptied(text: str, found: Bracket, block: Block) -> Candidate | None:
    """Weigh a bracket with nothing in it: where addresses were deleted, one is left."""
    before = text[max(block.start, found.start - 2) : found.start]
    after = text[found.end : min(block.end, found.end + 1)]
    if found.content.strip(" ,;\n\u00a0") or not before[-1:].isspace() or (after and after not in ".,;"):
        return None
    return Candidate(found.start, found.end, (Report("", lost=True),), LIKELY, damaged=True)


def _is_credit(text: str, found: Bracket, block: Block) -> bool:
    """Whether a bracket closes a paragraph or is one, and does not explain the word before it."""
    before = text[max(block.start, found.start - 5) : found.start].rstrip()[-1:]
    behind = text[found.end : block.end].strip(" .\n\u00a0") if block.end - found.end < len("... ...") else "more"
    return not behind and (not before or before in '.!?"”')


def _date_only(
    text: str, found: Bracket, block: Block, seen: Sequence[Seen], words: Vocabulary, reports: tuple[Report, ...]
) -> Candidate | None:
    """Weigh a bracket with a day and nothing else: its outlet must stand in the sentence."""
    if not all(report.dates and report.dates[0].first.day for report in reports):
        return None
    printed = narrative.of_sentence(text, found.start, block.start, block.end, seen, words)
    if printed is None:
        return None
    stated = tuple(Report(printed, report.dates, report.locator, implied=True) for report in reports)
    return Candidate(found.start, found.end, stated, CERTAIN)


def left_open(text: str, start: int, block: Block, words: Vocabulary, *, followed: bool) -> Candidate | None:
    """Weigh a bracket that nothing closes: its end was lost, or an address and all behind it."""
    rest = text[start + 1 : min(block.end, start + _LOOK)]
    if not rest.strip():
        lost = Candidate(start, start + 1, (Report("", lost=True),), LIKELY, damaged=True)
        return lost if followed else None
    if rest[0].isspace() and rest.lstrip()[0].isupper() and text[start - 1 : start].isspace():
        return Candidate(start, start + 1, (Report("", lost=True),), LIKELY, damaged=True)
    said = _SENTENCE_END.search(rest)
    if said is None or not _DATED.search(rest, 0, said.start()):
        return None
    reports = grammar.parse(rest[: said.start()], words.kind)
    certain = reports and all(report.dates and _weight(report, words) == CERTAIN for report in reports)
    return Candidate(start, start + 1 + said.start(), reports, CERTAIN) if certain else None
