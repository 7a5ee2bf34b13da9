"""What stops a command from outside, an interrupt or a lack of memory, is one line, from its first import on."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator import memory, start

ROOT = Path(__file__).parent.parent
INTERRUPTED = "Interrupted: each file is whole, old or new. The next build goes on from here.\n"
OUT = "Out of memory: each file is whole, old or new. Give the program more, and run it again.\n"
# What runs these tests in the background has an interrupt ignored; a terminal has not.
ENTRY = "import signal; signal.signal(signal.SIGINT, signal.{}); from generator.__main__ import main; main()"
IMPORTING = "import time:"  # how a line begins with which Python tells of an import


@pytest.fixture
def site(tmp_path: Path) -> Path:
    assert start.new(tmp_path / "new") == ()
    return tmp_path / "new"


def run(site: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=site, check=False, capture_output=True, encoding="utf-8")


def stopped_at(module: str, number: int, site: Path, handler: str = "default_int_handler") -> tuple[int, str]:
    """Start a build, send it a signal as soon as it has imported *module*, and give how it ends and what it says."""
    command = [sys.executable, "-X", "importtime", "-c", ENTRY.format(handler), "build"]
    with subprocess.Popen(
        command, cwd=site, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        for line in process.stderr:
            if line.rpartition("|")[2].strip() == module:
                process.send_signal(number)
                break
        said = process.stderr.read()
    return process.returncode, "".join(
        line for line in said.splitlines(keepends=True) if not line.startswith(IMPORTING)
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("module", ["click", "yaml", "rich.console", "generator.cli"])
def test_an_interrupt_while_importing_is_one_line(site: Path, module: str, number: int):
    assert stopped_at(module, number, site) == (130, INTERRUPTED)


def test_an_interrupt_that_is_to_be_ignored_is(site: Path):
    assert stopped_at("click", signal.SIGINT, site, "SIG_IGN") == (0, "")


def test_a_mistake_of_ours_shows_where_it_is(site: Path):
    broken = "from generator import cli; cli.main = lambda: 1 / 0; from generator.__main__ import main; main()"
    done = run(site, broken)
    assert done.returncode == 1
    assert done.stderr.startswith("Traceback ")
    assert done.stderr.endswith("ZeroDivisionError: division by zero\n")


@pytest.mark.parametrize("megabytes", [25, 40, 60, 80, 100, 150, 300])
def test_with_little_memory_a_build_ends_well_or_with_one_line(site: Path, megabytes: int):
    limited = f"ulimit -v {megabytes * 1024} && exec {sys.executable} -m generator build"
    done = subprocess.run(["sh", "-c", limited], cwd=site, check=False, capture_output=True, encoding="utf-8")
    # A library in Rust speaks for itself, in one line, and aborts.
    assert (done.returncode, done.stderr) in [(0, ""), (1, OUT)] or (
        done.returncode == -signal.SIGABRT and done.stderr.count("\n") == 1
    )
    assert megabytes > 30 or done.returncode == 1
    again = run(site, ENTRY.format("SIG_DFL"), "build")
    assert (again.returncode, again.stderr) == (0, "")


RAISING = "from generator import {0}\ndef lacking(*_, **__): raise {1}\n{0}.{2} = lacking\n"


def test_mkdocs_says_it_in_one_line_too(site: Path):
    mkdocs = "from mkdocs.__main__ import cli; cli(['build'])"
    done = run(site, RAISING.format("build", "MemoryError", "corpus") + mkdocs)
    assert done.returncode == 1
    assert OUT.strip() in done.stderr
    assert "Traceback" not in done.stderr
    wrong = run(site, RAISING.format("build", "ZeroDivisionError", "corpus") + mkdocs)
    assert "Traceback" in wrong.stderr


@pytest.mark.parametrize(("raised", "said"), [("MemoryError", OUT), ("RuntimeError('x')", "Traceback ")])
def test_a_thread_that_lacks_memory_ends_the_program(site: Path, raised: str, said: str):
    threads = f"""
import threading, time
from generator import cli
def lacking(): raise {raised}
cli.main = lambda: (threading.Thread(target=lacking).start(), time.sleep(1))
from generator.__main__ import main
main()
"""
    done = run(site, threads)
    assert done.returncode == (said == OUT)
    assert said in done.stderr
    assert ("Traceback" in done.stderr) == (said != OUT)


def raised(doing: Callable[[], object]) -> BaseException:
    try:
        doing()
    except BaseException as error:  # noqa: BLE001 - any may be told
        return error
    raise AssertionError


def chained() -> None:
    try:
        bytes(2**62)
    except MemoryError:
        {}["what is looked for after that"]


LACKS = [
    (MemoryError(), OUT),
    (OSError(errno.ENOMEM, "Cannot allocate memory"), OUT),
    (RuntimeError("can't start new thread"), OUT),
    (ImportError("libx.so: failed to map segment from shared object"), OUT),
    (ImportError("libx.so: cannot open shared object file: Cannot allocate memory"), OUT),
    (raised(chained), OUT),
    (None, ""),
    (OSError(errno.ENOSPC, "No space left on device"), ""),
    (RuntimeError("can't start new horse"), ""),
    (ImportError("No module named 'x'"), ""),
    (ValueError("can't start new thread"), ""),
    (KeyError("x"), ""),
]


@pytest.mark.parametrize(("error", "line"), LACKS, ids=[repr(error) for error, _ in LACKS])
def test_a_lack_of_memory_is_told_from_a_mistake(error: BaseException | None, line: str):
    assert memory.said(error) == line.strip()


def test_a_process_that_is_ended_from_outside_is_most_likely_the_same():
    with ProcessPoolExecutor(1, get_context("spawn")) as executor:
        error = raised(executor.submit(os._exit, 1).result)
    assert isinstance(error, BrokenProcessPool)
    assert memory.said(error).startswith("A process that read articles was ended from outside")
