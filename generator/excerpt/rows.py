"""Lay the places of one article out as rows of tables, each counted within its paragraph.

So an edit changes only the rows of its paragraph. The columns are those of ``generator.tables``.
"""

from generator import escape
from generator.excerpt.passages import Sentences
from generator.model import Analysis, Citation, Mention, Quotation, Statement
from generator.sheet import Cell, Rows

Edge = Mention | Citation | Quotation | Statement


def rows(analysis: Analysis, sentences: Sentences) -> Rows:
    """Return the rows that an article adds to each table of places."""
    text = analysis.article.text

    def place(edge: Edge) -> tuple[Cell, ...]:
        block = sentences.block(edge.start)
        return (
            block.number or None,
            sentences.anchor(edge.start) or None,
            edge.start - block.start,
            edge.end - block.start,
        )

    return {
        "mentions": tuple((*place(edge), *_mention(edge)) for edge in analysis.mentions),
        "citations": tuple((*place(edge), *_citation(edge)) for edge in analysis.citations),
        "quotations": tuple((*place(edge), *_quotation(edge, text)) for edge in analysis.quotations),
        "statements": tuple((*place(edge), *_statement(edge, text)) for edge in analysis.statements),
    }


def _mention(edge: Mention) -> tuple[Cell, ...]:
    return edge.actor, _shown(edge.surface), edge.kind, edge.sense, _shown(edge.role), _shown(edge.rule)


def _citation(edge: Citation) -> tuple[Cell, ...]:
    report = (edge.kind, edge.outlet or None, edge.source or None, _shown(edge.printed), edge.date)
    return *report, *map(_shown, (edge.date_basis, edge.locator, edge.author, edge.url, edge.text))


def _quotation(edge: Quotation, text: str) -> tuple[Cell, ...]:
    return edge.speaker or None, *map(_shown, (edge.speaker_name, edge.cue, text[edge.start : edge.end]))


def _statement(edge: Statement, text: str) -> tuple[Cell, ...]:
    return edge.date, _shown(edge.date_basis), _shown(text[edge.start : edge.end])


def _shown(text: str | None) -> Cell:
    """Return what can be seen of a text, nothing for an empty one."""
    return (escape.visible(text) or None) if text else None
