"""Read the bytes of a file that people put below ``seeds/``: a regular one, of bearable size, that lies there."""

import errno
import stat
from pathlib import Path

from generator.model import Place, Problem
from generator.site import leaves


def content(path: Path, file: str, folder: Path, largest: int) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Give the bytes of the file at *path*, which problems call *file*; none where it is not to be read.

    What is named below *folder* must lie below it, wherever links lead; at most *largest* bytes are read.
    """
    try:
        if leaves(path, folder):
            return _refused(file, "link-out", "a link leads out of the folder here", "put a copy of the file here")
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _refused(file, "no-file", "it is no regular file", "put a plain file here")
        if status.st_size > largest:
            size = f"it has {status.st_size} bytes, and at most {largest} are read"
            return _refused(file, "large", size, "split it")
        return path.read_bytes(), ()
    except OSError as error:
        return _refused(file, "unreadable", f"it cannot be read: {error.strerror}", advice(error))


def absent(path: Path) -> bool:
    """Whether it is known that there is nothing at *path*, not even a link."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def advice(error: OSError) -> str:
    """Say what helps against *error*, which the system raised over a file or folder."""
    if error.errno == errno.ENAMETOOLONG:
        return "give it, or a folder that it lies in, a shorter name"
    if error.errno == errno.ELOOP:
        return "put it itself here: the link leads to itself"
    return "see to its permissions"


def _refused(file: str, code: str, what: str, fix: str) -> tuple[None, tuple[Problem, ...]]:
    return None, (Problem(Place(file), code, what, fix=fix),)
