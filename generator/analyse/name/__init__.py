"""Find who is named in an article: one scan, the longest name wins, then the rules for short forms."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

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
    masks = _merged((citation.start, citation.end) for citation in citations)
    found = [
        candidate
        for candidate in _scan(
            folded,
            [_in_capitals(article.text[block.start : min(block.end, block.start + _SAMPLE)]) for block in blocks],
            index,
        )
        if not _masked(candidate, folded, masks)
    ]
    titles = _titles(blocks, folded)
    settled, findings = bearer.settle(longest(found), folded.text, titles, article.date or "", index)
    settled = acronym.own(settled, folded.text, index)
    for rule in (acronym.defined, misspelling.near):
        if more := list(rule(settled, folded.text, index)):
            settled = longest([*settled, *more])
    settled = [candidate for candidate in settled if not _masked(candidate, folded, masks)]
    made = tuple(_mention(article, candidate, folded, index) for candidate in settled if _shown(candidate, index))
    return made, tuple(
        Finding(folded.span(start, start + 1)[0], code, what, fix) for start, code, what, fix in findings
    )


def _scan(folded: Folded, capitals: Sequence[bool], index: Index) -> Iterator[Candidate]:
    """Yield where the text may name an actor; in a line of capitals a word counts only if the rest names it, too."""
    doubtful: list[Candidate] = []
    known: set[str] = set()
    for start, end, forms in index.scan(folded.text):
        candidate = Candidate(start, end, forms)
        loud = capitals[bisect_right(folded.offsets, start) - 1]
        if loud and folded.text[start:end] in _WORDS_IN_CAPITALS:
            doubtful.append(candidate)
            continue
        known.update(form.actor for form in forms)
        yield candidate
    yield from (candidate for candidate in doubtful if any(form.actor in known for form in candidate.forms))
    for segment, end, loud in zip(folded.segments, _ends(folded), capitals, strict=True):
        if loud:
            for start, stop, forms in index.scan_capitals(folded.text[segment.start : end]):
                yield Candidate(segment.start + start, segment.start + stop, forms)


def _in_capitals(line: str) -> bool:
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


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _masked(candidate: Candidate, folded: Folded, masks: Sequence[tuple[int, int]]) -> bool:
    start, end = folded.span(candidate.start, candidate.end)
    before = bisect_right(masks, (end, 0)) - 1
    return before >= 0 and masks[before][1] > start and masks[before][0] < end


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
