"""Let one build at a time write: another waits, then says who is at it."""

import contextlib
import errno
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

_PATIENCE = 120.0  # seconds; the largest sites write for less
_NO_LOCKS = {errno.EBADF, errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}


class HeldError(Exception):
    """Another process holds the folder for longer than we wait."""

    @property
    def holder(self) -> str:
        """The process that holds it, as far as the system tells."""
        return str(self.args[0])


@contextlib.contextmanager
def held(folder: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold *folder*; the kernel lets go when the process ends, however it ends, so that no lock goes stale."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _take(descriptor, patience)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, patience: float) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise HeldError(_holder(os.fstat(descriptor).st_ino)) from None
            time.sleep(0.05)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            return  # some network disks have no locks: better to build than not
        else:
            return


def _holder(inode: int) -> str:
    with contextlib.suppress(OSError):
        for line in Path("/proc/locks").read_text(encoding="ascii").splitlines():
            match line.split():
                case [_, "FLOCK", _, "WRITE", process, place, *_] if place.endswith(f":{inode}"):
                    return f"process {process}"
    return "a process that the system does not name"
