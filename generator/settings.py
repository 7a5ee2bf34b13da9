"""Check ``mkdocs.yml``: only what was tried with hostile text is trusted with it, and nothing in it runs code."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.model import Place, Problem

TESTED = frozenset(
    "abbr admonition attr_list def_list footnotes md_in_html tables toc pymdownx.details pymdownx.highlight"
    " pymdownx.superfences pymdownx.tabbed pymdownx.tasklist material.extensions.preview".split()
)
"""The Markdown extensions with which nasty text stays text; the tests try each of them."""

_PYTHON = "tag:yaml.org,2002:python"
_RUNNING = {
    "hooks": ("`hooks` run Python whenever the site is built", "drop them: what pages say belongs into templates/"),
    "INHERIT": ("`INHERIT` takes settings from a file that is not looked at", "write them here"),
}


def problems(path: Path) -> Iterator[Problem]:
    """Yield what could make text into markup or run code in a ``mkdocs.yml`` that is YAML; nothing is run."""
    root = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=yaml.CSafeLoader)
    for node in _nodes(root):
        if node.tag.startswith(_PYTHON):
            what = f"`!!{node.tag.removeprefix('tag:yaml.org,2002:')}` runs code whenever the site is built"
            yield _problem(path, node, what, "drop the setting, or write a plain value")
    for key, value in _entries(root):
        if key.value in _RUNNING:
            yield _problem(path, key, *_RUNNING[key.value])
        elif key.value == "markdown_extensions":
            yield from _extensions(path, value)


def _extensions(path: Path, value: yaml.Node) -> Iterator[Problem]:
    listed = value.value if isinstance(value, yaml.SequenceNode) else [value]
    for node in listed:
        names = [key for key, _ in _entries(node)] or [node]
        for name in names:
            if name.value and str(name.value).removeprefix("markdown.extensions.") not in TESTED:
                what = f"the Markdown extension {name.value!r} was never tried with hostile text"
                yield _problem(path, name, what, f"use only {', '.join(sorted(TESTED))}")


def _entries(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _nodes(root: yaml.Node | None) -> Iterator[yaml.Node]:
    """Yield each node once, however often an alias leads to it."""
    waiting = [root] if root is not None else []
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting += [one for pair in _entries(node) for one in pair]
            waiting += node.value if isinstance(node, yaml.SequenceNode) else []


def _problem(path: Path, node: yaml.Node, what: str, fix: str) -> Problem:
    place = Place(path.name, node.start_mark.line + 1, node.start_mark.column + 1)
    return Problem(place, "setting", what, fix=fix)
