"""Give a pool of processes where there is enough to do for more than one."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from generator.site import Site

_WORTH_A_POOL = 500  # articles; below, starting processes costs more than it saves


@contextmanager
def pool(site: Site) -> Iterator[Executor | None]:
    """Give an executor for the articles of *site*, or none where one process is as fast."""
    many = len(list(islice(_files(site.seeds / "articles"), _WORTH_A_POOL))) == _WORTH_A_POOL
    processes = _processors()
    if not many or processes == 1:
        yield None
        return
    # Spawned, not forked: whoever serves the site has threads, and a fork copies their locks as they stand.
    executor = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), initializer=_deaf)
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


def _deaf() -> None:
    """Leave an interrupt to the process that the person talks to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
