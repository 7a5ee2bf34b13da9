"""Tell how far a build is: on a terminal alone, and only once it has taken a second."""

import time
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

T = TypeVar("T")
_PATIENCE = 1.0  # seconds


class Follow(Protocol):
    """Yields what it is given, and may show how much of it is done."""

    def __call__(self, things: Iterable[T], doing: str, total: int) -> Iterable[T]:
        """Yield *things*, *total* of them, while *doing* says what is done with each."""
        ...


def quietly(things: Iterable[T], doing: str, total: int) -> Iterable[T]:  # noqa: ARG001 - a Follow that shows nothing
    """Give *things* as they are."""
    return things


class Bar:
    """A bar on standard error, which goes when its task is done."""

    def __init__(self, patience: float = _PATIENCE) -> None:
        """Show nothing in the first *patience* seconds."""
        self._console = Console(stderr=True)
        self._from = time.monotonic() + patience

    def follow(self, things: Iterable[T], doing: str, total: int) -> Iterable[T]:
        """Yield *things* and show how many of *total* there were, where standard error is a terminal."""
        return self._shown(things, doing, total) if self._console.is_terminal else things

    def _shown(self, things: Iterable[T], doing: str, total: int) -> Iterator[T]:
        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
        bar = Progress(*columns, console=self._console, transient=True)
        task = bar.add_task(doing, total=total)
        try:
            for thing in things:
                yield thing
                bar.advance(task)
                if not bar.live.is_started and time.monotonic() > self._from:
                    bar.start()
        finally:
            bar.stop()
