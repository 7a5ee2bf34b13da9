"""Put a file in place at one stroke, and leave nothing else behind."""

import contextlib
import os
import re
import threading
from collections.abc import Iterable
from pathlib import Path

_TEMPORARY = ".backmatter-{}-{}.tmp"
_LEFT = re.compile(r"\.backmatter-[0-9]+-[0-9]+\.tmp")


def put(file: Path, content: bytes) -> None:
    """Put *content* in place of *file*: whoever reads it meanwhile, or after a crash, sees the old or the new."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_name(_TEMPORARY.format(os.getpid(), threading.get_ident()))
        try:
            _fill(temporary, content)
            temporary.replace(file)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except OSError as error:  # the person knows the page, not our temporary file
        raise OSError(error.errno, error.strerror, str(file)) from None


def _fill(file: Path, content: bytes) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)  # through no link, either
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


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
