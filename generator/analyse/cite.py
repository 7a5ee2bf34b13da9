"""Find the citations of an article: each report that it rests on, with its outlet and its date."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from generator import dates
from generator.analyse import grammar, outlets
from generator.analyse.grammar import Report
from generator.analyse.index import Index
from generator.analyse.when import When
from generator.dates import Date
from generator.model import Article, Block, Citation, CitationKind, Finding

_BRACKET = re.compile(r"[()]")
_DATED = re.compile(rf"(?:{dates.MONTH})(?!\w)|(?<!\d){dates.YEAR}(?!\w)|[O\d][A-Z]{{3}}\d\d(?!\w)")
_CITED = frozenset({"paragraph", "quotation", "list", "note"})
_LONGEST = 3000  # characters; forty sources in one bracket have half of it
_SHORT = 90
_LOST_FIX = "name the source in the text if you know it"


class Bracket(Struct, frozen=True):
    """A bracket's span and what stands in it, inner brackets blanked out."""

    start: int
    end: int
    content: str


class Vocabulary:
    """What a glossary knows of words in a bracket, for one index."""

    def __init__(self, index: Index) -> None:
        """Sort the names of actors that are persons and places."""
        self.index = index
        self.actors: dict[str, str] = {}
        for actor in index.glossary.actors.values():
            kind = {"person": "person", "state": "place", "place": "place"}.get(actor.type, "actor")
            for name in (actor.name, *(alias.text for alias in actor.aliases)):
                self.actors.setdefault(name, kind)

    def kind(self, words: str) -> str:
        """Give ``outlet``, ``person``, ``place``, ``actor`` or nothing."""
        return "outlet" if outlets.known(words, self.index) else self.actors.get(words, "")


@lru_cache(maxsize=4)
def vocabulary(index: Index) -> Vocabulary:
    """Give the vocabulary of *index*, made once."""
    return Vocabulary(index)


class _Candidate(Struct, frozen=True):
    bracket: Bracket
    reports: tuple[Report, ...]
    strength: int  # 3 certain, 2 sure by its form, 1 sure only among others, 0 none
    damaged: bool = False


def citations(article: Article, index: Index) -> tuple[tuple[Citation, ...], tuple[Finding, ...]]:
    """Give the citations of *article* in their order, and a finding for each that is damaged."""
    words = vocabulary(index)
    candidates = [
        candidate
        for at, block in enumerate(article.blocks)
        if block.kind in _CITED
        for candidate in _candidates(article, block, at + 1 < len(article.blocks), words)
    ]
    context = article.series is not None or any(candidate.strength > 1 for candidate in candidates)
    accepted = [
        candidate for candidate in candidates if candidate.strength > 1 or (candidate.strength == 1 and context)
    ]
    latest = _latest(article, accepted)
    found = [citation for candidate in accepted for citation in _citations(article, candidate, latest, index)]
    findings = tuple(
        Finding(candidate.bracket.start, "citation-damaged", "the source of this citation was lost", _LOST_FIX)
        for candidate in accepted
        if candidate.damaged
    )
    return tuple(found), findings


def _latest(article: Article, accepted: Sequence[_Candidate]) -> Date | None:
    return dates.parse(article.date) if article.date else None


# Brackets and what they are.


def _candidates(article: Article, block: Block, followed: bool, words: Vocabulary) -> Iterator[_Candidate]:  # noqa: FBT001
    closed, opened = brackets(article.text, block.start, block.end)
    found = [candidate for bracket in closed if (candidate := _judged(article.text, bracket, block, words))]
    for start in opened:
        candidate = _left_open(article.text, start, block, words, followed=followed)
        if candidate:
            found.append(candidate)
    yield from sorted(found, key=lambda candidate: candidate.bracket.start)


def brackets(text: str, start: int, end: int) -> tuple[list[Bracket], list[int]]:
    """Give the closed round brackets between *start* and *end*, and where others were left open.

    One pass: each character is part of the content of the innermost bracket only; inner brackets are blanked.
    """
    stack: list[tuple[int, list[str], int]] = []
    closed: list[Bracket] = []
    for found in _BRACKET.finditer(text, start, end):
        at = found.start()
        if found.group() == "(":
            if stack:
                opened, pieces, since = stack[-1]
                pieces.append(text[since:at])
            stack.append((at, [], at + 1))
        elif stack:
            opened, pieces, since = stack.pop()
            closed.append(Bracket(opened, at + 1, "".join([*pieces, text[since:at]])))
            if stack:
                outer, outer_pieces, _ = stack[-1]
                outer_pieces.append("(" + " " * 0 + ")")
                stack[-1] = (outer, outer_pieces, at + 1)
    return closed, [opened for opened, _, _ in stack]


