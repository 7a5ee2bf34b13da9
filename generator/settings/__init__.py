"""Check ``mkdocs.yml``: only what was tried with hostile text is trusted with it, and nothing in it runs code."""

from collections.abc import Iterator
from pathlib import Path

from generator import configuration as configurations
from generator.model import Problem
from generator.settings import loading, running
from generator.settings.running import TESTED, TESTED_PLUGINS

__all__ = ["TESTED", "TESTED_PLUGINS", "problems"]


def problems(path: Path) -> Iterator[Problem]:
    """Yield what could make text into markup, run code or load something from elsewhere; nothing is run."""
    configuration = configurations.read(path)
    if isinstance(configuration, Problem):
        yield configuration
        return
    yield from running.problems(configuration, path)
    yield from loading.problems(configuration, path)
