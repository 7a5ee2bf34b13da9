"""Lay the places of one article out as rows of tables, each counted within its paragraph.

So an edit changes only the rows of its paragraph. The columns are those of ``generator.tables``.
"""

from collections.abc import Sequence

from generator import escape
from generator.model import Analysis, Citation, Mention, Quotation, Statement
from generator.sheet import Cell, Rows

Edge = Mention | Citation | Quotation | Statement


def rows(analysis: Analysis, anchors: Sequence[str]) -> Rows:
    """Return the rows that an article adds to each table of places."""
    text = analysis.article.text

    def place(edge: Edge) -> tuple[Cell, ...]:
        block = analysis.article.block(edge.start)
        anchor = anchors[block.number - 1] if block.number else None
        return block.number or None, anchor, edge.start - block.start, edge.end - block.start

    return {
        "mentions": tuple((*place(edge), *_mention(edge)) for edge in analysis.mentions),
        "citations": tuple((*place(edge), *_citation(edge)) for edge in analysis.citations),
        "quotations": tuple((*place(edge), *_quotation(edge, text)) for edge in analysis.quotations),
        "statements": tuple((*place(edge), *_statement(edge, text)) for edge in analysis.statements),
    }


def _mention(edge: Mention) -> tuple[Cell, ...]:
    return tuple(map(_cell, (edge.actor, edge.surface, edge.kind, edge.sense, edge.role, edge.rule)))


def _citation(edge: Citation) -> tuple[Cell, ...]:
    fields = (edge.kind, edge.outlet, edge.source, edge.printed, edge.date, edge.date_basis, edge.locator)
    return tuple(map(_cell, (*fields, edge.author, edge.url, edge.text)))


def _quotation(edge: Quotation, text: str) -> tuple[Cell, ...]:
    return tuple(map(_cell, (edge.speaker, edge.speaker_name, edge.cue, text[edge.start : edge.end])))


def _statement(edge: Statement, text: str) -> tuple[Cell, ...]:
    return tuple(map(_cell, (edge.date, edge.date_basis, text[edge.start : edge.end])))


def _cell(text: str | None) -> Cell:
    """Return what can be seen of a text, nothing for an empty one."""
    return escape.visible(text or "") or None
