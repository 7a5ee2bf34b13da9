"""Analyse each article by itself: layout, then citations, then names, then quotations, then dates."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor

from generator.analyse import cite, layout, name, quote, statement
from generator.analyse.index import Index
from generator.model import Analysis, Glossary, Seed


def article(seed: Seed, index: Index) -> Analysis:
    """Find what one article says: a pure function of its text and the compiled glossary."""
    found, layout_findings = layout.article(seed, index)
    citations, citation_findings = cite.citations(found, index)
    mentions, name_findings = name.mentions(found, citations, index)
    quotations = quote.quotations(found, mentions, citations, index)
    statements = statement.statements(found, citations)
    findings = sorted((*layout_findings, *citation_findings, *name_findings), key=lambda finding: finding.start)
    return Analysis(found, mentions, citations, quotations, statements, tuple(findings))


def articles(seeds: Sequence[Seed], glossary: Glossary, *, executor: Executor | None = None) -> Iterator[Analysis]:
    """Analyse *seeds* in their order, over *executor* where there is one."""
    if executor is None:
        index = Index(glossary)
        yield from (article(seed, index) for seed in seeds)
        return
    batches = [seeds[at : at + 64] for at in range(0, len(seeds), 64)]
    for batch in executor.map(_batch, batches, [glossary] * len(batches)):
        yield from batch


def _batch(seeds: Iterable[Seed], glossary: Glossary) -> list[Analysis]:
    index = Index(glossary)
    return [article(seed, index) for seed in seeds]
