"""The blocks that hold words alone: headings, paragraphs, lists, tables, definitions of references."""

import re

from generator.convert import attributes
from generator.convert.attributes import NONE, Attributes
from generator.convert.outline import Outline
from generator.convert.rendered import Refused

DEFINITION = re.compile(
    r"\[(?P<label>[^\s\[\]]+(?: [^\s\[\]]+)*)\]: (?P<destination>[^\s\"'<>`]+)(?: \"(?P<title>[^\"\\<>\n]+)\")?"
)
ITEM = re.compile(r"(?:-|(?P<number>\d+)\.) (?P<words>\S[^\n]*(?:\n {1,3}\S[^\n]*)*)(?:\n|\Z)")
_HEADING = re.compile(r"(?P<level>#{1,6}) (?P<words>[^\n{}]*(?:\{[^\n{}]*\}[^\n{}]+)*?)(?: \{(?P<listed>[^\n{}]+)\})?")
_LISTED = re.compile(r" *\{(?P<listed>[^{}]+)\}")
_INDENTED = re.compile(r"\n {1,3}")
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+")


def heading(block: str, outline: Outline) -> None:
    """Add a heading."""
    title = _HEADING.fullmatch(block)
    if not title or not title["words"] or title["words"].strip(" #") != title["words"]:
        raise Refused
    listed = attributes.read(title["listed"]) if title["listed"] else NONE
    if not listed.id:
        raise Refused
    outline.heading(len(title["level"]), title["words"], listed)


def paragraph(block: str, outline: Outline) -> None:
    """Add a paragraph, with what its last line says of its attributes."""
    outline.element("p", *_listed(block))


def _listed(block: str) -> tuple[str, Attributes]:
    """Give the words of a block, and what its last line says of its attributes."""
    words, _, last = block.rpartition("\n")
    if not words or not last.endswith("}"):
        return block, NONE
    listed = _LISTED.fullmatch(last)
    return (words, attributes.read(listed["listed"])) if listed else (block, NONE)


def items(block: str, outline: Outline) -> None:
    """Add a list whose items are next to each other."""
    listed_items = list(ITEM.finditer(block))
    whole = sum(len(item[0]) for item in listed_items) == len(block)
    kinds = {item["number"] is not None for item in listed_items}
    first = listed_items[0]["number"]
    if not whole or len(kinds) > 1 or first not in {None, "1"}:
        raise Refused
    tag = "ol" if first else "ul"
    outline.parts.append(f"<{tag}>\n")
    for item in listed_items:
        words, listed = _listed(item["words"])
        outline.element("li", _INDENTED.sub("\n", words), listed)
    outline.parts.append(f"</{tag}>\n")


def table(block: str, outline: Outline) -> None:
    """Add a table."""
    head, rule, *rows = block.split("\n") if block.count("\n") > 1 else ("", "", "")
    if not _RULE.fullmatch(rule):
        raise Refused
    aligned = [_aligned(cell.strip()) for cell in rule[1:-1].split("|")]
    outline.parts.append("<table>\n<thead>\n")
    _row(head, "th", aligned, outline)
    outline.parts.append("</thead>\n<tbody>\n")
    for row in rows:
        _row(row, "td", aligned, outline)
    outline.parts.append("</tbody>\n</table>\n")


def _aligned(rule: str) -> str:
    sides = {(True, True): "center", (True, False): "left", (False, True): "right"}
    side = sides.get((rule.startswith(":"), rule.endswith(":")), "")
    return f' style="text-align: {side};"' if side else ""


def _row(row: str, tag: str, aligned: list[str], outline: Outline) -> None:
    cells = row[1:-1].split("|")
    if len(cells) != len(aligned) or len(row) < len("||") or row[0] != "|" or row[-1] != "|":
        raise Refused
    outline.parts.append("<tr>\n")
    for cell, style in zip(cells, aligned, strict=True):
        outline.element(f"{tag}{style}", cell.strip(" "))
    outline.parts.append("</tr>\n")


def definitions(block: str, outline: Outline) -> None:
    """Note where references lead."""
    for line in block.split("\n"):
        definition = DEFINITION.fullmatch(line)
        if not definition:
            raise Refused
        outline.define(definition["label"], definition["destination"], definition["title"] or "")
