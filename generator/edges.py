"""Edges grouped by one end: every index, backlink and list of the site is made so."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

Edge = TypeVar("Edge")


def group(edges: Iterable[Edge], *, by: Callable[[Edge], str]) -> Mapping[str, tuple[Edge, ...]]:
    """Map each value of *by* to its edges, keys sorted, edges in their order."""
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        found.setdefault(by(edge), []).append(edge)
    return {key: tuple(found[key]) for key in sorted(found)}
