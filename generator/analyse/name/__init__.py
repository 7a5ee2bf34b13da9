"""Find who is named in an article: one scan, the longest name wins, then the rules for short forms."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import starmap

from generator import text
from generator.analyse.index import Form, Index
from generator.analyse.name import acronym, bearer, misspelling, role, sense
from generator.analyse.name.candidate import Candidate, longest
from generator.model import TEXT_BLOCKS, Article, Block, Citation, Finding, Mention
from generator.text import Folded

_LINKED = TEXT_BLOCKS | {"title"}
_CAPITALS_SHARE = 0.9  # of the letters of a line that is "all in capitals"
_SHORTEST_CAPITALS = 12  # letters
_SAMPLE = 120  # characters of a block that tell whether it is in capitals
_TOO_MANY_SMALL = re.compile(rf"(?:[^a-z]{{0,{_SAMPLE}}}[a-z]){{{round(_SAMPLE * (1 - _CAPITALS_SHARE)) + 1}}}")
_WORDS_IN_CAPITALS = frozenset(
    "ACT AID ALL AM AN AND ANY ARE AS AT BAN BE BUT BY CAN CARE DO END FIT FOR GO GREEN HE HELP IF IN IRA IS IT LET"
    " MAY ME MEET MY NEW NO NOT NOW OF OLD ON OR OUR OUT PACE PART PLAN SAFE SHAPE SITE SO START STOP TEAM TO UP US WE"
    " WHO".split()
)
"""Acronyms that are words, which a line of capitals does not tell apart."""


def mentions(
    article: Article, citations: Sequence[Citation], index: Index
) -> tuple[tuple[Mention, ...], tuple[Finding, ...]]:
    """Give the mentions of *article*, ordered and apart, and a finding for each name that could mean two."""
    blocks = [block for block in article.blocks if block.kind in _LINKED]
    folded = text.folded(article.text, [(block.start, block.end) for block in blocks])
    loud = [_in_capitals(article.text[block.start : min(block.end, block.start + _SAMPLE)]) for block in blocks]
    outside = _outside(folded, citations)
    found = longest(_scan(folded, outside, loud, index))
    settled, findings = bearer.settle(found, folded.text, _titles(blocks, folded), article.date or "", index)
    settled = acronym.own(settled, folded.text, index)
    for rule in (acronym.defined, misspelling.near):
        if more := [candidate for candidate in rule(settled, folded.text, index) if outside(candidate)]:
            settled = longest([*settled, *more])
    made = tuple(_mention(article, candidate, folded, index) for candidate in settled if _shown(candidate, index))
    return made, tuple(
        Finding(folded.span(start, start + 1)[0], code, what, fix) for start, code, what, fix in findings
    )


def _outside(folded: Folded, citations: Sequence[Citation]) -> Callable[[Candidate], bool]:
    """Give what tells whether a candidate shares no character with a citation."""
    inside = bytearray(len(folded.text))
    for citation in citations:
        start, end = folded.within(citation.start, citation.end)
        inside[start:end] = b"\1" * (end - start)
    return lambda candidate: inside.find(1, candidate.start, candidate.end) < 0


def _scan(
    folded: Folded, outside: Callable[[Candidate], bool], loud: Sequence[bool], index: Index
) -> Iterator[Candidate]:
    """Yield where the text may name an actor; in a line of capitals a word counts only if the rest names it, too."""
    found = list(filter(outside, starmap(Candidate, index.scan(folded.text))))
    if True not in loud:
        yield from found
        return
    doubtful: list[Candidate] = []
    known: set[str] = set()
    for candidate in found:
        shouted = loud[bisect_right(folded.offsets, candidate.start) - 1]
        if shouted and folded.text[candidate.start : candidate.end] in _WORDS_IN_CAPITALS:
            doubtful.append(candidate)
            continue
        known.update(form.actor for form in candidate.forms)
        yield candidate
    yield from (candidate for candidate in doubtful if any(form.actor in known for form in candidate.forms))
    for segment, end, shouted in zip(folded.segments, _ends(folded), loud, strict=True):
        if shouted:
            for start, stop, forms in index.scan_capitals(folded.text[segment.start : end]):
                candidate = Candidate(segment.start + start, segment.start + stop, forms)
                if outside(candidate):
                    yield candidate


def _in_capitals(line: str) -> bool:
    if _TOO_MANY_SMALL.match(line):
        return False
    letters = sum(map(str.isalpha, line))
    return letters >= _SHORTEST_CAPITALS and sum(map(str.isupper, line)) >= letters * _CAPITALS_SHARE


def _titles(blocks: Sequence[Block], folded: Folded) -> list[tuple[int, int]]:
    """Give the folded spans of titles and headings, where capitals tell nothing of names."""
    return [
        (segment.start, end)
        for block, segment, end in zip(blocks, folded.segments, _ends(folded), strict=True)
        if block.kind in {"title", "heading"}
    ]


def _ends(folded: Folded) -> list[int]:
    """Give where each segment of the folded text ends."""
    return [*(segment.start - 1 for segment in folded.segments[1:]), len(folded.text)][: len(folded.segments)]


def _shown(candidate: Candidate, index: Index) -> bool:
    return index.glossary.actors[candidate.forms[0].actor].status != "ignored"


def _mention(article: Article, candidate: Candidate, folded: Folded, index: Index) -> Mention:
    start, end = folded.span(candidate.start, candidate.end)
    form: Form = candidate.forms[0]
    actor = index.glossary.actors[form.actor]
    return Mention(
        article.id,
        actor.id,
        start,
        end,
        article.text[start:end],
        form.kind,
        sense.of(folded.text, candidate.start, candidate.end, form, actor),
        candidate.rule,
        role.stated(folded.text, candidate.start, candidate.end) if actor.type == "person" else "",
    )
