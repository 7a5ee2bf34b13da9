"""Run a command, and tell what its whole process tree took: seconds of processor, and megabytes at its largest.

The seconds are those of the command and of every process that it waited for.
The megabytes are sampled: each process's share of what is in memory (PSS), summed over the tree; where a system does
not tell it, they are the largest single process's.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from msgspec import Struct

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
PROCESSES = Path("/proc")
REST = 20  # times as long as a sample takes is waited until the next, so that sampling disturbs little


class Cost(Struct, frozen=True):
    """What a command took: seconds of processor, megabytes at its largest, and whether it came to its end."""

    seconds: float
    memory: float
    finished: bool = True


def backmatter(*arguments: str) -> list[str]:
    """Give a command of ours."""
    return [str(Path(sys.executable).with_name("backmatter")), *arguments]


def mkdocs(*arguments: str) -> list[str]:
    """Give a command of MkDocs."""
    return [sys.executable, "-m", "mkdocs", *arguments]


def run(command: list[str], folder: Path, *, limit: float = float("inf")) -> Cost:
    """Run *command* in *folder*; it is stopped after *limit* seconds of processor. Where it fails, so do we."""
    with tempfile.TemporaryFile() as log, started(command, folder, log) as process:
        peak = 0.0
        while True:
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            began = time.monotonic()
            peak = max(peak, memory(process.pid))
            if seconds(process.pid) > limit:
                os.killpg(process.pid, signal.SIGKILL)
            time.sleep(max(0.05, REST * (time.monotonic() - began)))
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in {0, -signal.SIGKILL}:
            log.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{log.read().decode()[-2_000:]}")
    finished = process.returncode == 0
    return Cost(used.ru_utime + used.ru_stime, max(peak, used.ru_maxrss / 1024), finished)


def said(command: list[str], folder: Path) -> str:
    """Give what *command* prints in *folder*."""
    return subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, check=True, text=True, encoding="utf-8"
    ).stdout


@contextmanager
def started(command: list[str], folder: Path, log: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """Start *command*, whose words go to *log*; what of it still runs at the end is stopped."""
    process = subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def memory(root: int) -> float:
    """Give the megabytes that the process *root* and those below it have now; 0 where the system does not tell."""
    return sum(map(_share, _tree(root))) / 1024


def seconds(root: int) -> float:
    """Give the seconds of processor that *root*, those below it and those they waited for took so far."""
    times = (sum(map(int, _status(process)[11:15])) for process in _tree(root))
    return sum(times) / os.sysconf("SC_CLK_TCK")


def _tree(root: int) -> list[int]:
    """List the process *root* and all that descend from it."""
    children: dict[int, list[int]] = {}
    for entry in PROCESSES.glob("[0-9]*"):
        parent = int(_status(int(entry.name))[1])
        children.setdefault(parent, []).append(int(entry.name))
    tree = [root]
    for process in tree:  # grows while it is walked
        tree += children.get(process, ())
    return tree


def _status(process: int) -> list[str]:
    """Give the fields of a process's ``stat`` behind its name, zeros where it has ended."""
    try:
        return (PROCESSES / f"{process}/stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return ["0"] * 50


def _share(process: int) -> int:
    """Give the kilobytes of a process's share of memory."""
    try:
        lines = (PROCESSES / f"{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
