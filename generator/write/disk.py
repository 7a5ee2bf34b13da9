"""Put a file in place at one stroke, and leave nothing else behind."""

import contextlib
import os
import re
import stat
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

_TEMPORARY = ".backmatter-{}-{}.tmp"
_LEFT = re.compile(r"\.backmatter-[0-9]+-[0-9]+\.tmp")


def put(file: Path, content: bytes) -> None:
    """Put *content* in place of *file*: whoever reads it meanwhile, or after a crash, sees the old or the new."""
    with _filled(file, content) as temporary:
        temporary.replace(file)


def exchange(file: Path, before: bytes, after: bytes) -> bool:
    """Put *after* in place of *before* in a file that a person keeps: its mode, its owner and a link to it stay.

    Where something else stands there by now, nothing is done, and False given. No file is an empty one.
    """
    target = Path(os.path.realpath(file))
    like = target.stat() if target.exists() else None
    with _filled(target, after, like) as temporary:
        now = target.read_bytes() if target.exists() else b""  # as late as can be
        same = now == before
        if same:
            temporary.replace(target)
        else:
            temporary.unlink()
    return same


@contextlib.contextmanager
def _filled(file: Path, content: bytes, like: os.stat_result | None = None) -> Iterator[Path]:
    """Give a temporary file beside *file* that holds *content*; it goes where anything fails."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_name(_TEMPORARY.format(os.getpid(), threading.get_ident()))
        try:
            _fill(temporary, content, like)
            yield temporary
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except OSError as error:  # the person knows the page, not our temporary file
        raise OSError(error.errno, error.strerror, str(file)) from None


def _fill(file: Path, content: bytes, like: os.stat_result | None) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)  # through no link, either
    try:
        if like is not None:
            _liken(descriptor, like)
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _liken(descriptor: int, like: os.stat_result) -> None:
    """Give a new file the owner and the mode of the one whose place it takes, as far as the system lets us."""
    with contextlib.suppress(PermissionError):
        os.fchown(descriptor, -1, like.st_gid)
        os.fchown(descriptor, like.st_uid, -1)
    os.fchmod(descriptor, stat.S_IMODE(like.st_mode))


def drop(file: Path, top: Path) -> None:
    """Remove *file*, and the folders that this leaves empty, below *top*."""
    file.unlink(missing_ok=True)
    folder = file.parent
    with contextlib.suppress(OSError):  # it holds something else
        while folder != top:
            folder.rmdir()
            folder = folder.parent


def settle(folders: Iterable[Path]) -> None:
    """Wait until the disk knows the names in *folders*: a rename outlives a power cut only then."""
    for folder in folders:
        if folder.is_dir():
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def sweep(top: Path) -> None:
    """Remove the temporary files that a stopped build left."""
    for folder, _, names in os.walk(top):
        for name in names:
            left = Path(folder, name)
            if _LEFT.fullmatch(name) and not left.is_symlink():
                left.unlink(missing_ok=True)
