"""Gather an article's edges by what they lead to: who is named, quoted and cited, what was lost, which days."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator import escape
from generator import text as texts
from generator.edges import group
from generator.excerpt.passages import Sentences, Shown, Span
from generator.model import Analysis, Citation, Glossary, Mention, Quotation
from generator.sheet import Lost, Named, Report, Said, Stated

_OPENING = 80  # characters of a quotation in a list of them


def proper(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions proper: a nationality adjective names nobody."""
    return [mention for mention in mentions if mention.kind != "demonym"]


def _shown(places: Mapping[str, Sequence[Span]], sentences: Sentences) -> dict[str, Shown]:
    """Return what to show for each key; a sentence that many share is shown by each in a narrower window."""
    sharing: Counter[int] = Counter()
    for spans in places.values():
        sharing.update({sentences.around(*span)[0] for span in spans})
    return {key: sentences.shown(spans, sharing) for key, spans in places.items()}


def _spans(edges: Iterable[Mention | Citation | Quotation]) -> list[Span]:
    return [(edge.start, edge.end) for edge in edges]


def named(analysis: Analysis, sentences: Sentences) -> tuple[Named, ...]:
    """Return the actors that the article names, in the order in which it names them first."""
    by_actor: dict[str, list[Mention]] = {}
    for mention in proper(analysis.mentions):
        by_actor.setdefault(mention.actor, []).append(mention)
    shown = _shown({actor: _spans(edges) for actor, edges in by_actor.items()}, sentences)
    return tuple(_named(actor, edges, shown[actor], sentences) for actor, edges in by_actor.items())


def _named(actor: str, mentions: Sequence[Mention], shown: Shown, sentences: Sentences) -> Named:
    stating = next((mention for mention in mentions if mention.role), None)
    printed = {escape.visible(mention.surface) for mention in mentions if mention.kind != "descriptor"}
    return Named(
        actor=actor,
        count=len(mentions),
        role=stating.role if stating else "",
        role_anchor=sentences.anchor(stating.start) if stating else "",
        anchors=shown.anchors,
        passages=shown.passages,
        spellings=tuple(sorted(printed)),
    )


def about(analysis: Analysis, sentences: Sentences) -> tuple[str, ...]:
    """Return the actors that the title names."""
    titles = {mention.actor for mention in analysis.mentions if sentences.block(mention.start).kind == "title"}
    return tuple(sorted(titles))


def adjectives(analysis: Analysis) -> tuple[str, ...]:
    """Return the actors that adjectives of nationality alone name."""
    named = {mention.actor for mention in proper(analysis.mentions)}
    return tuple(sorted({mention.actor for mention in analysis.mentions} - named))


def together(analysis: Analysis, sentences: Sentences) -> tuple[tuple[str, ...], ...]:
    """Return the actors that each paragraph names."""
    by_paragraph: dict[int, set[str]] = {}
    for mention in proper(analysis.mentions):
        by_paragraph.setdefault(sentences.block(mention.start).start, set()).add(mention.actor)
    return tuple(tuple(sorted(actors)) for actors in by_paragraph.values())


def captions(analysis: Analysis) -> dict[int, str]:
    """Return the line under each block quotation that names its speaker, in Markdown, by paragraph number."""
    linked = {mention.actor for mention in proper(analysis.mentions)}
    lines: dict[int, str] = {}
    for quotation in analysis.quotations:
        block = analysis.article.block(quotation.start)
        if block.kind == "quotation" and quotation.speaker_name:
            name = escape.markdown(quotation.speaker_name)
            lines[block.number] = f"[{name}][{quotation.speaker}]" if quotation.speaker in linked else name
    return lines


def said(analysis: Analysis, sentences: Sentences, glossary: Glossary) -> tuple[Said, ...]:
    """Return the quotations, each with the first report that its paragraph cites behind it."""
    linked = {mention.actor for mention in proper(analysis.mentions)}
    cited = sorted((cited for cited in analysis.citations if cited.outlet), key=_start)
    sharing = Counter(sentences.around(one.start, one.end)[0] for one in analysis.quotations)
    return tuple(_said(one, analysis, sentences, sharing, cited, linked, glossary) for one in analysis.quotations)


