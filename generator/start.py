"""Make a new site that builds at once."""

from pathlib import Path

from generator.model import Problem


def new(folder: Path) -> Problem | None:
    """Make a site in *folder*."""
    raise NotImplementedError(folder)
