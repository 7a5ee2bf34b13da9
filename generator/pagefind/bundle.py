"""Keep the index of a shard as one file, whole or refused, and put it into a site."""

import os
import shutil
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile, ZipFile

_SUFFIX = ".zip"
# What the search page reads of an index that is merged into another: programs come from the first one alone.
_MERGED = (".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment", "pagefind-entry.json")


def pack(folder: Path, archive: Path) -> None:
    """Write the files of *folder* to the new file *archive*; most are packed already."""
    with ZipFile(archive, "w", strict_timestamps=False) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.write(path, path.relative_to(folder).as_posix())


def unpack(archive: Path, folder: Path, *, first: bool) -> None:
    """Write the index in *archive* to *folder*: with its programs where it is the *first* one of its site.

    Raises BadZipFile where it is not whole, OSError where a file cannot be read or written.
    """
    with ZipFile(archive) as packed:
        if packed.testzip():
            raise BadZipFile
        names = packed.namelist()
        packed.extractall(folder, [name for name in names if first or name.endswith(_MERGED)])


class Shelf:
    """The indexes of the last build, each by its digest; one that cannot be kept is made again."""

    def __init__(self, folder: Path) -> None:
        """Keep them in *folder*."""
        self._folder = folder

    def take(self, digest: str, folder: Path, *, first: bool) -> bool:
        """Put the index of that digest into *folder*; return whether it was there, and whole."""
        try:
            unpack(self._path(digest), folder, first=first)
        except (BadZipFile, OSError, ValueError):
            return False
        return True

    def keep(self, digest: str, archive: Path) -> None:
        """Keep a copy of *archive*, at one stroke."""
        part = self._path(digest).with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._ours():
                shutil.copyfile(archive, part)
                part.replace(self._path(digest))

    def keep_only(self, digests: Collection[str]) -> None:
        """Remove whatever is of none of *digests*."""
        with suppress(OSError):
            for path in self._folder.iterdir() if self._ours() else ():
                if path.name not in {digest + _SUFFIX for digest in digests}:
                    path.unlink()

    def _ours(self) -> bool:
        """Whether the folder is no link to elsewhere, and no other user's."""
        return not self._folder.is_symlink() and self._folder.stat().st_uid == os.geteuid()

    def _path(self, digest: str) -> Path:
        return self._folder / f"{digest}{_SUFFIX}"
