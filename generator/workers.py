"""Give a pool of processes where there is enough to do for more than one."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path

from generator.site import Site

_WORTH_A_POOL = 500  # articles; below, starting processes costs more than it saves


class _Deaf(SpawnProcess):
    """A process that from its first moment on leaves an interrupt to the one that the person talks to."""

    def start(self) -> None:
        """Start it with the interrupt blocked, which a new process takes over."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            super().start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Context(SpawnContext):
    """Spawned, not forked: whoever serves the site has threads, and a fork copies their locks as they stand."""

    Process = _Deaf


@contextmanager
def pool(site: Site) -> Iterator[Executor | None]:
    """Give an executor for the articles of *site*, or none where one process is as fast."""
    many = len(list(islice(_files(site.seeds / "articles"), _WORTH_A_POOL))) == _WORTH_A_POOL
    processes = _processors()
    if not many or processes == 1:
        yield None
        return
    executor = ProcessPoolExecutor(processes, _Context())
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _files(top: Path) -> Iterator[str]:
    """Yield the names of the files below *top*; what cannot be listed is for the reader to tell."""
    waiting = [os.fspath(top)]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    yield entry.name


def _processors() -> int:
    """Count the processors that this process may use; not every system tells them from those that it has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
