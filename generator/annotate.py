"""Print the analysis of each article as one JSON object a line."""

from collections.abc import Iterable, Iterator

import msgspec

from generator.model import Analysis, Citation, Glossary, Mention, Quotation

Fields = dict[str, object]


def lines(analyses: Iterable[Analysis], glossary: Glossary) -> Iterator[str]:
    """Yield a line of JSON for each analysis, in their order; offsets count code points of the file's text."""
    for analysis in analyses:
        yield msgspec.json.encode(record(analysis, glossary)).decode("utf-8")


def record(analysis: Analysis, glossary: Glossary) -> Fields:
    """Give everything that one article's analysis says, with the names that the glossary has for it."""
    article = analysis.article
    return {
        "article": article.id,
        "seed": article.seed,
        "title": article.title,
        "publication": article.publication,
        "volume": article.volume,
        "issue": article.issue,
        "date": article.date,
        "date_basis": article.date_basis,
        "authors": list(article.authors),
        "blocks": [{"start": block.start, "end": block.end, "kind": block.kind} for block in article.blocks],
        "mentions": [_mention(mention, glossary) for mention in analysis.mentions],
        "citations": [_citation(cited) for cited in analysis.citations if cited.kind != "narrative"],
        "narrative": [_citation(cited) for cited in analysis.citations if cited.kind == "narrative"],
        "quotations": [_quotation(quotation, article.text) for quotation in analysis.quotations],
        "problems": [
            {"start": finding.start, "code": finding.code, "message": finding.what} for finding in analysis.findings
        ],
    }


def _mention(mention: Mention, glossary: Glossary) -> Fields:
    actor = glossary.actors[mention.actor]
    return {
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "actor": actor.id,
        "name": actor.name,
        "aliases": [alias.text for alias in actor.aliases],
        "type": actor.type,
        "kind": mention.kind,
        "sense": mention.sense,
        "rule": mention.rule,
        "role": mention.role,
    }


def _citation(cited: Citation) -> Fields:
    return {
        "start": cited.start,
        "end": cited.end,
        "text": cited.text,
        "outlet": cited.outlet or None,
        "name": cited.printed or None,
        "date": cited.date,
        "date_basis": cited.date_basis,
        "kind": cited.kind,
        "locator": cited.locator or None,
        "url": cited.url or None,
        "author": cited.author or None,
    }


def _quotation(quotation: Quotation, text: str) -> Fields:
    return {
        "start": quotation.start,
        "end": quotation.end,
        "text": text[quotation.start : quotation.end].strip('“”„«»"'),
        "speaker": quotation.speaker or None,
        "speaker_name": quotation.speaker_name or None,
        "cue": quotation.cue,
    }
