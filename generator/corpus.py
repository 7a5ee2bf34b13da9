"""All articles together, and their edges grouped by the end that they lead to."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from generator.model import Actor, Outlet, Problem, Publication
from generator.sheet import Named, Report, Said, Sheet

Edge = TypeVar("Edge")
By = Mapping[str, tuple[tuple[str, Edge], ...]]
"""Edges, each with its article's identifier, by the identifier of what they lead to; both sorted."""


class Corpus(Struct, frozen=True, dict=True):
    """The articles by their address, and of the glossary what they mention and cite; all keys sorted."""

    articles: Mapping[str, Sheet] = {}
    actors: Mapping[str, Actor] = {}  # only those that an article mentions
    outlets: Mapping[str, Outlet] = {}  # only those that an article cites
    publications: Mapping[str, Publication] = {}
    problems: tuple[Problem, ...] = ()
    digests: Mapping[str, bytes] = {}  # of all that was made of each article, by its address

    @cached_property
    def naming(self) -> By[Named]:
        """The articles that name each actor, and how."""
        return _grouped((edge.actor, article, edge) for article, sheet in self._sheets() for edge in sheet.named)

    @cached_property
    def citing(self) -> By[Report]:
        """The articles that cite each outlet, and which of its reports."""
        return _grouped((edge.outlet, article, edge) for article, sheet in self._sheets() for edge in sheet.reports)

    @cached_property
    def quoting(self) -> By[Said]:
        """The articles that quote each actor, and what."""
        return _grouped(
            (edge.speaker, article, edge) for article, sheet in self._sheets() for edge in sheet.said if edge.speaker
        )

    @cached_property
    def newest_first(self) -> tuple[str, ...]:
        """All articles, those with the latest date first, those without one last."""
        ordered = sorted(self.articles)
        return tuple(sorted(ordered, key=lambda article: age(self.articles[article]), reverse=True))

    def _sheets(self) -> Iterable[tuple[str, Sheet]]:
        return self.articles.items()


def age(sheet: Sheet) -> tuple[str, int, int]:
    """Return what articles are sorted by in time: the date, and the number of the issue where that is all there is."""
    return sheet.date or "", sheet.volume or 0, sheet.issue or 0


def _grouped(edges: Iterator[tuple[str, str, Edge]]) -> By[Edge]:
    groups: dict[str, list[tuple[str, Edge]]] = {}
    for key, article, edge in edges:
        groups.setdefault(key, []).append((article, edge))
    return {key: tuple(groups[key]) for key in sorted(groups)}