def _judged(text: str, bracket: Bracket, block: Block, words: Vocabulary) -> _Candidate | None:
    content = bracket.content
    if len(content) > _LONGEST:
        return None
    if not _DATED.search(content):
        return _undated(text, bracket, block, words)
    reports = grammar.parse(content, words.kind)
    if not reports:
        return None
    damaged = any(report.lost for report in reports)
    weights = [_strength(report, words) for report in reports if not report.lost]
    if not weights:
        whole = all(when.first.day for report in reports for when in report.dates)
        return _Candidate(bracket, reports, 2 if whole else 1, damaged=True)
    return _Candidate(bracket, reports, max(weights), damaged) if min(weights) else None


def _strength(report: Report, words: Vocabulary) -> int:
    if not report.outlet:
        return 0
    whole = bool(report.dates) and all(when.first.day for when in report.dates)
    kind = words.kind(report.outlet)
    if kind == "outlet":
        return 3
    if kind or not outlets.named(report.outlet):
        return 2 if outlets.site(report.outlet) and report.dates else 0
    if outlets.media(report.outlet):
        return 2 if whole else 1
    if report.seen:
        return 2 if report.dates else 0
    if not whole:
        return 0
    return 1


def _undated(text: str, bracket: Bracket, block: Block, words: Vocabulary) -> _Candidate | None:
    """Read a bracket without a date: a credit at the end of an item, or what a deleted address left."""
    content = bracket.content
    if len(content) > _SHORT or not content.strip(" ,;"):
        return None
    reports = grammar.parse(content, words.kind)
    if not reports or any(words.kind(report.outlet) != "outlet" for report in reports):
        return None
    if not (reports[0].seen or _is_credit(text, bracket, block)):
        return None
    return _Candidate(bracket, reports, 3)


def _is_credit(text: str, bracket: Bracket, block: Block) -> bool:
    """Whether the bracket closes a paragraph or is one, and does not explain the word before it."""
    before = text[block.start : bracket.start].rstrip()[-1:]
    behind = text[bracket.end : block.end].strip(" .")
    return not behind and (not before or before in '.!?"”')


def _left_open(text: str, start: int, block: Block, words: Vocabulary, *, followed: bool) -> _Candidate | None:
    rest = text[start + 1 : min(block.end, start + 200)]
    if not rest.strip():
        bracket = Bracket(start, start + 1, "")
        return _Candidate(bracket, (Report("", lost=True),), 1, damaged=True) if followed else None
    return None


# Records.


def _citations(article: Article, candidate: _Candidate, latest: Date | None, index: Index) -> Iterator[Citation]:
    bracket = candidate.bracket
    for report in candidate.reports:
        for when in report.dates or (None,):
            date, basis = _dated(when, latest, article)
            yield Citation(
                article=article.id,
                start=bracket.start,
                end=bracket.end,
                text=article.text[bracket.start : bracket.end],
                kind=_kind(report, index),
                outlet=outlets.identifier(report.outlet, index) if report.outlet else "",
                printed=report.outlet,
                date=date,
                date_basis=basis,
                locator=report.locator,
                url=report.outlet if "://" in report.outlet else "",
                author=report.author,
            )


def _kind(report: Report, index: Index) -> CitationKind:
    if report.lost:
        return "damaged"
    if not report.outlet:
        return "date_only"
    if index.publication(report.outlet) is not None:
        return "self"
    return "source" if report.dates else "credit"


def _dated(when: When | None, latest: Date | None, article: Article) -> tuple[str | None, str | None]:
    if when is None:
        return None, None
    first = dates.resolve(when.first, latest)
    last = when.last and dates.resolve(when.last, latest)
    if last and first > last:
        first = Date(last.year - 1, first.month, first.day)
    text = f"{first}/{last}" if last else str(first)
    if when.first.year:
        return text, None
    if not first.year:
        return text, "no year is printed, and the article has no date"
    return text, f"the latest such day on or before the article’s date, {article.date}"
