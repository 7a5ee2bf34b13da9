"""Build once for what is saved: what a build itself writes starts no other."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

Stands = list[tuple[str, int, int]]
"""How files stand: their paths, sizes and times of change."""


class Once:
    """A builder that does nothing where all files stand as the last build left them."""

    def __init__(self, builder: Callable[[], None], watched: Sequence[Path]) -> None:
        """Build with *builder* what is made of the files and folders *watched*, which stand as they are built."""
        self._builder, self._watched = builder, watched
        self._built = self._stands()

    def __call__(self) -> None:
        """Build, unless nothing has changed since."""
        if self._stands() != self._built:
            self._builder()
            self._built = self._stands()

    def _stands(self) -> Stands:
        return [state for path in self._watched for state in _below(path)]


def _below(path: Path) -> Stands:
    """Return how *path*, or each file below it, stands; what goes meanwhile is left out."""
    paths = [os.fspath(path)]
    for folder, folders, names in os.walk(path):
        folders.sort()
        paths += (os.path.join(folder, name) for name in sorted(names))  # noqa: PTH118 - thousands of them
    stands: Stands = []
    for name in paths:
        try:
            state = os.lstat(name)
        except OSError:
            continue
        stands.append((name, state.st_size, state.st_mtime_ns))
    return stands
