"""Find the citations of an article: each report that it rests on, with its outlet and its date."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from msgspec.structs import replace

from generator import text
from generator.analyse.cite import brackets, narrative, outlets, weigh, years
from generator.analyse.cite.grammar import Report
from generator.analyse.cite.vocabulary import Seen, Setting, vocabulary, within
from generator.analyse.cite.weigh import Candidate
from generator.analyse.index import Index
from generator.model import TEXT_BLOCKS, Article, Block, Citation, CitationKind, Finding

_CITING = TEXT_BLOCKS - {"caption", "heading"}
_FIX = "name the source in the text if you know it"
_DAMAGED = ("citation-damaged", "the source of this citation was lost", _FIX)
_UNREAD = ("date-unread", "the date of this citation cannot be read", "write it as “February 4” or “4 February 2010”")
_SENTENCE = 400  # characters
_AROUND = 60
_LONGEST = 10  # letters of the words before a name that was lost
_LOST = (re.compile(r", reported (?:on|that|in)\b"), re.compile(r"ccording to(?:,|\.| (?:on|in|that)\b)"))
_BEFORE_LOST = re.compile(r"\b(?:Meanwhile|However|Earlier|Later|Also|Yesterday|Today|A|a)$")


def citations(article: Article, index: Index) -> tuple[tuple[Citation, ...], tuple[Finding, ...]]:
    """Give the citations of *article* in their order, and a finding for each that is damaged."""
    words = vocabulary(index)
    seen = list(words.scan(article.text))
    blocks = [block for block in article.blocks if block.kind in _CITING]
    settings = [
        Setting(article.text, block.start, block.end, within(seen, block.start, block.end), words) for block in blocks
    ]
    last = article.blocks[-1].end if article.blocks else 0
    candidates = [found for setting in settings for found in _candidates(setting, last)]
    notes = (setting for block, setting in zip(blocks, settings, strict=True) if block.kind == "note")
    candidates += [found for setting in notes if (found := weigh.note(setting))]
    usual = article.series is not None or any(weigh.tells(found) for found in candidates)
    accepted = [found for found in candidates if found.weight > (weigh.NONE if usual else weigh.LIKELY)]
    clock = years.clock(article, [report for found in accepted for report in found.reports])
    cited = [citation for found in accepted for citation in _of_bracket(article, found, clock, index)]
    masked = sorted(accepted, key=attrgetter("start"))
    told = _narrative(article, settings, masked, clock)
    cited += _undated_once(told, [citation for citation in cited if citation.date])
    lost = [
        Finding(found.start, *(_DAMAGED if found.damaged else _UNREAD))
        for found in accepted
        if found.damaged or found.unread
    ]
    lost += _lost_names(article.text, blocks) if usual else ()
    findings = sorted(lost, key=attrgetter("start"))
    return tuple(sorted(cited, key=attrgetter("start"))), tuple(findings)


def _lost_names(body: str, blocks: Sequence[Block]) -> Iterator[Finding]:
    """Report where a sentence lost the site that it named: ``Meanwhile, reported on October 8``."""
    for block in blocks:
        for pattern in _LOST:
            for found in pattern.finditer(body, block.start, block.end):
                before = _BEFORE_LOST.search(body, max(block.start, found.start() - _LONGEST), found.start())
                if before:
                    yield Finding(before.start(), "source-lost", "the name of a source is missing here", _FIX)


def _undated_once(told: Iterable[Citation], dated: Sequence[Citation]) -> Iterator[Citation]:
    """Leave out what a sentence names as its source where a bracket further on in it gives the date."""
    places: dict[str, list[int]] = {}
    for citation in dated:
        places.setdefault(citation.outlet, []).append(citation.start)
    for citation in told:
        later = places.get(citation.outlet, ())
        at = bisect_right(later, citation.end)
        if citation.date or at == len(later) or later[at] - citation.end > _SENTENCE:
            yield citation


def _candidates(setting: Setting, last: int) -> Iterator[Candidate]:
    """Yield what may be citations in a block; a bracket around or within an accepted one is none."""
    found = brackets.pair(setting.text, setting.start, setting.end)
    end = 0
    squares = brackets.square(setting.text, setting.start, setting.end)
    closed = sorted((*found.closed, *squares), key=attrgetter("start")) if squares else found.closed
    for bracket in closed:
        candidate = weigh.bracket(bracket, setting) if bracket.start >= end else None
        if candidate:
            end = bracket.end
            yield candidate
    for start in found.open:
        candidate = weigh.left_open(start, setting, followed=setting.end < last)
        if candidate:
            yield candidate


def _outside(seen: Sequence[Seen], masked: Sequence[Candidate]) -> Iterator[Seen]:
    """Yield the outlets that no accepted bracket holds; both are in order."""
    at = bisect_right(masked, seen[0].start, key=attrgetter("end"))
    for outlet in seen:
        while at < len(masked) and masked[at].end <= outlet.start:
            at += 1
        if at == len(masked) or outlet.end <= masked[at].start:
            yield outlet


def _narrative(
    article: Article, settings: Sequence[Setting], masked: Sequence[Candidate], clock: years.Clock
) -> Iterator[Citation]:
    """Yield the outlets that sentences name as sources; a name that is an actor's stays the actor's."""
    for setting in settings:
        outside = list(_outside(setting.seen, masked)) if setting.seen else []
        for source in narrative.sources(replace(setting, seen=outside)) if outside else ():
            if not _is_actor(setting, source):
                told = Candidate(source.start, source.end, (Report(source.printed, source.dates),), weigh.CLEAR)
                yield from _of_bracket(article, told, clock, setting.words.index, kind="narrative")


def _is_actor(setting: Setting, source: narrative.Source) -> bool:
    """Whether the glossary has the name, or a longer one around it, as an actor's."""
    start, end = max(setting.start, source.start - _AROUND), min(setting.end, source.end + _AROUND)
    folded = text.folded(setting.text, [(start, end)])
    spans = (folded.span(start, end) for start, end, forms in setting.words.index.scan(folded.text) if forms)
    return any(opens <= source.start and source.end <= closes for opens, closes in spans)


# Records.


def _of_bracket(
    article: Article, found: Candidate, clock: years.Clock, index: Index, *, kind: CitationKind | None = None
) -> Iterator[Citation]:
    printed = article.text[found.start : found.end]
    for report in found.reports:
        for when in report.dates or (None,):
            date, basis = years.dated(when, clock)
            yield Citation(
                article=article.id,
                start=found.start,
                end=found.end,
                text=printed,
                kind=kind or _kind(report, printed, index),
                outlet=outlets.identifier(report.outlet, index) if report.outlet else "",
                printed=report.outlet,
                date=date,
                date_basis=basis,
                locator=report.locator,
                url=report.outlet if "://" in report.outlet else "",
                author=report.author,
            )


def _kind(report: Report, printed: str, index: Index) -> CitationKind:
    if report.lost:
        return "damaged"
    if report.implied:
        return "date_only"
    if index.publication(report.outlet) is not None:
        return "self"
    return "source" if report.dates or "://" in printed or "www." in printed else "credit"