def _said(  # noqa: PLR0913, PLR0917 - what is known of the article
    quotation: Quotation,
    analysis: Analysis,
    sentences: Sentences,
    sharing: Mapping[int, int],
    cited: Sequence[Citation],
    linked: frozenset[str] | set[str],
    glossary: Glossary,
) -> Said:
    article = analysis.article
    sentence = sentences.around(quotation.start, quotation.end)
    passage = sentences.passage(sentence, [(quotation.start, quotation.end)], sharing[sentence[0]])
    words = escape.visible(article.text[quotation.start : min(quotation.end, quotation.start + 4 * _OPENING)])
    at = bisect_left(cited, quotation.end, key=_start)
    behind = cited[at] if at < len(cited) and cited[at].start < article.block(quotation.start).end else None
    return Said(
        speaker=quotation.speaker if quotation.speaker in linked else "",
        name=quotation.speaker_name,
        opening=texts.cut(words, _OPENING),
        passage=passage,
        outlet=behind.outlet if behind else "",
        printed=_outlet(behind, glossary) if behind else "",
        date=behind.date if behind else None,
    )


def _start(cited: Citation) -> int:
    return cited.start


def _outlet(cited: Citation, glossary: Glossary) -> str:
    known = glossary.outlets.get(cited.outlet)
    return known.name if known else cited.printed


def reports(analysis: Analysis, sentences: Sentences, glossary: Glossary) -> tuple[Report, ...]:
    """Return the reports that the article cites, in the order of their first citation."""
    by_source: dict[str, list[Citation]] = {}
    for cited in analysis.citations:
        if cited.outlet:
            by_source.setdefault(cited.source, []).append(cited)
    shown = _shown({source: _spans(cited) for source, cited in by_source.items()}, sentences)
    return tuple(_report(cited, shown[source], glossary) for source, cited in by_source.items())


def _report(cited: Sequence[Citation], shown: Shown, glossary: Glossary) -> Report:
    printed = tuple(citation.printed for citation in cited if citation.printed)
    return Report(
        outlet=cited[0].outlet,
        name=_outlet(cited[0], glossary),
        printed=printed,
        date=cited[0].date,
        basis=next((citation.date_basis for citation in cited if citation.date_basis), None),
        url=next((citation.url for citation in cited if citation.url), ""),
        count=len(cited),
        texts=tuple(sorted({escape.visible(citation.text) for citation in cited})),
        anchors=shown.anchors,
        passages=shown.passages,
    )


def lost(analysis: Analysis, sentences: Sentences) -> tuple[Lost, ...]:
    """Return the paragraphs in which the source of a citation was lost, and the dates that are left of them."""
    damaged = [cited for cited in analysis.citations if cited.kind == "damaged"]
    by_paragraph = group(damaged, by=lambda cited: f"{analysis.article.block(cited.start).start:012}")
    return tuple(
        Lost(
            anchor=sentences.anchor(cited[0].start),
            dates=tuple(sorted({edge.date for edge in cited if edge.date})),
            passage=sentences.shown(_spans(cited), {}).passages[0],
        )
        for cited in by_paragraph.values()
    )


def stated(analysis: Analysis, sentences: Sentences) -> tuple[Stated, ...]:
    """Return the days and months that the text states, each once for a sentence."""
    sharing = Counter(sentences.around(one.start, one.end)[0] for one in analysis.statements)
    entries: dict[tuple[str, int], Stated] = {}
    for one in analysis.statements:
        sentence = sentences.around(one.start, one.end)
        if (one.date, sentence[0]) not in entries:
            passage = sentences.passage(sentence, [(one.start, one.end)], sharing[sentence[0]])
            entries[one.date, sentence[0]] = Stated(one.date, one.date_basis, passage)
    return tuple(entries.values())


def places(analysis: Analysis) -> tuple[tuple[int, int], ...]:
    """Return the line and column of each finding, both from 1."""
    if not analysis.findings:
        return ()
    ends = [at for at, character in enumerate(analysis.article.text) if character == "\n"]
    lines = [bisect_right(ends, finding.start - 1) for finding in analysis.findings]
    return tuple(
        (line + 1, finding.start - (ends[line - 1] if line else -1))
        for line, finding in zip(lines, analysis.findings, strict=True)
    )
